"""Ordinals of a language, and what is made of them: "der zehnte Mai", "jeder Zehnte", "ein Zehntel"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, ORDINALS, ordinal
from qa_eval.reading.languages.tables import NOTHING, any_of, flat, texts
from qa_eval.reading.names.regnal import roman_value

if TYPE_CHECKING:
    from collections.abc import Mapping

_OF_WHAT = {2: ("half", "halves"), 4: ("quarter", "quarters")}


class Ranks:
    """The ordinals of a language: a day before a month, one out of so many, a fraction, a rank."""

    def __init__(self, data: Mapping[str, object], months: str, links: str) -> None:
        self._ordinals, self._fractions = flat(data.get("ordinals")), flat(data.get("fractions"))
        ordinal = any_of(self._ordinals)
        first = texts(data.get("first_of_a_month", []))
        self._days = self._ordinals | dict.fromkeys(first, "1")
        self._day = re.compile(
            rf"(?<!\w)(?P<rank>{any_of(self._days)})\s+(?=(?:(?:{links})\s+)?(?:{months})(?!\w))", re.IGNORECASE
        )
        every = any_of(texts(data.get("every", [])))
        spans = any_of(texts(data.get("spans", [])))
        self._every = re.compile(
            rf"(?<!\w)(?:{every})\s+(?P<rank>{ordinal})(?!\w)(?P<span>\s+(?:{spans})(?!\w))?", re.IGNORECASE
        )
        one = any_of(texts(data.get("articles", [])))
        self._fraction = re.compile(
            rf"(?<!\w)(?:(?P<count>\d{{1,2}})|{one})\s+(?P<of>{any_of(self._fractions)})(?!\w)", re.IGNORECASE
        )
        self._rank = re.compile(rf"(?<!\w)(?P<rank>{ordinal})(?!\w)", re.IGNORECASE)
        self._marked = re.compile(rf"(?<![\w.,])(?P<rank>\d{{1,3}})(?:{data.get('rank_mark', NOTHING)})", re.IGNORECASE)
        centuries = "|".join(texts(data.get("centuries", []))).replace("{r}", r"([IVX]+)")
        self._century = re.compile(rf"(?<!\w)(?:{centuries or NOTHING})(?!\w)")

    def days_in_digits(self, text: str) -> str:
        """Return the text with the days before months in digits."""
        return self._day.sub(lambda match: f"{self._days[match['rank'].lower()]} ", text)

    def in_english(self, text: str) -> str:
        """Return the text with shares and ranks in English."""
        text = self._century.sub(_century, text)
        text = self._every.sub(self._one_of, text)
        text = self._fraction.sub(self._part, text)
        text = self._marked.sub(lambda match: ordinal(int(match["rank"])), text)
        return self._rank.sub(lambda match: ordinal(self._number(match)), text)

    def _number(self, match: re.Match[str]) -> int:
        return int(self._ordinals[match["rank"].lower()])

    def _one_of(self, match: re.Match[str]) -> str:
        """Return "1 out of 3" for every third, "every 3 days" for every third day."""
        number = self._number(match)
        return f"every {number}{match['span']}" if match["span"] else f"1 out of {number}"

    def _part(self, match: re.Match[str]) -> str:
        count, of = int(match["count"] or 1), int(self._fractions[match["of"].lower()])
        one, several = _OF_WHAT.get(of) or (f"{ORDINALS[of]}", f"{ORDINALS[of]}s") if of < len(ORDINALS) else ("", "")
        if not one or not 0 < count < len(CARDINALS):
            return f"{count}/{of}"
        return f"{CARDINALS[count]} {one if count == 1 else several}"


def _century(match: re.Match[str]) -> str:
    """Return a century with its number in digits."""
    told = next(filter(None, match.groups()))
    number = int(told) if told.isdecimal() else roman_value(told)
    return f"{ordinal(number)} century"
