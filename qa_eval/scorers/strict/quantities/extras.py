"""What comes on top of a price, or is in it: "€79, parts included" is not "€79 plus parts"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.relation import Closeness

_EXTRA = regex(
    r"(?:(?P<on_top>\bplus|\bexcluding|\bexcl\.?|\bexclusive of|\bnot including|\bwithout)|(?P<within>\bincluding|\bincl\.?|\binclusive of))\s+(?:(?:the|any|all)\s+)?(?P<what>[a-z]+)",
    re.IGNORECASE,
)


class _Extra(NamedTuple):
    """A thing beside a price, whether it comes on top, and what says that it does and that it does not."""

    what: str
    on_top: bool
    says_on_top: re.Pattern[str]
    says_within: re.Pattern[str]


def extra_against(text: str, accepted: str) -> Closeness | None:
    """Return that an answer has in its figure what the accepted one has on top, or the other way round; None for neither.

    >>> extra_against("€79, parts included", "€79 plus parts").note
    'has "parts" otherwise'
    >>> extra_against("€79, parts are extra", "€79 plus parts") is None
    True
    """
    extra = _extra(accepted)
    if extra is None or extra.what not in text.lower():
        return None
    against = extra.says_within if extra.on_top else extra.says_on_top
    return Closeness(Reason.CONTRADICTION, f'has "{extra.what}" otherwise') if against.search(text) else None


@lru_cache(maxsize=512)
def _extra(accepted: str) -> _Extra | None:
    found = _EXTRA.search(accepted)
    if found is None:
        return None
    what = found["what"].lower()
    thing = rf"(?:(?:the|any|all)\s+)?{re.escape(what)}\b"
    is_so = rf"\b{re.escape(what)}\s+(?:(?:is|are|being)\s+)?(?:also\s+|already\s+)?"
    return _Extra(
        what,
        found["on_top"] is not None,
        regex(
            rf"\b(?:plus|excluding|excl\.?|exclusive of|not including|without)\s+{thing}|{is_so}(?:not included|excluded|extra|on top)\b",
            re.IGNORECASE,
        ),
        regex(
            rf"(?<!not )\b(?:including|incl\.?|inclusive of|minus|less)\s+{thing}|{is_so}(?:included|inclusive|covered|free)\b",
            re.IGNORECASE,
        ),
    )
