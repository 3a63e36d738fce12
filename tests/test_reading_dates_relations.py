"""Do two dates agree, and which says more?"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.dates import DateRelation, agrees, read_date

# gold, answer, relation
ROWS = [
    ("27 March 2023", "2023-03-27", "same"),
    ("27 March 2023", "March 27, 2023", "same"),
    ("27 March 2023", "27/03/2023", "same"),
    ("27 March 2023", "March 2023", "coarser"),
    ("27 March 2023", "2023", "coarser"),
    ("27 March 2023", "March 27", "coarser"),
    ("27 March 2023", "March", "coarser"),
    ("27 March 2023", "spring 2023", "coarser"),
    ("27 March 2023", "early 2023", "coarser"),
    ("27 March 2023", "the 2020s", "coarser"),
    ("27 March 2023", "21st century", "coarser"),
    ("27 March 2023", "Q1 2023", "coarser"),
    ("27 March 2023", "March to May 2023", "coarser"),
    ("27 March 2023", "28 March 2023", "same_year"),
    ("27 March 2023", "April 2023", "same_year"),
    ("27 March 2023", "late 2023", "same_year"),
    ("27 March 2023", "fall 2023", "same_year"),
    ("27 March 2023", "27 March 2022", "near_year"),
    ("27 March 2023", "2024", "near_year"),
    ("27 March 2023", "27 March 1923", "different_year"),
    ("27 March 2023", "the 1990s", "different_year"),
    ("27 March 2023", "March 28", "conflict"),
    ("27 March 2023", "April", "conflict"),
    ("27 March 2023", "yesterday", "unanchored"),
    ("3 April 2023", "03/04/2023", "ambiguous"),
    ("4 March 2023", "03/04/2023", "ambiguous"),
    ("5 March 2023", "03/04/2023", "same_year"),
    ("2023", "03/04/2023", "finer"),
    ("March 2023", "27 March 2023", "finer"),
    ("March 2023", "2023", "coarser"),
    ("March 2023", "2023-03", "same"),
    ("March 2023", "late March 2023", "finer"),
    ("March 2023", "1 to 31 March 2023", "same"),
    ("March 2023", "March", "coarser"),
    ("March 2023", "27 March", "overlapping"),
    ("March 27", "27 March", "same"),
    ("March 27", "27 March 2023", "finer"),
    ("March 27", "March", "coarser"),
    ("March 27", "the 27th", "coarser"),
    ("March 27", "the 28th", "conflict"),
    ("March 27", "March 2023", "overlapping"),
    ("March 27", "2023", "overlapping"),
    ("March 27", "March 28", "conflict"),
    ("March 27", "28 March 2023", "conflict"),
    ("March 27", "April 2023", "conflict"),
    ("March 27", "March 26-28", "coarser"),
    ("XXXX-03-27", "March 27", "same"),
    ("early 2023", "early 2023", "same"),
    ("early 2023", "at the beginning of 2023", "same"),
    ("early 2023", "2023", "coarser"),
    ("early 2023", "January 2023", "finer"),
    ("early 2023", "27 March 2023", "finer"),
    ("early 2023", "Q1 2023", "finer"),
    ("early 2023", "late 2023", "same_year"),
    ("early 2023", "mid-2023", "same_year"),
    ("early 2023", "August 2023", "same_year"),
    ("early 2023", "early 2022", "near_year"),
    ("early 2023", "early 2025", "different_year"),
    ("2023", "early 2023", "finer"),
    ("2023", "about 2023", "same"),
    ("2023", "March", "overlapping"),
    ("2023", "between 2022 and 2024", "coarser"),
    ("2023", "last year", "unanchored"),
    ("spring 2022", "April 2022", "finer"),
    ("spring 2022", "2022", "coarser"),
    ("spring 2022", "summer 2022", "same_year"),
    ("spring 2022", "spring", "coarser"),
    ("spring 2022", "October 2022", "same_year"),
    ("fall 2022", "autumn 2022", "same"),
    ("fall 2022", "November 2022", "finer"),
    ("winter 2022", "January 2022", "finer"),
    ("winter 2022", "January 2023", "finer"),
    ("winter 2022", "2022", "coarser"),
    ("winter 2022", "July 2022", "same_year"),
    ("last fall", "last autumn", "same"),
    ("last fall", "fall", "coarser"),
    ("last fall", "fall 2024", "finer"),
    ("last fall", "last spring", "conflict"),
    ("last fall", "2024", "unanchored"),
    ("fall 2024", "last fall", "coarser"),
    ("1990s", "the nineties", "same"),
    ("1990s", "199X", "same"),
    ("1990s", "1990 to 1999", "same"),
    ("1990s", "1994", "finer"),
    ("1990s", "late 1990s", "finer"),
    ("1990s", "the 20th century", "coarser"),
    ("1990s", "1989", "different_year"),
    ("1990s", "the 1980s", "different_year"),
    ("early 1990s", "1992", "finer"),
    ("early 1990s", "1999", "different_year"),
    ("early 1990s", "late 1990s", "different_year"),
    ("1994", "1990s", "coarser"),
    ("20th century", "twentieth century", "same"),
    ("20th century", "1900s", "same"),
    ("20th century", "1950", "finer"),
    ("20th century", "2000", "finer"),
    ("20th century", "19th century", "different_year"),
    ("3rd century BC", "250 BC", "finer"),
    ("3rd century BC", "250 AD", "different_year"),
    ("44 BC", "44 BCE", "same"),
    ("44 BC", "44 AD", "different_year"),
    ("1950 to 1953", "1950–53", "same"),
    ("1950 to 1953", "1950", "part_of_period"),
    ("1950 to 1953", "1951", "part_of_period"),
    ("1950 to 1953", "25 June 1950 – 27 July 1953", "finer"),
    ("25 June 1950 to 27 July 1953", "1950–1953", "coarser"),
    ("1950 to 1953", "1950–1954", "near_year"),
    ("1950 to 1953", "1960–1963", "different_year"),
    ("1950 to 1953", "the 1950s", "coarser"),
    ("March to May 2023", "March–May 2023", "same"),
    ("March to May 2023", "April 2023", "part_of_period"),
    ("March to May", "March to May 2023", "finer"),
    ("first quarter of 2023", "Q1 2023", "same"),
    ("first quarter of 2023", "February 2023", "finer"),
    ("first quarter of 2023", "Q2 2023", "same_year"),
    ("[1984,1985]", "1985", "same"),
    ("[1984,1985]", "1987", "different_year"),
]  # fmt: skip


@pytest.mark.parametrize(("gold", "answer", "relation"), ROWS)
def test_an_answer_relates_to_the_accepted_date(gold, answer, relation):
    assert agrees(read_date(answer), read_date(gold)) == relation


_DAYS = st.dates(dt.date(1583, 1, 1), dt.date(2099, 12, 31))
_FORMS = st.sampled_from(
    [
        "%d %B %Y",
        "%B %Y",
        "%Y",
        "%d %B",
        "%B",
        "early %Y",
        "late %B %Y",
        "spring %Y",
        "winter %Y",
        "Q3 %Y",
        "%Y to 2100",
        "last %B",
    ]
)
_DATES = st.builds(lambda day, form: read_date(day.strftime(form)), _DAYS, _FORMS)


@given(_DATES)
def test_a_date_is_the_same_as_itself(date):
    assert agrees(date, date) is DateRelation.SAME


@given(_DATES, _DATES)
def test_one_side_is_finer_when_the_other_is_coarser(one, other):
    there, back = agrees(one, other), agrees(other, one)
    opposite = {DateRelation.FINER: {DateRelation.COARSER}, DateRelation.PART_OF_PERIOD: {DateRelation.COARSER}}
    if there in opposite:
        assert back in opposite[there]
    if there is DateRelation.SAME:
        assert back is DateRelation.SAME


@given(_DAYS, _DAYS)
def test_two_days_are_the_same_only_when_they_are(one, other):
    relation = agrees(read_date(one.isoformat()), read_date(other.isoformat()))
    assert (relation is DateRelation.SAME) == (one == other)
    assert relation.agreeing == (one == other)
    if one.year == other.year and one != other:
        assert relation is DateRelation.SAME_YEAR
