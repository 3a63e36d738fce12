"""What an answer has the accepted one do or suffer that is not asked: sold for bought, led by another, at the other end of a way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.rewording import without_articles
from qa_eval.scorers._words.verbs import HELPING, stems
from qa_eval.scorers._words.wording import SHORT, folded, key
from qa_eval.scorers.strict.stated.times import SEVERAL

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_PAID = regex(
    r"\b(?:what|how much)\b.*\b(?P<side>pay|paid|spend|spent)\b|\b(?:what|how much)\b.*\b(?:get|got|receive|received|sell|sold)\b"
)
_SOLD = regex(
    r"\W*(?:it|they|he|she)\s+(?:(?:had|then|later)\s+)?(?P<deed>sold|bought)\s+(?:it|them|the\s+[a-z]+|its\s+[a-z]+|this)\s+(?:in\s+\d{4}\s+)?for\b"
)
_BEGINS = regex(
    r"\bwhere\b.*\b(?:begin|began|start|started|set (?:off|out)|depart|from)\b|\bstarting (?:point|place)\b",
    re.IGNORECASE,
)
_ENDS = regex(
    r"\bwhere\b.*\b(?:end|ended|finish|finished|arrive|arrived|lead|going|go to|headed)\b|\bdestination\b",
    re.IGNORECASE,
)
_WAY = regex(r"\bfrom\s+(?P<from>[^,.;]+?)\s+to\s+(?P<to>[^,.;]+)", re.IGNORECASE)
_TO_WHOM = regex(r"\A\W*(?:to|from|for|with|against) whom\b", re.IGNORECASE)
_BY = regex(r"\W*by\s", re.IGNORECASE)
_WHO_DID = regex(
    r"\W*(?:who|which\s+[a-z]+)\s+(?!(?:is|was|are|were|has|had|have|will|did|does|do|can)\b)(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_SUBJECT_ASKED = regex(
    r"\W*(?:what|who|which\s+[a-z]+(?:\s+[a-z]+)?)\s+(?P<verb>[a-z]+)\s+(?P<whom>(?:the\s+|its\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,2})\s*\?",
    re.IGNORECASE,
)
_TOWARDS = frozenset("about of to against at for on over".split())  # noqa: SIM905 - a word list reads best as one text
_WHO_TO = regex(rf"\W*(?:who|which\s+[a-z]+)\s+(?P<verb>[a-z]+)\s+(?:{'|'.join(sorted(_TOWARDS))})\b", re.IGNORECASE)
_DOES_TO = regex(
    rf"\W*(?P<who>[\w'’-]+(?:\s+[\w'’-]+){{0,5}}?)\s+(?P<verb>[a-z]+)\s+(?P<rest>(?:{'|'.join(sorted(_TOWARDS))})\s.+)",
    re.IGNORECASE,
)
_MUTUAL = stems(
    "border meet marry face play resemble join neighbour equal match"
)  # what one does to the other, both do
_OBJECT_ASKED = regex(
    r"\W*(?:what|which\s+[a-z]+)\s+(?:did|does|do|has|have|had|will)\s+(?P<who>(?:the\s+|its\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,5}?)\s+(?P<verb>[a-z]+)(?=\s*\?|\s+(?:in|on|at|to|from|for|with|by|after|before|during|of)\b)",
    re.IGNORECASE,
)
_TELLS = regex(
    r"\W*(?P<who>(?:the\s+|its\s+)?[\w'’-]+(?:\s+[\w'’-]+)??)\s+(?P<verb>[a-z]+)\s+(?P<rest>.+)", re.IGNORECASE
)
_DENIED = regex(r"\b(?:not|never|nobody|no one|none)\b|n['’]t\b", re.IGNORECASE)
_WILLING = r"(?:promis|agree|offer|decid|plan|want|intend|vow|pledg|hop|threaten|cho[o]?s|consent|volunteer|undert[ao]k|demand|seek|sought)"
_UNWILLING = r"(?:refus|declin|hesitat)"
# what is asked to be promised, and refused in an answer
_WILL_ASKED = regex(
    rf"\W*what\s+(?:did|does|do|has|have|had)\s+[^?]*?\b(?:(?P<willing>{_WILLING})|{_UNWILLING})[a-z]*(?:\s+to(?:\s+do)?)?\s*\?",
    re.IGNORECASE,
)
_WILL_TOLD = regex(
    rf"(?P<before>[^,;.:!?]*)\b(?:(?P<willing>{_WILLING})|{_UNWILLING})[a-z]*\s+to\s+(?P<rest>.+)", re.IGNORECASE
)
_PRONOUN = regex(r"it|they|he|she|we", re.IGNORECASE)
_BUY, _SELL = frozenset(("buy", "bought", "buys")), frozenset(("sell", "sold", "sells"))
_HAVE, _LACK = frozenset(("have", "has", "had", "contain")), frozenset(("lack", "lacks", "lacked"))
_DEEDS = ((_BUY, _SELL), (_SELL, _BUY), (_HAVE, _LACK), (_LACK, _HAVE))
_OWN_CLAUSE = regex(r"[;:]\s|\.\s+(?=[A-Z])")
_DONE_BY = regex(
    r"(?<!who )(?<!which )(?<!, )\b(?:was|were|is|are|been)\s+(?:[a-z]+ly\s+)?(?P<verb>[a-z]+)\s+by\b", re.IGNORECASE
)


def _asks_end(question: str) -> bool:
    return _BEGINS.search(question) is not None or _ENDS.search(question) is not None


def at_other_end(text: str, question: str, accepted: str) -> str:
    """Return the end of a way at which an answer has what is accepted, where it is asked for the other one; "" for none.

    >>> at_other_end("from Oslo to Kiel", "Where did the race begin?", "Kiel"), at_other_end("from Kiel to Oslo", "Where did the race begin?", "Kiel")
    ('to Kiel', '')
    """
    way = _WAY.search(text) if len(text) <= SHORT else None
    begins, ends = _BEGINS.search(question) is not None, _ENDS.search(question) is not None
    if way is None or begins is ends:
        return ""
    side, other = ("to", "from") if begins else ("from", "to")
    held = key(accepted)
    if not set(held) <= set(key(way[side])) or set(held) & set(key(way[other])):
        return ""
    return f"{side} {way[side]}"


def _asks_who_did(question: str) -> bool:
    return _WHO_DID.match(question) is not None or _TO_WHOM.search(question) is not None


def done_by_another(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer says that the accepted one did not do it, but suffered it, or did what was done to them; "" for none.

    >>> done_by_another("Ann was led by Ben.", "Who led from May on?", "Ann"), done_by_another("by Ann", "To whom was it sent?", "Ann")
    ('was led by', 'by')
    """
    if len(text) > SHORT:
        return ""
    if _TO_WHOM.search(question):
        return "by" if _BY.match(text) else ""
    asked, told = _WHO_DID.match(question), _DONE_BY.search(text)
    if asked is None or told is None or not stems(told["verb"]) & stems(asked["verb"]):
        return ""
    before, behind = set(key(_OWN_CLAUSE.split(text[: told.start()])[-1])), set(key(text[told.end() :]))
    held = set(key(accepted))
    return told[0] if held <= before and not held & behind else ""


def _asks_paid(question: str) -> bool:
    return _PAID.search(question.lower()) is not None


def turned_trade(text: str, question: str, _accepted: str) -> str:
    """Return what an answer says that was paid for what was sold, where it is asked what was paid by the same one, or the other way round; "" for nothing.

    >>> asked = "What did the firm pay for the mill?"
    >>> turned_trade("It sold it for £2m.", asked, "£2m"), turned_trade("It bought it for £2m.", asked, "£2m")
    ('says what it was sold for', '')
    """
    asked, told = _PAID.search(question.lower()), _SOLD.match(text.lower())
    if asked is None or told is None or (asked["side"] is None) == (told["deed"] == "sold"):
        return ""
    return f"says what it was {told['deed']} for"


def _asks_subject(question: str) -> bool:
    asked = _SUBJECT_ASKED.match(question)
    return asked is not None and asked["verb"].lower() not in HELPING


def turned_round(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer has it that the accepted one suffered what it is asked to do: "The newts eat herons"; "" for none.

    >>> asked = "What eats the newts?"
    >>> turned_round("The newts eat herons.", asked, "herons"), turned_round("Herons eat the newts.", asked, "herons")
    ('the newts eat', '')
    """
    asked = _SUBJECT_ASKED.match(question) if len(text) <= SHORT else None
    words = key(text) if asked else ()
    if asked is None or stem_of(folded(asked["verb"])) in _MUTUAL:
        return ""
    whom = key(asked["whom"])
    size = len(whom)
    begins = words[:size] == whom and len(words) > size
    if not begins or not stems(words[size]) & stems(asked["verb"]) or not set(key(accepted)) & set(words[size + 1 :]):
        return ""
    return f"{asked['whom']} {words[size]}"


def _asks_who_to(question: str) -> bool:
    asked = _WHO_TO.match(question)
    return asked is not None and asked["verb"].lower() not in HELPING


def turned_to(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer has another one do it, to or about the accepted one: "The guests complained about"; "" for none.

    >>> asked = "Who complained about the noise?"
    >>> turned_to("The guests complained about the band.", asked, "the band"), turned_to("The band complained about it.", asked, "the band")
    ('The guests complained', '')
    """
    asked, told = _WHO_TO.match(question), _DOES_TO.match(text) if len(text) <= SHORT else None
    if (
        asked is None
        or told is None
        or not stems(told["verb"]) & stems(asked["verb"])
        or _PRONOUN.fullmatch(told["who"])
    ):
        return ""
    held = without_articles(key(accepted))
    turned = without_articles(key(told["rest"]))[1 : 1 + len(held)] == held and not set(held) & set(key(told["who"]))
    return f"{told['who']} {told['verb']}" if turned else ""


def _asks_object(question: str) -> bool:
    return _OBJECT_ASKED.match(question) is not None


def done_otherwise(text: str, question: str, accepted: str) -> str:
    """Return the verb by which an answer says that what is accepted was done the opposite by the same one, or had by the opposite one; "" for none.

    >>> asked = "What did the firm buy?"
    >>> done_otherwise("It sold a mine.", asked, "a mine"), done_otherwise("It bought a mine.", asked, "a mine")
    ('sold', '')
    """
    asked, told = _OBJECT_ASKED.match(question), _TELLS.match(text) if len(text) <= SHORT else None
    held = key(accepted)
    if asked is None or told is None or key(told["rest"])[: len(held)] != held or SEVERAL.search(text.lower()):
        return ""
    own = bool(_PRONOUN.fullmatch(told["who"])) or stems(told["who"]) <= stems(asked["who"])
    if not own:
        return opposite_in(asked["who"], told["who"])
    verb = told["verb"].lower()
    if any(asked["verb"].lower() in one and verb in other for one, other in _DEEDS):
        return verb
    return opposite_in(asked["verb"], verb)


def _asks_what_is_wanted(question: str) -> bool:
    return _WILL_ASKED.match(question) is not None


def refused_instead(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer refuses what it is asked to have been promised, or the other way round; "" for none.

    >>> asked = "What did the troupe promise?"
    >>> refused_instead("It refused to return.", asked, "to return"), refused_instead("It agreed to return.", asked, "to return")
    ('It refused', '')
    """
    asked, told = _WILL_ASKED.match(question), _WILL_TOLD.fullmatch(text) if len(text) <= SHORT else None
    if (
        asked is None
        or told is None
        or bool(asked["willing"]) == bool(told["willing"])
        or _DENIED.search(told["before"])
    ):
        return ""
    held = key(accepted.removeprefix("to "))
    return (
        text[: text.index(told["rest"])].strip().removesuffix(" to") if key(told["rest"])[: len(held)] == held else ""
    )


PARTIES: tuple[Check, ...] = (
    (_asks_paid, turned_trade),
    (_asks_end, at_other_end),
    (_asks_who_did, done_by_another),
    (_asks_subject, turned_round),
    (_asks_who_to, turned_to),
    (_asks_object, done_otherwise),
    (_asks_what_is_wanted, refused_instead),
)
