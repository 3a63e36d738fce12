"""What leads in to an answer with a figure of its own: "Analysts had expected 184, but it was 198", "Though 19th in May, they came sixth"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

if TYPE_CHECKING:
    from collections.abc import Iterator

# "After exceptional items of €94 million it came to €198 million"
_BESIDE = regex(
    r"\W*(?:after|before|without|excluding|including|not counting|on top of|besides|apart from|together with|in addition to|by [a-z]+ing)\s+(?:[^.;,\d]|[.,](?=\d))*?[$€£]?\d(?:[\d.,]*\d)?(?:\s?(?:%|thousand|million|billion|[a-z]{1,10}))?(?:\s+(?:for|per|in|from)\s+(?:each|every|the|a|an)?\s*[a-z]+(?:\s[a-z]+)??)?,?\s+(?=(?:it|she|he|they|you|we|the\s+[a-z]+)\s)",
    re.IGNORECASE,
)
# "Analysts had expected €184 million, but it came in at €198 million"
_HOPED = regex(
    r"[^,;.]*\b(?:hoped for|expect(?:ed|s)|asked for|wanted|demanded|forecast|predicted|planned|offered|budgeted|estimated|put (?:it )?at|aimed (?:for|at))\b(?:[^,;.]|[.,](?=\d))*\d(?:[^,;.]|[.,](?=\d))*,\s+but\s+",
    re.IGNORECASE,
)
_HOPED_ASKED = regex(
    r"\b(?:hop\w+|expect\w*|ask(?:ed)?|want\w*|demand\w*|forecast\w*|predict\w*|plan\w*|offer\w*|budget\w*|estimat\w*|target\w*|aim\w*)\b",
    re.IGNORECASE,
)
# "Though 19th in May, they came sixth"
_CONCEDED = regex(r"\W*(?:though|although|even though)\s+(?:[^,;.]|[.,](?=\d))+,\s+(?=[^,;.]*\S)", re.IGNORECASE)
# "9 million cheaper than planned, at 118 million"
_AT_LAST = regex(
    r"\d[^,;]*\b(?:cheaper|dearer|less|more|lower|higher|fewer)\s+than\s+[^,;.]*,\s+at\s+(?P<value>[$€£]?\d(?:[^,;.]|[.,](?=\d))*)[.!]?\s*\Z",
    re.IGNORECASE,
)
_NAMELY = regex(
    r",\s+(?:i\.e\.|namely|that is|in other words|so|thus),?\s+(?=(?:an?\s|about\s)?[$€£\w])", re.IGNORECASE
)
# an answer, and on a line of its own what is headed as its explanation
_EXPLAINED = regex(
    r"(?P<answer>[^\n]*\w[^\n]*)\n[\s*_#]*(?:explanation|reasoning|reason|rationale|justification|evidence|context|background)[*_]*\s*(?::|\n)",
    re.IGNORECASE,
)
_TAKES_BACK = regex(
    r"\b(?:or|either|maybe|perhaps|possibly|actually|wrong|mistaken|mistake|incorrect|correct(?:ion|ed|ly)?|sorry|wait|instead|rather|should be|should have|in fact|however)\b|\?",
    re.IGNORECASE,
)
_OPEN = regex(r"\b(?:or|either|maybe|perhaps|possibly|not|never)\b|n't\b|\?", re.IGNORECASE)


def behind_namely(text: str) -> Iterator[str]:
    """Yield what an answer comes to in the end: "about six weeks" of "a month and a half or so, i.e. about six weeks"."""
    namely = _NAMELY.search(text)
    if namely and any(map(str.isalnum, text[: namely.start()])) and not _OPEN.search(text, namely.end()):
        yield text[namely.end() :]


def before_explanation(text: str) -> Iterator[str]:
    r"""Yield an answer without the paragraph that is headed as its explanation and takes nothing back.

    >>> list(before_explanation("Answer: 102 euros\n\nExplanation: whoever pays in 300 a month earns that."))
    ['Answer: 102 euros']
    """
    explained = _EXPLAINED.match(text)
    if explained and not _TAKES_BACK.search(text, explained.end()):
        yield explained["answer"]


def behind_leads(text: str, question: str) -> Iterator[str]:
    """Yield an answer without what leads in to it: what was hoped for, what is conceded, what comes beside it.

    >>> list(behind_leads("Though 19th in May, they came sixth.", "In what place did they finish?"))
    ['they came sixth.']
    """
    asked = stems(question)
    hoped = _HOPED.match(text)
    if hoped and not _HOPED_ASKED.search(question):
        yield text[hoped.end() :]
    for lead in filter(None, (_CONCEDED.match(text), _BESIDE.match(text))):
        if not stems(lead[0]) & asked:
            yield text[lead.end() :]
    if came_to := _AT_LAST.search(text):
        yield came_to["value"]
