"""Confidence: does an answerer that says how sure it is know when it is right."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from qa_eval.analysis.section import Curve, Section, ends, share
from qa_eval.gates import Figure
from qa_eval.intervals import mean_interval
from qa_eval.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.analysis.answers import Answered, Answers
    from qa_eval.model import JsonValue
    from qa_eval.statistics import Interval

BINS = 10
COVERAGES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
TOLD = {0.2, 0.5, 0.8, 1.0}  # coverages that the notes say in words


def calibration(answers: Answers) -> Iterator[Section]:
    """Yield a calibration table an answerer that gave confidences, with Brier score, ECE and a curve of risk by coverage."""
    rows, curves = [], []
    notes, data, figures = list[str](), list["JsonValue"](), {}
    for one in answers.plain:
        pairs = one.confident
        if one.unreadable:
            notes.append(_left_out(one))
        if not pairs:
            continue
        score, off, curve = brier(pairs), ece(pairs), risks(pairs)
        interval = mean_interval(_counted([round((sure - right) ** 2, 6) for sure, right in pairs]))
        area = fsum(risk for _, _, risk in curve) / len(curve)
        figures[one.name] = {
            "brier": Figure(score, interval, share=True),
            "ece": Figure(off, share=True),
            "aurc": Figure(area, share=True),
        }
        listed = list["JsonValue"]()
        for low, high, n, mean, right in bins(pairs):
            found = wilson(right, n)
            rows.append(
                (one.name, f"{100 * low:.0f}–{100 * high:.0f} %", f"{100 * mean:.1f} %", share(right, n, found))
            )
            listed.append(
                {"low": low, "high": high, "n": n, "confidence": mean, "accuracy": right / n, "interval": ends(found)}
            )
        notes += _notes(one, pairs, interval)
        points = tuple((coverage, risk) for coverage, _, risk in curve)
        curves.append(Curve(f"Risk by coverage: {one.name}", "the surest", "of them wrong", points))
        data.append(
            {
                "answerer": one.name,
                "n": len(pairs),
                "unreadable": one.unreadable,
                "brier": score,
                "brier_interval": ends(interval),
                "ece": off,
                "aurc": area,
                "bins": listed,
                "risk_coverage": [{"coverage": coverage, "n": n, "risk": risk} for coverage, n, risk in curve],
            }
        )
    if rows or notes:
        columns = ("answerer", "says it is sure by", "on average", "is right")
        yield Section(
            "confidence", "Confidence", columns, tuple(rows), tuple(notes), {"rows": data}, figures, tuple(curves)
        )


def _notes(one: Answered, pairs: Sequence[tuple[float, bool]], interval: Interval | None) -> Iterator[str]:
    """Say Brier score, ECE and the risk at four coverages in words."""
    said = f" [{interval.low:.3f}–{interval.high:.3f}]" if interval else ""
    over = "1 answer" if len(pairs) == 1 else f"{len(pairs):,} answers"
    yield f"{one.name}: Brier {brier(pairs):.3f}{said}, ECE {100 * ece(pairs):.1f} points over {over}"
    told = (f"{100 * coverage:.0f} %: {100 * risk:.1f} %" for coverage, _, risk in risks(pairs) if coverage in TOLD)
    yield f"{one.name}: wrong among the surest {', '.join(told)}"


def _left_out(one: Answered) -> str:
    said = "1 confidence is no number" if one.unreadable == 1 else f"{one.unreadable:,} confidences are no numbers"
    return f"{one.name}: {said} within 0..1, and left out"


def bins(pairs: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, float, int, float, int]]:
    """Yield the tenths of confidence that occur: low, high, answers, mean confidence, right ones.

    >>> list(bins([(0.95, True), (1.0, False), (0.1, False)]))
    [(0.1, 0.2, 1, 0.1, 0), (0.9, 1.0, 2, 0.975, 1)]
    """
    for place in range(BINS):
        here = [(sure, right) for sure, right in pairs if min(BINS - 1, int(sure * BINS)) == place]
        if here:
            yield (
                place / BINS,
                (place + 1) / BINS,
                len(here),
                fsum(sure for sure, _ in here) / len(here),
                sum(right for _, right in here),
            )


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the mean squared distance between confidence and truth: 0 is perfect, 0.25 is always saying a half.

    >>> brier([(0.5, True), (0.5, False)])
    0.25
    """
    return fsum((sure - right) ** 2 for sure, right in pairs) / len(pairs)


def ece(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error: how far confidence and accuracy lie apart, over the tenths.

    >>> round(ece([(0.9, True), (0.9, False)]), 3)
    0.4
    """
    return fsum(abs(n * mean - right) for _, _, n, mean, right in bins(pairs)) / len(pairs)


def risks(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, int, float]]:
    """Return coverage, answers and share of wrong ones among the surest, for each tenth; equally sure ones share their risk.

    >>> risks([(0.9, True), (0.1, False)])[-1]
    (1.0, 2, 0.5)
    """
    ordered = sorted(pairs, reverse=True)
    groups: dict[float, list[int]] = {}
    for sure, right in ordered:
        group = groups.setdefault(sure, [0, 0])
        group[0] += not right
        group[1] += 1
    smooth = [wrong / n for wrong, n in groups.values() for _ in range(n)]
    found = []
    for coverage in COVERAGES:
        n = max(1, round(coverage * len(pairs)))
        found.append((coverage, n, fsum(smooth[:n]) / n))
    return found


def _counted(values: Sequence[float]) -> dict[float, int]:
    counts: dict[float, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts
