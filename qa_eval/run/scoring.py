"""A prediction becomes a result; a scorer that breaks is data too, never a wrong answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import Reason, Score, Verdict

if TYPE_CHECKING:
    from qa_eval.model import Document, Prediction, Question, Scorer
    from qa_eval.run.record import Run


def judge(scorer: Scorer, question: Question, prediction: Prediction, document: Document) -> Score:
    """Score a prediction; "failed" when there is none, or when the scorer raises or returns no score."""
    if prediction.text is None:
        failure = prediction.failure
        said = f"{failure.kind}: {failure.message}" if failure else "no answer"
        return Score(Verdict.FAILED, 0.0, Reason.ANSWERER_FAILED, said)
    try:
        score = scorer.score(question, prediction.text, document)
        if 0.0 <= score.value <= 1.0:
            return score
        said = f"the scorer's value is {score.value}, not within 0..1"
    except Exception as error:  # noqa: BLE001 - a scorer's own defect must not count against the answer
        said = f"the scorer raised {type(error).__name__}: {error}"
    return Score(Verdict.FAILED, 0.0, Reason.SCORER_FAILED, said)


def rescored(run: Run, scorer: Scorer, signature_text: str) -> Run:
    """Return a stored run with today's scores; nobody is asked again."""
    questions = {question.id: question for question in run.dataset.questions}
    results = tuple(
        replace(
            result,
            score=judge(
                scorer,
                questions[result.question_id],
                result.prediction,
                run.dataset.document_of(questions[result.question_id]),
            ),
        )
        for result in run.results
    )
    return replace(run, results=results, scorer=signature_text, folder=None)
