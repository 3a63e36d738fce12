"""The quantities, dates and names of a document, sentence by sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.dataset.inference import unreadable
from qa_eval.model import Answer, Bound, DateAnswer, EntityAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.dates import read_dates
from qa_eval.reading.languages import answer_in_english, dates_in
from qa_eval.reading.names import read_names
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.sentences import sentence_spans
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.reading.names import Name
    from qa_eval.reading.quantities import Quantity

LONGEST_QUOTE = 240  # characters; of a longer sentence the part around the answer is quoted
# two figures that say something together: a score, a ratio, a blood pressure, a size
_PAIR = regex(r"\d+(?:[.,]\d+)*(?:\s?[x×]\s?|[/:–—-])\d+(?:[.,]\d+)*")
# what is numbered, so that the figure behind it is a name and no amount
_NUMBERED = regex(
    r"\b(?:article|bay|bed|building|bus|category|chapter|class|clause|figure|flight|floor|gate|grade|group|house|item|lane|level|line|no|number"
    r"|page|paragraph|part|phase|platform|question|room|route|section|stage|step|table|terminal|track|type|unit|version|volume|ward|week|zone)\.?\s$",
    re.IGNORECASE,
)
_CODE = regex(r"\s\d+[A-Z]\b")  # what a name ends with: Ward 4B
MOST = 1_000  # drafts: more would not be finished by anybody


@value
class Draft:
    """An answer, the quote that gives it (its ``occurrence``-th in the document), and the quote with a gap for the answer."""

    id: str
    answer: Answer
    quote: str
    occurrence: int
    gap: str
    language: str = ""


@value
class Passage:
    """A sentence of the document with what could be asked of it; ``number`` counts from 1."""

    number: int
    text: str
    drafts: tuple[Draft, ...]


@value
class _Found:
    """An answer that stands in a sentence, from ``start`` to ``end``; ``language`` is its own, "" for English."""

    answer: Answer
    start: int
    end: int
    language: str = ""


def passages(text: str, most: int = MOST) -> tuple[Passage, ...]:
    """Return the sentences of a document with drafts of questions, at most so many; further sentences have none.

    Every quantity and date is a draft, a name where it first stands. A document that has none of them gets one draft of a
    phrase, so that there is something to begin with.

    >>> [(draft.id, draft.answer.text) for draft in passages("The bridge opened on 4 May 1911. It is 155 metres long.")[0].drafts]
    [('s001-date', '4 May 1911')]
    """
    names: set[str] = set()
    found = []
    left = most
    for number, (start, end) in enumerate(sentence_spans(text), 1):
        answers = list(_answers(text[start:end], names))[:left] if left else []
        left -= len(answers)
        found.append(Passage(number, text[start:end], tuple(_drafts(text, start, number, answers))))
    if found and left == most:
        sentence = found[0].text
        answers = [_Found(PhraseAnswer(sentence[:LONGEST_QUOTE]), 0, min(len(sentence), LONGEST_QUOTE))]
        found[0] = Passage(1, sentence, tuple(_drafts(text, text.index(sentence), 1, answers)))
    return tuple(found)


def _answers(sentence: str, names: set[str]) -> Iterator[_Found]:
    """Yield what a sentence holds, in order; names that were seen before are left out, and new ones are noted."""
    dates = _dates(sentence)
    told = [date for date in dates if date.language]
    names_read = [name for name in read_names(sentence) if name.sure]
    known = [_called(sentence, name) for name in names_read if not _cuts_into(told, name)]
    figures = [
        _amount(sentence, quantity)
        for quantity in read_quantities(sentence)
        if not quantity.dated
        and not quantity.ordinal
        and not _within([*dates, *known], quantity.start)
        and not (not quantity.unit and _NUMBERED.search(sentence[: quantity.start]))
    ]
    called = []
    for name in known:
        if name.answer.text not in names and not _within([*dates, *figures], name.start):
            names.add(name.answer.text)
            called.append(name)
    pairs = [found.span() for found in _PAIR.finditer(sentence)]
    for found in sorted([*dates, *figures, *called], key=lambda one: one.start):
        if (
            found.answer.text.strip()
            and not unreadable(answer_in_english(found.answer, found.language))
            and not _is_piece(found, pairs)
        ):
            yield found


def _dates(sentence: str) -> list[_Found]:
    """Return the dates of a sentence, those of other languages as well: "12. Oktober 2024"."""
    read = [
        _Found(DateAnswer(date.text), date.start, date.end_offset)
        for date in read_dates(sentence)
        if not date.relative and not date.ambiguous and sentence[date.start : date.end_offset] == date.text
    ]
    told = [
        _Found(DateAnswer(sentence[start:end]), start, end, language)
        for start, end, language in dates_in(sentence)
        if not any(one.start <= start and end <= one.end for one in read)
    ]
    return [*(one for one in read if not _within(told, one.start)), *told]


def _cuts_into(dates: list[_Found], name: Name) -> bool:
    """Tell whether what was read as a name ends within a date: "El 3" of "El 3 de abril"."""
    return any(name.start < date.start < name.end for date in dates)


def _called(sentence: str, name: Name) -> _Found:
    """Return a name, with the code that it ends with."""
    code = _CODE.match(sentence, name.end)
    end = code.end() if code else name.end
    return _Found(EntityAnswer(sentence[name.start : end] if code else name.text), name.start, end)


def _is_piece(found: _Found, pairs: list[tuple[int, int]]) -> bool:
    """Tell whether an answer is a part of two figures that say something together, and not the whole."""
    return any(
        start < found.end and found.start < end and not (found.start <= start and end <= found.end)
        for start, end in pairs
    )


def _within(found: list[_Found], place: int) -> bool:
    return any(one.start <= place < one.end for one in found)


def _amount(sentence: str, quantity: Quantity) -> _Found:
    """Return a quantity with the bound before it and the noun behind it, where they stand beside it."""
    start, end = quantity.start, quantity.end
    if quantity.noun and sentence.startswith(f" {quantity.noun}", end):
        end += 1 + len(quantity.noun)
    bound = "" if quantity.bound is Bound.NONE else f"{quantity.bound} "
    if bound and sentence[:start].lower().endswith(bound):
        start -= len(bound)
    return _Found(QuantityAnswer(sentence[start:end]), start, end)


def _drafts(text: str, offset: int, number: int, answers: list[_Found]) -> Iterator[Draft]:
    taken: dict[str, int] = {}
    for found in answers:
        kind = str(found.answer.type)
        taken[kind] = taken.get(kind, 0) + 1
        name = f"s{number:03}-{kind}" + (f"-{taken[kind]}" if taken[kind] > 1 else "")
        first, last = _quoted(text, offset + found.start, offset + found.end)
        gap = f"{text[first : offset + found.start]}___{text[offset + found.end : last]}"
        yield Draft(name, found.answer, text[first:last], _occurrence(text, first, last), gap, found.language)


def _quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the line's sentence around an answer, cut between words where it is long."""
    low = max(text.rfind("\n", 0, start) + 1, start - LONGEST_QUOTE)
    line_end = text.find("\n", end)
    high = min(len(text) if line_end < 0 else line_end, end + LONGEST_QUOTE)
    for first, last in sentence_spans(text[low:high]):
        if low + first <= start and end <= low + last and last - first <= LONGEST_QUOTE:
            return low + first, low + last
    room = max(0, (LONGEST_QUOTE - (end - start)) // 2)
    first, last = max(low, start - room), min(high, end + room)
    if first > low and " " in text[first:start]:
        first = text.index(" ", first) + 1
    if last < high and " " in text[end:last]:
        last = text.rindex(" ", end, last)
    part = text[first:last]
    return first + len(part) - len(part.lstrip()), last - (len(part) - len(part.rstrip()))


def _occurrence(text: str, first: int, last: int) -> int:
    quote, place, number = text[first:last], -1, 0
    while place < first:
        place = text.find(quote, place + 1)
        number += 1
    return number
