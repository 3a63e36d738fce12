"""What stands for the first letters of several words: "RAM" for random access memory, "HTML" for Hypertext Markup Language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.names.initials import initials
from qa_eval.reading.names.matching import LEGAL_FORMS
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.scorers.lenient.words import Word

LEAST, MOST = 3, 6  # letters; two stand for too much
# what a company's name is shortened without: EY is Ernst & Young LLP
_LEGAL_FORMS = LEGAL_FORMS | {"co", "company"}
_WORD = regex(r"[^\W\d_]+")
LONGEST = 200  # characters; more is no name


def initials_of(words: Iterable[Word], text: str) -> str:
    """Return the first letters of the capitalised words of a text in lower case, of a number its digit; "" where there are not two."""
    capitals = [word for word in words if word.capital and word.form not in _LEGAL_FORMS]
    if len(capitals) < 2:  # noqa: PLR2004 - one word has an initial, no initials
        return ""
    return initials(word.form if word.form[0].isdigit() else text[word.start].lower() for word in capitals)


def shortened(text: str) -> frozenset[str]:
    """Return the letters, in lower case, that a name of a few words may be shortened to by its words' first ones.

    >>> sorted(shortened("prisoner of war")), sorted(shortened("Massachusetts Institute of Technology")), sorted(shortened("Rome"))
    (['pow'], ['miot', 'mit'], [])
    """
    words = _words(text)
    return frozenset(each for each in (initials(words), initials(words, small=SMALL)) if LEAST <= len(each) <= MOST)


def stands_for(letters: str, text: str) -> bool:
    """Return whether letters in lower case stand for the words of ``text``, one of which may give two of them.

    >>> stands_for("html", "Hypertext Markup Language"), stands_for("ram", "It is random access memory.")
    (True, True)
    >>> stands_for("bbc", "British Airways"), stands_for("dna", "a new acid")
    (False, False)
    """
    if not LEAST <= len(letters) <= MOST:
        return False
    return letters in shortened(text) or _with_one_inside(letters, _telling(_words(text)))


def _with_one_inside(letters: str, words: list[str]) -> bool:
    """Return whether the letters are the words' first ones, and one more out of one of several words."""
    if len(words) < 2 or len(letters) != len(words) + 1:  # noqa: PLR2004 - one word has too many letters to choose from
        return False
    first = initials(words)
    return any(
        letters[: place + 1] == first[: place + 1]
        and letters[place + 1] in word[1:]
        and letters[place + 2 :] == first[place + 1 :]
        for place, word in enumerate(words)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower()) if len(text) <= LONGEST else []


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in SMALL]
