"""Questions that ask what is not so: "Breakfast is not included" answers what is not, "Breakfast is included" does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY
from qa_eval.scorers._words.contractions import uncontracted
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.parts.asked_not import denied_in
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKED = regex(
    rf"\W*(?:(?P<why>why|(?:under|on|in)\s+(?:what|which)\s+(?:conditions?|circumstances?|cases?))|(?:(?:on|in|at|for|from|to)\s+)?(?:what|which|who|when|where))\b[^\"“”?.!,;]*?\b(?:(?:{AN_AUXILIARY})\s+(?:[\w'-]+\s+){{0,3}}?not\b|(?:{AN_AUXILIARY})n't\b|\bthere\s+no\b)",
    re.IGNORECASE,
)
# "Who said that they would not leave?" asks who says so
_REPORTED = regex(
    r"\bthat\b|\b(?:said|says?|told|tells|claim(?:s|ed)?|promised|warned|insist(?:s|ed)?|admitted|thinks?|thought|hopes?|hoped|believe[sd]?)\s+(?:it|he|she|they|we|the)\b",
    re.IGNORECASE,
)
_ASKS_FORBIDDEN = regex(
    r"\b(?:what|which|who)\b[^?]*\b(?:forbidden|banned|prohibited|not (?:allowed|permitted))\b", re.IGNORECASE
)
_ASKS_CLOSED = regex(
    r"\b(?:when|(?:what|which) days?)\b[^?]*\b(?:closed|shut)\b(?! (?:down|for good|off))", re.IGNORECASE
)
_OPENS = regex(r"\bopens?\b", re.IGNORECASE)
_NOT_OPEN = regex(r"\b(?:do|does|is|are)(?:\s+not|n['’]t)\s+open\b", re.IGNORECASE)
_NOT_ALLOWED = regex(r"(?<=[a-z])\s+(?:is|are|was|were)(?:\s+not|n['’]t)\s+(?:allowed|permitted)\b", re.IGNORECASE)
_BARE_NOT = regex(r"\W*not\s+(?!(?:known|stated|given|mentioned|clear|sure|said|specified)\b)", re.IGNORECASE)
_EXCEPT = regex(
    r"\b(?:every(?:one|body|thing)?|each|all|daily|any(?:one|body|thing)?)\b[^.;!?]*?,?\s+(?:except|but|save|other than|apart from)\s+(?:for\s+|on\s+)?(?P<what>[^,.;!?]+)",
    re.IGNORECASE,
)
_SAID = regex(rf"(?P<auxiliary>\b(?:{AN_AUXILIARY}))(?:\s+not\b|n't\b)", re.IGNORECASE)
_UNABLE = regex(r"\bunable\b", re.IGNORECASE)
_ABLE = regex(r"\b(?:is|are|was|were) able to\b", re.IGNORECASE)
_NEVER = regex(r"\bnever\s+(?=[a-z])|\bwithout\s+(?:any\s+)?(?=[a-z])", re.IGNORECASE)
_EXCLUDES = regex(r"\bexcludes?\b", re.IGNORECASE)
_ANY_NOT = regex(
    r"\b(?:not|never|no|none|neither|nor|without|except|excluded?|excluding|excludes|miss\w*|absent|lack\w*|refus\w*|boycott\w*|skip\w*|avoid\w*|ban\w*|forb\w+|prohibit\w*|closed|[a-z]+-(?:resistant|proof|free))\b|n't\b",
    re.IGNORECASE,
)
_CONDITION = regex(r"\b(?:if|when|unless)\b", re.IGNORECASE)
_ONLY_IF = regex(r"\W*(?:if|when|where|while|once|after|before|as long as|in case)\b[^,;.:]*\.?\s*\Z", re.IGNORECASE)
_STATED = frozenset((Reason.CONTAINS_GOLD, Reason.SAME_DATE))


class NegativeGold:
    """Accepted answers of a question that asks what is not so; ``plain`` judges what an answer says is not."""

    def __init__(self, question: Question, plain: Gold, *, why: bool) -> None:
        self.shown = plain.shown
        self.asked = frozenset() if why else stems(question.text)  # a reason may be told of what did not happen
        self.denied = denied_in(question.text).words if why else frozenset()
        self.why = why
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ones."""
        if len(text) > SHORT:
            return self.plain.relate(text, document)
        text = _UNABLE.sub("not able", uncontracted(_EXCLUDES.sub("does not include", text)))
        said = _SAID.search(text)
        led = _BARE_NOT.match(text)
        if led and (relation := self.plain.relate(text[led.end() :], document)).reason in ACCEPTED:
            return relation._replace(certain=True)
        if said and self._is_denied(text[said.end() :]) and not _CONDITION.search(text, 0, said.start()):
            bare = f"{text[: said.start()]}{said['auxiliary']}{text[said.end() :]}"
            relation = self.plain.relate(bare, document)
            return relation._replace(certain=True) if relation.reason in ACCEPTED else self.plain.relate(text, document)
        never = _NEVER.search(text)
        if never and (relation := self.plain.relate(_NEVER.sub("", text, count=1), document)).reason in ACCEPTED:
            return relation._replace(certain=True)
        left = _EXCEPT.search(text)
        if left and (relation := self.plain.relate(left["what"], document)).reason in ACCEPTED:
            return relation._replace(certain=True)
        relation = self.plain.relate(text, document)
        if relation.reason in _STATED and self._states(text):
            return Relation(Reason.CONTRADICTION, f"says that it is so, and not what is not: {self.shown}", shown(text))
        return relation

    def _is_denied(self, rest: str) -> bool:
        """Return whether a "not" denies what the question does; one of a reason is the reason's own: "She did not step in time"."""
        return not self.why or bool(stems(" ".join(rest.split()[:1])) & self.denied)

    def _states(self, text: str) -> bool:
        """Return whether an answer states, without a "not", what the question asks about."""
        if _ONLY_IF.match(text):
            return False  # "If the child has asthma" is a condition under which it is not so
        told = has_verb(text) or " be " in text
        shared = bool(stems(text) & self.asked) or (_ABLE.search(text) is not None and bool(self.asked))
        return told and shared and _ANY_NOT.search(text) is None


class ForbiddenGold:
    """Accepted answers of a question that asks what is forbidden; ``plain`` judges what an answer says is."""

    def __init__(self, plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer, "dogs are not allowed" as "dogs are forbidden"."""
        return self.plain.relate(_NOT_ALLOWED.sub(" are forbidden", text), document)


class ClosedGold:
    """Accepted days of a question that asks when something is closed; ``plain`` judges when an answer says that it does not open."""

    def __init__(self, plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer, "It does not open on Sundays" as "It is closed on Sundays"."""
        left = _EXCEPT.search(text) if _OPENS.search(text) else None
        if left and (relation := self.plain.relate(left["what"], document)).reason in ACCEPTED:
            return relation._replace(read=shown(text), certain=True)
        return self.plain.relate(_NOT_OPEN.sub("is closed", text), document)


def negative_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that lets an answer say "not" where the question does, else ``plain``."""
    if _ASKS_FORBIDDEN.search(question.text):
        return ForbiddenGold(plain)
    if _ASKS_CLOSED.search(question.text):
        return ClosedGold(plain)
    asked = _ASKED.match(question.text)
    if asked is None or _REPORTED.search(asked[0]):
        return plain
    return NegativeGold(question, plain, why=asked["why"] is not None)
