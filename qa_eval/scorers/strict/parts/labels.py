"""What tells one thing from others of its sort: "the second concert" from the first, "the margin for 2021" from that for 2022."""

from __future__ import annotations

from typing import NamedTuple

from qa_eval.reading.calendar import SURE_MONTHS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of

YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
NAME = regex(r"\b[A-Z][\w-]+")
_WORD = regex(r"[a-z0-9]+(?:['-][a-z]+)*")
_JOINED = regex(
    r"\b(?:for|of|in|at|to|on|among|from)\s+(?:(?:the|its|his|her|their|all)\s+)?(?P<what>[a-z][a-z-]+)(?:\s+and\s+(?P<too>[a-z][a-z-]+))?"
)
_DOCUMENT_STEMS = frozenset(
    stem_of(word)
    for word in """text article passage document report source story piece page notice letter statement whole far now them
    those""".split()  # noqa: SIM905 - a word list reads best as one text
)
# of each kind, what one thing has and another of its sort does not: years are one kind more, names and what prepositions join two
_KINDS = (
    SURE_MONTHS,
    *(
        frozenset(kind.split())
        for kind in (
            "first second third fourth fifth sixth seventh eighth ninth tenth last final",
            "spring summer autumn winter morning afternoon evening night",
            "q1 q2 q3 q4 h1 h2",
            "old new former current previous next original earlier later older newer younger",
            "men women boys girls man woman boy girl male female men's women's boys' girls' ladies gentlemen",
            "north south east west northern southern eastern western upper lower left right inner outer",
            "net gross operating pre-tax domestic foreign",
        )
    ),
)
_OF_KIN = frozenset(
    """brother sister father mother wife husband son daughter uncle aunt cousin friend colleague neighbour twin
    partner""".split()  # noqa: SIM905 - a word list reads best as one text
)
_NOBODY_ELSE = frozenset(("-",))


class Labels(NamedTuple):
    """What tells one thing from others of its sort: names, what prepositions join, and words of several kinds."""

    joined: frozenset[str]
    kinds: tuple[frozenset[str], ...]

    def are_others(self, asked: Labels) -> bool:
        """Return whether they name something else than what is asked."""
        joined = bool(asked.joined) and bool(self.joined - asked.joined) and not self.joined & asked.joined
        return joined or any(is_another(*pair) for pair in zip(self.kinds, asked.kinds, strict=True))

    def are_other_labels(self, asked: Labels) -> bool:
        """Return whether they are of another name, year or kind than what is asked, and none of those."""
        pairs = tuple(zip(self.kinds, asked.kinds, strict=True))
        return any(is_another(*pair) for pair in pairs) and not any(
            said & own for said, own in pairs if own is not _NOBODY_ELSE
        )


def is_another(said: frozenset[str], own: frozenset[str]) -> bool:
    """Return whether labels of a kind are of another thing than those that are asked for."""
    return bool(own) and bool(said - own) and not said & own


def labels_of(text: str) -> Labels:
    """Return the labels of a text.

    >>> labels_of("It was 9 % in 2021.").are_others(labels_of("What was it in 2022?")), labels_of("the first").are_others(labels_of("How long is the first?"))
    (True, False)
    """
    first = NAME.match(text.lstrip(" \"'"))
    names = NAME.findall(text)
    joined = [word for found in _JOINED.finditer(text) for word in (found["what"], found["too"]) if word]
    told = frozenset(_WORD.findall(text.lower()))
    own = frozenset(word.removesuffix("'s") for word in told)
    return Labels(
        frozenset(map(stem_of, joined)) - _DOCUMENT_STEMS,
        (
            frozenset(YEAR.findall(text)),
            frozenset(map(stem_of, map(str.lower, names[1:] if first else names))),
            (own & _OF_KIN) or _NOBODY_ELSE,
            *(own & kind for kind in _KINDS),
        ),
    )
