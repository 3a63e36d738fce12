"""command keeps real programs running, tells apart how they fail, and leaves none of them behind."""

import asyncio
import json
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval import plugins
from qa_eval.answerers import command
from qa_eval.answerers.command.reply import read_line
from qa_eval.errors import AnswererError, SpecError
from qa_eval.model import Prediction, Tokens

ROOT = str(Path(__file__).resolve().parent.parent)
START = """
    import json, os, signal, subprocess, sys, time
    def say(value):
        print(json.dumps(value), flush=True)
    def asked():
        for line in sys.stdin:
            yield json.loads(line)
"""
ECHO = """
    for request in asked():
        say({"answer": f"{os.getpid()} {request['question']}"})
"""


@pytest.fixture
def program(tmp_path):
    """Write a Python program; return the command that runs it."""

    def write(text, name="program.py"):
        path = tmp_path / name
        path.write_text(textwrap.dedent(START) + textwrap.dedent(text), encoding="utf-8")
        return f"{sys.executable} {path}"

    return write


def ask(line, *questions, at_once=False, document="", pause=0.0, **options):
    """Ask the questions; return answers and failures, in order."""

    async def asking():
        answerer = command.Answerer(line, **options)

        async def one(number, question):
            try:
                return await answerer.answer(question, document, id=f"q{number}", tags=("a", "b"))
            except AnswererError as failure:
                return failure

        try:
            if at_once:
                return await asyncio.gather(*(one(*pair) for pair in enumerate(questions)))
            said = []
            for pair in enumerate(questions):
                said.append(await one(*pair))
                await asyncio.sleep(pause)
            return said
        finally:
            await answerer.close()

    return asyncio.run(asking())


def gone(pid, within=30.0):
    """Whether a process is no more, or is at most a zombie, within some seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


def test_a_program_gets_a_line_of_json_and_answers_with_one(program):
    line = program("for request in asked(): say({'answer': json.dumps(request, sort_keys=True)})")
    (said,) = ask(line, "What “calibre”?\n", document="line\nline\u2028é")
    assert json.loads(said) == {
        "id": "q0",
        "question": "What “calibre”?\n",
        "document": "line\nline\u2028é",
        "tags": ["a", "b"],
    }


def test_the_document_can_be_left_out(program):
    line = program("for request in asked(): say({'answer': ' '.join(request)})")
    assert ask(line, "?", document="long", send_document=False) == ["id question tags"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"answer": "x"}', "x"),
        (b'{"id": "q", "answer": "x", "other": 1}', "x"),
        (b'{"answer": ""}', ""),
        (b'{"answer": 170}', "170"),
        (b'{"answer": false}', "no"),
        (b'{"answer": "x", "tokens": {"prompt": 7, "completion": 2}}', Prediction("x", tokens=Tokens(7, 2))),
        (
            b'{"answer": "x", "evidence": ["a b"], "confidence": 0.5, "mood": "good"}',
            Prediction("x", details={"evidence": ["a b"], "confidence": 0.5}),
        ),
        (b'{"answer": "x", "evidence": null}', "x"),
        (b' {"answer": "x"} ', "x"),
        ('{"answer": "naïve"}'.encode(), "naïve"),
    ],
)
def test_a_line_is_read_as_an_answer(line, said):
    assert read_line(line, "q") == said


@pytest.mark.parametrize(
    ("line", "kind", "message"),
    [
        (b'{"answer": "x"', "garbage", 'begins as JSON does and is none: {"answer": "x"'),
        (b"{" * 50_000, "garbage", "begins as JSON does and is none"),
        (b'{"text": "x"}', "garbage", 'there is no text at "answer": {"text": "x"}'),
        (b'{"answer": null}', "garbage", 'there is no text at "answer"'),
        (b'{"answer": ["x"]}', "garbage", 'there is no text at "answer"'),
        (b'{"id": "q0", "answer": "x"}', "garbage", "it answered 'q0' when it was asked 'q'"),
        (b"\xff\xfe", "garbage", "not UTF-8"),
        (
            b"Loading model ...",
            "garbage",
            'no JSON object: Loading model ...; expected is one line of JSON, such as {"answer":',
        ),
        (b"", "garbage", "it printed an empty line; expected is one line of JSON"),
        (b'"170 mm"', "garbage", 'no JSON object: "170 mm"; expected is'),
        (b'{"error": "no such model\\n"}', "exception", "no such model"),
        (b'{"error": {"code": 7}}', "exception", '{"code": 7}'),
        (b'{"error": "nope", "answer": "62 m"}', "exception", "nope"),
    ],
)
def test_a_line_that_is_no_answer_says_why(line, kind, message):
    with pytest.raises(AnswererError) as caught:
        read_line(line, "q")
    assert caught.value.kind == kind
    assert message in caught.value.message
    assert len(caught.value.message) < 600


@given(
    st.binary(max_size=60)
    | st.binary(max_size=60).map(lambda tail: b'{"answer": ' + tail)
    | st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_line_is_an_answer_or_says_why_it_is_none(line):
    try:
        said = read_line(line, "q")
    except AnswererError as failure:
        said = failure
    assert isinstance(said, str | Prediction) or said.kind in {"garbage", "exception"}


def test_one_copy_is_kept_for_questions_one_after_the_other(program):
    said = ask(program(ECHO), *"abcdefgh", processes=4)
    assert [answer.split()[1] for answer in said] == list("abcdefgh")
    assert len({answer.split()[0] for answer in said}) == 1


def test_as_many_copies_run_as_the_option_allows(program):
    line = program(
        "for request in asked():\n    time.sleep(0.2)\n    say({'answer': f\"{os.getpid()} {request['question']}\"})"
    )
    said = ask(line, *map(str, range(12)), at_once=True, processes=3)
    assert [answer.split()[1] for answer in said] == [str(number) for number in range(12)]
    assert len({answer.split()[0] for answer in said}) == 3


def test_large_documents_and_large_answers_pass(program):
    line = program("for request in asked(): say({'answer': request['document'] * 2})")
    (said,) = ask(line, "?", document="é" * 800_000)
    assert said == "é" * 1_600_000


@pytest.mark.parametrize(
    ("text", "kind", "retryable", "message"),
    [
        ("sys.exit(3)", "crashed", True, "the program ended with status 3"),
        ("pass", "crashed", True, "the program ended with status 0"),
        ("next(asked()); raise OSError('no weights')", "crashed", True, "status 1; its stderr ends: .*OSError: no weights"),
        ("next(asked()); os.kill(os.getpid(), signal.SIGSEGV)", "crashed", True, "was killed by SIGSEGV"),
        ("print('half', end=''); sys.exit(1)", "crashed", True, "status 1"),
        ("os.close(1); time.sleep(60)", "crashed", True, "closed its output"),
        ("next(asked()); print('log', file=sys.stderr); sys.stderr.flush(); time.sleep(60)", "timeout", False,
         "gave no answer within 8 s; its stderr ends: log"),
        ("next(asked()); print('{\"answer\": 1}', end='', flush=True); time.sleep(60)", "timeout", False,
         'within 8 s, it printed {"answer": 1} without the end of the line'),
        ("print('x' * 3_000_000, flush=True); time.sleep(60)", "garbage", False, "a line of more than 1,000,000 bytes"),
        ("while True: sys.stdout.write('x' * 65536)", "garbage", False, "a line of more than 1,000,000 bytes"),
        ("next(asked()); print('loading\\n170 mm', flush=True); time.sleep(60)", "garbage", False,
         "a line that is no JSON object: loading; expected is one line of JSON"),
        ("next(asked()); print('{oops', flush=True); time.sleep(60)", "garbage", False, "begins as JSON does and is none: {oops"),
    ],
)  # fmt: skip
def test_a_failure_is_of_its_kind_and_shows_what_the_program_said(program, text, kind, retryable, message):
    (failure,) = ask(program(text), "?", timeout=8 if kind == "timeout" else 60, max_bytes=1_000_000)
    assert (failure.kind, failure.retryable) == (kind, retryable), failure
    with pytest.raises(AnswererError, match=message):
        raise failure


def test_a_program_that_ends_at_once_says_with_which_status_every_time(caplog):
    found = ask("false", *map(str, range(100)), at_once=True)
    assert {failure.message for failure in found} == {"the program ended with status 1"}
    assert not caplog.records  # asyncio warns of a process whose status somebody else took


def test_after_a_crash_another_copy_answers(program):
    line = program("""
        for request in asked():
            if request["question"] == "crash":
                os.abort()
            if request["question"] == "hang":
                time.sleep(60)
            if request["question"] == "babble":
                print("one\\ntwo", flush=True)
            say({"answer": request["question"]})
    """)
    said = ask(line, "a", "crash", "b", "hang", "c", "babble", "d", timeout=3)
    assert [getattr(answer, "kind", answer) for answer in said] == ["a", "crashed", "b", "timeout", "c", "garbage", "d"]


@pytest.mark.parametrize("pause", [0, 0.05])
def test_what_is_printed_behind_an_answer_is_not_taken_for_the_next_one(program, pause):
    line = program(f"""
        for request in asked():
            say({{"answer": request["question"]}})
            time.sleep({pause})
            print("by the way", flush=True)
    """)
    assert ask(line, *"abc") == list("abc")
    assert ask(line, *"abc", pause=0.3) == list("abc")


LOUD = {  # what is no answer, said at the start, before an answer or instead of one
    "at the start": ("print('Loading ...', flush=True)", "say({'answer': '5'})"),
    "at the start, with a pause": ("print('Loading ...', flush=True); time.sleep(0.3)", "say({'answer': '5'})"),
    "before each answer": ("", "print('Loading ...', flush=True); say({'answer': '5'})"),
    "in the answer's place": ("", "print('Loading ...', flush=True)"),
    "and ends at once": ("print('Loading ...'); sys.exit()", ""),
    "and ends without the end of a line": ("print('Loading ...', end=''); sys.exit()", ""),
    "and crashes": ("print('Loading ...', flush=True); sys.exit(1)", ""),
}


@pytest.mark.parametrize("how", LOUD)
@pytest.mark.parametrize("at_once", [False, True])
def test_a_program_that_ignores_the_protocol_fails_alike_every_time(program, how, at_once):
    start, each = LOUD[how]
    said = ask(program(f"{start}\nfor request in asked(): {each or 'pass'}"), *"abcdefgh", at_once=at_once)
    assert {(failure.kind, failure.message.partition(";")[0]) for failure in said} == {
        ("garbage", "it printed a line that is no JSON object: Loading ...")
    }


@pytest.mark.parametrize("ending", ["\\n", ""])
def test_a_program_that_answers_once_and_ends_is_started_for_each_question(program, ending):
    line = program(f"request = next(asked()); print(json.dumps({{'answer': request['question']}}), end='{ending}')")
    assert ask(line, *"abcdef") == list("abcdef")
    assert ask(line, *"abcdef", pause=0.1) == list("abcdef")


def test_a_shell_script_answers(tmp_path):
    path = tmp_path / "answer.sh"
    path.write_text('#!/bin/sh\nwhile read -r line; do echo \'{"answer": "170 mm"}\'; done\n')
    path.chmod(0o755)
    assert ask(str(path), *"abc") == ["170 mm"] * 3


def test_a_flood_of_stderr_neither_blocks_nor_fills_a_message(program):
    line = program("""
        for request in asked():
            sys.stderr.write("x" * 5_000_000 + "\\n")
            say({"answer": "through"})
            break
        sys.stderr.write("the end")
        sys.exit(9)
    """)
    first, second = ask(line, "a", "b", pause=0.5)[:2]
    assert (first, second) == ("through", "through")
    line = program("sys.stderr.write('x' * 5_000_000 + '\\nthe end'); sys.exit(9)")
    (failure,) = ask(line, "a")
    assert failure.message.endswith("the end")
    assert len(failure.message) < 500


def test_a_key_of_the_environment_is_struck_out_of_what_a_crash_shows(program, monkeypatch):
    monkeypatch.setenv("MY_SERVICE_API_KEY", "sk-0123456789abcdef")
    (failure,) = ask(program("sys.exit('refused: ' + os.environ['MY_SERVICE_API_KEY'])"), "?")
    assert failure.message == "the program ended with status 1; its stderr ends: refused: [redacted]"


SPAWNS = """
    for request in asked():
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        if request["question"] == "hang":
            print(os.getpid(), child.pid, file=sys.stderr, flush=True)
            time.sleep(600)
        say({"answer": f"{os.getpid()} {child.pid}"})
        if request["question"] == "crash later":
            time.sleep(0.1)
            os.abort()
"""


def test_close_ends_the_program_and_what_it_started(program):
    (said,) = ask(program(SPAWNS), "?")
    assert all(gone(pid) for pid in said.split())


def test_a_crash_takes_along_what_the_program_started(program):
    said = ask(program(SPAWNS), "crash later", "?", pause=0.6)
    assert all(gone(pid) for answer in said for pid in answer.split())


def test_a_hanging_program_is_killed_with_what_it_started(program):
    (failure,) = ask(program(SPAWNS), "hang", timeout=3)
    pids = failure.message.rpartition(": ")[2].split()
    assert failure.kind == "timeout"
    assert len(pids) == 2
    assert all(gone(pid) for pid in pids)


def test_a_program_that_ignores_the_end_of_its_input_is_killed(program):
    started = time.monotonic()
    line = program(
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nfor r in asked(): say({'answer': str(os.getpid())})\ntime.sleep(60)"
    )
    (pid,) = ask(line, "?")
    assert gone(pid)
    assert time.monotonic() - started < 50


def test_a_question_that_is_taken_back_stops_its_copy(program):
    line = program("for r in asked():\n    print(os.getpid(), file=sys.stderr, flush=True)\n    time.sleep(60 if r['question'] == 'slow' else 0)\n    say({'answer': str(os.getpid())})")  # fmt: skip

    async def asking():
        answerer = command.Answerer(line, processes=1)
        first = await answerer.answer("quick", "")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(answerer.answer("slow", ""), 0.3)
        second = await answerer.answer("quick", "")
        await answerer.close()
        return first, second

    first, second = asyncio.run(asking())
    assert first != second
    assert gone(first)


RUN = """
    import asyncio, sys, time
    sys.path.insert(0, {root!r})
    from qa_eval.answerers import command

    async def main():
        answerer = command.Answerer({line!r}, processes=2)
        said = await asyncio.gather(*(answerer.answer(q, "") for q in "ab"))
        print(*said, flush=True)
        {then}

    asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("then", "how"),
    [
        ("await asyncio.sleep(600)", signal.SIGKILL),
        ("await asyncio.sleep(600)", signal.SIGTERM),
        ("sys.exit(0)", None),
        ("raise OSError", None),
    ],
)
def test_no_program_outlives_the_run_however_that_ends(program, tmp_path, then, how):
    line = program(SPAWNS + "    time.sleep(600)  # so that only a kill ends it\n")
    script = tmp_path / "run.py"
    script.write_text(textwrap.dedent(RUN).format(root=ROOT, line=line, then=then))
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as run:
        pids = run.stdout.readline().split()
        assert len(pids) == 4
        assert how is None or not gone(pids[0], within=0.1)
        if how is not None:
            run.send_signal(how)
        run.wait(20)
    assert [pid for pid in pids if not gone(pid)] == []


LOOPS = """
    import asyncio, sys
    sys.path.insert(0, {root!r})
    from qa_eval.answerers import command

    answerer = command.Answerer({line!r})
    print(asyncio.run(answerer.answer("a", "")), asyncio.run(answerer.answer("b", "")), flush=True)
    asyncio.run(answerer.close())
"""


def test_in_a_second_event_loop_another_copy_answers(program, tmp_path):
    script = tmp_path / "run.py"
    script.write_text(textwrap.dedent(LOOPS).format(root=ROOT, line=program(ECHO)))
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=True)
    first, a, second, b = run.stdout.split()
    assert (a, b) == ("a", "b")
    assert first != second
    assert gone(first)
    assert gone(second)


def test_a_closed_answerer_can_be_asked_again(program):
    answerer = command.Answerer(program(ECHO))

    async def once():
        said = await answerer.answer("a", "")
        await answerer.close()
        return said

    assert asyncio.run(once()) != asyncio.run(once())


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "the command is empty"),
        ("'unbalanced", "cannot be split into words: No closing quotation"),
        ("no-such-program-anywhere --flag", "there is no program 'no-such-program-anywhere'"),
        (
            "{folder}/plain.py",
            "plain.py' may not be run\nhint: chmod +x {folder}/plain.py, or write command:python {folder}/plain.py",
        ),
    ],
)
def test_a_wrong_command_is_named_before_anything_is_asked(tmp_path, line, message):
    (tmp_path / "plain.py").write_text("")
    with pytest.raises(SpecError) as caught:
        command.Answerer(line.format(folder=tmp_path))
    assert message.format(folder=tmp_path) in str(caught.value)


@pytest.mark.parametrize(
    ("first", "runner"), [("#!/bin/sh", "sh"), ("#!/usr/bin/env -S ruby -w", "ruby"), ("#!", "python"), ("x", "python")]
)
def test_a_script_that_may_not_be_run_names_what_runs_it(tmp_path, first, runner):
    (tmp_path / "script").write_text(f"{first}\n")
    with pytest.raises(SpecError, match=f"or write command:{runner} "):
        command.Answerer(str(tmp_path / "script"))


def test_options_come_from_the_spec(program):
    answerer = plugins.make("answerers", f"command:{program(ECHO)}?processes=2&timeout=3&send_document=no")
    assert (answerer.concurrency, answerer._timeout, answerer._send_document) == (2, 3.0, False)
    with pytest.raises(SpecError, match="'processes' is at least 1"):
        plugins.make("answerers", f"command:{program(ECHO)}?processes=0")


def test_a_program_that_cannot_be_started_is_a_crash_that_is_not_tried_again(tmp_path):
    path = tmp_path / "program"
    path.write_text("no magic number\n")
    path.chmod(0o755)
    (failure,) = ask(str(path), "?")
    assert (failure.kind, failure.retryable) == ("crashed", False)
    assert "does not start: Exec format error" in failure.message


def test_identity_changes_with_the_program(program):
    line = program(ECHO)
    first = command.Answerer(line).identity
    assert command.Answerer(line, processes=1).identity == first
    program(ECHO + "# changed")
    assert command.Answerer(line).identity != first
    assert command.Answerer(f"{line} --flag").identity != command.Answerer(line).identity
