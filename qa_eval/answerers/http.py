"""Any web server that takes a question and gives an answer.

With no option at all it is sent ``{"question": …, "document": …}`` by POST, and answers ``{"answer": …}`` or plain text;
an object may hold ``"evidence": [quotes]`` and ``"confidence": 0..1`` as well.
Keys come from the environment: ``${NAME}`` in the address and in header fields.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote, urlsplit

from qa_eval.answerers._texts import digest, spoken, told
from qa_eval.answerers._web import addresses, replies, templates
from qa_eval.errors import SpecError
from qa_eval.model import Prediction
from qa_eval.redaction import Keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.answerers._web.client import Client
    from qa_eval.model import JsonValue

WITHOUT_BODY = {"GET", "HEAD", "DELETE"}
METHODS = WITHOUT_BODY | {"POST", "PUT", "PATCH"}
_OBJECT = re.compile(r'\{\s*["}]')  # JSON, whatever it says that it is; and no "{1, 2, 3}"
_MARKUP = re.compile(r"<[!?/a-zA-Z]")  # and no "<5 %"
BODY: JsonValue = {"question": "{question}", "document": "{document}"}


class Answerer:
    """Asks any web server: http:URL

    The address may hold ``{question}``, ``{document}`` and ``{id}`` too, for servers that are asked by GET. Raises SpecError
    for an address, template, path or header that cannot work, and for a key that stands in the open.
    """

    def __init__(
        self,
        url: str,
        *,
        method: Annotated[str, "GET, POST, PUT, PATCH or DELETE"] = "POST",
        headers: Annotated[
            str, 'JSON object; ${NAME} is taken from the environment: {"Authorization": "Bearer ${KEY}"}'
        ] = "",
        body: Annotated[str, "JSON with {question}, {document} and {id} inside its texts, or @FILE"] = "",
        answer: Annotated[str, "path to the answer in a JSON reply, such as choices.0.text or data[0].text"] = "",
        timeout: Annotated[float, "seconds to wait for one answer"] = 60.0,
        max_bytes: Annotated[int, "largest reply that is read"] = 10_000_000,
    ) -> None:
        self._keys = Keys()
        self._shown = addresses.checked_address(url)
        self._method = method.upper()
        if self._method not in METHODS:
            raise SpecError(
                f"there is no method {method!r}", hint=f"choose one of: {', '.join(sorted(METHODS - {'HEAD'}))}"
            )
        if body and self._method in WITHOUT_BODY:
            raise SpecError(f"{self._method} sends no body", hint="put {question} into the address, or drop method=")
        self._address = self._keys.expand(self._shown)
        if self._method in WITHOUT_BODY and "{question}" not in self._address:
            raise SpecError(f"{self._method} asks nothing", hint=f"as in {self._shown}?q={{question}}")
        self._headers = addresses.header_fields(headers, self._keys)
        if "@" in urlsplit(self._address).netloc and "authorization" in {name.lower() for name in self._headers}:
            raise SpecError("both the address and the headers say who asks", hint="drop one of the two")
        self._body = templates.read_template(_text(body), "body") if body else BODY
        self._path = replies.read_path(answer)
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._client: Client | None = None
        self.identity = digest(
            {
                "method": self._method,
                "url": self._shown,
                "headers": [*sorted(self._headers)],
                "body": None if self._method in WITHOUT_BODY else self._body,
                "answer": answer,
            }
        )

    async def answer(self, question: str, document: str, id: str = "") -> str | Prediction:  # noqa: A002 - the run gives it by this name
        """Ask the server. Raises AnswererError of the kind that fits what went wrong."""
        if self._client is None:
            self._client = self._connect()
        values = {"question": question, "document": document, "id": id}
        address = templates.fill(self._address, values, _quoted) if "{" in self._address else self._address
        sent = None if self._method in WITHOUT_BODY else json.dumps(templates.fill_json(self._body, values)).encode()
        reply = await self._client.fetch(self._method, address, sent)
        return read_answer(reply, self._path)

    def prepare(self) -> None:
        """Import what asks, so that the first answer does not take the time."""
        import qa_eval.answerers._web.client  # noqa: F401, PLC0415 - pycurl only where somebody is asked

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()

    def _connect(self) -> Client:
        from qa_eval.answerers._web.client import Client  # noqa: PLC0415 - pycurl only where somebody is asked

        fields: Mapping[str, str] = {"Accept": "application/json, text/plain;q=0.9, */*;q=0.1", **self._headers}
        if self._method not in WITHOUT_BODY:
            fields = {"Content-Type": "application/json", **fields}
        return Client(self._shown, fields, self._keys, timeout=self._timeout, max_bytes=self._max_bytes)


def read_answer(reply: replies.Reply, path: tuple[str | int, ...]) -> str | Prediction:
    """Return the answer that a reply holds: at ``path`` when there is one, else ``answer`` of an object, else its text.

    >>> read_answer(replies.Reply(200, "OK", "application/json", "", b'{"answer": 1.30}'), ())
    '1.30'
    """
    if path:
        value = replies.json_of(reply, str)
        replies.check_error(value, path[0])
        return _with(replies.follow(value, path), value)
    if not reply.body.strip():
        raise replies.garbage(f"the answer is empty (status {reply.status})")
    kind = reply.content_type
    if kind.endswith(("/json", "+json")):
        return _of_json(replies.json_of(reply, str))
    text = replies.text_of(reply).strip()
    if _OBJECT.match(text):
        return _of_json(replies.json_of(reply, str))
    if _MARKUP.match(text) or (kind and not kind.startswith("text/")):
        sent = kind or "markup"
        raise replies.garbage(f"the server sent {sent}, which is neither JSON nor plain text: {replies.excerpt(reply)}")
    return text


def _of_json(value: JsonValue) -> str | Prediction:
    replies.check_error(value, "answer")
    if isinstance(value, dict) and "answer" not in value:
        names = ", ".join(repr(name) for name in list(value)[:20]) or "nothing"
        raise replies.garbage(
            f"there is no 'answer' in the reply, it has {names}: name its place with the option answer="
        )
    return _with(value["answer"] if isinstance(value, dict) else value, value)


def _with(answer: JsonValue, whole: JsonValue) -> str | Prediction:
    """Return an answer, with what the object around it tells besides."""
    details = told(whole)
    return Prediction(_said(answer), details=details) if details else _said(answer)


def _said(value: JsonValue) -> str:
    text = spoken(value)
    if text is None:
        shown = json.dumps(value)[: replies.LONGEST_EXCERPT]
        raise replies.garbage(f"the answer is no text but {shown}: name its place with the option answer=")
    return text


def _text(body: str) -> str:
    if not body.startswith("@"):
        return body
    try:
        return Path(body[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SpecError(f"option 'body' cannot be read from {body[1:]!r}: {error}") from None


def _quoted(value: str) -> str:
    return quote(value, safe="")
