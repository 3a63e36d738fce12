"""A text, and each part of it between marks of punctuation, as marked words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.marked import Kind, Marked, marked
from qa_eval.scorers.strict.meaning.recast import recast
from qa_eval.scorers.strict.meaning.telling import without_light
from qa_eval.scorers.strict.meaning.usage import as_got_done, in_writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Words = tuple[Marked, ...]
_FEWEST = 4  # spaces in a text that tells one thing and what came of it
_GOING_TO = regex(r"\b(?:is|are|am|was|were) going to (?=(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z])")
_PIECE = regex(r"[^,;:!?()\n]+?(?=[,;:!?()\n]|\.(?:\s|\Z)|\Z)|\.")
_THING = r"(?:the|an?|his|her|its|their) (?:[\w'’-]+ ){0,3}?[\w'’-]+"
_SO_IT = regex(
    rf"\b(?P<what>{_THING})(?:,? so (?:that )?(?:it|they)|, (?:and |which |with the result that )(?:it |they )?(?:then )?|,? and (?:so )?(?:it|they)) (?P<did>(?:had |has |was |were )?[a-z]{{3,}})(?=\W*\Z|[,;.]| and [a-z])"
)


def consequent(text: str) -> str:
    """Return what came about by what is told before it: "the wire snapped" of "He bent the wire, so it snapped"; "" for nothing.

    >>> consequent("Nobody watered the fern, so it died."), consequent("Nobody watered it.")
    ('the fern died', '')
    """
    found = _SO_IT.search(text) if text.count(" ") > _FEWEST else None
    return f"{found['what']} {found['did']}" if found else ""


def worded(text: str) -> Words:
    """Return the marked words of a text but for its punctuation."""
    return without_light(_without_stops(marked(_told(text))))


def nearly_worded(text: str, *, expressions: bool = False) -> Words:
    """Return the marked words of a text read as what means nearly the same; ``expressions``: with those that do."""
    return without_light(_without_stops(marked(recast(_told(text)), near=expressions)), near=True)


def _told(text: str) -> str:
    return in_writing(as_got_done(_GOING_TO.sub("will ", text) if "going to" in text else text))


def _without_stops(words: Words) -> Words:
    return tuple(word for word in words if word.kind is not Kind.STOP)


def pieces(text: str, read: Callable[[str], Words]) -> Iterator[tuple[tuple[int, int], Words]]:
    """Yield a text, and each part of it between marks of punctuation, with its place; ``read`` returns the words."""
    found = [piece.span() for piece in _PIECE.finditer(text) if piece[0].strip(" .")]
    if len(found) > 1:
        found = [(0, len(text)), *found]
    for start, end in found:
        yield (start, end), read(text[start:end])
