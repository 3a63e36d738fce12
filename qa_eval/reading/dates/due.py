"""Deadlines by a day within a period: "by the fifth working day of the following month", "no later than working day five of the next month"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa_eval.reading.calendar import DAYS
from qa_eval.reading.counting import CARDINALS, ORDINALS
from qa_eval.reading.regex import regex

LONGEST = 120  # characters; a longer text tells more than a deadline
_LAST = -1
_PLACES = {word: place for words in (CARDINALS, ORDINALS) for place, word in enumerate(words)} | {"last": _LAST}
_RANK = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|last|{'|'.join(reversed(ORDINALS[1:]))})"
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(reversed(CARDINALS[1:]))})"
_KIND = rf"(?:(?:(?:working|business|banking|bank|trading|calendar|week)[\s-]*)?(?:day|week|hour)|{'|'.join(DAYS)})"
_PERIOD = r"(?:month|week|quarter|year|term|semester|season|financial year|fiscal year)"
_NEXT = r"following|next|subsequent|coming|succeeding"
_SAME = r"same|current|this"
_BEFORE = r"previous|preceding|last|past"
_DEADLINE = regex(
    r"(?:(?P<way>by|no later than|not later than|at the latest by|until|till|up to|on or before|(?:before|by) the end of|before|after|from|since|on)\s+)?(?:the\s+)?"
    rf"(?:(?P<rank>{_RANK})(?:\s+(?P<kind>{_KIND}))?|(?P<numbered>{_KIND})\s+(?:number\s+|no\.?\s+)?(?P<number>{_NUMBER}))\s+(?:of|in)\s+"
    rf"(?:(?:the\s+|that\s+)?(?:(?P<next>{_NEXT})|(?P<same>{_SAME})|(?P<past>{_BEFORE})|(?P<each>each|every|any))\s+|(?:the|a|that)\s+)(?P<period>{_PERIOD})\b"
    r"(?P<behind>\s+(?:after(?!\s+next)(?:wards?)?|following|thereafter|(?:that|which) (?:follows|comes (?:next|after))|next))?(?:,?\s+(?P<latest>at the latest|latest))?",
    re.IGNORECASE,
)
_ALIKE = {"working": "working", "business": "working", "banking": "working", "bank": "working", "trading": "working", "week": "working", "calendar": ""}  # fmt: skip
_BY = frozenset(
    ("by", "no later than", "not later than", "at the latest by", "until", "till", "up to", "on or before", "by the end of", "before the end of")
)  # fmt: skip
_EVERY = regex(rf",?\s+(?:each|every)\s+{_PERIOD}\b", re.IGNORECASE)
_ENDS = regex(r"\b(?:deadline|due|latest|cut-?off)\b", re.IGNORECASE)
_OF_PERIOD = regex(
    rf"\b(?P<a>the|that|next|each|every)\s+(?P<period>{_PERIOD})['’]s\s+(?P<day>{_RANK}\s+{_KIND})\b", re.IGNORECASE
)


class Due(NamedTuple):
    """A day of a period as a deadline: its place from the start, or -1 for the last, its kind, the period and which one, and how it is one.

    ``way``: "by" for a deadline, "" where a text does not say, else the word that says it. ``rest``: what else it says.
    """

    place: int
    kind: str
    period: str
    which: str
    way: str
    rest: str

    def is_same_day(self, other: Due) -> bool:
        """Return whether both are one day."""
        return self[:4] == other[:4]


def read_due(text: str) -> Due | None:
    """Return the one day of a period that a text tells as a deadline or a date; None for another text.

    >>> one, other = (read_due(text) for text in ("by the fifth working day of the following month", "no later than business day 5 of the next month"))
    >>> one.is_same_day(other), one.way == other.way == "by", read_due("by the fifth day of the same month").is_same_day(one)
    (True, True, False)
    """
    if len(text) > LONGEST:
        return None
    text = _OF_PERIOD.sub(r"the \g<day> of \g<a> \g<period>", text)
    found = _DEADLINE.search(text)
    if found is None or _DEADLINE.search(text, found.end()):
        return None
    place = found["rank"] or found["number"]
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    way = " ".join((found["way"] or "").lower().split())
    if way in _BY or (way in ("", "on") and (found["latest"] or _ENDS.search(rest))):
        way = "by"
    which = next((name for name in ("next", "same", "past", "each") if found[name]), "")
    every = _EVERY.search(rest) if not which else None
    if every:
        which, rest = "each", rest.replace(every[0], " ")
    if found["behind"]:
        which = "next" if which == "" else f"{which} next"
    return Due(
        _place(place), _kind(found["kind"] or found["numbered"] or "day"), found["period"].lower(), which, way, rest
    )


def _place(word: str) -> int:
    known = _PLACES.get(word.lower())
    return int(word.lower().rstrip("stndrh")) if known is None else known


def _kind(words: str) -> str:
    *before, last = words.lower().replace("-", " ").split()
    if not before and last in ("weekday", "workday"):
        before, last = ["working"], "day"
    return f"{_ALIKE.get(before[0], before[0]) if before else ''} {last}".strip()


def due_accepted(text: str) -> Due | None:
    """Return the deadline that an accepted text is, and nothing beside; None for any other text."""
    due = read_due(text) if " of " in text or " in " in text else None
    return due if due and due.way == "by" and not due.rest.strip(" .") else None
