"""What is accepted told to come behind another one: "Peru exports less tin than Chile", "The tender overrides the contract", "Bo's 86 m was the longest"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import place_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_MOST = regex(
    r"\b(?P<most>most|best|worst|(?!west\b|east\b|test\b|rest\b|forest\b|guest\b|interest\b|request\b|harvest\b|priest\b|protest\b|contest\b|quest\b|chest\b|nest\b|arrest\b|invest\b|suggest\b|latest\b)[a-z]{3,}est)\b",
    re.IGNORECASE,
)
_MORE = regex(
    r"\b(?:most|more|highest|higher|largest|larger|longest|longer|biggest|bigger|greatest|greater|fastest|faster|tallest|taller|heaviest|heavier|strongest|stronger|deepest|deeper|best|better|precedence|priority|prevails?|wins?|won|outweighs?|prefer\w*|favou?r\w*)\b",
    re.IGNORECASE,
)
_RANKS = regex(
    r"\b(?:second|third|fourth|fifth|last|2nd|3rd|4th|5th|runner-up|next|behind|less|fewer|least|lowest|not)\b|n['’]t\b",
    re.IGNORECASE,
)
_OWNER = r"(?:['’]s?\s+[a-z]+)?"
# "comes second, behind Chile"
_BEHIND_IT = regex(
    r"\s+(?:comes?|came|is|was|ranks?|ranked|finish(?:es|ed)|lies|lay|stands|stood)\s+(?:only\s+|just\s+|in\s+|a\s+close\s+|the\s+)*(?:second|third|fourth|fifth|last|2nd|3rd|4th|5th|runner-up|next|behind)\b(?!\s+to\s+none)",
    re.IGNORECASE,
)
_LESS_THAN = regex(
    rf"{_OWNER}\s+(?:[a-z]+\s+){{1,2}}?(?:less|fewer)\b[^.;,]*?\sthan\s+(?P<other>[^.;,]+)", re.IGNORECASE
)
_YIELDS = regex(
    rf"{_OWNER}\s+(?:(?:gives?|gave)\s+way\s+to|yields?\s+to|yielded\s+to|defers?\s+to|bows?\s+to|ranks?\s+(?:below|behind|after)|los(?:es|t)\s+out\s+to|(?:is|was|are|were)\s+(?:out|over)[a-z]+(?:ed|en|n|t)\s+by)\b",
    re.IGNORECASE,
)
_OVER = regex(
    r"\w['’]?\s+(?:(?:overrides?|overrode|outranks?(?:ed)?|outlasts?|outlasted|outweighs?|outweighed|outsells?|outsold|outnumbers?(?:ed)?|trumps?|supersedes?|takes?\s+(?:precedence|priority)\s+over|has\s+(?:precedence|priority)\s+over|prevails?\s+over|ranks?\s+(?:above|ahead\s+of)|comes?\s+(?:before|ahead\s+of))\s+(?:the\s+|an?\s+)?|prefer(?:s|red)?\s+(?:the\s+|an?\s+)?[^.;,]{2,40}?\s+to\s+(?:the\s+|an?\s+)?)\Z"
    r"|\w,?\s+(?:just\s+|narrowly\s+|well\s+|slightly\s+)?ahead\s+of\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
# "Bo's 86 m was the longest"
_WAS_MOST = regex(
    r"\b(?:is|was|were|are)\s+(?:even\s+)?(?:the\s+)?(?P<most>[a-z]+)(?:\s+of\s+all|\s+ever|\s+[a-z]+)?\W*\Z",
    re.IGNORECASE,
)
_CLAUSE = regex(r"[;:.!]\s+|,?\s+(?:but|while|whereas|whilst|and|though|although)\s+")
_FIGURE = regex(r"\d[\d.,]*")
_NAMED = regex(r"(?<![\w'’])[A-Z][\w'’-]+")
_TIED = regex(
    r"\b(?:not|never|no|joint|equal|shared?|tied?|same|also|too|second|third|next|previous|before|had\s+been|until)\b|n['’]t\b",
    re.IGNORECASE,
)
_REACH = 90  # characters before what is accepted


def outdone(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says that another one comes before what is accepted; "" for none.

    >>> asked = "Which document takes precedence?"
    >>> outdone("The tender overrides the contract.", asked, "the contract"), outdone("The contract overrides the tender.", asked, "the contract")
    ('says that another one comes first, "r overrides the"', '')
    """
    if len(text) > SHORT or " " not in text:
        return ""
    bare = accepted.removeprefix("the ").removeprefix("a ").removeprefix("an ").lower()
    start = place_of(bare, text.lower())
    if start < 0:
        return ""
    end = start + len(bare)
    found = _BEHIND_IT.match(text, end) or _YIELDS.match(text, end) or _LESS_THAN.match(text, end)
    found = found or _OVER.search(text[max(0, start - _REACH) : start])
    if found is None or (_RANKS.search(question) and not _OVER.search(found[0])):
        return ""
    return f'says that another one comes first, "{found[0].strip(" .")}"'


def most_of_another(text: str, question: str, accepted: str) -> str:
    r"""Return the clause in which an answer gives another figure or name as the most, "but Bo's 86 m was the longest"; "" for none.

    >>> asked = "What was the longest throw?"
    >>> most_of_another("Al's best was 84 m, but Bo's 86 m was the longest.", asked, "84 m")
    'says "Bo\'s 86 m was the longest"'
    """
    most = _MOST.search(question)
    if len(text) > SHORT or most is None or most["most"].lower() not in text.lower():
        return ""
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    own = [clause for clause in clauses if _holds(clause, accepted)]
    others = [
        clause
        for clause in clauses
        if (told := _WAS_MOST.search(clause)) and told["most"].lower() == most["most"].lower()
    ]
    if len(own) != 1 or len(others) != 1 or own[0] is others[0] or _TIED.search(others[0]):
        return ""
    if re.search(rf"\b{most['most']}\b", own[0], re.IGNORECASE) or not _gives_another(others[0], question, accepted):
        return ""
    return f'says "{others[0].strip(" .")}"'


def _holds(clause: str, accepted: str) -> bool:
    figures = _FIGURE.findall(accepted)
    if figures:
        return any(figure.strip(".,") in clause for figure in figures)
    return place_of(accepted.removeprefix("the ").lower(), clause.lower()) >= 0


def _gives_another(clause: str, question: str, accepted: str) -> bool:
    """Return whether a clause has another figure, or another name where a name is accepted."""
    if _FIGURE.search(accepted):
        return _FIGURE.search(clause) is not None
    known = {*key(question), *key(accepted)}
    return any(not set(key(name)) <= known for name in _NAMED.findall(clause)[0:]) and not stems(accepted) & stems(
        clause
    )


OUTDONE: tuple[Check, ...] = (
    (lambda question: _MORE.search(question) is not None or _MOST.search(question) is not None, outdone),
    (lambda question: _MOST.search(question) is not None, most_of_another),
)
