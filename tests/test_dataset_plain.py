"""Plain rows are made into questions without the forms, and give what the forms give; all else is left to the forms."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qa_eval
from qa_eval import dataset
from qa_eval.dataset import digest, loading
from qa_eval.dataset.digest import question_digest
from qa_eval.dataset.plain import plain_dataset
from qa_eval.errors import QaEvalError
from qa_eval.model import (
    DateAnswer,
    EntityAnswer,
    Granularity,
    PhraseAnswer,
    QuantityAnswer,
    Question,
    Tolerance,
    UnitPolicy,
    YesNoAnswer,
)

PLAIN = [
    {"id": "a", "question": "How many?", "answers": ["12 km", "12,000 m"]},
    {"id": "b", "question": "When did it end?", "answers": ["1953"]},
    {"id": "c", "question": "Who?", "answers": ["Ada Ω\u2028"], "tags": ["people"], "difficulty": "hard", "note": ""},
    {"id": "d", "question": "Does it?", "answers": ["Yes."], "type": "yes_no"},
    {"id": "e", "question": "What is missing?", "answers": []},
    {"id": "f", "question": "Which?", "answers": ["one"], "context": "One of them.", "derivation": "It says so."},
    {"id": "g", "question": "Which?", "answers": ["a and b"], "type": "list", "tags": None},
]
OUT_OF_THE_ORDINARY = [
    {"id": " a", "question": "What?", "answers": ["x"]},
    {"id": "a", "question": " ", "answers": ["x"]},
    {"id": "a", "question": "What?", "answers": [""]},
    {"id": "a", "question": "What?", "answers": ["x", " "]},
    {"id": "a", "question": "What?", "answers": "x"},
    {"id": "a", "question": "What?", "answers": [["x", "y"]]},
    {"id": "a", "question": "What?", "answers": [12]},
    {"id": "a", "question": "What?", "answers": ["x"], "type": "number"},
    {"id": "a", "question": "What?", "answers": ["x"], "type": "quantity"},
    {"id": "a", "question": "What?", "answers": ["x"], "difficulty": "odd"},
    {"id": "a", "question": "What?", "answers": ["x"], "colour": "red"},
    {"id": "a", "question": "What?", "answers": ["5 km"], "tolerance": "rel=1%"},
    {"id": "a", "question": "What?", "answer": "x", "type": "entity"},
    {"question": "What?", "answers": ["x"]},
    [],
]


def written(tmp_path, rows):
    """A file of rows."""
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def by_the_forms(path):
    """What the forms make of a file: its dataset, or what they say of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "plain_dataset", lambda *_: None)
        patch.setattr(digest, "_short_form", lambda _: "")
        return loaded(path)


def loaded(path):
    """The dataset of a file, or what is said of it."""
    try:
        return dataset.load(path)
    except QaEvalError as error:
        return str(error)


def test_plain_rows_give_what_the_forms_give(tmp_path):
    path = written(tmp_path, PLAIN)
    assert plain_dataset({"questions": PLAIN}, str(path)) == by_the_forms(path) == dataset.load(path)


@pytest.mark.parametrize("row", OUT_OF_THE_ORDINARY, ids=str)
def test_a_row_with_more_or_with_faults_is_left_to_the_forms(tmp_path, row):
    path = written(tmp_path, [PLAIN[0] | {"id": "first"}, row])
    assert plain_dataset({"questions": [row]}, str(path)) is None
    assert loaded(path) == by_the_forms(path)


def test_an_id_that_is_used_twice_is_left_to_the_forms():
    assert plain_dataset({"questions": [PLAIN[0], PLAIN[0]]}, "x.jsonl") is None


@pytest.mark.parametrize("content", [{}, {"questions": []}, {"questions": "x"}, {"questions": PLAIN, "name": "n"}])
def test_a_file_that_says_more_than_questions_is_left_to_the_forms(content):
    assert plain_dataset(content, "x.json") is None


TEXT = st.text(max_size=12)
WORDS = st.sampled_from(
    ["12 km", "May 2020", "Ada Lovelace", "yes", "42,606", "a long answer of quite a few words", "½"]
)
ROW = st.fixed_dictionaries(
    {"id": TEXT, "question": TEXT, "answers": st.lists(TEXT | WORDS, max_size=3)},
    optional={
        "type": st.sampled_from(["quantity", "date", "entity", "phrase", "list", "yes_no", "unanswerable", "x"]),
        "tags": st.lists(TEXT, max_size=2),
        "difficulty": st.sampled_from(["easy", "odd", ""]),
        "context": TEXT,
        "note": TEXT | st.none(),
    },
)


@given(st.lists(ROW, min_size=1, max_size=3))
def test_any_rows_give_what_the_forms_give(tmp_path_factory, rows):
    path = written(tmp_path_factory.mktemp("rows"), rows)
    assert loaded(path) == by_the_forms(path)


ANSWERS = [
    QuantityAnswer("5 km"),
    QuantityAnswer("5 km", tolerance=Tolerance()),
    QuantityAnswer("5 km", tolerance=Tolerance(exact=True)),
    QuantityAnswer("5 km", unit="km"),
    QuantityAnswer("5 km", unit_policy=UnitPolicy.REQUIRED),
    DateAnswer("May 2020"),
    DateAnswer("May 2020", Granularity.YEAR),
    EntityAnswer('Ada "the" \\ Ω \ud800'),
    PhraseAnswer("for oil"),
    PhraseAnswer("for oil", (("oil",),)),
    PhraseAnswer("for oil", (), ("gas",)),
    YesNoAnswer(yes=True),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=str)
@pytest.mark.parametrize(
    "more",
    [{}, {"document_id": "d"}, {"tags": ("t",)}, {"language": "de"}, {"accepted": ()}, {"difficulty": "hard"}],
    ids=str,
)
def test_the_short_form_of_a_question_has_the_digest_of_the_long_one(answer, more):
    question = replace(Question("q", "What\n?", answer, (answer.text, "x")), **more)
    with pytest.MonkeyPatch.context() as patch:
        short = question_digest(question)
        patch.setattr(digest, "_short_form", lambda _: "")
        assert question_digest(question) == short


@pytest.mark.parametrize(
    ("gold", "language", "right", "wrong"),
    [
        (
            "twice daily",
            "en",
            ["twice daily", "2 times a day", "every 12 hours"],
            ["3 times a day", "twice weekly", "2 hours"],
        ),
        ("hourly", "en", ["hourly", "every hour"], ["daily", "every 2 hours"]),
        ("zweimal täglich", "de", ["zweimal täglich", "2-mal am Tag"], ["dreimal täglich", "zweimal pro Woche"]),
    ],
)
def test_how_often_is_a_quantity(gold, language, right, wrong):
    def correct(text):
        asked = {"question": "How often is it taken?", "type": "quantity", "language": language}
        return qa_eval.score(text, [gold], **asked).verdict == "correct"

    assert [text for text in right if not correct(text)] == []
    assert [text for text in wrong if correct(text)] == []


@pytest.mark.parametrize("gold", ["seldom", "often", "at night", "when needed"])
def test_what_says_no_number_and_not_how_often_is_no_quantity(gold):
    with pytest.raises(QaEvalError, match="holds no number"):
        qa_eval.score("3", [gold], type="quantity")
