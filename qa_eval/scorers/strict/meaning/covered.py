"""Accepted clauses of which an answer says every word in its own: "two pillars turned out to be cracked" for "cracks were found in two pillars".

No grammar is read here: each word that tells something has one in the answer that means the same, nearly the same or comes of
the same root, and the answer adds no word that could turn what it says. What tells one clause from another with the same words
has to agree: figures and names in their order, whether it is denied, and each word of a pair between which a clause may differ.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.reading.kinds import names_person
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import is_done, near_to
from qa_eval.scorers.strict.meaning.telling_clause import Figure, TellingClause, known_words, letters_in
from qa_eval.scorers.strict.names.peoples import peoples

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qa_eval.scorers._words.marked import Marked

_FEWEST = 2  # words that have to be shared
_LONGEST = 300  # characters of an answer; a longer one is no short clause
_LONG = 20  # digits
_ROOT = 4  # letters that words of one root share at least
_ENDINGS = "ization isation ations ation ments ment ings ing edly ed ies es s ly al ity ness ance ence ion".split()  # noqa: SIM905 - a word list reads best as one text
_OTHER_LETTERS = 2  # that one root may have more than another
_AGENTS = frozenset(("er", "or", "ee"))
_ONLY = frozenset(("only", "solely", "exclusively"))
_WORDED = regex(
    r"\b(?:motto|slogan|title|titled|called|named|caption|headline|quote|words|wording|inscription|inscribed)\b",
    re.IGNORECASE,
)


class Covered:
    """The accepted texts of one question."""

    def __init__(self, texts: Sequence[str], question: str) -> None:
        self._texts, self._question = texts, question

    @cached_property
    def _wanted(self) -> tuple[TellingClause, ...]:
        return tuple(read for read in map(TellingClause, self._texts) if len(read.telling) >= _FEWEST)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first letters of the accepted words, one of which at least is said as well; none where the words are asked for."""
        if _WORDED.search(self._question):
            return frozenset()
        return frozenset(word.word[:_ROOT] for wanted in self._wanted for word in wanted.telling)

    @cached_property
    def _asked(self) -> TellingClause:
        return TellingClause(self._question)

    def by(self, text: str) -> bool:
        """Return whether an answer says every word of an accepted text in its own."""
        if len(text) > _LONGEST or not self._beginnings or self._beginnings.isdisjoint(_beginnings(text)):
            return False
        said = TellingClause(text)
        return any(self._says(said, wanted) for wanted in self._wanted)

    def _says(self, said: TellingClause, wanted: TellingClause) -> bool:
        persons = [word for word in wanted.telling if names_person(word.word)]
        places = _places(said.telling, wanted, self._asked.telling, of_person=bool(persons))
        return (
            places is not None
            and self._agrees(said, wanted)
            and _is_in_order(places, said, wanted)
            and not self._adds(said, wanted, places)
        )

    def _agrees(self, said: TellingClause, wanted: TellingClause) -> bool:
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
        if said.agent < 0 and shared != [name for name in wanted.names if name in shared]:
            return False
        if not self._has_figures(said, wanted) or not all(
            _governs_alike(said, *each) for each in wanted.governed.items()
        ):
            return False
        return not any(_turns(line, said.forms, wanted.forms, self._asked.forms) for line in known_words().turns)

    def _has_figures(self, said: TellingClause, wanted: TellingClause) -> bool:
        told = [
            each for each in said.figures if not _is_among(each, self._asked.figures) or _is_among(each, wanted.figures)
        ]
        if len(told) != len(wanted.figures) or not all(map(Figure.equals, told, wanted.figures)):
            return False
        values = [each.value for each in wanted.figures]
        digits = said.digits - wanted.digits - self._asked.digits
        return all(len(each) <= _LONG and Fraction(each) in values for each in digits)  # "under-18s"

    def _adds(self, said: TellingClause, wanted: TellingClause, places: Mapping[int, int]) -> bool:
        """Return whether an answer has a word that is neither accepted nor asked and might turn what it says."""
        if (said.forms & known_words().loaded) - wanted.forms or bool(said.forms & _ONLY) is not bool(
            wanted.forms & _ONLY
        ):
            return True
        own, plain = frozenset(places.values()), known_words().plain
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


def _is_among(figure: Figure, others: Iterable[Figure]) -> bool:
    return any(map(figure.equals, others))


def _beginnings(text: str) -> list[str]:
    return [word[:_ROOT] for word in letters_in(text)]


def _places(
    said: Sequence[Marked], wanted: TellingClause, asked: Sequence[Marked], *, of_person: bool
) -> dict[int, int] | None:
    """Return where each word wanted is said; None where one is neither said, nor plain, nor a thing that the question names."""
    places: dict[int, int] = {}
    for number, word in enumerate(wanted.telling):
        found = [place for place, each in enumerate(said) if _alike(each, word, of_person=of_person)]
        if found:
            places[number] = next((place for place in found if place not in places.values()), found[0])
        elif not {word.word, word.form} & (known_words().light | wanted.found) and (
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
    if _is_people(one, other) or _is_people(other, one):
        return True
    first, second = _root(one.word), _root(other.word)
    if min(len(first), len(second)) < _ROOT or (one.word[-2:] in _AGENTS) is not (other.word[-2:] in _AGENTS):
        return False  # a trainer and training
    return abs(len(first) - len(second)) <= _OTHER_LETTERS and (first.startswith(second) or second.startswith(first))


def _is_people(one: Marked, country: Marked) -> bool:
    """Return whether a word is the adjective of a country: "the Dutch plants", "the plants in the Netherlands"."""
    known = peoples()
    return one.word in (known.get(country.word), known.get(f"{country.word}s"))


def _root(word: str) -> str:
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _ROOT), word)


def _is_in_order(places: Mapping[int, int], said: TellingClause, wanted: TellingClause) -> bool:
    """Return whether words that have changed places are in others of a clause that is put in another way, and not of another."""
    own = list(places.values())
    if said.ordered is not wanted.ordered or (own != sorted(own) and wanted.ordered):
        return False
    if (said.agent < 0) is not (
        wanted.agent < 0
    ):  # who does it stands behind "by" in one of them, and first in the other
        return (
            own[0] >= said.agent
            if said.agent >= 0
            else any(places.get(number) == min(own) for number in range(wanted.agent, len(wanted.telling)))
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


def _governs_alike(said: TellingClause, name: str, word: Marked) -> bool:
    """Return whether a preposition or figure stands before the same thing: no "turn it into a cinema" for into a library."""
    if name in said.governed:
        return _alike(said.governed[name], word)
    return name != "with" and name not in said.forms


def _turns(line: Iterable[frozenset[str]], said: frozenset[str], wanted: frozenset[str], asked: frozenset[str]) -> bool:
    """Return whether an answer has one side of a pair where the accepted text has another."""
    sides = tuple(line)
    theirs = [side for side in sides if side & wanted]
    asked = frozenset(word for word in asked if len(word) >= _ROOT)  # "according to" allows no other "to"
    return bool(theirs) and any(side & said and not side & wanted and not side & asked for side in sides)
