"""So much of something, so often: "500 mg four times a day" is 2 g a day in four doses."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Bound
from qa_eval.reading.frequencies import LATIN, read_frequency
from qa_eval.reading.kinds import counts_alike
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

LONGEST = 160  # characters of a text that tells a dose
_OFTEN = regex(
    r"\b(?:hour|day|night|week|month|year|daily|nightly|fortnight|q\.?\s?\d|(?:[btq]\.?\s?i|q)\.?\s?d|[btq]ds)",
    re.IGNORECASE,
)
_SO_OFTEN = ("", "once", "twice", "three times", "four times")
_LATIN = {sign: f"{_SO_OFTEN[times]} a day" for sign, times in LATIN.items()}
_PRESCRIBED = regex(
    r"\b(?P<latin>b\.?\s?i\.?\s?d|t\.?\s?i\.?\s?d|q\.?\s?i\.?\s?d|bds|tds|qds|q\.?\s?d)\b\.?|\bq\.?\s?(?P<hours>\d{1,2})\s?h(?:ours?|rs?)?\b\.?",
    re.IGNORECASE,
)
_DIVIDED = regex(
    r"[,;]?\s*\(?(?:(?:and |it is )?(?:divided|split|given|taken|spread)\s+)?(?:in(?:to)?|as|over)\s+(?P<count>\w+)\s+(?:equal(?:ly sized)?\s+|(?:sub)?divided\s+|separate\s+|single\s+|equal-sized\s+)?(?:doses|portions|parts|servings|intakes|feeds|feedings|meals)\)?",
    re.IGNORECASE,
)
_A_PERIOD = r"(?:an?|per|each|every|in an?)\s+(?P<period>hour|day|night|week|month|year)|(?P<adverb>hourly|daily|nightly|weekly|monthly|yearly)"
_BY_THE_PERIOD = regex(
    rf"(?<!once)(?<!twice)(?<!thrice)(?<!times)(?<!\bx)\s*,?\s+(?:{_A_PERIOD})|\s?/\s?(?P<below>day|week|d\b)",
    re.IGNORECASE,
)
_IN_DOSES = regex(
    rf"(?P<count>\w+)\s+(?:(?:doses|portions|servings)\s+of\s+(?P<amount>.+?)|(?:x|×)\s+(?P<each>.+?)|(?P<of>\d.*?)\s+(?:doses|portions|servings))\s+(?:{_A_PERIOD})",
    re.IGNORECASE,
)
_PERIODS = {"day": "day", "d": "day", "week": "week"}
BY_TIME = regex(r" / (?:second|minute|hour|day|week|month|year)\b")  # of units
_LEAD = regex(
    r"\A[^\d.;:]{0,60}?(?=\b(?:\d|an?\b|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)", re.IGNORECASE
)
_TAIL = regex(r"\s*,?\s*(?:(?:with|after|before|for|until|by mouth|orally|as)\b[^.;]*)?[\s.!]*", re.IGNORECASE)


class Regimen(NamedTuple):
    """How much is taken each time and how often an hour; ``times`` is None where only the whole of a period is told."""

    amount: Quantity
    times: Fraction | None
    whole: Fraction


@lru_cache(maxsize=512)
def read_regimen(text: str) -> Regimen | None:
    """Return what is taken how often, where a text tells that and little else; None for another text.

    >>> [str(24 * read_regimen(text).times) for text in ("500 mg q.i.d.", "2 g a day in four doses", "two tablets every six hours")]
    ['4', '4', '4']
    >>> read_regimen("two tablets a day").times, read_regimen("two tablets")
    (None, None)
    """
    if len(text) > LONGEST or not _OFTEN.search(text):
        return None
    shown = _PRESCRIBED.sub(_in_english, text)
    lead = _LEAD.match(shown)
    shown = shown[lead.end() :] if lead else shown
    return _in_doses(shown) or _divided(shown) or _so_often(shown)


def same_regimen(one: Regimen, other: Regimen) -> bool:
    """Return whether two tell the same: as much each time, as often; where the first tells only the whole, as much in all.

    >>> wanted = read_regimen("500 mg four times a day")
    >>> [same_regimen(wanted, read_regimen(said)) for said in ("2 g daily in four doses", "2 g daily in two doses", "500 mg a day")]
    [True, False, False]
    """
    times = _times_as_much(other.amount, one.amount)
    if times is None:
        return False
    if one.times is None:
        return other.whole * times == one.whole
    if other.times is None and other.whole * times != one.whole:
        return False  # "40 mg a week" may be 40 mg once weekly, but is never 20 mg twice weekly
    return other.times in (None, one.times) and other.amount.value * times == one.amount.value


def _times_as_much(figure: Quantity, gold: Quantity) -> Fraction | None:
    """Return how much one of a unit is in another, of things counted 1; None where they are not of one kind."""
    if figure.unit or gold.unit:
        return convert(Fraction(1), figure.unit, gold.unit) if figure.unit and gold.unit else None
    alike = not figure.noun or not gold.noun or figure.noun == gold.noun or counts_alike(figure.noun, gold.noun)
    return Fraction(1) if alike else None


def _in_english(found: re.Match[str]) -> str:
    if found["hours"]:
        return f"every {found['hours']} hours"
    return _LATIN[re.sub(r"[\s.]", "", found["latin"]).lower()]


def _in_doses(text: str) -> Regimen | None:
    """Read "four doses of 500 mg a day"."""
    found = _IN_DOSES.match(text)
    if found is None or not _TAIL.fullmatch(text, found.end()):
        return None
    count, amount = read_quantity(found["count"]), _amount(found["amount"] or found["each"] or found["of"])
    if count is None or amount is None or count.value <= 0:
        return None
    times = count.value * _rate(found)
    return Regimen(amount, times, amount.value * times)


def _divided(text: str) -> Regimen | None:
    """Read "2 g a day in four doses"."""
    found = _DIVIDED.search(text)
    whole = _by_the_period(text[: found.start()]) if found and _TAIL.fullmatch(text, found.end()) else None
    count = read_quantity(found["count"]) if found and whole else None
    if whole is None or count is None or count.value <= 0:
        return None
    amount = whole.amount._replace(value=whole.amount.value / count.value)
    return Regimen(amount, whole.whole / amount.value if amount.value else None, whole.whole)


def _by_the_period(text: str) -> Regimen | None:
    """Read "2 g a day", which leaves open how it is divided."""
    for found in _BY_THE_PERIOD.finditer(text):
        amount = _amount(text[: found.start()]) if _TAIL.fullmatch(text, found.end()) else None
        if amount is not None:
            return Regimen(amount, None, amount.value * _rate(found))
    return None


def _so_often(text: str) -> Regimen | None:
    """Read "500 mg every six hours"; "2 tablets daily" leaves open how they are divided."""
    whole = _by_the_period(text)
    often = read_frequency(text) if whole is None else None
    if often is None or not _TAIL.fullmatch(text, often.end):
        return whole
    amount = _amount(text[: often.start])
    return Regimen(amount, often.rate, amount.value * often.rate) if amount else None


def _amount(text: str) -> Quantity | None:
    """Return the one amount that a text is."""
    bare = text.strip(" ,;")
    figure = read_quantity(f"1 {bare.partition(' ')[2]}" if bare.lower().startswith(("a ", "an ")) else bare)
    plain = (
        figure is not None and figure.high is None and figure.bound is Bound.NONE and not BY_TIME.search(figure.unit)
    )
    return figure if figure is not None and plain and (figure.unit or figure.noun) and figure.value > 0 else None


def _rate(found: re.Match[str]) -> Fraction:
    """Return how often an hour the period that is told comes."""
    told = found.groupdict()
    period = told["period"] or _PERIODS.get((told.get("below") or "").lower())
    often = read_frequency(f"every {period}" if period else found["adverb"])
    return often.rate if often else Fraction(0)
