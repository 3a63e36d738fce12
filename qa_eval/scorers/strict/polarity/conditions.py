"""What an accepted yes or no is said with, "Yes, unless it rains": an answer that says it with the opposite is another one."""

from __future__ import annotations

import re

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.quantities.figures import same_dimension, same_figure

_LEAD = regex(r"\W*(?:yes|no|true|false)\b[\s,;:.!–—-]*(?:(?:but|and|though|although|however)\b[\s,]*)?", re.IGNORECASE)
_UNLESS = regex(r"\b(?:unless|except(?: if| when| where| in| for)?|but not (?:if|when|in)|provided|as long as)\b", re.IGNORECASE)  # fmt: skip
_EVEN_IF = regex(r"\b(?:even (?:if|when|though|in|for)|also (?:if|when|in)|whether or not|regardless|including (?:if|when))\b", re.IGNORECASE)  # fmt: skip
_ONLY = regex(r"\bonly\b", re.IGNORECASE)
_NOT_EVEN = regex(r"\bnot even\b", re.IGNORECASE)
_DENIES = regex(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
_PAIRS = tuple(
    pair
    for one, other in (
        ("with", "without"),
        ("before", "after"),
        ("over", "under"),
        ("above", "below"),
        ("inside", "outside"),
    )
    for pair in ((one, other), (other, one))
)


class Conditions:
    """What the accepted texts of one question say beside their yes or no."""

    def __init__(self, accepted: tuple[str, ...]) -> None:
        self.told = tuple(rest for text in accepted if len(text) <= SHORT and (rest := _LEAD.sub("", text, count=1)))

    def against(self, text: str) -> str:
        """Return what an answer says against each of them; "" where one of them stands, or it says nothing beside yes or no.

        >>> Conditions(("Yes, unless it rains",)).against("Yes, even if it rains")
        'even if it rains'
        >>> Conditions(("Yes, unless it rains",)).against("Yes"), Conditions(("Yes, for 30 days",)).against("Yes, on weekdays")
        ('', '')
        """
        if not self.told or len(text) > SHORT:
            return ""
        rest = _LEAD.sub("", text, count=1)
        return shown(rest) if rest and all(_contradicts(told, rest) for told in self.told) else ""


def _contradicts(told: str, said: str) -> bool:
    """Return whether what an answer adds says the opposite of what the accepted one does, of the same things."""
    if _ONLY.search(told) and _NOT_EVEN.search(said):
        return bool(stems(_ONLY.sub("", told)) & stems(said))
    if _ONLY.search(told) and (_ONLY.search(said) or _UNLESS.search(said)):
        return _limits_otherwise(told, said)
    if not stems(told) & stems(said):
        return False
    if any(_EVEN_IF.search(one) and _UNLESS.search(other) for one, other in ((told, said), (said, told))):
        return True
    one, other = frozenset(key(told)), frozenset(key(said))
    if any(
        {first} == pair & one and {second} == pair & other for first, second in _PAIRS for pair in ({first, second},)
    ):
        return True
    if bool(_DENIES.search(told)) is bool(_DENIES.search(said)) and opposite_in(told, said):
        return True
    wanted, figures = read_quantities(told), read_quantities(said)
    return any(
        all(same_dimension(each, figure) and not same_figure(each, figure) for each in wanted) for figure in figures
    ) and bool(wanted)


def _limits_otherwise(told: str, said: str) -> bool:
    """Return whether an answer limits it to something else, or to all but that: "only in the canteen" for "only in the courtyard"."""
    wanted = stems(_ONLY.sub("", told))
    if _UNLESS.search(said) and not _ONLY.search(said):
        return bool(wanted & stems(said))
    return not wanted & stems(_ONLY.sub("", said))
