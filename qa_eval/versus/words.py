"""Contrasts for people: lines for a terminal, Markdown for a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.compare import CELLS, Change
from qa_eval.model import Verdict
from qa_eval.significance import p_text
from qa_eval.versus.contrasts import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.versus.contrasts import Contrast, Measured

NAMED = 20  # questions that a list names
LISTED = (Change.REGRESSED, Change.FIXED, Change.QUESTION_CHANGED, Change.ONLY_HERE, Change.ONLY_THERE)
_MEANING = {Change.ONLY_HERE: "only in this run", Change.ONLY_THERE: "only in the baseline"}


def text(found: Sequence[Contrast], detect: float | None = None) -> Iterator[str]:
    """Yield the lines for a terminal. ``detect`` asks how many questions would show that difference."""
    for one in found:
        yield f"{one.answerer} ({one.run})"
        counts, n = one.overall.counts, one.overall.questions
        yield f"against {one.other} ({one.baseline}), {n} question{_s(n)} in common"
        yield f"  {accuracies(one.overall)}"
        yield f"  {_unasked(one) or verdict(one.overall, len(found))}"
        yield f"  {f'{counts.n} answers: ' if counts.n != n else ''}fixed {counts.fixed}, regressed {counts.regressed}, both right {counts.both_correct}, neither right {counts.neither_correct}"
        yield from (f"  {line}" for line in _failed(one))
        for change in LISTED:
            names = one.of(change)
            if names:
                yield f"  {_MEANING.get(change, change.value)}: {_named(names)}"
        if one.overall.questions:
            yield f"  {power(one.overall, detect)}"
        yield from (f"  {line}" for line in _slices(one))
        if one.unlike:
            yield f"  compared in spite of different {', '.join(difference.key for difference in one.unlike)}"
        yield ""


def _failed(one: Contrast) -> Iterator[str]:
    """Say how many of the answers that are compared failed, in either run: they are not right, and nobody knows whether they would be."""
    compared = [pair for pair in one.comparison.pairs if pair.change in CELLS]
    counts = {
        name: sum(one is not None and one.score.verdict is Verdict.FAILED for one in results)
        for name, results in (
            (one.run, [pair.here for pair in compared]),
            (one.baseline, [pair.there for pair in compared]),
        )
    }
    if any(counts.values()):
        told = ", ".join(f"{count} of {name}" for name, count in counts.items() if count)
        yield f"not right because they failed: {told}"


def _unasked(one: Contrast) -> str:
    """Say of which run an answerer has no answer at all: it was cut off before; "" where both have some."""
    changes = {pair.change for pair in one.comparison.pairs}
    if changes == {Change.ONLY_THERE}:
        return f"nothing in common: {one.run} has no answer of {one.answerer} yet"
    if changes == {Change.ONLY_HERE}:
        return f"nothing in common: {one.baseline} has no answer of {one.other} yet"
    return ""


def markdown(found: Sequence[Contrast], detect: float | None = None) -> Iterator[str]:
    """Yield the lines of a comment for a pull request."""
    yield "### Question answering, compared"
    yield ""
    yield "| answerer | accuracy | difference | p | outcome | fixed | regressed |"
    yield "| --- | --- | --- | --- | --- | ---: | ---: |"
    for one in found:
        name = plain(one.answerer) if one.answerer == one.other else f"{plain(one.answerer)} against {plain(one.other)}"
        name = name if len({each.dataset for each in found}) == 1 else f"{plain(one.dataset)}: {name}"
        yield (
            f"| {name} | {accuracies(one.overall)} | {points(one.overall)} | {p_text(one.overall.adjusted)} "
            f"| **{one.overall.outcome}** | {one.overall.counts.fixed} | {one.overall.counts.regressed} |"
        )
    for one in found:
        yield ""
        yield f"<details><summary>{plain(one.answerer)}: {plain(one.run)} against {plain(one.baseline)}</summary>"
        yield ""
        if one.overall.questions:
            yield f"- {power(one.overall, detect)}"
        yield from (f"- {plain(line)}" for line in _failed(one))
        if one.overall.documents:
            yield f"- interval and p are taken{_over(one.overall).removeprefix(',')}"
        for change in LISTED:
            names = one.of(change)
            if names:
                yield f"- {_MEANING.get(change, change.value)} ({len(names)}): {plain(_named(names))}"
        yield ""
        yield "| slice | n | difference | p | outcome |"
        yield "| --- | ---: | --- | --- | --- |"
        for name, measured in _moved(one):
            yield f"| {plain(name)} | {measured.questions} | {points(measured)} | {p_text(measured.adjusted)} | {measured.outcome} |"
        yield ""
        yield "</details>"
    yield ""
    yield f"Brackets hold 95 % intervals of the paired difference; p is exact, adjusted by Holm for {len(found)} comparison{_s(len(found))}, slices among all of their kind: an interval that leaves out 0 may be not distinguishable all the same."


def accuracies(measured: Measured) -> str:
    """Say both accuracies.

    >>> from qa_eval.compare import Paired
    >>> from qa_eval.versus.contrasts import Measured
    >>> accuracies(Measured(Paired(2, 1, 5, 2), 10, None, 1.0, 1.0))
    '60.0 % → 70.0 %'
    """
    counts = measured.counts
    if not counts.n:
        return "–"
    before, after = counts.both_correct + counts.regressed, counts.both_correct + counts.fixed
    return f"{100 * before / counts.n:.1f} % → {100 * after / counts.n:.1f} %"


def points(measured: Measured) -> str:
    """Say the difference in points with its interval; "–" when nothing is compared."""
    if measured.difference is None or measured.interval is None:
        return "–"
    low, high = measured.interval
    return f"{100 * measured.difference:+.1f} [{100 * low:+.1f}, {100 * high:+.1f}]"


def verdict(measured: Measured, together: int) -> str:
    """Say the difference and what it is worth, of so many comparisons that are looked at ``together``."""
    if measured.outcome is Outcome.NOTHING_IN_COMMON:
        return "nothing in common: no question is the same in both"
    adjusted = f", adjusted for {together} comparisons {p_text(measured.adjusted)}" if together > 1 else ""
    return f"{points(measured)} points, exact p {p_text(measured.p)}{adjusted}{_over(measured)}: {measured.outcome}"


def _over(measured: Measured) -> str:
    """Say over what interval and p were taken where that is not question by question."""
    return f", over {measured.documents} documents, which share the questions" if measured.documents else ""


def power(measured: Measured, detect: float | None) -> str:
    """Say which difference so many questions can show, and how many would show the one that is asked for."""
    n, least = measured.questions, measured.detectable
    said = (
        f"{n} question{_s(n)} show{'s' * (n == 1)} no difference reliably"
        if least >= 1
        else f"{n} question{_s(n)} show{'s' * (n == 1)} a difference of {100 * least:.1f} points or more (in 80 % of cases)"
    )
    if detect is None:
        return said
    return f"{said}; {100 * detect:g} points take {measured.needed(detect):,} questions"


def plain(text: str) -> str:
    """Return text of others with nothing left that Markdown or HTML would read."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~@" else c for c in " ".join(text.split()))


def _slices(one: Contrast) -> Iterator[str]:
    rows = [
        (name, f"n={measured.questions}", points(measured), str(measured.outcome)) for name, measured in _moved(one)
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        yield f"{row[0].ljust(widths[0])}  {row[1].rjust(widths[1])}  {row[2].rjust(widths[2])}  {row[3]}"
    if len(rows) > 1:
        yield "what is said of a slice is adjusted by Holm for all of its kind: its own interval may leave out 0 all the same"


def _moved(one: Contrast) -> Iterator[tuple[str, Measured]]:
    """Yield the slices in which anything changed."""
    for kind, named in one.slices.items():
        for name, measured in named.items():
            if measured.counts.fixed or measured.counts.regressed:
                yield f"{kind} {name}", measured


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _s(number: int) -> str:
    return "" if number == 1 else "s"
