"""Datasets are data, paths stay inside, keys do not surface, sizes are bounded: what SECURITY.md says."""

import subprocess
import sys

import commandline
import pytest

from qa_eval import dataset
from qa_eval.errors import DatasetError
from qa_eval.predictions import load_predictions
from qa_eval.redaction import Keys

KEY = "sk-hidden-0123456789"
QUESTION = "questions:\n  - {id: a, question: What?, type: entity, answer: x}\n"


def problems(path):
    with pytest.raises(DatasetError) as caught:
        dataset.load(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("way", "says"),
    [
        ("../../secret.txt", "lies outside"),
        ("../seeds/../../secret.txt", "lies outside"),
        ("/etc/hostname", "has to be relative"),
        ("link.txt", "lies outside"),
        ("folder/secret.txt", "lies outside"),
    ],
)
def test_a_document_cannot_lead_out_of_its_folder(tmp_path, way, says):
    home = tmp_path / "project" / "questions"
    home.mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret")
    (home / "link.txt").symlink_to(tmp_path / "secret.txt")
    (home / "folder").symlink_to(tmp_path)
    (home / "q.yaml").write_text(f"document: {{path: {way}}}\n{QUESTION}")
    said = problems(home / "q.yaml")
    assert says in said
    assert "secret\n" not in said


@pytest.mark.parametrize(
    "text",
    [
        "questions: !!python/object/apply:os.system ['touch pwned']\n",
        "questions: !<tag:yaml.org,2002:python/name:os.system>\n",
        "a: &a [x]\nquestions: [*a, *a]\n",
        "name: '{{ 7 * 7 }}'\nquestions: [{id: a, question: '{{ config }}', type: entity, answer: '${HOME}'}]\n",
    ],
)
def test_nothing_in_a_questions_file_is_run(tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "q.yaml").write_text(text)
    try:
        made = dataset.load(tmp_path / "q.yaml")
    except DatasetError:
        made = None
    assert not (tmp_path / "pwned").exists()
    if made is not None:
        assert (made.name, made.questions[0].text, made.questions[0].answer.text) == (
            "{{ 7 * 7 }}",
            "{{ config }}",
            "${HOME}",
        )


def test_files_that_are_too_large_are_refused_with_their_size_and_the_way_out(tmp_path, monkeypatch):
    monkeypatch.setattr("qa_eval.dataset.textfiles.LARGEST", 50)
    path = tmp_path / "q.jsonl"
    path.write_text('{"id": "a", "question": "What?", "answers": ["' + 50 * "x" + '"]}\n')
    assert "the file has 100 bytes, more than 50\nhint: split it, or save it as Parquet" in problems(path)
    with pytest.raises(DatasetError, match="the file has 100 bytes, more than 50"):
        load_predictions(path)


def test_a_document_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("qa_eval.dataset.documents.LARGEST", 50)
    (tmp_path / "long.txt").write_text(51 * "x")
    (tmp_path / "q.yaml").write_text(f"document: {{path: long.txt}}\n{QUESTION}")
    assert "the document has 51 bytes, more than 50" in problems(tmp_path / "q.yaml")


def test_a_key_of_bytes_that_are_no_text_is_hidden_too(monkeypatch):
    monkeypatch.setenv("MY_API_KEY", f" {KEY}\udcff\n")
    keys = Keys()
    keys.hide_all()
    assert keys.redact(f"sent {KEY}\udcff.") == "sent [redacted]."
    assert keys.redact_bytes(b"sent " + KEY.encode() + b"\xff.") == b"sent [redacted]."


CODE = """
import sys, click
from qa_eval import cli

@cli.app.command("break")
@click.option("--debug", is_flag=True)
def broken(debug):
    raise RuntimeError("sent Authorization: Bearer {key} to nobody")

sys.exit(cli.run(["break", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("flags", [[], ["--debug"]])
def test_a_key_of_the_environment_is_in_no_error_and_no_traceback(tmp_path, flags):
    code = CODE.replace(
        "sys.exit(cli.run(", "cli.Verbs.get_command = lambda self, ctx, name: broken\nsys.exit(cli.run("
    )
    done = subprocess.run(
        [sys.executable, "-c", code.format(key=KEY), *flags],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=commandline.environment(MY_API_KEY=KEY),
    )
    assert done.returncode == 4, done.stderr
    assert KEY not in done.stdout + done.stderr
    assert "Bearer [redacted]" in done.stderr
    assert ("Traceback" in done.stderr) is bool(flags)
