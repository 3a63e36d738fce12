"""The report as Markdown: scores and slices as tables, then what was not right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from qa_eval.redaction import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa_eval.analysis import Section
    from qa_eval.gates import Gated
    from qa_eval.report import Report
    from qa_eval.summary import Counts, Summary

SHOWN = 200  # answers listed; more is for the CSV
LONG_NOTE = 2000  # characters of a note below a table
WIDTH = 160  # characters of an answer in a table
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


class Reporter:
    """Markdown tables of scores and slices and a list of what was not right, for a pull request or a wiki."""

    filename: ClassVar[str] = "report.md"

    def render(self, report: Report) -> Iterable[str]:
        """Yield the file in pieces."""
        yield f"# {plain(report.dataset.title)}\n\n"
        if report.state != "complete":
            yield f"This run is **{report.state}**: figures cover the answers that came.\n\n"
        yield from _scores(report.summaries)
        yield from _reviews(report)
        yield from _gates(report.gates)
        yield from _sections(report.analysis.sections)
        for kind, attribute in (("type", "by_type"), ("difficulty", "by_difficulty"), ("tag", "by_tag")):
            yield from _slices(kind, report.summaries, [getattr(summary, attribute) for summary in report.summaries])
        yield from _wrong(report)
        yield f"Signature: `{report.signature.text.replace('`', chr(39))}`\n"


def plain(text: str, width: int = WIDTH) -> str:
    r"""Return text from outside on one line, cut at ``width``, with nothing left that Markdown or HTML would read.

    >>> plain("<b>|*")
    '\\<b\\>\\|\\*'
    """
    line = harmless(" ".join(text.split()))
    return _SPECIAL.sub(r"\\\1", line if len(line) <= width else f"{line[: width - 1]}…")


def share(counts: Counts | None) -> str:
    """Say accuracy with its interval and n; "–" when there is nothing to say."""
    if counts is None or counts.accuracy is None or counts.accuracy_interval is None:
        return "–"
    return f"{_figure(counts.accuracy, counts.accuracy_interval)} n={counts.n}"


def _figure(value: float | None, interval: tuple[float, float] | None) -> str:
    if value is None or interval is None:
        return "–"
    low, high = interval
    return f"{100 * value:.1f} % [{100 * low:.1f}–{100 * high:.1f}]"


def _scores(summaries: Sequence[Summary]) -> Iterator[str]:
    yield "| answerer | accuracy | correct | incorrect | abstained | failed | exact match | F1 | unanswerable |\n"
    yield "| --- | --- | ---: | ---: | ---: | ---: | --- | --- | --- |\n"
    for summary in summaries:
        counts = summary.overall
        exact = _figure(counts.exact_match_share, counts.exact_match_interval)
        f1 = _figure(counts.mean_f1, counts.f1_interval)
        yield (
            f"| {plain(summary.answerer)} | {share(counts)} | {counts.correct} | {counts.incorrect} | {counts.abstained} "
            f"| {counts.failed} | {exact} | {f1} | {share(summary.unanswerable)} |\n"
        )
    yield "\nAccuracy is correct over all questions asked; brackets hold the 95 % interval: Wilson's, of as many answers as those that belong together are worth.\n\n"


def _reviews(report: Report) -> Iterator[str]:
    if not report.reviews:
        return
    yield "| answerer | as scored | as reviewed |\n| --- | --- | --- |\n"
    for scored, reviewed in zip(report.summaries, report.summaries_as_reviewed, strict=True):
        yield f"| {plain(scored.answerer)} | {share(scored.overall)} | {share(reviewed.overall)} |\n"
    overturned = [review for review in report.reviews if review.overturns]
    if confirmed := len(report.reviews) - len(overturned):
        yield f"\nReviews: {confirmed:,} confirmed, {len(overturned):,} overturned.\n"
    if overturned:
        yield "\n| question | answerer | as scored | as reviewed | by | why |\n| --- | --- | --- | --- | --- | --- |\n"
    for review in overturned:
        yield (
            f"| {plain(review.id)} | {plain(review.answerer)} | {review.was} | {review.verdict} | {plain(review.reviewer)} "
            f"| {plain(review.note)} |\n"
        )
    yield "\n"


def _gates(gates: Sequence[Gated]) -> Iterator[str]:
    if not gates:
        return
    yield "| gate | answerer | | |\n| --- | --- | --- | --- |\n"
    for gate in gates:
        yield f"| `{gate.gate.replace('|', ' ').replace('`', ' ')}` | {plain(gate.answerer)} | {'held' if gate.passed else '**missed**'} | {plain(gate.reason)} |\n"
    yield "\n"


def _sections(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield f"## {plain(section.title)}\n\n"
        if section.rows:
            yield "| " + " | ".join(plain(name) for name in section.columns) + " |\n"
            yield "| --- |" + " --- |" * (len(section.columns) - 1) + "\n"
            yield from ("| " + " | ".join(plain(cell) for cell in row) + " |\n" for row in section.rows)
            yield "\n"
        yield from (f"- {plain(note, LONG_NOTE)}\n" for note in section.notes)
        yield "\n" if section.notes else ""


def _slices(kind: str, summaries: Sequence[Summary], columns: Sequence[Mapping[str, Counts]]) -> Iterator[str]:
    names = sorted({name for column in columns for name in column})
    if not names:
        return
    yield f"| {kind} | " + " | ".join(plain(summary.answerer) for summary in summaries) + " |\n"
    yield "| --- |" + " --- |" * len(summaries) + "\n"
    for name in names:
        yield f"| {plain(name)} | " + " | ".join(share(column.get(name)) for column in columns) + " |\n"
    yield "\n"


def _wrong(report: Report) -> Iterator[str]:
    wrong = sum(summary.overall.n - summary.overall.correct for summary in report.summaries)
    if not wrong:
        return
    shown = f"{SHOWN} of {wrong}" if wrong > SHOWN else str(wrong)
    questions, repeated = report.questions, any(len(summary.by_repeat) > 1 for summary in report.summaries)
    yield f"## Not correct ({shown})\n\n| question | answerer | verdict | expected | got | why |\n| --- | --- | --- | --- | --- | --- |\n"
    for result in report.results_at(report.seen.wrong[:SHOWN]):
        question, prediction = questions[result.question_id], result.prediction
        got = prediction.failure.message if prediction.failure else prediction.text or ""
        who = f"{plain(result.answerer)} · repeat {result.repeat + 1}" if repeated else plain(result.answerer)
        yield (
            f"| {plain(result.question_id)}: {plain(question.text)} | {who} | {result.score.verdict} "
            f"| {plain(question.expected) or '(not stated)'} | {plain(got)} | {result.score.reason}: {plain(result.score.message)} |\n"
        )
    yield "\n"
