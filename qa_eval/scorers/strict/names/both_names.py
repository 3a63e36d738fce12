"""An accepted text with another name in parentheses, "sodium chloride (NaCl)", which may be said as either."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.reading.names.parenthesised import other_names_of

if TYPE_CHECKING:
    from qa_eval.model import Question


def with_both_names(question: Question) -> Question:
    """Return a question that accepts either of the names that an accepted text tells of the same.

    >>> from qa_eval.model import EntityAnswer, Question
    >>> question = Question("salt", "Which salt?", EntityAnswer("sodium chloride (NaCl)"), ("sodium chloride (NaCl)",))
    >>> with_both_names(question).accepted
    ('sodium chloride (NaCl)', 'sodium chloride', 'NaCl', 'NaCl (sodium chloride)')
    """
    told = [text for text in question.accepted if text.endswith(")")]
    others = [each for text in told for each in other_names_of(text, question.text)]
    return replace(question, accepted=tuple(dict.fromkeys((*question.accepted, *others)))) if others else question
