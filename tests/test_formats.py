"""Every format gives the same questions for the same content, and every problem its place in the file."""

import csv
import datetime as dt
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import commandline
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from qa_eval import dataset, plugins
from qa_eval.errors import DatasetError
from qa_eval.formats import is_missing
from qa_eval.model import (
    Document,
    EntityAnswer,
    Evidence,
    ListAnswer,
    QuantityAnswer,
    Tolerance,
    Unanswerable,
    UnitPolicy,
    YesNoAnswer,
)

ROWS = [
    {
        "id": "calibre",
        "question": "What calibre are the guns?",
        "answers": ["170 mm", "17 cm"],
        "context": "The guns are 170 mm.",
        "type": "quantity",
        "tolerance": "exact",
        "unit": "required",
        "tags": ["guns", "size"],
        "evidence": ["guns are 170 mm"],
    },
    {"id": "who", "question": "Who came?", "answers": ["Ada"], "context": "Ada came. The guns are 170 mm."},
    {"id": "range", "question": "How far?", "answers": [], "context": "The guns are 170 mm."},
    {"id": "new", "question": "Are they new?", "answers": ["no"]},
]
COLUMNS = ["id", "question", "answers", "context", "type", "tolerance", "unit", "tags", "evidence"]


def as_jsonl(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(rows, separator="|"):
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, extrasaction="raise")
    writer.writeheader()
    for row in rows:
        cells = {key: separator.join(value) if isinstance(value, list) else value for key, value in row.items()}
        writer.writerow(cells)
    return file.getvalue().encode()


def as_csv_with_json(rows):
    return as_csv([{k: json.dumps(v) if isinstance(v, list) else v for k, v in row.items()} for row in rows])


def as_parquet(rows):
    sink = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist([{key: row.get(key) for key in COLUMNS} for row in rows]), sink)
    return sink.getvalue()


WRITERS = {
    "jsonl": ("q.jsonl", as_jsonl),
    "jsonl, CRLF and a byte order mark": (
        "q.jsonl",
        lambda rows: b"\xef\xbb\xbf" + as_jsonl(rows).replace(b"\n", b"\r\n\r\n"),
    ),
    "json, a list": ("q.json", lambda rows: json.dumps(rows, indent=1).encode()),
    "json, a mapping": ("q.json", lambda rows: json.dumps({"questions": rows}).encode()),
    "csv": ("q.csv", as_csv),
    "csv, lists in JSON": ("q.csv", as_csv_with_json),
    "csv, spaces and a byte order mark": ("q.csv", lambda rows: b"\xef\xbb\xbf" + as_csv(rows, " | ")),
    "parquet": ("q.parquet", as_parquet),
    "yaml": ("q.yaml", lambda rows: json.dumps({"questions": rows}).encode()),
    "yml": ("q.yml", lambda rows: json.dumps({"questions": rows}).encode()),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_the_plain_form_is_the_same_in_every_format(tmp_path, writer):
    name, write = WRITERS[writer]
    (tmp_path / name).write_bytes(write(ROWS))
    made = dataset.load(tmp_path / name)
    calibre, who, far, new = made.questions
    assert calibre.answer == QuantityAnswer("170 mm", tolerance=Tolerance(exact=True), unit_policy=UnitPolicy.REQUIRED)
    assert calibre.accepted == ("170 mm", "17 cm")
    assert calibre.tags == ("guns", "size")
    assert calibre.evidence == (Evidence("guns are 170 mm", 4, 19),)
    assert (who.answer, far.answer, new.answer) == (EntityAnswer("Ada"), Unanswerable(), YesNoAnswer(yes=False))
    assert far.accepted == ()
    assert made.document_of(who).text == "Ada came. The guns are 170 mm."
    assert made.document_of(new) == Document("", "")
    assert calibre.document_id == far.document_id != who.document_id
    assert len(made.documents) == 3


def test_every_format_of_the_room_is_tried_here():
    suffixes = {dataset.sources.suffix_of(dataset.sources.Path(name)) for name, _ in WRITERS.values()}
    assert suffixes == set(plugins.built_in("formats"))


def test_all_formats_give_one_digest(tmp_path):
    digests = set()
    for name, write in WRITERS.values():
        (tmp_path / name).write_bytes(write(ROWS))
        digests.add(dataset.load(tmp_path / name).sha256)
    assert len(digests) == 1


CURATED = {
    "name": "guns",
    "document": {"text": "The guns are 170 mm."},
    "questions": [
        {"id": "a", "question": "What?", "type": "quantity", "answer": 1.50, "tolerance": {"abs": 0.10}},
        {"id": "b", "question": "Which?", "type": "list", "answer": {"items": ["x", ["y", "z"]], "ordered": True}},
        {"id": "c", "question": "How?", "type": "unanswerable", "evidence": [{"quote": "170 mm", "occurrence": 1}]},
    ],
}


def test_the_layout_of_the_yaml_file_is_read_from_json_too(tmp_path):
    text = json.dumps(CURATED).replace("1.5", "1.50")
    for name in ("q.json", "q.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        made = dataset.load(tmp_path / name)
        assert made.name == "guns"
        assert made.questions[0].answer.text == "1.50"
        assert made.questions[1].answer == ListAnswer((("x",), ("y", "z")), ordered=True)


def test_curated_questions_may_stand_in_lines_and_rows(tmp_path):
    (tmp_path / "q.jsonl").write_text(
        '{"id": "a", "question": "Q?", "type": "entity", "answer": "Ada", "accepted": ["B"]}\n'
    )
    (tmp_path / "q.csv").write_text("id,question,type,answer,accepted\na,Q?,entity,Ada,B\n")
    assert dataset.load(tmp_path / "q.jsonl").questions == dataset.load(tmp_path / "q.csv").questions
    assert dataset.load(tmp_path / "q.csv").questions[0].accepted == ("Ada", "B")


def test_numbers_in_json_stay_as_they_are_written(tmp_path):
    (tmp_path / "q.jsonl").write_text('{"id": 7, "question": "Q?", "answers": [1.50, 1e3]}\n')
    question = dataset.load(tmp_path / "q.jsonl").questions[0]
    assert (question.id, question.accepted) == ("7", ("1.50", "1e3"))


def test_a_column_of_numbers_or_of_dates_is_read_as_text(tmp_path):
    rows = [{"id": 1, "question": "Q?", "answers": [dt.date(2023, 3, 27)], "note": 2.5}]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "q.parquet")
    question = dataset.load(tmp_path / "q.parquet").questions[0]
    assert (question.id, question.accepted, question.note) == ("1", ("2023-03-27",), "2.5")


def test_a_time_at_midnight_is_the_day_as_data_frames_keep_days(tmp_path):
    days = {
        "of days": [dt.datetime.fromisoformat("2024-09-30"), None],
        "of times": [dt.datetime.fromisoformat("2024-09-30T18:05"), None],
    }
    read = []
    for name, column in days.items():
        for unit in ("s", "us", "ns"):
            table = pa.table(
                {"id": ["a", "b"], "question": ["Q?", "R?"], "answers": pa.array(column, pa.timestamp(unit))}
            )
            parquet.write_table(table, tmp_path / f"{name}.parquet")
            read.append(tuple(question.accepted for question in dataset.load(tmp_path / f"{name}.parquet").questions))
    assert read == [(("2024-09-30",), ())] * 3 + [(("2024-09-30T18:05:00",), ())] * 3


CELLS = [
    # what stands in the cell, what is accepted
    *((cell, ()) for cell in ("NaN", "nan", "null", "NULL", "<NA>", "NaT", "#N/A", "", "[]")),
    ("None", ("None",)),
    ("Nan", ("Nan",)),
    ("N. A. Null", ("N. A. Null",)),
    ("null | 0", ("null", "0")),
    ('["null"]', ("null",)),
    ("['$1bn', '$1,000m']", ("$1bn", "$1,000m")),
    ("['$1bn' '$1,000m']", ("$1bn", "$1,000m")),
    ("['$1bn'\n '$1,000m']", ("$1bn", "$1,000m")),
    ("""["Ada's ship", 'the "Ada"']""", ("Ada's ship", 'the "Ada"')),
    (r"['Ada\'s ship']", ("Ada's ship",)),
    (r"['C:\\docs']", (r"C:\docs",)),
    ("['a|b', ' c ']", ("a|b", " c ")),
    ("[sic]", ("[sic]",)),
    ("['a', b]", ("['a', b]",)),
    ("['a'] and ['b']", ("['a'] and ['b']",)),
    ("['a', __import__('os')]", ("['a', __import__('os')]",)),
    (r"['\x4']", (r"['\x4']",)),
]


@pytest.mark.parametrize(("cell", "accepted"), CELLS)
def test_a_cell_is_read_as_data_frames_write_it(tmp_path, cell, accepted):
    with (tmp_path / "q.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["id", "question", "answers", "note"], ["nan", "Q?", cell, "NaN"]])
    parquet.write_table(
        pa.table({"id": ["nan"], "question": ["Q?"], "answers": [cell], "note": ["NaN"]}), tmp_path / "q.parquet"
    )
    for name in ("q.csv", "q.parquet"):
        question = dataset.load(tmp_path / name).questions[0]
        assert (question.id, question.accepted, question.note) == ("nan", accepted, "")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ",;\t")
@pytest.mark.parametrize("suffix", ["csv", "tsv"])
def test_cells_stand_between_what_separates_the_columns(tmp_path, suffix, mark, ends):
    with (tmp_path / f"q.{suffix}").open("w", newline="", encoding="utf-8") as file:
        rows = [["id", "question", "answers", "note"], ["a", "Who, then?", "1,5 km | x;y", "a\tb"]]
        csv.writer(file, delimiter=mark, lineterminator=ends).writerows(rows)
    (question,) = dataset.load(tmp_path / f"q.{suffix}").questions
    assert (question.text, question.accepted, question.note) == ("Who, then?", ("1,5 km", "x;y"), "a\tb")


def told(folder, monkeypatch, name, data):
    monkeypatch.chdir(folder)
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    with pytest.raises(DatasetError) as caught:
        dataset.load(name)
    return [str(problem) for problem in caught.value.problems]


GOOD = '{"id": "a", "question": "Q?", "answers": ["x"]}'
WRONG = [
    (
        "q.jsonl",
        f'{GOOD}\n{{"id": "b", "question": "Q?", "answers": ["x"}}\n\n{GOOD}\nnonsense\n{{"id": "c", "question": "Q?", "answrs": []}}\n',
        [
            (
                'q.jsonl:2:46: error: a comma or a closing bracket is missing\n    {"id": "b", "question": "Q?", "answers": ["x"}\n'
                "                                                 ^"
            ),
            (
                'q.jsonl:4:8: error: the id "a" is used twice\n    {"id": "a", "question": "Q?", "answers": ["x"]}\n'
                "           ^\nhint: the other one is on line 1; every question has an id of its own"
            ),
            "q.jsonl:5:1: error: a value should stand here\n    nonsense\n    ^",
            (
                'q.jsonl:6:31: error: unknown key "answrs"\n    {"id": "c", "question": "Q?", "answrs": []}\n'
                '                                  ^\nhint: did you mean "answers"?'
            ),
        ],
    ),
    (
        "q.jsonl",
        '{"id": "a", "id": "b", "question": "Q?", "answers": []}\n[1]\n',
        [
            (
                'q.jsonl:1:13: error: the key "id" stands here twice\n    {"id": "a", "id": "b", "question": "Q?", "answers": []}\n'
                "                ^\nhint: both are in this line; keep one of them"
            ),
            "q.jsonl:2:1: error: question 2 should be a mapping, not a list\n    [1]\n    ^",
        ],
    ),
    (
        "q.jsonl",
        f"{GOOD},\n{GOOD}\n",
        [
            (
                f"q.jsonl:1:48: error: there is more after the end of the JSON value\n    {GOOD},\n{' ' * 51}^\n"
                "hint: remove the comma: each line is a question of its own"
            ),
        ],
    ),
    (
        "q.jsonl",
        f"[{GOOD}]\n",
        [
            f"q.jsonl:1:1: error: a list of questions is no line\n    [{GOOD}]\n    ^\nhint: write one question a line, or name the file .json",
        ],
    ),
    (
        "q.json",
        '{"questions": [\n  {"id": "a", "question": "Q?",\n   "answers": "x"},\n  {"id": "a", "question": "", "answers": []}\n]}',
        [
            (
                'q.json:3:15: error: "answers" should be a list, not text\n       "answers": "x"},\n                  ^\n'
                'hint: write it in brackets: ["x"]'
            ),
            (
                'q.json:4:10: error: the id "a" is used twice\n      {"id": "a", "question": "", "answers": []}\n             ^\n'
                "hint: the other one is on line 2; every question has an id of its own"
            ),
            'q.json:4:27: error: "question" is empty\n      {"id": "a", "question": "", "answers": []}\n'
            + " " * 30
            + "^",
        ],
    ),
    (
        "q.json",
        '{"questions": [\n  {"id": "a"',
        ['q.json:2:3: error: this { is never closed\n      {"id": "a"\n      ^'],
    ),
    (
        "q.json",
        '[{"id": "a", "question": "Q?", "answers": []},\n {"id": "\\u0041", "question": "Q?", "qestion": "Q?", "answers": [], "note": 1, "note": 2}]',
        [
            (
                'q.json:2:37: error: unknown key "qestion"\n     {"id": "\\u0041", "question": "Q?", "qestion": "Q?", "answers": [], "note": 1, "note": 2}]\n'
                '                                        ^\nhint: did you mean "question"?'
            ),
            (
                'q.json:2:80: error: the key "note" stands here twice\n     {"id": "\\u0041", "question": "Q?", "qestion": "Q?", "answers": [], "note": 1, "note": 2}]\n'
                + " " * 83
                + "^\nhint: it is on line 2 too; keep one of them"
            ),
        ],
    ),
    (
        "q.csv",
        "id,question,answer\na,Q?,x\nb,R?,y\n",
        [
            (
                'q.csv:1: error: there is a column "answer" and none "type"\n'
                'hint: rename the column to "answers", with | between texts that are all right, or add the column "type"'
            ),
        ],
    ),
    (
        "q.csv",
        "id,question,answers,source\na,Q?,x,s\nb,,x,s\n\na,Q?,x,s\n",
        [
            (
                'q.csv:1: error: unknown key "source" in 3 questions\nhint: choose one of: accept, answers, context, derivation, '
                "difficulty, draft, evidence, id, language, note, paraphrases, question, reject, tags, tolerance, type, unit"
            ),
            'q.csv:3: error: question "b" has no "question"',
            'q.csv:5: error: the id "a" is used twice\nhint: the other one is on line 2; every question has an id of its own',
        ],
    ),
    (
        "q.csv",
        "id,answers\na,x\n",
        ['q.csv:1: error: there is no column "question"\nhint: the columns are id, answers'],
    ),
    (
        "q.csv",
        "id,qestion,answers\na,Q?,x\n",
        ['q.csv:1: error: there is no column "question"\nhint: rename "qestion"'],
    ),
    (
        "q.csv",
        "id;question;answrs\na;Q?;x\n",
        ['q.csv:1: error: there is no column "answers"\nhint: rename "answrs"'],
    ),
    (
        "q.csv",
        "id,question,gold,tags\na,Q?,x,\nb,R?,y,\n",
        ['q.csv:1: error: there is no column "answers"\nhint: rename "gold"'],
    ),
    (
        "q.csv",
        ",id,question,answers\n0,a,Q?,x\n1,b,R?,y\n",
        [
            "q.csv:1: error: column 1 has no name\nhint: of a data frame it is the index: save the table with index=False; or else give it a name, or remove it"
        ],
    ),
    (
        "q.csv",
        "Unnamed: 0,id,question,answers\n0,a,Q?,x\n1,b,R?,y\n",
        [
            'q.csv:1: error: unknown key "Unnamed: 0" in 2 questions\nhint: it is the index of a data frame: save the table with index=False'
        ],
    ),
    (
        "q.csv",
        "id,question,answers,tolerance\na,How long is it?,5 m,rel=1%\nb,Who came?,Ada,rel=1%\n",
        [
            'q.csv:3: error: question "b" is of type entity, and "tolerance" for questions of type quantity\nhint: leave it empty there, or say its type'
        ],
    ),
    (
        "q.jsonl",
        '{"id": "a", "question": "Q?", "gold": "x"}\n',
        [
            (
                'q.jsonl:1:1: error: question "a" has no "answers"\n    {"id": "a", "question": "Q?", "gold": "x"}\n    ^\n'
                'hint: write "answers": ["x"] in the place of "gold"'
            )
        ],
    ),
    (
        "q.csv",
        "id;question;answers\na;Why; then?;x\n",
        [
            "q.csv:2: error: the row has 4 cells for 3 columns\nhint: text that contains a semicolon or a line break needs quotes"
        ],
    ),
    (
        "q.csv",
        "id,question,id\na,Q?,b\n",
        ['q.csv:1: error: the column "id" stands there twice\nhint: keep one of them'],
    ),
    (
        "q.csv",
        "id,question,answers\na,Why, then?,x\n",
        [
            "q.csv:2: error: the row has 4 cells for 3 columns\nhint: text that contains a comma or a line break needs quotes"
        ],
    ),
    (
        "q.csv",
        'id,question,answers\na,"Q"?,x\n',
        ['q.csv:2: error: there is text after a closing quote in this row\nhint: write "" for a quote within quotes'],
    ),
    (
        "q.parquet",
        as_parquet(
            [
                {"id": "a", "question": "Q?", "answers": ["x"]},
                {"id": "a", "question": "", "answers": ["x"], "type": "dat"},
            ]
        ),
        [
            'q.parquet:2: error: "type" cannot be "dat"\nhint: did you mean "date"?',
            'q.parquet:2: error: question "a" has no "question"',
            'q.parquet:2: error: the id "a" is used twice\nhint: the other one is on line 1; every question has an id of its own',
        ],
    ),
    (
        "q.parquet",
        "PAR0",
        [
            "q.parquet: error: the file is not Parquet: Parquet file size is 4 bytes, smaller than the minimum file footer (8 bytes)"
        ],
    ),
]


@pytest.mark.parametrize(("name", "data", "problems"), WRONG)
def test_every_problem_is_told_with_its_place(tmp_path, monkeypatch, name, data, problems):
    assert told(tmp_path, monkeypatch, name, data) == problems


def test_problems_that_say_the_same_are_told_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [{"id": f"q{n}", "question": "Q?", "gold": f"text {n}"} for n in range(1, 201)]
    Path("q.jsonl").write_bytes(as_jsonl(rows) + b'{"id": "z", "question": "", "answers": []}\n')
    with pytest.raises(DatasetError) as caught:
        dataset.load("q.jsonl")
    assert len(caught.value.problems) == 201
    assert str(caught.value).count("error:") == 2
    assert 'question "q1" has no "answers" (and 199 more like it, on lines 2, 3, 4, …)' in str(caught.value)
    said = commandline.run("check", "q.jsonl", cwd=tmp_path, code=2).stdout
    assert said.count("error:") == 2
    assert said.endswith("201 errors, 0 warnings\n")


def test_a_line_too_long_to_look_at_is_told_by_its_place_alone(tmp_path, monkeypatch):
    line = json.dumps({"id": "a", "context": "x" * 10_000, "question": "Q?", "answers": "y"})
    column = line.index('"y"') + 1
    assert told(tmp_path, monkeypatch, "q.jsonl", line) == [
        f'q.jsonl:1:{column}: error: "answers" should be a list, not text\nhint: write it in brackets: ["y"]'
    ]


def test_a_cell_of_a_megabyte_is_read(tmp_path):
    (tmp_path / "q.csv").write_text(f"id,question,answers,context\na,Q?,x,{'y' * 1_000_000}\n")
    made = dataset.load(tmp_path / "q.csv")
    assert len(made.document_of(made.questions[0]).text) == 1_000_000


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="|\r\n\x00"), min_size=1).filter(
    lambda text: text.strip() and not is_missing(text)
)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXT, st.lists(TEXT, min_size=1, max_size=3)), min_size=1, max_size=4))
def test_what_is_written_is_read_back(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("sets")
    made = [
        {"id": f"q{number}", "question": text, "answers": answers, "type": "entity"}
        for number, (text, answers) in enumerate(rows)
    ]
    for name, write in (("q.jsonl", as_jsonl), ("q.csv", as_csv_with_json), ("q.parquet", as_parquet)):
        (folder / name).write_bytes(write(made))
        questions = dataset.load(folder / name).questions
        assert [question.text for question in questions] == [text for text, _ in rows]
        assert [question.accepted for question in questions] == [tuple(dict.fromkeys(answers)) for _, answers in rows]


def problems_of(path):
    try:
        dataset.load(path)
    except DatasetError as error:
        return error.problems
    return ()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "answers", "type", "x"]), inner),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.lists(JSON, min_size=1, max_size=4))
def test_any_json_is_loaded_or_refused_with_a_problem_at_a_place(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("sets")
    (folder / "q.jsonl").write_bytes(as_jsonl(rows))
    (folder / "q.json").write_text(json.dumps({"questions": rows}, indent=1), encoding="utf-8")
    for name in ("q.jsonl", "q.json"):
        assert all(problem.line and problem.column for problem in problems_of(folder / name))


DROPPED = '''
"""Questions and answers with = between them."""

from qa_eval.formats import Parsed, Place


class Format:
    """Lines of question=answer (.lines)."""

    def read(self, path):
        rows = [line.partition("=") for line in path.read_text(encoding="utf-8").splitlines()]
        questions = [{"id": f"q{n}", "question": q, "answers": [a]} for n, (q, _, a) in enumerate(rows)]
        return Parsed({"questions": questions}, lambda where, *, key=False: Place(where[1] + 1 if len(where) > 1 else 1))
'''


def test_a_file_dropped_into_the_room_reads_its_suffix_with_no_other_edit(tmp_path):
    package = Path(dataset.__file__).parent.parent
    shutil.copytree(package, tmp_path / "site" / "qa_eval", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "site" / "qa_eval" / "formats" / "lines.py").write_text(DROPPED, encoding="utf-8")
    (tmp_path / "good.lines").write_text("Who came?=Ada\nHow long?=155 m\n", encoding="utf-8")
    (tmp_path / "bad.lines").write_text("Who came?=Ada\n=x\n", encoding="utf-8")
    code = (
        "from qa_eval import dataset\n"
        "print(*(str(question.answer.type) for question in dataset.load('good.lines').questions))\n"
        "try: dataset.load('bad.lines')\nexcept Exception as error: print(error)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    assert done.stdout == 'entity quantity\nbad.lines:2: error: "question" is empty\n'
