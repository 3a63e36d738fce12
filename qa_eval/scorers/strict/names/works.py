"""Works of art and laws by their titles and kinds: the film "Winter Light" is not the novel of that title, nor an amendment the law."""

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

_A_LAW = r"(?:Act|Law|Bill|Regulations?|Order|Rules|Code|Directive|Ordinance|Statute|Decree|Treaty|Convention)"
_LAW = regex(rf"\b{_A_LAW}\b")
# "(Amendment)", "(Wales)", "Amendment Act", "draft … Act": of a title, what makes it another law's
_OF_LAW = regex(
    rf"\((?P<aside>[A-Z][\w',. -]*)\)(?=\s+{_A_LAW}\b)|\b(?P<changes>Amend(?:ment|ing)|Repeal|Consolidation|Commencement)(?=\s+{_A_LAW}\b)|\b(?P<draft>[Dd]raft|[Pp]roposed)\s(?=(?:[A-Z][\w'-]+\s){{1,6}}{_A_LAW}\b)"
)


def names_work(name: str) -> bool:
    """Return whether an accepted name tells of what kind a work is, or is the title of a law."""
    return _TITLED.fullmatch(name) is not None or _LAW.search(name) is not None


def of_another_work(text: str, names: Sequence[str]) -> str:
    """Return the kind of work that an answer gives under the accepted title, where it is another kind than the accepted, and what makes a law another one; "" for none.

    >>> of_another_work("the film 'Winter Light'", ["the novel 'Winter Light'"]), of_another_work("a book, Winter Light", ["the novel Winter Light"])
    ('film', '')
    """
    told = _TITLED.fullmatch(text.strip(" ."))
    if told is None:
        return _of_another_law(text, names)
    accepted = [work for name in names if (work := _TITLED.fullmatch(name)) and work["title"] == told["title"]]
    kinds = [kind for kind in _KINDS if told["kind"] in kind]
    if not accepted or any(work["kind"] in kind for work in accepted for kind in kinds):
        return ""
    return told["kind"]


def _of_another_law(text: str, names: Sequence[str]) -> str:
    """Return what in the title that an answer gives makes it another law than the accepted; "" for nothing.

    >>> _of_another_law("the Rivers (Amendment) Act 1987", ["Rivers Act 1987"]), _of_another_law("the Rivers Act (1987)", ["Rivers Act 1987"])
    ('Amendment', '')
    """
    if any(name in text for name in names):
        return ""
    own = {found[0].lower() for name in names for found in _OF_LAW.finditer(name)}
    others = (found for found in _OF_LAW.finditer(text) if found[0].lower() not in own)
    return next((found["aside"] or found["changes"] or found["draft"] for found in others), "")
