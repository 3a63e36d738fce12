"""What was answered is on disk, whole, once, and for one process at a time."""

import errno
import json
import os
import subprocess
import sys
from array import array
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval import journal
from qa_eval.errors import FAILURE_KINDS, RunFolderError
from qa_eval.model import WORD_FOR_WORD, Failure, Opinion, Prediction, Reason, Result, Score, Tokens, Verdict

TEXTS = st.text(st.characters(), max_size=40)  # lone surrogates and control characters too
COUNTS = st.integers(0, 10**12)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
SHARES = st.floats(0, 1)
POLICIES = st.sampled_from(("strict", "lenient"))
FAILURES = st.builds(Failure, st.sampled_from(FAILURE_KINDS), TEXTS)


@st.composite
def results(draw):
    failure = draw(st.none() | FAILURES)
    prediction = Prediction(
        None if failure else draw(TEXTS),
        draw(st.floats(0, 1e9)),
        draw(st.none() | st.builds(Tokens, COUNTS, COUNTS)),
        draw(st.integers(1, 100)),
        failure,
        draw(st.dictionaries(TEXTS, PLAIN, max_size=3)),
    )
    verdicts, reasons = st.sampled_from(Verdict), st.just(Reason.EXACT) | st.sampled_from(Reason) | TEXTS
    messages = st.just(WORD_FOR_WORD) | TEXTS
    read = draw(st.just(prediction.text or "") | TEXTS)
    score = Score(
        draw(verdicts),
        draw(SHARES | st.sampled_from((0.0, 1.0))),
        draw(reasons),
        draw(messages),
        read,
        draw(st.just(read) | TEXTS),
        draw(st.booleans()),
        draw(SHARES | st.sampled_from((0.0, 1.0))),
        draw(st.none() | st.builds(Opinion, TEXTS, verdicts, SHARES, reasons, messages)),
    )
    return Result(draw(TEXTS), draw(TEXTS), prediction, score, draw(st.integers(0, 50)))


@st.composite
def agreeing(draw):
    """Results with a policy beside that says the same."""
    one = draw(results())
    score = one.score
    other = Opinion(draw(POLICIES), score.verdict, float(score.verdict is Verdict.CORRECT), score.reason, score.message)
    return replace(one, score=replace(score, other=other))


def result(number=0, text="170 mm", repeat=0):
    score = Score(Verdict.CORRECT, 1.0, Reason.EXACT, "the same text", text, text, exact_match=True, f1=1.0)
    return Result(f"q{number}", "me", Prediction(text, 0.25), score, repeat)


def open_journal(folder):
    return journal.Journal(folder)


@given(results() | agreeing(), st.just("") | POLICIES)
def test_a_result_survives_its_line(one, other):
    line = journal.encode(one, other)
    assert journal.seems_whole(line)
    assert line.count(b"\n") == 1
    assert line.isascii()
    assert journal.decode(line, other) == one


def test_a_line_is_json_with_the_names_of_the_project():
    one = Result(
        "q1",
        "me",
        Prediction(None, 1.5, Tokens(3, 4), 2, Failure("timeout", "none in 60 s"), {"status": 504}),
        Score(Verdict.FAILED, 0.0, Reason.ANSWERER_FAILED, "timeout: none in 60 s"),
        repeat=1,
    )
    assert json.loads(journal.encode(one)) == {
        "id": "q1",
        "answerer": "me",
        "repeat": 1,
        "answer": None,
        "seconds": 1.5,
        "tokens": {"prompt": 3, "completion": 4},
        "attempts": 2,
        "failure": {"kind": "timeout", "message": "none in 60 s"},
        "details": {"status": 504},
        "verdict": "failed",
        "reason": "answerer_failed",
        "message": "timeout: none in 60 s",
    }


def test_a_line_leaves_out_what_follows_from_the_rest():
    score = Score(Verdict.CORRECT, 1.0, Reason.EXACT, WORD_FOR_WORD, "5 km", "5 km", exact_match=True, f1=1.0)
    right = replace(score, other=Opinion("strict", Verdict.CORRECT, 1.0, Reason.EXACT, WORD_FOR_WORD))
    assert json.loads(journal.encode(Result("q1", "me", Prediction("5 km"), right))) == {
        "id": "q1", "answerer": "me", "answer": "5 km", "seconds": 0.0, "verdict": "correct", "other": "strict",
    }  # fmt: skip
    assert "other" not in json.loads(journal.encode(Result("q1", "me", Prediction("5 km"), right), "strict"))
    assert json.loads(journal.encode(Result("q1", "me", Prediction("5 km"), score), "strict"))["other"] is None
    wrong = Score(Verdict.INCORRECT, 0.2, Reason.WRONG_VALUE, "no", "6 km", "5 km", exact_match=False, f1=0.5)
    assert json.loads(journal.encode(Result("q1", "me", Prediction("six km"), wrong))) == {
        "id": "q1", "answerer": "me", "answer": "six km", "seconds": 0.0, "verdict": "incorrect", "value": 0.2,
        "reason": "wrong_value", "message": "no", "read": "6 km", "gold": "5 km", "f1": 0.5,
    }  # fmt: skip


def test_a_line_that_leaves_nothing_out_is_read():
    line = (
        b'{"id":"q0","answerer":"me","answer":"x","seconds":1e-05,"verdict":"correct","value":1.0,"reason":"exact",'
        b'"message":"the same","read":"x","gold":"y","exact_match":false,"f1":0.5,'
        b'"other":{"policy":"strict","verdict":"incorrect","value":0.0,"reason":"wrong_name","message":"another"}}'
    )
    score = Score(Verdict.CORRECT, 1.0, "exact", "the same", "x", "y", exact_match=False, f1=0.5)
    other = Opinion("strict", Verdict.INCORRECT, 0.0, "wrong_name", "another")
    assert journal.decode(line) == Result("q0", "me", Prediction("x", 1e-05), replace(score, other=other))


@given(results())
def test_a_glance_at_a_line_sees_what_the_whole_line_says(one):
    seen = (one.question_id, one.answerer, one.repeat, one.prediction.text, one.score.verdict)
    assert journal.glance(journal.encode(one)) == seen


RIGHT = replace(
    result(text="5 km").score,
    message=WORD_FOR_WORD,
    other=Opinion("strict", Verdict.CORRECT, 1.0, Reason.EXACT, WORD_FOR_WORD),
)
OLDER = [
    b'{"id":"q1","answerer":"me","answer":"5 km","seconds":0.5,"verdict":"correct","reason":"exact","other":{"policy":"strict"}}',
    b'{"id":"q1","answerer":"me","answer":"5 km","seconds":0.5,"verdict":"correct","other":"strict"}',
    b'{"id": "q1", "answerer": "me", "answer": "5 km", "seconds": 0.5, "verdict": "correct", "reason": "exact", "other": {"policy": "strict"}}',
]


@pytest.mark.parametrize("line", OLDER, ids=("schema-1", "schema-2", "spaced"))
def test_a_right_answer_is_read_from_the_lines_of_every_schema(line):
    assert journal.decode(line) == Result("q1", "me", Prediction("5 km", 0.5), RIGHT)
    assert journal.glance(line) == ("q1", "me", 0, "5 km", Verdict.CORRECT)


@pytest.mark.parametrize("text", ["5 km", 'say "5"', "5\\km", "5 km\x7f", "5\tkm", "fünf", "\ud800", ""])
def test_a_right_answer_survives_whatever_its_text(text):
    one = Result("q1", "me", Prediction(text, 1e-05), replace(RIGHT, read=text, gold=text), 3)
    line = journal.encode(one)
    assert journal.decode(line) == one
    assert journal.glance(line).text == text


def test_a_reason_that_is_ours_comes_back_as_one():
    assert type(journal.decode(journal.encode(result())).score.reason) is Reason


GOOD = json.loads(journal.encode(result()))
BAD_LINES = [
    b"",
    b"\n",
    b"{",
    b"[]",
    b"null",
    b"5",
    b'"text"',
    b"\x00" * 300,
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"id": ' + b"9" * 10_000 + b"}",
    json.dumps({**GOOD, "mesage": "a key that is damaged"}).encode(),
    json.dumps({**GOOD, "reason": "wrong_value", "message": None}).encode(),
    json.dumps({**GOOD, "read": None}).encode(),
    json.dumps({**GOOD, "other": ["strict"]}).encode(),
    json.dumps({**GOOD, "other": {}}).encode(),
    json.dumps({**GOOD, "other": {"policy": "strict", "verdictt": "correct"}}).encode(),
    json.dumps({**GOOD, "verdict": "perhaps"}).encode(),
    json.dumps({**GOOD, "verdict": ["correct"]}).encode(),
    json.dumps({**GOOD, "seconds": "1"}).encode(),
    json.dumps({**GOOD, "seconds": -1}).encode(),
    json.dumps({**GOOD, "value": float("nan")}).encode(),
    json.dumps({**GOOD, "f1": float("inf")}).encode(),
    json.dumps({**GOOD, "value": 10**400}).encode(),
    json.dumps({**GOOD, "id": 7}).encode(),
    json.dumps({**GOOD, "answer": None}).encode(),
    json.dumps({**GOOD, "answer": 3}).encode(),
    json.dumps({**GOOD, "failure": {"kind": "timeout"}, "answer": None}).encode(),
    json.dumps({**GOOD, "tokens": {"prompt": "3", "completion": 4}}).encode(),
    json.dumps({**GOOD, "details": [1]}).encode(),
    json.dumps({**GOOD, "verdict": "incorrect"}).encode(),  # without a reason
    journal.encode(result()).replace(b'"verdict"', b'"f1":1.0,"verdict"').replace(b"0.25", b"1e13"),
    journal.encode(result()).replace(b"0.25", b"01"),
    journal.encode(result()).replace(b"170", b"1\x000"),
]


@pytest.mark.parametrize("line", BAD_LINES, ids=range(len(BAD_LINES)))
def test_a_line_that_holds_no_result_is_refused(line):
    with pytest.raises((ValueError, KeyError, TypeError, RecursionError)):
        journal.decode(line)


@given(results(), st.integers(0, 400), st.integers(0, 255))
def test_a_damaged_line_is_refused_or_read_and_never_breaks_anything(one, place, byte):
    line = bytearray(journal.encode(one))
    line[place % len(line)] = byte
    try:
        read = journal.decode(bytes(line))
    except (ValueError, KeyError, TypeError, RecursionError):
        return
    assert journal.decode(journal.encode(read)) == read


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(content):
    with pytest.raises((ValueError, KeyError, TypeError, RecursionError)):
        journal.decode(content)


def test_recovery_counts_damaged_lines_and_cuts_off_a_last_one_that_is_not_whole(tmp_path):
    lines = [journal.encode(result(number)) for number in range(5)]
    lines[1] = lines[1][:20] + b"\n"
    lines[3] = b"\x00" * 64 + b"\n"
    path = tmp_path / journal.RESULTS
    path.write_bytes(b"".join(lines) + journal.encode(result(9))[:-1])
    kept = open_journal(tmp_path)
    found = list(kept.recover())
    assert [one.question_id for _, one in found] == ["q0", "q2", "q4"]
    assert [path.read_bytes()[place:].split(b"\n")[0] + b"\n" for place, _ in found] == [lines[0], lines[2], lines[4]]
    assert kept.damaged == 3
    (place,) = kept.append(result(5))
    kept.close()
    assert path.read_bytes() == b"".join(lines) + journal.encode(result(5))
    assert place == len(b"".join(lines))


@pytest.mark.parametrize(
    ("line", "damaged"),
    [
        (journal.encode(result(1)), False),
        (journal.encode(result(1, "é\x00\ud800\n")), False),
        (journal.encode(result(1))[:-1], True),
        (journal.encode(result(1))[:40] + b"\n", True),
        (journal.encode(result(1))[40:], True),
        (b"\x00" * 64 + b"\n", True),
        (journal.encode(result(1))[:40] + b"\x00" * 8 + journal.encode(result(2))[48:], True),
        (b"\n", True),
    ],
)
def test_damage_to_a_line_is_seen_by_its_ends_and_by_bytes_that_none_holds(tmp_path, line, damaged):
    (tmp_path / journal.RESULTS).write_bytes(journal.encode(result(0)) + line)
    assert journal.seems_damaged(tmp_path) is damaged


def test_a_journal_that_is_not_there_is_not_called_damaged(tmp_path):
    assert not journal.seems_damaged(tmp_path)


@given(st.integers(0, 600))
def test_recovery_from_any_length_loses_only_the_line_that_was_cut(tmp_path_factory, length):
    folder = tmp_path_factory.mktemp("run")
    lines = [journal.encode(result(number)) for number in range(3)]
    whole = b"".join(lines)
    (folder / journal.RESULTS).write_bytes(whole[:length])
    kept = open_journal(folder)
    found = [one.question_id for _, one in kept.recover()]
    kept.close()
    ends = [sum(map(len, lines[: n + 1])) for n in range(3)]
    assert found == [f"q{n}" for n, end in enumerate(ends) if end <= length]


def test_stored_results_are_read_where_they_lie(tmp_path):
    kept = open_journal(tmp_path)
    places = kept.append(*map(result, range(6)))
    kept.close()
    stored = journal.Stored(tmp_path, array("Q", reversed(places)))
    wanted = [result(number) for number in reversed(range(6))]
    assert list(stored) == wanted
    assert stored == tuple(wanted)
    assert stored != tuple(wanted[:5])
    assert (stored[0], stored[-1], list(stored[1:3])) == (wanted[0], wanted[-1], wanted[1:3])
    assert len(stored) == 6
    assert "6 results" in repr(stored)
    with pytest.raises(IndexError):
        stored[6]
    (tmp_path / journal.RESULTS).write_bytes(b"{}\n" * 1000)
    with pytest.raises(RunFolderError, match="has changed"):
        list(stored)


HOLD = """
import sys, time
from pathlib import Path
from qa_eval.journal import Journal
kept = Journal(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def holding(folder):
    child = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "held\n"
    return child


def test_a_second_process_is_refused_until_the_first_has_died(tmp_path):
    child = holding(tmp_path)
    try:
        assert journal.in_use(tmp_path)
        with pytest.raises(RunFolderError, match="another process runs in"):
            open_journal(tmp_path)
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    assert not journal.in_use(tmp_path)
    open_journal(tmp_path).close()


def test_a_second_run_of_the_same_process_is_refused_too(tmp_path):
    kept = open_journal(tmp_path)
    with pytest.raises(RunFolderError, match="another process runs in"):
        open_journal(tmp_path)
    kept.close()
    open_journal(tmp_path).close()


FORK = """
import os, sys, time
from pathlib import Path
from qa_eval.journal import Journal
kept = Journal(Path(sys.argv[1]))
if os.fork() == 0:
    print("forked", flush=True)
time.sleep(60)
"""


def test_a_child_that_an_answerer_forked_does_not_hold_the_folder(tmp_path):
    child = subprocess.Popen(
        [sys.executable, "-c", FORK, str(tmp_path)], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert child.stdout.readline() == "forked\n"
        assert journal.in_use(tmp_path)
        child.kill()
        child.wait()
        open_journal(tmp_path).close()
    finally:
        os.killpg(child.pid, 9)
        child.stdout.close()


def test_nothing_is_stored_after_the_end(tmp_path):
    kept = open_journal(tmp_path)
    kept.append(result())
    kept.close()
    with pytest.raises(RunFolderError, match="cannot be written"):
        kept.append(result(1))
    assert (tmp_path / journal.RESULTS).read_bytes() == journal.encode(result())


def test_a_full_disk_is_said_and_leaves_no_half_line():
    """The file's largest size stands in for the disk's: the kernel takes a part and then refuses."""
    script = """
import resource, signal, sys, tempfile
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_journal import journal, result, RunFolderError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path(tempfile.mkdtemp())
line = journal.encode(result())
resource.setrlimit(resource.RLIMIT_FSIZE, (len(line) * 3 + 10, resource.RLIM_INFINITY))
kept = journal.Journal(folder)
written = 0
try:
    while True:
        kept.append(result())
        written += 1
except RunFolderError as error:
    print(written, error)
print((folder / journal.RESULTS).read_bytes() == line * 3)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
kept.append(result())
print((folder / journal.RESULTS).read_bytes() == line * 4)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert lines[0].startswith("3 ")
    assert os.strerror(errno.EFBIG) in lines[0]
    assert lines[1] == "hint: what was answered before is kept; make room, and go on with --resume"
    assert lines[2:] == ["True", "True"]


STARTED = datetime(2026, 11, 23, 8, 36, tzinfo=UTC)


def test_a_run_folder_is_named_by_dataset_time_and_digest_and_never_twice(tmp_path):
    names = [journal.new_folder(tmp_path / "reports", "north-korea", STARTED, "1a2b3c4d").name for _ in range(3)]
    first = "north-korea-20261123-083600-1a2b3c4d"
    assert names == [first, f"{first}-2", f"{first}-3"]


@pytest.mark.parametrize(
    ("dataset", "shown"),
    [
        ("hf:owner/name", "hf-owner-name"),
        ("../../etc", "etc"),
        ("Völker 2", "Völker-2"),
        ("...", "run"),
        ("x" * 300, "x" * 100),
    ],
)
def test_a_datasets_name_cannot_lead_out_of_the_folder(tmp_path, dataset, shown):
    folder = journal.new_folder(tmp_path, dataset, STARTED, "0")
    assert folder.parent == tmp_path
    assert folder.name == f"{shown}-20261123-083600-0"


def test_a_folder_that_holds_something_is_not_overwritten_without_force(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    place = journal.Place(tmp_path, exact=True)
    with pytest.raises(RunFolderError, match="is not empty"):
        journal.prepare(place, "d", STARTED, "0")
    assert journal.prepare(journal.Place(tmp_path, exact=True, force=True), "d", STARTED, "0") == tmp_path
    fresh = journal.Place(tmp_path / "a" / "b", exact=True)
    assert journal.prepare(fresh, "d", STARTED, "0").is_dir()


def test_what_is_no_run_cannot_be_resumed(tmp_path):
    with pytest.raises(RunFolderError, match=r"is no run folder: it has no run\.json"):
        journal.prepare(journal.Place(tmp_path, exact=True, resume=True), "d", STARTED, "0")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "cannot be read"),
        (b"{", "cannot be read"),
        (b"\xff", "cannot be read"),
        (b"[]", "is no run's header"),
        (b"{}", "is no run's header"),
        (b'{"schema": 99}', "has schema 99, this version reads up to 3"),
    ],
)
def test_a_header_that_cannot_be_read_is_an_error_that_names_it(tmp_path, content, says):
    (tmp_path / journal.HEADER).write_bytes(content)
    with pytest.raises(RunFolderError) as refused:
        journal.read_header(tmp_path)
    assert says in str(refused.value)
    assert journal.HEADER in str(refused.value)


def test_a_header_appears_whole_or_not_at_all(tmp_path):
    journal.write_header(tmp_path, {"state": "running"})
    assert journal.read_header(tmp_path) == {"schema": journal.SCHEMA, "state": "running"}

    def lines():
        yield "half"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(RunFolderError, match="No space left on device"):
        journal.write_lines(tmp_path / journal.HEADER, lines())
    assert journal.read_header(tmp_path) == {"schema": journal.SCHEMA, "state": "running"}
    assert [path.name for path in tmp_path.iterdir()] == [journal.HEADER]


def test_a_folder_that_cannot_be_written_is_an_error_that_says_so(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for attempt in (
        lambda: journal.new_folder(blocked, "d", STARTED, "0"),
        lambda: journal.prepare(journal.Place(blocked / "x", exact=True), "d", STARTED, "0"),
        lambda: journal.Journal(blocked),
        lambda: journal.write_header(blocked, {}),
        lambda: list(journal.stored(blocked)),
    ):
        with pytest.raises(RunFolderError) as refused:
            attempt()
        assert str(blocked) in str(refused.value)
