"""Several figures that are accepted together: "41.3% and 39.8%", for two years."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.values import BY_VALUE, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

SHORT = 12  # words of an answer that has no room for a second figure of another kind
TWO = 2  # sides of an alternative
MOST = 4  # figures that are compared in every order
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BETWEEN = regex(r"(?:[\s,;/]|\b(?:and|or)\b)*\.?")
_IN_ORDER = regex(r"\brespectively\b")


class Decision(NamedTuple):
    """How likely people accept a figure, and which rule says so."""

    probability: float
    reason: Reason
    sentence: str


def by_every_figure(asked: Asked, said: Said) -> Decision | None:
    """Decide where several figures are accepted together and a short answer gives as many; None where it leaves them to the words."""
    return says_not_every_figure(asked, said) or says_every_figure(asked, said)


def lists_figures(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer is nothing but figures, more than two, and one is accepted: "5 km, 6 km, 7 km"."""
    if len(said.figures) <= TWO or asked.asks_several or len({each.value for each in said.figures}) <= TWO:
        return None
    edges = [0, *(edge for each in said.figures for edge in (each.start, each.end)), len(said.plain)]
    if not all(_BETWEEN.fullmatch(said.plain, low, high) for low, high in zip(edges[::2], edges[1::2], strict=True)):
        return None
    return Decision(0.1, Reason.SEVERAL_ANSWERS, "lists figures, of which one is wanted")


def says_not_every_figure(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer does not give one of the figures."""
    if len(said.words) > TWO * SHORT:
        return None
    for each in asked.wanted:
        if all(max(nearest(one, (gold,), asked, said) for one in said.figures) >= BY_VALUE for gold in each.figures):
            return None
    return Decision(0.15, Reason.PARTIAL, "not every one of the accepted figures")


def says_every_figure(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer gives just the accepted figures: in their order, or each with its year."""
    figures = [each for each in said.figures if not each.dated and not _YEAR.fullmatch(each.text)]
    counts = {len(each.figures) for each in asked.wanted}
    if counts != {len(figures)} or len(figures) > MOST:
        return None
    years = [int(year) for year in _YEAR.findall(asked.text)]
    labels = [int(year) for year in _YEAR.findall(said.plain)]
    labelled = len(years) == len(labels) == len(figures) and sorted(years) == sorted(labels)
    if labelled:
        figures = [figures[labels.index(year)] for year in years]
    if any(_agree(figures, each.figures, asked, said) for each in asked.wanted):
        return Decision(0.95, Reason.EQUAL_VALUE, "the same values")
    ordered = labelled or _IN_ORDER.search(asked.text) is not None
    swapped = any(_agree(each, gold.figures, asked, said) for each in permutations(figures) for gold in asked.wanted)
    return Decision(0.1, Reason.WRONG_VALUE, "the accepted values in another order") if ordered and swapped else None


def _agree(figures: Sequence[Quantity], golds: Sequence[Quantity], asked: Asked, said: Said) -> bool:
    return all(nearest(one, (gold,), asked, said) >= BY_VALUE for one, gold in zip(figures, golds, strict=True))
