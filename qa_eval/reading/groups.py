"""Words for so many of a kind: a trio is three, twins are two, two dozen 24, threescore and ten 70."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, NUMBER_OF
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.model import Question

LONGEST = 120  # characters of an answer that is little more than a number
_OF = {
    "duo": 2, "duet": 2, "twosome": 2, "pair": 2, "couple": 2, "twin": 2, "trio": 3, "threesome": 3, "triplet": 3, "triad": 3, "quartet": 4,
    "quartette": 4, "foursome": 4, "quadruplet": 4, "quintet": 5, "quintuplet": 5, "sextet": 6, "sextuplet": 6, "septet": 7, "octet": 8,
    "octuplet": 8, "nonet": 9, "dozen": 12, "score": 20, "gross": 144,
}  # fmt: skip
_BORN = ("twin", "triplet", "quadruplet", "quintuplet", "sextuplet", "octuplet")  # twins are two, not two each
_GROUP = "|".join(sorted(_OF, key=len, reverse=True))
_ONE = regex(rf"(?<!half )\b(?:an?|one|the)\s+(?P<one>{_GROUP})\b|\A\W*(?P<bare>{_GROUP})\W*\Z", re.IGNORECASE)
_SEVERAL = regex(
    rf"\b(?P<times>\d{{1,3}}|{'|'.join(CARDINALS[2:13])})\s+(?P<several>{_GROUP})(?:e?s)?\b", re.IGNORECASE
)
_TOGETHER = regex(rf"\b(?P<born>{'|'.join(_BORN)})s\b", re.IGNORECASE)
_SCORE = regex(
    rf"\b(?:(?P<times>two|three|four|five)[ -]?)?score(?:\s+and\s+(?P<more>{'|'.join(CARDINALS[1:20])}))?\b",
    re.IGNORECASE,
)
_NOBODY = regex(
    r"\W*(?:there (?:were|was|are|is|have been) )?(?:(?P<body>nobody|no one|no-one|not one|not a single one|none(?! [a-z]+ed\b)|not a (?:soul|single (?:person|soul)))\b(?! (?:know|say|said|report|specif|mention|stated|given|but ))"
    r"|(?:no|not a single|not one|not any|zero) (?P<what>(?!but\b|information|data|figures?|numbers?|details?|answers?|mention|record|idea|clue|more|less|fewer|longer)[a-z-]{3,}))(?P<rest>[^,;.]{0,60})\W*",
    re.IGNORECASE,
)
_RID_OF = regex(
    r"\W*(?:(?:it|that|this|hers?|his|theirs)\s+(?:is|was|stayed|remained)\s+|an?\s+)?(?:entirely\s+|completely\s+)?(?P<what>[a-z]{3,})-free(?:\s+[a-z]+)?\W*",
    re.IGNORECASE,
)
_COUNT = regex(r"\bhow many\b", re.IGNORECASE)
_NONE = regex(r"\A\W*(?:none|nobody|no one|nil|nothing)\W*\Z", re.IGNORECASE)
_THRICE = regex(r"\bthrice\b", re.IGNORECASE)
_MAY_BE = regex(rf"{_GROUP}|thrice|\bno|-free", re.IGNORECASE)


def in_figures(text: str, asked: str = "") -> str:
    """Return a short text with the words for so many of a kind in figures; "" where it has none, or ``asked`` is of such.

    >>> in_figures("It was a quartet."), in_figures("two quartets"), in_figures("fourscore and seven"), in_figures("No injuries.")
    ('It was 4.', '8', '87', '0 injuries')
    >>> in_figures("six quartets", "How many quartets did he write?"), in_figures("four men")
    ('', '')
    """
    if len(text) > LONGEST or not _MAY_BE.search(text):
        return ""
    known = {word for word in _OF if word in asked.lower()}
    if any(word in text.lower() for word in known):
        return ""
    if nobody := _NOBODY.fullmatch(text):
        who = nobody["what"] or ("" if nobody["rest"].startswith(" of ") else "people" if "people" in asked else "")
        return f"0 {who}{nobody['rest']}"
    if rid := _RID_OF.fullmatch(text):
        return f"0 {rid['what']}s"  # "It was accident-free."
    for pattern, value in _FORMS:
        shown = pattern.sub(value, text)
        if shown != text:
            return shown
    return ""


def none_in_figures(question: Question) -> Question:
    """Return a question that asks how many with an accepted "none" as "0"; any other question as it is."""
    if not _COUNT.search(question.text) or not any(map(_NONE.fullmatch, question.accepted)):
        return question
    return replace(question, accepted=tuple(_NONE.sub("0", text) for text in question.accepted))


def _scores(match: re.Match[str]) -> str:
    """Return so many times twenty, and what comes on top; "the score" is none."""
    if not match["times"] and not match["more"]:
        return match[0]
    return str(20 * _number(match["times"] or "one") + _number(match["more"] or "zero"))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_OF[word.lower()]


_FORMS = (
    (_THRICE, lambda _: "three times"),
    (_SCORE, _scores),
    (_SEVERAL, lambda match: str(_number(match["times"]) * _OF[match["several"].lower()])),
    (_TOGETHER, lambda match: str(_OF[match["born"].lower()])),
    (_ONE, lambda match: str(_OF[(match["one"] or match["bare"]).lower()])),
)
