"""How often: "twice daily", "two times a day", "2x per day" and "every 12 hours" are one and the same."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.counting import CARDINALS, TENS
from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_HOURS: dict[str, Fraction] = {
    "second": Fraction(1, 3600),
    "sec": Fraction(1, 3600),
    "s": Fraction(1, 3600),
    "minute": Fraction(1, 60),
    "min": Fraction(1, 60),
    "hr": Fraction(1),
    "hour": Fraction(1),
    "h": Fraction(1),
    "day": Fraction(24),
    "night": Fraction(24),
    "morning": Fraction(24),
    "evening": Fraction(24),
    "week": Fraction(168),
    "fortnight": Fraction(336),
    "month": Fraction(730),
    "quarter": Fraction(2190),
    "year": Fraction(8760),
    "yr": Fraction(8760),
    "wk": Fraction(168),
    "decade": Fraction(87600),
    "century": Fraction(876000),
    "centurie": Fraction(876000),  # as its plural begins
}
_PERIOD = "|".join(_HOURS)
_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "quarterly": "quarter",
    "yearly": "year", "annually": "year",
}  # fmt: skip
_YEARS = {
    "biennially": 2,
    "triennially": 3,
    "quadrennially": 4,
    "quinquennially": 5,
    "decennially": 10,
    "centennially": 100,
}
_HOURS |= {adverb: years * _HOURS["year"] for adverb, years in _YEARS.items()}
_ADVERBS |= {adverb: adverb for adverb in _YEARS}
_RANKS = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10, "twelfth": 12}
_NUMBERS = {word: number for number, word in enumerate(CARDINALS[1:20], 1)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
_NUMBERS |= dict.fromkeys(("hundred", "a hundred", "one hundred"), 100) | {"thousand": 1000}
_FIXED = {"latin": _HOURS["day"], "three_quarters": Fraction(3, 4), "quarter": Fraction(1, 4)}
LATIN = {"bid": 2, "bds": 2, "tid": 3, "tds": 3, "qid": 4, "qds": 4, "qd": 1, "od": 1}  # as prescriptions have it
_HALF = r"(?:\s+and\s+a\s+half|(?<=\d)\s?½|(?<=\d)\.5)?"
_UNITS = rf"(?:[- ](?:{'|'.join(CARDINALS[1:10])}))?"
_NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?|(?:{'|'.join(TENS)}){_UNITS}|{'|'.join(sorted({*_NUMBERS} - {*TENS}, key=len, reverse=True))}){_HALF}"
_AND_HALF = regex(r"(?:\s+and\s+a\s+half|\s?½|\.5)\Z")
_OFTEN = regex(
    rf"\b(?:(?P<once>once|twice|thrice)|(?P<times>{_NUMBER})\s*(?:times|x|×)|(?P<single>(?<=\bone )time))"
    rf"(?:(?:[\s-]+(?:an?|per|each|every|in an?)\s+|\s?/\s?)(?P<period>{_PERIOD})|[\s-]+(?P<adverb>{'|'.join(_ADVERBS)}))\b"
    rf"|\b(?:(?:(?P<so_often>once|twice|thrice)|(?P<so_many>{_NUMBER})\s*(?:times|x|×))\s+)?every\s+(?:(?P<other>other|second)\s+(?P<other_period>{_PERIOD})|(?P<count>{_NUMBER})(?:\s+|(?<=\d))(?P<periods>{_PERIOD})s?(?!s? of an\b)"
    rf"|(?P<rank>{'|'.join(_RANKS)})\s+(?P<rank_period>{_PERIOD}))\b"
    rf"|\bat\s+(?:intervals\s+of\s+(?P<interval>{_NUMBER})\s+(?P<intervals>{_PERIOD})s?|(?P<spaced>{_NUMBER})[ -](?P<spaces>{_PERIOD})\s+intervals)\b"
    rf"|\b(?P<number>{_NUMBER})-(?P<ly>hourly|daily|weekly|monthly|yearly|annually)\b"
    rf"|\b(?:half-(?P<half_ly>hourly|yearly)|every\s+half(?:[ -]an?)?[ -](?P<half>hour|day|year)|(?P<three_quarters>every\s+three[ -]quarters\s+of\s+an\s+hour)|(?P<quarter>every\s+quarter(?:\s+of\s+an)?[ -]hour|quarter-hourly)|(?P<two>semi-?annually|biannually))\b"
    rf"|\b(?:(?P<as_often>once|twice|thrice)|(?P<as_many>{_NUMBER})\s*(?:times|x|×))\s+(?:in|per)\s+(?:every\s+)?(?P<once_in>{_NUMBER})\s+(?P<years>{_PERIOD})s?\b"
    rf"|\bevery\s+(?P<and_half>{_PERIOD})\s+and\s+a\s+half\b"
    r"|(?<![\w.])(?:(?P<latin>[btq]\.\s?i\.\s?d|[qo]\.\s?d|tid|qid|qd|(?-i:BID|BDS|TID|TDS|QID|QDS|QD|OD))(?![\w])\.?|q\s?(?P<hourly>\d{1,2})\s?h(?!\w))"
    rf"|\b(?:each|every|per)\s+(?P<each>{_PERIOD})\b|\b(?P<alone>{'|'.join(_ADVERBS)})\b",
    re.IGNORECASE,
)

# what each frequency has one of
_MARKS = (
    ".d",
    "id",
    "ds",
    "q",
    "od",
    "ly",
    "every",
    "each",
    "per",
    "once",
    "twice",
    "thrice",
    "time",
    "interval",
    "x",
    "×",
)

_PORTION = regex(
    rf"\W*(?P<count>{_NUMBER})\s+(?:[a-z]+s?\s+)?(?:an?|per|each|every)\s+(?P<period>{_PERIOD})\W*", re.IGNORECASE
)


_COUNTED = regex(
    rf"\b(?P<count>{_NUMBER})\s+(?P<deed>[a-z]{{3,}})(?=\s+(?:every|per|each|an?|in(?:\s+every|\s+an?)?)\s+(?:{_NUMBER}\s*)?(?:{_PERIOD})s?\b)",
    re.IGNORECASE,
)


class Frequency(NamedTuple):
    """Times an hour, and where in the text that is said, in characters."""

    rate: Fraction
    start: int
    end: int


def read_frequency(text: str) -> Frequency | None:
    """Return the first frequency of a text; None when there is none.

    >>> [read_frequency(text).rate == Fraction(1, 12) for text in ("twice daily", "2x a day", "every 12 hours", "twice a week")]
    [True, True, True, False]
    """
    lowered = text.lower()
    found = _OFTEN.search(text) if any(mark in lowered for mark in _MARKS) else None
    if found is None:
        return None
    return Frequency(_rate(found), found.start(), found.end())


def without_frequency(text: str) -> str:
    """Return a text without the first frequency in it, where there is something beside that.

    >>> without_frequency("500 mg every six hours"), without_frequency("2 tablets, 3 times daily"), without_frequency("twice a day")
    ('500 mg', '2 tablets', 'twice a day')
    """
    often = read_frequency(text)
    if often is None:
        return text
    rest = f"{text[: often.start].rstrip(' ,;')} {text[often.end :].lstrip(' ,;')}".strip()
    return rest if any(map(str.isalnum, rest)) else text


def read_frequencies(text: str) -> list[Frequency]:
    """Return every frequency of a text, in its order.

    >>> [str(each.rate) for each in read_frequencies("Rinse it daily and replace it at six-month intervals.")]
    ['1/24', '1/4380']
    """
    return [Frequency(_rate(found), found.start(), found.end()) for found in _OFTEN.finditer(text)]


_ABOUT = regex(r"\b(?:about|around|roughly|approximately|approx|circa|some|one)\b|[~≈ .,]", re.IGNORECASE)


def rates_of(texts: Iterable[str]) -> frozenset[Fraction]:
    """Return how often an hour each of the texts says, where it says nothing else.

    >>> sorted(map(str, rates_of(["about once a day", "hourly", "hourly in the summer"])))
    ['1', '1/24']
    """
    found = [(text, read_frequency(text) or read_portion(text)) for text in texts]
    return frozenset(
        often.rate for text, often in found if often and not _ABOUT.sub("", text[: often.start] + text[often.end :])
    )


def read_portion(text: str) -> Frequency | None:
    """Return a number a period that is all of a text, things between them or none; None for another text.

    >>> read_portion("two a day").rate == read_portion("2 tablets per day").rate, read_portion("5 km per hour up the hill") is None
    (True, True)
    """
    found = _PORTION.fullmatch(text)
    if found is None:
        return None
    return Frequency(_number(found["count"].lower()) / _HOURS[found["period"].lower()], found.start(), found.end())


_DOSE = regex(
    rf"\W*(?:take\s+)?(?P<count>{_NUMBER}|an?)\s+(?P<what>[a-z]+)\s+(?P<often>[a-z\d][^,;.]*?)\W*", re.IGNORECASE
)
_ONCE = regex(rf"(?:an?|per|each|every)\s+(?P<period>{_PERIOD})", re.IGNORECASE)


def counted_as_times(text: str, is_deed: Callable[[str], bool]) -> str:
    """Return a text with so many deeds in a period told as so many times; ``is_deed`` tells whether a word is what happens.

    >>> counted_as_times("two flashes every 20 s", "flashes".__eq__), counted_as_times("two tablets every 6 hours", "flashes".__eq__)
    ('two times every 20 s', 'two tablets every 6 hours')
    """
    return _COUNTED.sub(lambda told: f"{told['count']} times" if is_deed(told["deed"].lower()) else told[0], text)


class Dose(NamedTuple):
    """So many of something each time, and how often an hour."""

    number: Fraction
    what: str
    rate: Fraction


def read_dose(text: str) -> Dose | None:
    """Return how many of something are taken how often, where a text says that and nothing else.

    >>> read_dose("one tablet twice a day") == read_dose("1 tablet 2 times daily") == read_dose("a tablet every 12 hours")
    True
    >>> read_dose("two tablets a day") == read_dose("one tablet twice a day"), read_dose("one tablet")
    (False, None)
    """
    told = _DOSE.fullmatch(text)
    if told is None or told["what"].lower() in ("times", "time"):
        return None
    often, once = read_frequency(told["often"]), _ONCE.fullmatch(told["often"])
    if often and (often.start, often.end) == (0, len(told["often"])):
        rate = often.rate
    elif once:
        rate = 1 / _HOURS[once["period"].lower()]
    else:
        return None
    count = told["count"].lower()
    return Dose(Fraction(1) if count in ("a", "an") else _number(count), singular(told["what"].lower()), rate)


# what names a number of periods, and what names the period
_SPACED = (
    ("count", "periods"),
    ("rank", "rank_period"),
    ("interval", "intervals"),
    ("spaced", "spaces"),
    ("number", "ly"),
    ("once_in", "years"),
)


def _rate(found: re.Match[str]) -> Fraction:
    part = {name: value.lower() for name, value in found.groupdict().items() if value}
    hours = _hours(part)
    return _times(part) / hours if hours else Fraction(0)


def _hours(part: Mapping[str, str]) -> Fraction:
    """Return the hours of the period that is named."""
    if "other_period" in part:
        return 2 * _HOURS[part["other_period"]]
    if "and_half" in part:
        return Fraction(3, 2) * _HOURS[part["and_half"]]
    if "half" in part or "half_ly" in part or "two" in part:
        return _HOURS[part.get("half") or _ADVERBS[part.get("half_ly", "yearly")]] / 2
    if fixed := next((hours for name, hours in _FIXED.items() if name in part), None):
        return fixed
    if "hourly" in part:
        return Fraction(part["hourly"])
    for number, period in _SPACED:
        if number in part:
            every = _RANKS.get(part[number]) or _number(part[number])
            return every * _HOURS[_ADVERBS.get(part[period], part[period])]
    return _HOURS[part.get("each") or part.get("period") or _ADVERBS[part.get("alone") or part["adverb"]]]


def _times(part: Mapping[str, str]) -> Fraction:
    """Return how many times in the period."""
    many = part.get("times") or part.get("so_many") or part.get("as_many")
    if many:
        return _number(many)
    if "latin" in part:
        return Fraction(LATIN[part["latin"].replace(".", "").replace(" ", "")])
    return Fraction(
        {"twice": 2, "thrice": 3}.get(part.get("once") or part.get("so_often") or part.get("as_often", ""), 1)
    )


def _number(text: str) -> Fraction:
    whole = _AND_HALF.sub("", text)
    tens, _, units = whole.replace(" ", "-").partition("-")
    value = _NUMBERS.get(whole) or (_NUMBERS[tens] + _NUMBERS[units] if units else whole)
    return Fraction(value) + Fraction(whole != text, 2)
