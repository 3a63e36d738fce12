"""Mathematics in words: "x squared plus a constant" is x^2 + C, "all real numbers from 4 upwards" is x ≥ 4."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.expressions import written

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300  # characters of a text that is read as mathematics
_NUMBERS = {
    name: str(value)
    for value, name in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}
_SAYS = regex(
    r"\b(?:squared|cubed|plus|minus|times|divided|over|equals|root|power|pi|constant|natural log(?:arithm)?|half|thirds?|quarters?|sine|cosine|tangent|product)\b|\b(?:\d+|one|two|three|four|five) (?:in|out of) (?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve)|\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:pi|[a-z])(?![a-z])",
    re.IGNORECASE,
)
_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE), sign)
    for pattern, sign in (
        (r"\b(?:an?|the|some|any)?\s*(?:arbitrary |integration )?constant(?: of integration)?\b", "C"),
        (r"(?:the )?(?:absolute value|modulus|magnitude) of ([a-z])\b", r"|\1|"),
        (r",\s*(?=plus\b|minus\b)", " "),
        (r"\bthe square root of (?:the )?", "sqrt "),
        (r"\b(?:the )?natural log(?:arithm)? of (?:the )?", "ln "),
        (r"\b(?:the )?(sine|cosine|tangent) of (?:the )?", r"\1 "),
        (r"\b(\w+) (?:in|out of) (\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b", r"(\1)/(\2)"),
        (r"\b(?:the )?(?:product of) (\w) and (\w)\b", r"\1*\2"),
        (r"\bsine\b", "sin"),
        (r"\bcosine\b", "cos"),
        (r"\btangent\b", "tan"),
        (r"\s+squared\b", "^2"),
        (r"\s+cubed\b", "^3"),
        (r"\s+(?:raised )?to the (?:power (?:of )?)?(\w+)(?:th)? power\b", r"^\1"),
        (r"\s+(?:raised )?to the power (?:of )?(minus )?(\w+)\b", r"^\1\2"),
        (r"\bminus\b", "-"),
        (r"\bplus\b", "+"),
        (r"\s+(?:times|multiplied by)\s+", "*"),
        (r"\s+(?:divided by|over)\s+", "/"),
        (r"\s+(?:equals|is equal to)\s+", " = "),
        (r"\bone[ -]half(?: of)?\b|\bhalf(?: of)?\b", "(1/2)"),
        (r"\bone[ -]third(?: of)?\b", "(1/3)"),
        (r"\btwo[ -]thirds(?: of)?\b", "(2/3)"),
        (r"\bthree[ -]quarters(?: of)?\b", "(3/4)"),
        (r"\b(?:one[ -]|a )quarter(?: of)?\b", "(1/4)"),
        *((rf"\b{name}\b", value) for name, value in _NUMBERS.items()),
    )
)
_LED = regex(
    r"\A.*\b(?:is|are|be|gives?|becomes?|get|obtain)\s+(?:simply |just |the (?:function|expression) )?", re.DOTALL
)
_NUMBER = r"[-−+]?\s?\d+(?:\.\d+)?(?:/\d+)?"
_INCLUDED = regex(r"\b(?:includ(?:ed|ing|es)|inclusive|itself (?:too|as well)|closed|or equal)\b", re.IGNORECASE)
_EXCLUDED = regex(r"\b(?:exclud(?:ed|ing|es)|exclusive|not includ(?:ed|ing)|strictly|but not|open)\b", re.IGNORECASE)
_LEAST = regex(
    rf"\b(?:at least|no less than|not less than|not smaller than|not below|(?:greater|larger|bigger|more) than or equal to|(?:from|starting (?:at|from)|beginning (?:at|with)) (?={_NUMBER}(?: and)? (?:up|on|or more|to infinity)))\s*(?P<one>{_NUMBER})"
    rf"|(?P<two>{_NUMBER})(?:,)? (?:and|or) (?:above|up|upwards?|more|greater|higher|larger|over|beyond)\b",
    re.IGNORECASE,
)
_MOST = regex(
    rf"\b(?:at most|no more than|not more than|not greater than|not above|up to and including|(?:less|smaller|lower) than or equal to)\s*(?P<one>{_NUMBER})"
    rf"|(?P<two>{_NUMBER})(?:,)? (?:and|or) (?:below|down|downwards?|less|smaller|lower|under)\b",
    re.IGNORECASE,
)
_MORE = regex(
    rf"(?<!not )(?<!no )\b(?:greater than|larger than|bigger than|more than|above|over|exceed(?:s|ing)|beyond) (?P<one>{_NUMBER})",
    re.IGNORECASE,
)
_LESS = regex(
    rf"(?<!not )(?<!no )\b(?:less than|smaller than|lower than|below|under) (?P<one>{_NUMBER})", re.IGNORECASE
)
_BETWEEN = regex(rf"\b(?:between|from) (?P<low>{_NUMBER})(?: and| to) (?P<high>{_NUMBER})", re.IGNORECASE)
_SPAN = regex(r"[<>≤≥∞]|\\infty|\\[lg]eq?(?![a-z])|[\[(].*,.*[\])]")
# what the letters of common formulas stand for, longer names first
_QUANTITIES = tuple(
    (name, signs.split())
    for name, signs in (
        ("speed of light(?: in (?:a )?vacuum)?", "c"), ("planck(?:'s)? constant", "h"), ("gravitational constant", "G"), ("gas constant", "R"), ("spring constant", "k"),
        ("(?:amount|number of moles)", "n"), ("(?:absolute )?temperature", "T"), ("(?:potential difference|voltage)", "V U"), ("current", "I"), ("resistance", "R"),
        ("(?:de broglie )?wavelength", "lambda"), ("frequency", "f nu"), ("momentum", "p"), ("mass", "m"), ("acceleration", "a"), ("force", "F"), ("(?:kinetic )?energy", "E"),
        ("(?:velocity|speed)", "v"), ("distance", "d s"), ("displacement", "s d"), ("time", "t"), ("work", "W"), ("power", "P"), ("pressure", "P p"), ("volume", "V"), ("density", "rho"),
        ("charge", "q Q"), ("area", "A"), ("height", "h"), ("radius", "r"), ("base", "b"), ("length", "l L"), ("weight", "W"), ("heat", "Q q"),
    )
)  # fmt: skip
_PROSE = regex(r"\b(?!sqrt\b|theta\b)[^\W\d_]{4,}|\b(?:and|or|the)\b")
_SIDES = ((_LEAST, "≥"), (_MOST, "≤"), (_MORE, ">"), (_LESS, "<"))


def in_words(text: str, accepted: str) -> Iterator[str]:
    """Yield the mathematics that an answer says in words, as far as it is of the accepted kind."""
    shown = _with_letters(text, accepted)
    if said := unspoken(shown):
        yield said
    if _SPAN.search(accepted) and (said := spoken_span(text)):
        yield said


def _with_letters(text: str, accepted: str) -> str:
    """Return a text with the letters that the accepted formula has for what it names: "mass times acceleration" as "m times a"."""
    if "=" not in accepted or len(text) > LONGEST:
        return text
    known = written(accepted)
    for name, signs in _QUANTITIES:
        sign = next((sign for sign in signs if re.search(rf"(?<![A-Za-z]){sign}|{sign}(?![A-Za-z])", known)), signs[0])
        text = re.sub(rf"\b(?:the )?{name}\b(?: of (?:the|a|an) \w+)?", sign, text, flags=re.IGNORECASE)
    return text


def is_said_whole(said: str) -> bool:
    """Return whether nothing but mathematics is left of a text once its words are read.

    >>> is_said_whole("x^2 + C"), is_said_whole("x^2 = 16. The root yields + 4 and - 4")
    (True, False)
    """
    return not _PROSE.search(said)


def unspoken(text: str) -> str:
    """Return the expression that a text says in words; "" for none.

    >>> unspoken("The antiderivative is x cubed plus a constant."), unspoken("one half of m v squared"), unspoken("It is blue.")
    ('x^3 + C', '(1/2) m v^2', '')
    """
    if len(text) > LONGEST or not _SAYS.search(text):
        return ""
    shown = _LED.sub("", text.strip(" .")).strip()
    for pattern, sign in _WORDS:
        shown = pattern.sub(sign, shown)
    said = " ".join(shown.split())
    return said if len(said) > 1 else ""


def spoken_span(text: str) -> str:
    """Return the inequality that a text says in words; "" for none or several.

    >>> spoken_span("all real numbers from 4 upwards, 4 included"), spoken_span("x must be less than -2")
    ('x ≥ 4', 'x < -2')
    >>> spoken_span("between 2 and 5, both included"), spoken_span("any number")
    ('2 ≤ x ≤ 5', '')
    """
    shown = text[-LONGEST:].replace("−", "-")
    between = _BETWEEN.search(shown)
    if between:
        sign = _sign(shown, "<")
        return f"{between['low']} {sign} x {sign} {between['high']}" if sign else ""
    found = [
        (match[1] or match[match.lastgroup or 0], sign) for pattern, sign in _SIDES for match in pattern.finditer(shown)
    ]
    if len(found) != 1:
        return ""
    number, sign = found[0]
    if sign in "<>" and _INCLUDED.search(shown) and not _EXCLUDED.search(shown):
        sign = {"<": "≤", ">": "≥"}[sign]
    elif sign in "≤≥" and _EXCLUDED.search(shown):
        sign = {"≤": "<", "≥": ">"}[sign]
    return f"x {sign} {number.replace(' ', '')}"


def _sign(text: str, least: str) -> str:
    """Return the sign of both ends of what lies between two numbers; "" where a text does not tell whether they belong to it."""
    if _EXCLUDED.search(text):
        return least
    return "≤" if _INCLUDED.search(text) else ""
