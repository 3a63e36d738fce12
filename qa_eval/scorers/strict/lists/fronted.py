"""Lists at the front of a sentence that tells what happened to the items: "The lamp and the bell were moved to Oslo" names no third one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.names import read_names
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.lists.freely import AS_WELL

if TYPE_CHECKING:
    from collections.abc import Iterator

FRONTED = regex(
    r"(?P<items>[^.;:!?\n]+?)\s+(?:(?:both|all|each)\s+)?(?:are|were|is|was|have|has|had|will|did|do|won|came|made|took|lost|went|(?-i:[a-z]{3,}ed))\b(?P<rest>[^;:!?\n]*)",
    re.IGNORECASE,
)
# "in the museum of", "taken to the"; "added to" may add one more
_AT = regex(
    r"\b(?:in|at|(?:stolen|taken|removed|saved|rescued|recovered|missing|bought|brought)\s+from|inside|within|near|(?:taken|brought|moved|sent|shipped|transferred|carried|given|sold|lent|returned|went|gone|back|transported)\s+(?:away\s+)?to)\s+"
    r"(?:(?!(?:and|or|but|with|plus|for|by|also)\b)[\w'’-]+\s+){0,5}\Z",
    re.IGNORECASE,
)
_BESIDE = regex(rf"{AS_WELL.pattern}|\b(?:with|alongside|including)\b", re.IGNORECASE)
_ASKS_PLACES = regex(
    r"\bwhere\b|\b(?:which|what|name|list|give)\s+(?:[\w-]+\s+){0,4}?(?:towns?|cit(?:y|ies)|villages?|countr(?:y|ies)|places?|ports?|harbou?rs?|states?|count(?:y|ies)|regions?|islands?|provinces?|districts?"
    r"|stations?|stops?|museums?|halls?|venues?|castles?|schools?|colleges?|universit(?:y|ies)|sites?|locations?|nations?|continents?|rivers?|lakes?|airports?|parks?|streets?|churches|buildings?|hotels?)\b",
    re.IGNORECASE,
)


def named_behind(rest: str, question: str) -> Iterator[str]:
    """Yield what else is named behind a list at the front; a place where the items are or went is none of them, but where places are asked for.

    >>> asked = "Which things were removed?"
    >>> list(named_behind(" removed and are shown in the museum of Port Lund", asked)), list(named_behind(" removed by Ann Ray", asked))
    ([], ['Ann Ray'])
    """
    may_be_place = not _BESIDE.search(rest) and not _ASKS_PLACES.search(question)
    for name in read_names(rest):
        if not (may_be_place and _AT.search(rest, 0, name.start)):
            yield name.text
