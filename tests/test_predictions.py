"""Stored answers are read from every form that they come in, and everything wrong with a file is told at once."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_eval.errors import DatasetError
from qa_eval.predictions import load_predictions

READ = [
    # name, bytes of the file, answers
    ("p.jsonl", b'{"id": "a", "answer": "170 mm"}\n{"id": "b", "answer": "no"}\n', {"a": "170 mm", "b": "no"}),
    ("p.jsonl", b'{"id": "a", "answer": "x"}\r\n\r\n{"id": "b", "answer": "y"}', {"a": "x", "b": "y"}),
    ("p.jsonl", b'\xef\xbb\xbf{"id": "a", "answer": "x"}\n', {"a": "x"}),
    ("p.jsonl", b'{"id": "a", "answer": null}\n{"id": "b", "answer": ""}\n', {"a": None, "b": ""}),
    ("p.jsonl", b'{"id": "a", "answer": 1.50}\n{"id": "b", "answer": true}\n', {"a": "1.50", "b": "yes"}),
    ("p.jsonl", b'{"id": 7, "answer": "x", "model": "m"}\n', {"7": "x"}),
    ("p.jsonl", '{"id": "a", "answer": "x\u2028y"}\n'.encode(), {"a": "x\u2028y"}),
    ("p.json", b'{"a": "170 mm",\n "b": null, "c": ""}', {"a": "170 mm", "b": None, "c": ""}),
    ("p.json", b'[{"id": "a", "answer": "x"}, {"id": "b", "answer": "y"}]', {"a": "x", "b": "y"}),
    ("p.json", b'{"id": "a", "answer": "x"}\n{"id": "b", "answer": "y"}\n', {"a": "x", "b": "y"}),
    ("predictions", b'{"id": "a", "answer": "x"}\n', {"a": "x"}),
    ("predictions", b'{"a": "x"}\n', {"a": "x"}),
    ("p.csv", b'id,answer\na,170 mm\nb,"1,300 km"\n', {"a": "170 mm", "b": "1,300 km"}),
    ("p.csv", b'\xef\xbb\xbfanswer,id,note\r\n"two\r\nlines",a,\r\n,b,x\r\n', {"a": "two\r\nlines", "b": ""}),
    ("p.csv", b"id;answer\r\na;1,5 km\r\n", {"a": "1,5 km"}),
    ("p.tsv", b"id\tnote\tanswer\na\tn\tx, y; z\n", {"a": "x, y; z"}),
    ("p.CSV", b'id,answer\n\na,"say ""no"""\n', {"a": 'say "no"'}),
]


@pytest.mark.parametrize(("name", "data", "answers"), READ)
def test_answers_are_read_as_they_stand(tmp_path, name, data, answers):
    (tmp_path / name).write_bytes(data)
    assert dict(load_predictions(tmp_path / name)) == answers


NONE = (
    "{}: error: these are no predictions: the file is neither JSON nor CSV\n"
    'hint: write JSONL of {{"id", "answer"}}, JSON of {{id: text}}, or CSV (named .csv) with the columns id and answer'
)
WRONG = [
    ("p.jsonl", "", ['p.jsonl: error: the file is empty\nhint: write a line {"id": …, "answer": …} for each answer']),
    (
        "p.jsonl",
        '{"id": "a", "answer": "x"}\n{"id": "b", "answer": \n{"id": "a", "answer": "y"}\nnull\n["a"]\n',
        [
            'p.jsonl:2:1: error: this { is never closed\n    {"id": "b", "answer": \n    ^',
            'p.jsonl:3: error: the id "a" has two answers\nhint: the other one is on line 1',
            'p.jsonl:4: error: a prediction should be a mapping, not null\nhint: write {"id": …, "answer": …}',
            'p.jsonl:5: error: a prediction should be a mapping, not a list\nhint: write {"id": …, "answer": …}',
        ],
    ),
    (
        "p.jsonl",
        '{"id": "a", "answr": "x"}\n{"prediction": "x", "id": "b"}\n{}\n',
        [
            'p.jsonl:1: error: there is no key "answer"\nhint: rename "answr"',
            'p.jsonl:2: error: there is no key "answer"\nhint: the keys here are prediction, id',
            'p.jsonl:3: error: there is no key "answer"\nhint: the keys here are none',
            'p.jsonl:3: error: there is no key "id"\nhint: the keys here are none',
        ],
    ),
    (
        "p.jsonl",
        '{"id": "a", "answer": ["x"]}\n{"id": null, "answer": "x"}\n{"id": "", "answer": NaN}\n{"id": true, "answer": ""}',
        [
            'p.jsonl:1: error: the answer to "a" should be text, not a list',
            'p.jsonl:2: error: "id" should be text, not null',
            'p.jsonl:3:22: error: NaN is no JSON\n    {"id": "", "answer": NaN}\n' + " " * 25 + "^",
            'p.jsonl:4: error: "id" should be text, not true',
        ],
    ),
    (
        "p.json",
        '{"a": "x",\n "b": {"text": "y"},\n "a": "z"\n}',
        [
            'p.json:2: error: the answer to "b" should be text, not a mapping',
            'p.json:3: error: the id "a" has two answers\nhint: the other one is on line 1',
        ],
    ),
    (
        "p.json",
        '{"a": "x",\n "b": "y",\n}',
        ['p.json:2:10: error: a comma before the closing }\n     "b": "y",\n             ^'],
    ),
    ("p.txt", "notes on the bridge\nthe second line\n", [NONE.format("p.txt")]),
    ("p.jsonl", "id: a\nanswer: x\n", [NONE.format("p.jsonl")]),
    ("p.json", "null", ["p.json:1: error: the predictions should be a mapping {id: text}, not null"]),
    ("p.json", '"170 mm"', ["p.json:1: error: the predictions should be a mapping {id: text}, not text"]),
    (
        "p.csv",
        "id,answr\na,x\nb,y\n",
        ['p.csv:1: error: there is no column "answer"\nhint: rename "answr"'],
    ),
    (
        "p.csv",
        'id,answer\na,1,300 km\nb\na,x\na,y\nc,"open\nd,z\n',
        [
            "p.csv:2: error: the row has 3 cells for 2 columns\nhint: text that contains a comma or a line break needs quotes",
            "p.csv:3: error: the row has 1 cell for 2 columns",
            'p.csv:5: error: the id "a" has two answers\nhint: the other one is on line 4',
            "p.csv:6: error: a quote that is opened in this row is never closed",
        ],
    ),
    (
        "p.csv",
        "ID,Answer\na,x\n",
        [
            'p.csv:1: error: there is no column "answer"\nhint: rename "Answer"',
            'p.csv:1: error: there is no column "id"\nhint: rename "ID"',
        ],
    ),
]


@pytest.mark.parametrize(("name", "text", "problems"), WRONG)
def test_everything_wrong_is_told_at_once_with_its_line(tmp_path, monkeypatch, name, text, problems):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(text.encode())
    with pytest.raises(DatasetError) as caught:
        load_predictions(name)
    assert [str(problem) for problem in caught.value.problems] == problems


def test_a_byte_that_is_not_utf8_is_shown_where_it_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.jsonl").write_bytes('{"id": "ä"}\n{"id": "é'.encode() + b'\xe9"}\n')
    with pytest.raises(DatasetError) as caught:
        load_predictions("p.jsonl")
    assert str(caught.value) == (
        'p.jsonl:2:10: error: byte 0xe9 is not UTF-8\n    {"id": "é\ufffd"}\n             ^\nhint: save the file as UTF-8'
    )


def test_a_file_that_is_not_there_or_a_folder_is_named(tmp_path):
    for path in (tmp_path / "missing.jsonl", tmp_path):
        with pytest.raises(DatasetError, match="cannot be read") as caught:
            load_predictions(path)
        assert caught.value.problems[0].path == str(path)


MANY = """\
{"id": "a", "answerer": "one", "answer": "x"}
{"id": "a", "answerer": "one", "repeat": 1, "answer": "x"}
{"id": "a", "answerer": "two", "answer": "y"}
"""


@pytest.mark.parametrize(
    ("name", "text", "whose"),
    [
        ("results.jsonl", MANY, "2 answerers: one, two and of 2 repeats"),
        ("results.jsonl", "".join(MANY.splitlines(keepends=True)[:2]), "2 repeats"),
        ("results.csv", "id,answerer,repeat,answer\na,one,0,x\na,two,0,y\n", "2 answerers: one, two"),
    ],
)
def test_results_of_several_answerers_are_told_as_one_thing(tmp_path, monkeypatch, name, text, whose):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text(text)
    with pytest.raises(DatasetError) as caught:
        load_predictions(name)
    (problem,) = caught.value.problems
    assert problem.message == f"the file holds the answers of {whose}"
    assert "`qa-eval export . --to squad`" in problem.hint


def test_results_of_one_answerer_are_predictions(tmp_path):
    (tmp_path / "results.jsonl").write_text(MANY.splitlines()[0])
    assert load_predictions(tmp_path / "results.jsonl") == {"a": "x"}


def test_what_is_no_file_of_predictions_says_what_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "run.json").write_text("{}")
    (tmp_path / "table.parquet").write_bytes(b"PAR1\x8a")
    (tmp_path / "head.csv").write_text("id,answer\n")
    os.mkfifo(tmp_path / "pipe.jsonl")
    said = {
        "run": "this is the folder of a run",
        "table.parquet": "predictions are not read from Parquet",
        "head.csv": "the table has no row below its columns",
        "pipe.jsonl": "this is a pipe or a device, not a file",
    }
    for name, message in said.items():
        with pytest.raises(DatasetError) as caught:
            load_predictions(name)
        assert [problem.message for problem in caught.value.problems] == [message]


TEXT = st.text(st.characters(codec="utf-8"))


@settings(deadline=None)
@given(st.dictionaries(TEXT.filter(bool), st.none() | TEXT))
def test_what_is_written_as_json_lines_or_as_one_mapping_is_read_back(tmp_path_factory, answers):
    folder = tmp_path_factory.mktemp("predictions")
    if not answers:
        return
    lines = "".join(
        json.dumps({"id": name, "answer": text}, ensure_ascii=False) + "\n" for name, text in answers.items()
    )
    (folder / "p.jsonl").write_text(lines, encoding="utf-8", newline="")
    (folder / "p.json").write_text(json.dumps(answers, ensure_ascii=False), encoding="utf-8", newline="")
    assert dict(load_predictions(folder / "p.jsonl")) == answers
    if answers.keys() != {"id", "answer"}:
        assert dict(load_predictions(folder / "p.json")) == answers


def test_an_answer_of_a_megabyte_and_odd_nesting_are_read_or_refused_but_do_not_break(tmp_path):
    (tmp_path / "p.csv").write_text("id,answer\na," + "x" * 1_000_000 + "\n", encoding="utf-8")
    assert len(load_predictions(tmp_path / "p.csv")["a"]) == 1_000_000
    (tmp_path / "p.jsonl").write_text("[" * 100_000 + "\n", encoding="utf-8")
    with pytest.raises(DatasetError, match="nested too deeply"):
        load_predictions(tmp_path / "p.jsonl")
