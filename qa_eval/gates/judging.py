"""Whether gates are held, and the sentence that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.conditions import split
from qa_eval.errors import UsageError, did_you_mean
from qa_eval.gates.expression import parse
from qa_eval.gates.figures import AGAINST, ANALYSED, Figure, missing, of_contrast, of_summary
from qa_eval.model import Dataset
from qa_eval.significance import p_text
from qa_eval.summary import Counts, Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qa_eval.engine import Settings
    from qa_eval.gates.expression import Gate
    from qa_eval.model import JsonValue
    from qa_eval.versus import Contrast, Side

_DIGITS = 7  # of a figure that its gate is near to
_SAME = 1e-9


class Gated(NamedTuple):
    """What became of a gate for one answerer. ``value`` is what it was held against, None where there is no such figure."""

    gate: str
    answerer: str
    passed: bool
    value: float | None
    reason: str

    def lines(self) -> Iterator[str]:
        """Yield the line that says it."""
        yield f"{'gate held' if self.passed else 'GATE MISSED'}: {self.gate} ({self.answerer}): {self.reason}"

    def to_json(self) -> JsonValue:
        """Return it as a JSON object."""
        return {
            "gate": self.gate,
            "answerer": self.answerer,
            "passed": self.passed,
            "value": self.value,
            "reason": self.reason,
        }


class Gates:
    """Gates of one run. ``find_run`` returns the run that a gate names after ``vs``, as one side of a comparison.

    Raises UsageError for a gate that cannot be read or names a figure that there is not: before anybody is asked.
    """

    def __init__(self, texts: Sequence[str], find_run: Callable[[Gate], Side]) -> None:
        self.gates = tuple(parse(text) for text in texts)
        self._baselines = {gate: find_run(gate) for gate in self.gates if gate.run}
        for gate in self.gates:
            if gate.figure.rpartition(".")[2] in AGAINST and not gate.run:
                raise UsageError(
                    f"the gate {gate.text!r} does not say against which run",
                    hint=f"write '{gate.text} vs RUN': a run folder, its name or \"latest\"",
                )

    def check(self, dataset: Dataset, answerers: Sequence[str], settings: Settings | None = None) -> None:
        """Raise UsageError for a figure, a tag or an answerer that a run of ``dataset`` does not have."""
        conditions = {split(name)[1] for name in answerers}
        for gate in self.gates:
            if gate.answerer and gate.answerer not in answerers:
                raise UsageError(
                    f"the gate {gate.text!r} names no answerer of the run", hint=did_you_mean(gate.answerer, answerers)
                )
            names = _names_against(dataset) if gate.run else _names(dataset)
            _figure(gate, names)
            needed = missing(gate.figure, conditions, settings)
            if needed:
                raise UsageError(
                    f"the gate {gate.text!r} would have nothing to measure", hint=f"{gate.figure} needs {needed}"
                )

    def judge(
        self, side: Side, summaries: Sequence[Summary], further: Mapping[str, Mapping[str, Figure]] | None = None
    ) -> tuple[Gated, ...]:
        """Judge every gate for every answerer that it is about; ``further`` figures come by answerer and name."""
        outcomes = []
        for gate in self.gates:
            if gate.run:
                outcomes += self._judged_against(gate, side)
                continue
            for summary in summaries:
                if gate.answerer in {"", summary.answerer}:
                    figures = {**of_summary(summary), **(further or {}).get(summary.answerer, {})}
                    if gate.figure in _names(side.dataset):
                        figures.setdefault(gate.figure, Figure(None))
                    outcomes.append(_judged(gate, summary.answerer, _figure(gate, figures)))
        return tuple(outcomes)

    def _judged_against(self, gate: Gate, side: Side) -> list[Gated]:
        """Judge a gate against another run; one that cannot be compared with is a gate missed, not a run without its reports."""
        from qa_eval.versus import contrasts  # noqa: PLC0415 - only a gate against a run compares

        chosen = (gate.answerer,) if gate.answerer else ()
        try:
            found = contrasts([self._baselines[gate], side], chosen)
        except UsageError as error:
            return [
                Gated(gate.text, gate.answerer or ", ".join(side.answerers), False, None, " ".join(str(error).split()))
            ]
        return [judge_contrast(gate, one) for one in found]


def check_name(gate: Gate) -> None:
    """Raise UsageError, with the nearest name, for a figure that no run has; slices are the dataset's own, and left to it."""
    if ":" not in gate.figure:
        nothing = Dataset("", "", (), {}, "")
        _figure(gate, _names_against(nothing) if gate.run else {**_names_against(nothing), **_names(nothing)})


def judge_contrast(gate: Gate, contrast: Contrast) -> Gated:
    """Judge a gate on what changed against another run. Raises UsageError for a figure that there is not."""
    name = contrast.answerer if contrast.answerer == contrast.other else f"{contrast.answerer} against {contrast.other}"
    outcome = _judged(gate, name, _figure(gate, of_contrast(contrast)))
    from qa_eval.compare import Change  # noqa: PLC0415 - only a missed gate names questions

    names = () if outcome.passed or not gate.figure.endswith("regressions") else contrast.of(Change.REGRESSED)
    return (
        outcome
        if not names
        else Gated(gate.text, name, False, outcome.value, f"{outcome.reason}: {', '.join(names[:10])}")
    )


def _judged(gate: Gate, answerer: str, figure: Figure) -> Gated:
    value = figure.value
    if gate.end:
        value = None if figure.interval is None else figure.interval.low if gate.end == "low" else figure.interval.high
    if value is not None and figure.of is not None and (gate.percent != bool(gate.end)):
        value = value / figure.of if gate.percent and figure.of else value * figure.of
    if value is None:
        return Gated(gate.text, answerer, False, None, "there is nothing to measure")
    if figure.compared and figure.failed == figure.compared:
        return Gated(gate.text, answerer, False, value, f"the other run had no answer to any of {figure.compared}")
    passed = gate.holds(value)
    shown = _shown(value, figure, gate)
    if figure.failed:
        shown += f", {figure.failed} of {figure.compared} questions having failed in the other run"
    if figure.missing:  # nobody knows what became of them
        shown += f", but {figure.missing} of the other run's questions {'has' if figure.missing == 1 else 'have'} no answer in this one"
    return Gated(gate.text, answerer, passed and not figure.missing, value, f"it is {shown}")


def _shown(value: float, figure: Figure, gate: Gate) -> str:
    """Say a figure in the units of its gate, with as many digits as tell it from the gate's number.

    >>> from qa_eval.gates import parse
    >>> _shown(9 / 44, Figure(9 / 44, share=True), parse("accuracy>=20.5%")), _shown(8.1e-05, Figure(1, unit="s"), parse("p95<2"))
    ('20.45 %', '0.000081 s')
    """
    if figure.unit == "p" and not gate.percent:
        return p_text(value)
    if not (figure.share or gate.percent):
        return f"{value:.6f}".rstrip("0").rstrip(".") + f" {figure.unit}".rstrip() if figure.unit else f"{value:g}"
    unit = (
        "points"
        if gate.figure.rpartition(".")[2] == "difference" or gate.figure.startswith(("lift:", "drop:"))
        else "%"
    )
    told = (f"{100 * value:.{digits}f}" for digits in range(1, _DIGITS))
    shown = next((one for one in told if abs(float(one) - 100 * gate.number) > _SAME), f"{100 * value:.1f}")
    return f"{shown} {unit}"


def _figure(gate: Gate, figures: Mapping[str, Figure]) -> Figure:
    """Return the figure that a gate is about. Raises UsageError, with the nearest name, when there is none."""
    figure = figures.get(gate.figure)
    if figure is None:
        near = did_you_mean(gate.figure, figures) or f"known are {', '.join(n for n in figures if ':' not in n)}"
        raise UsageError(f"there is no figure {gate.figure!r} for the gate {gate.text!r}", hint=near)
    if figure.share and abs(gate.number) > 1 and not gate.percent:
        raise UsageError(
            f"{gate.figure} lies within 0..1, so {gate.text!r} can never be right",
            hint=f"did you mean {gate.number:g}%?",
        )
    return figure


def _names(dataset: Dataset) -> dict[str, Figure]:
    empty = Summary(
        "",
        0,
        by_type={str(question.answer.type): Counts() for question in dataset.questions},
        by_tag={tag: Counts() for question in dataset.questions for tag in question.tags},
        by_difficulty={question.difficulty: Counts() for question in dataset.questions if question.difficulty},
    )
    return {**of_summary(empty), **dict.fromkeys(ANALYSED, Figure(None))}


def _names_against(dataset: Dataset) -> dict[str, Figure]:
    starts = ["", *dict.fromkeys(f"{name.rpartition('.')[0]}." for name in _names(dataset) if ":" in name)]
    return {
        f"{start}{name}": Figure(None, share=name in {"difference", "p"})
        for start in starts
        for name in (*AGAINST, "n")
    }
