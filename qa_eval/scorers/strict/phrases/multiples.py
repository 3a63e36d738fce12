"""How many times as much, and how nearly: "almost twice as far" is "nearly double"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.dimensions import is_measured, nouns_of
from qa_eval.scorers._words.opposites import may_be_asked, opposite_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SMALL, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 100  # characters; a longer answer says more than that
_NEARNESS = {
    "almost": "almost", "nearly": "almost", "close to": "almost", "not quite": "almost", "just under": "almost", "just over": "over",
    "a little over": "over", "slightly more than": "over", "more than": "over", "over": "over", "at least": "least", "about": "about",
    "around": "about", "roughly": "about", "approximately": "about", "some": "about", "less than": "under", "under": "under",
    "no more than": "most", "not more than": "most", "at most": "most", "up to": "most", "a maximum of": "most", "no less than": "least",
    "not less than": "least", "a minimum of": "least",
}  # fmt: skip
_WORDS = {
    "twice": 2, "double": 2, "doubled": 2, "twofold": 2, "thrice": 3, "triple": 3, "treble": 3, "tripled": 3, "threefold": 3, "quadruple": 4,
    "fourfold": 4, "tenfold": 10,
}  # fmt: skip
_MULTIPLE = regex(
    rf"\W*(?:(?:it|they|that|this)\s+(?:is|was|are|were|had|has)\s+)?(?:by\s+)?(?P<near>{'|'.join(sorted(_NEARNESS, key=len, reverse=True))})?\s*"
    rf"(?:(?P<word>{'|'.join(_WORDS)})|(?P<of>(?:an?\s+)?(?:magnification|enlargement|factor)\s+of\s+|[x×]\s?(?=\d))?(?P<count>\d{{1,4}}(?:\.\d)?|{'|'.join(NUMBER_OF)})(?(of)|(?:\s+times|[\s-]?fold|(?<=\d)\s?[x×])))(?!\w)(?P<rest>[^;,.!?\d]*)\W*",
    re.IGNORECASE,
)
_MOVED = regex(
    r"\W*(?:it|they|this|the [a-z]+(?: [a-z]+)?)\s+(?:has |have |had )?(?P<verb>[a-z]{3,})\s+", re.IGNORECASE
)
_UP_TO = "most"
_AT_MOST = regex(r"\s+at (?:the )?(?P<way>most|least)\W*\Z", re.IGNORECASE)
_RATHER = regex(
    r"\b(?:than|less|fewer|smaller|shorter|lower|slower|not|half|that|week|day|month|year)\b|n['’]t\b", re.IGNORECASE
)
_PASSED = frozenset("what it that as had been so was were size amount number".split())  # noqa: SIM905 - a word list reads best as one text


class Multiple(NamedTuple):
    """So many times as much: how nearly, how many times, and the words for what."""

    near: str
    times: str
    rest: frozenset[str]


class MultipleGold:
    """An accepted multiple; ``words`` judges what tells it in the same words."""

    def __init__(self, multiple: Multiple, question: str, words: Gold) -> None:
        self.shown = words.shown
        told = multiple.rest | frozenset(key(question))
        self.multiple, self.words, self.question = multiple, words, question
        self.known = told | nouns_of(told) | _PASSED | SMALL | as_much(told)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted multiple."""
        relation = self.words.relate(text, document)
        said = multiple_in(self._without_verb(text)) if relation.reason not in ACCEPTED else None
        if said is None or said.times != self.multiple.times or not said.rest <= self.known:
            return relation
        if said.near != self.multiple.near and (said.near or self.multiple.near != _UP_TO):
            return relation
        return Relation(Reason.EQUAL_VALUE, f"the same multiple, {self.shown}", shown(text), certain=True)

    def _without_verb(self, text: str) -> str:
        """Return an answer without the verb of the question, or one that goes the same way: "It grew sevenfold"."""
        led = _MOVED.match(text) if len(text) <= _LONGEST else None
        if led is None or opposite_in(self.question, led["verb"]):
            return text
        same = stems(led["verb"]) & stems(self.question) or may_be_asked(self.question, led["verb"])
        return text[led.end() :] if same else text


_AS_MUCH = frozenset("much many great big large".split())  # noqa: SIM905 - see above
_AS_FAR = frozenset(("high", "far"))  # of anything but a measure of its own


def as_much(told: frozenset[str]) -> frozenset[str]:
    """Return the words that say no more than "much" beside some others: "twice as high" of prices, not of what is twice as wide.

    >>> "high" in as_much(frozenset(("price",))), "high" in as_much(frozenset(("wide",)))
    (True, False)
    """
    return _AS_MUCH if nouns_of(told) or any(map(is_measured, told)) else _AS_MUCH | _AS_FAR


def multiple_in(text: str) -> Multiple | None:
    """Return the multiple that a text tells and nothing else; None for another text.

    >>> multiple_in("almost twice as far")[:2] == multiple_in("nearly double")[:2]
    True
    """
    if len(text) > _LONGEST:
        return None
    limit = _AT_MOST.search(text)
    told = _MULTIPLE.fullmatch(f"at {limit['way']} {text[: limit.start()]}" if limit else text)
    if told is None or _RATHER.search(told["rest"]):
        return None
    count = (told["count"] or "").lower()
    times = _WORDS[told["word"].lower()] if told["word"] else NUMBER_OF.get(count, count)
    return Multiple(_NEARNESS.get((told["near"] or "").lower(), ""), str(times), frozenset(key(told["rest"])))


def multiple_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that compares multiples where the accepted answer is one, else ``words``."""
    told = multiple_in(question.accepted[0]) if question.accepted else None
    return words if told is None else MultipleGold(told, question.text, words)
