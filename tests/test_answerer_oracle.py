"""oracle says the accepted answer of each question, by id, and abstains where there is none."""

from decimal import Decimal

import pytest

from qa_eval import model, plugins
from qa_eval.errors import AnswererError
from qa_eval.reading.abstentions import abstains

ANSWERS = {
    "height": model.QuantityAnswer("up to 1,300 m", value=Decimal(1300), unit="metre"),
    "day": model.DateAnswer("27 March 2019"),
    "town": model.EntityAnswer("Leiden"),
    "why": model.PhraseAnswer("to save fuel"),
    "rivers": model.ListAnswer((("Rhine", "Rijn"), ("Meuse",), ("Scheldt",))),
    "open": model.YesNoAnswer(yes=False),
    "mayor": model.Unanswerable(),
}
QUESTIONS = tuple(
    model.Question(name, f"{name}?", answer, model.accepted_texts(answer, ("another name",)))
    for name, answer in ANSWERS.items()
)


@pytest.fixture
def oracle():
    return plugins.make("answerers", "oracle", questions=QUESTIONS)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("height", "up to 1,300 m"),
        ("day", "27 March 2019"),
        ("town", "Leiden"),
        ("why", "to save fuel"),
        ("rivers", "Rhine, Meuse and Scheldt"),
        ("open", "no"),
    ],
)
def test_it_says_the_first_accepted_text_of_every_type(oracle, asked, said):
    assert oracle.answer("asked in any words?", "", asked) == said


def test_it_abstains_where_the_document_does_not_say(oracle):
    assert abstains(oracle.answer("mayor?", "", "mayor"))


def test_a_question_that_is_not_of_the_dataset_is_missing(oracle):
    with pytest.raises(AnswererError, match="no question 'height2'") as caught:
        oracle.answer("height?", "", "height2")
    assert (caught.value.kind, caught.value.retryable) == ("missing", False)
