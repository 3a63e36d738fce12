"""Where an answer puts the accepted place: "Hamilton, Ontario" is not the Hamilton in Scotland."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.names.states import COUNTRY_OF, NATIONS, OF_TWO_WORDS, STATES
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import countries, form, phrased, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

MOST = 14  # words of an answer that names a place and little else
_CONTINENTS = frozenset(map(form, ("europe", "asia", "africa")))  # their people stand among those of countries
_PLACE = r"(?:city|town|village|port|harbour|county|suburb|district|resort|university|college|school|place|capital)"
_WHERE = r"[A-Z][\w'.-]*(?: [A-Z][\w'-]*)?"
_BEHIND = regex(rf"(?:,? \(|,? in (?:the )?|, (?:the )?)(?P<where>{_WHERE})")
_MAY_BE = regex(r"(?:,|\(| in) ?(?:the )?[A-Z]")
_ASKED = regex(
    rf"\b{_PLACE}\b(?: [a-z]+)? (?:in|of) (?:the )?(?P<where>{_WHERE})|\b(?P<whose>[A-Z][\w-]*) (?=(?:[a-z-]+ )?{_PLACE}\b)"
)


class Region(NamedTuple):
    """A country, and a state or nation of it; "" where the whole is meant."""

    country: str
    state: str


_OF_TWO_WORDS = {name.lower(): Region(name.lower(), "") for name in OF_TWO_WORDS} | {
    "great britain": Region("britain", ""),
    "hong kong": Region("china", "hong kong"),
    "north korea": Region("korea", "north korea"),
    "papua new": Region("papua new guinea", ""),
    "puerto rico": Region("america", "puerto rico"),
    "saudi arabia": Region("arabia", ""),
    "south korea": Region("korea", "south korea"),
    "united kingdom": Region("britain", ""),
    "united states": Region("america", ""),
}


def is_placed_elsewhere(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer puts the accepted place into another country or state than the accepted one, or the question, does."""
    if (
        len(said.words) > MOST
        or not _MAY_BE.search(said.plain)
        or asked.is_negated
        or any(each.items and not each.head for each in asked.wanted)
    ):
        return None
    own = {each.head[-1] if each.head else each.content[-1] for each in asked.wanted}
    last = next((word for word in reversed(said.words) if word.form in own and word.capital), None)
    found = _BEHIND.match(said.plain, last.end) if last else None
    told = _region(found["where"]) if found else None
    if told is None:
        return None
    wanted = [*_of_the_accepted(asked.listed)] or [*_of_the_question(asked.text)]
    if not wanted or not all(_are_apart(told, each) for each in wanted):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "another place of the accepted name")


def _of_the_accepted(texts: tuple[str, ...]) -> Iterator[Region]:
    for text in texts:
        shown = phrased(plain(text))
        found = next((match for match in _BEHIND.finditer(shown) if match.start()), None)
        region = _region(found["where"]) if found else None
        if region:
            yield region


def _of_the_question(text: str) -> Iterator[Region]:
    for found in _ASKED.finditer(phrased(plain(text))):
        region = _region(found["where"] or found["whose"])
        if region:
            yield region


@lru_cache(maxsize=512)
def _region(name: str) -> Region | None:
    """Return the region that a name begins with; None for what is no country and no state.

    >>> _region("Alabama"), _region("Scottish Lowlands"), _region("AL"), _region("Berkshire")
    (Region(country='america', state='alabama'), Region(country='britain', state='scotland'), Region(country='america', state='alabama'), None)
    """
    words = STATES.get(name.strip("."), name).split()
    for length in range(len(words), 0, -1):
        joined = "".join(words[:length]).lower().rstrip(".")
        if joined in COUNTRY_OF:
            return Region(form(COUNTRY_OF[joined]), joined)
        name = " ".join(words[:length]).lower()
        known = form(name)
        nation = NATIONS.intersection((joined, known))
        if nation:
            return Region(form("uk"), *nation)
        if name in _OF_TWO_WORDS:
            return _OF_TWO_WORDS[name]
        if known in countries() - _CONTINENTS:
            return Region(known, "")
    return None


def _are_apart(one: Region, other: Region) -> bool:
    return one.country != other.country or bool(one.state and other.state and one.state != other.state)
