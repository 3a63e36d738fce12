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
    import re
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_MAY_BE = regex(
    r"\d|\b[A-Z]{1,4}\b|\b(?i:first|second|\w+th|third|one|two|\w*three|\w*four|\w*five|six|seven|eight|nine|ten)\b"
)
# an ISIN, an IBAN, a serial number: written in groups or in one
_SERIAL = regex(r"(?=[^\d]*\d)(?=[^A-Z]*[A-Z])[A-Z\d](?:[ -]?[A-Z\d]){5,39}")
_EITHER = regex(r"\b(?P<one>[A-Z]{0,3}-?\d+[A-Z]?)\s?/\s?(?P<other>[A-Z]{0,3}-?\d+[A-Z]?)\b")
_BESIDE = regex(r"\s*,\s+(?:in\s+)?|\s+(?:in|of|on|and)\s+(?:the\s+)?")
_BETWEEN_GROUPS = regex(r"[ \u00a0-]")


class CodedGold:
    """Accepted codes of one question, which names what of ``kinds`` they number; ``plain`` judges what is no code.

    ``serials`` are the accepted ones that may be written in groups, without the spaces.
    """

    def __init__(
        self, question: str, codes: Sequence[Code], kinds: frozenset[str], serials: frozenset[str], plain: Gold
    ) -> None:
        self.shown = plain.shown
        self.codes, self.kinds, self.serials, self.plain = codes, kinds, serials, plain
        self.asked = question.lower()

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted codes."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED and "/" in text and (both := _EITHER.search(text)) and self._parts(both):
            return Relation(Reason.SEVERAL_ANSWERS, f"gives two codes, one is wanted: {both[0]}", shown(text))
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        kinds = self.kinds.union(code.kind for code in self.codes if code.kind)
        bare = strip_frame(text)
        said = read_code(text, kinds) or read_code(bare, kinds)
        alike = said is not None and any(self._is_same(said, code) for code in self.codes)
        if not alike and _in_one(bare) not in self.serials:
            return relation
        return Relation(Reason.ALIAS, f"another way to write {self.shown}", shown(text), certain=True)

    def _parts(self, both: re.Match[str]) -> bool:
        """Return whether of two codes beside a stroke one is accepted, and the two together are not."""
        one, other = (_in_one(both[name]) for name in ("one", "other"))
        accepted = {code.code for code in self.codes} | self.serials
        return one != other and not {one, other}.isdisjoint(accepted) and _in_one(both[0]) not in accepted

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


class PlacedGold:
    """An accepted place told by several codes, "coach C, seat 41", in whatever order; ``plain`` judges what is no such place."""

    def __init__(self, codes: frozenset[Code], plain: Gold) -> None:
        self.shown = plain.shown
        self.codes, self.plain = codes, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted codes together."""
        relation = self.plain.relate(text, document)
        said = _codes_of(strip_frame(text)) if len(text) <= SHORT else frozenset()
        if len(said) < len(self.codes) or (said == self.codes) is (relation.reason in ACCEPTED):
            return relation
        if said == self.codes:
            return Relation(Reason.ALIAS, f"the same place, {self.shown}", shown(text), certain=True)
        return Relation(Reason.WRONG_NAME, f"another place, accepted {self.shown}", shown(text))


def _codes_of(text: str) -> frozenset[Code]:
    """Return the codes of which a text consists, each with what it numbers; empty for another text, or one code."""
    parts = _BESIDE.split(text) if _BESIDE.search(text) else []
    codes = frozenset(code._replace(thing="") for part in parts if (code := read_code(part)) and code.kind)
    return codes if len(codes) == len(parts) > 1 else frozenset()


def _in_one(code: str) -> str:
    return _BETWEEN_GROUPS.sub("", code.strip().rstrip("."))


def _is_mixed(code: str) -> bool:
    """Return whether a code is one by its letters and figures: "F16"."""
    return not code.isalpha() and any(map(str.isalpha, code))


def coded_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares codes where the accepted answer is one of a kind that it or the question names, else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if len(first) > SHORT or not _MAY_BE.search(first):
        return plain
    if placed := _codes_of(first):
        return PlacedGold(placed, plain)
    kinds = kinds_in(question.text)
    codes = [
        code
        for text in question.accepted
        if (code := read_code(text, kinds)) and (code.kind or kinds or _is_mixed(code.code))
    ]
    codes = codes if read_code(first, kinds) else []
    serials = frozenset(_in_one(text) for text in question.accepted if _SERIAL.fullmatch(text.strip()))
    return CodedGold(question.text, codes, kinds, serials, plain) if codes or serials else plain
