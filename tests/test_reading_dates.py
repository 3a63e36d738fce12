"""Dates as people write them, and what is none."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.model import Granularity
from qa_eval.reading.dates import read_date, read_dates, written

# text, EDTF, granularity
WHOLE = [
    ("27 March 2023", "2023-03-27", "day"),
    ("27th March 2023", "2023-03-27", "day"),
    ("the 27th of March 2023", "2023-03-27", "day"),
    ("the 27th of March, 2023", "2023-03-27", "day"),
    ("March 27, 2023", "2023-03-27", "day"),
    ("March 27 2023", "2023-03-27", "day"),
    ("March 27th, 2023", "2023-03-27", "day"),
    ("march 27, 2023", "2023-03-27", "day"),
    ("MARCH 27, 2023", "2023-03-27", "day"),
    ("March 27,2023", "2023-03-27", "day"),
    ("Mar 27, 2023", "2023-03-27", "day"),
    ("Mar. 27, 2023", "2023-03-27", "day"),
    ("Mar. 27th '23", "2023-03-27", "day"),
    ("27 Mar 98", "1998-03-27", "day"),
    ("27-Mar-2023", "2023-03-27", "day"),
    ("27/Mar/2023", "2023-03-27", "day"),
    ("2023-Mar-27", "2023-03-27", "day"),
    ("2023 March 27", "2023-03-27", "day"),
    ("16. Nov. 2016", "2016-11-16", "day"),
    ("27/03/2023", "2023-03-27", "day"),
    ("03/27/2023", "2023-03-27", "day"),
    ("3/27/23", "2023-03-27", "day"),
    ("27-03-2023", "2023-03-27", "day"),
    ("27.03.2023", "2023-03-27", "day"),
    ("27.3.2023", "2023-03-27", "day"),
    ("2023-03-27", "2023-03-27", "day"),
    ("2023/03/27", "2023-03-27", "day"),
    ("2023.3.27", "2023-03-27", "day"),
    ("20230327", "2023-03-27", "day"),
    ("2023-03-27T14:00:00Z", "2023-03-27", "day"),
    ("2023-03-27 14:00", "2023-03-27", "day"),
    ("27 March 2023 at 14:00", "2023-03-27", "day"),
    ("at 5 pm on 27 March 2023", "2023-03-27", "day"),
    ("Monday, 27 March 2023", "2023-03-27", "day"),
    ("Monday 27 March 2023", "2023-03-27", "day"),
    ("Mon, Mar 27, 2023", "2023-03-27", "day"),
    ("27 March 2023 (Monday)", "2023-03-27", "day"),
    ("the twenty-seventh of March, 2023", "2023-03-27", "day"),
    ("March the twenty-first nineteen seventy eight", "1978-03-21", "day"),
    ("the tenth of September, two thousand", "2000-09-10", "day"),
    ("September 10, nineteen zero one", "1901-09-10", "day"),
    ("July 4, 1776", "1776-07-04", "day"),
    ("5 December 1391", "1391-12-05", "day"),
    ("15 March 44 BC", "-0043-03-15", "day"),
    ("March 15, 44 BC", "-0043-03-15", "day"),
    ("first Friday of July 2023", "2023-07-07", "day"),
    ("29 February 2024", "2024-02-29", "day"),
    ("05/05/2023", "2023-05-05", "day"),
    ("on 27 March", "XXXX-03-27", "day"),
    ("March 27", "XXXX-03-27", "day"),
    ("27 March", "XXXX-03-27", "day"),
    ("Mar-27", "XXXX-03-27", "day"),
    ("Oct2", "XXXX-10-02", "day"),
    ("May twenty-first", "XXXX-05-21", "day"),
    ("May twenty one", "XXXX-05-21", "day"),
    ("the 4th of July", "XXXX-07-04", "day"),
    ("22/04", "XXXX-04-22", "day"),
    ("2/29", "XXXX-02-29", "day"),
    ("the 27th", "XXXX-XX-27", "day"),
    ("2023", "2023", "year"),
    ("in 2023", "2023", "year"),
    ("in the year 2023", "2023", "year"),
    ("1066", "1066", "year"),
    ("AD 1066", "1066", "year"),
    ("79 AD", "0079", "year"),
    ("A.D. 79", "0079", "year"),
    ("79 CE", "0079", "year"),
    ("44 BC", "-0043", "year"),
    ("44 B.C.", "-0043", "year"),
    ("44 BCE", "-0043", "year"),
    ("1 BC", "0000", "year"),
    ("FY2023", "2023", "year"),
    ("FY23", "2023", "year"),
    ("FY 23", "2023", "year"),
    ("fiscal year 2023", "2023", "year"),
    ("nineteen eighty-four", "1984", "year"),
    ("nineteen eighty four", "1984", "year"),
    ("twenty twenty-three", "2023", "year"),
    ("two thousand and one", "2001", "year"),
    ("two thousand eighteen", "2018", "year"),
    ("nineteen hundred", "1900", "year"),
    ("c. 1500", "1500~", "year"),
    ("circa 1500", "1500~", "year"),
    ("about 1990", "1990~", "year"),
    ("around the year 1000", "1000~", "year"),
    ("1990 or so", "1990~", "year"),
    ("early 2023", "2023~", "year"),
    ("mid-2023", "2023~", "year"),
    ("the end of 2022", "2022~", "year"),
    ("early in 2023", "2023~", "year"),
    ("the beginning of 2023", "2023~", "year"),
    ("March 2023", "2023-03", "month"),
    ("March, 2023", "2023-03", "month"),
    ("March of 2023", "2023-03", "month"),
    ("in March 2023", "2023-03", "month"),
    ("Mar 2023", "2023-03", "month"),
    ("Sept. 1939", "1939-09", "month"),
    ("May 1945", "1945-05", "month"),
    ("may 1945", "1945-05", "month"),
    ("2023-03", "2023-03", "month"),
    ("Mar-2023", "2023-03", "month"),
    ("mid-March 2023", "2023-03~", "month"),
    ("late March 2023", "2023-03~", "month"),
    ("March", "XXXX-03", "month"),
    ("in May", "XXXX-05", "month"),
    ("mid-March", "XXXX-03", "month"),
    ("August", "XXXX-08", "month"),
    ("spring 2022", "2022-21", "season"),
    ("the spring of 2022", "2022-21", "season"),
    ("Summer 1969", "1969-22", "season"),
    ("autumn 2022", "2022-23", "season"),
    ("fall 2022", "2022-23", "season"),
    ("fall of 2022", "2022-23", "season"),
    ("winter 1941-42", "1941-24/1942-24", "season"),
    ("the winter of 1941–1942", "1941-24/1942-24", "season"),
    ("the 1941/42 winter", "1941-24/1942-24", "season"),
    ("1987 summer", "1987-22", "season"),
    ("Q1 2023", "2023-33", "season"),
    ("Q3 of 2023", "2023-35", "season"),
    ("2023 Q4", "2023-36", "season"),
    ("the first quarter of 2023", "2023-33", "season"),
    ("the fourth quarter of fiscal year 2023", "2023-36", "season"),
    ("the first half of 2023", "2023-40", "season"),
    ("H2 2023", "2023-41", "season"),
    ("1990s", "199X", "decade"),
    ("the 1990s", "199X", "decade"),
    ("1990's", "199X", "decade"),
    ("the '90s", "199X", "decade"),
    ("the 90s", "199X", "decade"),
    ("the nineties", "199X", "decade"),
    ("the nineteen nineties", "199X", "decade"),
    ("the 2000s", "200X", "decade"),
    ("the 2010s", "201X", "decade"),
    ("late 1990s", "199X~", "decade"),
    ("the early eighties", "198X~", "decade"),
    ("mid-1960s", "196X~", "decade"),
    ("20th century", "19XX", "century"),
    ("the twentieth century", "19XX", "century"),
    ("the 20th-century", "19XX", "century"),
    ("nineteenth century", "18XX", "century"),
    ("twenty-first century", "20XX", "century"),
    ("the 1800s", "18XX", "century"),
    ("3rd century BC", "-02XX", "century"),
    ("the first century AD", "00XX", "century"),
    ("late 19th century", "18XX~", "century"),
    ("1950–1953", "1950/1953", "year"),
    ("1950–53", "1950/1953", "year"),
    ("1950-53", "1950/1953", "year"),
    ("1914 to 1918", "1914/1918", "year"),
    ("from 1914 until 1918", "1914/1918", "year"),
    ("between 1914 and 1918", "1914/1918", "year"),
    ("from March to May 2023", "2023-03/2023-05", "month"),
    ("between March and May 2023", "2023-03/2023-05", "month"),
    ("March–May 2023", "2023-03/2023-05", "month"),
    ("November 2022 to March 2023", "2022-11/2023-03", "month"),
    ("November to March 2023", "2022-11/2023-03", "month"),
    ("from march to may", "XXXX-03/XXXX-05", "month"),
    ("March 27-29, 2023", "2023-03-27/2023-03-29", "day"),
    ("March 27 to 29, 2023", "2023-03-27/2023-03-29", "day"),
    ("27–29 March 2023", "2023-03-27/2023-03-29", "day"),
    ("between 27 and 29 March 2023", "2023-03-27/2023-03-29", "day"),
    ("27 February – 3 March 2023", "2023-02-27/2023-03-03", "day"),
    ("28 July 1914 – 11 November 1918", "1914-07-28/1918-11-11", "day"),
    ("from July 28, 1914, to November 11, 1918", "1914-07-28/1918-11-11", "day"),
    ("2023-03-27 to 2023-03-29", "2023-03-27/2023-03-29", "day"),
    ("264–146 BC", "-0263/-0145", "year"),
    ("the 1850s to the 1860s", "185X/186X", "decade"),
    ("1850s-60s", "185X/186X", "decade"),
    ("late 1990s to early 2000s", "199X/200X", "decade"),
    ("yesterday", "XXXX-XX-XX", "day"),
    ("last month", "XXXX-XX", "month"),
    ("last year", "XXXX", "year"),
]
# gold answers may be written in EDTF
NOTATION = [
    "2023-03-27", "XXXX-03-27", "XXXX-03", "XXXX-XX-27", "2023-03", "2023", "2023~", "199X", "199X~", "19XX", "-02XX", "-0043", "2022-21",
    "1950/1953", "2023-03/2023-05", "XXXX-03/XXXX-05", "2023-03-27/2023-03-29", "[2023-03-04,2023-04-03]", "0000", "0079",
]  # fmt: skip
# text, the dates in it
WITHIN = [
    ("In early 2023, as reported by the Associated Press on March 27, citing South Korea", ["2023~", "XXXX-03-27"]),
    ("It was on 27 March 2023, not on 28 March 2023.", ["2023-03-27", "2023-03-28"]),
    ("March and April 2023", ["2023-03", "2023-04"]),
    ("27 and 28 March 2023", ["2023-03-27", "2023-03-28"]),
    ("March 27 and 28, 2023", ["2023-03-27", "2023-03-28"]),
    ("on March 3, April 4, and May 5, 2023", ["2023-03-03", "2023-04-04", "2023-05-05"]),
    ("in 1914 and 1918", ["1914", "1918"]),
    ("1914 or 1915", ["1914", "1915"]),
    ("the 19th and 20th centuries", ["18XX", "19XX"]),
    ("born 4 July 1776 (died 1826)", ["1776-07-04", "1826"]),
    ("He reigned from 1837 until his death in 1901", ["1837", "1901"]),
    ("The war (1914–1918) ended in November.", ["1914/1918", "XXXX-11"]),
    ("The 2024 elections were held in November", ["2024", "XXXX-11"]),
    ("In 2023 people left", ["2023"]),
    ("Since 2014, 12,000 troops", ["2014"]),
    ("2008 Summer Olympics", ["2008"]),
    ("It opened in May. In June it closed.", ["XXXX-05", "XXXX-06"]),
    ("It was May 2023.", ["2023-05"]),
    ("released October 21, 2016 and won in 2017", ["2016-10-21", "2017"]),
    ("1066 was the year of Hastings", ["1066"]),
]
NO_DATES = [
    "1,300 square kilometres", "1300 square kilometres", "170 mm", "170 mm self-propelled howitzers", "12,000 troops", "2000 soldiers", "1500 men",
    "3,000", "4,000 losses", "two-thirds", "$2000", "€1999", "1984 km", "2023%", "1.300 km²", "they may leave", "it may be 170", "march on Rome",
    "They march to Kursk", "I will march", "the fall of Kursk", "a spring in his step", "to fall", "he is 27", "27 years", "27", "3/4", "1/16 inch",
    "24/7", "192.168.1.2", "1.2.3", "aged 27", "in his nineties", "the 45th president", "the 2nd battalion", "second place", "first half", "one of them",
    "two thousand soldiers", "May's government", "Room 1984B", "12345678", "19991399", "9/11", "10-12", "phone 555-1234", "€1,999", "v1.2023",
    "decade", "the month", "centurion", "Marcheline", "Augustus", "Sudzha", "", "-", "on the second try", "Sunak", "Wednesbury",
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf", "granularity"), WHOLE)
def test_a_whole_text_is_read_as_one_date(text, edtf, granularity):
    date = read_date(text)
    assert date is not None
    assert (date.edtf(), date.granularity.value) == (edtf, granularity)


@pytest.mark.parametrize(("text", "edtf"), [row[:2] for row in WHOLE])
def test_a_date_is_found_in_a_sentence(text, edtf):
    found = read_dates(f"They said it happened {text}.")
    assert [date.edtf() for date in found] == [edtf]


@pytest.mark.parametrize("text", NOTATION)
def test_a_gold_written_in_edtf_is_read_and_written_back(text):
    date = read_date(text)
    assert date is not None
    assert date.edtf() == text


@pytest.mark.parametrize(("text", "expected"), WITHIN)
def test_every_date_of_a_text_is_found(text, expected):
    assert [date.edtf() for date in read_dates(text)] == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_not_read_as_one(text):
    assert read_dates(text) == ()


@pytest.mark.parametrize(
    "edtf", sorted({row[1] for row in WHOLE} | {edtf for row in WITHIN for edtf in row[1]} | set(NOTATION))
)
def test_what_is_written_keeps_to_the_format(edtf):
    assert str(parse_edtf(edtf)).replace(" ", "") == edtf


_DAYS = st.dates(dt.date(1583, 1, 1), dt.date(2099, 12, 31))
_FORMATS = [
    "%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%d %b. %Y", "%Y-%m-%d", "%Y/%m/%d", "%A, %d %B %Y", "%Y%m%d", "the %d of %B, %Y", "%d-%b-%Y",
    "%d %B %Y at 14:30", "%Y-%m-%dT%H:%M:%S", "On %B %dth %Y", "%B %d %Y",
]  # fmt: skip


@given(_DAYS, st.sampled_from(_FORMATS))
def test_a_day_reads_the_same_in_every_format(day, form):
    date = read_date(day.strftime(form))
    assert date is not None
    assert date.edtf() == day.isoformat()


@given(_DAYS, st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y"]))
def test_a_day_in_digits_is_ambiguous_only_when_it_can_be(day, form):
    date = read_date(day.strftime(form))
    assert date is not None
    if day.day > 12 or day.day == day.month or form == "%d.%m.%Y":  # with dots the day comes first
        assert date.edtf() == day.isoformat()
    else:
        assert day.isoformat() in {reading.edtf() for reading in date.ambiguous}
        assert len(date.ambiguous) == 2


@pytest.mark.parametrize("text", [row[0] for row in WHOLE if row[1] and not row[1].startswith("XXXX-XX")])
def test_what_is_written_reads_as_the_same_date(text):
    date = read_date(text)
    again = read_date(written(date))
    assert again is not None
    assert again.edtf() == date.edtf() or again.part == date.part != ""


@given(st.text(max_size=200) | st.from_regex(r"[0-9/., \-]{0,40}", fullmatch=True))
def test_no_text_breaks_the_reading(text):
    for date in read_dates(text):
        assert text[date.start : date.end_offset] == date.text
        assert isinstance(date.granularity, Granularity)
        assert isinstance(date.edtf(), str)
        assert written(date)
    read_date(text)


_WORDS = st.sampled_from(
    """March may 27 27th 2023 1990s early late last the of in to - – , / and or first Friday week year ago spring Q1 '98 century BC AD twenty three nineteen
    eighty between from half quarter . ( ) at 14:00 not""".split()  # noqa: SIM905 - a word list reads best as one text
)


@given(st.lists(_WORDS, max_size=14), st.sampled_from(["", " "]))
def test_no_row_of_date_words_breaks_the_reading(row, joint):
    text = joint.join(row)
    for date in read_dates(text):
        assert text[date.start : date.end_offset] == date.text
        assert parses(date.edtf())
        assert written(date)
    read_date(text)


def parses(edtf):
    return edtf == "" or parse_edtf(edtf) is not None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("27 March 2023 at 14:00", "14:00"),
        ("2023-03-27T14:00:00Z", "14:00:00z"),
        ("at 5 pm on 27 March 2023", "5 pm"),
        ("27 March 2023", ""),
    ],
)
def test_the_hour_is_kept_beside_the_day(text, time):
    assert read_date(text).time == time


def test_an_ambiguous_date_keeps_what_its_readings_share():
    date = read_date("03/04/2023")
    assert (date.year, date.month, date.day) == (2023, None, None)
    assert [written(reading) for reading in date.ambiguous] == ["3 April 2023", "4 March 2023"]
    assert [written(reading) for reading in read_date("the twenties").ambiguous] == ["the 1920s", "the 2020s"]


@pytest.mark.parametrize(
    ("text", "relative", "season"),
    [("last fall", "last fall", "fall"), ("last autumn", "last fall", "fall"), ("in the fall of last year", "last fall", "fall"), ("autumn last year", "last fall", "fall"), ("next March", "next march", ""), ("two weeks ago", "two weeks ago", ""),
     ("this Friday", "this friday", ""), ("the day before yesterday", "day before yesterday", ""), ("late last year", "late last year", ""), ("2023", "", "")],
)  # fmt: skip
def test_what_depends_on_today_is_kept_in_words(text, relative, season):
    date = read_date(text)
    assert (date.relative, date.season) == (relative, season)


def test_a_denied_date_is_marked():
    assert [(date.text, date.negated) for date in read_dates("It was not 2022 but 2023.")] == [
        ("2022", True),
        ("2023", False),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "1",
        ",",
        "(",
        "word ",
        "March 27, ",
        "27 and ",
        "first friday of ",
        "20th and ",
        "1/2/",
        "2 years ",
        "1990s to ",
        "early end of ",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(unit):
    assert isinstance(read_dates("1990 " + unit * (400_000 // len(unit))), tuple)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("03/2023", "2023-03"), ("1969年7月20日", "1969-07-20"), ("the 13th c.", "12XX"), ("13/2023", "2023")],
)
def test_months_of_years_eastern_dates_and_short_centuries_are_read(text, edtf):
    assert [date.edtf() for date in read_dates(text)] == [edtf]
