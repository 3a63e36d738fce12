"""The grammar of compound units over the table of spellings: "sq. km", "kg/m³", "miles an hour"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa_eval.reading.units.expressions import DIMENSIONS, Factors, expression_of
from qa_eval.reading.units.table import BEGINNINGS, Spelling, beginning

if TYPE_CHECKING:
    from qa_eval.reading.tokens import Tokens

_POWER_WORDS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3, "squared": 2, "cubed": 3}
_SUPERSCRIPTS = {"¹": 1, "²": 2, "³": 3, "2": 2, "3": 3, "1": 1}
_TIMES = {"·", "*", "-", "×"}
_SHORTEST_WORD = 3


@dataclass(slots=True)
class Unit:
    """A unit as read: canonical expression, what else its spelling may mean, and the index of the first token behind it."""

    name: str
    others: tuple[str, ...]
    end: int


def begins_unit(word: str) -> bool:
    """Return whether a unit is spelled with this word, in lower case, alone or first."""
    return word in BEGINNINGS


def unit_at(tokens: Tokens, index: int) -> Unit | None:
    """Read the longest unit that starts with the token at ``index``; None when none does."""
    words = tokens.words
    word = words[index]
    node = beginning(word)
    if node is None and word.isascii() and word not in _POWER_WORDS:
        return None
    if node is not None and not _has_power_below(words, index + 1) and not _may_go_on(words, index, node):
        factors = node.exact.get(tokens.written(index)) or node.factors if node.exact else node.factors
        if len(factors) == 1:  # one word, as most units are
            name = factors[0][0] if factors[0][1] == 1 else expression_of(factors)
            return Unit(name, node.others if factors == node.factors else (), index + 1)
    term = _term(tokens, index)
    if term is None:
        return None
    factors, others, end = term
    while (more := _further_factor(tokens, end)) is not None:
        factors += more[0]
        others = ()
        end = more[1]
    return Unit(factors[0][0] if len(factors) == 1 and factors[0][1] == 1 else expression_of(factors), others, end)


def _may_go_on(words: list[str], index: int, node: Spelling) -> bool:
    following = words[index + 1]
    if following in _GOING_ON or following in node.following or _is_product(words, index + 1):
        return True
    return following == "." and words[index + 2] in node.following


def _has_power_below(words: list[str], index: int) -> bool:
    """Say whether the unit at ``index`` is one that another is divided by, or takes one: "m s⁻¹", "m s^-1", "kg m/s"."""
    for _ in range(MOST_FACTORS):
        following = words[index + 1] if words[index] else ""
        if following == "^" and words[index + 2].isdecimal():
            index += 3
            if words[index] == "/":
                return True
        elif words[index] in _FACTORS and following in _FACTORS:
            index += 1
        else:
            below = following == "/" and words[index] in _FACTORS
            return below or following == "⁻" or (following == "^" and words[index + 2] == "-")
    return False


def _is_product(words: list[str], index: int) -> bool:
    """Say whether the unit at ``index`` is what the one before it is multiplied by, with nothing between them: "ohm metres", "Ω m"."""
    before = words[index - 1] if index else ""
    by = _MULTIPLIED.get(next((each for each in _MULTIPLIED if before.endswith(each)), ""), frozenset())
    return words[index] in by


_LENGTHS = frozenset(("metre", "metres", "meter", "meters", "centimetre", "centimetres", "centimeter", "centimeters"))
# what is said of one unit and another right behind it, "two volt seconds later" being no such
_MULTIPLIED = {
    "ohm": _LENGTHS,
    "newton": _LENGTHS,
    "ω": frozenset(("m", "cm", "mm")),
    "pascal": frozenset(("second", "seconds")),
    "tesla": _LENGTHS,
    "ampere": frozenset(("square",)),
}
MOST_FACTORS = 8  # of one unit
_FACTORS = frozenset(("m", "s", "m²", "m³", "kg", "k", "c", "mol"))


def rate_at(tokens: Tokens, index: int) -> Unit | None:
    """Read a unit that a count is taken by, from its "per" on: "per km²", "/day", "a day"."""
    if tokens.words[index] not in _PER:
        return None
    factors: Factors = ()
    end = index
    while (more := _further_factor(tokens, end)) is not None and tokens.words[end] in _PER:
        factors += more[0]
        end = more[1]
    return Unit(expression_of(factors), (), end) if factors else None


# What may go on a unit.
_GOING_ON = frozenset(
    {"per", "/", "a", "an", "each", "every", "squared", "cubed", "^", "*", "·", "×", "-", "⁻", "2", "3"}
)
_ARTICLES = {"a", "an", "each", "every"}
_PER = {"per", "/", *_ARTICLES}


def _further_factor(tokens: Tokens, index: int) -> tuple[Factors, int] | None:
    """Read "per hour", "/h", "an hour" or "·m" behind a unit."""
    word = tokens.words[index]
    if word in _PER:
        start = index + 1
        if word in _ARTICLES and (not tokens.words[start].isalpha() or len(tokens.words[start]) < _SHORTEST_WORD):
            return None  # "5 km a s": an article takes a word, not a symbol
        sign = -1
    elif word == "·" or (word in _TIMES and tokens.glued(index) and tokens.glued(index + 1)):
        start, sign = index + 1, 1
    elif _has_power_below(tokens.words, index) or _is_product(tokens.words, index):
        start, sign = index, 1
    else:
        return None
    term = _term(tokens, start)
    if term is None or (word in _ARTICLES and DIMENSIONS[term[0][0][0]] == "money"):
        return None
    if word in _ARTICLES and _tells_when(tokens, term[2]):
        return None
    return tuple((unit, power * sign) for unit, power in term[0]), term[2]


_MOMENTS = frozenset(("earlier", "later", "ago", "previously", "beforehand", "afterwards"))
_ENDS = frozenset(("", ".", ",", ";", "!", "?", ")"))


def _tells_when(tokens: Tokens, index: int) -> bool:
    """Return whether "a year" tells when: "a year earlier", "a month before."; not "a year before tax"."""
    word = tokens.words[index]
    return word in _MOMENTS or (word in {"before", "after"} and tokens.words[index + 1] in _ENDS)


def _term(tokens: Tokens, index: int) -> tuple[Factors, tuple[str, ...], int] | None:
    """Read one unit with its power."""
    words = tokens.words
    power = _POWER_WORDS.get(words[index], 1)
    if power != 1:
        index += 1
        while words[index] in {".", "-"}:
            index += 1
    found = _spelling(tokens, index)
    if found is None:
        return None
    factors, others, end = found
    if power == 1:
        power, end = _power(tokens, end, bare=DIMENSIONS[factors[-1][0]] in {"length", "time"})
        if power != 1 and len(factors) > 1:  # of the last one alone: "N m^2"
            return (*factors[:-1], (factors[-1][0], factors[-1][1] * power)), (), end
    if power != 1:
        return tuple((unit, inner * power) for unit, inner in factors), (), end
    return factors, others, end


def _power(tokens: Tokens, end: int, *, bare: bool) -> tuple[int, int]:
    """Read the power behind a unit: "^2", "**2", "⁻¹", "squared", and "2" where a ``bare`` digit can be one."""
    words = tokens.words
    word = words[end]
    if word in {"squared", "cubed"}:
        return _POWER_WORDS[word], end + 1
    if not tokens.glued(end) and word != "^":
        return 1, end
    if bare and word in {"2", "3"} and not (words[end + 1].isalpha() and tokens.glued(end + 1)):
        return int(word), end + 1
    sign = 1
    if word in {"^", "*"}:
        end_of_sign = end + (2 if words[end + 1] == "*" else 1)
    elif word == "⁻":
        end_of_sign, sign = end + 1, -1
    else:
        return 1, end
    if words[end_of_sign] in {"-", "⁻"}:
        end_of_sign, sign = end_of_sign + 1, -1
    size = _SUPERSCRIPTS.get(words[end_of_sign])
    return (size * sign, end_of_sign + 1) if size else (1, end)


def _spelling(tokens: Tokens, index: int) -> tuple[Factors, tuple[str, ...], int] | None:
    """Follow the words down the tree as far as they lead to a unit; hyphens and full stops between them are passed over."""
    words = tokens.words
    node = beginning(words[index])
    best: tuple[Factors, tuple[str, ...], int] | None = None
    if node is None:
        return _with_superscript(tokens, index)
    while node is not None:
        end = index + 1
        factors = node.exact.get(tokens.written(index)) or node.factors if node.exact else node.factors
        if factors:
            best = factors, node.others if factors == node.factors else (), end
        if not node.following:
            break
        while words[end] and words[end] not in node.following and words[end] in {"-", "."}:
            end += 1
        index = end
        node = node.following.get(words[index])
    return best


def _with_superscript(tokens: Tokens, index: int) -> tuple[Factors, tuple[str, ...], int] | None:
    """Read "km²", one word for the scan."""
    word = tokens.words[index]
    power = _SUPERSCRIPTS.get(word[-1:])
    if power is None or len(word) == 1 or word.isascii():
        return None
    node = beginning(word[:-1])
    if node is None:
        return None
    factors = node.exact.get(tokens.written(index)[:-1]) or node.factors
    return (tuple((unit, inner * power) for unit, inner in factors), (), index + 1) if factors else None
