"""What a sentence names beside all items of an accepted list: the iron of "Zinc, boron and iron were short"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import HELPING, has_verb, stems
from qa_eval.scorers._words.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.scorers.strict.lists.item import Item

_ARTICLE = r"(?:an?\s+|the\s+|some\s+|(?:his|her|its|their)\s+)?"
_BETWEEN = regex(rf"\s*(?:,|,?\s+(?:and|&|as well as|plus))\s+{_ARTICLE}(?:[a-z]+\s+)?", re.IGNORECASE)
_MORE = regex(
    rf"\s*(?:,\s+(?:and\s+)?|,?\s+(?:and|&|as well as|plus)\s+){_ARTICLE}(?P<more>[\w'-]+(?:\s+[\w'-]+){{0,2}}?)"
    r"(?:\s*[.!]?\s*\Z|\s+(?P<rest>(?:is|are|was|were|has|have|had|will|can|did|do|does|took|came|won|[a-z]+ed|[a-z]+s)\b[^.;:!?,]*)[.!]?\s*\Z)"
)


_BEFORE = regex(rf"\W*{_ARTICLE}(?P<more>[\w'-]+(?:\s+[\w'-]+){{0,2}}?),\s+{_ARTICLE}", re.IGNORECASE)
_ASSENT = frozenset("yes no sure well ok okay right correct indeed answer namely true".split())  # noqa: SIM905 - a word list reads best as one text


def one_more(text: str, items: Sequence[Item], question: str, is_item: Callable[[str], bool]) -> str:
    """Return what a sentence lists directly before or behind all accepted items, and says of it what is asked; "" for nothing.

    ``is_item`` tells what can be an item as the accepted ones are.
    """
    wording = Wording(text)
    spans = []
    for item in items:
        found = [span for name in item.keys for span in wording.find(name)]
        if not found:
            return ""
        spans.append(max(found))
    spans.sort()
    if not all(_BETWEEN.fullmatch(wording.text, one[1], other[0]) for one, other in pairwise(spans)):
        return ""
    first = _BEFORE.fullmatch(wording.text, 0, spans[0][0])
    if first and first["more"].lower() not in _ASSENT and is_item(_begun(first["more"])):
        return first["more"]
    more = _MORE.match(wording.text, spans[-1][1])
    if more is None or not is_item(more["more"]):
        return ""
    rest = more["rest"] or ""
    return "" if stems(rest) - stems(question) else more["more"]


def _begun(name: str) -> str:
    """Return what a sentence begins with as it would stand within one."""
    return name if name[1:] != name[1:].lower() else name[:1].lower() + name[1:]


def is_clause(part: str) -> bool:
    """Return whether a part of a list says what happened; "smoked salmon" and "frozen peas" are things.

    >>> is_clause("prices rose"), is_clause("it has sunk"), is_clause("smoked salmon"), is_clause("infrared camera")
    (True, True, False, False)
    """
    *before, last = part.lower().split() or [""]
    return has_verb(last) or any(word in HELPING for word in before)
