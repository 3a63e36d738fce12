"""Which office somebody holds: the chief financial officer is not the chief executive, nor a deputy the head."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_ASKS_OFFICE = regex(
    r"\bwho\s+(?:is|was|are|were|became|becomes|has been|will be|serves? as|served as)\b|\b(?:which|what) (?:person|man|woman)\b",
    re.IGNORECASE,
)
# words that make an office another one
_OF_ANOTHER = regex(
    r"(?P<comma>,)?\s+(?P<verb>(?:is|was|are|were|has been|serves? as|served as|became)\s+)?(?P<article>the|its|their|his|her|an?)\s+(?P<before>(?:[\w'-]+\s+){0,2}?)"
    r"(?P<which>deputy|vice|assistant|co-|former|financial|finance|operating|technology|technical|marketing|legal|commercial|information|creative|scientific)"
    r"[\s-]*(?P<of>[a-z]+\s+)?(?P<office>president|chair(?:man|woman|person)?|chief|head|director|minister|mayor|manager|coach|captain|officer|secretary|editor|governor|principal|leader|executive)\b",
    re.IGNORECASE,
)
# "Bo Ek took over, with Ann Lee as deputy"
_AS_SECOND = regex(
    r"\s+as\s+(?:(?:his|her|its|their|the|an?)\s+)?(?P<role>(?:[a-z]+\s+)?(?:deputy|vice|assistant|understudy|stand-in|reserve|substitute|number two|second-in-command|co-[a-z]+|adviser|advisor))\b",
    re.IGNORECASE,
)
# what they do who go: "Ann hands over to Ben"
_GOES = regex(
    r"\s+(?:will\s+|has\s+|had\s+|is\s+|was\s+)?(?:hand(?:s|ed|ing)?\s+(?:[a-z]+\s+){0,3}?over|step(?:s|ped|ping)?\s+(?:down|aside|back)|resign(?:s|ed|ing)?|retire[sd]?|mak(?:es?|ing)\s+way|made\s+way|giv(?:es?|ing)\s+(?:[a-z]+\s+){0,2}?up|gave\s+(?:[a-z]+\s+){0,2}?up|(?:is|was|be|been|being)\s+(?:replaced|succeeded)|(?<=is\s)(?:replaced|succeeded))\b",
    re.IGNORECASE,
)
_NEW = regex(
    r"\b(?:new|next|becom(?:es|ing)|became|takes? over|took over|succeed\w*|successor|replac\w+)\b", re.IGNORECASE
)
_GOING_ASKED = regex(
    r"\b(?:hand\w*|step\w*|resign\w*|retir\w*|leav\w*|left|gives? up|gave up|outgoing|old|former|before)\b",
    re.IGNORECASE,
)
# of whom a question asks, and where an answer begins that tells of whoever came at the other end
_ENDS = (
    (
        regex(r"\b(?:succeed\w*|successor|t(?:ook|ake[ns]?|aking) over|replac(?:e[sd]?|ing)|follow(?:s|ed)|came after)\b", re.IGNORECASE),
        regex(r"\b(?:before|prior to|ahead of)\s+(?P<who>(?-i:[A-Z])[\w'-]*)", re.IGNORECASE),
    ),
    (
        regex(r"\b(?:preced\w+|predecessor|came before|was .* before)\b", re.IGNORECASE),
        regex(r"\b(?:after|following)\s+(?P<who>(?-i:[A-Z])[\w'-]*)", re.IGNORECASE),
    ),
)  # fmt: skip
_KNOWN = {"financial": "finance", "technical": "technology"}


def holds_another_office(text: str, span: tuple[int, int], question: str) -> bool:
    """Return whether an answer says of the one at ``span`` that they hold another office than that asked for.

    >>> text = "Ann Lee is the chief financial officer."
    >>> holds_another_office(text, (0, 7), "Who is the chief executive?")
    True
    >>> holds_another_office(text, (0, 7), "Who is the chief financial officer?")
    False
    >>> text = "Ann Lee, a former bank director"
    >>> holds_another_office(text, (0, 7), "Who is the chief executive?")
    False
    """
    second = _AS_SECOND.match(text, span[1])
    if second and second["role"].lower() not in question.lower():
        return any(map(str.isupper, text[: span[0]]))
    if _ASKS_OFFICE.search(question) is None:
        return False
    said = _OF_ANOTHER.match(text, span[1])
    if said is None or _describes(said, question):
        return False
    which, asked = said["which"].lower(), question.lower()
    return (
        which not in asked
        and _KNOWN.get(which, which) not in asked
        and not (which.startswith("fin") and "cfo" in asked)
    )


def _describes(said: re.Match[str], question: str) -> bool:
    """Return whether an office only says who somebody is: "Ann Lee, a former bank director", not "Ann Lee, the former director"."""
    former = said["which"].lower() == "former"
    if said["comma"] and not said["verb"] and said["article"].lower() in {"a", "an"}:
        return not former or bool(said["of"]) or said["office"].lower() not in question.lower()
    return former and bool(said["of"])


def comes_at_other_end(text: str, span: tuple[int, int], question: str) -> bool:
    """Return whether an answer says of the one at ``span`` that they came before the one whose successor is asked for, or after.

    >>> text = "Before Falk it was led by Osman."
    >>> comes_at_other_end(text, (26, 31), "Who succeeded Falk?"), comes_at_other_end(text, (26, 31), "Who preceded Falk?")
    (True, False)
    """
    if _GOES.match(text, span[1]) and _NEW.search(question) and not _GOING_ASKED.search(question):
        return True
    for asked, told in _ENDS:
        if asked.search(question):
            said = told.search(text)
            return said is not None and said["who"] in question and not said.start() <= span[0] < said.end()
    return False
