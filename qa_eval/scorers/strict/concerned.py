"""What a yes or no concerns: "Only the lizards returned" says no where it is asked whether the birds did."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.verbs import stems

MAY_CONCERN = regex(
    r"\b(?:only|while|whereas|although|though|unlike)\b|\(", re.IGNORECASE
)  # what an answer of two things has
_ONLY_ONE = regex(
    r"\W*the only (?:one|thing|part|person)s?(?: that| which| who)?\s+(?P<told>[^.;,]+?)\s+(?:is|are|was|were)\s+(?P<what>(?:the |an? |its |their )?[^.;,]+)",
    re.IGNORECASE,
)
_ONLY = regex(
    r"\W*(?:it (?:is|was) )?only (?P<what>(?:(?:the|an?|its|their|his|her) )?[a-z-]+(?: [a-z-]+)??)\s+(?:that\s+)?(?P<told>[a-z]+\b[^.;,]*)",
    re.IGNORECASE,
)
_REMARK = regex(r",?\s+(?:while|whereas|although|though|unlike)\s+[^.;]+\W*\Z|\s*\([^()]+\)\W*\Z", re.IGNORECASE)


def only_another(text: str, asked: frozenset[str]) -> bool:
    """Return whether an answer says what is asked of something else alone. ``asked`` holds the stems of the question.

    >>> only_another("Only the lizards returned.", stems("Did the birds return?"))
    True
    >>> only_another("Only the birds returned.", stems("Did the birds return?"))
    False
    """
    only = _ONLY_ONE.match(text) or _ONLY.match(text)
    return only is not None and bool(asked & stems(only["told"])) and not asked & stems(only["what"])


def without_remark(text: str) -> str:
    """Return an answer without the clause behind it that tells of something else.

    >>> without_remark("It was open, while the tunnel was closed.")
    'It was open'
    """
    return _REMARK.sub("", text)
