"""What came in the place of what: names that were given up for others, and holders of a post who follow each other."""

from qa_eval.reading.successions.asked import Asked, Side, side_asked
from qa_eval.reading.successions.told import Succession, succession

__all__ = ["Asked", "Side", "Succession", "side_asked", "succession"]
