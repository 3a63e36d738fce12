"""Answers that tell of another, and then that what is asked is not told: "The director is Ingunn Moe; no curator is mentioned"."""

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
_HOW_MUCH = regex(r"\bhow\s+(?:much|many)\b", re.IGNORECASE)
_AMOUNTS = frozenset(stems("amount sum price cost figure number total"))


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
    return bool(first["denied"]) or not stems(first["other"]) & asked
