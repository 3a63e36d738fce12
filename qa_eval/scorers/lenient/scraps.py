"""Short answers that are only a scrap of the accepted one: "Treaty of", "Ontario" for Ottawa, Ontario, "plants" for pea plants, "millions of years" for 252 million."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.words import SMALL, form

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

# what of a kind a thing is tells no more than the question, once the word before it is gone
KINDS = frozenset(
    map(
        form,
        """plant animal bird fish insect tree flower fruit vegetable metal gas acid cell bone organ muscle disease language religion currency country
        city state river lake ocean sea mountain island desert planet star people person man woman company band team""".split(),  # noqa: SIM905 - a word list reads best as one text
    )
)
_A_KIND = regex(r"\W*(?:(?:[Ii]t|[Tt]hat|[Hh]e|[Ss]he)(?:'s| is| was) )?[Aa]n? (?:[a-z-]+ ){0,2}[a-z-]+\W*")
_CUT_OFF = frozenset(("of", "the", "and", "de", "von", "van", "in", "for", "to"))
_TOWN_ASKED = regex(r"\b(?:capital|city|town|village|seat)\b", re.IGNORECASE)
_VAGUE = regex(r"\b(?:tens|dozens|hundreds|thousands|millions|billions)(?: and (?:millions|billions))? of\b")


def is_a_scrap(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer breaks off, or says only the kind, the region or the order of size of the accepted one."""
    if not asked.wanted or len(said.words) > SHORT or asked.is_negated:
        return None
    if (
        _breaks_off(asked, said)
        or _says_a_kind_of_name(asked, said)
        or _says_only_the_kind(asked, said)
        or _says_only_the_region(asked, said)
    ):
        return Decision(0.2, Reason.PARTIAL, "only a part that tells nothing by itself")
    if _says_only_the_order(asked, said):
        return Decision(0.25, Reason.LESS_PRECISE, "no figure, only its order of size")
    return None


def _breaks_off(asked: Asked, said: Said) -> bool:
    """Return whether an answer ends with a small word within the accepted text: "Treaty of"."""
    if not said.words or said.words[-1].form not in _CUT_OFF:
        return False
    forms = tuple(word.form for word in said.words)
    own = forms[1:] if forms[0] == "the" else forms
    if any(said.bag.issuperset(each.content) for each in asked.wanted):
        return False
    return any(
        len(each.forms) > len(own) and own in (each.forms[: len(own)], each.content[: len(own)])
        for each in asked.wanted
    )


def _says_only_the_kind(asked: Asked, said: Said) -> bool:
    """Return whether an answer has nothing but the last word of every accepted text, a kind of things: "plants"."""
    own = frozenset(said.content)
    if len(own) != 1 or not own <= KINDS:
        return False
    return all(
        len(each.content) > 1 and each.content[-1] in own and own.isdisjoint(each.content[:-1]) for each in asked.wanted
    )


def _says_a_kind_of_name(asked: Asked, said: Said) -> bool:
    """Return whether names are accepted and an answer only says what kind of thing it is, in words of the question: "a software company"."""
    if not _A_KIND.fullmatch(said.plain) or said.words[-1].form not in asked.forms:
        return False
    return all(each.text[:1].isupper() and not said.bag.issuperset(each.content) for each in asked.wanted)


def _says_only_the_region(asked: Asked, said: Said) -> bool:
    """Return whether a town is asked for and an answer has nothing but the region of an accepted one: "Ontario"."""
    if not _TOWN_ASKED.search(asked.text):
        return False
    regions = [frozenset(each.content) - frozenset(each.head) for each in asked.wanted if each.head]
    own = frozenset(said.content) - SMALL
    if not own or not any(own <= region for region in regions):
        return False
    return all(own.isdisjoint(each.head or each.content) for each in asked.wanted)


def _says_only_the_order(asked: Asked, said: Said) -> bool:
    """Return whether figures are accepted and an answer has none, only how large it is: "millions of years ago"."""
    if said.figures or said.dates or not _VAGUE.search(said.plain):
        return False
    return all(each.figures and not _VAGUE.search(each.text) for each in asked.wanted)
