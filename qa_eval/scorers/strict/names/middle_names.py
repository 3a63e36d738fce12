"""A middle name that an answer leaves out, or gives otherwise: "Lee Oswald", "Lee H. Oswald" and "Lee Henry Oswald"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.names.titles import ADDRESSES
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.surnames import other_surnames
from qa_eval.scorers._words.wording import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_SURNAME = r"(?P<surname>(?!(?:Ltd|Limited|Inc|Corp|Corporation|Co|Company|Group|Partners|Holdings|Bank|United|City|Town|Street|Road|Lane)\b)[A-Z][\w'-]*[a-z][\w'-]*)"
_OF_TWO = regex(rf"(?P<given>[A-Z][a-z]{{2,}}) {_SURNAME}")
_OF_THREE = regex(rf"(?P<given>[A-Z][a-z]{{2,}}) (?P<middle>[A-Z][a-z]{{2,}}) {_SURNAME}")
_ADDRESS = regex(rf"(?:{'|'.join(ADDRESSES)}) ")
_INITIAL = regex(r"\b(?P<initial>[A-Z])(?:\.\s*|\s+)(?P<surname>[A-Z][\w'-]+)")


def fits_several(text: str, known: str) -> tuple[str, ...]:
    """Return the names that a document, ``known``, has for an initial and a surname of an answer, where they are several.

    >>> fits_several("D. Ferro", "Danel Ferro for Lima, Dario Ferro for Okun"), fits_several("D. Ferro", "Dario and Kari Ferro")
    (('Danel Ferro', 'Dario Ferro'), ())
    """
    for said in _INITIAL.finditer(text):
        found = re.findall(rf"\b{said['initial']}[a-z]+ {re.escape(said['surname'])}\b", known)
        if len(names := tuple(dict.fromkeys(found))) > 1:
            return names
    return ()


class MiddleNames:
    """The accepted names of three words, and how answers shorten or change them.

    Without its middle name a person is the same one only where the document says who is meant: John Adams is not John Quincy Adams.

    >>> names = MiddleNames(("Lee Harvey Oswald",))
    >>> names.completed("It was Lee H. Oswald.", "Lee Harvey Oswald was arrested."), names.completed("Lee Oswald", "")
    ('It was Lee Harvey Oswald.', 'Lee Oswald')
    >>> MiddleNames(("Ada Voss",)).completed("A. Voss scored it.", ""), MiddleNames(("Ada Voss",)).completed("B. Voss scored it.", "")
    ('Ada Voss scored it.', 'B. Voss scored it.')
    >>> names.has_another("Lee Henry Oswald"), names.has_another("Lee H. Oswald"), names.has_another("Lee Harvey Oswald")
    (True, False, False)
    """

    def __init__(self, names: Sequence[str], question: str = "") -> None:
        self._others = other_surnames(names, question)
        self._accepted = frozenset(plain(name).lower().removeprefix("the ") for name in names)
        pairs = [whole for name in names if (whole := _OF_TWO.fullmatch(name))]
        self._plain = [
            (whole[0], regex(rf"\b{whole['given']} (?:[A-Z]\.? ){{1,2}}{re.escape(whole['surname'])}\b"))
            for whole in pairs
        ]
        self._initials = [
            (whole[0], regex(rf"\b{whole['given'][0]}\.\s?{re.escape(whole['surname'])}\b")) for whole in pairs
        ]
        bare = dict.fromkeys(name[led.end() :] if (led := _ADDRESS.match(name)) else name for name in names)
        found = [whole for name in bare if (whole := _OF_THREE.fullmatch(name))]
        self._known = [
            (
                whole[0],
                regex(rf"\b{whole['given']}(?: {whole['middle'][0]}\.?)? {re.escape(whole['surname'])}\b"),
                regex(
                    rf"\b{whole['given']} (?!{whole['middle']}\b|{whole['middle'][0]}\b)[A-Z][\w'-]*\.? {re.escape(whole['surname'])}\b"
                ),
            )
            for whole in found
        ]

    def completed(self, text: str, known: str) -> str:
        """Return an answer without the initial of a name of two words, or with the given name for its own, and with one of three in full, where the document, ``known``, has it in full and nobody else of that name."""
        for whole, with_initial in self._plain:
            if whole not in text:
                text = text if with_initial.fullmatch(text) else with_initial.sub(whole, text)
        for whole, by_initial in self._initials if "." in text else ():
            if (
                whole not in text
                and by_initial.search(text)
                and not by_initial.fullmatch(text.strip(" ."))
                and not fits_several(text, known)
            ):
                text = by_initial.sub(whole, text)
        for whole, shortened, other in self._known:
            if whole in known and not other.search(known):
                text = shortened.sub(whole, text)
        return text

    def has_another(self, text: str) -> bool:
        """Return whether an answer gives such a name with another middle name, or another surname."""
        others = (*self._others, *(other for _, _, other in self._known))
        return any(plain(said[0]).lower() not in self._accepted for other in others for said in other.finditer(text))
