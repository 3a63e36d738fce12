"""Who or what is said to be something: "Ann was the buyer of it"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.roles.nouns import Range, noun_end, noun_start
from qa_eval.reading.roles.verbs import verbs_in
from qa_eval.reading.roles.words import BE, DETERMINERS, HELPING, JOINING, NOT, PREPOSITIONS, PRONOUNS, RELATIVE

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from qa_eval.reading.roles.tokens import Token

_OWN = frozenset(("his", "her", "its", "their"))
_FEW = 4  # words between an article and its noun


class Link(NamedTuple):
    """Who or what is said to be something ("S"), what it is that of, and whether that is denied."""

    slots: dict[str, Range]
    negated: bool


def link_of(tokens: Sequence[Token], place: int, known: Container[str]) -> Link | None:
    """Return who is said to be what the noun at ``place`` names: "Ann was the buyer of it"; None for nobody."""
    verbs = verbs_in(tokens, known)
    begin = place
    while (
        begin
        and place - begin < _FEW
        and (
            tokens[begin - 1].word in DETERMINERS
            or tokens[begin - 1].word.endswith("'s")
            or _is_adjective(tokens[begin - 1])
        )
    ):
        begin -= 1
    end = place + 1
    slots: dict[str, Range] = {}
    while end < len(tokens) and tokens[end].word in {"of", "for", "to", "from", "behind"}:
        stop = noun_end(tokens, verbs, end + 1)
        slots.setdefault(tokens[end].word, (end + 1, stop))
        end = stop
    owner = next(
        (each for each in range(begin, place) if tokens[each].word.endswith("'s") or tokens[each].word in _OWN), None
    )
    if owner is not None:
        slots.setdefault("of", (owner if tokens[owner].word in _OWN else noun_start(tokens, verbs, begin), owner + 1))
    start, negated = begin, False
    while start and tokens[start - 1].word in NOT | {"merely", "only"}:
        start, negated = start - 1, negated or tokens[start - 1].word in NOT
    if start and tokens[start - 1].word in BE and start - 1 in verbs:
        subject = noun_start(tokens, verbs, start - 1)
        slots["S"] = (subject, start - 1)
    elif end < len(tokens) and end in verbs and tokens[end].word in BE:
        negated = end + 1 < len(tokens) and tokens[end + 1].word in NOT
        slots["S"] = (end + 1 + negated, noun_end(tokens, verbs, end + 1 + negated))
    return Link(slots, negated) if "S" in slots and slots["S"][0] < slots["S"][1] else None


def _is_adjective(token: Token) -> bool:
    """Return whether a word can stand between an article and its noun."""
    return (
        token.is_word
        and token.word not in HELPING
        and token.word not in NOT
        and token.word not in PREPOSITIONS
        and token.word not in PRONOUNS | RELATIVE | JOINING | {"and"}
    )
