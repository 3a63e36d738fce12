"""Who won: a score beside the wrong winner is no right score."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key

LONGEST = 200  # characters; in a longer answer, another match may be told of
_NAME = r"[A-Z][\w'&.-]*(?: [A-Z][\w'&.-]*){0,3}"
_AUXILIARY = r"(?:(?:had|have|has|would|was|were|is|are|been|easily|narrowly|comfortably|then|also)\s+){0,3}"
_BEAT = (
    r"(?:beat|beats|beating|defeat|defeats|defeated|thrashed|edged|overcame|overwhelmed|outplayed|hammered|crushed|routed|downed|stunned|eliminated"
    r"|(?:won|win|wins|triumphed|prevailed) (?:\d+[-–:]\d+ )?(?:over|against))"
)
_LOST = r"(?:lost (?:\d+[-–:]\d+ )?(?:to|against)|(?:was|were) (?:beaten|defeated|thrashed|eliminated) (?:\d+[-–:]\d+ )?by|went down (?:\d+[-–:]\d+ )?to)"
_SIDES = regex(
    rf"(?:The |the )?(?P<one>{_NAME})\s+{_AUXILIARY}(?:[a-z][^.;!?\n]{{0,60}}?\bto\s+)?(?:(?P<beat>{_BEAT})|(?P<lost>{_LOST}))\s+(?:the )?(?P<other>{_NAME})"
)
_BOARD = regex(
    rf"(?P<one>{_NAME})\s+(?P<first>\d{{1,3}})\s?[-–:]\s?(?P<second>\d{{1,3}})\s+(?P<other>{_NAME})"
)  # "City 3-2 Town"
_WINS = regex(
    rf"(?:The |the )?(?P<one>{_NAME})\s+{_AUXILIARY}(?:won|win|wins|triumphed|prevailed)\b|\d\s+(?:(?:win|victory|success|triumph)\s+)?(?:to|for|in favou?r of)\s+(?:the )?(?P<to>{_NAME})"
)
_LOSES = regex(
    rf"(?:The |the )?(?P<one>{_NAME})\s+{_AUXILIARY}(?:lost|lose|loses|(?:was|were|got|been)\s+(?:beaten|defeated|thrashed))\b"
)


class Sides(NamedTuple):
    """The folded words of who won and who lost; empty for what is not told."""

    winner: frozenset[str]
    loser: frozenset[str]


@lru_cache(maxsize=256)
def sides_of(text: str) -> tuple[Sides, ...]:
    """Return who beat whom, as a text tells it.

    >>> [sorted(side) for side in sides_of("Town lost to City.")[0]]
    [['city'], ['town']]
    """
    found = []
    for told in _SIDES.finditer(text):
        one, other = frozenset(key(told["one"])), frozenset(key(told["other"]))
        found.append(Sides(one, other) if told["beat"] else Sides(other, one))
    for told in _BOARD.finditer(text):
        one, other = frozenset(key(told["one"])), frozenset(key(told["other"]))
        if told["first"] != told["second"]:
            found.append(Sides(one, other) if int(told["first"]) > int(told["second"]) else Sides(other, one))
    return tuple(dict.fromkeys(found))


def winner_of(text: str) -> frozenset[str]:
    """Return the folded words of who won, as an answer tells it; empty where it does not.

    >>> sorted(winner_of("City won 2-1")), sorted(winner_of("2-1 to Town")), sorted(winner_of("Town lost to City"))
    (['city'], ['town'], ['city'])
    """
    said = sides_of(text)
    if said:
        return said[0].winner
    wins = _WINS.search(text)
    return frozenset(key(wins["one"] or wins["to"])) if wins else frozenset()


def contradicts(text: str, told: tuple[Sides, ...]) -> bool:
    """Return whether an answer gives the victory to the side that lost, or the defeat to the one that won.

    Of several matches, it is not known which is meant, and nothing is.

    >>> city = sides_of("City beat Town 2-1.")
    >>> contradicts("Town won 2-1", city), contradicts("2-1 to City", city)
    (True, False)
    """
    if len(text) > LONGEST or len(told) != 1:
        return False
    winner, loser = told[0]
    said = sides_of(text)
    if said:
        return all(_same(each.winner, loser) and _same(each.loser, winner) for each in said)
    wins, loses = _WINS.search(text), _LOSES.search(text)
    if wins and _same(frozenset(key(wins["one"] or wins["to"])), loser):
        return True
    return loses is not None and _same(frozenset(key(loses["one"])), winner)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)
