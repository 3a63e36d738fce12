"""The first letters of several words, by which a name may go: "BBC", "SVB", "J. R. R."."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable


def initials(words: Iterable[str], small: Container[str] = ()) -> str:
    """Return the first letters of words, as they are written; those of the ``small`` ones are left out.

    >>> initials("prisoner of war".split()), initials("Silicon Valley Bank".split()), initials("prisoner of war".split(), small={"of"})
    ('pow', 'SVB', 'pw')
    """
    return "".join([word[0] for word in words if word not in small])
