"""A report's run and its baseline, joined answer by answer."""

import dataclasses

import made
import pytest

from qa_eval.compare import Change, Paired, answerers, compare, paired

REPORT = made.report()
HERE = (REPORT.dataset, REPORT.results)


def changes(there, answerer="one"):
    return {pair.question_id: pair.change for pair in compare(HERE, there, answerer, answerer).pairs}


def test_a_run_against_itself_changes_nothing():
    assert set(changes(HERE).values()) == {Change.BOTH_CORRECT, Change.NEITHER_CORRECT}


def test_every_answer_of_both_runs_is_in_one_bucket():
    results = [dataclasses.replace(result, answerer="one") for result in REPORT.results[7:]][1:]
    found = changes((REPORT.dataset, results))
    assert len(found) == 7
    assert found["question-1"] is Change.ONLY_HERE
    assert found["question-2"] is Change.REGRESSED
    assert found["question-3"] is Change.NEITHER_CORRECT
    assert found["question-6"] is Change.FIXED


def test_an_edited_question_is_never_compared():
    edited = dataclasses.replace(REPORT.dataset.questions[0], accepted=("155 metres", "155 m", "0.155 km"))
    noted = dataclasses.replace(REPORT.dataset.questions[1], note="looked at")
    dataset = dataclasses.replace(REPORT.dataset, questions=(edited, noted, *REPORT.dataset.questions[2:]))
    found = changes((dataset, REPORT.results))
    assert found["question-1"] is Change.QUESTION_CHANGED
    assert found["question-2"] is Change.NEITHER_CORRECT, "a note changes no number"


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (["a"], ["b"], {"a": "b"}),
        (["a", "b"], ["b"], {"b": "b"}),
        (["a"], ["b", "c"], {}),
        ([], ["b"], {}),
    ],
)
def test_answerers_are_compared_by_name_or_when_they_are_alone(here, there, expected):
    assert answerers(here, there) == expected


def test_nothing_compared_has_no_interval():
    counts, found = paired({}, [], {})
    assert (counts, counts.difference) == (Paired(), None)
    assert (found.interval, found.p, found.documents) == (None, 1.0, 0)
