"""People of one name, whom a byname tells apart: Pliny the Elder and Pliny the Younger."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import form

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_BYNAME = regex(r"\b(?P<given>[A-Z][^\W\d_]+)(?: [IVX]{1,5})? the (?P<byname>[A-Z][^\W\d_]+|[a-z]+\Z)")


class Called(NamedTuple):
    """A given name, and the byname behind it, in the forms that are compared."""

    given: str
    byname: str


@lru_cache(maxsize=512)
def bynames(text: str) -> tuple[Called, ...]:
    """Return who is told apart from namesakes in a text.

    >>> bynames("Peter the Great preceded Catherine I"), bynames("The Hague")
    ((Called(given='peter', byname='great'),), ())
    """
    if " the " not in text:
        return ()
    return tuple(
        Called(form(found["given"].lower()), form(found["byname"].lower())) for found in _BYNAME.finditer(text)
    )


def is_namesake(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer names only another one of that name, or another one of that byname."""
    accepted = {called for each in (*asked.wanted, *asked.familiar) for called in bynames(each.text)}
    if not accepted:
        return None
    named = set(bynames(said.plain))
    if not named or named & accepted:
        return None
    if all(_is_another(each, accepted) for each in named):
        return Decision(0.2, Reason.WRONG_NAME, "another of that name or byname")
    return None


def _is_another(called: Called, accepted: set[Called]) -> bool:
    """Return whether somebody has the name or the byname of an accepted one, but not both."""
    bynames_of = {each.byname for each in accepted if _is_one(each.given, called.given)}
    if bynames_of:
        return not any(_is_one(each, called.byname) for each in bynames_of)
    return any(each.byname == called.byname for each in accepted)


def _is_one(name: str, other: str) -> bool:
    return name == other or alike(name, other)
