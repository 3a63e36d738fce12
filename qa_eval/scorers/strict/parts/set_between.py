"""What stands between the subject of an answer and what it says, or beside its verb, and tells of no other: "The author of it, published in 1891, was Ann Ray"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.counting import ORDINALS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY, is_past
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import folded, key, plain
from qa_eval.scorers.strict.parts.echoed import is_echoed

if TYPE_CHECKING:
    from collections.abc import Callable

_DASH = regex(r"(?<=\w)—(?=\w)")
_COMMA_INSIDE = regex(r",(?P<quote>[\"'])(?=\s)")
_BETWEEN = regex(r"(?P<before>[^,;]{3,}?),\s(?P<told>[^,;]{3,120}),(?=\s)")
_ALSO_CALLED = regex(
    r"(?:also|better|formerly|sometimes|otherwise)\s(?:known|called|titled|billed)\b|(?:nicknamed|dubbed|abbreviated)\b|aka\b",
    re.IGNORECASE,
)
_A_NAME = r"(?-i:[A-Z])[\w'.-]*(?:\s(?:(?:and|of|the|in|to|for|a)\s)*(?-i:[A-Z\d])[\w'.-]*)*"
_NAME = regex(_A_NAME)
_GOES_ON = regex(rf"\s(?:{AN_AUXILIARY})\b", re.IGNORECASE)
_NEGATIVE = regex(r"\b(?:not|never|no|nor|neither|without|but|except|instead|rather|unlike)\b|n't\b", re.IGNORECASE)
_SERIES = regex(r"\b(?:series|franchise|saga|trilogy)\b", re.IGNORECASE)
_RANK = regex(rf"\b(?:\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:21])}|last|only|former|then|late)\b", re.IGNORECASE)
_REGION = regex(
    r"(?P<place>\b(?:in|at|to|near|from|for|reached)\s(?:[A-Z][\w'-]*\s?){1,3}),\s(?P<region>(?:[A-Z][\w'-]*\s?){1,3}?),?(?=\s(?:on|in|at|during|by|until|from)\s)"
)
_PART_OF = regex(
    r"(?P<place>\b(?:in|at|near)\s(?:the\s)?(?:[A-Z][\w'-]*\s?){1,3}),\s(?:an?|the)\s(?:[a-z]+\s)?(?:borough|district|quarter|neighbou?rhood|area|part|village|town|city|province|county|state|department|municipality|island)\s(?:of|in)\s(?=[A-Z])"
)
_HIS_NAME = regex(
    r"(?P<name>\b(?:his|her|its|their|the)\s(?:(?:stage|ring|pen|screen|real|birth|maiden|code|brand|trade|former|original|professional|nick|full|Christian|middle)[\s-]?)?(?:name|nickname|pseudonym|alias|title)),\s(?=[\"'A-Z])"
)
_CARGO = regex(
    r"(?P<first>\b(?:carrying|including|containing|bringing|comprising|transporting)\s[a-z-]+)(?:,\s[a-z-]+)*,?\s(?:and|&)\s[a-z-]+(?=\s(?:from|to|of|in|on|for)\s|\s[a-z]+ed\s)"
)
_RULED = regex(r"(?P<first>\bthe\s[a-z-]+)(?:,\s[a-z-]+)*,?\sand\s[a-z-]+(?:\s[a-z-]+)?(?=\sof\s)")
_DONE_TWICE = regex(
    r"\b(?P<was>is|was|are|were|been)\s(?P<first>[a-z]+)\s(?:and|&)\s(?P<second>[a-z]+)\s(?=by\b)", re.IGNORECASE
)
_SUCCEEDED = regex(r"replaced|succeeded|followed|preceded|superseded", re.IGNORECASE)
_CALLED_SO = regex(
    rf"(?P<who>\W*{_A_NAME}),\s(?:also\s|better\s)?(?:nicknamed|dubbed|called|known as)\s(?=[\"'A-Z])", re.IGNORECASE
)
_DONE_AND_DONE = regex(
    r"\W*(?:[Tt]he\s)?(?:\w+\s){1,4}(?:was|were)\s(?P<verb>[a-z]+),?\sand\s(?P<rest>[^;.]+\sby\s.+)", re.IGNORECASE
)
_FIRST_CLAUSE = regex(r"\W*(?P<first>[^;]{8,150}?),\sand\s(?P<rest>(?:the|an?|its|his|her|their)\s.+)", re.IGNORECASE)


def without_what_is_between(text: str, question: str, holds: Callable[[str], bool]) -> str:
    """Return an answer without what it sets between commas or beside its verb, where that tells of no other one.

    ``holds`` tells whether a stretch holds what is accepted, which is never left out.

    >>> asked = "Who was the author of the play published in 1891?"
    >>> without_what_is_between("The author of the play, published in 1891, was Ann.", asked, lambda text: "Ann" in text)
    'The author of the play was Ann.'
    """
    text = _COMMA_INSIDE.sub(r"\g<quote>,", plain(_DASH.sub(" - ", text)))
    text = _without_insertions(text, question, holds)
    if (called := _CALLED_SO.match(text)) and holds(called["who"]):
        text = f"{called['who']} was known as {text[called.end() :]}"
    text = _HIS_NAME.sub(r"\g<name> ", text)
    text = _PART_OF.sub(r"\g<place>, ", text)
    text = _REGION.sub(lambda found: found[0] if holds(found["region"]) else found["place"], text)
    for coordinated in (_CARGO, _RULED):
        text = coordinated.sub(lambda found: found[0] if holds(found[0]) else found["first"], text)
    text = _DONE_TWICE.sub(lambda found: _done_once(found, question), text)
    return _last_clause(text, question)


def _without_insertions(text: str, question: str, holds: Callable[[str], bool]) -> str:
    at = 0
    while found := _BETWEEN.search(text, at):
        told = found["told"]
        if not holds(told) and not _NEGATIVE.search(told) and _tells_of_it(text, found, question, holds):
            text = f"{text[: found.end('before')]}{text[found.end() :]}"
            at = 0
        else:
            at = found.end("before") + 1
    return text


def _tells_of_it(text: str, found: re.Match[str], question: str, holds: Callable[[str], bool]) -> bool:
    """Return whether what stands between two commas is another name of what stands before it, or says what the question does."""
    told, before = found["told"], found["before"]
    if _ALSO_CALLED.match(told) or is_echoed(told, question):
        return True
    goes_on = _GOES_ON.match(text, found.end()) is not None
    if holds(before):  # "Ann Ray, the 4th president of Norland, was deposed"
        return goes_on and is_echoed(_RANK.sub("", told), question)
    return goes_on and _NAME.fullmatch(told) is not None and is_echoed(_SERIES.sub("", before), question)


def _done_once(found: re.Match[str], question: str) -> str:
    """Return the one deed that a question asks about of two that the same one did."""
    first, second = found["first"], found["second"]
    if not all(is_past(folded(each)) for each in (first, second)):
        return found[0]
    asked = stems(question)
    own = next((each for each in (first, second) if stems(each) & asked), "")
    was_done = own and regex(rf"\b(?:{AN_AUXILIARY})\s[^?]*\b{own}\b", re.IGNORECASE).search(question)
    if not own or was_done or _SUCCEEDED.fullmatch(second):
        return found[0]  # "It was recalled and replaced by", where it is asked what was recalled
    return f"{found['was']} {own} "


def _last_clause(text: str, question: str) -> str:
    """Return an answer without a first clause that only says what the question does: "They were beaten, and the league was founded by Otto"."""
    done = _DONE_AND_DONE.fullmatch(text)
    if done and " by " not in text[: done.start("rest")] and is_echoed(text[: done.start("rest")], question):
        return done["rest"]
    told = _FIRST_CLAUSE.fullmatch(text)
    if told and is_echoed(told["first"], question) and key(told["rest"]):
        return told["rest"]
    return text
