"""Whole statements denied, or said where the accepted one is a denial: "the drug is not safe", "a link was found" for no link."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.words import SMALL, plain, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

_DENIES = regex(
    r"\b(?:not(?! (?:only|just|merely|least)\b)|no(?! (?:doubt|question|one but|wonder|later|earlier|sooner|more|less|fewer|other)\b)|never|none(?! but\b)|nobody(?! but\b)|nothing(?! but\b)|neither|nor"
    r"|without|cannot|hardly|scarcely|barely|unable to|fail(?:s|ed|ing)? to|lack(?:s|ed|ing)?|absence of)\b|\b[a-z]+n['’]t\b",
    re.IGNORECASE,
)
_NEGATORS = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "without",
        "cannot",
        "hardly",
        "scarcely",
        "barely",
        "longer",
        "unable",
        "fail",
        "lack",
        "absence",
    ]
)
_CLAUSE = regex(r"[,.;:!?()]\s|\s(?:but|although|though|while|because)\s", re.IGNORECASE)
_ASIDE = 30  # characters that may stand among the words of an accepted statement
_EXCEPT = regex(
    r"\b(?:(?:any|every)(?:one|body|thing|where)|all(?: of them| others?)?)\s+(?:but|except(?: for)?|excluding|apart from|other than|save(?: for)?)\s+(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)


def turns_it_round(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer denies every accepted statement that it holds the words of, or says it without its denial."""
    if len(said.words) > SHORT or asked.dates or asked.only_figures or _any_denies((asked.text,)):
        return None
    if not is_denial(asked) and not _denies(said.plain):
        return None
    told = [_agrees(text, said) for text in asked.listed]
    if True in told or False not in told:
        return None
    return Decision(0.08, Reason.CONTRADICTION, "says the opposite of the accepted answer")


def is_denial(asked: Asked) -> bool:
    """Return whether an accepted answer is itself a denial: "no effect"."""
    return _any_denies(asked.listed)


@lru_cache(maxsize=512)
def _any_denies(texts: tuple[str, ...]) -> bool:
    return any(map(_denies, texts))


def leaves_it_out(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer says all but the accepted: "anyone but Anna Keller"."""
    told = _EXCEPT.search(said.plain) if len(said.words) <= SHORT else None
    if told is None or any(_EXCEPT.search(text) for text in asked.listed):
        return None
    behind = next((word for word in said.words if word.start >= told.end()), None)
    wanted = {word.form for text in asked.listed for word in _content(text)}
    return Decision(0.1, Reason.CONTRADICTION, "says all but it") if behind and behind.form in wanted else None


def _agrees(text: str, said: Said) -> bool | None:
    """Return whether an answer denies what an accepted text denies and nothing else of it; None where it does not hold its words."""
    denied = _denies(text)
    wanted = _content(text)
    if len(wanted) + denied < 2:  # noqa: PLR2004 - a name by itself is no statement
        return None
    places = _places(wanted, said)
    if places is None:
        return None
    start, end = min(word.start for word in places), max(word.end for word in places)
    if end - start > len(text) + _ASIDE:
        return None
    begins = max((edge.end() for edge in _CLAUSE.finditer(said.plain, 0, start)), default=0)
    return denied == any(
        _denies(said.plain, low, high)
        for low, high in _clauses(said.plain, begins, end)
        if any(low <= word.start < high for word in places)
    )


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses between two places of a text."""
    for edge in _CLAUSE.finditer(text, start, end):
        yield start, edge.start()
        start = edge.end()
    yield start, end


def _denies(text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether a stretch of a text denies something; a word with a capital within it belongs to a title: "Much Ado About Nothing"."""
    found = _DENIES.finditer(text, start, len(text) if end is None else end)
    return any(not denial[0][0].isupper() or not denial.start() for denial in found)


def _content(text: str) -> Sequence[Word]:
    return [word for word in words_of(plain(text)) if word.form not in SMALL and word.form not in _NEGATORS]


def _places(wanted: Sequence[Word], said: Said) -> list[Word] | None:
    """Return where an answer says all these words, in one inflection or another; None where it does not."""
    found = []
    for word in wanted:
        place = next(
            (each for each in said.words if each.form == word.form or stem(each.form) == stem(word.form)), None
        )
        if place is None:
            return None
        found.append(place)
    return found
