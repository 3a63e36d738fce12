"""Things of one kind that exclude one another: "Mill Road" is not Mill Street, "page 4" not chapter 4, "3 points" not 3 goals, nor 6 am 6 pm."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.calendar import DAYS
from qa_eval.reading.notations import Kind, notations_in
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.words import SMALL, form, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.reading.notations.notation import Values
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_GROUPS = tuple(
    frozenset(group.split())
    for group in (
        "street road avenue lane square drive boulevard terrace crescent alley highway",
        "chapter page section volume verse paragraph act scene",
        "goal point run set wicket try stroke length lap",
        "river lake mountain mount bay gulf strait cape",
    )
)
_GROUP_OF = {word: group for group in _GROUPS for word in group}
_KINDS = frozenset(_GROUP_OF)
_WHAT = regex(r"\W*(?:what|which)\b", re.IGNORECASE)
_AMOUNT_ASKED = regex(
    r"\b(?:number|amount|total|percent\w*|figure|price|cost|score|margin|size|length|count|population|age|rate|value|ratio|share|sum|distance|year|size|capacity|long|many|much)\b",
    re.IGNORECASE,
)
_NAME_AND_FIGURE = regex(
    r"(?P<name>[A-Z][\w'’.&-]+(?: (?:[A-Z][\w'’.&-]*|&|and|of))*), (?:about )?[$€£]\d[\d.,]*(?: (?:thousand|million|billion|trillion))?"
)
_SHORT_STREET = regex(r"\w (?P<kind>St|Dr)\b\.?\s*\Z")
_STREETS = {"St": "street", "Dr": "drive"}
_TURN = regex(r"\b(?:every|each)\s+(?:(?P<turn>other|second|2nd|third|fourth)\s+)?[a-z]+", re.IGNORECASE)
_NUMBERED = regex(r"[A-Za-z]{3,} \d+")  # "size 42"
_HALF = regex(r"\d\s?[ap]\.?\s?m\b|\b(?:noon|midday|midnight)\b", re.IGNORECASE)
_DAY = regex(rf"\b(?P<name>{'|'.join(DAYS)}|weekday|weekend)s?\b", re.IGNORECASE)
_DAYS = {"weekday": frozenset(DAYS[:5]), "weekend": frozenset(DAYS[5:])} | {day: frozenset((day,)) for day in DAYS}


def is_of_another_kind(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer says the accepted words of another thing, time or day than the accepted one."""
    if len(said.words) > SHORT or not asked.wanted:
        return None
    return (
        _without_the_name(asked, said)
        or _another_noun(asked, said)
        or _another_thing(asked, said)
        or _another_time(asked, said)
        or _another_day(asked, said)
        or _another_turn(asked, said)
        or _measured_instead(asked, said)
    )


def _measured_instead(asked: Asked, said: Said) -> Decision | None:
    """Decide where a numbered thing is accepted and an answer measures something: "42 cm", for size 42."""
    if not all(_NUMBERED.fullmatch(each.text) and each.figure and not each.figure.unit for each in asked.wanted):
        return None
    if len(said.figures) != 1 or not said.figures[0].unit or said.figures[0].unit == "percent":
        return None
    return Decision(0.1, Reason.WRONG_UNIT, "measures something, and is no number of it")


def _another_thing(asked: Asked, said: Said) -> Decision | None:
    short = _shortened(said.plain)
    others = (said.bag & _KINDS - asked.forms) | short
    if not others:
        return None
    for wanted in asked.wanted:
        kinds = _KINDS.intersection(wanted.content)
        if not kinds or kinds & (said.bag | short) or others.isdisjoint(*(_GROUP_OF[kind] for kind in kinds)):
            return None
    return Decision(0.15, Reason.WRONG_NAME, "a thing of another kind")


def _shortened(text: str) -> frozenset[str]:
    """Return the kind of street that a text ends with in its short form, which means something else elsewhere: "Mill St."."""
    short = _SHORT_STREET.search(text)
    return frozenset((_STREETS[short["kind"]],)) if short else frozenset()


def _without_the_name(asked: Asked, said: Said) -> Decision | None:
    """Decide where a name and a figure are accepted together, and the figure is given without the name: "Hale, $19 billion", for Vane, $19 billion."""
    if not asked.figures:
        return None
    names = [_NAME_AND_FIGURE.fullmatch(text) for text in asked.listed]
    if not all(names):
        return None
    own = {word.form for name in names if name for word in words_of(name["name"])} - SMALL
    return None if own & said.bag else Decision(0.15, Reason.WRONG_NAME, "without the accepted name")


def _another_noun(asked: Asked, said: Said) -> Decision | None:
    """Decide where it is asked what there is, not how many, and as many of something else are given: "three pies", for three sausages."""
    if not asked.figures or not said.figures or not _WHAT.match(asked.text) or _AMOUNT_ASKED.search(asked.text):
        return None
    wanted = {noun for _, gold in asked.figures if (noun := gold.noun.lower())}
    told = {noun for figure in said.figures if (noun := figure.noun.lower())}
    if len(wanted) != len(asked.figures) or not told or any(figure.unit for figure in said.figures):
        return None
    known = wanted | {form(noun) for noun in wanted}
    named = known | asked.words | asked.forms  # "four-shaft countermarch", for such a loom
    if any(noun in named or form(noun) in named for noun in told) or known & said.bag:
        return None
    return Decision(0.15, Reason.WRONG_WORDS, "as many of something else")


def _another_time(asked: Asked, said: Said) -> Decision | None:
    if not _HALF.search(said.plain) or not all(map(_HALF.search, asked.listed)):
        return None
    wanted, told = _times(asked.listed), _times((said.plain,))
    return None if wanted & told or not told else Decision(0.1, Reason.WRONG_VALUE, "another time of day")


@lru_cache(maxsize=512)
def _times(texts: tuple[str, ...]) -> frozenset[Values]:
    return frozenset(value for text in texts for each in notations_in(text, (Kind.TIME,)) for value in each.values)


def _another_day(asked: Asked, said: Said) -> Decision | None:
    if "day" not in said.plain.lower() and "weekend" not in said.plain.lower():
        return None
    wanted, told = _days(asked.listed), _days((said.plain,))
    if not wanted or not told or wanted & told:
        return None
    return Decision(0.1, Reason.WRONG_DATE, "another day of the week")


def _another_turn(asked: Asked, said: Said) -> Decision | None:
    """Decide where something happens in every one of some days or the like, and is said to in every other: "every other Friday", for every Friday."""
    told = _TURN.search(said.plain) if "every" in said.bag else None
    if told is None:
        return None
    wanted = [_TURN.search(text) for text in asked.listed]
    if not all(wanted):
        return None
    turns = {_turn(each) for each in wanted if each}
    return None if _turn(told) in turns else Decision(0.1, Reason.WRONG_DATE, "every other one, or every one")


def _turn(found: re.Match[str]) -> str:
    return {"other": "second", "2nd": "second"}.get(found["turn"] or "", found["turn"] or "")


def _days(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(day for text in texts for found in _DAY.finditer(text) for day in _DAYS[found["name"].lower()])
