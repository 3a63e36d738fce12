"""Small decision trees, read from JSON, that turn what is measured into how likely people are to accept the answer."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from math import exp
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from qa_eval.scorers.lenient.features import FEATURES, NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

# a leaf is its value and the place of the feature that led to it most; a branch is feature, threshold, low side, high side
Leaf: TypeAlias = "tuple[float, int]"
Low: TypeAlias = "tuple[int, float, Leaf, Leaf]"
Middle: TypeAlias = "tuple[int, float, Low, Low]"
Tree: TypeAlias = "tuple[int, float, Middle, Middle]"
DEPTH = 3  # branches from the root to every leaf; a shallower tree has branches whose sides are the same
_LEAF: Final = 2
MOST_NAMED = 3  # features that a verdict names
LEAST_SHARE = 0.15  # of the strongest feature's weight, for another to be named beside it


class Forest(NamedTuple):
    """The trees and what they start from, in log odds."""

    base: float
    trees: tuple[Tree, ...]
    stored: Sequence[object]


class Judged(NamedTuple):
    """How likely people are to accept an answer, and the features that led there, strongest first, each with its log odds."""

    probability: float
    because: tuple[tuple[int, float], ...]


@cache
def forest() -> Forest:
    """Return the trees that come with the package. Raises ValueError when they were made for other features."""
    stored = json.loads(Path(__file__).with_name("forest.json").read_text(encoding="utf-8"))
    if stored["features"] != list(NAMES):
        raise ValueError("forest.json was made for other features; make it again with benchmarks/train_lenient.py")
    return of_stored(stored["base"], stored["trees"])


def of_stored(base: float, trees: Sequence[object]) -> Forest:
    """Return trees as they are stored, as nested lists, in the form that is walked."""
    return Forest(base, tuple(_tree(tree) for tree in trees), trees)


def _tree(stored: Any, depth: int = DEPTH) -> Any:
    """Return a tree with every leaf at one depth, so that it takes no look whether a leaf is reached."""
    if not depth:
        return (float(stored[0]), int(stored[1]))
    if len(stored) == _LEAF:
        same = _tree(stored, depth - 1)
        return (0, 0.0, same, same)
    return (int(stored[0]), float(stored[1]), _tree(stored[2], depth - 1), _tree(stored[3], depth - 1))


def log_odds(row: Sequence[float], made: Forest) -> float:
    """Return the log odds of one row of features."""
    total = made.base
    for feature, most, low, high in made.trees:  # written out for DEPTH, as most of the time of a verdict goes here
        feature, most, left, right = low if row[feature] <= most else high  # noqa: PLW2901 - one level down
        feature, most, one, other = left if row[feature] <= most else right  # noqa: PLW2901 - and one more
        total += (one if row[feature] <= most else other)[0]
    return total


def judge(row: Sequence[float], trees: Forest | None = None) -> Judged:
    """Return the judgement of one row of features."""
    made = trees or forest()
    total = made.base
    because: defaultdict[int, float] = defaultdict(float)
    for feature, most, low, high in made.trees:
        feature, most, left, right = low if row[feature] <= most else high  # noqa: PLW2901 - as in log_odds
        feature, most, one, other = left if row[feature] <= most else right  # noqa: PLW2901 - see above
        value, place = one if row[feature] <= most else other
        total += value
        because[place] += value
    sign = 1 if total > 0 else -1
    strongest = sorted(because.items(), key=itemgetter(1), reverse=sign > 0)[:MOST_NAMED]
    least = sign * strongest[0][1] * LEAST_SHARE if strongest else 0.0
    named = tuple(pair for pair in strongest if sign * pair[1] >= max(least, 0.0))
    return Judged(1 / (1 + exp(-total)), named)


def told(judged: Judged, row: Sequence[float]) -> str:
    """Return how likely people would accept it, and the features that decided with their values: "share of the accepted words that are said (0.67)"."""
    features = "; ".join(f"{FEATURES[place][2]} ({_short(row[place])})" for place, _ in judged.because)
    return f": people would accept it at {judged.probability:.0%}, by {features}"


def _short(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.2f}"
