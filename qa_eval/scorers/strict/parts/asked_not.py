"""Questions that ask what is not so, or not done: "Both roads were repaired" does not tell which roads were not repaired."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.opposites import may_be_asked
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT

_LONGEST = 300  # characters of a question
_ASKED = regex(
    rf"\b(?:(?:{AN_AUXILIARY})\s+(?:[\w'’-]+\s+){{0,4}}?not|(?P<no>(?:has|have|had|(?:is|are|was|were)\s+there)\s+no))\s+"
    r"(?:(?:yet|be|been|being|any|always|ever)\s+)*"
    r"(?P<what>(?:(?!(?:in|on|at|for|to|by|from|of|with|during|until|because|when|while|than|before|after|and|or)\b)[\w'’-]+\s*){1,3})"
)
# "Who said that they would not leave?" asks who says so
_REPORTED = regex(
    r"\bthat\b|\b(?:said|says?|told|tells|claim(?:s|ed)?|promised|warned|insist(?:s|ed)?|admitted|thinks?|thought|hopes?|hoped|believe[sd]?)\b"
)
_WHY = regex(r"\W*why\b|\bfor what reason\b|\bwhat (?:reason|caused?)\b")
# a reason may tell what comes of it: "Freezing makes it dry"
_STATED = regex(
    r"\W*(?:it|they|he|she|the [a-z]+(?: [a-z]+)?) (?:(?:was|were|is|are|did|has|had|have) (?:been )?)?(?P<verb>[a-z]+(?<!ing))\b"
)
# what denies, or tells of several
_OPEN = regex(
    r"\b(?:not|never|no|none|nothing|nobody|neither|nor|without|except|but|only|other|instead|yet|still|rest|remain\w*|fail\w*|lack\w*|miss\w*|skip\w*|avoid\w*|refus\w*|declin\w*|exclu\w+"
    r"|omit\w*|forg[eo]t\w*|abstain\w*|boycott\w*|ignor\w+|await\w*|spared?|left|leav\w+|unable|impossible|ban\w*|prohibit\w*|forb\w+|clos\w+|free|too|less|hard\w*|rare\w*"
    r"|absent|away|resist\w*|immune|withstand\w*|withstood|[a-z]+-(?:resistant|proof)|un[a-z]{3,}|im[a-z]{4,}|[a-z]{3,}-?(?:less|free))\b|[,;:?]|\b(?:and|but|while|whereas|though|although)\s+(?:it|they|he|she|the)\b"
)
_ITEMS_NOT = regex(
    rf"(?P<items>[^;:.!?]{{2,}}?)\s+(?:{AN_AUXILIARY})\s+not(?:\s+(?:yet|been|be|any))*(?:\s+(?P<what>[a-z]+))?\W*",
    re.IGNORECASE,
)
_SUBJECT = regex(r"\W*(?:it|they|he|she|we|you|this|that)\b", re.IGNORECASE)
_WORD = regex(r"[a-z][a-z'-]*")
_ONLY = regex(r"\bonly\s+|\s+only\b")
_ALL_BUT = regex(
    r"\W*(?:all|every)(?:\s+(?:of\s+)?(?:the\s+)?[a-z]+){0,2}\s+(?:but|except(?:\s+for)?|bar|save)\s+[^.;]+"
)
_DETERMINERS = frozenset("a an the its their his her this that no".split())  # noqa: SIM905 - a word list reads best as one text
# behind these stands no verb: "absent from the vote"
_NO_VERB_BEHIND = _DETERMINERS | frozenset("of from in for at by on with during after before".split())  # noqa: SIM905 - see above
_HAS = regex(r"\b(?:has|have|had|having|with|there\s+(?:is|are|was|were)|contains?|includes?)\b")


_DENIES = regex(r"\b(?:not|never|no|only|when|if|once|until|after)\b|n't\b")


class Denied(NamedTuple):
    """What a question asks about as not so: the stems of its words, whether it is a thing that is not there, and whether it asks why."""

    words: frozenset[str] = frozenset()
    is_thing: bool = False
    why: bool = False


@lru_cache(maxsize=512)
def denied_in(question: str) -> Denied:
    """Return what a question asks about as not so; no words where it asks for what is.

    >>> denied_in("Which roads were not repaired?").words == stems("repaired"), denied_in("Which roads were repaired?").words
    (True, frozenset())
    """
    if len(question) > _LONGEST:
        return Denied()
    asked = uncontracted(question.replace("’", "'")).lower()
    found = _ASKED.search(asked)
    if found is None or _REPORTED.search(asked, 0, found.start("what")):
        return Denied()
    what = found["what"].split()
    told = what[-1] if what[0] in _DETERMINERS else " ".join(what)  # "Why did not the fair open?"
    return Denied(stems(told), found["no"] is not None, _WHY.search(asked) is not None)


def states_what_is_not(text: str, question: str, accepted: str) -> bool:
    """Return whether an answer says in one plain statement that what the question asks about as not so is so.

    >>> asked = "Which roads were not repaired?"
    >>> told = ("Elm Road was repaired.", "Elm Road was not repaired.", "Elm Road")
    >>> [states_what_is_not(text, asked, "Elm Road") for text in told]
    [True, False, False]
    """
    denied = denied_in(question) if len(text) <= SHORT else Denied()
    if not denied.words or denied.words & stems(accepted):
        return False
    told = text.lower().replace("’", "'").rstrip(" .!")
    if denied.why:
        stated = _STATED.match(told)
        return stated is not None and bool(stems(stated["verb"]) & denied.words) and not _DENIES.search(told)
    if _ALL_BUT.fullmatch(told):
        return not has_verb(told)
    told = _ONLY.sub("", told)
    if "n't" in told or _OPEN.search(told):
        return False
    if denied.is_thing:
        return _HAS.search(told) is not None and bool(stems(told) & denied.words)
    if len(told) < len(text.rstrip(" .!")) and may_be_asked(question, told):
        return True  # "It stops only at Elm Road", where it is asked what it does not serve
    return any(
        before not in _NO_VERB_BEHIND and stems(word) & denied.words
        for before, word in pairwise(["", *_WORD.findall(told)])
    )


def without_denial(text: str, question: str) -> str:
    """Return the things of which an answer says that what the question asks about as not so is not so; the answer itself where it says it of none.

    >>> without_denial("Elm Road and Oak Lane weren't repaired.", "Which roads were not repaired?")
    'Elm Road and Oak Lane'
    >>> without_denial("They weren't repaired.", "Which roads were not repaired?")
    "They weren't repaired."
    """
    denied = denied_in(question) if len(text) <= SHORT else Denied()
    found = _ITEMS_NOT.fullmatch(uncontracted(text.replace("’", "'"))) if denied.words else None
    if found is None or _SUBJECT.match(text):
        return text
    return found["items"] if not found["what"] or stems(found["what"]) <= denied.words else text
