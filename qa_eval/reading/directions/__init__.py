"""Which way a figure goes: more or less, later or earlier, above or below, north or south, profit or loss."""

from qa_eval.reading.directions.asking import asked_way, wanted_way
from qa_eval.reading.directions.opposing import goes_against, goes_along
from qa_eval.reading.directions.telling import Told, told_at

__all__ = ["Told", "asked_way", "goes_against", "goes_along", "told_at", "wanted_way"]
