"""Comparisons as frames: who has more of it and who less, whichever of the two is told of and by whichever word."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.reading.roles.fillers import Filler, Frame, filler_of, stems_in
from qa_eval.reading.roles.lexicon import Relation, verb_stem
from qa_eval.reading.roles.words import BE, DETERMINERS, GAP, HELPING, JOINING, NOT, PREPOSITIONS, RELATIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.reading.roles.nouns import Range
    from qa_eval.reading.roles.tokens import Token

COMPARISON = "comparison"
_PARTS = frozenset(("more", "less"))
_ANY = Relation(COMPARISON, "", _PARTS)
_ER = "er"
_LEAST = 5  # letters of an unknown word that compares
_PRESENT = frozenset(("costs", "weighs", "lasts", "measures", "takes", "holds", "has", "have", "contain", "contains"))
_FEW = 5  # words between a verb and "more"
_ONE = frozenset(("one", "ones"))
_WHICH = frozenset(("which", "who", "what"))
_PLACED = frozenset(("ahead", "behind", "above", "below"))  # compare without "than"


@cache
def degrees() -> dict[str, tuple[Relation, bool]]:
    """Return the relation of each word that compares, and whether it tells of more."""
    found: dict[str, tuple[Relation, bool]] = {}
    lines = Path(__file__).with_name("degrees.txt").read_text(encoding="utf-8").splitlines()[1:]
    for place, line in enumerate(lines):
        more, less = (side.split() for side in line.split(":"))
        relation = Relation(f"{COMPARISON} of {more[0]}", COMPARISON, _PARTS) if place else _ANY
        for word in (*more, *less):
            found.setdefault(word, (relation, word in more))
    return found


def is_degree(word: str) -> bool:
    """Return whether a folded word can compare."""
    return word in degrees() or (word.endswith(_ER) and len(word) >= _LEAST)


def _degree(tokens: Sequence[Token], place: int) -> tuple[Relation, bool] | None:
    """Return what a word compares and whether it tells of more; None where it doesn't compare."""
    token = tokens[place]
    if token.name or not token.is_word:
        return None
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    known = degrees().get(token.word)
    if token.word in {"more", "less"} and behind is not None and _is_quality(tokens, place + 1):
        relation, more = _of_quality(behind.word)
        return relation, more == (token.word == "more")
    if token.word in {"more", "less"}:
        return _of_measuring(tokens, place, more=token.word == "more")
    if known is None and token.word.endswith(_ER) and len(token.word) >= _LEAST and _than(tokens, place) == place + 1:
        return _of_quality(token.word.removesuffix(_ER))
    return known


def _of_quality(word: str) -> tuple[Relation, bool]:
    """Return what an adjective compares, by its comparative where there is one, and whether that is more of it."""
    for form in (f"{word}er", f"{word}r", f"{word[:-1]}ier", f"{word}{word[-1]}er"):
        if form in degrees():
            return degrees()[form]
    return Relation(f"{COMPARISON} of {word.removesuffix('e')}", COMPARISON, _PARTS), True


def _of_measuring(tokens: Sequence[Token], place: int, *, more: bool) -> tuple[Relation, bool]:
    """Return what "more" compares: "costs more" is dearer, "weighs less" lighter."""
    for token in tokens[max(0, place - _FEW) : place]:
        if verb_stem(token.word) in _measures():
            relation, _ = degrees()[_measures()[verb_stem(token.word)]]
            return relation, more
    return _ANY, more


@cache
def _measures() -> dict[str, str]:
    pairs = (("cost", "dearer"), ("weigh", "heavier"), ("last", "longer"), ("measure", "longer"))
    return {verb_stem(verb): word for verb, word in pairs}


def _is_quality(tokens: Sequence[Token], place: int) -> bool:
    """Return whether an adjective stands there: "more toxic", not "more gold than"."""
    token, behind = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    if (
        not token.is_word
        or token.word in PREPOSITIONS
        or token.word in HELPING
        or token.name
        or token.word.endswith("s")
    ):
        return False
    return behind is None or behind.word in {"than", "one", "of"} or behind.is_edge


def comparisons_in(text: str, tokens: Sequence[Token]) -> Iterator[Frame]:
    """Yield the frames of the comparisons of a statement: "A is heavier than B", "B is the lighter of the two"."""
    for place in range(1, len(tokens)):
        degree = _degree(tokens, place)
        if degree is None:
            continue
        one = _subject(tokens, place)
        than = _than(tokens, place)
        if one is None or (than is None and not _stands_alone(tokens, place)):
            continue
        other = (than + 1, _end(tokens, than + 1)) if than is not None else None
        negated = any(token.word in NOT or token.word == "no" for token in tokens[one[1] : place])
        frame = _frame(text, tokens, degree, (one, other))
        yield frame._replace(negated=negated, place=place)


def comparison_asked(question: str, tokens: Sequence[Token]) -> Frame | None:
    """Return the comparison that a question asks about; what it asks for itself is a gap."""
    place = next((each for each in range(len(tokens)) if _degree(tokens, each) is not None), None)
    degree = None if place is None else _degree(tokens, place)
    if place is None or degree is None:
        return None
    than = _than(tokens, place)
    helping = next((each for each in range(len(tokens)) if tokens[each].word in HELPING), len(tokens))
    if tokens[0].word in _WHICH and (helping < place or _does_it(tokens, place)):
        if helping < place and not _is_so(tokens, helping, place):
            return None
        gap = (*tokens, tokens[0]._replace(word=GAP))
        other = None if than is None else (than + 1, len(tokens))
        return _frame(question, gap, degree, ((len(tokens), len(tokens) + 1), other))
    return (
        None if than is None or helping == len(tokens) else _whether(question, tokens, degree, (helping, place, than))
    )


def _is_so(tokens: Sequence[Token], helping: int, place: int) -> bool:
    """Return whether it is asked what is more so: "Which is longer?", "Which is the older?"."""
    return tokens[helping].word in BE and all(token.word == "the" for token in tokens[helping + 1 : place])


def _does_it(tokens: Sequence[Token], place: int) -> bool:
    """Return whether it is asked who does more: "Which bank pays more?", "Who scored the more goals?"."""
    verb = _deed(tokens, place)
    return verb > 0 and _is_deed(tokens, verb) and _than(tokens, place) is None


def _whether(
    question: str, tokens: Sequence[Token], degree: tuple[Relation, bool], places: tuple[int, int, int]
) -> Frame | None:
    """Return the comparison of two that both are told: "Is the red one longer than the blue one?"."""
    helping, place, than = places
    one, other = (helping + 1, place if helping < place else than), (than + 1, len(tokens))
    if one[0] >= one[1]:
        return None
    frame = _frame(question, tokens, degree, (one, other))
    if not any(token.word in _ONE for token in tokens[slice(*other)]):
        return frame
    # "the blue one" is of what the other is
    shared = stems_in([token for token in tokens[slice(*one)] if token.word not in DETERMINERS][1:])
    parts = {part: filler._replace(stems=filler.stems | shared) for part, filler in frame.parts.items()}
    return frame._replace(parts=parts)


def _deed(tokens: Sequence[Token], place: int) -> int:
    """Return where the verb stands before what compares: "pays more", "pays a higher rate"."""
    return place - 2 if tokens[place - 1].word in DETERMINERS else place - 1


def _is_deed(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a word before what compares tells what somebody does: "pays", "scored"."""
    token = tokens[place]
    if not token.is_word or token.name or token.word in PREPOSITIONS | DETERMINERS:
        return False
    return token.past or (token.word.endswith("s") and not token.word.endswith("ss"))


def _frame(
    text: str, tokens: Sequence[Token], degree: tuple[Relation, bool], sides: tuple[Range, Range | None]
) -> Frame:
    relation, more = degree
    one, other = sides
    parts: dict[str, Filler] = {"more" if more else "less": filler_of(text, tokens, [one])}
    if other is not None and other[0] < other[1]:
        parts["less" if more else "more"] = filler_of(text, tokens, [other])
    return Frame(relation, opposite=False, parts=parts, negated=False, aside=False, place=0, clause="")


def _than(tokens: Sequence[Token], place: int) -> int | None:
    """Return where what something is compared with begins: behind "than", or behind "ahead of"."""
    if tokens[place].word in _PLACED:
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        return None if behind is None or behind.is_edge or behind.word in PREPOSITIONS else place
    for each in range(place + 1, len(tokens)):
        if tokens[each].word == "than":
            return each
        if tokens[each].is_edge or tokens[each].word in JOINING:
            break
    return None


def _stands_alone(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a comparison with nothing named compares: "was quicker by 18 ms", "is the lighter of the two"."""
    if tokens[place].word in {"more", "less"} and place + 1 < len(tokens) and not tokens[place + 1].is_edge:
        place += 1
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    return behind is None or behind.is_edge or behind.word in {",", "by", "of", "one"}


def _subject(tokens: Sequence[Token], place: int) -> Range | None:
    """Return who has more or less: what stands before the verb of the clause; None where there is no verb."""
    begin = place
    while begin and not (
        tokens[begin - 1].is_edge or tokens[begin - 1].word == "," or tokens[begin - 1].word in JOINING | RELATIVE
    ):
        begin -= 1
    verb = next(
        (
            each
            for each in range(begin + 1, place)
            if tokens[each].word in HELPING | _PRESENT
            or (each == _deed(tokens, place) and _is_deed(tokens, each))
            or (tokens[each].past and tokens[each - 1].word not in DETERMINERS | PREPOSITIONS)
        ),
        None,
    )
    return None if verb is None else (begin, verb)


def _end(tokens: Sequence[Token], begin: int) -> int:
    end = begin
    while (
        end < len(tokens)
        and not tokens[end].is_edge
        and tokens[end].word not in JOINING | RELATIVE | HELPING | {",", "and"}
    ):
        end += 1
    return end
