"""A prediction becomes a score; a scorer that breaks is data too, never a wrong answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason, Score, Verdict

if TYPE_CHECKING:
    from qa_eval.model import Document, Prediction, Question, Scorer


def judge(scorer: Scorer, question: Question, prediction: Prediction, document: Document | None) -> Score:
    """Score a prediction; "failed" when there is none, or when the scorer raises or returns no score."""
    if prediction.text is None:
        failure = prediction.failure
        said = f"{failure.kind}: {failure.message}" if failure else "no answer"
        return Score(Verdict.FAILED, 0.0, Reason.ANSWERER_FAILED, said)
    try:
        score = scorer.score(question, prediction.text, document)
        return score if _sound(score) else _converted(score)
    except Exception as error:  # noqa: BLE001 - a scorer's own defect must not count against the answer
        return Score(Verdict.FAILED, 0.0, Reason.SCORER_FAILED, f"the scorer raised {type(error).__name__}: {error}")


def _sound(score: Score) -> bool:
    return (
        type(score) is Score
        and type(score.value) is float
        and type(score.f1) is float
        and type(score.verdict) is Verdict
        and 0.0 <= score.value <= 1.0
        and 0.0 <= score.f1 <= 1.0
    )


def _converted(score: object) -> Score:
    """Return an outsider's score with the types that a Score declares. Raises ValueError or TypeError when it has none."""
    if not isinstance(score, Score):
        raise TypeError(f"it returned {type(score).__name__} where a Score is wanted")
    value, f1 = float(score.value), float(score.f1)
    if not (0.0 <= value <= 1.0 and 0.0 <= f1 <= 1.0):
        raise ValueError(f"its value {value} and F1 {f1} must be within 0..1")
    texts = (str(score.reason), str(score.message), str(score.read), str(score.gold))
    return Score(Verdict(score.verdict), value, *texts, bool(score.exact_match), f1)
