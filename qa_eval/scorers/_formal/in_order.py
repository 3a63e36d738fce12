"""In which order an answer names some items: by its parts, "mg, then g, then kg", or where each stands in what it says."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, NUMBER_OF
from qa_eval.reading.names import familiar_forms
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical
from qa_eval.scorers._words.wording import SMALL, key

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 8  # items
LONGEST = 600  # characters of an answer that puts items in order
FEW = 3  # words of an answer besides its items and small ones
NEAR = Fraction(1, 200)  # by how much of itself a decimal may miss a fraction
_LESS, _MORE = "<", ">"
ORDER_ASKED = regex(
    r"\b(?:in (?:the )?(?:right |correct |ascending |descending |increasing |decreasing |chronological )?order\b|(?:order|rank|arrange|sort) (?:these|them|the|those)\b"
    r"|in (?:which|what) order\b"
    r"|(?:what|which) (?:is|was) the (?:right |correct |usual )?(?:order|sequence) of\b"
    r"|(?:order|rank|arrange|sort|put|place|list)\b[^?]*?\bfrom (?:the )?(?:most |least )?\w+ to (?:the )?(?:most |least )?\w+)",
    re.IGNORECASE,
)
_RISING = regex(
    r"\b(?:ascending|increasing)\b|\bfrom (?:the )?(?:least|(?:small|low|light|short|young|cold|slow|weak|narrow|cheap|thin)(?:est)?)\b",
    re.IGNORECASE,
)
_FALLING = regex(
    r"\b(?:descending|decreasing)\b|\bfrom (?:the )?(?:most|(?:larg|bigg?|great|high|heav|tall|long|hott?|fast|strong|wid|thick)(?:e|i)?(?:est)?)\b",
    re.IGNORECASE,
)
_FROM_TO = regex(r"\bfrom (?:the )?(?P<one>\w+) to (?:the )?(?P<other>\w+)", re.IGNORECASE)
_PARTED = regex(
    r"\s*(?:[,;<>≤≥\n]|→|⟶|[-=]+>|\b(?:and then|then|and finally|followed by|after that)\b)[\s,]*(?:(?:and|then|finally|lastly|next)\s)?\s*"
)
_AND = regex(r",?\s+(?:and|&)\s+")
_ASIDE = regex(r"\([^()]{0,80}\)|\b(?:in|from) (?:1\d|20)\d\d\b")
_MARK = regex(r"(?:\A|(?<=[\s,;]))\(?[1-9][.)]\s+")
_POINTS = rf"(?:\d+|{'|'.join(CARDINALS[:11])})"
_SET = regex(rf"(?<![\w-])(?P<one>{_POINTS})\s?[-–:]\s?(?P<other>{_POINTS})(?![\w-])", re.IGNORECASE)
_IS_ITEM = regex(r"(?!respectively|etc)[A-Z]\w*|[a-z]{4,}")  # one word beside the others
_TELLING = frozenset(("then", "first", "second", "third", "last", "next", "finally", "but", "not", "order"))
_LEAD = regex(
    r"\A(?:(?:at )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|last)(?:ly)?|finally|next|then|the|an?|to|comes?|(?:the )?order(?: is)?)\b[\s,:]*",
    re.IGNORECASE,
)


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
    return (order[::-1] if tells_turned(asked, answer) != tells_turned(asked, accepted) else order) == wanted


def items_in_order(text: str) -> list[str]:
    """Return the items that a text lists.

    >>> items_in_order("pond, lake and sea"), items_in_order("1. pond 2. lake"), items_in_order("pond < lake")
    (['pond', 'lake', 'sea'], ['pond', 'lake'], ['pond', 'lake'])
    """
    items = [each for each in _PARTED.split(_MARK.sub("; ", text.strip().rstrip("."))) if each]
    last = _AND.split(items[-1]) if len(items) > 1 else items[-1:]
    return [*items[:-1], *last]


def order_of(answer: str, items: Sequence[str]) -> list[int]:
    """Return the places of the items in the order that an answer tells, of those that it tells; none where it tells more or is unsure.

    >>> order_of("kg, then mg", ["milligram", "kilogram"]), order_of("First the lake, last the sea", ["sea", "lake"])
    ([1, 0], [1, 0])
    >>> order_of("the lake is near the sea and the town hall, the market and the port", ["sea", "lake"])
    []
    """
    if len(answer) > LONGEST:
        return []
    return _by_parts(answer, items) or _by_places(answer, items)


def _by_parts(answer: str, items: Sequence[str]) -> list[int]:
    """Return which item each part of an answer is, -1 for one more of them; none where a part is no item, or two are the same."""
    parts = [part for each in items_in_order(_ASIDE.sub(" ", answer)) for part in _AND.split(each) if part.strip(" .:")]
    order = [_item_of(part.strip(" .:*"), items) for part in parts]
    known = [place for place in order if place >= 0]
    if len(set(known)) < len(known):
        return []
    others = [part for part, place in zip(parts, order, strict=True) if place < 0]
    return order if not others or (len(known) == len(items) and all(map(_IS_ITEM.fullmatch, others))) else []


def _item_of(part: str, items: Sequence[str]) -> int:
    """Return which item a part of an answer is; -1 for none or several."""
    for said in dict.fromkeys((part, _LEAD.sub("", _LEAD.sub("", part)))):
        found = [place for place, item in enumerate(items) if _is_same(said, item)]
        found = found or [place for place, item in enumerate(items) if _shares(said, item)]
        if len(found) == 1:
            return found[0]
    return -1


def _is_same(said: str, item: str) -> bool:
    forms = {each.lower() for each in (item, *familiar_forms(item), *familiar_forms(singular(item)))}
    if said.lower() in forms or singular(said.lower()) in forms:
        return True
    if _SET.fullmatch(item):
        return _sets_in(said) == _sets_in(item)  # "6-3" is not "3-6"
    unit = canonical(item)
    if unit is not None and canonical(said) == unit:
        return True
    figures = read_quantity(said), read_quantity(item)
    if figures[0] is None or figures[1] is None or figures[0].unit != figures[1].unit:
        return False
    one, other = figures[0].value, figures[1].value
    return abs(one - other) <= NEAR * abs(other)


def _sets_in(text: str) -> list[tuple[int, int]]:
    """Return the points of the sets, or the like, that a text gives: "6-3", "six-three"."""
    return [(_points(found["one"]), _points(found["other"])) for found in _SET.finditer(text)]


def _points(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBER_OF[word.lower()]


def _shares(said: str, item: str) -> bool:
    """Return whether one has all the words of the other: "the Pacific Ocean", "Pacific"."""
    if _SET.fullmatch(item):
        return False
    one, other = _words(said), _words(item)
    return bool(one and other) and (one <= other or other <= one)


def _words(text: str) -> frozenset[str]:
    return frozenset(singular(word) for word in key(text) if word not in SMALL)


def _by_places(answer: str, items: Sequence[str]) -> list[int]:
    """Return the items in the order in which an answer names all of them once, and little else."""
    places = [_places(item, answer) for item in items]
    if not all(len(found) == 1 for found in places) or _tells_more(answer, items):
        return []
    return sorted(range(len(items)), key=lambda place: places[place][0])


def _places(item: str, answer: str) -> list[int]:
    """Return where an item stands in an answer as a whole word or several, one letter only in its case."""
    text, wanted = (answer, item) if len(item) == 1 else (answer.casefold(), item.casefold())
    found, place = [], text.find(wanted)
    while place >= 0:
        before, behind = text[place - 1 : place], text[place + len(wanted) : place + len(wanted) + 1]
        if not before.isalnum() and not behind.isalnum():
            found.append(place)
        place = text.find(wanted, place + 1)
    return found


def _tells_more(answer: str, items: Sequence[str]) -> bool:
    known = {word for item in items for word in key(item)} | SMALL | _TELLING
    return sum(word not in known for word in key(answer)) > FEW


def tells_turned(question: str, answer: str) -> bool:
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
