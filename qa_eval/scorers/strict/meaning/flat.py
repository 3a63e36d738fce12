"""Few words that can stand to each other in one way alone, whatever the construction: "Polish sales fell", "a drop in sales in Poland"."""

from __future__ import annotations

from itertools import pairwise, starmap, takewhile
from typing import TYPE_CHECKING

from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import is_done, is_told
from qa_eval.scorers._words.marked import Kind, Marked
from qa_eval.scorers.strict.meaning.things import fit, is_joint

if TYPE_CHECKING:
    from collections.abc import Iterator

Words = tuple[Marked, ...]
_MOST = 6  # words that tell something
_LINKING = frozenset((Kind.OWN, Kind.BE, Kind.ARTICLE, Kind.HIS, Kind.HAVE, Kind.WHICH, Kind.MODAL, Kind.EMPTY))
_WEAK = frozenset(("of", "in", "at", "on", "'s", ""))
_COMPOUND = "+"
_OF_A_COMPOUND = _WEAK | {"from", "for"}
_LEADING = frozenset("for by in at on of to as with".split())  # noqa: SIM905 - a word list reads best as one text
_THEM = frozenset(("him", "her", "them", "me", "us", "it"))


def can_differ(words: Words, verbs: frozenset[str]) -> bool:
    """Return whether words could tell two things, according to what hangs on what: one does something to another, "not", "and"."""
    told = [word for word in words if word.kind is Kind.WORD]
    if len(told) > _MOST or any(word.word[0].isdigit() for word in told):
        return True
    if any(word.kind is Kind.NOT or word.meaning == "and" or word.word == "by" for word in words):
        return True
    acts = any(word.meaning in verbs or is_done(word.meaning) for word in told)
    return sum(word.tells for word in told) > 1 + acts or _does_to(words, verbs)


def _does_to(words: Words, verbs: frozenset[str]) -> bool:
    """Return whether something stands before a verb and something else behind it: "dogs bite men"."""
    for at, word in enumerate(words[1:-1], 1):
        if not (word.is_done or word.meaning in verbs) or word.kind is not Kind.WORD:
            continue
        behind = words[at + 1]
        subject = any(each.kind is Kind.WORD for each in words[:at])
        if subject and behind.kind in (Kind.ARTICLE, Kind.HIS, Kind.IT, Kind.WORD):
            return True
    return False


def is_done_to_them(words: Words, known: frozenset[str]) -> bool:
    """Return whether something that is accepted is said to do it to somebody: "the keeper had fouled him". ``known``: the accepted meanings."""
    for at, verb in enumerate(words[:-1]):
        to = at + 1 + (is_joint(words[at + 1]) and words[at + 1].word != "by" and at + 2 < len(words))
        whom, last = words[to], to + 1 == len(words) or is_joint(words[to + 1])  # "her" may be whose something is
        if (
            (whom.kind is Kind.IT or last)
            and whom.word in _THEM
            and verb.meaning in known
            and _is_done_by(words, at, known)
        ):
            return any(word.kind is Kind.WORD and word.meaning in known for word in words[:at])
    return False


def _is_done_by(words: Words, at: int, known: frozenset[str]) -> bool:
    """Return whether a word is a verb of something accepted before it: in the past, or with nothing else behind: "farmers harm it"."""
    if is_past(words[at].word):
        return True
    before = words[at - 1] if at else None
    alone = at + 2 == len(words) and is_done(words[at].meaning)
    return alone and before is not None and before.kind is Kind.WORD and before.meaning in known


def does_to_them(words: Words) -> bool:
    """Return whether somebody that a pronoun stands for has something done to: "lied to him"."""
    return any(
        two.kind is Kind.IT and two.word in _THEM and (one.kind is Kind.WORD or is_joint(one))
        for one, two in pairwise(words)
    )


def is_flat_same(one: Words, other: Words) -> bool:
    """Return whether words of the same meanings stand near the same ones, behind prepositions of which one may stand for the other."""
    if not any(word.kind is Kind.WORD for word in one):
        return False
    if _act(one) and _act(other) and _act(one) != _act(other):
        return False  # "lift the ban", "ban the lift"
    if not all(starmap(_may_join, _joints(one, other))):
        return False
    if any(pair[::-1] in _in_order(other) for pair in _in_order(one)):
        return False  # "dogs chase foxes"
    if any(pair[::-1] in _owned(other) for pair in _owned(one)):
        return False  # "the dog's neighbour", "the neighbour of the dog"
    return _pairs(one) <= _near(other) and _pairs(other) <= _near(one)


def _may_join(one: str, other: str) -> bool:
    """Return whether two prepositions may stand for each other, or one for none before the noun of a compound: "cuttings from the garden"."""
    if _COMPOUND in (one, other):
        return one == other or bool({one, other} & _OF_A_COMPOUND)
    return fit(one, other) if _WEAK.isdisjoint((one, other)) else _WEAK.issuperset((one, other))


def _act(words: Words) -> str:
    """Return the verb of words that begin with it, "lift" of "to lift the ban"; "" for other words."""
    told = words[1:] if words and words[0].word == "to" else words
    begins = len(told) > 1 and told[0].kind is Kind.WORD and told[1].kind in (Kind.ARTICLE, Kind.HIS)
    return told[0].meaning if begins else ""


def _joints(one: Words, other: Words) -> Iterator[tuple[str, str]]:
    mine, its = _joined(one), _joined(other)
    yield from ((mine[word], its[word]) for word in mine.keys() & its.keys())


def _joined(words: Words) -> dict[str, str]:
    """Return the preposition before each word that tells something, "" for none, and ``_COMPOUND`` before a noun that it is one with."""
    found: dict[str, str] = {}
    joint = ""
    for at, word in enumerate(words):
        behind = words[at + 1] if at + 1 < len(words) else None
        if is_joint(word):
            joint = "" if not at and word.meaning in _LEADING else word.meaning
            if joint == "from" and at and is_told(words[at - 1].meaning) and not is_done(words[at - 1].meaning):
                joint = "of"  # "noise from the bar", which is noisy
        elif word.kind in (Kind.ARTICLE, Kind.HIS) and at and words[at - 1].kind is Kind.WORD:
            joint = ""  # what is done to it
        elif word.kind is Kind.WORD:
            compound = behind is not None and behind.kind is Kind.WORD and not (word.tells or behind.is_how)
            found[word.meaning] = joint or (_COMPOUND if compound else "")
        elif word.kind not in (Kind.ARTICLE, Kind.HIS):
            joint = ""
    return found


def _in_order(words: Words) -> set[tuple[str, str]]:
    """Return the words that stand side by side, in order, where neither tells something of the other by its form."""
    return {
        (one.meaning, two.meaning)
        for one, two in pairwise(words)
        if one.kind is Kind.WORD and two.kind is Kind.WORD and not (one.tells or two.tells)
    }


def _owned(words: Words) -> set[tuple[str, str]]:
    """Return each owner with what it has, where two words are told so: "the neighbour's dog", "the dog of the neighbour"."""
    told = [word for word in words if word.kind is not Kind.ARTICLE]
    found = set()
    for at, joint in enumerate(told[1:-1], 1):
        if not (joint.kind is Kind.OWN or joint.word == "of") or told[at - 1].kind is not Kind.WORD:
            continue
        behind = [*takewhile(lambda word: word.kind is Kind.WORD, told[at + 1 :])]
        if behind:
            pair = (told[at - 1].meaning, behind[-1].meaning)
            found.add(pair if joint.kind is Kind.OWN else pair[::-1])
    return found


def _pairs(words: Words) -> set[frozenset[str]]:
    """Return the words that stand side by side: "dry soil", "changing rooms"."""
    return {
        frozenset((one.meaning, two.meaning))
        for one, two in pairwise(words)
        if one.kind is Kind.WORD and two.kind is Kind.WORD
    }


def _near(words: Words) -> set[frozenset[str]]:
    """Return the words between which no more than a preposition or a helping word stands, whatever stands before their nouns."""
    runs: list[list[str]] = [[]]
    for word in words:
        if word.kind is Kind.WORD:
            runs[-1].append(word.meaning)
        elif runs[-1] and (word.kind in _LINKING or is_joint(word)):
            runs.append([])
    runs = [run for run in runs if run]
    near = _pairs(words)
    for run in runs:
        near |= {frozenset((each, run[-1])) for each in run}
    for first, second in pairwise(runs):
        near |= {frozenset((first[-1], each)) for each in second} | {frozenset((each, second[-1])) for each in first}
    return near
