"""What an answer says to be wrong, or to play no part: "six; seven is outdated", "its tilt has little to do with it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.values import NEAR, nearest
from qa_eval.scorers.lenient.words import form

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

REACH = 32  # characters before a name in which what keeps it out stands
LEAST, MOST = 4, 60  # words of an answer that says what is wrong
_WRONG = regex(
    r"[\"')]*(?: [a-z]+)? (?:is|was|are|were|would be) (?:simply |just |now |long |plainly |quite )?(?:outdated|out of date|obsolete|wrong|incorrect|false|mistaken|untrue|too (?:low|high|few|many|early|late|old|new)|no longer (?:right|true|correct)|(?:only |just )?(?:a|an old|a common|a popular|a widespread) (?:myth|misconception|mistake|error|legend))\b",
    re.IGNORECASE,
)
_BE = frozenset(map(form, ("is", "was", "are", "were", "be")))
_NO_PART = regex(
    r"\b(?:(?:has|have|had) (?:very |rather )?(?:little|nothing) to do with (?:it|this|that|them)|(?:plays?|played|has|have|had) (?:no|little|hardly any) (?:part|role|bearing|influence)|(?:does not|doesn't|do not|don't|did not|didn't) (?:matter|play a (?:part|role))|(?:is|are|was|were) (?:irrelevant|beside the point|not (?:the|a) (?:cause|reason)|no (?:cause|reason)))\b",
    re.IGNORECASE,
)
_KEPT = r"\b(?:independent (?:of|from)|unrelated to|separate from|different from|distinct from|nothing to do with|outside(?: of)?|(?:everywhere|anywhere|all|anything|anyone|everyone) (?:but|except))"
_APART = regex(_KEPT, re.IGNORECASE)
_APART_BEHIND = regex(rf"{_KEPT}(?: the)?\s+\Z", re.IGNORECASE)
_APART_ASKED = regex(
    r"\b(?:independen\w*|separate\w*|differ\w*|outside|except|unrelated|where|distin\w+)\b", re.IGNORECASE
)
_EDGE = regex(r"[.;:!?]\s|,\s(?:and|but|while|whereas|although|though)\s")
_WRONG_ASKED = regex(
    r"\b(?:wrong|incorrect|false|myths?|misconceptions?|mistakes?|errors?|irrelevant|outdated)\b", re.IGNORECASE
)


def is_called_wrong(asked: Asked, said: Said) -> Decision | None:
    """Decide where all that an answer says of the accepted one is that it is wrong, or has nothing to do with what is asked."""
    if not LEAST <= len(said.words) <= MOST or asked.is_negated:
        return None
    told = _is_told_wrong(asked, said) or _plays_no_part(asked, said) or _is_kept_apart(asked, said)
    if not told or _WRONG_ASKED.search(asked.text):
        return None
    return Decision(0.1, Reason.CONTRADICTION, "says that the accepted answer is wrong")


def _is_told_wrong(asked: Asked, said: Said) -> bool:
    if _BE.isdisjoint(said.bag) or not _WRONG.search(said.plain):
        return False
    if asked.only_figures:
        golds = [gold for _, gold in asked.figures]
        ends = [each.end for each in said.figures if nearest(each, golds, asked, said) >= NEAR]
    else:
        ends = [end for _, end in mentions(asked, said)]
    return bool(ends) and all(_WRONG.match(said.plain, end) for end in ends)


def _is_kept_apart(asked: Asked, said: Said) -> bool:
    """Return whether each mention of the accepted one stands behind what keeps it out: "independent of Vane", "outside Borland"."""
    if asked.only_figures or not _APART.search(said.plain) or _APART_ASKED.search(asked.text):
        return False
    spans = mentions(asked, said)
    return bool(spans) and all(_APART_BEHIND.search(said.plain, max(0, start - REACH), start) for start, _ in spans)


def _plays_no_part(asked: Asked, said: Said) -> bool:
    told = _NO_PART.search(said.plain) if not asked.only_figures else None
    if told is None:
        return False
    start = max((edge.end() for edge in _EDGE.finditer(said.plain, 0, told.start())), default=0)
    places = [word.start for word in said.words if word.form in asked.words]
    return bool(places) and all(start <= place < told.start() for place in places)
