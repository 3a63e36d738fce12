"""Who is said to do what is accepted without anybody who does it: "Moe had blocked a boat" for "for blocking a boat", Olsen being asked about."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key

_DOING = regex(r"(?:(?:for|by|in|from)\s+)?[a-z]{3,}ing\b")
_DOER = regex(
    r"(?:^|[.;:,]\s+|\b(?:[Bb]ecause|[Ss]ince|[Aa]s|[Ww]hen|that|after)\s+)(?P<who>(?!(?:Because|Since|As|When|He|She|It|They|We|The|This|That)\b)[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2})"
    r"\s+(?:(?:had|has|was|is|kept|did)\s+)?\Z"
)


def other_doer(text: str, span: tuple[int, int], accepted: str, question: str, known: str = "") -> str:
    """Return the name of another one than the question has who does what is accepted, in an answer that holds it at ``span``; "" for none.

    ``known``: the document, in which a name at the very beginning of an answer has to stand.

    >>> other_doer("Because Moe had blocked a boat.", (16, 30), "for blocking a boat", "Why was Olsen warned?")
    'Moe'
    >>> other_doer("Because Olsen had blocked a boat.", (18, 32), "for blocking a boat", "Why was Olsen warned?")
    ''
    """
    doer = _DOER.search(text, 0, span[0]) if _DOING.match(accepted) else None
    if doer is None or not set(key(doer["who"])).isdisjoint(key(question)):
        return ""
    named = doer.start("who") > 0 or re.search(rf"(?<=[a-z,] ){re.escape(doer['who'])}\b", known) is not None
    return doer["who"] if named else ""  # "Males drum on trunks" begins with no name
