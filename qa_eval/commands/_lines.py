"""What verbs print of a run and its report: scores, failures, sizes, counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qa_eval.journal import INTERRUPTED
from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qa_eval.engine import Run
    from qa_eval.model import Result
    from qa_eval.report import Report
    from qa_eval.reviews import Review
    from qa_eval.summary import Summary

LARGE = 10_000_000  # bytes of a report that are worth a word
LONGEST = 200  # characters of a failure in a line
MAIL = 25_000_000  # bytes that mail servers usually take


def readable_size(size: int) -> str:
    """Say a number of bytes as people read it.

    >>> readable_size(71_234), readable_size(3_200_000)
    ('71 kB', '3.2 MB')
    """
    for unit, scale in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= scale:
            shown = size / scale
            return f"{shown:.1f} {unit}" if unit == "MB" else f"{shown:.0f} {unit}"
    return f"{size} bytes"


def scores(summaries: Iterable[Summary]) -> list[str]:
    """Return a line for each answerer: accuracy with its interval and n, and what became of the answers."""
    rows = [
        (
            one.answerer,
            _percent(one.overall.accuracy),
            _interval(one),
            f"n={one.overall.n}",
            _verdicts(one),
        )
        for one in summaries
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    return [
        "  " + "  ".join([row[0].ljust(widths[0]), *(row[i].rjust(widths[i]) for i in (1, 2, 3)), row[4]])
        for row in rows
    ]


def retries(summaries: Iterable[Summary]) -> list[str]:
    """Return a line for each answerer that had to be asked again for an answer: how often."""
    again = {one.answerer: one.attempts - one.overall.n for one in summaries}
    return [
        f"  {answerer} was asked {counted(times, 'time')} more for answers that did not come at once"
        for answerer, times in again.items()
        if times > 0
    ]


def failures(summaries: Iterable[Summary], results: Iterable[Result]) -> list[str]:
    """Return a line for each answerer that failed: the kind that came most with its commonest message, and how often each came; ``summaries`` count the ``results``."""
    found: dict[str, dict[str, Counter[str]]] = {}
    for result in results if any(one.overall.failed for one in summaries) else ():
        if result.score.verdict is Verdict.FAILED:
            failure, score = (
                result.prediction.failure,
                result.score,
            )  # without a failure the scorer or a judge is what failed
            kind, message = (failure.kind, failure.message) if failure else (str(score.reason), score.message)
            found.setdefault(result.answerer, {}).setdefault(kind, Counter())[message] += 1
    return [_most(answerer, kinds) for answerer, kinds in found.items()]


def _most(answerer: str, kinds: Mapping[str, Counter[str]]) -> str:
    """Say of which kind most failures are, with the message that most of these have, and how many are of others."""
    kind, messages = max(kinds.items(), key=lambda each: each[1].total())
    whole = messages.most_common(1)[0][0]
    line = " ".join(whole.split())
    said = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    failed = sum(each.total() for each in kinds.values())
    such = "" if len(messages) == 1 else ", such as"
    others = ", ".join(f"{each.total()} by {name}" for name, each in kinds.items() if name != kind)
    beside = f" ({others})" if others else ""
    return f"  {answerer} failed, {messages.total()} of {failed} times by {kind}{such}: {said}{beside}"


def headline(run: Run) -> str:
    """Return what was asked, and by which rules it was scored."""
    part = f" · {cut_off(run)}" if cut_off(run) else ""
    return f"{run.dataset.title} · {counted(run.questions, 'question')}, scored by {run.scorer}{part}"


def cut_off(run: Run) -> str:
    """Say how many of its answers a run has that was cut off; "" of any other."""
    if run.state != INTERRUPTED:
        return ""
    return f"interrupted, {len(run.results):,} of {counted(sum(one.expected for one in run.summary), 'answer')}"


def counted(n: int, noun: str) -> str:
    """Say how many there are of what has a plural in s.

    >>> counted(1, "error"), counted(0, "warning")
    ('1 error', '0 warnings')
    """
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def outcome_of(reviews: Iterable[Review]) -> str:
    """Say how many verdicts are confirmed, and how many overturned."""
    counts = Counter(review.overturns for review in reviews)
    return f"{counts[False]:,} confirmed, {counts[True]:,} overturned"


def reviewed(report: Report) -> list[str]:
    """Return the scores' lines as scored and as reviewed; none without reviews."""
    if not report.reviews:
        return []
    return ["as scored", *scores(report.summaries), "as reviewed", *scores(report.summaries_as_reviewed)]


def _verdicts(one: Summary) -> str:
    return ", ".join(f"{getattr(one.overall, verdict)} {verdict}" for verdict in Verdict)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f} %"


def _interval(one: Summary) -> str:
    interval = one.overall.accuracy_interval
    return "" if interval is None else f"[{100 * interval.low:.1f}–{100 * interval.high:.1f}]"


def size_advice(size: int) -> str:
    """Say what a report of so many bytes means for those it is sent to; "" when it is small.

    >>> size_advice(3_000_000), size_advice(12_000_000)
    ('', 'the report has 12.0 MB')
    """
    if size <= LARGE:
        return ""
    says = f"the report has {readable_size(size)}"
    if size <= MAIL:
        return says
    return f"{says}, more than mail usually carries: --details failures or --details none makes it smaller"
