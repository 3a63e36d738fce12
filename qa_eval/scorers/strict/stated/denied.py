"""What is accepted, told as not being so by a noun, a doubt, a refusal or a none: "She has no allergy to penicillin", "None of them: all 12 stayed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._polarity.statements import root_denied
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, Wording, key
from qa_eval.scorers.strict.parts.asked_not import denied_in

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_NOUGHT = frozenset(("0", "none", "zero", "nobody", "no one", "no-one"))
# of a quality: "to unplug" is a deed
_UN = regex(r"\b(?:un|non|ir|il|in|im)-?[a-z]{2,}(?:ed|id|ble|al|ous|ive|ful|ant|ent|ic|ing|wn|en)\b", re.IGNORECASE)
_NEGATED = regex(r"\b(?:not|never|no|without|none|nor)\b|n['’]t\b", re.IGNORECASE)
_SHARED = 5  # letters that "allergic" and "allergy" share
_NONE_OF = regex(
    r"\b(?:no|not any|without(?: any)?|never any|isn['’]t any)\s+(?:known\s+|recorded\s+|proven\s+)?(?P<what>[a-z]{4,})\s+(?:to|of|for|with|in|against|from)\s+(?:the\s+|any\s+)?\Z",
    re.IGNORECASE,
)
_RULED_OUT = regex(
    r"\s+(?P<what>[a-z]{4,})\s+(?:is|was|were|are|has been|have been)\s+(?:excluded|ruled out|disproved|refuted|not (?:found|confirmed))\b",
    re.IGNORECASE,
)
_DOUBTED = regex(
    r"(?<!\bno )(?<!\bnot )(?<!\bwithout )(?<!n['’]t )(?<!\bnever )\b(?:doubts?|doubted|doubtful|unlikely|improbable|hardly|don['’]t (?:think|believe)|do not (?:think|believe))\b[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
_DOUBT_ASKED = regex(r"\b(?:doubt|unlikely|improbable|think|believe)", re.IGNORECASE)

_HOW_MANY = regex(r"\bhow many\b", re.IGNORECASE)
_NONE = r"(?:none|nobody|no one|not (?:a single )?one|zero)"
_NONE_FIRST = regex(
    rf"\W*{_NONE}(?: of (?:them|(?:the|its|their|his|her) (?:[a-z]+ )?[a-z]+))?(?: (?:was|were|is|are|did|do|has|have|had|would|will)(?: been)?(?: (?P<deed>[a-z]+))?)?"
    r"\s*(?:[:;,.]|\s[–—-])\s+(?P<rest>(?!(?:but|except|apart|other|then|later|until|and then)\b)[^\n]*)",
    re.IGNORECASE,
)
_DID = regex(r"\b(?:did|do|was|were|have|has|had)\W*\Z", re.IGNORECASE)
_REFUSES = regex(r"\b(?:refus|declin|fail|oppos|reject|resist)\w*", re.IGNORECASE)
_REFUSING = r"(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed)|fail(?:s|ed)?|oppos(?:e|es|ed))"
_REFUSED = regex(
    r"[^.;!?]*?\b(?:(?:refuse[sd]?|declined?|failed?) to|(?:oppose[sd]?|rejected|resisted) (?:the|any|such an?|an?)) (?P<deed>[a-z]+)\b[^.,;!?]{0,30}[.!]?\s*",
    re.IGNORECASE,
)
_REFUSAL_ASKED = regex(
    rf"\b(?:{_REFUSING}|rejected|resist(?:s|ed)?|against|not|never)\b|n['’]t\b|\bwhy\b|\bhow\b", re.IGNORECASE
)


def _asks_what_is(question: str) -> bool:
    return not denied_in(question).words


def denied_by_noun(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says of what is accepted that it is not so; "" for none.

    >>> denied_by_noun("She has no allergy to penicillin.", "To what is she allergic?", "penicillin")
    'says "no allergy to" of it'
    >>> denied_by_noun("No allergy to latex, but to penicillin.", "To what is she allergic?", "penicillin")
    ''
    """
    if len(text) > SHORT or any(map(str.isdecimal, accepted)):
        return ""
    spans = Wording(text).find(key(accepted))
    if len(spans) != 1:
        return ""
    (start, end), asked = spans[0], key(question)
    before = text[:start]
    if not _DOUBT_ASKED.search(question) and (doubt := _DOUBTED.search(before)):
        return f'says "{doubt[0].strip()}" of it'
    found = _NONE_OF.search(before) or _RULED_OUT.match(text, end)
    if found is None or not any(word.startswith(found["what"].lower()[:_SHARED]) for word in asked):
        return ""
    return f'says "{found[0].strip()}" of it'


def _quality_denied(word: str) -> str:
    return root_denied(word) if _UN.fullmatch(word) else ""


def un_so(text: str, question: str, accepted: str) -> str:
    """Return the word by which an answer says the opposite of an accepted one, "unpaid" of "paid leave" or the other way round; "" for none.

    >>> un_so("14 days of unpaid leave", "What leave is given?", "two weeks of paid leave")
    'says "unpaid"'
    """
    if len(text) > SHORT or not (_UN.search(text) or _UN.search(accepted)) or _NEGATED.search(f"{text} {accepted}"):
        return ""  # "contracts that were never signed" for unsigned contracts
    said, own, asked = key(text), key(accepted), key(question)
    for word in said:
        if (root := _quality_denied(word)) and root in own and root not in said and word not in (*own, *asked):
            return f'says "{word}"'
    denied = {root: word for word in own if (root := _quality_denied(word)) and root not in own}
    return next((f'says "{word}"' for word in said if word in denied and denied[word] not in (*said, *asked)), "")


def _asks_how_many(question: str) -> bool:
    return _HOW_MANY.search(question) is not None and _asks_what_is(question)


def none_first(text: str, question: str, accepted: str) -> str:
    """Return the none that an answer opens with, where it tells of the accepted number of others what is not asked; "" for no such.

    >>> asked = "How many ministers resigned?"
    >>> [none_first(text, asked, "12") for text in ("None: all 12 stayed.", "None of them stayed: all 12 resigned.")]
    ['says "none" of it', '']
    """
    if len(text) > SHORT or accepted.lower() in _NOUGHT:
        return ""
    found = _NONE_FIRST.fullmatch(text)
    if found is None or _DID.search(found["rest"]):
        return ""
    asked = _asked_deed(question)
    if (found["deed"] and not stems(found["deed"]) & asked) or stems(found["rest"]) & asked:
        return ""
    return f'says "{text.split(maxsplit=1)[0].strip(":,;.").lower()}" of it'


def _asked_deed(question: str) -> frozenset[str]:
    """Return the stems of what is asked to have been done by so many: the verbs of a question."""
    return stems(" ".join(word for word in key(question) if is_past(word))) or stems(question)


def refused(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says of whom it names that they refused what is asked; "" for none.

    >>> asked = "Which unions called the strike?"
    >>> refused("The dockers refused to strike.", asked, "the dockers"), refused("The dockers called it.", asked, "the dockers")
    ('says that they refused to strike', '')
    """
    told = _REFUSED.fullmatch(text) if len(text) <= SHORT else None
    if told is None or _REFUSES.search(accepted) or not stems(told["deed"]) & stems(question):
        return ""
    return f"says that they refused to {told['deed']}"


def _asks_who_did(question: str) -> bool:
    return _REFUSAL_ASKED.search(question) is None


DENIED: tuple[Check, ...] = (
    (_asks_what_is, denied_by_noun),
    (_asks_what_is, un_so),
    (_asks_how_many, none_first),
    (_asks_who_did, refused),
)
