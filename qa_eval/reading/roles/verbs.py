"""The verbs of a statement by their forms and what stands before them, and what belongs to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.roles.lexicon import lexicon, verb_stem
from qa_eval.reading.roles.words import (
    BE,
    DETERMINERS,
    DO,
    GAP,
    GOT,
    HAVE,
    HELPING,
    JOINING,
    MODAL,
    NOT,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
)

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from qa_eval.reading.roles.tokens import Token

_FEW = 4  # words between a verb and what helps it
_ING = "ing"


def verbs_in(tokens: Sequence[Token], known: Container[str]) -> list[int]:
    """Return the places of verbs, those that help one left out; what is none by its form has to be known."""
    return [place for place in range(len(tokens)) if _is_verb(tokens, place, known)]


def _is_verb(tokens: Sequence[Token], place: int, known: Container[str]) -> bool:
    """Return whether a token is a verb there, a helping one with nothing to help counted as well."""
    token = tokens[place]
    if not token.is_word or token.name or token.word in PREPOSITIONS or token.word in RELATIVE:
        return False
    before, after = _before(tokens, place), tokens[place + 1] if place + 1 < len(tokens) else None
    if token.word in HELPING:
        return not _helps(tokens, place)
    if before is None:
        return token.past and after is not None and after.word == "by"
    if before.word in HELPING or before.word in GOT:
        return fits(token, before)
    if before.word == "to":
        return not token.past and after is not None and not token.word.endswith("s") and verb_stem(token.word) in known
    if before.word in DETERMINERS or before.word.endswith("'s") or before.word in PREPOSITIONS:
        return False
    return token.past or (verb_stem(token.word) in known and _is_finite(token, before, after))


def _is_finite(token: Token, before: Token, after: Token | None) -> bool:
    if token.word.endswith(_ING):
        return before.word in {",", "and"}
    plain = before.word in PRONOUNS or before.word in RELATIVE or before.word == GAP
    if not before.is_word and not before.name and not plain:
        return False
    if after is None:
        return plain
    if token.word.endswith("s") and not token.word.endswith("ss"):
        return plain or (not after.past and after.word not in HELPING | {"of", "and", "or"} and after.is_word)
    return plain or (is_plural(before) and verb_stem(token.word) in lexicon().verbs and _begins_noun(after))


def is_plural(token: Token) -> bool:
    """Return whether a noun is a plural by its form: "the larvae prey on"."""
    return token.word.endswith(("s", "ae", "men", "children", "people")) and not token.word.endswith(("'s", "ss"))


def _begins_noun(token: Token) -> bool:
    """Return whether a noun, or a preposition that is no "of", begins there."""
    if token.word in DETERMINERS or token.word in PRONOUNS or token.capital or token.word[-1].isdigit():
        return True
    return token.word in PREPOSITIONS and token.word != "of"


def fits(token: Token, before: Token) -> bool:
    """Return whether a form goes with the helping verb before it."""
    if before.word in BE or before.word in GOT:
        return token.past or token.word.endswith(_ING)
    if before.word in HAVE:
        return token.past
    return before.word in DO | MODAL and token.word not in DETERMINERS


def _helps(tokens: Sequence[Token], place: int) -> bool:
    """Return whether another verb follows a helping one."""
    for token in tokens[place + 1 : place + 1 + _FEW]:
        if token.is_adverb or token.word in NOT:
            continue
        return token.word in BE | HAVE or fits(token, tokens[place])
    return False


def _before(tokens: Sequence[Token], place: int) -> Token | None:
    """Return the token before a place, adverbs and negatives passed over."""
    for token in reversed(tokens[max(0, place - _FEW) : place]):
        if not token.is_adverb and token.word not in NOT:
            return token
    return None


def group_of(tokens: Sequence[Token], place: int) -> tuple[int, tuple[str, ...], bool]:
    """Return where a verb's group begins, the helping verbs, and whether it is denied."""
    helping: list[str] = []
    negated, start = False, place
    while start:
        token = tokens[start - 1]
        if token.word in HELPING or (token.word in GOT and tokens[place].past):
            helping.append(token.word)
        elif token.word in NOT:
            negated = True
        elif not token.is_adverb:
            break
        start -= 1
    return start, tuple(helping), negated


def _is_within_subject(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a clause has "is" or another verb that helps beside the participle at ``place``, which tells of a noun then."""
    for each in range(place - 1, -1, -1):
        token = tokens[each]
        if token.is_edge or token.word in JOINING or token.word in RELATIVE or token.word in {"and", ","}:
            break
        if token.word in BE:
            return True  # "was the first man sent into"
    for each in range(place + 1, len(tokens)):
        token = tokens[each]
        if token.is_edge or token.word in JOINING or token.word in RELATIVE or token.word == "and":
            return False
        if token.word in BE | HAVE | MODAL:
            return True
    return False


def is_passive(tokens: Sequence[Token], place: int, helping: tuple[str, ...]) -> bool:
    """Return whether a verb with what helps it tells what is done to its subject."""
    if tokens[place].word in HELPING or not tokens[place].past:
        return False
    if helping:
        return helping[0] in BE or helping[0] in GOT
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is not None and behind.word in PREPOSITIONS and behind.word != "by" and _is_within_subject(tokens, place):
        return True  # "the acid contained in grapes is"
    by = next((each for each in (place + 1, place + 2) if each < len(tokens) and tokens[each].word == "by"), None)
    return by is not None and by + 1 < len(tokens) and not tokens[by + 1].is_figure


def particle_of(tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    """Return the particle that stands right behind a verb, if that verb has it."""
    for entry in lexicon().verbs.get(verb_stem(tokens[place].word), ()):
        behind = tokens[place + 1 : place + 1 + len(entry.particle)]
        if entry.particle and entry.particle == tuple(token.word for token in behind):
            return entry.particle
    return ()
