"""Accepted ions and isotopes, "Ca²⁺", "C-14": as they are written otherwise, "Ca2+", "carbon-14", and not with another charge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.ions import is_uncharged, only_ions
from qa_eval.reading.isotopes import only_isotopes
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Hashable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

# letters with a sign or a number that are a grade or a road elsewhere
_CHEMICAL = regex(
    r"\b(?:(?:cat|an)?ions?|charges?|chemi\w*|formulas?|formulae|acid\w*|isotopes?|nuclides?|electrolyt\w*)\b"
)
_LONG = 2  # characters of what may be a grade


class SpeciesGold:
    """Accepted ions or an isotope; ``plain`` judges an answer that is more than such."""

    def __init__(self, question: str, accepted: frozenset[Hashable], plain: Gold) -> None:
        self.shown = plain.shown
        self.asked, self.accepted, self.plain = question, accepted, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ions or isotope."""
        if len(text) > SHORT:
            return self.plain.relate(text, document)
        said = _read(text, self.asked) or _read(strip_frame(text), self.asked)
        if said is None:
            relation = self.plain.relate(text, document)
            if relation.reason in ACCEPTED and is_uncharged(text) and text.strip(" .") != self.shown:
                return Relation(Reason.LESS_PRECISE, f"without the charge of {self.shown}", shown(text), certain=True)
            return relation
        if said in self.accepted:
            plainly = self.plain.relate(text, document)
            if plainly.reason in ACCEPTED:
                return plainly
            return Relation(Reason.ALIAS, f"another way to write {self.shown}", shown(text), certain=True)
        return Relation(Reason.WRONG_NAME, f"another than {self.shown}", shown(text))


def species_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares ions or isotopes where the accepted answers are such, else ``plain``."""
    texts = question.accepted
    if not texts or not all(len(text) <= SHORT for text in texts):
        return plain
    accepted = [_read(text, question.text) for text in texts]
    if None in accepted or (len(texts[0]) <= _LONG and not _CHEMICAL.search(question.text.lower())):
        return plain
    return SpeciesGold(question.text, frozenset(each for each in accepted if each), plain)


def _read(text: str, asked: str) -> Hashable | None:
    """Return the ions, or the isotopes, that a text is and nothing beside."""
    ions = only_ions(text)
    if not ions or not all(len(each) == 1 for each in ions):
        return only_isotopes(text, asked) or None
    return frozenset(ions)
