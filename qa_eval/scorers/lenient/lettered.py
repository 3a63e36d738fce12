"""What is called by its first letters alone: "NYC", for New York City, New York, and "RGB" for red, green and blue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.names.initials import initials
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST = 3  # letters; two stand for too much
_PLACE = regex(r"(?P<head>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){2,5})(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2}){1,2}")
_LIST = regex(r"[^\W\d_]+(?:, [^\W\d_]+)+,? (?:and|or|&) [^\W\d_]+")
_BARE = regex(r"\W*[A-Z]{2,4}\W*")
_PHRASE = regex(r"(?:the )?[a-z]{3,}(?: [a-z]{3,}){1,2}")
_WORD = regex(r"[^\W\d_]+")


def is_called_by_letters(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer is the initials of an accepted place without its region, or of the accepted items in their order."""
    own = [form for form in said.content if form not in asked.forms and form not in SMALL]
    if len(said.words) == 1 and any(
        _BARE.fullmatch(said.plain) and own == [_of_phrase(each.text)] for each in asked.wanted
    ):
        return Decision(0.8, Reason.ALIAS, "the initials of the accepted words")
    if len(own) != 1 or len(own[0]) < LEAST or own[0] not in said.acronyms or asked.is_negated or said.denied:
        return None
    if any(own[0] in (_of_place(each.text), _of_items(each.text)) for each in asked.wanted):
        return Decision(0.8, Reason.ALIAS, "the initials of the accepted name or items")
    return None


def _of_phrase(text: str) -> str:
    """Return the initials of a thing that is called by two or three words without capitals.

    >>> _of_phrase("blood pressure"), _of_phrase("body mass index"), _of_phrase("Ann Reed"), _of_phrase("lava")
    ('bp', 'bmi', '', '')
    """
    return initials(text.split()).lower() if _PHRASE.fullmatch(text) else ""


def _of_place(text: str) -> str:
    """Return the initials of a place of three words or more, without the region behind it.

    >>> _of_place("New York City, New York, U.S."), _of_place("Salt Lake City"), _of_place("Cork, Ireland")
    ('nyc', '', '')
    """
    place = _PLACE.fullmatch(text)
    return initials(place["head"].split()).lower() if place else ""


def _of_items(text: str) -> str:
    """Return the initials of the items of a list, where each is one word.

    >>> _of_items("red, green, and blue"), _of_items("salt and pepper"), _of_items("cyan, pale yellow and black")
    ('rgb', '', '')
    """
    return initials(_WORD.findall(text), small=SMALL).lower() if _LIST.fullmatch(text) else ""
