"""Of whom the clauses of a short answer say what is asked, and of whom they deny it: "Germany did not win; Brazil did"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY
from qa_eval.scorers.lenient.antonyms import OPPOSITES
from qa_eval.scorers.lenient.echoes import is_echo
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

_LOST = regex(
    r"\s*\b(?:(?:reached|made|played|contested|got|came|advanced)\b(?:(?!\bwon\b|\bbeat)[^.;])*?\b(?:where|but|and|only to|before)\s+(?:(?:they|it|he|she)\s+)?)?"
    r"(?:lost|lose|losing|conceded|(?:was|were|got|be|being) (?:beaten|defeated|outvoted))\b"
)
_ELECTED = frozenset(map(form, ("elected", "victorious", "prevailed", "beat", "defeated")))
_NEGATIVE = frozenset(("not", "never", "failed", "avoided", "escaped", "missed"))
LEAST, MOST = 4, 24  # words of an answer that tells of two
_CUT = regex(
    r"[.!?][\"')]*\s+(?=[A-Z\"'])|;\s*|\n|,\s+(?:(?:but|and|while|whereas|since|for|as)\s+)?(?=(?:the\s+)?[A-Z])|,?\s+(?:but|while|whereas)\s+(?=(?:the\s+)?[A-Z])"
)
_NOT = regex(
    r"(?:,[^,.;]{1,60},)?\s*(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?:n't|\s+not\b)|never\b|failed to\b|(?:avoid|escap|miss)(?:ed|es)\b)(?!\s+(?:only|just|merely)\b)",
)
_DOES = regex(rf"\s*(?:{AN_AUXILIARY})\s*[.!]*\s*\Z")


def told_by_clauses(asked: Asked, said: Said) -> bool | None:
    """Return False where an answer only denies of the accepted one what is asked, True where it denies it of another alone.

    None where it does neither: "Germany did not win; Brazil did" denies it of Germany and says it of Brazil.
    """
    if not LEAST <= len(said.words) <= MOST or not _may_deny(asked, said):
        return None
    if asked.is_negated or asked.only_figures or asked.dates:
        return None
    marks = [0, *(mark.end() for mark in _CUT.finditer(said.plain)), len(said.plain) + 1]
    told: dict[bool, bool] = {}  # of the accepted one, of another: whether it is said
    for low, high in pairwise(marks):
        words = list(said.between(low, high))
        subject = _subject(words, asked)
        if not subject:
            continue
        accepted = any(word.form in asked.words for word in subject)
        says = _says(subject[-1].end, words, asked, said, high)
        if says is not None and (says or accepted not in told):
            told[accepted] = says
    if told.get(True) is False and not _elsewhere(asked, said, marks):
        return False
    return True if told == {True: True, False: False} else None


def _may_deny(asked: Asked, said: Said) -> bool:
    return (
        "n't" in said.plain
        or not said.bag.isdisjoint(_denying(asked.forms))
        or (_asks_winner(asked) and _LOST.search(said.plain) is not None)
    )


def _asks_winner(asked: Asked) -> bool:
    return asked.is_won or not asked.forms.isdisjoint(_ELECTED)


@lru_cache(maxsize=512)
def _denying(asked: frozenset[str]) -> frozenset[str]:
    """Return the words by which something may be denied that is asked in some words."""
    return _NEGATIVE.union(*(OPPOSITES.get(each, ()) for each in asked)) - asked


def _subject(words: Sequence[Word], asked: Asked) -> list[Word]:
    """Return the name that a clause begins with."""
    found: list[Word] = []
    for word in words:
        if not (word.capital or word.form in asked.words):
            if found or word.form not in SMALL:
                break
            continue
        found.append(word)
    return [word for word in found if word.form not in SMALL]


def _says(place: int, words: Sequence[Word], asked: Asked, said: Said, end: int) -> bool | None:
    """Return whether a clause says of its subject what is asked, or denies it; None where it tells something else."""
    clause = said.plain[place:end]
    behind = [word for word in words if word.start >= place]
    if _NOT.match(clause):
        echoes = any(is_echo(word, asked) for word in behind)
        return False if echoes or len(behind) <= 2 else None  # noqa: PLR2004 - "did not"
    if _asks_winner(asked) and _LOST.match(clause):
        return False
    if any(
        word.form not in asked.forms and not asked.forms.isdisjoint(OPPOSITES.get(word.form, ())) for word in behind[:2]
    ):
        return False
    if _DOES.match(clause):
        return True
    return True if any(word.form not in SMALL and is_echo(word, asked) for word in behind) else None


def _elsewhere(asked: Asked, said: Said, marks: Sequence[int]) -> bool:
    """Return whether the accepted one is named in a clause that does not begin with it, where it may be given."""
    for low, high in pairwise(marks):
        words = list(said.between(low, high))
        subject = _subject(words, asked)
        if any(word.form in asked.words and word not in subject for word in words):
            return True
    return False
