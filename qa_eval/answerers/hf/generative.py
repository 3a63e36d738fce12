"""Generative models: prompts in batches, padded on the left, and what is generated behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
import transformers
from jinja2 import TemplateError

from qa_eval.answerers import _prompts
from qa_eval.answerers._texts import after_thought
from qa_eval.answerers.hf.weights import loaded
from qa_eval.errors import AnswererError
from qa_eval.model import Prediction, Tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.answerers.hf.loading import Found

SEED = 0


class Generator:
    """Answers questions with generated text of at most ``longest`` tokens."""

    def __init__(self, found: Found, prompt: _prompts.Prompt, longest: int, temperature: float) -> None:
        self._prompt, self._longest, self._limit = prompt, longest, found.limit
        self._both = bool(found.config.is_encoder_decoder)  # the answer begins anew, not behind the prompt
        kind = transformers.AutoModelForSeq2SeqLM if self._both else transformers.AutoModelForCausalLM
        self._model = loaded(kind, found)
        self._tokenizer = found.tokenizer
        self._tokenizer.padding_side = "left"
        if self._tokenizer.pad_token_id is None:  # it is masked, so any token will do
            self._tokenizer.pad_token = self._tokenizer.eos_token or self._tokenizer.convert_ids_to_tokens(0)
        self._chats = bool(self._tokenizer.chat_template)
        self._options: dict[str, Any] = {"do_sample": temperature > 0, "num_beams": 1, "max_new_tokens": longest}
        self._options["temperature"] = temperature or None
        if not temperature:
            self._options |= {"top_p": None, "top_k": None}
        self._ends = _ends(self._model.generation_config.eos_token_id)
        torch.manual_seed(SEED)

    def answers(self, questions: Sequence[str], document: str) -> list[Prediction | AnswererError]:
        """Return a prediction a question; a prompt that the model has no room for gets its AnswererError."""
        prompts = [
            self._tokenizer(self._text(each, document), add_special_tokens=not self._chats)["input_ids"]
            for each in questions
        ]
        fitting = [ids for ids in prompts if self._fits(len(ids))]
        said = iter(self._generate(fitting) if fitting else ())
        return [next(said) if self._fits(len(ids)) else self._too_long(len(ids)) for ids in prompts]

    def _fits(self, n: int) -> bool:
        return self._limit is None or n + (0 if self._both else self._longest) <= self._limit

    def _too_long(self, n: int) -> AnswererError:
        more = "" if self._both else f" and {self._longest} of the answer"
        said = f"the prompt has {n} tokens{more}, and the model reads {self._limit}; ask about a shorter document"
        return AnswererError("refused", said)

    def _text(self, question: str, document: str) -> str:
        system, user = _prompts.filled(self._prompt, question, document)
        if not self._chats:
            return "\n\n".join(part for part in (system, user, "Answer:") if part)
        messages = [{"role": "system", "content": system}] if system else []
        try:
            return self._chat([*messages, {"role": "user", "content": user}])
        except TemplateError:  # some templates know no system message
            return self._chat([{"role": "user", "content": f"{system}\n\n{user}"}])

    def _chat(self, messages: list[dict[str, str]]) -> str:
        return str(self._tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True))

    def _generate(self, prompts: Sequence[list[int]]) -> list[Prediction]:
        padded = self._tokenizer.pad({"input_ids": list(prompts)}, return_tensors="pt").to(self._model.device)
        with torch.inference_mode():
            made = self._model.generate(
                input_ids=padded["input_ids"],
                attention_mask=padded["attention_mask"],
                pad_token_id=self._tokenizer.pad_token_id,
                **self._options,
            )
        begin = 1 if self._both else padded["input_ids"].shape[1]
        return [self._said(len(ids), new) for ids, new in zip(prompts, made[:, begin:].tolist(), strict=True)]

    def _said(self, read: int, new: list[int]) -> Prediction:
        end = next((place for place, token in enumerate(new) if token in self._ends), None)
        text: Any = self._tokenizer.decode(new[:end], skip_special_tokens=True)
        text = after_thought(text)
        if not self._chats:  # a model that only continues texts goes on after its answer
            text = text.partition("\n")[0].strip()
        cut = end is None and len(new) >= self._longest
        return Prediction(text, tokens=Tokens(read, len(new[:end])), details={"finish_reason": "length"} if cut else {})


def _ends(said: int | list[int] | None) -> frozenset[int]:
    if said is None:
        return frozenset()
    return frozenset(said if isinstance(said, list) else [said])
