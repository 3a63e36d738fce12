"""Several data sets summed up together: every answer counts once, whichever data set its question is of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from qa_eval.summary import Counts, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_Name = TypeVar("_Name", int, str)


def together(summaries: Sequence[Sequence[Summary]]) -> tuple[Summary, ...]:
    """Return a summary of each answerer over all data sets, of each of which ``summaries`` holds those of the answerers.

    Whom not every data set was asked of is left out. Intervals are as wide as the data set needs whose answers are most alike,
    and are about these data sets, not about others. Times do not add up: there are none.

    >>> one, other = Summary("a", 2, Counts(n=2, correct=1, incorrect=1)), Summary("a", 1, Counts(n=1, correct=1))
    >>> [(each.answerer, each.overall.n, each.overall.correct) for each in together([[one], [other, Summary("b", 1)]])]
    [('a', 3, 2)]
    """
    by_name = [{one.answerer: one for one in each} for each in summaries]
    shared = [name for name in by_name[0] if all(name in each for each in by_name)] if by_name else []
    return tuple(_sum([each[name] for each in by_name]) for name in shared)


def _sum(parts: Sequence[Summary]) -> Summary:
    return Summary(
        answerer=parts[0].answerer,
        expected=sum(one.expected for one in parts),
        overall=sum((one.overall for one in parts), Counts()),
        answerable=sum((one.answerable for one in parts), Counts()),
        unanswerable=sum((one.unanswerable for one in parts), Counts()),
        by_type=_merged(one.by_type for one in parts),
        by_tag=_merged(one.by_tag for one in parts),
        by_difficulty=_merged(one.by_difficulty for one in parts),
        by_repeat=_merged(one.by_repeat for one in parts),
        reasons=dict(sum((Counter(one.reasons) for one in parts), Counter())),
        failures=dict(sum((Counter(one.failures) for one in parts), Counter())),
        attempts=sum(one.attempts for one in parts),
        cached=sum(one.cached for one in parts),
        prompt_tokens=sum(one.prompt_tokens for one in parts),
        completion_tokens=sum(one.completion_tokens for one in parts),
    )


def _merged(slices: Iterable[Mapping[_Name, Counts]]) -> dict[_Name, Counts]:
    found: dict[_Name, Counts] = {}
    for each in slices:
        for name, counts in each.items():
            found[name] = found.get(name, Counts()) + counts
    return dict(sorted(found.items()))
