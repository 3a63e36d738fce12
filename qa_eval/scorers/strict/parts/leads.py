"""What leads a list in, and what closes it: "It contains copper and iron, according to the text" lists "copper and iron"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

_LISTS = "contain|includ|hold|compris|link|join|connect|unit|cover|nam|list|mention"
_LISTING = rf"has|had|have|are|is|was|were|consists? of|made up of|(?:{_LISTS})e?[sd]?"
_LEAD = regex(
    rf"\W*(?:it|they|these|he|she|the [a-z]+)\s+(?:now\s+)?(?:(?:has|have|had)\s+(?=[a-z]+\s+(?:in|on|at|by|from)\s))?(?:(?P<lists>{_LISTING})|(?P<verb>[a-z]+))\s+(?=\w)",
    re.IGNORECASE,
)
_SOURCE = regex(
    r",?\s+(?:according to|as stated in|as mentioned in) the (?:text|article|document|passage|report)\W*\Z",
    re.IGNORECASE,
)


def without_lead(text: str, question: str) -> str:
    """Return a text without the subject and verb that lead it in, where they list or are the question's, and without its source.

    >>> without_lead("It contains copper and iron, according to the text.", "Which metals are there?")
    'copper and iron'
    >>> without_lead("It finances roads and schools", "What does the levy finance?")
    'roads and schools'
    """
    lead = _LEAD.match(text)
    led = lead and (lead["lists"] or stems(lead["verb"]) & stems(question))
    return _SOURCE.sub("", text[lead.end() :] if lead and led else text)


def listed_from(text: str) -> int:
    """Return where a text goes on behind a subject and a verb that lists; 0 where it has none."""
    lead = _LEAD.match(text)
    return lead.end() if lead and lead["lists"] else 0
