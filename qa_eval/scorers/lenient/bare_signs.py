"""Accepted signs with no letter or digit in them, "👍" and "==": an answer says one of them, or another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason, Verdict
from qa_eval.reading.bare_signs import are_signs, says_sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Question
    from qa_eval.scorers.lenient.rules import Decided

_SHOWN = 200  # characters of an answer that a report shows


def sign_rule(question: Question) -> Callable[[str], Decided | None] | None:
    """Return the rule for accepted signs; None where anything else is accepted. It decides nothing on an answer without a sign."""
    if not are_signs(question.accepted):
        return None

    def judge(text: str) -> Decided | None:
        said, read = says_sign(text, question.accepted), text.strip()[:_SHOWN]
        if said is None:
            return None
        if said:
            return Verdict.CORRECT, 1.0, Reason.EXACT, f"the accepted sign, {question.accepted[0]}", read
        return Verdict.INCORRECT, 0.0, Reason.WRONG_NAME, f"another sign, accepted {question.accepted[0]}", read

    return judge
