"""The table of units as trees of words: what each spelling stands for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qa_eval.reading.tokens import folded, tokens_of
from qa_eval.reading.units.currencies import CURRENCIES, MINOR, WORDS_NOT_CODES
from qa_eval.reading.units.expressions import Factors, factors_of
from qa_eval.reading.units.measures import AMBIGUOUS, EXPRESSIONS, MEASURES, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLURAL_FROM = 3  # letters; shorter spellings are symbols, which have no plural


class Spelling:
    """What a word, after those on the way to it, stands for, and which words may follow."""

    __slots__ = ("exact", "factors", "following", "others")

    def __init__(self) -> None:
        self.factors: Factors = ()
        self.others: tuple[str, ...] = ()
        self.exact: dict[str, Factors] = {}
        self.following: dict[str, Spelling] = {}


def beginning(word: str) -> Spelling | None:
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
        for spelling in (listed.removeprefix("=") for listed in _listed(names)):
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
