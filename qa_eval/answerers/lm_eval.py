"""Any model that lm-evaluation-harness can load."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from qa_eval.answerers import _prompts
from qa_eval.answerers._texts import digest
from qa_eval.errors import MissingExtraError, SpecError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Answerer:
    """Asks a model of lm-evaluation-harness, in batches: lm_eval:hf?args=pretrained=./model,dtype=float32

    Raises MissingExtraError without lm_eval, SpecError for a model that it does not know.
    """

    def __init__(
        self,
        model: str,
        *,
        args: Annotated[str, "the harness's own --model_args"] = "",
        prompt: Annotated[str, "file with the prompt: [system message, a line ---,] {document} and {question}"] = "",
        max_tokens: Annotated[int, "longest answer, in tokens"] = 128,
        batch_size: Annotated[int, "questions that are given to the model together"] = 16,
    ) -> None:
        try:
            from lm_eval.api import instance, registry  # noqa: PLC0415 - no dependency of ours, and takes a second
        except ImportError:
            raise MissingExtraError("lm_eval", "lm-eval") from None
        self._instance: Any = instance.Instance
        self._prompt = _prompts.read(prompt)
        self._generation: dict[str, Any] = {"until": ["\n"], "do_sample": False, "max_gen_toks": max_tokens}
        try:
            self._model: Any = registry.get_model(model).create_from_arg_string(args)
        except (KeyError, ValueError) as error:
            raise SpecError(f"lm_eval does not load the model {model!r}: {error}") from None
        self.batch_size = batch_size
        self.identity = digest({"model": model, "args": args, "prompt": [*self._prompt], **self._generation})

    def answer_batch(self, questions: Sequence[str], document: str) -> list[str]:
        """Answer questions about one document."""
        requests = [
            self._instance(
                request_type="generate_until",
                doc={},
                arguments=(self._text(question, document), self._generation),
                idx=number,
            )
            for number, question in enumerate(questions)
        ]
        return [str(said).strip() for said in self._model.generate_until(requests)]

    def _text(self, question: str, document: str) -> str:
        system, user = _prompts.filled(self._prompt, question, document)
        return f"{system}\n\n{user}\nAnswer:" if system else f"{user}\nAnswer:"
