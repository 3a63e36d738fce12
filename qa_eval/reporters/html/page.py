"""A report becomes the page: figures as text, shares as percent."""

from __future__ import annotations

from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from qa_eval.model import QuantityAnswer, Unanswerable, Verdict
from qa_eval.report import ON_A_PAGE
from qa_eval.reporters.html.evidence import articles, quotes
from qa_eval.reporters.html.view import AnswerView, Headline, Page, Part, QuestionView, Share, Slice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.model import Document, Prediction, Question, Result
    from qa_eval.report import Report
    from qa_eval.summary import Counts, Summary

QUESTIONS = 200  # shown without script; a page of more is slow to open and to print
FEW = 10  # under so many answers a share says little
NOTICED = 0.00005  # seconds that are shown as more than 0.0 ms
LONG = 600  # characters of an answer before it folds
LONGEST = 20_000  # characters of a text that are shown without script; the viewer has all of them
ARTICLE = 200_000  # characters of documents that the page carries

ICONS = {Verdict.CORRECT: "✓", Verdict.INCORRECT: "✗", Verdict.ABSTAINED: "∅", Verdict.FAILED: "!"}


def page(report: Report) -> Page:
    """Compute the page of a report."""
    order, total = _order(report)
    answers = _by_question(report, {number - 1 for _, number in order})
    places = {question.id: f"q-{number}" for question, number in order}
    marked = sum(len(document.text) for document in report.dataset.documents.values()) <= ARTICLE
    questions = tuple(
        _question(question, report.dataset.document_of(question), answers.get(question.id, ()), places, marked=marked)
        for question, _ in order
    )
    return Page(
        title=report.dataset.title,
        dataset=report.dataset,
        state=report.state,
        headlines=tuple(
            _headline(summary, reviewed)
            for summary, reviewed in zip_longest(report.summaries, report.summaries_as_reviewed)
        ),
        slices=tuple(_slices(report.summaries)),
        sections=report.analysis.sections,
        index=questions,
        total=total,
        alone=len(report.results) > ON_A_PAGE,
        articles=tuple(articles(report.dataset, places, [question for question, _ in order])) if marked else (),
        signature=report.signature.entries,
        signature_text=report.signature.text,
    )


def _by_question(report: Report, wanted: set[int]) -> Mapping[str, list[Result]]:
    found: dict[str, list[Result]] = {}
    for result in report.results_at(place for place, number in enumerate(report.seen.numbers) if number in wanted):
        found.setdefault(result.question_id, []).append(result)
    return found


def _order(report: Report) -> tuple[list[tuple[Question, int]], int]:
    """Return the questions to show with their numbers in the dataset, and how many were asked.

    They keep the dataset's order when every question fits on the page; otherwise what went wrong comes first.
    """
    large = len(report.results) > ON_A_PAGE
    questions, seen = report.dataset.questions, report.seen
    asked = bytearray(len(questions))
    for number in seen.numbers:
        if number >= 0:
            asked[number] = 1
    wrong = set(islice(dict.fromkeys(seen.numbers[place] for place in seen.wrong), QUESTIONS))
    total = (
        max(max(c.n for c in s.by_repeat.values()) for s in report.summaries if s.by_repeat) if large else sum(asked)
    )
    first = wrong if total > QUESTIONS else set[int]()
    rest = (number for number, has in enumerate(asked) if has and number not in first)
    shown = [*sorted(first), *islice(rest, QUESTIONS - len(first))]
    return [(questions[number], number + 1) for number in shown], total


def _headline(summary: Summary, reviewed: Summary | None) -> Headline:
    counts = summary.overall
    figures = [
        ("right when attempted", _of(counts.accuracy_attempted, counts.accuracy_attempted_interval, counts.attempted)),
        ("attempted", f"{counts.attempted} of {counts.n}"),
        ("exact match", _of(counts.exact_match_share, counts.exact_match_interval, counts.n)),
        ("token F1", _of(counts.mean_f1, counts.f1_interval, counts.n)),
        ("answerable", _of(summary.answerable.accuracy, summary.answerable.accuracy_interval, summary.answerable.n)),
        (
            "unanswerable",
            _of(summary.unanswerable.accuracy, summary.unanswerable.accuracy_interval, summary.unanswerable.n),
        ),
    ]
    if summary.prompt_tokens or summary.completion_tokens:
        figures.append(("tokens", f"{summary.prompt_tokens:,} read, {summary.completion_tokens:,} written"))
    if summary.failures:
        figures.append(("failures", ", ".join(f"{count} {kind}" for kind, count in summary.failures.items())))
    times = (("time per answer", _latency(summary)),) if (summary.latency.p95 or 0) >= NOTICED else ()
    return Headline(
        answerer=summary.answerer,
        accuracy=_share(counts),
        parts=tuple(_parts(counts)),
        figures=tuple(figures),
        times=times,
        missing=summary.expected - counts.n,
        reviewed=None if reviewed is None else _share(reviewed.overall),
    )


def _latency(summary: Summary) -> str:
    return f"half within {_seconds(summary.latency.p50)}, 95 % within {_seconds(summary.latency.p95)}"


def _seconds(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    return f"{1000 * seconds:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _of(share: float | None, interval: tuple[float, float] | None, n: int) -> str:
    if share is None or interval is None:
        return "none"
    return f"{100 * share:.1f} % [{100 * interval[0]:.1f}–{100 * interval[1]:.1f}] of {n}"


def _share(counts: Counts) -> Share | None:
    accuracy, interval = counts.accuracy, counts.accuracy_interval
    if accuracy is None or interval is None:
        return None
    middle, low, high = 100 * accuracy, 100 * interval.low, 100 * interval.high
    return Share(
        percent=f"{middle:.1f} %",
        interval=f"{low:.1f}–{high:.1f}",
        n=counts.n,
        middle=round(middle, 2),
        low=round(low, 2),
        high=round(high, 2),
        few=counts.n < FEW,
    )


def _parts(counts: Counts) -> Iterator[Part]:
    start = 0.0
    for verdict in Verdict:
        count = getattr(counts, verdict)
        width = 100 * count / counts.n if counts.n else 0.0
        yield Part(str(verdict), ICONS[verdict], count, round(start, 2), round(width, 2))
        start += width


def _slices(summaries: Sequence[Summary]) -> Iterator[tuple[str, tuple[Slice, ...]]]:
    kinds: tuple[tuple[str, str], ...] = (("type", "by_type"), ("difficulty", "by_difficulty"), ("tag", "by_tag"))
    for kind, attribute in kinds:
        by_answerer: list[Mapping[str, Counts]] = [getattr(summary, attribute) for summary in summaries]
        names = sorted({name for counts in by_answerer for name in counts})
        rows = tuple(
            Slice(
                kind,
                name,
                max(counts[name].n for counts in by_answerer if name in counts),
                tuple(_share(counts[name]) if name in counts else None for counts in by_answerer),
            )
            for name in names
        )
        if rows:
            yield kind, rows


def _question(
    question: Question, document: Document, results: Sequence[Result], places: Mapping[str, str], *, marked: bool
) -> QuestionView:
    tolerance = str(question.answer.tolerance) if isinstance(question.answer, QuantityAnswer) else "default"
    return QuestionView(
        anchor=places[question.id],
        id=question.id,
        text=question.text,
        type=str(question.answer.type).replace("_", "/"),
        expected="not stated: to abstain is right" if isinstance(question.answer, Unanswerable) else question.expected,
        accepted=question.accepted[1:],
        tolerance="" if tolerance == "default" else tolerance,
        tags=question.tags,
        difficulty=question.difficulty,
        derivation=question.derivation,
        evidence=tuple(quotes(question, document, marked=marked)),
        answers=tuple(_answer(result) for result in results),
    )


def _answer(result: Result) -> AnswerView:
    score, prediction = result.score, result.prediction
    text = prediction.text or ""
    return AnswerView(
        answerer=result.answerer,
        repeat=result.repeat,
        verdict=str(score.verdict),
        icon=ICONS[score.verdict],
        text=text[:LONGEST],
        length=len(text),
        folded=len(text) > LONG,
        read=score.read[:LONGEST],
        gold=score.gold[:LONGEST],
        reason=str(score.reason),
        message=score.message[:LONGEST],
        figures=f"value {score.value:.2f} · exact match {int(score.exact_match)} · F1 {score.f1:.2f}",
        seconds=_seconds(prediction.seconds),
        failure=_failure(prediction),
    )


def _failure(prediction: Prediction) -> str:
    if prediction.failure is None:
        return ""
    tried = "" if prediction.attempts == 1 else f" after {prediction.attempts} attempts"
    return f"{prediction.failure.kind}{tried}: {prediction.failure.message}"
