"""Controls: how much of an answerer's accuracy comes from reading the document, and how much was known or guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.analysis.pairing import Lift, adjusted, adjusted_note, lift
from qa_eval.analysis.section import Section, named, share
from qa_eval.conditions import BASELINE, CONTROLS, split
from qa_eval.gates import Figure
from qa_eval.model import AnswerType
from qa_eval.significance import p_text
from qa_eval.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.analysis.answers import Answered, Answers
    from qa_eval.model import JsonValue

BASELINES = {"constant": "fixed", "lexical": "lexical"}  # a control's name and the answerer that serves as it
WITHOUT = ("closed-book", "other-document")  # conditions under which the document cannot be read
COLUMNS = (
    "answerer",
    "control",
    "accuracy of the control",
    "lift in points",
    "p",
    "than the control",
    "lift, answerable only",
)
_MEANING = {
    "closed-book": "no document",
    "other-document": "another document",
    "shuffled-question": "the question's words shuffled",
    "constant": "always the same answer",
    "lexical": "the lexical baseline",
}


class Controlled(NamedTuple):
    """One answerer over its controls. ``known`` are the questions that it answers without the document, ``yes_no`` of them."""

    name: str
    n: int
    lifts: Mapping[str, Lift]
    answerable: Mapping[str, Lift]
    known: tuple[str, ...]
    yes_no: tuple[str, ...]
    right: int  # answerable questions that are right with the document
    read: int  # and of those, not right without it

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield a row a control."""
        for name, found in self.lifts.items():
            control = share(found.second * found.n, found.n, wilson(found.second * found.n, found.n))
            outcome = "NOT distinguishable" if not found.certain else "better" if found.difference > 0 else "WORSE"
            yield self.name, _MEANING[name], control, str(found), p_text(found.p), outcome, str(self.answerable[name])

    def notes(self) -> Iterator[str]:
        """Yield what the controls mean, and the questions that are known, guessable or leaked."""
        blind = [self.answerable[name] for name in WITHOUT if name in self.answerable]
        if blind and not all(found.certain and found.difference > 0 for found in blind):
            highest = p_text(max(found.p for found in blind))
            yield (
                f"{self.name} does NOT do distinguishably better on answerable questions with the document than without it"
                f" (p {highest}): that it reads is not shown"
            )
        if blind:
            yield (
                f"{self.name}: of {self.right} answerable questions that it answers right, {self.read} are right only with the"
                f" document (read) and {self.right - self.read} without it, too (known, guessed or leaked)"
            )
        sure = [name for name in self.known if name not in self.yes_no]
        if sure:
            yield f"right without the document, so known, guessable or leaked ({self.name}): {named(sure)}"
        if self.yes_no:
            yield f"right without the document, as half of all yes/no questions by chance ({self.name}): {named(self.yes_no)}"

    def figures(self) -> dict[str, Figure]:
        """Return what a gate may name."""
        figures = {
            f"lift:{name}": Figure(found.difference, found.interval, share=True) for name, found in self.lifts.items()
        }
        return figures | {"known_without_document": Figure(len(self.known), wilson(len(self.known), self.n), of=self.n)}

    def to_json(self) -> dict[str, JsonValue]:
        """Return it as a JSON object."""
        return {
            "answerer": self.name,
            "controls": {
                name: {**found.to_json(), "answerable": self.answerable[name].to_json()}
                for name, found in self.lifts.items()
            },
            "right": self.right,
            "read": self.read,
            "known_without_document": list(self.known),
        }


def controls(answers: Answers) -> Iterator[Section]:
    """Yield the lift over each control, and which questions were answered without the document."""
    found = [one for answered in answers.plain for one in _controlled(answers, answered)]
    if found:
        yield Section(
            key="controls",
            title="Known, guessed or read: lift over controls",
            columns=COLUMNS,
            rows=tuple(row for one in found for row in one.rows()),
            notes=(
                *(note for one in found for note in one.notes()),
                adjusted_note(
                    max(len(one.lifts) for one in found), (lift for one in found for lift in one.lifts.values())
                ),
            ),
            data={"rows": [one.to_json() for one in found]},
            figures={one.name: one.figures() for one in found},
        )


def _controlled(answers: Answers, one: Answered) -> Iterator[Controlled]:
    under = {name: other for name, other in answers.under(one.name).items() if name in CONTROLS}
    if not under:
        return
    others = {**under, **_baselines(answers, one)}
    answerable = [name for name in one.right if answers.questions[name].answer.type is not AnswerType.UNANSWERABLE]
    blind = [under[name] for name in WITHOUT if name in under]
    known = [name for name in answerable if blind and _blindly(name, blind)]
    right = [name for name in answerable if all(one.right[name])]
    yield Controlled(
        name=one.name,
        n=len(answerable),
        lifts=adjusted({name: lift(one, other) for name, other in others.items()}),
        answerable=adjusted({name: lift(one, other, answerable) for name, other in others.items()}),
        known=tuple(known),
        yes_no=tuple(name for name in known if answers.questions[name].answer.type is AnswerType.YES_NO),
        right=len(right),
        read=len(right) - len(set(right) & set(known)),
    )


def _baselines(answers: Answers, one: Answered) -> Mapping[str, Answered]:
    """Return the answerers that were asked to be compared with, but for this one itself."""
    found = {}
    for other in answers.by_name.values():
        spec, condition = split(other.name)
        for name, head in BASELINES.items():
            if condition == BASELINE and spec.partition(":")[0] == head and spec != one.name:
                found[name] = other
    return found


def _blindly(name: str, blind: Sequence[Answered]) -> bool:
    """Tell whether a question was answered right every time under all conditions without the document."""
    return all(all(other.right.get(name, [False])) for other in blind)
