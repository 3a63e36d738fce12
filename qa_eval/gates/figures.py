"""Every figure that a gate may name, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.conditions import BASELINE, CONTROLS, WORDING
from qa_eval.intervals import widened

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from qa_eval.engine import Settings
    from qa_eval.statistics import Interval
    from qa_eval.summary import Counts, Summary
    from qa_eval.versus import Contrast

# figures of ``qa_eval.analysis``, which a run has when it was made for them
ANALYSED = (
    "flaky", "worst_of_repeats", "any_of_repeats",
    "lift:closed-book", "lift:other-document", "lift:shuffled-question", "lift:constant", "lift:lexical", "known_without_document",
    "consistency", "all_wordings", "drop:shuffled-paragraphs", "drop:distractor", "drop:number-formats",
    "right_with_evidence", "right_without_evidence", "evidence_hit", "invented_quotes", "brier", "ece", "aurc", "judge_agreement", "judge_failed",
)  # fmt: skip
REPEATED = ("flaky", "worst_of_repeats", "any_of_repeats")
JUDGED = ("judge_agreement", "judge_failed")
WORDINGS = ("consistency", "all_wordings")
COUNTED = ("correct", "incorrect", "abstained", "failed")


def missing(figure: str, conditions: Collection[str], settings: Settings | None) -> str:
    """Return the flag without which a run under ``conditions`` has no such figure, "" where it may have one.

    >>> missing("lift:closed-book", {"closed-book"}, None), missing("drop:distractor", {"closed-book"}, None)
    ('', '--robustness')
    """
    kind, _, condition = figure.partition(":")
    if kind == "lift" or figure == "known_without_document":
        asked = {BASELINE} if condition in {"constant", "lexical"} else {condition} if condition else set(CONTROLS)
        return "" if asked & {*conditions} else "--controls"
    if kind == "drop":
        return "" if condition in conditions else "--robustness"
    if figure in WORDINGS:
        return (
            "" if any(one.startswith(WORDING) for one in conditions) else "--robustness and questions with paraphrases"
        )
    if settings is not None and figure in REPEATED:
        return "" if settings.repeat > 1 else "--repeat"
    if settings is not None and figure in JUDGED:
        return "" if settings.judge else "--judge"
    return ""


class Figure(NamedTuple):
    """A figure; ``value`` None where there is nothing to measure, ``interval`` None where there is none.

    ``share`` says that it lies within 0..1; of ``unit`` "p", that it is a p value. A count ``of`` so many may be compared with a percentage. Of a comparison with a run,
    ``missing`` is how many of that run's questions it knows nothing of, and ``failed`` how many of the ``compared`` ones that run had no answer to.
    """

    value: float | None
    interval: Interval | None = None
    share: bool = False
    of: int | None = None
    unit: str = ""
    missing: int = 0
    failed: int = 0
    compared: int = 0


def of_summary(summary: Summary, intervals: Mapping[str, Interval] | None = None) -> dict[str, Figure]:
    """Return the figures of one answerer by name; ``intervals`` replace those of figures that the summary cannot know better."""
    found = dict(_counts("", summary.overall))
    found |= {
        "p50": Figure(summary.latency.p50, unit="s"),
        "p95": Figure(summary.latency.p95, unit="s"),
        "seconds": Figure(summary.latency.total, unit="s"),
        "prompt_tokens": Figure(summary.prompt_tokens),
        "completion_tokens": Figure(summary.completion_tokens),
        "attempts": Figure(summary.attempts),
    }
    for name, counts in (("answerable", summary.answerable), ("unanswerable", summary.unanswerable)):
        found |= dict(_counts(f"{name}.", counts))
    for kind, slices in (("type", summary.by_type), ("tag", summary.by_tag), ("difficulty", summary.by_difficulty)):
        for name, counts in slices.items():
            found |= dict(_counts(f"{kind}:{name}.", counts))
    for name, interval in (intervals or {}).items():
        if name in found:
            found[name] = found[name]._replace(interval=interval)
    return found


def of_contrast(contrast: Contrast) -> dict[str, Figure]:
    """Return the figures of a comparison by name: regressions, fixed, difference, p, n."""
    found: dict[str, Figure] = {}
    slices = {f"{kind}:{name}.": one for kind, named in contrast.slices.items() for name, one in named.items()}
    for start, one in ({"": contrast.overall} | slices).items():
        n = one.counts.n
        figures = {
            "regressions": Figure(one.counts.regressed if n else None, of=n),
            "fixed": Figure(one.counts.fixed if n else None, of=n),
            "difference": Figure(one.difference, one.interval, share=True),
            "p": Figure(one.adjusted if n else None, share=True, unit="p"),
        }
        for name, figure in figures.items():
            found[f"{start}{name}"] = figure._replace(missing=one.missing, failed=one.failed, compared=one.questions)
        found[f"{start}n"] = Figure(one.questions)
    return found


AGAINST = ("regressions", "fixed", "difference", "p")


def _counts(start: str, counts: Counts) -> Iterator[tuple[str, Figure]]:
    yield f"{start}accuracy", Figure(counts.accuracy, counts.accuracy_interval, share=True)
    attempted = Figure(counts.accuracy_attempted, counts.accuracy_attempted_interval, share=True)
    yield f"{start}accuracy_attempted", attempted
    yield f"{start}exact_match", Figure(counts.exact_match_share, counts.exact_match_interval, share=True)
    yield f"{start}f1", Figure(counts.mean_f1, counts.f1_interval, share=True)
    yield (
        f"{start}value",
        Figure(counts.mean_value, widened(min(counts.value, counts.n), counts.n, counts.effect), share=True),
    )
    yield f"{start}n", Figure(counts.n)
    yield f"{start}attempted", Figure(counts.attempted, of=counts.n)
    for name in COUNTED:
        count = getattr(counts, name)
        yield f"{start}{name}", Figure(count, widened(count, counts.n, counts.effect), of=counts.n)
