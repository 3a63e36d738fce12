"""The pytest plug-in, by real pytest processes in a folder of its own."""

import re
import subprocess
import sys

import pytest
from commandline import environment
from junitparser import JUnitXml

BRIDGE = """\
schema: 1
name: bridge
version: 1.0.0
document: {text: "The bridge opened on 4 May 1911. It is 155 metres long.", title: The bridge}
questions:
  - {id: length, question: "How long is it?", type: quantity, answer: "155 m", tags: [size], evidence: ["155 metres"]}
  - {id: opening, question: "When did it open?", type: date, answer: "4 May 1911", tags: [dates, first-things]}
  - {id: builder, question: "Who built it?", type: unanswerable, tags: [skip]}
  - {id: width, question: "How wide is it?", type: unanswerable}
"""


@pytest.fixture
def folder(tmp_path):
    questions = tmp_path / "questions"
    questions.mkdir()
    (questions / "bridge.yaml").write_text(BRIDGE)
    (questions / "settings.yaml").write_text("colour: red\n")
    (questions / "package.json").write_text('{"name": "questions"}\n')
    return tmp_path


def pytest_in(folder, *arguments, code=0):
    """Run it without the plug-in of hypothesis, whose import would take most of the time."""
    without = [part for name in ("cacheprovider", "hypothesispytest") for part in ("-p", f"no:{name}")]
    command = [sys.executable, "-m", "pytest", *without, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=120, check=False, env=environment()
    )
    assert done.returncode == code, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_question_files_are_collected_as_tests(folder):
    listed = pytest_in(folder, "questions", "--qa-answerer", "oracle", "--collect-only", "-q").splitlines()
    assert listed[:4] == [f"questions/bridge.yaml::{name}" for name in ("length", "opening", "builder", "width")]
    assert "4 passed" in pytest_in(folder, "questions", "--qa-answerer", "oracle")


@pytest.mark.parametrize(("scorer", "passes"), [([], True), (["--qa-scorer", "strict"], False)])
def test_a_plain_list_is_scored_by_the_policy_of_a_run(folder, scorer, passes):
    (folder / "plain.jsonl").write_text('{"id": "chief", "question": "Who leads it?", "answers": ["Ada Keller"]}\n')
    asked = ["--qa-answerer", "fixed:Keller"]
    shown = pytest_in(folder, "plain.jsonl", *asked, *scorer, code=0 if passes else 1)
    assert ("1 passed" if passes else "1 failed") in shown
    pytest_in(folder, "questions", *asked, "-k", "length", code=1)


def test_a_wrong_answer_says_what_was_expected_what_came_and_why(folder):
    said = pytest_in(folder, "questions", "--qa-answerer", "fixed:155 cm", code=1)
    assert "question  How long is it?\n" in said
    assert "expected  155 m\n" in said
    assert "got       '155 cm'\n" in said
    assert re.search(r"incorrect +scale_error: .*100", said)
    assert "evidence  “155 metres”" in said
    assert re.search(r"FAILED questions/bridge\.yaml::length - incorrect +scale_error: ", said)
    assert "Traceback" not in said


def test_without_an_answerer_nothing_is_collected(folder):
    pytest_in(folder, "questions", code=5)


@pytest.mark.parametrize(
    ("arguments", "chosen"),
    [
        (["-k", "length or width"], {"length", "width"}),
        (["-m", "dates"], {"opening"}),
        (["-m", "first-things"], {"opening"}),
        (["-m", "unanswerable"], {"builder", "width"}),
        (["-m", "qa_skip"], {"builder"}),
        (["questions/bridge.yaml::width"], {"width"}),
    ],
)
def test_tests_are_chosen_by_name_and_by_mark(folder, arguments, chosen):
    place = [] if "::" in arguments[0] else ["questions"]
    said = pytest_in(folder, *place, *arguments, "--qa-answerer", "oracle", "--strict-markers", "-v")
    assert set(re.findall(r"bridge\.yaml::(\w+) PASSED", said)) == chosen


def test_several_answerers_stand_in_the_test_ids(folder):
    said = pytest_in(folder, "questions", "--qa-answerer", "oracle", "--qa-answerer", "abstain", "-v", code=1)
    assert "bridge.yaml::length[oracle] PASSED" in said
    assert "bridge.yaml::length[abstain] FAILED" in said
    assert "abstained abstained: " in said


def test_it_works_with_xdist(folder):
    said = pytest_in(folder, "questions", "--qa-answerer", "fixed:155 m", "-n", "2", "--junitxml", "junit.xml", code=1)
    assert "1 passed" in said
    assert "3 failed" in said
    assert "fixed:155 m on bridge: 25.0 % [" in said
    (suite,) = JUnitXml.fromfile(str(folder / "junit.xml"))
    assert (suite.tests, suite.failures) == (4, 3)


@pytest.mark.parametrize("further", [[], ["-n", "2"]], ids=["alone", "xdist"])
def test_under_a_threshold_the_suite_fails_and_not_each_question(folder, further):
    some = ["questions", "--qa-answerer", "abstain", *further]
    held = pytest_in(folder, *some, "--qa-threshold", "0.5")
    assert "2 passed, 2 xfailed" in held
    assert "abstain on bridge: 50.0 % [" in held
    assert "not below the threshold of 50 %" in held
    missed = pytest_in(folder, *some, "--qa-threshold", "60%", code=1)
    assert "BELOW the threshold of 60 %" in missed


def test_a_broken_question_file_says_all_of_its_problems(folder):
    path = folder / "questions" / "bridge.yaml"
    path.write_text(BRIDGE.replace("type: date", "typ: date").replace('["155 metres"]', '["156 metres"]'))
    said = pytest_in(folder, "questions", "--qa-answerer", "oracle", code=2)
    assert "156 metres" in said
    assert "typ" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--qa-answerer", "orcale"], 'did you mean "oracle"?'),
        (["--qa-answerer", "oracle", "--qa-scorer", "strikt"], 'did you mean "strict"?'),
        (["--qa-answerer", "oracle", "--qa-threshold", "90"], "write 0.9 or 90%"),
    ],
)
def test_a_slip_in_an_option_is_answered_with_the_right_word(folder, arguments, message):
    command = [sys.executable, "-m", "pytest", "questions", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode in {2, 4}
    assert message in done.stdout + done.stderr
    assert "INTERNALERROR" not in done.stdout


def test_an_answerer_that_breaks_fails_the_test_with_its_own_words(folder):
    (folder / "bot.py").write_text("def answer(question, document):\n    raise ValueError('no idea')\n")
    said = pytest_in(folder, "questions", "--qa-answerer", "./bot.py:answer", "-k", "length", code=1)
    assert re.search(r"got +\(exception\) .*no idea", said)
    assert re.search(r"failed +answerer_failed", said)


OWN = """
def test_the_bridge(qa_eval_ask, qa_score):
    said = qa_eval_ask("How long is it?", "It is 155 metres long.")
    assert qa_score(said, ["155 m"]).verdict == "correct"
"""


def test_the_fixtures_serve_tests_of_ones_own(folder):
    (folder / "test_own.py").write_text(OWN)
    assert "1 passed" in pytest_in(folder, "test_own.py", "--qa-answerer", "fixed:155 m")
    assert "1 failed" in pytest_in(folder, "test_own.py", "--qa-answerer", "fixed:156 m", code=1)
    assert "1 skipped" in pytest_in(folder, "test_own.py")


def test_other_projects_load_nothing_of_it(folder):
    (folder / "test_other.py").write_text(
        "import sys\n\n\ndef test_loaded():\n"
        "    loaded = {name for name in sys.modules if name.startswith('qa_eval')}\n"
        "    assert loaded <= {'qa_eval', 'qa_eval.late', 'qa_eval.pytest_plugin'}\n"
    )
    pytest_in(folder, "test_other.py")
