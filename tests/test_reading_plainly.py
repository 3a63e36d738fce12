"""What is told at a glance is what reading it in full tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.dates import read_date
from qa_eval.reading.quantities.plainly import has_no_number, is_plain_quantity
from qa_eval.reading.quantities.reader import read, read_whole
from qa_eval.reading.units.spellings import _ROOT

NUMBERS = ["5", "12", "31", "366", "1953", "2023", "20230327", "42,606", "1,234,567.5", "0.5", "1.300", "1950.5", "007"]
WORDS = sorted(word for word in _ROOT.following if word.isascii() and word.isalpha())


@pytest.mark.parametrize("number", NUMBERS)
def test_a_plain_quantity_is_read_as_one_and_as_no_date_with_any_unit(number):
    plain = [text for word in WORDS if is_plain_quantity(text := f"{number} {word}")]
    assert len(plain) > 1000
    assert [text for text in plain if read_whole(text) is None or read_date(text) is not None] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_bare_number_is_a_plain_quantity(number):
    assert is_plain_quantity(number)
    assert read_whole(number) is not None
    assert number.isdecimal() or read_date(number) is None


@pytest.mark.parametrize(
    "text", ["5 May", "5 may", "12 years", "1 in", "3 oranges", "5  km", " 5 km", "5 km.", "-5", "5 KM", "½"]
)
def test_what_is_not_plain_is_left_to_reading(text):
    assert not is_plain_quantity(text)


SAID = [
    *("a", "an", "three", "dozen", "half", "year", "mile", "may", "ship", "o'clock", "second", "none", "once", "no"),
    *("Ada", "of", "the", "km", "ten-fold", "twenty-one", "business", "couple", "no.", "several", "zero", "hundred"),
]


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=4))
def test_a_text_without_a_number_is_read_as_none(words):
    text = " ".join(words)
    if has_no_number(text):
        assert read(text) == ()
        assert read_whole(text) is None


@pytest.mark.parametrize(
    ("text", "none"), [("Ada Lovelace", True), ("three", False), ("4", False), ("né", False), ("", False)]
)
def test_words_are_told_from_numbers(text, none):
    assert has_no_number(text) is none


@given(st.text(st.characters(codec="ascii"), max_size=30))
def test_any_text_that_is_said_to_hold_no_number_holds_none(text):
    assert not has_no_number(text) or read(text) == ()
