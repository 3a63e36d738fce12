"""Items that an answer joins by other words than "and": "links Basel with Bern", "Japan/South Korea"; "Ellis and Ward" for Ellis & Ward."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT, Wording, key
from qa_eval.scorers.strict.lists.tables import column_of_items
from qa_eval.scorers.strict.parts.leads import listed_from

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_SLASH = regex(r"(?=[\s/–—])(?<!\s)(?:\s*/\s*|\s+(?:[–—-]|vs?\.?|versus)\s+|\s*[–—]\s*)")
_ONE = regex(r"\b1 (?=[a-z])")
_WITH = " with "
_TOGETHER = regex(r",?\s+(?:together with|along with|as well as|alongside|and also)\s+", re.IGNORECASE)
# "A and B won, and so did C"
_SO_DID = regex(
    r"(?P<rest>[^;.!?]+?),?\s+(?:and so|as)\s+(?:did|was|were|has|have|had|does|do|is|are)\s+(?P<more>[^;.,!?]+)[.!]?",
    re.IGNORECASE,
)
# of those on a podium, "A won ahead of B, with C third"
_AHEAD = regex(
    r"(?:,?\s+(?:won|finished|came|came in|was)(?:\s+(?:first|second))?)?,?\s+(?:(?:just |narrowly )?ahead of|in front of|followed (?:home )?by|beat|beating|with)\s+|,?\s+(?:and\s+)?(?:behind|third|in third)(?=\W*\Z)",
    re.IGNORECASE,
)
_PODIUM = regex(r"\b(?:podium|rostrum|medal(?:s|lists?)?|top (?:three|3)|first three)\b", re.IGNORECASE)
# "Brandt & Olsen kept the gable": who did it has a name of two
_FIRM = regex(r"(?P<name>[A-Z][\w'’-]+) & [A-Z][\w'’-]+(?= [a-z])")


def placed_together(text: str, question: str) -> str:
    """Return the names of those on a podium, where that is asked, with "and" for how they finished.

    >>> placed_together("Ray won ahead of Lee and Ek", "Who stood on the podium?"), placed_together("Ray ahead of Lee", "Who was hurt?")
    ('Ray, Lee and Ek', 'Ray ahead of Lee')
    """
    if len(text) > SHORT or not _PODIUM.search(question):
        return text
    return _AHEAD.sub(lambda found: "" if found.end() >= len(text.rstrip(" .")) else ", ", text)


def joined(text: str, names: Collection[tuple[str, ...]], n: int, torn: Sequence[str]) -> str:
    """Return a list with its items joined plainly; ``names`` are those of the ``n`` accepted items, ``torn`` those that hold an "&".

    >>> basel = {("basel",), ("bern",)}
    >>> joined("It links Basel with Bern.", basel, 2, ()), joined("Basel/Bern", basel, 2, ())
    ('Basel and Bern.', 'Basel, Bern')
    """
    text = column_of_items(text, names) if "|" in text else text
    for name in torn:
        if " & " in name:
            text = text.replace(name.replace(" & ", " and "), name)
    if " & " in text and len(text) <= SHORT:
        text = _FIRM.sub(lambda firm: firm[0] if _holds(firm[0], names) else firm["name"], text)
    if any(name[:1] == ("one",) for name in names):
        text = _ONE.sub("one ", text)
    if len(text) <= SHORT:
        text = _TOGETHER.sub(", ", text)
        so_did = _SO_DID.fullmatch(text)
        text = f"{so_did['more']}, {so_did['rest']}" if so_did else text
    text = _unslashed(text, names, n)
    if _WITH in text and len(text) <= SHORT:
        before, _, behind = text.partition(_WITH)
        if any(map(Wording(before).find, names)) and any(map(Wording(behind).find, names)):
            text = f"{before} and {behind}"
    led = listed_from(text) if len(text) <= SHORT else 0
    if led and any(start == led for name in names for start, _ in Wording(text).find(name)):
        return text[led:]
    return text


def _holds(text: str, names: Collection[tuple[str, ...]]) -> bool:
    return any(map(Wording(text).find, names))


def _unslashed(text: str, names: Collection[tuple[str, ...]], n: int) -> str:
    """Return "Japan/South Korea" as "Japan, South Korea": between accepted items a slash or dash leaves no choice."""
    parts = _SLASH.split(text.strip(" ."))
    same = len(parts) == n > 1 and all(key(part) in names for part in parts)
    return ", ".join(parts) if same else text
