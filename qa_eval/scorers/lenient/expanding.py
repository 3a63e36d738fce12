"""What letters stand for, where a question asks that: "It stands for Random Access Memory"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.slips import alike

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

SHORTEST = 3  # letters of a word that may stand for any
_EXPANDS = regex(r"\b(?:stands? for|short for|(?:does|do) [A-Z]{2,} mean)\b", re.IGNORECASE)
_STANDS_FOR = regex(r"\b(?:stands? for|short for|means?)\b\W*(?=[^\W\d])", re.IGNORECASE)


def _has_other_words(asked: Asked, said: Said) -> bool:
    """Return whether an answer is as many words as an accepted text, and not all of them are those: "Naval Directional Beacon"."""
    pairs = [
        list(zip(wanted.content, said.content, strict=True))
        for wanted in asked.wanted
        if len(wanted.content) == len(said.content) > 1
    ]
    same = [any(one == other or one[0] == other[0] for one, other in each) for each in pairs]
    said_so = any(
        all(any(one == other or alike(one, other) for other in said.content) for one in wanted.content)
        for wanted in asked.wanted
        if len(wanted.content) > 1
    )
    return any(same) and not said_so


def _spells(asked: Asked, said: Said) -> bool:
    """Return whether an answer says a word of an accepted text, or writes several as one."""
    return any(
        one == other or alike(one, other) or (one in wanted.squashed and len(one) > SHORTEST)
        for wanted in asked.wanted
        for one in said.content
        for other in wanted.new
    )


def expands_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where a question asks what letters stand for, and an answer says that they stand for something else."""
    if not _EXPANDS.search(asked.text) or not asked.wanted:
        return None
    if _has_other_words(asked, said):
        return Decision(0.2, Reason.WRONG_WORDS, "stands for something else")
    told = _STANDS_FOR.search(said.plain)
    if told is None:
        return None if _spells(asked, said) else Decision(0.2, Reason.WRONG_WORDS, "does not say what it stands for")
    end = next((begin for begin in said.sentences if begin > told.start()), len(said.plain))
    given = [word.form for word in said.words if told.end() <= word.start < end]
    for wanted in asked.wanted:
        longer = [form for form in wanted.new if len(form) > SHORTEST]
        if all(other in said.pairs or any(one == other or alike(one, other) for one in given) for other in longer):
            return None
    return Decision(0.2, Reason.WRONG_WORDS, "stands for something else") if given else None
