"""Answers that give the sign of the accepted name: "Ω" for the ohm, "Fe" for iron, "A pairs with U" where uracil is accepted."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.symbols import BASES, ELEMENTS, KINDS, LETTERS, PARTICLES, UNITS, named, symbols
from qa_eval.scorers.lenient.aliases import accepted_texts
from qa_eval.scorers.lenient.choices import options_of
from qa_eval.scorers.lenient.compounds import plainly_placed

if TYPE_CHECKING:
    from qa_eval.model import Question

LONGEST = 600  # characters of an answer whose signs are spelled out
# a question that tells the sign of a thing from its name wants one of them
_ASKS_SIGN = regex(
    r"\b(?:symbols?|signs?|abbreviat\w+|stands? for|notations?|denote[sd]?|formulas?|formulae|written|letters?|spell(?:ed|ing|s)?|called|names?|full form)\b",
    re.IGNORECASE,
)
# signs that are words as well: one by itself is a sign, one in a sentence hardly
_ASKS_WHO = regex(r"\bwho(?:m|se)?\b", re.IGNORECASE)  # Lord Kelvin is no unit, and the J. of his rival none
_WORDS = frozenset(
    ("He", "I", "In", "As", "At", "Be", "No", "Am", "A", "a", "s", "m", "V", "Co", "Pa", "Po", "La", "Os", "Es", "Md")
)
_BARE = "$*_`\"'() .,;:!?"
_JOINED = regex(r"(?:\s*,\s*|\s+)(?:(?:and|or)\s+)?|\s*&\s*")
_CHARGE = r"(?:[₂2])?(?:\^?\{?\d?[⁺⁻+-]\}?|[²³]?[⁺⁻])?"
_BEHIND = {ELEMENTS: _CHARGE, BASES: "", PARTICLES: "", UNITS: "", LETTERS: ""}
_LATEX = regex(r"\\(?:mathrm|text|mathbf|rm|textbf)\s*\{([^{}]{1,12})\}|\\([A-Za-z]{2,7})(?![A-Za-z])")
_GREEK = {(name if sign.islower() else name.capitalize()): sign for sign, (name, *_) in symbols(LETTERS).items()}


class Signs:
    """The signs that an answer to one question may give in the place of names; none for most questions."""

    def __init__(self, question: Question) -> None:
        self.kind = _kind(question)
        self.names = symbols(self.kind) if self.kind else {}
        self.labels = frozenset(options_of(question.text))
        self.accepted = question.accepted

    def spelled(self, text: str) -> str:
        """Return an answer with the names that its signs stand for.

        >>> from qa_eval.model import EntityAnswer, Question
        >>> signs = Signs(Question("pair", "Which base pairs with adenine in RNA?", EntityAnswer("uracil"), ("uracil",)))
        >>> signs.spelled("A pairs with U."), signs.spelled("It is T"), signs.spelled("uracil")
        ('A pairs with uracil.', 'It is thymine', 'uracil')
        """
        if len(text) <= LONGEST:
            text = plainly_placed(text, self.accepted)
        if not self.kind or len(text) > LONGEST:
            return text
        shown = _LATEX.sub(_unset, text).replace("$", "") if "\\" in text or "$" in text else text
        bare = shown.strip(_BARE)
        if bare in self.names and bare not in self.labels:
            return self.names[bare][0]
        parts = _JOINED.split(bare.replace("/", ", ") if self.kind == ELEMENTS else bare)
        if len(parts) > 1 and all(part in self.names and part not in self.labels for part in parts):
            return " and ".join(self.names[part][0] for part in parts)
        return _signs(self.kind).sub(self._name, shown)

    def _name(self, match: re.Match[str]) -> str:
        sign = match["sign"]
        if sign in _WORDS or sign in self.labels:
            return match[0]
        return self.names[sign][0]


def _kind(question: Question) -> str:
    """Return the kind of the one name that is accepted, where the question does not tell names from signs; "" for none."""
    texts = [
        text.strip(" .").lower().removeprefix("the ").removesuffix(" gas")
        for whole in accepted_texts(question)
        for text in _elements_in(whole)
    ]
    kind = next((kind for kind in KINDS[:-1] if texts and any(text in named(kind) for text in texts)), "")
    if not kind or _ASKS_SIGN.search(question.text) or _ASKS_WHO.search(question.text):
        return ""
    own = {named(kind)[text] for text in texts if text in named(kind)}
    return "" if any(_gives(question.text, sign) for sign in own) else kind


def _elements_in(text: str) -> list[str]:
    """Return the parts of a list of nothing but elements: "copper and zinc"; any other text as it is."""
    parts = _JOINED.split(text.strip(" ."))
    return parts if len(parts) > 1 and all(part.lower() in named(ELEMENTS) for part in parts) else [text]


def _gives(question: str, sign: str) -> bool:
    """Return whether a question gives a sign itself, so that it is no answer to it."""
    return re.search(rf"(?<![\w(]){re.escape(sign)}(?![\w).])", question) is not None


def _unset(match: re.Match[str]) -> str:
    return match[1] or _GREEK.get(match[2], match[0])


@cache
def _signs(kind: str) -> re.Pattern[str]:
    known = "|".join(map(re.escape, sorted(symbols(kind), key=len, reverse=True)))
    return re.compile(rf"(?<![\w.'’-])(?P<sign>{known}){_BEHIND[kind]}(?![\w'’⁰-⁹₀-₉^(-])")
