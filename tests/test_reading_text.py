"""One spelling for what means the same, and what stands around an answer."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.plurals import singular
from qa_eval.reading.text import content_words, normalised, plain_quotes, strip_frame, without_accents, words

NORMALISED = [
    ("Sudzha", "sudzha"),
    ("  North \t Korea\n", "north korea"),
    ("“smart” ‘quotes’", "\"smart\" 'quotes'"),
    ("«guillemets»", '"guillemets"'),
    ("Ukraine’s", "ukraine's"),
    ("`code`", "'code'"),
    ("1950–53 — 10−5 ‑ ‐", "1950-53 - 10-5 - -"),
    ("1\u00a0300 km", "1 300 km"),
    ("1\u2009300\u202fkm", "1 300 km"),
    ("zero\u200bwidth\ufeff", "zerowidth"),
    ("soft\u00adhyphen", "softhyphen"),
    ("\u202eoverride\u202c \u2066isolate\u2069", "override isolate"),
    ("１７０ ｍｍ", "170 mm"),
    ("ﬁlm, oﬃce", "film, office"),
    ("STRASSE", "strasse"),
    ("Straße", "strasse"),
    ("Cafe\u0301", "caf\u00e9"),
    ("Café", "caf\u00e9"),
    ("Å", "å"),
    ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
    ("Київ", "київ"),
    ("km²", "km2"),
    ("10²", "10^2"),
    ("10⁻³", "10^-3"),
    ("1½", "1 1/2"),
    ("½", "1/2"),
    ("2⁄3", "2/3"),
    ("№ 5", "no 5"),
    ("…", "..."),
    ("H₂O", "h2o"),
    ("℃", "°c"),
    ("a\x00b\x1bc", "abc"),
    ("", ""),
    ("\u200b", ""),
]  # fmt: skip
WORDS = [
    ("The U.S. sent 1,300 short-range missiles.", ("the", "us", "sent", "1,300", "short", "range", "missiles")),
    ("It’s −5 °C, not 3.5 %", ("it's", "-5", "°", "c", "not", "3.5", "%")),
    ("AK-47 F-16 F16 9mm", ("ak", "47", "f", "16", "f16", "9", "mm")),
    ("$1.2bn", ("$", "1.2", "bn")),
    ("a 10-15 km", ("a", "10", "15", "km")),
    ("snake_case", ("snake", "case")),
    ("", ()),
    ("...", ()),
]
CONTENT = [
    ("The loss of Ukraine's soldiers", ("loss", "ukraine", "soldier")),
    ("the soldiers’ losses", ("soldier", "loss")),
    ("A", ("a",)),
    ("The The", ("the", "the")),
    ("to be or not to be", ("or", "not")),
    ("cities and churches", ("city", "church")),
    ("men, women and children", ("man", "woman", "child")),
    ("not a spy", ("not", "spy")),
]
SINGULAR = [
    ("troops", "troop"), ("missiles", "missile"), ("launches", "launch"), ("boxes", "box"), ("losses", "loss"), ("cities", "city"), ("bus", "bus"), ("gas", "gas"),
    ("analysis", "analysis"), ("men", "man"), ("feet", "foot"), ("series", "series"), ("glass", "glass"), ("is", "is"), ("ties", "tie"), ("lives", "life"),
    ("shoes", "shoe"), ("heroes", "hero"), ("forces", "force"), ("houses", "house"), ("data", "data"), ("wishes", "wish"), ("countries", "country"),
]  # fmt: skip
ACCENTS = [
    ("Łódź", "Lodz"), ("São Tomé", "Sao Tome"), ("Møller", "Moller"), ("Müller", "Muller"), ("Zürich", "Zurich"), ("Dvořák", "Dvorak"), ("naïve", "naive"),
    ("Đồng", "Dong"), ("Ångström", "Angstrom"), ("Æsir", "AEsir"), ("plain", "plain"), ("Киïв", "Киiв"), ("日本", "日本"), ("हिन्दी", "हिन्दी"),
]  # fmt: skip
FRAMES = [
    ("170 mm", "170 mm"),
    ("170 mm.", "170 mm"),
    ("170 mm!", "170 mm"),
    (" 170 mm ,", "170 mm"),
    ("The answer is 170 mm.", "170 mm"),
    ("The answer is: 170 mm", "170 mm"),
    ("The correct answer is 170 mm", "170 mm"),
    ("The final answer is 170 mm", "170 mm"),
    ("My answer is 170 mm", "170 mm"),
    ("Final answer: 170 mm", "170 mm"),
    ("Final Answer: **170 mm**", "170 mm"),
    ("Answer: 170 mm", "170 mm"),
    ("ANSWER - 170 mm", "170 mm"),
    ("A: 170 mm", "170 mm"),
    ("#### 170", "170"),
    ("The answer to the question is 170 mm.", "170 mm"),
    ("So the answer is 170 mm.", "170 mm"),
    ("It is 170 mm.", "170 mm"),
    ("It was 170 mm", "170 mm"),
    ("It's 170 mm", "170 mm"),
    ("It’s 170 mm", "170 mm"),
    ("They were 170 mm", "170 mm"),
    ("There were 12,000 troops.", "12,000 troops"),
    ("That would be 170 mm.", "170 mm"),
    ("According to the article, 170 mm.", "170 mm"),
    ("According to the article, it was 170 mm.", "170 mm"),
    ("Based on the document: 170 mm", "170 mm"),
    ("Based on the provided text, they were 170 mm.", "170 mm"),
    ("In the passage, it is 170 mm", "170 mm"),
    ("The article says that it was 170 mm", "170 mm"),
    ("The article states: 170 mm", "170 mm"),
    ("Sure! 170 mm", "170 mm"),
    ("Sure! According to the article, it was **170 mm**.", "170 mm"),
    ("Certainly, the answer is 170 mm.", "170 mm"),
    ("I think it was Budanov", "Budanov"),
    ("I believe that it is Budanov.", "Budanov"),
    ("**170 mm**", "170 mm"),
    ("*170 mm*", "170 mm"),
    ("__170 mm__", "170 mm"),
    ("`170 mm`", "170 mm"),
    ("```\n170 mm\n```", "170 mm"),
    ("```text\n170 mm\n```", "170 mm"),
    ("## 170 mm", "170 mm"),
    ("> 170 mm", "170 mm"),
    ("- 170 mm", "170 mm"),
    ("$\\boxed{170}$", "170"),
    ("\\boxed{170\\text{ mm}}", "170 mm"),
    ("The answer is $\\boxed{4,000}$.", "4,000"),
    ('"170 mm"', "170 mm"),
    ("“170 mm.”", "170 mm"),
    ("'170 mm'", "170 mm"),
    ("(500 square miles)", "500 square miles"),
    ("[170 mm]", "170 mm"),
    ("The U.S.", "The U.S."),
    ("the U.S.", "the U.S."),
    ("Smith, Jr.", "Smith, Jr."),
    ("Acme Inc.", "Acme Inc."),
    ("5 p.m.", "5 p.m."),
    ("A Tale of Two Cities", "A Tale of Two Cities"),
    ("It", "It"),
    ("The answer", "The answer"),
    ("It is", "It is"),
    ("It is not 170 mm", "not 170 mm"),
    ("The answer isn't 170 mm", "The answer isn't 170 mm"),
    ("It isn't known", "It isn't known"),
    ("-5", "-5"),
    ("5 * 3 * 2", "5 * 3 * 2"),
    ("snake_case_name", "snake_case_name"),
    ("(A) and (B)", "(A) and (B)"),
    ("?", "?"),
    ("", ""),
    ("...", "..."),
    ("Yes, they did.", "Yes, they did"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NORMALISED)
def test_what_means_the_same_is_spelt_the_same(text, expected):
    assert normalised(text) == expected


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_a_text_is_cut_into_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(("text", "expected"), CONTENT)
def test_the_words_that_carry_meaning_are_kept(text, expected):
    assert content_words(text) == expected


@pytest.mark.parametrize(("plural", "expected"), SINGULAR)
def test_a_plural_meets_its_singular(plural, expected):
    assert singular(plural) == expected


@pytest.mark.parametrize(("text", "expected"), ACCENTS)
def test_latin_letters_lose_their_marks_and_others_keep_theirs(text, expected):
    assert without_accents(text) == unicodedata.normalize("NFC", expected)


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_what_stands_around_an_answer_is_taken_off(text, expected):
    assert strip_frame(text) == expected


@given(st.text())
def test_normalising_twice_is_normalising_once(text):
    once = normalised(text)
    assert normalised(once) == once


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z", "C"]), max_size=12))
def test_normalising_does_not_care_how_letters_are_composed(text):
    assert normalised(unicodedata.normalize("NFC", text)) == normalised(unicodedata.normalize("NFD", text))


@given(st.text())
def test_case_does_not_matter(text):
    assert normalised(text.casefold()) == normalised(normalised(text).casefold())


@given(st.text())
def test_plain_quotes_keep_every_place(text):
    assert len(plain_quotes(text)) == len(text)


@given(st.text() | st.from_regex(r"[-*_`#>$\\(){}\[\]\"'.,:! a-c]{0,40}", fullmatch=True))
def test_taking_off_the_frame_never_empties_an_answer(text):
    assert bool(strip_frame(text)) == bool(plain_quotes(text).strip())
    assert strip_frame(strip_frame(text)) is not None


@given(st.text())
def test_any_text_has_words(text):
    assert all(word == word.strip() and word for word in words(text))
    assert len(content_words(text)) <= len(words(text))
    assert without_accents(without_accents(text)) == without_accents(text)
