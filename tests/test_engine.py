"""The one loop: every question asked once, every failure kept as data, every run repeatable."""

import asyncio
import gzip
import json
import os
import pickle
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from plain import Plain, dataset, number

from qa_eval import journal, snapshot
from qa_eval.engine import Batch, Run, Settings, judge, plan, rescore, run_questions, select, shelf
from qa_eval.errors import AnswererError, RunFolderError, SpecError, UsageError
from qa_eval.executors import local
from qa_eval.journal import Place
from qa_eval.model import Failure, Prediction, Reason, Score, Tokens, Verdict


def right(question):
    return number(question)


def wrong(question):
    return "wrong"


def long(question):
    return number(question) * 100


class Shuffled:
    """Answers in another order than it is asked in."""

    def __init__(self):
        self.chance = random.Random(7)  # noqa: S311 - lengths of pauses

    def answer(self, question):
        time.sleep(self.chance.uniform(0, 0.01))
        return number(question)


def run(*answerers, n=10, place=None, progress=None, scorer=None, of=None, **settings):
    return run_questions(of or dataset(n), answerers, scorer or Plain(), Settings(**settings), place, progress)


def timeless(results):
    return [replace(result, prediction=replace(result.prediction, seconds=0.0)) for result in results]


def ids(made):
    return [result.question_id for result in made.results]


# --- results ----------------------------------------------------------------------------------------------------------


def test_results_stand_in_the_order_of_answerers_questions_and_repetitions():
    made = run(Shuffled(), right, n=20, repeat=3)
    assert [(r.answerer, r.question_id, r.repeat) for r in made.results] == [
        (answerer, f"q{i}", repeat) for answerer in ("Shuffled", "right") for i in range(20) for repeat in range(3)
    ]
    assert made.state == "complete"
    assert made.questions == 20


def test_two_runs_of_a_deterministic_answerer_are_equal_but_for_the_times():
    first, second = (run(Shuffled(), wrong, n=50, concurrency=concurrency) for concurrency in (64, 3))
    assert timeless(first.results) == timeless(second.results)
    assert first.signature == second.signature
    without_times = [[replace(summary, latency=None) for summary in made.summary] for made in (first, second)]
    assert without_times[0] == without_times[1]


def test_each_question_is_asked_once_and_no_more_than_so_many_at_a_time():
    asked, now, most, lock = [], 0, 0, threading.Lock()

    def answer(id):  # noqa: A002 - the name by which it is given
        nonlocal now, most
        with lock:
            asked.append(id)
            now += 1
            most = max(most, now)
        time.sleep(0.01)
        with lock:
            now -= 1
        return id

    run(answer, n=60, concurrency=7)
    assert sorted(asked) == sorted(f"q{i}" for i in range(60))
    assert most == 7


def test_a_batched_answerer_gets_questions_about_one_document_at_a_time():
    calls = []

    class Batched:
        batch_size = 4

        def answer_batch(self, questions, document, document_id):
            assert document.endswith(document_id[1:])
            calls.append((document_id, len(questions)))
            return [number(question) for question in questions]

    made = run(Batched(), of=dataset(20, documents=3))
    assert sorted(calls) == [("d0", 3), ("d0", 4), ("d1", 3), ("d1", 4), ("d2", 2), ("d2", 4)]
    assert [r.prediction.text for r in made.results] == [str(i) for i in range(20)]


def test_every_answer_gets_a_verdict_whatever_happened_to_it():
    def answer(id):  # noqa: A002 - the name by which it is given
        if id == "q1":
            raise AnswererError("refused", "no key")
        return {"q0": "0", "q2": "", "q4": "", "q3": None}.get(id, "wrong")

    made = run(answer, n=6)
    assert [(r.score.verdict, r.score.reason, r.score.message) for r in made.results] == [
        ("correct", "exact", "said '0'"),
        ("failed", "answerer_failed", "refused: no key"),
        ("abstained", "abstained", "said ''"),
        ("failed", "answerer_failed", 'garbage: it returned None; return a string, "" to abstain'),
        ("correct", "exact", "said ''"),
        ("incorrect", "wrong_words", "said 'wrong'"),
    ]
    overall = made.summary[0].overall
    assert (overall.n, overall.correct, overall.incorrect, overall.abstained, overall.failed) == (6, 2, 1, 1, 2)


class Broken:
    def __init__(self, returned):
        self.returned = returned

    def score(self, question, text, document=None):
        if isinstance(self.returned, Exception):
            raise self.returned
        return self.returned


def score(verdict=Verdict.CORRECT, value=1.0, f1=1.0, **more):
    return Score(verdict, value, "exact", "", f1=f1, **more)


BROKEN = [
    (ValueError("no unit"), "the scorer raised ValueError: no unit"),
    (None, "it returned NoneType where a Score is wanted"),
    (True, "it returned bool where a Score is wanted"),
    (score(value=2.0), "its value 2.0 and F1 1.0 must be within 0..1"),
    (score(value=float("nan")), "must be within 0..1"),
    (score(f1=-0.1), "must be within 0..1"),
    (score(verdict="perhaps"), "'perhaps' is not a valid Verdict"),
    (score(value="high"), "could not convert string to float"),
]


@pytest.mark.parametrize(("returned", "says"), BROKEN, ids=range(len(BROKEN)))
def test_a_scorer_that_breaks_is_not_a_wrong_answer(returned, says):
    made = run(right, n=2, scorer=Broken(returned))
    for result in made.results:
        assert (result.score.verdict, result.score.reason) == (Verdict.FAILED, Reason.SCORER_FAILED)
        assert says in result.score.message
        assert result.prediction.text is not None
    assert made.summary[0].overall.failed == 2


def test_a_score_of_other_number_types_is_taken(tmp_path):
    import numpy as np  # noqa: PLC0415 - only here

    given = score(verdict="correct", value=np.float32(1), f1=np.float64(0.5), exact_match=np.bool_(True))
    made = run(right, n=1, scorer=Broken(given), place=Place(tmp_path))
    assert Run.load(made.folder) == made
    taken = made.results[0].score
    assert (type(taken.verdict), type(taken.value), type(taken.f1), type(taken.exact_match)) == (
        Verdict,
        float,
        float,
        bool,
    )


def test_a_prediction_is_judged_without_a_run():
    question = dataset().questions[0]
    assert judge(Plain(), question, Prediction("0"), None).verdict == "correct"
    missing = judge(Plain(), question, Prediction(None, failure=Failure("missing", "no stored answer")), None)
    assert (missing.verdict, missing.reason, missing.message) == ("failed", "missing_answer", "no stored answer")


# --- which questions --------------------------------------------------------------------------------------------------

SELECTED = [
    ({}, "0 1 2 3 4 5 6 7 8 9"),
    ({"only": ("q1",)}, "1"),
    ({"only": ("q[2-4]", "q7")}, "2 3 4 7"),
    ({"tags": ("even",)}, "0 2 4 6 8"),
    ({"tags": ("even", "open")}, "0 2 4 6 8 9"),
    ({"tags": ("open",), "only": ("q9",)}, "9"),
    ({"limit": 3}, "0 1 2"),
    ({"limit": 100}, "0 1 2 3 4 5 6 7 8 9"),
    ({"tags": ("even",), "limit": 2}, "0 2"),
]


@pytest.mark.parametrize(("settings", "numbers"), SELECTED)
def test_questions_are_selected_by_id_tag_and_number(settings, numbers):
    wanted = [f"q{number}" for number in numbers.split()]
    assert [question.id for question in select(dataset(), Settings(**settings))] == wanted
    assert ids(run(right, **settings)) == wanted


def test_a_question_is_selected_by_its_very_id_whatever_a_glob_makes_of_it():
    plain = dataset()
    odd = (replace(plain.questions[0], id="[x]*"), replace(plain.questions[1], id="x1"))
    found = {
        glob: [one.id for one in select(replace(plain, questions=odd), Settings(only=(glob,)))]
        for glob in ("[x]*", "x*")
    }
    assert found == {"[x]*": ["[x]*", "x1"], "x*": ["x1"]}


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"only": ("q11",)}, "no question has the id 'q11'\nhint: did you mean"),
        ({"tags": ("evn",)}, "no question has the tag 'evn'\nhint: did you mean \"even\"?"),
        ({"tags": ("open",), "only": ("q0",)}, "no question has both the ids and the tags"),
        ({"limit": 0}, "limit is 0\nhint: it is a whole number from 1"),
        ({"repeat": 0}, "repeat is 0"),
        ({"concurrency": 1.5}, "concurrency is 1.5"),
        ({"retries": -1}, "retries is -1"),
        ({"timeout": 0}, "timeout is 0\nhint: it is a number above 0"),
        ({"rate": float("nan")}, "rate is nan"),
    ],
)
def test_settings_that_ask_nothing_or_nonsense_are_refused(settings, says):
    with pytest.raises(UsageError) as refused:
        run(right, **settings)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (0, "no question has a tag"),
        (2, "choose one of: t0, t1"),
        (
            40,
            "there are 40: t0, t1, t10, t11, t12, t13, t14, t15, t16, t17, t18, t19, t2, t20, t21, t22, t23, t24, t25, t26, …",
        ),
    ],
)
def test_a_tag_that_no_question_has_is_answered_with_those_there_are(number, hint):
    made = dataset()
    tagged = [replace(made.questions[0], tags=tuple(f"t{n}" for n in range(number)))]
    with pytest.raises(UsageError) as refused:
        select(replace(made, questions=tagged), Settings(tags=("nosuch",)))
    assert str(refused.value) == f"no question has the tag 'nosuch'\nhint: {hint}"


def test_a_seed_shuffles_the_asking_and_chooses_what_a_limit_leaves():
    asked = []

    def answer(id):  # noqa: A002 - the name by which it is given
        asked.append(id)
        return id

    first = ids(run(answer, n=30, seed=1, limit=10, concurrency=1))
    order, asked[:] = list(asked), []
    assert ids(run(answer, n=30, seed=1, limit=10, concurrency=1)) == first
    assert asked == order
    assert order != first
    assert sorted(order) == sorted(first)
    assert ids(run(answer, n=30, seed=2, limit=10)) != first


def test_settings_survive_json():
    settings = Settings(only=("a*",), tags=("t",), limit=3, rate=2.5, seed=0)
    row = json.loads(json.dumps(settings.to_json()))
    assert Settings.from_json({**row, "later": "field"}) == settings


# --- plans ------------------------------------------------------------------------------------------------------------


class Pairs:
    batch_size = 2

    def answer_batch(self, questions):
        raise AssertionError(questions)


def test_a_plan_asks_nobody_and_says_what_it_would():
    made = plan(dataset(9), [Pairs(), "fixed:5"], Plain(), Settings(repeat=2))
    assert (len(made.questions), made.answers, made.calls) == (9, 36, 28)
    assert made.signature.entries


def test_a_plan_can_be_sent_to_another_process():
    made = plan(dataset(4), ["fixed:5", "oracle"], Plain(), Settings(limit=3))
    there = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own
    assert there.signature == made.signature
    assert there.names == made.names
    assert there.questions == made.questions
    batch = next(iter(there.batches()))
    assert batch == next(iter(made.batches())) == Batch(0, tuple(made.questions), 0)
    assert pickle.loads(pickle.dumps(batch)) == batch  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("answerers", "scorer", "error", "says"),
    [
        ([], "strict", UsageError, "there is nobody to ask"),
        (["abstain", "abstain"], Plain(), UsageError, "two answerers are named 'abstain'"),
        ([right, Pairs(), right], Plain(), UsageError, "two answerers are named 'right'"),
        (["abstain"], "strikt", SpecError, 'did you mean "strict"?'),
        (["fixd:5"], Plain(), SpecError, 'did you mean "fixed"?'),
    ],
)
def test_what_cannot_be_run_is_refused_before_anything_is_written(tmp_path, answerers, scorer, error, says):
    with pytest.raises(error) as refused:
        run_questions(dataset(), answerers, scorer, place=Place(tmp_path / "reports"))
    assert says in str(refused.value)
    assert not (tmp_path / "reports").exists()


# --- where it is kept -------------------------------------------------------------------------------------------------


def test_a_stored_run_is_read_back_as_it_was(tmp_path):
    def answer(question, id):  # noqa: A002 - the name by which it is given
        if id == "q3":
            raise ValueError("\ud800 and \x00")
        return Prediction(number(question), tokens=Tokens(5, 1), details={"n": [1, None]})

    made = run(answer, wrong, n=12, place=Place(tmp_path), repeat=2, tags=("even", "odd"), limit=11)
    stored = Run.load(made.folder)
    assert stored == made
    assert stored.summary == made.summary
    assert stored.dataset == made.dataset
    assert stored.folder.name.startswith("small-2")


def test_results_that_are_too_many_for_memory_stay_on_disk(tmp_path, monkeypatch):
    in_memory = run(right, wrong, n=40, repeat=2)
    monkeypatch.setattr(shelf, "IN_MEMORY", 10)
    on_disk = run(right, wrong, n=40, repeat=2, place=Place(tmp_path))
    assert isinstance(on_disk.results, journal.Stored)
    assert isinstance(Run.load(on_disk.folder).results, journal.Stored)
    assert timeless(on_disk.results) == timeless(in_memory.results)
    assert Run.load(on_disk.folder) == on_disk
    assert Run.load(on_disk.folder).summary == on_disk.summary


def test_a_run_of_the_first_schema_is_read_and_resumed(tmp_path):
    made = run(right, n=3, place=Place(tmp_path))
    lines = made.folder / journal.RESULTS
    rows = [json.loads(line) for line in lines.read_text().splitlines()]
    old = [{**row, "reason": "exact"} for row in rows]
    assert all("reason" not in row for row in rows)
    lines.write_text("".join(json.dumps(row) + "\n" for row in old[:2]))
    header = made.folder / journal.HEADER
    header.write_text(header.read_text().replace('"schema": 3', '"schema": 1'))
    assert Run.load(made.folder).results == made.results[:2]
    resumed = run(right, n=3, place=Place(made.folder, exact=True, resume=True))
    assert [one.score for one in resumed.results] == [one.score for one in made.results]
    assert journal.read_header(made.folder)["schema"] == 3


def test_a_run_of_the_second_schema_is_read_and_resumed_in_its_own_form(tmp_path):
    made = run(right, wrong, n=3, scorer="lenient", place=Place(tmp_path))
    lines, header = made.folder / journal.RESULTS, made.folder / journal.HEADER
    rows = [json.loads(line) for line in lines.read_text().splitlines()]
    assert any("other" not in row for row in rows)
    old = [{"other": "strict", **row} for row in rows]
    lines.write_text("".join(json.dumps(row) + "\n" for row in old[:4]))
    before = {key: value for key, value in json.loads(header.read_text()).items() if key != "other"}
    header.write_text(json.dumps({**before, "schema": 2}))
    kept = {(row["answerer"], row["id"]) for row in old[:4]}
    assert Run.load(made.folder).results == tuple(
        one for one in made.results if (one.answerer, one.question_id) in kept
    )
    resumed = run(right, wrong, n=3, scorer="lenient", place=Place(made.folder, exact=True, resume=True))
    assert [one.score for one in resumed.results] == [one.score for one in made.results]
    assert all("other" in json.loads(line) for line in lines.read_text().splitlines())
    assert timeless(Run.load(made.folder).results) == timeless(made.results)


def test_a_line_says_of_the_other_policy_what_the_run_does_not(tmp_path):
    def fails(question):
        raise ValueError(question)

    made = run(right, wrong, fails, n=2, scorer="lenient", retries=0, place=Place(tmp_path))
    assert journal.read_header(made.folder)["other"] == "strict"
    rows = [json.loads(line) for line in (made.folder / journal.RESULTS).read_text().splitlines()]
    assert not any("other" in row for row in rows if row["verdict"] in {"correct", "failed"})
    others = [one.score.other for one in Run.load(made.folder).results]
    assert [other and other.policy for other in others] == ["strict"] * 4 + [None] * 2
    assert others == [one.score.other for one in made.results]
    assert timeless(Run.load(made.folder).save(tmp_path / "copy").results) == timeless(made.results)


def test_the_header_says_what_the_run_is(tmp_path):
    made = run(right, n=3, place=Place(tmp_path))
    header = journal.read_header(made.folder)
    assert header["schema"] == 3
    assert header["state"] == "complete"
    assert header["dataset"] == {
        "name": "small",
        "version": "1.0",
        "sha256": "0" * 64,
        "path": "",
        "documents": 1,
        "questions": 3,
    }
    assert header["answerers"] == ["right"]
    assert header["scorer"] == "plain.Plain()"
    assert header["settings"] == Settings().to_json()
    assert header["signature"]["dataset"] == f"small@1.0#{'0' * 64}"
    assert header["digest"] == made.signature.digest
    assert made.folder.name.endswith(f"-{made.signature.digest}")
    assert header["summary"]["answerers"][0]["overall"]["correct"] == 3
    assert header["started"] < header["finished"]


def test_a_run_made_in_memory_can_be_saved_and_none_is_overwritten_unasked(tmp_path):
    made = run(right, n=5)
    saved = made.save(tmp_path / "kept")
    assert Run.load(tmp_path / "kept") == saved
    assert replace(saved, folder=None) == made
    other = run(wrong, n=5)
    with pytest.raises(RunFolderError, match="is not empty"):
        other.save(tmp_path / "kept")
    other.save(tmp_path / "kept", force=True)
    assert Run.load(tmp_path / "kept").results == other.results
    again = Run.load(tmp_path / "kept")
    again.save(tmp_path / "kept", force=True)
    assert Run.load(tmp_path / "kept") == again


def test_a_run_into_a_folder_of_its_own_needs_force_to_replace_another(tmp_path):
    place = Place(tmp_path / "here", exact=True)
    run(right, n=3, place=place)
    with pytest.raises(RunFolderError, match="is not empty"):
        run(wrong, n=3, place=place)
    made = run(wrong, n=3, place=place._replace(force=True))
    assert Run.load(tmp_path / "here") == made


def test_a_run_is_resumed_only_as_the_same_run(tmp_path):
    made = run(right, n=6, place=Place(tmp_path))
    path = made.folder / journal.RESULTS
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:4]))
    place = Place(made.folder, exact=True, resume=True)
    for changes, says in [
        ({"of": dataset(6, version="1.1")}, f"dataset: small@1.0#{'0' * 64} then, small@1.1#{'0' * 64} now"),
        ({"of": dataset(6, sha256="1" * 64)}, "dataset: "),
        ({"limit": 2}, "limit: (none) then, 2 now"),
        ({"repeat": 2}, "repeat: 1 then, 2 now"),
        ({"seed": 3}, "seed: (none) then, 3 now"),
        ({"scorer": Lax(3)}, "scorer: plain.Plain() then, test_engine.Lax(width=3) now"),
    ]:
        with pytest.raises(RunFolderError) as refused:
            run(right, place=place, **{"n": 6, **changes})
        assert says in str(refused.value)
    with pytest.raises(RunFolderError) as refused:
        run(wrong, n=6, place=place)
    assert "answerer.1: right#" in str(refused.value)
    before = path.read_bytes()
    assert len(before.splitlines()) == 4
    resumed = run(right, n=6, place=place, timeout=5.0, retries=0, concurrency=1, rate=60000.0)
    assert timeless(resumed.results) == timeless(made.results)
    assert resumed.started == made.started
    assert path.read_bytes().startswith(before)
    assert Run.load(made.folder) == resumed


def test_a_full_disk_ends_the_run_and_room_lets_it_go_on(tmp_path):
    script = """
import resource, signal, sys
sys.path.insert(0, sys.argv[1])
from test_engine import *
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
place = Place(Path(sys.argv[2]), exact=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
try:
    run(long, n=200, place=place)
except RunFolderError as error:
    print(error)
"""
    folder = tmp_path / "run"
    arguments = [sys.executable, "-c", script, str(Path(__file__).parent), str(folder)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=True)
    assert f"{folder / journal.RESULTS} cannot be written: File too large" in done.stdout
    cut = Run.load(folder)
    assert cut.state == "interrupted"
    assert 20 < len(cut.results) < 200
    asked = []

    def long(id, question):  # noqa: A002 - the name by which it is given
        asked.append(id)
        return number(question) * 100

    resumed = run(long, n=200, place=Place(folder, exact=True, resume=True))
    assert resumed.state == "complete"
    assert len(asked) == 200 - len(cut.results)
    assert timeless(resumed.results) == timeless(run(long, n=200).results)


def test_the_dataset_is_kept_as_it_was_asked(tmp_path):
    made = run(right, n=3, place=Place(tmp_path))
    kept = made.folder / journal.DATASET
    whole = kept.read_bytes()
    assert gzip.decompress(whole).decode("ascii") == "".join(snapshot.dump(made.dataset))
    assert Run.load(made.folder).dataset == made.dataset
    for damaged in (b"nonsense", whole[:-9], whole[:30] + bytes(30) + whole[60:], b""):
        kept.write_bytes(damaged)
        with pytest.raises(RunFolderError, match=r"dataset"):
            Run.load(made.folder)


def test_a_dataset_that_unpacks_to_an_endless_line_is_refused(tmp_path, monkeypatch):
    made = run(right, n=3, place=Place(tmp_path))
    monkeypatch.setattr("qa_eval.journal.folder.LONGEST_LINE", 100)
    (made.folder / journal.DATASET).write_bytes(gzip.compress(bytes(10_000)))
    with pytest.raises(RunFolderError, match="a line of more than 100 characters"):
        Run.load(made.folder)


def test_a_dataset_that_an_older_run_keeps_as_plain_lines_is_read_until_the_run_is_replaced(tmp_path):
    place = Place(tmp_path / "here", exact=True)
    made = run(right, n=3, place=place)
    kept, older = made.folder / journal.DATASET, made.folder / "dataset.jsonl"
    older.write_bytes(gzip.decompress(kept.read_bytes()))
    kept.unlink()
    assert Run.load(made.folder) == made
    resumed = run(right, n=3, place=place._replace(resume=True))
    assert timeless(resumed.results) == timeless(made.results)
    assert older.exists()
    run(right, n=4, place=place._replace(force=True))
    assert not older.exists()
    assert len(Run.load(made.folder).dataset.questions) == 4


# --- scoring again ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Lax:
    """Takes any answer of at most so many characters."""

    width: int = 9

    def score(self, question, text, document):
        assert document.id == question.document_id
        return score(Verdict.CORRECT if len(text) <= self.width else Verdict.INCORRECT)


def test_stored_answers_are_scored_again_by_other_rules(tmp_path):
    def answer(id):  # noqa: A002 - the name by which it is given
        if id == "q1":
            raise ValueError("broken")
        return "no"

    before = run(answer, n=4, place=Place(tmp_path))
    after = rescore(Run.load(before.folder), Lax(), tmp_path)
    assert [r.score.verdict for r in before.results] == ["incorrect", "failed", "incorrect", "incorrect"]
    assert [r.score.verdict for r in after.results] == ["correct", "failed", "correct", "correct"]
    assert [r.prediction for r in after.results] == [r.prediction for r in before.results]
    assert [d.key for d in after.signature.differences(before.signature)] == ["scorer"]
    assert after.folder != before.folder
    assert Run.load(after.folder) == after
    assert after.summary[0].overall.correct == 3
    assert rescore(before, Lax()).folder is None


# --- who watches ------------------------------------------------------------------------------------------------------


class Watching:
    def __init__(self):
        self.seen = []
        self.heard = []

    def on_result(self, result, tally):
        self.seen.append((result.question_id, tally.done, tally.total, tally.correct + tally.incorrect + tally.failed))

    def on_notice(self, text):
        self.heard.append(text)


def test_whoever_watches_sees_every_result_counted():
    watching = Watching()
    run(lambda: Prediction("x", tokens=Tokens(2, 1)), wrong, n=8, progress=watching)
    assert [done for _, done, _, _ in watching.seen] == list(range(1, 17))
    assert {total for _, _, total, _ in watching.seen} == {16}
    assert watching.seen[-1][3] == 16
    assert watching.heard == []


def test_a_watcher_that_breaks_ends_the_watching_and_not_the_run():
    class Breaking(Watching):
        def on_result(self, result, tally):
            super().on_result(result, tally)
            raise BrokenPipeError

    watching = Breaking()
    made = run(right, n=8, progress=watching)
    assert len(made.results) == 8
    assert len(watching.seen) == 1


def test_a_run_can_be_made_from_inside_an_event_loop_and_from_another_thread():
    async def inside():
        return run(right, n=3)

    assert asyncio.run(inside()).state == "complete"
    made = []
    thread = threading.Thread(target=lambda: made.append(run(right, n=3)))
    thread.start()
    thread.join(30)
    assert made[0].state == "complete"


def test_the_loop_is_left_clean():
    closed = []

    class Neat:
        async def answer(self, question):
            asyncio.get_running_loop().create_task(self.linger())
            return question

        async def linger(self):
            try:
                await asyncio.sleep(3600)
            finally:
                closed.append("task")

        async def close(self):
            closed.append("closed")

    threads = threading.active_count()
    run(Neat(), n=2)
    deadline = time.monotonic() + 60
    while len(closed) < 3 or threading.active_count() > threads:
        assert time.monotonic() < deadline, (closed, threading.enumerate())
        time.sleep(0.01)
    assert closed == ["closed", "task", "task"]


def test_an_instant_answerer_needs_no_thread_and_can_be_stopped():
    class Instant:
        instant = True
        asked = 0

        def answer(self, question):
            threads.add(threading.current_thread().name)
            self.asked += 1
            if self.asked == 100:
                os.kill(os.getpid(), signal.SIGINT)
            if self.asked > 100:
                time.sleep(0.005)
            return number(question)

    threads = set()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # where the tests were started deaf to it
    try:
        run = run_questions(dataset(5000), [Instant()], Plain(), Settings())
    finally:
        signal.signal(signal.SIGINT, before)
    assert threads == {"qa-eval run"}
    assert run.state == "interrupted"
    assert 100 <= len(run.results) < 5000


def test_a_failure_of_an_instant_answerer_is_data_as_any_other():
    class Instant:
        instant = True

        def answer(self, question):
            raise ValueError("no idea")

    run = run_questions(dataset(70), [Instant()], Plain(), Settings(retries=0))
    assert run.summary[0].failures == {"exception": 70}


def test_an_instant_answerer_is_handed_many_questions_and_called_for_each():
    class Instant:
        instant = True
        asked = 0

        def answer(self, question):
            self.asked += 1
            if number(question) == "7":
                raise ValueError("no idea")
            return number(question)

    answerer = Instant()
    run = run_questions(dataset(70), [answerer], Plain(), Settings(retries=0))
    assert answerer.asked == 70
    assert run.summary[0].failures == {"exception": 1}
    assert [result.prediction.text for result in run.results] == [str(n) if n != 7 else None for n in range(70)]
    assert plan(dataset(70), [Instant()], Plain()).calls == 70


def test_an_instant_answerer_whose_answer_is_yet_to_come_is_waited_for():
    class Instant:
        instant = True

        def answer(self, question):
            async def later():
                await asyncio.sleep(0)
                return number(question)

            return later()

    run = run_questions(dataset(3), [Instant()], Plain(), Settings())
    assert [result.prediction.text for result in run.results] == ["0", "1", "2"]


def test_an_instant_answerer_that_fails_for_a_while_is_asked_again():
    class Instant:
        instant = True
        asked = 0

        def answer(self, question):
            self.asked += 1
            if self.asked == 1:
                raise AnswererError("server", "not now", retryable=True)
            return number(question)

    run = run_questions(dataset(3), [Instant()], Plain(), Settings())
    assert [result.prediction.attempts for result in run.results] == [2, 1, 1]
    assert [result.prediction.text for result in run.results] == ["0", "1", "2"]


def test_no_more_questions_are_in_flight_than_there_are(monkeypatch):
    seen = []
    execute = local.Executor.execute

    def watched(self, batches, hire, deliver, concurrency):
        seen.append(concurrency)
        return execute(self, batches, hire, deliver, concurrency)

    monkeypatch.setattr(local.Executor, "execute", watched)
    assert run(right, n=3, concurrency=1_000_000, repeat=2).state == "complete"
    assert seen == [6]
