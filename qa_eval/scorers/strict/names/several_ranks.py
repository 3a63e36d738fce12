"""Several ranks accepted together, "third round, 71st overall": each of them must be told of its own thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.counting import NUMBER_OF, ORDINALS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_RANK = rf"\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])}"
_ONE = regex(rf"\W*(?:(?:in|at|on)\s+)?(?:the\s+)?(?P<rank>{_RANK})[\s-](?P<noun>[a-z]+)\W*", re.IGNORECASE)
_JOINT = regex(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_VALUES = NUMBER_OF | {word: value for value, word in enumerate(ORDINALS)}
_LITTLE = stems(
    "he she it they was were is are in at on of the a an and as with came finished went pick place position choice"
)


class SeveralRanksGold:
    """Accepted ranks, each with the noun that it is of; ``plain`` judges what does not tell them all."""

    def __init__(self, plain: Gold, ranks: Mapping[str, int], question: str) -> None:
        self.shown, self.plain, self.ranks = plain.shown, plain, ranks
        self.known = stems(question) | _LITTLE
        nouns = "|".join(map(re.escape, ranks))
        self.told = regex(
            rf"\b(?:(?P<rank>{_RANK})[\s-](?:(?:pick|place|choice)\s+)?(?P<noun>{nouns})"
            rf"|(?P<before>{nouns})\s+(?:(?:no\.?|number|#)\s?)?(?P<number>\d{{1,3}}|{'|'.join(NUMBER_OF)})(?![\w.]*\d)"
            rf"|(?:no\.?|number|pick)\s?(?P<place>\d{{1,3}})\s+(?P<behind>{nouns}))\b",
            re.IGNORECASE,
        )

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ranks."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        said: dict[str, set[int]] = {}
        for found in self.told.finditer(text):
            noun = (found["noun"] or found["before"] or found["behind"]).lower()
            said.setdefault(noun, set()).add(_value(found["rank"] or found["number"] or found["place"]))
        if relation.reason in ACCEPTED:
            other = next((noun for noun, values in said.items() if self.ranks[noun] not in values), "")
            return (
                Relation(Reason.WRONG_NAME, f"another {other}, accepted {self.shown}", shown(text))
                if other
                else relation
            )
        if (
            said == {noun: {value} for noun, value in self.ranks.items()}
            and stems(self.told.sub(" ", text)) <= self.known
        ):
            return Relation(Reason.ALIAS, f"the same ranks, {self.shown}", shown(text), certain=True)
        return relation


def _value(written: str) -> int:
    low = written.lower()
    return _VALUES[low] if low in _VALUES else int(low.rstrip("stndrh"))


def several_ranks_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares several accepted ranks one by one, or ``plain`` where they are not each of another thing."""
    if len(question.accepted) != 1:
        return plain
    found = [_ONE.fullmatch(piece) for piece in _JOINT.split(question.accepted[0])]
    ranks = {each["noun"].lower(): _value(each["rank"]) for each in found if each}
    return SeveralRanksGold(plain, ranks, question.text) if 1 < len(found) == len(ranks) else plain
