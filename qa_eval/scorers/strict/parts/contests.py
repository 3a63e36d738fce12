"""Who won where it is asked by how much: "Mills won by 48 seconds" is no answer to how far Holt beat Mills."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

_LONGEST = 120  # characters; a longer answer tells more
_ASKED = regex(
    r"\b(?:by how|by what|how (?:many|much|far))\b[^?]*?\b(?:did|does|do|will|has|have|had)\s+(?P<winner>[^?]{2,40}?)\s+(?:beat(?:en)?|defeat(?:ed)?|win(?:s)?\s+against|won\s+against|lead|outrun|overtake)\s+(?P<loser>[^?]{2,40}?)(?=\s+(?:by|in|at|on|for)\b|\s*\?|\Z)",
    re.IGNORECASE,
)
_SUBJECT = regex(
    r"\W*(?:the\s+)?(?P<who>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2})\s+(?:(?P<down>(?:was|were|is|are|got|has been|had been)\s+(?:beaten|defeated|outrun|overtaken))|(?P<rest>[^,;.]*))"
)
_AHEAD = regex(
    r"\b(?:won|wins?|beat|beats|defeated|led|leads?|ahead|in front|clear|faster|quicker|earlier|first)\b", re.IGNORECASE
)
_BEHIND = regex(r"\b(?:lost|loses?|behind|trailed|trails?|slower|later|second|runner-up)\b", re.IGNORECASE)


def won_by_the_other(text: str, question: str) -> str:
    """Return the words by which an answer turns round who won, where it is asked by how much; "" for none.

    >>> asked = "By how many seconds did Holt beat Mills?"
    >>> [won_by_the_other(text, asked) for text in ("Mills won by 48 seconds.", "Holt won by 48 seconds.", "Mills was 48 seconds behind.")]
    ['Mills won', '', '']
    """
    told = _ASKED.search(question) if len(text) <= _LONGEST else None
    said = _SUBJECT.match(text) if told else None
    if told is None or said is None:
        return ""
    who, winner, loser = (stems(each) for each in (said["who"], told["winner"], told["loser"]))
    first, second = bool(who & winner - loser), bool(who & loser - winner)
    rest, down = said["rest"] or "", said["down"] or ""
    ahead, behind = _AHEAD.search(rest), _BEHIND.search(rest)
    if first and not second and not ahead:
        down = down or (behind[0] if behind else "")
        return f"{said['who']} {down}" if down else ""
    return f"{said['who']} {ahead[0]}" if second and not first and ahead and not behind else ""
