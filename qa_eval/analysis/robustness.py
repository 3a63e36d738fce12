"""Robustness: does an answer survive other wordings of its question, and changes of the document that change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.analysis.pairing import Lift, adjusted, adjusted_note, lift
from qa_eval.analysis.section import Section, ends, named, share
from qa_eval.conditions import DISTURBED, WORDING
from qa_eval.gates import Figure
from qa_eval.intervals import clustered
from qa_eval.significance import p_text
from qa_eval.statistics import Interval, wilson

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.analysis.answers import Answered, Answers
    from qa_eval.model import JsonValue

_MEANING = {
    "shuffled-paragraphs": "paragraphs shuffled",
    "distractor": "a paragraph about something else added",
    "number-formats": "numbers written in other formats",
}


def robustness(answers: Answers) -> Iterator[Section]:
    """Yield wordings as clusters, then what each change of the document costs."""
    yield from _wordings(answers)
    yield from _changes(answers)


def _wordings(answers: Answers) -> Iterator[Section]:
    rows, notes, data, figures = [], [], list["JsonValue"](), {}
    for one in answers.plain:
        marks = _clusters(answers, one)
        if not marks:
            continue
        n = len(marks)
        first, every = sum(row[0] for row in marks.values()), sum(all(row) for row in marks.values())
        alike = sum(len(set(row)) == 1 for row in marks.values())
        right, asked = sum(map(sum, marks.values())), sum(map(len, marks.values()))
        mean = clustered([(sum(row), len(row)) for row in marks.values()])
        rows.append(
            (
                one.name,
                share(first, n, wilson(first, n)),
                share(right, asked, mean),
                share(every, n, wilson(every, n)),
                share(alike, n, wilson(alike, n)),
            )
        )
        figures[one.name] = {
            "all_wordings": Figure(every / n, wilson(every, n), share=True),
            "consistency": Figure(alike / n, wilson(alike, n), share=True),
        }
        unlike = [name for name, row in marks.items() if len(set(row)) > 1]
        if unlike:
            notes.append(f"depends on the wording with {one.name}: {named(unlike)}")
        data.append(
            {
                "answerer": one.name,
                "questions": n,
                "original": first / n,
                "mean": right / asked,
                "mean_interval": ends(mean),
                "all_wordings": every / n,
                "all_wordings_interval": ends(wilson(every, n)),
                "consistency": alike / n,
                "consistency_interval": ends(wilson(alike, n)),
                "inconsistent": list(unlike),
            }
        )
    if rows:
        columns = ("answerer", "as asked", "over all wordings", "right in all wordings", "the same in all wordings")
        yield Section(
            "wordings", "Questions in several wordings", columns, tuple(rows), tuple(notes), {"rows": data}, figures
        )


def _clusters(answers: Answers, one: Answered) -> Mapping[str, Sequence[bool]]:
    """Return whether each wording of a question was answered right, its own wording first, by question with several."""
    under = {name: other for name, other in answers.under(one.name).items() if name.startswith(WORDING)}
    found: dict[str, list[bool]] = {}
    for name, marks in one.right.items() if under else ():
        wordings = [f"{WORDING}{number}" for number in range(2, len(answers.questions[name].paraphrases) + 2)]
        others = [
            under[wording].right[name] for wording in wordings if wording in under and name in under[wording].right
        ]
        if others:
            found[name] = [marks[0], *(other[0] for other in others)]
    return found


def _changes(answers: Answers) -> Iterator[Section]:
    rows, data, figures, all_of = [], list["JsonValue"](), {}, list[Lift]()
    for one in answers.plain:
        under = {name: other for name, other in answers.under(one.name).items() if name in DISTURBED}
        lifts = adjusted({name: lift(other, one) for name, other in under.items()})
        for name, found in lifts.items():
            verdict = "NOT distinguishable" if not found.certain else "LESS" if found.difference < 0 else "more"
            changed = share(found.first * found.n, found.n, wilson(found.first * found.n, found.n))
            rows.append((one.name, _MEANING[name], changed, str(found), p_text(found.p), verdict))
        all_of += lifts.values()
        if lifts:
            figures[one.name] = {f"drop:{name}": _drop(found) for name, found in lifts.items()}
            data.append({"answerer": one.name, "changes": {name: found.to_json() for name, found in lifts.items()}})
    if rows:
        columns = ("answerer", "change", "accuracy", "difference in points", "p", "than unchanged")
        yield Section(
            "changes",
            "The document changed in what no answer depends on",
            columns,
            tuple(rows),
            (adjusted_note(max(len(one) for one in figures.values()), all_of),),
            {"rows": data},
            figures,
        )


def _drop(found: Lift) -> Figure:
    """Return what a change costs: above 0 where the answerer does worse."""
    interval = found.interval and Interval(-found.interval.high, -found.interval.low)
    return Figure(-found.difference, interval, share=True)
