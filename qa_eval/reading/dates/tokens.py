"""Words, numbers and marks of a text, each with what it may mean in a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa_eval.reading.calendar import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS
from qa_eval.reading.counting import CARDINALS, ORDINALS, TENS
from qa_eval.reading.regex import regex

_MONTHS = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTHS |= {short: _MONTHS[name] for short, name in SHORT_MONTHS.items()}
_WEEKDAYS = {name: number for number, day in enumerate(DAYS, 1) for name in (day, f"{day}s")}
_WEEKDAYS |= {short: _WEEKDAYS[name] for short, name in SHORT_DAYS.items()}
SEASONS = {"spring": "spring", "springtime": "spring", "summer": "summer", "summertime": "summer", "fall": "fall", "autumn": "fall",
           "winter": "winter", "wintertime": "winter"}  # fmt: skip
PARTS = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "halfway": "mid",
    "midway": "mid",
    "way": "mid",  # of "half-way"
    "late": "late",
    "beginning": "early",
    "start": "early",
    "end": "late",
}
UNITS = {"day": "day", "night": "day", "weekend": "week", "week": "week", "fortnight": "week", "month": "month", "year": "year", "decade": "decade",
         "century": "century", "centuries": "century", "quarter": "quarter"}  # fmt: skip
_RELATIVE_DAYS = ("yesterday", "today", "tomorrow", "tmrw", "tmr", "tonight", "yesterdays")
DEIXIS = (
    "last",
    "next",
    "this",
    "previous",
    "past",
    "coming",
    "following",
    "upcoming",
    "current",
    "same",
    "preceding",
    "subsequent",
)


class Token(NamedTuple):
    """One word, number or mark: characters ``start`` to ``end`` of the text, ``text`` in lower case.

    ``large``: it begins with a capital letter, or is a dash longer than a hyphen.
    """

    kind: str
    value: int
    start: int
    end: int
    text: str
    large: bool = False


END = Token("end", 0, -1, -1, "")


def _meanings() -> dict[str, tuple[str, int]]:
    known: dict[str, tuple[str, int]] = {word: ("month", number) for word, number in _MONTHS.items()}
    known |= {word: ("weekday", number) for word, number in _WEEKDAYS.items()}
    known |= dict.fromkeys(SEASONS, ("season", 0))
    known |= dict.fromkeys(PARTS, ("part", 0))
    known |= {word: ("number", number) for number, word in enumerate(CARDINALS)} | {"oh": ("number", 0)}
    known |= {word: ("tens", 10 * number) for number, word in enumerate(TENS, 2)}
    known |= {word: ("nth", number) for number, word in enumerate(ORDINALS)} | {"thirtieth": ("nth", 30)}
    known |= {"hundred": ("hundred", 100), "thousand": ("thousand", 1000)}
    known |= {f"{word[:-1]}ies": ("decade", 10 * number) for number, word in enumerate(TENS, 2)}
    known |= dict.fromkeys(UNITS, ("unit", 1)) | {f"{word}s": ("units", 1) for word in UNITS if word[-1] != "s"}
    known |= dict.fromkeys(_RELATIVE_DAYS, ("relative", 0)) | dict.fromkeys(DEIXIS, ("deixis", 0))
    known |= {"ago": ("ago", 0), "later": ("ago", 0), "earlier": ("ago", 0), "hence": ("ago", 0)}
    known |= {"fy": ("fiscal", 0), "fiscal": ("fiscal", 0)}
    known |= dict.fromkeys(("a", "an", "few", "several", "couple", "some", "many"), ("some", 0))
    known |= {f"q{number}": ("quarter", number) for number in range(1, 5)} | {
        f"h{number}": ("half", number) for number in (1, 2)
    }
    return known


MEANINGS = _meanings()
_TOKEN = regex(
    r"""(?P<numeric>(?<![\d./])(?<!\d[-,])(?:\d{1,4}(?P<sep>[-./])(?:\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})(?P=sep)'?\d{1,4}
        |\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]
        |\d{1,2}/\d{1,2},\s?\d{2}(?:\d\d)?)(?!\d)(?![-./,]\d))
    |(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s?[ap]\.?m\b\.?|\s?z\b|[+-]\d{2}:\d{2}|\s(?:gmt|utc|est|cet)\b)?|\d{1,2}(?:\.[0-5]\d)?\s?(?:[ap]m\b|[ap]\.m\.)|\d{1,2}\so'clock|\b(?:noon|midday|midnight)\b)
    |(?P<thousands>(?<![\d/.,])\d{1,2},\d{3}(?=(?:\s?(?:[-–]|to|and|or)\s?\d{1,2},\d{3})?\s?(?:bce?\b|b\.\s?c\b)))
    |(?P<junk>(?<![\d/.])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+(?:\.\d+)*)|[$€£¥#№]\s?\d+)
    |(?P<decade>'?\d{1,3}0'?s\b)
    |(?P<quarterly>\b[1-4]q(?=\s?'?\d\d(?:\d\d)?\b)|\b[12]h(?=\s?\d{4}\b|\d\d\b)|(?<=\b\d{4})[qh][1-4]\b)
    |(?P<short>'\d\d\b|(?<=\bfy)'?\d\d\b|(?<=\bfy\s)'?\d\d\b|(?<=\b[1-4][qh])\d\d\b|(?<=\b[qh][1-4][\s/])\d\d\b)
    |(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<int>\d+)
    |(?P<era>\b(?:before\s(?:christ|the\s(?:common|current|christian)\sera|our\sera)\b|anno\sdomini\b|b\.\s?c\.(?:\s?e\.)?|a\.\s?d\.|c\.\s?e\.|bce?\b|ad\b|ce\b))
    |(?P<named>\b[qh][1-4]\b|\bfy(?=\d))
    |(?P<word>[^\W\d_]+)
    |(?P<punct>[^\w\s])""",
    re.VERBOSE,
)
_NUMBER_KINDS = frozenset(("int", "ordinal", "short"))
_UNKNOWN = ("word", 0)


def tokens_of(text: str, lowered: str) -> list[Token]:
    """Return the tokens of ``text``, with ends behind the last, so that one may look ahead (and one back) without asking.

    ``lowered`` is the same text in lower case, character for character.
    """
    found = []
    for match in _TOKEN.finditer(lowered):
        kind, shown, value, large = match.lastgroup or "", match[0], 0, False
        start, end = match.span()
        if kind == "quarterly" and shown[0].isdigit() and not _is_hours(text, end):
            shown = shown[::-1]  # "2Q15" is of Q2
        if kind == "short" and _is_hours(text, start):
            kind = "int"
        if kind == "thousands":  # "4,100 BC"
            kind, shown = "int", shown.replace(",", "")
        if kind in ("word", "named", "quarterly"):
            kind, value = MEANINGS.get(shown, _UNKNOWN)
            large = text[start].isupper()
        elif kind in _NUMBER_KINDS and end - start < 20:  # noqa: PLR2004 - no number in a date is that long
            value = int(shown.strip("'stndrh"))
        elif kind == "punct":
            large = text[start] != shown
        found.append(Token(kind, value, start, end, shown, large))
    return [*found, END, END, END, END]


def _is_hours(text: str, end: int) -> bool:
    """Return whether a text has hours up to a place, and minutes behind it: "2h15", where "2H15" is a half of 2015."""
    return text[end - 1] == "h" and text[end : end + 2].isdigit() and not text[end : end + 4].isdigit()
