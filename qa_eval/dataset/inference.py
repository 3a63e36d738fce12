"""Typed answers out of plain accepted texts: what type they are, and the answer of that type."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.dataset.labelled import are_labels
from qa_eval.dataset.naming import is_name
from qa_eval.dataset.polar import YES_NO, are_polar, polarity_of
from qa_eval.dataset.silent import are_silent
from qa_eval.errors import UsageError
from qa_eval.model import (
    NO_TOLERANCE,
    Answer,
    AnswerType,
    DateAnswer,
    EntityAnswer,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Tolerance,
    Unanswerable,
    UnitPolicy,
    YesNoAnswer,
    accepted_texts,
)
from qa_eval.reading.asked_for import asks_for_order, things_asked_for
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DIGIT = regex(r"\d")
_YEAR = regex(r"1\d{3}|20\d{2}")
_ASKS_FOR_TIME = regex(r"\b(?:when|year|years|date|day|month|decade|century|since|until)\b", re.IGNORECASE)
_ASKS_FOR_COUNT = regex(r"\bhow (?:many|much)\b", re.IGNORECASE)
_ASKS_FOR_AMOUNT = regex(
    r"\b(?:how (?:many|much|far|tall|high|deep|wide|thick|heavy|old|large|big|long|fast|hot|cold)|what (?:percentage|proportion|share|fraction|margin))\b",
    re.IGNORECASE,
)
_TYPE_BEHIND = regex(r"\d\s?[A-Za-z]+\W+(?:type|class|category|grade)\s+(?-i:[A-Z]|[IVX]+|\d)\b", re.IGNORECASE)
_SEVERAL = regex(r",|;|/|&|\b(?:and|or)\b", re.IGNORECASE)
_NOTHING = frozenset(("none", "nobody", "no one", "nothing"))
_SINGLE = frozenset((AnswerType.QUANTITY, AnswerType.DATE, AnswerType.ENTITY, AnswerType.PHRASE))


def infer_type(answers: Sequence[str | Sequence[str]], question: str = "") -> AnswerType:
    """Return the type that a question's accepted answers have, all of them together.

    A bare year is a date where the question asks for a time, a quantity otherwise; a score and a version are names, and what
    answers "why" is a phrase. No answers, or nothing but "not stated" in some wording: unanswerable.

    >>> str(infer_type(["170 mm", "17 cm"])), str(infer_type(["1953"], "When did it end?"))
    ('quantity', 'date')
    >>> str(infer_type(["not stated", "The text does not say."], "Who paid for it?"))
    'unanswerable'
    """
    if len(answers) == 1 and isinstance(answers[0], str) and (kind := _figure_at_a_glance(answers[0], question)):
        return kind
    if not answers or are_silent(answers):
        return AnswerType.UNANSWERABLE
    return AnswerType.YES_NO if are_polar(answers, question) else _type_of(answers, question)


def _type_of(answers: Sequence[str | Sequence[str]], question: str) -> AnswerType:
    if len(answers) == 1 and isinstance(answers[0], str) and (kind := _words_at_a_glance(answers[0], question)):
        return AnswerType.LIST if _is_in_order(answers[0], question) else kind
    texts = [answer for answer in answers if isinstance(answer, str)]
    if len(texts) < len(answers) or _asks_for_so_many(question, texts):
        return AnswerType.LIST
    if all(text.strip().rstrip(".").casefold() in YES_NO for text in texts):
        return AnswerType.YES_NO
    if _are_dates(texts, question):
        return AnswerType.DATE
    if _are_quantities(texts, question) and not are_labels(texts, question):
        return AnswerType.QUANTITY
    if all(_is_in_order(text, question) for text in texts):
        return AnswerType.LIST
    return AnswerType.ENTITY if is_name(texts[0].split(), question) else AnswerType.PHRASE


def _figure_at_a_glance(text: str, question: str) -> AnswerType | None:
    """Return the type of a single answer that is a number with its unit, or a day: most of those with figures need no reading."""
    look = _glances()
    if look.is_plain_date(text):
        return AnswerType.DATE
    if not look.is_plain_quantity(text) or _YEAR.fullmatch(text):
        return None
    may_be_label = "." in text or "version" in question.lower()  # no other label looks like a plain quantity
    return None if may_be_label and are_labels([text], question) else AnswerType.QUANTITY


def _words_at_a_glance(text: str, question: str) -> AnswerType | None:
    """Return the type of a single answer of words without a number and a date; None where there may be one."""
    look = _glances()
    if not (look.has_no_number(text) and look.has_no_date(text)):
        return None
    if _is_nothing(text) and _ASKS_FOR_COUNT.search(question):
        return AnswerType.QUANTITY
    if text.strip().rstrip(".").casefold() in YES_NO:
        return AnswerType.YES_NO
    return AnswerType.ENTITY if is_name(text.split(), question) else AnswerType.PHRASE


class _Glances(NamedTuple):
    """What tells an answer at a glance."""

    is_plain_quantity: Callable[[str], bool]
    is_plain_date: Callable[[str], bool]
    has_no_number: Callable[[str], bool]
    has_no_date: Callable[[str], bool]


@cache
def _glances() -> _Glances:
    from qa_eval.reading.dates import plainly as dates  # noqa: PLC0415 - most verbs load no plain questions
    from qa_eval.reading.quantities import plainly as quantities  # noqa: PLC0415 - see above

    return _Glances(quantities.is_plain_quantity, dates.is_plain_date, quantities.has_no_number, dates.has_no_date)


def _are_dates(texts: Sequence[str], question: str) -> bool:
    from qa_eval.reading.dates import read_date  # noqa: PLC0415 - most loading does without it
    from qa_eval.reading.dates.numeric import may_be_fraction  # noqa: PLC0415 - see above

    if _glances().has_no_date(texts[0]):
        return False
    if all(_YEAR.fullmatch(text.strip()) for text in texts):
        return bool(_ASKS_FOR_TIME.search(question)) and not _ASKS_FOR_COUNT.search(question)
    if all(map(may_be_fraction, texts)) and not _ASKS_FOR_TIME.search(question):
        return False
    return all(not text.strip().isdecimal() and read_date(text) is not None for text in texts)


def _are_quantities(texts: Sequence[str], question: str) -> bool:
    from qa_eval.reading.quantities.amounts import is_amount  # noqa: PLC0415 - see above

    asked = _ASKS_FOR_AMOUNT.search(question) is not None
    counts = _ASKS_FOR_COUNT.search(question) is not None
    if not asked and any(map(_TYPE_BEHIND.search, texts)):
        return False  # "a 16 A type C breaker" is no current
    return all(is_amount(text, asked=asked) or (counts and _is_nothing(text)) for text in texts)


def _is_nothing(text: str) -> bool:
    return text.strip().rstrip(".").casefold() in _NOTHING


def _asks_for_so_many(question: str, texts: Sequence[str]) -> bool:
    """Return whether a question asks for as many things as there are texts, each of them one and none a part of another: they are no names of one thing."""
    if len(texts) < 2 or things_asked_for(question) != len(texts) or any(map(_SEVERAL.search, texts)):  # noqa: PLR2004 - several
        return False
    told = [frozenset(text.casefold().split()) - {"the"} for text in texts]
    return not any(one <= other for one, other in permutations(told, 2))


def _is_in_order(answer: str, question: str) -> bool:
    """Return whether a question asks in which order several things come, and an answer names them."""
    from qa_eval.reading.lists import split_items  # noqa: PLC0415 - most loading does without it

    return asks_for_order(question) and len(split_items(answer)) > 1


def typed_answer(
    answers: Sequence[str | Sequence[str]],
    kind: AnswerType,
    tolerance: Tolerance | None = None,
    unit_policy: UnitPolicy = UnitPolicy.OPTIONAL,
) -> tuple[Answer, tuple[str, ...]]:
    """Return the answer of a type that the accepted texts give, and every text that is accepted.

    The first answer is the one that counts, the others are its aliases. An answer that is itself a sequence holds the
    items of a list; where there is none and the first text is a single item, the texts are the items of one list. Raises
    UsageError when the answers are not of that type.

    >>> typed_answer(["170 mm", "17 cm"], AnswerType.ENTITY)
    (EntityAnswer(text='170 mm'), ('170 mm', '17 cm'))
    """
    if len(answers) == 1 and isinstance(answers[0], str) and kind in _SINGLE and tolerance is None:
        answer = _single(answers[0], kind, NO_TOLERANCE, unit_policy)
        return answer, (answer.text,)
    silent = not answers or (kind is AnswerType.UNANSWERABLE and are_silent(answers))
    if silent is not (kind is AnswerType.UNANSWERABLE):
        hint = "leave the answers empty, or change the type" if answers else "give it an answer, or change the type"
        raise UsageError(f"{_counted(answers)} for a question of type {kind}", hint=hint)
    if silent:
        return Unanswerable(), ()
    if kind is AnswerType.LIST:
        lists = _lists(answers)
        return lists[0], accepted_texts(lists[0], tuple(other.text for other in lists[1:]))
    texts = [answer for answer in answers if isinstance(answer, str)]
    if len(texts) < len(answers):
        raise UsageError(f"a list among the answers of a question of type {kind}", hint="change the type to list")
    answer = _single(texts[0], kind, tolerance or NO_TOLERANCE, unit_policy)
    return answer, accepted_texts(answer, tuple(texts if kind is AnswerType.YES_NO else texts[1:]))


def _counted(answers: Sequence[object]) -> str:
    return f"{len(answers)} answer{'s' if len(answers) > 1 else ''}" if answers else "no answer"


def _single(text: str, kind: AnswerType, tolerance: Tolerance, unit_policy: UnitPolicy) -> Answer:
    if kind is AnswerType.QUANTITY:
        return QuantityAnswer(text, tolerance=tolerance, unit_policy=unit_policy)
    if kind is AnswerType.DATE:
        return DateAnswer(text)
    if kind is AnswerType.YES_NO:
        said = polarity_of(text)
        if said is None:
            raise UsageError(f'"{text}" is neither yes nor no', hint="change the answer or the type")
        return YesNoAnswer(said)
    return EntityAnswer(text) if kind is AnswerType.ENTITY else PhraseAnswer(text)


def _lists(answers: Sequence[str | Sequence[str]]) -> list[ListAnswer]:
    """Return the lists that are accepted: one of single items, or every answer a whole list."""
    lists = [_items(answer) for answer in answers]
    texts = [answer for answer in answers if isinstance(answer, str)]
    if len(texts) == len(answers) > 1 and len(lists[0].items) == 1:
        return [ListAnswer(tuple((text,) for text in dict.fromkeys(texts)))]
    return lists


def _items(answer: str | Sequence[str]) -> ListAnswer:
    from qa_eval.reading.lists import split_items  # noqa: PLC0415 - see above

    items = (_json_items(answer) or split_items(answer)) if isinstance(answer, str) else answer
    if not any(item.strip() for item in items):
        raise UsageError(f'"{answer}" holds no item of a list', hint="change the answer or the type")
    return ListAnswer(tuple((item,) for item in items))


def _json_items(text: str) -> tuple[str, ...]:
    """Return the items of a list written as JSON, as a table's cell holds it; () when it is prose."""
    try:
        items = json.loads(text) if text.startswith('["') else None
    except (ValueError, RecursionError):
        return ()
    return tuple(items) if isinstance(items, list) and all(isinstance(item, str) and item for item in items) else ()


def unreadable(answer: Answer) -> str:
    """Return what is missing from the text of a quantity or a date for it to be one, "" when nothing is."""
    if _DIGIT.search(text := answer.text):
        return ""
    if isinstance(answer, QuantityAnswer) and answer.value is None:
        from qa_eval.reading.frequencies import read_frequency  # noqa: PLC0415 - see above
        from qa_eval.reading.quantities import read_quantities  # noqa: PLC0415 - see above

        return "" if _is_nothing(text) or read_quantities(text) or read_frequency(text) else f'"{text}" holds no number'
    if isinstance(answer, DateAnswer):
        from qa_eval.reading.dates import read_dates  # noqa: PLC0415 - see above
        from qa_eval.reading.notations.clocks import times_of_day  # noqa: PLC0415 - see above

        return "" if read_dates(text) or any(times_of_day(text.lower())) else f'"{text}" holds no date'
    return ""
