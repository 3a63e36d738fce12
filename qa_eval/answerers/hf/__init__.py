"""Hugging Face models on this machine: extractive ones answer with spans of the document, generative ones in their own words.

The model is a folder or a name of the hub; what it is, its configuration says. Its own code is never run.
"""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING, Annotated

from qa_eval.answerers import _prompts
from qa_eval.answerers._texts import digest
from qa_eval.answerers.hf import loading
from qa_eval.errors import SpecError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.answerers._extract.reader import Reader
    from qa_eval.answerers.hf.generative import Generator
    from qa_eval.errors import AnswererError
    from qa_eval.model import JsonValue, Prediction

LONGEST_SPAN, LONGEST_TEXT = 30, 64  # tokens


class Answerer:
    """Runs a model of Hugging Face on this machine, extractive or generative: hf:FOLDER or hf:owner/name

    Windows, overlap and threshold are for extractive models, prompt and temperature for generative ones. The weights are
    loaded with the first question. Raises MissingExtraError without transformers and torch, and SpecError for a model that
    cannot be found or is of another kind. ``identity`` covers the model's files.
    """

    def __init__(  # noqa: PLR0913 - each is an option of the spec
        self,
        model: str,
        *,
        revision: Annotated[str, "branch, tag or commit, of a model of the hub"] = "",
        device: Annotated[str, "cpu, cuda, cuda:1, mps; auto takes the best there is"] = "auto",
        dtype: Annotated[str, "float32, bfloat16, float16; auto is float32 on a cpu, else the model's own"] = "auto",
        batch: Annotated[int, "prompts or windows in one pass"] = 16,
        max_tokens: Annotated[int, "longest answer; 0 is 30 for a span, 64 for generated text"] = 0,
        window: Annotated[int, "tokens that an extractive model reads at once, its question included"] = 384,
        overlap: Annotated[int, "tokens that neighbouring windows share"] = 128,
        threshold: Annotated[float, "decline when no answer scores so much more than the best span; inf: never"] = 0.0,
        prompt: Annotated[str, "file with the prompt: [system message, a line ---,] {document} and {question}"] = "",
        temperature: Annotated[float, "0 takes the likeliest token each time"] = 0.0,
    ) -> None:
        if batch < 1 or max_tokens < 0 or temperature < 0 or math.isnan(threshold):
            raise SpecError("batch is from 1, max_tokens and temperature are from 0, threshold is a number")
        self.batch_size = batch
        self._found = loading.find(model, revision, device, dtype)
        if self._found.extractive:
            size = min(window, self._found.limit or window)
            if not 0 <= overlap < size:
                raise SpecError(f"windows of {size} tokens cannot overlap by {overlap}", hint="overlap=64, for one")
            self._cut = size, overlap
            settings: list[JsonValue] = [size, overlap, str(threshold)]
        else:
            self._prompt = _prompts.read(prompt)
            settings = [*self._prompt, temperature]
        self._longest = max_tokens or (LONGEST_SPAN if self._found.extractive else LONGEST_TEXT)
        self._threshold, self._temperature = threshold, temperature
        self._lock = threading.Lock()
        self._ready: Reader | Generator | None = None
        found = self._found
        self.identity = digest([found.fingerprint, found.device, found.dtype, self._longest, batch, *settings])

    def answer_batch(self, questions: Sequence[str], document: str) -> list[Prediction | AnswererError]:
        """Return one prediction a question; what the model cannot take is that question's own failure."""
        with self._lock:  # a call that was given up goes on in its thread
            if self._ready is None:
                self._ready = self._load()
            return self._ready.answers(questions, document)

    def close(self) -> None:
        """Let the weights go."""
        self._ready = None

    def _load(self) -> Reader | Generator:
        if self._found.extractive:
            from qa_eval.answerers._extract.reader import Reading  # noqa: PLC0415 - numpy
            from qa_eval.answerers.hf.extractive import reader  # noqa: PLC0415 - torch

            reading = Reading(self._longest, self.batch_size, self._threshold)
            return reader(self._found, reading, *self._cut)
        from qa_eval.answerers.hf.generative import Generator  # noqa: PLC0415 - torch

        return Generator(self._found, self._prompt, self._longest, self._temperature)
