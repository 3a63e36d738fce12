"""Works of art by their titles and kinds: the film "Winter Light" is not the novel of that title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS = (
    frozenset(("film", "movie", "drama", "comedy", "thriller", "documentary")),
    frozenset(("novel", "book", "story", "comic", "thriller", "biography", "memoir")),
    frozenset(("play", "musical", "opera", "ballet", "drama", "comedy", "tragedy")),
    frozenset(("song", "single", "album", "symphony", "sonata", "concerto")),
    frozenset(("poem",)),
    frozenset(("painting", "portrait", "drawing", "fresco")),
    frozenset(("statue", "sculpture")),
    frozenset(("series", "programme", "program", "drama", "comedy", "thriller", "documentary")),
    frozenset(("game", "app")),
    frozenset(("magazine", "newspaper", "journal")),
)
A_WORK = "|".join(sorted(frozenset().union(*_KINDS)))
_TITLED = regex(
    rf"(?:.*\s)?(?P<kind>{A_WORK}),?\s+(?:called\s+|titled\s+)?[\"“‘'«]?(?P<title>[A-Z][^\"“”‘’«»]*?)[\"”’'»]?"
)


def names_work(name: str) -> bool:
    """Return whether an accepted name tells of what kind a work is."""
    return _TITLED.fullmatch(name) is not None


def of_another_work(text: str, names: Sequence[str]) -> str:
    """Return the kind of work that an answer gives under the accepted title, where it is another kind than the accepted; "" for none.

    >>> of_another_work("the film 'Winter Light'", ["the novel 'Winter Light'"]), of_another_work("a book, Winter Light", ["the novel Winter Light"])
    ('film', '')
    """
    told = _TITLED.fullmatch(text.strip(" ."))
    if told is None:
        return ""
    accepted = [work for name in names if (work := _TITLED.fullmatch(name)) and work["title"] == told["title"]]
    kinds = [kind for kind in _KINDS if told["kind"] in kind]
    if not accepted or any(work["kind"] in kind for work in accepted for kind in kinds):
        return ""
    return told["kind"]
