"""Small decision trees, read from JSON, that turn what is measured into how likely people are to accept the answer."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from qa_eval.scorers.lenient.features import FEATURES, NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

# a leaf is its value and the place of the feature that led to it most; a branch is feature, threshold, low side, high side
Leaf: TypeAlias = "tuple[float, int]"
Branch: TypeAlias = "tuple[int, float, Tree, Tree]"
Tree: TypeAlias = "Leaf | Branch"
_LEAF: Final = 2
MOST_NAMED = 3  # features that a verdict names
LEAST_SHARE = 0.15  # of the strongest feature's weight, for another to be named beside it


class Forest(NamedTuple):
    """The trees and what they start from, in log odds."""

    base: float
    trees: tuple[Tree, ...]


class Judged(NamedTuple):
    """How likely people are to accept an answer, and the features that led there, strongest first, each with its log odds."""

    probability: float
    because: tuple[tuple[int, float], ...]


@cache
def forest() -> Forest:
    """Return the trees that come with the package. Raises ValueError when they were made for other features."""
    stored = json.loads(files(__package__).joinpath("forest.json").read_text(encoding="utf-8"))
    if stored["features"] != list(NAMES):
        raise ValueError("forest.json was made for other features; make it again with benchmarks/train_lenient.py")
    return Forest(stored["base"], tuple(_tree(tree) for tree in stored["trees"]))


def _tree(stored: list) -> Tree:  # type: ignore[type-arg]  # JSON's nested lists have no finite type
    if len(stored) == _LEAF:
        return (float(stored[0]), int(stored[1]))
    return (int(stored[0]), float(stored[1]), _tree(stored[2]), _tree(stored[3]))


def judge(row: Sequence[float], trees: Forest | None = None) -> Judged:
    """Return the judgement of one row of features."""
    made = trees or forest()
    total = made.base
    because: dict[int, float] = {}
    for tree in made.trees:
        value, feature = _leaf(tree, row)
        total += value
        because[feature] = because.get(feature, 0.0) + value
    likely = 1 / (1 + exp(-total))
    sign = 1 if total > 0 else -1
    strongest = sorted(because.items(), key=lambda pair: -sign * pair[1])[:MOST_NAMED]
    least = sign * strongest[0][1] * LEAST_SHARE if strongest else 0.0
    return Judged(likely, tuple(pair for pair in strongest if sign * pair[1] >= max(least, 0.0)))


def _leaf(tree: Tree, row: Sequence[float]) -> Leaf:
    while True:
        if len(tree) == _LEAF:
            return tree
        feature, most, low, high = tree
        tree = low if row[feature] <= most else high


def told(judged: Judged, row: Sequence[float]) -> str:
    """Return the features that decided, with their values: "share of the accepted words that are said (0.67)"."""
    return "; ".join(f"{FEATURES[place][2]} ({_short(row[place])})" for place, _ in judged.because)


def _short(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.2f}"
