"""Whether there was anyone or anything, told by how many there were: "Zero people were hurt", "Two were"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import meanings
from qa_eval.scorers._words.opposites import says_no
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import folded

_LONGEST = 100  # characters; a longer answer says more than that
# "zero degrees" and "net zero" are none of nothing
_ZERO = regex(
    r"(?<![-.])(?<!\bnet )(?<!\babove )(?<!\bbelow )(?<!\bunder )(?<!\bnear )(?<!\bto )(?<!\bat )(?<!\bfrom )(?<!\bof )\b(?:zero|not (?:a|one) single)(?=\s+(?!degrees?\b|point\b|and\b|or\b|percent\b|hour\b|tolerance\b)[a-z])",
    re.IGNORECASE,
)
_ANY = regex(
    r"\W*(?:is|are|was|were|did|does|do|has|have|had|will)\s+(?:there\s+)?(?:any|anyone|anybody|anything|someone|somebody)\b",
    re.IGNORECASE,
)
# "Are there fees?", "Were ships damaged?"
_PLURAL = regex(
    r"\W*(?:(?:is|are|was|were)\s+there\b|(?:are|were|did|do|have|had)\s+(?!this\b|his\b|its\b)[a-z]{3,}s\b)",
    re.IGNORECASE,
)
_NONE = regex(
    r"\W*(?:none|zero|0|nil|nobody|no[- ]?one|nothing|not (?:a|one) (?:single )?[a-z]+)(?: at all| whatsoever)?\W*",
    re.IGNORECASE,
)
_KILLED = regex(r"\b(?:killed|die[ds]?|dead|deaths?|fatalit(?:y|ies))\b", re.IGNORECASE)
_HARM = regex(r"\b(?:hurt|injured|harmed|wounded)\b", re.IGNORECASE)
_EVERYONE = r"\W*(?:everyone|everybody|all(?: of them)?|they all|all (?:the )?[a-z]+)(?: on board| aboard)?\s+"
_TO_THE_END = r"(?:\s+(?!with\b|but\b|apart\b|except\b|until\b)[^.;,!?]{1,20})?\W*"
_UNHURT = regex(
    rf"{_EVERYONE}(?:(?:escaped|survived|got (?:out|away)|was|were|is|are|came (?:out|away))\s+(?:unhurt|unharmed|uninjured|unscathed|safely|safe|ok|fine|all right|without (?:any )?(?:serious )?(?:injur(?:y|ies)|harm|a scratch))|escaped(?:\s+(?:any )?(?:serious )?injury)?|got (?:out|away)){_TO_THE_END}",
    re.IGNORECASE,
)
_ALIVE = regex(
    rf"{_EVERYONE}(?:survived|lived|made it(?: out)?(?: alive)?|(?:was|were) (?:rescued|saved)(?: alive)?|(?:was|were|is|are|got out|came out) alive)(?:\s+(?!but\b|apart\b|except\b|until\b)[^.;,!?]{{1,30}})?\W*",
    re.IGNORECASE,
)
_SOME = regex(
    r"\W*(?:(?:at least|about|some|around|only|just)\s+)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|dozens|hundreds|[1-9]\d*)\s+(?:(?!of\b)[a-z]+\s+){0,2}?"
    r"(?:(?:was|were|is|are|did|does|do|has|have|had|will)(?:\s+(?:been\s+)?(?P<deed>[a-z]+))?|(?P<did>[a-z]{3,})(?:\s+(?:to|for|against|at|in)\s+(?:it|this|that|them))?)\W*",
    re.IGNORECASE,
)
# where the deed of others says nothing: "Was anyone ...?", "Were people ...?"
_OF_ANYONE = regex(
    rf"(?:{_ANY.pattern}|\W*(?:were|are|did|have)\s+(?:people|persons|passengers|civilians)\b)", re.IGNORECASE
)
_ANY_THING = regex(
    r"\W*(?:of\s+(?:the|its|their|his|her|these|those)\s+)?(?P<what>[a-z-]+(?:\s+[a-z-]+)?)", re.IGNORECASE
)
_SUBJECT = regex(r"\W*(?:(?:the|these|those|its|their|his|her|our)\s+)?(?P<what>[a-z-]+)\b", re.IGNORECASE)
_ONLY_SO = regex(r"\b(?:was|were|is|are|been|be|got|had|has|have|suffered)\s+(?:only|merely|just)\b", re.IGNORECASE)
# what is said of all there are, or limits the deed: "They were only injured"
_OF_ALL = regex(
    r"\b(?:everyone|everybody|everything|every|each|none|nobody|no one|unanimous(?:ly)?|(?<!in )(?<!at )(?<!after )all)\b|\A\W*(?:they|it|both|nothing)\b"
    rf"|{_ONLY_SO.pattern}"
    r"|\A\W*(?:only|just|merely)\s+(?:(?!the\b|his\b|her\b|one\b|two\b|three\b|four\b|five\b|some\b|several\b)[a-z-]+\s+)?[a-z]+\W*\Z"
    r"|\A\W*(?:the|its)\s+(?:[a-z]+\s+){0,2}?(?:[a-z]+s|crew|staff|people|men|women|children)\s+survived\b",
    re.IGNORECASE,
)
_SO_MANY = regex(
    r"\W*(?:(?:at least|about|some|around|only|just)\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|dozens of|hundreds of|[1-9]\d*)\s+(?!of\b)(?P<what>[a-z-]+(?:\s+[a-z-]+)?)\s+(?:was|were|is|are|has|have|had|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_SOME_FIRST = regex(
    r"\W*(?:(?:at least|about|only|just)\s+)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|most|others?|dozens|hundreds|\d+)\b",
    re.IGNORECASE,
)
_BRIEF = 2  # words of an answer that names nobody: "All closed", "Banned"


def without_zero(text: str) -> str:
    """Return an answer with "no" for a zero that counts.

    >>> without_zero("There were zero casualties."), without_zero("It was zero degrees.")
    ('There were no casualties.', 'It was zero degrees.')
    """
    return _ZERO.sub("no", text) if len(text) <= _LONGEST else text


def counted_says(question: str, text: str) -> bool | None:
    """Return whether an answer says by a number, where it is asked for anyone or anything, that there were some; None where it tells none.

    >>> [counted_says("Was anyone hurt?", text) for text in ("None", "Two were hurt.", "Two were late.")]
    [False, True, None]
    """
    if len(text) > _LONGEST or not (_ANY.match(question) or _PLURAL.match(question)):
        return None
    if _NONE.fullmatch(text):
        return False
    any_one = _ANY.match(question)
    if any_one is None:
        return None
    if _is_safe(question, text):
        return False
    some = _SOME.fullmatch(text)
    if some is None:
        return None
    if some["did"]:
        verb = _SUBJECT.match(question, any_one.end())
        own = is_past(folded(some["did"])) and verb is not None and meanings(some["did"]) & meanings(verb["what"])
        return True if own else None
    return True if not some["deed"] or meanings(some["deed"]) & meanings(question) else None


def opposite_says(question: str, text: str) -> bool | None:
    """Return what the word that is asked for or its opposite says, and None where some others are told of: "Two were hurt" is no answer to who was killed.

    >>> asked = "Was anyone killed?"
    >>> [opposite_says(asked, text) for text in ("They were only injured.", "Two were injured.", "A sailor was killed.")]
    [True, None, False]
    """
    said = says_no(question, text, alternatives=_ONLY_SO.search(text) is not None or not _OF_ANYONE.match(question))
    return None if said and tells_of_some(question, text) else said


def tells_of_some(question: str, text: str) -> bool:
    """Return whether an answer tells only of some, of whom nothing follows for anyone else.

    >>> [tells_of_some("Did any prices rise?", text) for text in ("Two prices fell.", "Prices fell.", "All fell.")]
    [True, False, False]
    """
    of_anyone = _OF_ANYONE.match(question)
    if of_anyone:
        return not _is_of_all(question[of_anyone.end() :], text)
    some = _SO_MANY.match(text)
    return some is not None and not stems(some["what"]) & stems(question)


def _is_of_all(things: str, text: str) -> bool:
    """Return whether a text speaks of all that is asked about, or of no more than one deed."""
    if _OF_ALL.search(text):
        return True
    asked, subject = _ANY_THING.match(things), _SUBJECT.match(text)
    if subject is None or text.count(" ") < _BRIEF:
        return subject is not None and _SOME_FIRST.match(text) is None
    return asked is not None and bool(stems(subject["what"]) & stems(asked["what"]))


def _is_safe(question: str, text: str) -> bool:
    """Return whether an answer says that all came to no such harm as is asked about: to survive is not to be unhurt."""
    killed = _KILLED.search(question) is not None
    if not (killed or _HARM.search(question)):
        return False
    return _UNHURT.fullmatch(text) is not None or (killed and _ALIVE.fullmatch(text) is not None)
