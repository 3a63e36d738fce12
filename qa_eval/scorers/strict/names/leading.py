"""An item that stands before an accepted list in one text: the toys of "They sell toys, books and maps", for books and maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SMALL, key

if TYPE_CHECKING:
    from collections.abc import Iterable

REACH = 80  # characters before a list in which its first item stands
_JOINED = regex(r" (?:and|&) ")
_BEFORE = regex(
    r"(?:\A|[.;:!?(\n]\s*)(?P<lead>[^.;:!?(\n]*?)(?P<item>[^\W\d_][\w'’-]*)(?:,| as well as| along with| together with| plus)\s+(?:the\s+|an?\s+)?\Z"
)
# what leads in a clause, or stands before a comma and is no item
_LEADS_IN = frozenset(
    """in at on for by with from during after before since when while as if besides unlike like within under over near outside inside because although
    though according yes no well namely specifically thus hence mainly overall actually indeed so then also finally only just both either""".split()  # noqa: SIM905 - a word list reads best as one text
)


def item_before(text: str, spans: Iterable[tuple[int, int]], name: str, question: str) -> str:
    """Return the item that stands right before an accepted name which joins several; "" where there is none.

    >>> item_before("They sell toys, books and maps.", [(16, 30)], "books and maps", "What do they sell?")
    'toys'
    >>> item_before("In the shop, books and maps", [(13, 27)], "books and maps", "What do they sell?")
    ''
    """
    if not _JOINED.search(name):
        return ""
    known = SMALL.union(key(question), key(name))
    item = ""
    for start, _ in spans:
        found = _BEFORE.search(text[max(0, start - REACH) : start])
        if found is None:
            return ""
        item, lead = found["item"], found["lead"].lower().split()
        if (
            (lead and lead[0] in _LEADS_IN)
            or item.lower() in _LEADS_IN
            or item.endswith("ly")
            or known.issuperset(key(item))
            or (item.islower() and not name.islower() and name[0].isupper())  # "the soul group, Ann Kay & the Lanterns"
        ):
            return ""
    return item
