"""Whether something came up to what was expected of it, told by which side it fell on: "It was below forecasts"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

_LONGEST = 120  # characters; a longer answer says more than that
_WHAT = r"(?:expectations?|forecasts?|targets?|estimates?|predictions?|goals?|hopes|plans?|budget)"
_ASKS = regex(
    rf"\W*(?:did|does|do|was|were|is|has|have|will)\s[^?]*?\b(?:(?P<reach>meet|met|match|matched|reach|reached|hit|achieve|achieved|live up to|in line with)|(?P<beat>beat|beaten|exceed|exceeded|surpass|top|above|higher than|better than)|(?P<miss>miss|missed|below|fall short of|short of|under|worse than))\s[^?]*?\b(?:{_WHAT}|expected|forecast|predicted|hoped)\b[^?]*\?",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|never|no|neither|nor)\b|n't\b", re.IGNORECASE)
_AS = rf"(?:(?:the |its |their |his |her |all )?(?:[a-z]+['’]s? )?{_WHAT}|(?:what )?(?:had been |was |were )?(?:expected|forecast|predicted|hoped for|planned)|(?:they|analysts|economists|experts|many|[a-z]+) (?:had )?(?:expected|forecast|predicted|hoped(?: for)?|planned))"
_LESS = regex(
    rf"\b(?:below|under|short of|less than|lower than|worse than|fewer than|weaker than|smaller than|missed|misses)\s+{_AS}\b|\bfell short\b|\b(?:expected|forecast|predicted|hoped for|wanted)\s+(?:(?:it|them) to be\s+)?(?:more|higher|better)\b",
    re.IGNORECASE,
)
_MORE = regex(
    rf"\b(?:above|over|more than|higher than|better than|stronger than|greater than|beat|beats|exceeded|exceeds|surpassed|topped)\s+{_AS}\b|\b(?:expected|forecast|predicted)\s+(?:(?:it|them) to be\s+)?(?:less|lower|worse|fewer)\b",
    re.IGNORECASE,
)
_EVEN = regex(
    rf"\b(?:in line with|as good as|exactly|matched|met|as)\s+{_AS}\b|\bas (?:expected|forecast|planned|predicted)\b",
    re.IGNORECASE,
)

_SUBJECT = regex(
    r"\W*(?:the|its|their|his|her)\s+(?!(?:analysts?|experts?|economists?|forecasters?|board|company)\b)(?P<what>[a-z]+)\s",
    re.IGNORECASE,
)


def expected_says(question: str, text: str) -> bool | None:
    """Return whether an answer says yes or no by the side of what was expected on which something fell; None where it tells none.

    >>> asked = "Did sales meet expectations?"
    >>> [expected_says(asked, text) for text in ("They were below forecasts.", "They had hoped for more.", "They beat expectations.")]
    [False, False, True]
    >>> expected_says("Did sales beat forecasts?", "They were in line with forecasts."), expected_says(asked, "They rose.")
    (False, None)
    """
    if len(text) > _LONGEST or _NOT.search(text):
        return None
    asked = _ASKS.match(question)
    if asked is None or _NOT.search(question):
        return None
    subject = _SUBJECT.match(text)
    if subject and not stems(subject["what"]) & stems(question):
        return None  # "The herring catch", where it is asked of the cod catch
    less, more, even = (side.search(text) is not None for side in (_LESS, _MORE, _EVEN))
    if less is more and not even:
        return None
    if less:
        return asked["miss"] is not None
    if more:
        return asked["miss"] is None
    return asked["reach"] is not None
