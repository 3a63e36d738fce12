"""Related answers: repetitions of a question, and questions about one document."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from qa_eval.analysis.section import Section, ends, named, share
from qa_eval.gates import Figure
from qa_eval.intervals import FEWEST_CLUSTERS, by_document, clustered, design_effect, mean_interval, widened
from qa_eval.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa_eval.analysis.answers import Answered, Answers
    from qa_eval.model import JsonValue


def related(answers: Answers) -> Iterator[Section]:
    """Yield accuracy and F1 with intervals that know which answers belong together."""
    documents = any(_by_document(answers, one) for one in answers.plain)
    if not (documents or any(one.repeated for one in answers.plain)):
        return
    rows, data, figures = [], list[dict[str, "JsonValue"]](), {}
    for one in answers.plain:
        groups = _groups(answers, one, [(name, sum(marks), len(marks)) for name, marks in one.right.items()])
        effect = design_effect(groups)
        right, n = one.total
        interval = widened(right, n, effect)
        f1 = fsum(value * count for value, count in one.f1.items()) / n
        f1_interval = mean_interval(one.f1, effect=effect)
        rows.append((one.name, share(right, n, interval), share(f1 * n, n, f1_interval), str(len(groups))))
        figures[one.name] = {
            "accuracy": Figure(right / n, interval, share=True),
            "f1": Figure(f1, f1_interval, share=True),
        }
        data.append(
            {
                "answerer": one.name,
                "clusters": len(groups),
                "accuracy": right / n,
                "interval": ends(interval),
                "mean_f1": f1,
                "f1_interval": ends(f1_interval),
            }
        )
    what = "document" if documents else "question"
    title = f"Intervals for related answers (clustered by {what}; F1 by bootstrap)"
    yield Section(
        "related",
        title,
        ("answerer", "accuracy", "F1", f"{what}s"),
        tuple(rows),
        (),
        {"by": what, "rows": list(data)},
        figures,
    )


def repeats(answers: Answers) -> Iterator[Section]:
    """Yield what repeating each question shows: the mean, right every time, right at least once, and flaky questions."""
    asked = [one for one in answers.plain if one.repeated]
    if not asked:
        return
    rows, notes, data, figures = [], [], list["JsonValue"](), {}
    for one in asked:
        counts = _counts(one)
        flaky = [name for name, marks in one.right.items() if len(set(marks)) > 1]
        n, worst, best = len(one.right), counts["every"], counts["any"]
        every = clustered(_groups(answers, one, [(name, all(marks), 1) for name, marks in one.right.items()]))
        once = clustered(_groups(answers, one, [(name, any(marks), 1) for name, marks in one.right.items()]))
        figures[one.name] = {
            "flaky": Figure(len(flaky), wilson(len(flaky), n), of=n),
            "worst_of_repeats": Figure(worst / n, every, share=True),
            "any_of_repeats": Figure(best / n, once, share=True),
        }
        right, total = one.total
        mean = clustered(_groups(answers, one, [(name, sum(marks), len(marks)) for name, marks in one.right.items()]))
        rows.append(
            (
                one.name,
                share(right, total, mean),
                share(worst, n, every),
                share(best, n, once),
                str(len(flaky)),
            )
        )
        data.append(
            {
                "answerer": one.name,
                "repeats": counts["repeats"],
                "mean": right / total,
                "mean_interval": ends(mean),
                "every": worst / n,
                "every_interval": ends(every),
                "any": best / n,
                "any_interval": ends(once),
                "flaky": list(flaky),
            }
        )
        if flaky:
            notes.append(f"flaky with {one.name}: {named(flaky)}")
    k = max(len(marks) for one in asked for marks in one.right.values())
    columns = ("answerer", "mean", f"right {k} times of {k}", f"right at least once (pass@{k})", "flaky")
    yield Section(
        "repeats", f"Each question asked {k} times", columns, tuple(rows), tuple(notes), {"rows": data}, figures
    )


def _groups(answers: Answers, one: Answered, rows: Iterable[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Return right answers and all of those that belong together, of rows ``(question, right, all)``."""
    documents = _by_document(answers, one)
    found: dict[str, list[int]] = {}
    for name, right, n in rows:
        group = found.setdefault(answers.questions[name].document_id if documents else name, [0, 0])
        group[0] += right
        group[1] += n
    return [(right, n) for right, n in found.values()]


def _by_document(answers: Answers, one: Answered) -> bool:
    """Return whether an answerer's answers are clustered by document."""
    if len(answers.dataset.documents) < FEWEST_CLUSTERS:
        return False
    return by_document(len({answers.questions[name].document_id for name in one.right}), len(one.right))


def _counts(one: Answered) -> dict[str, int]:
    return {
        "repeats": max(len(marks) for marks in one.right.values()),
        "every": sum(all(marks) for marks in one.right.values()),
        "any": sum(any(marks) for marks in one.right.values()),
    }
