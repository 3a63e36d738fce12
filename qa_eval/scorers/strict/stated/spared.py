"""One of several accepted things, told as passed by: "You stay on at Brill and change only at Orr", "Brill was flooded, Orr was spared"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.lists import split_items
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.wording import SHORT, Wording, key

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_PASSED_BY = (
    r"(?:stay(?:s|ed|ing)? (?:on(?: board)?|seated|aboard)|skip(?:s|ped|ping)?|bypass(?:es|ed|ing)?|omit(?:s|ted|ting)?|miss(?:es|ed|ing)? out|(?:leav(?:es?|ing)|left) out"
    r"|spar(?:es?|ed|ing)|avoid(?:s|ed|ing)?|exclud(?:es?|ed|ing)|overlook(?:s|ed|ing)?|(?:driv(?:es?|ing)|drove|go(?:es|ing)?|went|runs?|ran|sail(?:s|ed|ing)?|pass(?:es|ed|ing)?) (?:past|by|straight through)|without (?:changing|stopping))"
)
_BEFORE = regex(rf"\b{_PASSED_BY}\s+(?:(?:at|in|the|an?|its|their)\s+){{0,2}}\Z", re.IGNORECASE)
_BEHIND = regex(
    r"\s+(?:itself\s+)?(?:is|are|was|were|has been|have been|had been|got|stay(?:s|ed)?|remain(?:s|ed)?|came off|escaped|survived)\s+"
    r"(?:skipped|bypassed|omitted|left (?:out|alone|untouched|unharmed)|spared|excluded|overlooked|unharmed|unhurt|untouched|unaffected|undamaged|intact|dry|afloat|safe|unscathed|damage)\b",
    re.IGNORECASE,
)
_ASKED = regex(rf"\b(?:{_PASSED_BY}|un(?:harmed|hurt|touched|affected|damaged|scathed)|surviv\w+|intact|not|n't|neither|safe|dry|kept|escap\w+)\b", re.IGNORECASE)  # fmt: skip
_MARKS = ("stay", "skip", "pass", "omit", "left ", "leav", "spar", "avoid", "exclu", "overlook", " past ", " by ", "without ", " un", "remain", "escaped", "intact")  # fmt: skip


def one_spared(text: str, _question: str, accepted: str) -> str:
    """Return which of several accepted things an answer tells as passed by; "" for none.

    >>> one_spared("You stay on at Brill and change only at Orr.", "Where do you change?", "Brill, then Orr")
    'says of Brill that it is passed by'
    >>> one_spared("Brill and Orr; Dell was spared.", "Which towns were flooded?", "Brill and Orr")
    ''
    """
    if len(text) > SHORT or not any(mark in text for mark in _MARKS):
        return ""
    parts = split_items(accepted)
    if len(parts) <= 1:
        return ""
    wording = Wording(text)
    for part in parts:
        spans = wording.find(key(part))
        if spans and all(
            right_before(_BEFORE, wording.text, start) or _BEHIND.match(wording.text, end) for start, end in spans
        ):
            return f"says of {part} that it is passed by"
    return ""


SPARED: tuple[Check, ...] = ((lambda question: _ASKED.search(question) is None, one_spared),)
