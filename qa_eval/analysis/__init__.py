"""What a run tells beyond its counts: answerers head to head, repetitions, controls, robustness, evidence, confidence, a judge.

Each finding is there only when the run was made for it: answerers head to head when there are several, repetitions when it
repeated, controls when answerers were asked under conditions (``qa_eval.conditions``), evidence and confidence when answerers
gave them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.analysis.answers import Answers, Gathering, gather
from qa_eval.analysis.calibration import calibration
from qa_eval.analysis.controls import controls
from qa_eval.analysis.grounding import grounding
from qa_eval.analysis.head_to_head import head_to_head
from qa_eval.analysis.judging import judging
from qa_eval.analysis.repeats import related, repeats
from qa_eval.analysis.robustness import robustness
from qa_eval.analysis.section import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from qa_eval.analysis.judging import Reviews
    from qa_eval.gates import Figure
    from qa_eval.model import Dataset, JsonValue, Result

__all__ = ["Analysis", "Answers", "Gathering", "Section", "analyse", "findings"]

SCHEMA = 1  # 1: first published form
AS_SCORED = "This table and the accuracies count reviewed verdicts; all else, slices and comparisons with other runs too, is as scored."


class Analysis(NamedTuple):
    """What was found, in order."""

    sections: tuple[Section, ...] = ()

    def beside_reviewed(self, dataset: Dataset, results: Iterable[Result]) -> Analysis:
        """Return the findings, and who is ahead of whom by the reviewed verdicts that ``results`` hold; what was as scored says so."""
        reviewed = [
            replace(
                section,
                key=f"{section.key}_as_reviewed",
                title=f"{section.title}, as reviewed",
                notes=(*section.notes, AS_SCORED),
                as_reviewed=True,
            )
            for section in head_to_head(gather(dataset, results, {}))
        ]
        scored = [
            replace(section, title=f"{section.title}, as scored") if section.key == "head_to_head" else section
            for section in self.sections
        ]
        return Analysis((*reviewed, *scored))

    def lines(self) -> Iterator[str]:
        """Yield the lines for a terminal, an empty one before each section."""
        for section in self.sections:
            yield ""
            yield from section.lines()

    def figures(self) -> Mapping[str, Mapping[str, Figure]]:
        """Return the figures that a gate may name, by answerer and name."""
        found: dict[str, dict[str, Figure]] = {}
        for section in self.sections:
            for answerer, figures in section.figures.items():
                found.setdefault(answerer, {}).update(figures)
        return found

    def to_json(self) -> dict[str, JsonValue]:
        """Return ``{"schema": 1, "controls": …, …}``, a key a section."""
        return {"schema": SCHEMA, **{section.key: section.data for section in self.sections}}


def analyse(dataset: Dataset, results: Iterable[Result], reviews: Reviews | None = None) -> Analysis:
    """Return what results of a dataset tell; ``reviews`` are people's verdicts, for a judge to be held against."""
    return findings(gather(dataset, results, reviews or {}))


def findings(answers: Answers) -> Analysis:
    """Return what answers that were gathered tell."""
    made = (head_to_head, related, repeats, controls, robustness, grounding, calibration, judging)
    return Analysis(tuple(section for make in made for section in make(answers) if section is not None))
