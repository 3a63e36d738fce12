"""Names of answerers on the page: short where they can be, and each another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reporters.html.names import short_names

ROWS = [
    (["lexical"], ["lexical"]),
    (["fixed:a/b"], ["fixed:a/b"]),  # nothing to tell it from
    (["lexical", "abstain"], ["lexical", "abstain"]),
    (["fixed:n/a", "fixed:3/4", "fixed:09:15", "fixed:3.5"], ["n/a", "fixed:3/4", "fixed:09:15", "fixed:3.5"]),
    (["fixed:<b>x</b> or y", "fixed:Why?", "fixed:U.K."], ["<b>x</b> or y", "Why?", "U.K."]),
    (["./bots/mine.py:Model", "./bots/other.py:Model"], ["./bots/mine.py:Model", "./bots/other.py:Model"]),
    (["./bots/mine.py:Model", "./bots/mine.py:Other"], ["Model", "Other"]),
    (["./mine.py:Model?top=1", "./mine.py:Model?top=2", "lexical"], ["top=1", "top=2", "lexical"]),
    (["./mine.py:Model?top=1&seed=1", "./mine.py:Model?top=2&seed=1"], ["top=1", "top=2"]),
    (["./mine.py:Model?top=1", "./mine.py:Model"], ["top=1", "./mine.py:Model"]),
    (["openai:large?seed=1", "hf:org/small-0.5b", "replay:out/said.jsonl"], ["large", "org/small-0.5b", "said"]),
]


@pytest.mark.parametrize(("names", "short"), ROWS)
def test_a_name_is_as_short_as_it_can_be(names, short):
    assert short_names(names) == short


PARTS = st.sampled_from(["fixed:", "./a.py:", "a/", ":", "?k=", "&k=1", "1", "x", " ", ".py", "?"])


@given(st.lists(st.lists(PARTS, min_size=1, max_size=6).map("".join), unique=True, max_size=5))
def test_names_stay_distinct_and_are_never_empty(names):
    short = short_names(names)
    assert len(set(short)) == len(names)
    assert all(short)
