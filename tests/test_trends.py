"""Trends: the runs of a folder by dataset and answerer, and a change that is called only when it is more than noise."""

import json

import pytest
from commandline import data, run
from plain import Plain, dataset, number

from qa_eval import journal, trends
from qa_eval.engine import Settings, run_questions

QUESTIONS = dataset(60)


def knowing(right):
    """An answerer named "bot" that knows the first so many questions."""

    def bot(question, document):
        asked = int(number(question))
        return "wrong" if asked >= right else "" if asked % 5 == 4 else str(asked)

    return bot


@pytest.fixture
def folder(tmp_path):
    """Keep a run under a name; return the folder of runs."""

    def keep(name, right, questions=QUESTIONS, scorer=None, **settings):
        answerers = [knowing(right), "abstain", "abstain @closed-book"]
        place = journal.Place(tmp_path / name, exact=True)
        return run_questions(questions, answerers, scorer or Plain(), Settings(**settings), place)

    keep.path = tmp_path
    return keep


def trend(folder, answerer="bot"):
    (found,) = [one for one in trends.of(folder.path) if one.answerer == answerer]
    return found


def test_a_trend_holds_the_runs_of_a_dataset_and_answerer_oldest_first(folder):
    for name, right in (("a", 20), ("b", 25), ("c", 20)):
        folder(name, right)
    found = trend(folder)
    assert [point.run for point in found.points] == ["a", "b", "c"]
    assert [point.correct for point in found.points] == [20, 25, 20]
    assert all(point.interval.low < point.accuracy < point.interval.high for point in found.points)
    assert {one.answerer for one in trends.of(folder.path)} == {"bot", "abstain"}


def test_a_change_is_called_only_when_it_is_more_than_noise(folder):
    for name, right in (("a", 20), ("b", 23), ("c", 50), ("d", 30)):
        folder(name, right)
    found = trend(folder)
    assert [point.change and point.change.outcome for point in found.points] == [
        None,
        "not distinguishable",
        "better",
        "worse",
    ]
    assert [point.change and point.change.since for point in found.points] == [None, "a", "b", "c"]
    assert found.overall.since == "a"
    assert found.overall.lift.difference == pytest.approx(10 / 60)


def test_many_small_steps_are_seen_against_the_first_run(folder):
    for step, name in enumerate("abcdef"):
        folder(name, 20 + 3 * step)
    found = trend(folder)
    assert {point.change.outcome for point in found.points[1:]} == {"not distinguishable"}
    assert found.overall.outcome == "better"


def test_changes_are_adjusted_for_how_many_are_looked_at(folder):
    folder("a", 20)
    folder("b", 26)
    assert trend(folder).points[1].change.outcome == "better"
    folder("c", 26)
    folder("d", 26)
    found = trend(folder)
    assert found.points[1].change.outcome == "not distinguishable"
    assert found.points[1].change.lift.p == pytest.approx(4 * 2 / 2**6)


def test_runs_by_unlike_rules_are_not_compared_and_say_why(folder):
    folder("a", 20)
    folder("b", 60, dataset(60, version="2.0", sha256="1" * 64))
    folder("c", 60, dataset(60, version="2.0", sha256="1" * 64), scorer="strict")
    changes = [point.change for point in trend(folder).points]
    assert [str(change) for change in changes[1:]] == [
        "not comparable: another dataset",
        "not comparable: another scorer",
    ]


def test_only_questions_in_common_are_compared(folder):
    folder("a", 30, only=("q1*",))
    folder("b", 15)
    found = trend(folder)
    assert [point.n for point in found.points] == [11, 60]
    assert found.points[1].change.lift.n == 11
    folder("c", 15, only=("q3*",))
    folder("d", 15, only=("q5*",))
    assert str(trend(folder).points[3].change) == "not comparable: no question in common"


def test_repetitions_of_a_question_are_one_question(folder):
    folder("a", 20, repeat=3)
    folder("b", 23, repeat=3)
    found = trend(folder)
    assert found.points[1].n == 180
    assert found.points[1].change.lift.n == 60
    assert found.points[1].change.lift.p == pytest.approx(2 / 2**3)


def test_runs_that_cannot_be_read_or_were_cut_off_are_left_out(folder):
    folder("a", 20)
    folder("b", 20)
    (folder.path / "b" / "results.jsonl").write_text("no JSON\n")
    header = json.loads((folder.path / "a" / "run.json").read_text())
    (folder.path / "c").mkdir()
    (folder.path / "c" / "run.json").write_text(json.dumps({**header, "state": "interrupted"}))
    found = trend(folder)
    assert [point.run for point in found.points] == ["a", "b"]
    assert str(found.points[1].change) == "not comparable: no question in common"


def test_only_the_latest_runs_are_read(folder):
    for name in "abcd":
        folder(name, 20)
    (found,) = [one for one in trends.of(folder.path, most=2) if one.answerer == "bot"]
    assert [point.run for point in found.points] == ["c", "d"]


def test_list_runs_says_the_history_and_no_change_that_is_noise(tmp_path):
    for answers in ("a", "b"):
        rows = [{"id": f"q{i}", "answer": "yes" if i < (10 if answers == "a" else 11) else "no"} for i in range(20)]
        (tmp_path / "answers.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        questions = [{"id": f"q{i}", "question": "Is it?", "answers": ["yes"]} for i in range(20)]
        (tmp_path / "questions.jsonl").write_text("".join(json.dumps(row) + "\n" for row in questions))
        run("run", "questions.jsonl", "-a", "replay:answers.jsonl", "--report", "json", cwd=tmp_path)
    said = run("list", "runs", cwd=tmp_path).stdout
    assert "questions · replay:answers.jsonl" in said
    assert "50.0 % [29.9–70.1] n=20" in said
    assert "+5.0 [" in said
    assert "points: not distinguishable" in said
    (found,) = data("list", "runs", cwd=tmp_path)["trends"]
    assert found["runs"][1]["change"]["outcome"] == "not distinguishable"
    assert found["runs"][1]["change"]["n"] == 20


def test_where_documents_share_the_questions_a_change_and_an_interval_are_taken_by_document(folder):
    shared = dataset(60, documents=12)
    for name, right in (("a", 20), ("b", 40)):
        folder(name, right, questions=shared)
    found = trend(folder)
    assert found.points[1].change.lift.documents == 12
    header = journal.read_header(folder.path / "b")["summary"]["answerers"][0]["overall"]
    assert list(found.points[1].interval) == header["accuracy_interval"]
