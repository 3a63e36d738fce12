"""Another place or thing that an answer gives, where the accepted one is of the same region, near it or one of others."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions, stand_among_others
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.listed import is_known, says
from qa_eval.scorers.lenient.openings import openings
from qa_eval.scorers.lenient.passing import is_said_near
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted
    from qa_eval.scorers.lenient.words import Word

_OTHERS = regex(
    r"(?:(?:some|its|the|his|her|their|further|many|there are|among)(?: the| its)? )?(?:others?|another|nearby)\b",
    re.IGNORECASE,
)
MOST = 90  # words of an answer that gives one thing and lists others


def is_elsewhere(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer names another place of the same region: "Galway, Ireland" for "Cork, Ireland"."""
    placed = [each for each in asked.wanted if each.head]
    if not placed or any(says(frozenset(each.head), said) for each in placed):
        return None
    if _placed_otherwise(placed, asked, said) is not None:
        return Decision(0.2, Reason.WRONG_WORDS, "another place of the same country or region")
    return None


def is_near_it(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer names another place of the region, and the accepted one only to say how far it is: "Galway, Ireland, two hours from Cork"."""
    placed = [each for each in asked.wanted if each.head]
    other = _placed_otherwise(placed, asked, said) if placed else None
    if other is None:
        return None
    heads = frozenset(form for each in placed for form in each.head)
    own = [word for word in said.words if word.form in heads]
    if own and all(word.start > other.end and is_said_near(said.plain, other.end, word.start) for word in own):
        return Decision(0.2, Reason.WRONG_WORDS, "another place of the same country or region")
    return None


def _placed_otherwise(placed: Sequence[Wanted], asked: Asked, said: Said) -> Word | None:
    """Return the name before a comma and the region of the accepted places, where it is another one."""
    placing = frozenset(form for each in placed for form in each.golden.difference(each.head))
    for before, word in pairwise(said.words):
        comma = said.plain[before.end : word.start] == ", "
        if comma and before.capital and word.form in placing and not is_known(before.form, asked):
            return before
    return None


def is_one_of_others(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer opens with another name, and a later sentence lists the accepted one among others: "It is Vane. … Other towns are Hill and Arden"."""
    if asked.is_negated or asked.only_figures or asked.dates or len(said.words) > MOST or len(said.sentences) == 1:
        return None
    spans = mentions(asked, said) if "other" in said.plain.lower() else []
    if not spans or spans[0][0] < said.sentences[1] or not all(_is_in_others(said, start) for start, _ in spans):
        return None
    if asked.asks_several or not stand_among_others(said, spans):
        return None
    head = next((each for each in openings(asked, said, said.sentences[1]) if each), ())
    own = [word for word in head if word.form not in SMALL]
    if not own or own[-1].end > said.sentences[1] or not all(word.capital and is_strange(word, asked) for word in own):
        return None
    given = said.plain[own[0].start : own[-1].end]
    return Decision(0.2, Reason.WRONG_NAME, f'gives "{given[:60]}" instead')


def _is_in_others(said: Said, start: int) -> bool:
    """Return whether a place stands in a sentence that is about others."""
    return _OTHERS.match(said.plain, max(begin for begin in said.sentences if begin <= start)) is not None
