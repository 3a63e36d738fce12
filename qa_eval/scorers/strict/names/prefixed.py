"""Accepted numbers behind what they number, in short, "VEI 4": told as what the question calls it, "an explosivity index of four"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, SMALL
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_NUMBER = r"(?:(?:no|nr|rn)\b\.?|number\b)?\s*"
_PREFIXED = regex(rf"(?P<prefix>[A-Z]{{2,5}})[\s:-]*(?i:{_NUMBER})(?P<number>\d+(?:[.-]\d+)*)")
_DOTTED = regex(r"\b(?:[A-Z]\.){2,}")
_TURNING = frozenset("not no never or and nor below above under over than but without except".split())  # noqa: SIM905 - a word list reads best as one text
_BESIDE = stems("number no nr rn code") | (SMALL - _TURNING)
_WORD = regex(r"[^\W_]+")


class _Number(NamedTuple):
    """A number, and how the short form before it and the number itself may be written."""

    prefix: re.Pattern[str]
    number: re.Pattern[str]


class PrefixedGold:
    """Accepted numbers behind the short form of what they number; ``plain`` judges an answer first."""

    def __init__(self, question: str, numbers: tuple[_Number, ...], plain: Gold) -> None:
        self.shown = plain.shown
        self.numbers, self.plain = numbers, plain
        self.familiar = stems(question) | _BESIDE

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted numbers."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        bare = _DOTTED.sub(lambda found: found[0].replace(".", ""), strip_frame(text))
        if not any(self._tells(bare, number) for number in self.numbers):
            return relation
        return Relation(Reason.ALIAS, f"the number of {self.shown}", shown(text), certain=True)

    def _tells(self, text: str, number: _Number) -> bool:
        """Return whether a text gives the number once, and beside it no more than the question says."""
        before, *behind = number.number.split(number.prefix.sub(" ", text))
        return len(behind) == 1 and all(
            not _TURNING.intersection((word,)) and stems(word) <= self.familiar
            for word in map(str.lower, _WORD.findall(f"{before} {behind[0]}"))
        )


def _read(text: str, question: str) -> _Number | None:
    found = _PREFIXED.fullmatch(text.strip(" ."))
    if found is None or not _is_named(found["prefix"], question):
        return None
    number = re.escape(found["number"])
    if found["number"].isdecimal() and int(found["number"]) < len(CARDINALS):
        number = rf"(?:{number}|(?i:{CARDINALS[int(found['number'])]}))"
    return _Number(
        regex(rf"\b{found['prefix']}(?![A-Za-z])[\s.:=#-]*(?i:{_NUMBER})"),
        regex(rf"(?:\b(?i:{_NUMBER}))?(?<![\w/])(?<!\d[.,-]){number}(?![\w/]|[.,-]\d)"),
    )


def _is_named(prefix: str, question: str) -> bool:
    """Return whether a question has a short form or the words that it is short for, letters within them among the first ones.

    >>> _is_named("BSL", "Which biosafety level is it?"), _is_named("UN", "What is its UN number?"), _is_named("LH", "Which flight is it?")
    (True, True, False)
    """
    if regex(rf"\b{prefix}\b").search(question):
        return True
    first, within, last = prefix[0].lower(), prefix[1:-1].lower(), prefix[-1].lower()
    goes_on = "".join(rf"(?:[a-z]*[\s-](?:of\s(?:the\s)?)?|[a-z]+){letter}" for letter in within)
    return regex(rf"\b{first}{goes_on}[a-z]*[\s-](?:of\s(?:the\s)?)?{last}").search(question.lower()) is not None


def prefixed_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for numbers behind the short form of what the question asks for, where such are accepted; else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
        return plain
    numbers = tuple(filter(None, (_read(text, question.text) for text in question.accepted if len(text) <= SHORT)))
    return PrefixedGold(question.text, numbers, plain) if numbers else plain
