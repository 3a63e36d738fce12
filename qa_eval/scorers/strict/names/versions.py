"""Accepted versions and sections by their figures, "3.10": "v3.10" is the same, and 3.1 is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.labels import asks_label, labels_in
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Collection

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LABEL = regex(
    r"(?:(?:in|with|since|from)\s+)?(?:the\s+)?(?P<name>[a-z][a-z+#.]{0,19}(?:\s(?!v\b|v\.?\s?\d|version|release|edition|build)[a-z][a-z+#.]{0,19})?(?=[\s\d]))??"
    r"\s*(?:\b(?:version|release|edition|build|v\.?)\s?)?(?P<number>\d{1,5}(?:\.\d{1,5}){1,4})",
    re.IGNORECASE,
)


class LabelGold:
    """Accepted figures with points that are no amounts; ``plain`` judges what is not nothing but such figures."""

    def __init__(self, question: str, texts: Collection[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.told = " ".join((question, *texts)).lower()
        self.labels = frozenset(label for text in texts for label in labels_in(_LABEL.sub(r"\g<number>", text)))

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted figures, before which nothing but what they are a version of may stand."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        said = _LABEL.fullmatch(strip_frame(text))
        if (
            said is None
            or (said["name"] or "").lower() not in self.told
            or not self.labels.issuperset(labels_in(said["number"]))
        ):
            return relation
        return Relation(Reason.ALIAS, f"another way to write {self.shown}", shown(text), certain=True)


def label_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares figures with points as such where a version or the like is asked for, else ``plain``."""
    texts = [text for text in question.accepted if "." in text and len(text) <= SHORT and _LABEL.fullmatch(text)]
    if not texts or texts[0] != question.accepted[0] or not asks_label(question.text):
        return plain
    return LabelGold(question.text, texts, plain)
