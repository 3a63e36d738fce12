"""The time zone behind a time of day: "06:00 GMT", "0600Z", "7 a.m. CET"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

# minutes ahead of Universal Time; letters that name zones of several continents (CST, IST, BST in Asia) are read as most readers of English do
_AHEAD = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330,
    "sgt": 480, "hkt": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
_ZONE = regex(
    rf"(?:\d(?:\s?[ap]\.?m\.?)?|\bnoon|\bmidnight),?\s?\(?(?P<zone>{'|'.join(sorted(_AHEAD, key=len, reverse=True))})"
    r"(?:\s?(?P<sign>[-+−])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?)?\b",
    re.IGNORECASE,
)
_HOUR = 60


def zone_of(text: str) -> int | None:
    """Return how many minutes the zone of a text's first time of day is ahead of Universal Time; None where it tells none.

    >>> zone_of("3 November, 0600 UTC"), zone_of("at 7 a.m. CET"), zone_of("18:00 GMT+2"), zone_of("at 18:00")
    (0, 60, 120, None)
    """
    found = _ZONE.search(text)
    if found is None:
        return None
    more = _HOUR * int(found["hours"] or 0) + int(found["minutes"] or 0)
    return _AHEAD[found["zone"].lower()] + (more if found["sign"] == "+" else -more)
