"""What is skipped, left out or closed, told from the other side: "It doesn't stop at Mill Lane" says that Mill Lane is skipped, "It stops there" that it is not."""

from __future__ import annotations

import re
from functools import lru_cache

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

_LONGEST = 160  # characters; a longer answer tells of more
_OMITS = (
    r"(?:skip(?:s|ped|ping)?|le(?:ft|ave|aves|aving)\s+(?:(?:it|them|[a-z]+)\s+)?out|omit(?:s|ted|ting)?|miss(?:es|ed|ing)?(?:\s+out)?|exclud(?:e|es|ed|ing)|drop(?:s|ped)?"
    r"|(?:is|are|was|were|be|been|stays?|remains?)\s+(?:[\w']+\s+){0,3}?(?:closed|shut)|lack(?:s|ed|ing)?)"
)
_OMITTED = regex(
    rf"\b{_OMITS}\b|\b(?:closed?|shut|without|except|but|only|absent|bypass\w*|avoid\w*|pass(?:es|ed)?)\b",
    re.IGNORECASE,
)
_ASKS = regex(
    rf"\W*(?:(?:on|in|at|from|by)\s+)?(?:which|what|whom?)\b(?:(?!\b(?:who|that|which|when|while|because|after|before|since|if|not)\b|n['’]t)[^?,])*?\b{_OMITS}\b",
    re.IGNORECASE,
)
_NOT = r"(?:(?:do|does|did|is|are|was|were|will|would|can|could|may|has|have|had)(?:\s+not|n['’]t)|cannot|can['’]t|won['’]t|never)"
_KEEPS = (
    r"(?:(?:stop|call|halt)(?:s|ped|ed)?\s+(?:at|in|on)|(?:go|goes|went)\s+(?:to|through)|serv(?:e|es|ed)|visit(?:s|ed)?|includ(?:e|es|ed)|contain(?:s|ed)?|cover(?:s|ed)?|list(?:s|ed)?|mention(?:s|ed)?"
    r"|nam(?:e|es|ed)|answer(?:s|ed)?|open(?:s|ed)?|enter(?:s|ed)?|translat(?:e|es|ed)|print(?:s|ed)?|play(?:s|ed)?|perform(?:s|ed)?|invit(?:e|es|ed)|count(?:s|ed)?|take(?:s)?\s+in|took\s+in)"
)
_KEPT = r"(?:served|stopped\s+at|called\s+at|visited|included|contained|covered|listed|mentioned|named|answered|open(?:ed)?|translated|printed|played|performed|invited|counted|present|there)"
_CAME = r"(?:attend(?:s|ed)?|c[ao]me|take\s+part|took\s+part|play(?:ed)?|opens?|opened|turn(?:ed)?\s+up)"
_LEAD = r"\W*(?:(?:on|at|in|during|from|until|after|for)\s+[^,.;:]{2,30}?,?\s+)?"
_SUBJECT = r"(?:it|they|he|she|we|you|one|(?:(?:the|its|their|his|her)\s+)?[a-z][\w'-]*(?:\s+[a-z][\w'-]*)?)"
_NOT_DOING = (
    r"(?:(?:do|does|did|will|would|can|could|may|has|have|had)(?:\s+not|n['’]t)|cannot|can['’]t|won['’]t|never)"
)
_NOT_KEEPING = regex(
    rf"{_LEAD}{_SUBJECT}\s+{_NOT_DOING}\s+{_KEEPS}\s+(?!(?:for|in|on|at|during|to|until)\b)(?P<what>[^;:!?]+)",
    re.IGNORECASE,
)
_NOT_KEPT = regex(
    rf"\W*(?P<what>[^;:!?]+?)\s+{_NOT}\s+(?:be(?:en)?\s+)?(?:{_KEPT}|{_CAME})\b(?P<rest>[^,;:!?]*)", re.IGNORECASE
)
_KEEPING = regex(
    rf"{_LEAD}{_SUBJECT}\s+(?:(?:will|does|did|can|may|still|also|always)\s+)?{_KEEPS}\s+(?P<what>[^;:!?]+)",
    re.IGNORECASE,
)
_IS_KEPT = regex(
    rf"\W*(?P<what>[^;:!?]+?)\s+(?:(?:is|are|was|were|will\s+be|has\s+been|have\s+been)\s+(?:all\s+|both\s+|still\s+)?{_KEPT}|{_CAME})\b(?P<rest>[^,;:!?]*)",
    re.IGNORECASE,
)
# "They are not closed", "It doesn't leave them out"
_NOT_OMITTED = regex(
    rf"[^,;:!?]*?\b{_NOT}\s+(?:be\s+|been\s+)?(?:skip(?:ped)?|le(?:ft|ave)\s+(?:\w+\s+)?out|omit(?:ted)?|miss(?:ed)?|exclude(?:d)?|closed?|shut|drop(?:ped)?|missing)\b[^;:!?]*",
    re.IGNORECASE,
)
_TURNS = regex(
    r"\b(?:only|but|except|though|although|while|until|any(?:thing|one|body)?|other|others|else|all)\b", re.IGNORECASE
)
_KEEP_ASKED = regex(rf"\b(?:{_KEEPS}|{_KEPT})\b", re.IGNORECASE)
_NEGATIVE = regex(r"\b(?:not|no|never|none|neither|nor|nothing|nobody)\b|n['’]t\b", re.IGNORECASE)
_TIME = regex(r",?\s+(?:on|at|in|during|to|of|from)\s+(?:the\s+)?(?P<when>\w+(?:\s+\w+)?)\W*\Z")
_OR = regex(r",?\s+n?or\s+")
_HERE = stems("there it any more anymore all at then here them")


def left_out_as(text: str, question: str) -> str:
    """Return what an answer says is not served, included or open, where the question asks for what is left out; the answer itself otherwise.

    >>> asked = "Which stops are skipped on Sundays?"
    >>> left_out_as("On Sundays it doesn't stop at Mill Lane or Weir.", asked), left_out_as("It skips Weir.", asked)
    ('Mill Lane and Weir', 'It skips Weir.')
    """
    if len(text) > _LONGEST or not asks_left_out(question) or not _NEGATIVE.search(text) or _OMITTED.search(text):
        return text
    found = _NOT_KEEPING.fullmatch(text)
    if found is None:
        found = _NOT_KEPT.fullmatch(text)
        if found is None or not stems(found["rest"]) <= stems(question) | _HERE or _NEGATIVE.search(found["what"]):
            return text
    what = found["what"].strip().rstrip(".")
    when = _TIME.search(what)
    if when and stems(when["when"]) <= stems(question):
        what = what[: when.start()]
    return _OR.sub(" and ", what)


def says_kept(text: str, question: str) -> bool:
    """Return whether an answer says of something that it is served, included or open, where the question asks for what is left out.

    >>> asked = "Which stops are skipped on Sundays?"
    >>> says_kept("It stops at Weir.", asked), says_kept("It stops everywhere but at Weir.", asked)
    (True, False)
    """
    if len(text) > _LONGEST or not asks_left_out(question):
        return False
    if _NOT_OMITTED.fullmatch(text) and not _TURNS.search(text):
        return True
    if _OMITTED.search(text) or _NEGATIVE.search(text):
        return False
    kept = _IS_KEPT.fullmatch(text)
    return _KEEPING.fullmatch(text) is not None or (kept is not None and stems(kept["rest"]) <= stems(question) | _HERE)


@lru_cache(maxsize=512)
def asks_left_out(question: str) -> bool:
    """Return whether a question asks for what is left out, and for nothing that is done."""
    return _ASKS.match(question) is not None and _KEEP_ASKED.search(question) is None
