"""What an answer says to be told, with its figure, and what not: "It gives the height (41.5 m), but not the number of steps"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa_eval.reading.documents import THE_DOCUMENT
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.dimensions import nouns_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key

_LONGEST = 200  # characters; a longer answer says more than that
_TOLD = r"(?:given|stated|mentioned|reported|recorded|disclosed|specified|listed|named|identified|told|known|published|provided)"
_TELLS = r"(?:gives?|mentions?|states?|lists?|names?|reports?|says?|tells?(?:\s+us)?|quotes?|provides?|records?|notes?|includes?|contains?|has|have)"
_THING = r"(?:[^.;:!?]|\.(?=\d))+?"
_OF = r"(?:[^.,;:!?\d]|['’])+?"
_BOTH = regex(
    rf"\W*(?:(?:it|{THE_DOCUMENT})\s+(?:only\s+|just\s+|does\s+)?{_TELLS}\s+(?:only\s+|just\s+|that\s+)?(?P<given>{_THING})"
    rf"|(?:only\s+)?(?P<passive>{_THING})\s+(?:is|are|was|were)\s+{_TOLD}(?P<figure>\s*\([^()]*\)|\s+as\s+{_THING})?)"
    r"(?:\s*[,;]\s*(?:(?:but|and|though|although|while|yet)\s+)?|\s+(?:but|though|although|while|yet)\s+)"
    rf"(?:not\s+(?P<plain>{_OF})|(?:(?:it|{THE_DOCUMENT})\s+)?(?:(?:does|did)(?:\s+not|n['’]t)|never)\s+{_TELLS}\s+(?P<unsaid>{_OF})"
    rf"|(?:(?:it|{THE_DOCUMENT})\s+)?{_TELLS}\s+(?:no|nothing\s+(?:of|about|on))\s+(?P<without>{_OF})|no\s+(?P<none>{_OF})(?:\s+(?:is|are|was|were)\s+{_TOLD})?"
    rf"|(?P<untold>{_OF})\s+(?:is|are|was|were)(?:\s+not|n['’]t)(?:\s+{_TOLD})?)\W*",
    re.IGNORECASE,
)
_ASIDE = regex(r"\([^()]*\)|\bas\s+[$€£]?\d.*")
_MEASURED = regex(
    r"[$€£]?\d[\d.,]*\s*(?:(?:km|cm|mm|m|ft|kg|g|t|l|lb|mph|%|min|h|s|million|thousand)(?![a-z]))?", re.IGNORECASE
)
_GUESSED = regex(
    r"\b(?:maybe|probably|perhaps|likely|seems?|appears?|guess|think|suggests?|implies|imply|possibly|presumably|must|might|could|so|hence|therefore|only\s+\d)\b",
    re.IGNORECASE,
)
_GENERAL = stems(
    "number figure total exact precise actual value name date there many much how what who when where which does do did is are was were has have had it its they"
    " exactly"
)
# what is asked by another word: the price by "cost"
_ASKED_BY = {
    "cost": "price fee charge sum amount", "price": "cost fee charge sum amount", "weigh": "weight", "weight": "weigh heavy", "pay": "price wage salary amount", "paid": "price sum amount",
    "opened": "opening", "founded": "foundation founding", "died": "death", "born": "birth", "built": "builder construction", "designed": "designer architect",
    "attended": "attendance", "length": "long", "height": "high tall", "width": "wide", "depth": "deep", "age": "old",
}  # fmt: skip


class _Told(NamedTuple):
    """The stems of what is said to be told, of the figure told of it, and of what is said not to be told; and whether there is a figure."""

    given: frozenset[str]
    figure: frozenset[str]
    untold: frozenset[str]
    has_figure: bool


def tells_only_another(text: str, question: str) -> bool:
    """Return whether an answer says what is told of something else, and that what is asked is not.

    >>> asked = "How many steps has the tower?"
    >>> tells_only_another("It gives the height (41.5 m), but not the number of steps.", asked)
    True
    >>> tells_only_another("It gives the number of steps (199), but not the height.", asked)
    False
    """
    told, asked = _read(text), _asked(question)
    if told is None or not told.untold or not told.untold <= asked:
        return False
    return bool(told.given - asked) and bool(told.untold - told.given) and not told.figure & told.untold


def tells_what_is_asked(text: str, question: str) -> bool:
    """Return whether an answer gives the figure that is asked for, and says that something else is not told.

    >>> tells_what_is_asked("It gives the number of steps (199), but not the height.", "How many steps has the tower?")
    True
    """
    told, asked = _read(text), _asked(question)
    if told is None or not told.has_figure or not told.given:
        return False
    if told.figure & told.untold & asked:
        return True  # "the length (320 m, about 40 lamps), but not the number of lamps"
    return told.given <= asked and bool(told.untold - asked)


def _read(text: str) -> _Told | None:
    told = _BOTH.fullmatch(text) if len(text) <= _LONGEST and not _GUESSED.search(text) else None
    if told is None:
        return None
    given = f"{told['given'] or told['passive']}{told['figure'] or ''}"
    untold = next(filter(None, told.group("plain", "unsaid", "without", "none", "untold")))
    aside = " ".join(found[0] for found in _ASIDE.finditer(given))
    bare = _MEASURED.sub(" ", _ASIDE.sub(" ", given))
    return _Told(stems(bare) - _GENERAL, stems(aside), stems(untold) - _GENERAL, any(map(str.isdecimal, given)))


def _asked(question: str) -> frozenset[str]:
    """Return the stems of what is asked, also as other words tell it: "height" where it is asked how high."""
    words = frozenset(key(question))
    others = " ".join((*nouns_of(words), *(_ASKED_BY[word] for word in words & _ASKED_BY.keys())))
    return stems(question) | stems(others) | {stem_of(word) for word in words}
