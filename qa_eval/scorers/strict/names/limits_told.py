"""Dates that are accepted with their limit, "not before Wednesday", told with another word for it: "Wednesday at the earliest"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EARLIEST = regex(
    r"(?:not (?:before|until|earlier than)|no (?:earlier|sooner) than)\s+(?P<what>[^,;]+)|(?:(?:on|from|in)\s+)?(?P<at>[^,;]+?),?\s+at the earliest",
    re.IGNORECASE,
)
_LATEST = regex(
    r"(?:no later than|not later than|not after)\s+(?P<what>[^,;]+)|(?:(?:on|by|in)\s+)?(?P<at>[^,;]+?),?\s+at the latest",
    re.IGNORECASE,
)


_WITHIN = regex(
    r"(?:within|in less than|in under|inside)\s+(?:the next\s+)?(?P<span>(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+[a-z]+)",
    re.IGNORECASE,
)


def limits_told(own: Sequence[str]) -> Iterator[str]:
    """Yield the accepted dates with their limits told otherwise.

    >>> list(limits_told(("not before May",)))[:3], list(limits_told(("May",)))
    (['not before May', 'not until May', 'not earlier than May'], [])
    """
    for text in own:
        if within := _WITHIN.fullmatch(text):
            span = within["span"]
            yield from (
                f"{led} {span}"
                for led in (
                    "within",
                    "in less than",
                    "in under",
                    "inside",
                    "within the next",
                    "in the next",
                    "less than",
                )
            )
            yield from (f"in {span} at the latest", f"before {span} have passed", f"before {span} are over")
            continue
        if earliest := _EARLIEST.fullmatch(text):
            what = earliest["what"] or earliest["at"]
            yield from (
                f"{how} {what}"
                for how in ("not before", "not until", "not earlier than", "no earlier than", "no sooner than")
            )
            yield from (f"{led}{what} at the earliest" for led in ("", "on ", "from ", "in "))
        elif latest := _LATEST.fullmatch(text):
            what = latest["what"] or latest["at"]
            yield from (f"{how} {what}" for how in ("no later than", "not later than", "not after"))
            yield from (f"{led}{what} at the latest" for led in ("", "on ", "by ", "in "))
