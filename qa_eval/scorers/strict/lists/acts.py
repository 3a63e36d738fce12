"""Lists of things to do, or not to: "It must not be washed or ironed" names "wash" and "iron"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.rewording import uninflected
from qa_eval.scorers._words.wording import SHORT, key

_LEAD = regex(
    r"\W*(?:it|they|you|he|she|we|one|the [a-z]+)\s+(?:should|must|can|may|could|will|would|shall|is|are|was|were|has|have|had|do|does|did|ought|needs?)"
    r"(?P<not>\s*(?:not|n't))?(?:\s+to)?(?:\s+be(?:en)?)?\s+(?=[a-z])|\W*(?P<dont>(?:do not|don't|never)\s+)(?=[a-z])|\W*to\s+(?=[a-z])",
    re.IGNORECASE,
)
_NEGATIVE = regex(r"\b(?:not|never|avoid\w*|forbidden|prohibited|banned|refuse\w*)\b|n't\b", re.IGNORECASE)
_BIDDING = regex(r"\b(?:should|must|can|may|ought|needs?)\b", re.IGNORECASE)
_OPTIONS = regex(
    r"\b(?:can|may|could|eligible|allowed|permitted|options?|available|possible|accepted|accept|choose|choice|qualif\w*)\b",
    re.IGNORECASE,
)
_OBJECTS = frozenset("it them him her to a an the your my our his their its of".split())  # noqa: SIM905 - a word list reads best as one text


def asks_not(question: str) -> bool:
    """Return whether a question asks what is not done, so that an answer may say "not" as well."""
    return _NEGATIVE.search(question) is not None


def asks_for_options(question: str) -> bool:
    """Return whether a question asks what may be, so that "or" leaves nothing open: "Which classes were eligible?"."""
    return _OPTIONS.search(question) is not None


def unled(text: str, *, negative: bool) -> str:
    """Return a text without what leads in the acts that it names; ``negative``: it is asked what is not done.

    >>> unled("It must not be washed or ironed.", negative=True), unled("It was not washed.", negative=False)
    ('washed or ironed.', 'It was not washed.')
    """
    lead = _LEAD.match(text) if len(text) <= SHORT else None
    if lead is None or ((lead["not"] or lead["dont"]) and not negative):
        return text
    return text[lead.end() :]


def bids(text: str) -> bool:
    """Return whether a text says that acts must or may be done, and denies nothing.

    >>> bids("It must be washed and ironed."), bids("It must not be washed."), bids("You should avoid ironing it.")
    (True, False, False)
    """
    lead = _LEAD.match(text) if len(text) <= SHORT else None
    return lead is not None and _BIDDING.search(lead[0]) is not None and not _NEGATIVE.search(text)


def act_of(text: str) -> tuple[str, ...]:
    """Return the words of an act in a form that they share with their inflections, without what it is done to.

    >>> act_of("tumble dried") == act_of("tumble dry"), act_of("iron it") == act_of("ironing")
    (True, True)
    """
    return tuple(uninflected(word) for word in key(text) if word not in _OBJECTS)
