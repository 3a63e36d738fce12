"""The report as one JSON object: summary, signature and every result."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, ClassVar

from qa_eval import summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.model import JsonValue, Opinion, Question, Result
    from qa_eval.report import Report

SCHEMA = 1  # 1: dataset, signature, state, summary, analysis, results


class Reporter:
    """One JSON object with a schema number: summaries with intervals, the signature, and every result."""

    filename: ClassVar[str] = "report.json"

    def render(self, report: Report) -> Iterable[str]:
        """Yield the object, a result a line."""
        head: dict[str, JsonValue] = {
            "schema": SCHEMA,
            "dataset": {
                "name": report.dataset.name,
                "version": report.dataset.version,
                "sha256": report.dataset.sha256,
                "questions": len(report.dataset.questions),
            },
            "state": report.state,
            "signature": {"text": report.signature.text, **dict(report.signature.entries)},
            "summary": summary.to_json(report.summaries),
            "analysis": report.analysis.to_json(),
        }
        if report.reviews:
            head["summary_as_reviewed"] = summary.to_json(report.summaries_as_reviewed)
            head["reviews"] = [review.to_json() for review in report.reviews]
        yield json.dumps(head, indent=2, allow_nan=False)[:-2] + ',\n  "results": ['
        questions = report.questions
        for place, result in enumerate(report.results):
            yield (
                ("," if place else "")
                + "\n    "
                + json.dumps(_row(questions[result.question_id], result), allow_nan=False)
            )
        yield "\n  ]\n}\n"


def _row(question: Question, result: Result) -> dict[str, JsonValue]:
    score, prediction = result.score, result.prediction
    return {
        "id": question.id,
        "question": question.text,
        "type": str(question.answer.type),
        "expected": question.expected,
        "accepted": list(question.accepted),
        "answerer": result.answerer,
        "repeat": result.repeat,
        "answer": prediction.text,
        "verdict": str(score.verdict),
        "value": score.value,
        "reason": str(score.reason),
        "message": score.message,
        "read": score.read,
        "gold": score.gold,
        "exact_match": score.exact_match,
        "f1": score.f1,
        **({"other": _opinion(score.other)} if score.other else {}),
        "seconds": prediction.seconds,
        "attempts": prediction.attempts,
        "tokens": None
        if prediction.tokens is None
        else {"prompt": prediction.tokens.prompt, "completion": prediction.tokens.completion},
        "failure": None
        if prediction.failure is None
        else {"kind": prediction.failure.kind, "message": prediction.failure.message},
        "details": dict(prediction.details),
    }


def _opinion(other: Opinion) -> JsonValue:
    return {
        "policy": other.policy,
        "verdict": str(other.verdict),
        "value": other.value,
        "reason": str(other.reason),
        "message": other.message,
    }
