"""The Python door: what the README promises, and the public names."""

import asyncio
import subprocess
import sys
from decimal import Decimal

import numpy as np
import pytest

import qa_eval
from qa_eval.errors import DatasetError, UsageError


@pytest.mark.parametrize(
    ("text", "accepted", "options", "verdict", "reason"),
    [
        ("15.5 cm", ["155 mm"], {"question": "What calibre?"}, "correct", "converted_unit"),
        ("155", ["155 mm"], {"unit": "required"}, "incorrect", "missing_unit"),
        ("156 mm", ["155 mm"], {"tolerance": "exact"}, "incorrect", "wrong_value"),
        ("160 mm", ["155 mm"], {"tolerance": {"rel": 0.1}}, "correct", "within_tolerance"),
        ("160 mm", ["155 mm"], {"tolerance": '{rel: "10%"}'}, "correct", "within_tolerance"),
        ("170 mm", ["155 mm"], {"tolerance": "rel=1%"}, "incorrect", "wrong_value"),
        ("4,000", ["3,000"], {"document": "He lost 4,000 of 3,000."}, "incorrect", "other_figure_of_the_document"),
        ("2 May 1911", ["May 2, 1911"], {}, "correct", "same_date"),
        ("I don't know", ["Keller"], {}, "abstained", "abstained"),
        ("not stated", [], {}, "correct", "rightly_abstained"),
        ("155", ["155"], {"type": "entity"}, "correct", "exact"),
        ("Lisbon", "Lisbon", {}, "correct", "exact"),
        ("155 mm", "15.5 cm", {}, "correct", "converted_unit"),
        ("L", "Lisbon", {}, "incorrect", "wrong_name"),
    ],
)
def test_one_answer_is_scored(text, accepted, options, verdict, reason):
    score = qa_eval.score(text, accepted, **options)
    assert (score.verdict, score.reason) == (verdict, reason)
    assert score.message


def test_what_no_questions_file_may_say_is_an_error():
    with pytest.raises(DatasetError, match="type"):
        qa_eval.score("x", ["x"], type="quantitty")


async def slow(question, document):
    await asyncio.sleep(0)
    return "170 mm"


class Batched:
    batch_size = 50

    def answer_batch(self, questions, document):
        return ["170 mm"] * len(questions)


@pytest.mark.parametrize("answerer", [lambda question, document: "170 mm", slow, Batched()])
def test_any_shape_of_answerer_runs(answerer, tmp_path):
    run = qa_eval.run("north-korea-russia", answerer=answerer)
    assert run.state == "complete"
    assert len(run.results) == run.summary[0].overall.n > 120
    assert 0 < run.summary[0].overall.accuracy < 0.1
    saved = run.save(tmp_path / "kept")
    assert qa_eval.Run.load(tmp_path / "kept").results == saved.results


@pytest.mark.parametrize("answer", [b"5", None, ["5"]])
def test_an_answer_to_score_that_is_no_text_is_an_error(answer):
    with pytest.raises(UsageError, match="the answer to score is no text"):
        qa_eval.score(answer, ["5"])


def test_several_answerers_go_by_answerers():
    with pytest.raises(UsageError) as caught:
        qa_eval.run("north-korea-russia", answerer=[lambda question: "x", "lexical"])
    assert "answerers=" in str(caught.value)


def test_a_run_needs_an_answerer():
    with pytest.raises(UsageError, match="no answerer"):
        qa_eval.run("north-korea-russia")


def test_the_public_names_are_there_and_sorted():
    assert sorted(qa_eval.__all__) == qa_eval.__all__
    for name in qa_eval.__all__:
        assert getattr(qa_eval, name) is not None
    assert set(qa_eval.__all__) <= set(dir(qa_eval))
    with pytest.raises(AttributeError, match="no attribute 'scores'"):
        _ = qa_eval.scores


def test_run_stays_the_function_whatever_was_imported():
    code = "import qa_eval, qa_eval.engine, qa_eval.commands.run; print(callable(qa_eval.run), callable(qa_eval.score))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True True\n"


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("4.2", 4.2),
        ("4.2", [4.2]),
        (4.2, "4.2"),
        (Decimal("4.20"), ["about 4.2"]),
        (42, [42]),
        ("Not stated.", float("nan")),
        ("Not stated.", [float("nan")]),
        ("forty-two", (41, 42)),
        (np.int64(3), np.array([3])),
        ("3.5", np.float64(3.5)),
    ],
)
def test_a_number_is_taken_for_its_text(text, accepted):
    assert qa_eval.score(text, accepted).verdict == "correct"


@pytest.mark.parametrize(
    ("text", "accepted", "message"),
    [
        ("4.2", None, "the accepted answers are None\nhint: write a text, a number or a list"),
        ("4.2", True, "the accepted answers are True"),
        (None, "4.2", "the answer to score is no text but None"),
        (True, "yes", "the answer to score is no text but True"),
    ],
)
def test_what_is_neither_text_nor_number_is_refused_in_words(text, accepted, message):
    with pytest.raises(UsageError, match=message):
        qa_eval.score(text, accepted)
