"""Figures of lists of predictions and references, in the manner of Hugging Face `evaluate`."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, TypeAlias

from qa_eval import dataset as datasets
from qa_eval.engine import judge, made_scorer
from qa_eval.errors import UsageError
from qa_eval.model import Prediction, Verdict
from qa_eval.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.formats import Content

    Said: TypeAlias = "str | Mapping[str, object]"
    Wanted: TypeAlias = "str | Sequence[str] | Mapping[str, object]"


def compute(
    *, predictions: Sequence[Said], references: Sequence[Wanted], scorer: str = "lenient"
) -> dict[str, float | int | None]:
    """Return the figures of predictions against references: shares within 0..1, the ends of their 95 % interval, counts.

    A prediction is a text, or SQuAD's ``{"id", "prediction_text"}``; a reference a text, a list of accepted texts (empty:
    unanswerable), or SQuAD's ``{"id", "answers": {"text": […]}}``, matched by id. Raises UsageError when they do not match.

    >>> compute(predictions=["15.5 cm", "Ada"], references=[["155 mm"], ["Grace"]])["accuracy"]
    0.5
    """
    pairs = _paired(predictions, references)
    rows: list[Content] = [
        {"id": str(number), "question": "?", "answers": [*accepted]} for number, (_, accepted) in enumerate(pairs)
    ]
    if not rows:
        raise UsageError("there is nothing to compute: no prediction is given")
    made = datasets.of_content({"questions": rows}, "references")
    judging = made_scorer(scorer)
    scores = [
        judge(judging, question, Prediction(text), made.document_of(question))
        for question, (text, _) in zip(made.questions, pairs, strict=True)
    ]
    n = len(scores)
    correct = sum(score.verdict is Verdict.CORRECT for score in scores)
    interval = wilson(correct, n)
    return {
        "accuracy": correct / n,
        "accuracy_low": interval.low if interval else None,
        "accuracy_high": interval.high if interval else None,
        "exact_match": sum(score.exact_match for score in scores) / n,
        "f1": fsum(score.f1 for score in scores) / n,
        "n": n,
        **{str(verdict): sum(score.verdict is verdict for score in scores) for verdict in Verdict},
    }


def _paired(predictions: Sequence[Said], references: Sequence[Wanted]) -> list[tuple[str, list[str]]]:
    if len(predictions) != len(references):
        raise UsageError(f"{len(predictions)} predictions for {len(references)} references")
    named = [one for one in references if isinstance(one, dict)]
    if len(named) == len(references) and all(isinstance(one, dict) for one in predictions):
        said = {str(one["id"]): str(one["prediction_text"]) for one in predictions if isinstance(one, dict)}
        missing = [str(one["id"]) for one in named if str(one["id"]) not in said]
        if missing:
            raise UsageError(f"no prediction for {', '.join(missing[:5])}", hint="ids have to match")
        return [(said[str(one["id"])], _accepted(one)) for one in named]
    return [(_text(one), _accepted(wanted)) for one, wanted in zip(predictions, references, strict=True)]


def _text(said: Said) -> str:
    return said if isinstance(said, str) else str(said["prediction_text"])


def _accepted(wanted: Wanted) -> list[str]:
    if isinstance(wanted, str):
        return [wanted]
    if isinstance(wanted, dict):
        answers = wanted["answers"]
        texts = answers["text"] if isinstance(answers, dict) else answers
        return [str(text) for text in texts]
    return [str(text) for text in wanted]
