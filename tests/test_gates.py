"""Gates: how they are written, what they are held against, and what a missed one says and does."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from commandline import data, environment, run
from junitparser import JUnitXml
from plain import Plain, dataset, number

from qa_eval.engine import Settings, run_questions
from qa_eval.errors import UsageError
from qa_eval.gates import Gates, parse
from qa_eval.versus import Side

QUESTIONS = dataset(20)


def mostly(question, document):
    """Right on 14 of 20: wrong on 0 and 1, fails on 2, abstains on the unanswerable ones but 19, and on 5."""
    asked = int(number(question))
    if asked == 2:
        raise ValueError("no idea")
    if asked in {0, 1, 19}:
        return "wrong"
    return "" if asked % 5 == 4 or asked == 5 else str(asked)


def side(answerer, name="run"):
    made = run_questions(QUESTIONS, [answerer], Plain())
    return Side(name, made.dataset, made.results, made.answerers, made.signature), made.summary


def judged(*texts, against=None):
    """The outcomes of gates on ``mostly``."""
    here, summaries = side(mostly)
    gates = Gates(texts, lambda name: side(against)[0])
    gates.check(QUESTIONS, ["mostly"])
    return gates.judge(here, summaries)


@pytest.mark.parametrize(
    ("gate", "passed", "value"),
    [
        ("accuracy>=0.75", True, 0.75),
        ("accuracy >= 75%", True, 0.75),
        ("accuracy>0.75", False, 0.75),
        ("accuracy.low>=0.5", True, 0.531),
        ("accuracy.low>=0.7", False, 0.531),
        ("accuracy.high<90%", True, 0.888),
        ("accuracy_attempted>=0.8", True, 15 / 18),
        ("failed<=0", False, 1),
        ("failed<=1", True, 1),
        ("failed<=5%", True, 0.05),
        ("abstained==1", True, 1),
        ("abstained.high<=5", True, 4.722),
        ("n==20", True, 20),
        ("f1>=0.5", True, 0.75),
        ("exact_match>=0.5", True, 0.75),
        ("tag:odd.accuracy>=0.9", False, 0.7),
        ("type:unanswerable.accuracy>=0.5", True, 0.75),
        ("unanswerable.incorrect<=0", False, 1),
        ("difficulty:easy.accuracy<=0.1", True, 0.0),
        ("p95<60", True, None),
        ("prompt_tokens==0", True, 0),
        ("accuracy>=0.7 for mostly", True, 0.75),
    ],
)
def test_a_gate_is_held_or_missed(gate, passed, value):
    (outcome,) = judged(gate)
    assert outcome.passed is passed, outcome
    if value is not None:
        assert outcome.value == pytest.approx(value, abs=0.001)


def right(question, document):
    return "" if int(number(question)) % 5 == 4 else number(question)


right.__name__ = "mostly"


@pytest.mark.parametrize(
    ("gate", "passed"),
    [
        ("regressions<=0 vs old", False),
        ("regressions<=5 vs old", True),
        ("regressions<=30% vs old", True),
        ("fixed==0 vs old", True),
        ("difference>=-30% vs old", True),
        ("difference.low>=-0.3 vs old", False),
        ("p<0.1 vs old", True),
        ("tag:even.regressions<=2 vs old", True),
        ("regressions<=5 vs old for mostly", True),
    ],
)
def test_a_gate_looks_at_what_changed_against_another_run(gate, passed):
    (outcome,) = judged(gate, against=right)
    assert outcome.passed is passed, outcome


def test_a_missed_gate_on_regressions_names_them():
    (outcome,) = judged("regressions<=0 vs old", against=right)
    assert outcome.reason == "it is 5: q0, q1, q2, q5, q19"


@pytest.mark.parametrize(
    ("gate", "message", "hint"),
    [
        ("accuracy", "is no gate", "accuracy>=0.9"),
        ("accuracy=0.9", "one '='", "=="),
        ("accuracy>=ninety", "'ninety'", "FIGURE OPERATOR NUMBER"),
        ("acuracy>=0.9", "no figure 'acuracy'", 'did you mean "accuracy"?'),
        ("tag:od.accuracy>=0.9", "no figure 'tag:od.accuracy'", 'did you mean "tag:odd.accuracy"?'),
        ("accuracy>=90", "within 0..1", "90%"),
        ("regressions<=0", "against which run", "vs RUN"),
        ("tag:odd.regressions<=0", "against which run", "vs RUN"),
        ("accuracy>=0.9 for mostli", "names no answerer", 'did you mean "mostly"?'),
        ("accuracy>=0.5 vs old", "no figure 'accuracy'", "regressions"),
    ],
)
def test_a_slip_in_a_gate_is_told_before_anybody_is_asked(gate, message, hint):
    with pytest.raises(UsageError) as caught:
        judged(gate, against=right)
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("gate", "answerers", "settings", "needs"),
    [
        ("lift:closed-book>0", ["me"], Settings(), "--controls"),
        ("lift:closed-book>0", ["me", "me @closed-book"], Settings(), None),
        ("lift:constant>0", ["me", "me @closed-book"], Settings(), "--controls"),
        ("lift:constant>0", ["me", "fixed:x @baseline"], Settings(), None),
        ("known_without_document<=3", ["me @shuffled-paragraphs"], None, "--controls"),
        ("known_without_document<=3", ["me @other-document"], None, None),
        ("drop:distractor<0.1", ["me", "me @closed-book"], Settings(), "--robustness"),
        ("drop:distractor<0.1", ["me @distractor"], Settings(), None),
        ("consistency>0.5", ["me", "me @distractor"], Settings(), "--robustness and questions with paraphrases"),
        ("consistency>0.5", ["me", "me @wording-2"], Settings(), None),
        ("flaky<=0", ["me"], Settings(), "--repeat"),
        ("flaky<=0", ["me"], Settings(repeat=2), None),
        ("judge_agreement>0.8", ["me"], Settings(), "--judge"),
        ("judge_agreement>0.8", ["me"], Settings(judge="lexical"), None),
        ("brier<0.2", ["me"], Settings(), None),
    ],
)
def test_a_gate_that_would_have_nothing_to_measure_names_the_flag_that_it_needs(gate, answerers, settings, needs):
    gates = Gates([gate], lambda name: None)
    if needs is None:
        gates.check(QUESTIONS, answerers, settings)
        return
    with pytest.raises(UsageError, match="would have nothing to measure") as caught:
        gates.check(QUESTIONS, answerers, settings)
    assert caught.value.hint.endswith(f" needs {needs}")


def test_what_was_not_measured_does_not_pass():
    made = run_questions(QUESTIONS, [lambda question, document: 1 / 0], Plain())
    here = Side("run", made.dataset, made.results, made.answerers, made.signature)
    (outcome,) = Gates(["p95<60"], lambda name: here).judge(here, made.summary)
    assert (outcome.passed, outcome.reason) == (False, "there is nothing to measure")


def test_a_gate_is_read_back_from_its_parts():
    assert parse("type:yes_no.accuracy.high <= 12.5 %").number == 0.125


# the verbs

SMALL = """\
schema: 1
name: small
version: 1.0.0
document: {text: "The bridge opened on 4 May 1911. It is 155 metres long.", title: Bridge}
questions:
  - {id: length, question: "How long is it?", type: quantity, answer: "155 m", tags: [size]}
  - {id: opening, question: "When did it open?", type: date, answer: "4 May 1911", tags: [dates]}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "small.yaml").write_text(SMALL)
    (tmp_path / "answers.json").write_text('{"length": "155 m", "opening": "5 May 1911"}')
    return tmp_path


def test_a_run_says_each_gate_and_exits_with_1_when_one_is_missed(folder):
    gates = ["--gate", "accuracy>=0.9", "--gate", "failed<=0"]
    run("run", "small.yaml", "-a", "oracle", *gates, cwd=folder)
    done = run("run", "small.yaml", "-a", "fixed:155 m", *gates, cwd=folder, code=1)
    assert "GATE MISSED: accuracy>=0.9 (fixed:155 m): it is 50.0 %" in done.stdout
    assert "gate held: failed<=0 (fixed:155 m): it is 0" in done.stdout
    newest = max((folder / "reports").glob("*/"), key=lambda path: path.stat().st_mtime)
    suite = next(suite for suite in JUnitXml.fromfile(str(newest / "junit.xml")) if suite.name == "small: gates")
    assert (suite.tests, suite.failures) == (2, 1)
    assert "| `accuracy>=0.9` | fixed:155 m | **missed** | it is 50.0 % |" in (newest / "report.md").read_text()


def test_a_gate_against_a_stored_run_is_judged(folder):
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    found = data("run", "small.yaml", "-a", "fixed:155 m", "--gate", "regressions<=0 vs latest", cwd=folder, code=1)
    (gate,) = found["runs"][0]["gates"]
    assert (gate["passed"], gate["value"], gate["answerer"]) == (False, 1, "fixed:155 m against oracle")


def test_a_time_with_a_unit_in_a_gate_is_told_its_unit():
    with pytest.raises(UsageError) as raised:
        parse("p95<200ms")
    assert "times are in seconds" in raised.value.hint


def test_the_latest_run_is_one_of_the_same_data_set_and_best_of_the_same_answerer(folder):
    small, questions = folder / "small.yaml", [{"id": "who", "question": "Who paid?", "answers": ["Ada"]}]
    (folder / "other.jsonl").write_text("\n".join(map(json.dumps, questions)))
    run("run", small, "-a", "oracle", cwd=folder)
    run("run", small, "-a", "fixed:155 m", cwd=folder)
    run("run", "other.jsonl", "-a", "oracle", cwd=folder)
    gate = ("--gate", "regressions<=0 vs latest")
    both = data("run", small, "other.jsonl", "-a", "oracle", *gate, cwd=folder)["runs"]
    assert [one["gates"][0]["answerer"] for one in both] == ["oracle", "oracle"]
    first = data("run", small, "-a", "abstain", *gate, cwd=folder, code=1)["runs"][0]["gates"]
    assert [one["answerer"] for one in first] == ["abstain against oracle"]  # nobody like it: the data set's latest run
    (folder / "third.jsonl").write_text("\n".join(map(json.dumps, questions)))
    said = run("run", "third.jsonl", "-a", "oracle", *gate, cwd=folder, code=2).stderr
    assert "there is no earlier run of third in reports" in said
    assert "run once without this gate" in said


def test_the_latest_run_is_one_that_was_answered_by_the_same_rules(folder):
    gate = ("--gate", "regressions<=0 vs latest")
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    good = (folder / "small.yaml").read_text()
    (folder / "down.py").write_text("def answer(question, document):\n    raise ConnectionError('down')\n")
    run("run", "small.yaml", "-a", "./down.py:answer", cwd=folder, code=3)
    run("run", "small.yaml", "-a", "oracle", "--scorer", "lenient", cwd=folder)
    held = data("run", "small.yaml", "-a", "oracle", *gate, cwd=folder)["runs"][0]["gates"]
    assert [(one["answerer"], one["value"]) for one in held] == [("oracle", 0)]
    broken = data("run", "small.yaml", "-a", "./down.py:answer", *gate, cwd=folder, code=1)["runs"][0]["gates"]
    assert broken[0]["reason"].startswith("the other run had no answer to any of")
    (folder / "small.yaml").write_text(good.replace("155", "156"))
    before = len([*(folder / "reports").glob("*/")])
    said = run("run", "small.yaml", "-a", "oracle", *gate, cwd=folder, code=2).stderr
    assert "not alike" in said
    assert "or run once without this gate" in said
    assert len([*(folder / "reports").glob("*/")]) == before, "refused before anybody is asked"


def test_a_gate_against_a_run_is_missed_where_questions_of_that_run_have_no_answer(folder):
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    run("run", "small.yaml", "-a", "oracle", "--limit", "1", "--output", "part", cwd=folder)
    whole, part = (next((folder / name).glob("small-*")) for name in ("reports", "part"))
    for gate in (
        "regressions<=0",
        "regressions<=0%",
        "fixed<=0",
        "difference>=0",
        "type:quantity.regressions<=0",
        "p<=1",
    ):
        lacking = "1 of the other run's questions has no answer in this one" if ":" not in gate else "it is 0"
        done = run("compare", whole, part, "--gate", gate, cwd=folder, code=int(":" not in gate)).stdout
        assert lacking in done
    run("compare", whole, part, "--gate", "n>=1", cwd=folder)
    run("compare", part, whole, "--gate", "regressions<=0", cwd=folder)  # more questions are no harm
    missed = run(
        "run", "small.yaml", "-a", "oracle", "--limit", "1", "--gate", f"regressions<=0 vs {whole}", cwd=folder, code=1
    )
    assert "GATE MISSED" in missed.stdout
    assert "1 of the other run's questions has no answer in this one" in missed.stdout
    run(
        "run",
        "small.yaml",
        "-a",
        "oracle",
        "--tag",
        "size",
        "--gate",
        f"tag:size.regressions<=0 vs {whole}",
        cwd=folder,
    )
    assert data("compare", whole, part, cwd=folder)["comparisons"][0]["missing"] == 1


def test_a_gate_on_a_time_says_its_unit(folder):
    said = run("run", "small.yaml", "-a", "oracle", "--gate", "p95<60", "--gate", "seconds<60", cwd=folder).stdout
    assert len(re.findall(r"it is \S+ s$", said, re.MULTILINE)) == 2


def test_score_and_rescore_take_gates(folder):
    run("score", "small.yaml", "answers.json", "--gate", "accuracy>=0.5", cwd=folder)
    run("score", "small.yaml", "answers.json", "--gate", "accuracy>0.5", cwd=folder, code=1)
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    run("rescore", "latest", "--gate", "accuracy>=1", cwd=folder)
    run("rescore", "latest", "--gate", "accuracy<1", cwd=folder, code=1)


def test_a_wrong_gate_stops_before_anything_is_asked(folder):
    done = run("run", "small.yaml", "-a", "oracle", "--gate", "tag:sise.accuracy>=0.5", cwd=folder, code=2)
    assert 'did you mean "tag:size.accuracy"?' in done.stderr
    assert not (folder / "reports").exists()


def test_a_run_without_the_controls_that_a_gate_needs_asks_nobody(folder):
    said = run("run", "small.yaml", "-a", "oracle", "--gate", "lift:closed-book>0", cwd=folder, code=2).stderr
    assert said.endswith("would have nothing to measure\nhint: lift:closed-book needs --controls\n")
    assert not (folder / "reports").exists()


def test_gates_are_kept_in_the_configuration(folder):
    (folder / "qa-eval.toml").write_text('[run]\nanswerer = ["fixed:155 m"]\ngate = ["accuracy>=0.9", "failed<=0"]\n')
    assert "GATE MISSED: accuracy>=0.9" in run("run", "small.yaml", cwd=folder, code=1).stdout


# the example for a build server

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_the_example_for_github_compares_with_the_baseline_and_writes_the_comment(folder):
    workflow = yaml.safe_load((EXAMPLES / "github-actions.yml").read_text(encoding="utf-8"))
    steps = {step.get("name"): step.get("run") for step in workflow["jobs"]["questions"]["steps"]}
    (folder / "qa-eval.toml").write_text((EXAMPLES / "qa-eval.toml").read_text(encoding="utf-8"))
    shell(steps["Ask"], folder)
    shell(steps["Compare"], folder)
    assert "| answerer | accuracy |" in (folder / "comment.md").read_text()
    shell(steps["Keep as the baseline"], folder)
    shell(steps["Ask"], folder)
    shell(steps["Compare"], folder)
    assert "**not distinguishable**" in (folder / "comment.md").read_text()


def shell(command, folder):
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, check=True, env=environment(PATH=path))


def test_a_p_value_is_told_as_one(folder):
    said = [
        outcome.reason for outcome in judged("p<0.05 vs old", "p>=5% vs old", "difference>=0 vs old", against=right)
    ]
    assert said[0] == "it is 0.062"
    assert said[1].endswith(" %")
    assert said[2].endswith(" points")
