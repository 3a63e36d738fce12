"""A snapshot gives back the dataset that was run, whatever its texts hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval import model, snapshot
from qa_eval.errors import RunFolderError

texts = st.text(st.characters(), max_size=12)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3)
tolerances = st.builds(
    model.Tolerance,
    exact=st.booleans(),
    absolute=st.none() | decimals,
    absolute_unit=texts,
    relative=st.none() | decimals,
    significant=st.none() | st.integers(1, 9),
    decimals=st.none() | st.integers(0, 9),
    low=st.none() | decimals,
    high=st.none() | decimals,
)
tuples = st.lists(texts, max_size=3).map(tuple)
answers = st.one_of(
    st.builds(
        model.QuantityAnswer,
        text=texts,
        value=st.none() | decimals,
        unit=texts,
        bound=st.none() | st.sampled_from(list(model.Bound)),
        tolerance=tolerances,
        unit_policy=st.sampled_from(list(model.UnitPolicy)),
    ),
    st.builds(model.DateAnswer, text=texts, granularity=st.none() | st.sampled_from(list(model.Granularity))),
    st.builds(model.EntityAnswer, text=texts),
    st.builds(
        model.PhraseAnswer,
        text=texts,
        must_say=st.lists(st.lists(texts, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
        must_not_say=tuples,
    ),
    st.builds(
        model.ListAnswer,
        items=st.lists(st.lists(texts, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3).map(tuple),
        ordered=st.booleans(),
    ),
    st.builds(model.YesNoAnswer, yes=st.booleans()),
    st.just(model.Unanswerable()),
)
questions = st.builds(
    model.Question,
    id=texts,
    text=texts,
    answer=answers,
    accepted=tuples,
    document_id=st.just("d"),
    evidence=st.lists(st.builds(model.Evidence, texts, st.integers(0, 9), st.integers(0, 9)), max_size=2).map(tuple),
    tags=tuples,
    difficulty=texts,
    paraphrases=tuples,
    accept=tuples,
    reject=tuples,
    derivation=texts,
    note=texts,
)


@given(st.lists(questions, max_size=3), texts)
def test_a_restored_snapshot_equals_the_dataset(asked, text):
    documents = {"d": model.Document("d", text)}
    dataset = model.Dataset("set", "1", tuple(asked), documents, "0" * 64, path="x.yaml")
    lines = list(snapshot.dump(dataset))
    assert all(line.isascii() and line.endswith("\n") for line in lines)
    assert snapshot.restore(lines) == dataset


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "cannot be read"),
        (["{}\n"], "cannot be read"),
        (["no json\n"], "cannot be read"),
        (['{"schema": 99}\n'], "has schema 99"),
    ],
)
def test_what_is_no_snapshot_is_refused(lines, message):
    with pytest.raises(RunFolderError, match=message):
        snapshot.restore(lines)


PLAIN = model.Question("q", "What?", model.EntityAnswer("Ω"), ("Ω", "x"))
SAYING_MORE = [
    model.Question("q", "What?", answer, ("x",), **more)
    for answer in (model.QuantityAnswer("5 km"), model.DateAnswer("1953"), model.PhraseAnswer("x"), PLAIN.answer)
    for more in (
        {}, {"document_id": "d"}, {"evidence": (model.Evidence("q", 0, 1),)}, {"tags": ("t",)}, {"difficulty": "hard"},
        {"paraphrases": ("p",)}, {"accept": ("a",)}, {"reject": ("r",)}, {"derivation": "d"}, {"note": "n"}, {"language": "de"},
    )
]  # fmt: skip
SPECIAL = [
    model.Question("q", "What?", answer, ("x",))
    for answer in (
        model.QuantityAnswer("5", tolerance=model.Tolerance(exact=True)), model.QuantityAnswer("5", unit="km"),
        model.DateAnswer("1953", model.Granularity.YEAR), model.PhraseAnswer("x", (("y",),)), model.YesNoAnswer(yes=True),
    )
]  # fmt: skip


@pytest.mark.parametrize("question", [PLAIN, *SAYING_MORE, *SPECIAL], ids=str)
def test_a_plain_question_is_written_as_any_other_would_be(question):
    assert snapshot._short_form(question) in {"", snapshot._written(snapshot.row(question))}


def test_only_a_plain_question_is_written_in_the_short_way():
    short = [question for question in [PLAIN, *SAYING_MORE, *SPECIAL] if snapshot._short_form(question)]
    nothing_more = [
        question for number, question in enumerate(SAYING_MORE) if number % 11 in {0, 1}
    ]  # but for a document
    assert short == [PLAIN, *nothing_more]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (model.Question("q", "What?", model.QuantityAnswer("5 km"), ("5 km",)), {"id": "q", "text": "What?", "quantity": "5 km"}),
        (PLAIN, {"id": "q", "text": "What?", "entity": "Ω", "accepted": ["Ω", "x"]}),
        (model.Question("q", "What?", PLAIN.answer), {"id": "q", "text": "What?", "entity": "Ω", "accepted": []}),
        (model.Question("q", "What?", model.YesNoAnswer(yes=True), ("yes",), "d"), {"id": "q", "text": "What?", "answer": {"type": "yes_no", "yes": True}, "document_id": "d"}),
        (model.Question("q", "What?", model.Unanswerable()), {"id": "q", "text": "What?", "answer": {"type": "unanswerable"}}),
    ],
    ids=("text alone", "aliases", "nothing accepted", "no text", "unanswerable"),
)  # fmt: skip
def test_a_line_says_an_accepted_text_once(question, line):
    assert snapshot.row(question) == line
    assert snapshot.question(dict(line)) == question


FIRST_SCHEMA = [
    '{"schema": 1, "name": "s", "version": "1", "sha256": "0", "description": "", "licence": "", "path": "", "documents": [{"id": "d", "text": "T"}]}\n',
    '{"id":"a","text":"What?","answer":{"type":"quantity","text":"5 km"},"accepted":["5 km"]}\n',
    '{"id":"b","text":"What?","answer":{"type":"entity","text":"Ada"},"document_id":"d","tags":["t"]}\n',
    '{"id":"c","text":"What?","answer":{"type":"unanswerable"}}\n',
]


def test_a_snapshot_of_the_first_schema_is_read_as_it_was_meant():
    assert snapshot.restore(FIRST_SCHEMA).questions == (
        model.Question("a", "What?", model.QuantityAnswer("5 km"), ("5 km",)),
        model.Question("b", "What?", model.EntityAnswer("Ada"), (), "d", tags=("t",)),
        model.Question("c", "What?", model.Unanswerable()),
    )


@pytest.mark.parametrize(
    "line",
    [
        '{"id":"a","text":"What?"}', '{"id":"a","text":"What?","quantity":"5","date":"1953"}', '{"id":"a","quantity":"5"}',
        '{"id":"a","text":"What?","answer":{"type":"list","items":[]}}', '{"id":"a","text":"What?","entity":"x","more":1}', "[]", "5",
    ],
)  # fmt: skip
def test_a_damaged_line_of_a_snapshot_is_refused(line):
    header = FIRST_SCHEMA[0].replace('"schema": 1', '"schema": 2')
    with pytest.raises(RunFolderError, match="cannot be read"):
        snapshot.restore([header, line])
