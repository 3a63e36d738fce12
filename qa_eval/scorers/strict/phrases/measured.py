"""Names and words with a measure in them: "boats longer than 11.5 m" are those longer than 11.5 metres."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown

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
_SPAN = r"(?P<span>(?:\d+|an?|[a-z]+(?:-[a-z]+)?)\s+(?:(?:working|business|calendar|full)\s+)?(?:hours?|days?|weeks?|months?|years?))"
_DEADLINE = regex(rf"\bwithin\s+{_SPAN}\s+(?:of|after)\s", re.IGNORECASE)
_SINCE = r"\s+(?:after|from|following|of|since)\s+"
# "up to 30 days after", "30 days at most after", "You have 30 days from"
_UP_TO = regex(
    rf"(?<!not )(?:\b(?:(?:for\s+)?up to|no later than|not later than|at most|at the latest|no more than|within|inside(?:\s+of)?|(?:in|for|during)\s+the\s+first|for|until)\s+{_SPAN}(?:\s+at\s+(?:most|the\s+latest))?{_SINCE}"
    rf"|{_SPAN.replace('span', 'limited')}\s+at\s+(?:most|the\s+latest)\s+(?:after|from|following)\s+"
    rf"|(?:\A\W*|(?<=have )|(?<=has )|(?<=got )){_SPAN.replace('span', 'given')}\s+(?:from|after(?=[^.;]*\bat the latest))\s+)",
    re.IGNORECASE,
)
_SINCE_WHEN = regex(
    r"(?<= of )(?:(?:the\s+)?(?:day|date|time|moment)\s+(?:of|when|that|on which)\s+)?(?:(?:you|they|he|she|it|we|one)\s+(?:have\s+|has\s+|had\s+)?(?P<done>[a-z]+(?:ed|t|d|en))(?:\s+(?:it|them))?\b)?",
    re.IGNORECASE,
)
_COUNT = rf"(?:\d[\d,]*|{'|'.join(CARDINALS[1:])})"
_INCLUDING = regex(rf"(?P<all>{_COUNT}|[a-z]+-[a-z]+), including (?P<part>{_COUNT}) (?P<what>[a-z]+)", re.IGNORECASE)
_AMONG = r"(?:including|incl\.|among (?:them|these)|counting|of (?:whom|which))"
# a part in brackets, behind "of whom", "among them a crew of four"
_WITH_PART = regex(
    rf"\b(?P<all>{_COUNT}|[a-z]+-[a-z]+)(?:\s+(?:people|persons|in all))?(?:\s*[,;(]\s*|\s+)"
    rf"(?:{_AMONG}\s+(?P<first>{_COUNT})\s+(?:were\s+|are\s+)?(?P<what>[a-z]+)|{_AMONG}\s+(?:the|an?)\s+(?P<group>[a-z]+)\s+of\s+(?P<many>{_COUNT})"
    rf"|(?P<of_them>{_COUNT})\s+of\s+(?:them|whom|which|these)\s+(?:were\s+|are\s+)?(?P<who>[a-z]+)|(?P<held>[a-z]+)\s+of\s+(?P<so_many>{_COUNT})\s+included)(?:\s+members)?\)?(?=\W*\Z|[.;,])",
    re.IGNORECASE,
)
# "60 passengers and 4 crew, so 64 in all"
_ADDED_UP = regex(
    rf"(?P<rest>{_COUNT}|[a-z]+-[a-z]+)\s+[a-z]+\s+(?:and|plus)\s+(?P<part>{_COUNT})\s+(?P<what>[a-z]+)(?:\s+members)?,?\s+(?:so|making|which makes|that is|i\.e\.|=|or)\s+(?:it\s+)?(?P<all>{_COUNT}|[a-z]+-[a-z]+)(?:\s+(?:people|persons))?(?:\s+(?:in all|altogether|in total|together))?(?=\W*\Z)"
    rf"|(?P<sum>{_COUNT}|[a-z]+-[a-z]+)(?:\s+(?:people|persons))?(?:\s+(?:in all|altogether|in total))?\s*[:,;(–—-]+\s*(?P<others>{_COUNT}|[a-z]+-[a-z]+)\s+[a-z]+\s+(?:and|plus)\s+(?P<few>{_COUNT})\s+(?P<who>[a-z]+)(?:\s+members)?\)?(?=\W*\Z)",
    re.IGNORECASE,
)
_MEASURED = regex(rf"{_MEASURE.pattern}|{_OFTEN.pattern}|\b(?:\d[\d.,]*|[a-z-]+) (?:{_WRITTEN})s?\b")


class MeasuredGold:
    """Accepted words whose measures are written out, as they are in what an answer says."""

    def __init__(self, shown: str, words: Gold) -> None:
        self.shown = shown
        self.words = words
        self.is_deadline = _DEADLINE.search(shown) is not None
        self.has_part = _INCLUDING.fullmatch(shown) is not None

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


def as_deadline(text: str) -> str:
    """Return an answer with how long after something at most as within which time of it.

    >>> as_deadline("up to 30 days after you bought it"), as_deadline("more than 30 days after purchase")
    ('within 30 days of bought', 'more than 30 days after purchase')
    """
    led = _UP_TO.search(text)
    if led is None:
        return text
    span = led["span"] or led["limited"] or led["given"]
    rest = text[led.end() :].replace(" at the latest", "")
    told = f"{text[: led.start()]}within {span} of {rest}"
    return _SINCE_WHEN.sub(lambda found: found["done"] or "", told, count=1)


def as_including(text: str) -> str:
    """Return an answer with a number and a part of it as the number, including that.

    >>> as_including("64 (four of them crew)"), as_including("64 people, among them a crew of four."), as_including("64 and four crew")
    ('64, including four crew', '64, including four crew.', '64 and four crew')
    """
    if added := _ADDED_UP.search(text):
        rest, part, every = (
            added[one] or added[other] for one, other in (("rest", "others"), ("part", "few"), ("all", "sum"))
        )
        if _number(rest) + _number(part) != _number(every):
            return text
        return f"{text[: added.start()]}{every}, including {part} {added['what'] or added['who']}{text[added.end() :]}"
    found = _WITH_PART.search(text)
    if found is None:
        return text
    part = found["first"] or found["many"] or found["of_them"] or found["so_many"]
    what = found["what"] or found["group"] or found["who"] or found["held"]
    return f"{text[: found.start()]}{found['all']}, including {part} {what}{text[found.end() :]}"


def _number(written: str) -> Fraction:
    read = read_quantity(written)
    return read.value if read else Fraction(0)


def _so_often(found: re.Match[str]) -> str:
    return f"{found['times']} a {found['time'] or ('day' if found['adverb'].lower() == 'dai' else found['adverb'])}"


def measured_gold(question: Question, words: Callable[[Question], Gold]) -> Gold:
    """Return a gold that reads measures in words, where the accepted words have one beside others, else what ``words`` returns."""
    answer = question.answer
    if not isinstance(answer, EntityAnswer | PhraseAnswer):
        return words(question)
    if not any(_MEASURED.search(text) or _INCLUDING.fullmatch(text) for text in question.accepted):
        return words(question)
    accepted = tuple(map(written_out, question.accepted))
    told = replace(question, accepted=accepted, answer=replace(answer, text=written_out(answer.text)))
    return MeasuredGold(answer.text, words(told))
