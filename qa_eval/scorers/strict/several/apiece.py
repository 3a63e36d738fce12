"""Several accepted things of more words than one, each judged by itself, in whatever order and words: "cats, and birds that are caged"."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.model import PhraseAnswer, Reason
from qa_eval.reading.asked_for import things_asked_for
from qa_eval.reading.lists import split_items
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.listing import listed_items
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, Wording
from qa_eval.scorers.strict.names.joint_names import names_of
from qa_eval.scorers.strict.relation import ACCEPTED, Relation
from qa_eval.scorers.strict.several.modifiers import modifier_first

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_MOST = 5  # things that are accepted together
_MOST_WORDS = 12  # of a part of an answer
_UNALIKE = frozenset((Reason.WRONG_NAME, Reason.WRONG_WORDS, Reason.PARTIAL, Reason.LESS_PRECISE, Reason.WRONG_VALUE))
# "birds, provided they are caged, and cats": a condition belongs to what stands before it
_CONDITION = regex(
    r",\s+(?=(?:but\s+)?(?:only\s+)?(?:if|when|as long as|so long as|provided|providing|which|that|who)\b)"
)


class ApieceGold:
    """Accepted things, of which each has to be told in some way, and no other; ``plain`` judges first."""

    def __init__(self, question: Question, items: Sequence[str], plain: Gold, made: Callable[[Question], Gold]) -> None:
        self.shown, self.plain, self.items = plain.shown, plain, items
        self.question, self.made = question, made
        self.stems = tuple(map(stems, items))

    @cached_property
    def golds(self) -> tuple[Gold, ...]:
        """Each thing as it is accepted by itself."""
        return tuple(
            self.made(replace(self.question, accepted=(item,), answer=PhraseAnswer(item))) for item in self.items
        )

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted things."""
        relation = self.plain.relate(text, document)
        if relation.reason not in _UNALIKE or len(text) > SHORT or " " not in text:
            return relation
        joined = _CONDITION.sub(" ", text)
        listings = dict.fromkeys(split_items(joined, led=led) for led in (False, True))
        if not any(self._are_told(parts, text, document) for parts in listings if len(parts) == len(self.items)):
            return relation
        return Relation(Reason.ALIAS, f"tells each of {self.shown}", shown(text))

    def _are_told(self, listing: Sequence[str], text: str, document: Document | None) -> bool:
        """Return whether the parts of an answer tell each of the things."""
        parts = [modifier_first(part) for part in listing]
        if any(part.count(" ") >= _MOST_WORDS for part in parts):
            return False
        near = [self._near(part) for part in parts]
        if not all(near) or len(frozenset[int]().union(*near)) < len(parts) or Wording(text).hedges:
            return False
        told = {self._told(part, places, document) for part, places in zip(parts, near, strict=True)}
        return None not in told and len(told) == len(parts)

    def _near(self, part: str) -> frozenset[int]:
        """Return the things with which a part of an answer shares a word."""
        said = stems(part)
        return frozenset(place for place, own in enumerate(self.stems) if own & said)

    def _told(self, part: str, near: frozenset[int], document: Document | None) -> int | None:
        """Return which thing a part of an answer tells; None for none, or several."""
        found = [place for place in near if self.golds[place].relate(part, document).reason in ACCEPTED]
        return found[0] if len(found) == 1 else None


def apiece_gold(question: Question, plain: Gold, made: Callable[[Question], Gold]) -> Gold:
    """Return a gold that judges several accepted things one by one, where such are asked for; else ``plain``; ``made`` reads accepted words."""
    first = question.accepted[0] if len(question.accepted) == 1 else ""
    if not first or len(first) > SHORT or not names_of(first, question.text):
        return plain
    items = split_items(first) if things_asked_for(question.text) else listed_items(first, question.text)
    worded = any(" " in item.removeprefix("the ").removeprefix("a ") and not item.istitle() for item in items)
    return ApieceGold(question, items, plain, made) if 1 < len(items) <= _MOST and worded else plain
