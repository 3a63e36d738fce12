"""What a text lists, item by item."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa_eval.reading import lists
from qa_eval.reading.lists import split_items

ROWS = [
    ("fuel", ["fuel"]),
    ("fuel and technology", ["fuel", "technology"]),
    ("fuel & technology", ["fuel", "technology"]),
    ("fuel, technology", ["fuel", "technology"]),
    ("fuel, food and technology", ["fuel", "food", "technology"]),
    ("fuel, food, and technology", ["fuel", "food", "technology"]),
    ("fuel, food, technology", ["fuel", "food", "technology"]),
    ("fuel, food & technology", ["fuel", "food", "technology"]),
    ("Fuel, food, and technology.", ["Fuel", "food", "technology"]),
    ("fuel; food; technology", ["fuel", "food", "technology"]),
    ("fuel; food; and technology", ["fuel", "food", "technology"]),
    ("oil, gas; coal and peat; wood", ["oil, gas", "coal and peat", "wood"]),
    ("both fuel and technology", ["fuel", "technology"]),
    ("Both fuel and technology.", ["fuel", "technology"]),
    ("fuel as well as technology", ["fuel", "technology"]),
    ("fuel, as well as technology", ["fuel", "technology"]),
    ("fuel along with technology", ["fuel", "technology"]),
    ("fuel, along with technology", ["fuel", "technology"]),
    ("fuel, together with technology", ["fuel", "technology"]),
    ("fuel plus technology", ["fuel", "technology"]),
    ("fuel + technology", ["fuel", "technology"]),
    ("fuel and also technology", ["fuel", "technology"]),
    ("not only fuel but also technology", ["fuel", "technology"]),
    ("fuel, but also technology", ["fuel", "technology"]),
    ("fuel / technology", ["fuel", "technology"]),
    ("fuel\ntechnology", ["fuel", "technology"]),
    ("fuel\n\ntechnology\n", ["fuel", "technology"]),
    ("- fuel\n- technology", ["fuel", "technology"]),
    ("* fuel\n* technology", ["fuel", "technology"]),
    ("• fuel\n• technology", ["fuel", "technology"]),
    ("– fuel\n– technology", ["fuel", "technology"]),
    ("  - fuel\n  - technology", ["fuel", "technology"]),
    ("1. fuel\n2. technology", ["fuel", "technology"]),
    ("1) fuel\n2) technology", ["fuel", "technology"]),
    ("(1) fuel\n(2) technology", ["fuel", "technology"]),
    ("a) fuel\nb) technology", ["fuel", "technology"]),
    ("1. fuel 2. technology", ["fuel", "technology"]),
    ("(1) fuel (2) technology", ["fuel", "technology"]),
    ("(1) fuel, (2) food, and (3) technology", ["fuel", "food", "technology"]),
    ("1. **fuel**\n2. **technology**", ["fuel", "technology"]),
    ("- **fuel**\n- *technology*", ["fuel", "technology"]),
    ("- fuel,\n- technology.", ["fuel", "technology"]),
    ("- fuel;\n- food; and\n- technology.", ["fuel", "food", "technology"]),
    ("The article lists:\n- fuel\n- technology", ["fuel", "technology"]),
    ("North Korea received two things:\n1. fuel\n2. technology\nBoth are scarce.", ["fuel", "technology"]),
    ("They were:\nfuel\ntechnology", ["fuel", "technology"]),
    ("- fuel", ["fuel"]),
    ("The weapons were: ballistic missiles, 170 mm howitzers, and 240 mm launchers.", ["ballistic missiles", "170 mm howitzers", "240 mm launchers"]),
    ("Weapons: missiles and howitzers", ["missiles", "howitzers"]),
    ("The answer is fuel and technology.", ["fuel", "technology"]),
    ("They were fuel and technology.", ["fuel", "technology"]),
    ("It was fuel, food and technology", ["fuel", "food", "technology"]),
    ("North Korea supplied missiles, howitzers and launchers", ["missiles", "howitzers", "launchers"]),
    ("North Korea has supplied missiles, howitzers and launchers.", ["missiles", "howitzers", "launchers"]),
    ("North Korea has supplied Russia with missiles and howitzers.", ["missiles", "howitzers"]),
    ("Russia received fuel and technology", ["fuel", "technology"]),
    ("The weapons include missiles, howitzers, and launchers", ["missiles", "howitzers", "launchers"]),
    ("The countries are France, Germany and Italy.", ["France", "Germany", "Italy"]),
    ("The two leaders are Putin and Kim.", ["Putin", "Kim"]),
    ("the following: fuel, food", ["fuel", "food"]),
    ("weapons such as missiles and howitzers", ["missiles", "howitzers"]),
    ("1,300 shells, 2 guns and 12,000 troops", ["1,300 shells", "2 guns", "12,000 troops"]),
    ("1,300 and 12,000", ["1,300", "12,000"]),
    ("3,000, 4,000 and 12,000", ["3,000", "4,000", "12,000"]),
    ("170 mm, 240 mm", ["170 mm", "240 mm"]),
    ("John Smith, Jr., Mary Jones and Tom Brown", ["John Smith, Jr", "Mary Jones", "Tom Brown"]),
    ("Martin Luther King, Jr. and Malcolm X", ["Martin Luther King, Jr", "Malcolm X"]),
    ("Acme, Inc., Foo, Ltd. and Bar", ["Acme, Inc", "Foo, Ltd", "Bar"]),
    ("Washington, D.C., and London", ["Washington, D.C", "London"]),
    ("Kim Jong Un (North Korea, leader), Putin", ["Kim Jong Un (North Korea, leader)", "Putin"]),
    ('"Help, I Need Somebody", "Yesterday"', ["Help, I Need Somebody", "Yesterday"]),
    ("“fuel” and “technology”", ["fuel", "technology"]),
    ("short-range ballistic missiles, 170 mm self-propelled howitzers, and 240 mm multiple rocket launchers",
     ["short-range ballistic missiles", "170 mm self-propelled howitzers", "240 mm multiple rocket launchers"]),
    ("oil products and advanced missile technology", ["oil products", "advanced missile technology"]),
    ("England, Scotland, Wales or Northern Ireland", ["England", "Scotland", "Wales", "Northern Ireland"]),
    ("England, Scotland, or Wales", ["England", "Scotland", "Wales"]),
    ("first fuel, then technology", ["fuel", "technology"]),
    ("fuel, then food, and finally technology", ["fuel", "food", "technology"]),
    ("red, white, and blue", ["red", "white", "blue"]),
    ("R&D", ["R&D"]),
    ("AT&T and IBM", ["AT&T", "IBM"]),
    ("km/h, m/s", ["km/h", "m/s"]),
    ("sand", ["sand"]),
    ("Anderson, Sanders and Andrews", ["Anderson", "Sanders", "Andrews"]),
    ("fuel,technology", ["fuel", "technology"]),
    ("fuel ,technology", ["fuel", "technology"]),
    ("fuel,, technology,", ["fuel", "technology"]),
    ("and fuel", ["fuel"]),
    ("", []),
    (",", []),
    ("fuel, fuel", ["fuel", "fuel"]),
    ("According to the article, fuel and technology.", ["fuel", "technology"]),
    ("**fuel**, **technology**", ["fuel", "technology"]),
]  # fmt: skip
KEPT = [
    ("Trinidad and Tobago, Cuba and Haiti", ["Trinidad and Tobago"], ["Trinidad and Tobago", "Cuba", "Haiti"]),
    ("Cuba, Trinidad and Tobago", ["Trinidad and Tobago"], ["Cuba", "Trinidad and Tobago"]),
    ("cuba, trinidad and tobago, and haiti", ["Trinidad and Tobago", "Cuba"], ["cuba", "trinidad and tobago", "haiti"]),
    (
        "The Good, the Bad and the Ugly and Jaws",
        ["The Good, the Bad and the Ugly", "Jaws"],
        ["The Good, the Bad and the Ugly", "Jaws"],
    ),
    ("fuel and technology", ["oil"], ["fuel", "technology"]),
    ("fuel and food", [], ["fuel", "food"]),
]


@pytest.mark.parametrize(("text", "items"), ROWS)
def test_a_text_is_split_into_its_items(text, items):
    assert list(split_items(text)) == items


@pytest.mark.parametrize(("text", "keep", "items"), KEPT)
def test_a_name_that_holds_a_separator_stays_whole(text, keep, items):
    assert list(split_items(text, keep)) == items


# words that join a list or lead it in are no items
_LINKS = frozenset(re.findall(r"[a-z]+", f"{lists._GIVING} {lists._LINKING} {lists._OPENERS.pattern} plus then")) | {
    "neither"
}
_ITEMS = st.lists(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=8).filter(lambda word: word not in _LINKS),
    min_size=2,
    max_size=6,
)
_STYLES = st.sampled_from(["; ", "\n", ", ", "bullets", "numbers", "prose"])


@given(_ITEMS, _STYLES)
def test_what_is_joined_is_split_again(items, style):
    if style == "bullets":
        text = "\n".join(f"- {item}" for item in items)
    elif style == "numbers":
        text = "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    elif style == "prose":
        text = f"{', '.join(items[:-1])} and {items[-1]}"
    else:
        text = style.join(items)
    assert list(split_items(text)) == items


@given(st.text() | st.text("ab ,;and()[]\"'\n-1.&", max_size=60), st.lists(st.text(max_size=5), max_size=2))
@example("' '", [])
@example("a, ' b ' and \" \"", [])
def test_no_text_breaks_the_splitting(text, keep):
    items = split_items(text, keep)
    assert all(item and item == item.strip() for item in items)


@pytest.mark.slow
@pytest.mark.parametrize("unit", [",", "(", '"', "a, ", "x and ", "- a\n", "1. a ", "a;", "It was ", "the ", "A "])
def test_splitting_takes_time_in_proportion_to_the_text(unit):
    assert isinstance(split_items(unit * (1_000_000 // len(unit)), ["x and y"]), tuple)


@pytest.mark.parametrize("gap", [" ", "\n", " ,", " -", "\t.", "("])
def test_a_long_gap_is_read_as_fast_as_words(gap):
    text = f"no a, wait, not{gap * 200_000}but b or c is not known"
    assert split_items(text) == split_items(text)
