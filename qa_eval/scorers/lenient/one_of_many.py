"""What an answer tells beside others of its kind, so that it chooses none: "Spanish and Portuguese", "the vitamins A, B, C, D and E"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_LETTERS = regex(r"\b[A-Z]\d{0,2}(?:, [A-Z]\d{0,2}){2,25},? (?:and|or|&) [A-Z]\d{0,2}\b")
_LETTER = regex(r"\b[A-Z]\d{0,2}\Z")
_ONE_ASKED = regex(
    r"\W*(?:what|which) (?:is|was) (?:the |its |their )?(?:\w+ ){0,2}?(?P<kind>capital|language|currency|religion|name|symbol|colou?r|element|gas|metal|country|city|state|planet|river|lake|ocean|mountain|animal|bird|flower|sport|instrument|winner|author)\b",
    re.IGNORECASE,
)
_TWO_NAMES = regex(r"\W*(?:both )?(?P<one>[A-Z][\w'’-]+) (?:and|&) (?P<other>[A-Z][\w'’-]+)[.!]?\s*")


def is_one_of_many(asked: Asked, said: Said) -> Decision | None:
    """Decide where one thing is asked for and an answer gives the accepted one as one of two names, or of many letters."""
    if asked.is_negated or asked.asks_several or asked.asks_two:
        return None
    return _is_one_letter(asked, said) or _is_one_of_two(asked, said)


def _is_one_letter(asked: Asked, said: Said) -> Decision | None:
    """Decide where a letter is accepted, and stands only in a list of letters."""
    listed = _LETTERS.search(said.plain)
    if listed is None:
        return None
    letters = {found[0] for each in asked.wanted if (found := _LETTER.search(each.text))}
    if len(letters) != 1 or any(_LETTERS.search(text) for text in asked.listed):
        return None
    places = [mark.start() for mark in re.finditer(rf"\b{letters.pop()}\b", said.plain)]
    if not places or not all(listed.start() <= place < listed.end() for place in places):
        return None
    return Decision(0.2, Reason.SEVERAL_ANSWERS, "one of many that are listed")


def _is_one_of_two(asked: Asked, said: Said) -> Decision | None:
    """Decide where nothing is given but two names, one of them accepted by itself."""
    if len(said.words) > SHORT or not _TWO_NAMES.fullmatch(said.plain) or not _ONE_ASKED.match(asked.text):
        return None
    if any(len(each.content) >= TWO for each in asked.wanted):
        return None
    named = [word for word in said.words if word.capital]
    strange = [word for word in named if is_strange(word, asked)]
    if len(named) != TWO or len(strange) != 1:
        return None
    return Decision(0.25, Reason.SEVERAL_ANSWERS, "two names where one is asked for")
