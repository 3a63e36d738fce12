"""Times of day, elapsed times, scores, factors and sizes are read in whatever way they are written."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from qa_eval.reading.notations import LONGEST, Kind, notation_of, notations_in

SAME = {
    Kind.TIME: [
        ("7:30 pm", "19:30", "7.30 p.m.", "half past seven in the evening", "1930 hours", "19h30"),
        ("9:15 am", "09:15", "quarter past nine in the morning", "9.15 a.m."),
        ("noon", "12:00 pm", "midday", "12 noon"),
        ("midnight", "12 am", "00:00"),
        ("20 minutes to six in the morning", "5:40 am", "05:40"),
    ],
    Kind.ELAPSED: [
        ("2:01:09", "2 h 1 min 9 s", "2h01m09s", "7,269 seconds"),
        ("1:43.5", "103.5 seconds", "1 minute 43.5 seconds"),
    ],
    Kind.SCORE: [("3-2", "3–2", "3 : 2", "three to two", "3 to 2"), ("2-0", "two nil", "2:0")],
    Kind.FACTOR: [("twice", "two times", "2x", "double", "twofold", "2-fold", "2"), ("five times", "5 ×", "fivefold")],
    Kind.SIZE: [("10 × 20 cm", "10 by 20 cm", "100 mm x 200 mm", "10cm x 20cm"), ("4 by 6 in", "4 × 6 inches")],
}
OTHER = [
    (Kind.TIME, "7:30 pm", "7:30 am"), (Kind.TIME, "noon", "midnight"), (Kind.SCORE, "3-2", "2-3"), (Kind.FACTOR, "twice", "thrice"),
    (Kind.SIZE, "10 × 20 cm", "20 × 10 cm"), (Kind.SIZE, "10 × 20 cm", "10 × 20 mm"), (Kind.ELAPSED, "2:01:09", "2:10:09"),
]  # fmt: skip


def values(text, kind):
    (found,) = (each for each in notation_of(text) if each.kind is kind)
    return found.values


@pytest.mark.parametrize(("kind", "texts"), [(kind, texts) for kind, rows in SAME.items() for texts in rows])
def test_one_thing_has_one_value_however_it_is_written(kind, texts):
    assert {values(text, kind) for text in texts} == {values(texts[0], kind)}


@pytest.mark.parametrize(("kind", "one", "other"), OTHER)
def test_two_things_have_two_values(kind, one, other):
    assert values(one, kind).isdisjoint(values(other, kind))


def test_a_time_without_its_half_of_the_day_is_either():
    assert values("7:30", Kind.TIME) == values("7:30 am", Kind.TIME) | values("7:30 pm", Kind.TIME)


@pytest.mark.parametrize("text", ["24/7", "2023-03-01", "192.168.1.2", "Room 12", "", "T-72", "3.14", "a x b"])
def test_what_is_no_time_score_or_size_is_not_read_as_one(text):
    assert notations_in(text, (Kind.TIME, Kind.SCORE, Kind.SIZE)) == ()


def test_a_long_text_is_not_searched():
    assert notations_in("7:30 pm " + "x" * LONGEST) == ()


@given(st.text(alphabet="0123456789:.-–×x pam'h tofice", max_size=60))
def test_a_notation_is_the_text_at_its_place(text):
    for found in notations_in(text):
        assert text[found.start : found.end] == found.text
        assert found.values


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_is_read(hour, minute):
    half = "am" if hour < 12 else "pm"
    assert values(f"{hour % 12 or 12}:{minute:02} {half}", Kind.TIME) == {(hour * 60 + minute,)}
    assert (hour * 60 + minute,) in values(f"{hour:02}:{minute:02}", Kind.TIME)
