"""Figures told as a part of another one: "six, two of them in Ohio" gives the two of Ohio alone, and no part is more than the whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.quantities import read_quantities, read_quantity
from qa_eval.reading.quantities.sameness import same_figure
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

_LONGEST = 200  # characters; a longer answer tells more
_PART = regex(
    r"(?P<whole>(?:[^,;.]|[.,](?=\d))*\d(?:[^,;.]|[.,](?=\d))*|\W*[a-z]+[^,;.]*),\s+(?:(?:of|out of) (?:whom|which|them|these)\s+(?P<behind>[^,;.]+(?:[.,]\d[^,;.]*)*)|(?P<before>[^,;.]+(?:[.,]\d[^,;.]*)*?)\s+(?:of|among) (?:whom|which|them|these)\b(?P<told>[^,;.]*))[.!]?\s*",
    re.IGNORECASE,
)
_BARE = regex(r"\W*(?:about |some |only |just )?[$€£]?\d[\d.,]*(?:\s?[^\W\d]+){0,2}\W*", re.IGNORECASE)
_NAME = regex(r"(?<=\s)[A-Z][a-z]{2,}")


def is_part_elsewhere(text: str, question: str, accepted: str) -> Closeness | None:
    """Return that an answer gives the accepted figure as a part that is more than its whole, or one of another place than is asked about; None for neither.

    >>> is_part_elsewhere("Six, two of them in Ohio.", "How many plants does it run in Iowa?", "two").note
    'gives a part of Ohio'
    >>> is_part_elsewhere("Six, two of them in Iowa.", "How many plants does it run in Iowa?", "two") is None
    True
    """
    told = _PART.fullmatch(text) if len(text) <= _LONGEST and (" of " in text or " among " in text) else None
    if told is None:
        return None
    part = told["behind"] or f"{told['before']} {told['told'] or ''}"
    wholes, parts = read_quantities(told["whole"]), read_quantities(part)
    own = read_quantity(accepted)
    if (
        own is None
        or not any(same_figure(each, own) for each in parts)
        or any(same_figure(each, own) for each in wholes)
    ):
        return None
    if _BARE.fullmatch(told["whole"]) and not stems(part) & stems(question):
        return Closeness(Reason.CONTRADICTION, "gives another figure, and the accepted one as a part")
    asked, said = _names(question), _names(f" {part}")
    if asked and said and asked.isdisjoint(said):
        return Closeness(Reason.CONTRADICTION, f"gives a part of {' '.join(sorted(_NAME.findall(f' {part}')))}")
    if len(wholes) == len(parts) == 1 and _is_more(parts[0], wholes[0]):
        return Closeness(Reason.CONTRADICTION, "gives a part that is more than its whole")
    return None


def _is_more(part: Quantity, whole: Quantity) -> bool:
    return part.unit == whole.unit and part.high is whole.high is None and part.value > whole.value


def _names(text: str) -> frozenset[str]:
    return frozenset(word for name in _NAME.findall(text) for word in key(name))
