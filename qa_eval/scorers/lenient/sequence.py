"""Items that a question wants in order: "B, A, C" is "B < A < C" and "B then A then C", and not "A, B, C"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.in_order import MOST, items_in_order, order_of
from qa_eval.scorers.lenient.words import plain, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST = 3  # choices that have an order
_LESS, _MORE = "<", ">"
ORDER_ASKED = regex(
    r"\b(?:in (?:the )?(?:right |correct |ascending |descending |increasing |decreasing |chronological )?order\b|(?:order|rank|arrange|sort) (?:these|them|the|those)\b"
    r"|(?:what|which) (?:is|was) the (?:right |correct |usual )?(?:order|sequence) of\b"
    r"|(?:order|rank|arrange|sort|put|place|list)\b[^?]*?\bfrom (?:the )?(?:most |least )?\w+ to (?:the )?(?:most |least )?\w+)",
    re.IGNORECASE,
)
_LETTER = regex(r"(?<![\w'’])[A-Ja-j1-9](?![\w'’])")
_RUN = regex(r"[A-Ja-j1-9]{3,8}")
_ONLY_LETTERS = regex(r"(?:[\s(),;.<>-]|\b(?:[A-Ja-j1-9]|and|then)\b)+")
_RISING = regex(
    r"\b(?:ascending|increasing)\b|\bfrom (?:the )?(?:least|(?:small|low|light|short|young|cold|slow|weak|narrow|cheap|thin)(?:est)?)\b",
    re.IGNORECASE,
)
_FALLING = regex(
    r"\b(?:descending|decreasing)\b|\bfrom (?:the )?(?:most|(?:larg|bigg?|great|high|heav|tall|long|hott?|fast|strong|wid|thick)(?:e|i)?(?:est)?)\b",
    re.IGNORECASE,
)
_FROM_TO = regex(r"\bfrom (?:the )?(?P<one>\w+) to (?:the )?(?P<other>\w+)", re.IGNORECASE)


def same_sequence(answer: str, accepted: str, asked: str = "") -> bool | None:
    """Return whether an answer gives the accepted items in their order; None where it names others or tells more.

    >>> same_sequence("B < A < C", "B, A, C"), same_sequence("A, B, C", "B, A, C"), same_sequence("mainly B", "B, A, C")
    (True, False, None)
    >>> [same_sequence(said, "mile, yard", "Sort these from longest to shortest: yard, mile") for said in ("mile > yard", "mile < yard")]
    [True, False]
    """
    items = items_in_order(accepted)
    if not 1 < len(items) <= MOST or len(set(items)) < len(items):
        return None
    order = order_of(answer, items)
    if len(order) < 2:  # noqa: PLR2004 - one item has no order
        return None
    wanted = list(range(len(items)))
    return (order[::-1] if _turns(asked, answer) != _turns(asked, accepted) else order) == wanted


def same_arrangement(question: str, answer: str, accepted: str, options: Mapping[str, str]) -> bool | None:
    """Return whether an answer puts all choices of a question in the accepted order, by letters or texts; None where it does not put them all.

    >>> options = {"A": "lake", "B": "pond", "C": "sea"}
    >>> asked = "Arrange from smallest to largest: (a) lake (b) pond (c) sea"
    >>> [same_arrangement(asked, said, "b, a, c", options) for said in ("pond, lake, sea", "B-A-C", "a, b, c", "the pond")]
    [True, True, False, None]
    """
    wanted, given = arranged(accepted, options), arranged(answer, options)
    if not wanted or not given:
        return False if wanted and _ONLY_LETTERS.fullmatch(answer) else None
    return (given[::-1] if _turns(question, answer) else given) == wanted


def arranged(text: str, options: Mapping[str, str]) -> Sequence[str]:
    """Return the letters of all choices in the order in which a text puts them; none where it lacks one or says one twice."""
    if len(options) < LEAST:
        return ()
    shown = text.strip(" .()")
    labels = shown if _RUN.fullmatch(shown) else _LETTER.findall(text)
    letters = [label.upper() for label in labels if label.upper() in options]
    if len(letters) == len(options) == len(set(letters)):
        return letters
    said = f" {' '.join(word.form for word in words_of(plain(text)))} "
    places = {letter: _worded(option, said) for letter, option in options.items()}
    if any(place < 0 for place in places.values()) or len(set(places.values())) < len(places):
        return ()
    return sorted(places, key=lambda letter: places[letter])


def _worded(option: str, said: str) -> int:
    """Return where the words of an option stand, once; -1 for nowhere or several places."""
    words = f" {' '.join(word.form for word in words_of(plain(option)))} "
    return said.find(words) if said.count(words) == 1 else -1


def _turns(question: str, answer: str) -> bool:
    """Return whether an answer says that it tells the order the other way round than is asked: "from largest to smallest", "C > A > B"."""
    signs = answer.replace("->", " ").replace("=>", " ")
    if _LESS in signs and _MORE not in signs:
        return _FALLING.search(question) is not None
    if _MORE in signs and _LESS not in signs:
        return _RISING.search(question) is not None
    asked, told = _FROM_TO.search(question), _FROM_TO.search(answer)
    if asked is None or told is None:
        return False
    return (asked["one"].lower(), asked["other"].lower()) == (told["other"].lower(), told["one"].lower())
