"""One accepted item of a list: its names, and how a part of an answer is read as it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import DateAnswer, EntityAnswer, QuantityAnswer
from qa_eval.reading.dates import read_date
from qa_eval.reading.quantities import read_quantity
from qa_eval.scorers._words.wording import key
from qa_eval.scorers.strict.dates.date import DateGold
from qa_eval.scorers.strict.names.entity import EntityGold
from qa_eval.scorers.strict.quantities.quantity import QuantityGold

if TYPE_CHECKING:
    from qa_eval.model import Question
    from qa_eval.scorers.strict.relation import Gold


class Item(NamedTuple):
    """An accepted item: its names, their keys, and how an answer's item is related to it when the keys differ.

    ``torn``: one of its names holds what separates items.
    """

    names: tuple[str, ...]
    keys: frozenset[tuple[str, ...]]
    gold: Gold
    torn: bool

    @property
    def is_figure(self) -> bool:
        """Whether the item is a figure or a date, which other words may write."""
        return not isinstance(self.gold, EntityGold)

    def may_be(self, words: tuple[str, ...]) -> bool:
        """Return whether folded words may name the item."""
        return not isinstance(self.gold, EntityGold) or len(words) < 2 or self.gold.knows(words)  # noqa: PLR2004 - one word may be an acronym


def is_torn(name: str) -> bool:
    """Return whether a name holds what separates items."""
    return re.search(r",|;|&|\band\b|\bor\b|\bplus\b|/", name) is not None


def item_of(question: Question, names: tuple[str, ...]) -> Item:
    """Return an accepted item by its names."""
    asked = replace(question, accepted=names)
    return Item(names, frozenset(map(key, names)), _gold(asked, names), torn=any(map(is_torn, names)))


def _gold(question: Question, names: tuple[str, ...]) -> Gold:
    figure = read_quantity(names[0])
    whole = figure is not None and figure.end - figure.start >= len(names[0].strip())
    if figure is not None and whole and not figure.noun and not figure.dated:
        return QuantityGold(question, QuantityAnswer(names[0]))
    date = read_date(names[0])
    if date is not None and date.month is not None:
        return DateGold(question, DateAnswer(names[0]))
    return EntityGold(question, EntityAnswer(names[0]))
