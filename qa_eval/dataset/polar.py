"""Accepted answers that say yes or no, and perhaps more: "No, it does not." to "Does the mill still run?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.verbs import AN_AUXILIARY

if TYPE_CHECKING:
    from collections.abc import Sequence

YES_NO = {"yes": True, "no": False, "true": True, "false": False}
# "No, it does not.", but not "No. 12"
_POLAR = re.compile(
    r"\W*(?P<said>yes|no|true|false|not (?:yet|at all))\b(?=\s*[,;:!–—(]|\.(?!\s*\d)|\W*\Z)", re.IGNORECASE
)
_ASKS_POLAR = re.compile(
    rf"\W*(?:{AN_AUXILIARY})(?:n['’]t)?\b",
    re.IGNORECASE,
)


def are_polar(answers: Sequence[str | Sequence[str]], question: str) -> bool:
    """Return whether all answers to a question for yes or no say the same of the two: "No", "no, it does not"."""
    if not isinstance(answers[0], str) or not _POLAR.match(answers[0]) or not _ASKS_POLAR.match(question):
        return False
    said = {polarity_of(answer) if isinstance(answer, str) else None for answer in answers}
    return len(said) == 1 and None not in said


def polarity_of(text: str) -> bool | None:
    """Return whether an accepted answer says yes, or no, in its first word; None for neither.

    >>> polarity_of("Yes, it does."), polarity_of("not yet"), polarity_of("a mill")
    (True, False, None)
    """
    said = _POLAR.match(text)
    return YES_NO.get(said["said"].lower(), False) if said else None  # "not yet" is no
