"""Every hand-written row of tests/scoring says what the strict scorer says: verdict and reason."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from asked import asked

from qa_eval.model import Document
from qa_eval.scorers.strict import Scorer

FILES = sorted((Path(__file__).parent / "scoring").glob("*.yaml"))
SCORER = Scorer()


@cache
def blocks(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - BaseLoader builds nothing but text


ROWS = [
    pytest.param(path, place, row, id=f"{path.stem}-{place}-{row['says'][:40]!a}")
    for path in FILES
    for place, block in enumerate(blocks(path))
    for row in block["rows"]
]


@cache
def question_of(path, place):
    block = dict(blocks(path)[place])
    block.pop("rows")
    text = block.pop("document", "")
    return asked(**block), Document("document", text) if text else None


@pytest.mark.parametrize(("path", "place", "row"), ROWS)
def test_a_row_is_scored_as_it_says(path, place, row):
    question, document = question_of(path, place)
    score = SCORER.score(question, row["says"], document)
    reasons = row["reason"] if isinstance(row["reason"], list) else [row["reason"]]
    told = f"{row['says']!r} for {question.accepted}: {score.verdict} {score.reason}: {score.message} (read {score.read!r})"
    assert score.verdict == row["verdict"], told
    assert score.reason in reasons, told


def test_there_are_rows_enough():
    assert len(ROWS) >= 600
