"""replay says what a file holds for the question's id, and fails where it holds nothing."""

import hashlib

import pytest

from qa_eval import plugins
from qa_eval.asking import make_answerer
from qa_eval.errors import AnswererError, DatasetError, UsageError
from qa_eval.model import Dataset

FILES = {
    "answers.jsonl": '{"id": "a", "answer": "170 mm"}\n{"id": "b", "answer": ""}\n{"id": "c", "answer": null}\n',
    "answers.json": '{"a": "170 mm", "b": "", "c": null}',
    "answers.csv": 'id,answer\na,170 mm\nb,""\n',
}


def replay(path):
    return plugins.make("answerers", f"replay:{path}")


@pytest.mark.parametrize("name", FILES)
def test_answers_come_from_the_file_by_id(tmp_path, name):
    (tmp_path / name).write_text(FILES[name])
    answerer = replay(tmp_path / name)
    assert [answerer.answer("any words?", "any document", name) for name in "ab"] == ["170 mm", ""]


@pytest.mark.parametrize(
    ("asked", "message"), [("d", r"answers.jsonl holds no answer to 'd'"), ("c", r"answers.jsonl holds null for 'c'")]
)
def test_an_answer_that_is_not_there_is_missing(tmp_path, asked, message):
    (tmp_path / "answers.jsonl").write_text(FILES["answers.jsonl"])
    with pytest.raises(AnswererError, match=message) as caught:
        replay(tmp_path / "answers.jsonl").answer("?", "", asked)
    assert (caught.value.kind, caught.value.retryable) == ("missing", False)


def test_a_file_that_cannot_be_used_is_said_before_the_run(tmp_path):
    with pytest.raises(DatasetError, match=r"answers\.jsonl"):
        replay(tmp_path / "answers.jsonl")
    (tmp_path / "answers.jsonl").write_text('{"id": "a", "answer": "x"}\n{"id": "a", "answer": "y"}\n')
    with pytest.raises(DatasetError, match='the id "a" has two answers'):
        replay(tmp_path / "answers.jsonl")


def test_identity_is_the_digest_of_the_file(tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text(FILES["answers.csv"])
    assert replay(path).identity == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("condition", ["closed-book", "distractor", "wording-2"])
def test_stored_answers_are_not_asked_for_under_a_condition(tmp_path, condition):
    (tmp_path / "stored.jsonl").write_text('{"id": "a", "answer": "x"}')
    spec = f"replay:{tmp_path / 'stored.jsonl'}"
    with pytest.raises(UsageError, match=f"cannot be asked under the condition '{condition}': its answers are stored"):
        make_answerer(f"{spec} @{condition}", Dataset("d", "", (), {}, ""))
