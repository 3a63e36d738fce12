"""What a run does while answers are awaited, so that nobody waits for it before the first question or after the last answer."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from textwrap import dedent

import pytest
from commandline import data
from plain import Plain, dataset, number

from qa_eval import journal, plugins, report, trends
from qa_eval.asking.beside import beside, seconds_beside
from qa_eval.commands._ahead import Ahead
from qa_eval.commands._rendering import Reporters
from qa_eval.engine import Settings, desk, plan, run_questions
from qa_eval.engine.turns import EACH, Turns
from qa_eval.errors import PluginError
from qa_eval.journal import Place
from qa_eval.model import Prediction
from qa_eval.progress import Silent

PATIENCE = 30.0  # seconds that a test waits for what should come soon


# --- the scorer ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def making(monkeypatch):
    """Have every scorer that is made told to the function that the test returns into this list."""
    told = []
    make = plugins.make

    def watched(room, spec, **given):
        if room == "scorers":
            for tell in told:
                tell(spec)
        return make(room, spec, **given)

    monkeypatch.setattr(plugins, "make", watched)
    return told


@pytest.mark.parametrize("policy", ["strict", "lenient"])
def test_the_first_question_is_asked_before_the_scorer_is_made(making, policy):
    asked = threading.Event()
    making.append(lambda spec: asked.wait(PATIENCE) or pytest.fail(f"{spec} is made, and nobody is asked"))

    def first(question):
        asked.set()
        return number(question)

    made = run_questions(dataset(5), [first], policy)
    assert [str(result.score.verdict) for result in made.results[:4]] == ["correct"] * 4


def test_no_more_is_asked_than_at_once_until_the_scorer_is_made(making):
    """So that a run that is killed meanwhile loses no more answers than are in flight."""
    asked = []
    done = []

    async def quick(question):
        asked.append(question)
        return number(question)

    def slowly(spec):
        before = -1
        while before < len(asked) or not asked:  # as long as more is asked
            before = len(asked)
            time.sleep(0.05)
        done.append(len(asked))

    making.append(slowly)
    run_questions(dataset(50), [quick], "strict", Settings(concurrency=7))
    assert done == [7, 7]
    assert len(asked) == 50


def test_a_scorer_that_cannot_be_made_ends_the_run_and_makes_no_answer_wrong(making, tmp_path):
    def broken(spec):
        raise PluginError(f"{spec} does not load")

    making.append(broken)
    with pytest.raises(PluginError, match="strict does not load"):
        run_questions(dataset(50), ["fixed:1"], "strict", place=Place(tmp_path / "run", exact=True))
    assert json.loads((tmp_path / "run" / "run.json").read_text())["state"] == "interrupted"
    assert not (tmp_path / "run" / "results.jsonl").read_bytes()


def test_what_was_answered_is_kept_where_ctrl_c_comes_while_the_scorer_is_made(making, tmp_path):
    asked, stopping = [], threading.Event()

    async def quick(question):
        asked.append(question)
        return number(question)

    class Watching(Silent):
        def on_notice(self, text):
            stopping.set()

    def pressing(spec):
        if not stopping.is_set():
            os.kill(os.getpid(), signal.SIGINT)
            assert stopping.wait(PATIENCE)

    making.append(pressing)
    place = Place(tmp_path / "run", exact=True)
    made = run_questions(dataset(50), [quick], "strict", Settings(concurrency=7), place, Watching())
    assert (made.state, len(made.results), len(asked)) == ("interrupted", 7, 7)
    assert len((tmp_path / "run" / "results.jsonl").read_bytes().splitlines()) == 7


@pytest.mark.parametrize(("policy", "other"), [("strict", "lenient"), ("lenient", "strict")])
def test_answers_that_are_accepted_word_for_word_do_not_wait_for_the_rules(monkeypatch, policy, other):
    begun, scored, over = threading.Event(), threading.Event(), threading.Event()
    made = []

    class Watching(Silent):
        def on_result(self, result, tally):
            scored.set()

    def slowly(scorer):
        begun.set()
        assert scored.wait(PATIENCE), "nothing is scored before the rules are there"
        made.append(scorer)
        if len(made) == 2:
            over.set()

    async def right(question):
        while not begun.is_set():  # noqa: ASYNC110 - it is set in another thread
            await asyncio.sleep(0.001)
        return number(question)

    for name in (policy, other):
        monkeypatch.setattr(plugins.find("scorers", name).load(), "prepare", slowly)
    finished = run_questions(dataset(4), [right], policy, progress=Watching())
    reasons = [(result.score.reason, result.score.other.reason) for result in finished.results]
    assert reasons == [("exact", "exact")] * 4
    assert over.wait(PATIENCE)  # else what is still being made meets the next test


@pytest.mark.parametrize("spec", ["nobody", "strict?colour=red", "squad?colour=red"])
def test_a_scorer_that_there_is_not_is_told_before_anybody_is_asked(spec):
    with pytest.raises(Exception, match=r"there is no scorer|has no option"):
        plan(dataset(1), ["oracle"], spec)


# --- turns --------------------------------------------------------------------------------------------------------------


def test_the_next_questions_are_out_before_the_last_of_many_answers_is_scored():
    """Answers that come at once are scored a few at a time: else who asks next waits for all others, in every round."""
    at_once = 32
    events = []
    gate = []

    async def together(question):
        events.append("asked")
        if len(events) <= at_once:
            gate.append(asyncio.get_running_loop().create_future())
            if len(gate) == at_once:
                for waiting in gate:
                    waiting.set_result(None)
            await gate[-1]
        return number(question)

    class Watched(Plain):
        def score(self, question, text, document=None):
            events.append("scored")
            return super().score(question, text, document)

    run_questions(dataset(64), [together], Watched(), Settings(concurrency=at_once))
    first_round = events[at_once:]
    scored_before_the_next_is_asked = first_round.index("asked")
    assert scored_before_the_next_is_asked <= EACH
    assert events.count("asked") == events.count("scored") == 64


def test_turns_come_in_the_order_of_asking_and_none_is_lost():
    order = []

    async def go(turns, name):
        await turns.take()
        order.append(name)

    async def all_of_them():
        turns = Turns(3)
        waiting = [asyncio.ensure_future(go(turns, name)) for name in range(20)]
        await asyncio.sleep(0)
        waiting[7].cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await asyncio.gather(*(go(turns, name) for name in range(20, 30)))

    asyncio.run(all_of_them())
    assert order == [name for name in range(30) if name != 7]


# --- the reports --------------------------------------------------------------------------------------------------------

WAITING = """
    import sys, time

    def answer(question, document, id):
        deadline = time.monotonic() + {patience}
        while id == "last" and "{module}" not in sys.modules and time.monotonic() < deadline:
            time.sleep(0.01)
        return str("{module}" in sys.modules)
"""


def test_what_the_reports_need_is_imported_while_answers_are_awaited(tmp_path):
    module = "qa_eval.reporters.html.trends"
    (tmp_path / "waits.py").write_text(dedent(WAITING).format(patience=PATIENCE, module=module))
    rows = [{"id": name, "question": "Is it there?", "answers": ["True"]} for name in ("first", "last")]
    (tmp_path / "two.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    run = data("run", "two.jsonl", "-a", "waits.py:answer", "--concurrency", "1", cwd=tmp_path)["runs"][0]
    stored = (tmp_path / run["folder"] / "results.jsonl").read_text().splitlines()
    assert {row["id"]: row["answer"] for row in map(json.loads, stored)} == {"first": "False", "last": "True"}


def test_a_run_goes_on_where_what_is_done_ahead_fails():
    tried, seen = threading.Event(), []

    def broken():
        tried.set()
        raise PluginError("not today")

    class Watching:
        def on_result(self, result, tally):
            seen.append(result.question_id)

        def on_notice(self, text):
            pytest.fail(text)

    ahead = Ahead(Watching(), broken)
    run_questions(dataset(3), ["oracle"], Plain(), progress=ahead)
    ahead.wait()
    assert seen == ["q0", "q1", "q2"]
    assert tried.is_set()


def test_an_earlier_run_is_read_once_however_soon_the_run_is_over(tmp_path, monkeypatch):
    """What is read ahead is waited for, not read again beside it."""
    for name in ("a", "b"):
        run_questions(dataset(3), ["oracle"], Plain(), place=Place(tmp_path / name, exact=True))
    read, stored = [], journal.stored

    def counted(folder):
        read.append(folder.name)
        time.sleep(0.1)  # so that both would be at it
        return stored(folder)

    monkeypatch.setattr(journal, "stored", counted)
    ahead = Ahead(Silent(), partial(report.prepare, [plugins.make("reporters", "html")], tmp_path))
    run_questions(dataset(3), ["oracle"], Plain(), progress=ahead)
    ahead.wait()
    report.write_history("html", tmp_path)
    assert sorted(read) == ["a", "b"]


@pytest.fixture(scope="module")
def many():
    """A report of more rows than two windows hold, some of them wrong."""
    return report.of(
        run_questions(dataset(1300), [lambda question: number(question) if "7" in question else "x"], Plain())
    )


def page(made, folder, *taken):
    """Return the page of a report by a reporter that took these results before."""
    reporter = plugins.make("reporters", "html")
    for results in taken:
        reporter.take_ahead(made.dataset, results)
    folder.mkdir()
    return report.write(made, reporter, folder).read_bytes()


@pytest.mark.parametrize("left_out", [[], range(1024, 1300), [0], [511, 512], range(1300)])
def test_a_page_whose_rows_were_drawn_as_answers_came_is_the_same(many, tmp_path, left_out):
    came = [result for place, result in enumerate(many.results) if place not in left_out]
    came.sort(key=lambda result: result.question_id[::-1])
    assert page(many, tmp_path / "ahead", came[:700], [], came[700:]) == page(many, tmp_path / "after")


def test_rows_that_were_drawn_of_other_answers_are_not_used(many, tmp_path):
    others = [replace(result, prediction=Prediction("other")) for result in many.results]
    assert page(many, tmp_path / "ahead", others) == page(many, tmp_path / "after")
    assert page(many, tmp_path / "corrected", others, many.results) == page(many, tmp_path / "again")


def test_a_reporter_that_drew_rows_ahead_writes_other_reports_as_well(many, tmp_path):
    reporter = plugins.make("reporters", "html")
    reporter.take_ahead(many.dataset, many.results)
    small = report.of(run_questions(dataset(3), ["oracle"], Plain()))
    for made in (many, small, many):
        assert report.write(made, reporter, tmp_path).read_bytes() == report.write(made, "html", tmp_path).read_bytes()


def test_a_reporter_that_fails_ahead_costs_the_others_nothing(many):
    reporters = Reporters(["html", "md"], Path())
    taken = []

    class Failing:
        def take_ahead(self, dataset, results):
            raise ValueError("no")

    class Taking:
        def take_ahead(self, dataset, results):
            taken.extend(results)

    reporters._made = {"failing": Failing(), "taking": Taking()}
    for results in (many.results[:5], many.results[5:9]):
        reporters.take_ahead(many.dataset, results)
    assert taken == list(many.results[:9])


def test_what_is_done_ahead_ends_with_the_run():
    ready, taken = threading.Event(), []
    ahead = Ahead(Silent(), ready.set, taken.append)
    run_questions(dataset(3), ["oracle"], Plain(), progress=ahead)
    assert ready.wait(PATIENCE)
    ahead.stop()
    ahead._thread.join(PATIENCE)
    assert not ahead._thread.is_alive()


def test_results_are_given_to_what_is_done_ahead_once_it_is_ready():
    ready, taken = threading.Event(), []
    ahead = Ahead(
        Silent(), ready.set, lambda results: taken.extend(results) if ready.is_set() else pytest.fail("early")
    )

    async def slow(question):
        while question == "What is 9?" and len(taken) < 9:  # noqa: ASYNC110 - it is filled by another thread
            await asyncio.sleep(0.01)
        return number(question)

    run_questions(dataset(10), [slow], Plain(), progress=ahead)
    ahead.wait()
    assert {result.question_id for result in taken} >= {f"q{place}" for place in range(9)}


def test_no_stored_answer_is_read_for_the_history_of_a_single_run(tmp_path, monkeypatch):
    for name in ("a", "b"):
        run_questions(dataset(3), ["oracle"], Plain(), place=Place(tmp_path / name / "run", exact=True))
    monkeypatch.setattr(trends, "_answered", lambda *_: pytest.fail("the answers are read"))
    (trend,) = trends.of(tmp_path / "a")
    assert trend.points[0].correct == 3


# --- threads ------------------------------------------------------------------------------------------------------------


def compute(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


@pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="this system has no clocks of threads")
def test_processor_time_that_is_spent_beside_the_answerers_is_known_as_it_is_spent():
    halfway, go_on = threading.Event(), threading.Event()

    def work():
        with beside():
            compute(0.05)
            halfway.set()
            go_on.wait(PATIENCE)
            compute(0.05)

    before = seconds_beside()
    thread = threading.Thread(target=work)
    thread.start()
    assert halfway.wait(PATIENCE)
    compute(0.02)  # here, which does not count
    meanwhile = seconds_beside()
    go_on.set()
    thread.join()
    after = seconds_beside()
    assert meanwhile - before >= 0.05
    assert after - meanwhile >= 0.05
    compute(0.02)
    assert seconds_beside() == after


# --- what is not imported before the first question -------------------------------------------------------------------

WITHOUT = {"qa_eval.report", "qa_eval.gates", "qa_eval.importing", "jinja2", "pydantic", "pycurl"}


def test_the_first_question_of_plain_ones_is_asked_before_anything_is_imported_that_it_does_not_need(tmp_path):
    told = "import sys\n\ndef answer(question, document):\n    return ' '.join(sorted(sys.modules))\n"
    (tmp_path / "tells.py").write_text(told)
    row = {"id": "only", "question": "What is there?", "answers": ["5 km"]}
    (tmp_path / "one.jsonl").write_text(json.dumps(row) + "\n")
    run = data("run", "one.jsonl", "-a", "tells.py:answer", "--concurrency", "1", cwd=tmp_path)["runs"][0]
    (line,) = (tmp_path / run["folder"] / "results.jsonl").read_text().splitlines()
    imported = set(json.loads(line)["answer"].split())
    assert "qa_eval.dataset.plain" in imported
    assert not imported & WITHOUT


def test_the_first_scores_do_not_hold_up_answerers_on_the_loop_beside_others(monkeypatch):
    where = []

    def judge(*given):
        where.append(threading.current_thread().name)
        return judged(*given)

    async def waits(question):
        return number(question)

    def looks(question):
        return number(question)

    judged = desk.judge
    monkeypatch.setattr(desk, "judge", judge)
    run_questions(dataset(desk.COLD), [waits, looks], "lenient", Settings())
    assert where.count("qa-eval run") == desk.COLD
    assert len(where) == 2 * desk.COLD
    for nobody_beside in (waits, looks):
        where.clear()
        run_questions(dataset(20), [nobody_beside], "lenient", Settings())
        assert set(where) == {"qa-eval run"}


@pytest.mark.parametrize("wrong", [False, True])
def test_an_answerer_gets_ready_once_before_it_is_asked_and_outside_of_the_loop(wrong):
    did = []

    class Prepared:
        def prepare(self):
            did.append(threading.current_thread().name)
            if wrong:
                raise OSError

        async def answer(self, question):
            did.append("asked")
            return number(question)

    run = run_questions(dataset(20), [Prepared()], Plain(), Settings(concurrency=4))
    assert run.summary[0].overall.failed == (20 if wrong else 0)
    assert did[0] != "qa-eval run"
    assert did[1:] == ([] if wrong else ["asked"] * 20)


@pytest.mark.parametrize("spec", ["http:http://127.0.0.1:9/ask", "openai:tiny?base_url=http://127.0.0.1:9/v1"])
def test_what_asks_a_server_is_imported_before_it_is_asked(spec):
    code = (
        "import sys\nfrom qa_eval import plugins\n"
        f"made = plugins.make('answerers', {spec!r})\n"
        "before = 'pycurl' in sys.modules\nmade.prepare()\nprint(before, 'pycurl' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["False", "True"]
