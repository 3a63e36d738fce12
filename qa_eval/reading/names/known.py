"""Names that everyone writes in more than one way: "WHO", "the Second World War"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from qa_eval.reading.text import normalised


def known_forms(name: str) -> tuple[str, ...]:
    """Return the other forms of a name that are known to mean the same, none for most names.

    >>> known_forms("the World Health Organization"), known_forms("Sudzha")
    (('WHO',), ())
    """
    own = _key(name)
    return tuple(form for form in _known().get(own, ()) if _key(form) != own)


def _key(name: str) -> str:
    return normalised(name).replace(".", "").removeprefix("the ")


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in Path(__file__).with_name("known.txt").read_text(encoding="utf-8").splitlines():
        forms = tuple(form.strip() for form in line.partition("#")[0].split("|") if form.strip())
        found |= dict.fromkeys(map(_key, forms), forms)
    return found
