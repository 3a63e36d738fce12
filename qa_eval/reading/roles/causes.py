"""Causes told by conjunctions as frames: "Y because X", "X, so Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.roles.fillers import Frame, read_filler
from qa_eval.reading.roles.lexicon import lexicon, verb_stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.reading.roles.tokens import Token

_TOLD = (
    regex(r"\W*because\s+(?!of\b)(?P<cause>[^,;.]+),\s*(?P<effect>[^;.]+)", re.IGNORECASE),
    regex(r"(?:\A|[;.]\s)(?P<effect>[^;.]*?[^\s;.,]),?\s+because\s+(?!of\b)(?P<cause>[^;.]+)", re.IGNORECASE),
    regex(
        r"(?:\A|[;.]\s)(?P<cause>[^;.]*?[^\s;.,]),\s+(?:and\s+)?(?:so|therefore|hence|which is why|that is why|with the result that)\s+(?P<effect>[^;.]+)",
        re.IGNORECASE,
    ),
)
_DENIED = regex(r"\b(?:not|never|only|just)\b|n't\b", re.IGNORECASE)
_TELLING = frozenset(("because", "so", "therefore", "hence", "why", "result"))


def causes_in(text: str, tokens: Sequence[Token]) -> Iterator[Frame]:
    """Yield the cause and effect that a conjunction of a statement joins."""
    if _TELLING.isdisjoint(token.word for token in tokens):
        return
    for told in _TOLD:
        found = told.search(text)
        if found is not None and _DENIED.search(found["effect"]) is None:
            relation = lexicon().verbs[verb_stem("cause")][0].relation
            parts = {part: read_filler(found[part]) for part in ("cause", "effect")}
            yield Frame(relation, opposite=False, parts=parts, negated=False, aside=False, place=0, clause="")
            return
