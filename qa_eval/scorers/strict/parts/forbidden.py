"""What is told by denying it: "No boat may enter between May and July", where it is asked when the bay is closed."""

from __future__ import annotations

from functools import lru_cache

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT

# what asks for what is not so
_ASKED = regex(
    r"\b(?:closed|shut|off-limits|banned|forbidden|prohibited|ruled out|unavailable|excluded|(?:not|never) (?:be )?(?:allowed|permitted|open|bring|enter|stop|use|available)"
    r"|(?:may|must|can|should)\s+(?:[\w'’-]+\s+){1,4}?not\s+(?:be\s+)?(?!do\b|done\b)[a-z]+"
    r"|may not|must not|cannot|can['’]t|mustn['’]t|skip|skipped|miss out|leave out|omit)\b"
)
_MAY_NOT = r"(?:(?:may|must|will|can|do|does|should|is|are)(?:\s+not|n['’]t)|cannot|can['’]t|won['’]t)"
_SUBJECT = r"(?:(?:the|a|an|its|their|any)\s+)?[a-z]+(?:\s+[a-z]+){0,2}?"
_DEED = r"(?:be\s+)?(?:allowed|permitted|open)(?:\s+(?:to\s+[a-z]+|in|there))?|(?!(?:be|in|on|at|from|between|closed?|shut|banned|forbidden|prohibited|excluded?|skip|omit|leave\s+(?:[a-z]+\s+)?out|miss|drop|have|need|only)\b)[a-z]+(?:\s+(?:at|in|on|there|here|into|to)(?=\s+(?!(?:from|between|until)\b)))?"
# the words that deny, up to what they deny it of
_DENIED = regex(
    rf"(?P<lead>(?:\A|[.;:!?,]\s+)(?:(?:until|till|from|during|in|on|for|this|next)\s[^,.;:!?]{{2,40}}?,?\s+)?)(?:(?:no|nobody|no one)\s+(?:{_SUBJECT}\s+)?(?:may|can|is|are|will)\s+(?:{_DEED})|(?:{_SUBJECT})\s+{_MAY_NOT}\s+(?:{_DEED})|(?:there\s+(?:is|are|will\s+be)\s+)?no\s+[a-z]{{3,}}ing(?=\s+(?:from|between|during|on|in|until)\s))\s+(?=\S)"
)
_NO_BOUND = r"(?!(?:more|less|fewer|later|earlier|longer|sooner|higher|lower|larger|smaller|older|younger)\s+than\b)"
# "No dogs or drones are allowed", "Neither red nor green is allowed"
_NONE_ALLOWED = regex(
    rf"\W*(?:no|neither)\s+{_NO_BOUND}(?P<what>[^.;:!?]+?)\s+(?:is|are|may be|will be)\s+(?:allowed|permitted|admitted|let in|served|open)(?:\s+(?:in|there|here|inside))?\W*"
)
# "No bicycles, prams or boxes"
_NOTHING_OF = regex(rf"\W*no\s+{_NO_BOUND}(?P<what>[a-z][^.;:!?]*?)(?:\s+there|\s+here)?\W*")
_APART = regex(r"\b(?:but|except|although|though|however)\b")
_LISTED = regex(r"\b(?:may|must|can|should)\s+(?:[\w'’-]+\s+){1,4}?not\b")
_ASKS_BAN = regex(
    r"\b(?:bann?(?:ed|s)?|forbidden|prohibited|ruled out|off-limits|(?:not|never) (?:be )?(?:allowed|permitted)|may not|must not|mustn['’]t)\b"
    r"|\b(?:may|must|can|should)\s+(?:[\w'’-]+\s+){1,4}?not\s+[a-z]+"
    r"|\b(?:is|are|be)\s+(?:[a-z]+\s+){0,3}?(?:closed|shut|barred)\b(?!\s+down)"
)
_MAY = regex(
    r"\b(?:(?:is|are|be)\s+(?:free|allowed|permitted|welcome|able|permissible|possible|legal|lawful|admitted|open to)\b|(?!it\b)[a-z]+\s+(?:may|can|should|must)\s+(?:be\s+)?(?!be\b)[a-z]{3,})"
)
_LIMITED = regex(
    r"\b(?:not|no|nobody|never|only|except|outside|but|without|until|till|before|after|when|if|unless|neither|nor|none|ban\w*|forb\w+|prohibit\w*|clos\w+|illegal|fined?)\b|n['’]t\b"
)
_SAYS_NOTHING = frozenset(
    ("there", "here", "in", "inside", "now", "yet", "anymore", "any more", "at all")
)  # behind what is denied
_OR = regex(r"\s+n?or\s+")


def as_forbidden(text: str, question: str) -> str:
    """Return an answer that denies something as what it denies, where the question asks for that; the answer itself otherwise.

    >>> as_forbidden("No boat may enter between 1 May and 3 July.", "When is the bay closed?")
    'between 1 May and 3 July.'
    >>> as_forbidden("They won't stop at Mill Lane or Weir.", "Which stops will be skipped?"), as_forbidden("No dogs or cats are allowed.", "What is banned?")
    ('Mill Lane and Weir.', 'dogs and cats')
    >>> as_forbidden("No boat may enter.", "When is the bay open?")
    'No boat may enter.'
    """
    if len(text) > SHORT or not _asks(question):
        return text
    lowered = text.lower()
    if _APART.search(lowered) and _LISTED.search(question.lower()):
        return text
    if none := _NONE_ALLOWED.fullmatch(lowered):
        return _OR.sub(" and ", text[slice(*none.span("what"))])
    if _LISTED.search(question.lower()) and (none := _NOTHING_OF.fullmatch(lowered)):
        return _OR.sub(" and ", text[slice(*none.span("what"))])
    denied = _DENIED.search(lowered)
    if denied is None or lowered[denied.end() :].strip(" .!") in _SAYS_NOTHING:
        return text
    return text[: denied.end("lead")] + _OR.sub(" and ", text[denied.end() :])


@lru_cache(maxsize=512)
def _asks(question: str) -> bool:
    return _ASKED.search(question.lower()) is not None


@lru_cache(maxsize=512)
def asks_forbidden(question: str) -> bool:
    """Return whether a question asks for what may not be, or when: "When is fishing banned?"."""
    return _ASKS_BAN.search(question.lower()) is not None


def says_allowed(text: str, question: str) -> bool:
    """Return whether an answer says that something may be done, where it is asked for what may not be.

    >>> asked = "When is fishing banned?"
    >>> [says_allowed(text, asked) for text in ("You may fish in May.", "You may not fish in May.", "in May")]
    [True, False, False]
    """
    if len(text) > SHORT or not asks_forbidden(question):
        return False
    lowered = text.lower()
    return _MAY.search(lowered) is not None and _LIMITED.search(lowered) is None
