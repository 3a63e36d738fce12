"""The verbs of a statement with what stands where about them: subject, objects, what follows each preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.roles.lexicon import verb_stem
from qa_eval.reading.roles.nouns import Range, noun_end, noun_start, second_object
from qa_eval.reading.roles.verbs import group_of, is_passive, particle_of, verbs_in
from qa_eval.reading.roles.words import BE, DETERMINERS, NOT, PREPOSITIONS, RELATIVE

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from qa_eval.reading.roles.tokens import Token

_FEW = 4  # words
_IT_IS = frozenset(("it", "that", "this", "these", "those"))
_ING = "ing"
_OF_WHICH = frozenset(("place", "delivery", "spot", "seat", "post", "position", "share", "part"))


class Predicate(NamedTuple):
    """A verb: its stem, where its slots are, its particle or "", and how it is said.

    ``aside``: it is told of somebody who is named before a comma ("Ann, who …"), or of what else happened.
    """

    stem: str
    place: int
    slots: dict[str, list[Range]]
    particles: tuple[str, ...]
    passive: bool
    negated: bool
    aside: bool


def predicates_of(tokens: Sequence[Token], known: Container[str]) -> list[Predicate]:
    """Return the predicates of a statement whose verbs' stems are known, from first to last."""
    verbs = verbs_in(tokens, known)
    found: list[Predicate] = []
    for place in verbs:
        if verb_stem(tokens[place].word) in known:
            predicate = _read(tokens, verbs, place, found)
            if predicate is not None:
                found.append(predicate)
    return found


def _read(tokens: Sequence[Token], verbs: Sequence[int], place: int, found: Sequence[Predicate]) -> Predicate | None:
    """Return the predicate of a verb; None where it is told of something else than what happened ("to sell")."""
    start, helping, negated = group_of(tokens, place)
    if start and tokens[start - 1].word == "to":
        return None
    if "there" in (token.word for token in tokens[max(0, start - 2 * _FEW) : start]):
        return None  # "There are 6 eggs left"
    passive = is_passive(tokens, place, helping)
    particles = particle_of(tokens, place)
    end = place + 1 + len(particles)
    while end < len(tokens) and tokens[end].word in NOT:
        negated, end = True, end + 1  # "was not due to"
    slots = _right(tokens, verbs, end)
    _split_of(tokens, slots)
    subject, aside = _left(tokens, verbs, start, slots)
    if not subject and _shares(tokens, start) and found and found[-1].slots.get("S"):
        subject = found[-1].slots["S"]
    if subject:
        slots["S"] = subject
    aside = aside or (tokens[place].word.endswith(_ING) and not helping)
    negated = negated or any(tokens[each].word in NOT for span in subject for each in range(*span))
    return Predicate(verb_stem(tokens[place].word), place, slots, particles, passive, negated, aside)


def _split_of(tokens: Sequence[Token], slots: dict[str, list[Range]]) -> None:
    """Give "of" a slot of its own where the object is a place or delivery: "took the place of the oven"."""
    for start, end in slots.get("O", ())[:1]:
        of = next((place for place in range(start, end) if tokens[place].word == "of"), None)
        if of is not None and tokens[of - 1].word in _OF_WHICH and of + 1 < end:
            slots["O"], slots["of"] = [(start, of)], [(of + 1, end)]


def _shares(tokens: Sequence[Token], start: int) -> bool:
    """Return whether a verb has the subject of the one before it: "and sold it"."""
    return start > 0 and tokens[start - 1].word in {"and", "but", ",", "then"}


def _left(
    tokens: Sequence[Token], verbs: Sequence[int], start: int, slots: dict[str, list[Range]]
) -> tuple[list[Range], bool]:
    """Return the subject of a verb whose group begins at ``start``, and whether it is told aside.

    Where the clause is a relative one, the one it is about gets its slot as well.
    """
    if start and tokens[start - 1].word in RELATIVE:
        return _antecedent(tokens, verbs, start - 1)
    begin = noun_start(tokens, verbs, start)
    while begin < start and (tokens[begin].word in {"and", "then", ","} or tokens[begin].is_adverb):
        begin += 1
    if begin == start:
        return _before_apposition(tokens, verbs, start), False
    if begin and tokens[begin - 1].word in RELATIVE | {"what"}:
        antecedent, aside = _antecedent(tokens, verbs, begin - 1)
        if antecedent:
            left = next((slot for slot, spans in slots.items() if not spans), "O")  # "Ann, whom it was left to"
            if not slots.get(left):
                slots[left] = antecedent
        return [(begin, start)], aside
    return [(begin, start)], False


def _before_apposition(tokens: Sequence[Token], verbs: Sequence[int], start: int) -> list[Range]:
    """Return a subject with what it is called between commas: "Arkley, the inspector, was …"; nothing where none stands there."""
    if not start or tokens[start - 1].word != ",":
        return []
    comma = next((place for place in range(start - 2, 0, -1) if tokens[place].word == "," or tokens[place].is_edge), 0)
    if not comma or tokens[comma].word != "," or tokens[comma + 1].word not in DETERMINERS:
        return []
    if any(place in verbs for place in range(comma, start)):
        return []
    begin = noun_start(tokens, verbs, comma)
    return [(begin, comma), (comma + 1, start - 1)] if begin < comma else []


def _antecedent(tokens: Sequence[Token], verbs: Sequence[int], place: int) -> tuple[list[Range], bool]:
    """Return what a relative pronoun at ``place`` stands for, what it is said to be included, and whether it is told aside."""
    aside = place > 0 and tokens[place - 1].word == ","
    end = place - aside
    while end and tokens[end - 1].word in PREPOSITIONS:
        end -= 1  # "the man to whom"
    begin = noun_start(tokens, verbs, end)
    whole = begin
    while begin < end and any(token.word in PREPOSITIONS - {"of"} for token in tokens[begin:end]):
        begin = next(each for each in range(begin, end) if tokens[each].word in PREPOSITIONS - {"of"}) + 1
    found = [(begin, end)] if begin < end else []
    # "It was Ann who …", "Ann was the one who …", "The one who … was Ann"
    if whole and whole == begin and tokens[whole - 1].word in BE:
        before = noun_start(tokens, verbs, whole - 1)
        if not (whole - 1 - before == 1 and tokens[before].word in _IT_IS):
            found.append((before, whole - 1))
    behind = next((verb for verb in verbs if verb > place and tokens[verb].word in BE), None)
    if behind is not None and not aside and not any(token.is_edge for token in tokens[place:behind]):
        found.append((behind + 1, noun_end(tokens, verbs, behind + 1)))
    return found, aside


def _right(tokens: Sequence[Token], verbs: Sequence[int], begin: int) -> dict[str, list[Range]]:
    """Return what stands behind a verb: its objects, and what follows each preposition."""
    slots: dict[str, list[Range]] = {}
    name, place = "O", begin
    while place < len(tokens):
        token = tokens[place]
        if token.word in PREPOSITIONS:
            name, place = token.word, place + 1
            if place < len(tokens) and tokens[place].word in PREPOSITIONS:
                continue
        end = noun_end(tokens, verbs, place)
        if end > place:
            _put(tokens, slots, name, (place, end))
            place = end
        elif name != "O":
            slots.setdefault(name, [])
        if place >= len(tokens) or tokens[place].word not in PREPOSITIONS:
            break
    return slots


def _put(tokens: Sequence[Token], slots: dict[str, list[Range]], name: str, span: Range) -> None:
    if name != "O" or "O" in slots:
        slots.setdefault(name, [span])
        return
    cut = second_object(tokens, span)
    if cut is not None:
        slots["I"], slots["O"] = [(span[0], cut)], [(cut, span[1])]
    else:
        slots["O"] = [span]
