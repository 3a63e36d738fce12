"""Mistakes that other scorers shipped, each as a row: what is asked, accepted and answered, and the verdict."""

import pytest
from asked import asked

from qa_eval.dataset import load
from qa_eval.errors import DatasetError
from qa_eval.model import Reason, Verdict
from qa_eval.scorers.strict import Scorer

TRAPS = [
    # trap, type, accepted answer, options, answer, reason
    ("a suffix compared", "quantity", "11", {}, "711", Reason.WRONG_VALUE),
    ("a prefix compared", "quantity", "11", {}, "110", Reason.WRONG_VALUE),
    ("the sign dropped", "quantity", "5", {}, "-5", Reason.WRONG_VALUE),
    ("the sign dropped from the accepted one", "quantity", "-5", {}, "5", Reason.WRONG_VALUE),
    ("a typographic minus dropped", "quantity", "5", {}, "−5", Reason.WRONG_VALUE),
    ("the decimal point deleted", "quantity", "35", {}, "3.5", Reason.WRONG_VALUE),
    ("the decimal point deleted from the accepted one", "quantity", "3.5", {}, "35", Reason.WRONG_VALUE),
    ("the decimal point of a price deleted", "quantity", "1250", {}, "12.50", Reason.SCALE_ERROR),
    ("five significant digits compared", "quantity", "123461", {}, "123456", Reason.WRONG_VALUE),
    ("a comparison taken for a value", "quantity", "42", {}, "<42", Reason.WRONG_BOUND),
    ("brackets and the point deleted", "quantity", "314", {}, "(3.14)", Reason.SCALE_ERROR),
    ("a denied number accepted", "quantity", "1250", {}, "900, not 1250", Reason.WRONG_VALUE),
    ("a range accepted for its end", "quantity", "10,000", {}, "10,000 to 15,000", Reason.LESS_PRECISE),
    ("the articles removed from A", "entity", "A", {}, "The", Reason.WRONG_NAME),
    ("the articles removed from both", "entity", "The The", {}, "An A", Reason.WRONG_NAME),
    ("words compared as a set", "phrase", "man bites dog", {}, "dog bites man", Reason.WRONG_WORDS),
    ("names compared as a set", "entity", "Duran Duran", {}, "Duran", Reason.LESS_PRECISE),
    ("a prefix of the unit ignored", "quantity", "155 mm", {}, "155 cm", Reason.SCALE_ERROR),
    (
        "a tolerance measured from the larger value",
        "quantity",
        "100",
        {"tolerance": {"rel": "1%"}},
        "101.0000001",
        Reason.WRONG_VALUE,
    ),
    ("no read as False", "entity", "NO", {}, "False", Reason.WRONG_NAME),
]
RIGHT = [
    ("the gold A emptied", "entity", "A", {}, "A", Reason.EXACT),
    ("brackets around a number", "quantity", "3.14", {}, "(3.14)", Reason.EQUAL_VALUE),
    (
        "a relative tolerance of a negative value",
        "quantity",
        "-196 °C",
        {"tolerance": {"rel": "1%"}},
        "-196.0 °C",
        Reason.EQUAL_VALUE,
    ),
    ("a relative tolerance of zero", "quantity", "0", {"tolerance": {"rel": "5%"}}, "0.0", Reason.EQUAL_VALUE),
    (
        "an absolute tolerance of zero",
        "quantity",
        "0 s",
        {"tolerance": {"abs": "0.2 s"}},
        "-0.2 s",
        Reason.WITHIN_TOLERANCE,
    ),
    ("a full stop after the number", "quantity", "1,300", {}, "1,300.", Reason.EQUAL_VALUE),
    ("a comma after the number", "quantity", "1,300", {}, "1,300,", Reason.EQUAL_VALUE),
    ("an exclamation mark after the number", "quantity", "42", {}, "42!", Reason.EQUAL_VALUE),
    ("a percent sign", "quantity", "20%", {}, "20 percent", Reason.EQUAL_VALUE),
    ("no as a country code", "entity", "NO", {}, "NO", Reason.EXACT),
    ("no as an answer", "yes_no", "no", {}, "No", Reason.AGREES),
]


@pytest.mark.parametrize(("trap", "kind", "answer", "options", "says", "reason"), TRAPS, ids=[row[0] for row in TRAPS])
def test_a_wrong_answer_stays_wrong(trap, kind, answer, options, says, reason):
    score = Scorer().score(asked("What is it?", kind, answer, **options), says)
    assert (score.verdict, score.reason) == (Verdict.INCORRECT, reason), (trap, score)


@pytest.mark.parametrize(("trap", "kind", "answer", "options", "says", "reason"), RIGHT, ids=[row[0] for row in RIGHT])
def test_a_right_answer_stays_right(trap, kind, answer, options, says, reason):
    score = Scorer().score(asked("What is it?", kind, answer, **options), says)
    assert (score.verdict, score.reason) == (Verdict.CORRECT, reason), (trap, score)


def test_a_crash_of_the_scorer_is_no_wrong_answer():
    with pytest.raises(AttributeError):
        Scorer().score(asked("What is it?", "quantity", "11"), None)


def test_an_unquoted_no_is_an_error_and_not_false(tmp_path):
    path = tmp_path / "set.yaml"
    path.write_text(
        "schema: 1\nname: set\nversion: 1.0.0\ndocument: {text: Snow is white.}\n"
        "questions:\n  - {id: q, question: Is it?, type: yes_no, answer: no}\n",
        encoding="utf-8",
    )
    with pytest.raises(DatasetError, match="quote it"):
        load(path)
