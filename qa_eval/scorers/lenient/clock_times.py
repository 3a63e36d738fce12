"""Times of day, by their time zones where both are told, and times that something takes, to the second or less."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.notations import Kind, notation_of, notations_in
from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.hours import hours_told

if TYPE_CHECKING:
    from collections.abc import Collection

TIME_ASKED = regex(
    r"(?<!\bin )\b(?:what|which) (?:exact |local |clock )?time\b(?! did .*\b(?:run|swim|clock|record|set))",
    re.IGNORECASE,
)
_CLOCK = regex(
    r"\d\s?[ap]\.?\s?m\b|o'clock|\b(?:noon|midday|midnight|half past|quarter (?:to|past))\b|^\d\d:\d\d$", re.IGNORECASE
)
# behind a time only: "11 a.m. Eastern Time (UTC-5)"
_ZONE = regex(
    r"(?<=[\dmkntgM.])(?<=\S),? ?(?P<bracket>\()?(?:\b(?P<letter>[ECMP])(?:[SD]T|T)|(?P<other>GMT|UTC|BST|CES?T|IST|JST|AES?T)(?: ?[-+]\d{1,2}(?::\d\d)?)?"
    r"|(?P<named>(?:US )?(?:Eastern|Central|Mountain|Pacific)(?: Standard| Daylight)?(?: Time| time)?)|(?P<local>local time))(?(bracket)\)|(?!\w))"
)
_HOURS_BEHIND = {"E": 0, "C": 1, "M": 2, "P": 3}
_TAKEN = regex(
    r"\d:\d\d\.\d|\d\s?(?:m|['′]|min|minutes?)\.?,?\s?(?:and )?\d+(?:\.\d+)?\s?(?:[\"″]|s\b|sec)", re.IGNORECASE
)
_DECIMAL = regex(r"(?P<value>\d+\.(?P<places>\d{1,3}))\s?(?P<unit>[mh])", re.IGNORECASE)
_BARE = regex(r"\s*(?:at )?\d{1,2}[:.]\d\d\.?\s*", re.IGNORECASE)
_DAY = 24 * 60
_LONGEST = 200  # characters; a longer answer tells more than hours
_ENDS = 2  # of a span: "It opens at nine and closes at five o'clock"
_SPAN = regex(
    r"(?:between |from )?\d{1,2}(?:[:.h]\d\d)?(?:\s?[ap]\.?m\.?)?\s*(?:[-–—]|to|until|till|and)\s*\d{1,2}(?:[:.h]\d\d)?(?:\s?[ap]\.?m\.?|\s?h)?\W*",
    re.IGNORECASE,
)
HOURS_ASKED = regex(r"\b(?:when|hours|what times?|which times?)\b", re.IGNORECASE)
_DOTTED = regex(r"(?P<lead>\s*(?:at )?)(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)\.?\s*", re.IGNORECASE)


def same_time(answer: str, accepted: str, *, asked: bool = False) -> bool | None:
    """Return whether an answer gives the accepted time of day; None where none is accepted for sure, or none is said.

    ``asked``: a time of day is asked for, so that "8:45" is one.

    >>> same_time("18:00", "6 pm"), same_time("6 am", "6 pm"), same_time("in the evening", "6 pm")
    (True, False, None)
    >>> same_time("8 p.m.", "8 pm ET"), same_time("5 pm Pacific", "8 pm ET"), same_time("8 pm PT", "8 pm ET")
    (True, True, False)
    """
    bare, zone = _without_zone(accepted)
    if not (_CLOCK.search(bare) or (asked and _BARE.fullmatch(bare))):
        return None
    wanted = [found for found in notation_of(bare) if found.kind is Kind.TIME]
    if not wanted:
        return None
    answer, other = _without_zone(answer)
    said = notations_in(
        _DOTTED.sub(r"\g<lead>\g<hour>:\g<minute>", answer) if _DOTTED.fullmatch(answer) else answer, (Kind.TIME,)
    )
    later = 60 * (other - zone) if len(said) == 1 and zone is not None and other is not None else 0
    golds = wanted[0].values
    return any(any(_shifted(value, later) in golds for value in one.values) for one in said) if said else None


def same_hours(answer: str, accepted: str, asked: str) -> bool | None:
    """Return whether an answer gives the accepted hours from one time to another; None where no such are accepted, or none said.

    >>> [same_hours(said, "from 22:00 to 06:00", "When is the night shift?") for said in ("10 pm until 6 am", "10 till 6", "22:00 to 07:00", "at night")]
    [True, True, False, None]
    """
    if not _SPAN.fullmatch(accepted.strip()) or len(answer) > _LONGEST:
        return None
    wanted = hours_told(accepted, asked)
    if len(wanted) != 1:
        return None
    told = hours_told(answer, asked)
    if told:
        return any(each <= wanted[0] for each in told)
    single = notations_in(answer, (Kind.TIME,))
    if len(single) == _ENDS:
        pairs = {(*one, *other) for one in single[0].values for other in single[1].values}
        return bool(pairs & wanted[0])
    return False if single else None


def same_elapsed(answer: str, accepted: str) -> bool | None:
    r"""Return whether an answer gives the accepted time that something takes; None where no such is accepted, said, or said for sure.

    >>> [same_elapsed(said, "3:42.15") for said in ("222.15 s", "3 min 42.15 s", "3'42\"51", "a record")]
    [True, True, False, None]
    >>> [same_elapsed(said, "8 min 20 s") for said in ("about 8.3 minutes", "8.4 minutes", "8.33 min")]
    [True, False, True]
    """
    bare = accepted.strip(" .")
    wanted = [found for found in notation_of(bare) if found.kind is Kind.ELAPSED] if _TAKEN.search(bare) else []
    said = notations_in(answer, (Kind.ELAPSED,)) if wanted else ()
    same = [
        not each.values.isdisjoint(wanted[0].values) or _is_rounded(answer[each.start : each.end], wanted[0].values)
        for each in said
    ]
    if all(same):
        return True if said else None
    return None if any(same) or len(said) > 1 else False


def _is_rounded(told: str, wanted: Collection[tuple[Fraction, ...]]) -> bool:
    """Return whether a time in minutes or hours with a decimal is an accepted one in whole seconds, rounded to what it shows."""
    decimal = _DECIMAL.search(told)
    if decimal is None:
        return False
    unit = 60 if decimal["unit"].lower() == "m" else 3600
    value, step = Fraction(decimal["value"]) * unit, Fraction(unit, 10 ** len(decimal["places"]))
    return any(each.denominator == 1 and abs(each - value) * 2 <= step for time in wanted for each in time)


def _shifted(value: tuple[Fraction, ...], minutes: int) -> tuple[Fraction, ...]:
    return tuple((each + minutes) % _DAY for each in value) if minutes else value


def _without_zone(text: str) -> tuple[str, int | None]:
    """Return a text without the time zones behind its times, and how many hours behind New York the first of America is."""
    zone = _ZONE.search(text)
    if zone is None:
        return text, None
    letter = zone["letter"] or (zone["named"] or "").removeprefix("US ")[:1]
    return _ZONE.sub("", text), _HOURS_BEHIND.get(letter)
