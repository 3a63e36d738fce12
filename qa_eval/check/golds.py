"""Rules about accepted answers that can be read in two ways, or not as what they are said to be."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.check.subject import Remark, Subject, quoted, warning
from qa_eval.model import DateAnswer, EntityAnswer, Granularity, ListAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.asked_for import things_asked_for
from qa_eval.reading.dates import read_date, read_dates
from qa_eval.reading.languages import in_english
from qa_eval.reading.notations.clocks import times_of_day
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.text import normalised, words
from qa_eval.reading.units import canonical, convert
from qa_eval.reading.units.asked import asks_for_length, asks_for_money, asks_for_weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Question
    from qa_eval.reading.dates import DateValue
    from qa_eval.reading.quantities import Quantity


def gold_unambiguous(subject: Subject) -> Iterator[Remark]:
    """Warn of an accepted date, number or unit that may mean two things: 03/04/2023, 1.300, 5 m."""
    for where, question in subject.questions:
        for number, text in enumerate(question.accepted):
            for message, hint in _ambiguities(question, in_english(text, question.language)):
                yield warning(subject.accepted_place(where, number), f"{quoted(text)} {message}", hint)


def _ambiguities(question: Question, text: str) -> Iterator[tuple[str, str]]:
    if isinstance(question.answer, DateAnswer):
        if any(date.ambiguous for date in read_dates(text)):
            yield "may be two dates", "write the month as a word"
    elif isinstance(question.answer, QuantityAnswer) and question.answer.value is None:
        for quantity in read_quantities(text):
            if quantity.alternatives and not _SCALED.search(quantity.text):
                yield "may be two numbers", "write thousands with commas, or as plain digits"
            asked = in_english(question.text, question.language)
            if quantity.other_units and not question.answer.unit and not _is_told(asked, text, quantity):
                units = " or ".join((quantity.unit, *quantity.other_units))
                yield f"may be in {units}", "write the unit out"


def _is_told(asked: str, accepted: str, quantity: Quantity) -> bool:
    """Tell whether the question, or the sign alone, says which of its units an accepted figure is in."""
    if quantity.unit == "metre":
        return asks_for_length(asked)
    if quantity.unit == "pound":
        return asks_for_money(asked) or asks_for_weight(asked)
    return quantity.unit == "GBP" and "£" in quantity.text and not _OTHER_POUNDS.search(f"{asked} {accepted}")


_OTHER_POUNDS = regex(
    r"\b(?:egypt|leban|syria|sudan|cypr|gibraltar|falkland|ireland\b|irish\b|malta\b|maltese\b|israel|EGP|LBP|SYP|SDG|SSP|FKP|GIP|SHP|IEP|CYP)"
    r"|\b(?:E|L|S|LE|LL|LS|IR|CY|M)\s?£|£(?:E|L|S)\b",
    re.IGNORECASE,
)  # countries whose own money is or was a pound
_SCALED = regex(
    r"\d[.,]\d{3}\s*(?:thousand|million|billion|trillion|mn|bn|tn)\b", re.IGNORECASE
)  # a thousand of them nobody writes


def date_readable(subject: Subject) -> Iterator[Remark]:
    """Warn of a date that is none, to be compared as words: "32 March 2009"; and of a day that no month has: 31 April."""
    for where, question in subject.questions:
        if not isinstance(question.answer, DateAnswer):
            continue
        read = [read_date(in_english(text, question.language)) for text in question.accepted]
        for number, (text, date) in enumerate(zip(question.accepted, read, strict=True)):
            if date is not None and not _has_day(date):
                hint = "change the day or the month"
                yield warning(subject.accepted_place(where, number), f"{quoted(text)} is no day of the calendar", hint)
        if not any(read) and not any(map(_is_time, question.accepted)):
            message = f"{quoted(question.accepted[0])} is not read as a date, and compared as words"
            hint = "write it as in 14 March 2009, or change the type to phrase"
            yield warning(subject.accepted_place(where, 0), message, hint)


def _is_time(text: str) -> bool:
    """Tell whether a text is a time of day, which has a reader of its own."""
    return any(times_of_day(text.lower()))


_LEAP_YEAR = 2000  # 29 February without a year is a day


def _has_day(date: DateValue) -> bool:
    if date.day is None or date.month is None:
        return True
    year = date.year if date.year is not None and MINYEAR <= date.year <= MAXYEAR else _LEAP_YEAR
    return date.day <= monthrange(year, date.month)[1]


def tolerance_in_unit(subject: Subject) -> Iterator[Remark]:
    """Refuse a tolerance in a unit that cannot be told in that of the answer: 1 kg for 17.4 metres; warn of one that is unknown."""
    for where, question in subject.questions:
        answer = question.answer
        if not isinstance(answer, QuantityAnswer) or not (unit := answer.tolerance.absolute_unit):
            continue
        units, name = _units(question, answer), canonical(unit)
        if not any(units) or (name is None and "" in units) or (name and _is_among(name, units)):
            continue
        told = f"{quoted(f'{answer.tolerance.absolute} {unit}')} of the tolerance"
        place, hint = (*where, "tolerance", "abs"), "give it in a unit of the answer, or without one"
        if name is None:
            yield warning(place, f"{told} is in no unit that is known", hint)
        else:
            yield Remark(place, f"{told} is no size in {' or '.join(sorted(filter(None, units)))}", hint)


def tolerance_holds_answer(subject: Subject) -> Iterator[Remark]:
    """Warn of a range of accepted values that the accepted answer itself is outside of."""
    for where, question in subject.questions:
        answer = question.answer
        if not isinstance(answer, QuantityAnswer) or (low := answer.tolerance.low) is None:
            continue
        high, read = answer.tolerance.high, read_quantities(in_english(answer.text, question.language))
        value = answer.value if answer.value is not None else read[0].value if len(read) == 1 else None
        if value is not None and high is not None and not Fraction(low) <= Fraction(value) <= Fraction(high):
            message = f"{quoted(answer.text)} is outside of the range {low} to {high}, which replaces it"
            yield warning(
                (*where, "tolerance"), message, "change the range, which is in the unit of the answer, or the answer"
            )


def _units(question: Question, answer: QuantityAnswer) -> set[str]:
    """Return the canonical units that the accepted texts may be in."""
    if answer.unit:
        return {canonical(answer.unit) or ""}
    texts = [in_english(text, question.language) for text in question.accepted]
    return {unit for text in texts for one in read_quantities(text) for unit in (one.unit, *one.other_units)}


def _is_among(name: str, units: set[str]) -> bool:
    """Return whether a unit converts into one of others; percentage points are a difference of per cent."""
    alike = {"percentage_point": "percent"}
    own = alike.get(name, name)
    return any(convert(Fraction(1), own, alike.get(unit, unit)) is not None for unit in units if unit)


def date_as_fine_as_asked(subject: Subject) -> Iterator[Remark]:
    """Refuse a date that is coarser than an answer has to be: a year where the granularity is day."""
    for where, question in subject.questions:
        answer = question.answer
        if not isinstance(answer, DateAnswer) or answer.granularity is None:
            continue
        date = read_date(in_english(answer.text, question.language))
        if date is None or (date.part and date.granularity is Granularity.YEAR):
            continue  # "early 2023"
        if _FINENESS.index(date.granularity) > _FINENESS.index(answer.granularity):
            message = f"{quoted(answer.text)} is a {date.granularity}, and an answer has to be as fine as a {answer.granularity}"
            yield Remark(subject.accepted_place(where, 0), message, "give it as fine, or change the granularity")


_FINENESS = tuple(Granularity)  # the finest first


def phrase_says_its_words(subject: Subject) -> Iterator[Remark]:
    """Refuse a phrase that lacks a word which every answer has to say, or says one that none may."""
    for where, question in subject.questions:
        answer = question.answer
        if not isinstance(answer, PhraseAnswer):
            continue
        said = f" {' '.join(words(answer.text))} "
        lacking = [group for group in answer.must_say if not any(_says(said, word) for word in group)]
        wrong = [word for word in answer.must_not_say if _says(said, word)]
        place, hint = subject.accepted_place(where, 0), "change the answer or what it has to say"
        for group in lacking:
            yield Remark(place, f"{quoted(answer.text)} does not say {' or '.join(map(quoted, group))} itself", hint)
        for word in wrong:
            yield Remark(place, f"{quoted(answer.text)} says {quoted(word)} itself", hint)


def _says(text: str, phrase: str) -> bool:
    return f" {' '.join(words(phrase))} " in text


def list_items_distinct(subject: Subject) -> Iterator[Remark]:
    """Refuse a list that has one name for two of its items: no answer can say both."""
    for where, question in subject.questions:
        if not isinstance(question.answer, ListAnswer):
            continue
        seen: set[str] = set()
        for names in question.answer.items:
            own = {normalised(name) for name in names}
            for name in sorted(own & seen):
                message = f"{quoted(name)} is an item twice"
                yield Remark(subject.accepted_place(where, 0), message, "remove one, or tell them apart")
            seen |= own


def list_declared(subject: Subject) -> Iterator[Remark]:
    """Warn of a question that asks for so many things and accepts each of as many alone: they may be the items of a list."""
    for where, question in subject.questions:
        if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
            continue
        n = things_asked_for(in_english(question.text, question.language))
        if n == len(question.accepted) > 1 and _share_no_word(question.accepted):
            yield warning(
                subject.accepted_place(where, 0),
                f"{n} are asked for, and each of {n} answers alone is accepted",
                "give it the type list if an answer has to name them all",
            )


def _share_no_word(texts: Sequence[str]) -> bool:
    every = [word for text in texts for word in set(words(text))]
    return len(every) == len(set(every))
