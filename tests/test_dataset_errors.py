"""What is wrong with a questions file is told all at once, each problem with its place, its line and what to do."""

import os
import re
from pathlib import Path

import pytest

from qa_eval import dataset
from qa_eval.errors import DatasetError

GOLDEN = Path(__file__).parent / "dataset_errors.txt"


def cases():
    """Name, file and problems of each case."""
    text = GOLDEN.read_bytes().decode("utf-8")
    for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        file, _, problems = rest.partition("...\n")
        yield name, file, problems.rstrip("\n")


CASES = list(cases())


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with documents, and the current one."""
    place = tmp_path / "sets"
    place.mkdir()
    (place / "article.txt").write_text("Ada Byron wrote notes.\n", encoding="utf-8")
    (place / "latin.txt").write_bytes("Café".encode("latin-1"))
    (place / "empty.txt").write_text("\n", encoding="utf-8")
    monkeypatch.chdir(place)
    return place


def told(folder, text, name="q.yaml"):
    """All that is said about a file, with the temporary folder written as FOLDER."""
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    with pytest.raises(DatasetError) as caught:
        dataset.load(name)
    problems = caught.value.problems
    assert list(problems) == sorted(problems)
    return str(caught.value).replace(str(folder.parent.resolve()), "FOLDER")


@pytest.mark.parametrize(("name", "file", "problems"), CASES, ids=[name for name, _, _ in CASES])
def test_the_whole_message_is_as_written_down(folder, request, name, file, problems):
    now = told(folder, file)
    if request.config.getoption("--accept"):
        old = f"=== {name}\n{file}...\n{problems}".rstrip("\n") + "\n"
        new = f"=== {name}\n{file}...\n{now}\n"
        GOLDEN.write_bytes(GOLDEN.read_bytes().decode("utf-8").replace(old, new, 1).encode("utf-8"))
    else:
        assert now == problems


NOT_UTF8 = """\
q.yaml:2:14: error: byte 0xe9 is not UTF-8
      - note: caf\ufffd au lait
                 ^
hint: it seems to be of a Western Windows encoding, as Excel writes; save it as UTF-8, or convert it with `iconv -f WINDOWS-1252 -t UTF-8 q.yaml > new-q.yaml`"""
NUL = """\
q.yaml:1:8: error: the control character U+0000 cannot stand in a YAML file
    name: a\ufffdb
           ^
hint: remove it"""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"questions:\n  - note: caf\xe9 au lait\n", NOT_UTF8),
        (
            "name: x".encode("utf-16"),
            (
                "q.yaml: error: the file is UTF-16, not UTF-8\n"
                "hint: save it as UTF-8, or convert it with `iconv -f UTF-16 -t UTF-8 q.yaml > new-q.yaml`"
            ),
        ),
        (b"name: a\x00b\n", NUL),
    ],
)
def test_bytes_that_are_no_text_are_shown_where_they_stand(folder, data, message):
    assert told(folder, data) == message


def test_columns_count_characters_and_lines_end_at_line_feeds(folder):
    line = '  - {id: "é😀", question: "a\u2028b", type: entity, answr: "y"}'
    column = line.index("answr") + 1
    assert told(folder, f"questions:\r\n{line}\r\n").startswith(f'q.yaml:2:{column}: error: unknown key "answr"\n')


def test_what_is_there_is_not_said_to_be_missing_or_empty(folder):
    os.mkfifo(folder / "pipe.jsonl")
    (folder / "link.jsonl").symlink_to("gone.jsonl")
    (folder / "head.csv").write_text("id,question,answers\n")
    said = {
        "pipe.jsonl": "this is a pipe or a device, not a file\nhint: it would be read more than once: save it in a file first",
        "link.jsonl": "there is no such file: the link leads to gone.jsonl",
        "head.csv": "the table has no row below its columns",
    }
    for name, message in said.items():
        with pytest.raises(DatasetError) as caught:
            dataset.load(folder / name)
        assert str(caught.value) == f"{folder / name}: error: {message}"


@pytest.mark.parametrize("suffix", ["yaml", "yml", "jsonl", "json", "csv", "parquet"])
def test_an_empty_file_says_so_in_every_format(folder, suffix):
    message = told(folder, "", f"q.{suffix}")
    assert message.endswith("the file is empty\nhint: `qa-eval new dataset NAME` writes one that works")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("missing.yaml", "missing.yaml: error: there is no such file"),
        ("./artcle.txt", 'artcle.txt: error: there is no such file\nhint: did you mean "article.txt"?'),
        ("no/where.yaml", "no/where.yaml: error: there is no such file"),
        ("./", ".: error: this is a folder, not a dataset"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_path_that_is_no_file_is_told_with_the_nearest_one(source, message):
    with pytest.raises(DatasetError) as caught:
        dataset.load(source)
    assert str(caught.value) == message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(folder):
    (folder / "q.yaml").touch(mode=0)
    with pytest.raises(DatasetError, match=r"q\.yaml: error: cannot be read: permission denied"):
        dataset.load("q.yaml")


def test_a_link_to_itself_says_that_there_is_no_file(folder):
    (folder / "loop.yaml").symlink_to("loop.yaml")
    with pytest.raises(DatasetError, match="there is no such file"):
        dataset.load("loop.yaml")


def test_a_document_may_not_be_reached_through_a_link_to_elsewhere(folder, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    (folder / "link.txt").symlink_to(secret)
    told_ = told(folder, "document: {path: link.txt}\nquestions:\n  - {id: a, question: Q?, answers: []}\n")
    assert "the document lies outside of this file's folder and its parent" in told_


def test_a_bomb_of_aliases_is_refused_in_no_time(folder):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert "*a0 stands for another part of the file" in told(folder, "\n".join(lines) + "\n")


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 50_000, "- " * 50_000, "a:\n " * 3, '{"a": ' * 50_000])
@pytest.mark.parametrize("name", ["q.yaml", "q.json", "q.jsonl"])
def test_depth_does_not_break_the_reader(folder, name, text):
    assert told(folder, text, name)
