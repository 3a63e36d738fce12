"""One thing where an answer names two of its kind: "the inner and the outer ring" for "the outer ring"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities.nouns import is_plural
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.names.own_names import is_companion
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LED = regex(
    r"(?:(?:in|on|at|from|to|near|under|over|by|of)\s+)?(?:the\s+|an?\s+)?(?P<kind>[a-z]+)\s+(?P<head>[a-z]+)",
    re.IGNORECASE,
)
_SEVERAL = regex(r"\b(?:both|two|three|four|all|each|several)\b", re.IGNORECASE)


class PairedGold:
    """Accepted words that are one thing of a kind; ``plain`` judges an answer."""

    def __init__(self, plain: Gold, kind: str, head: str, question: str) -> None:
        self.shown, self.question = plain.shown, question
        self.plain = plain
        self.kind = kind
        led = r"(?:(?:in|on|at|from|to|near|under|over|by|of)\s+)?(?:the\s+|an?\s+)?"
        self.pair = regex(
            rf"\b(?:(?P<before>[a-z]+)(?:\s+{head})?\s+and\s+{led}{kind}\s+{head}s?\b|{kind}(?:\s+{head})?\s+and\s+{led}(?P<behind>[a-z]+)\s+{head}s?\b)",
            re.IGNORECASE,
        )

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted thing."""
        relation = self.plain.relate(text, document)
        if relation.reason not in ACCEPTED or " and " not in text or len(text) > SHORT:
            return relation
        both = self.pair.search(text)
        other = both and (both["before"] or both["behind"])
        if not other or len(other) <= len("and") or key(other) == key(self.kind):
            return relation
        if other.islower() and not self.kind.islower():  # "Ann Ray won the race and Lina Brandt came second"
            return relation
        if both and is_companion(" ".join(text[: both.end("before")].split()[-2:]), self.question):
            return relation
        return Relation(Reason.SEVERAL_ANSWERS, f'also names the "{other}", accepted {self.shown}', shown(text))


def paired_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes one thing of a kind for no two, where one is asked for and accepted, else ``plain``."""
    one = _LED.fullmatch(question.accepted[0]) if len(question.accepted) == 1 else None
    if one is None or is_plural(one["head"].lower()) or _SEVERAL.search(question.text):
        return plain
    return PairedGold(plain, re.escape(one["kind"]), re.escape(singular(one["head"])), question.text)
