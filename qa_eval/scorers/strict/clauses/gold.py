"""Accepted clauses and deeds, which an answer may tell in another order or voice, with what the document says of them besides."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.marked import Kind, marked
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.clauses.clause import Clause, clauses_of, words_of
from qa_eval.scorers.strict.clauses.known import Known
from qa_eval.scorers.strict.clauses.matching import Asked, Told, told_in
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document, Question
    from qa_eval.scorers._words.marked import Marked
    from qa_eval.scorers.strict.relation import Gold

    Words = tuple[Marked, ...]

_LONGEST = 120  # characters of an accepted text
_FEWEST = 3  # words
_TRIED = frozenset((Reason.WRONG_WORDS, Reason.WRONG_NAME, Reason.PARTIAL, Reason.LESS_PRECISE, Reason.CONTRADICTION))
_FIGURE = regex(r"\A[A-Z].*\d.*\.\Z")  # a sentence told for its figure
_NAMED = r"(?P<{0}>[\w'’.-]+(?:\s+[\w'’.-]+){{0,7}}?)"
_WHOM = regex(
    rf"\b(?:did|does|do|has|have|had|will|would)\s+{_NAMED.format('one')}\s+(?:order\w*|tell|told|ask\w*|urge\w*|force\w*|require\w*|advise\w*|allow\w*|instruct\w*|want|persuade\w*|get|expect)\s+{_NAMED.format('who')}\s+to\s+do\b",
    re.IGNORECASE,
)
_DOES = regex(
    rf"\b(?:did|does|do|has|have|had|will|would|should|must|can|could|is|are|was|were)\s+{_NAMED.format('who')}\s+(?:do|done|going|want|plan|intend|hope|promise|offer|agree|decide|threaten|deny|warn|complain|fear|say|announce|claim|argue|suggest|propose|demand|criticise|criticize|accuse|blame|refuse|asked|told|ordered|supposed)\b",
    re.IGNORECASE,
)
_TO_COME = regex(
    r"\b(?:will|would|want\w*|plan\w*|intend\w*|going to|should|must|order\w*|hope\w*|promis\w+|next)\b", re.IGNORECASE
)
_DID = regex(r"\b(?:did|had|has|have|was|were)\b", re.IGNORECASE)
_DENY = regex(r"\b(?:den(?:y|ies|ied)|disput\w+|reject\w*|refut\w+)\b", re.IGNORECASE)


class ClauseGold:
    """Accepted clauses; ``plain`` judges, and takes none that is turned round."""

    def __init__(self, question: Question, clauses: tuple[tuple[Clause, ...], ...], plain: Gold) -> None:
        self.shown = plain.shown
        self.question, self.clauses, self.plain = question.text, clauses, plain
        self._known: Known | None = None

    @cached_property
    def asked(self) -> Asked:
        """What the question tells of who does it, and when."""
        return _asked(self.question)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted clauses."""
        relation = self.plain.relate(text, document)
        accepted = relation.reason in ACCEPTED
        if len(text) > SHORT or text.count(" ") < 1 or not (accepted or relation.reason in _TRIED):
            return relation
        told = self._told(text, document)
        if accepted and told is Told.TURNED:
            return Relation(Reason.CONTRADICTION, f"says it the other way round, accepted {self.shown}", shown(text))
        if not accepted and told is Told.SAME:
            return Relation(
                Reason.CONTAINS_GOLD, f"tells the accepted {self.shown} in another order", shown(text), certain=True
            )
        return relation

    def _told(self, text: str, document: Document | None) -> Told | None:
        words = words_of(text)
        known = self._known_of(document)
        found = {self._of(words, each, known) for each in self.clauses}
        return Told.SAME if Told.SAME in found else (Told.TURNED if found == {Told.TURNED} else None)

    def _of(self, words: Words, clauses: tuple[Clause, ...], known: Known) -> Told | None:
        if len(clauses) == 1:
            return told_in(words, clauses[0], known, self.asked)
        for parts in _halves(words):
            for each in (clauses, clauses[::-1]):
                if all(
                    told_in(part, clause, known, self.asked) is Told.SAME
                    for part, clause in zip(parts, each, strict=True)
                ):
                    return Told.SAME
        return None

    def _known_of(self, document: Document | None) -> Known:
        text = document.text if document else ""
        if self._known is None or self._known.document != text:
            accepted = [
                meaning
                for clause in self.clauses[0]
                for chunk in (clause.doer, clause.whom, *clause.joined)
                if chunk
                for meaning in chunk.meanings
            ]
            verbs = [clause.verb.meaning for clause in self.clauses[0]]
            self._known = Known(self.question, [*accepted, *verbs], text)
        return self._known


def _halves(words: Words) -> Iterator[tuple[Words, Words]]:
    for at, word in enumerate(words):
        if word.meaning == "and" and 0 < at < len(words) - 1:
            yield words[:at], words[at + 1 :]


def _asked(question: str) -> Asked:
    found = _WHOM.search(question) or _DOES.search(question)
    doer = _meanings(found["who"]) if found else frozenset()
    others = _meanings(question) - doer if found and "one" in found.re.groupindex else frozenset()
    to_come = True if _TO_COME.search(question) else (False if _DID.search(question) else None)
    return Asked(doer, others, to_come, _DENY.search(question) is not None)


def _meanings(text: str) -> frozenset[str]:
    return frozenset(word.meaning for word in marked(text) if word.kind is Kind.WORD)


def clause_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes accepted clauses in another order or voice, where such are accepted; else ``plain``."""
    texts = question.accepted or (question.answer.text,)
    if not any(text.count(" ") >= _FEWEST - 1 and len(text) <= _LONGEST for text in texts):
        return plain
    told = [text for text in texts if len(text) <= _LONGEST and not _FIGURE.search(text)]
    clauses = tuple(filter(None, (clauses_of(text, question.text) for text in told)))
    return ClauseGold(question, clauses, plain) if clauses else plain
