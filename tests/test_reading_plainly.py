"""What is told at a glance is what reading it in full tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.dates import finder, read_date, read_dates
from qa_eval.reading.dates.lone import lone_date
from qa_eval.reading.dates.plainly import has_no_date, is_plain_date
from qa_eval.reading.dates.value import MONTH_NAMES
from qa_eval.reading.quantities import frames
from qa_eval.reading.quantities.plainly import COMMON_UNITS, has_no_number, is_plain_quantity
from qa_eval.reading.quantities.reader import read, read_whole
from qa_eval.reading.units.table import BEGINNINGS

NUMBERS = ["5", "12", "31", "366", "1953", "2023", "20230327", "42,606", "1,234,567.5", "0.5", "1.300", "1950.5", "007"]
WORDS = sorted(word for word in BEGINNINGS if word.isascii() and word.isalpha())


@pytest.mark.parametrize("number", NUMBERS)
def test_a_plain_quantity_is_read_as_one_and_as_no_date_with_any_unit(number):
    plain = [text for word in WORDS if is_plain_quantity(text := f"{number} {word}")]
    assert len(plain) > 1000
    assert [text for text in plain if read_whole(text) is None or read_date(text) is not None] == []


def test_every_common_unit_is_one_of_the_table():
    assert not COMMON_UNITS - BEGINNINGS.keys()


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


MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905 - a word list


@pytest.mark.parametrize("month", MONTHS)
def test_a_plain_date_is_read_as_one(month):
    texts = [
        text
        for year in (1000, 1453, 1900, 1999, 2000, 2023, 2099)
        for day in range(1, 29)
        for text in (f"{day} {month} {year}", f"{month} {day}, {year}", f"{month} {year}")
    ]
    assert [text for text in texts if not is_plain_date(text) or read_date(text) is None] == []


@pytest.mark.parametrize(
    "text", ["31 June 2023", "29 February 2023", "march 2023", "5 May", "2023", "May 5 2023", "on 5 May 2023"]
)
def test_what_may_be_no_date_is_left_to_reading(text):
    assert not is_plain_date(text)


DATED = [
    "May",
    "may",
    "XXXX",
    "the",
    "sixties",
    "year",
    "Ada",
    "today",
    "1953",
    "five",
    "o'clock",
    "Monday",
    "of",
    "mid",
    "AD",
]


@given(st.lists(st.sampled_from(DATED), min_size=1, max_size=4))
def test_a_text_without_a_date_is_read_as_none(words):
    text = " ".join(words)
    assert not has_no_date(text) or (read_date(text) is None and read_dates(text) == ())


@given(st.text(st.characters(codec="ascii"), max_size=30))
def test_any_text_that_is_said_to_hold_no_date_holds_none(text):
    assert not has_no_date(text) or (read_date(text) is None and read_dates(text) == ())


HEADS = [
    *(
        "",
        "about ",
        "up to ",
        "$",
        "-",
        "(",
        "not ",
        "In ",
        "Number",
        "March ",
        "T-",
        "one in ",
        "2 or ",
        "aged ",
        "between a and ",
    ),
    *(
        "It was ",
        "£",
        "no more than ",
        "#",
        ".",
        "1,",
        "the ",
        "more than a ",
        "x = ",
        "half of ",
        "second ",
        "a.m. ",
        "minus ",
    ),
]
TAILS = [
    *(
        "",
        " km",
        " mm.",
        "s",
        "th",
        " thirds",
        " million",
        "m people",
        " or so",
        "-strong",
        " BC",
        " of them",
        "C",
        "%",
        " won",
        "!",
    ),
    *(
        " in six",
        " pairs of shoes",
        " days old",
        ":",
        " o'clock",
        " May",
        "'",
        '"',
        "d",
        " and a half",
        " years ago",
        "k",
        " m",
        "²",
    ),
]
LONE = [
    "100",
    "101",
    "300",
    "365",
    "999",
    "1000",
    "1066",
    "1,999",
    "2100",
    "2101",
    "4,500",
    "12345",
    "60,000",
    "100000000",
    "0500",
]


@given(st.sampled_from(HEADS), st.sampled_from(TAILS), st.lists(st.sampled_from(LONE), min_size=2, max_size=4))
def test_a_number_in_a_frame_that_was_read_is_read_as_it_would_be(head, tail, numbers):
    frames._frames.clear()
    for number in numbers:
        text = f"{head}{number}{tail}"
        assert frames.read_in_frame(text, read) == read(text)


def test_a_frame_that_was_read_is_not_read_again():
    frames._frames.clear()
    (first,) = frames.read_in_frame("about 12,000 troops.", read)
    (second,) = frames.read_in_frame("about 9,500 troops.", lambda text: pytest.fail(f"{text} is read"))
    assert (first.value, second.value, second.text, second.noun) == (12_000, 9_500, "9,500", "troops")


def test_frames_do_not_pile_up():
    frames._frames.clear()
    for number in range(frames.MOST_FRAMES + 10):
        frames.read_in_frame(f"{'about ' * 20}12,000 troops", read)
        frames.read_in_frame(
            f"12,000 troop{'a' * (number % 20)}{'b' * (number // 20 % 20)}{'c' * (number // 400)}", read
        )
    assert len(frames._frames) <= frames.MOST_FRAMES


DAYS = [form for day in range(1, 30) for form in (f"{day} {{}}", f"{{}} {day},")] + ["{}"]


@pytest.mark.parametrize("month", MONTH_NAMES)
def test_a_lone_date_is_read_as_the_reader_reads_it(month, monkeypatch):
    texts = [
        f"{before}{form.format(month)} {year}{behind}"
        for form in DAYS
        for year in (1000, 1834, 2024, 2099, 2100)
        for before in ("", "on ", "In ", "by ")
        for behind in ("", ".", "?")
    ]
    texts += [f"{year}-{number:02}-{day:02}" for year in (1834, 2024) for number in range(14) for day in range(30)]
    lone = {text: found for text in texts if (found := lone_date(text))}
    assert len(texts) > 2_000
    assert len(lone) > 1_000
    monkeypatch.setattr(finder, "lone_date", lambda _: None)
    assert [text for text, found in lone.items() if read_dates(text) != (found,)] == []
