"""How near an incorrect answer came, in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Verdict

if TYPE_CHECKING:
    from qa_eval.model import Result

NEAR = {
    "scale_error": "off by a power of ten",
    "wrong_unit": "right figure, wrong unit",
    "missing_unit": "right figure, the unit is missing",
    "wrong_bound": "right figure, wrong bound",
    "less_precise": "right, but less precise",
    "missing_items": "some items are missing",
    "extra_items": "right items, and more",
    "wrong_order": "right items in another order",
    "partial": "partly right",
    "several_answers": "says the right answer beside others",
    "other_figure_of_the_document": "another figure of the article",
}
_OTHERS = {"other_figure_of_the_document", "several_answers"}
_SHARED = 0.6  # of the words, from which on a wrong answer counts as near


def near_miss(result: Result) -> str:
    """Say in a few words how near an incorrect answer came; "" when it did not or is not incorrect."""
    score = result.score
    if score.verdict is not Verdict.INCORRECT:
        return ""
    label = NEAR.get(str(score.reason), "")
    if label and str(score.reason) not in _OTHERS:
        return label
    if _SHARED <= score.f1 <= 1:
        return f"shares most words (F1 {score.f1:.2f})"
    return label if str(score.reason) == "several_answers" and score.f1 else ""
