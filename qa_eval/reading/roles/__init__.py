"""Who did what to whom: statements read as frames, and what a question asks of one.

A frame is a relation (a sale, a contest, a cause) with who stands in which of its parts, whatever verb, voice or noun tells it.
What is not surely read is no frame, and decides nothing.
"""

from qa_eval.reading.roles.fillers import Filler, Frame
from qa_eval.reading.roles.frames import frames_of
from qa_eval.reading.roles.matching import Placing, compared_same, confirmed, has_sides, is_of_any, placed, says
from qa_eval.reading.roles.questions import Asked, asked_by, shared_verbs, verb_stems

__all__ = [
    "Asked",
    "Filler",
    "Frame",
    "Placing",
    "asked_by",
    "compared_same",
    "confirmed",
    "frames_of",
    "has_sides",
    "is_of_any",
    "placed",
    "says",
    "shared_verbs",
    "verb_stems",
]
