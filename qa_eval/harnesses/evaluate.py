"""Hugging Face `evaluate`: our scorer as a metric. ``evaluate.load("…/qa_eval/harnesses/evaluate.py")`` loads this file."""

from __future__ import annotations

from typing import Any

import datasets
import evaluate

import qa_eval

_TEXT = datasets.Value("string")


class QAEval(evaluate.Metric):
    """SQuAD's inputs, read as what they are: see ``qa_eval.compute``."""

    def _info(self) -> Any:
        return evaluate.MetricInfo(
            description="Typed, unit-aware and date-aware scores of short answers.",
            citation="",
            inputs_description=str(qa_eval.compute.__doc__),
            features=datasets.Features(
                {
                    "predictions": {"id": _TEXT, "prediction_text": _TEXT},
                    "references": {"id": _TEXT, "answers": {"text": datasets.List(_TEXT)}},
                }
            ),
        )

    def _compute(self, predictions: Any, references: Any, scorer: str = "lenient") -> dict[str, Any]:
        return qa_eval.compute(predictions=predictions, references=references, scorer=scorer)
