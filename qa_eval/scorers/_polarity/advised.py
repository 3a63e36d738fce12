"""Whether somebody recommends something, told by what they speak for or against: "She advises against it", "He is in favour of it"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._polarity.permitted import is_of_it
from qa_eval.scorers._words.verbs import stems

_LONGEST = 120  # characters; a longer answer says more than that
_ASKS = regex(
    r"\W*(?:does|do|did|would|has|have|is|are|was|were)\s[^?]*?\b(?:recommend|advis|suggest|encourag|favou?r|endors|urg|advocat|approv|support)\w*\b(?![^?]*\bagainst\b)",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|no|never|nobody|neither|nor|only|unless|if|when|but|except)\b|n['’]t\b", re.IGNORECASE)
_WHAT = r"(?P<what>[a-z][a-z '’-]*?)(?:\s+(?:strongly|altogether|because|since|as|for)\b[^.;!?]*)?\W*"
_AGAINST = regex(
    r"(?P<who>[^.;,!?]*?)\b(?:(?:(?:advis|recommend|warn|counsell?|argu|caution|decid|speak)(?:e?s|ed|ing|e)?|spoke|comes?|came|is|was|are|were)\s+(?:out\s+)?(?:strongly\s+|firmly\s+)?against"
    r"|(?:strongly\s+)?(?:discourag|oppos|dissuad|disapprov|reject)(?:e?s|ed|ing|e)?(?:\s+(?:of|from))?)\s+" + _WHAT,
    re.IGNORECASE,
)
_FOR = regex(
    r"(?P<who>[^.;,!?]*?)\b(?:(?:recommend|advis|suggest|encourag|endors|favou?r|urg|advocat|support|back)(?:e?s|ed)?|approv(?:es|ed)\s+of|(?:is|was|are|were|speaks?|spoke|comes? out|came out)\s+(?:strongly\s+|all\s+)?(?:in\s+favou?r\s+of|for))\s+"
    + _WHAT,
    re.IGNORECASE,
)
_SAYING = stems("she he it they we strongly firmly clearly the a is was are were has have in fact actually rather")


def advised_says(question: str, text: str) -> bool | None:
    """Return whether an answer says yes or no by what somebody speaks for or against; None where it tells neither.

    >>> asked = "Does the guide recommend swimming in the lake?"
    >>> [advised_says(asked, text) for text in ("It advises against it.", "It is in favour of it.", "It warns against the bus.")]
    [False, True, None]
    """
    if len(text) > _LONGEST or not _ASKS.match(question) or _NOT.search(text):
        return None
    for told, says in ((_AGAINST.fullmatch(text), False), (_FOR.fullmatch(text), True)):
        if told is None:
            continue
        what, asked = told["what"], stems(question)
        if not stems(told["who"]) <= asked | _SAYING:
            return None  # "Her deputy is against it"
        return says if is_of_it(what, question) or (not says and stems(what) & asked) else None
    return None
