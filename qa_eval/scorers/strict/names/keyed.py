"""Accepted codes with a key that is no digit, "0815#": told with the key's name, "0815 followed by hash"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation, related_as_told

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_CODE = regex(r"[A-Z]?\d[\dA-Z]*[#*]|[#*][\dA-Z]*\d[\dA-Z]*[#*]?")
_THEN = r"(?:\s*,)?\s*(?:\b(?:and then|then|and|followed by|plus|with)\s+)?(?:press\s+)?(?:the\s+|an?\s+)?"
_KEY = r"(?:\s+(?:sign|key|symbol|button))?(?:\s+(?:at the end|afterwards))?"
_KEYS = tuple(
    (
        regex(
            rf"(?<=[\dA-Z]){_THEN}(?:{names}){_KEY}(?!\w)|(?<!\w)(?:the\s+)?(?:{names}){_KEY}{_THEN}(?=\d)",
            re.IGNORECASE,
        ),
        key,
    )
    for key, names in (("#", r"hash(?:tag)?|pound|number sign|#"), ("*", r"star|asterisk|\*"))
)


class KeyedGold:
    """An accepted code that ends with a hash or a star; ``plain`` judges an answer as it stands, and with the sign for its name."""

    def __init__(self, plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.keys = frozenset("#*").intersection(plain.shown)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted code."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        signed = text
        for named, key in _KEYS:
            signed = named.sub(key, signed)
        if not self.keys.issubset(signed) and relation.reason in ACCEPTED:
            return Relation(Reason.WRONG_NAME, f"without the key of {self.shown}", shown(text))
        if relation.reason in ACCEPTED:
            return relation
        return related_as_told(self.plain, relation, signed, text, document)


def keyed_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for a code with a key that is no digit, else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
        return plain
    return KeyedGold(plain) if any(_CODE.fullmatch(text.strip(" .")) for text in question.accepted) else plain
