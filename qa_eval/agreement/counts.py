"""How far two judges of the same answers agree: four counts, and every figure that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable


@value
class Agreement:
    """How often people and the scorer say correct: both, only one of them, or neither. Ratios are within 0..1, None of nothing."""

    both: int = 0
    only_people: int = 0
    only_scorer: int = 0
    neither: int = 0

    @property
    def n(self) -> int:
        """Answers that were judged."""
        return self.both + self.only_people + self.only_scorer + self.neither

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: agreement beyond chance, 1 at best, 0 for chance; None where both say one and the same of all answers."""
        by_chance = (
            (self.both + self.only_people) * (self.both + self.only_scorer)
            + (self.neither + self.only_people) * (self.neither + self.only_scorer)
        )  # fmt: skip
        return _share(self.n * (self.both + self.neither) - by_chance, self.n**2 - by_chance)

    @property
    def accuracy(self) -> float | None:
        """Share of the answers of which both say the same."""
        return _share(self.both + self.neither, self.n)

    @property
    def precision(self) -> float | None:
        """Share of the scorer's "correct" that people share."""
        return _share(self.both, self.both + self.only_scorer)

    @property
    def recall(self) -> float | None:
        """Share of the people's "correct" that the scorer shares."""
        return _share(self.both, self.both + self.only_people)

    @property
    def balanced(self) -> float | None:
        """Balanced accuracy: the mean of the recall of "correct" and that of "incorrect"; None where people say only one of them."""
        other = _share(self.neither, self.neither + self.only_scorer)
        return None if self.recall is None or other is None else (self.recall + other) / 2

    @property
    def people(self) -> float | None:
        """The accuracy that people give the answers."""
        return _share(self.both + self.only_people, self.n)

    @property
    def bias(self) -> float | None:
        """How much higher the scorer's accuracy of the answers is than that by people; negative where lower."""
        return _share(self.only_scorer - self.only_people, self.n)

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


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
