"""What a rule says to a question of what may or must be done: "The law forbids their sale", "It can't go ahead without it"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.wording import SMALL, key

_LONGEST = 200  # characters; a longer answer says more than that
_MAY = regex(r"\W*(?:can|may|could|(?:is|are)\s[^?]{1,60}\s(?:allowed|permitted|legal))\b", re.IGNORECASE)
_NEEDS = regex(r"\b(?:needs?|requires?|required|necessary|must|(?:has|have) to|depends?)\b", re.IGNORECASE)
_CLAUSE = regex(
    r"[;:,()]\s*|\.\s+|\s(?:but|while|whereas|although|though|because|since|as|unless|except)\s", re.IGNORECASE
)
_FORBIDS = regex(
    r"\b(?:forbids?|bans|bars|prohibits?|outlaws|rules out|(?:puts|places) a ban on)\s+(?P<what>[^\n]+)",
    re.IGNORECASE,
)
_FORBIDDEN = regex(
    r"(?P<what>[^\n]+?)(?:\s+(?:is|are|has been|have been|would be)|(?<=[a-z])['’](?:s|re))\s+(?:strictly\s+|expressly\s+|now\s+|not\s+)?(?:forbidden|banned|barred|prohibited|outlawed|ruled out|illegal|unlawful|against the law)\b",
    re.IGNORECASE,
)
# "Alcohol must be avoided", "Avoid alcohol"
_AVOIDED = regex(
    r"(?P<what>[^\n]+?)\s+(?:must|should|has to|have to|is to|are to|needs? to|ought to)\s+be\s+avoided\b|\W*avoid\s+(?P<it>[^\n]+?)\W*\Z",
    re.IGNORECASE,
)
# "Tickets are non-refundable", where it is asked whether they can be refunded
_BE_DONE = regex(r"\W*(?:can|may|could)\b[^?]*\bbe\s+(?P<verb>[a-z]+)\b", re.IGNORECASE)
_ABLE = regex(
    r"(?:^|\b(?:is|are|it['’]s|they['’]re)\s+(?:strictly\s+|fully\s+|completely\s+)?)(?P<not>not\s+)?(?P<un>non-?|un|in|im|ir)?(?P<stem>[a-z]{3,})[ai]ble\b",
    re.IGNORECASE,
)
# "It's optional", where it is asked what must be done
_MUST = regex(
    r"\W*(?:must|(?:do|does|did)\s[^?]{1,60}\s(?:have|need)\s+to|(?:is|are)\s[^?]{1,60}\s(?:obliged|required|compulsory|mandatory))\b",
    re.IGNORECASE,
)
_DUTY = regex(
    r"\b(?:(?P<free>voluntary|optional|up to (?:them|you|him|her))|compulsory|mandatory|obligatory)\b(?!\s+(?:if|unless|when)\b)",
    re.IGNORECASE,
)
# "Is camping without a permit allowed?"
_WITHOUT = regex(r"\A\W*(?:is|are|may|can)\b[^?]*\bwithout\s+(?:an?\s+|the\s+)?(?P<what>[a-z]{3,})\b", re.IGNORECASE)
# "Only with her written consent", "Not unless she agrees", "You must ask first", where it is asked whether it may be done without asking
_CONSENT = "consent|permission|approval|agreement|authori[sz]ation|leave|say-so|go-ahead"
_OF_CONSENT = regex(
    rf"\A(?:asking|consulting|telling|informing|notifying|checking|prior|written|{_CONSENT})\Z", re.IGNORECASE
)
_CONSENT_NEEDED = regex(
    rf"\bonly\s+with\s+(?:[\w'’-]+\s+){{0,4}}?(?:{_CONSENT})\b|\b(?:not\s+unless|only\s+(?:if|when|once|after))\s+[^.;!?]{{1,60}}?\b(?:agree[sd]?|consent(?:s|ed)?|approve[sd]?|permits?|permitted|allow(?:s|ed)?\s+it|say(?:s)?\s+so|asked|(?:{_CONSENT}))\b"
    rf"|\b(?:must|(?:have|has|need)\s+to|should)\s+(?:first\s+|always\s+)?(?:ask|consult|tell|inform|notify|check\s+with|(?:get|obtain|seek|have)\s+(?:[\w'’-]+\s+){{0,3}}?(?:{_CONSENT}))\b",
    re.IGNORECASE,
)
_NEED_NOT_ASK = regex(
    rf"\b(?:need(?:\s+not|n['’]t)|(?:do|does)(?:\s+not|n['’]t)\s+(?:have|need)\s+to)\s+(?:ask|consult|tell|inform|notify|get\s+(?:{_CONSENT}))\b|\bno\s+need\s+to\s+ask\b",
    re.IGNORECASE,
)
_IS_FORBIDDEN = regex(
    r"\W*(?:no\W+)?(?:(?:it|that|this)(?:['’]s|\s+is)\s+)?(?:strictly\s+|expressly\s+)?(?:forbidden|prohibited|banned|illegal|off\s+limits)\W*",
    re.IGNORECASE,
)
_NOT_BEFORE = regex(r"\b(?:not|never|don['’]t|doesn['’]t)\b", re.IGNORECASE)
_RULES_OUT = regex(r"\brules?\s+(?P<what>that|this|it|them)\s+out\b", re.IGNORECASE)
# "Nothing from the wreck may be sold"
_NOTHING_MAY = regex(
    r"\b(?:nothing|none|nobody|no one)\b[^;:,.]*?\b(?:can|may|could|is allowed to|are allowed to)\s+(?:be\s+)?(?P<what>[a-z]+)",
    re.IGNORECASE,
)
_ONLY = regex(r"\b(?:only|if|unless|except|but|partly|partially)\b", re.IGNORECASE)
_NEGATIVE = regex(r"\b(?:not|no|never|nothing|nobody|none|neither|only)\b|n['’]t\b", re.IGNORECASE)
_CANNOT = (
    r"cannot|can['’]t|won['’]t|(?:could|may|must|would|is|are)n['’]t|(?:can|could|may|must|will|would|is|are)\s+not"
)
_NOT_WITHOUT = regex(
    rf"\b(?:{_CANNOT})\s[^;:.]*?\bwithout\s+(?P<what>[^;:,.]+)"
    rf"|\bwithout\s+(?P<first>[^;:,.]+?),?\s+(?:it|they|the [a-z]+|there|nothing)\s+(?:{_CANNOT})\b",
    re.IGNORECASE,
)
_ANY = frozenset(("any", "anything", "all", "part", "part"))
_IT = frozenset("it this that them these those so one such".split())  # noqa: SIM905 - a word list reads best as one text


def rule_says(question: str, text: str) -> bool | None:
    """Return whether a rule that an answer tells says yes or no to what may or must be done; None where it tells none.

    >>> rule_says("May the stamps be sold?", "The statutes forbid their sale."), rule_says("May the stamps be sold?", "The law bans exporting them.")
    (False, None)
    >>> rule_says("Does the sale need the court's consent?", "It can't go ahead without it.")
    True
    """
    if len(text) > _LONGEST:
        return None
    if "without" in text.lower() and _NEEDS.search(question):
        told = _NOT_WITHOUT.search(text)
        return True if told and is_of_it(told["what"] or told["first"], question) else None
    if _MUST.match(question) and (duty := _DUTY.search(text)):
        return (duty["free"] is None) is (_NEGATIVE.search(text) is None)
    return _allowance(question, text) if _MAY.match(question) else None


def need_says(question: str, text: str) -> bool | None:
    """Return what an answer says to whether something may be done without something by telling whether that is needed.

    >>> asked = "Is camping without a permit allowed?"
    >>> need_says(asked, "A permit is needed."), need_says(asked, "No permit is needed."), need_says(asked, "It rained.")
    (False, True, None)
    """
    lacked = _WITHOUT.search(question) if len(text) <= _LONGEST else None
    if lacked and _OF_CONSENT.match(lacked["what"]) and _NEED_NOT_ASK.search(text):
        return True
    if lacked and (_IS_FORBIDDEN.fullmatch(text) or _needs_consent(text, lacked["what"])):
        return False
    needed = _needed(text, lacked["what"].lower()) if lacked else None
    return None if needed is None else not needed


def _needs_consent(text: str, what: str) -> bool:
    """Return whether an answer says that somebody has to agree or to be asked, where that is what may be lacking."""
    if _OF_CONSENT.match(what) is None:
        return False
    told = _CONSENT_NEEDED.search(text)
    return told is not None and _NOT_BEFORE.search(text, 0, told.start()) is None


def _needed(text: str, what: str) -> bool | None:
    """Return whether an answer says that what is asked about is needed: "A permit is required"; None where it tells nothing of that."""
    told = regex(
        rf"(?:\bonly\s+with\s+(?:an?\s+|the\s+)?{what}\b|\b(?P<no>no\s+)?{what}s?\s+(?:is|are)\s+(?P<not>not\s+)?(?:needed|required|necessary)\b|\b(?:needs?|requires?|must\s+have)\s+(?P<none>no\s+)?(?:an?\s+|the\s+)?{what}\b"
        rf"|\b(?P<without>(?:is|are|be)\s+(?:allowed|permitted|possible)\s+without)\s+(?:an?\s+)?{what}\b)",
        re.IGNORECASE,
    ).search(text)
    if told is None or _NOT_BEFORE.search(text, 0, told.start()):
        return None
    return not (told["no"] or told["not"] or told["none"] or told["without"])


def _allowance(question: str, text: str) -> bool | None:
    """Return whether a rule that an answer tells allows what may be done."""
    if _IS_FORBIDDEN.fullmatch(text):
        return False
    if "ble" in text and (able := _is_able(question, text)) is not None:
        return able
    for clause in _CLAUSE.split(text):
        nothing = _NOTHING_MAY.search(clause)
        if nothing and is_of_it(nothing["what"], question):
            return False
        told = _RULES_OUT.search(clause) or _FORBIDS.search(clause) or _FORBIDDEN.match(clause)
        avoided = _AVOIDED.match(clause) if "void" in clause else None
        if avoided and is_of_it(_NEGATIVE.sub("", avoided["what"] or avoided["it"]), question):
            return False
        if told and is_of_it(_NEGATIVE.sub("", told["what"]), question):
            return _NEGATIVE.search(clause) is not None
    return None


def _is_able(question: str, text: str) -> bool | None:
    """Return whether an answer says by an adjective that what is asked about can be done: "They are refundable"."""
    asked, said = _BE_DONE.match(question), _ABLE.search(text)
    if asked is None or said is None or _ONLY.search(text):
        return None
    verb = stem_of(asked["verb"].lower())
    if verb not in {stem_of(f"{said['stem'].lower()}{end}") for end in ("", "e")}:
        return None
    return (said["not"] is None) == (said["un"] is None)


def is_of_it(what: str, question: str) -> bool:
    """Return whether words name what a question asks about, by a pronoun or by the noun of its deed."""
    words = [word for word in key(what) if word in _IT or word not in SMALL]
    asked = frozenset[str]().union(*map(possible, key(question)))
    if len(words) > 1 and possible(words[0]) & asked and words[1] in _ANY:
        return True  # "selling any part of the find"
    return all(word in _IT or possible(word) & asked for word in words)
