"""Nouns by which people count the same things: "tablets" and "pills", any two that name people."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities.nouns import is_plural
from qa_eval.reading.regex import regex

# endings of nouns for people; others have them too, and such are taken for people as well
_PEOPLE = regex(
    r"(?:[a-z]{2}(?:er|or|ist|ant|ent|ian|eer|ess|ard|mate|folk)|(?:man|men|woman|women|child|people|person))$"
)
# people of whom one kind is not the other
_APART = frozenset(
    frozenset(pair)
    for pair in (
        ("passenger", "crew"), ("teacher", "pupil"), ("teacher", "student"), ("patient", "doctor"), ("patient", "nurse"), ("player", "spectator"), ("player", "fan"),
        ("employee", "customer"), ("employee", "visitor"), ("worker", "visitor"), ("soldier", "civilian"), ("protester", "officer"), ("buyer", "seller"),
        ("landlord", "tenant"), ("officer", "prisoner"), ("guest", "employee"), ("driver", "passenger"), ("driver", "pedestrian"), ("voter", "candidate"),
        ("man", "woman"), ("boy", "girl"), ("son", "daughter"), ("brother", "sister"), ("grandson", "granddaughter"), ("nephew", "niece"), ("husband", "wife"),
    )
)  # fmt: skip
# one and the same relation to a person, a line each
_KIN = {
    noun: place
    for place, line in enumerate(
        (
            "child kid son daughter boy girl", "grandchild grandson granddaughter", "great-grandchild", "stepchild stepson stepdaughter", "nephew niece",
            "brother sister sibling", "cousin", "parent mother father", "grandparent grandmother grandfather", "uncle aunt", "husband wife spouse",
        )
    )
    for noun in line.split()
}  # fmt: skip
_GENERAL, _PERSONS = 0, 1  # the first two groups


@cache
def _groups() -> tuple[frozenset[str], ...]:
    """Return the lines of each heading that may stand for one another; the lines of the first two headings are one group each."""
    found: list[frozenset[str]] = []
    for place, section in enumerate(
        Path(__file__).with_name("kinds.txt").read_text(encoding="utf-8").split("\n# ")[1:]
    ):
        lines = [frozenset(line.split()) for line in section.splitlines()[1:] if line.strip()]
        found += [frozenset().union(*lines)] if place <= _PERSONS else lines
    return tuple(found)


@cache
def _by_noun() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for place, group in enumerate(_groups()):
        for noun in group:
            found[noun] = found.get(noun, frozenset()) | {place}
    return found


@lru_cache(maxsize=4096)
def counts_alike(one: str, other: str) -> bool:
    """Return whether two nouns may count the same things; what is no plural is no noun that counts.

    >>> counts_alike("bones", "muscles"), counts_alike("tablets", "pills"), counts_alike("people", "villagers")
    (False, True, True)
    """
    if not is_plural(one.lower()) or not is_plural(other.lower()):
        return True
    first, second = singular(one.lower()), singular(other.lower())
    if first == second:
        return True
    mine, its = _kinds(first), _kinds(second)
    return not mine.isdisjoint(its) or _GENERAL in mine | its


def are_apart(one: str, other: str) -> bool:
    """Return whether people of one kind are none of the other, both nouns in the singular and in lower case.

    >>> are_apart("child", "grandchild"), are_apart("child", "daughter"), are_apart("nurse", "patient")
    (True, False, True)
    """
    kin, its = _KIN.get(one), _KIN.get(other)
    return frozenset((one, other)) in _APART or (kin is not None and its is not None and kin != its)


def same_things(one: str, other: str) -> bool:
    """Return whether two nouns name the same things, as "household" and "home" do; persons of two kinds are none.

    >>> same_things("households", "home"), same_things("people", "officers")
    (True, False)
    """
    first, second = singular(one.lower()), singular(other.lower())
    shared = _by_noun().get(first, frozenset()) & _by_noun().get(second, frozenset())
    return bool(shared - {_GENERAL}) and min(shared) > _PERSONS


def is_of_sibling(text: str, noun: str, counted: str) -> bool:
    """Return whether a text counts another kind of what is counted: beech trees, where oaks are.

    >>> is_of_sibling("12 beech trees", "trees", "oaks"), is_of_sibling("12 oak trees", "trees", "oaks")
    (True, False)
    """
    led = text.lower().partition(f" {noun.lower()}")[0].split()
    kind, known = singular(led[-1]) if led else "", _by_noun()
    its = known.get(singular(noun.lower()), frozenset())
    mine, own = known.get(kind, frozenset()), known.get(singular(counted.lower()), frozenset())
    return not mine.isdisjoint(its) and not own.isdisjoint(its) and mine.isdisjoint(own)


def names_person(noun: str) -> bool:
    """Return whether a noun is known to name a person; one that only ends like such a noun is not.

    >>> names_person("coaches"), names_person("offer")
    (True, False)
    """
    return _PERSONS in _by_noun().get(singular(noun.lower()), frozenset())


def _kinds(noun: str) -> frozenset[int]:
    known = _by_noun().get(noun, frozenset())
    return known | {_PERSONS} if _PEOPLE.search(noun) else known
