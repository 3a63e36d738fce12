"""What stands first and is no other answer: a part of the accepted place, the one who is asked about, the kind of which it is one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.echoes import is_echo
from qa_eval.scorers.lenient.words import SMALL, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

_PART_OF = regex(
    r"(?:\s+in\s+\d{4})?(?:,\s*|\s+)(?:(?:which|that)\s+(?:is|lies|was)\s+)?(?:(?:an?|the|one\s+of\s+the)\s+)?(?:[a-z-]+\s+){0,3}?"
    r"(?:district|suburb|borough|quarter|neighbou?rhood|area|part|section|ward|municipality|commune|locality|village|town|port|parish|arrondissement)s?"
    r"\s+(?:of|in|within)\s+(?:the\s+)?(?:city\s+of\s+)?",
    re.IGNORECASE,
)

# "That is a street in the old town of", "This village lies on the island of"
_IS_WITHIN = regex(
    r"(?: in \d{4})?\.\s+(?:That|This)(?: [a-z]+)? (?:is|was|lies|lay) (?:(?:an?|the|one of the) (?:[a-z]+ ){1,3}?)?(?:in|of|on|within)(?: the)?(?: [a-z]+){0,3}\s+(?:of )?"
    r"|(?:, [A-Z]\w+)?, (?:which (?:belongs to|lies in|is in)|where it (?:is|hangs|stands|lies|sits)(?: [a-z]+)? in|(?:on|at|near|by) [^,.;]{1,40}, in) (?:the )?"
)
_ONE_OF_THEM = regex(
    r"\b(?:one|two|three|some|most|many|each|both|the first|the best[- ]known|the most \w+) of (?:these|them|those|which)(?: [a-z]+){0,2} (?:is|are|was|were)"
    r"(?: the| an?)?(?: [\w-]+,?)?(?: \(?(?:also )?(?:known as|called|or))?\s+(?:[\"'(])?\Z",
    re.IGNORECASE,
)
_OBJECTS = frozenset(("its", "his", "her", "their", "the", "a", "an"))  # what a verb's object may begin with
_MOST_NAMES = 3  # words of somebody's name


def is_no_rival(asked: Asked, said: Said, head: Sequence[Word], first: int) -> bool:
    """Return whether what stands first, ``head``, is no other answer than that which begins at ``first``.

    It holds the verb of the question, is the whole name of the one who is asked about, "the voice of April Ludgate" for april, is a place
    within the accepted one, or the kind of thing of which that is one: "It makes hormones. One of these is insulin".
    """
    if any(word.form in _OBJECTS and is_echo(before, asked) and not before.capital for before, word in pairwise(head)):
        return True
    if len(head) <= _MOST_NAMES and _is_the_asked(asked, said, head):
        return True
    end = head[-1].end
    return is_part_of(said.plain, end, first) or _ONE_OF_THEM.search(said.plain, end, first) is not None


def _is_the_asked(asked: Asked, said: Said, head: Sequence[Word]) -> bool:
    """Return whether ``head`` is the rest of a name of the question, or the whole where the answer opens with it."""
    opening = said.words[0]
    if opening.start == head[0].start:
        return len(head) > 1 and _is_asked(opening, asked)
    before = next((word for word in reversed(said.words) if word.end < head[0].start), opening)
    return head[0].capital and _is_asked(before, asked) and said.plain[before.end : head[0].start] == " "


def _is_asked(word: Word, asked: Asked) -> bool:
    return word.capital and word.form in asked.forms and word.form not in TITLES and word.form not in SMALL


def is_part_of(text: str, end: int, start: int) -> bool:
    """Return whether what ends at ``end`` is told to be a part of the place that begins at ``start``.

    >>> text = "It is made in Borgo Panigale, a district of Bologna, Italy."
    >>> is_part_of(text, 28, 44), is_part_of("It is made in Modena, not far from Bologna.", 20, 35)
    (True, False)
    """
    return any(told.fullmatch(text, end, start) for told in (_PART_OF, _IS_WITHIN))
