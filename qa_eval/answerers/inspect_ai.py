"""Any model that inspect_ai can call."""

from __future__ import annotations

from typing import Annotated, Any

from qa_eval.answerers import _prompts
from qa_eval.answerers._texts import digest, one_line
from qa_eval.errors import AnswererError, MissingExtraError
from qa_eval.model import Prediction, Tokens
from qa_eval.redaction import Keys

LONGEST = 300


class Answerer:
    """Asks a model through inspect_ai: inspect_ai:PROVIDER/MODEL

    Raises MissingExtraError without inspect_ai. The provider's own settings and keys come from its environment variables.
    """

    def __init__(
        self,
        model: str,
        *,
        prompt: Annotated[str, "file with the prompt: [system message, a line ---,] {document} and {question}"] = "",
        temperature: Annotated[float, "below 0 leaves it to the model"] = -1.0,
        max_tokens: Annotated[int, "longest answer, in tokens"] = 1024,
    ) -> None:
        try:
            from inspect_ai import model as models  # noqa: PLC0415 - no dependency of ours, and takes two seconds
        except ImportError:
            raise MissingExtraError("inspect_ai", "inspect") from None
        self._models: Any = models
        self._keys = Keys()
        self._keys.hide_all()
        self._prompt = _prompts.read(prompt)
        settings = {"max_tokens": max_tokens, **({"temperature": temperature} if temperature >= 0 else {})}
        self._model: Any = models.get_model(model, config=models.GenerateConfig(max_retries=0, **settings))
        self.identity = digest({"model": model, "prompt": [*self._prompt], **settings})

    async def answer(self, question: str, document: str, id: str = "") -> Prediction:  # noqa: A002 - the run gives it by this name
        """Ask the model. Raises AnswererError when it fails."""
        system, user = _prompts.filled(self._prompt, question, document, id)
        messages = [self._models.ChatMessageSystem(content=system)] if system else []
        try:
            output = await self._model.generate([*messages, self._models.ChatMessageUser(content=user)])
        except Exception as error:  # noqa: BLE001 - each provider raises what it likes, and may quote a key
            said = self._keys.redact(one_line(f"{type(error).__name__}: {error}", LONGEST))
            raise AnswererError("exception", said) from None
        if output.error or not output.choices:
            raise AnswererError("server", self._keys.redact(one_line(output.error or "no choice", LONGEST)))
        usage = output.usage
        tokens = Tokens(usage.input_tokens, usage.output_tokens) if usage else None
        details = {} if output.stop_reason == "stop" else {"finish_reason": str(output.stop_reason)}
        return Prediction(self._keys.redact(output.completion.strip()), tokens=tokens, details=details)
