"""Which way a figure goes is read of the words at it, and opposite ways never agree, under neither policy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qa_eval
from qa_eval.reading.directions import asked_way, goes_against, told_at, wanted_way
from qa_eval.reading.quantities import read_quantities

PAIRS = [
    ("{} more", "{} less"), ("an increase of {}", "a decrease of {}"), ("a {} rise", "a {} fall"), ("up {}", "down {}"), ("It rose by {}.", "It fell by {}."),
    ("{} higher", "{} lower"), ("{} longer", "{} shorter"), ("{} later", "{} earlier"), ("{} above the mark", "{} below the mark"),
    ("{} north of the mill", "{} south of the mill"), ("{} east of the mill", "{} west of the mill"), ("a profit of {}", "a loss of {}"), ("a {} surplus", "a {} deficit"),
]  # fmt: skip


def told(text):
    (figure,) = read_quantities(text)
    return told_at(text, figure.start, figure.end)


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("It fell to 5 %", set()),
        ("more than 5 km", set()),
        ("5 km or more", set()),
        ("5 km", set()),
        ("It cut its staff by 5 %", {("amount", "-")}),
        ("5 km due north-east of Orr", {("wind", "northeast")}),
        ("5 minutes early", {("time", "-")}),
        ("+5 %", {("amount", "+")}),
    ],
)
def test_the_words_at_a_figure_tell_which_way_it_goes(text, senses):
    assert told(text).senses == senses


@pytest.mark.parametrize(
    ("question", "senses"),
    [
        ("How much did the level drop when demand rose?", {("amount", "-")}),
        ("How many fewer came?", {("amount", "-")}),
        ("How far north of Orr is it?", {("wind", "north")}),
        ("How long after the launch did it fail?", {("time", "+")}),
        ("How much did it cost?", set()),
        ("Did it rise or fall, and by how much?", set()),
    ],
)
def test_a_question_tells_which_way_it_asks(question, senses):
    assert asked_way(question).senses == senses


@settings(max_examples=25)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
@given(size=st.integers(1, 900), unit=st.sampled_from(["{} %", "{} km", "${} million"]), turned=st.booleans())
def test_opposite_ways_never_agree(pair, size, unit, turned):
    one, other = (text.format(unit.format(size)) for text in (reversed(pair) if turned else pair))
    (figure,) = read_quantities(one)
    assert goes_against(told(other), wanted_way("What happened?", one, figure))
    assert not goes_against(told(one), wanted_way("What happened?", one, figure))
    for scorer in ("strict", "lenient"):
        assert qa_eval.score(other, [one], question="What happened?", scorer=scorer).verdict.value == "incorrect"


def test_the_same_told_of_the_other_thing_does_not_go_against_it():
    asked = asked_way("How much older is Vik than Una?")
    assert not goes_against(told("Una is 4 years younger than Vik"), asked)
    assert not goes_against(told("Una is 4 years younger"), asked)
    assert goes_against(told("Vik is 4 years younger"), asked)
