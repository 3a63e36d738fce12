"""Parts of a place by their side: "the western quay" is "the west quay"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.model import Question

# no name of its own, as West Virginia is, which is not western Virginia
_SIDE = regex(r"\b(?P<side>north|south|east|west)(?P<ern>ern)?(?= [a-z]{3})")


def with_sides(question: Question) -> Question:
    """Return a question that accepts a part of a place by its side in either form.

    >>> from qa_eval.model import EntityAnswer, Question
    >>> with_sides(Question("quay", "Which quay?", EntityAnswer("the west quay"), ("the west quay",))).accepted
    ('the west quay', 'the western quay')
    """
    others = (
        _SIDE.sub(lambda found: found["side"] + ("" if found["ern"] else "ern"), text)
        for text in question.accepted
        if _SIDE.search(text)
    )
    accepted = tuple(dict.fromkeys((*question.accepted, *others)))
    return question if accepted == question.accepted else replace(question, accepted=accepted)
