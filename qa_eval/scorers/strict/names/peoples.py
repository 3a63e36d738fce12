"""What is of a country, said by its people or by its name: "Ukrainian military intelligence", "Ukraine's military intelligence"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.reading.names.variants import COUNTRIES, variants_text
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIDE = r"(?:(?:South|North|East|West) )?"
_BY_PEOPLE = regex(rf"(?:the )?(?P<whose>{_SIDE}[A-Z][a-z]+) (?P<what>[A-Za-z].*)", re.IGNORECASE)
_BY_NAME = regex(rf"(?:the )?(?P<whose>{_SIDE}[A-Z][a-z]+)['’]s? (?P<what>[A-Za-z].*)", re.IGNORECASE)
_OF_NAME = regex(rf"(?:the )?(?P<what>(?-i:[a-z][a-z ]*?)) of (?:the )?(?P<whose>{_SIDE}[A-Z][a-z]+)", re.IGNORECASE)
_ONE_OF_PEOPLE = regex(rf"an? (?P<whose>{_SIDE}[A-Z][a-z]+) (?P<what>[a-z][a-z ]*)")
_ONE_FROM = regex(rf"an? (?P<what>[a-z][a-z ]*?) from (?P<whose>{_SIDE}[A-Z][a-z]+)")
_NO_PEOPLE = frozenset("usa us uk rhodesia czechia holland burma".split())  # noqa: SIM905 - other names of the countries themselves
_NO_COUNTRIES = frozenset("europe africa asia czech arabia ussr rome athens".split())  # noqa: SIM905 - see above


@cache
def peoples() -> dict[str, str]:
    """Return the people of each country as an adjective, in small letters: "norwegian" of "norway"."""
    section = variants_text().partition(f"# {COUNTRIES}\n")[2].partition("\n#")[0]
    lines = [line.split() for line in section.splitlines() if line.strip()]
    found = {line[0]: next((word for word in line[1:] if word not in _NO_PEOPLE), "") for line in lines}
    return {name: people for name, people in found.items() if len(people) > 2 and name not in _NO_COUNTRIES}  # noqa: PLR2004 - shorter ones are codes


@cache
def _countries() -> dict[str, str]:
    return {people: name for name, people in peoples().items()}


def by_country(name: str) -> Iterator[str]:
    """Yield what a name that tells of a country may be called by its people, by its name and with "of".

    >>> list(by_country("Ukrainian military intelligence"))
    ["Ukraine's military intelligence", 'military intelligence of Ukraine']
    >>> list(by_country("South Korea's spy agency")), list(by_country("the army of Russia")), list(by_country("Norwegian"))
    (['South Korean spy agency', 'spy agency of South Korea'], ['Russian army', "Russia's army"], [])
    """
    if told := _BY_NAME.fullmatch(name):
        yield from _said(told, people=True, of=True)
    elif told := _OF_NAME.fullmatch(name):
        yield from _said(told, people=True, possessive=True)
    elif told := _BY_PEOPLE.fullmatch(name):
        yield from _said(told, possessive=True, of=True)
    yield from _one_of_people(name)


def _one_of_people(name: str) -> Iterator[str]:
    """Yield "a collector from Switzerland" for "a Swiss collector", and the other way round.

    >>> list(_one_of_people("a Swiss collector")), list(_one_of_people("a painter from South Korea"))
    (['a collector from Switzerland'], ['a South Korean painter'])
    """
    named = _ONE_OF_PEOPLE.fullmatch(name)
    told = named or _ONE_FROM.fullmatch(name)
    if told is None:
        return
    side, _, last = told["whose"].rpartition(" ")
    other = (_countries() if named else peoples()).get(last.lower())
    if other is not None:
        whose = f"{side} {other.capitalize()}".strip()
        yield f"a {told['what']} from {whose}" if named else f"a {whose} {told['what']}"


def numbered(names: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return the places of names by their folded words; one that is told of a country stands for its form with "of", too.

    That form is no name to find parts of: Russia, of "the army of Russia", is no part of the Russian army.
    """
    found: dict[tuple[str, ...], int] = {}
    for position, name in enumerate(names):
        found.setdefault(key(name), position)
        for form in by_country(name) if position else ():  # the first is the accepted name itself
            found.setdefault(key(form), position)
    return found


def _said(told: re.Match[str], *, people: bool = False, possessive: bool = False, of: bool = False) -> Iterator[str]:
    side, _, last = told["whose"].rpartition(" ")
    known = peoples() if people else _countries()
    other = known.get(last.lower())
    if other is None:
        return
    what, prefix = told["what"], f"{side} " if side else ""
    country, nation = (last, other) if people else (other, last)
    if people:
        yield f"{prefix}{nation.capitalize()} {what}"
    if possessive:
        yield f"{prefix}{country.capitalize()}'s {what}"
    if of and what[0].islower():
        yield f"{what} of {prefix}{country.capitalize()}"
