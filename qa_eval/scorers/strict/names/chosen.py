"""One quality of two that a question gives, "Is the rate fixed or variable?": told of its thing, "a variable rate", and not of one time alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.rewording import PREPOSITIONS
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, SMALL, Wording, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKED = regex(
    r"\b(?:is|are|was|were|be|been|stay\w*|bec[ao]me)\b[^?,]*?(?<!a )(?<!an )(?<!the )\b(?P<one>[a-z-]{3,}) or (?P<other>[a-z-]{3,})\b(?! [a-z]+ing\b)",
    re.IGNORECASE,
)
_SURFACE = regex(r"\b(?:which|what)(?: kind of| type of)? (?:surface|ground|pitch|court|track)\b", re.IGNORECASE)
_SURFACES = frozenset("surface court pitch ground track field floor".split())  # noqa: SIM905 - a word list reads best as one text
_OF_THING = regex(
    r"(?:(?:it|they|this|that) (?:is|are|was|were|has|have|had) |(?:on|with|at) )?(?:an?|the)? ?(?P<what>[a-z-]+) (?P<thing>[a-z]+)",
    re.IGNORECASE,
)
_NO_THING = SMALL | PREPOSITIONS | frozenset("or not but than then now until again enough only first later one".split())  # noqa: SIM905 - see above
_IN_TURN = regex(
    r"\b(?:then|later|afterwards|after (?:that|which)|at first|initially|until|followed by|before (?:becoming|turning|being)|(?:becom|turn|switch|chang)(?:es|ing)|and after)\b",
    re.IGNORECASE,
)
_NOW = regex(r"\b(?:now|today|currently|no longer|any ?more|these days|since)\b", re.IGNORECASE)


class ChosenGold:
    """An accepted quality; ``others`` is what the question gives beside it, ``things`` what it may be said of where only some are known."""

    def __init__(self, others: frozenset[str], things: frozenset[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.others, self.things, self.plain = others, things, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted quality."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        if relation.reason in ACCEPTED:
            return self._in_turn(text) or relation
        said = _OF_THING.fullmatch(strip_frame(text))
        if said is None or key(said["what"]) != key(self.shown) or not self._is_thing(said["thing"].lower()):
            return relation
        return Relation(Reason.CONTAINS_GOLD, f"says {self.shown} of the thing", shown(text), certain=True)

    def _is_thing(self, word: str) -> bool:
        if self.things:
            return not self.things.isdisjoint(key(word))
        return (
            word not in _NO_THING
            and not word.endswith("ly")
            and not is_past(word)
            and self.others.isdisjoint(key(word))
        )

    def _in_turn(self, text: str) -> Relation | None:
        """Return that an answer tells the one and the other, each of a time of its own."""
        if not self.others or not _IN_TURN.search(text) or _NOW.search(text):
            return None
        wording = Wording(text)
        other = next((word for word in self.others if any(not wording.denies(s) for s in wording.find((word,)))), "")
        if not other:
            return None
        return Relation(Reason.SEVERAL_ANSWERS, f"also says {other}, accepted {self.shown}", shown(text))


def chosen_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for a quality that the question gives with another one, or that of a surface, else ``plain``."""
    accepted = question.accepted[0] if len(question.accepted) == 1 else ""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer) or not accepted.islower() or " " in accepted:
        return plain
    own = key(accepted)
    if _SURFACE.search(question.text):
        return ChosenGold(frozenset(), _SURFACES, plain)
    asked = _ASKED.search(question.text)
    options = [key(each) for each in asked.groups()] if asked else []
    if own not in options:
        return plain
    return ChosenGold(frozenset(word for words in options if words != own for word in words), frozenset(), plain)
