"""Contrasts as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.compare import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import JsonValue
    from qa_eval.versus.contrasts import Contrast, Measured

SCHEMA = 1  # 1: first published form


def to_json(found: Sequence[Contrast], detect: float | None = None) -> dict[str, JsonValue]:
    """Return ``{"schema": 1, "comparisons": […]}``: counts, difference with its 95 % interval, p and Holm's p, by slice too.

    ``detect`` adds how many questions would show that difference.
    """
    return {"schema": SCHEMA, "comparisons": [_contrast(one, detect) for one in found]}


def _contrast(one: Contrast, detect: float | None) -> JsonValue:
    needed: dict[str, JsonValue] = {}
    if detect is not None:
        needed = {"detect": detect, "questions_needed": one.overall.needed(detect)}
    return {
        "dataset": one.dataset,
        "run": one.run,
        "baseline": one.baseline,
        "answerer": one.answerer,
        "other": one.other,
        **_measured(one.overall),
        "detectable": one.overall.detectable,
        **needed,
        "unlike": [difference.key for difference in one.unlike],
        "changes": {change.value.replace(" ", "_"): list(one.of(change)) for change in Change},
        "slices": {
            kind: {name: _measured(measured) for name, measured in named.items() if measured.questions}
            for kind, named in one.slices.items()
        },
    }


def _measured(measured: Measured) -> dict[str, JsonValue]:
    counts = measured.counts
    return {
        "questions": measured.questions,
        "missing": measured.missing,
        "failed": measured.failed,
        "documents": measured.documents,
        "n": counts.n,
        "fixed": counts.fixed,
        "regressed": counts.regressed,
        "both_correct": counts.both_correct,
        "neither_correct": counts.neither_correct,
        "difference": measured.difference,
        "interval": None if measured.interval is None else list(measured.interval),
        "p": measured.p,
        "p_adjusted": measured.adjusted,
        "outcome": str(measured.outcome),
    }
