"""What a clause of an answer puts into the place that is asked for."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.given.asked import Slot
from qa_eval.reading.given.clauses import JOINTS
from qa_eval.reading.given.words import (
    BE,
    DETERMINERS,
    HELPING,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    SMALL,
    agent,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.reading.given.asked import Asked
    from qa_eval.reading.given.clauses import Clause
    from qa_eval.reading.given.words import Span, Word

_DID = frozenset(("did", "does", "do"))
_NEAR = 3  # words before a participle in which its helper stands
_PARTICLES = frozenset(("up", "off", "out", "down", "away", "back", "over"))
_MORE = frozenset(("also", "another", "other", "others", "too", "additionally", "including"))


class How(Enum):
    """How a clause gives something: with the verb of the question, by "it is", by a noun, perhaps not at all, or of somebody else."""

    VERB = 3
    IT = 2
    NOUN = 1
    PERHAPS = 0
    OF_ANOTHER = -1


class Given(NamedTuple):
    """What a clause gives, by its characters, and how."""

    start: int
    end: int
    how: How


def given_in(clause: Clause, asked: Asked) -> Iterator[Given]:
    """Yield what a clause puts into the place that is asked for.

    >>> from qa_eval.reading.given.asked import asked_of
    >>> from qa_eval.reading.given.clauses import clauses_of
    >>> def given(text, question):
    ...     asked = asked_of(question)
    ...     return [text[one.start:one.end] for clause in clauses_of(text, asked.verb) for one in given_in(clause, asked) if one.how is How.VERB]
    >>> given("The kidneys produce it and it acts on the liver.", "In which organ is it produced?")
    ['The kidneys']
    >>> given("They stole a painting and broke a bust.", "What did they steal?")
    ['a painting']
    >>> given("Paul did, and then called Lena.", "Who found him?")
    ['Paul']
    """
    for one in _given_in(clause, asked):
        more = one.how in (How.VERB, How.NOUN, How.IT) and any(word.low in _MORE for word in clause.words)
        yield one._replace(how=How.PERHAPS) if more else one


def _given_in(clause: Clause, asked: Asked) -> Iterator[Given]:
    words = clause.words
    if clause.joint in ("", "and", "but"):
        yield from _doing_so(words, asked)
    yield from _being_it(clause, asked)
    for place, word in enumerate(words):
        if asked.verb and word.stem == asked.verb and _is_verb(words, place):
            yield from _of_verb(words, place, asked)
        elif (asked.slot is Slot.SUBJECT and asked.verb and agent(word.low) == asked.verb != word.stem) or (
            asked.noun and word.stem == asked.noun
        ):
            yield from _of_noun(words, place, asked)


def _doing_so(words: Sequence[Word], asked: Asked) -> Iterator[Given]:
    """Yield who did: the Paul of "Paul did", "Paul does it", "Line 41 does, every 14 minutes"."""
    bare = [word for word in words if word.low not in ("it", "so", "that", "too", "actually", "indeed")]
    helping = _DID | asked.helpers | (BE if asked.helpers & BE else frozenset())
    for place, word in enumerate(bare[1:4], 1):
        if word.low in helping and (place == len(bare) - 1 or bare[place + 1].start - word.end > 1):
            yield Given(bare[0].start, bare[place - 1].end, How.VERB)
            return


def _being_it(clause: Clause, asked: Asked) -> Iterator[Given]:
    """Yield what "it" is, or a word of the question: the Ian of "so it will be Ian", "the answer is Ian"."""
    words = clause.words
    be = next((place for place, word in enumerate(words) if word.low in BE and word.low != "been"), None)
    if be is None or not words[be + 1 :]:
        return
    subject = [word for word in words[:be] if word.low not in HELPING | DETERMINERS | JOINTS]
    if asked.slot in (Slot.OBJECT, Slot.PLACE) and any(word.low in _PERSONS for word in subject):
        return  # "He is a cellist" tells not what he plays
    if not all(word.low in SMALL or word.stem in asked.known or word.stem in _SAYING for word in subject):
        return
    behind = words[be + 1 :]
    if (behind[0].is_past or behind[0].low in PARTICIPLES) and not (len(behind) > 1 and behind[1].name):
        return
    if any(word.low == "there" for word in subject):
        return
    relative = next((place for place, word in enumerate(behind) if word.low in RELATIVE and place), len(behind))
    yield _until_edge(behind[:relative], _how_it_is(clause, subject, behind[relative + 1 :], asked))


def _how_it_is(clause: Clause, subject: Sequence[Word], relative: Sequence[Word], asked: Asked) -> How:
    """Return how "it is" gives something: surely behind a "so", not for what is asked in "it is yen that the firm lends"."""
    new = [word for word in relative if word.low not in SMALL]
    if new and not any(word.stem in asked.known for word in new):
        return How.OF_ANOTHER
    if not all(word.low in PRONOUNS for word in subject):
        return How.IT
    return How.NOUN if not _THEREFORE.isdisjoint(clause.joint.split()) else How.IT


_THEREFORE = frozenset(("so", "but", "now", "instead", "then"))
_PERSONS = frozenset(("he", "she", "they", "we", "i", "you"))
_SAYING = frozenset(("answer", "time", "name", "place", "reason", "caus", "on", "solution"))


def _is_verb(words: Sequence[Word], place: int) -> bool:
    """Return whether a word is no noun by what stands before it: "the design"."""
    return place == 0 or words[place - 1].low not in DETERMINERS - {"that", "this"} | {"of", "for"}


def _of_verb(words: Sequence[Word], place: int, asked: Asked) -> Iterator[Given]:
    helpers = [word.low for word in words[max(0, place - _NEAR) : place]]
    passive = (words[place].is_past or words[place].low in PARTICIPLES) and not BE.isdisjoint(helpers)
    before, behind = words[:place], words[place + 1 :]
    by = next((at for at, word in enumerate(behind[:-1]) if word.low == "by"), None)
    match asked.slot:
        case Slot.SUBJECT:
            done_by = by is not None and (passive or by == 0)
            about = _is_about(before if done_by else behind, asked)
            how = How.VERB if about else How.OF_ANOTHER
            if by is not None and (passive or by == 0):
                yield _until_edge(behind[by + 1 :], how)
                yield Given(behind[by + 1].start, words[-1].end, How.PERHAPS if about else how)
            elif not passive:
                yield from (one._replace(how=one.how if about else how) for one in _subject(before))
        case Slot.OBJECT if passive:
            about = _is_about([word for word in behind if word.low not in PREPOSITIONS], asked)
            yield from (one._replace(how=one.how if about else How.OF_ANOTHER) for one in _subject(before))
        case Slot.OBJECT:
            of_another = not asked.helpers.isdisjoint(_DID) and not _is_about(before, asked)
            yield from (one._replace(how=How.OF_ANOTHER) if of_another else one for one in _object(behind))
        case _ if any(word.low == "where" for word in before[2:]):  # "Brno is where it was signed"
            yield from _subject(before[: next(at for at, word in enumerate(before) if word.low == "where")])
        case _:
            yield from _placed(words, place, asked)
            if not passive and behind and behind[0].low in PRONOUNS and len(behind) == 1:
                yield from _subject(before)


def _is_about(party: Sequence[Word], asked: Asked) -> bool:
    """Return whether the other party to a deed is the one of the question, or told by a pronoun, or not at all."""
    told = [word for word in party if word.low not in HELPING | DETERMINERS and not word.low.endswith("ly")]
    return not told or any(word.low in PRONOUNS or word.stem in asked.known for word in told)


def _subject(before: Sequence[Word]) -> Iterator[Given]:
    """Yield the subject before a verb: without what is inserted by commas, or told first."""
    relative = any(word.low in RELATIVE for word in before)
    before = [word for word in before if word.low not in RELATIVE]
    while before and (
        before[-1].low in HELPING or before[-1].low.endswith("ly") or before[-1].low in ("also", "then", "it")
    ):
        before = before[:-1]
    if before:
        yield Given(before[0].start, before[-1].end, How.PERHAPS if relative else How.VERB)


def _object(behind: Sequence[Word]) -> Iterator[Given]:
    behind = behind[1:] if behind and behind[0].low in _PARTICLES else behind
    if behind and behind[0].low not in PREPOSITIONS:
        yield _until_edge(behind, How.VERB)
    if behind:
        yield Given(behind[0].start, behind[-1].end, How.PERHAPS)


_NO_PLACE = frozenset(("by", "of", "after", "before", "since", "during", "for", "with", "until", "without", "as"))


def _placed(words: Sequence[Word], place: int, asked: Asked) -> Iterator[Given]:
    """Yield where it is: the phrase behind the verb that begins with a preposition, or the one that the clause begins with."""
    behind = words[place + 1 :]
    if len(behind) > 1 and (behind[0].low == asked.preposition or behind[0].low in PREPOSITIONS - _NO_PLACE):
        yield _until_edge(behind, How.VERB)
    if behind:
        yield Given(behind[0].start, behind[-1].end, How.PERHAPS)
    if words[0].low in ("in", "at", "on", "to", "near") and place > 1:
        yield Given(words[0].start, words[place - 1].end, How.PERHAPS)


def _of_noun(words: Sequence[Word], place: int, asked: Asked) -> Iterator[Given]:
    """Yield who is the leader: the Leon of "Its leader was Leon" and of "Leon was the leader"."""
    be = next((at for at, word in enumerate(words) if word.low in BE), None)
    if be is None:
        return
    if place < be and words[be + 1 :]:
        behind = [word for word in words[be + 1 :] if word.low not in HELPING]
        sure = behind and all(word.low in DETERMINERS for word in words[:place]) and not behind[0].is_past
        if behind:
            yield _until_edge(behind, How.NOUN if sure else How.PERHAPS)
    elif place > be:
        between = words[be + 1 : place]
        direct = bool(between) and between[0].low in DETERMINERS and all(not word.name for word in between)
        direct = place == be + 1 or (direct and between[-1].low not in PREPOSITIONS)  # "the hut is open"
        how = How.NOUN if direct else How.PERHAPS
        if place == be + 1 and not _is_about(
            [word for word in words[place + 1 :] if word.low not in PREPOSITIONS], asked
        ):
            how = How.OF_ANOTHER  # "allergic to milk", where it is nuts that are asked about
        for one in _subject(words[:be]):
            yield one._replace(how=how if one.how is How.VERB else How.PERHAPS)
        yield Given(words[place].start, words[-1].end, How.PERHAPS)


def _until_edge(words: Sequence[Word], how: How) -> Given:
    """Return the stretch from the first word to the first comma behind it."""
    end = words[0].end
    for one, other in pairwise(words):
        if other.start - one.end > 1:
            break
        end = other.end
    return Given(words[0].start, end, how)


def main_things(clause: Clause, asked: Asked) -> Iterator[Span]:
    """Yield what a clause that tells of what is asked, with whatever verb, has in the place asked for: "They go in the blue bin".

    >>> from qa_eval.reading.given.asked import asked_of
    >>> from qa_eval.reading.given.clauses import clauses_of
    >>> text = "They go in the blue bin."
    >>> [text[slice(*span)] for span in main_things(clauses_of(text)[0], asked_of("Which bin are tins put in?"))]
    ['in the blue bin']
    """
    words = clause.words
    verb = next((place for place, word in enumerate(words) if word.low in HELPING or word.is_past), None)
    if asked.slot is Slot.SUBJECT:
        if verb:
            yield words[0].start, words[verb - 1].end
        return
    about = words[0].low in PRONOUNS - DETERMINERS or any(word.stem in asked.known for word in words[: verb or 1])
    behind = words[(verb or 1) + 1 :]
    if not about or not behind:
        return
    if asked.slot is Slot.PLACE:
        place = next(
            (at for at, word in enumerate(words) if (at and word.low in _IN) or word.low == asked.preposition), None
        )
        if place is not None:
            yield _until_edge(words[place:], How.PERHAPS)[:2]
    elif asked.slot is Slot.OBJECT and behind[0].low not in PREPOSITIONS and not behind[0].is_past:
        yield _until_edge(behind, How.PERHAPS)[:2]


_IN = frozenset("in at on near inside into under onto".split())  # noqa: SIM905 - a word list reads best as one text
