"""What an answer holds and leaves open in the same breath: "64 or none", "Port Ellis and perhaps Skarne"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_NONE = (
    r"(?:none|nothing|nobody|no one|unknown|unclear|unspecified|not (?:known|stated|given|mentioned|specified|at all))"
)
_OR_NONE = regex(
    rf"\bor\s+(?:(?:perhaps|maybe|possibly|else|it is|it['’]s|just)\s+)?{_NONE}(?=\W*\Z)|(?<!\w){_NONE}\s+or\s+(?=\S)",
    re.IGNORECASE,
)
_PERHAPS = regex(
    r"(?:[,;&]|\band)\s+(?:also\s+)?(?:perhaps|maybe|possibly|probably)\s+(?:also\s+|even\s+)?(?:(?:the|an?)\s+)?(?P<what>\w+)",
    re.IGNORECASE,
)
_OR_ASKED = regex(r"\?[\"'”’]?\s+or\s+(?P<what>[^?]{1,80})\?\W*\Z", re.IGNORECASE)
# "Is it 14 km?" asks what it ought to say
_ASKS = regex(
    r"\W*(?:is|was|are|were|isn['’]t|wasn['’]t|could|might|may|would|does|did)\s+(?:it|that|this|they|he|she|there)\b(?:[^?.!]|\.(?=\d))*\?[\s\"'”’]*",
    re.IGNORECASE,
)
_HINTS = ("perhaps", "maybe", "ossibly", "robably")


def left_open(text: str, _question: str, accepted: str) -> str:
    """Return the words by which an answer leaves open what it holds; "" for none.

    >>> left_open("64 or none", "", "64"), left_open("Oak, perhaps elm", "", "oak and elm"), left_open("perhaps 64", "", "64")
    ('leaves it open, "or none"', 'leaves it open, ", perhaps elm"', '')
    """
    if len(text) > SHORT:
        return ""
    if " or " in text and (none := _OR_NONE.search(text)) and " or " not in accepted:
        return f'leaves it open, "{none[0].strip()}"'
    if text.endswith("?") and "?" not in accepted and _ASKS.fullmatch(text):
        return "asks whether it is so"
    if "? " in text and (asked := _OR_ASKED.search(text)) and not stems(asked["what"]) <= stems(accepted):
        return f'leaves it open, "{asked[0]}"'
    if not any(hint in text for hint in _HINTS) or any(hint in accepted for hint in _HINTS):
        return ""
    for perhaps in _PERHAPS.finditer(text):
        sure, what, known = stems(text[: perhaps.start()]), stems(perhaps["what"]), stems(accepted)
        if what and what <= known and not what <= sure and sure & known:
            return f'leaves it open, "{perhaps[0]}"'
    return ""


LEFT_OPEN: tuple[Check, ...] = ((bool, left_open),)
