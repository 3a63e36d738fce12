"""Answers that decline otherwise than by a plain "not stated".

They tell of another first, "The director is Ingunn Moe; no curator is mentioned", or send on to who may know, "Ask the curator".
"""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.dimensions import nouns_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key

_LONGEST = 200  # characters; a longer answer says more than that
_TELLING = (
    r"(?:given|stated|mentioned|reported|recorded|disclosed|specified|listed|named|identified|told|known|published)"
)
_THEN_SILENT = regex(
    r"\W*(?P<first>[^.;!?]{4,100}?)(?:[.;,]\s+(?:(?:but|and|though|while)\s+)?|,?\s+(?:but|while|whereas|though|although)\s+)"
    rf"(?:no\s+(?P<none>[a-z][a-z -]{{1,40}}?)\s+(?:is|are|was|were)\s+{_TELLING}"
    rf"|(?:the|its|his|her|their)\s+(?P<one>[a-z][a-z -]{{1,40}}?)\s+(?:is|are|was|were)(?:\s+not|n['’]t)\s+{_TELLING})(?:\s+(?:there|here|in\s+the\s+[a-z]+))?\W*",
    re.IGNORECASE,
)
_OF_ANOTHER = regex(
    r"(?:(?:the|its|his|her|their|an?)\s+(?P<other>[a-z][a-z -]{1,40}?)\s+(?:is|are|was|were)\s|(?P<denied>(?:it\s+(?:is|was)\s+)?not)\s)",
    re.IGNORECASE,
)
_GUESSED = regex(
    r"\b(?:maybe|probably|perhaps|likely|seems?|appears?|guess|think|suggests?|implies|imply|possibly|presumably|must|may|might|could|so|same|also|too)\b",
    re.IGNORECASE,
)
# "You'd have to ask a dealer", "Please contact your dealer for prices"
_SENDS_ON = regex(
    r"\W*(?:(?:sorry|unfortunately|well)\W+)?(?:(?:please|kindly|best)\s+|(?:you|one)(?:['’](?:d|ll)|\s+(?:would|will|should|must|can|could|may|might|need|have))?\s+(?:(?:need|have|want)\s+to\s+|to\s+|best\s+|better\s+)?)?"
    r"(?:ask|contact|consult|call|phone|e?mail|(?:speak|talk)\s+(?:to|with)|check\s+with|get\s+in\s+touch\s+with|turn\s+to|reach\s+out\s+to)\s+(?:an?|the|your|our|its|their)\s+"
    r"(?:[a-z'’-]+(?:\s+|(?=\W*\Z))){1,3}?(?:(?:for|about|on|regarding|to\s+(?:get|find\s+out|learn))\s[^\d.;:!?]{1,60}|directly)?(?:\s+please)?\W*",
    re.IGNORECASE,
)
_SENDING = regex(r"\b(?:ask|contact|consult|call|phone|mail|email|speak|talk|check|touch|turn|reach)\b", re.IGNORECASE)
# what may be asked whom to turn to, or what to do
_ASKS_ADVICE = regex(
    r"\bwho(?:m|se)?\b(?!\s+(?:was|were|did|had|[a-z]+ed|built|wrote|led|made|won|drew|sang)\b)|\b(?:what|how|where)\s+(?:[a-z]+\s+){0,2}?(?:should|must|can|could|do|may|ought|shall|need|has|have|is|are)\s+(?:(?:i|we|you|one|they|he|she|the\s+\w+|users?|people)\s+)?(?:\w+\s+)?(?:do|done|turn|go|contact|call|ask|proceed|advised?|recommended)\b|\badvi[sc]e|\brecommend|\bstep\b",
    re.IGNORECASE,
)
_WH = regex(r"\b(?:what|which|who|when|where|how\s+[a-z]+)\b", re.IGNORECASE)
_HOW_MUCH = regex(r"\bhow\s+(?:much|many)\b", re.IGNORECASE)
_AMOUNTS = frozenset(stems("amount sum price cost figure number total"))


def sends_on(text: str, question: str) -> bool:
    """Return whether an answer only says who may be asked for a fact that the question asks for.

    >>> sends_on("You'd have to ask a dealer.", "What does it cost?"), sends_on("Ask a dealer.", "Who can I ask for the price?")
    (True, False)
    """
    if len(text) > _LONGEST or not _SENDING.search(text) or _SENDS_ON.fullmatch(text) is None:
        return False
    return _WH.search(question) is not None and _ASKS_ADVICE.search(question) is None


def tells_of_another_first(text: str, question: str) -> bool:
    """Return whether an answer tells of something else than what is asked, and then that this is not told.

    >>> asked = "Who was the cook?"
    >>> [tells_of_another_first(text, asked) for text in ("The mate was Olsen; no cook is named.", "The cook was Olsen; no mate is named.")]
    [True, False]
    """
    told = _THEN_SILENT.fullmatch(text) if len(text) <= _LONGEST else None
    if told is None or _GUESSED.search(told["first"]):
        return False
    amount = _HOW_MUCH.search(question) is not None
    own = stems(told["none"] or told["one"])
    asked = stems(question) | nouns_of(frozenset(key(question))) | (_AMOUNTS if amount else frozenset())
    if not own or not own <= asked:
        return False
    first = _OF_ANOTHER.match(told["first"])
    if first is None:  # "The trust paid for it, but the amount is not stated."
        return amount and not any(map(str.isdecimal, told["first"])) and not own & stems(told["first"])
    return bool(first["denied"]) or _is_another(stems(first["other"]), own, asked)


def _is_another(other: frozenset[str], own: frozenset[str], asked: frozenset[str]) -> bool:
    """Return whether a thing shares no word with what is asked, or is told apart from it by a word: the unlock code from the installer code."""
    return not other & asked or bool(own - other and other - asked)
