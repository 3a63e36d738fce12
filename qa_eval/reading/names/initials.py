"""The first letters of several words, by which a name may go: "BBC", "SVB", "J. R. R."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_SHORT = regex(r"(?P<letters>[A-Z]{3,6})(?:[- ]?(?P<number>\d{1,3}))?")
_LONG = regex(r"(?:the )?(?P<words>[a-z]{2,}(?:[ -][a-z]{2,}){1,5})(?:[- ](?P<number>\d{1,3}))?")
_PART = regex(r"(?:(?<=[oy])|(?<=nti))[a-hj-np-tv-z]")  # what is joined by a vowel
_WITHIN = 2  # letters at most that stand within words


def initials(words: Iterable[str], small: Container[str] = ()) -> str:
    """Return the first letters of words, as they are written; those of the ``small`` ones are left out.

    >>> initials("prisoner of war".split()), initials("Silicon Valley Bank".split()), initials("prisoner of war".split(), small={"of"})
    ('pow', 'SVB', 'pw')
    """
    return "".join([word[0] for word in words if word not in small])


def stands_for(short: str, long: str) -> bool:
    """Return whether a short form is that of a term: the first letters of all its words, and perhaps letters within them.

    >>> stands_for("MMP-2", "matrix metalloproteinase-2"), stands_for("DNA", "deoxyribonucleic acid"), stands_for("MMP-2", "matrix metalloproteinase-9")
    (True, True, False)
    """
    code, term = _SHORT.fullmatch(short), _LONG.fullmatch(long.lower() if long[1:].islower() else long)
    if code is None or term is None or code["number"] != term["number"]:
        return False
    words, letters = term["words"].replace("-", " ").split(), code["letters"].lower()
    if not 0 <= len(letters) - len(words) <= _WITHIN:
        return False
    return _spells(letters, words)


def _spells(letters: str, words: list[str]) -> bool:
    """Return whether letters are the first ones of words, and others those of the parts of which words are made, "metallo-proteinase"."""
    if not words:
        return not letters
    first, *rest = words
    if letters[:1] != first[0]:
        return False
    taken = 1
    for part in ("", *_PART.findall(first)):
        taken += letters[taken : taken + 1] == part
        if _spells(letters[taken:], rest):
            return True
    return False
