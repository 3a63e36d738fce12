"""When two names are the same, and which names a text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.names import STRICT, NameMatch, read_names, same_name, spelling

# accepted name, the answer's, how they relate
ROWS = [
    ("Kyrylo Budanov", "Kyrylo Budanov", "exact"),
    ("Kyrylo Budanov", "kyrylo budanov", "exact"),
    ("Kyrylo Budanov", "KYRYLO BUDANOV", "exact"),
    ("Kyrylo Budanov", "Kyrylo  Budanov.", "exact"),
    ("Kim Jong Un", "Kim Jong-un", "exact"),
    ("Ukraine", "Ukraine’s", "exact"),
    ("O'Brien", "O’Brien", "exact"),
    ("Johnson & Johnson", "Johnson and Johnson", "exact"),
    ("U.S.", "US", "exact"),
    ("Associated Press", "the Associated Press", "article"),
    ("the Associated Press", "Associated Press", "article"),
    ("The Beatles", "Beatles", "article"),
    ("São Paulo", "Sao Paulo", "accents"),
    ("Beyonce", "Beyoncé", "accents"),
    ("Łódź", "Lodz", "accents"),
    ("Zelensky", "President Zelensky", "title"),
    ("President Zelensky", "Zelensky", "title"),
    ("Kyrylo Budanov", "Gen. Kyrylo Budanov", "title"),
    ("Kyrylo Budanov", "Lieutenant General Kyrylo Budanov", "title"),
    ("Mark Milley", "Gen Mark Milley", "title"),
    ("Jane Goodall", "Dr. Jane Goodall", "title"),
    ("Jane Goodall", "Dame Jane Goodall", "title"),
    ("Martin Luther King", "Dr. Martin Luther King Jr.", "title"),
    ("Martin Luther King, Jr.", "Martin Luther King", "title"),
    ("Vladimir Putin", "Russian President Vladimir Putin", "title"),
    ("Rishi Sunak", "British Prime Minister Rishi Sunak", "title"),
    ("Kyrylo Budanov", "Ukraine's military intelligence chief Kyrylo Budanov", "title"),
    ("Elton John", "Sir Elton John", "title"),
    ("Volodymyr Zelensky", "Zelensky, Volodymyr", "reordered"),
    ("Dai Yongge", "Yongge Dai", "reordered"),
    ("Zelensky", "Zelenskyy", "spelling"),
    ("Zelensky", "Zelenskiy", "spelling"),
    ("Zelensky", "Zelenskyi", "spelling"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "spelling"),
    ("Volodymyr Zelensky", "Zelenskyy, Volodymyr", "reordered"),
    ("Sergei Shoigu", "Sergey Shoigu", "spelling"),
    ("Khrushchev", "Khruschev", "spelling"),
    ("Muhammad Ali", "Mohammed Ali", "spelling"),
    ("Alexander Lukashenko", "Aleksandr Lukashenko", "spelling"),
    ("Ministry of Defence", "Ministry of Defense", "spelling"),
    ("Saint Petersburg", "St. Petersburg", "spelling"),
    ("World War II", "World War 2", "spelling"),
    ("World War Two", "World War II", "spelling"),
    ("World Health Organization", "World Health Organisation", "spelling"),
    ("Labour Party", "Labor Party", "spelling"),
    ("Zelensky", "Volodymyr Zelensky", "fuller"),
    ("Zelensky", "Volodymyr Zelenskyy", "fuller"),
    ("Budanov", "General Kyrylo Budanov", "fuller"),
    ("John Kennedy", "John Fitzgerald Kennedy", "fuller"),
    ("Volodymyr Zelensky", "V. Zelensky", "initials"),
    ("Volodymyr Zelensky", "Zelensky, V.", "initials"),
    ("John F. Kennedy", "John Kennedy", "initials"),
    ("John Kennedy", "John F. Kennedy", "initials"),
    ("John Fitzgerald Kennedy", "John F. Kennedy", "initials"),
    ("John Ronald Reuel Tolkien", "J. R. R. Tolkien", "initials"),
    ("J. R. R. Tolkien", "JRR Tolkien", "initials"),
    ("J.R.R. Tolkien", "John Ronald Reuel Tolkien", "initials"),
    ("Lee Harvey Oswald", "Lee Oswald", "middle"),
    ("Associated Press", "AP", "acronym"),
    ("AP", "the Associated Press", "acronym"),
    ("United Nations", "U.N.", "acronym"),
    ("United States of America", "USA", "acronym"),
    ("Joint Chiefs of Staff", "JCS", "acronym"),
    ("Volodymyr Zelensky", "Zelensky", "surname_only"),
    ("Volodymyr Zelensky", "President Zelensky", "surname_only"),
    ("Kyrylo Budanov", "Budanov", "surname_only"),
    ("Volodymyr Zelensky", "Zelenskyy", "surname_only"),
    ("Volodymyr Zelensky", "Volodymyr", "given_only"),
    ("Kursk Oblast", "Kursk", "given_only"),
    ("Joint Chiefs of Staff", "Joint Chiefs", "part"),
    ("South Korea's Joint Chiefs of Staff", "Joint Chiefs of Staff", "part"),
    # different
    ("Kyrylo Budanov", "Volodymyr Zelensky", None),
    ("Kyrylo Budanov", "Oleh Budanov", None),
    ("Volodymyr Zelensky", "Vladimir Zelensky", None),
    ("Kyiv", "Kiev", None),
    ("Korea", "North Korea", None),
    ("North Korea", "South Korea", None),
    ("North Korea", "Korea", None),
    ("York", "New York", None),
    ("Mexico", "New Mexico", None),
    ("Virginia", "West Virginia", None),
    ("Sudan", "South Sudan", None),
    ("Mr. Smith", "Mrs. Smith", None),
    ("King Charles", "Queen Charles", None),
    ("John Smith Jr.", "John Smith Sr.", None),
    ("Elizabeth I", "Elizabeth II", None),
    ("Elizabeth", "Elizabeth II", None),
    ("Louis XIV", "Louis XV", None),
    ("John F. Kennedy", "John G. Kennedy", None),
    ("George W. Bush", "George H. W. Bush", None),
    ("British Museum", "Museum", "surname_only"),
    ("Kim", "Kin", None),
    ("Sudzha", "Suja", None),
    ("Bob", "Rob", None),
    ("World Health Organization", "World Organization", "middle"),
    ("Apollo 11", "Apollo 13", None),
    ("Boeing 747", "Boeing 737", None),
    ("", "Budanov", None),
    ("Budanov", "", None),
    ("Budanov", "-", None),
    ("Budanov", "not Budanov", None),
    ("Associated Press", "Press", "surname_only"),
    ("Associated Press", "United Press", None),
]  # fmt: skip
NAMES = [
    ("Kyrylo Budanov", ["Kyrylo Budanov"]),
    ("It was Kyrylo Budanov, Ukraine's intelligence chief.", ["Kyrylo Budanov", "Ukraine"]),
    ("The town of Sudzha", ["Sudzha"]),
    ("Sudzha", ["Sudzha"]),
    ("President Volodymyr Zelensky said so.", ["President Volodymyr Zelensky"]),
    ("South Korea’s Joint Chiefs of Staff", ["South Korea", "Joint Chiefs of Staff"]),
    ("Budanov or Zelensky", ["Budanov", "Zelensky"]),
    ("Budanov and Zelensky", ["Budanov", "Zelensky"]),
    ("Kim Jong-un and Vladimir Putin met.", ["Kim Jong-un", "Vladimir Putin"]),
    ("They sent it to Kursk Oblast in March 2023.", ["Kursk Oblast"]),
    ("In March the AP reported it.", ["AP"]),
    ("The Associated Press (AP)", ["Associated Press", "AP"]),
    ("Martin Luther King Jr.", ["Martin Luther King Jr."]),
    ("J. R. R. Tolkien wrote it.", ["J. R. R. Tolkien"]),
    ("Ludwig van Beethoven and Leonardo da Vinci", ["Ludwig van Beethoven", "Leonardo da Vinci"]),
    ("the Bank of England", ["Bank of England"]),
    ("Boeing 747", ["Boeing 747"]),
    ("Additionally, North Korea sent troops.", ["North Korea"]),
    ("According to Zelensky, it is so.", ["Zelensky"]),
    ("170 mm howitzers", []),
    ("they sent troops", []),
    ("", []),
    ("It is 12,000.", []),
    ("On Monday, March 27", []),
    ("Łódź and Århus", ["Łódź", "Århus"]),
    ("Київ", ["Київ"]),
    ("Yes", []),
    ("I think it was Budanov.", ["Budanov"]),
    ("It's Budanov.", ["Budanov"]),
    ('He said: "The Beatles."', ["Beatles"]),
]


@pytest.mark.parametrize(("gold", "answer", "relation"), ROWS)
def test_an_answers_name_relates_to_the_accepted_one(gold, answer, relation):
    assert same_name(answer, gold) == relation


def test_the_strict_relations_name_the_same_thing_in_full():
    assert {
        NameMatch.SURNAME_ONLY,
        NameMatch.GIVEN_ONLY,
        NameMatch.PART,
        NameMatch.ACRONYM,
        NameMatch.MIDDLE,
    }.isdisjoint(STRICT)
    assert NameMatch.EXACT in STRICT


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_the_names_of_a_text_are_found(text, names):
    assert [name.text for name in read_names(text)] == names


@pytest.mark.parametrize(("text", "sure"), [("Sudzha", [False]), ("Howitzers were sent", [False]), ("The AP", [True]), ("They sent Budanov", [True]), ("Kyrylo Budanov", [True]), ("NATO", [True])])  # fmt: skip
def test_a_capital_that_may_be_the_sentences_is_marked(text, sure):
    assert [name.sure for name in read_names(text)] == sure


@pytest.mark.parametrize(
    ("one", "other"),
    [("kelly", "kerry"), ("putin", "rutin"), ("ivanov", "ivanova"), ("martin", "marten"), ("henry", "henley")],
)
def test_different_names_keep_different_keys(one, other):
    assert spelling(one) != spelling(other)


@given(st.text(max_size=30))
def test_a_name_is_the_same_as_itself(text):
    assert same_name(text, text) is (NameMatch.EXACT if text.strip() and same_name(text, text) else None)


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_the_comparison(one, other):
    assert same_name(one, other) is None or isinstance(same_name(one, other), NameMatch)


@given(st.text(max_size=100) | st.text("Ab C.'-,1of ", max_size=60))
def test_no_text_breaks_the_finding(text):
    for name in read_names(text):
        assert text[name.start : name.end] == name.text != ""


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["A", "Ab ", "Of ", "A.", "the ", "A of ", "A'", "-", "1st ", "It "])
def test_finding_takes_time_in_proportion_to_the_text(unit):
    text = unit * (1_000_000 // len(unit))
    assert isinstance(read_names(text), tuple)
    assert same_name(text, text + "x") is not NameMatch.EXACT
