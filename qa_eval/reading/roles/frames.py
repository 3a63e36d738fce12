"""What a statement says of who stands in which part: "was sold by Ann to Ben" makes Ann the giver and Ben the receiver."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.roles.causes import causes_in
from qa_eval.reading.roles.comparisons import comparisons_in
from qa_eval.reading.roles.fillers import ASKED, Filler, Frame, filler_of
from qa_eval.reading.roles.lexicon import EXCLUDED, Entry, Relation, lexicon
from qa_eval.reading.roles.links import link_of
from qa_eval.reading.roles.predicates import predicates_of
from qa_eval.reading.roles.tokens import tokens_of
from qa_eval.reading.roles.verbs import verbs_in
from qa_eval.reading.roles.words import BE, word_set
from qa_eval.reading.verbs import stem_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.reading.roles.predicates import Predicate
    from qa_eval.reading.roles.tokens import Token

LONGEST = 400  # characters; in a longer statement, much is told of others
_REACH = 6  # words between a verb and its particle: "let water vapour through"
_OTHERWISE = word_set("later then subsequently afterwards previously earlier formerly once originally eventually")
_MOVABLE = word_set(
    "through back out up over down off away on in about apart"
)  # "hand it over", but "take place" only together
_PLACES = frozenset(("origin", "destination", "place", "whole"))
_CONTRASTS = frozenset(("but", "while", "whereas", "whilst", "although", "though", "not"))
# parts that only some nouns can fill: "got a warning from", "played no role in"
_ONLY = {
    "message": frozenset(
        map(stem_of, word_set("warning message letter call email tip news advice order alert word reminder report"))
    ),
    "spot": frozenset(map(stem_of, word_set("place spot seat post position role"))),
    "role": frozenset(map(stem_of, word_set("part role hand share influence bearing nothing"))),
}


@lru_cache(maxsize=512)
def frames_of(text: str, verbs: frozenset[str] = frozenset()) -> tuple[Frame, ...]:
    """Return the frames of a statement; ``verbs``: stems of further verbs, of which the parts are agent and patient.

    >>> frame = frames_of("The ring was sold by Ann Ray to Ben.")[0]
    >>> frame.relation.name, [frame.parts[part].texts for part in ("giver", "receiver", "thing")]
    ('sale', [('Ann Ray',), ('Ben',), ('The ring',)])
    """
    if len(text) > LONGEST:
        return ()
    tokens = tokens_of(text)
    found = [
        *framed(text, tokens, verbs),
        *frames_by_nouns(text, tokens),
        *comparisons_in(text, tokens),
        *causes_in(text, tokens),
    ]
    return tuple(sorted(found, key=lambda frame: frame.place))


def framed(text: str, tokens: Sequence[Token], verbs: frozenset[str], gap: str | None = None) -> Iterator[Frame]:
    """Yield the frames of the verbs of a statement; in the slot ``gap`` of the first one stands what is asked."""
    known = lexicon().verbs
    for predicate in predicates_of(tokens, known.keys() | verbs):
        if gap:
            _ask(predicate, gap)
            gap = None
        seen: set[str] = set()
        for entry in _entries(predicate, tokens, verbs):
            if entry.relation.name in seen:
                continue
            parts = _parts(text, tokens, predicate, entry)
            if (
                entry.relation.is_deed
                and len(parts) == 1
                and not predicate.passive
                and "agent" in parts
                and not gap_in(parts)
            ):
                continue  # "the first man known as": nothing is done to anybody
            if any(filler.figure for part, filler in parts.items() if part in _PLACES):
                continue  # "That leaves 61 % for the north"
            if parts and not any(part in _ONLY and _ONLY[part].isdisjoint(parts[part].stems) for part in parts):
                seen.add(entry.relation.name)
                aside = predicate.aside or _is_otherwise(tokens, predicate.place)
                negated = predicate.negated ^ any(_is_none(filler) for filler in parts.values())
                clause = _clause(text, tokens, predicate)
                yield Frame(entry.relation, entry.opposite, parts, negated, aside, predicate.place, clause)


def gap_in(parts: Mapping[str, Filler]) -> bool:
    """Return whether one of the parts is asked for."""
    return any(filler.gap for filler in parts.values())


def _ask(predicate: Predicate, gap: str) -> None:
    """Put what is asked into a slot of a predicate: the preposition with nothing behind it, the one given, or the object."""
    slots = predicate.slots
    left = next((slot for slot, spans in slots.items() if not spans), None)
    if left is not None:
        slots[left] = [ASKED]
    elif gap != "O":
        slots.setdefault(gap, [ASKED])
    elif "O" not in slots:
        slots["O"] = [ASKED]
    elif "I" not in slots:
        slots["I"], slots["O"] = slots["O"], [ASKED]


def deed(stem: str) -> Entry:
    """Return the entry of a verb that has none: who does it, and whom or what it is done to."""
    relation = Relation(f"to {stem}", "", frozenset(("agent", "patient")))
    return Entry(
        relation,
        opposite=False,
        particle=(),
        parts={"S": "agent", "O": "patient", "against": "patient", "after": "patient"},
        needed=frozenset(),
    )


def _entries(predicate: Predicate, tokens: Sequence[Token], verbs: frozenset[str]) -> Iterator[Entry]:
    entries = lexicon().verbs.get(predicate.stem, ())
    behind = [token.word for token in tokens[predicate.place + 1 : predicate.place + 1 + _REACH]]
    with_particle = [entry for entry in entries if entry.particle and behind_has(behind, entry.particle)]
    for entry in [*with_particle, *(entry for entry in entries if not entry.particle)]:
        if not entry.needed <= predicate.slots.keys() or not (entry.particle or entry.needed or not with_particle):
            continue
        if not any(part == EXCLUDED and slot in predicate.slots for slot, part in entry.parts.items()):
            yield entry
    if predicate.stem in verbs:
        yield deed(predicate.stem)


def behind_has(words: Sequence[str], particle: tuple[str, ...]) -> bool:
    """Return whether a particle follows: right behind the verb, or behind its object."""
    if particle[0] not in _MOVABLE:
        return tuple(words[: len(particle)]) == particle
    return any(tuple(words[place : place + len(particle)]) == particle for place in range(len(words)))


def _parts(text: str, tokens: Sequence[Token], predicate: Predicate, entry: Entry) -> dict[str, Filler]:
    """Return who is in which part."""
    parts: dict[str, Filler] = {}
    for slot, spans in predicate.slots.items():
        filler = filler_of(text, tokens, spans)
        part = _part_of(slot, predicate, entry, filler)
        if part and part not in parts and (filler.texts or filler.gap):
            parts[part] = filler
    return parts


def _part_of(slot: str, predicate: Predicate, entry: Entry, filler: Filler) -> str:
    told = entry.parts
    if predicate.passive:
        if slot == "by":
            return "" if filler.figure else told.get("S", "")
        if slot == "S":
            slot = "I" if "O" in predicate.slots and "I" in told else "O"
            if (
                slot == "O"
                and "I" in told
                and "|" not in told["O"]
                and "to" not in predicate.slots
                and filler.known
                and _is_somebody(filler)
            ):
                return ""  # "Ben was sold": by whom, or to whom?
        elif slot == "I":
            return ""
    part = told.get(slot, "")
    if "|" in part:
        figure, other = part.split("|")
        return figure if any(char.isdigit() for one in filler.texts for char in one) else other
    return part


def _clause(text: str, tokens: Sequence[Token], predicate: Predicate) -> str:
    """Return the text of a verb and all that stands about it: its sentence, where that has no other verb than "is"."""
    first = next((each for each in range(predicate.place, 0, -1) if tokens[each - 1].is_edge), 0)
    last = next((each for each in range(predicate.place, len(tokens)) if tokens[each].is_edge), len(tokens))
    known = lexicon().verbs
    others = [place for place in verbs_in(tokens, known) if first <= place < last and place != predicate.place]
    plain = all(tokens[place].word in BE for place in others)
    if plain and _CONTRASTS.isdisjoint(token.word for token in tokens[first:last]):
        return text[tokens[first].start : tokens[last - 1].end]
    spans = [
        (predicate.place, predicate.place + 1),
        *(span for each in predicate.slots.values() for span in each if span != ASKED),
    ]
    spans = [span for span in spans if not any(span[1] <= place < predicate.place for place in others)]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return text[tokens[start].start : tokens[end - 1].end] if start < end <= len(tokens) else ""


def _is_none(filler: Filler) -> bool:
    return any(
        text.lower().startswith(("no ", "nobody", "nothing", "none", "no-one", "neither")) for text in filler.texts
    )


def _is_somebody(filler: Filler) -> bool:
    return filler.texts[0][:1].isupper() and not filler.texts[0].lower().startswith(("the ", "a ", "an ", "it"))


def _is_otherwise(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a clause tells of another time than the others: "later sold it"."""
    for step in (-1, 1):
        at = place
        while 0 <= at < len(tokens) and not tokens[at].is_edge and tokens[at].word != ",":
            if tokens[at].word in _OTHERWISE:
                return True
            at += step
    return False


def frames_by_nouns(text: str, tokens: Sequence[Token]) -> Iterator[Frame]:
    """Yield the frames that tell what somebody is called: "Ann was the buyer", "the seller is Ben"."""
    known = lexicon().nouns
    for place, token in enumerate(tokens):
        entries = known.get(token.word, ()) or known.get(token.word.removesuffix("s"), ())
        if not entries or token.name:
            continue
        link = link_of(tokens, place, lexicon().verbs)
        if link is None:
            continue
        for entry in entries:
            parts: dict[str, Filler] = {}
            for slot, span in link.slots.items():
                filler = filler_of(text, tokens, [span])
                if slot in entry.parts and (filler.texts or filler.gap):
                    parts[entry.parts[slot]] = filler
            if parts:
                aside = _is_otherwise(tokens, place)
                yield Frame(entry.relation, entry.opposite, parts, link.negated, aside, place, "")
