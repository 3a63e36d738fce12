"""A clause as words that tell something, and what tells it from another clause of the same words."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import is_small
from qa_eval.scorers._words.marked import Kind, marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from qa_eval.scorers._words.marked import Marked

_TELLING = frozenset((Kind.WORD, Kind.PLACE))
_NAME = regex(r"\b[A-Z][\w-]+")
_LETTERS = regex(r"[a-z]+")
_DIGITS = regex(r"\d+")
_WAY = regex(r"\b(to|by|from)\s+(?=\W?\d)")  # cut to 64 kbit/s, or by as much
_MODAL = regex(r"\b(?:may|might|could|can|cannot|able)\b")
_IT = regex(r"\b(?:him|her|it|them|us|me)\W*$")  # at the end of an answer
# one thing and not another, one more than another
_ORDERED = regex(r"\bthan\b|\binstead of\b|(?:,|\bbut|\band) (?:not|never)\b")
_DENYING = regex(
    r"\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|unable|fail\w*|refus\w+|declin\w+|lack\w*|stop\w*|prevent\w*|avoid\w*"
    r"|forb\w+|prohibit\w*|illegal|impossible|unless|hardly|barely)\b|n't\b",
)
# what tells something of the word behind it
_GOVERNS = frozenset("into from against for with towards before after until nobody nothing none".split())  # noqa: SIM905 - a word list reads best as one text


class KnownWords(NamedTuple):
    """Pairs of which one side turns a clause, meanings of what tells where and when, and words that an answer may not add, may add and may leave out."""

    turns: tuple[tuple[frozenset[str], ...], ...]
    places: frozenset[str]
    loaded: frozenset[str]
    plain: frozenset[str]
    light: frozenset[str]


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
        )

    @cached_property
    def forms(self) -> frozenset[str]:
        """All words as they stand, and what they are inflected forms of."""
        told = (form for word in self.words for form in (word.word, word.form))
        return frozenset((*letters_in(self._text), *told))

    @cached_property
    def figures(self) -> tuple[Fraction, ...]:
        """Figures but for one, in their order."""
        return tuple(each.value for each in read_quantities(self._text) if each.value != 1)

    @cached_property
    def digits(self) -> frozenset[str]:
        """Digits, in figures or within words."""
        return frozenset(_DIGITS.findall(self._lowered))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Words with a capital."""
        return tuple(_NAME.findall(self._text))

    @cached_property
    def denials(self) -> int:
        """How many words deny something."""
        return len(_DENYING.findall(self._lowered))

    @cached_property
    def ways(self) -> frozenset[str]:
        """To, by or from before figures."""
        return frozenset(_WAY.findall(self._lowered))

    @cached_property
    def where(self) -> frozenset[str]:
        """What tells one place by a thing, or one time by it, from another."""
        return frozenset(word.meaning for word in self.words if word.meaning in known_words().places)

    @cached_property
    def governed(self) -> Mapping[str, Marked]:
        """Words that tell something by the figure or preposition before them."""
        return _governed(self.words, self.telling)

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


def _governed(words: Sequence[Marked], telling: Sequence[Marked]) -> dict[str, Marked]:
    found: dict[str, Marked] = {}
    for word in words:
        if word.meaning[0].isdigit() or word.word in _GOVERNS:
            figures = () if word.meaning[0].isdigit() else (each for each in words if each.meaning[0].isdigit())
            behind = min((each for each in (*telling, *figures) if each.start > word.start), default=None, key=_start)
            if behind is not None:
                found.setdefault(word.meaning, behind)
    return found


def _start(word: Marked) -> int:
    return word.start
