"""Names and words with a measure in them: "boats longer than 11.5 m" are those longer than 11.5 metres."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers.strict.phrases.deadlines import DEADLINE, as_deadline
from qa_eval.scorers.strict.phrases.included import INCLUDING, as_including

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_UNITS = {
    "km": "kilometres", "m": "metres", "cm": "centimetres", "mm": "millimetres", "kg": "kilograms", "kgs": "kilograms", "kilo": "kilograms", "kilos": "kilograms",
    "g": "grams", "mg": "milligrams", "t": "tonnes", "lb": "pounds", "lbs": "pounds", "ft": "feet", "mi": "miles", "l": "litres", "ml": "millilitres",
    "kw": "kilowatts", "mw": "megawatts", "kwh": "kilowatt hours", "%": "percent", "km/h": "kilometres per hour", "kph": "kilometres per hour",
    "mph": "miles per hour", "ha": "hectares",
}  # fmt: skip
_NUMBER = r"(?<![\w$€£¥.,])(?P<number>\d(?:[\d.,]*\d)?)"
_MEASURE = regex(
    rf"{_NUMBER}\s?(?:(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?![\w/²³'’]|\.\w|-\w)|per cent\b)"
)

_WRITTEN = "|".join(
    sorted(
        {unit.split(" ")[0].removesuffix("s") for unit in _UNITS.values()} - {"percent"}
        | {"meter", "kilometer", "centimeter", "liter", "second", "minute", "hour", "day", "week", "month", "year"}
    )
)
_SO_MUCH = rf"(?=(?:\d[\d.,]*|[a-z-]+) (?:{_WRITTEN}|met(?:re|er)|lit(?:re|er))s?\b|\d)"
_MORE = regex(
    rf"(?:>\s*|\b(?:(?:measuring|weighing|of|for)\s+)?(?:(?:longer|heavier|taller|wider|deeper|larger|bigger|greater|more)\s+than|over|above|exceeding|in excess of|beyond)\s+){_SO_MUCH}"
)
_LESS = regex(
    rf"(?:<\s*|\b(?:(?:measuring|weighing|of|for)\s+)?(?:(?:shorter|lighter|narrower|shallower|smaller|less)\s+than|under|below)\s+){_SO_MUCH}"
)
_ALONG = regex(rf"(?P<unit>\b(?:{_WRITTEN})s?)\s+(?:long|tall|wide|deep|in (?:length|height|width|depth|weight))\b")


_OFTEN = regex(
    r"\b(?P<times>once|twice|thrice|times) (?:(?:a|per|each|every) (?P<time>day|week|month|year)|(?P<adverb>dai|week|month|year)ly)\b",
    re.IGNORECASE,
)
_MEASURED = regex(rf"{_MEASURE.pattern}|{_OFTEN.pattern}|\b(?:\d[\d.,]*|[a-z-]+) (?:{_WRITTEN})s?\b")


class MeasuredGold:
    """Accepted words whose measures are written out, as they are in what an answer says."""

    def __init__(self, shown: str, words: Gold) -> None:
        self.shown = shown
        self.words = words
        self.is_deadline = DEADLINE.search(shown) is not None
        self.has_part = INCLUDING.fullmatch(shown) is not None

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words."""
        told = as_including(text) if self.has_part else text
        written = written_out(as_deadline(told) if self.is_deadline else told)
        relation = self.words.relate(written, document)
        if (self.is_deadline or told != text) and relation.reason is Reason.EXACT:
            relation = relation._replace(reason=Reason.CONTAINS_GOLD, message=f"says {self.words.shown}")
        if written != text and relation.read:
            relation = relation._replace(read=shown(text))
        return relation._replace(message=relation.message.replace(self.words.shown, self.shown))


def written_out(text: str) -> str:
    """Return a text with the units behind its figures written out, and what is longer or heavier than that as more than that.

    >>> written_out("boats longer than 11.5m"), written_out("1980s cars with 4 doors"), written_out("5 m/s")
    ('boats more than 11.5 metres', '1980s cars with 4 doors', '5 m/s')
    """
    out = _MEASURE.sub(lambda found: f"{found['number']} {_UNITS[found['unit'] or '%']}", text)
    if ("ce " in out or "times " in out) and not _OFTEN.fullmatch(out.strip(" .")):
        out = _OFTEN.sub(_so_often, out)
    return _ALONG.sub(r"\g<unit>", _LESS.sub("less than ", _MORE.sub("more than ", out)))


def _so_often(found: re.Match[str]) -> str:
    return f"{found['times']} a {found['time'] or ('day' if found['adverb'].lower() == 'dai' else found['adverb'])}"


def measured_gold(question: Question, words: Callable[[Question], Gold]) -> Gold:
    """Return a gold that reads measures in words, where the accepted words have one beside others, else what ``words`` returns."""
    answer = question.answer
    if not isinstance(answer, EntityAnswer | PhraseAnswer):
        return words(question)
    if not any(_MEASURED.search(text) or INCLUDING.fullmatch(text) for text in question.accepted):
        return words(question)
    accepted = tuple(map(written_out, question.accepted))
    told = replace(question, accepted=accepted, answer=replace(answer, text=written_out(answer.text)))
    return MeasuredGold(answer.text, words(told))
