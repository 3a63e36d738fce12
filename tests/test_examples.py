"""The answerers in examples/ are short, run as their first lines say, and answer some of both documents' questions."""

import subprocess
import sys

import commandline
import pytest

EXAMPLES = commandline.ROOT / "examples"
SPECS = {
    "retrieval_rules.py": "./examples/retrieval_rules.py:answer",
    "shell_program.sh": "command:sh examples/shell_program.sh",
    "batched_model.py": "./examples/batched_model.py:NearestSentence",
    "agent.py": "./examples/agent.py:Agent?steps=3",
}


def overall(spec, folder):
    """The overall figures of an answerer by dataset; nothing of it may have failed."""
    runs = commandline.data("run", "-a", spec, "--output", folder, cwd=commandline.ROOT)["runs"]
    figures = [run["summary"]["answerers"][0]["overall"] for run in runs]
    assert len(figures) >= 2
    assert [each["failed"] for each in figures] == [0] * len(figures)
    assert [each["correct"] > 0 for each in figures] == [True] * len(figures)
    return figures


@pytest.mark.parametrize("name", SPECS)
def test_an_example_answers_questions_of_every_document(name, tmp_path):
    overall(SPECS[name], tmp_path)


@pytest.mark.parametrize("name", SPECS)
def test_an_example_says_how_it_is_run(name):
    spec = SPECS[name]
    assert any(f"qa-eval run -a {quoted}" in (EXAMPLES / name).read_text() for quoted in (spec, f'"{spec}"'))


def test_the_web_application_answers(tmp_path):
    with subprocess.Popen([sys.executable, EXAMPLES / "http_app.py"], stdout=subprocess.PIPE, text=True) as application:
        address = application.stdout.readline().strip()
        try:
            overall(address, tmp_path)
        finally:
            application.terminate()


@pytest.mark.parametrize("path", sorted([*EXAMPLES.glob("*.py"), *EXAMPLES.glob("*.sh")]), ids=lambda path: path.name)
def test_an_example_is_under_forty_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) < 40


def test_the_agent_leaves_its_trace_in_the_run(tmp_path):
    commandline.run("run", "speed-of-light", "-a", SPECS["agent.py"], "--output", tmp_path, cwd=commandline.ROOT)
    assert "search " in next(tmp_path.glob("*/results.jsonl")).read_text(encoding="utf-8")
