"""Chat-completions servers: OpenAI's, and every other that speaks the same (vLLM, Ollama, llama.cpp, gateways).

The key comes from the environment and is sent to no server but the one that ``base_url`` names; a server on this machine
or in the local network needs none.
"""

from __future__ import annotations

import ipaddress
import json
import os
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from qa_eval.answerers import _prompts
from qa_eval.answerers._texts import after_thought, digest, one_line
from qa_eval.answerers._web import addresses, replies
from qa_eval.errors import AnswererError, SpecError
from qa_eval.model import Prediction, Tokens
from qa_eval.redaction import Keys

if TYPE_CHECKING:
    from qa_eval.answerers._web.client import Client
    from qa_eval.model import JsonValue

OPENAI = "https://api.openai.com/v1"
MAX_BYTES = 10_000_000
OURS = ("model", "messages", "stream", "n")


class Answerer:
    """Asks a chat-completions server (OpenAI, vLLM, Ollama, …): openai:MODEL?base_url=http://localhost:8000/v1

    ``prompt`` names a text file with {question} and {document}; what stands before a line of three dashes is the system
    message. Raises SpecError when the key is missing, or would be sent in the open.
    """

    def __init__(  # noqa: PLR0913 - each is an option of the spec
        self,
        model: str,
        *,
        base_url: Annotated[str, "the server's address, up to and with /v1"] = OPENAI,
        prompt: Annotated[str, "file with the prompt: [system message, a line ---,] {document} and {question}"] = "",
        temperature: Annotated[float, "0 is the steadiest"] = 0.0,
        seed: Annotated[int, "for servers that can repeat themselves"] = 0,
        max_tokens: Annotated[int, "longest answer, in tokens"] = 1024,
        extra: Annotated[str, "JSON object merged into the request; null drops a field"] = "",
        key_env: Annotated[str, "environment variable that holds the key"] = "OPENAI_API_KEY",
        timeout: Annotated[float, "seconds to wait for one answer"] = 60.0,
    ) -> None:
        self._keys = Keys()
        self._shown = f"{addresses.checked_address(base_url).rstrip('/')}/chat/completions"
        self._address = self._keys.expand(self._shown)
        self._fields = _authorisation(self._address, key_env, self._keys)
        self._prompt = _prompts.read(prompt)
        settings: dict[str, JsonValue] = {"temperature": temperature, "seed": seed, "max_tokens": max_tokens}
        settings |= _object(extra)
        self._request: dict[str, JsonValue] = {
            "model": model,
            **{name: value for name, value in settings.items() if value is not None},
        }
        self._timeout = timeout
        self._client: Client | None = None
        self.identity = digest(
            {"base_url": base_url, "system": self._prompt.system, "user": self._prompt.user, **self._request}
        )

    async def answer(self, question: str, document: str, id: str = "") -> Prediction:  # noqa: A002 - the run gives it by this name
        """Ask the model. Raises AnswererError of the kind that fits what went wrong."""
        if self._client is None:
            self._client = self._connect()
        system, user = _prompts.filled(self._prompt, question, document, id)
        messages: list[JsonValue] = [{"role": "user", "content": user}]
        if system:
            messages.insert(0, {"role": "system", "content": system})
        sent = json.dumps({**self._request, "messages": messages}).encode()
        try:
            reply = await self._client.fetch("POST", self._address, sent)
        except AnswererError as error:
            if error.kind == "rate_limited" and "quota" in error.message.lower():  # a used-up account does not recover
                raise AnswererError("refused", error.message) from None
            raise
        return read_completion(replies.json_of(reply), str(self._request["model"]))

    def prepare(self) -> None:
        """Import what asks, so that the first answer does not take the time."""
        import qa_eval.answerers._web.client  # noqa: F401, PLC0415 - pycurl only where somebody is asked

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()

    def _connect(self) -> Client:
        from qa_eval.answerers._web.client import Client  # noqa: PLC0415 - pycurl only where somebody is asked

        fields = {"Content-Type": "application/json", "Accept": "application/json", **self._fields}
        return Client(self._shown, fields, self._keys, timeout=self._timeout, max_bytes=MAX_BYTES)


def read_completion(value: JsonValue, model: str) -> Prediction:
    """Return what a chat completion says, with its tokens, and in ``details`` what is out of the ordinary.

    >>> said = {"choices": [{"message": {"content": "170 mm"}, "finish_reason": "length"}]}
    >>> read_completion(said, "tiny").details
    {'finish_reason': 'length'}
    """
    replies.check_error(value, "choices")
    choice = replies.follow(value, ("choices", 0))
    message = replies.follow(value, ("choices", 0, "message"))
    finish = choice.get("finish_reason") if isinstance(choice, dict) else None
    text = _content(message)
    refusal = message.get("refusal") if isinstance(message, dict) else None
    if not text and isinstance(refusal, str):
        raise AnswererError("refused", f"the model refused: {one_line(refusal, replies.LONGEST_EXCERPT)}")
    if not text and finish == "length":
        raise AnswererError("garbage", "the model used up its tokens before it answered: raise max_tokens")
    if not text and finish == "content_filter":
        raise AnswererError("refused", "the server's content filter withheld the answer")
    if text is None:
        raise replies.garbage("the model answered with no text")
    details: dict[str, JsonValue] = {}
    if finish not in {"stop", None}:
        details["finish_reason"] = finish
    served = value.get("model") if isinstance(value, dict) else None
    if isinstance(served, str) and served != model:
        details["model"] = served
    return Prediction(text, tokens=_tokens(value), details=details)


def _content(message: JsonValue) -> str | None:
    if not isinstance(message, dict):
        return None
    content = message.get("content")
    if isinstance(content, list):  # parts, as some servers send them
        texts = [part.get("text") for part in content if isinstance(part, dict)]
        content = "".join(text for text in texts if isinstance(text, str))
    return after_thought(content) if isinstance(content, str) else None


def _tokens(value: JsonValue) -> Tokens | None:
    usage = value.get("usage") if isinstance(value, dict) else None
    if not isinstance(usage, dict):
        return None
    read, wrote = usage.get("prompt_tokens"), usage.get("completion_tokens")
    return Tokens(read if isinstance(read, int) else 0, wrote if isinstance(wrote, int) else 0)


def _authorisation(address: str, key_env: str, known: Keys) -> dict[str, str]:
    near = _is_near(urlsplit(address).hostname or "")
    if not os.environ.get(key_env, "").strip():
        if near:
            return {}
        raise SpecError(
            f"no key for {urlsplit(address).hostname}", hint=f"export {key_env}=…, or name another with key_env="
        )
    if not near and address.startswith("http:"):
        raise SpecError(f"the key would be sent to {urlsplit(address).hostname} in the open", hint="write https://")
    return {"Authorization": f"Bearer {known.take(key_env)}"}


def _is_near(host: str) -> bool:
    """Whether a host is this machine or in the local network."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".localhost", ".lan"))


def _object(text: str) -> dict[str, JsonValue]:
    try:
        value = json.loads(text) if text else {}
    except (ValueError, RecursionError) as error:
        raise SpecError(f"option 'extra' is no JSON: {error}") from None
    if not isinstance(value, dict):
        raise SpecError("option 'extra' is no JSON object", hint='as in {"top_p": 0.9, "seed": null}')
    for name in OURS:
        if name in value:
            raise SpecError(f"option 'extra' cannot set {name!r}", hint="the run sets it")
    return value
