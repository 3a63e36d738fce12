"""Tables of a language's file: what is read of it, and the forms that are read so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOTHING = r"(?!)"


def items(table: object) -> Sequence[tuple[str, Sequence[str]]]:
    """Return the keys of a table, each with its forms; none for a table that the file lacks."""
    return [(key, texts(forms)) for key, forms in table.items()] if isinstance(table, dict) else []


def texts(value: object) -> Sequence[str]:
    """Return the texts of a list, or the one text."""
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def rows(value: object) -> Sequence[Sequence[str]]:
    """Return the rows of a list of lists; none where the file has none."""
    return [texts(each) for each in value] if isinstance(value, list) else []


def flat(table: object) -> dict[str, str]:
    """Return what each form of a table is read as, forms in lower case."""
    return {form.lower(): key for key, forms in items(table) for form in forms}


def any_of(forms: Iterable[str]) -> str:
    r"""Return an expression for any of the forms, the longest first, spaces of any width in them.

    >>> any_of(["a", "a b"])
    'a\\s+b|a'
    """
    return "|".join(sorted(map(spaced, forms), key=len, reverse=True)) or NOTHING


def spaced(phrase: str) -> str:
    """Return an expression for a phrase, however wide its spaces are."""
    return r"\s+".join(map(re.escape, phrase.split()))
