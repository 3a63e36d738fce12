"""The table of units as trees of words, and the grammar of compound units over it: "sq. km", "kg/m³", "miles an hour"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.reading.tokens import folded, tokens_of
from qa_eval.reading.units.currencies import CURRENCIES, MINOR, WORDS_NOT_CODES
from qa_eval.reading.units.expressions import DIMENSIONS, Factors, expression_of, factors_of
from qa_eval.reading.units.measures import AMBIGUOUS, EXPRESSIONS, MEASURES, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.reading.tokens import Tokens

_POWER_WORDS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3, "squared": 2, "cubed": 3}
_SUPERSCRIPTS = {"¹": 1, "²": 2, "³": 3, "2": 2, "3": 3, "1": 1}
_TIMES = {"·", "*", "-", "×"}
_SHORTEST_WORD = 3
_PLURAL_FROM = 3  # letters; shorter spellings are symbols, which have no plural


class Spelling:
    """What a word, after those on the way to it, stands for, and which words may follow."""

    __slots__ = ("exact", "factors", "following", "others")

    def __init__(self) -> None:
        self.factors: Factors = ()
        self.others: tuple[str, ...] = ()
        self.exact: dict[str, Factors] = {}
        self.following: dict[str, Spelling] = {}


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
    node = _beginning(word)
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
    if following in _GOING_ON or following in node.following:
        return True
    return following == "." and words[index + 2] in node.following


def _has_power_below(words: list[str], index: int) -> bool:
    """Say whether the unit at ``index`` is one that another is divided by, or takes one: "m s⁻¹", "m s^-1", "kg m/s"."""
    following = words[index + 1] if words[index] else ""
    if following == "^":
        return words[index + 2] == "-" or (words[index + 2].isdecimal() and _has_power_below(words, index + 3))
    if words[index] in _FACTORS and following in _FACTORS:
        return _has_power_below(words, index + 1)
    return following == "⁻" or (following == "/" and words[index] in _FACTORS)


_FACTORS = frozenset(("m", "s", "m²", "m³", "kg", "k"))


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
    elif word in _TIMES and tokens.glued(index) and tokens.glued(index + 1):
        start, sign = index + 1, 1
    elif _has_power_below(tokens.words, index):
        start, sign = index, 1
    else:
        return None
    term = _term(tokens, start)
    if term is None or (word in _ARTICLES and DIMENSIONS[term[0][0][0]] == "money"):
        return None
    return tuple((unit, power * sign) for unit, power in term[0]), term[2]


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
    node = _beginning(words[index])
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
    node = _beginning(word[:-1])
    if node is None:
        return None
    factors = node.exact.get(tokens.written(index)[:-1]) or node.factors
    return (tuple((unit, inner * power) for unit, inner in factors), (), index + 1) if factors else None


def _beginning(word: str) -> Spelling | None:
    """Return the tree of the spellings that begin with a word, in lower case; None where none does."""
    return _tree(word) if word in BEGINNINGS else None


@cache
def _tree(word: str) -> Spelling:
    root = Spelling()
    for spelling, expression in BEGINNINGS[word]:
        factors = factors_of(expression) if " " in expression else ((expression, 1),)
        _add(root, spelling, factors, _others(spelling.removeprefix("=").lower(), expression))
    return root.following[word]


def _others(plain: str, expression: str) -> tuple[str, ...]:
    """Return what else a spelling may mean."""
    others = AMBIGUOUS.get(plain) or AMBIGUOUS.get(plain.removesuffix("s")) or ()
    if not others and len(plain.split()) == 1 and plain != expression.lower():
        return _doubtful().get(expression, ())
    return others


@cache
def _doubtful() -> dict[str, tuple[str, ...]]:
    rows = (row.split(";") for row in CURRENCIES.strip().splitlines())
    return {row[0].strip(): tuple(row[3].split()) for row in rows if len(row) > 3}  # noqa: PLR2004 - the fourth field of a row


def _add(root: Spelling, spelling: str, factors: Factors, others: tuple[str, ...]) -> None:
    exact = spelling[0] == "="
    text = spelling[1:] if exact else spelling
    words = _words(text)
    node = root
    for word in words:
        following = node.following
        node = following.get(word) or following.setdefault(word, Spelling())
    if len(words) == 1 and (exact or not spelling.islower()) and "-" not in text and "." not in text:
        node.exact.setdefault(text, factors)
    if not exact and not node.factors:
        node.factors = factors
        node.others = others


def _words(text: str) -> list[str]:
    """Return the words of a spelling, without the hyphens and full stops between them; most are told at a glance."""
    if text.isascii():
        lowered = text.lower()
        if lowered.isalpha():
            return [lowered]
        words = lowered.replace("-", " ").split(" ")
        if all(map(str.isalpha, words)):
            return words
    tokens = tokens_of(text)
    return [word for word in tokens.words[: tokens.count] if word not in {".", "-"}]


def _spellings() -> Iterator[tuple[str, str]]:
    """Yield (spelling, canonical expression) for the whole table."""
    for rows in MEASURES.values():
        for row in rows.strip().splitlines():
            yield from _spellings_of_row(row)
    for expression, spellings in EXPRESSIONS.items():
        for spelling in _listed(spellings):
            yield from _with_plural(spelling, expression)
    for row in CURRENCIES.strip().splitlines():
        yield from _spellings_of_currency(row)
    for unit, (spellings, _) in MINOR.items():
        for spelling in _listed(spellings):
            yield spelling, unit


def _spellings_of_currency(row: str) -> Iterator[tuple[str, str]]:
    code, symbols, names, *_ = (field.strip() for field in row.split(";"))
    yield code if code not in WORDS_NOT_CODES else f"={code}", code
    for spelling in _listed(symbols):
        yield spelling, code
    for spelling in _listed(names):
        yield from _with_plural(spelling, code)


def _spellings_of_row(row: str) -> Iterator[tuple[str, str]]:
    name, symbols, names, prefixes = (*(field.strip() for field in row.split(";")), "")[:4]
    yield f"={name}", name
    for symbol in _listed(symbols):
        yield symbol, name
    for spelling in _listed(names):
        yield from _with_plural(spelling, name)
    if name in {"foot", "mile", "metre", "inch"}:
        yield from _with_powers(name, symbols, prefixes)
    if not prefixes:
        return
    for symbol in _listed(symbols):
        bare = symbol.removeprefix("=")
        for prefix in prefixes.split():
            yield prefix + bare, PREFIXES[prefix][0] + name
            if prefix == "μ":
                yield f"=u{bare}", PREFIXES[prefix][0] + name
    for prefix, _ in PREFIXES.values():
        for spelling in _listed(names):
            yield from _with_plural(prefix + spelling, prefix + name)
            yield from _with_plural(f"{prefix}-{spelling}", prefix + name)


def _with_powers(name: str, symbols: str, prefixes: str) -> Iterator[tuple[str, str]]:
    """Yield "km²" and its kin, which are read without the grammar of powers, being so common."""
    symbol = _listed(symbols)[0]
    for power, mark in ((2, "²"), (3, "³")):
        yield symbol + mark, f"{name} ** {power}"
        for prefix in prefixes.split():
            yield prefix + symbol + mark, f"{PREFIXES[prefix][0]}{name} ** {power}"


def _with_plural(spelling: str, name: str) -> Iterator[tuple[str, str]]:
    yield spelling, name
    first, _, rest = spelling.partition(" ")
    if rest and first in {"degree", "ton", "mile", "kilometre", "kilometer", "part", "pound", "foot"}:
        yield f"{'feet' if first == 'foot' else f'{first}s'} {rest}", name
    if len(spelling) >= _PLURAL_FROM and spelling[-1].isalpha() and not spelling.endswith("s"):
        yield f"{spelling}s", name


def _listed(spellings: str) -> list[str]:
    return [spelling.strip() for spelling in spellings.split(",") if spelling.strip()]


def _first_word(text: str) -> str:
    """Return the first of a spelling's words without taking the others apart."""
    if text.isascii() and text.isalpha():  # most
        return text.lower()
    shown = folded(text)
    if shown.isascii() and shown.isalpha():
        return shown
    end = 0
    while end < len(shown) and shown[end].isalnum() and not shown[end].isdecimal():
        end += 1
    return shown[: end or 1]


def _beginnings() -> dict[str, list[tuple[str, str]]]:
    """Return the table by the first words of its spellings: most are never met, and need not be made a tree of."""
    found: dict[str, list[tuple[str, str]]] = {}
    for spelling, expression in _spellings():
        found.setdefault(_first_word(spelling.removeprefix("=")), []).append((spelling, expression))
    return found


BEGINNINGS = _beginnings()
