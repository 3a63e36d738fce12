"""Days of the week that recur: "every other Tuesday", "on alternate Tuesdays", "Mon–Fri", "weekdays"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.calendar import DAYS, SHORT_DAYS
from qa_eval.reading.counting import ORDINALS, ordinal
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    import re

LONGEST = 100  # characters; a longer text says more than on which days
_FULL = {name: number for number, day in enumerate(DAYS) for name in (day, f"{day}s")}
_FULL |= {short: _FULL[name] for short, name in SHORT_DAYS.items()}
_NAMES = "|".join(sorted(_FULL, key=len, reverse=True))
_NAMED = regex(rf"\b(?:{_NAMES})\b")
_MAY_BE = regex(rf"\b(?:{_NAMES}|weekdays?|weekends?)\b")
_RANGE = regex(rf"\b(?P<first>{_NAMES})\b\.?\s*(?:-|–|—|to|through|thru|till|until)\s*(?P<last>{_NAMES})\b\.?")
_ALL_BUT = regex(
    rf"\b(?:(?:every|each) ?day(?: of the week)?|daily|(?:all|seven|7) days(?: a week)?|all week(?: long)?)(?:,?\s+)(?:except|but|apart from|other than|excluding|save)\s+(?:for\s+|on\s+|at\s+)?"
    rf"(?P<but>(?:weekends?|{_NAMES})\b(?:(?:\s*,|\s+and|\s*&|\s+or)\s*(?:on\s+)?(?:{_NAMES})\b)*)"
)
_SPAN = regex(r"\b(?:(?P<week>weekdays?|working days?)|weekends?)\b")
_SHORT = regex(rf"\b(?P<day>{'|'.join(name for name in _FULL if 'day' not in name)})\b\.?")
_WORD = regex(r"[a-z]+|\d+\w*|[^\w\s]")
RANKS = {writing: number for number in range(1, 6) for writing in (ORDINALS[number], ordinal(number))} | {"last": -1}
_PARTS = {f"{part}{ending}": part for part in ("morning", "afternoon", "evening", "night") for ending in ("", "s")}
_SMALL = frozenset("a the at on in of during and & , always , from between both".split())  # noqa: SIM905 - a word list reads best as one text
_ENDS = frozenset((RANKS["first"], RANKS["last"]))
_RECURS = frozenset(("every", "each", "weekly", "always"))
_MONTH = frozenset(("month", "months", "monthly"))
_ALTERNATE = regex(
    r"\b(?:alternat(?:e|ing)|every\s+other|every\s+(?:second|2nd)(?!.*\bmonth)|fortnightly|bi-?weekly|(?:once\s+)?every\s+(?:two|2)\s+weeks)\b"
)
_LED = regex(r"\b(?:on|every|each|at|alternate|once|the)\s")
_NOT_LED = regex(r"\d|\b(?:not|never|no|nor|or|except|but|until|till|before|after|since|from|early|late|mid)\b|n't\b")


class Weekly(NamedTuple):
    """Days of the week, every how many weeks, which of them in a month, and the part of the day.

    ``recurs``: the text says that they recur, "on Mondays".
    """

    days: frozenset[str]
    weeks: int
    ranks: frozenset[int]
    parts: frozenset[str]
    recurs: bool

    def is_same(self, other: Weekly) -> bool:
        """Return whether these are the same days, whether or not both say that they recur."""
        return self[:4] == other[:4]


def with_days(text: str) -> str:
    """Return a lower-case text with every day of the week written out, those of a span one by one.

    >>> with_days("mon-wed"), with_days("at weekends")
    ('monday, tuesday, wednesday', 'at saturday, sunday')
    """
    if not _MAY_BE.search(text):
        return text
    text = _RANGE.sub(_from_to, _ALL_BUT.sub(_other_days, text))
    text = _SPAN.sub(lambda found: ", ".join(DAYS[:5] if found["week"] else DAYS[5:]), text)
    return _SHORT.sub(lambda found: DAYS[_FULL[found["day"]]], text)


def _other_days(found: re.Match[str]) -> str:
    but = {DAYS[_FULL[name]] for name in _NAMED.findall(found["but"])}
    but.update(DAYS[5:] if "weekend" in found["but"] else ())
    return ", ".join(f"{day}s" for day in DAYS if day not in but)


def _from_to(found: re.Match[str]) -> str:
    first, last = _FULL[found["first"]], _FULL[found["last"]]
    return ", ".join(DAYS[place % len(DAYS)] for place in range(first, last + 1 + (len(DAYS) if last < first else 0)))


def read_weekly(text: str) -> Weekly | None:
    """Return the days of the week of which a text tells, and of nothing else; None for any other text.

    >>> read_weekly("every other Friday") == read_weekly("on alternate Fridays")
    True
    >>> sorted(read_weekly("It runs on weekends.").days), read_weekly("Friday, 3 May")
    (['saturday', 'sunday'], None)
    """
    plain = text.strip().rstrip(".").lower()
    if len(plain) > LONGEST or not _MAY_BE.search(plain):
        return None
    whole = _weekly(plain)
    led = None if whole else _LED.search(plain)
    if led is None or _NOT_LED.search(plain, 0, led.start()) or _MAY_BE.search(plain, 0, led.start()):
        return whole
    return _weekly(plain[led.start() :])


def _weekly(plain: str) -> Weekly | None:
    weeks = 2 if _ALTERNATE.search(plain) else 1
    rest = with_days(_ALTERNATE.sub("every", plain))
    recurs = rest != rest.replace("days", "day") or "weekend" in plain or "weekday" in plain
    days: set[str] = set()
    ranks: set[int] = set()
    parts: set[str] = set()
    month = False
    for word in _WORD.findall(rest):
        if word.removesuffix("s") in DAYS:
            days.add(word.removesuffix("s"))
        elif word in RANKS:
            ranks.add(RANKS[word])
        elif word in _PARTS:
            parts.add(_PARTS[word])
        elif word in _RECURS | _MONTH:
            recurs, month = True, month or word in _MONTH
        elif word not in _SMALL and word != "once":
            return None
    once = "once" in plain
    if not days or (ranks and not (month or (recurs and ranks <= _ENDS))) or (once and not (ranks and month)):
        return None  # "the last Friday" is one day, "every third Friday" comes every three weeks
    return Weekly(frozenset(days), weeks, frozenset(ranks), frozenset(parts), recurs)
