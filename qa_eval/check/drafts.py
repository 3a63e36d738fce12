"""Rule about drafts: each is told, with what is left to do before it can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.check.subject import Remark, Subject, quoted, warning
from qa_eval.dataset.drafts import UNWORDED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Question

ENOUGH = 3  # examples of either kind
SHOWN = 40  # characters of an answer


def drafts_finished(subject: Subject) -> Iterator[Remark]:
    """Warn of each question that is marked as a draft, and so is not asked."""
    for number, draft in enumerate(subject.dataset.drafts):
        yield warning(
            ("drafts", number), f"a draft on {quoted(draft.answer.text, SHOWN)} is not asked yet", _left(draft)
        )


def _left(draft: Question) -> str:
    if draft.text.startswith(UNWORDED):
        return "write its question, or delete it"
    if len(draft.accept) < ENOUGH or len(draft.reject) < ENOUGH:
        return "give it examples under accept and reject, three each"
    return "remove `draft: true` when it is right"
