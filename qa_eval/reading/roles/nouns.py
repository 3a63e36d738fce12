"""Where what stands before and behind a verb begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.roles.words import DETERMINERS, HELPING, JOINING, PREPOSITIONS, PRONOUNS, RELATIVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.roles.tokens import Token

Range = tuple[int, int]  # places of tokens


def noun_start(tokens: Sequence[Token], verbs: Sequence[int], start: int) -> int:
    """Return where what stands before a verb begins: behind the last edge, conjunction or verb."""
    begin, joined = start, False
    while begin:
        token = tokens[begin - 1]
        if (
            token.is_edge
            or token.word in RELATIVE
            or token.word in JOINING
            or begin - 1 in verbs
            or token.word in HELPING
        ):
            if begin - 1 in verbs and not token.is_edge:
                cut = next((place for place in range(start - 1, begin - 1, -1) if tokens[place].word == "and"), None)
                return begin if cut is None else cut + 1
            break
        if token.word == "," and not joined:
            break
        joined = joined or token.word in {"and", "or"}
        begin -= 1
    return begin


def noun_end(tokens: Sequence[Token], verbs: Sequence[int], begin: int) -> int:
    """Return where what begins there ends: before the next edge, preposition, pronoun of a relative clause or verb."""
    end = begin
    while end < len(tokens):
        token = tokens[end]
        if token.is_edge or token.word in RELATIVE or token.word in JOINING or end in verbs or token.word in HELPING:
            break
        if token.word in PREPOSITIONS and token.word != "of" and end > begin:
            break
        if token.word == "," and not _goes_on(tokens, verbs, end):
            break
        end += 1
    return _without_next_subject(tokens, verbs, begin, end)


def _without_next_subject(tokens: Sequence[Token], verbs: Sequence[int], begin: int, end: int) -> int:
    """Return where an object ends, the subject of a verb that follows left out: "A beat B and C …"."""
    if end < len(tokens) and (end in verbs or tokens[end].word in HELPING):
        cut = next((place for place in range(end - 1, begin - 1, -1) if tokens[place].word == "and"), None)
        if cut is not None:
            return cut
    return end


def _goes_on(tokens: Sequence[Token], verbs: Sequence[int], comma: int) -> bool:
    """Return whether a comma stands in a list: "A, B and C"."""
    for place in range(comma + 1, len(tokens)):
        token = tokens[place]
        if (
            token.is_edge
            or place in verbs
            or token.word in RELATIVE
            or token.word in JOINING
            or token.word in PREPOSITIONS - {"of"}
        ):
            return False
        if token.word in {"and", "or"}:
            return place > comma + 1
    return False


def second_object(tokens: Sequence[Token], span: Range) -> int | None:
    """Return where the second of two objects begins: "Brisco $45 million", "Karim her old bike"."""
    first = tokens[span[0]]
    if (
        first.word in PRONOUNS
        and span[1] - span[0] > 1
        and not tokens[span[0] + 1].is_adverb
        and first.word not in {"this", "that", "these", "those", "her", "one"}
    ):
        return span[0] + 1
    for place in range(span[0] + 1, span[1]):
        token, before = tokens[place], tokens[place - 1]
        if before.word in {"and", "or", ",", "of"} or before.word in DETERMINERS or before.word in PREPOSITIONS:
            continue
        if token.word in DETERMINERS or (not token.is_word and token.word[-1].isdigit()):
            return place
    return None
