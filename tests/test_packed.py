"""Many questions are kept packed: equal to the same ones in a tuple, found by place and id, small, and loaded the same way."""

import json
import pickle
import tracemalloc
from dataclasses import replace
from itertools import product

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain import Plain, dataset
from pyarrow import parquet

from qa_eval import journal, model, snapshot
from qa_eval.analysis.marks import Marks
from qa_eval.dataset import load
from qa_eval.dataset.digest import question_digest
from qa_eval.dataset.packed import Packed, _question, _row, by_id, digests, packed, places
from qa_eval.engine import Run, Settings, default_scorer, run_questions
from qa_eval.errors import DatasetError

TEXT = st.text('aé7 ,"\\\n\x00\ud800😀', min_size=1, max_size=8)
ANSWERS = st.one_of(
    st.builds(model.QuantityAnswer, TEXT, unit=st.sampled_from(["", "km"])),
    st.builds(model.QuantityAnswer, TEXT, tolerance=st.builds(model.Tolerance, exact=st.booleans())),
    st.builds(model.DateAnswer, TEXT, st.sampled_from([None, model.Granularity.YEAR])),
    st.builds(model.EntityAnswer, TEXT),
    st.builds(model.PhraseAnswer, TEXT, must_not_say=st.lists(TEXT, max_size=1).map(tuple)),
    st.builds(model.ListAnswer, st.lists(st.tuples(TEXT), min_size=1, max_size=3).map(tuple)),
    st.builds(model.YesNoAnswer, st.booleans()),
    st.just(model.Unanswerable()),
)
QUESTIONS = st.builds(
    model.Question, TEXT, TEXT, ANSWERS, st.lists(TEXT, max_size=2).map(tuple), TEXT,
    tags=st.lists(TEXT, max_size=2).map(tuple), difficulty=st.sampled_from(["", "easy"]), note=st.sampled_from(["", "x"]),
)  # fmt: skip


@pytest.fixture
def few_are_many(monkeypatch):
    """Anything above ten questions is packed."""
    monkeypatch.setattr("qa_eval.dataset.packed.MANY", 10)
    monkeypatch.setattr("qa_eval.dataset.packed.BLOCK", 4)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # on a loaded machine
@given(QUESTIONS)
def test_any_question_comes_back_as_it_was(question):
    assert _question(json.loads(json.dumps(_row(question)))) == question


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(QUESTIONS, min_size=11, max_size=14, unique_by=lambda question: question.id))
def test_a_dataset_of_packed_questions_is_kept_in_the_same_lines(few_are_many, questions):
    kept = packed(questions)
    assert isinstance(kept, Packed)
    assert [*snapshot.dump(dataset(questions=kept))] == [*snapshot.dump(dataset(questions=questions))]


def test_packed_questions_are_a_sequence_equal_to_a_tuple_of_them(few_are_many):
    whole = dataset(23).questions
    kept = packed(whole)
    assert isinstance(kept, Packed)
    assert len(kept) == 23
    assert kept == whole
    assert tuple(kept) == whole
    for start, stop, step in product((None, 0, 3, 4, 5, 22, 23, 40, -3), (None, 0, 4, 9, 23, 40, -2), (None, 1, 2, -1)):
        assert kept[start:stop:step] == whole[start:stop:step]
    assert kept[-2] == whole[-2]
    assert by_id(kept)["q7"] == whole[7]
    assert "q99" not in by_id(kept)
    assert list(by_id(kept)) == [question.id for question in whole]
    assert places(kept) == places(whole)
    assert pickle.loads(pickle.dumps(kept)) == whole  # noqa: S301 - as it goes to another process
    with pytest.raises(IndexError):
        kept[23]


@pytest.mark.parametrize(
    ("last", "policy"),
    [
        ({}, "lenient"),
        ({"tags": ("odd",), "difficulty": "hard"}, "lenient"),
        ({"note": "as the mayor said"}, "lenient"),
        ({"accept": ("12",)}, "strict"),
        ({"answer": model.PhraseAnswer("22", must_say=(("22",),))}, "strict"),
    ],
)
def test_the_policy_of_packed_questions_is_that_of_the_questions(few_are_many, last, policy):
    whole = dataset(23).questions
    changed = (*whole[:-1], replace(whole[-1], **last))
    for questions in (changed, packed(changed), pickle.loads(pickle.dumps(packed(changed)))):  # noqa: S301 - as above
        assert default_scorer(dataset(path="some.jsonl", questions=questions)) == policy
    assert packed(whole).plain


def test_few_questions_stay_as_they_are():
    assert packed(iter(dataset(5).questions)) == dataset(5).questions
    assert isinstance(packed(dataset(5).questions), tuple)


def test_packed_questions_take_a_fraction_of_the_room():
    def size(keep):
        tracemalloc.start()
        kept = keep(dataset(21_000).questions)
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert len(kept) == 21_000
        return held

    assert size(packed) < size(tuple) / 2


def rows(n):
    kinds = (lambda i: f"{i} km", lambda i: f"{1 + i % 28} March 1950", lambda _: "Anna Keller", lambda i: f"{i},000")
    return [{"id": f"q{i}", "question": f"What is {i}?", "answers": [kinds[i % 4](i)]} for i in range(n)]


def written(folder, rows, suffix):
    path = folder / f"q.{suffix}"
    if suffix == "parquet":
        parquet.write_table(pa.Table.from_pylist(rows), path)
    else:
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.mark.parametrize("suffix", ["parquet", "jsonl"])
def test_a_large_file_gives_the_same_dataset_as_a_small_one(tmp_path, suffix, monkeypatch):
    path = written(tmp_path, rows(60), suffix)
    small = load(path)
    for module, name, number in (
        ("qa_eval.dataset.packed", "MANY", 10),
        ("qa_eval.dataset.packed", "BLOCK", 4),
        ("qa_eval.dataset.loading", "PART", 7),
        ("qa_eval.formats.parquet", "FEW", 10),
        ("qa_eval.formats.parquet", "PART", 8),
    ):
        monkeypatch.setattr(f"{module}.{name}", number)
    large = load(path)
    assert isinstance(small.questions, tuple)
    assert isinstance(large.questions, Packed)
    assert large == small
    assert large.questions.digests
    for questions in (large.questions, pickle.loads(pickle.dumps(large.questions))):  # noqa: S301 - as above
        assert digests(questions, 5, 17) == digests(small.questions, 5, 17)
    assert digests(small.questions, 5, 6) == question_digest(small.questions[5])[:16]


@pytest.mark.parametrize("suffix", ["parquet", "jsonl"])
def test_a_large_file_with_mistakes_tells_all_of_them(tmp_path, suffix, monkeypatch):
    wrong = rows(60)
    wrong[20]["question"] = " "
    wrong[40]["id"] = "q3"
    path = written(tmp_path, wrong, suffix)
    with pytest.raises(DatasetError) as small:
        load(path)
    monkeypatch.setattr("qa_eval.dataset.loading.PART", 7)
    monkeypatch.setattr("qa_eval.formats.parquet.FEW", 10)
    monkeypatch.setattr("qa_eval.formats.parquet.PART", 8)
    with pytest.raises(DatasetError) as large:
        load(path)
    assert str(large.value) == str(small.value)
    assert len(large.value.problems) == 2


class Answerer:
    """Answers in batches; wrongly where the number ends in 7."""

    batch_size = 8

    def answer_batch(self, questions):
        numbers = [question.removeprefix("What is ").removesuffix("?") for question in questions]
        return ["wrong" if number.endswith("7") else number for number in numbers]


def test_a_run_of_packed_questions_equals_one_of_the_same_in_a_tuple_also_when_resumed(few_are_many, tmp_path):
    def run(questions, folder, **more):
        asked = dataset(60, questions=questions)
        return run_questions(asked, [Answerer()], Plain(), Settings(), journal.Place(folder, exact=True, **more))

    whole = dataset(60).questions
    plain = run(whole, tmp_path / "plain")
    kept = run(packed(whole), tmp_path / "packed")
    results = tmp_path / "packed" / journal.RESULTS
    results.write_bytes(b"".join(results.read_bytes().splitlines(keepends=True)[:31]))
    resumed = run(packed(whole), tmp_path / "packed", resume=True)
    loaded = Run.load(tmp_path / "packed")
    assert isinstance(loaded.dataset.questions, Packed)
    for other in (kept, resumed, loaded):
        assert [result.score for result in other.results] == [result.score for result in plain.results]
        assert other.summary[0].by_type == plain.summary[0].by_type


@given(st.dictionaries(st.tuples(st.sampled_from("abcde"), st.integers(0, 3)), st.booleans()))
def test_marks_are_kept_as_a_mapping_would_keep_them(added):
    marks, plain = Marks({name: place for place, name in enumerate("abcdef")}), {}
    for (name, repeat), right in added.items():
        marks.add(name, repeat, right=right)
        plain.setdefault(name, {})[repeat] = right
    plain = {name: tuple(told[repeat] for repeat in sorted(told)) for name, told in plain.items()}
    assert dict(marks) == plain
    assert marks.repeated is any(len(told) > 1 for told in plain.values())
    assert len(marks) == len(plain)
    assert "f" not in marks
