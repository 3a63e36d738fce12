"""Figures of two clauses, of which the other one tells what is asked: "Fat makes up 60% of it and water 40%", for how much is water."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.given.asked import asked_of
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import REACH, regex, right_before
from qa_eval.reading.units import convert
from qa_eval.scorers.lenient.echoes import is_echo, is_form, is_strange
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

BEFORE = 16  # characters before a word that may say of or in what something is
OFF = 20  # one part of so many, by which no rounding turns one figure into another
MOST = 30  # words of an answer of two figures
_CUTS = (
    regex(r"[;.]\s+", re.IGNORECASE),
    regex(r",?\s(?:while|whereas|but)\s", re.IGNORECASE),
    regex(r",?\s(?:and|with)\s|,\s", re.IGNORECASE),
)
_WITHIN = regex(r"\b(?:of|in|on|at|from|among|per) (?:(?:the|its|their|an?|all|this|that) )?\Z", re.IGNORECASE)
_ALSO = regex(
    r"\b(?:or|also|equal\w*|same|i\.e|that is|namely|about|roughly|so|makes?(?! up)|making|giving|total|altogether|in all)\b|=|\(",
    re.IGNORECASE,
)

_ABOUT = r"(?:about |some |around |nearly )?[$€£]?\Z"
_TO = regex(rf"\bto\s+{_ABOUT}")
_CHANGED = regex(
    r"[^.;\d]*\b(?:improved|bettered|lowered|cut|raised|extended|increased|reduced|brought|shortened|lengthened|enlarged|expanded|widened)\b[^.;\d]{0,40}?\bto\s+"
    + _ABOUT
)
_LATER = regex(r"\b(?:later|afterwards|subsequently|eventually)\b", re.IGNORECASE)
_AFTER = regex(r"[\w %°]{0,12}\b(?:later|afterwards|after|the (?:next|following) (?:year|season|month|day))\b")
_CHANGE_ASKED = regex(
    r"\b(?:latest|ultimate\w*|new|best|forecast\w*|expect\w*|target\w*|guidance|estimate\w*|budget\w*|plan\w*|increase\w*|raise[ds]?|changed?|record|by|most)\b",
    re.IGNORECASE,
)
_PAST_ASKED = regex(r"\b(?:was|were|did|had)\b", re.IGNORECASE)
_IS = regex(r"\s*(?:is|are|was|were|of)\b")
_AT = regex(r"\b(?:at|during) (?:the |an? )?(?P<word>\w+)", re.IGNORECASE)
_DONE = regex(r"\b(?:is|are|was|were|been) (\w+(?:ed|en))\b")
_REFERS = regex(r"\bthe (?:number|figure|rate|total|value|amount|count)\b(?! of\b)|\bthis\b", re.IGNORECASE)
_AGAIN = regex(
    r"[^\d;.]{0,24}?[,\s(]*(?:(?:or|that is|which is|i\.e\.,?|equal to|equals|the same as|is|equivalent to|about|roughly)\s+)*[=≈(]?\s*",
    re.IGNORECASE,
)


def is_reached_later(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is what another one of its kind was changed to later: "he won in 44.8 seconds, a time he later improved to 43.9"."""
    if right_before(_TO, said.plain, figure.start) is None:
        return False
    start = max(begin for begin in said.sentences if begin <= figure.start)
    changed = _CHANGED.search(said.plain, max(start, figure.start - REACH), figure.start)
    if changed is None or _CHANGE_ASKED.search(asked.text) or not _PAST_ASKED.search(asked.text):
        return False
    stop = next((begin for begin in said.sentences if begin > figure.start), len(said.plain))
    if not _LATER.search(changed[0]) and not _AFTER.match(said.plain, figure.end):
        return False
    if any(word.form not in SMALL and is_echo(word, asked) for word in said.between(figure.end, stop)):
        return False  # "later improved to 43.9 in the final"
    return any(
        each.value != figure.value
        and not each.dated
        and not each.ordinal
        and (each.unit == figure.unit or not figure.unit)
        for each in said.figures
        if each.start < changed.start()
    )


def is_told_in_the_other(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether an answer of two clauses tells a figure of another thing, and one of its unit of the thing asked about."""
    figures = [each for each in said.figures if not each.dated and not each.ordinal]
    if len(figures) != 2 or len(said.words) > MOST or asked.is_negated or asked.is_when or figure not in figures:  # noqa: PLR2004 - one other
        return False
    one, other = figures
    alike = one.unit == other.unit or (bool(one.unit) and not other.unit and not other.noun)  # "90 °C and milk at 100"
    if not alike or one.value == other.value or one.high is not None or other.high is not None:
        return False
    cut = _cut(said.plain, one.end, other.start)
    if cut is None or _ALSO.search(said.plain, one.end, min(len(said.plain), other.end + BEFORE)):
        return False
    first = [word for word in said.words if word.end <= cut.start()]
    second = [word for word in said.words if word.start >= cut.end()]
    if not first or not second:
        return False
    mine, its = (first, second) if figure is one else (second, first)
    if _REFERS.search(said.plain, mine[0].start, mine[-1].end) or (figure is one and _is_bare(figure, first, said)):
        return False
    return _is_of_another(mine, its, asked, said)


def _is_bare(figure: Quantity, clause: Sequence[Word], said: Said) -> bool:
    """Return whether a clause opens with a figure of which nothing is told: "78 °C at normal pressure"."""
    opens = all(word.form in SMALL for word in clause if word.start < figure.start)
    return opens and not figure.noun and _IS.match(said.plain, figure.end) is None


def _cut(text: str, start: int, end: int) -> re.Match[str] | None:
    return next((found for cut in _CUTS if (found := cut.search(text, start, end))), None)


def _is_of_another(mine: Sequence[Word], its: Sequence[Word], asked: Asked, said: Said) -> bool:
    """Return whether one clause names the thing asked about and the other names another, and nothing that the first does not."""
    here, there = (_told_of(words, asked, said) for words in (mine, its))
    own = [word for word in mine if is_strange(word, asked) and word.form[0].isalpha()]
    return here < there and bool(own)


def _told_of(clause: Sequence[Word], asked: Asked, said: Said) -> set[str]:
    """Return the words of the question that a clause repeats, but for its verb, which the second of two clauses goes without."""
    verb, aside = asked_of(asked.text).verb, _circumstances(asked.text)
    content = [word for word in clause if word.form not in SMALL]
    named = {word.form for word in content if _names(word, asked, said)} - aside
    verbs = {verb, *map(verb_stem, _DONE.findall(asked.text.lower()))} - {""}
    return named - {word.form for word in content[1:] if any(is_form(word, each) for each in verbs)}


@lru_cache(maxsize=512)
def _circumstances(question: str) -> frozenset[str]:
    """Return the words of a question that only say where or when: the sea of "at sea level"."""
    return frozenset(form(found["word"].lower()) for found in _AT.finditer(question))


def _names(word: Word, asked: Asked, said: Said) -> bool:
    """Return whether a word repeats the question, and does not only say of or in what something is."""
    within = _WITHIN.search(said.plain, max(0, word.start - BEFORE), word.start)
    return word.form not in SMALL and word.form != "per" and is_echo(word, asked) and within is None


def is_converted_otherwise(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether an answer tells a figure again in the unit that is accepted, and there as another one: "0 °C, which is 30 °F"."""
    units = {gold.unit for _, gold in asked.figures}
    if len(said.figures) != 2 or not figure.unit or figure.unit in units:  # noqa: PLR2004 - one other
        return False
    other = next(each for each in said.figures if each is not figure)
    if (
        not other.unit
        or other.unit not in units
        or other.high is not None
        or not _AGAIN.fullmatch(said.plain, figure.end, other.start)
    ):
        return False
    converted = convert(figure.value, figure.unit, other.unit)
    return converted is not None and abs(converted - other.value) * OFF > abs(converted)
