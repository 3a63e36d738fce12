"""Hours from one to another as people write them by day: "9–5", "from nine to five", "10h–18h"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.notations.notation import Kind, Notation
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes

if TYPE_CHECKING:
    import re

LONGEST = 120  # characters; a longer text tells more than hours
_HOURS = {word: hour for hour, word in enumerate(CARDINALS[1:13], 1)} | {"noon": 12, "midday": 12}
_WORDS = "|".join(_HOURS)
_PLAIN = "|".join(word for word in _HOURS if word not in ("five", "ten"))  # "ten to six" is ten minutes before


def _hour(name: str, words: str) -> str:
    return (
        rf"(?:(?P<{name}_past>half past |quarter past )?(?P<{name}>\d{{1,2}}|{words})(?:[:.h](?P<{name}_minute>[0-5]\d)|h)?(?:\s?h)?"
        rf"(?:\s?(?P<{name}_half>[ap])\.?\s?m\b\.?| o'clock)?)"
    )


_TO = r"\s*(?:-|to|till|until|and)\s*"
_SPANS = tuple(
    regex(rf"(?<![\w:.,/-]){lead}{_hour('first', words)}{_TO}{_hour('last', _WORDS)}(?![\w%:/-]|[.,]\d)")
    for lead, words in ((r"(?:from|between) ", _WORDS), ("", _PLAIN))
)
_HALF_TOLD = regex(r"\b(?:morning|afternoon|evening|night)\b")
_NOON, _DAY, _MORNING = 12, 24, 7  # hours


def hours_in(text: str) -> Notation | None:
    """Return the hours of which a text tells once, in minutes since midnight; None where it tells of none, or other figures.

    Where neither morning nor evening is told, they are those by day.

    >>> [tuple(map(int, values)) for values in hours_in("open from nine to 5").values]
    [(540, 1020)]
    >>> hours_in("ten to six"), hours_in("9–5 and 2–3")
    (None, None)
    """
    if len(text) > LONGEST:
        return None
    plain = plain_quotes(text).lower()
    found = next(filter(None, (span.search(plain) for span in _SPANS)), None)
    if found is None or _HALF_TOLD.search(plain):
        return None
    if any(map(str.isdecimal, plain[: found.start()] + plain[found.end() :])):
        return None
    first = _minutes(found, "first")
    last = _minutes(found, "last", after=first)
    if first is None or last is None:
        return None
    return Notation(Kind.TIME, frozenset([(Fraction(first), Fraction(last))]), found.start(), found.end(), found[0])


def _minutes(found: re.Match[str], name: str, after: int | None = None) -> int | None:
    """Return the minutes since midnight of one end; the last one is the first such time ``after`` the other."""
    written, half = found[name], found[f"{name}_half"]
    hour = _HOURS.get(written) or int(written)
    past = (found[f"{name}_past"] or "").strip()
    minute = int(found[f"{name}_minute"] or {"half past": 30, "quarter past": 15}.get(past, 0))
    if hour > _DAY or (half and not 0 < hour <= _NOON):
        return None
    if half:
        return (hour % _NOON + (_NOON if half == "p" else 0)) * 60 + minute
    if hour > _NOON or written.startswith("0"):
        return hour * 60 + minute
    if after is None:
        return (hour if hour >= _MORNING else hour + _NOON) * 60 + minute
    time = hour % _NOON * 60 + minute
    return next((each for each in (time, time + _NOON * 60) if each > after), time)
