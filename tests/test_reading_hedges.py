"""What an answer denies, takes back or leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.hedges import HedgeKind, alternatives, negated_spans, read_hedges

# text, what is denied or taken back
DENIED = [
    ("170 mm", []),
    ("not 170 mm", ["170 mm"]),
    ("Not 170 mm but 152 mm", ["170 mm"]),
    ("not 170 mm, but 152 mm", ["170 mm"]),
    ("It was not 170 mm but 152 mm.", ["170 mm"]),
    ("It wasn't 170 mm but 152 mm", ["170 mm"]),
    ("It wasn’t 170 mm; it was 152 mm", ["170 mm"]),
    ("It was not 170 mm, it was 152 mm", ["170 mm"]),
    ("It is not 170 mm. It is 152 mm.", ["170 mm"]),
    ("900, not 1250", ["1250"]),
    ("900, not 1,250", ["1,250"]),
    ("900 (not 1,250)", ["1,250"]),
    ("900 and not 1,250", ["1,250"]),
    ("152 mm, never 170 mm", ["170 mm"]),
    ("152 mm rather than 170 mm", ["170 mm"]),
    ("152 mm instead of 170 mm", ["170 mm"]),
    ("Instead of 170 mm, 152 mm", ["170 mm"]),
    ("152 mm as opposed to 170 mm", ["170 mm"]),
    ("unlike the 170 mm, it is 152 mm", ["the 170 mm"]),
    ("all but none except Sudzha", ["Sudzha"]),
    ("everyone except Budanov", ["Budanov"]),
    ("other than Zelensky, Budanov", ["Zelensky"]),
    ("without artillery", ["artillery"]),
    ("neither 170 nor 240 mm", ["170 nor 240 mm"]),
    ("They did not send 12,000 troops, they sent 3,000", ["send 12,000 troops"]),
    ("They never sent 12,000", ["sent 12,000"]),
    ("Budanov, not Zelensky", ["Zelensky"]),
    ("Budanov, not Zelensky or Putin", ["Zelensky or Putin"]),
    ("Not Zelensky. Budanov.", ["Zelensky"]),
    ("It was Budanov and not President Zelensky", ["President Zelensky"]),
    ("no tanks", ["tanks"]),
    ("No tanks were sent, only howitzers", ["tanks were sent"]),
    ("far from 12,000", ["12,000"]),
    ("anything but cheap", ["cheap"]),
    ("240 mm is wrong; 170 mm", ["240 mm"]),
    ("It is 170 mm; 240 mm is wrong.", ["240 mm"]),
    ("240 mm is not correct, 170 mm", ["240 mm"]),
    ("170, no wait, 152", ["170"]),
    ("170, wait, no, 152", ["170"]),
    ("170... wait, 152", ["170"]),
    ("170. Actually, 152", ["170"]),
    ("170. Actually, it was 152", ["170"]),
    ("170, I mean 152", ["170"]),
    ("170, sorry, 152", ["170"]),
    ("170, or rather 152", ["170"]),
    ("170 - scratch that - 152", ["170"]),
    ("170, correction: 152", ["170"]),
    ("Zelensky, no, sorry, Budanov", ["Zelensky"]),
    # no denial at all
    ("not only 170 mm but also 240 mm", []),
    ("not just 170 mm", []),
    ("not merely artillery", []),
    ("no more than 12,000", []),
    ("not more than 12,000", []),
    ("no less than 3,000", []),
    ("no fewer than 3,000", []),
    ("not less than 3,000", []),
    ("not over 12,000", []),
    ("not until March 27", []),
    ("not exceeding 12,000", []),
    ("no later than March", []),
    ("No. 5", []),
    ("no doubt 170 mm", []),
    ("no one", []),
    ("notable", []),
    ("Notting Hill", []),
    ("Knott", []),
    ("Norway", []),
    ("Nor'easter", []),
    ("waiting for 170", []),
    ("the actual 170 mm", []),
    ("It actually was 170 mm", []),
    ("Yes, not surprisingly, 170 mm", []),
    ("whether or not it was 170", []),
    ("", []),
]
# text, the answers it leaves open
OPEN = [
    ("170 mm", []),
    ("170 mm or 240 mm", ["170 mm", "240 mm"]),
    ("170 or 240 mm", ["170", "240 mm"]),
    ("170 mm, or 240 mm", ["170 mm", "240 mm"]),
    ("either 170 mm or 240 mm", ["170 mm", "240 mm"]),
    ("Either 170 or 240.", ["170", "240"]),
    ("It is either 170 mm or 240 mm.", ["170 mm", "240 mm"]),
    ("It was 170 mm or 240 mm", ["170 mm", "240 mm"]),
    ("170 mm or maybe 240 mm", ["170 mm", "240 mm"]),
    ("170 mm or perhaps 240 mm", ["170 mm", "240 mm"]),
    ("maybe 170 mm or 240 mm", ["170 mm", "240 mm"]),
    ("170, 203 or 240 mm", ["203", "240 mm"]),
    ("170 or 203 or 240 mm", ["170", "203", "240 mm"]),
    ("Budanov or Zelensky", ["Budanov", "Zelensky"]),
    ("It was Budanov or Zelensky, I think", ["Budanov", "Zelensky"]),
    ("170 / 240", ["170", "240"]),
    ("Budanov/Zelensky", ["Budanov", "Zelensky"]),
    ("Budanov vs. Zelensky", ["Budanov", "Zelensky"]),
    ("It was not 170 mm but 152 mm or 155 mm.", ["152 mm", "155 mm"]),
    ("1,300 km² or 500 square miles", ["1,300 km²", "500 square miles"]),
    ("2022 or 2023", ["2022", "2023"]),
    ("170 mm, but it could be 240 mm", ["170 mm", "240 mm"]),
    ("170 mm (or 240 mm)", ["170 mm", "240 mm"]),
    # no choice at all
    ("12,000 or more", []),
    ("12,000 or so", []),
    ("12,000 or fewer", []),
    ("12,000 or less", []),
    ("12,000 or thereabouts", []),
    ("more or less 12,000", []),
    ("sooner or later", []),
    ("whether or not", []),
    ("15 km/h", []),
    ("2/3", []),
    ("27/03/2023", []),
    ("order", []),
    ("Oregon", []),
    ("for oil", []),
    ("and/or", []),
    ("one way or another", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_what_is_denied_or_taken_back_is_marked(text, denied):
    assert [text[start:end] for start, end in negated_spans(text)] == denied


@pytest.mark.parametrize(("text", "choices"), OPEN)
def test_what_is_left_open_is_listed(text, choices):
    assert list(alternatives(text)) == choices


def test_corrections_and_denials_are_told_apart():
    assert [(hedge.kind, hedge.text) for hedge in read_hedges("170, no wait, 152, not 240")] == [
        (HedgeKind.CORRECTED, "170"),
        (HedgeKind.NEGATED, "240"),
    ]


_WORDS = "not no nor neither 170 240 mm or either but , ; . is wrong wait actually rather than instead of vs / Budanov (or) sorry"


@given(st.text() | st.lists(st.sampled_from(_WORDS.split(" ")), max_size=20).map(" ".join))
def test_no_text_breaks_the_reading(text):
    for hedge in read_hedges(text):
        assert text[hedge.start : hedge.end] == hedge.text != ""


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["not ", "a or ", "either ", "x, no wait, ", "it is wrong ", "neither ", "no, ", "a/", "(", ","]
)
def test_reading_takes_time_in_proportion_to_the_text(unit):
    assert isinstance(read_hedges(unit * (500_000 // len(unit))), tuple)


@pytest.mark.parametrize("gap", [" ", "\n", " ,", " -", "\t.", "("])
def test_a_long_gap_is_read_as_fast_as_words(gap):
    text = f"no a, wait, not{gap * 200_000}but b or c is not known"
    assert read_hedges(text) == read_hedges(text)
