"""An accepted clause with the two that it tells of exchanged: "Aristotle taught Plato", or "Plato was taught by Aristotle", for "Plato taught Aristotle"."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.scorers._words.marked import Kind, marked
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

# what each does to the other
_MUTUAL = frozenset(
    """meet marry wed equal resemble differ touch border adjoin match face fight play date kiss collide cooperate collaborate compete
    trade agree argue quarrel mix blend combine connect link join merge react alternate coincide correspond intersect cross
    overlap separate be and or""".split()  # noqa: SIM905 - a word list reads best as one text
)
_TOLD = frozenset((Kind.WORD, Kind.NOT))
_MOST = 4  # words that one of the two is named by
_LONGEST = 12  # words of an accepted clause
_CLAUSE = 3  # words at least: the two, and what one does


class _Clause(NamedTuple):
    """The meanings of the words of a clause, of its verbs by their form, of what is done to something, and of what "by" somebody, "" for none."""

    meanings: tuple[str, ...]
    verbs: frozenset[str]
    done: frozenset[str]
    passive: str


@lru_cache(maxsize=512)
def _clause(text: str) -> _Clause:
    words = marked(text)
    told = [word for word in words if word.kind in _TOLD]
    verbs = frozenset(word.meaning for word in told if word.is_done and text[word.start : word.start + 1].islower())
    passive = next(
        (
            two.meaning
            for one, two, three in zip(words, words[1:], words[2:], strict=False)
            if one.kind is Kind.BE and two.is_done and three.word == "by"
        ),
        "",
    )
    done = frozenset(two.meaning for one, two in pairwise(words) if one.kind is Kind.BE and two.is_done)
    return _Clause(tuple(word.meaning for word in told), verbs, done, passive)


def of_turned_round(text: str, _question: str, accepted: str) -> str:
    """Return whether an answer tells an accepted clause with the two that it tells of exchanged; "" if not.

    >>> of_turned_round("Aristotle taught Plato", "Who taught whom?", "Plato taught Aristotle")
    'says it the other way round'
    >>> of_turned_round("Aristotle was taught by Plato", "Who taught whom?", "Plato taught Aristotle")
    ''
    """
    if len(text) > SHORT or accepted.count(" ") < _CLAUSE - 1 or accepted.count(" ") > _LONGEST:
        return ""
    if "," in accepted and " and " in accepted:
        return ""  # "farming, mining and tourism"
    own = _clause(accepted)
    if not own.verbs or not _CLAUSE <= len(own.meanings) <= _LONGEST or len(set(own.meanings)) != len(own.meanings):
        return ""
    said = _clause(text)
    kept = tuple(meaning for meaning in said.meanings if meaning in own.meanings)
    if len(kept) != len(own.meanings):
        return ""
    other_voice = (said.passive in own.verbs) is not bool(own.passive)
    if kept == own.meanings:
        turned = other_voice and not own.verbs.isdisjoint(own.meanings[1:-1]) and _MUTUAL.isdisjoint(own.meanings)
    else:
        turned = not other_voice and _exchanges(own, kept, said.done ^ own.done)
    return "says it the other way round" if turned else ""


def _exchanges(own: _Clause, said: tuple[str, ...], otherwise: frozenset[str]) -> bool:
    """Return whether two parts of a clause stand in each other's place, with what the one does between them, and none of what is told ``otherwise``."""
    wanted = own.meanings
    start = next((at for at, (one, two) in enumerate(zip(wanted, said, strict=True)) if one != two), 0)
    end = next((at for at, (one, two) in enumerate(zip(wanted[::-1], said[::-1], strict=True)) if one != two), 0)
    first, last = wanted[start : len(wanted) - end], said[start : len(said) - end]
    for one in range(1, min(_MOST, len(first) - 1) + 1):
        for two in range(1, min(_MOST, len(first) - one - 1) + 1):
            between = first[one : len(first) - two]
            if last == (*first[len(first) - two :], *between, *first[:one]):
                return not own.verbs.isdisjoint(between) and (_MUTUAL | otherwise).isdisjoint(between)
    return False


EXCHANGED: tuple[Check, ...] = ((lambda question: len(question) <= SHORT, of_turned_round),)
