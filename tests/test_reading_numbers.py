"""Figures, places and markup: the layers below quantities."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.markup import plain
from qa_eval.reading.numbers.figures import LONGEST, figure
from qa_eval.reading.numbers.places import read_places
from qa_eval.reading.tokens import folded, tokens_of

FIGURES = [
    ("42", "42", "1", []), ("1,300", "1300", "1", []), ("1,300.5", "1300.5", "0.1", []), ("1.300", "1.3", "0.001", ["1300"]),
    ("12.345.678", "12345678", "1", []), ("1.234,5", "1234.5", "0.1", []), ("12,34,567", "1234567", "1", []), ("3,5", "3.5", "0.1", []),
    ("0,500", "0.5", "0.001", []), ("0.500", "0.5", "0.001", []), ("1 234 567,8", "1234567.8", "0.1", []), ("1'300", "1300", "1", []),
    (".5", "0.5", "0.1", []), ("007", "7", "1", []), ("1234.567", "1234.567", "0.001", []), ("123.4567", "123.4567", "0.0001", []),
]  # fmt: skip


@pytest.mark.parametrize(("digits", "value", "step", "alternatives"), FIGURES)
def test_digits_group_as_people_write_them(digits, value, step, alternatives):
    read = figure(digits)
    assert (read.value, read.step, list(read.alternatives)) == (
        Fraction(value),
        Fraction(step),
        [Fraction(one) for one in alternatives],
    )


@pytest.mark.parametrize("digits", ["192.168.1.2", "10.0.0.255", "1.2.3", "27.03.2023", "1" * (LONGEST + 1)])
def test_addresses_versions_and_endless_digits_are_no_figures(digits):
    assert figure(digits) is None


TOKENS = [
    ("Up to 1,300km²", ["up", "to", "1,300", "km²"]),
    ("22,24,26", ["22", ",", "24", ",", "26"]),
    ("22,240,260.", ["22,240,260", "."]),
    ("1 300 km", ["1 300", "km"]),
    ("423 0000", ["423", "0000"]),
    ("12 1300", ["12", "1300"]),
    ("6'1\"", ["6", "'", "1", '"']),
    ("2½ km", ["2", "½", "km"]),
    ("T-72", ["t", "-", "72"]),
    ("1.2.3.4", ["1.2.3.4"]),
    ("", []),
    (" \n ", []),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_a_text_is_cut_into_figures_words_and_marks(text, expected):
    tokens = tokens_of(text)
    assert tokens.words[: tokens.count] == expected


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text):
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(
    st.text()
    | st.lists(
        st.sampled_from(["12", "km", " ", "\u200b", "\\,", "\\text{", "}", "{,}", "<b>", "</b>", "$", "Â", "http://x "])
    ).map("".join)
)
def test_tokens_stand_where_they_say(text):
    tokens = tokens_of(text)
    assert tokens.starts == sorted(tokens.starts)
    for index in range(tokens.count):
        assert 0 <= tokens.starts[index] < tokens.ends[index] <= len(text)


SHOWN = [
    ("170 mm", "170 mm"), ("<b>170</b> mm", "170 mm"), ("km<sup>2</sup>", "km^2"), ("1\u200b70", "170"), ("5{,}730", "5,730"),
    (r"$170\,\text{mm}$", "170  mm"), (r"\frac{2}{3}", "2/3"), (r"5\%", "5%"), (r"1.3 \times 10^{3}", "1.3 × 10^3"), ("$42$", "42"), ("$5 and $6", "$5 and $6"), ("$10^{3}$ m", "10^3 m"), ("$2.7 × 10^4$ m", "2.7 × 10^4 m"), ("$-20$ °C", "-20 °C"), ("$1{,}000$", "1,000"), ("$10^3 or $10^4", "$10^3 or $10^4"),
    (r"40^\circ C", "40° C"), ("see https://example.org/12?x=3 for 5", "see   for 5"), ("x < 5 and y > 3", "x < 5 and y > 3"), ("4Â°C", "4°C"), (r"\boxed{42}", "{42}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_markup_is_read_as_it_shows(text, shown):
    assert plain(text)[0] == shown


@given(st.text())
def test_every_shown_character_has_a_place(text):
    shown, places = plain(text)
    if places is None:
        assert shown == text
    else:
        assert len(places) == len(shown)
        assert places == sorted(places)


PLACES = [
    ("the last page", [("end", 0)]), ("the last but one", [("end", -1)]), ("the penultimate page", [("end", -1)]), ("second to last", [("end", -1)]),
    ("the antepenultimate", [("end", -2)]), ("third from last", [("end", -2)]), ("the next one", [("current", 1)]), ("the previous page", [("current", -1)]),
    ("from the current to the last", [("current", 0), ("end", 0)]), ("at last", [("end", 0)]), ("a lasting peace", []), ("the first", []), ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_count_from_the_end_or_from_here(text, expected):
    assert [(place.relative_to, place.offset) for place in read_places(text)] == expected
