"""Whether a text contains an answer: in its own words, or as the same value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import DateAnswer, EntityAnswer, ListAnswer, QuantityAnswer
from qa_eval.reading.dates import DateRelation, agrees, read_date, read_dates
from qa_eval.reading.quantities import read_quantities, read_quantity
from qa_eval.reading.text import content_words
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa_eval.model import Question
    from qa_eval.reading.quantities import Quantity

_CONTAINED = frozenset({DateRelation.SAME, DateRelation.FINER})


def supports(question: Question, quotes: Sequence[str]) -> str:
    """Return what of the answer the quotes do not contain, "" when they contain all of it.

    Looks at quantities, dates, entities and the items of lists; other answers are rarely in the document's own words.
    """
    answer = question.answer
    if isinstance(answer, ListAnswer):
        said = (*quotes, question.text)  # the question may name what is to be chosen or ordered
        return next((names[0] for names in answer.items if not says_any(said, names)), "")
    if not isinstance(answer, QuantityAnswer | DateAnswer | EntityAnswer) or says_any(quotes, question.accepted):
        return ""
    if isinstance(answer, QuantityAnswer):
        gold = read_quantity(answer.text)
        found = [quantity for quote in quotes for quantity in read_quantities(quote)]
        return "" if gold and any(_same(gold, quantity) for quantity in found) else answer.text
    if isinstance(answer, DateAnswer):
        date = read_date(answer.text)
        dates = [found for quote in quotes for found in read_dates(quote)]
        return "" if date and any(agrees(found, date) in _CONTAINED for found in dates) else answer.text
    return answer.text


def says_any(texts: Iterable[str], names: Iterable[str]) -> bool:
    """Say whether one of the texts has the content words of one of the names, in their order and together.

    >>> says_any(["South Korea’s Joint Chiefs of Staff"], ["the joint chiefs"])
    True
    """
    wanted = [content_words(name) for name in names]
    return any(_contains(content_words(text), words) for text in texts for words in wanted)


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(words[start : start + size] == part for start in range(len(words) - size + 1))


def _same(gold: Quantity, found: Quantity) -> bool:
    if gold.unit == found.unit or not gold.unit:
        return (gold.value, gold.high) == (found.value, found.high)
    return bool(found.unit) and convert(found.value, found.unit, gold.unit) == gold.value
