"""Accepted materials and produce named by where they come from: "marble quarried at Carrara" for "Carrara marble"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer
from qa_eval.reading.origins import Origin, origin_in, origins_told, same_place
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.names.peoples import peoples
from qa_eval.scorers.strict.relation import ACCEPTED, Relation, related_as_told

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold


class OriginGold:
    """Accepted things with their origins, each behind how it is written; ``plain`` judges, and an answer with them as they are written."""

    def __init__(self, origins: tuple[tuple[Origin, str], ...], plain: Gold) -> None:
        self.shown = plain.shown
        self.origins, self.plain = origins, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted things."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        whole = origin_in(strip_frame(text))
        for origin, name in self.origins:
            if whole is not None and _is_same(whole, origin):
                return related_as_told(self.plain, relation, name, text, document)
            told = next((told for told in origins_told(text, origin.what) if _is_same(told, origin)), None)
            if told is not None:
                said = f"{text[: told.span[0]]}{name}{text[told.span[1] :]}"
                return related_as_told(self.plain, relation, said, text, document)
        return relation


def _is_same(told: Origin, origin: Origin) -> bool:
    return origin.what == told.what and same_place(origin.place, told.place, peoples())


def origin_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for things named by where they come from, where such are accepted; else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
        return plain
    texts = question.accepted or (question.answer.text,)
    origins = tuple((origin, text) for text in texts if len(text) <= SHORT and (origin := origin_in(text)))
    return OriginGold(origins, plain) if origins else plain
