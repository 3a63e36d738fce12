"""Accepted things named with their kind, told the other way round: "the RTU variant of Modbus", "oak (white)", "duplex-grade stainless steel"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_A_KIND = r"(?:variant|variety|version|flavou?r|dialect|strain|grade|type|model|form|shade|edition|brand|breed|cultivar|subtype|kind)"
_OF = regex(
    rf"(?:the\s+|an?\s+)?(?P<kind>[\w-]+(?:\s[\w-]+)?)\s+{_A_KIND}\s+of\s+(?:the\s+)?(?P<thing>[\w-]+(?:\s[\w.-]+){{0,3}})",
    re.IGNORECASE,
)
_IN = regex(
    rf"(?P<thing>[\w-]+(?:\s[\w.-]+){{0,3}}),?\s+in\s+(?:its|the)\s+(?P<kind>[\w-]+)\s+{_A_KIND}", re.IGNORECASE
)
_BESIDE = regex(
    rf"(?P<thing>[\w-]+(?:\s[\w.-]+){{0,3}}),?\s+(?:\(\s*)?(?:(?:{_A_KIND}\s+)?(?P<kind>[\w-]+)(?:[\s-]{_A_KIND})?\s*\)|{_A_KIND}\s+(?P<last>[\w-]+))",
    re.IGNORECASE,
)
_GLUED = regex(rf"(?:an?\s+)?(?P<kind>\w+)-{_A_KIND}\s+(?P<thing>[\w-]+(?:\s[\w.-]+){{0,3}})", re.IGNORECASE)
_HINT = regex(rf"\(|{_A_KIND}", re.IGNORECASE)


def _plainly(text: str) -> Iterator[str]:
    """Yield a thing with its kind before and behind it.

    >>> list(_plainly("the RTU variant of Modbus")), list(_plainly("oak (white)"))
    (['RTU Modbus', 'Modbus RTU'], ['white oak', 'oak white'])
    """
    for form in (_OF, _IN, _BESIDE, _GLUED):
        if told := form.fullmatch(text):
            kind = told["kind"] or told["last"]
            yield from (f"{kind} {told['thing']}", f"{told['thing']} {kind}")
            return


class KindGold:
    """An accepted name of several words; ``plain`` judges what does not tell the kind of a thing."""

    def __init__(self, names: tuple[str, ...], plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.keys = frozenset(map(key, names))

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted thing."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT or not _HINT.search(text):
            return relation
        if self.keys.isdisjoint(map(key, _plainly(strip_frame(text)))):
            return relation
        return Relation(Reason.ALIAS, f"the same kind of thing, {self.shown}", shown(text), certain=True)


def kind_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes a thing and its kind in whatever order where the accepted name has several words, else ``plain``."""
    names = tuple(text for text in question.accepted if " " in text or "-" in text)
    return KindGold(names, plain) if names and isinstance(question.answer, EntityAnswer) else plain
