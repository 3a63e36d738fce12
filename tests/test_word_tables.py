"""Tables of words that a text is searched for: looking at how words begin finds all that the patterns find."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.scorers._words.said import Table
from qa_eval.scorers._words.sides import SIDES
from qa_eval.scorers._words.stages import STAGES

FILES = sorted((Path(__file__).parent / "scoring").glob("*.yaml"))[::20]
ASKED = [asked for path in FILES for asked in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)]  # noqa: S506 - it builds nothing but text
TEXTS = [text for asked in ASKED for text in (asked["question"], *(row["says"] for row in asked["rows"]))]
WORDS = sorted({word for text in TEXTS for word in re.findall(r"\S+", text)})
TABLES = {"sides": Table(SIDES), "stages": Table(STAGES)}


def found(table, text):
    return {place: {at: match.span() for at, match in row.items()} for place, row in table.said_in(text).items()}


def by_every_pattern(table, text):
    rows = {
        place: {at: match.span() for at, words in enumerate(row) if (match := words.pattern.search(text))}
        for place, row in enumerate(table.rows)
    }
    return {place: row for place, row in rows.items() if row}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_finds_in_questions_and_answers_what_its_patterns_find(name):
    table = TABLES[name]
    for text in TEXTS[:1500]:
        assert found(table, text) == by_every_pattern(table, text), text


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(["(", "re-", "–", "İ", "…"])), max_size=12))
def test_a_table_finds_in_any_words_what_its_patterns_find(words):
    text = " ".join(words)
    for table in TABLES.values():
        assert found(table, text) == by_every_pattern(table, text)


def test_words_begin_with_what_optional_parts_and_groups_let_them():
    table = Table([["(?:up|down)hill?s", "[ks]now(?:n)?", "(?:[a-z]+ )?end", "(?<=to )run"]])
    assert sorted(found(table, "Uphils and downhills")[0]) == [0]
    assert sorted(found(table, "known snow at the end")[0]) == [1, 2]
    assert sorted(found(table, "they had to run")[0]) == [3]
