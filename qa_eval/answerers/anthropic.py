"""Anthropic's models, through the official SDK."""

from __future__ import annotations

from typing import Annotated, Any

from qa_eval.answerers import _prompts
from qa_eval.answerers._sdk import failure_of, key_of
from qa_eval.answerers._texts import digest
from qa_eval.errors import AnswererError, MissingExtraError
from qa_eval.model import Prediction, Tokens
from qa_eval.redaction import Keys


class Answerer:
    """Asks a model of Anthropic through the official SDK: anthropic:MODEL

    Raises MissingExtraError without the SDK, SpecError without a key. Retries are the run's, not the SDK's.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: Annotated[str, "the server's address; Anthropic's own by default"] = "",
        prompt: Annotated[str, "file with the prompt: [system message, a line ---,] {document} and {question}"] = "",
        temperature: Annotated[float, "for models that take one; below 0 it is not sent"] = -1.0,
        max_tokens: Annotated[int, "longest answer, in tokens"] = 1024,
        key_env: Annotated[str, "environment variable that holds the key"] = "ANTHROPIC_API_KEY",
        timeout: Annotated[float, "seconds to wait for one answer"] = 60.0,
    ) -> None:
        try:
            import anthropic  # noqa: PLC0415 - an extra, and takes more than a second
        except ImportError:
            raise MissingExtraError("anthropic", "anthropic") from None
        self._sdk: Any = anthropic
        self._keys = Keys()
        self._prompt = _prompts.read(prompt)
        self._request: dict[str, Any] = {"model": model, "max_tokens": max_tokens}
        if temperature >= 0:
            self._request["extra_body"] = {"temperature": temperature}
        self._client: Any = anthropic.AsyncAnthropic(
            api_key=key_of(self._keys, key_env, base_url), base_url=base_url or None, timeout=timeout, max_retries=0
        )
        self.identity = digest({"base_url": base_url, "prompt": [*self._prompt], **self._request})

    async def answer(self, question: str, document: str, id: str = "") -> Prediction:  # noqa: A002 - the run gives it by this name
        """Ask the model. Raises AnswererError of the kind that fits what went wrong."""
        system, user = _prompts.filled(self._prompt, question, document, id)
        asked = {"messages": [{"role": "user", "content": user}], **({"system": system} if system else {})}
        try:
            reply = await self._client.messages.create(**asked, **self._request)
        except self._sdk.AnthropicError as error:
            raise failure_of(self._sdk, error, self._keys) from None
        text = "".join(block.text for block in reply.content if block.type == "text")
        if not text and reply.stop_reason == "max_tokens":
            raise AnswererError("garbage", "the model used up its tokens before it answered: raise max_tokens")
        details = {} if reply.stop_reason == "end_turn" else {"finish_reason": str(reply.stop_reason)}
        tokens = Tokens(reply.usage.input_tokens, reply.usage.output_tokens)
        return Prediction(self._keys.redact(text.strip()), tokens=tokens, details=details)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()
