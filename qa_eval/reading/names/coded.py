"""Currencies, countries and languages by their names or ISO codes: "CHF and JPY" are Swiss francs and yen."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.units.currencies import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 200  # characters; a longer text tells more than which they are
_KINDS = {
    "currency": regex(r"\bcurrenc(?:y|ies)\b", re.IGNORECASE),
    "country": regex(r"\b(?:countr(?:y|ies)|nations?|member states)\b", re.IGNORECASE),
    "language": regex(r"\blanguages?\b", re.IGNORECASE),
}
# where the one writing is asked for, or a number
_OF_WRITING = regex(r"\b(?:codes?|abbreviat\w+|symbols?|iso|stands? for|how many)\b", re.IGNORECASE)
# spellings without a country, of which each may be meant by the first that uses it
_MORE = (
    ("GBP", ("pound", "EGP")),
    ("GBP", ("sterling",)),
    ("KRW", ("won", "KPW")),
    ("SEK", ("crown", "NOK", "DKK", "CZK")),
)
_LOWER = regex(r"\W*[a-z]{2,3}(?:(?:\s*[,/;&]\s*(?:and\s+)?|\s+and\s+)[a-z]{2,3})+\W*")

Codes = tuple[str, ...]


class Named(NamedTuple):
    """What a text names, each by the codes that it may be, the usual one first, and what else the text says."""

    codes: tuple[Codes, ...]
    rest: str


def kind_asked(question: str) -> str:
    """Return whether a question asks for a "currency", "country" or "language", by whatever writing; "" for none of them.

    >>> kind_asked("In which currencies can one pay?"), kind_asked("What is the code of the currency?")
    ('currency', '')
    """
    if _OF_WRITING.search(question):
        return ""
    return next((kind for kind, asked in _KINDS.items() if asked.search(question)), "")


def named_in(text: str, kind: str) -> Named:
    """Return what of a kind a text names.

    >>> named_in("in CHF or yen", "currency").codes, named_in("en, fr", "language").codes
    ((('CHF',), ('JPY',)), (('EN',), ('FR',)))
    """
    known, pattern = _spellings(kind)
    text = text.upper().replace(" AND ", " and ") if _LOWER.fullmatch(text) and kind != "currency" else text
    codes, rest, end = [], [], 0
    for found in pattern.finditer(text):
        codes.append(known[found[0] if found["code"] else " ".join(found[0].lower().split())])
        rest.append(text[end : found.start()])
        end = found.end()
    return Named(tuple(codes), " ".join((*rest, text[end:])))


def same_codes(gold: Sequence[Codes], said: Sequence[Codes]) -> bool:
    """Return whether an answer names all that are accepted and no other; a name without a country may be any of those that share it."""
    left = [codes[0] for codes in gold]
    for codes in said:
        own = next((code for code in left if code in codes), None)
        if own is None:
            return False
        left.remove(own)
    return not left


@cache
def _spellings(kind: str) -> tuple[dict[str, Codes], re.Pattern[str]]:
    known = dict(_currencies() if kind == "currency" else _coded(kind))
    codes = [spelt for spelt in known if spelt.isupper()]
    names = sorted((spelt for spelt in known if not spelt.isupper()), key=len, reverse=True)
    spaced = (re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return known, re.compile(rf"\b(?:(?P<code>{'|'.join(codes)})|(?i:{'|'.join(spaced)}))\b")


def _coded(kind: str) -> Iterator[tuple[str, Codes]]:
    for line in Path(__file__).with_name("coded.txt").read_text(encoding="utf-8").splitlines():
        of, _, rest = line.partition("; ")
        if of != kind:
            continue
        codes, _, names = rest.partition("; ")
        first = codes.split()[:1]
        for spelt in (*codes.split(), *(name.strip().lower() for name in names.split(","))):
            yield spelt, tuple(first)


def _currencies() -> Iterator[tuple[str, Codes]]:
    rows = [[part.strip() for part in row.split(";")] for row in CURRENCIES.strip().splitlines()]
    names = {row[0]: [name.strip() for name in row[2].split(",")] for row in rows}
    for code, _, _, *others in rows:
        yield code, (code,)
        for name in names[code]:
            shared = [
                other
                for other in "".join(others).split()
                if any(each.endswith(f" {name}") for each in names.get(other, ()))
            ]
            yield from _forms(name, (code, *shared) if " " not in name else (code,))
    for code, (name, *others) in _MORE:
        yield from _forms(name, (code, *others))


def _forms(name: str, codes: Codes) -> Iterator[tuple[str, Codes]]:
    yield name, codes
    yield f"{name}s", codes
    if name.startswith(("pound ", "british pound")):
        yield name.replace("pound", "pounds"), codes
