"""One language as its file gives it: how numbers and dates are written, and how its words are read in English."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTH_NAMES
from qa_eval.reading.dates.words import two_digit_year
from qa_eval.reading.languages.clock import Clock
from qa_eval.reading.languages.declines import Declines
from qa_eval.reading.languages.measures import Measures
from qa_eval.reading.languages.ranks import Ranks
from qa_eval.reading.languages.spelled import Spelled
from qa_eval.reading.languages.tables import any_of, items, rows, spaced, texts
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SPACES = "\u00a0\u202f\u2009"
SHORT = 4  # letters of an abbreviated month
_JOINS = ("and", "or", "but")
_LONGEST = 100_000  # characters of a text that is put into English; no scorer reads more


class Language:
    """A language: ``in_english`` puts a text into the English that is read."""

    def __init__(self, data: Mapping[str, object]) -> None:
        decimal, groups = str(data["decimal"]), "".join(texts(data["group"]))
        self._groups = re.compile(
            rf"(?<![\w.,])(?P<whole>\d{{1,3}}(?:[{re.escape(groups)}{_SPACES}]\d{{3}})+)(?!\d)(?:{re.escape(decimal)}(?P<part>\d+))?"
        )
        self._decimal = re.compile(rf"(?<![\w.,])(\d+){re.escape(decimal)}(\d+)(?![\w.,]\d)")
        months = {
            form.casefold(): MONTH_NAMES[place] for place, forms in enumerate(rows(data["months"])) for form in forms
        }
        self._forms = frozenset(form for forms in rows(data["months"]) for form in forms)
        names, link = any_of(months), any_of(texts(data.get("date_links", [])))
        self._months = months
        self._short = frozenset(
            form.casefold() for forms in rows(data["months"]) for form in forms[1:] if len(form) <= SHORT
        )
        self._date = re.compile(
            rf"(?<![\w-])(?:(?P<day>\d{{1,2}})(?:\.|er|º|-?го)?\s*(?:(?:{link})\s+)?)?(?P<month>{names})\.?(?!\w)(?:\s+(?:(?:{link})\s+)?(?P<year>\d{{3,4}})(?:\s?р(?:оку|\.))?)?",
            re.IGNORECASE,
        )
        self._spelled = Spelled(data)
        self._ranks = Ranks(data, names, link)
        self._clock, self._measures, self._declines = Clock(data), Measures(data), Declines(data)
        self._phrases = _phrases(data["read"])
        self._words = data["read"]
        with_numbers = [each for each in self._phrases if " " in each and self._spelled.in_digits(each) != each]
        self._with_number = re.compile(rf"(?<!\w)(?:{any_of(with_numbers)})(?!\w)", re.IGNORECASE)  # "pour cent"
        self._phrase = re.compile(rf"(?<!\w)(?<!\s\w\.)(?:{any_of(self._phrases)})(?!\w)", re.IGNORECASE)
        self._patterns = [(re.compile(said, re.IGNORECASE), english) for said, english in rows(data.get("patterns"))]
        self._alone = [
            (re.compile(rf"^\W*(?:{any_of(forms)})(?=\s*(?:$|[.,;:!–]))", re.IGNORECASE), english)
            for english, forms in items(data.get("alone"))
        ]
        joins = any_of(form for form, (english, _) in self._phrases.items() if english in _JOINS)
        within = rf"(?:(?!\s(?:{joins})\s)[^.,;:!?])"
        self._parted = [*_parted(data.get("negated"), within), *_parted(data.get("parted"))]

    @classmethod
    def of_toml(cls, text: str) -> Language:
        """Return the language that a file describes. Raises KeyError for a file without one of its parts."""
        return cls(tomllib.loads(text))

    def in_english(self, text: str) -> str:
        """Return the text with numbers, dates, units and small words in English."""
        if len(text) > _LONGEST:
            return text
        shown = self._declines.in_english(text)
        for said, english in (*self._alone, *self._parted):
            shown = said.sub(english, shown)
        shown = _NUMERIC_DATE.sub(_iso, shown)
        shown = self._groups.sub(_grouped, shown)
        shown = self._decimal.sub(r"\1.\2", shown)
        shown = self._date.sub(self._dated, self._ranks.days_in_digits(shown))
        shown = self._spelled.in_digits(self._with_number.sub(self._read, shown))
        for said, english in self._patterns:
            shown = said.sub(english, shown)
        shown = self._ranks.in_english(self._clock.in_english(shown))
        return self._phrase.sub(self._read, self._measures.in_english(shown))

    def dates(self, text: str) -> list[tuple[int, int]]:
        """Return where days of a month stand, the month written as the language does: "12. Oktober 2024", "12 octobre"."""
        return [found.span() for found in self._date.finditer(text) if found["day"] and found["month"] in self._forms]

    def said(self, english: str) -> str:
        """Return the first of the ways in which the language says a word that is read as ``english``."""
        return dict(items(self._words))[english][0]

    def _dated(self, match: re.Match[str]) -> str:
        if match["month"].casefold() in self._short and not (match["day"] or match["year"]):
            return match[0]  # "sept" is a number too
        parts = (match["day"], self._months[match["month"].casefold()], match["year"])
        return " ".join(part for part in parts if part)

    def _read(self, match: re.Match[str]) -> str:
        said = match[0]
        known = self._phrases[" ".join(said.split()).lower()]
        # a capital within a text makes a name of a small word: the river Oder is no "oder"
        if said[0].isupper() and not known[1] and match.string[: match.start()].strip("¿¡ "):
            return said
        return known[0]


_NUMERIC_DATE = regex(r"(?<![\d./-])(\d{1,2})(?:([./-])(\d{1,2})\2(\d{4})(?![\d/-])|\.(\d{1,2})\.(\d\d)(?![\d./-]*\d))")


def _iso(match: re.Match[str]) -> str:
    """Read 27.03.2023, day first, as every language here writes it."""
    day, _, month, year, short_month, short_year = match.groups()
    month, year = month or short_month, year or str(two_digit_year(int(short_year)))
    return f"{year}-{int(month):02d}-{int(day):02d}" if 0 < int(month) <= len(MONTH_NAMES) else match[0]


def _grouped(match: re.Match[str]) -> str:
    whole = re.sub(r"\D", "", match["whole"])
    return f"{whole}.{match['part']}" if match["part"] else whole


def _phrases(table: object) -> dict[str, tuple[str, bool]]:
    """Return what each phrase is read as, and whether it is written with a capital anyway."""
    found: dict[str, tuple[str, bool]] = {}
    for english, forms in items(table):
        for form in forms:
            found.setdefault(form.lower(), (english, form[0].isupper()))
    return found


def _parted(table: object, between: str = r"[^;!?]") -> Sequence[tuple[re.Pattern[str], str]]:
    """Return what stands around something, and what is read around it instead: "nahm um … zu" as "rose by …"."""
    found = []
    for english, forms in items(table):
        for before, behind in (form.split("…") for form in forms):
            around = rf"(?<!\w){spaced(before)}\s+(?P<what>{between}{{1,60}}?)\s+{spaced(behind)}(?!\w)"
            found.append((re.compile(around, re.IGNORECASE), english.replace("…", r"\g<what>")))
    return found
