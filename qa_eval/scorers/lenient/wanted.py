"""An accepted answer, read once: its words and what each weighs, its date, its figures."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.dates.numeric import may_be_fraction
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.periodical import with_periods
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.abbreviations import initials_of
from qa_eval.scorers.lenient.alone import are_figures, is_a_figure, is_a_title
from qa_eval.scorers.lenient.values import NEGATIVE
from qa_eval.scorers.lenient.versions import date_of
from qa_eval.scorers.lenient.words import (
    MINOR,
    SMALL,
    are_of_a_name,
    items_of,
    phrased,
    plain,
    stem,
    trigrams,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.reading.quantities import Quantity

PLACING = 0.4  # how much a word counts that only says where the named place lies: the Texas of "Houston, Texas"
IN_QUESTION = 0.25  # how much a word counts that the question gives already
_PLACE = regex(r"[A-Z][^\W\d]+(?: [^\W\d]+){0,3}, (?P<where>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})")


class Wanted:
    """One accepted text: its words, and how much each counts, and the date or figure that it is."""

    __slots__ = (
        "acronym", "are_measured", "content", "date", "figure", "figures", "forms", "golden", "grams", "head", "initials", "is_name", "is_value", "items", "joined", "new", "numbers", "only_figures", "pairs", "squashed",
        "stems", "text", "total", "weights",
    )  # fmt: skip

    def __init__(self, text: str, given: frozenset[str], *, asks_when: bool = False, asks_count: bool = False) -> None:
        self.text = text
        written = phrased(plain(text))
        words = words_of(written)
        self.forms = tuple(word.form for word in words)
        label = len(words) > 1 and text.endswith(" A")  # "Company A": no article
        counts = asks_count and not asks_when and text.isdigit()  # "1760", of how many yards, is no year
        self.date = date_of(text, feasts=asks_when) if asks_when or not (counts or may_be_fraction(text)) else None
        kept = {"a"} if label else {"may"} if self.date is not None and "May" in text else frozenset[str]()
        self.content = tuple(form for form in self.forms if form not in SMALL or form in kept) or self.forms
        self.new = frozenset(form for form in self.content if form not in given) or frozenset(self.content)
        placing = _placing(text)
        self.weights = tuple(
            (form, IN_QUESTION if form not in self.new or form in MINOR else PLACING if form in placing else 1.0)
            for form in dict.fromkeys(self.content)
        )
        self.total = added([weight for _, weight in self.weights])
        self.golden = frozenset(self.forms)
        self.joined = (f" {' '.join(self.forms)} ", f" {' '.join(self.content)} ")
        self.numbers = frozenset(form for form in self.content if form[0].isdigit())
        self.squashed = "".join(self.forms)
        self.grams = trigrams(self.squashed)
        self.pairs: dict[str, tuple[str, ...]] = {}
        for one, other in pairwise(self.forms):
            self.pairs[one] = (*self.pairs.get(one, ()), one + other)
            self.pairs[other] = (*self.pairs.get(other, ()), one + other)
        self.stems = {form: stem(form) for form in self.content}
        bare = NEGATIVE.fullmatch(text.strip())
        figured = "".join(bare.groups("")) if bare else with_periods(text)
        self.figures = figures = read_quantities(figured)
        whole = len(figures) == 1 and (bare or is_a_figure(figures[0], figured))
        self.figure = (_negative(figures[0], text) if bare else figures[0]) if whole else None
        titled = bool(figures) and not any(each.unit for each in figures) and is_a_title(text)
        self.figure = None if titled else self.figure
        self.only_figures = bool(figures) and not titled and (self.figure is not None or are_figures(figures, figured))
        self.is_value = self.date is not None or (self.figure is not None and not any(map(str.isalpha, self.content)))
        self.items = () if figures or self.date else items_of(text)
        self.are_measured = (
            self.only_figures and len(figures) > 1 and all(each.unit and not each.dated for each in figures)
        )
        self.head = tuple(form for form in self.content if form not in placing and form not in given) if placing else ()
        self.is_name = len(self.content) > 1 and are_of_a_name(words)
        self.initials = initials_of(words, written)
        self.acronym = len(words) == 1 and words[0].capital and text.isupper()


def _placing(text: str) -> frozenset[str]:
    """Return the words after the comma of a place's name: "Houston, Texas"; none where the comma parts a list."""
    match = _PLACE.fullmatch(text)
    return frozenset(word.form for word in words_of(phrased(plain(match["where"])))) if match else frozenset()


def added(weights: Iterable[float]) -> float:
    """Add from left to right, as whoever adds one by one does: ``sum`` rounds otherwise since Python 3.12.

    >>> added([0.4, 0.4, 0.4]) == 0.4 + 0.4 + 0.4
    True
    """
    total = 0.0
    for weight in weights:
        total += weight
    return total


def _negative(figure: Quantity, text: str) -> Quantity:
    """Return a figure in brackets by itself, "(45)", as accounts write a negative one."""
    return figure._replace(value=-abs(figure.value), text=text.strip())
