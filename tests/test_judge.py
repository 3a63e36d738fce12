"""A judge: asked about phrases only and always in the same way; held against the rules and people; when it fails, so does the answer."""

import json
from dataclasses import replace

import pytest
from commandline import data, run
from hypothesis import given
from hypothesis import strategies as st
from plain import Plain, dataset

from qa_eval import journal
from qa_eval.agreement.labelled import REVIEWS
from qa_eval.analysis import analyse
from qa_eval.analysis.judging import reviewed
from qa_eval.commands import _lines
from qa_eval.engine import Run, Settings, plan, rescore, run_questions
from qa_eval.engine.referee import read_verdict
from qa_eval.errors import UsageError
from qa_eval.versus import Side, contrasts

QUESTIONS = dataset(10)  # q1, q3, q5 and q7 are phrases; q4 and q9 cannot be answered
PHRASES = ["q1", "q3", "q5", "q7"]
JUDGE = """
import json
def answer(question, document, id):
    with open({log!r}, "a") as log:
        log.write(json.dumps([question, json.loads(document), id]) + "\\n")
    {body}
"""


@pytest.fixture
def judged(tmp_path):
    """Run somebody who says "3" to everything under a judge with this body; return the run and what the judge was asked."""

    def made(body, said="3", settings=None, place=None):
        log = tmp_path / "log"
        (tmp_path / "judge.py").write_text(JUDGE.format(log=str(log), body=body))
        (tmp_path / "mine.py").write_text(f"def answer(question, document): return {said!r}\n")
        settings = replace(settings or Settings(concurrency=1), judge=f"{tmp_path / 'judge.py'}:answer")
        finished = run_questions(QUESTIONS, [f"{tmp_path / 'mine.py'}:answer"], Plain(), settings, place)
        asked = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
        return finished, asked

    return made


def scores(finished):
    return {result.question_id: result.score for result in finished.results}


def test_nobody_judges_unless_asked_to():
    made = plan(QUESTIONS, ["oracle"], Plain())
    assert made.referee is None
    assert "judge" not in dict(made.signature.entries)


def test_a_judge_is_asked_about_phrases_and_the_same_way_each_time(judged):
    finished, asked = judged('return \'{"verdict": "correct", "reason": "as I say"}\'')
    assert sorted(name for *_, name in asked) == PHRASES
    assert len({question for question, *_ in asked}) == 1
    (case,) = [case for _, case, name in asked if name == "q1"]
    assert list(case.items()) == [("question", "What is 1?"), ("accepted", ["1"]), ("answer", "3")]
    assert finished.summary[0].overall.correct == 4


def test_its_verdict_counts_and_that_of_the_rules_stands_beside_it(judged):
    finished, _ = judged('return "incorrect" if id == "q3" else "Correct."')
    found = scores(finished)
    assert (found["q1"].verdict, found["q1"].reason, found["q1"].other.verdict) == ("correct", "judged", "incorrect")
    assert (found["q3"].verdict, found["q3"].reason, found["q3"].other.verdict) == ("incorrect", "judged", "correct")
    assert found["q3"].other.reason == "exact"
    assert (found["q0"].reason, found["q0"].other) == ("wrong_words", None)


def test_nothing_said_is_not_judged(judged):
    finished, asked = judged('return "correct"', said=" ")
    assert asked == []
    assert finished.summary[0].overall.failed == 0


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("raise ValueError('no idea')", "exception: ValueError: no idea"),
        ("return 'perhaps'", "it says neither correct nor incorrect but 'perhaps'"),
        ('return \'{"verdict": "maybe"}\'', "it says neither correct nor incorrect"),
        ("return None", "garbage"),
        ("return ''", "it says neither correct nor incorrect but ''"),
    ],
)
def test_a_judge_that_fails_makes_the_answer_failed_and_never_incorrect(judged, body, message):
    finished, _ = judged(body, settings=Settings(retries=0, concurrency=1))
    for name in PHRASES:
        score = scores(finished)[name]
        assert (score.verdict, score.reason) == ("failed", "judge_failed")
        assert message in score.message
    assert finished.summary[0].overall.failed == 4
    (row,) = finished.analysis.to_json()["judge"]["rows"]
    assert row["failed"] == PHRASES
    assert row["rules"]["n"] == 0
    (said,) = _lines.failures(finished.summary, finished.results)
    assert said.startswith(f"  {finished.answerers[0]} failed, 4 of 4 times by judge_failed: ")
    assert message in said
    (figures,) = [line.split() for line in finished.analysis.lines() if line.split()[1:2] == ["4"]]
    assert figures[2:4] == ["–", "–"]  # agreement and kappa: of none


def test_a_resumed_run_asks_a_judge_that_failed_again(judged, tmp_path):
    body = "import pathlib; return 'correct' if pathlib.Path(__file__).with_name('well').exists() else 1 / 0"
    folder = tmp_path / "run"
    before, asked = judged(body, place=journal.Place(folder, exact=True))
    assert before.summary[0].overall.failed == len(asked) == 4
    (tmp_path / "well").touch()
    after, asked = judged(body, place=journal.Place(folder, exact=True, resume=True))
    assert (after.summary[0].overall.failed, after.summary[0].overall.correct) == (0, 4)
    assert len(asked) == 8
    assert Run.load(folder).summary[0].overall == after.summary[0].overall


def test_agreement_with_the_rules_is_reported_and_disagreements_are_listed(judged):
    finished, _ = judged('return "incorrect" if id in ("q3", "q5") else "correct"')
    (row,) = finished.analysis.to_json()["judge"]["rows"]
    # the rules take only q3 for right, the judge q1 and q7
    assert row["rules"]["only_judge_correct"] == ["q1", "q7"]
    assert row["rules"]["only_judge_incorrect"] == ["q3"]
    assert row["rules"]["agreement"] == 0.25
    assert row["rules"]["interval"][0] < 0.25 < row["rules"]["interval"][1]
    assert row["rules"]["kappa"] == pytest.approx((0.25 - (2 / 4 * 1 / 4 + 2 / 4 * 3 / 4)) / (1 - 0.5))
    text = "\n".join(finished.analysis.lines())
    assert "correct by the judge, incorrect by the rules" in text
    assert "q1, q7" in text


def test_agreement_with_reviews_counts_the_last_review_of_each_answer(judged, tmp_path):
    folder = tmp_path / "run"
    finished, _ = judged(
        'return "incorrect" if id in ("q3", "q5") else "correct"', place=journal.Place(folder, exact=True)
    )
    name = finished.answerers[0]
    reviews = [("q1", "incorrect"), ("q1", "correct"), ("q3", "correct"), ("q0", "correct"), ("q5", "strange")]
    lines = [json.dumps({"id": one, "answerer": name, "repeat": 0, "verdict": verdict}) for one, verdict in reviews]
    (folder / REVIEWS).write_text("\n".join([*lines, "no JSON", "[]"]))
    assert reviewed(folder) == {(name, "q1", 0): True, (name, "q3", 0): True, (name, "q0", 0): True}
    (row,) = Run.load(folder).analysis.to_json()["judge"]["rows"]
    assert (row["people"]["n"], row["people"]["agreement"]) == (2, 0.5)
    assert row["people"]["only_judge_incorrect"] == ["q3"]


def test_a_judge_belongs_to_the_signature_and_runs_with_and_without_are_not_compared(judged):
    with_judge, _ = judged('return "correct"')
    without = run_questions(QUESTIONS, with_judge.answerers, Plain())
    sides = [
        Side(str(i), one.dataset, one.results, one.answerers, one.signature)
        for i, one in enumerate((without, with_judge))
    ]
    with pytest.raises(UsageError, match=r"judge: \(none\) against .*judge.py:answer"):
        contrasts(sides)
    assert contrasts(sides, anyway=True)[0].overall.counts.fixed == 3


def test_rescoring_takes_the_rules_verdicts_and_asks_nobody(judged):
    finished, asked = judged('return "correct"')
    again = rescore(finished, Plain())
    assert again.summary[0].overall.correct == 1
    assert "judge" not in dict(again.signature.entries)
    assert again.settings.judge == ""
    assert len(asked) == 4


def test_the_cache_keeps_verdicts_too(judged, tmp_path):
    settings = Settings(cache=str(tmp_path / "cache"))
    first, asked = judged('return "correct"', settings=settings)
    second, asked_again = judged('return "correct"', settings=settings)
    assert len(asked) == len(asked_again) == 4
    assert scores(first) == scores(second)


@given(st.text())
def test_a_text_that_has_no_verdict_is_an_error_that_shows_it(text):
    with pytest.raises(ValueError, match="neither correct nor incorrect") as error:
        read_verdict(f"no {text}")
    assert len(str(error.value)) < 1500


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("correct", (True, "")),
        (" INCORRECT.\n", (False, "")),
        ('{"verdict": "correct"}', (True, "")),
        ('Here: {"verdict": "Incorrect", "reason": "a {b} c"} Bye', (False, "a {b} c")),
        ('```json\n{"reason": "x", "verdict": "correct"}\n```', (True, "x")),
    ],
)
def test_a_verdict_is_a_word_or_an_object_with_one(text, read):
    assert read_verdict(text) == read


def test_results_without_a_judge_have_no_section_for_one():
    assert "judge" not in analyse(QUESTIONS, run_questions(QUESTIONS, ["oracle"], Plain()).results).to_json()


def test_the_command_line_takes_a_judge_and_gates_on_it(tmp_path):
    (tmp_path / "judge.py").write_text(
        "def answer(question, document): return 'correct' if 'a' in document else 'no'\n"
    )
    arguments = ("run", "north-korea-russia", "-a", "lexical", "--judge", "./judge.py:answer", "--report", "md")
    row = data(*arguments, "--gate", "judge_failed<=0", "--gate", "judge_agreement>=0", cwd=tmp_path)["runs"][0]
    assert [gate["passed"] for gate in row["gates"]] == [True, True]
    assert "Phrases by the judge" in (tmp_path / row["folder"] / "report.md").read_text()
    assert "there is no answerer 'lexica'" in run("run", "--judge", "lexica", cwd=tmp_path, code=2).stderr
