"""What is asked about in the evening, so that "7:30" of it is no time of the morning."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LATE = regex(
    r"\b(?:evening|tonight|night|afternoon|p\.?m\b|dinner|supper|concert|show|film|movie|match|game|kick-?off|party|performance|gala|opera|play|clos\w+|end\w*|finish\w*|last|sunset|dusk)",
    re.IGNORECASE,
)


def is_of_evening(question: str) -> bool:
    """Return whether a question asks about something of the second half of a day.

    >>> is_of_evening("When does the concert begin?"), is_of_evening("When does the ferry leave?")
    (True, False)
    """
    return _LATE.search(question) is not None
