"""Scores told side by side with who has them: "Basel 3, Bern 1", "Bern one, Basel three"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key
from qa_eval.scorers.strict.notations.winners import Sides, sides_of, winner_of

if TYPE_CHECKING:
    import re
    from collections.abc import Collection

_WORDS = "nil one two three four five six seven eight nine ten".split()  # noqa: SIM905 - a word list reads best as one text
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_NAME = r"(?:The |the )?[A-Z][\w'&.-]*(?: (?:(?:of|de|la) )?[A-Z][\w'&.-]*){0,3}"
_GOT = r"(?: (?:scored|got|had|won|made|took|with|were on|finished (?:on|with)))?"
_POINTS = r"(?: (?:goals?|points?|sets?|games?|frames?|votes?|runs?|legs?|tries))?"
_SIDES = regex(
    rf"\b(?P<one>{_NAME}){_GOT},? (?P<first>{_COUNT}){_POINTS}(?P<joint>[,;:]? (?:and |to |while |[–—-] |but )?)(?P<other>{_NAME})(?:{_GOT}| only| just),? (?P<second>{_COUNT})\b(?![\w:/–-]|[.,]\d)"
)
_BOARD = regex(
    rf"\b(?P<one>{_NAME}) (?P<first>\d{{1,3}})\s?[-–:]\s?(?P<second>\d{{1,3}}) (?P<other>{_NAME})"
)  # "Bern 1-3 Basel"
_SCORE = r"(?P<first>\d{1,3}(?:\.5)?)\s?[-–:]\s?(?P<second>\d{1,3}(?:\.5)?)"
_WON = regex(
    rf"(?:The |the )?(?P<one>{_NAME}) (?:won|win|(?:beat|defeated) (?:the )?(?P<other>{_NAME}))(?: the (?:match|game|tie|final))?,?(?: by| with)? {_SCORE}"
    rf"(?: (?:against|over) (?P<against>{_NAME}))?"
)
# "Bern lost 1-3 to Basel", "Bern lost to Basel by 1-3"
_LOST = regex(
    rf"(?:The |the )?(?P<one>{_NAME}) (?:lost|went down|(?:was|were) (?:beaten|defeated))(?: (?:to|against|by) (?:the )?(?P<other>{_NAME}))?(?: by)? {_SCORE}"
    rf"(?: (?:to|against|by) (?:the )?(?P<against>{_NAME}))?"
)
_TO = regex(rf"{_SCORE} (?:(?:to|for|in favou?r of) (?:the )?(?P<one>{_NAME})|in (?P<whose>{_NAME}?)['’]s? favou?r)")
_HALF = regex(r"(?<=\d)\s?½")
_TO_SCORE = regex(r"(?<=\d) to (?=\d)")
_MAY_BE = regex(rf"\b[A-Z]\w*[^.!?]{{0,24}} {_COUNT}\b")
_BETWEEN = regex(
    rf"(?P<one>{_NAME})(?: and | vs?\.? | versus | against |[’']s? (?:match|game|tie) (?:with|against) |–|-)(?P<other>{_NAME})"
)


_SET = r"\d{1,3}\s?[-–:]\s?\d{1,3}(?:\s?\(\d{1,2}\))?"
# a score of sets, and the scores of the single sets behind it in brackets
_IN_SETS = regex(
    rf"(?<![\w.,:/–-])(?P<first>\d{{1,2}})\s?[-–:]\s?(?P<second>\d{{1,2}})(?P<sets>\s*(?:\(|\[|,?\s+(?:with|in)\s+(?:the\s+)?sets?\s+of\s+){_SET}(?:[,;]?\s+(?:and\s+)?{_SET})*[)\]]?)"
)
# "3:1 (1:1)": what it was at half-time
_HALF_TIME = regex(
    r"(?<![\w.,:/–-])(?P<first>\d{1,2})\s?[-–:]\s?(?P<second>\d{1,2})(?P<half>\s?\((?P<one>\d{1,2})\s?[-–:]\s?(?P<other>\d{1,2})\))"
)
_ONE_SET = regex(r"(\d{1,3})\s?[-–:]\s?(\d{1,3})")


class Told(NamedTuple):
    """A score of the winner's and the loser's points with their names; "" for a loser that is not named."""

    winner: str
    loser: str
    score: str


def told_with_sides(text: str) -> Told | None:
    """Return what a text says that is nothing but a score with who has it; None for another.

    >>> told_with_sides("Bern 1, Basel 3"), told_with_sides("Basel won 3-1"), told_with_sides("Basel beat Bern") is None
    (Told(winner='Basel', loser='Bern', score='3-1'), Told(winner='Basel', loser='', score='3-1'), True)
    >>> told_with_sides("Bern lost to Basel by 5½ to 6½"), told_with_sides("6.5-5.5 in Basel's favour")
    (Told(winner='Basel', loser='Bern', score='6.5-5.5'), Told(winner='Basel', loser='', score='6.5-5.5'))
    """
    text = _TO_SCORE.sub("-", _HALF.sub(".5", text.strip(" .")))
    told = _SIDES.fullmatch(text) or _BOARD.fullmatch(text)
    if told:
        first, second = _count(told["first"]), _count(told["second"])
        if first == second:
            return None
        one, other = told["one"], told["other"]
        return Told(one, other, f"{first}-{second}") if first > second else Told(other, one, f"{second}-{first}")
    to = _TO.fullmatch(text)
    if to and _is_more(to):
        return Told(to["one"] or to["whose"], "", f"{to['first']}-{to['second']}")
    won = _WON.fullmatch(text)
    if won and _is_more(won):
        return Told(won["one"], won["other"] or won["against"] or "", f"{won['first']}-{won['second']}")
    lost = _LOST.fullmatch(text)
    if lost is None or won:
        return None
    more, less = (lost["first"], lost["second"]) if _is_more(lost) else (lost["second"], lost["first"])
    return Told(lost["other"] or lost["against"] or "", lost["one"], f"{more}-{less}") if more != less else None


def _is_more(told: re.Match[str]) -> bool:
    return Fraction(told["first"]) > Fraction(told["second"])


def without_sets(text: str) -> str:
    """Return an answer without the scores of single sets behind the score of sets that they come to, or that at half-time.

    >>> without_sets("Basel won 2-1 (6-4, 3-6, 7-5)."), without_sets("Basel won 2-0 (6-4, 3-6, 7-5).")
    ('Basel won 2-1.', 'Basel won 2-0 (6-4, 3-6, 7-5).')
    >>> without_sets("3:1 (1:1)"), without_sets("1-1 (4-3)")
    ('3:1', '1-1 (4-3)')
    """
    text = _HALF_TIME.sub(_without_half, text) if "(" in text else text
    return _IN_SETS.sub(_without_sets, text) if text.count(",") else text


def _without_half(found: re.Match[str]) -> str:
    later = int(found["first"]) >= int(found["one"]) and int(found["second"]) >= int(found["other"])
    return found[0][: found.start("half") - found.start()] if later else found[0]


def _without_sets(found: re.Match[str]) -> str:
    sets = [(int(one), int(other)) for one, other in _ONE_SET.findall(found["sets"])]
    won = sum(one > other for one, other in sets), sum(one < other for one, other in sets)
    told = int(found["first"]), int(found["second"])
    return found[0][: found.start("sets") - found.start()] if won == told else found[0]


def with_board(text: str, golds: Collection[tuple[Fraction, ...]], known: tuple[Sides, ...]) -> str:
    """Return an answer with such a score as a board shows it, in the order of an accepted score where the right side has more.

    ``golds`` are the accepted scores; ``known`` tells who won, where that is known.

    >>> from fractions import Fraction
    >>> basel = (Sides(frozenset({"basel"}), frozenset({"bern"})),)
    >>> with_board("It finished Bern 1, Basel 3.", {(Fraction(3), Fraction(1))}, basel)
    'It finished Basel 3-1 Bern.'
    """
    if not _MAY_BE.search(text):
        return text
    lost = _LOST.search(text)
    if lost and (winner := lost["other"] or lost["against"]):
        more, less = (lost["first"], lost["second"]) if _is_more(lost) else (lost["second"], lost["first"])
        return f"{text[: lost.start()]}{winner.rstrip('.')} {more}-{less} {lost['one']}{text[lost.end() :]}"
    told = _SIDES.search(text) or _BOARD.search(text)
    if told is None:
        return text
    one, other, first, second = told["one"], told["other"], _count(told["first"]), _count(told["second"])
    turned = _is_turned(Fraction(first), Fraction(second), golds) and _won(one if first > second else other, known)
    board = f"{other} {second}-{first} {one}" if turned else f"{one} {first}-{second} {other}"
    return f"{text[: told.start()]}{board}{text[told.end() :]}"


def sides_told(texts: tuple[str, ...], question: str, first: tuple[Fraction, ...]) -> tuple[Sides, ...]:
    """Return who won, as the first text that tells it does, else as the order of the two in the question and of the score says.

    >>> from fractions import Fraction
    >>> [sorted(side) for side in sides_told((), "What was the score between Basel and Bern?", (Fraction(3), Fraction(1)))[0]]
    [['basel'], ['bern']]
    """
    for text in texts:
        if sides := sides_of(" ".join(text.split())):
            return sides
    named = None if any(map(winner_of, texts[:1])) else _BETWEEN.search(question)
    if named is None or len(first) != 2 or first[0] == first[1]:  # noqa: PLR2004 - two sides
        return ()
    one, other = frozenset(key(named["one"])), frozenset(key(named["other"]))
    return (Sides(one, other) if first[0] > first[1] else Sides(other, one),)


def other_side(question: str, winner: str) -> str:
    """Return whom a question names beside the winner as a side of the match; "" for nobody.

    >>> other_side("What was the score between Basel and Bern?", "Bern")
    'Basel'
    """
    named = _BETWEEN.search(question)
    own = frozenset(key(winner))
    sides = [name for name in named.group("one", "other") if own.isdisjoint(key(name))] if named else []
    return sides[0] if len(sides) == 1 else ""


def _is_turned(first: Fraction, second: Fraction, golds: Collection[tuple[Fraction, ...]]) -> bool:
    return (second, first) in golds and (first, second) not in golds


def _won(name: str, known: tuple[Sides, ...]) -> bool:
    words = frozenset(key(name))
    return bool(words) and any(words <= each.winner or (each.winner and each.winner <= words) for each in known)


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS.index(word)
