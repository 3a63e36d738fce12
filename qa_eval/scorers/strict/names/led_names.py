"""Names that the accepted text leads in as the question does: "Peru" for "from Peru", where it is asked where from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LED = regex(
    r"(?P<way>in|at|on|from|to|by|with|for|of|into) (?P<name>(?:the )?[A-Z][\w.'’-]*(?: (?:of |the |and )?[A-Z][\w.'’-]*){0,4})"
)
_WHERE = regex(r"\bwhere\b|\bwhat (?:place|spot|location)\b", re.IGNORECASE)
_FROM = regex(r"\b(?:comes?|came|coming|originat\w*|hail(?:s|ed)?|stem(?:s|med)?)\b", re.IGNORECASE)
_TO = regex(
    r"\b(?:goes|go|went|going|mov(?:es?|ed|ing)|travel\w*|fl(?:y|ies|ew|ee|ees|ed)|sent|retire[sd]?|emigrat\w*|transfer\w*|relocat\w*|return(?:s|ed)?|head(?:s|ed|ing)?|sail(?:s|ed)?|taken|brought|lead|leads|led)\b",
    re.IGNORECASE,
)
_PLACED = frozenset(("in", "at", "on"))


def led_names(names: Sequence[str], question: str) -> Iterator[str]:
    """Yield the accepted names without the preposition that the question leads them in with as well.

    >>> list(led_names(["in Cork"], "Where was it found?")), list(led_names(["from Peru"], "Where does it come from?"))
    (['Cork'], ['Peru'])
    >>> list(led_names(["from Peru"], "Where is it?")), list(led_names(["by Rovers"], "Which team?"))
    ([], [])
    """
    for name in names:
        led = _LED.fullmatch(name)
        if led is None:
            continue
        way = led["way"]
        where = _WHERE.search(question) is not None
        same = re.search(rf"\b{way}\b", question, re.IGNORECASE) is not None
        if same or (
            where
            and (way in _PLACED or (way == "from" and _FROM.search(question)) or (way == "to" and _TO.search(question)))
        ):
            yield led["name"]
