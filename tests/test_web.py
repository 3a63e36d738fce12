"""What the answerers that ask a web server share: addresses on the wire, proxies, certificates, and replies broken in rare ways."""

import asyncio
import base64
import contextlib
import gzip
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import threading

import pytest
import servers
from servers import answers, in_turn, reply, says, serving

from qa_eval import plugins
from qa_eval.answerers._web import connections, environment, heads, sockets, targets, transfers
from qa_eval.errors import AnswererError, SpecError

KEY = "sk-0123456789abcdef"
HASH = "ce275665.0"  # how OpenSSL finds servers.CERTIFICATE in a folder
ANSWER = says('{"answer": "x"}')


@pytest.fixture(autouse=True)
def environ(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("QA_TEST_KEY", KEY)


def http(url, **options):
    return plugins.find("answerers", "http").load()(url, **options)


async def outcome(answerer, question):
    try:
        return await answerer.answer(question, "")
    except AnswererError as failure:
        return failure


def ask(url, *questions, pause=0.0, **options):
    """Ask the questions one after the other, with a pause between them."""

    async def asking():
        answerer = http(url, **options)
        said = []
        for question in questions or ("What?",):
            said.append(await outcome(answerer, question))
            await asyncio.sleep(pause)
        await answerer.close()
        return said

    return asyncio.run(asking())


# --- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "url", "server"),
    [
        ("http://h", "http://h/", ("http", "h", 80)),
        ("https://H:8443/a", "https://h:8443/a", ("https", "h", 8443)),
        ("http://h/a b/é?q=ü x&r=a+b#top", "http://h/a%20b/%C3%A9?q=%C3%BC%20x&r=a+b", ("http", "h", 80)),
        ("http://h/a%2Fb/50%?q=%C3%A9", "http://h/a%2Fb/50%25?q=%C3%A9", ("http", "h", 80)),
        ('http://h/"<>^`{|}', "http://h/%22%3C%3E%5E%60%7B%7C%7D", ("http", "h", 80)),
        ("http://bücher.example/", "http://xn--bcher-kva.example/", ("http", "xn--bcher-kva.example", 80)),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1", ("http", "::1", 8000)),
    ],
)
def test_an_address_is_sent_in_ascii(address, url, server):
    found = targets.target_of(address)
    assert (found.url, found[1:4], found.user) == (url, server, None)


@pytest.mark.parametrize(
    ("location", "url", "same"),
    [
        ("/b", "http://h:81/b", True),
        ("b?x=ü", "http://h:81/a/b?x=%C3%BC", True),
        ("HTTP://H:81/", "http://h:81/", True),
        ("//other/", "http://other/", False),
        ("http://h/", "http://h/", False),
        ("https://h:81/", "https://h:81/", False),
    ],
)
def test_a_redirect_leads_to_the_same_server_or_not(location, url, same):
    old = targets.target_of("http://h:81/a/")
    new = targets.moved(old, location)
    assert (new.url, targets.same_server(old, new)) == (url, same)


def test_http_may_become_https_on_the_same_host():
    old, new = targets.target_of("http://h/"), targets.target_of("https://h/x")
    assert targets.same_server(old, new)
    assert not targets.same_server(new, old)


@pytest.mark.parametrize("location", ["ftp://h/", "http://[oops/", "http://h:port/", "mailto:a@b"])
def test_a_redirect_to_no_web_address_is_garbage(location):
    with serving({"/": says("", 302, {"Location": location})}) as server:
        (failure,) = ask(server.url())
    assert (failure.kind, failure.message) == ("garbage", "the redirect of 127.0.0.1 leads to no address")


def test_a_key_in_the_host_does_not_show_in_a_redirect_to_no_address(monkeypatch):
    monkeypatch.setenv("QA_TEST_KEY", "127.0.0.1")
    with serving({"/": says("", 302, {"Location": "ftp://h/"})}) as server:
        (failure,) = ask(f"http://${{QA_TEST_KEY}}:{server.port}/")
    assert failure.message == "the redirect of [redacted] leads to no address"


def test_who_asks_by_a_redirect_asks_nothing_else():
    with serving({"/old": ANSWER, "/new": ANSWER}) as server:
        there = server.url("/new").replace("http://", "http://me:word@")
        server.behaviours["/old"] = in_turn(says("", 307, {"Location": there}), ANSWER)
        assert ask(server.url("/old"), "1", "2") == ["x", "x"]
    sent = [(asked.target, asked.headers.get("authorization")) for asked in server.requests]
    assert sent == [("/old", None), ("/new", "Basic bWU6d29yZA=="), ("/old", None)]


@pytest.mark.parametrize(("host", "message"), [("bü..example", "label empty"), ("ü" * 70, "label")])
def test_a_host_that_cannot_be_one_is_named(host, message):
    (failure,) = ask(f"http://{host}/")
    assert (failure.kind, failure.retryable) == ("connection", False)
    assert f"http://{host}/ is no address: " in failure.message
    assert message in failure.message


def test_an_address_with_umlauts_and_spaces_reaches_its_server():
    with serving({"/stra%C3%9Fe%207": ANSWER}) as server:
        assert ask(server.url("/straße 7?q=é")) == ["x"]
    assert server.requests[0].target == "/stra%C3%9Fe%207?q=%C3%A9"


def test_who_asks_stands_in_the_address_and_is_sent_decoded_after_a_redirect_too(monkeypatch):
    monkeypatch.setenv("QA_TEST_KEY", "p%40ss%2F%C3%BC-secret")
    with serving({"/old": says("", 307, {"Location": "/new"}), "/new": ANSWER}) as server:
        assert ask(f"http://m%C3%A9:${{QA_TEST_KEY}}@127.0.0.1:{server.port}/old") == ["x"]
    for asked in server.requests:
        kind, _, word = asked.headers["authorization"].partition(" ")
        assert (kind, base64.b64decode(word).decode()) == ("Basic", "mé:p@ss/ü-secret")


def test_header_fields_are_sent_once_whatever_their_case_and_may_be_empty_or_not_ascii():
    fields = '{"content-type": "text/x", "X-Empty": "", "X-Word": "é", "accept-encoding": "identity"}'
    with serving({"/": ANSWER}) as server:
        assert ask(server.url(), headers=fields) == ["x"]
    sent = server.requests[0].headers
    assert (sent["content-type"], sent["x-empty"], sent["x-word"]) == ("text/x", "", "é")
    assert sent["accept-encoding"] == "identity"
    assert "expect" not in sent


def test_a_key_of_a_header_field_is_sent_without_the_end_of_its_line_and_never_as_two_lines(monkeypatch):
    fields = '{"X-Key": "Key ${QA_TEST_KEY}!"}'
    with serving({"/": answers(lambda asked: asked.headers["x-key"])}) as server:
        monkeypatch.setenv("QA_TEST_KEY", f"{KEY}\n")
        assert ask(server.url(), headers=fields) == ["Key [redacted]!"]
        monkeypatch.setenv("QA_TEST_KEY", f"{KEY}\nX-Other: 1")
        with pytest.raises(SpecError) as caught:
            http(server.url(), headers=fields)
    assert server.requests[0].headers["x-key"] == f"Key {KEY}!"
    assert "the environment variable QA_TEST_KEY holds a line break" in str(caught.value)
    assert KEY not in str(caught.value)


# --- proxies and certificates -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variables", "address", "proxy"),
    [
        ({}, "http://h", ("", None, "")),
        ({"http_proxy": "http://p:3128"}, "http://h", ("http://p:3128", None, "")),
        ({"HTTP_PROXY": " HTTP://P\n"}, "http://h", ("http://p:80", None, "")),
        ({"https_proxy": "p:3128"}, "https://h", ("http://p:3128", None, "")),
        ({"HTTPS_PROXY": "https://u:w@p/"}, "https://h", ("https://p:443", "u", "w")),
        ({"http_proxy": "u:a%40b %c3%bc@c@[::1]:9"}, "http://h", ("http://[::1]:9", "u", "a@b ü@c")),
        ({"http_proxy": "http://bücher:80"}, "http://h", ("http://xn--bcher-kva:80", None, "")),
        ({"http_proxy": "http://p"}, "https://h", ("", None, "")),
        ({"http_proxy": "http://p", "no_proxy": "a.example, .h"}, "http://x.h", ("", None, "")),
        ({"http_proxy": "http://p", "NO_PROXY": "*"}, "http://h", ("", None, "")),
        ({"http_proxy": "socks5h://t@p", "no_proxy": "other"}, "http://h", ("socks5h://p:1080", "t", "")),
    ],
)
def test_a_proxy_is_named_by_the_environment(monkeypatch, variables, address, proxy):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    target = targets.target_of(address)
    assert environment.proxy_of(target.scheme, target.host) == proxy


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("ftp://user:hunter2pass@127.0.0.1:8932", "it does not begin with http, https, socks4"),
        ("hunter2pass://p", "it does not begin with http"),
        (
            "http://user:hunter2/pass@proxy:8080",
            "an @ stands behind its host (a / ? # or @ in a password is written %2F",
        ),
        ("http://user:2222#hunter2pass@proxy:8080", "an @ stands behind its host"),
        ("http://user:hunter2pass", "its port is no number from 1 to 65535"),
        ("http://user:hunter2pass@p:99999", "its port is no number from 1 to 65535"),
        ("http://user:hunter2pass@p:0", "its port is no number from 1 to 65535"),
        ("http://user:[hunter2pass@p", "its host cannot be one"),
        ("http://user:hunter2pass@", "its host cannot be one"),
        ("http://hunter2 pass", "its host cannot be one"),
        ("http://bü..hunter2pass", "its host cannot be one"),
        ("http://[1:hunter2pass]:80", "its host cannot be one"),
        ("http://user:hunter2\x01pass@p", "it holds a line break or another character that cannot be sent"),
    ],
)
def test_what_is_no_proxy_is_told_by_its_variable_and_what_is_wrong(monkeypatch, value, wrong):
    monkeypatch.setenv("HTTP_PROXY", value)
    (failure,) = ask("http://far.invalid/")
    assert (failure.kind, failure.retryable) == ("connection", False)
    assert failure.message.startswith(f"HTTP_PROXY names no proxy: {wrong}")
    assert "hunter2" not in str(failure) + repr(failure)
    assert failure.__cause__ is None


def test_who_asks_a_proxy_is_sent_to_it_alone_and_its_password_shows_nowhere(monkeypatch):
    with serving({"http://far.invalid/": answers(lambda asked: str(asked.headers))}) as proxy:
        monkeypatch.setenv("http_proxy", f"http://m%C3%A9:hunter2 pass@127.0.0.1:{proxy.port}")
        assert ask("http://far.invalid/") != []
    (asked,) = proxy.requests
    kind, _, word = asked.headers["proxy-authorization"].partition(" ")
    assert (kind, base64.b64decode(word).decode()) == ("Basic", "mé:hunter2 pass")
    assert "authorization" not in asked.headers
    with serving({"http://far.invalid/": says("no hunter2 pass for you", 403)}) as proxy:
        monkeypatch.setenv("http_proxy", f"http://me:hunter2%20pass@127.0.0.1:{proxy.port}")
        (failure,) = ask("http://far.invalid/")
    assert "no [redacted] for you" in failure.message


def test_a_proxy_that_takes_its_time_is_waited_for_though_the_server_is_near(monkeypatch):
    async def slowly(reader, writer):
        tried.append(writer)
        await asyncio.sleep(2 * sum(connections.NEAR_CONNECTS[:2]))
        return await by_socks(reader, writer)

    async def asking(server):
        async with tunnel(slowly, server.port) as (port, _):
            monkeypatch.setenv("http_proxy", f"socks5h://127.0.0.1:{port}")
            answerer = http("http://localhost:81/")
            said = [await outcome(answerer, "1"), await outcome(answerer, "2")]
            await answerer.close()
        return said

    tried = []
    with serving({"/": ANSWER}) as server:
        assert asyncio.run(asking(server)) == ["x", "x"]
    assert len(tried) == 1


def test_a_proxy_that_lets_nothing_through_is_named_and_gets_no_key(monkeypatch):
    with serving({"far.invalid:443": says("", 407)}) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url(""))
        (failure,) = ask("https://far.invalid/", headers='{"Authorization": "Bearer ${QA_TEST_KEY}"}')
    said = "the proxy for https://far.invalid/ answered 407 Proxy Authentication Required"
    assert (failure.kind, failure.retryable, failure.message) == ("connection", True, said)
    (asked,) = proxy.requests
    assert asked.method == "CONNECT"
    assert KEY not in str(asked.headers)


@pytest.mark.parametrize("host", ["127.0.0.1:9", "no-such-proxy.invalid"])
def test_a_proxy_that_is_not_there_is_named_without_its_password(monkeypatch, host):
    monkeypatch.setenv("http_proxy", f"http://user:hunter22@{host}")
    (failure,) = ask("http://far.invalid/")
    assert (failure.kind, failure.retryable) == ("connection", True)
    assert "no connection to the proxy for http://far.invalid/" in failure.message
    assert "hunter22" not in failure.message


def test_certificates_of_the_system_and_of_a_bundle_are_trusted_side_by_side(monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(servers.CERTIFICATE))
    other = servers.CERTIFICATE.with_name("other.pem")  # of somebody else
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(other))
    with serving({"/": ANSWER}, tls=True) as server:
        assert ask(server.url(), "1", "2") == ["x", "x"]
        monkeypatch.setenv("SSL_CERT_FILE", str(other))
        (failure,) = ask(server.url())
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(servers.CERTIFICATE))
        assert ask(server.url()) == ["x"]
    assert "is not trusted: self-signed certificate" in failure.message


def test_a_bundle_and_its_place_may_be_written_in_any_letters(monkeypatch, tmp_path):
    (tmp_path / "schlüssel").mkdir()
    bundle, other = tmp_path / "schlüssel" / "bündel.pem", tmp_path / "schlüssel" / "fremd.pem"
    other.write_bytes(servers.CERTIFICATE.with_name("other.pem").read_bytes())
    certificate = servers.CERTIFICATE.read_bytes()
    bundle.write_bytes("# Behörde, Zürich\n".encode() + b"# in another encoding: \xfc\n" + certificate)
    with serving({"/": ANSWER}, tls=True) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(other))
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
        assert ask(server.url()) == ["x"]
        monkeypatch.setenv("SSL_CERT_FILE", str(bundle))
        assert ask(server.url()) == ["x"]


# --- replies ----------------------------------------------------------------------------------------------------------


def sends(*parts):
    """Sends these bytes as they are, and closes the connection."""

    async def behave(asked, writer):
        del asked
        writer.write(b"".join(parts))
        return False

    return behave


FINE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
CHUNKED = FINE + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "behaviour",
    [
        sends(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n", FINE, b"Content-Length: 1\r\n\r\nx"),
        sends(CHUNKED, b"1\r\nx\r\n0\r\nX-After: 1\r\n\r\n"),
        sends(FINE, b"\r\nx"),
        sends(FINE.replace(b"1.1", b"1.0"), b"\r\nx"),
        sends(FINE.replace(b" OK", b""), b"content-length: 1\r\n\r\nx and more"),
    ],
)
def test_a_reply_may_come_in_any_form_that_http_knows(behaviour):
    with serving({"/": behaviour}) as server:
        assert ask(server.url()) == ["x"]


@pytest.mark.parametrize(
    ("behaviour", "kind", "retryable", "message"),
    [
        (sends(FINE), "connection", True, "closed the connection in the middle of its answer"),
        (sends(CHUNKED, b"5\r\nabc"), "connection", True, "closed the connection in the middle of its answer"),
        (sends(b"HTTP/1.1 20"), "connection", True, "closed the connection without an answer"),
        (sends(CHUNKED, b"zz\r\nabc"), "connection", True, "broke: chunk hex-length"),
        (sends(FINE, b"Content-Length: many\r\n\r\nx"), "garbage", False, "does not speak HTTP: Invalid Content-Length"),
        (sends(FINE, b"X: a\0b\r\n\r\n"), "garbage", False, "does not speak HTTP"),
        (sends(FINE, b"X: ", b"a" * 400_000, b"\r\n\r\n"), "garbage", False, "does not speak HTTP: its head is too long"),
        (sends(FINE, b"X: a\r\n" * 20_000, b"\r\n"), "garbage", False, "does not speak HTTP: Too many response headers"),
        (sends(FINE, b"Content-Encoding: klingon\r\n\r\nx"), "garbage", False, "cannot be unpacked: Unrecognized"),
        (says(gzip.compress(b"x") + b"x", headers={"Content-Encoding": "gzip"}), "garbage", False, "cannot be unpacked: more"),
        (sends(b"HTTP/1.1 500 \x1b[31mRed\r\n\r\n"), "server", True, "answered 500 [31mRed"),
        (
            says(gzip.compress(b"[" * 30_000_000), 500, {"Content-Encoding": "gzip"}),
            "server",
            True,
            "answered 500 Internal Server Error: [[[",
        ),
    ],
)  # fmt: skip
def test_a_broken_reply_is_a_failure_of_its_kind(behaviour, kind, retryable, message):
    with serving({"/": behaviour}) as server:
        (failure,) = ask(server.url())
    assert (failure.kind, failure.retryable) == (kind, retryable), failure
    assert message in failure.message
    assert len(failure.message) < 500
    assert failure.message.isprintable()


@pytest.mark.parametrize(
    ("line", "kind", "charset"),
    [
        (b"Content-Type: Text/Plain", "text/plain", ""),
        (b'CONTENT-TYPE:text/plain;format=flowed; Charset="utf-8"', "text/plain", "utf-8"),
        (b"Content-Type: json", "text/plain", ""),
        (b"Content-Type:", "", ""),
        (b"X: y", "", ""),
    ],
)
def test_the_type_and_charset_of_a_reply_are_read(line, kind, charset):
    head = heads.read_head([b"HTTP/1.1 200 OK\r\n", line + b"\r\n", b"\r\n"])
    assert (head.content_type, head.charset, head.keeps) == (kind, charset, True)


# --- connections that the server closes -------------------------------------------------------------------------------


def closing(behaviour):
    """Behaves so, and closes the connection afterwards without having said it."""

    async def behave(asked, writer):
        await behaviour(asked, writer)
        return False

    return behave


@pytest.mark.parametrize("fields", [{}, {"Connection": "close"}])
def test_a_server_may_close_every_connection_after_its_reply(fields):
    async def asking(url):
        answerer = http(url)
        left = iter(range(100))

        async def work():
            return [await outcome(answerer, str(number)) for number in left]

        said = await asyncio.gather(*(work() for _ in range(8)))
        await answerer.close()
        return [answer for part in said for answer in part]

    async def echo(asked, writer):
        writer.write(reply(json.dumps({"answer": asked.json["question"]}), headers=fields))
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        return False

    with serving({"/": echo}) as server:
        said = asyncio.run(asking(server.url()))
    lost = [answer for answer in said if isinstance(answer, AnswererError)]
    if fields:  # a connection closed without a word may take the next question with it, which the run asks again
        assert lost == []
    assert {failure.kind for failure in lost} <= {"connection"}
    assert len({answer for answer in said if isinstance(answer, str)}) == 100 - len(lost)
    assert len(server.requests) <= 100  # nothing was asked twice


def test_a_connection_that_the_server_closed_meanwhile_costs_no_answer():
    with serving({"/": closing(ANSWER)}) as server:
        assert ask(server.url(), "1", "2", "3", pause=0.1) == ["x"] * 3
    assert (len(server.requests), server.connections) == (3, 3)


@pytest.mark.parametrize("method", ["POST", "PATCH", "PUT", "GET", "DELETE"])
def test_what_a_server_took_is_never_sent_again_by_itself(method):
    with serving({"/": in_turn(ANSWER, servers.closes, ANSWER)}) as server:
        first, lost, last = ask(server.url("/?q={question}"), "1", "2", "3", method=method)
    assert (first, lost.kind, lost.retryable, last) == ("x", "connection", True, "x")
    assert lost.message.endswith(" closed the connection without an answer")
    assert [(asked.method, asked.target) for asked in server.requests] == [(method, f"/?q={each}") for each in "123"]


@pytest.mark.parametrize("timeout", [8.7e6, 1e18, float("inf")])
def test_a_timeout_may_be_longer_than_the_system_counts(timeout, capfd):
    with serving({"/": ANSWER}) as server:
        assert ask(server.url(), timeout=timeout) == ["x"]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", ["give_up_after", "port_of"])
def test_what_goes_wrong_where_libcurl_calls_is_raised_where_the_question_was_asked(monkeypatch, name, capfd):
    def refuse(*_):
        raise ArithmeticError(name)

    def fail(*_):
        raise OSError(22, "Invalid argument")

    with serving({"/": ANSWER}) as server:
        monkeypatch.setattr(sockets, name, refuse)
        with pytest.raises(ArithmeticError, match=name):
            ask(server.url())
        monkeypatch.setattr(sockets, name, fail)
        (failure,) = ask(server.url())
    assert failure.message == f"no connection to {server.url()}: [Errno 22] Invalid argument"
    assert server.requests == []
    assert capfd.readouterr().err == ""


def test_what_is_asked_while_the_answerer_is_closed_has_no_connection(monkeypatch):
    monkeypatch.setattr(connections, "NEAR_PATIENCE", 3600)

    async def asking(server):
        answerer = http(server.url())
        asked = [asyncio.create_task(outcome(answerer, str(number))) for number in range(2 * connections.AT_ONCE)]
        while len(server.requests) < connections.AT_ONCE:  # noqa: ASYNC110 - the server is in another thread
            await asyncio.sleep(0.01)
        await answerer.close()
        said = await asyncio.gather(*asked)
        server.behaviours["/"] = ANSWER
        said.append(await outcome(answerer, "anew"))
        await answerer.close()
        return said

    with serving({"/": servers.hangs}) as server:
        *lost, last = asyncio.run(asking(server))
    assert {(each.kind, each.retryable, each.message) for each in lost} == {
        ("connection", True, f"the connection to {server.url()} broke: it was closed before the answer came")
    }
    assert (len(lost), last, len(server.requests)) == (2 * connections.AT_ONCE, "x", connections.AT_ONCE + 1)


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("cc"), reason="needs a C compiler, on Linux")
def test_a_look_up_that_hangs_holds_up_neither_the_loop_nor_the_end(tmp_path):
    (tmp_path / "slow.c").write_text("""
#include <unistd.h>
int getaddrinfo(const char *node, const char *service, const void *hints, void **found) {
    sleep(3600);
    return -1;
}
""")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", tmp_path / "slow.so", tmp_path / "slow.c"], check=True)
    code = """
import asyncio
from qa_eval import plugins

async def asking():
    answerer = plugins.make("answerers", "http://slow.invalid/?timeout=3000")
    waiting = asyncio.create_task(answerer.answer("What?", ""))
    await asyncio.sleep(0.2)
    await answerer.close()
    print(*await asyncio.gather(waiting, return_exceptions=True))

asyncio.run(asking())
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env={**os.environ, "LD_PRELOAD": str(tmp_path / "slow.so")},
    )
    assert done.stdout == "the connection to http://slow.invalid/ broke: it was closed before the answer came\n"
    assert done.stderr == ""


def test_an_answerer_that_was_not_closed_goes_on_in_another_event_loop():
    with serving({"/": answers(lambda asked: asked.json["question"])}) as server:
        one = http(server.url())
        assert [asyncio.run(one.answer(str(number), "")) for number in range(3)] == ["0", "1", "2"]
        asyncio.run(one.close())


def test_a_connection_that_found_no_place_is_opened_again(monkeypatch):
    monkeypatch.setattr(connections, "NEAR_CONNECTS", (0.05,) * 40)
    opened = []
    opens = transfers.Transfer._open

    def counted(self, fd, purpose):
        made = opens(self, fd, purpose)
        opened.append(made)
        return made

    monkeypatch.setattr(transfers.Transfer, "_open", counted)

    async def asking(url):
        answerer = http(url)
        said = await asyncio.gather(*(outcome(answerer, str(number)) for number in range(6)))
        await answerer.close()
        return said

    def serve():
        enough.wait(20)
        for _ in range(6):
            connection, _address = listening.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(reply('{"answer": "x"}', headers={"Connection": "close"}))

    enough = threading.Event()
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(1)
        thread = threading.Thread(target=serve)
        thread.start()
        threading.Timer(0.3, enough.set).start()
        said = asyncio.run(asking(f"http://127.0.0.1:{listening.getsockname()[1]}/"))
        thread.join(20)
    assert said == ["x"] * 6
    assert len(opened) > 6


def test_whatever_a_server_does_each_question_is_sent_once_and_answered_by_its_own_reply():
    chance = random.Random(1)  # noqa: S311 - no secret
    questions = [str(number) for number in range(600)]

    async def wild(asked, writer):
        drawn = chance.random()
        if drawn < 0.2:
            return drawn < 0.1 and writer.transport.abort()
        await asyncio.sleep(0.2 if drawn < 0.25 else 0.005 * drawn)
        if drawn < 0.3:
            writer.write(reply("{")[:-1])
        else:
            fields = {"Connection": "close"} if drawn < 0.4 else {}
            writer.write(reply(json.dumps({"answer": asked.json["question"]}), headers=fields))
        return drawn > 0.5

    async def asking(url):
        answerer = http(url, timeout=0.15)
        left = iter(questions)
        said = {}

        async def work():
            for question in left:
                task = asyncio.create_task(outcome(answerer, question))
                if chance.random() < 0.2:
                    asyncio.get_running_loop().call_later(0.02 * chance.random(), task.cancel)
                await asyncio.wait([task])
                said[question] = None if task.cancelled() else task.result()

        await asyncio.gather(*(work() for _ in range(24)))
        await asyncio.sleep(0)
        open_ = answerer._client._connections
        state = (open_._doorway._free._value - open_._doorway._grown, open_._doorway._inside, open_._multi.futures())
        await answerer.close()
        return said, state

    with serving({"/": wild}) as server:
        said, state = asyncio.run(asking(server.url()))
    asked = [each.json["question"] for each in server.requests]
    assert len(asked) == len(set(asked))
    assert all(answer == question for question, answer in said.items() if isinstance(answer, str))
    kinds = {getattr(answer, "kind", type(answer).__name__) for answer in said.values()}
    assert kinds <= {"str", "NoneType", "connection", "timeout"}
    assert len(said) == 600
    assert state == (connections.AT_ONCE, {}, ())


@pytest.mark.skipif(sys.platform != "linux", reason="limits are set as on Linux")
def test_too_many_open_files_are_named():
    code = """
import asyncio, resource, sys
from qa_eval import plugins

async def asking(answerer):
    await answerer.answer("first", "")
    resource.setrlimit(resource.RLIMIT_NOFILE, (24, 4096))
    said = await asyncio.gather(*(answerer.answer("?", "") for _ in range(40)), return_exceptions=True)
    print({str(each).rpartition("/: ")[2] for each in said})

asyncio.run(asking(plugins.make("answerers", sys.argv[1])))
"""
    with serving({"/": says('{"answer": "x"}', after=0.3)}) as server:
        done = subprocess.run([sys.executable, "-c", code, server.url()], capture_output=True, text=True, check=True)
    assert "[Errno 24] Too many open files" in done.stdout


# --- tunnels ----------------------------------------------------------------------------------------------------------


async def by_connect(reader, writer):
    """What a proxy does for https; returns where to."""
    head = await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
    return head.split()[1].decode()


async def by_socks(reader, writer):
    """The same by version 5 of SOCKS, for a host by its name."""
    await reader.readexactly((await reader.readexactly(2))[1])
    writer.write(b"\x05\x00")
    length = (await reader.readexactly(5))[4]
    host, port = (await reader.readexactly(length)).decode(), await reader.readexactly(2)
    writer.write(b"\x05\x00\x00\x01" + bytes(6))
    return f"{host}:{int.from_bytes(port)}"


@contextlib.asynccontextmanager
async def tunnel(agree, port):
    """A proxy that leads everybody to ``port``; gives its own and a list of where they wanted to go."""
    wanted = []

    async def serve(reader, writer):
        wanted.append(await agree(reader, writer))
        there = await asyncio.open_connection("127.0.0.1", port)
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(pump(reader, there[1]), pump(there[0], writer))

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as listening:
        yield listening.sockets[0].getsockname()[1], wanted


async def pump(reader, writer):
    while part := await reader.read(65_536):
        writer.write(part)
    writer.close()


@pytest.mark.parametrize(
    ("tls", "agree", "proxy", "address", "wanted"),
    [
        (True, by_connect, "http", "https://localhost/", "localhost:443"),
        (False, by_socks, "socks5h", "http://far.invalid/", "far.invalid:80"),
    ],
)
def test_a_proxy_may_be_a_tunnel(monkeypatch, tls, agree, proxy, address, wanted):
    async def asking(server):
        async with tunnel(agree, server.port) as (port, asked_for):
            monkeypatch.setenv("https_proxy" if tls else "http_proxy", f"{proxy}://127.0.0.1:{port}")
            answerer = http(address)
            said = [await outcome(answerer, "1"), await outcome(answerer, "2")]
            await answerer.close()
        return said, asked_for

    monkeypatch.setenv("SSL_CERT_FILE", str(servers.CERTIFICATE))
    with serving({"/": ANSWER}, tls=tls) as server:
        assert asyncio.run(asking(server)) == (["x", "x"], [wanted])


@pytest.mark.parametrize("name", ["SSL_CERT_DIR", "REQUESTS_CA_BUNDLE"])
def test_certificates_may_lie_in_a_folder(monkeypatch, tmp_path, name):
    text = servers.CERTIFICATE.read_text()
    (tmp_path / HASH).write_text(text[text.index("-----BEGIN CERTIFICATE") :])
    monkeypatch.setenv(name, str(tmp_path))
    with serving({"/": ANSWER}, tls=True) as server:
        assert ask(server.url()) == ["x"]
