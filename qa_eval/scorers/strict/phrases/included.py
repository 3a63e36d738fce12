"""Numbers of which accepted words name a part: "64, including four crew" is "64 (four of them crew)"."""

from __future__ import annotations

import re
from fractions import Fraction

from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex

_COUNT = rf"(?:\d[\d,]*|{'|'.join(CARDINALS[1:])})"
INCLUDING = regex(rf"(?P<all>{_COUNT}|[a-z]+-[a-z]+), including (?P<part>{_COUNT}) (?P<what>[a-z]+)", re.IGNORECASE)
_AMONG = r"(?:including|incl\.|among (?:them|these)|counting|of (?:whom|which))"
# a part in brackets, behind "of whom", "among them a crew of four"
_WITH_PART = regex(
    rf"\b(?P<all>{_COUNT}|[a-z]+-[a-z]+)(?:\s+(?:people|persons|in all))?(?:\s*[,;(]\s*|\s+)"
    rf"(?:{_AMONG}\s+(?P<first>{_COUNT})\s+(?:were\s+|are\s+)?(?P<what>[a-z]+)|{_AMONG}\s+(?:the|an?)\s+(?P<group>[a-z]+)\s+of\s+(?P<many>{_COUNT})"
    rf"|(?P<of_them>{_COUNT})\s+of\s+(?:them|whom|which|these)\s+(?:were\s+|are\s+)?(?P<who>[a-z]+)|(?P<held>[a-z]+)\s+of\s+(?P<so_many>{_COUNT})\s+included)(?:\s+members)?\)?(?=\W*\Z|[.;,])",
    re.IGNORECASE,
)
# "60 passengers and 4 crew, so 64 in all"
_ADDED_UP = regex(
    rf"(?P<rest>{_COUNT}|[a-z]+-[a-z]+)\s+[a-z]+\s+(?:and|plus)\s+(?P<part>{_COUNT})\s+(?P<what>[a-z]+)(?:\s+members)?,?\s+(?:so|making|which makes|that is|i\.e\.|=|or)\s+(?:it\s+)?(?P<all>{_COUNT}|[a-z]+-[a-z]+)(?:\s+(?:people|persons))?(?:\s+(?:in all|altogether|in total|together))?(?=\W*\Z)"
    rf"|(?P<sum>{_COUNT}|[a-z]+-[a-z]+)(?:\s+(?:people|persons))?(?:\s+(?:in all|altogether|in total))?\s*[:,;(–—-]+\s*(?P<others>{_COUNT}|[a-z]+-[a-z]+)\s+[a-z]+\s+(?:and|plus)\s+(?P<few>{_COUNT})\s+(?P<who>[a-z]+)(?:\s+members)?\)?(?=\W*\Z)",
    re.IGNORECASE,
)


def as_including(text: str) -> str:
    """Return an answer with a number and a part of it as the number, including that.

    >>> as_including("64 (four of them crew)"), as_including("64 people, among them a crew of four."), as_including("64 and four crew")
    ('64, including four crew', '64, including four crew.', '64 and four crew')
    """
    if added := _ADDED_UP.search(text):
        rest, part, every = (
            added[one] or added[other] for one, other in (("rest", "others"), ("part", "few"), ("all", "sum"))
        )
        if _number(rest) + _number(part) != _number(every):
            return text
        return f"{text[: added.start()]}{every}, including {part} {added['what'] or added['who']}{text[added.end() :]}"
    found = _WITH_PART.search(text)
    if found is None:
        return text
    part = found["first"] or found["many"] or found["of_them"] or found["so_many"]
    what = found["what"] or found["group"] or found["who"] or found["held"]
    return f"{text[: found.start()]}{found['all']}, including {part} {what}{text[found.end() :]}"


def _number(written: str) -> Fraction:
    read = read_quantity(written)
    return read.value if read else Fraction(0)
