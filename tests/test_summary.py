"""Counts add up, nothing vanishes from a denominator, and every share comes with its n and interval."""

import json
import tracemalloc
from dataclasses import fields, replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain import dataset

from qa_eval import summary
from qa_eval.intervals import clustered
from qa_eval.model import Failure, Prediction, Reason, Result, Score, Tokens, Verdict
from qa_eval.statistics import wilson
from qa_eval.summary import Counts, Gathering

DATASET = dataset(10)
QUESTIONS = {question.id: question for question in DATASET.questions}


def result(number, verdict, answerer="me", value=0.0, f1=0.0, *, exact=False, repeat=0, **prediction):
    failure = Failure("timeout", "none") if verdict is Verdict.FAILED else None
    said = Prediction(None if failure else "x", failure=failure, **prediction)
    return Result(
        f"q{number}", answerer, said, Score(verdict, value, Reason.EXACT, "", exact_match=exact, f1=f1), repeat
    )


RESULTS = [
    result(0, Verdict.CORRECT, value=1.0, f1=1.0, exact=True, seconds=0.1, tokens=Tokens(10, 1)),
    result(1, Verdict.INCORRECT, value=0.5, f1=0.25, seconds=0.2, tokens=Tokens(20, 2)),
    result(2, Verdict.ABSTAINED, seconds=0.3, attempts=2),
    result(3, Verdict.FAILED, seconds=60.0, attempts=3),
    result(4, Verdict.CORRECT, value=1.0, seconds=0.4),
    result(5, Verdict.CORRECT, value=1.0, f1=0.5, seconds=0.5),
]


def one(results=RESULTS, expected=None):
    (found,) = summary.of(results, DATASET, expected)
    return found


def test_every_answer_is_counted_under_its_verdict():
    overall = one().overall
    assert overall == Counts(6, 3, 1, 1, 1, 1, 3.5, 1.75)
    assert (overall.accuracy, overall.attempted, overall.accuracy_attempted) == (0.5, 4, 0.75)
    assert (overall.exact_match_share, overall.mean_f1, overall.mean_value) == (1 / 6, 1.75 / 6, 3.5 / 6)
    assert overall.accuracy_interval == wilson(3, 6)
    assert overall.accuracy_attempted_interval == wilson(3, 4)
    assert overall.exact_match_interval == wilson(1, 6)
    assert overall.f1_interval == wilson(1.75, 6)


def test_answers_to_repeated_questions_tell_less_than_as_many_unrelated_ones():
    repeated = [replace(each, repeat=time) for each in RESULTS for time in range(3)]
    found, once = one(repeated), one()
    for repeats, plain in (
        (found.overall, once.overall),
        *zip(found.by_tag.values(), once.by_tag.values(), strict=True),
    ):
        assert repeats.n == 3 * plain.n
        assert repeats.accuracy_interval == pytest.approx(plain.accuracy_interval)
    assert found.by_repeat[2].accuracy_interval == once.overall.accuracy_interval


def test_the_interval_of_all_answers_is_that_of_related_ones():
    rights = {0: 1, 1: 1, 2: 1, 3: 1}  # once of four times, in 4 of 10 questions: less alike than by chance
    marks = [(n, time, time < rights.get(n, 0)) for n in range(10) for time in range(4)]
    verdicts = {True: Verdict.CORRECT, False: Verdict.INCORRECT}
    found = one([result(n, verdicts[right], repeat=time) for n, time, right in marks])
    assert found.overall.effect < 1
    assert found.overall.accuracy_interval == clustered([(rights.get(n, 0), 4) for n in range(10)])


def test_unanswerable_questions_are_counted_apart_too():
    assert one().answerable == Counts(5, 2, 1, 1, 1, 1, 2.5, 1.75)
    assert one().unanswerable == Counts(1, 1, value=1.0)


def test_slices_by_tag_type_difficulty_and_repetition():
    found = one()
    assert {tag: (c.n, c.correct) for tag, c in found.by_tag.items()} == {"even": (3, 2), "odd": (3, 1), "open": (1, 1)}
    assert {kind: (c.n, c.correct) for kind, c in found.by_type.items()} == {
        "entity": (2, 1),
        "phrase": (3, 1),
        "unanswerable": (1, 1),
    }
    assert {name: (c.n, c.correct) for name, c in found.by_difficulty.items()} == {"easy": (3, 1), "hard": (2, 1)}
    assert {name: c.n for name, c in found.by_repeat.items()} == {0: 6}


def test_times_are_of_the_answers_that_came_and_attempts_of_all():
    found = one()
    assert (found.latency.p50, found.latency.p95) == (0.3, 0.5)
    assert found.latency.total == pytest.approx(1.5)
    assert (found.attempts, found.prompt_tokens, found.completion_tokens) == (9, 30, 3)
    assert found.failures == {"timeout": 1}
    assert found.reasons == {"exact": 6}


def test_answerers_stand_in_the_order_in_which_they_were_asked():
    results = [result(0, Verdict.CORRECT, "b"), result(0, Verdict.CORRECT, "a"), result(1, Verdict.CORRECT, "b")]
    assert [(s.answerer, s.overall.n, s.expected) for s in summary.of(results, DATASET)] == [("b", 2, 2), ("a", 1, 1)]
    expected = {"a": 10, "b": 10, "c": 10}
    found = summary.of(results, DATASET, expected)
    assert [(s.answerer, s.overall.n, s.expected) for s in found] == [("a", 1, 10), ("b", 2, 10), ("c", 0, 10)]


def test_of_nothing_there_is_no_share_and_no_interval():
    empty = one([], {"me": 4})
    counts = empty.overall
    assert counts == Counts()
    shares = [getattr(counts, name) for name, part in vars(Counts).items() if isinstance(part, property)]
    assert shares == [0, *[None] * (len(shares) - 1)]
    assert empty.latency.p50 is None
    assert (empty.by_tag, empty.by_type) == ({}, {})
    failed = one([result(0, Verdict.FAILED)])
    assert failed.overall.accuracy == 0.0
    assert failed.overall.accuracy_attempted is None


COUNTS = st.builds(Counts, *[st.integers(0, 1000)] * 6, st.floats(0, 1000), st.floats(0, 1000))
ANSWERS = st.lists(
    st.builds(
        result,
        st.integers(0, 9),
        st.sampled_from(Verdict),
        value=st.floats(0, 1),
        f1=st.floats(0, 1),
        exact=st.booleans(),
        repeat=st.integers(0, 2),
        seconds=st.floats(0, 100),
        attempts=st.integers(1, 3),
    ),
    max_size=40,
)


@given(COUNTS, COUNTS)
def test_counts_add_field_by_field(one, other):
    both = one + other
    counted = [part.name for part in fields(Counts) if part.name != "effect"]
    assert all(getattr(both, name) == getattr(one, name) + getattr(other, name) for name in counted)


@given(ANSWERS)
def test_the_parts_are_the_whole(answers):
    found = one(answers, {"me": 40})
    overall = found.overall
    assert overall.n == len(answers)
    assert overall.correct + overall.incorrect + overall.abstained + overall.failed == overall.n
    for parts in (found.by_type, found.by_repeat, {"a": found.answerable, "u": found.unanswerable}):
        whole = sum(parts.values(), Counts())
        assert (whole.n, whole.correct, whole.failed) == (overall.n, overall.correct, overall.failed)
        assert whole.f1 == pytest.approx(overall.f1)
    assert found.unanswerable == found.by_type.get("unanswerable", Counts())
    assert sum(found.failures.values()) == overall.failed
    assert overall.f1 == pytest.approx(sum(answer.score.f1 for answer in answers))


@given(ANSWERS, st.randoms(use_true_random=False))
def test_no_digit_depends_on_the_order_of_the_answers(answers, chance):
    shuffled = list(answers)
    chance.shuffle(shuffled)
    assert one(shuffled, {"me": 40}) == one(answers, {"me": 40})


@given(ANSWERS)
def test_adding_one_at_a_time_is_adding_all(answers):
    gathering = Gathering("me", {name: place for place, name in enumerate(QUESTIONS)})
    for answer in answers:
        gathering.add(answer, QUESTIONS[answer.question_id])
        gathering.summary()
    assert gathering.summary(40) == one(answers, {"me": 40})


def test_memory_grows_by_some_bytes_an_answer():
    many = 20_000
    places = {f"q{number}": number for number in range(many)}
    question, template = DATASET.questions[0], RESULTS[0]
    tracemalloc.start()
    gathering = Gathering("me", places)
    for name in places:
        gathering.add(replace(template, question_id=name), replace(question, id=name))
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert gathering.summary().overall.n == many
    assert kept < 30 * many


def test_as_json_every_count_comes_with_its_shares_and_intervals():
    found = json.loads(json.dumps(summary.to_json(summary.of(RESULTS, DATASET)), allow_nan=False))
    assert found["schema"] == 1
    (me,) = found["answerers"]
    assert list(me) == [part.name for part in fields(summary.Summary)]
    assert me["overall"] == {
        "n": 6,
        "correct": 3,
        "incorrect": 1,
        "abstained": 1,
        "failed": 1,
        "exact_match": 1,
        "value": 3.5,
        "f1": 1.75,
        "attempted": 4,
        "accuracy": 0.5,
        "accuracy_interval": list(wilson(3, 6)),
        "accuracy_attempted": 0.75,
        "accuracy_attempted_interval": list(wilson(3, 4)),
        "exact_match_share": 1 / 6,
        "exact_match_interval": list(wilson(1, 6)),
        "mean_f1": 1.75 / 6,
        "f1_interval": list(wilson(1.75, 6)),
        "mean_value": 3.5 / 6,
    }
    assert me["latency"] == {"p50": 0.3, "p95": 0.5, "total": pytest.approx(1.5)}
    assert me["by_repeat"]["0"]["n"] == 6
    assert (me["failures"], me["attempts"], me["expected"]) == ({"timeout": 1}, 9, 6)


def test_the_slices_of_as_json_are_whole_counts():
    (me,) = summary.to_json(summary.of(RESULTS, DATASET))["answerers"]
    for name, key in product(("by_type", "by_tag", "by_difficulty", "by_repeat"), ("n", "accuracy_interval")):
        assert all(key in counts for counts in me[name].values())
