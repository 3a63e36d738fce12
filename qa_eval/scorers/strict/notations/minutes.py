"""Minutes of a match, "in the 67th minute": as "minute 67", "after 67 minutes" and "67'" tell them too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.counting import CARDINALS, NUMBER_OF, ORDINALS, TENS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LARGE = rf"(?:{'|'.join(TENS)})(?:-(?:{'|'.join(CARDINALS[1:10])}))?"
_COUNT = rf"(?:\d{{1,3}}(?:\+\d{{1,2}})?|{_LARGE}|{'|'.join(CARDINALS[:0:-1])})"
_RANK = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(ORDINALS[:0:-1])})|{'|'.join(f'{word[:-1]}ieth' for word in TENS)})"
_LEAD = r"(?:\b(?:in|on|at|after|by)\s+)?(?:\bthe\s+)?"
_MATCH = r"(?:\s+(?:of|into) (?:the )?(?:match|game|play|half)\b)?"


def _row(one: str) -> str:
    return rf"{one}(?:(?:,\s*|,?\s+and\s+|\s*&\s*)(?:the\s+)?{one})*"


# "minute 67", "in minutes 12 and 77"; "12' and 77'"; "after 67 minutes"; "the 67th minute"
_MINUTES = regex(
    rf"{_LEAD}(?:\bminutes?\s+(?P<named>{_row(_COUNT)})\b(?!\s*minutes?)|(?<![\d.,])(?P<marked>{_row(_COUNT + '[’′' + chr(39) + ']')})(?!\w)"
    rf"|\b(?P<ranked>{_row(_RANK)})\s+minutes?\b){_MATCH}"
    rf"|\b(?:after|on)\s+(?P<passed>{_row(_COUNT)})\s+minutes\b{_MATCH}",
    re.IGNORECASE,
)
_ONE = regex(rf"{_RANK}|{_COUNT}", re.IGNORECASE)
_LIMIT = regex(r"\b(?:before|until|till|prior to|no later than)(?= (?:in )?minute\b)", re.IGNORECASE)
_VALUES = NUMBER_OF | {word: value for value, word in enumerate(ORDINALS)}
_VALUES |= {form: 10 * value for value, word in enumerate(TENS, 2) for form in (word, f"{word[:-1]}ieth")}


class MinutesGold:
    """Accepted words with minutes of a match; ``plain`` judges them as they stand, ``alike`` with all minutes told in one way."""

    def __init__(self, plain: Gold, alike: Gold) -> None:
        self.shown = plain.shown
        self.plain, self.alike = plain, alike

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted minutes."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT or not _MINUTES.search(text):
            return relation
        written = _alike(text)
        if (limit := _LIMIT.search(written)) and limit[0].lower() not in self.shown.lower():
            return Relation(Reason.WRONG_BOUND, f'"{limit[0]}" a minute is not the minute, {self.shown}', shown(text))
        if relation.reason in ACCEPTED:
            return relation
        again = self.alike.relate(written, document)
        if again.reason not in ACCEPTED:
            return relation
        return Relation(Reason.EQUAL_VALUE, f"the same minute of the match, {self.shown}", shown(text))


def minutes_gold(question: Question, plain: Gold, made: Callable[[Question], Gold]) -> Gold:
    """Return a gold that reads minutes of a match where an accepted answer tells any, else ``plain``; ``made`` reads accepted words."""
    texts, answer = question.accepted, question.answer
    if not texts or not isinstance(answer, EntityAnswer | PhraseAnswer) or not any(map(_tells_minute, texts)):
        return plain
    written = tuple(map(_alike, texts))
    return MinutesGold(plain, made(replace(question, answer=replace(answer, text=written[0]), accepted=written)))


def _tells_minute(text: str) -> bool:
    found = _MINUTES.search(text) if "minute" in text or "'" in text else None
    return found is not None and found["passed"] is None and len(text) <= SHORT


def _alike(text: str) -> str:
    """Write all minutes of a match as "in minute 12 and minute 77".

    >>> _alike("in the 12th and 77th minutes"), _alike("12' and 77'"), _alike("He left after sixty-seven minutes.")
    ('in minute 12 and minute 77', 'in minute 12 and minute 77', 'He left in minute 67.')
    """
    return _MINUTES.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    told = found["named"] or found["marked"] or found["ranked"] or found["passed"]
    return "in " + " and ".join(f"minute {_number(each[0])}" for each in _ONE.finditer(told))


def _number(told: str) -> str:
    """Return a number in figures: "67th" and "sixty-seventh" are 67, "90+3" stays."""
    if told[0].isdecimal():
        return told.rstrip("stndrhSTNDRH")
    return str(sum(_VALUES[word] for word in told.lower().split("-")))
