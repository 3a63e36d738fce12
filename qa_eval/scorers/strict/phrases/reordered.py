"""The few plain words of an accepted text among small words, in another order: "lower prices for fuel" for "lower fuel prices"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.wording import SMALL
from qa_eval.scorers.strict.phrases.wanted import NEGATIVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.scorers._words.wording import Wording
    from qa_eval.scorers.strict.phrases.wanted import Wanted

_MOST = 4  # words that are told in another order
_PLACES = frozenset(
    [
        "above",
        "below",
        "under",
        "over",
        "behind",
        "beside",
        "near",
        "before",
        "after",
        "against",
        "without",
        "between",
        "inside",
        "outside",
    ]
)
_TURNING = frozenset(("of", "for", "in", "at", "be"))


def is_reordered(wording: Wording, texts: Iterable[Wanted]) -> bool:
    """Return whether an answer says the few plain words of an accepted text, and small words."""
    if _TURNING.isdisjoint(wording.words) or "and" in wording.words or any(map(is_past, wording.words)):
        return False  # "dog bites man" is not "man bites dog"
    said = sorted(word for word in wording.words if word not in SMALL)
    if not _PLACES.isdisjoint(said):
        return False  # "a cave above the lake" is no "lake above the cave"
    by = "by" in wording.words
    return any(
        said == sorted(phrase.words)
        and 1 < len(said) <= _MOST
        and phrase.text.islower()
        and by == (" by " in phrase.text)
        and not phrase.ways
        and not phrase.negative
        for phrase in texts
        if not NEGATIVE.intersection(wording.words) and all(word.isalpha() for word in said)
    )
