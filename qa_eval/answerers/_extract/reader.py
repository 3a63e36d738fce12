"""Reads a document window by window, and answers each question with the span that the model scores highest."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from qa_eval.answerers._extract.spans import best_spans
from qa_eval.errors import AnswererError, SpecError
from qa_eval.model import Prediction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from qa_eval.answerers._extract.spans import Scores
    from qa_eval.answerers._extract.windows import Window, Windows

    Ids = NDArray[np.int64]
    Forward: TypeAlias = "Callable[[Ids, Ids, Ids], tuple[Scores, Scores]]"
    Asked: TypeAlias = "tuple[int, Window]"

ABSTENTION = "not stated"
SORTED = 16  # batches of windows that are sorted by length together, so that little is padded
SHOWN = 4  # decimals


@dataclass(frozen=True, slots=True)
class Reading:
    """``longest`` answer in tokens, ``batch`` windows at once; to decline, no answer has to score ``threshold`` more."""

    longest: int
    batch: int
    threshold: float
    pad_id: int = 0

    def __post_init__(self) -> None:
        if self.longest < 1 or self.batch < 1:
            raise SpecError("max_tokens and batch are whole numbers from 1")
        if math.isnan(self.threshold):
            raise SpecError("option 'threshold' takes a number, got nan", hint="inf never declines, -inf always does")


@dataclass(slots=True)
class _Best:
    """What was found so far for one question: the best span's score and place, and the lowest score of no answer."""

    score: float = -math.inf
    null: float = math.inf
    start: int = 0
    end: int = 0


class Reader:
    """Answers questions with spans. ``forward`` takes ids, mask and types ``[windows, tokens]`` and scores starts and ends."""

    def __init__(self, windows: Windows, forward: Forward, reading: Reading) -> None:
        self._windows, self._forward, self._reading = windows, forward, reading

    def answers(self, questions: Sequence[str], document: str) -> list[Prediction | AnswererError]:
        """Return a prediction a question: characters of the document as they stand, or "not stated".

        ``details`` holds the scores of the span and of no answer. A question that cannot be asked gets its AnswererError.
        """
        found: list[_Best | AnswererError] = [_Best() for _ in questions]
        for several in _batches(self._asked(questions, document, found), self._reading.batch * SORTED):
            by_length = sorted(several, key=lambda asked: len(asked[1].ids), reverse=True)
            for batch in _batches(iter(by_length), self._reading.batch):
                self._read(batch, found)
        return [best if isinstance(best, AnswererError) else self._said(best, document) for best in found]

    def _asked(self, questions: Sequence[str], document: str, found: list[_Best | AnswererError]) -> Iterator[Asked]:
        for number, question in enumerate(questions):
            try:
                for window in self._windows.of(question, document):
                    yield number, window
            except AnswererError as error:
                found[number] = error

    def _read(self, batch: Sequence[Asked], found: Sequence[_Best | AnswererError]) -> None:
        windows = [window for _, window in batch]
        shape = len(windows), max(len(window.ids) for window in windows)
        ids, types = np.full(shape, self._reading.pad_id, np.int64), np.zeros(shape, np.int64)
        mask, allowed = np.zeros(shape, np.int64), np.zeros(shape, np.bool_)
        for row, window in enumerate(windows):
            n = len(window.ids)
            ids[row, :n], types[row, :n], mask[row, :n] = window.ids, window.types, 1
            allowed[row, window.first : window.last] = True
        starts, ends = self._forward(ids, mask, types)
        spans = best_spans(starts, ends, allowed, self._reading.longest)
        for row, (number, window) in enumerate(batch):
            best = found[number]
            if isinstance(best, AnswererError):
                continue
            best.null = min(best.null, float(starts[row, window.null] + ends[row, window.null]))
            if spans.score[row] > best.score:
                best.score = float(spans.score[row])
                best.start, best.end = window.offsets[spans.first[row]][0], window.offsets[spans.last[row]][1]

    def _said(self, best: _Best, document: str) -> Prediction:
        text = document[best.start : best.end].strip()
        declines = not text or best.null - best.score > self._reading.threshold
        if math.isinf(best.score):
            return Prediction(ABSTENTION)
        details = {"score": round(best.score, SHOWN), "score_of_no_answer": round(best.null, SHOWN)}
        return Prediction(ABSTENTION if declines else text, details=dict(details))


def _batches(windows: Iterator[Asked], size: int) -> Iterator[list[Asked]]:
    while batch := list(islice(windows, size)):
        yield batch
