"""Accepted versions and sections by their figures, "3.10": "v3.10" is the same, 3.1 is another, and "3.10+" is "3.10 or later"."""

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
_SINCE = regex(
    r"(?P<lead>(?:at least|no (?:earlier|older|lower) than|not (?:earlier|older) than|(?:a )?minimum(?: of)?:?)\s+|(?:≥|>=)\s*)?(?P<what>.+?)"
    r"(?P<tail>,?\s+(?:or|and) (?:later|newer|higher|above|up(?:wards)?|greater|(?:any )?more recent)(?: versions?| ones?)?|\s+(?:on|up)wards?|\s?\+)?",
    re.IGNORECASE,
)
_UNTIL = regex(
    r"(?P<lead>(?:at most|no (?:later|newer|higher) than|not (?:later|newer) than|up to(?: and including)?|(?:a )?maximum(?: of)?:?)\s+|(?:≤|<=)\s*)?(?P<what>.+?)"
    r"(?P<tail>,?\s+(?:or|and) (?:earlier|older|lower|below)(?: versions?| ones?)?)?",
    re.IGNORECASE,
)


def _bounded(text: str) -> tuple[str, str]:
    """Return a text without what makes it a bound, and which: "since" for "3.11 or later", "until" for "up to 3.11", "" for none.

    >>> _bounded("Python 3.11+"), _bounded("at least 3.11"), _bounded("3.11 or earlier"), _bounded("3.11")
    (('Python 3.11', 'since'), ('3.11', 'since'), ('3.11', 'until'), ('3.11', ''))
    """
    for way, form in (("since", _SINCE), ("until", _UNTIL)):
        found = form.fullmatch(text.strip())
        if found and (found["lead"] or found["tail"]):
            return found["what"], way
    return text, ""


class LabelGold:
    """Accepted figures with points that are no amounts; ``plain`` judges what is not nothing but such figures."""

    def __init__(self, question: str, texts: Collection[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.told = " ".join((question, *texts)).lower()
        bounded = [_bounded(text) for text in texts]
        self.bounds = frozenset(bound for _, bound in bounded)
        self.labels = frozenset(label for text, _ in bounded for label in labels_in(_LABEL.sub(r"\g<number>", text)))

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted figures, before which nothing but what they are a version of may stand."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        if not self._is_said(text) and not self._is_said(strip_frame(text)):
            return relation
        return Relation(Reason.ALIAS, f"another way to write {self.shown}", shown(text), certain=True)

    def _is_said(self, text: str) -> bool:
        bare, bound = _bounded(text)
        said = _LABEL.fullmatch(bare)
        return (
            said is not None
            and bound in self.bounds
            and (said["name"] or "").lower() in self.told
            and self.labels.issuperset(labels_in(said["number"]))
        )


def label_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares figures with points as such where a version or the like is asked for, else ``plain``."""
    texts = [
        text for text in question.accepted if "." in text and len(text) <= SHORT and _LABEL.fullmatch(_bounded(text)[0])
    ]
    if not texts or texts[0] != question.accepted[0] or not asks_label(question.text):
        return plain
    return LabelGold(question.text, texts, plain)
