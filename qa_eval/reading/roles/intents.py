"""What somebody agreed or planned to do, told as what they do: who stands in which part is the same."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_DECIDED = r"(?:agree[sd]?|decide[sd]?|plan(?:s|ned)?|arrange[sd]?|promise[sd]?|pledge[sd]?|vow(?:s|ed)?|chosen?|choose[sn]?|intend(?:s|ed)?|manage[sd]?|offer(?:s|ed)?|aim(?:s|ed)?|seeks?|sought)"
_TOLD = regex(
    rf"\b(?:(?:(?:has|have|had|is|are|was|were)\s+)?{_DECIDED}|(?:is|are|was|were)\s+(?:set|due|about|going|ready|expected)|(?:is|are|was|were)(?=\s+to\s+be\s))\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)
_ASKED = regex(
    rf"\b(?:(?:has|have|had|do|does|did)\s+(?P<one>(?:[\w'’.&-]+\s+){{1,5}}?){_DECIDED}|(?:is|are|was|were)\s+(?P<other>(?:[\w'’.&-]+\s+){{1,5}}?)(?:set|due|about|going|expected))\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)


def as_done(text: str) -> str:
    """Return a text with what is agreed, planned or about to be done told as what will be.

    >>> as_done("Which firm has Ray agreed to buy?"), as_done("Ray is to be bought by Ek.")
    ('Which firm will Ray buy?', 'Ray will be bought by Ek.')
    """
    if " to " not in text:
        return text
    text = _ASKED.sub(lambda found: f"will {found['one'] or found['other']}", text)
    return _TOLD.sub("will ", text)
