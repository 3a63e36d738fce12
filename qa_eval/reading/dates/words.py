"""Days and years in digits or words at one place among the tokens. Each reader returns the value and the place after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from qa_eval.reading.dates.tokens import Token

Number: TypeAlias = "tuple[int, int] | None"
FIRST_YEAR, LAST_YEAR = 1000, 2100
_LAST_DAY = 31
_PIVOT = 40  # '39 is 2039, '40 is 1940

_PLURALS_OF_OTHER_KINDS = frozenset(
    """was is has as this its his us yes plus versus thus does always towards perhaps besides afterwards onwards sometimes across hers
    theirs ours less unless amongst whereas series news politics elections olympics games championships census congress
    crisis""".split()  # noqa: SIM905 - a word list reads best as one text
)
_UNIT_WORDS = frozenset(
    """mm cm m km ft feet foot inch inches yd mi mile miles sq square cubic kg g mg t lb lbs oz tonne tonnes ton tons mph kmh kph
    percent per hectare hectares ha acre acres litre litres liter liters ml l gallon gallons w kw mw gw kwh hp v hz khz mhz ghz
    degree degrees dollar dollars euro euros pound pounds rouble roubles ruble rubles yen won usd eur gbp rub bn million
    billion thousand trillion hundred dozen kilometre kilometres kilometer kilometers metre metres meter meters millimetre
    millimetres millimeter millimeters centimetre centimetres centimeter centimeters minute minutes seconds sec min hours
    kilograms kilogram grams gram kcal calorie calories volts watts years days weeks months yards""".split()  # noqa: SIM905 - a word list reads best as one text
)
_COUNTED = frozenset("people men women children troops personnel dead wounded killed".split())  # noqa: SIM905 - a word list reads best as one text
_YEAR_PREPOSITIONS = frozenset(
    """in since during year early mid late the until circa c around""".split()  # noqa: SIM905 - a word list reads best as one text
)
_MONEY = frozenset("$€£¥#№")


def two_digit_year(value: int) -> int:
    """Return the year that '23 or '98 stands for."""
    return value + (2000 if value < _PIVOT else 1900)


def day_at(tokens: list[Token], at: int) -> Number:
    """Read the day of a month: "27", "27th", "twenty-seventh", "twenty seven"."""
    token = tokens[at]
    if token.kind in ("int", "ordinal"):
        width = 2 if token.kind == "int" else 4
        return (token.value, at + 1) if 1 <= token.value <= _LAST_DAY and token.end - token.start <= width else None
    if token.kind in ("nth", "number"):
        return (token.value, at + 1) if token.value else None
    if token.kind == "tens":
        after = after_hyphen(tokens, at + 1)
        if tokens[after].kind in ("nth", "number") and 1 <= tokens[after].value <= 9:  # noqa: PLR2004 - the digit after a ten
            value = token.value + tokens[after].value
            return (value, after + 1) if value <= _LAST_DAY else None
        return (token.value, at + 1) if token.value < _LAST_DAY else None
    return None


def year_at(tokens: list[Token], at: int) -> Number:
    """Read a year: "2023", "'23", "44 BC", "AD 79", "nineteen eighty-four", "two thousand and one"."""
    token = tokens[at]
    if token.kind == "int":
        return _year_in_digits(tokens, at)
    if token.kind == "short":
        return two_digit_year(token.value), at + 1
    if token.kind == "era":
        sign, number = era_sign(token), tokens[at + 1]
        return (sign * number.value, at + 2) if number.kind == "int" and 1 <= number.value <= LAST_YEAR else None
    return _year_in_words(tokens, at) if token.kind in ("number", "tens") else None


def _year_in_digits(tokens: list[Token], at: int) -> Number:
    token, after = tokens[at], tokens[at + 1]
    length = token.end - token.start
    if after.kind == "era" and 1 <= token.value <= 9999:  # noqa: PLR2004 - four digits
        return era_sign(after) * token.value, at + 2
    if length != 4 or not FIRST_YEAR <= token.value <= LAST_YEAR:  # noqa: PLR2004 - four digits
        return None
    glued = after.start == token.end and (after.kind == "word" or after.text in ("%", "°"))
    return None if glued else (token.value, at + 1)


def era_sign(era: Token) -> int:
    """Return -1 for BC and BCE, 1 for AD and CE."""
    return -1 if era.text.startswith("b") else 1


def _year_in_words(tokens: list[Token], at: int) -> Number:
    first = tokens[at]
    after = after_hyphen(tokens, at + 1)
    follows = tokens[after]
    if follows.kind == "thousand" and first.value in (1, 2):
        return _thousands(tokens, first.value * 1000, after + 1)
    if not 13 <= first.value <= 20:  # noqa: PLR2004 - "eleven thirty" is a time, "thirteen thirty" a year
        return None
    if follows.kind == "hundred":
        return 100 * first.value, after + 1
    if follows.kind == "number" and follows.value == 0 and tokens[after + 1].kind == "number":
        return 100 * first.value + tokens[after + 1].value, after + 2
    if follows.kind == "tens":
        return _with_digit(tokens, 100 * first.value + follows.value, after + 1)
    if follows.kind == "number" and follows.value >= 10:  # noqa: PLR2004 - "nineteen eighteen", not "nineteen eight"
        return 100 * first.value + follows.value, after + 1
    return None


def _thousands(tokens: list[Token], value: int, at: int) -> Number:
    """Read what follows "two thousand": nothing, "(and) eighteen", "twenty-three", "nine hundred (and) one"."""
    if tokens[at].kind == "number" and tokens[at + 1].kind == "hundred":
        value, at = value + 100 * tokens[at].value, at + 2
    rest = at + 1 if tokens[at].text == "and" else at
    if tokens[rest].kind == "tens":
        return _with_digit(tokens, value + tokens[rest].value, rest + 1)
    if tokens[rest].kind == "number":
        return value + tokens[rest].value, rest + 1
    return value, at


def _with_digit(tokens: list[Token], value: int, at: int) -> Number:
    after = after_hyphen(tokens, at)
    if tokens[after].kind == "number" and 1 <= tokens[after].value <= 9:  # noqa: PLR2004 - the digit after a ten
        return value + tokens[after].value, after + 1
    return value, at


def after_hyphen(tokens: list[Token], at: int) -> int:
    """Return the place behind a hyphen that joins two words, else ``at``."""
    hyphen = tokens[at]
    return (
        at + 1
        if hyphen.text == "-" and hyphen.start == tokens[at - 1].end and tokens[at + 1].start == hyphen.end
        else at
    )


def counts_something(tokens: list[Token], at: int, after: int) -> bool:
    """Return whether the number at ``at`` counts or measures what follows: "2000 soldiers", "1300 km", "$2000"."""
    before, follows = tokens[at - 1], tokens[after]
    if before.text in _MONEY or (
        before.text == "." and before.end == tokens[at].start and tokens[at - 2].end == before.start
    ):
        return True
    if follows.text in ("%", "°") or (follows.text in _UNIT_WORDS and not follows.large):
        return True
    if before.text in _YEAR_PREPOSITIONS or follows.kind != "word" or follows.large:
        return False
    if follows.text in _COUNTED:
        return True
    return len(follows.text) > 3 and follows.text.endswith("s") and follows.text not in _PLURALS_OF_OTHER_KINDS  # noqa: PLR2004 - "was", "its"
