"""OpenAI's official SDK; for servers that speak its protocol ``openai`` is faster and needs no extra."""

from __future__ import annotations

from typing import Annotated, Any

from qa_eval.answerers import _prompts
from qa_eval.answerers._sdk import failure_of, key_of
from qa_eval.answerers._texts import LONGEST_EXCERPT, after_thought, digest, one_line
from qa_eval.errors import AnswererError, MissingExtraError
from qa_eval.model import Prediction, Tokens
from qa_eval.redaction import Keys


class Answerer:
    """Asks through OpenAI's official SDK: openai-sdk:MODEL[?base_url=…]

    Raises MissingExtraError without the SDK, SpecError without a key. Retries are the run's, not the SDK's.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: Annotated[str, "the server's address; OpenAI's own by default"] = "",
        prompt: Annotated[str, "file with the prompt: [system message, a line ---,] {document} and {question}"] = "",
        temperature: Annotated[float, "0 is the steadiest"] = 0.0,
        max_tokens: Annotated[int, "longest answer, in tokens"] = 1024,
        key_env: Annotated[str, "environment variable that holds the key"] = "OPENAI_API_KEY",
        timeout: Annotated[float, "seconds to wait for one answer"] = 60.0,
    ) -> None:
        try:
            import openai  # noqa: PLC0415 - an extra, and takes almost a second
        except ImportError:
            raise MissingExtraError("openai", "openai") from None
        self._sdk: Any = openai
        self._keys = Keys()
        self._prompt = _prompts.read(prompt)
        self._request: dict[str, Any] = {"model": model, "temperature": temperature, "max_tokens": max_tokens}
        self._client: Any = openai.AsyncOpenAI(
            api_key=key_of(self._keys, key_env, base_url), base_url=base_url or None, timeout=timeout, max_retries=0
        )
        self.identity = digest({"base_url": base_url, "prompt": [*self._prompt], **self._request})

    async def answer(self, question: str, document: str, id: str = "") -> Prediction:  # noqa: A002 - the run gives it by this name
        """Ask the model. Raises AnswererError of the kind that fits what went wrong."""
        system, user = _prompts.filled(self._prompt, question, document, id)
        messages = [*([{"role": "system", "content": system}] if system else []), {"role": "user", "content": user}]
        try:
            reply = await self._client.chat.completions.create(messages=messages, **self._request)
        except self._sdk.OpenAIError as error:
            raise failure_of(self._sdk, error, self._keys) from None
        if not reply.choices:
            raise AnswererError("garbage", "the reply holds no choice")
        choice = reply.choices[0]
        text, refusal = choice.message.content, choice.message.refusal
        if not text and refusal:
            raise AnswererError(
                "refused", f"the model refused: {one_line(self._keys.redact(refusal), LONGEST_EXCERPT)}"
            )
        if text is None:
            raise AnswererError("garbage", f"the model said nothing: it ended with {choice.finish_reason}")
        usage = reply.usage
        tokens = Tokens(usage.prompt_tokens, usage.completion_tokens) if usage else None
        details = {} if choice.finish_reason == "stop" else {"finish_reason": str(choice.finish_reason)}
        return Prediction(self._keys.redact(after_thought(text)), tokens=tokens, details=details)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.close()
