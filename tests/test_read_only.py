"""Every verb that writes says where it cannot, as an error of the user's own and not as a defect."""

import json

import commandline
import pytest
from disks import read_only

from qa_eval.errors import UsageError
from qa_eval.files import made, written

ROWS = [{"id": "a", "question": "How long is it?", "answers": ["5 m"]}]
LABELLED = {"id": "a", "question": "How long is it?", "answers": ["5 m"], "candidate": "6 m", "correct": True}
VERBS = [
    "new dataset abc",
    "new answerer foo",
    "agreement {place}/labelled.jsonl --disagreements d.jsonl",
    "agreement {place}/labelled.jsonl --disagreements sub/d.jsonl",
    "report {place}/run --output z --format csv",
    "report {place}/run --output . --format csv",
    "compare {place}/run {place}/other --format md --output x.md",
    "compare {place}/run {place}/other --format html --output z",
    "export {place}/plain.jsonl --to jsonl",
    "export {place}/run --to csv --output z",
    "import {place}/plain.jsonl",
    "score {place}/plain.jsonl {place}/said.jsonl --report csv",
    "run {place}/plain.jsonl -a oracle",
    "run {place}/plain.jsonl -a oracle --cache",
    "run {place}/plain.jsonl -a oracle --output here",
    "rescore {place}/run --output z",
    "index .",
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("place")
    (folder / "plain.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    (folder / "labelled.jsonl").write_text(json.dumps(LABELLED) + "\n")
    (folder / "said.jsonl").write_text('{"id": "a", "answer": "5 m"}\n')
    for name in ("run", "other"):
        commandline.run("run", "plain.jsonl", "-a", "oracle", "--output", "runs", cwd=folder)
        next((folder / "runs").glob("plain-*")).rename(folder / name)
    return folder


@pytest.fixture
def shut(tmp_path):
    with read_only(tmp_path / "shut") as folder:
        yield folder


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_says_where_it_cannot_write(shut, place, verb):
    done = commandline.run(*verb.format(place=place).split(), cwd=shut, code=2)
    assert "Read-only file system" in done.stderr or "Permission denied" in done.stderr
    assert "\nhint: " in done.stderr
    assert "internal error" not in done.stderr


def test_a_file_and_a_folder_that_cannot_be_written_are_named_with_the_reason(shut):
    for write, shown in [
        (lambda: written(shut / "a.txt", ["a"]), f"cannot write {shut / 'a.txt'}: "),
        (lambda: made(shut / "b"), f"{shut / 'b'} cannot be made: "),
        (lambda: made(shut), f"cannot write into {shut}: "),
    ]:
        with pytest.raises(UsageError) as caught:
            write()
        assert caught.value.message.startswith(shown)
        assert caught.value.hint.endswith("choose another folder")
