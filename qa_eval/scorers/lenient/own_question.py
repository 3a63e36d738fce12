"""What an answer asks itself and turns down before it answers: the "Arden?" of "Arden? No, it was Vane"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_OWN = regex(
    r"\s*[^?.!;\n]{1,80}\?\s+(?:no|nope|not (?:at all|quite|so|really)|wrong|actually|far from it|(?:that|this|it)['’]?s (?:only |just )?a (?:common |popular |widespread )?(?:myth|misconception|mistake|legend))\b(?! one\b| more\b| other\b)[\s,.:;–—-]*(?=\w)",
    re.IGNORECASE,
)


def without_own_question(text: str) -> str:
    """Return an answer without what it asks itself and turns down.

    >>> without_own_question("Arden? No, it was Vane."), without_own_question("Is it Arden? It is.")
    ('it was Vane.', 'Is it Arden? It is.')
    """
    own = _OWN.match(text) if "?" in text else None
    return text[own.end() :] if own else text
