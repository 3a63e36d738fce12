"""What an answer gives for another time than is asked about: "Children, who now pay €4.20, used to get in for €3.90"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.parts.remarks import LONGEST
from qa_eval.scorers.strict.parts.years import YEAR, of_asked_year

if TYPE_CHECKING:
    from collections.abc import Iterator

_VALUE = r"(?:price|rate|figure|value|number|one|level|count|total|limit|record|cost|fee|fare|size|amount|share|speed|date|time|salary|rent|tariff|charge|quota|target|mean|mass|weight|length|height|score|reading|temperature)s?"
# what is asked about, if it is not what is so now or in the end
_BEFORE_ASKED = regex(
    r"\b(?:before|prior to|until|used to|originally|initially|previous(?:ly)?|former(?:ly)?|initial|original|old|at first|start(?:ed|ing)?|began|begin(?:ning)?|baseline|opening)\b",
    re.IGNORECASE,
)
_BEFORE_IT = regex(
    r"\b(?:before|prior to|used to|originally|initially|previous(?:ly)?|formerly|at first)\b", re.IGNORECASE
)
_NOW = regex(
    rf"\b(?:now|today(?:['’]s)?|currently|nowadays|these days|at present|since (?:been )?(?:raised|cut|lowered|increased|reduced|changed|moved|put up|extended|replaced)|the (?:new|current|present|latest|higher|lower) {_VALUE})\b",
    re.IGNORECASE,
)
_THEN = regex(
    rf"\b(?:used to|formerly|previously|originally|initially|at first|at the (?:start|outset|beginning)(?! of)|start(?:ed|s|ing)? (?:out )?(?:at|with|on|from|{_VALUE})|began (?:at|with|on)|beginning (?:at|with)"
    rf"|(?:an? |the |its |their )?(?:initial|original|starting|opening|baseline|previous|former|old) {_VALUE})\b",
    re.IGNORECASE,
)
_EDGE = regex(
    r"[;()]\s*|\.\s+|\s[–—-]\s|,\s+(?=(?:who|which|whose|though|although|while|but|since|now|and)\s)|,\s+(?!\d{4}\b)|\s+(?=(?:but|while|whereas|and|replac(?:es|ed|ing)|instead of)\s)",
    re.IGNORECASE,
)
_SINCE = regex(
    r"(?P<old>[^.;!?]*?\d[^;!?]*?)[,\s(–—-]+(?:but\s+)?(?:(?:it|which|that)\s+)?(?:has\s+|have\s+)?since\s+(?:been\s+)?(?:raised|cut|lowered|increased|reduced|changed|moved|put up|extended|revised|brought forward|put back|postponed)\s+to\s+(?P<new>[^()]+)",
    re.IGNORECASE,
)
_PRESENT_ASKED = regex(r"\b(?:is|are|does|do|will|now|current(?:ly)?|today)\b", re.IGNORECASE)
_FIGURE = regex(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)\b", re.IGNORECASE)  # fmt: skip
_CHANGED = regex(
    r"\b(?:rais(?:e|es|ed)|lift(?:s|ed)?|cut(?:s)?|lower(?:s|ed)?|rose|fell|grew|went|climbed|dropped|increas(?:e|es|ed)|reduc(?:e|es|ed)|chang(?:e|es|ed)|mov(?:e|es|ed)|brought|took|pushed)\b[^.;!?]{0,40}?\bfrom\s+(?P<old>[$€£]?\d[^;!?]{0,30}?)\s+to\s+(?P<new>[$€£]?\d[^;!?]*)",
    re.IGNORECASE,
)
_UP_FROM = regex(r"\b(?:up|down|compared (?:with|to)|(?:as )?against|instead of|replac(?:es|ed|ing))\s+(?:from\s+|one of\s+)?(?P<old>[$€£]?\d[^;!?]*)", re.IGNORECASE)  # fmt: skip
_EARLIER = regex(r"\b(?:the (?:year|month|week|season|day) before|the (?:previous|preceding) (?:year|month|week|season|day)|(?:a|one) (?:year|month|week|season|day) (?:earlier|before))\b", re.IGNORECASE)  # fmt: skip
_IS_NOW = regex(r"\b(?:now|currently|nowadays|at present|these days)\b", re.IGNORECASE)
_NUMBER = regex(r"\d[\d.,]*")


def of_its_time(text: str, question: str) -> str:
    """Return an answer without what it gives for another time than is asked about; all of it where it gives nothing so.

    >>> of_its_time("Children, who now pay €4.20, used to get in for €3.90.", "What did it cost before the rise?")
    'Children, used to get in for €3.90.'
    >>> of_its_time("14.8 g was the starting value. The mean is 11.3 g.", "What is the mean after six weeks?")
    'The mean is 11.3 g.'
    """
    if len(text) > LONGEST or " than " in question:
        return text
    if (own := of_asked_year(text, question)) != text:
        return own
    before = _BEFORE_ASKED.search(question) is not None
    if _BEFORE_IT.search(question) and (old := _old_of(text)):
        return old
    if (year := _year_before(text, question)) is not None:
        return year
    since = None if before or "since" not in text else _SINCE.fullmatch(text)
    if since and _PRESENT_ASKED.search(question):
        return since["new"]
    marked = _NOW if before else _THEN
    if marked.search(text) is None:
        return text
    parts = list(_parts(text))
    kept = [
        part
        for part in parts
        if not (marked.search(part) and _FIGURE.search(part)) or (_THEN if before else _NOW).search(part)
    ]
    told = "".join(kept).strip()
    return told if 0 < len(kept) < len(parts) and _FIGURE.search(told) else text


def tells_only_now(text: str, question: str) -> bool:
    """Return whether an answer gives a figure for now alone, where it is asked what there was before.

    >>> asked = "What did it cost before the rise?"
    >>> tells_only_now("It now costs €3.90.", asked), tells_only_now("It cost €3.90; now it is €4.20.", asked)
    (True, False)
    """
    if len(text) > LONGEST or not _BEFORE_IT.search(question) or not _IS_NOW.search(text) or _THEN.search(text):
        return False
    return _NUMBER.search(text) is not None and len(_NUMBER.findall(text)) == 1 and not _UP_FROM.search(text)


def _old_of(text: str) -> str:
    """Return what there was before a change: the 710 of "raised it from 710 to 940"."""
    changed = _CHANGED.search(text)
    if changed:
        return changed["old"]
    new = _NOW.search(text)
    old = _UP_FROM.search(text, new.end()) if new else None
    return old["old"] if old else ""


def _year_before(text: str, question: str) -> str | None:
    """Return what an answer gives for the year before the one it names, where that is asked for."""
    earlier = _EARLIER.search(text)
    said, asked = (YEAR.findall(each) for each in (text, question)) if earlier else ((), ())
    if earlier is None or len(said) != 1 or len(asked) != 1 or int(said[0]) != int(asked[0]) + 1:
        return None
    old = _UP_FROM.search(text, 0, earlier.end())
    return old["old"] if old else None


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of an answer with what parts them behind each."""
    edges = [0, *(edge.end() for edge in _EDGE.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        if start < end:
            yield text[start:end]
