"""A clause as words that tell something, and what tells it from another clause of the same words."""

from __future__ import annotations

import itertools
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers._words.alike import is_small
from qa_eval.scorers._words.marked import Kind, Marked, marked
from qa_eval.scorers._words.spans import Spans
from qa_eval.scorers._words.wording import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from qa_eval.model import Bound
    from qa_eval.reading.quantities import Quantity

_FOUND = frozenset(("found", "detected", "discovered"))
_TELLING = frozenset((Kind.WORD, Kind.PLACE))
_NAME = regex(r"\b[A-Z][\w-]+")
_LETTERS = regex(r"[a-z]+")
_DIGITS = regex(r"\d+")
_WAY = regex(r"\b(to|by|from)\s+(?=\W?\d)")  # cut to 64 kbit/s, or by as much
_MODAL = regex(r"\b(?:may|might|could|can|cannot|able)\b")
_IT = regex(r"\b(?:him|her|it|them|us|me)\W*$")  # at the end of an answer
# one thing and not another, one more than another
_ORDERED = regex(r"\bthan\b(?! \W?\d)|\binstead of\b|(?:,|\bbut|\band) (?:not|never)\b")
_DENYING = regex(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|unable|fail\w*|refus\w+|declin\w+|lack\w*|stop\w*|prevent\w*|avoid\w*"
    r"|forb\w+|prohibit\w*|illegal|impossible|unless|hardly|barely)\b|n't\b",
)
# what tells something of the word behind it
_GOVERNS = frozenset("into from against for with towards before after until nobody nothing none".split())  # noqa: SIM905 - a word list reads best as one text


_MEASURE = Marked("#", Kind.WORD, "#", 0, 0, "#")  # stands for any: figures are compared by themselves


class KnownWords(NamedTuple):
    """Pairs of which one side turns a clause, meanings of what tells where and when, and words that an answer may not add, may add and may leave out."""

    turns: tuple[tuple[frozenset[str], ...], ...]
    places: frozenset[str]
    loaded: frozenset[str]
    plain: frozenset[str]
    light: frozenset[str]


class Figure(NamedTuple):
    """A figure of a clause: its value, "" or its unit, the end of a range, and its bound."""

    value: Fraction
    unit: str
    high: Fraction | None
    bound: Bound

    def equals(self, other: Figure) -> bool:
        """Return whether another figure is the same, in whatever unit."""
        if self.bound is not other.bound or (self.high is None) is not (other.high is None):
            return False
        ends = ((self.value, other.value), (self.high, other.high))
        return all(one is None or convert(one, self.unit, other.unit) == two for one, two in ends)


class TellingClause:
    """A clause; what tells it from others of the same words is read when it has them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lowered = text.lower().replace("\u2019", "'")
        self.words = marked(text, near=True)
        # those that say what there is to say
        self.telling = tuple(
            word
            for word in self.words
            if word.kind in _TELLING
            and not word.meaning[0].isdigit()
            and word.word[0].isalnum()
            and not is_small(word.meaning)
            and not self._measures.hold(word.start)
        )

    @cached_property
    def _measures(self) -> Spans:
        return Spans((each.start, each.end) for each in self._quantities if each.unit)

    @cached_property
    def _quantities(self) -> tuple[Quantity, ...]:
        return tuple(read_quantities(plain(self._text)))

    @cached_property
    def forms(self) -> frozenset[str]:
        """All words as they stand, and what they are inflected forms of."""
        told = (form for word in self.words for form in (word.word, word.form))
        return frozenset((*letters_in(self._text), *told))

    @cached_property
    def found(self) -> frozenset[str]:
        """Words that say no more than that there is something: "cracks were found in it"."""
        return frozenset(
            word.word
            for before, word in itertools.pairwise(self.words)
            if before.kind is Kind.BE and word.word in _FOUND
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Figures but for one, in their order."""
        told = (each for each in self._quantities if each.value != 1 or each.unit)
        return tuple(Figure(each.value, each.unit, each.high, each.bound) for each in told)

    @cached_property
    def digits(self) -> frozenset[str]:
        """Digits that are part of no figure, as those within words."""
        measures = Spans((each.start, each.end) for each in self._quantities)
        return frozenset(found[0] for found in _DIGITS.finditer(plain(self._text)) if not measures.hold(found.start()))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Words with a capital."""
        return tuple(_NAME.findall(self._text))

    @cached_property
    def denials(self) -> int:
        """How many words deny something, "neither" and its "nor" as one."""
        found = _DENYING.findall(self._lowered)
        return len(found) - (found.count("nor") if "neither" in found else 0)

    @cached_property
    def ways(self) -> frozenset[str]:
        """To, by or from before figures."""
        return frozenset(_WAY.findall(self._lowered))

    @cached_property
    def where(self) -> frozenset[str]:
        """What tells one place by a thing, or one time by it, from another."""
        ranges = {each.start for each in self._quantities if each.high is not None}  # "between 2 and 8 °C"
        told = (word for word in self.words if word.meaning in known_words().places and word.end + 1 not in ranges)
        return frozenset(word.meaning for word in told)

    @cached_property
    def governed(self) -> Mapping[str, Marked]:
        """Words that tell something by the figure or preposition before them."""
        return _governed(self.words, self.telling, self._measures)

    @cached_property
    def possible(self) -> bool:
        """Whether it is no more than possible."""
        return _MODAL.search(self._lowered) is not None

    @cached_property
    def ends_in_it(self) -> bool:
        """Whether it ends with a pronoun."""
        return _IT.search(self._lowered) is not None

    @cached_property
    def owners(self) -> int:
        """How many things belong to something named before them."""
        return self._lowered.count("'s") + self._lowered.count("s' ")

    @cached_property
    def agent(self) -> int:
        """The place among the telling words before which "by" stands; -1 for none."""
        by = next((word.start for word in self.words if word.word == "by"), None)
        return -1 if by is None else sum(word.start < by for word in self.telling)

    @cached_property
    def ordered(self) -> bool:
        """Whether it tells one thing and not another, or one more than another."""
        return _ORDERED.search(self._lowered) is not None


def letters_in(text: str) -> list[str]:
    """Return the runs of plain letters of a text, in lower case."""
    return _LETTERS.findall(text.lower())


@cache
def known_words() -> KnownWords:
    """Return what covered.txt has."""
    text = Path(__file__).with_name("covered.txt").read_text(encoding="utf-8")
    turns, places, loaded, plain, light = (
        section.partition("\n")[2].strip().splitlines() for section in text.split("\n# ")[1:]
    )
    return KnownWords(
        tuple(tuple(frozenset(side.split("/")) for side in line.split()) for line in turns),
        frozenset(word.meaning for place in places for word in marked(place, near=True)),
        frozenset(" ".join(loaded).split()),
        frozenset(" ".join(plain).split()),
        frozenset(" ".join(light).split()),
    )


def _governed(words: Sequence[Marked], telling: Sequence[Marked], measures: Spans) -> dict[str, Marked]:
    found: dict[str, Marked] = {}
    for word in words:
        if measures.hold(word.start):
            continue
        if word.meaning[0].isdigit() or word.word in _GOVERNS:
            figures = () if word.meaning[0].isdigit() else (each for each in words if each.meaning[0].isdigit())
            behind = min((each for each in (*telling, *figures) if each.start > word.start), default=None, key=_start)
            if behind is not None:
                found.setdefault(word.meaning, _MEASURE if measures.hold(behind.start) else behind)
    return found


def _start(word: Marked) -> int:
    return word.start
