"""The opposite of what is asked, where an answer says it of the accepted figure: "lost by 12", not "12, and 3 others closed"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_DAY, A_MONTH
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import may_be_asked, may_oppose, opposite_in
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers.strict.parts.asked_not import denied_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_JOINT = regex(
    r"[;:()]\s*|\.\s+|\s[–—-]\s|,?\s+(?=(?:and|but|while|whereas|whilst|though|although|yet|then|which|who|of whom|of which|of them|where|when|with|after|before|having)\s)",
    re.IGNORECASE,
)
# the whole of which so many are a part: "Of the 132 starters, 98", "98 of the 132 who started"
_OF_SO_MANY = regex(
    r"(?:\A\W*(?:out\s+)?of\s+(?:the|its|their|all)?\s*\d[\d,]*\s+[a-z]+(?:\s+[a-z]+)?,\s+(?=\S)"
    r"|\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)*\d[\d,]*\s+(?:starters|(?:[a-z]+\s+)?(?:who|that|which)\s+(?:had\s+)?(?:started|begun|began))\b)",
    re.IGNORECASE,
)
_ON_CONDITION = regex(
    r",?\s+(?:on condition|provided|in return for)\s+(?:that\s+)?[^,.;!?\d]+(?=[.!]?\s*\Z)", re.IGNORECASE
)
_OWN_FIGURE = regex(
    rf"\d|\b(?:{'|'.join(sorted(STARTERS - {'second'}))}|{A_MONTH}|(?:{A_DAY}))\b",
    re.IGNORECASE,
)
_CONTRASTED = regex(
    r"\W*(?:while|whereas|whilst|though|although|but)\s+(?:the\s+[a-z]+|others?|some|many|several|most|(?-i:[A-Z])[\w'-]*|[a-z]{3,}(?:s|en))\s+(?!of\b)",
    re.IGNORECASE,
)
OTHERS = regex(
    r"\W*(?:(?:and|but|while)\s+)?(?:all\s+)?(?:the\s+)?(?:others?|everyone else|everybody else|rest|non-?[a-z]+)\b(?!\s+(?:say|said|think|thought|claim|believe|report|put|estimate)(?:s|d|ed)?\b)",
    re.IGNORECASE,
)
_PEOPLE = ("men", "children", "adults", "kids", "males", "boys", "girls", "fathers", "mothers")
# verbs of which the opposite is what the other party does
_OF_TWO = regex(
    r"(?:receiv|earn|collect|pay|paid|spen|import|export|sell|sold|buy|bought|lend|lent|borrow)", re.IGNORECASE
)
# until when something is in a state
_UNTIL = regex(
    r"\b(?:until|till|till|up to|for how|how)\s+(?:when|what (?:time|date|day)|long)\b[^?]*\b(?P<state>closed|shut|open)\b",
    re.IGNORECASE,
)
_OPENS = regex(
    r"\b(?:re-?opens?|open(?:s|ing)?(?:\s+(?:up|again|its|their))?)\s+(?=on|at|in|again|\d|[A-Z])|\bopens? again\b|\bre-?opens?\b"
)
_SHUTS = regex(r"\b(?:closes?|shuts?)\s+(?=on|at|in|again|\d|[A-Z])")
_SUBJECT = regex(
    r"\W*(?:and\s+)?(?P<who>(?!(?:it|they|he|she|we|you|this|that)\b)(?:(?:the|its|their|his|her|each|every|all)\s+)?[a-z]+(?:\s+of\s+(?:the\s+)?[a-z]+)?)\s+(?:(?:will|would|can|has|have|had|also|then)\s+)*",
    re.IGNORECASE,
)
_PRESENT = regex(
    r"\b(?:becomes?|takes?|comes?|goes|starts?|begins?|ends?|opens?|closes?|runs?|lasts?|falls?|costs?|weighs?|measures?|stands?|counts?|holds?|gets?|makes?"
    r"|leaves?|remains?|stays?|expires?|applies|means|happens?|will|can|must|may|should)\b"
)


def opposed(asked: str, text: str, holds: Callable[[str], bool]) -> str:
    """Return the words by which an answer says the opposite of what is asked of the accepted figure; "" where it says them of another.

    ``holds`` tells whether a clause gives the accepted figure.

    >>> def holds(clause): return "12" in clause
    >>> opposed("How many shops were opened?", "12 were added, though 3 others were shut.", holds)
    ''
    >>> opposed("How many shops were opened?", "3 were added, though 12 others were shut.", holds)
    'shut'
    """
    if denied_in(asked).words:
        return ""  # "It is closed on Monday", where it is asked on which day it does not open
    if (until := _UNTIL.search(asked)) and (told := _turns_into(until["state"], text)) is not None:
        return told
    text = _ON_CONDITION.sub("", text) if " that " in text else text
    found = opposite_in(asked, text)
    if found and (base := _OF_SO_MANY.search(text)) and found in base[0]:
        text = text[: base.start()] + text[base.end() :]
        found = opposite_in(asked, text)
    if not found:
        return _opposite_beside(asked, text, holds) if may_oppose(asked, text) else ""
    clauses = clauses_of(text)
    said = [opposite_in(asked, clause) for clause in clauses]
    if not any(said):
        return found
    for place, (clause, opposite) in enumerate(zip(clauses, said, strict=True)):
        if opposite and _is_of_other_party(clause, opposite, asked):
            continue
        if opposite and (not (_is_of_another(clause) or _is_of_others(clause, opposite)) or holds(clause)):
            return opposite
        if not opposite and any(said[:place]) and holds(clause) and not _has_own_verb(clause):
            return found  # "fell by 3 in May and by 12 in June"
    own = [
        clause
        for clause, opposite in zip(clauses, said, strict=True)
        if holds(clause) and (not opposite or _is_of_other_party(clause, opposite, asked))
    ]
    return "" if own else found


def _turns_into(state: str, text: str) -> str | None:
    """Return "" where an answer tells when a state ends by the other one beginning, "It reopens on Monday", and the word by which it tells when the state begins; None for neither."""
    closed = state.lower() in ("closed", "shut")
    ends, begins = (_OPENS, _SHUTS) if closed else (_SHUTS, _OPENS)
    if ends.search(text):
        return ""
    begun = begins.search(text)
    return begun[0].strip() if begun else None


def _opposite_beside(asked: str, text: str, holds: Callable[[str], bool]) -> str:
    """Return the opposite that is said of the accepted figure where what is asked is said of another: "It ended in May, having begun in March"."""
    clauses = clauses_of(text)
    said = [opposite_in(asked, clause) for clause in clauses]
    opposite = next((each for clause, each in zip(clauses, said, strict=True) if each and holds(clause)), "")
    others = [clause for clause, each in zip(clauses, said, strict=True) if not each and may_be_asked(asked, clause)]
    own = any(_OWN_FIGURE.search(clause) and not holds(clause) for clause in others)
    return opposite if own and not any(map(holds, others)) else ""


def _is_of_other_party(clause: str, opposite: str, asked: str) -> bool:
    """Return whether the other party does the opposite: "Holders receive 4 %" where it is asked what the bond pays."""
    if _OF_TWO.match(opposite) is None:
        return False
    subject = _SUBJECT.match(clause)
    if subject is None or not clause[subject.end() :].lower().startswith(opposite.lower()):
        return False
    return not stems(subject["who"]) & stems(asked)


def _is_of_another(clause: str) -> bool:
    """Return whether a clause tells a figure, a date or a subject of its own."""
    return _OWN_FIGURE.search(clause) is not None or _CONTRASTED.match(clause) is not None


def _is_of_others(clause: str, opposite: str) -> bool:
    """Return whether the opposite, or who else there is, is whom a clause tells of: "children get in free", "the others gave up"."""
    return OTHERS.match(clause) is not None or (
        clause.lower().startswith(opposite.lower()) and opposite.lower().endswith(_PEOPLE)
    )


def _has_own_verb(clause: str) -> bool:
    return has_verb(clause) or _PRESENT.search(clause) is not None


def clauses_of(text: str) -> Sequence[str]:
    """Return the clauses of a text."""
    edges = [(0, 0), *(joint.span() for joint in _JOINT.finditer(text)), (len(text), len(text))]
    return [clause for before, after in pairwise(edges) if any(map(str.isalnum, clause := text[before[1] : after[0]]))]
