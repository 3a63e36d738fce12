"""What is denied of a lack, or ordered where it should stop: "there was no lack of staff", "It must go on pumping"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_NO_LACK = regex(
    r"\b(?:no|not (?:for )?(?:an?|any)|never an?|without (?:an?|any)|n['’]t (?:for )?(?:an?|any)) (?:real |such |great )?(?:lack|shortage|want|absence|scarcity|dearth)\b",
    re.IGNORECASE,
)
_STOP = regex(
    r"\W*(?:to |that (?:it|they|he|she) |it (?:must|has to|had to) )?(?:stop|cease|halt|quit|end)s?\s", re.IGNORECASE
)
_STOPS = regex(
    r"\b(?:stop|ceas|halt|quit|end|abandon|refrain|discontinu|ban|forb|prohibit|give up|giving up|gave up|no longer|avoid|without|not?\b|never|desist|withdraw)|n['’]t\b",
    re.IGNORECASE,
)
_GOES_ON = regex(
    r"\b(?:must|ha(?:s|d|ve) to|should|shall|was told to|needs? to|continu\w*|keeps?|kept|go(?:es)? on|carr(?:y|ies) on|resum\w*|start\w*|begin\w*)\b|\A\W*to\s",
    re.IGNORECASE,
)


def turned_into_plenty(text: str, question: str, accepted: Sequence[str]) -> str:
    """Return by what an answer denies a lack that is accepted, or orders what is to stop; "" for neither.

    >>> turned_into_plenty("because there was no lack of staff", "Why did they strike?", ["because of a lack of staff"])
    'says "no lack" of it'
    >>> turned_into_plenty("It must pump water.", "What was it ordered to do?", ["stop pumping water"])
    'says to do what is to be stopped'
    """
    denied = _NO_LACK.search(text)
    if denied and not any(_NO_LACK.search(each) for each in accepted) and not _NO_LACK.search(question):
        return f'says "{denied[0]}" of it'
    if not all(_STOP.match(each) for each in accepted) or _STOPS.search(question) or _STOPS.search(text):
        return ""
    return "says to do what is to be stopped" if _GOES_ON.search(text) else ""
