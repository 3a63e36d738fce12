"""Whether a text contains an answer: in its own words, or as the same value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import DateAnswer, EntityAnswer, ListAnswer, QuantityAnswer
from qa_eval.reading.dates import DateRelation, agrees, read_date, read_dates
from qa_eval.reading.languages import in_english, question_in_english
from qa_eval.reading.quantities import read_quantities, read_quantity
from qa_eval.reading.text import content_words
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa_eval.model import Answer, Question
    from qa_eval.reading.quantities import Quantity

_CONTAINED = frozenset({DateRelation.SAME, DateRelation.FINER})


def supports(question: Question, quotes: Sequence[str]) -> str:
    """Return what of the answer the quotes do not contain, "" when they contain all of it.

    Looks at quantities, dates, entities and the items of lists; other answers are rarely in the document's own words. All of them
    are read in the question's language.
    """
    answer, read = question.answer, question_in_english(question)
    said = [in_english(quote, question.language) for quote in quotes]
    if isinstance(answer, ListAnswer) and isinstance(read.answer, ListAnswer):
        said.append(read.text)  # the question may name what is to be chosen or ordered
        items = zip(answer.items, read.answer.items, strict=True)
        return next((names[0] for names, wanted in items if not says_any(said, wanted)), "")
    if not isinstance(answer, QuantityAnswer | DateAnswer | EntityAnswer) or says_any(said, read.accepted):
        return ""
    return "" if _says_value(read.answer, said) else answer.text


def _says_value(answer: Answer, said: Sequence[str]) -> bool:
    """Say whether one of the texts, in English, has the quantity or date of an answer in other words."""
    if isinstance(answer, QuantityAnswer):
        gold = read_quantity(answer.text)
        return gold is not None and any(_same(gold, each) for text in said for each in read_quantities(text))
    date = read_date(answer.text) if isinstance(answer, DateAnswer) else None
    return date is not None and any(agrees(each, date) in _CONTAINED for text in said for each in read_dates(text))


def says_any(texts: Iterable[str], names: Iterable[str]) -> bool:
    """Say whether one of the texts has the content words of one of the names, in their order and together; a sign as it is written.

    >>> says_any(["South Korea’s Joint Chiefs of Staff"], ["the joint chiefs"]), says_any(["Which sign closes it?"], ["👍"])
    (True, False)
    """
    return any(_says(text, name, content_words(name)) for text in texts for name in names)


def _says(text: str, name: str, words: tuple[str, ...]) -> bool:
    return _contains(content_words(text), words) if words else name in text


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(words[start : start + size] == part for start in range(len(words) - size + 1))


def _same(gold: Quantity, found: Quantity) -> bool:
    if gold.unit == found.unit or not gold.unit:
        return (gold.value, gold.high) == (found.value, found.high)
    return bool(found.unit) and convert(found.value, found.unit, gold.unit) == gold.value
