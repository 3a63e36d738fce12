"""Whether a figure includes a part: "34 people, including 9 apprentices" is not "34, not including the apprentices"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.quantities.figures import among, figures_of

if TYPE_CHECKING:
    from qa_eval.model import Document

_MOST_READ = 20_000  # characters of a document
_WHAT = r"\s+(?:(?:the|its|their|an?|another|any|all)\s+)*(?:\d[\d,.]*%?\s+|[a-z]+\s+)??(?P<what>[a-z]{3,})\b"
_LEFT_OUT = regex(
    rf"\b(?:plus|not\s+(?:including|counting)|excluding|exclusive\s+of|without(?:\s+counting)?|in\s+addition\s+to|on\s+top\s+of|and(?=\s+(?:another\s+)?\d)){_WHAT}"
)
_INCLUDED = regex(rf"\b(?<!not\s)(?:including|inclusive\s+of|counting){_WHAT}")
_SENTENCE = regex(r"[.;!?]\s+|\n+")


def includes_otherwise(text: str, document: Document) -> str:
    """Return the part that an answer leaves out of its figure, or includes in it, where the document says the opposite; "" for none."""
    if len(text) > SHORT:
        return ""
    lowered = text.lower()
    left, held = _LEFT_OUT.search(lowered), _INCLUDED.search(lowered)
    said = left or held
    figures = read_quantities(text) if said and not (left and held) else ()
    if said is None or not figures:
        return ""
    what = singular(said["what"])
    other = _INCLUDED if left else _LEFT_OUT
    own = [part.lower() for part in _SENTENCE.split(document.text[:_MOST_READ]) if among(figures[0], figures_of(part))]
    against = any(singular(found["what"]) == what for part in own for found in other.finditer(part))
    same = any(
        singular(found["what"]) == what for part in own for found in (_LEFT_OUT if left else _INCLUDED).finditer(part)
    )
    return said[0] if against and not same else ""
