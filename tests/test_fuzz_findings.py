"""What fuzzing found (benchmarks/fuzz.py): each input broke something once, and is read or refused properly now."""

import io
import json
import zipfile

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from qa_eval import dataset, snapshot
from qa_eval.errors import DatasetError, RunFolderError
from qa_eval.model import (
    DateAnswer,
    EntityAnswer,
    ListAnswer,
    QuantityAnswer,
    Question,
    Verdict,
    YesNoAnswer,
    accepted_texts,
)
from qa_eval.predictions import load_predictions
from qa_eval.reading.dates import read_dates
from qa_eval.scorers.strict import Scorer

FILES = {
    "a misspelt key above made a missing key below vanish": (
        "yaml",
        b'quest:ebsion: "1"\nquestions:\n  - id: x\n    questons:\n  - id: y\n    question: "What?"\n',
        ['has no "answers"'],
    ),
    "a column that stood there 200,000 times took minutes": (
        "csv",
        b"id," * 200_000 + b"question,answers\n",
        ['the column "id" stands there twice'],
    ),
    "a missing column's message named 200,000 others": (
        "csv",
        ",".join(f"c{n}" for n in range(200_000)).encode() + b"\n",
        ['there is no column "id"\nhint: the columns are c0, c1, ', "c19 and 199,980 more"],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_questions_file_is_refused_with_its_problems(tmp_path, name):
    suffix, content, problems = FILES[name]
    path = tmp_path / f"file.{suffix}"
    path.write_bytes(content)
    with pytest.raises(DatasetError) as caught:
        dataset.load(path)
    for problem in problems:
        assert problem in str(caught.value)


PREDICTIONS = {
    "two answers to each of 20,000 questions took minutes": (
        "{" + ", ".join(f'"k{n // 2}": "x"' for n in range(40_000)) + "}",
        ['file.json:1: error: the id "k7" has two answers', "the other one is on line 1"],
    ),
    "20,000 answers that are lists took minutes": (
        "{" + ",\n".join(f'"\\u006b{n}": ["x"]' for n in range(20_000)) + "}",
        ['file.json:8: error: the answer to "k7" should be text, not a list'],
    ),
}


@pytest.mark.parametrize("name", PREDICTIONS)
def test_predictions_are_refused_with_their_problems(tmp_path, name):
    content, problems = PREDICTIONS[name]
    (tmp_path / "file.json").write_text(content)
    with pytest.raises(DatasetError) as caught:
        load_predictions(tmp_path / "file.json")
    assert len(str(caught.value)) < 1_000
    for problem in problems:
        assert problem in "\n".join(map(str, caught.value.problems))


def test_numbers_in_a_row_are_looked_at_once_each_for_a_date():
    """100,000 took two minutes."""
    assert [date.text for date in read_dates(100_000 * "27 " + "March 2023")] == ["27 March 2023"]


def test_a_figure_with_a_gap_inside_is_read_as_one_without():
    """A gap of 20,000 took a quarter of a minute."""
    answer = QuantityAnswer("5 km")
    question = Question("q", "How many km of the 40?", answer, ("5 km",))
    assert Scorer().score(question, f"5{20_000 * ' '}km").verdict == "correct"


@pytest.mark.parametrize("text", ["27 March 2023, 27.3.2023,{gap}the 1990s", "5{gap}x = 3 = 5", "5 m{gap}or 6 m"])
@pytest.mark.parametrize("answer", [DateAnswer("27 March 2023"), QuantityAnswer("5 m")])
def test_a_long_gap_behind_a_date_or_a_figure_is_looked_through_once(answer, text):
    """A gap of 60,000 took half a minute."""
    question = Question("q", "What is it?", answer, accepted_texts(answer))
    for gap in (60_000 * " ", 60_000 * "\n"):
        assert Scorer().score(question, text.format(gap=gap)).verdict in Verdict


@pytest.mark.parametrize("unit", ["m ", "s^2 ", "kg "])
def test_a_row_of_units_is_judged(unit):
    """A thousand of them were more than Python lets a function call itself."""
    question = Question("q", "How long is it?", QuantityAnswer("5 m"), ("5 m",))
    assert Scorer().score(question, "5 " + 20_000 * unit).verdict in Verdict


def test_what_is_true_of_what_is_true_is_judged():
    """A thousand of them were more than Python lets a function call itself."""
    question = Question("q", "Is the pool heated?", YesNoAnswer(yes=True), ("yes",))
    assert Scorer().score(question, 3_000 * "it is true that " + "it is heated").reason != "scorer_failed"


def test_a_row_of_dashes_says_neither_yes_nor_no():
    """A row of 20,000 took twelve seconds."""
    question = Question("q", "Is the pool heated?", YesNoAnswer(yes=True), ("yes",))
    assert Scorer().score(question, 20_000 * "—").verdict == Scorer().score(question, "—").verdict == "abstained"


@pytest.mark.parametrize("answer", [EntityAnswer("Ada"), ListAnswer((("fuel",), ("ore",)))])
def test_many_words_joined_by_dashes_are_judged(answer):
    """Each of 60,000 was looked at as the beginning of a site's address that reached to the end, half an hour in all."""
    question = Question("q", "What is it?", answer, accepted_texts(answer))
    assert Scorer().score(question, 60_000 * "ore–").verdict in Verdict


@pytest.mark.parametrize("answer", [EntityAnswer("Ada"), ListAnswer((("fuel",), ("ore",)))])
@pytest.mark.parametrize("text", ["Ada{gap}b", "Ada, B{gap}b", "fuel{gap}ore", "fuel, B{gap}/{gap}ore x"])
def test_an_answer_with_a_long_gap_is_judged(answer, text):
    """Each took time with the square of the gap."""
    question = Question("q", "What is it?", answer, accepted_texts(answer))
    for gap in (30_000 * " ", 30_000 * "\n"):
        assert Scorer().score(question, text.format(gap=gap)).verdict in Verdict


DEEP = 100_000 * "["
OUTPUTS = {
    "lm_eval": ("file.jsonl", '{"doc_id": 0, "doc": ' + DEEP),
    "promptfoo": ("file.json", '{"evalId": "e", "results": ' + DEEP),
    "inspect_ai": ("file.json", '{"version": 2, "status": "success", "eval": ' + DEEP),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_another_harnesss_output_that_is_nested_too_deeply_is_refused(tmp_path, name):
    file, content = OUTPUTS[name]
    (tmp_path / file).write_text(content)
    with pytest.raises(DatasetError, match=r"the file is broken: (maximum recursion depth exceeded|Stack overflow)"):
        load_predictions(tmp_path / file)


def test_a_runs_dataset_that_is_nested_too_deeply_is_refused():
    with pytest.raises(RunFolderError, match="the dataset snapshot cannot be read: RecursionError"):
        snapshot.restore([DEEP])


def test_a_cell_that_begins_as_a_deep_list_is_prose(tmp_path):
    cell = '"[""a"", ' + DEEP + '"'
    (tmp_path / "file.csv").write_text(f"id,question,type,answers\na,Which?,list,{cell}\n")
    assert len(dataset.load(tmp_path / "file.csv").questions) == 1


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=4))
def test_an_archive_with_other_bytes_is_read_or_refused(tmp_path_factory, changes):
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(3):
            sample = {"id": f"q{n}", "epoch": 1, "output": {"choices": [{}], "completion": "5"}}
            archive.writestr(f"samples/{n}.json", json.dumps(sample))
    damaged = bytearray(sink.getvalue())
    for place, byte in changes:
        damaged[place % len(damaged)] = byte
    path = tmp_path_factory.mktemp("damaged") / "file.eval"
    path.write_bytes(damaged)
    try:
        found = len(load_predictions(path))
    except DatasetError as refused:
        found = str(refused).count("file.eval")
    assert found


def as_parquet(rows=50):
    sink = io.BytesIO()
    table = {"id": [f"q{i}" for i in range(rows)], "question": ["What?"] * rows, "answers": [["5 km", "5 m"]] * rows}
    parquet.write_table(pa.table(table), sink, compression="none")
    return sink.getvalue()


WHOLE = as_parquet()


def test_a_parquet_file_whose_text_is_damaged_is_refused(tmp_path):
    path = tmp_path / "file.parquet"
    path.write_bytes(WHOLE.replace(b"What?", b"W\xff\xfft?"))
    with pytest.raises(DatasetError, match=r"the file is damaged: .*can't decode byte 0xff.*\nhint: write it again"):
        dataset.load(path)


def test_a_parquet_file_that_ends_before_its_last_row_is_refused(tmp_path):
    path = tmp_path / "file.parquet"
    rows, more = b"\x16\x64\x19", b"\x16\x78\x19"  # in the footer: 50 rows, and 60
    assert WHOLE.count(rows) == 1
    path.write_bytes(WHOLE.replace(rows, more))
    with pytest.raises(DatasetError, match="the file is damaged: it ends after 50 of 60 rows"):
        dataset.load(path)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=4), st.integers(0, len(WHOLE)))
def test_a_parquet_file_with_other_bytes_is_read_or_refused(tmp_path_factory, changes, length):
    damaged = bytearray(WHOLE)
    for place, byte in changes:
        damaged[place] = byte
    path = tmp_path_factory.mktemp("damaged") / "file.parquet"
    path.write_bytes(damaged if length % 3 else damaged[:length])
    try:
        said = dataset.load(path).name
    except DatasetError as refused:
        said = str(refused)
    assert "file" in said
