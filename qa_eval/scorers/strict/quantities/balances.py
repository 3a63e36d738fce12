"""What is left of an income or wanting, told by its two sides: "It spent £80 more than it took in" is a deficit of £80."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_LONGEST = 120  # characters; a longer answer says more than that
_ASKED = regex(
    r"\b(?:deficit|shortfall|surplus|loss|profit|overspend\w*|overspent|result|balance|in the red|in the black)\b",
    re.IGNORECASE,
)
_LOSS = regex(r"\b(?:loss|deficit|shortfall)\b(?!\))|\bhow (?:far|much|many [a-z]+) below\b", re.IGNORECASE)
_EITHER_SIGN = regex(
    r"\((?:expense|loss|outflow|decrease|deficit|used)\)|\bnet (?:cash )?(?:flow|change)\b|\bchange in (?:the )?(?:inventor|receivable|payable|working capital|cash|fair value|net)",
    re.IGNORECASE,
)
# what it is to have gained or lost: "What was the fund's return?"
_RETURN = regex(
    r"\b(?:funds?|portfolios?|ind(?:ex|ices)|shares?|stocks?|markets?|investments?|trust|bonds?)\b[^?]*\b(?:returns?|perform\w*)\b"
    r"|\b(?:annual|total|monthly|quarterly|yearly|what) returns?\b(?! (?:ticket|fare|flight|journey|trip)\b)|\breturns? (?:on|made|did|of (?:the|its|this))\b",
    re.IGNORECASE,
)
_OF_SIDES = regex(
    r"\b(?:spen[dt]s?|spending|expenditures?|expenses|costs|outgoings|outlay|took in|takes? in|taking in|earn(?:s|ed)|income|takings|revenues?|receipts|earnings|receiv(?:es?|ed)|rais(?:es?|ed)|paid out)\b",
    re.IGNORECASE,
)
_MUCH = r"(?P<much>[$€£¥]?\s?\d[\d.,]*\d?(?:\s?(?:[$€£¥]|(?!too\b|more\b|less\b|above\b|below\b|over\b|under\b|short\b|higher\b|lower\b)[a-z]+)){0,2}?)"
_SPENDS = r"(?:spen[dt]s?|spending|expenditures?|expenses|costs|outgoings|outlay|paid out)"
_EARNS = r"(?:took in|takes? in|taking in|takings|earn(?:s|ed)?|earnings|income|revenues?|receipts|receiv(?:es?|ed)|rais(?:es?|ed)|came in|made)"
_MORE = r"(?:more than|above|higher than|over|in excess of|greater than)"
_LESS = r"(?:less than|below|lower than|under|short of)"
_BY = r"(?:\s+(?:was|were|came to|ran|is|are))?\s+"
_TAIL = r"(?:\s+(?:it|they|he|she|we|the [a-z]+|its|their|his|her)){0,2}\s+"
_DEFICIT = regex(
    rf"\b(?:{_SPENDS}{_BY}{_MUCH}\s+{_MORE}{_TAIL}?\s*{_EARNS}|{_EARNS}{_BY}{_MUCH.replace('much', 'short')}\s+{_LESS}{_TAIL}?\s*{_SPENDS})\b",
    re.IGNORECASE,
)
_SURPLUS = regex(
    rf"\b(?:{_EARNS}{_BY}{_MUCH}\s+{_MORE}{_TAIL}?\s*{_SPENDS}|{_SPENDS}{_BY}{_MUCH.replace('much', 'short')}\s+{_LESS}{_TAIL}?\s*{_EARNS})\b",
    re.IGNORECASE,
)
_EXCEEDS = r"\s+(?:exceed(?:s|ed)|outstrip(?:s|ped)|outweigh(?:s|ed)|top(?:s|ped)|(?:was|were) (?:above|higher than))\s+(?:the |its |their )?"
_EXCEEDED = regex(
    rf"\b(?:(?P<spent>{_SPENDS}){_EXCEEDS}{_EARNS}|{_EARNS}{_EXCEEDS}{_SPENDS})\s+by\s+(?:about\s+|some\s+)?{_MUCH}(?=\W*\Z|[,;.]\s)",
    re.IGNORECASE,
)
_COLOUR = regex(rf"{_MUCH}\s+in the (?P<colour>red|black)\b", re.IGNORECASE)
_ONE_SIDE = regex(
    rf"\W*(?:it|they|he|she|we|the [a-z]+)\s+(?:had\s+|has\s+|have\s+)?(?:spent|paid out|took in|received|raised)\s+{_MUCH}(?:\s+(?:in|on|for|from)\s+[^.;,!?]+)?\W*",
    re.IGNORECASE,
)


def asks_balance(told: str) -> bool:
    """Return whether a question with its accepted answer tells of a deficit, a surplus or the like.

    >>> asks_balance("What was the deficit?"), asks_balance("What did it spend?")
    (True, False)
    """
    return _ASKED.search(told) is not None


def asks_loss(told: str) -> bool:
    """Return whether a question with its accepted answer tells of a loss, so that a loss of 5 is -5.

    >>> asks_loss("What was the loss?"), asks_loss("What was net income (loss)?")
    (True, False)
    """
    return _LOSS.search(told) is not None


def may_be_negative(question: str) -> bool:
    """Return whether what a question asks for may be above zero or below, so that a bare accepted figure is above.

    >>> may_be_negative("What was the net cash flow?"), may_be_negative("What was the price?")
    (True, False)
    """
    return _EITHER_SIGN.search(question) is not None or asks_return(question)


def asks_return(question: str) -> bool:
    """Return whether a question asks what something gained or lost, so that a change is what it asks for.

    >>> asks_return("What was the fund's return in May?"), asks_return("What was the return fare?")
    (True, False)
    """
    return _RETURN.search(question) is not None


def as_balance(text: str) -> str:
    """Return an answer with two sides, and by how much they differ, as a deficit or a surplus.

    >>> as_balance("It spent £80 more than it took in."), as_balance("Income was £80 above spending.")
    ('It had a deficit of £80.', 'It had a surplus of £80.')
    >>> as_balance("£80 in the red"), as_balance("It spent £80.")
    ('a deficit of £80', 'It spent £80.')
    """
    if len(text) > _LONGEST:
        return text
    if colour := _COLOUR.search(text):
        kind = "deficit" if colour["colour"].lower() == "red" else "surplus"
        return f"{text[: colour.start()]}a {kind} of {colour['much']}{text[colour.end() :]}"
    if exceeded := _EXCEEDED.search(text):
        kind = "deficit" if exceeded["spent"] else "surplus"
        return f"It had a {kind} of {exceeded['much']}{text[exceeded.end() :]}"
    for pattern, kind in ((_DEFICIT, "deficit"), (_SURPLUS, "surplus")) if _OF_SIDES.search(text) else ():
        if told := pattern.search(text):
            return f"It had a {kind} of {told['much'] or told['short']}{text[told.end() :]}"
    return text


def gives_one_side(text: str) -> bool:
    """Return whether an answer gives what was spent or taken in, and nothing else.

    >>> gives_one_side("It spent £80."), gives_one_side("It lost £80.")
    (True, False)
    """
    return len(text) <= _LONGEST and _ONE_SIDE.fullmatch(text) is not None
