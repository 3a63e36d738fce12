"""Figures as accounts and recipes write them, rewritten so that they are read as what they say."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

# "(3.2)%", "$(5) million", "($5 million)": a loss in brackets; read so only where a negative figure or a loss is accepted
_BRACKETED = regex(
    r"(?P<before>[$€£¥]?)\((?P<sign>[$€£¥]?)\s*(?P<number>\d[\d.,]*)\s*(?P<unit>%|percent|per cent|thousand|million|billion|[mkb]|bn)?\)",
    re.IGNORECASE,
)
_PERIODS = {
    "per annum": "year", "pa": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
}  # fmt: skip
_PERIODICAL = regex(
    r"(?<=[\w€£$%])\s+(?P<period>per annum|p\.a\.|annually|yearly|monthly|weekly|daily|hourly)(?!\w)", re.IGNORECASE
)
_MIXED = regex(r"(?<![\d.,/])(?P<whole>\d+)\s+and\s+(?P<part>\d{1,2}/\d{1,2})(?![\d/])")  # "2 and 1/2 cups"
_GROUPED_BELOW = regex(r"(?<=\d)\s*/\s*(?P<below>\d{1,3}(?:,\d{3})+)(?![\d.,]*\d)")  # "1/1,000,000 s"


_OF_EVERY = regex(
    r"(?=\s)(?<=\w)\s+(?:in|out of)\s+(?:every|each)\s+(?=\d|two|three|four|five|six|seven|eight|nine|ten|hundred)",
    re.IGNORECASE,
)
_FEATS = regex(r"\b(?:an?\s+)?(?P<feat>hat-?\s?trick|brace)(?:\s+of\s+goals)?\b", re.IGNORECASE)
_DEGREES = regex(r"(?<![\w.])(?P<number>\d{3,4})(?P<scale>[CF])\b")


_INTERVAL = regex(r"[\[(]\s*(?P<low>-?\d[\d.]*)\s*[,;]\s*(?P<high>-?\d[\d.]*)\s*[\])]")


def tidied(text: str, *, negative: bool, rate: bool = False, spans: bool = False) -> str:
    """Return an answer with such figures written plainly; ``negative``: a bracketed figure is one below zero; ``rate``: so much
    a period is asked for, so that "annually" is "per year"; ``spans``: from one figure to another is accepted, "(0.65, 0.85)".

    >>> tidied("(3.2)%", negative=True), tidied("2 and 1/2 cups", negative=False), tidied("1/1,000 s", negative=False)
    ('-3.2%', '2 1/2 cups', '1/1000 s')
    """
    if negative and "(" in text:
        text = _BRACKETED.sub(_unbracketed, text)
    if rate:
        text = _PERIODICAL.sub(lambda found: " per " + _PERIODS[found["period"].lower().replace(".", "")], text)
    text = _INTERVAL.sub(r"\g<low> to \g<high>", text) if spans and text.strip()[:1] in ("(", "[") else text
    text = _OF_EVERY.sub(" out of ", text)
    if "/" in text:
        text = _MIXED.sub(r"\g<whole> \g<part>", text)
        text = _GROUPED_BELOW.sub(lambda found: "/" + found["below"].replace(",", ""), text)
    return text


def told_otherwise(text: str, question: str, unit: str) -> str:
    """Return an answer with what only its question tells how to read: a hat-trick as goals, "180C" as a temperature.

    >>> told_otherwise("a hat-trick", "How many goals did she score?", ""), told_otherwise("180C", "How hot?", "degree_Celsius")
    ('3', '180 °C')
    """
    if unit.startswith("degree_"):
        return _DEGREES.sub(r"\g<number> °\g<scale>", text)
    if not unit and "goals" in question and (feat := _FEATS.search(text)):
        return text[: feat.start()] + ("2" if feat["feat"].lower() == "brace" else "3") + text[feat.end() :]
    return text


def _unbracketed(found: re.Match[str]) -> str:
    unit = found["unit"] or ""
    return f"-{found['before'] or found['sign']}{found['number']}{' ' if unit.isalpha() else ''}{unit}"
