"""Counts that a question of yes or no sets a bound to, or a rank that it asks about: "twice" is more than once, "her fifth" not her first."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Bound
from qa_eval.reading.calendar import A_DAY
from qa_eval.reading.counting import ORDINALS
from qa_eval.reading.kinds import counts_alike
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers._words.verbs import has_verb, stems

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

_LONGEST = 120  # characters; a longer answer says more than that
_FEW = 4  # words of an answer that is nothing but a count
_BOUNDED = regex(
    r"\b(?:more than|over|above|at least|as many as|fewer than|less than|under|below|at most|no more than|up to)\s+(?:[$€£]?\d|once\b|twice\b|[a-z]+\b)",
    re.IGNORECASE,
)
_TIMES = regex(r"\b(?P<often>once|twice|thrice)\b", re.IGNORECASE)
_OFTEN = {"once": "1 time", "twice": "2 times", "thrice": "3 times"}
_NOT_SO = regex(
    r"\b(?:not|no|never|or|maybe|perhaps|if|than(?!\s+[$€£]?\d)|nearly|almost)\b|n['’]t\b|\?", re.IGNORECASE
)
_ABOVE = frozenset((Bound.MORE_THAN, Bound.AT_LEAST))
_BELOW = frozenset((Bound.LESS_THAN, Bound.UP_TO))
_RANKS = "|".join((*ORDINALS[1:13], r"\d{1,2}(?:st|nd|rd|th)"))
_RANK = regex(
    rf"(?:\b(?:the|his|her|its|their|a)|['’]s?)\s+(?P<rank>{_RANKS})\b|\bfor the (?P<time>{_RANKS}) time\b",
    re.IGNORECASE,
)
_IS_RANK = regex(
    rf"\W*(?:(?:it|this|that)\s+(?:is|was)\s+|(?:yes|no),\s+)?(?:already\s+|only\s+)?(?:the|his|her|its|their)\s+(?P<rank>{_RANKS})(?:\s+(?:one|time|in|of|this|that|since|so far)\b[^.;!?]*)?\W*",
    re.IGNORECASE,
)
# "every day except Monday", where it is asked about Mondays
_ALL_BUT = regex(
    r"\b(?:every|each|all|daily|any|always|everyone|everybody|everything)\b[^.;!?]*?\b(?:except(?:\s+for)?|but|save|bar|apart from|other than|excluding)\s+(?:on\s+|for\s+|the\s+)*(?P<what>[^.;,!?]+)\W*\Z",
    re.IGNORECASE,
)


_DAY = regex(rf"(?:{A_DAY})s?", re.IGNORECASE)


def amount_says(question: str, text: str) -> bool | None:
    """Return whether an answer says yes or no by a count, a rank or an exception that it tells; None where it tells none.

    >>> [amount_says("Did she win more than once?", text) for text in ("She won twice.", "once", "in May")]
    [True, False, None]
    >>> amount_says("Was it his first goal?", "It was his fifth."), amount_says("Is it open on Mondays?", "daily except Mondays")
    (False, False)
    """
    if len(text) > _LONGEST:
        return None
    but = _ALL_BUT.search(text)
    if but and (left_out := stems(but["what"])) and left_out <= stems(question):
        return False
    if but and _DAY.search(question) and _DAY.fullmatch(but["what"]):
        return True  # "daily except Sunday", where it is asked about Mondays
    ranked = _IS_RANK.fullmatch(text)
    if ranked:
        asked = {_rank(found["rank"] or found["time"]) for found in _RANK.finditer(question)}
        return _rank(ranked["rank"]) in asked if len(asked) == 1 else None
    bounded = _bound_of(question)
    if bounded is None or _NOT_SO.search(text) or not (has_verb(text) or len(text.split()) <= _FEW):
        return None
    if has_verb(text) and not stems(text) & stems(question):
        return None
    return _compared(bounded, text)


def _compared(asked: Quantity, text: str) -> bool | None:
    """Return whether the one figure of a text lies within the bound that is asked for; None where it is no figure of that kind."""
    figures = [figure for figure in read_quantities(_counted(text)) if not figure.dated]
    if len(figures) != 1 or figures[0].high is not None or figures[0].ordinal or not _is_alike(asked, figures[0]):
        return None
    said = figures[0]
    value = (
        convert(said.value, said.unit, asked.unit)
        if said.unit != asked.unit and said.unit and asked.unit
        else said.value
    )
    if value is None:
        return None
    if said.bound is not Bound.NONE and (value < asked.value if said.bound in _ABOVE else value > asked.value):
        return None
    if said.bound is not Bound.NONE:  # the bound said over again tells nothing by itself
        return None if value == asked.value else (said.bound in _ABOVE) == (asked.bound in _ABOVE)
    if value == asked.value:
        return asked.bound in (Bound.AT_LEAST, Bound.UP_TO)
    return (value > asked.value) == (asked.bound in _ABOVE)


def _is_alike(asked: Quantity, said: Quantity) -> bool:
    """Return whether two figures may count the same things, or measure them alike."""
    if asked.unit and said.unit:
        return asked.unit == said.unit or convert(said.value, said.unit, asked.unit) is not None
    if asked.unit or said.unit:
        return not said.unit and not said.noun
    one, other = singular(asked.noun.lower()), singular(said.noun.lower())
    return not one or not other or one == other or counts_alike(asked.noun, said.noun)


@lru_cache(maxsize=512)
def _bound_of(question: str) -> Quantity | None:
    """Return the one figure with a bound that a question names."""
    if _BOUNDED.search(question) is None:
        return None
    figures = [figure for figure in read_quantities(_counted(question)) if figure.bound in _ABOVE | _BELOW]
    return figures[0] if len(figures) == 1 and figures[0].high is None else None


def _counted(text: str) -> str:
    return _TIMES.sub(lambda found: _OFTEN[found["often"].lower()], text)


def _rank(word: str) -> str:
    low = word.lower()
    return str(ORDINALS.index(low)) if low in ORDINALS else low.rstrip("stndrh")
