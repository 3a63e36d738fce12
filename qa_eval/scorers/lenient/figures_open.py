"""Where the accepted figure is only one side of an alternative: "170 or 152 mm"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers.lenient.attributed import is_of_another_year
from qa_eval.scorers.lenient.nearness import nearness
from qa_eval.scorers.lenient.scales import is_percent
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision
from qa_eval.scorers.lenient.values import NEAR, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.values import Closest

_OR = 5  # characters of ", or "
_EACH = regex(r"\s*(?:an?|per|each|for each)\b")
_IN_ALL = regex(r"\s*(?:in total|in all|altogether|overall)\b")


def leaves_figures_open(asked: Asked, said: Said, figure: Closest) -> Decision | None:
    """Decide where an accepted figure is only one side of an alternative: "170 or 152 mm"."""
    if figure.near < NEAR or not figure.rivals or said.options < TWO or _restates(said):
        return None
    right = [start for near, start, _ in figure.by_gold.values() if near == figure.near]
    sides = [side for side in said.sides if not any(side[0] <= start < side[1] for start in right)]
    golds = [gold for _, gold in asked.figures]
    others = [each for each in said.figures if any(low <= each.start < high for low, high in sides)]
    others = [each for each in others if not all(_is_of_another_kind(each, gold) for gold in golds)]
    chosen = [each for each in said.figures if each.start in right]
    others = [each for each in others if not (each.dated or is_of_another_year(each, asked, said))]
    others = [each for each in others if not any(low <= each.start < high for low, high in said.compared)]
    others = [each for each in others if not _is_total_of(each, chosen, said)]
    others = [
        each for each in others if not any(is_roughly(each, one) or _is_in_brackets(each, one, said) for one in chosen)
    ]
    if len(sides) == len(said.sides) or all(
        nearest(each, golds, asked, said) >= NEAR or any(_is_same(each, one) for one in chosen) for each in others
    ):
        return None
    return Decision(0.2, Reason.SEVERAL_ANSWERS, "leaves several figures open")


def is_roughly(figure: Quantity, other: Quantity) -> bool:
    """Return whether a figure says in words about what share another one is: "23 %, or nearly a quarter"."""
    if not figure.approximate or figure.unit or any(map(str.isdigit, figure.text)) or not 0 < figure.value < 1:
        return False
    share = other.value / 100 if is_percent(other) else other.value
    return abs(figure.value - share) * 10 <= share


def _is_in_brackets(figure: Quantity, chosen: Quantity, said: Said) -> bool:
    """Return whether a figure stands in brackets behind a chosen one: "7 (or 6 in some countries)"."""
    opened = said.plain.find("(", chosen.end)
    return 0 <= opened < figure.start <= said.plain.find(")", opened)


def _is_total_of(figure: Quantity, chosen: Sequence[Quantity], said: Said) -> bool:
    """Return whether a figure is the whole of which the chosen ones are the rate, or the other way round: "$0.50 a share, or $12 million in total"."""
    if _is_rate(figure, said):
        return not any(_is_rate(each, said) for each in chosen)
    return bool(_IN_ALL.match(said.plain, figure.end)) and all(_is_rate(each, said) for each in chosen)


def _is_rate(figure: Quantity, said: Said) -> bool:
    return " / " in figure.unit or _EACH.match(said.plain, figure.end) is not None


def _restates(said: Said) -> bool:
    """Return whether a long answer parts its alternatives with a comma, as what says it otherwise: "24.8 %, or roughly a quarter"."""
    return len(said.words) > SHORT and all(", or" in said.plain[max(0, low - _OR) : low] for low, _ in said.sides[1:])


def _is_of_another_kind(figure: Quantity, gold: Quantity) -> bool:
    """Return whether a figure cannot be the accepted one told otherwise: the "42 %" of "by $41.8 billion, or 42 %"."""
    return bool(figure.unit and gold.unit) and convert(figure.value, figure.unit, gold.unit) is None


def _is_same(figure: Quantity, other: Quantity) -> bool:
    """Return whether two figures are one in two units: "0 °C, or 32 °F"."""
    if not figure.unit or not other.unit or figure.unit == other.unit:
        return False
    converted = convert(figure.value, figure.unit, other.unit)
    return converted is not None and nearness(converted, other.value, None, None) >= NEAR
