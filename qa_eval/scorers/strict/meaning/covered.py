"""Accepted clauses of which an answer says every word in its own: "two pillars turned out to be cracked" for "cracks were found in two pillars".

No grammar is read here: each word that tells something has one in the answer that means the same, nearly the same or comes of
the same root, and the answer adds no word that could turn what it says. What tells one clause from another with the same words
has to agree: figures and names in their order, whether it is denied, and each word of a pair between which a clause may differ.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.kinds import names_person
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import is_done, is_small, near_to
from qa_eval.scorers._words.marked import Kind, marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qa_eval.scorers._words.marked import Marked

_FEWEST = 2  # words that have to be shared
_LONGEST = 300  # characters of an answer; a longer one is no short clause
_LONG = 20  # digits
_TELLING = frozenset((Kind.WORD, Kind.PLACE))
_ROOT = 4  # letters that words of one root share at least
_ENDINGS = "ization isation ations ation ments ment ings ing edly ed ies es s ly al ity ness ance ence ion".split()  # noqa: SIM905 - a word list reads best as one text
_OTHER_LETTERS = 2  # that one root may have more than another
_AGENTS = frozenset(("er", "or", "ee"))
_NAME = regex(r"\b[A-Z][\w-]+")
_LETTERS = regex(r"[a-z]+")
_DIGITS = regex(r"\d+")
_WAY = regex(r"\b(to|by|from)\s+(?=\W?\d)")  # cut to 64 kbit/s, or by as much
# one thing and not another, one more than another
_ORDERED = regex(r"\bthan\b|\binstead of\b|(?:,|\bbut|\band) (?:not|never)\b")
_DENYING = regex(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|unable|fail\w*|refus\w+|declin\w+|lack\w*|stop\w*|prevent\w*|avoid\w*"
    r"|forb\w+|prohibit\w*|illegal|impossible|unless|hardly|barely)\b|n't\b",
)
_MODAL = regex(r"\b(?:may|might|could|can|cannot|able)\b")
_IT = regex(r"\b(?:him|her|it|them|us|me)\W*$")  # at the end of an answer
# what tells something of the word behind it
_GOVERNS = frozenset("into from against for with towards before after until nobody nothing none".split())  # noqa: SIM905 - a word list reads best as one text
_ONLY = frozenset(("only", "solely", "exclusively"))
_WORDED = regex(
    r"\b(?:motto|slogan|title|titled|called|named|caption|headline|quote|words|wording|inscription|inscribed)\b",
    re.IGNORECASE,
)


class _Known(NamedTuple):
    turns: tuple[tuple[frozenset[str], ...], ...]
    places: frozenset[str]
    loaded: frozenset[str]
    plain: frozenset[str]
    light: frozenset[str]


class _Read(NamedTuple):
    words: tuple[Marked, ...]  # all of them
    telling: tuple[Marked, ...]  # those that say what there is to say
    forms: frozenset[str]
    figures: tuple[Fraction, ...]
    names: tuple[str, ...]
    denials: int
    digits: frozenset[str]
    ways: frozenset[str]
    where: frozenset[str]
    governed: Mapping[str, Marked]  # words that tell something by the figure or preposition before them
    possible: bool  # and no more than that
    ends_in_it: bool
    owners: int  # "'s"
    by: int  # the place among the telling words before which "by" stands; -1 for none
    ordered: bool


class Covered:
    """The accepted texts of one question."""

    def __init__(self, texts: Sequence[str], question: str) -> None:
        self._texts, self._question = texts, question

    @cached_property
    def _wanted(self) -> tuple[_Read, ...]:
        return tuple(read for read in map(_read, self._texts) if len(read.telling) >= _FEWEST)

    @cached_property
    def _asked(self) -> _Read:
        return _read(self._question)

    def by(self, text: str) -> bool:
        """Return whether an answer says every word of an accepted text in its own."""
        if len(text) > _LONGEST or not self._wanted or _WORDED.search(self._question):
            return False
        said = _read(text)
        return any(self._says(said, wanted) for wanted in self._wanted)

    def _says(self, said: _Read, wanted: _Read) -> bool:
        of_person = any(names_person(word.word) for word in wanted.telling)
        places = _places(said.telling, wanted.telling, self._asked.telling, of_person=of_person)
        return (
            places is not None
            and self._agrees(said, wanted)
            and _is_in_order(places, said, wanted)
            and not self._adds(said, wanted, places)
        )

    def _agrees(self, said: _Read, wanted: _Read) -> bool:
        """Return whether what tells clauses of the same words apart is the same."""
        if said.denials % 2 != wanted.denials % 2 or (
            said.possible is not wanted.possible and not self._asked.possible
        ):
            return False
        if not wanted.where <= said.where <= wanted.where | self._asked.where:
            return False
        if said.ways and wanted.ways and not said.ways & wanted.ways:
            return False
        shared = [name for name in said.names if name in wanted.names]
        if said.by < 0 and shared != [name for name in wanted.names if name in shared]:
            return False
        if not self._has_figures(said, wanted) or not all(
            _governs_alike(said, *each) for each in wanted.governed.items()
        ):
            return False
        return not any(_turns(line, said.forms, wanted.forms, self._asked.forms) for line in _known().turns)

    def _has_figures(self, said: _Read, wanted: _Read) -> bool:
        asked = self._asked.figures
        if wanted.figures != tuple(each for each in said.figures if each in wanted.figures or each not in asked):
            return False
        digits = said.digits - wanted.digits - self._asked.digits
        return all(len(each) <= _LONG and Fraction(each) in wanted.figures for each in digits)  # "under-18s"

    def _adds(self, said: _Read, wanted: _Read, places: Mapping[int, int]) -> bool:
        """Return whether an answer has a word that is neither accepted nor asked and might turn what it says."""
        if (said.forms & _known().loaded) - wanted.forms or bool(said.forms & _ONLY) is not bool(wanted.forms & _ONLY):
            return True
        own, plain = frozenset(places.values()), _known().plain
        rest = [(place, word) for place, word in enumerate(said.telling) if place not in own]
        if any(
            (word.is_done or is_done(word.meaning)) and min(own) < place < max(own) and word.word not in plain
            for place, word in rest
        ):
            return True  # "The engine complained that neighbours had blocked the lane"
        known = (*wanted.telling, *self._asked.telling)
        return any(
            not {word.word, word.form, word.meaning} & plain and not any(_alike(word, each) for each in known)
            for _, word in rest
        )


def _read(text: str) -> _Read:
    words = marked(text, near=True)
    telling = tuple(
        word
        for word in words
        if word.kind in _TELLING
        and not word.meaning[0].isdigit()
        and word.word[0].isalnum()
        and not is_small(word.meaning)
    )
    figures = tuple(each.value for each in read_quantities(text) if each.value != 1)
    lowered = text.lower().replace("\u2019", "'")
    forms = frozenset((*_LETTERS.findall(lowered), *(form for word in words for form in (word.word, word.form))))
    return _Read(
        words,
        telling,
        forms,
        figures,
        tuple(_NAME.findall(text)),
        len(_DENYING.findall(lowered)),
        frozenset(_DIGITS.findall(lowered)),
        frozenset(_WAY.findall(lowered)),
        frozenset(word.meaning for word in words if word.meaning in _known().places),
        _governed(words, telling),
        _MODAL.search(lowered) is not None,
        _IT.search(lowered) is not None,
        lowered.count("'s") + lowered.count("s' "),
        _agent(words, telling),
        _ORDERED.search(lowered) is not None,
    )


def _places(
    said: Sequence[Marked], wanted: Sequence[Marked], asked: Sequence[Marked], *, of_person: bool
) -> dict[int, int] | None:
    """Return where each word wanted is said; None where one is neither said, nor plain, nor a thing that the question names."""
    places: dict[int, int] = {}
    for number, word in enumerate(wanted):
        found = [place for place, each in enumerate(said) if _alike(each, word, of_person=of_person)]
        if found:
            places[number] = next((place for place in found if place not in places.values()), found[0])
        elif not {word.word, word.form} & _known().light and (
            is_done(word.meaning) or all(each.meaning != word.meaning for each in asked)
        ):
            return None
    return places if len(set(places.values())) >= _FEWEST else None


def _alike(one: Marked, other: Marked, *, of_person: bool = False) -> bool:
    if one.meaning == other.meaning or one.form == other.form:
        return True
    near, back = (near_to(word.form, word.meaning, of_person=of_person) for word in (one, other))
    if other.meaning in near or f"={other.form}" in near or one.meaning in back or f"={one.form}" in back:
        return True
    if "_" in one.form or "_" in other.form:
        return False
    first, second = _root(one.word), _root(other.word)
    if min(len(first), len(second)) < _ROOT or (one.word[-2:] in _AGENTS) is not (other.word[-2:] in _AGENTS):
        return False  # a trainer and training
    return abs(len(first) - len(second)) <= _OTHER_LETTERS and (first.startswith(second) or second.startswith(first))


@cache
def _known() -> _Known:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    turns, places, loaded, plain, light = (
        section.partition("\n")[2].strip().splitlines() for section in text.split("\n# ")[1:]
    )
    return _Known(
        tuple(tuple(frozenset(side.split("/")) for side in line.split()) for line in turns),
        frozenset(word.meaning for place in places for word in marked(place, near=True)),
        frozenset(" ".join(loaded).split()),
        frozenset(" ".join(plain).split()),
        frozenset(" ".join(light).split()),
    )


def _root(word: str) -> str:
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _ROOT), word)


def _is_in_order(places: Mapping[int, int], said: _Read, wanted: _Read) -> bool:
    """Return whether words that have changed places are in others of a clause that is put in another way, and not of another."""
    own = list(places.values())
    if said.ordered is not wanted.ordered or (own != sorted(own) and wanted.ordered):
        return False
    if (said.by < 0) is not (wanted.by < 0):  # who does it stands behind "by" in one of them, and first in the other
        return (
            own[0] >= said.by
            if said.by >= 0
            else any(places.get(number) == min(own) for number in range(wanted.by, len(wanted.telling)))
        )
    if own == sorted(own):
        return True
    same = all(said.telling[place].word == wanted.telling[number].word for number, place in places.items())
    order = sorted(set(own))
    moved = [
        number
        for (number, place), rank in zip(places.items(), range(len(own)), strict=True)
        if order.index(place) != rank
    ]
    beside = len(moved) == 2 and abs(moved[0] - moved[1]) == 1  # noqa: PLR2004 - two that have exchanged their places
    if beside and any(wanted.telling[number].word.endswith("ly") for number in moved):
        return True
    named = said.owners != wanted.owners and not any(is_done(word.meaning) for word in wanted.telling)
    if (same and not named) or (said.ends_in_it and not wanted.ends_in_it) or own == sorted(own, reverse=True):
        return False
    return len(moved) != 2 or beside  # noqa: PLR2004 - as above


def _governed(words: Sequence[Marked], telling: Sequence[Marked]) -> dict[str, Marked]:
    found: dict[str, Marked] = {}
    for word in words:
        if word.meaning[0].isdigit() or word.word in _GOVERNS:
            figures = () if word.meaning[0].isdigit() else (each for each in words if each.meaning[0].isdigit())
            behind = min((each for each in (*telling, *figures) if each.start > word.start), default=None, key=_start)
            if behind is not None:
                found.setdefault(word.meaning, behind)
    return found


def _governs_alike(said: _Read, name: str, word: Marked) -> bool:
    """Return whether a preposition or figure stands before the same thing: no "turn it into a cinema" for into a library."""
    if name in said.governed:
        return _alike(said.governed[name], word)
    return name != "with" and name not in said.forms


def _start(word: Marked) -> int:
    return word.start


def _agent(words: Sequence[Marked], telling: Sequence[Marked]) -> int:
    by = next((word.start for word in words if word.word == "by"), None)
    return -1 if by is None else sum(word.start < by for word in telling)


def _turns(line: Iterable[frozenset[str]], said: frozenset[str], wanted: frozenset[str], asked: frozenset[str]) -> bool:
    """Return whether an answer has one side of a pair where the accepted text has another."""
    sides = tuple(line)
    theirs = [side for side in sides if side & wanted]
    asked = frozenset(word for word in asked if len(word) >= _ROOT)  # "according to" allows no other "to"
    return bool(theirs) and any(side & said and not side & wanted and not side & asked for side in sides)
