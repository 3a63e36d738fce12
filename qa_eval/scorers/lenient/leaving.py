"""Where the accepted answer is what something is not, or no longer is: "carbon dioxide, not oxygen", "from red to blue"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.offices import holders
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.successions import Asked as Wanted
from qa_eval.reading.successions import side_asked, succession
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.denials import is_denial
from qa_eval.scorers.lenient.several import SHORT, Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

MOST = 30  # words of an answer that is read
_NEGATIVES = frozenset(("not", "no", "never", "none"))
_DENIES = regex(
    r"\b(?:not?|never|none|neither|nor|without|lacks?|fail\w*|refus\w*|un\w+|in\w{3,}|non\w*)\b|n['’]t\b", re.IGNORECASE
)
_NOT = regex(r"(?:,|;|\band|\bbut)\s+not\s+(?:an?\s+|the\s+)?\Z")
_FROM = regex(r"\bfrom\s+(?:an?\s+|the\s+)?\Z")
_LEADS = regex(r"\W*(?:(?:the|an?|as|it|is|was)\s+)*[\"']?", re.IGNORECASE)
_FROM_ASKED = regex(r"\W*(?:out\s+of|from)\s+(?:which|what|whom|where)\b|[^?]*\b(?:from|out\s+of)\s*\?", re.IGNORECASE)
_TO = regex(r"\s+(?:in)?to\s+\w")


def is_left_behind(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted answer is said only to be denied, its last word only behind "not", or as what something turns from."""
    if len(said.words) > MOST or asked.is_negated or asked.only_figures or asked.dates:
        return None
    if lacks_the_denial(asked, said):
        return Decision(0.1, Reason.CONTRADICTION, "lacks the denial of the accepted answer")
    short = (
        said.denied
        and not asked.asks_lack
        and len(said.words) <= SHORT
        and not is_denial(asked)
        and not any(_NEGATIVES & each.golden for each in asked.wanted)
    )
    spans = mentions(asked, said) if short else []
    if spans and all(any(low <= start and end <= high for low, high in said.denied) for start, end in spans):
        return Decision(0.1, Reason.CONTRADICTION, "denies the accepted answer")
    if "from" in asked.forms or _FROM_ASKED.match(asked.text):
        return None
    lasts = {each.content[-1] for each in asked.wanted if each.content}
    places = [word for word in said.words if word.form in lasts]
    if not places or len(lasts) > 1:
        return None
    if all(right_before(_NOT, said.plain, word.start) for word in places):
        return Decision(0.1, Reason.CONTRADICTION, "denies the accepted answer")
    if all(right_before(_FROM, said.plain, word.start) and _TO.match(said.plain, word.end) for word in places):
        return Decision(0.2, Reason.CONTRADICTION, "the accepted answer is what it turns from")
    return None


def told_of_what_is_asked(asked: Asked, said: Said) -> bool | None:
    """Return whether the accepted answer is told of the time or the office that is asked about; None where nothing is told of it and of another one."""
    if len(said.words) > MOST or asked.is_negated:
        return None
    told = _both_times(asked, said) or holders(said.plain, asked.text)
    if told is None:
        return None
    other, own = told
    names = [said.plain[start:end] for start, end in mentions(asked, said)]
    beside, here = any(name in other for name in names), next((name for name in names if name in own), "")
    if beside or not here:
        return False if beside and not here else None
    return _LEADS.fullmatch(own[: own.find(here)]) is not None or None


def _both_times(asked: Asked, said: Said) -> tuple[str, str] | None:
    """Return what is told of the time before or after a change that is not asked about, and what is told of the other."""
    side = side_asked(asked.text)
    if side.asked is None or not side.is_told(asked.wanted[0].text):
        return None
    told = succession(said.plain, named=side.named)
    return told if told is None or side.asked is Wanted.NEW else told[::-1]


def is_told_of_another(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted answer is told only of another time, or of another office, than is asked about."""
    if told_of_what_is_asked(asked, said) is not False:
        return None
    return Decision(0.15, Reason.CONTRADICTION, "tells it of another time or office than is asked about")


def lacks_the_denial(asked: Asked, said: Said) -> bool:
    """Return whether every accepted text has a "not", and a short answer denies nothing: "proven", for "not proven"."""
    if not asked.wanted or not all("not" in each.golden for each in asked.wanted) or len(said.words) > SHORT:
        return False
    return not _DENIES.search(said.plain) and not said.denied
