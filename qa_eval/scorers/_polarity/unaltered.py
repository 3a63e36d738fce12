"""Whether something was changed or done away with, told by its staying as it was: "The court left the verdict as it was"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._polarity.permitted import is_of_it
from qa_eval.scorers._words.verbs import stems

_LONGEST = 120  # characters; a longer answer says more than that
_STAYS = r"(?:still|stays?|stayed|remain(?:s|ed)?|stands?|stood|keep|kept|intact|unchanged)"
# a deed that changes something, and no name of a part of it: "the end of the pier", "the cut stone", "endangered"
_CHANGED = (
    r"(?:(?:overturn|revers|quash|chang|alter|amend|revis|adjust|repeal|scrapp?|abolish|remov|replac|rais|increas|reduc|cutt?|lower|extend|shorten|lift|cancell?|renam|mov"
    r"|redesign|overrul|annull?|revok|withdraw|dropp?|end|revert?|reword|touch|demolish)(?:e|es|ed|d|s|ing|al|ion|tion|ation|ment|n)?"
    r"|modif(?:y|ied|ication)|rewrit(?:e|ten|ing)|rewrote|withdrew|revocation|set\s+aside|str[iu](?:k|ck)e?n?(?:\s+(?:down|out|off))?|thr(?:ow|ew)n?|pull(?:ed)?\s+down)"
)
_ASKS = regex(
    rf"\W*(?:has|have|had|did|does|do|will|would|was|were|is|are)\s(?![^?]*\b{_STAYS}\b)[^?]*?(?<!\bthe\s)(?<!-)\b{_CHANGED}\b(?!-)",
    re.IGNORECASE,
)
# "It keeps running", where it is asked whether something stops it
_ASKS_STOP = regex(
    r"\W*(?:does|do|did|will|would|is|are|was|were|has|have)\s[^?]*?(?<!\bthe\s)(?<!\bbus\s)\b(?:stopp?|halt|interrupt|paus|suspend|disrupt)(?:s|e|es|ed|d)?\b(?!\s+(?:at|in|on|for)\b)",
    re.IGNORECASE,
)
_GOES_ON = regex(
    r"\W*(?P<what>[^.;,!?]+?)\s+(?:(?:keeps|keep|kept)\s+(?:on\s+)?(?!stopp|break|fail|clos|halt)[a-z]+ing|(?:still\s+|just\s+)?(?:goes|go|went|runs|run|ran|works|worked)\s+(?:on|regardless|as\s+usual|all\s+the\s+same|normally)|still\s+(?:runs|run|ran|works|operates|goes\s+ahead|takes\s+place)(?:\s[^.;,!?]{1,40})?)\W*",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|no|never|nobody|neither|nor|until|but|only|if|unless|before)\b|n['’]t\b", re.IGNORECASE)
_STATE = r"(?:(?:exactly |just )?(?:as|where|how|what) (?:it|they|he|she) (?:was|were|is|are|stood|stands|had been)|unchanged|unaltered|untouched|alone|in place|intact|standing|in force|the same)"
_LEFT = regex(
    rf"[^.;,!?]*?\b(?:left|leaves|leaving|kept|keeps)\s+(?P<what>[^.;,!?]+?)\s+{_STATE}\W*"
    r"|[^.;,!?]*?\blet\s+(?P<let>[^.;,!?]+?)\s+stand\W*"
    r"|[^.;,!?]*?\b(?:kept|retained|upheld)\s+(?P<kept>[^.;,!?]+?)\W*"
    rf"|\W*(?P<about>[^.;,!?]+?)\s+(?:(?:was|were|is|are|has been|have been)\s+(?:left|kept|retained|upheld|confirmed)|(?:is|are|was|were)\s+still(?=\s)|stands|stood|(?:remains?|remained|stays?|stayed)(?=\s))(?:\s+{_STATE})?\W*",
    re.IGNORECASE,
)
_IT = frozenset(("it", "they", "that", "this"))


def unaltered_says(question: str, text: str) -> bool | None:
    """Return False where an answer says that what is asked to have been changed stayed as it was, None where it tells nothing of that.

    >>> asked = "Did the court overturn the verdict?"
    >>> unaltered_says(asked, "The court left the verdict as it was."), unaltered_says(asked, "The bench stayed the same.")
    (False, None)
    """
    if len(text) > _LONGEST or _NOT.search(text):
        return None
    told = _LEFT.fullmatch(text) if _ASKS.match(question) else None
    if told is None and _ASKS_STOP.match(question):
        told = _GOES_ON.fullmatch(text)
    if told is None:
        return None
    what = next(filter(None, told.groups()))
    named = stems(what) - _IT
    return False if is_of_it(what, question) or (named and named <= stems(question)) else None
