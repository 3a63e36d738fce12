"""Which of several reported figures is asked for: those of another quarter, of another measure and those expected are set apart."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 400  # characters; a longer answer tells more than a figure or two
_FIGURE = r"[-−]?(?:[A-Z]{0,3}[$€£¥]\s?|[A-Z]{3}\s)?[-−]?\d(?:[\d.,]*\d)?(?:\s?(?:thousand|million|billion|trillion|mn|bn|[kmb])\b)?(?:\s?(?:[%€£$]|(?:per ?cent|euros?|dollars?|pounds?|basis points?|bps?)\b))?"
_ANY_FIGURE = regex(rf"(?<![\w.]){_FIGURE}")
_NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4"}
_PERIOD = regex(
    r"\b(?i:(?P<short>[QH][1-4]|[1-4][QH](?=\b|\d\d\b))|(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?P<unit>quarter|half)\b)"
    r"(?i:(?:\s+of)?(?:\s+(?:fiscal(?:\s+year)?|FY|the year))?\s?[-/'’]?\s?(?P<year>(?:19|20)\d\d|\d\d(?!\d|[.,]\d|%))\b)?"
    r"|\b(?i:in|for|during|FY|year)\s?(?P<only>(?:19|20)\d\d)\b"
)
_HINT = regex(r"\b[QHqh][1-4]\b|\b[1-4][QH]|quarter\b|half\b|Quarter\b|Half\b")
_MAY_NAME = regex(r"[QHqh][1-4]|[1-4][QH]|quarter|half|Quarter|Half|19\d\d|20\d\d")
_PLANS = ("consensus", "estimate", "forecast", "target", "guidance", "expect")
_COMPARES = regex(
    r"\b(?:chang\w*|compar\w*|increase[ds]?|decrease[ds]?|grow\w*|growth|r[io]se|fall|fell|than|from|difference|both|each|every|between|until|since|when|which (?:quarter|half|period|year))\b",
    re.IGNORECASE,
)
_ASKS_BASE = regex(
    r"\b(?:from|before|start\w*|initial\w*|original\w*|previous\w*|earlier|prior|old|former\w*|chang\w*|difference|compar\w*|than|between|range)\b",
    re.IGNORECASE,
)
_APART = regex(
    rf"\s*[;()]\s*|,\s+(?:and\s+|while\s+|but\s+)?|\.\s+(?=[A-Z])|\s+(?:versus|vs\.?|as against|against|(?:as )?compared (?:with|to)|and|while|whereas|but)\s+|\s+(?=(?:from|to)\s+{_FIGURE})"
)
_EXPECTED = regex(
    rf"\b(?:the|a|an)\s+{_FIGURE}\s+(?:(?:analyst|market|consensus|street)\s+)?(?:consensus|estimates?|forecasts?|target|guidance|expectations?)\b(?:\s+(?:estimate|forecast)s?)?"
    rf"|\b(?P<what>consensus|estimates?|forecasts?|target|guidance|expectations)\s+(?:of|for|was|were|had been)\s+{_FIGURE}"
    rf"|,?\s*\b(?:against|versus|vs\.?|compared (?:with|to))\s+{_FIGURE}\s+(?:expected|forecast|estimated|targeted|consensus)\b",
    re.IGNORECASE,
)
_FROM = regex(
    rf"\bfrom {_FIGURE}(?:\s+(?:in|a|the|last)\b[^.,;:]{{1,25}}?)? to (?={_FIGURE})|(?P<to>\b(?:to|at) {_FIGURE})\s+from {_FIGURE}"
)
_MOVED = regex(
    r"\b(?:r[io]se\w*|fell|fall\w*|increas\w+|decreas\w+|gr[eo]w\w*|dropp?\w*|declin\w+|climb\w+|slipp?\w*|went|moved|improv\w+|narrow\w+|widen\w+|cut|raised|lowered|jump\w+|up|down)\b",
    re.IGNORECASE,
)
_OF_PLANS = regex(
    r"\b(?:consensus|estimate[ds]?|forecasts?|target\w*|guid\w+|expect\w*|plan\w*|project\w*|analysts?)\b",
    re.IGNORECASE,
)
_CLAUSES = regex(r"[,;]\s+(?:and\s+|while\s+|but\s+)?|\.\s+(?=[A-Z])|\s+(?:and|while|whereas|but)\s+")
_DIGIT = regex(r"\d")
_MEASURE = regex(
    r"\bwhat (?:was|is|were|are)\s+(?:the\s+|its\s+|[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3}[’']s?\s+)?(?P<what>[\w&/ -]{3,40}?)(?=\s+(?:in|for|of|at|on|during|as|by|after|before)\b|\?|\Z)",
    re.IGNORECASE,
)
_TOLD = regex(
    rf"\W*(?:(?:and|while|but|in addition|the|its|their|our)\s+){{0,2}}(?P<what>[A-Za-z][\w&/’' -]{{2,40}}?)\s*(?:\s(?:was|is|were|are|stood at|came to|came in at|reached|amounted to|totall?ed)\s|:)\s*(?:about\s+|just\s+)?{_FIGURE}"
)
_SMALL = frozenset(("the", "of", "its", "their", "and", "a", "total", "group", "company", "bank", "firm"))


class _Period(NamedTuple):
    """A quarter or half by its sign, "q3", "" for none, its year, "" for none, and where a text names it."""

    part: str
    year: str
    start: int
    end: int

    def differs(self, other: _Period) -> bool:
        """Return whether two are not the same, or one within the other."""
        parts = self.part and other.part and self.part != other.part
        return bool(parts) or bool(self.year and other.year and self.year != other.year)


def names_period(question: str) -> bool:
    """Return whether a question may name a quarter or a half of a year.

    >>> names_period("What were sales in Q1 2022?"), names_period("What were sales?")
    (True, False)
    """
    return _HINT.search(question) is not None


@lru_cache(maxsize=1_024)
def reported(question: str, accepted: tuple[str, ...]) -> Reported:
    """Return what a question on a reported figure asks for; kept for the next answer to it."""
    return Reported(question, accepted)


class Reported:
    """What one question on a reported figure asks for, and what answers to it tell of that."""

    def __init__(self, question: str, accepted: tuple[str, ...]) -> None:
        self._text = question
        self._accepted = accepted if any(map(_DIGIT.search, accepted)) else ()

    @cached_property
    def _period(self) -> _Period | None:
        """The one quarter or half that the question names, where it compares no two."""
        named = _periods(self._text) if _HINT.search(self._text) else []
        parts = [each for each in named if each.part]
        if len(parts) != 1 or len(named) > 1 or _COMPARES.search(self._text):
            return None
        return None if any(map(_PERIOD.search, self._accepted)) else parts[0]

    @cached_property
    def _measure(self) -> frozenset[str]:
        found = _MEASURE.search(self._text)
        return _words(found["what"]) if found else frozenset()

    def arrived(self, text: str) -> str:
        """Return an answer without the figure that another one came from: "It fell to 4 %" for "It fell to 4 % from 6 %".

        >>> asked = Reported("What was the rate?", ("4%",))
        >>> asked.arrived("It fell to 4% from 6%."), asked.arrived("It fell from 6% to 4%.")
        ('It fell to 4%.', 'It fell to 4%.')
        """
        if "from " not in text or len(text) > LONGEST or not self._accepted or _ASKS_BASE.search(self._text):
            return text
        if _MOVED.search(text) is None:
            return text  # "from 1701 to 1712"
        return _FROM.sub(lambda found: found["to"] or "to ", text)

    @cached_property
    def _is_of_plans(self) -> bool:
        return _OF_PLANS.search(self._text) is not None

    def own(self, text: str) -> str:
        """Return an answer without what it tells of other periods, of other measures and of what was expected; all of it where nothing is left.

        >>> asked = Reported("What were sales in Q1 2022?", ("$9m",))
        >>> asked.own("Sales were $9m in Q1 2022 and $8m in Q1 2021"), asked.own("They beat the $7m forecast, at $9m.")
        ('Sales were $9m in Q1 2022', 'They beat the forecast, at $9m.')
        """
        if len(text) > LONGEST or " " not in text or not self._accepted:
            return text
        if any(map(text.__contains__, _PLANS)) and not self._is_of_plans:
            text = _EXPECTED.sub(_unsaid, text)
        if self._period is not None and _MAY_NAME.search(text):
            parts = list(_parts(text))
            left = [told for told, named in parts if not self._is_other(named)]
            if left and len(left) < len(parts):
                own = [told for told, named in parts if named and not self._is_other(named)]
                text = ", ".join(own or left)
        several = ", " in text or " and " in text or ";" in text or ". " in text or " while " in text
        return self._of_measure(text) if several and self._measure else text

    def of_another(self, text: str) -> str:
        """Return the other period of which an answer tells all its figures; "" for none.

        >>> asked = Reported("What were sales in Q1 2022?", ("$9m",))
        >>> asked.of_another("In Q1 2021, they were $9m."), asked.of_another("They were $9m in the first quarter.")
        ('Q1 2021', '')
        """
        if self._period is None or len(text) > LONGEST or not _MAY_NAME.search(text):
            return ""
        parts = list(_parts(text))
        if not parts or not all(self._is_other(named) for _, named in parts):
            return ""
        first = parts[0][1][0]
        return " ".join(filter(None, (first.part.upper(), first.year)))

    def _is_other(self, named: Sequence[_Period]) -> bool:
        return bool(named) and self._period is not None and all(map(self._period.differs, named))

    def _of_measure(self, text: str) -> str:
        """Return the clause on the measure that is asked for, where others tell of others: "A was 3 %, B was 4 %"."""
        clauses = [clause for clause in _CLAUSES.split(text) if _figures(clause, _periods(clause))]
        told = [(clause, _words(found["what"])) for clause in clauses if (found := _TOLD.match(clause))]
        if len(told) != len(clauses) or len(told) < 2:  # noqa: PLR2004 - one to choose from others
            return text
        own = [clause for clause, what in told if what and what <= self._measure]
        others = [what for _, what in told if what - self._measure]
        return own[0].strip() if len(own) == 1 and len(others) == len(told) - 1 else text


def _unsaid(found: re.Match[str]) -> str:
    if found["what"]:
        return found["what"]
    return "" if found[0].lstrip(", ").lower().startswith(("against", "versus", "vs", "compared")) else "the forecast"


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w&]+", text.lower())) - _SMALL


def _periods(text: str) -> list[_Period]:
    found = []
    for match in _PERIOD.finditer(text):
        short = (match["short"] or "").lower()
        part = (short[::-1] if short[:1].isdigit() else short) or (
            match["unit"][0].lower() + _NTH[match["nth"].lower()] if match["unit"] else ""
        )
        year = match["year"] or match["only"] or ""
        found.append(_Period(part, f"20{year}" if len(year) == 2 else year, *match.span()))  # noqa: PLR2004 - two digits
    return found


def _parts(text: str) -> Iterator[tuple[str, list[_Period]]]:
    """Yield the parts that give a figure, each with the periods that it is told of: what leads one in belongs to it."""
    start = 0
    for edge in (*_APART.finditer(text), None):
        part = text[start : len(text) if edge is None else edge.start()]
        named = _periods(part)
        if _figures(part, named):
            yield part.strip(), named
        elif not part.strip() or named:
            continue  # "In Q3 2024, …"
        start = len(text) if edge is None else edge.end()


def _figures(text: str, named: Sequence[_Period]) -> bool:
    for each in reversed(named):
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return any(not re.fullmatch(r"(?:19|20)\d\d", found[0].strip()) for found in _ANY_FIGURE.finditer(text))
