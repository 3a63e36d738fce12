"""What an answer gives to two, or to another: "half in Basel, the other half in Bern", "both iron and tin", "Ann hired Bo to do it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers.strict.names.own_names import is_of_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.wording import Wording

Span = tuple[int, int]
_LONGEST = 300  # characters; in a longer answer, much is told of others
_REACH = 80  # characters before a name in which it is told that it is one of two
_PART = r"(?:partly|(?:(?:one|a)\s+)?(?:half|part)(?:\s+of\s+(?:it|them|this|these|the\s+[a-z]+))?|some(?:\s+of\s+(?:it|them|the\s+[a-z]+))?)"
_APPORTIONED = regex(
    rf"\b{_PART}\s+(?:is|are|was|were|lies?|lay|went|goes|go|came|comes?|stays?|stayed|kept|held|in|at|on|to|from|by|with)\b[^.;]*?"
    r"(?:,|;|\band\b|\bwhile\b|\bbut\b)\s+(?:the\s+)?(?P<rest>(?:other(?:\s+(?:half|part))?|rest|remainder|another(?:\s+(?:half|part))?|partly|half|some|others?)\b[^.;]*)",
    re.IGNORECASE,
)
_PART_ASKED = regex(r"\b(?:half|part(?:ly|s)?|most|mainly|mostly|some|main|rest|majority|share)\b", re.IGNORECASE)
_THING = r"(?:(?:the|its|their|his|her|an?)\s+)?[\w'-]+(?:\s+[\w'-]+){0,2}?"
_BOTH_BEFORE = regex(rf"\bboth\s+(?P<more>{_THING})\s+and\s+(?:(?:the|its|their|an?)\s+)?\Z", re.IGNORECASE)
_AND_BEFORE = regex(rf"(?:\A|[.;:]\s)\W*(?P<more>{_THING})\s+and\s+(?:(?:the|its|their|an?)\s+)?\Z", re.IGNORECASE)
_AND_BEHIND = regex(rf"\s+and\s+(?P<more>{_THING})(?=\W|\Z)", re.IGNORECASE)
_BOTH_LED, _BOTH_BEHIND = (
    regex(r"\bboth\s+(?:(?:the|its|their|an?)\s+)?\Z", re.IGNORECASE),
    regex(r"(?:\s+[a-z]+)?\s+both\b", re.IGNORECASE),
)
_BOTH_ASKED = regex(r"\b(?:both|two)\b", re.IGNORECASE)
# "Ann, who handed the post to Bo"
_HANDED = regex(
    r"\b(?:hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|g[ai]v(?:es?|ing)|left|leaving|ced(?:es|ed|ing)|yield(?:s|ed|ing)?)\s+(?:[\w'-]+\s+){0,6}?to\s+\Z",
    re.IGNORECASE,
)
_THEN_ASKED = regex(
    r"\bwho\s+(?:was|were|led|ran|held|had|headed|chaired)\b.*\b(?:when|at the time|during|while|before)\b",
    re.IGNORECASE,
)
_HAD_DONE = regex(
    r"\s+(?:has\s+|had\s+)?(?:hired|asked|paid|got|commissioned|told|ordered|employed|engaged|allowed|sent|persuaded)\s+(?:the\s+)?(?P<who>[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*)\s+to\s+(?P<verb>[a-z]+)\b"
)
# "an end to the ban", where it is asked what is wanted
_ENDING = regex(
    r"\b(?P<end>an? end to|the end of|lifting|abolition of|abolishing|repeal of|repealing|scrapping|scrapping of|removal of|removing|opposition to|protests? against)\s+(?:the\s+|an?\s+|its\s+)?\Z",
    re.IGNORECASE,
)
_WHO_DID = regex(
    r"\W*who\s+(?:did|does|do|has done|had done)\s+(?:the\s+|its\s+|all the\s+)?(?P<what>[a-z]+)\b", re.IGNORECASE
)
_DID = regex(r"\s+(?:did|does|do|has\s+done|had\s+done)\s+(?:the\s+|its\s+|all\s+the\s+)?(?P<what>[a-z]+)\b")
_IT = frozenset(("it", "them", "so", "that", "this", "these"))


def given_to_another(wording: Wording, spans: Sequence[Span], question: str) -> str:
    """Return what an answer gives beside the accepted names at ``spans``, or instead of them; "" for nothing.

    >>> from qa_eval.scorers._words.wording import Wording
    >>> given_to_another(Wording("Half is in Basel and the other half in Bern."), [(11, 16)], "Where is it?")
    'other half in Bern'
    >>> given_to_another(Wording("Both iron and tin rusted."), [(5, 9)], "Which metal rusted?")
    'tin'
    """
    text = wording.text
    if len(text) > _LONGEST:
        return ""
    ended = [_ENDING.search(text, max(0, start - _REACH), start) for start, _ in spans]
    if ended[0] and all(ended) and not stems(ended[0]["end"]) & stems(question):
        return ended[0]["end"]
    return _in_parts(text, spans, question) or _of_both(text, spans, question) or _of_another(wording, spans, question)


def _in_parts(text: str, spans: Sequence[Span], question: str) -> str:
    shared = _APPORTIONED.search(text)
    if shared is None or _PART_ASKED.search(question):
        return ""
    inside = [start >= shared.start("rest") for start, _ in spans]
    if any(inside) and not all(inside):
        return ""
    return text[shared.start() : shared.start("rest")].strip(" ,;") if any(inside) else shared["rest"]


def _of_both(text: str, spans: Sequence[Span], question: str) -> str:
    if "both" not in text.lower() or len(spans) > 1 or _BOTH_ASKED.search(question):
        return ""
    start, end = spans[0]
    near = max(0, start - _REACH)
    found = _BOTH_BEFORE.search(text, near, start)
    if found is None and _BOTH_LED.search(text, near, start):
        found = _AND_BEHIND.match(text, end)
    if found is None and (behind := _AND_BEHIND.match(text, end)) and _BOTH_BEHIND.match(text, behind.end()):
        found = behind
    if found is None and _BOTH_BEHIND.match(text, end):
        found = _AND_BEFORE.search(text, near, start)
    return found["more"] if found else ""


def _of_another(wording: Wording, spans: Sequence[Span], question: str) -> str:
    """Return who did what is asked for the accepted ones, before them, or beside what they did."""
    text, others = (
        wording.text,
        [name for name in wording.names if not any(name.start < end and start < name.end for start, end in spans)],
    )
    others = [name for name in others if not is_of_question(name.text, question)]
    if not others:
        return ""
    if _THEN_ASKED.search(question) and all(
        _HANDED.search(text, max(0, start - _REACH), start) and others[0].start < start for start, _ in spans
    ):
        return others[0].text
    asked = _WHO_DID.match(question)
    for _, end in spans:
        had = _HAD_DONE.match(text, end)
        if had and (stems(had["verb"]) & stems(question) or (asked and had["verb"] == "do")):
            return had["who"]
    did = asked["what"].lower() if asked else ""
    if did and not any(_did(text, end, did) for _, end in spans):
        return next((name.text for name in others if _did(text, name.end, did)), "")
    return ""


def _did(text: str, end: int, what: str) -> bool:
    found = _DID.match(text, end)
    return found is not None and found["what"].lower() in _IT | {what}
