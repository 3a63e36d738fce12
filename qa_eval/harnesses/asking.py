"""Our datasets and answerers for a harness that asks one question at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qa_eval import dataset as datasets
from qa_eval.asking import Asker, Patience, make_answerer
from qa_eval.engine import judge, made_scorer
from qa_eval.errors import AnswererError
from qa_eval.exporting import question_rows
from qa_eval.model import Document, Prediction, Request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content
    from qa_eval.model import Dataset, Question, Score

PROMPT = "Document:\n{document}\n\nQuestion: {question}\n\nSay the answer and nothing else, as short as it can be said."
_NOTHING = datasets.of_content({"questions": [{"id": "none", "question": "?", "answers": []}]}, "nothing")


def carried(loaded: Dataset) -> Iterator[tuple[Question, Document, str]]:
    """Yield each question, its document, and both as one JSON text that another harness carries to our scorer."""
    for question, row in zip(loaded.questions, question_rows(loaded), strict=True):
        yield question, loaded.document_of(question), json.dumps(row)


def prompt(question: str, document: str) -> str:
    """Return what a model is asked: document, question, and to be short."""
    return PROMPT.format(document=document, question=question) if document else question


def judged(row: str, text: str, scorer: str = "strict") -> Score:
    """Score an answer to a carried question. Raises DatasetError when ``row`` is none."""
    made = datasets.of_content({"questions": [_as_written(json.loads(row))]}, "the question")
    return judge(made_scorer(scorer), made.questions[0], Prediction(text), made.document_of(made.questions[0]))


def _as_written(value: object) -> Content:
    """Return a JSON value with its numbers as a questions file writes them."""
    if isinstance(value, dict):
        return {str(key): _as_written(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_as_written(part) for part in value]
    return value if isinstance(value, bool | str) or value is None else str(value)


class Answering:
    """One of our answerers, made from a spec, asked one question at a time."""

    def __init__(self, spec: str, timeout: float = 60.0) -> None:
        self._spec = spec
        self._timeout = timeout
        self._asker: Asker | None = None

    async def ask(self, question: str, document: str, name: str = "") -> Prediction:
        """Return the answer. Raises AnswererError when there is none."""
        if self._asker is None:
            self._asker = make_answerer(self._spec, _NOTHING, Patience(timeout=self._timeout))
        (prediction,) = await self._asker.ask([Request(question, document, name)])
        if prediction.failure is not None:
            raise AnswererError(prediction.failure.kind, prediction.failure.message)
        return prediction

    async def close(self) -> None:
        """Let the answerer go."""
        if self._asker is not None:
            await self._asker.close()
            self._asker = None
