"""Statements that say the question over: "It is proposing one", "Not inside, no", and "Yes. It is not proposing one", which contradicts itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.alike import lemma
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import folded

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

LONGEST = 200  # characters; a longer answer says more than that
_FLAT = regex(r"\W*(?:(?P<yes>yes|yeah|yep)|no|nope)\b\s*[,.;:!–—-]+\s*(?P<rest>[^,.;:!?\n]+)[.!]?\s*", re.IGNORECASE)
_IS_NOT = regex(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must)\s+not\s+(?:yet\s+|been\s+|be\s+)*(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_NEGATIVE = regex(r"\b(?:not|no|never|without|only|just)\b|n['’]t\b", re.IGNORECASE)
_ENDS_WITH_NO = regex(r"\W*not\b[^.;!?]*,\s*(?:no|sorry)\W*", re.IGNORECASE)
_NOT_THAT = regex(
    r"\W*not\s+(?P<what>[^.,;!?]+?)(?:,?\s+(?:since|because|as|due to|owing to)\s[^.;!?]*)?\W*|[^.;!?]*,\s*(?:but\s+)?not\s+(?P<last>[^.,;!?]+?)\W*",
    re.IGNORECASE,
)
_AGAINST = regex(
    r"\b(?:decid|vot|opt|cho[os]|resolv|rul|agree|plan)\w*\s+(?:against|out|not\s+to)\s+(?!the\s+(?:plan|idea|proposal|wishes))",
    re.IGNORECASE,
)
_TO_DO = regex(
    r"\b(?P<verb>[a-z]{3,})\s+to\s+(?!the\b|an?\b|its\b|his\b|her\b|their\b)(?P<deed>[a-z]{3,})\b", re.IGNORECASE
)
_DUTY = regex(
    r"\b(?:must|need(?:s|ed)?|ha(?:ve|s) to|required?|requires|necessary|compulsory|mandatory|obligatory)\b",
    re.IGNORECASE,
)
_NO_DUTY = regex(
    r"\bno need\b|\bneed(?: not|n['’]t)\b|\b(?:not|n['’]t|never)\s+(?:[a-z]+ly\s+)?(?:need|required|necessary|have to|compulsory|mandatory|obligatory)",
    re.IGNORECASE,
)
_ONE = regex(
    r"\W*(?P<who>(?:[\w'’-]+\s+){1,4}?)(?:(?:is|are|was|were|has|have|had|will|would|also|indeed)\s+)*(?P<verb>[a-z]+)\s+(?:one|some)\b(?!\s+of\s+(?:the|its|his|her|their|them|these|those)\b)[^,;!?\n]*",
    re.IGNORECASE,
)
# "He was convicted", where it is asked whether the court convicted him
_UNDERGONE = regex(
    r"\W*(?P<who>he|she|it|they)\s+(?:was|were|(?:has|have|had) been)\s+(?:indeed\s+|duly\s+)?(?P<verb>[a-z]+)\W*",
    re.IGNORECASE,
)
_DID_TO = regex(
    r"\W*(?:did|has|have|had|does|do|will)\s+(?P<who>[^?,]+)\s(?P<verb>[a-z]+)\s+(?:(?P<whom>him|her|it|them)|(?:the|an?|this|that|these|those|its|his|their)\s+[a-z-]+)\s*\?\W*",
    re.IGNORECASE,
)
# "Was the goal given after the review?", "Was the fine confirmed on appeal?"
_AFTER_CHECK = regex(
    r"\s+(?:(?:after|on|upon|following)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+)?(?:review|check|replay|appeal|inquiry|investigation|protest|complaint|hearing|vote)|in\s+(?:court|the end))\s*\?",
    re.IGNORECASE,
)
# "It was upheld", "fully reversible"
_ALONE = regex(
    r"\W*(?P<who>(?:it|they|he|she|this|that|these|those)\s+(?:is|are|was|were|has been|have been|had been)\s+)?"
    r"(?:(?:indeed|also|quite|very|readily|highly|fully|completely|entirely|wholly|clearly|definitely|certainly|easily|freely|formally|finally|eventually|unanimously|officially|duly)\s+)?"
    r"(?P<what>[a-z]+)\W*",
    re.IGNORECASE,
)
_OF_BEING = regex(r"\W*(?:is|are|was|were|(?:has|have|had)\b.*\bbeen)\b", re.IGNORECASE)
# "Is it soluble in water?"
_OF_A_QUALITY = regex(
    r"(?<=(?:ble|ant|ent|ive|ous))\s+(?:in|to|of|for|with|at|on|under)\s+(?:[\w-]+\s*){1,4}\?\W*\Z", re.IGNORECASE
)
_DOES = regex(r"\W*(?:does|do|will)\s+", re.IGNORECASE)
_NO_IS_DONE = regex(
    r"\W*(?:no|nope)\s*[,.;:!–—-]+\s*(?P<who>(?:the\s+)?(?:[a-z-]+\s+){1,3}?)(?:(?:is|are|will\s+be|gets?)\s+(?P<done>[a-z]+)|(?P<does>[a-z]+)(?:\s+(?P<what>(?:the\s+)?(?:[a-z-]+\s*){1,3}))?)\W*",
    re.IGNORECASE,
)
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "their"))
_OBJECTS = {"he": "him", "she": "her", "it": "it", "they": "them"}
_PRONOUNS = frozenset(("it", "they", "he", "she", "we", "there"))


def without_check(question: str) -> str:
    """Return a question without the check behind it after which it is asked whether something is so.

    >>> without_check("Was the fine confirmed on appeal?")
    'Was the fine confirmed?'
    """
    return _AFTER_CHECK.sub("?", question)


def contradicts_its_word(text: str, asked: AbstractSet[str], question: str = "") -> bool:
    """Return whether a yes stands before the question denied, or a no before the question affirmed; ``asked``: its stems.

    >>> asked = stems("Is the board proposing a dividend?")
    >>> [contradicts_its_word(text, asked) for text in ("Yes. The board is not proposing one.", "No, it isn't proposing one.")]
    [True, False]
    """
    if len(text) <= LONGEST and _is_done_all_the_same(text, asked, question):
        return True
    if len(text) > LONGEST or ("not" not in text and "n't" not in text and text.count(" ") < len(asked)):
        return False  # too little to say it over
    said = _FLAT.fullmatch(uncontracted(text))
    if said is None:
        return False
    rest = said["rest"]
    if not said["yes"]:
        return len(rest.split()) >= len(asked) and _NEGATIVE.search(rest) is None and stems(rest) == asked
    denied = _IS_NOT.search(rest) if " not " in rest else None
    return denied is not None and stem_of(folded(denied["verb"])) in asked and stems(rest) - asked <= _ADDED


def _is_done_all_the_same(text: str, asked: AbstractSet[str], question: str) -> bool:
    """Return whether a no stands before a clause that says of what is asked that it is done: "No, the road is closed" where it is asked whether snow closes it."""
    told = _NO_IS_DONE.fullmatch(text)
    verb = _DOES.match(question) if told else None
    if told is None or verb is None or _NEGATIVE.search(question):
        return False
    done, said = told["done"] or told["does"], stems(f"{told['who'] or ''} {told['what'] or ''}")
    words = question[verb.end() :].rstrip(" ?").split()
    at = next((place for place, word in enumerate(words) if lemma(folded(word)) == lemma(folded(done))), 0)
    is_verb = at > 0 and words[at - 1].lower() not in _DETERMINERS
    return is_verb and said - _SUBJECTS <= asked and (told["done"] is None or at < len(words) - 1)


def says_it_over(text: str, asked: AbstractSet[str], question: str = "") -> bool | None:
    """Return what an answer says that denies the question's words, or affirms them with "one" for its last; None for neither.

    >>> asked = stems("Is the board proposing a dividend?")
    >>> [says_it_over(text, asked) for text in ("The board is proposing one of 12p.", "Not a dividend, no.", "It is proposing cuts")]
    [True, False, None]
    """
    if len(text) > LONGEST:
        return None
    if _is_undergone(question, text) or _is_last_asked(question, text):
        return True
    told = _NOT_THAT.fullmatch(text)
    denied = stems(told["what"] or told["last"]) if told else frozenset[str]()
    if _ENDS_WITH_NO.fullmatch(text) or (denied and denied <= asked):
        return False
    against = None if _AGAINST.search(question) else _AGAINST.search(text)
    if against and stems(text[against.end() :]) & asked:
        return False  # "It decided against selling it"
    if _DUTY.search(question) and (_DUTY.search(text) or _NO_DUTY.search(text)):
        return _duty(text, asked)
    one = None if _NEGATIVE.search(text) else _ONE.fullmatch(text)
    if one is None or stem_of(folded(one["verb"])) not in asked:
        return None
    who = stems(one["who"])
    return True if who and who - asked <= _SUBJECTS else None


def _is_undergone(question: str, text: str) -> bool:
    """Return whether an answer says of whom or what the deed is asked that it was done."""
    told = _UNDERGONE.fullmatch(text)
    asked = _DID_TO.fullmatch(question) if told else None
    if told is None or asked is None or lemma(folded(told["verb"])) != lemma(folded(asked["verb"])):
        return False
    pronoun, doer = told["who"].lower(), asked["who"].lower()
    if asked["whom"]:
        return _OBJECTS[pronoun] == asked["whom"].lower()
    return pronoun != doer and (doer.startswith(("the ", "its ", "they")) or pronoun == "it")


def _is_last_asked(question: str, text: str) -> bool:
    """Return whether an answer says no more than what the question asks last: "It was upheld", "reversible"."""
    told = _ALONE.fullmatch(text)
    if told is None or " or " in question or not (told["who"] or _OF_BEING.match(question)):
        return False  # "Subletting", where it is asked whether something allows it
    asked = _OF_A_QUALITY.sub("", without_check(question)).rstrip(" ?").rpartition(" ")[2]
    return lemma(folded(told["what"])) == lemma(folded(asked))


def does_else(question: str, text: str) -> bool:
    """Return whether an answer tells of something else that was to be done than the question: "voted to keep", for "vote to sell".

    >>> does_else("Did they vote to sell it?", "They voted to keep it."), does_else("Did they vote to sell it?", "They voted to sell.")
    (True, False)
    """
    asked = _TO_DO.search(question)
    told = _TO_DO.search(text) if asked else None
    if asked is None or told is None or stem_of(folded(asked["verb"])) != stem_of(folded(told["verb"])):
        return False
    return stem_of(folded(asked["deed"])) not in stems(text)


def _duty(text: str, asked: AbstractSet[str]) -> bool | None:
    """Return whether an answer says that what is asked about has to be done: "Visitors must book", a booking being asked about."""
    if _NO_DUTY.search(text):
        return False
    if _NEGATIVE.search(text):
        return None
    said = stems(text)
    return True if (said & asked) - _OF_DUTY or said <= _OF_DUTY | _SUBJECTS else None


_OF_DUTY = stems("must need needs needed have has required require requires necessary compulsory mandatory obligatory")
_ADDED = stems("one it them some any not")
_SUBJECTS = frozenset(stem_of(word) for word in _PRONOUNS)
