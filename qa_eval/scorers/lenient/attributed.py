"""What a figure is said of: another year, size, thing or part than the question asks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers.lenient.antonyms import CASES, IN_A_CASE, OPPOSITES
from qa_eval.scorers.lenient.asking import counted, counts_by_deed
from qa_eval.scorers.lenient.labelled import is_of_another_sign, is_of_the_place
from qa_eval.scorers.lenient.other_clause import is_converted_otherwise, is_reached_later, is_told_in_the_other
from qa_eval.scorers.lenient.scales import own_scale
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_OF_YEAR = regex(
    r"(?:\s+(?:million|billion|thousand|percent))?\s+(?:in|for|during|at the end of) (?:fiscal |the year |FY ?){0,2}((?:19|20)\d\d)\b"
)
_LABELLED = regex(r"[(;,]\s*(?:in )?(?:FY ?)?((?:19|20)\d\d)\s?[:=]\s*\Z")  # "(2020: $274.5 billion)"
_SIZES = (
    "tall high height",
    "wide width broad",
    "long length",
    "deep depth",
    "thick",
    "heavy weight",
    "across diameter",
)
_SIZE_OF = {word: sizes.split()[0] for sizes in _SIZES for word in sizes.split()}
_SIZE = regex(rf"\b(?:{'|'.join(_SIZE_OF)})\b", re.IGNORECASE)
_SIZE_BEHIND = regex(rf"\s+(?:in )?({'|'.join(_SIZE_OF)})\b", re.IGNORECASE)
_REST = regex(r"\b(?:the|its|their|another) (?:other|remaining|rest)\b")
_REST_BEFORE = regex(
    r"\b(?:the|its|their) (?:other|remaining)(?: (?:about|some|roughly|nearly))?\s+$|\bleaving(?: (?:about|some|roughly|nearly))?\s+$",
    re.IGNORECASE,
)
_IS_THE = regex(r"(?: or so| of [a-z ]{1,24}?)?\s+(?:is|are|was|were) (?:(?:made of|all|the|in) )?", re.IGNORECASE)
_PEOPLE = frozenset(map(form, ("people", "persons", "lives", "deaths", "victims", "fatalities", "casualties", "men")))
ROUGHLY = frozenset(map(form, ("nearly", "almost", "approximately", "roughly", "around", "over", "some", "least")))
_IN_ALL = regex(r"\b(?:total|altogether|in all|overall|sum)\b", re.IGNORECASE)
_CLAUSE = regex(
    rf"[.!?]\s+(?=[A-Z\"'])|;|,? \b(?:while|whereas|but|although|versus|against)\b|, and\b|\band (?={IN_A_CASE}\b)"
)
_MONEY = frozenset(map(form, "dollar euro pound cent yen franc money million billion thousand".split()))  # noqa: SIM905 - a word list reads best as one text
_THING = regex(
    r"(?:\b(?:and|while|whereas|but)\b|[,;])\s*(?:(?P<that>that of|those of)\s+|(?:for|of|in|with)\s+)?(?:(?:the|an?)\s+)?(?P<thing>[a-z][a-z-]{2,})\s+(?:(?:at|is|was|has|had|of|to|it is|this is)\s+)?\Z",
    re.IGNORECASE,
)
# capitals that name what is measured, and no part of anything
_MEASURED = frozenset(
    map(form, "eps ebit ebitda gaap fcf fy q1 q2 q3 q4 h1 h2 roe cogs capex ceo cfo".split())  # noqa: SIM905 - a word list reads best as one text
)
_CONTRAST = regex(r"\b(?:on the other hand|(?:by|in) (?:contrast|comparison))\b", re.IGNORECASE)
_NEXT = 4  # characters between a figure and the clause that tells the next one
_BESIDES = 30  # characters before a figure that may name what it counts


def is_of_another(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure that is an accepted one is said of something that the question does not ask for."""
    return (
        is_of_another_year(figure, asked, said)
        or is_another_size(figure, asked, said)
        or is_the_rest(figure, asked, said)
        or counts_others(figure, asked, said)
        or is_of_another_part(figure, asked, said)
        or is_of_another_thing(figure, asked, said)
        or is_of_the_contrast(figure, asked, said)
        or is_of_the_other_case(figure, asked, said)
        or is_money(figure, asked)
        or is_of_another_sign(figure, asked, said)
        or is_of_the_place(figure, asked, said)
        or is_told_in_the_other(figure, asked, said)
        or is_converted_otherwise(figure, asked, said)
        or is_reached_later(figure, asked, said)
    )


def gives_another(asked: Asked, said: Said) -> bool:
    """Return whether an accepted figure of an answer is said of something else, or in another unit."""
    if not asked.only_figures:
        return False
    golds = [gold for _, gold in asked.figures]
    return any(
        (any(figure.value == gold.value for gold in golds) and is_of_another(figure, asked, said))
        or is_of_another_year(figure, asked, said)
        or any(is_in_another_unit(figure, gold) or _is_a_count(figure, gold) for gold in golds)
        for figure in said.figures
    )


def is_set_aside(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is denied, or only what another is compared with: "versus 9", but not "versus 9 in 2020", where that year is asked for."""
    if not any(low <= figure.start < high for low, high in said.aside):
        return False
    behind = _OF_YEAR.match(said.plain, figure.end) if asked.years else None
    of_asked = behind is not None and int(behind[1]) in asked.years
    return not of_asked or any(low <= figure.start < high for low, high in said.denied)


def is_of_another_year(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is said to be of a year that the question does not name: "from 21.3% in 2019 to 19.8% in 2020"."""
    if not asked.years:
        return False
    told = _OF_YEAR.match(said.plain, figure.end) or right_before(_LABELLED, said.plain, figure.start)
    return told is not None and int(told[1]) not in asked.years


def is_another_size(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is another size than the one asked for: "30 metres wide", where the question asks how tall."""
    behind = _SIZE_BEHIND.match(said.plain, figure.end) if figure.unit else None
    if behind is None:
        return False
    wanted = {_SIZE_OF[word.lower()] for word in _SIZE.findall(asked.text)}
    return bool(wanted) and _SIZE_OF[behind[1].lower()] not in wanted


def is_the_rest(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is what is left of something: "40% is water, fat the other 60%"."""
    before = said.plain[max(0, figure.start - _BESIDES) : figure.start]
    if _REST_BEFORE.search(before) is None or _REST.search(asked.text.lower()):
        return False
    told = _IS_THE.match(said.plain, figure.end)
    return not any(word.start == told.end() and word.form in asked.forms for word in said.words if told)


def is_of_another_part(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure's clause names another part than the question does, and a clause with another figure names that one.

    "58 million in Leeds; in York it was 17 million" says nothing of York's 58 million.
    """
    if not asked.names or not figure.unit or len(said.figures) < 2:  # noqa: PLR2004 - one other
        return False
    low, high = _clause_of(figure, said)
    here = list(said.between(low, high))
    if any(word.form in asked.names for word in here):
        return False
    behind = said.plain.find(", ", figure.end)
    strange = {
        word.form
        for word in here
        if (word.start < behind or behind < 0)
        and word.capital
        and word.start not in said.sentences
        and len(word.form) > 1
        and not _is_in_figure(word.start, said)
    }
    strange -= asked.forms | SMALL | _MEASURED
    if not strange:
        return False
    for other in said.figures:
        low, high = _clause_of(other, said)
        if not other.dated and other.unit == figure.unit and not low <= figure.start < high:
            named = {word.form for word in said.between(low, high)}
            if not asked.names.isdisjoint(named):
                return True
    return False


def _is_in_figure(place: int, said: Said) -> bool:
    """Return whether a word belongs to a figure: the "USD" of "USD 3.28"."""
    return any(figure.start <= place < figure.end for figure in said.figures)


def is_of_another_thing(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is told of another thing behind one of the thing asked about: "lead melts at 327 °C and tin at 232 °C"."""
    if not figure.unit or len(said.figures) < 2:  # noqa: PLR2004 - one other
        return False
    before = next(
        (each for each in reversed(said.figures) if each.end <= figure.start and each.unit == figure.unit), None
    )
    told = _THING.search(said.plain, before.end, figure.start) if before else None
    if before is None or told is None:
        return False
    thing = form(told["thing"].lower())
    if thing in SMALL | ROUGHLY | asked.forms or thing.endswith("ly") or told.start() > before.end + _NEXT:
        return False
    start = max(begin for begin in said.sentences if begin <= before.start)
    asked_about = any(start <= word.start < before.start and word.form in asked.forms for word in said.words)
    return told["that"] is not None or asked_about


def is_of_the_contrast(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is told of what the thing asked about is set against: "It has 15. Hurling, by contrast, has 13"."""
    if len(said.figures) < 2 or not _CONTRAST.search(said.plain) or _CONTRAST.search(asked.text):  # noqa: PLR2004 - one other
        return False
    start = max(begin for begin in said.sentences if begin <= figure.start)
    end = next((begin for begin in said.sentences if begin > figure.start), len(said.plain))
    before = any(other.end <= start and other.value != figure.value and not other.dated for other in said.figures)
    return before and _CONTRAST.search(said.plain, start, end) is not None


def is_of_the_other_case(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is told of the opposite of what the question asks about, and another one of that: "A baby has 60, an adult 14"."""
    cases = [each for each in asked.forms if each in CASES]
    if not cases or len(said.figures) < 2:  # noqa: PLR2004 - one other
        return False
    low, high = _clause_of(figure, said)
    here = {word.form for word in said.between(low, high)}
    there = {word.form for word in said.words if not low <= word.start < high}
    others = any(not low <= other.start < high and other.value != figure.value for other in said.figures)
    return others and any(
        here & OPPOSITES[each]
        and not any(one.startswith(each) for one in here)
        and any(one.startswith(each) for one in there)
        for each in cases
    )


def is_money(figure: Quantity, asked: Asked) -> bool:
    """Return whether a figure is an amount of money where the question counts things, or of anything where it counts those who did something."""
    if figure.unit and asked.is_count and counts_by_deed(asked.text):
        return True
    if not (figure.unit.isupper() and len(figure.unit) == len("USD")):
        return False
    things = counted(asked.text)
    return bool(things) and not things & _MONEY


def _clause_of(figure: Quantity, said: Said) -> tuple[int, int]:
    """Return where the clause begins and ends that a figure stands in."""
    marks = _marks(said.plain)
    behind = bisect_right(marks, figure.start)
    low = marks[behind - 1]
    return low, marks[behind] if behind < len(marks) else len(said.plain)


@lru_cache(maxsize=16)
def _marks(text: str) -> list[int]:
    """Return where the clauses of a text begin, and where the last one ends."""
    return [0, *(mark.end() for mark in _CLAUSE.finditer(text)), len(text)]


def counts_others(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure counts others than the question asks for, behind one that may count those: "six, at five venues"."""
    if not asked.counted or figure.unit or _is_asked(figure.noun, asked):
        return False
    if _IN_ALL.search(said.plain, max(0, figure.start - _BESIDES), figure.start):
        return False
    about = _asked_about(figure, asked, said)
    for other in said.figures:
        if other.start >= figure.start or other.value == figure.value or other.unit or other.dated or other.ordinal:
            continue
        if is_of_the_other_case(other, asked, said):
            continue
        if any(other.value == given.value for given in asked.given) or about - _asked_about(other, asked, said):
            continue
        if _is_asked(other.noun, asked) or (figure.noun and not other.noun):
            return True
    return False


def _asked_about(figure: Quantity, asked: Asked, said: Said) -> set[str]:
    """Return the words of the question in the clause of a figure, but for those that say what is counted."""
    low, high = _clause_of(figure, said)
    found = said.abouts.get((id(asked), low, high))
    if found is None:
        about = asked.forms - asked.counted
        found = {word.form for word in said.between(low, high) if word.form in about}
        said.abouts[id(asked), low, high] = found
    return found


def _is_asked(noun: str, asked: Asked) -> bool:
    forms = {form(word) for word in noun.lower().split()}
    if forms & _PEOPLE and asked.counted & _PEOPLE:
        return True
    return any(one == other or alike(one, other) for one in forms for other in asked.counted)


def is_in_another_unit(figure: Quantity, gold: Quantity) -> bool:
    """Return whether a figure has the digits of an accepted one and another unit: "21,196 miles", for 21,196 km."""
    return (
        figure.value == gold.value
        and bool(figure.unit and gold.unit)
        and figure.unit != gold.unit
        and gold.unit not in figure.other_units
        and own_scale(figure) == own_scale(gold)
    )


def _is_a_count(figure: Quantity, gold: Quantity) -> bool:
    """Return whether a figure counts things where a measure of the same digits is accepted: "116 battles", for 116 years."""
    return figure.value == gold.value and bool(gold.unit and figure.noun) and not figure.unit
