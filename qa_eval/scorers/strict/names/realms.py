"""Rulers by their realms: "Queen Beatrix" is "Queen Beatrix of Larne" where the document has no other one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_READ = 20_000  # characters of a document
_RULER = regex(
    r"(?P<ruler>(?:King|Queen|Emperor|Empress|Tsar|Tsarina|Sultan|Pharaoh|Kaiser|Prince|Princess|Duke|Duchess|Count|Countess|Bishop|Archbishop) [A-Z][\w'-]+(?: [A-Z][a-z]+)?(?: [IVX]+)?) of (?P<realm>[A-Z][\w' -]+)"
)


def rulers_of(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the accepted rulers of a realm, each without it and with it.

    >>> rulers_of(("Queen Beatrix of Larne", "Duke of Orm"))
    (('Queen Beatrix', 'Queen Beatrix of Larne'),)
    """
    found = (_RULER.fullmatch(name) for name in names)
    return tuple((each["ruler"], each[0]) for each in found if each)


def with_realm(text: str, rulers: Sequence[tuple[str, str]], known: str) -> str:
    """Return a text with the accepted rulers by their realms, where the document ``known`` has no other one of the name.

    >>> rulers = rulers_of(("King Oscar II of Valdia",))
    >>> with_realm("It was King Oscar II.", rulers, "King Oscar II of Valdia came."), with_realm("King Oscar", rulers, "King Oscar II of Valdia came.")
    ('It was King Oscar II of Valdia.', 'King Oscar')
    >>> with_realm("King Oscar II", rulers, "King Oscar II of Valdia met King Oscar II of Orm.")
    'King Oscar II'
    """
    known = known[:_MOST_READ]
    for ruler, full in rulers:
        if ruler not in text or full not in known:
            continue
        realm = full[len(ruler) :]
        others = re.search(rf"\b{re.escape(ruler)} of (?!{re.escape(realm.removeprefix(' of '))}\b)[A-Z]", known)
        if others is None:
            text = re.sub(rf"\b{re.escape(ruler)}\b(?! of\b| [IVX]+\b|, (?:King|Queen|Emperor|of)\b)", full, text)
    return text
