"""How far two judges of the same answers agree: four counts, and every figure that follows from them."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable


@value
class Agreement:
    """How often people and the scorer say correct: both, only one of them, or neither. Ratios are within 0..1, 0 of nothing."""

    both: int = 0
    only_people: int = 0
    only_scorer: int = 0
    neither: int = 0

    @property
    def n(self) -> int:
        """Answers that were judged."""
        return self.both + self.only_people + self.only_scorer + self.neither

    @property
    def kappa(self) -> float:
        """Cohen's kappa: agreement beyond chance, 1 at best, 0 for chance; 1 where both say the same of all answers."""
        by_chance = (
            _share((self.both + self.only_people) * (self.both + self.only_scorer), self.n**2)
            + _share((self.neither + self.only_people) * (self.neither + self.only_scorer), self.n**2)
        )  # fmt: skip
        return 1.0 if by_chance == 1 else (self.accuracy - by_chance) / (1 - by_chance)

    @property
    def accuracy(self) -> float:
        """Share of the answers of which both say the same."""
        return _share(self.both + self.neither, self.n)

    @property
    def precision(self) -> float:
        """Share of the scorer's "correct" that people share."""
        return _share(self.both, self.both + self.only_scorer)

    @property
    def recall(self) -> float:
        """Share of the people's "correct" that the scorer shares."""
        return _share(self.both, self.both + self.only_people)

    @property
    def balanced(self) -> float:
        """Balanced accuracy: the mean of the recall of "correct" and that of "incorrect"."""
        return (self.recall + _share(self.neither, self.neither + self.only_scorer)) / 2

    @property
    def people(self) -> float:
        """The accuracy that people give the answers."""
        return _share(self.both + self.only_people, self.n)

    @property
    def bias(self) -> float:
        """How much higher the scorer's accuracy of the answers is than that by people; negative where lower."""
        return _share(self.only_scorer - self.only_people, self.n)

    @property
    def correlation(self) -> float:
        """The phi coefficient of the two judgements, within -1..1; 0 where one of them never varies."""
        margins = (
            (self.both + self.only_people) * (self.only_scorer + self.neither)
            * (self.both + self.only_scorer) * (self.only_people + self.neither)
        )  # fmt: skip
        return (self.both * self.neither - self.only_people * self.only_scorer) / sqrt(margins) if margins else 0.0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.both + other.both,
            self.only_people + other.only_people,
            self.only_scorer + other.only_scorer,
            self.neither + other.neither,
        )


def agreement(pairs: Iterable[tuple[bool, bool]]) -> Agreement:
    """Return how far people (first of each pair) and a scorer (second) agree.

    >>> found = agreement([(True, True), (True, False), (False, False), (False, False)])
    >>> round(found.kappa, 3), found.accuracy, found.precision, found.recall
    (0.5, 0.75, 1.0, 0.5)
    """
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for people, scorer in pairs:
        counts[people, scorer] += 1
    return Agreement(*counts.values())


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
