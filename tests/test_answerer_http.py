"""http asks any server, and tells apart all that can go wrong there; no key ever surfaces."""

import asyncio
import gzip
import json
import time
from email.utils import formatdate

import pytest
import servers
from hypothesis import given
from hypothesis import strategies as st
from servers import answers, in_turn, reply, says, serving

from qa_eval import plugins
from qa_eval.answerers._web import replies, templates
from qa_eval.answerers.http import read_answer
from qa_eval.errors import AnswererError, SpecError
from qa_eval.model import Prediction

KEY = "sk-0123456789abcdef"
HEADERS = '{"Authorization": "Bearer ${QA_TEST_KEY}", "X-Tenant": "seven"}'


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QA_TEST_KEY", KEY)


def ask(url, *questions, document="The document.", **options):
    """Ask the questions one after the other and return what came back: texts and failures."""

    async def asking():
        answerer = plugins.find("answerers", "http").load()(url, **options)
        try:
            return [await outcome(answerer, question, document) for question in questions or ("What?",)]
        finally:
            await answerer.close()

    return asyncio.run(asking())


async def outcome(answerer, question, document=""):
    try:
        return await answerer.answer(question, document, id="q1")
    except AnswererError as failure:
        return failure


def test_with_no_option_the_question_and_the_document_are_posted():
    with serving({"/ask": says('{"answer": "170 mm"}')}) as server:
        assert ask(server.url("/ask"), "What “calibre”?", document="Naïve\n{id}") == ["170 mm"]
    (asked,) = server.requests
    assert (asked.method, asked.headers["content-type"]) == ("POST", "application/json")
    assert asked.json == {"question": "What “calibre”?", "document": "Naïve\n{id}"}


@pytest.mark.parametrize(
    ("behaviour", "answer", "said"),
    [
        (says('{"answer": "x"}'), "", "x"),
        (says('{"answer": ""}'), "", ""),
        (says('{"answer": 1.30}'), "", "1.30"),
        (says('{"answer": true}'), "", "yes"),
        (says('"x"'), "", "x"),
        (says("\n x \n", kind="text/plain; charset=utf-8"), "", "x"),
        (says("é".encode("latin-1"), kind="text/plain; charset=iso-8859-1"), "", "é"),
        (says('{"answer": "é"}'.encode("latin-1"), kind="application/json; charset=latin-1"), "", "é"),
        (says("x < y", kind="text/html"), "", "x < y"),
        (says("{x}", kind="text/plain"), "", "{x}"),
        (says('{"answer": "x"}', kind="text/html"), "", "x"),
        (says('{"answer": "x"}', kind=None), "", "x"),
        (says("x", kind=None), "", "x"),
        (says("{1, 2}", kind=None), "", "{1, 2}"),
        (says("<5 %", kind="text/plain"), "", "<5 %"),
        (says('{"answer": "x"}', kind="application/octet-stream"), "", "x"),
        (says('{"answer": "x"}', kind="application/vnd.api+json"), "", "x"),
        (says("x", headers={"Content-Type": None}), "", "x"),
        (says('{"choices": [{"message": {"content": "x"}}]}', kind="text/html"), "choices.0.message.content", "x"),
        (says('[{"text": "x"}]'), "[0].text", "x"),
        (says('{"data": {"0": "x"}}'), "data.0", "x"),
        (says('{"answer": "x"}', status=201), "", "x"),
        (servers.zipped('{"answer": "x"}'), "", "x"),
    ],
)
def test_the_answer_is_found_in_what_comes_back(behaviour, answer, said):
    with serving({"/": behaviour}) as server:
        assert ask(server.url(), answer=answer) == [said]


def test_a_template_is_filled_inside_its_texts_and_nothing_else():
    with serving({"/": says("x", kind="text/plain")}) as server:
        body = '{"q": "Q: {question}", "list": ["{document}", 3, null], "{id}": "{id} {other}"}'
        ask(server.url(), 'say "{document}"\n', document="d", body=body)
    assert server.requests[0].json == {"q": 'Q: say "{document}"\n', "list": ["d", 3, None], "{id}": "q1 {other}"}


def test_a_template_is_read_from_a_file(tmp_path):
    (tmp_path / "body.json").write_text('{"inputs": "{question}"}')
    with serving({"/": says("x", kind="text/plain")}) as server:
        ask(server.url(), body=f"@{tmp_path / 'body.json'}")
    assert server.requests[0].json == {"inputs": "What?"}


def test_a_server_is_asked_by_get_through_its_address():
    with serving({"/ask": says('{"answer": "x"}')}) as server:
        assert ask(server.url("/ask?q={question}&n={id}"), "a&b=c d/é", method="get") == ["x"]
    (asked,) = server.requests
    assert (asked.method, asked.body) == ("GET", b"")
    assert asked.target == "/ask?q=a%26b%3Dc%20d%2F%C3%A9&n=q1"


def test_header_fields_take_their_keys_from_the_environment():
    with serving({"/": says('{"answer": "x"}')}) as server:
        ask(server.url(), headers=HEADERS)
    sent = server.requests[0].headers
    assert (sent["authorization"], sent["x-tenant"], sent["user-agent"]) == (f"Bearer {KEY}", "seven", "qa-eval")


def test_connections_are_reused():
    with serving({"/": says('{"answer": "x"}')}) as server:
        assert ask(server.url(), *["?"] * 30) == ["x"] * 30
    assert server.connections == 1


def test_64_at_once_share_64_connections():
    async def asking(url):
        answerer = plugins.make("answerers", url)
        left = iter(range(640))

        async def work():
            return [await answerer.answer(f"{n}", "") for n in left]

        said = await asyncio.gather(*(work() for _ in range(64)))
        await answerer.close()
        return [answer for part in said for answer in part]

    with serving({"/": answers(lambda asked: asked.json["question"], after=0.05)}) as server:
        said = asyncio.run(asking(server.url()))
    assert sorted(map(int, said)) == list(range(640))
    assert server.most_at_once == 64
    assert server.connections <= 64


FAILURES = [
    (servers.hangs, {"timeout": 0.3}, "timeout", True, "did not answer within 0.3 s"),
    (servers.hangs_in_the_middle, {"timeout": 0.3}, "timeout", True, "did not answer within 0.3 s"),
    (says("{}", after=5), {"timeout": 0.3}, "timeout", True, "did not answer within 0.3 s"),
    (servers.closes, {}, "connection", True, "closed the connection without an answer"),
    (servers.closes_in_the_middle, {}, "connection", True, "closed the connection in the middle of its answer"),
    (servers.resets, {}, "connection", True, ""),
    (servers.speaks_no_http, {}, "garbage", False, "does not speak HTTP"),
    (servers.never_ends, {"max_bytes": 1_000_000}, "garbage", False, "is larger than 1,000,000 bytes"),
    (says("[" * 2_000_000), {"max_bytes": 1_000_000}, "garbage", False, "is larger than 1,000,000 bytes"),
    (
        says(gzip.compress(b"[" * 2_000_000), headers={"Content-Encoding": "gzip"}),
        {"max_bytes": 1_000_000},
        "garbage",
        False,
        "is larger than 1,000,000 bytes",
    ),
    (says(b"no gzip", headers={"Content-Encoding": "gzip"}), {}, "garbage", False, "cannot be unpacked"),
    (says("[" * 100_000), {}, "garbage", False, "the answer is no JSON"),
    (says("9" * 100_000), {}, "garbage", False, None),
    (says('{"answer": "x"'), {}, "garbage", False, "is no JSON (sent as application/json): Expecting"),
    (says("<html>Sign in</html>", kind="text/html"), {}, "garbage", False, "sent text/html, which is neither JSON nor plain text: <html>"),
    (says(b"\x89PNG", kind="image/png"), {}, "garbage", False, "not utf-8"),
    (says("ok", kind="image/svg"), {}, "garbage", False, "sent image/svg, which is neither"),
    (says(b"\xff\xfe", kind="text/plain"), {}, "garbage", False, "the answer is not utf-8"),
    (says("x", kind="text/plain; charset=klingon"), {}, "garbage", False, "the answer is not klingon"),
    (says("", status=204), {}, "garbage", False, "the answer is empty (status 204)"),
    (says("  ", kind="text/plain"), {}, "garbage", False, "the answer is empty"),
    (says('{"text": "x", "score": 1}'), {}, "garbage", False, "no 'answer' in the reply, it has 'text', 'score': name its place"),
    (says("{}"), {}, "garbage", False, "it has nothing"),
    (says('{"anwser": "x"}', kind=None), {}, "garbage", False, "no 'answer' in the reply, it has 'anwser'"),
    (says('{"anwser": "x"}', kind="text/plain"), {}, "garbage", False, "no 'answer' in the reply, it has 'anwser'"),
    (says('{"error": "no such model"}', kind=None), {}, "exception", False, "no such model"),
    (says('{"answer": "x"', kind=None), {}, "garbage", False, "is no JSON"),
    (says("<html>Error: 118 kg</html>", kind=None), {}, "garbage", False, "sent markup, which is neither JSON nor plain text"),
    (says('{"error": "no such model"}'), {}, "exception", False, "no such model"),
    (says('{"error": {"message": "no such model"}}'), {"answer": "choices.0"}, "exception", False, "no such model"),
    (says('{"error": {"code": "x"}}'), {}, "exception", False, '{"code": "x"}'),
    (says('{"error": "nope", "answer": "62 m"}'), {}, "exception", False, "nope"),
    (says('{"answer": "x"}', kind="application/json; charset=klingon"), {}, "garbage", False, "is no JSON (sent as application/json)"),
    (says('{"error": "", "answer": null}'), {}, "garbage", False, "the answer is no text but null"),
    (says('{"answer": null}'), {}, "garbage", False, "the answer is no text but null"),
    (says('{"answer": ["x"]}'), {}, "garbage", False, 'the answer is no text but ["x"]'),
    (says('{"data": [{"t": "x"}]}'), {"answer": "data[0].text"}, "garbage", False, "no 'text' in 'data.0' of the answer: it has 't'"),
    (says('{"data": []}'), {"answer": "data[0]"}, "garbage", False, "no '0' in 'data' of the answer: a list of 0"),
    (says('{"data": 7}'), {"answer": "data.x"}, "garbage", False, "no 'x' in 'data' of the answer: it is \"7\""),
    (says("x", kind="text/plain"), {"answer": "a"}, "garbage", False, "is no JSON (sent as text/plain)"),
    (says('{"error": {"message": "slow down"}}', 429), {}, "rate_limited", True, "answered 429 Too Many Requests: slow down"),
    (says("<p>\n oops\x00\n</p>", 500), {}, "server", True, "answered 500 Internal Server Error: <p> oops </p>"),
    (says("", 503), {}, "server", True, "answered 503 Service Unavailable"),
    (says("", 408), {}, "timeout", True, "answered 408 Request Timeout"),
    (says('{"detail": "no"}', 401), {}, "refused", False, "answered 401 Unauthorized: no (is the key right"),
    (says('{"error": "no such model"}', 404), {}, "refused", False, "answered 404 Not Found: no such model"),
    (says("y" * 9_000_000, 413), {}, "refused", False, "answered 413"),
    (says("", 302), {}, "refused", False, "answered 302 Found"),
]  # fmt: skip


@pytest.mark.parametrize(("behaviour", "options", "kind", "retryable", "message"), FAILURES)
def test_a_failure_is_of_its_kind_and_says_what_happened(behaviour, options, kind, retryable, message):
    with serving({"/": behaviour}) as server:
        (failure,) = ask(server.url(), **options)
    if message is None:  # a number of 100,000 digits is an answer, as long as it is
        assert failure == "9" * 100_000
        return
    assert (failure.kind, failure.retryable) == (kind, retryable), failure
    assert message in failure.message
    assert len(failure.message) < 500
    assert failure.message.isprintable()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "0.5"}, 0.5),
        ({"Retry-After": "-3"}, 0.0),
        ({"Retry-After": "Mon, 23 Nov 2026 10:00:30 GMT", "Date": "Mon, 23 Nov 2026 10:00:00 GMT"}, 30.0),
        ({"Retry-After": "Mon, 23 Nov 2026 09:00:00 GMT", "Date": "Mon, 23 Nov 2026 10:00:00 GMT"}, 0.0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "1e400"}, None),
        ({}, None),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_read_as_seconds_or_as_a_date(status, headers, seconds):
    with serving({"/": says("", status, headers)}) as server:
        assert ask(server.url())[0].retry_after == seconds


def test_retry_after_as_a_date_counts_from_now_without_a_date_of_the_server():
    with serving({"/": says("", 429, {"Retry-After": formatdate(time.time() + 60, usegmt=True)})}) as server:
        assert 55 < ask(server.url())[0].retry_after <= 61


def test_a_server_recovers_after_each_failure():
    behaviour = in_turn(
        servers.closes, says("", 500), servers.closes_in_the_middle, servers.hangs, says('{"answer": "x"}')
    )
    with serving({"/": behaviour}) as server:
        said = ask(server.url(), *"12345", timeout=0.5)
    assert [getattr(answer, "kind", answer) for answer in said] == [
        "connection",
        "server",
        "connection",
        "timeout",
        "x",
    ]


def test_nobody_listening_is_a_connection_failure():
    with serving({}) as server:
        pass
    (failure,) = ask(server.url())
    assert (failure.kind, failure.retryable) == ("connection", True)
    assert f"no connection to http://127.0.0.1:{server.port}/" in failure.message


def test_a_host_that_does_not_exist_is_a_connection_failure():
    (failure,) = ask("http://no-such-host.invalid/ask")
    assert failure.kind == "connection"
    assert "the host of http://no-such-host.invalid/ask is not found" in failure.message


def test_an_untrusted_certificate_is_named_and_a_trusted_one_works(monkeypatch):
    with serving({"/": says('{"answer": "x"}')}, tls=True) as server:
        (failure,) = ask(server.url())
        assert (failure.kind, failure.retryable) == ("connection", False)
        assert "certificate" in failure.message
        assert "SSL_CERT_FILE" in failure.message
        monkeypatch.setenv("SSL_CERT_FILE", str(servers.CERTIFICATE))
        assert ask(server.url()) == ["x"]
        monkeypatch.delenv("SSL_CERT_FILE")
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(servers.CERTIFICATE))
        assert ask(server.url()) == ["x"]


@pytest.mark.parametrize("bundle", ["gone.pem", "words.pem"])
def test_a_bundle_without_certificates_is_named(monkeypatch, tmp_path, bundle):
    (tmp_path / "words.pem").write_text("no certificate")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / bundle))
    with serving({"/": says('{"answer": "x"}')}, tls=True) as server:
        (failure,) = ask(server.url())
    assert (failure.kind, failure.retryable) == ("connection", False)
    assert f"REQUESTS_CA_BUNDLE={tmp_path / bundle} holds no certificates: " in failure.message


def test_tls_with_a_server_without_is_a_connection_failure():
    with serving({"/": says("x")}) as server:
        (failure,) = ask(f"https://127.0.0.1:{server.port}/")
    assert (failure.kind, failure.retryable) == ("connection", False)
    assert "no TLS with" in failure.message


@pytest.mark.parametrize(
    ("status", "method"), [(301, "POST"), (302, "POST"), (307, "POST"), (308, "POST"), (303, "GET")]
)
def test_a_redirect_within_the_server_is_followed_with_key_and_question(status, method):
    behaviours = {"/old": says("", status, {"Location": "/new?x=1"}), "/new": says('{"answer": "x"}')}
    with serving(behaviours) as server:
        assert ask(server.url("/old"), headers=HEADERS) == ["x"]
    asked = server.requests[-1]
    assert (asked.method, asked.target, asked.headers["authorization"]) == (method, "/new?x=1", f"Bearer {KEY}")
    assert bool(asked.body) == (method == "POST")


@pytest.mark.parametrize(
    "location", ["http://localhost:{port}/new", "http://127.0.0.1:{other}/new", "//example.org/x?{key}"]
)
def test_a_redirect_to_another_server_is_refused_and_the_key_stays(location):
    with serving({"/new": says('{"answer": "x"}')}) as other:
        behaviours = {"/old": answers(str), "/new": says('{"answer": "x"}')}
        with serving(behaviours) as server:
            target = location.format(port=server.port, other=other.port, key=KEY)
            behaviours["/old"] = says("", 307, {"Location": target})
            (failure,) = ask(server.url("/old"), headers=HEADERS)
    assert (failure.kind, len(server.requests), len(other.requests)) == ("refused", 1, 0)
    assert "points to another server" in failure.message
    assert KEY not in failure.message


def test_a_redirect_in_a_circle_or_to_nowhere_ends():
    behaviours = {"/a": says("", 302, {"Location": "/b"}), "/b": says("", 302, {"Location": "/a"})}
    with serving(behaviours) as server:
        assert "redirects more than 5 times" in ask(server.url("/a"))[0].message
    with serving({"/": says("", 302, {"Location": "http://[oops/"})}) as server:
        assert ask(server.url())[0].kind == "garbage"


def echo_key(asked):
    return f"you sent {asked.headers['authorization']}"


@pytest.mark.parametrize("status", [200, 400, 429, 500])
def test_a_key_that_the_server_sends_back_is_struck_out(status):
    async def behave(asked, writer):
        said = json.dumps({"answer": echo_key(asked)})
        writer.write(reply(said, status, {"Retry-After": KEY}))
        return True

    with serving({"/": behave}) as server:
        (said,) = ask(server.url(), headers=HEADERS)
    assert KEY not in str(said)
    assert KEY not in repr(said)
    assert "you sent Bearer [redacted]" in str(said)


def test_nothing_that_describes_an_answerer_holds_a_key():
    answerer = plugins.find("answerers", "http").load()("http://127.0.0.1:9/?api_key=${QA_TEST_KEY}", headers=HEADERS)
    shown = f"{answerer!r} {answerer.identity} {answerer._keys!r}"
    assert KEY not in shown
    (failure,) = ask("http://127.0.0.1:9/?api_key=${QA_TEST_KEY}", headers=HEADERS)
    assert KEY not in str(failure)
    assert failure.kind == "connection"


def test_identity_tells_apart_whatever_may_change_an_answer_and_knows_no_key(monkeypatch):
    http = plugins.find("answerers", "http").load()
    body = '{"q": "{question}"}'
    varied = [{}, {"method": "PUT"}, {"headers": HEADERS}, {"body": body}, {"answer": "text"}]
    made = [http("http://h/", **options).identity for options in varied] + [http("http://h/x").identity]
    assert len(set(made)) == len(made)
    monkeypatch.setenv("QA_TEST_KEY", "another-key-0123")
    assert http("http://h/", headers=HEADERS, timeout=3).identity == made[2]


def test_a_proxy_of_the_environment_is_used_unless_excluded(monkeypatch):
    async def proxied(asked, writer):
        writer.write(reply(json.dumps({"answer": f"through the proxy to {asked.target}"})))
        return True

    with serving({"http://far.invalid/ask": proxied}) as proxy, serving({"/": says('{"answer": "direct"}')}) as near:
        monkeypatch.setenv("http_proxy", f"http://user:{KEY}@127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert ask("http://far.invalid/ask") == ["through the proxy to http://far.invalid/ask"]
        assert ask(near.url()) == ["direct"]
    assert "proxy-authorization" in proxy.requests[0].headers
    (failure,) = ask("http://far.invalid/ask")
    assert failure.kind == "connection"
    assert "proxy" in failure.message
    assert KEY not in failure.message


def test_a_closed_answerer_can_be_asked_again_in_any_event_loop():
    with serving({"/": says('{"answer": "x"}')}) as server:
        one = plugins.make("answerers", server.url())

        async def twice():
            said = []
            for _ in range(2):
                said.append(await one.answer("?", ""))
                await one.close()
            return said

        assert [*asyncio.run(twice()), *asyncio.run(twice())] == ["x"] * 4


def test_a_question_that_is_taken_back_leaves_the_others_alone():
    async def asking(url):
        answerer = plugins.make("answerers", url)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(answerer.answer("?", ""), 0.2)
        said = await answerer.answer("?", "")
        await answerer.close()
        return said

    with serving({"/": in_turn(servers.hangs, says('{"answer": "x"}'))}) as server:
        assert asyncio.run(asking(server.url())) == "x"


def test_a_lone_surrogate_can_be_asked():
    with serving({"/": answers(lambda asked: asked.json["question"] == "\ud800")}) as server:
        assert ask(server.url(), "\ud800") == ["yes"]


@pytest.mark.parametrize(
    ("url", "options", "message"),
    [
        ("ftp://h/x", {}, "'ftp://h/x' is no http or https address"),
        ("http://", {}, "'http://' is no http or https address"),
        ("http://h:port/", {}, "no address: Port could not be cast"),
        ("http://[h/", {}, "no address: Invalid IPv6 URL"),
        ("http://a b/", {}, "is no http or https address"),
        ("http://u:hunter22@h/", {}, "the address holds a password in the open"),
        ("http://h/?api_key=hunter22", {}, "the parameter 'api_key' of the address stands in the open"),
        ("http://h/", {"method": "FETCH"}, "there is no method 'FETCH'"),
        ("http://h/", {"method": "GET"}, "GET asks nothing\nhint: as in http://h/?q={question}"),
        ("http://h/{question}", {"method": "GET", "body": "{}"}, "GET sends no body"),
        ("http://u:${QA_TEST_KEY}@h/", {"headers": HEADERS}, "both the address and the headers say who asks"),
        ("http://h/", {"headers": "Authorization: x"}, "option 'headers' is no JSON"),
        ("http://h/", {"headers": "[]"}, "option 'headers' is no JSON object of texts"),
        ("http://h/", {"headers": '{"a": 1}'}, "option 'headers' is no JSON object of texts"),
        (
            "http://h/",
            {"headers": '{"X-Api-Key": "hunter22"}'},
            "the value of the header field 'X-Api-Key' stands in the open",
        ),
        (
            "http://h/",
            {"headers": '{"A": "${QA_TEST_NO_SUCH}"}'},
            "the environment variable QA_TEST_NO_SUCH is not set",
        ),
        ("http://h/", {"headers": '{"a b": "c"}'}, "the header field 'a b' of option 'headers' cannot be sent"),
        ("http://h/", {"headers": '{"a": "c\\r\\nd: e"}'}, "the header field 'a' of option 'headers' cannot be sent"),
        ("http://h/", {"headers": '{"a": "c\\u001fd"}'}, "the header field 'a' of option 'headers' cannot be sent"),
        ("http://h/", {"headers": '{"a": "c\\ud800"}'}, "the header field 'a' of option 'headers' cannot be sent"),
        ("http://h/", {"body": '{"q": {question}}'}, "option 'body' is no JSON: Expecting property name"),
        ("http://h/", {"body": "{}"}, "option 'body' asks nothing"),
        ("http://h/", {"body": "@/no/such/file"}, "option 'body' cannot be read from '/no/such/file'"),
        ("http://h/", {"answer": "a..b"}, "option 'answer' is no path: 'a..b'"),
        ("http://h/", {"answer": "a[x]"}, "option 'answer' is no path: 'a[x]'"),
    ],
)
def test_a_wrong_option_is_named_before_anything_is_asked(url, options, message):
    with pytest.raises(SpecError) as caught:
        plugins.find("answerers", "http").load()(url, **options)
    assert message in str(caught.value)
    assert "hunter22" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a.0.b", ("a", 0, "b")),
        ("a[0][1].b", ("a", 0, 1, "b")),
        ("[2]", (2,)),
        ("a-b_c d", ("a-b_c d",)),
    ],
)
def test_a_path_is_split_into_steps(text, path):
    assert replies.read_path(text) == path


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3) | st.just("answer"), inner, max_size=3)
    ),
)


@given(
    body=st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()),
    kind=st.sampled_from(["", "application/json", "text/plain", "text/html", "image/png"]),
    path=st.sampled_from([(), ("answer",), ("answer", 0), (0,), ("0", "answer", 1)]),
)
def test_any_reply_is_an_answer_or_garbage(body, kind, path):
    try:
        said = read_answer(replies.Reply(200, "OK", kind, "", body), path)
    except AnswererError as failure:
        said = failure
    if isinstance(said, AnswererError):
        assert said.kind == "garbage"
        assert len(said.message) < 1000
    else:
        assert isinstance(said, str | Prediction)


@pytest.mark.parametrize(
    ("body", "path", "said"),
    [
        (
            b'{"answer": "x", "evidence": ["a b"], "confidence": 0.50}',
            (),
            Prediction("x", details={"evidence": ["a b"], "confidence": 0.5}),
        ),
        (
            b'{"said": {"text": 1.30}, "confidence": 1}',
            ("said", "text"),
            Prediction("1.30", details={"confidence": 1.0}),
        ),
        (b'{"answer": "x", "evidence": null, "mood": "good"}', (), "x"),
    ],
)
def test_a_reply_may_hold_evidence_and_confidence(body, path, said):
    assert read_answer(replies.Reply(200, "OK", "application/json", "", body), path) == said


@given(st.text(), st.text(), st.text())
def test_what_is_filled_in_comes_out_of_the_template_unchanged(question, document, id_):
    template = templates.read_template('{"q": "<{question}>", "d": ["{document}"], "i": {"{id}": "{id}"}}', "body")
    filled = json.loads(
        json.dumps(templates.fill_json(template, {"question": question, "document": document, "id": id_}))
    )
    assert filled == {"q": f"<{question}>", "d": [document], "i": {"{id}": id_}}
