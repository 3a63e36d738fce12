"""What an answer tells, without "because" and what leads in to that, and without what says that it must not be."""

from __future__ import annotations

from itertools import pairwise

from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind, Marked
from qa_eval.scorers._words.wording import folded

Words = tuple[Marked, ...]
_TELLING = frozenset((Kind.WORD, Kind.PLACE, Kind.NOT, Kind.MODAL))
_CAUSE = frozenset(meant(folded(word)) for word in "cause reason problem culprit trouble explanation".split())  # noqa: SIM905 - see above
_SHORTEST = 3  # words of "was the cause"
_WHEN = frozenset(map(meant, ("after", "during", "in", "at", "on", "by", "since", "over", "following")))
_CIRCUMSTANCES = frozenset(
    meant(folded(word))
    for word in """rain storm snow frost thaw thunderstorm cloudburst downpour flood night weekend morning afternoon evening day week
    month winter summer spring autumn time""".split()  # noqa: SIM905 - see above
)
_ALONE = frozenset(("at_night", meant(folded("yesterday")), meant(folded("then"))))
_ATTRIBUTES = frozenset(
    meant(folded(word))
    for word in "heavy recent long last previous whole same night week month".split()  # noqa: SIM905 - see above
)
_TOO, _SO = meant("too"), "so"
_DEGREES = frozenset((_TOO, meant("enough"), meant(folded("too much"))))
_PUT_DOWN, _PUT = "put_down", meant("put")


def _is_put_down(words: Words, at: int) -> bool:
    """Return whether something is put down to a cause: "puts the drop in income down to"."""
    return any(one.word == "down" and two.word == "to" for one, two in pairwise(words[at:]))


def reason_of(words: Words, asked: frozenset[str]) -> Words:
    """Return what stands behind "because", where what stands before it says nothing that was not asked about."""
    last = max((place for place, word in enumerate(words) if word.kind is Kind.BECAUSE), default=-1)
    if (
        last < 0
        and len(words) > _SHORTEST
        and words[-1].meaning in _CAUSE
        and words[-2].kind is Kind.ARTICLE
        and words[-3].kind is Kind.BE
    ):
        return words[:-3]  # "A ramp that had jammed was the cause."
    if last < 0 and any(
        word.meaning == _PUT_DOWN or (word.meaning == _PUT and _is_put_down(words, at)) for at, word in enumerate(words)
    ):
        last = next(
            (place for place, word in enumerate(words) if word.word == "to"), -1
        )  # "It puts the drop down to …"
    before = tuple(word for word in words[: max(last, 0)] if word.meaning not in (_PUT_DOWN, _PUT, "down"))
    return words[last + 1 :] if all(word.kind not in _TELLING or word.meaning in asked for word in before) else words


def without_beside(words: Words, accepted: frozenset[str]) -> Words:
    """Return words without what stands beside a cause: when it came about, and what it led to."""
    return _without_circumstance(_without_result(words, accepted), accepted)


def _without_circumstance(words: Words, accepted: frozenset[str]) -> Words:
    """Return words without a time or weather at their end, "after the heavy rain", where none is accepted."""
    if not (_CIRCUMSTANCES | _ALONE).isdisjoint(accepted) or len(words) <= _SHORTEST:
        return words
    if words[-1].meaning in _ALONE:
        return words[:-1]
    end = len(words) - 1
    at = next((at for at in range(end - 1, max(end - 4, 1), -1) if words[at].meaning in _WHEN), -1)
    told = words[at + 1 : end] if at > 0 and words[end].meaning in _CIRCUMSTANCES else None
    small = told is not None and all(
        word.kind in (Kind.ARTICLE, Kind.OWN) or word.is_how or word.meaning in _ATTRIBUTES for word in told
    )
    return words[:at] if small else words


def _without_result(words: Words, accepted: frozenset[str]) -> Words:
    """Return words without what a state leads to: "flooded" of "too flooded to play on", "so flooded that no one could play"."""
    if not accepted.isdisjoint(_DEGREES):
        return words
    at = next((at for at, word in enumerate(words) if word.meaning == _TOO or word.word == _SO), -1)
    if at < 0:
        return words
    ends = ("that",) if words[at].word == _SO else ("to", "for")
    end = next((place for place in range(at + 2, len(words)) if words[place].word in ends), -1)
    told = any(word.meaning in accepted for word in words[at + 1 : max(end, 0)])
    return (*words[:at], *words[at + 1 : end]) if told else words


def unforbidden(words: Words) -> Words:
    """Return "cannot sell", "not to sell" as "sell"."""
    if len(words) > 1 and words[0].kind is Kind.NOT and words[1].word == "to":
        return words[1:]
    kinds = [word.kind for word in words]
    if kinds.count(Kind.NOT) == 1 and kinds.count(Kind.MODAL) == 1:
        return tuple(word for word in words if word.kind not in (Kind.NOT, Kind.MODAL))
    return words
