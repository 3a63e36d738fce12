"""Accepted names of elements, bases and particles, told by their symbols: "K" for potassium, where the question does not ask for one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.symbols import BASES, ELEMENTS, PARTICLES, named
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_KINDS = (ELEMENTS, BASES, PARTICLES)
_LONGEST = 24  # characters of an answer that is a symbol and little else
_ASKS_SYMBOL = regex(
    r"\b(?:symbols?|signs?|abbreviat\w+|stands? for|notations?|denote[sd]?|formulas?|formulae|written|letters?|spell(?:ed|ing|s)?|called|names?|full form)\b",
    re.IGNORECASE,
)
_MOLECULES = frozenset(("H2", "N2", "O2", "F2", "Cl2", "Br2", "I2"))  # as elements are met with
_STATES = frozenset("liquid solid molten gaseous metallic pure heavy atomic ionised ionized radioactive".split())  # noqa: SIM905 - a word list reads best as one text
_LOWERED = str.maketrans("₂", "2")


class SymbolGold:
    """An accepted name that has a symbol; ``plain`` judges what is no symbol."""

    def __init__(self, own: frozenset[str], plain: Gold) -> None:
        self.shown = plain.shown
        self.own, self.plain = own, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted name."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > _LONGEST:
            return relation
        bare = strip_frame(text).strip(" .$()").translate(_LOWERED)
        said = bare.removesuffix("2") if bare in _MOLECULES else bare
        if said not in self.own and f"{said[:1].lower()}{said[1:]}" not in self.own:
            return relation
        return Relation(Reason.ALIAS, f"the symbol of {self.shown}", shown(text), certain=True)


def symbol_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that takes the symbol of what is accepted, where that has one that the question neither asks for nor gives; else ``plain``."""
    texts = [text.strip(" .").lower().removeprefix("the ") for text in question.accepted]
    of_element = frozenset(filter(None, map(_with_symbol, texts)))
    if of_element and not _ASKS_SYMBOL.search(question.text):
        return SymbolGold(of_element, plain)
    kind = next((kind for kind in _KINDS if texts and texts[0] in named(kind)), "")
    if not kind or _ASKS_SYMBOL.search(question.text):
        return plain
    own = frozenset(named(kind)[text] for text in texts if text in named(kind))
    return plain if any(_gives(question.text, sign) for sign in own) else SymbolGold(own, plain)


def _with_symbol(text: str) -> str:
    """Return "liquid Xe" for liquid xenon; "" for what is no element in a state that is told."""
    state, _, element = text.partition(" ")
    symbol = named(ELEMENTS).get(element, "") if state in _STATES else ""
    return f"{state} {symbol}" if symbol else ""


def _gives(question: str, sign: str) -> bool:
    """Return whether a question gives a symbol itself."""
    return re.search(rf"(?<![\w(]){re.escape(sign)}(?![\w).])", question) is not None
