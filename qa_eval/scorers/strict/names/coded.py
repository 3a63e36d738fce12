"""Accepted codes and numbers of things, "gate B12", "Chapter IV": as people say and shorten them, "B12", "the fourth chapter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.codes import Code, kinds_in, read_code
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_MAY_BE = regex(
    r"\d|\b[A-Z]{1,4}\b|\b(?i:first|second|\w+th|third|one|two|\w*three|\w*four|\w*five|six|seven|eight|nine|ten)\b"
)


class CodedGold:
    """Accepted codes of one question, which names what of ``kinds`` they number; ``plain`` judges what is no code."""

    def __init__(self, question: str, codes: Sequence[Code], kinds: frozenset[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.codes, self.kinds, self.plain = codes, kinds, plain
        self.asked = question.lower()

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted codes."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        kinds = self.kinds.union(code.kind for code in self.codes if code.kind)
        said = read_code(text, kinds) or read_code(strip_frame(text), kinds)
        if said is None or not any(self._is_same(said, code) for code in self.codes):
            return relation
        return Relation(Reason.ALIAS, f"another way to write {self.shown}", shown(text), certain=True)

    def _is_same(self, said: Code, code: Code) -> bool:
        """Return whether two codes are one, each leaving out nothing that the question does not say either."""
        if said.code != code.code:
            return False
        alike = said.kind == code.kind or (
            (not said.kind or said.kind in self.kinds) and (not code.kind or self._asks(code.kind))
        )
        return alike and (
            said.thing == code.thing or all(not each or each in self.asked for each in (said.thing, code.thing))
        )

    def _asks(self, kind: str) -> bool:
        return any(asked.endswith(kind) for asked in self.kinds)  # a classroom is a room


def _is_mixed(code: str) -> bool:
    """Return whether a code is one by its letters and figures: "F16"."""
    return not code.isalpha() and any(map(str.isalpha, code))


def coded_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares codes where the accepted answer is one of a kind that it or the question names, else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if len(first) > SHORT or not _MAY_BE.search(first):
        return plain
    kinds = kinds_in(question.text)
    codes = [
        code
        for text in question.accepted
        if (code := read_code(text, kinds)) and (code.kind or kinds or _is_mixed(code.code))
    ]
    return CodedGold(question.text, codes, kinds, plain) if codes and read_code(first, kinds) else plain
