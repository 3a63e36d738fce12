"""Which part of an answer is the answer: what it gives beside an accepted name that it only mentions, and what it gives first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.given import first_given, given_beside
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.parts.added import added
from qa_eval.scorers.strict.parts.doers import other_doer
from qa_eval.scorers.strict.parts.ranked import name_of_rank
from qa_eval.scorers.strict.phrases.orders import comes_later
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers._words.wording import Wording
    from qa_eval.scorers.strict.relation import Gold

Span = tuple[int, int]
_ALIKE = frozenset((Reason.EXACT, Reason.ALIAS))
_DOUBTS = regex(
    r"\b(?:or|maybe|perhaps|possibly|actually|sorry|wait|correction|rather|some|others?|however|instead)\b|\?",
    re.IGNORECASE,
)
_NOT_IT = regex(
    r"\s+(?:was|were|is|are)(?:\s+not|n't)\s+(?:the|its|their|his|her|an?)\s+(?P<what>[a-z]+)\b", re.IGNORECASE
)
_NO_PART = regex(
    r"\s+(?:(?:was|were|is|are)(?:\s+not|n't)\s+(?:to blame|responsible|involved|at fault|behind (?:it|this|that))"
    r"|(?:ha[ds]|have|play(?:s|ed)?)\s+(?:nothing to do with|no (?:part|role|share|bearing|influence|effect)))\b",
    re.IGNORECASE,
)
_UNRELATED = regex(
    r"\b(?:nothing to do with|unrelated to|regardless of|independent(?:ly)? of|unconnected (?:to|with)|irrespective of)\s+(?:an?\s+|the\s+|its\s+|their\s+)?\Z",
    re.IGNORECASE,
)
_DESPITE = regex(r"\b(?:despite|in spite of|notwithstanding)\s+(?:an?\s+|the\s+|its\s+|their\s+)?\Z", re.IGNORECASE)
# "and a broken cable was the consequence"
_ASKS_CAUSE = regex(r"\bwhy\b|\bcaus(?:e[sd]?|ing)\b|\breasons?\b|\bblame[sd]?\b|\b(?:led|leads?) to\b", re.IGNORECASE)
_AFTER_IT = regex(
    r"\s+(?:was|were|is|are|came as)\s+(?:only\s+|merely\s+|just\s+)?(?:(?:the|a|an|its|one|their)\s+(?:only\s+|main\s+)?(?:consequence|result|outcome|effect|upshot|after-?effect|symptom)s?(?!\s+of)"
    r"|what\s+(?:followed|resulted|came\s+of\s+it))\b",
    re.IGNORECASE,
)
_TOLD = frozenset(("reason", "cause", "answer", "case", "one", "problem", "result", "motive", "aim", "purpose"))
_LEADS = regex(r"\A\s*(?:in|on|at|from|by)\s+", re.IGNORECASE)
_REST = 3  # words of a statement behind what is given first


def only_mentioned(wording: Wording, question: str, spans: Sequence[Span], known: str, accepted: str) -> str:
    """Return what to tell of an answer that gives something else, and only mentions what is accepted; "" for another one."""
    if comes_later(wording.text, spans, question):
        return f"says that the accepted {accepted} came later"
    other = given_beside(wording.text, question, spans, known)
    return f"gives {other}, and only mentions the accepted {accepted}" if other else ""


def beside_it(wording: Wording, question: str, spans: Sequence[Span], known: str, accepted: str) -> Relation | None:
    """Relate an answer that says what is accepted, and one thing more, or another thing that it is about; None for no such."""
    read = shown(wording.text)
    also = added(wording.text, spans, question, known)
    if also:
        return Relation(Reason.SEVERAL_ANSWERS, f"also says {also}, accepted {accepted}", read)
    doer = next(filter(None, (other_doer(wording.text, span, accepted, question, known) for span in spans)), "")
    if doer:
        return Relation(Reason.CONTRADICTION, f"says that {doer} did what is accepted, {accepted}", read)
    if _ASKS_CAUSE.search(question) and (
        after := next(filter(None, (_AFTER_IT.match(wording.text, span[1]) for span in spans)), None)
    ):
        return Relation(Reason.CONTRADICTION, f"says that the accepted {accepted} {after[0].strip()}", read)
    given = only_mentioned(wording, question, spans, known, accepted)
    return Relation(Reason.WRONG_WORDS, given, read) if given else None


def last_place(text: str, name: str) -> Span:
    """Return where a name stands last in a text, without the preposition that it begins with; (-1, …) for nowhere.

    >>> last_place("moved to a hotel in Split", "in a hotel in Split")
    (9, 25)
    """
    own = _LEADS.sub("", name).lower()
    start = text.lower().rfind(own)
    return start, start + len(own)


def is_not_it(text: str, span: Span, question: str = "") -> bool:
    """Return whether an answer says of the words at ``span`` that they are not the reason, or whatever was asked for.

    >>> is_not_it("Strong winds were not the reason.", (0, 12)), is_not_it("A storm. It was not the first.", (0, 7))
    (True, False)
    >>> is_not_it("It sailed despite strong winds.", (18, 30), "Why did it sail late?")
    True
    """
    if right_before(_DESPITE, text, span[0]) and _ASKS_CAUSE.search(question):
        return True
    if _NO_PART.match(text, span[1]) or right_before(_UNRELATED, text, span[0]):
        return True
    said = _NOT_IT.match(text, span[1])
    return said is not None and said["what"].lower() in _TOLD


class FirstGold:
    """Accepted names of one question, for an answer that gives one first and alone, or with its rank, and tells of others too."""

    def __init__(self, question: Question, plain: Gold) -> None:
        self.question = question.text
        self.shown = plain.shown
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ones."""
        placed = name_of_rank(text, self.question)
        if placed:
            given = self.plain.relate(placed, document)
            if given.reason not in _ALIKE:
                return given
            return Relation(Reason.CONTAINS_GOLD, f"gives that rank to {placed}, {given.message}", shown(text))
        relation = self.plain.relate(text, document)
        if relation.reason is not Reason.WRONG_NAME or len(text) > SHORT:
            return relation
        first = first_given(text)
        if not first or _DOUBTS.search(text, len(first)) or len(text[len(first) :].split()) < _REST:
            return relation
        given = self.plain.relate(first, document)
        if given.reason not in _ALIKE:
            return relation
        return Relation(Reason.CONTAINS_GOLD, f"gives {first} first, {given.message}", shown(text))
