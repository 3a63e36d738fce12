"""Whether an answer allows what may be done: "It can be given to pregnant women" where it is asked about pregnancy, "Pregnancy is no obstacle"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._polarity.permitted import is_of_it
from qa_eval.scorers._polarity.statements import LONGEST
from qa_eval.scorers._words.verbs import stems

_PERMITTED = stems("allowed permitted welcome possible during while within throughout can may could")
_PROBLEMS = stems("problem trouble issue worry difficulty")
_HERE = stems("there here all well whatsoever then too")
_ROOT = 5  # letters that words of one root share
_THEY_CAN = regex(r"\W*(?:it|they)\s+can\s+be\s", re.IGNORECASE)
_SUBJECT = regex(
    r"\W*(?:can|may|could|are|is)\s+(?:the\s+|an?\s+)?(?P<what>[a-z]+)\s+(?:be\s|allowed|permitted)", re.IGNORECASE
)
_NO_HINDRANCE = regex(
    r"\W*(?P<what>[a-z\s-]+?)\s+(?:is|are)\s+(?:no|not\s+an?)\s+(?:obstacles?|bar|hindrances?|barriers?|contra-?indications?|impediments?|objections?|reasons?\s+not\s+to)\b",
    re.IGNORECASE,
)
_NO_OBSTACLE = regex(
    r"\W*(?:(?:there(?:'s| is| are| was| were)|i see|i know of|it has|they have|we have)\s+)?(?:no|not any)\s+(?:[a-z]+\s+)?(?P<what>objections?|harm|obstacles?|bans?|bar|restrictions?|prohibition|hindrance|reasons? (?:not to|against)|rule against|law against)\b"
    r"|\W*(?:there(?:'s| is| was)\s+)?nothing\s+(?:(?:speaks?|spoke|that speaks)\s+)?against\b|\W*nothing\s+(?:forbids?|prevents?|stops?|prohibits?|rules? (?:it|this|that) out)\b",
    re.IGNORECASE,
)
# "Machine washing is fine", "Parking there is no problem"
_IS_FINE = regex(
    r"\W*(?:(?:sure|well|oh|then)\b[\s,;:–—-]*)?(?P<what>[a-z][^.,;:!?()]*?)(?:(?:\s+(?:is|are|was|would be|should be)|['’]s)\s+(?:(?:just|also|all|[a-z]+ly|quite)\s+){0,2}"
    r"(?:fine|ok|okay|all right|alright|unproblematic|accepted|no (?:problem|issue|trouble)|not a problem)|\s+(?:poses?|causes?|presents?|makes?)\s+no\s+(?:problems?|trouble|difficult(?:y|ies)))\b(?P<rest>[^.;!?]*)\W*",
    re.IGNORECASE,
)
_NO_PROBLEM = regex(
    r"\W*(?:(?:sure|well|oh)\b[\s,;:–—-]*)?(?:(?:there\s+(?:is|was|are|were)|there['’]s|(?:it|they)\s+(?:is|was|had|has|have))\s+)?no\s+(?P<what>problems?|trouble|issues?|worries|difficult(?:y|ies))(?:\s+(?:at all|whatsoever|with (?:that|it|this)|there|here))?\W*",
    re.IGNORECASE,
)
_ASKS_MAY = regex(
    r"\W*(?:can|may|could|(?:is|are|was|were)\s[^?]*\b(?:allowed|permitted|possible|ok|okay|fine|all right))\b",
    re.IGNORECASE,
)
_BRIEF = 120  # characters; a longer answer says more than that
_EARLY = 20  # characters of an answer in which it says that there is nothing
_FINE_WORDS = regex(
    r"\b(?:fine|ok|okay|alright|all right|accepted|problem|issue|trouble|worries|difficult)", re.IGNORECASE
)
_UNSURE = regex(
    r"\b(?:if|when|not(?! a problem)|might|could|perhaps|maybe|whether|should|or)\b|n['’]t\b", re.IGNORECASE
)
_BUT = regex(r"\b(?:but|except|unless|however|only|until)\b", re.IGNORECASE)


def speaks_of_it(question: str, text: str) -> bool:
    """Return whether an answer speaks of all that may be done, by words of the same root, or of its subject by a pronoun.

    >>> asked = "Can the vaccine be given during pregnancy?"
    >>> speaks_of_it(asked, "It can be given to pregnant women."), speaks_of_it(asked, "It can be given to children.")
    (True, False)
    """
    said = stems(text)
    roots = {each[:_ROOT] for each in said}
    left = {each for each in stems(question) - _PERMITTED - said if len(each) < _ROOT or each[:_ROOT] not in roots}
    if not left:
        return True
    subject = _SUBJECT.match(question) if len(left) == 1 and _THEY_CAN.match(text) else None
    return subject is not None and stems(subject["what"]) == left


def has_no_obstacle(question: str, text: str) -> bool:
    """Return whether an answer says that nothing speaks against what may be done: "There's no objection to it".

    >>> asked = "Can the vaccine be given during pregnancy?"
    >>> has_no_obstacle(asked, "Pregnancy is no obstacle."), has_no_obstacle(asked, "A cold is no obstacle.")
    (True, False)
    """
    if len(text) > LONGEST:
        return False
    told = _NO_HINDRANCE.match(text) if " no" in text else None
    if told and stems(told["what"]) & stems(question):
        return _BUT.search(text, told.end()) is None
    found = _NO_OBSTACLE.match(text) if "no" in text[:_EARLY].lower() else None
    if found is None or _BUT.search(text, found.end()):
        return False
    return not (found["what"] and stems(found["what"]) & stems(question))


def fine_says(question: str, text: str) -> bool | None:
    """Return whether an answer says that what may be done is fine or no problem, or that there was none of the problems that are asked about; None for neither.

    >>> asked = "Can the blanket be washed in a machine?"
    >>> fine_says(asked, "Machine washing is fine."), fine_says(asked, "Hand washing is fine."), fine_says(asked, "No problem.")
    (True, None, True)
    >>> fine_says("Was there a problem with the brakes?", "No problem.")
    False
    """
    if len(text) > _BRIEF or not _FINE_WORDS.search(text):
        return None
    none = _NO_PROBLEM.fullmatch(text)
    if none and _PROBLEMS & stems(question):
        return False
    if not _ASKS_MAY.match(question):
        return None
    fine = None if none else _IS_FINE.fullmatch(text)
    if fine is None or _BUT.search(fine["rest"]) or _UNSURE.search(text):
        return True if none else None
    return True if _is_asked(fine["what"], question) and _is_asked(fine["rest"], question) else None


def _is_asked(words: str, question: str) -> bool:
    """Return whether words name nothing but what a question asks about, in words of the same root or by a pronoun."""
    roots = {each[:_ROOT] for each in stems(question)}
    left = stems(words) - _HERE
    return all(each[:_ROOT] in roots for each in left) or is_of_it(words, question)
