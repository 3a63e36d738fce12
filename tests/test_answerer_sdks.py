"""openai-sdk and anthropic ask through the official SDKs: what they send, what they read, and what goes wrong.

They run where the SDKs are installed; `make test-adapters` makes such an environment.
"""

import asyncio
import json
import sys

import pytest
from servers import says, serving

from qa_eval import plugins
from qa_eval.errors import AnswererError, MissingExtraError, SpecError
from qa_eval.model import Prediction, Tokens

KEY = "sk-0123456789abcdef"
COMPLETION = {
    "id": "c",
    "object": "chat.completion",
    "created": 1,
    "model": "tiny",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": " 170 mm\n"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 321, "completion_tokens": 4, "total_tokens": 325},
}
MESSAGE = {
    "id": "m",
    "type": "message",
    "role": "assistant",
    "model": "tiny",
    "content": [{"type": "text", "text": " 170 mm\n"}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 321, "output_tokens": 4},
}
# spec, package, the path it asks, the base that it is given, what a server says, the variable with the key
SDKS = [
    ("openai-sdk", "openai", "/v1/chat/completions", "/v1", COMPLETION, "OPENAI_API_KEY"),
    ("anthropic", "anthropic", "/v1/messages", "", MESSAGE, "ANTHROPIC_API_KEY"),
]


@pytest.fixture(params=SDKS, ids=[sdk[0] for sdk in SDKS])
def sdk(request, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    pytest.importorskip(request.param[1], reason=f"the extra [{request.param[1]}] is not installed")
    monkeypatch.setenv(request.param[5], KEY)
    return request.param


def ask(sdk, behaviour, options=""):
    """Ask a server on this machine once; return what came back and what was asked."""
    name, _, path, base, _, _ = sdk

    async def asking(url):
        answerer = plugins.make("answerers", f"{name}:tiny?base_url={url}{options}")
        try:
            return await answerer.answer("What calibre?", "Guns of {question} 170 mm.", id="q1")
        except AnswererError as failure:
            return failure
        finally:
            await answerer.close()

    with serving({path: behaviour}) as server:
        return asyncio.run(asking(server.url(base).rstrip("/"))), server.requests


def test_the_document_and_the_question_are_sent_and_the_answer_and_its_tokens_read(sdk):
    said, (asked,) = ask(sdk, says(json.dumps(sdk[4])))
    assert said == Prediction("170 mm", tokens=Tokens(321, 4))
    user = asked.json["messages"][-1]
    assert user == {"role": "user", "content": "Document:\nGuns of {question} 170 mm.\n\nQuestion: What calibre?"}
    assert asked.json["model"] == "tiny"
    assert "Say the answer and nothing else" in asked.body.decode()
    assert KEY in {asked.headers.get("authorization", "").removeprefix("Bearer "), asked.headers.get("x-api-key")}


# status, headers, what the server says, the kind of failure, whether it is worth another try, the wait
FAILURES = [
    (429, {"Retry-After": "7"}, "slow down", "rate_limited", True, 7.0),
    (429, {}, "insufficient quota", "refused", False, None),
    (500, {}, "oops", "server", True, None),
    (503, {}, "overloaded", "server", True, None),
    (401, {}, f"bad key {KEY}", "refused", False, None),
    (404, {}, "no such model", "refused", False, None),
]


@pytest.mark.parametrize(("status", "headers", "body", "kind", "retryable", "wait"), FAILURES)
def test_what_a_server_refuses_is_a_failure_of_its_kind_without_the_key(
    sdk, status, headers, body, kind, retryable, wait
):
    told = json.dumps({"type": "error", "error": {"type": "x", "message": body}})
    failure, asked = ask(sdk, says(told, status, headers))
    assert (failure.kind, failure.retryable, failure.retry_after) == (kind, retryable, wait)
    assert KEY not in failure.message
    assert len(asked) == 1  # the run retries, not the SDK


def test_a_server_that_is_slow_or_hangs_up_is_told(sdk):
    assert ask(sdk, says("{}", after=2.0), "&timeout=0.3")[0].kind == "timeout"

    async def hang_up(asked, writer):
        writer.transport.abort()
        return False

    assert ask(sdk, hang_up)[0].kind == "connection"


def test_an_answer_that_was_cut_short_says_so(sdk):
    cut = json.loads(json.dumps(sdk[4]).replace('"stop"', '"length"').replace('"end_turn"', '"max_tokens"'))
    assert ask(sdk, says(json.dumps(cut)))[0].details["finish_reason"] in {"length", "max_tokens"}


def test_a_key_is_needed_unless_another_server_is_named(sdk, monkeypatch):
    monkeypatch.delenv(sdk[5])
    with pytest.raises(SpecError, match=sdk[5]):
        plugins.make("answerers", f"{sdk[0]}:tiny")
    assert isinstance(ask(sdk, says(json.dumps(sdk[4])))[0], Prediction)


def test_the_identity_changes_with_the_settings(sdk):
    specs = [
        f"{sdk[0]}:tiny",
        f"{sdk[0]}:other",
        f"{sdk[0]}:tiny?max_tokens=5",
        f"{sdk[0]}:tiny?base_url=http://127.0.0.1:1",
    ]
    assert len({plugins.make("answerers", spec).identity for spec in specs}) == len(specs)


@pytest.mark.parametrize(("spec", "package", "extra"), [
    ("openai-sdk:x", "openai", "openai"),
    ("anthropic:x", "anthropic", "anthropic"),
    ("inspect_ai:x", "inspect_ai", "inspect"),
    ("lm_eval:x", "lm_eval", "lm-eval"),
])  # fmt: skip
def test_a_missing_package_is_told_with_its_extra(monkeypatch, spec, package, extra):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError) as error:
        plugins.make("answerers", spec)
    assert error.value.hint == f"pip install 'qa-eval[{extra}]'"
