"""What an accepted yes or no is said with, "Yes, unless it rains": an answer that says it with the opposite is another one."""

from __future__ import annotations

import re

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import opposite_in, swaps_preposition
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.quantities.figures import same_dimension, same_figure

_LEAD = regex(
    r"\A\W*(?:yes|no|true|false)\b[\s,;:.!–—-]*(?:(?:but|and|though|although|however)\b[\s,]*)?", re.IGNORECASE
)
_WHEN = r"(?:if|when|where|in|on|at|for|after|before|during|with)"
_UNLESS = regex(rf"\b(?:unless|except(?: {_WHEN})?|(?:but )?not {_WHEN}|provided|as long as)\b", re.IGNORECASE)
_EVEN_IF = regex(
    rf"\b(?:even (?:{_WHEN}|though|without)|also {_WHEN}|whether or not|regardless|including {_WHEN}|(?:as well|too)(?=\W*\Z))\b",
    re.IGNORECASE,
)
_ONLY = regex(r"\bonly\b", re.IGNORECASE)
_NOT_EVEN = regex(r"\bnot even\b", re.IGNORECASE)
_DENIES = regex(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)


class Conditions:
    """What the accepted texts of one question say beside their yes or no."""

    def __init__(self, accepted: tuple[str, ...]) -> None:
        self.told = tuple(rest for text in accepted if len(text) <= SHORT and (rest := _LEAD.sub("", text)))

    def against(self, text: str) -> str:
        """Return what an answer says against each of them; "" where one of them stands, or it says nothing beside yes or no.

        >>> Conditions(("Yes, unless it rains",)).against("Yes, even if it rains")
        'even if it rains'
        >>> Conditions(("Yes, unless it rains",)).against("Yes"), Conditions(("Yes, for 30 days",)).against("Yes, on weekdays")
        ('', '')
        """
        if not self.told or len(text) > SHORT:
            return ""
        rest = _LEAD.sub("", text)
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
    opposite = swaps_preposition(told, said) or opposite_in(told, said)
    denied_alike = bool(_DENIES.search(told)) is bool(_DENIES.search(said))
    if opposite and denied_alike:
        return True
    if not opposite and not denied_alike and _without_denial(told) == _without_denial(said):
        return True  # "with no extra charge", "with an extra charge"
    wanted, figures = read_quantities(told), read_quantities(said)
    return bool(wanted) and any(
        all(same_dimension(each, figure) and not same_figure(each, figure) for each in wanted) for figure in figures
    )


def _without_denial(text: str) -> frozenset[str]:
    return stems(_DENIES.sub(" ", text))


def _limits_otherwise(told: str, said: str) -> bool:
    """Return whether an answer limits it to something else, or to all but that: "only in the canteen" for "only in the courtyard"."""
    wanted = stems(_ONLY.sub("", told))
    if _UNLESS.search(said) and not _ONLY.search(said):
        return bool(wanted & stems(said))
    return not wanted & stems(_ONLY.sub("", said))
