"""Streams that are closed or full: a plain error that names stdout; what goes to stderr is no reason to end a run."""

import subprocess
import sys
from pathlib import Path

import commandline
import pytest

from qa_eval import runs

PLAIN = '{"id": "a", "question": "How long is it?", "answers": ["5 m"]}\n'
SAID = '{"id": "a", "answer": "5 m"}\n'
RUN = "run plain.jsonl -a oracle"
RESULTS = [
    RUN,
    "score plain.jsonl said.jsonl --jsonl",
    "check plain.jsonl",
    "list answerers",
    "doctor",
    "run --help",
    "--help",
]
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plain.jsonl").write_text(PLAIN)
    (tmp_path / "said.jsonl").write_text(SAID)
    return tmp_path


def shell(line, folder):
    """Run a line in a shell, in which ``ask`` is the command line."""
    program = f'ask() {{ "{sys.executable}" -m qa_eval "$@"; }}\n'
    environment = commandline.environment(PYTHONPATH=str(commandline.ROOT))
    return subprocess.run(
        ["/bin/sh", "-c", program + line],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("verb", RESULTS)
def test_results_that_nobody_can_get_are_an_error_that_names_stdout(folder, verb):
    done = shell(f"ask {verb} >&-", folder)
    assert done.stderr.startswith("error: cannot write to stdout: it is closed")
    assert "hint: " in done.stderr
    assert done.returncode == 2


@FULL
@pytest.mark.parametrize("verb", RESULTS)
def test_a_full_stdout_is_an_error_of_the_users_own(folder, verb):
    done = shell(f"ask {verb} >/dev/full", folder)
    assert "error: cannot write to stdout: No space left on device\nhint: " in done.stderr
    assert "internal error" not in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize("streams", ["", "2>&1"])
@pytest.mark.parametrize(
    "verb", [RUN, "list answerers", "run --help", "--help", "score plain.jsonl said.jsonl --jsonl"]
)
def test_a_reader_that_is_gone_is_no_error(folder, verb, streams):
    done = shell(f"{{ sleep 0.1; ask {verb} {streams}; echo $? >code; }} | true", folder)
    assert (folder / "code").read_text() == "0\n"
    assert "error" not in done.stderr


@pytest.mark.parametrize("away", ["2>&-", pytest.param("2>/dev/full", marks=FULL), "2>&- <&-"])
@pytest.mark.parametrize("verb", [RUN, "score plain.jsonl said.jsonl"])
def test_what_stderr_cannot_show_ends_nothing(folder, verb, away):
    done = shell(f"ask {verb} {away}", folder)
    assert "1 correct" in done.stdout
    assert done.returncode == 0
    for run in runs.folders(folder / "reports"):
        assert (run / "results.jsonl").read_text().count("\n") >= 1


@pytest.mark.parametrize("away", ["2>&-", pytest.param("2>/dev/full", marks=FULL), ">&- 2>&-"])
def test_an_error_that_cannot_be_told_keeps_its_code(folder, away):
    done = shell(f"ask run nothing.yaml {away}", folder)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 2)


def test_a_folder_that_was_removed_is_named(folder):
    done = shell("mkdir gone; cd gone; rmdir ../gone; ask list runs", folder)
    assert done.stderr.startswith("error: the current folder cannot be entered: ")
    assert done.returncode == 2
