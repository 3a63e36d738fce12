"""Figures of several items, "4 gold, 2 silver": told in any order, each before or behind its item's name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.dimensions import NOUNS_OF
from qa_eval.scorers._words.spans import Spans
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SMALL, key, plain

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from fractions import Fraction

    from qa_eval.model import Bound
    from qa_eval.reading.quantities import Quantity

_LONGEST = 200  # characters of a text that gives figures of several items
_FEWEST = 2
_MOST_WORDS = 4  # that name an item
_SHORT = 3  # letters of a name; "a.m." and "x" are none
_BETWEEN = regex(
    r"[;/|\n]|,(?!\d)|\.(?=\s|$)|\bby(?=\s\d)|\b(?:and|while|whereas|but|plus|as well as|along with|together with)\b|&|\+"
)
# the number in a model's name, behind how many there are of it: "20 Corvid C-310s", "six Heron 90s"
_MODEL = regex(
    rf"(?P<count>\b(?:\d+|(?i:{'|'.join(NUMBER_OF)}))\s+)(?P<name>(?:[A-Z][\w’-]*\s+){{0,3}}?)(?P<letters>[A-Z]{{1,4}}-?)?(?P<number>\d{{1,4}})(?P<variant>[A-Z]?)s?\b"
)
_LETTERS = str.maketrans("0123456789-", "qwrtzpkdfg ")
_DENIES = regex(
    r"\b(?:not?|never|nor|neither|none|without|except|instead|unless|or|only|if|than)\b|n['’]t\b",
)
# "breadth" is the width, which "across" may tell as well
_OTHER_NOUNS = {"weighs": "weight"} | {noun: nouns[0] for nouns in NOUNS_OF.values() for noun in nouns[1:]}
_NOUNS = frozenset(nouns[0] for nouns in NOUNS_OF.values())
_DIGIT = regex(r"\d")
# what an answer says besides
_PASSED = stems(
    "they we you it there total together altogether respectively each one ones get got gets take takes took pay pays paid cost costs win won wins need needs"
    " use used uses cover covers covered include includes included from made by order orders ordered bought buys have has had was were is are time rate so at least answer about"
    " threw throw reach reached jump jumped clear cleared manage managed achieve achieved run ran swim swam score scored make"
) | frozenset(("length", "width", "height"))


class _Item(NamedTuple):
    """What names an item, the stems of its words, and its figure."""

    name: frozenset[str]
    value: Fraction
    unit: str
    bound: Bound


def same_per_item(answer: str, accepted: str, asked: str) -> bool | None:
    """Return whether an answer gives each item its accepted figure; None where no such figures are accepted or said.

    >>> wanted, asked = "4 gold and 2 silver", "How many gold and silver medals?"
    >>> [same_per_item(said, wanted, asked) for said in ("Gold: 4, silver: 2", "silver (2), gold (4)", "2 gold, 4 silver", "6 medals")]
    [True, True, False, None]
    """
    wanted = _wanted(accepted)
    said = _items(answer) if wanted else ()
    if len(said) != len(wanted) or not said:
        return None
    names = frozenset[str]().union(*(item.name for item in wanted))
    if any(item.name - names - stems(asked) - _PASSED - stems(accepted) for item in said):
        return None
    pairs = [(_named(item, names, wanted), item) for item in said]
    if len({id(own) for own, _ in pairs if own is not None}) != len(wanted):
        return None
    unit = next((item.unit for item in said if item.unit), "")
    return all(own is not None and _is_same(own, item, unit) for own, item in pairs)


@lru_cache(maxsize=512)
def _wanted(accepted: str) -> tuple[_Item, ...]:
    """Return the items of an accepted text, without the words that all of them have; none where these do not tell them apart."""
    items = _items(accepted)
    if len(items) < _FEWEST:
        return ()
    common = frozenset.intersection(*(item.name for item in items))
    own = [item.name - common for item in items]
    named = tuple(item._replace(name=name - _PASSED or name) for item, name in zip(items, own, strict=True))
    apart = all(not one.name <= other.name for one in named for other in named if one is not other)
    told = all(len(item.name) <= _MOST_WORDS and max(map(len, item.name), default=0) >= _SHORT for item in named)
    return named if apart and told else ()


def _as_name(model: re.Match[str]) -> str:
    """Return how many there are of a model with its number in letters, which no figure is read in."""
    if not model["name"] and not model["letters"]:
        return model[0]
    code = f"{model['letters'] or ''}{model['number']}{model['variant']}".translate(_LETTERS)
    return f"{model['count']}{model['name']}{code}"


def _items(text: str) -> tuple[_Item, ...]:
    """Return the items of a text that has a figure in each of its parts, and denies nothing; else none."""
    if len(text) > _LONGEST:
        return ()
    text = plain(_MODEL.sub(_as_name, text))
    figures = [each for each in read_quantities(text) if not (each.ordinal or each.text.lower() == "one")]
    if len(figures) < _FEWEST or _DENIES.search(text.lower()):
        return ()
    if any(each.high is not None or each.negated or each.alternatives for each in figures):
        return ()
    return _parts(text, figures)


def _parts(text: str, figures: Sequence[Quantity]) -> tuple[_Item, ...]:
    inside = Spans((each.start, each.end) for each in figures)
    marks = [mark for mark in _BETWEEN.finditer(text) if not inside.hold(mark.start())]
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(text)]
    items = []
    for start, end in zip(starts, ends, strict=True):
        own = [each for each in figures if start <= each.start < end]
        rest = text[start:end] if not own else f"{text[start : own[0].start]} {text[own[0].end : end]}"
        name = frozenset(_named_by(word) for word in key(rest) if word not in SMALL)
        if len(own) > 1 or _DIGIT.search(rest) or (not own and name - _PASSED):
            return ()
        if own:
            items.append(_Item(name, own[0].value, own[0].unit, own[0].bound))
    return tuple(items)


def _named_by(word: str) -> str:
    """Return the stem of a word that names an item, of a measure's adjective that of its noun: "wide" names the width."""
    noun = NOUNS_OF[word][0] if word in NOUNS_OF else word
    return noun if noun in _NOUNS else _OTHER_NOUNS.get(noun) or stem_of(word)


def _named(item: _Item, names: frozenset[str], wanted: Sequence[_Item]) -> _Item | None:
    """Return the accepted item of which a name is the only one to have all words."""
    own = item.name & names
    found = [each for each in wanted if own and own <= each.name]
    return found[0] if len(found) == 1 else None


def _is_same(wanted: _Item, said: _Item, unit: str) -> bool:
    """Return whether two figures are the same; one without a unit has that of its neighbour, "adults 8 euros, children 5"."""
    if wanted.bound is not said.bound:
        return False
    return convert(said.value, said.unit or unit, wanted.unit) == wanted.value
