"""Figures within names and phrases, however they are written: "paid EUR 30m" for "paid €30 million", "seventy-first" for "71st"; "NW" for "north-west"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.compass import are_points, with_points
from qa_eval.reading.counting import ordinal
from qa_eval.reading.numbers.words import ORDINALS, SMALL, Kind
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

_TEENS = {word: value for word, (kind, value) in SMALL.items() if kind is Kind.TEEN and value > 12}  # noqa: PLR2004 - up to twelve, words are compared so anyway
_TENS = {word: value for word, (kind, value) in SMALL.items() if kind is Kind.TENS}
_UNITS = {word: value for word, (kind, value) in SMALL.items() if kind is Kind.UNIT}
_RANKS = {word: value for word, (kind, value, plural) in ORDINALS.items() if kind is Kind.UNIT and not plural}
_LATE_RANKS = {
    word: value
    for word, (kind, value, plural) in ORDINALS.items()
    if not plural and (kind is Kind.TENS or (kind is Kind.TEEN and value > 12))  # noqa: PLR2004 - see above
}
_CODES = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "eur": "EUR", "euro": "EUR", "euros": "EUR", "usd": "USD", "dollar": "USD", "dollars": "USD", "us dollars": "USD", "us$": "USD", "gbp": "GBP", "pounds": "GBP",
    "pound": "GBP", "pounds sterling": "GBP", "jpy": "JPY", "yen": "JPY",
}  # fmt: skip
_SCALES = {
    "m": "million",
    "mn": "million",
    "mln": "million",
    "mio": "million",
    "bn": "billion",
    "tn": "trillion",
    "k": "thousand",
}
_SCALE = r"(?:thousand|million|billion|trillion|mn|mln|mio|bn|tn|[mk])"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_FIGURE = regex(
    rf"\d|\b(?:(?:first|second|third|fourth)[ -]quarter\s+of|{'|'.join((*_TEENS, *_TENS, *_LATE_RANKS))})\b",
    re.IGNORECASE,
)
_WORDS = regex(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})[ -](?:(?P<rank>{'|'.join(_RANKS)})|(?P<unit>{'|'.join(_UNITS)}))|(?P<teen>{'|'.join((*_TEENS, *_TENS))})|(?P<late>{'|'.join(_LATE_RANKS)}))\b",
    re.IGNORECASE,
)
_BEFORE = regex(r"(?<![\w$])(?P<code>EUR|USD|GBP|JPY|US\$|[$€£¥])\s?(?=\d)", re.IGNORECASE)
_BEHIND = regex(
    rf"(?<![\w$€£¥])(?P<number>{_NUMBER}(?:\s?{_SCALE}\b)?)\s?(?P<code>US dollars|pounds sterling|euros?|dollars?|pounds?|yen|EUR|USD|GBP|JPY)\b",
    re.IGNORECASE,
)
_SHORT = regex(
    r"(?<=(?:EUR|USD|GBP|JPY) )(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>mn|mln|mio|bn|tn|[mk])\b", re.IGNORECASE
)
_QUARTERS = {"fi": 1, "1s": 1, "se": 2, "2n": 2, "th": 3, "3r": 3, "fo": 4, "4t": 4}
# "the second quarter of next year" is "Q2 next year"
_QUARTER = regex(
    r"\b(?:(?:the\s+)?(?P<rank>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter|Q(?P<number>[1-4]))\b(?:\s+of\s+(?:the\s+)?|\s+(?=next\b|this\b|last\b|\d{4}\b))",
    re.IGNORECASE,
)
_MONTHS = f"(?P<month>{'|'.join(MONTH_NAMES)})"
_MONTH = regex(_MONTHS)
_MONTH_FIRST = regex(rf"\b{_MONTHS}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!,?\s*\d)")
_DAY_OF = regex(rf"\b(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}\b")
_DATE = r"\d{1,2}\s+[A-Z][a-z]+"
_FROM_TO = regex(
    rf"\b(?:from|between)\s+(?P<first>{_DATE})\s+(?:to|until|till|and|through)\s+(?P<last>{_DATE})\b", re.IGNORECASE
)
_GROUPED = regex(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)")
_THOUSANDS = regex(r"(?<![\w.,])(?P<number>\d{1,3}(?:\.\d{1,3})?)\s+thousand\b", re.IGNORECASE)
_NUMBERED = regex(r"(?<!\w)(?:[Nn]o\.|[Nn]r\.?|№|#|(?<=the )No)\s?(?=\d)")  # "the No. 9 tram"
_PERCENT = regex(r"(?<=\d)\s?(?:percent|per cent|pct)\b", re.IGNORECASE)

# "M6 × 40 mm", "148 over 92", "148/92 mmHg"
_THREAD = regex(
    r"\bM(?P<width>\d{1,2}(?:\.\d)?)\s?[x×X]\s?(?P<length>\d{1,3}(?:[.,]\d{1,2})?)(?:\s?(?:mm|millimet(?:re|er)s?)\b)?"
)
_PRESSURE = regex(
    r"\b(?P<high>\d{2,3})\s?(?:/|over)\s?(?P<low>\d{2,3})(?:\s?(?:mm\s?Hg|millimet(?:re|er)s of mercury)\b|(?=\W*\Z))",
    re.IGNORECASE,
)


def respelled(text: str) -> str:
    """Return a text with its figures in one spelling.

    >>> respelled("the seventy-first minute"), respelled("paid EUR 30m for it"), respelled("fell by 1,200 dollars, 20 per cent")
    ('the 71st minute', 'paid EUR 30 million for it', 'fell by USD 1200, 20%')
    >>> respelled("the second quarter of next year"), respelled("148 over 92 mmHg"), respelled("M6 × 40 mm")
    ('Q2 next year', '148/92', 'M6x40')
    """
    text = _QUARTER.sub(_in_short, text) if "uarter" in text or "Q" in text else text
    text = _WORDS.sub(_in_figures, text)
    if _MONTH.search(text):
        text = _DAY_OF.sub(r"\g<day> \g<month>", _MONTH_FIRST.sub(r"\g<day> \g<month>", text))
        text = _FROM_TO.sub(r"from \g<first> to \g<last>", text)
    if not any(map(str.isdecimal, text)):
        return text
    text = _NUMBERED.sub("number ", text)
    text = _THREAD.sub(r"M\g<width>x\g<length>", text) if "M" in text else text
    text = _PRESSURE.sub(r"\g<high>/\g<low>", text) if " over " in text or "Hg" in text else text
    text = _THOUSANDS.sub(_in_full, text) if "thousand" in text.lower() else text
    text = _BEFORE.sub(lambda found: _CODES[found["code"].lower()] + " ", text)
    text = _BEHIND.sub(lambda found: f"{_CODES[found['code'].lower()]} {found['number']}", text)
    text = _SHORT.sub(lambda found: f"{found['number']} {_SCALES[found['scale'].lower()]}", text)
    return _PERCENT.sub("%", _GROUPED.sub(lambda found: found[0].replace(",", ""), text))


def _in_full(found: re.Match[str]) -> str:
    value = Fraction(found["number"].replace(",", "")) * 1000
    return str(value) if value.denominator == 1 else found[0]


def _in_short(found: re.Match[str]) -> str:
    return f"Q{found['number'] or _QUARTERS[found['rank'].lower()[:2]]} "


def _in_figures(found: re.Match[str]) -> str:
    if found["teen"]:
        return str({**_TEENS, **_TENS}[found["teen"].lower()])
    if found["late"]:
        return ordinal(_LATE_RANKS[found["late"].lower()])
    tens = _TENS[found["tens"].lower()]
    return ordinal(tens + _RANKS[found["rank"].lower()]) if found["rank"] else str(tens + _UNITS[found["unit"].lower()])


class SpelledGold:
    """Accepted names or words, ``shown`` first, that may be spelled in several ways; ``plain`` judges them and an answer in one spelling."""

    def __init__(self, spell: Callable[[str], str], shown: str, plain: Gold) -> None:
        self.shown = shown
        self.respelled = key(shown) != key(plain.shown)
        self.spell = spell
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ones."""
        told = self.spell(text)
        relation = self.plain.relate(told, document)
        if told == text and not self.respelled:
            return relation
        reason = Reason.ALIAS if relation.reason is Reason.EXACT else relation.reason
        return relation._replace(reason=reason, read=shown(text))


def spelled_gold(question: Question, gold: Callable[[Question], Gold]) -> Gold:
    """Return the gold that ``gold`` makes of a question, its figures and points of the compass in one spelling."""
    spell = _speller(question)
    if spell is None:
        return gold(question)
    accepted = tuple(map(spell, question.accepted))
    answer = question.answer
    if isinstance(answer, PhraseAnswer):
        must_say = tuple(tuple(map(spell, group)) for group in answer.must_say)
        answer = PhraseAnswer(spell(answer.text), must_say, tuple(map(spell, answer.must_not_say)))
    elif isinstance(answer, EntityAnswer):
        answer = EntityAnswer(spell(answer.text))
    return SpelledGold(
        spell,
        question.answer.text,
        gold(replace(question, text=spell(question.text), accepted=accepted, answer=answer)),
    )


def _speller(question: Question) -> Callable[[str], str] | None:
    if any(map(_FIGURE.search, question.accepted)):
        return respelled
    return with_points if are_points(question.text, question.accepted) else None
