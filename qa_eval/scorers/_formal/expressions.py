r"""Expressions of science and mathematics: are two of them the same? "\frac{3}{4}" and "0.75", "x^2-1" and "(x-1)(x+1)"."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.indexed import INDEX, is_sign, letters_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300  # characters of an expression that is compared
DEEPEST = 30  # brackets within brackets
LARGEST = 300.0  # exponents beyond are no short answer
SAME = 1e-6  # relative difference of values that are the same
ROUNDED = 0.01  # relative difference of a decimal and the exact value that it stands for, with at least two digits
_POINTS = (0.7391, 1.3247, 2.2360)  # where expressions with letters are compared
_LATEX = (
    (regex(r"\\[,;:!]"), " "),
    (regex(r"\\(?:left|right|displaystyle|,|;|!|:|quad|qquad|ldots|dots|bigl?|bigr?|limits)(?![a-zA-Z])|\\(?= )"), ""),
    (regex(r"\\(?:text|mathrm|mathbf|mathit|textbf|operatorname|mbox|rm|bf)\s*\{([^{}]*)\}"), r" \1 "),
    (regex(r"\\[dt]?frac\s*(\d)\s*(\d)"), r"((\1)/(\2))"),
    (regex(r"(?<!\d)(?<!\d )½"), "(1/2)"),  # "½mv²"; "4 ½" is more
    (regex(r"\\sqrt\s*(\w)(?!\w)"), r"sqrt(\1)"),
    (regex(r"\\sqrt\s*\[3\]\s*\{([^{}]*)\}"), r"((\1)^(1/3))"),
    (regex(r"\\(?:times|cdot|ast)(?![a-zA-Z])"), "*"),
    (regex(r"\\div(?![a-zA-Z])"), "/"),
    (regex(r"\\(?:infty)(?![a-zA-Z])"), "∞"),
    (regex(r"\\(?:circ|degree)(?![a-zA-Z])"), "°"),
    (regex(r"\\h(?:bar|slash)"), " hbar "),
    (regex(r"(?<=[\d}]) ?~|~ ?(?=[a-zA-Z])"), " "),
    (regex(r"\\(pi|theta|alpha|beta|gamma|lambda|mu|omega|sigma|phi|rho|Delta|delta|epsilon|tau|sin|cos|tan|ln|log|exp)"), r" \1 "),
    (regex(r"\\pm(?![a-zA-Z])"), "±"),
    (regex(r"\\(?:leq?|leqslant)(?![a-zA-Z])"), "≤"),
    (regex(r"\\(?:geq?|geqslant)(?![a-zA-Z])"), "≥"),
    (regex(r"\\neq?(?![a-zA-Z])"), "≠"),
    (regex(r"\\cup(?![a-zA-Z])"), "∪"),
    (regex(r"\\in(?![a-zA-Z])"), "∈"),
)  # fmt: skip
_POWER = regex(  # "cos^2 x"
    r"\b(sin|cos|tan|ln|log) ?\^ ?\(?(\d)\)? *(theta|alpha|beta|phi|omega|[a-z](?![a-z])|\([^()]{1,40}\))"
)
_FRACTION = regex(r"\\[dtc]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ROOT = regex(r"\\sqrt\s*\{([^{}]*)\}|√\s*(?:\(([^()]*)\)|(\w+))")
_SIZE = regex(r"(?:\\l?vert|\|)([^|\\]{1,40}?)(?:\\r?vert(?![a-z])|\|)")
_BRACED = regex(r"([\^_])\s*\{([^{}]*)\}")
_SIGNS = str.maketrans({
    **{chr(0x2080 + digit): f"_{digit}" for digit in range(10)},  # "x₁"
    "−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", "²": "^2", "³": "^3", "π": " pi ", "θ": " theta ", "α": " alpha ", "β": " beta ", "γ": " gamma ", "λ": " lambda ", "ω": " omega ", "σ": " sigma ", "φ": " phi ",
    "ρ": " rho ", "δ": " delta ", "τ": " tau ", "$": "", "[": "[", "⋅": "*", "{": "(", "}": ")",
})  # fmt: skip
_WRITTEN = regex(
    r"[\\^√∞π²³±≤≥∪]|[a-zA-Z0-9)]\s*[=*/+^]\s*[a-zA-Z0-9(\-]|\d\s*[a-z]\b(?!\w)|[a-z]\([a-z]\)"
    r"|\b(?:ln|log|sin|cos|tan|exp)(?:\s*[(|]|\s+[a-z0-9]\b(?!\w))"
)
_PROSE = regex(r"[^\W\d_]{4,}")
_PART = regex(
    r"\d+(?:\.\d+)?(?:e[-+]?\d+)?|\.\d+|[a-zA-Z]+(?:\d+(?![.\d])|_\d{1,2}|_\(\d{1,2}\)|_[a-zA-Z][a-z]{0,5}|_\( ?[a-zA-Z]{1,6} ?\))?|[-+*/^()]|\S"
)
_OF_ONE = frozenset(("sqrt", "abs"))  # functions of what stands right behind: "cos 2x" is that of 2x, no root of 2 is
FUNCTIONS = {
    "sqrt": math.sqrt, "abs": math.fabs, "sin": math.sin, "cos": math.cos, "tan": math.tan, "ln": math.log, "log": math.log10, "exp": math.exp,
}  # fmt: skip


class _Unread(Exception):  # noqa: N818 - not an error: an expression that is none
    """The text is no expression that can be worked out."""


def is_expression(text: str) -> bool:
    """Return whether a text is written as an expression, not as prose or a plain number.

    >>> is_expression("x^2 - 1"), is_expression("12,000 troops"), is_expression("a city in France")
    (True, False, False)
    """
    if not text or len(text) > LONGEST or not _WRITTEN.search(text):
        return False
    shown = written(text)
    return all(map(is_sign, _PROSE.findall(INDEX.sub("", shown)))) and value_at(right_side(shown), 0) is not None


def written(text: str) -> str:
    r"""Return an expression in plain characters.

    >>> written(r"$\frac{3}{4}\pi r^{2}$").replace(" ", "")
    '((3)/(4))pir^(2)'
    """
    shown = text.strip().strip(".")
    for pattern, plain in _LATEX:
        shown = pattern.sub(plain, shown)
    for _ in range(4):  # fractions within fractions
        before = shown
        shown = _BRACED.sub(r"\1(\2)", shown)
        shown = _FRACTION.sub(r"((\1)/(\2))", shown)
        shown = _SIZE.sub(r" abs(\1)", shown)
        shown = _ROOT.sub(lambda match: f"sqrt({match[1] or match[2] or match[3]})", shown)
        if shown == before:
            break
    return " ".join(_POWER.sub(r"(\1(\3))^\2", shown.translate(_SIGNS)).split())


def candidates(answer: str) -> Iterator[str]:
    """Yield the answer, and the stretches of it that are set as formulas, the last one first."""
    if len(answer) <= LONGEST:
        yield answer
    ends = [match.end() for match in _TAIL.finditer(answer[-LONGEST:])]
    if ends:
        yield answer[-LONGEST:][ends[-1] :]
    found = [match[1] or match[2] or match[3] for match in _SET.finditer(answer[-20 * LONGEST :])]
    yield from (each for each in reversed(found[-5:]) if each and len(each) <= LONGEST)


_TINY = regex(r"10\s?\^\s?\(?\s?-|\de-")  # nothing near zero by chance
_TAIL = regex(r"(?:\b(?:is|are|get|gives?|giving|obtain|yields?|equals?|becomes?)\b|:|→|⇒|(?<![-=<])[-=]>)\s+(?=\S)")
_SET = regex(r"\$\$?([^$]{1,300})\$\$?|\\\(([^\n]{1,300}?)\\\)|\\\[([^\n]{1,300}?)\\\]")


def right_side(shown: str) -> str:
    """Return what stands after the last "=" of an equation that gives one thing a value; two-sided ones stay."""
    left, equals, right = shown.rpartition("=")
    return right.strip() if equals and len(left.split("=", 1)[0].strip()) <= 6 and right.strip() else shown  # noqa: PLR2004 - a name: y, f(x), v_max


def same_values(one: str, other: str) -> bool | None:
    """Return whether two written expressions have the same values; None where one cannot be worked out."""
    if "=" in one or "=" in other:
        return None
    seen = False
    for place in range(len(_POINTS)):
        mine, theirs = value_at(one, place), value_at(other, place)
        if mine is None or theirs is None:
            return None
        seen = True
        least = 0.0 if _TINY.search(one) or _TINY.search(other) else 1e-12
        if not math.isclose(mine, theirs, rel_tol=_closeness(one, other), abs_tol=least):
            return False
    return seen


def _closeness(one: str, other: str) -> float:
    """Return how far values may be apart: further where one is a decimal and the other exact."""
    decimals = [re.fullmatch(r"-?\d*\.\d{2,}", text) is not None for text in (one, other)]
    return ROUNDED if decimals[0] != decimals[1] else SAME


@lru_cache(maxsize=512)
def value_at(shown: str, place: int) -> float | None:
    """Return the value of an expression with its letters at one of the points; None when it is none."""
    if len(shown) > LONGEST or shown.count("(") > DEEPEST:
        return None
    if shown.startswith("[") and shown.endswith("]"):
        shown = shown[1:-1]
    reader = _Reader(_PART.findall(shown), _POINTS[place])
    try:
        value = reader.sum()
    except (_Unread, ArithmeticError, ValueError, TypeError):
        return None
    return value if reader.at == len(reader.parts) and isinstance(value, float) and math.isfinite(value) else None


def proportional(one: str, other: str) -> bool | None:
    """Return whether two expressions differ by a constant factor at most; None where one cannot be read.

    >>> proportional("2x - 2", "x - 1"), proportional("x + 1", "x - 1")
    (True, False)
    """
    pairs = [(value_at(one, place), value_at(other, place)) for place in range(len(_POINTS))]
    factors = [mine / theirs for mine, theirs in pairs if mine is not None and theirs]
    if len(factors) < len(pairs):
        return None
    return bool(factors[0]) and all(math.isclose(factor, factors[0], rel_tol=SAME) for factor in factors)


class _Reader:
    """A reader of sums, products, powers and a few functions, by recursive descent."""

    def __init__(self, parts: list[str], point: float) -> None:
        self.parts = [letter for part in parts for letter in letters_of(part)]
        self.point = point
        self.at = 0

    def _next(self) -> str:
        return self.parts[self.at] if self.at < len(self.parts) else ""

    def sum(self) -> float:
        value = self.product()
        while self._next() in ("+", "-"):
            sign = 1 if self._next() == "+" else -1
            self.at += 1
            value += sign * self.product()
        return value

    def product(self) -> float:
        value = self.power()
        while True:
            part = self._next()
            if part in ("*", "/"):
                self.at += 1
                value = value * self.power() if part == "*" else value / self.power()
            elif part == "(" or (part and (part[0].isalpha() or part[0].isdigit())):
                value *= self.power()
            else:
                return value

    def power(self) -> float:
        if self._next() in ("-", "+"):
            sign = -1 if self._next() == "-" else 1
            self.at += 1
            return sign * self.power()
        value = self.atom()
        if self._next() == "^":
            self.at += 1
            exponent = self.power()
            if abs(exponent) > LARGEST:
                raise _Unread
            value = value**exponent
        return value

    def atom(self) -> float:
        part = self._next()
        self.at += 1
        if part == "(":
            value = self.sum()
            if self._next() != ")":
                raise _Unread
            self.at += 1
            return value
        if part[:1].isdigit() or part[:1] == ".":
            return float(part)
        if part in FUNCTIONS and self._next():
            return FUNCTIONS[part](self.power() if part in _OF_ONE else self.argument())
        known = value_of(part, self.point)
        if known is None:
            raise _Unread
        return known

    def argument(self) -> float:
        """Return what a function is of: the brackets or letter behind it, or a number and its letters."""
        numbered = self._next()[:1].isdigit()
        value = self.power()
        while numbered and self._next()[:1].isalpha() and self._next() not in FUNCTIONS:
            value *= self.power()
        return value
