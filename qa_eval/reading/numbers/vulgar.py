"""Fractions of one character, and so all that a number may begin with besides a digit."""

from __future__ import annotations

from fractions import Fraction

from qa_eval.reading.numbers.words import WORDS
from qa_eval.reading.tokens import VULGAR

VULGAR_VALUES = {char: Fraction(value).limit_denominator(1000) for char, value in VULGAR.items()}

# A number may begin with any of these (or with a digit).
STARTERS = WORDS | VULGAR_VALUES.keys()
