"""One common word, "cellar", for which an answer says another of the same meaning, "the basement"."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.rewording import uninflected
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, Wording, key
from qa_eval.scorers.strict.meaning.restatable import Restatable
from qa_eval.scorers.strict.parts.mentioned import beside_it
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_DEED = regex(r"\bwhat (?:should|must|did|does|do|will|can|may|is|are|was|were)\b.*\b(?:do|doing)\b", re.IGNORECASE)
_WORD = regex(r"[a-z]{3,}\.?")


class OneWordGold:
    """An accepted common word; ``name`` judges an answer that says it as it stands."""

    def __init__(self, question: Question, name: Gold) -> None:
        self.shown = name.shown
        self.question = question
        self.name = name
        self.asks_deed = _DEED.search(question.text) is not None

    @cached_property
    def restated(self) -> Restatable:
        """The word in other words, read for the first answer that does not say it."""
        return Restatable(self.question.accepted, self.question.text)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted word."""
        relation = self.name.relate(text, document)
        if relation.reason is not Reason.WRONG_NAME or len(text) > SHORT:
            return relation
        wording = Wording(strip_frame(text))
        place = self.restated.said_in(wording) if not self._is_named_otherwise(wording) else None
        if place is None:
            return relation
        read = shown(wording.text)
        told = Relation(Reason.CONTAINS_GOLD, f"says {self.shown} in other words", read, certain=True)
        known = document.text if document else ""
        return beside_it(wording, self.question.text, [place], known, self.shown) or told

    def _is_named_otherwise(self, wording: Wording) -> bool:
        """Return whether an answer names another thing by a word of the same stem: "painting" for paint."""
        own = key(self.shown)[-1]
        return (
            not self.asks_deed
            and not own.endswith("ing")
            and any(word.endswith("ing") and uninflected(word) == uninflected(own) for word in wording.words)
        )


def one_word_gold(question: Question, name: Gold) -> Gold:
    """Return a gold that also takes another word of the same meaning where one common word is accepted, else ``name``."""
    accepted = question.accepted
    return OneWordGold(question, name) if accepted and _WORD.fullmatch(accepted[0]) else name
