"""Pieces of all tabled rows put together anew, which read as sense and are none: no scorer raises, and no question fails to load."""

import random
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml import BaseLoader

from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.errors import UsageError
from qa_eval.model import AnswerType, Document, EntityAnswer, QuantityAnswer, Question, Verdict
from qa_eval.scorers.lenient import Scorer as Lenient
from qa_eval.scorers.strict import Scorer as Strict

SCORERS = Strict(), Lenient()
SHORT = 60  # characters of most accepted texts
LONGEST = 60  # words of a piece


@cache
def pieces():
    """Every text of the tables: questions, accepted texts, documents, answers."""
    folders = [Path(__file__).parent / name for name in ("scoring", "lenient")]
    files = sorted(path for folder in folders for path in folder.glob("*.yaml"))
    tables = [yaml.load(path.read_bytes(), BaseLoader) for path in files]  # noqa: S506 - builds nothing but text
    return list(dict.fromkeys(text for table in tables for text in texts_in(table)))


def texts_in(value):
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_in(part)


def spliced(chance):
    words = []
    for _ in range(chance.choice((1, 2, 2, 3))):
        piece = chance.choice(pieces()).split()[:LONGEST] or ["-"]
        first = chance.randrange(len(piece))
        words += piece[first : chance.randrange(first, len(piece)) + 1] if chance.random() < 0.7 else piece
    if chance.random() < 0.2:
        chance.shuffle(words)
    return " ".join(words)


def question_by(chance):
    """A question with an answer of some type; None where the accepted text is none of that type."""
    asked = spliced(chance) + "?"
    gold = next((text for text in chance.sample(pieces(), 50) if len(text) < SHORT and text.strip()), "5 km")
    if chance.random() < 0.2:
        gold = spliced(chance)
    kind = infer_type([gold], asked) if chance.random() < 0.6 else chance.choice(list(AnswerType))
    try:
        answer, accepted = typed_answer([] if kind == AnswerType.UNANSWERABLE else [gold], kind)
    except UsageError:
        return None
    return Question("q", asked, answer, accepted, "d")


@settings(max_examples=1500)
@given(st.integers(0, 10**9))
@example(1)
def test_no_splice_of_rows_makes_a_scorer_raise(seed):
    chance = random.Random(seed)  # noqa: S311 - hypothesis chooses the seed, no secret depends on it
    question = question_by(chance)
    if question is None:
        return
    document, said = Document("d", " ".join(spliced(chance) for _ in range(3))), spliced(chance)
    for scorer in SCORERS:
        assert scorer.score(question, said, document).verdict in set(Verdict) - {Verdict.FAILED}, (question, said)


METRES = EntityAnswer("155 metres")


@pytest.mark.parametrize(
    ("answer", "question", "said"),
    [
        (
            METRES,
            "is 155 may answer is the metres 155 may opened 1911 may 31?",
            "anna may what 1911 may answer what is",
        ),
        (QuantityAnswer("It lost $5 million."), "What colour is the flag?", "correct **Two-thirds** of wrong_value"),
    ],
    ids=["a clause without an end", "a figure in words in the place of a sum"],
)
@pytest.mark.parametrize("scorer", SCORERS, ids=["strict", "lenient"])
def test_what_a_splice_broke_once_is_judged(scorer, answer, question, said):
    document = Document("d", "the bridge opened on 4 may 1911 it is 155 metres long " * 3)
    asked = Question("q", question, answer, (answer.text,), "d")
    assert scorer.score(asked, said, document).verdict is Verdict.INCORRECT


@pytest.mark.parametrize("text", ["and", ", ,", '[""]'])
def test_a_list_that_holds_no_item_is_refused(text):
    with pytest.raises(UsageError, match="holds no item of a list"):
        typed_answer([text], AnswerType.LIST)
