"""Who has fewer of what one side is asked to have more of: the Dodgers of "more wins than the Dodgers", of "they lead the Dodgers"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

Span = tuple[int, int]
_REACH = 80  # characters before a name in which that is told
_MORE = regex(
    r"\b(?:who|which|what)\b.*\b(?:has|have|had|won|scored|got|made|with)\s+(?:the\s+)?(?:more|most)\b", re.IGNORECASE
)
_LESS_OF = regex(
    r"\bmore (?:[\w'-]+ ){1,5}than (?:the |an? )?\Z|\b(?:leads?|led|tops?|surpass(?:es|ed)|outnumbers?|exceeds?) (?:the |an? )?\Z",
    re.IGNORECASE,
)
_FEWER = regex(r"\b(?:fewer|less) (?:[\w'-]+ ){1,5}than\b|\b(?:trails?|trailed)\b", re.IGNORECASE)


def is_outnumbered(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says of the one at ``span`` that another has more, where it is asked who has more.

    >>> text = "The Cubs have more titles than the Mets."
    >>> is_outnumbered(text, (4, 8), "Who has more titles?"), is_outnumbered(text, (35, 39), "Who has more titles?")
    (False, True)
    """
    if _MORE.search(question) is None:
        return False
    if _LESS_OF.search(text, max(0, span[0] - _REACH), span[0]):
        return True
    behind = _FEWER.search(text, span[1], span[1] + _REACH)
    return behind is not None and not re.search(r"[A-Z]", text[span[1] : behind.start()])
