"""What stands in a part of a matter, and a matter with all its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.roles.tokens import tokens_of
from qa_eval.reading.roles.words import DETERMINERS, GAP, HELPING, PREPOSITIONS, PRONOUNS, RELATIVE
from qa_eval.reading.verbs import stem_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.reading.roles.lexicon import Relation
    from qa_eval.reading.roles.nouns import Range
    from qa_eval.reading.roles.tokens import Token

_SMALL = HELPING | DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVE | {"and", "or", "not", "only", "also", "both", ","}
_MUCH = frozenset(("number", "numbers", "amount", "amounts", "quantity", "quantities", "volume", "volumes"))
_MOST_BEFORE = 3  # tokens up to the noun of "the total number of"
ASKED = (-1, -1)  # a place for it


class Filler(NamedTuple):
    """What stands in a part: its text, the stems of the words that name it, none for a pronoun, and of all its words."""

    texts: tuple[str, ...]
    stems: frozenset[str]
    gap: bool = False
    whole: frozenset[str] = frozenset()
    figure: bool = False

    @property
    def known(self) -> bool:
        """Whether it names something."""
        return bool(self.stems) and not self.gap


class Frame(NamedTuple):
    """One matter that a statement tells: its relation, whether the opposite of it, who is in which part, how it is told."""

    relation: Relation
    opposite: bool
    parts: Mapping[str, Filler]
    negated: bool
    aside: bool
    place: int  # of the verb
    clause: str  # all that it is told in


def filler_of(text: str, tokens: Sequence[Token], spans: Sequence[Range]) -> Filler:
    """Return what stands in a slot; of "the firm from Oslo" the firm alone tells."""
    texts: list[str] = []
    stems: set[str] = set()
    whole: set[str] = set()
    gap = False
    for start, end in spans:
        if (start, end) == ASKED:
            gap = True
            continue
        inside = tokens[start:end]
        gap = gap or any(token.word == GAP for token in inside)
        inside = [token for token in inside if token.word != GAP]
        cut = next(
            (place for place, token in enumerate(inside) if place and token.word in PREPOSITIONS - {"of", "by", "as"}),
            len(inside),
        )
        if not inside:
            continue
        texts.append(text[inside[0].start : inside[-1].end])
        stems.update(stems_in(inside[_named_from(inside) : cut]))
        whole.update(stems_in(inside))
    first = tokens[slice(*spans[0])] if spans and spans[0] != ASKED else ()  # an unfinished clause has nothing there
    figure = bool(first) and first[0].is_figure
    return Filler(tuple(texts), frozenset(stems), gap, frozenset(whole), figure)


def _named_from(inside: Sequence[Token]) -> int:
    """Return the place of the first token that names something: "passengers" of "the number of passengers"."""
    place = next((place for place, token in enumerate(inside[:_MOST_BEFORE]) if token.word in _MUCH), None)
    counts = place is not None and place + 2 < len(inside) and inside[place + 1].word == "of"
    return place + 2 if counts and place is not None else 0


def stems_in(tokens: Sequence[Token]) -> set[str]:
    """Return the stems of the words that name something."""
    return {
        stem_of(token.word.removesuffix("'s").rstrip("'"))
        for token in tokens
        if (token.word not in _SMALL or token.name)
        and (token.is_word or token.word[-1].isdigit())
        and not token.is_adverb
    }


def read_filler(text: str) -> Filler:
    """Return a text as what stands in a part."""
    stems = frozenset(stems_in(tokens_of(text)))
    return Filler((text,), stems, whole=stems)
