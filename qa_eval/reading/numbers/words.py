"""The words that numbers are made of."""

from __future__ import annotations

from enum import IntEnum

from qa_eval.reading.counting import CARDINALS, TENS
from qa_eval.reading.counting import ORDINALS as RANKED


class Kind(IntEnum):
    """Where in a number a word can stand."""

    ZERO = 0
    UNIT = 1  # one … nine
    TEEN = 2  # ten … nineteen
    TENS = 3  # twenty, thirty … ninety
    HUNDRED = 4
    SCALE = 5  # thousand, million, lakh …
    DOZEN = 6  # counts in groups: dozen, score, gross


SMALL: dict[str, tuple[Kind, int]] = {
    "zero": (Kind.ZERO, 0), "nought": (Kind.ZERO, 0), "naught": (Kind.ZERO, 0), "nil": (Kind.ZERO, 0),
    **{word: (Kind.UNIT, n) for n, word in enumerate(CARDINALS[1:10], 1)},
    **{word: (Kind.TEEN, n) for n, word in enumerate(CARDINALS[10:20], 10)},
    **{word: (Kind.TENS, 10 * n) for n, word in enumerate(TENS, 2)},
    "fourty": (Kind.TENS, 40), "ninty": (Kind.TENS, 90), "fivteen": (Kind.TEEN, 15),
}  # fmt: skip
ZERO_DIGITS = {"oh", "o", "zero", "nought", "naught"}

HUNDREDS = {"hundred", "hundreds"}
SCALES: dict[str, int] = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15, "quintillion": 10**18,
    "sextillion": 10**21, "septillion": 10**24, "octillion": 10**27, "nonillion": 10**30, "decillion": 10**33,
    "lakh": 10**5, "lac": 10**5, "crore": 10**7,
}  # fmt: skip
SCALES |= {f"{word}s": value for word, value in SCALES.items()}
DOZENS = {
    "dozen": 12, "dozens": 12, "doz": 12, "dozs": 12, "dz": 12, "dzs": 12, "score": 20, "gross": 144,
}  # fmt: skip
TWOS = {"couple", "pair"}  # "a couple of days"; "two pairs" counts pairs
# Scales that only a figure may carry: "12k", "3 bn". "m" and "b" need more than this table: see ``short_scale``.
SHORT_SCALES: dict[str, int] = {
    "k": 10**3, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "trn": 10**12, "tln": 10**12, "cr": 10**7,
}  # fmt: skip

# Word → (kind, value, plural).
ORDINALS: dict[str, tuple[Kind, int, bool]] = {
    **{word: (Kind.UNIT, n, False) for n, word in enumerate(RANKED[1:10], 1)},
    **{word: (Kind.TEEN, n, False) for n, word in enumerate(RANKED[10:20], 10)},
    **{word: (Kind.TENS, 10 * n, False) for n, word in enumerate([f"{word[:-1]}ieth" for word in TENS], 2)},
    "nineth": (Kind.UNIT, 9, False), "twelveth": (Kind.TEEN, 12, False), "hundredth": (Kind.HUNDRED, 100, False),
    **{f"{word}th": (Kind.SCALE, value, False) for word, value in SCALES.items() if not word.endswith("s")},
}  # fmt: skip
ORDINALS |= {
    f"{word}s": (kind, value, True) for word, (kind, value, _) in ORDINALS.items() if word not in {"second", "lakhth"}
}
ORDINAL_SUFFIXES = {"st", "nd", "rd", "th"}

# Denominators that are no ordinals.
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}

# The words that a number may begin with.
WORDS = frozenset({*SMALL, *HUNDREDS, *SCALES, *DOZENS, *TWOS, *ORDINALS, "half", "quarter", "quarters"})
