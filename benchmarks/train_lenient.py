"""Learn the lenient scorer's trees from answers that people judged.

python benchmarks/train_lenient.py LABELLED… [--output FILE] [--hold-out SHARE] prints how well the trees agree with people on
questions that they did not see, then in cross-validation by question and with each set left out in turn, and the reliability of
their probabilities; --output writes them.
Each line of LABELLED is {"id", "question", "answers", "candidate", "correct"[, "dataset"]}. Answers to one question stay on one side: rows are one
question's when their ids agree up to the last "/", or their texts do where there is none.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from qa_eval.agreement import agreement
from qa_eval.model import PhraseAnswer, Question
from qa_eval.scorers.lenient.asked import Asked
from qa_eval.scorers.lenient.features import FEATURES, NAMES, measured
from qa_eval.scorers.lenient.forest import DEPTH, Forest, judge, of_stored
from qa_eval.scorers.lenient.said import Said, concluded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIGNS = {"+": 1, "-": -1, "": 0}
TREES, RATE = 60, 0.17
FOLDS = 5


class Labelled(NamedTuple):
    """Answers that people judged: the rows of features of each, the judgements, and the set and question of each."""

    rows: list[list[list[float]]]
    correct: np.ndarray[Any, np.dtype[np.bool_]]
    sets: np.ndarray[Any, Any]
    questions: np.ndarray[Any, Any]

    def where(self, chosen: np.ndarray[Any, Any]) -> Labelled:
        """Return the chosen answers."""
        rows = [row for row, kept in zip(self.rows, chosen, strict=True) if kept]
        return Labelled(rows, self.correct[chosen], self.sets[chosen], self.questions[chosen])


def load(paths: Iterable[Path]) -> Labelled:
    """Measure every labelled answer."""
    rows, correct, sets, questions = [], [], [], []
    asked: dict[tuple[str, tuple[str, ...]], Asked] = {}
    for path in paths:
        for line in path.read_bytes().splitlines():
            each = json.loads(line)
            key = each["question"], tuple(each["answers"])
            if key not in asked:
                asked[key] = Asked(Question("", each["question"], PhraseAnswer(each["answers"][0]), key[1]))
            rows.append(measured(asked[key], Said(concluded(each["candidate"]))) or [[0.0] * len(NAMES)])
            correct.append(bool(each["correct"]))
            sets.append(each.get("dataset", path.stem))
            questions.append(each["id"].rpartition("/")[0] or each["question"])
    return Labelled(rows, np.array(correct), np.array(sets), np.array(questions))


def nearest(rows: Sequence[Sequence[float]]) -> Sequence[float]:
    """Return the row of the accepted text that fits best."""
    order = {name: NAMES.index(name) for name in ("same_words", "soft_recall", "precision")}
    return max(
        rows, key=lambda row: row[order["same_words"]] + row[order["soft_recall"]] + 0.3 * row[order["precision"]]
    )


def learn(data: Labelled) -> Forest:
    """Return the trees that fit the answers; each set counts the same."""
    table = np.array([nearest(rows) for rows in data.rows])
    weights = np.zeros(len(table))
    names, counts = np.unique(data.sets, return_counts=True)
    for name, count in zip(names, counts, strict=True):
        weights[data.sets == name] = len(table) / count / len(names)
    model = HistGradientBoostingClassifier(
        max_iter=TREES, max_depth=DEPTH, learning_rate=RATE, l2_regularization=5, min_samples_leaf=25,
        monotonic_cst=[SIGNS[sign] for _, sign, _ in FEATURES], early_stopping=False, random_state=0,
    ).fit(table, data.correct, weights)  # fmt: skip
    grown = [stage[0].nodes for stage in model._predictors]  # noqa: SLF001 - scikit-learn shows these trees nowhere else
    base = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001 - see above
    return of_stored(round(base, 5), [_tree(nodes, 0, ()) for nodes in grown])


def _mean(nodes: Any, place: int) -> float:
    node = nodes[place]
    if node["is_leaf"]:
        return float(node["value"])
    low, high = int(node["left"]), int(node["right"])
    counts = float(nodes[low]["count"]), float(nodes[high]["count"])
    return (_mean(nodes, low) * counts[0] + _mean(nodes, high) * counts[1]) / sum(counts)


def _tree(nodes: Any, place: int, path: tuple[tuple[int, float], ...]) -> Any:
    """Return a tree whose leaves name the feature that moved the value most on the way to them."""
    node = nodes[place]
    if node["is_leaf"]:
        value = float(node["value"])
        sign = 1 if value > 0 else -1
        feature = max(path, key=lambda step: sign * step[1])[0] if path else 0
        return (round(value, 5), feature)
    feature, here = int(node["feature_idx"]), _mean(nodes, place)
    sides = [
        _tree(nodes, int(node[side]), (*path, (feature, _mean(nodes, int(node[side])) - here)))
        for side in ("left", "right")
    ]
    return (feature, round(float(node["num_threshold"]), 6), *sides)


def likely(data: Labelled, trees: Forest) -> list[float]:
    """Return the probability of each answer, the best over its accepted texts."""
    return [max(judge(row, trees).probability for row in rows) for rows in data.rows]


def crossed(data: Labelled, drawn: np.ndarray[Any, Any]) -> list[float]:
    """Return the probability of each answer by trees that saw no answer to its question: cross-validation in five parts."""
    found = np.zeros(len(data.rows))
    for part in range(FOLDS):
        out = drawn % FOLDS == part
        found[out] = likely(data.where(out), learn(data.where(~out)))
    return list(found)


def shown(name: str, data: Labelled, probabilities: Sequence[float]) -> None:
    """Print the agreement with people, set by set."""
    for each in np.unique(data.sets):
        chosen = data.sets == each
        pairs = list(zip(data.correct[chosen], np.array(probabilities)[chosen] >= 1 / 2, strict=True))
        figures = agreement([(bool(people), bool(ours)) for people, ours in pairs])
        shares = {part: getattr(figures, part) for part in ("kappa", "accuracy", "precision", "recall")}
        said = " ".join(f"{part} {'–' if share is None else f'{100 * share:.1f}':>5}" for part, share in shares.items())
        print(f"{name:12} {each:14} n {len(pairs):6} {said}")


def reliability(data: Labelled, probabilities: Sequence[float]) -> None:
    """Print what share of the answers of each probability people accepted."""
    found = np.array(probabilities)
    for low in range(10):
        chosen = (found >= low / 10) & (found < (low + 1) / 10 + (low == 9))  # noqa: PLR2004 - the last step holds 1
        if chosen.any():
            print(f"said {found[chosen].mean():.2f}  accepted {data.correct[chosen].mean():.2f}  n {chosen.sum()}")


def main() -> None:
    """Learn, show, and store when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labelled", nargs="+", type=Path)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--hold-out", type=float, default=0.4, help="share of the questions, in tenths")
    options = parser.parse_args()
    data = load(options.labelled)
    drawn = np.array([int(hashlib.sha256(question.encode()).hexdigest(), 16) % 10 for question in data.questions])
    unseen_from = round(10 * (1 - options.hold_out))
    seen, unseen = data.where(drawn < unseen_from), data.where(drawn >= unseen_from)
    trees = learn(seen)
    shown("tuned on", seen, likely(seen, trees))
    if options.hold_out:
        probabilities = likely(unseen, trees)
        shown("untouched", unseen, probabilities)
        reliability(unseen, probabilities)
    shown("crossed", data, crossed(data, drawn))
    for left in np.unique(data.sets):
        rest = learn(seen.where(seen.sets != left)) if len(np.unique(seen.sets)) > 1 else trees
        out = unseen.where(unseen.sets == left) if options.hold_out else seen.where(seen.sets == left)
        shown("left out", out, likely(out, rest))
    if options.output:
        stored = {"features": list(NAMES), "base": trees.base, "trees": trees.stored}
        options.output.write_text(json.dumps(stored, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
