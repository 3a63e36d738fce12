"""openai asks chat-completions servers: what it sends, what it reads, and where its key goes."""

import asyncio
import json

import pytest
import servers
from hypothesis import given
from hypothesis import strategies as st
from servers import in_turn, reply, says, serving

from qa_eval import plugins
from qa_eval.answerers import openai
from qa_eval.errors import AnswererError, SpecError
from qa_eval.model import Prediction, Tokens

KEY = "sk-proj-0123456789abcdef"
CHAT = "/v1/chat/completions"


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def completion(content="170 mm", **others):
    message = {"role": "assistant", "content": content, **others.pop("message", {})}
    said = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "tiny",
        "choices": [{"index": 0, "message": message, "finish_reason": others.pop("finish_reason", "stop")}],
        "usage": {"prompt_tokens": 321, "completion_tokens": 4, "total_tokens": 325},
    }
    return says(json.dumps({key: value for key, value in {**said, **others}.items() if value is not None}))


def ask(behaviour, *questions, document="The document.", **options):
    """Ask a server on this machine; return what came back, and what it was asked."""

    async def asking(url):
        answerer = openai.Answerer("tiny", base_url=url, **options)
        said = []
        for question in questions or ("What calibre?",):
            try:
                said.append(await answerer.answer(question, document, id="q1"))
            except AnswererError as failure:
                said.append(failure)
        await answerer.close()
        return said

    with serving({CHAT: behaviour}) as server:
        return asyncio.run(asking(server.url("/v1"))), server.requests


def test_the_document_and_the_question_are_sent_and_the_answer_and_its_tokens_read():
    (said,), (asked,) = ask(completion("  170 mm\n"), document="Guns of {question} 170 mm.")
    assert said == Prediction("170 mm", tokens=Tokens(321, 4))
    sent = asked.json
    assert {key: sent[key] for key in sent if key != "messages"} == {
        "model": "tiny",
        "temperature": 0.0,
        "seed": 0,
        "max_tokens": 1024,
    }
    assert [message["role"] for message in sent["messages"]] == ["system", "user"]
    assert "not stated" in sent["messages"][0]["content"]
    assert sent["messages"][1]["content"] == "Document:\nGuns of {question} 170 mm.\n\nQuestion: What calibre?"
    assert "authorization" not in asked.headers


def test_options_of_the_spec_reach_the_server():
    extra = '{"top_p": 0.5, "seed": null, "max_completion_tokens": 9, "max_tokens": null}'
    _, (asked,) = ask(completion(), temperature=0.7, extra=extra)
    assert {key: value for key, value in asked.json.items() if key != "messages"} == {
        "model": "tiny",
        "temperature": 0.7,
        "top_p": 0.5,
        "max_completion_tokens": 9,
    }


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("{document}\n{question}\n", [("user", "D\nQ")]),
        ("Be brief.\n---\n{id}: {question} {other} {{}}", [("system", "Be brief."), ("user", "q1: Q {other} {{}}")]),
        ("\n---\n{question}", [("user", "Q")]),
    ],
)
def test_a_prompt_of_ones_own(tmp_path, text, messages):
    (tmp_path / "prompt.txt").write_text(text)
    _, (asked,) = ask(completion(), "Q", document="D", prompt=str(tmp_path / "prompt.txt"))
    assert [(message["role"], message["content"]) for message in asked.json["messages"]] == messages


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (completion(usage=None), Prediction("170 mm")),
        (completion(usage={"prompt_tokens": 5}), Prediction("170 mm", tokens=Tokens(5, 0))),
        (
            completion(finish_reason="length"),
            Prediction("170 mm", tokens=Tokens(321, 4), details={"finish_reason": "length"}),
        ),
        (completion(finish_reason=None, model="tiny-2", usage=None), Prediction("170 mm", details={"model": "tiny-2"})),
        (
            completion([{"type": "text", "text": "170"}, {"type": "text", "text": " mm"}], usage=None),
            Prediction("170 mm"),
        ),
        (completion("<think>maybe 14.5</think>\n62 metres", usage=None), Prediction("62 metres")),
        (completion("", usage=None), Prediction("")),
    ],
)
def test_what_is_out_of_the_ordinary_stands_in_the_details(behaviour, said):
    assert ask(behaviour)[0] == [said]


@pytest.mark.parametrize(
    ("behaviour", "kind", "retryable", "message"),
    [
        (completion(None), "garbage", False, "the model answered with no text"),
        (completion(None, message={"refusal": "I can't"}), "refused", False, "the model refused: I can't"),
        (
            completion("<think>maybe 14.5", finish_reason="length"),
            "garbage",
            False,
            "used up its tokens before it answered: raise max_tokens",
        ),
        (
            completion("", finish_reason="length"),
            "garbage",
            False,
            "used up its tokens before it answered: raise max_tokens",
        ),
        (completion("", finish_reason="content_filter"), "refused", False, "content filter withheld the answer"),
        (says('{"choices": []}'), "garbage", False, "there is no '0' in 'choices' of the answer: a list of 0"),
        (
            says('{"choices": [{}]}'),
            "garbage",
            False,
            "there is no 'message' in 'choices.0' of the answer: it is empty",
        ),
        (
            says('{"object": "error", "message": "no"}'),
            "garbage",
            False,
            "no 'choices' in the answer: it has 'object', 'message'",
        ),
        (says("[]"), "garbage", False, "there is no 'choices' in the answer: a list of 0"),
        (says('{"error": {"message": "no such model"}}'), "exception", False, "no such model"),
        (says("<html>", kind="text/html"), "garbage", False, "is no JSON (sent as text/html)"),
        (
            says('{"error": {"message": "Rate limit reached"}}', 429, {"Retry-After": "2"}),
            "rate_limited",
            True,
            "Rate limit reached",
        ),
        (says('{"error": {"message": "You exceeded your current quota"}}', 429), "refused", False, "current quota"),
        (says('{"error": {"message": "no model"}}', 404), "refused", False, "answered 404 Not Found: no model"),
        (
            says('{"error": {"message": "Unsupported parameter: max_tokens"}}', 400),
            "refused",
            False,
            "Unsupported parameter",
        ),
        (says("overloaded", 503), "server", True, "answered 503 Service Unavailable: overloaded"),
        (servers.closes, "connection", True, "closed the connection without an answer"),
        (servers.hangs, "timeout", True, "did not answer within 0.3 s"),
    ],
)
def test_a_failure_is_of_its_kind(behaviour, kind, retryable, message):
    (failure,), _ = ask(behaviour, timeout=0.3)
    assert (failure.kind, failure.retryable) == (kind, retryable), failure
    assert message in failure.message


@pytest.mark.parametrize(("base", "asks"), [("", True), ("/api", True), ("/v1", False), ("/api/v1", False)])
def test_a_path_that_is_not_there_asks_for_the_v1_that_it_lacks(base, asks):
    with serving({f"{base}/chat/completions": says("Not Found", 404, kind="text/plain")}) as server:
        failure = asyncio.run(_failure(server.url(base)))
    assert ("does base_url lack its /v1?" in failure.message) is asks


async def _failure(url):
    answerer = openai.Answerer("tiny", base_url=url)
    with pytest.raises(AnswererError) as raised:
        await answerer.answer("What calibre?", "", id="q1")
    await answerer.close()
    return raised.value


def test_a_server_that_asks_to_wait_says_for_how_long_and_then_answers():
    behaviour = in_turn(says("{}", 429, {"Retry-After": "2.5"}), completion())
    (failure, said), _ = ask(behaviour, "one", "two")
    assert (failure.retry_after, said.text) == (2.5, "170 mm")


def test_the_key_is_sent_and_shows_nowhere(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    async def echo(asked, writer):
        writer.write(
            reply(json.dumps({"error": {"message": f"Incorrect API key: {asked.headers['authorization']}"}}), 401)
        )
        return True

    (failure,), (asked,) = ask(echo)
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert "Incorrect API key: Bearer [redacted]" in failure.message
    answerer = openai.Answerer("gpt")
    for shown in (str(failure), repr(failure), repr(answerer), answerer.identity, repr(answerer._keys)):
        assert KEY not in shown


@pytest.mark.parametrize("key", [f"{KEY}\n", f"\n {KEY}\r\n", f"{KEY}\t"])
def test_white_space_around_a_key_belongs_to_its_file_and_not_to_it(monkeypatch, key):
    monkeypatch.setenv("OPENAI_API_KEY", key)
    (said,), (asked,) = ask(completion(f"You sent {KEY}."))
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.json["messages"][1]["content"].endswith("What calibre?")
    assert said.text == "You sent [redacted]."


def test_a_key_of_white_space_is_none(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "\n")
    openai.Answerer("tiny", base_url="http://localhost:8000/v1")
    with pytest.raises(SpecError, match=r"no key for api\.openai\.com"):
        openai.Answerer("tiny")


@pytest.mark.parametrize("inside", ["\n", "\r\n", "\x01", "\x1f", "\x7f", "\t", "\udcff"])
def test_a_key_that_cannot_be_sent_is_refused_by_its_variable(monkeypatch, inside):
    monkeypatch.setenv("OPENAI_API_KEY", f"{KEY}{inside}X-Other: 1")
    with pytest.raises(SpecError) as caught:
        openai.Answerer("tiny")
    assert "OPENAI_API_KEY holds a line break or another character that cannot be sent" in str(caught.value)
    assert KEY not in str(caught.value)


def test_another_variable_may_hold_the_key(monkeypatch):
    monkeypatch.setenv("OTHER_KEY", "EMPTY")
    (said,), (asked,) = ask(completion("EMPTY"), key_env="OTHER_KEY")
    assert asked.headers["authorization"] == "Bearer EMPTY"
    assert said.text == "EMPTY"  # too short to be a secret


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "10.1.2.3", "ollama", "box.local", "192.168.0.7"])
def test_a_server_nearby_needs_no_key(host):
    openai.Answerer("tiny", base_url=f"http://{host}:8000/v1")


@pytest.mark.parametrize(
    ("spec", "key", "message"),
    [
        ("openai:gpt", "", "no key for api.openai.com\nhint: export OPENAI_API_KEY=…"),
        ("openai:gpt?key_env=MINE", "", "no key for api.openai.com\nhint: export MINE=…"),
        (
            "openai:gpt?base_url=http://example.org/v1",
            KEY,
            "the key would be sent to example.org in the open\nhint: write https://",
        ),
        ("openai:gpt?base_url=ftp://localhost", KEY, "'ftp://localhost' is no http or https address"),
        ("openai:gpt?prompt=/no/such/file", KEY, "option 'prompt' cannot be read from '/no/such/file'"),
        ("openai:gpt?prompt={empty}", KEY, "asks nothing\nhint: put {question} into it"),
        ("openai:gpt?extra=[]", KEY, "option 'extra' is no JSON object"),
        ("openai:gpt?extra={", KEY, "option 'extra' is no JSON"),
        ('openai:gpt?extra={"stream":true}', KEY, "option 'extra' cannot set 'stream'"),
        ("openai", KEY, "'openai' needs its model"),
    ],
)
def test_a_wrong_option_is_named_before_anything_is_asked(monkeypatch, tmp_path, spec, key, message):
    (tmp_path / "empty.txt").write_text("Say something.")
    if key:
        monkeypatch.setenv("OPENAI_API_KEY", key)
    with pytest.raises(SpecError) as caught:
        plugins.make("answerers", spec.replace("{empty}", str(tmp_path / "empty.txt")))
    assert message in str(caught.value)
    assert KEY not in str(caught.value)


def test_identity_tells_apart_whatever_may_change_an_answer(tmp_path):
    (tmp_path / "prompt.txt").write_text("{question}")
    made = [
        openai.Answerer("tiny", base_url="http://h/v1", **options)
        for options in [
            {},
            {"temperature": 1.0},
            {"seed": 2},
            {"prompt": str(tmp_path / "prompt.txt")},
            {"extra": '{"top_p": 1}'},
        ]
    ]
    assert len({answerer.identity for answerer in made}) == len(made)
    assert openai.Answerer("tiny", base_url="http://h/v1", timeout=3).identity == made[0].identity


KEYS = st.sampled_from(
    ["choices", "message", "content", "usage", "finish_reason", "text", "refusal", "prompt_tokens", "model", "x"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.sampled_from(["length", "stop"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(
    JSON
    | JSON.map(lambda message: {"choices": [{"message": message}]})
    | JSON.map(lambda choice: {"choices": [choice], "usage": choice})
)
def test_any_completion_is_an_answer_or_a_failure(value):
    try:
        said = openai.read_completion(value, "tiny")
    except AnswererError as failure:
        said = failure
    assert isinstance(said, Prediction) or said.kind in {"garbage", "refused"}
    if isinstance(said, Prediction):
        assert isinstance(said.text, str)
        assert said.tokens is None or isinstance(said.tokens.prompt, int)
