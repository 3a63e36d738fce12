"""Numbers that are told only by their size: "several hundred" are "hundreds", and no hundred."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SMALL, key
from qa_eval.scorers.strict.phrases.multiples import multiple_gold
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 100  # characters; a longer answer says more than that
_SIZE = r"(?:dozen|score|hundred|thousand|million|billion)"
_VAGUE = regex(
    rf"\W*(?:(?:about|around|perhaps|probably|some|there (?:were|are))\s+)?"
    rf"(?:(?:several|a few|a couple of|many|quite a few)\s+(?P<few>{_SIZE})s?|(?:many |several |some )?(?P<many>(?:(?:tens|hundreds|thousands) of )?{_SIZE}s(?: and {_SIZE}s)?))"
    r"\b(?P<rest>(?:\s+of)?(?:\s+[a-z-]+){0,4})\W*",
    re.IGNORECASE,
)
_COUNT = "|".join(CARDINALS[1:20])
_ONE = regex(
    rf"\W*(?:about |around |nearly |almost |over |more than |exactly )?(?:an?|\d+|{_COUNT})\s+{_SIZE}\b[^,;.]*\W*|\W*\d[\d.,]*\W*",
    re.IGNORECASE,
)


class Vague(NamedTuple):
    """A size, "hundred", and the words for what there are so many of."""

    size: str
    what: frozenset[str]


class VagueGold:
    """An accepted number of which only the size is told; ``words`` judges every answer that tells no size."""

    def __init__(self, told: Vague, asked: frozenset[str], words: Gold) -> None:
        self.shown = words.shown
        self.told, self.asked, self.words = told, asked, words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted size."""
        if len(text) > _LONGEST:
            return self.words.relate(text, document)
        if _ONE.fullmatch(text):
            return Relation(Reason.WRONG_VALUE, f"one number, accepted {self.shown}", shown(text))
        said = vague_in(text)
        if said is None or said.what - self.asked - self.told.what - _ANYONE or self.told.what - self.asked - said.what:
            return self.words.relate(text, document)
        if said.size == self.told.size:
            return Relation(Reason.EQUAL_VALUE, f"of the same size, {self.shown}", shown(text), certain=True)
        return Relation(Reason.WRONG_VALUE, f"of another size, accepted {self.shown}", shown(text))


_ANYONE = frozenset(("people", "person", "persons", "individual", "individuals", "thing", "things"))


def vague_in(text: str) -> Vague | None:
    """Return the size that a text tells and nothing else; None for another text.

    >>> [vague_in(text).size for text in ("several hundred", "hundreds of people", "tens of thousands")], vague_in("a hundred")
    (['hundred', 'hundred', 'tens of thousand'], None)
    """
    told = _VAGUE.fullmatch(text) if "s" in text or "few" in text else None
    if told is None:
        return None
    size = (told["few"] or told["many"]).lower()
    return Vague(" ".join(size.split()).removesuffix("s"), frozenset(key(told["rest"])) - SMALL)


def sized_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that compares sizes or multiples where the accepted answer is one, else ``words``."""
    told = vague_in(question.accepted[0]) if question.accepted else None
    return multiple_gold(question, words) if told is None else VagueGold(told, frozenset(key(question.text)), words)
