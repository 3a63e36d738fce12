"""Times of day with a full stop between hours and minutes, "14.35", and hours alone, "18h"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

# as some write a time: where a time is accepted, it is one
_DOTTED = regex(r"\s*\d{1,2}(?P<dot>\.)[0-5]\d\.?\s*")
_DOTTED_AT = regex(
    r"(?P<hour>\b(?:at|from|by|until|till|of)\s+\d{1,2})\.(?P<minute>[0-5]\d)(?=[.!]?\s*\Z|[,;)]|\s(?:on|every|each|in|from|and|to|until|sharp|daily)\b)",
    re.IGNORECASE,
)


_HOUR_ALONE = regex(
    r"(?:(?<=\bat )|(?<=\bfrom )|(?<=\bby )|(?<=\buntil )|(?<=\bto )|\A\s*)(?P<hour>1?\d|2[0-4])\s?h(?=\W*\Z|\s+(?:and|to|until|on)\b)",
    re.IGNORECASE,
)


def with_colon(text: str) -> str:
    """Return "14.35", and "at 14.35" within a text, as "14:35", and "18h" as "18:00"; every other text as it is.

    >>> with_colon("14.35"), with_colon("At 23.05, from platform 2"), with_colon("14.35 km"), with_colon("at 18h")
    ('14:35', 'At 23:05, from platform 2', '14.35 km', 'at 18:00')
    """
    if "h" in text or "H" in text:
        text = _HOUR_ALONE.sub(lambda found: f"{found['hour']:0>2}:00", text)
    if "." not in text:
        return text
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        return f"{text[: dotted.start('dot')]}:{text[dotted.end('dot') :]}"
    return _DOTTED_AT.sub(r"\g<hour>:\g<minute>", text)
