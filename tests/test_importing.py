"""Published files, tables with a mapping, and rows of a hub become plain questions that load."""

import datetime as dt
import json
import tracemalloc
from decimal import Decimal

import commandline
import numpy as np
import pandas as pd
import published
import pytest

from qa_eval import dataset
from qa_eval.errors import DatasetError, UsageError
from qa_eval.importing import imported
from qa_eval.importing.origins import content_of

# (shape, file, content, {id: (type, accepted texts)}, questions without a published answer)
PUBLISHED = [
    (
        "squad",
        "dev-v2.0.json",
        json.dumps(published.SQUAD),
        {"56be4db0": ("quantity", ("155 metres", "155 metres long")), "5ad39d53": ("unanswerable", ())},
        0,
    ),
    (
        "squad",
        "rows.jsonl",
        published.lines(published.SQUAD_ROWS),
        {"56be4db0": ("quantity", ("155 metres", "155 metres long")), "5ad39d53": ("unanswerable", ())},
        0,
    ),
    (
        "drop",
        "drop_dataset_dev.json",
        json.dumps(published.DROP),
        {
            "q-number": ("quantity", ("155", "155.0")),
            "q-date": ("date", ("4 May 1911",)),
            "q-spans": ("list", ("Anna Keller and Jost Blum", "Keller and Blum", "Anna Keller")),
        },
        1,
    ),
    (
        "drop",
        "rows.jsonl",
        published.lines(published.DROP_ROWS),
        {"q-number": ("quantity", ("155",)), "q-span": ("entity", ("Anna Keller", "Keller"))},
        0,
    ),
    (
        "triviaqa",
        "web-dev.json",
        json.dumps(published.TRIVIAQA),
        {"tc_1": ("entity", ("Anna Keller", "A. Keller"))},
        1,
    ),
    (
        "triviaqa",
        "rows.jsonl",
        published.lines(published.TRIVIAQA_ROWS),
        {"tc_1": ("entity", ("Anna Keller", "A. Keller"))},
        0,
    ),
    (
        "nq_open",
        "NQ-open.dev.jsonl",
        published.lines(published.NQ_OPEN),
        {"nq-open-1": ("quantity", ("155 metres", "155 m")), "nq-open-2": ("entity", ("the canton",))},
        0,
    ),
    (
        "tat_qa",
        "tatqa_dataset_dev.json",
        json.dumps(published.TAT_QA),
        {
            "u-span": ("entity", ("millions",)),
            "u-arithmetic": ("quantity", ("200 million",)),
            "u-percent": ("quantity", ("20.0 %",)),
            "u-list": ("list", ("2019 and 2018",)),
        },
        0,
    ),
    (
        "finqa",
        "test.json",
        json.dumps(published.FINQA),
        {"X/2019/page_1.pdf-1": ("quantity", ("20%",)), "X/2019/page_1.pdf-2": ("yes_no", ("yes",))},
        0,
    ),
    ("finqa", "rows.jsonl", published.lines(published.FINQA_ROWS), {"X/2019/page_1.pdf-1": ("quantity", ("20%",))}, 0),
    (
        "plain",
        "mine.jsonl",
        '{"question": "How long?", "answers": ["155 m"], "source": "x", "tags": ["size"]}\n{"id": "b", "question": "Who?", "answers": []}\n',
        {"row-1": ("quantity", ("155 m",)), "b": ("unanswerable", ())},
        0,
    ),
]


def loaded(folder, source, **options):
    """Import a source and load what was written."""
    made = imported(source, **options)
    rows = list(made.questions)
    path = folder / "questions.jsonl"
    path.write_text(published.lines(rows), encoding="utf-8")
    return made, dataset.load(path)


@pytest.mark.parametrize(("shape", "name", "content", "expected", "skipped"), PUBLISHED)
def test_a_published_file_is_recognised_and_its_questions_load(tmp_path, shape, name, content, expected, skipped):
    (tmp_path / name).write_text(content, encoding="utf-8")
    made, questions = loaded(tmp_path, tmp_path / name)
    found = {one.id: (str(one.answer.type), one.accepted) for one in questions.questions}
    assert (made.shape, made.count, made.skipped) == (shape, len(expected), skipped)
    assert {name: kind for name, (kind, _) in found.items()} == {name: kind for name, (kind, _) in expected.items()}
    assert {name: accepted for name, (_, accepted) in found.items()} == {
        name: accepted for name, (_, accepted) in expected.items()
    }


@pytest.mark.parametrize("kind", ["json", "jsonl", "csv", "parquet"])
def test_a_mapping_says_which_column_of_any_table_holds_what(tmp_path, kind):
    rows = [
        {
            "uid": "a",
            "prompt": "How long?",
            "gold": "155 m; 509 ft",
            "title": "Bridge",
            "body": "It is 155 m long.",
            "hard": "no",
        },
        {"uid": "b", "prompt": "Who paid?", "gold": "", "title": "Bridge", "body": "It is 155 m long.", "hard": "yes"},
        {"uid": "c", "prompt": "Who?", "gold": "", "title": "Bridge", "body": "", "hard": "no"},
    ]
    path = tmp_path / f"table.{kind}"
    path.write_bytes(as_table(rows, kind))
    (tmp_path / "mapping.yaml").write_text(
        'columns:\n  id: uid\n  question: prompt\n  answers: gold\n  context: [title, body]\nseparator: ";"\n'
        'constants:\n  tags: [mine]\nunanswerable: {column: hard, equals: "yes"}\n'
    )
    made, questions = loaded(tmp_path, path, mapping=str(tmp_path / "mapping.yaml"))
    assert [(one.id, one.accepted, one.tags) for one in questions.questions] == [
        ("a", ("155 m", "509 ft"), ("mine",)),
        ("b", (), ("mine",)),
    ]
    assert made.skipped == 1  # no answer, and not marked as unanswerable
    assert questions.document_of(questions.questions[0]).text == "Bridge\n\nIt is 155 m long."


def test_the_language_comes_from_a_mapping_or_from_an_option(tmp_path):
    (tmp_path / "d.csv").write_text("frage,gold,anders\nWie lang ist der Steg?,zwölf Meter,Wie lang misst der Steg?\n")
    columns = "columns: {question: frage, answers: gold, paraphrases: anders}\n"
    (tmp_path / "said.yaml").write_text(f"{columns}constants: {{language: de}}\n")
    (tmp_path / "plain.yaml").write_text(columns)
    said = list(imported(tmp_path / "d.csv", mapping=str(tmp_path / "said.yaml")).questions)
    told = list(imported(tmp_path / "d.csv", mapping=str(tmp_path / "plain.yaml"), language="de").questions)
    assert said == told
    assert (said[0]["language"], said[0]["paraphrases"]) == ("de", ["Wie lang misst der Steg?"])
    over = list(imported(tmp_path / "d.csv", mapping=str(tmp_path / "said.yaml"), language="fr").questions)
    assert over[0]["language"] == "de"  # what the data say goes before
    with pytest.raises(UsageError, match="no language 'xx' is read") as error:
        imported(tmp_path / "d.csv", language="xx")
    assert error.value.hint == "known are en, de, es, fr, uk"


def as_table(rows, kind):
    if kind == "json":
        return json.dumps({"version": 1, "rows": rows}).encode()
    if kind == "jsonl":
        return published.lines(rows).encode()
    frame = pd.DataFrame(rows)
    return frame.to_csv(index=False).encode() if kind == "csv" else frame.to_parquet(index=False)


def test_a_mapping_goes_into_nested_columns_and_keeps_figures_as_written(tmp_path):
    (tmp_path / "d.jsonl").write_text(
        '{"q": {"text": "How long?"}, "a": [{"value": 1.50}, {"value": 2}], "p": ["x", "y"]}\n'
    )
    (tmp_path / "m.yaml").write_text(
        "columns: {question: q.text, answers: a.value, context: p}\nconstants: {tolerance: exact}\n"
    )
    rows = list(imported(tmp_path / "d.jsonl", mapping=str(tmp_path / "m.yaml")).questions)
    assert rows == [
        {"id": "row-1", "tolerance": "exact", "question": "How long?", "answers": ["1.50", "2"], "context": "x\n\ny"}
    ]


# columns of a table in which a cell may hold several values, and what is read of each cell
CELLS = [
    ({"answers": "155 m | 509 ft"}, {"accepted": ("155 m", "509 ft")}),
    ({"answers": '["Anna Keller", "Keller"]'}, {"accepted": ("Anna Keller", "Keller")}),
    ({"answers": "x", "tags": "size | bridges"}, {"tags": ("size", "bridges")}),
    ({"answers": "x", "accept": '["an x"]', "reject": "y | z"}, {"accept": ("an x",), "reject": ("y", "z")}),
    ({"answers": "x", "paraphrases": "What else?"}, {"paraphrases": ("What else?",)}),
    ({"answers": '[["rail", "road"]]', "type": "list"}, {"accepted": ("rail and road",)}),
    ({"answers": ""}, {"accepted": ()}),
    ({"answers": "ja", "language": "de", "type": "yes_no"}, {"language": "de"}),
]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize(("cells", "expected"), CELLS)
def test_a_cell_of_a_table_is_imported_as_it_is_read_where_the_table_is_asked(tmp_path, kind, cells, expected):
    path = tmp_path / f"table.{kind}"
    path.write_bytes(as_table([{"id": "a", "question": "What is it?", **cells}], kind))
    (before,), (after,) = dataset.load(path).questions, loaded(tmp_path, path)[1].questions
    assert before == after
    assert {key: getattr(after, key) for key in expected} == expected


def test_a_text_of_json_lines_is_one_answer_whatever_stands_in_it(tmp_path):
    (tmp_path / "d.jsonl").write_text('{"question": "Which?", "answers": "P(A | B)", "draft": true}\n')
    (row,) = imported(tmp_path / "d.jsonl").questions
    assert row == {"id": "row-1", "question": "Which?", "answers": ["P(A | B)"], "draft": True}


# (mapping, every problem)
WRONG_MAPPINGS = [
    ("- a\n", ["a mapping is written as columns: {question: COLUMN, answers: COLUMN}"]),
    (
        "colums: {question: q}\n",
        ['unknown key "colums"', '"columns" names no column for "question"', '"columns" names no column for "answers"'],
    ),
    ("columns: {question: q, answers: a, titel: t}\n", ['a question has no "titel"']),
    (
        "columns: {question: q, answers: a}\nunanswerable: hard\n",
        ['"unanswerable" is written as {column: COLUMN, equals: VALUE}'],
    ),
]


@pytest.mark.parametrize(("text", "messages"), WRONG_MAPPINGS)
def test_every_problem_of_a_mapping_is_told(tmp_path, text, messages):
    (tmp_path / "m.yaml").write_text(text)
    (tmp_path / "d.jsonl").write_text("{}\n")
    with pytest.raises(DatasetError) as error:
        imported(tmp_path / "d.jsonl", mapping=str(tmp_path / "m.yaml"))
    assert sorted(problem.message for problem in error.value.problems) == sorted(messages)


def test_a_column_that_the_source_lacks_is_named_with_the_nearest_one(tmp_path):
    (tmp_path / "m.yaml").write_text("columns: {question: qestion, answers: gold}\n")
    (tmp_path / "d.csv").write_text("question,gold\nHow?,x\n")
    with pytest.raises(UsageError, match='a column "qestion", which the source lacks') as error:
        list(imported(tmp_path / "d.csv", mapping=str(tmp_path / "m.yaml")).questions)
    assert error.value.hint == 'did you mean "question"?'


# a file, what it holds, and what is said of it
WRONG_FILES = [
    ("d.txt", "x", "no import reads this kind of file"),
    ("d.json", "[1]", "record 1: a record should be a mapping"),
    ("d.json", '{"data": [{"a": ', "is never closed"),
    ("d.jsonl", '{"question": "Q?", "answers": ["x"]}\n{"x"}\n', "d.jsonl:2:5: error: a colon is missing"),
    ("d.jsonl", '{"question": "", "answers": ["x"]}\n', 'question "row-1" has no text'),
    ("d.jsonl", 2 * '{"id": "a", "question": "Q?", "answers": ["x"]}\n', 'record 2: the id "a" is used twice'),
    ("d.jsonl", '{"text": "Q?", "label": "x"}\n', "has no shape that is known; its keys are text, label"),
    ("d.csv", "question,answers\nQ?,x,y\n", "d.csv:2: error: the row has 3 cells for 2 columns"),
    (
        "d.csv",
        b"question,answers\nQ?,\xff\n",
        (
            "d.csv:2:4: error: byte 0xff is not UTF-8\n    Q?,\ufffd\n       ^\nhint: it seems to be of a Western Windows encoding, as Excel writes; "
            "save it as UTF-8 (in Excel: CSV UTF-8), or convert it with `iconv -f WINDOWS-1252 -t UTF-8 d.csv > new-d.csv`"
        ),
    ),
    ("d.csv", 'question,answers\nQ?,"x\n', "d.csv:2: error: a quote that is opened in this row is never closed"),
    ("d.csv", "question,answers\n".encode("utf-16"), "the file is UTF-16, not UTF-8"),
    ("d.csv", "", "d.csv: error: the file is empty"),
    ("d.csv", "question,answers\n", "d.csv: error: the file is empty"),
    ("d.json", "\n", "d.json: error: the file is empty"),
    ("d.jsonl", "\n", "d.jsonl: error: the file is empty"),
    ("d.parquet", "", "d.parquet: error: the file is empty"),
    ("d.parquet", "PAR1", "the file is not Parquet"),
    ("missing.json", None, "cannot be read: no such file or directory"),
]


@pytest.mark.parametrize(("name", "content", "said"), WRONG_FILES)
def test_what_cannot_be_imported_is_told_with_its_place(tmp_path, name, content, said):
    if content is not None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises((DatasetError, UsageError)) as error:
        list(imported(tmp_path / name).questions)
    assert said in str(error.value)


def test_a_record_of_another_shape_than_the_first_one_is_named(tmp_path):
    (tmp_path / "d.jsonl").write_text(published.lines([published.NQ_OPEN[0], published.TRIVIAQA["Data"][0]]))
    with pytest.raises(DatasetError, match="record 2: the record is not of the shape nq_open"):
        list(imported(tmp_path / "d.jsonl").questions)


def test_a_file_larger_than_what_is_kept_of_it_streams_through(tmp_path):
    row = {"question": "How long?", "answers": ["155 m"], "context": "x" * 2_000}
    path = tmp_path / "large.jsonl"
    path.write_text(10_000 * f"{json.dumps(row)}\n")
    tracemalloc.start()
    count = sum(1 for _ in imported(path).questions)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 10_000
    assert path.stat().st_size > 20_000_000
    assert peak < 6_000_000  # the ids, and one row at a time


def test_values_of_a_table_become_text_as_people_would_write_them():
    row = {
        "n": 1,
        "x": 0.1,
        "d": Decimal("1.50"),
        "on": dt.date(1911, 5, 4),
        "a": np.array([1.5]),
        "b": True,
        "none": None,
    }
    assert content_of(row) == {
        "n": "1", "x": "0.1", "d": "1.50", "on": "1911-05-04", "a": ["1.5"], "b": True, "none": None,
    }  # fmt: skip


def test_the_verb_writes_questions_and_a_card_that_says_where_they_are_from(tmp_path):
    (tmp_path / "dev.json").write_text(json.dumps(published.SQUAD))
    told = commandline.data("import", "dev.json", cwd=tmp_path)
    assert (told["questions"], told["unanswerable"], told["shape"]) == (2, 1, "squad")
    assert told["source"].startswith("dev.json#sha256=")
    card = (tmp_path / "dev" / "README.md").read_text()
    assert told["source"] in card
    assert card.startswith("---\npretty_name: dev\n")
    assert "100.0 %" in commandline.run("run", "dev/dev.jsonl", "-a", "oracle", cwd=tmp_path).stdout
    again = commandline.run("import", "dev.json", cwd=tmp_path, code=2).stderr
    assert "dev is not empty" in again
    assert commandline.data("import", "dev.json", "--limit", "1", "--force", cwd=tmp_path)["questions"] == 1


def test_the_verb_leaves_nothing_behind_where_nothing_has_an_answer(tmp_path):
    (tmp_path / "test.json").write_text(json.dumps({"Data": published.TRIVIAQA["Data"][1:]}))
    told = commandline.run("import", "test.json", cwd=tmp_path, code=2).stderr
    assert "gives no question with an answer" in told
    assert [path.name for path in tmp_path.iterdir()] == ["test.json"]


def test_the_verb_leaves_no_folder_behind_where_the_source_is_refused(tmp_path):
    (tmp_path / "d.csv").write_text("question,question\nHow?,x\n")
    assert "d.csv:1" in commandline.run("import", "d.csv", "--output", "a/b", cwd=tmp_path, code=2).stderr
    (tmp_path / "kept").mkdir()
    commandline.run("import", "d.csv", "--output", "kept", cwd=tmp_path, code=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.csv", "kept"]


def test_the_card_counts_a_single_question_as_one(tmp_path):
    (tmp_path / "one.csv").write_text("question,answers\nHow long?,155 m\n")
    commandline.run("import", "one.csv", cwd=tmp_path)
    assert "\n1 question, 0 of them unanswerable, taken from" in (tmp_path / "one" / "README.md").read_text()
