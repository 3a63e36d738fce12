"""An alternative that has the accepted one on one side: "Vane or Arden", "It may have been the harp, the flute or the pipes"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import cannot_tell, mentions
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.words import Word

THREE = 3  # sides of one whose sides commas part
_LEAD = regex(
    r"\W*(?:(?:i (?:think|believe|guess)(?: that)?|(?:it|that|he|she|they)(?:'s| is| was| were| are)|the answer is|either|maybe|perhaps|probably) )*",
    re.IGNORECASE,
)
_OR = regex(
    r"(?:(?<![,?]) or |\?[\"']? [Oo]r )(?:(?:was it|maybe|perhaps|possibly|else) )*"
)  # behind a comma it mostly says the same again
_EITHER_ASKED = regex(r"\b(?:or|either)\b", re.IGNORECASE)
_LISTED = regex(r",? or (?:maybe |perhaps |possibly |else )?|, ")
_CHOICE = regex(r"\W*(?:(?:it|that|he|she|they)(?:'s| is| was| were| are) )?either\b", re.IGNORECASE)
_ONE_OF = regex(r"\W*(?:(?:it|that|he|she)(?:'s| is| was) )?(?:either )?one of (?=[A-Z])", re.IGNORECASE)
_ONE_ASKED = regex(r"\b(?:one of|name one|name an?)\b", re.IGNORECASE)
_THING = regex(r"(?:[Tt]he |an? )?[^,;:()\s]+(?: [^,;:()\s]+){0,4}")
_WORD = regex(r"(?:the |The )?(?:[A-Z][^,;:()]*|[a-z]+)")
_NAME = regex(r"(?:the |The )?[A-Z][^,;:()]*")
# the "harp, the" of "the harp, the flute or the pipes"
_OF_THE_LIST = regex(r"[\w'-]+(?: [\w'-]+)?, (?:(?:the|an?) )?")
_SETS_AGAINST = regex(r"(?:though|although|but|while|as|so|and|which|who)\b", re.IGNORECASE)
_UNSURE = regex(
    r"\b(?:either|may|might|could|possibly|perhaps|not (?:entirely |quite |completely )?(?:certain|sure|clear)|uncertain|unclear)\b",
    re.IGNORECASE,
)


def leaves_words_open(asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted words are only one side of an alternative: "Garnier or Perrin may have written it"."""
    most = TWO * SHORT * (TWO if said.options and cannot_tell(said.plain) else 1)
    if said.options < TWO or len(said.words) > most or not _UNSURE.search(said.plain):
        return None
    places = [word.start for word in said.words if word.form in asked.words]
    within = [any(low <= place < high for place in places) for low, high in said.sides]
    outside = [place for place in places if not any(low <= place < high for low, high in said.sides)]
    side = said.sides[0][0]
    lists = _SETS_AGAINST.match(said.plain, side) is None
    listed = [place for place in outside if lists and _OF_THE_LIST.fullmatch(said.plain, place, side)]
    if outside != listed or not (any(within) or listed) or all(within) or asked.is_negated:
        return None
    return Decision(0.25, Reason.SEVERAL_ANSWERS, "leaves several answers open")


def leaves_names_open(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer is nothing but names with "or" between them, and one of them is accepted.

    What is in common words is often one thing said twice: "the lift or elevator".
    """
    if _ONE_OF.match(said.plain) and len(said.words) <= SHORT and not _ONE_ASKED.search(asked.text):
        return _leaves_one_of_open(asked, said)
    if "or" not in said.bag or len(said.words) > SHORT or asked.is_negated or _EITHER_ASKED.search(asked.text):
        return None
    lead = _LEAD.match(said.plain)
    start = lead.end() if lead else 0
    listed = not asked.is_where or said.plain.count(",") >= TWO or _CHOICE.match(said.plain)
    marks = list((_LISTED if listed and "," in said.plain else _OR).finditer(said.plain, start))
    edges = [start, *(edge for mark in marks for edge in mark.span()), len(said.plain.rstrip(" .?!"))]
    sides = list(zip(edges[::2], edges[1::2], strict=True))
    least = TWO if marks and "," not in marks[0][0] else THREE
    named = _THING if _CHOICE.match(said.plain) else _WORD if len(sides) >= THREE else _NAME
    if len(sides) < least or not all(named.fullmatch(said.plain, low, high) for low, high in sides):
        return None
    by_letters = {each.initials for each in asked.wanted} & said.acronyms
    known = asked.words if asked.are_names and not mentions(asked, said) else frozenset()
    spans = mentions(asked, said) + [
        (word.start, word.end) for word in said.words if word.form in known or word.form in by_letters
    ]
    mine = [_holds(spans, side) for side in sides]
    others = [side for side, holds in zip(sides, mine, strict=True) if not holds]
    if not any(mine) or not others or not all(_is_another(side, asked, said) for side in others):
        return None
    return Decision(0.2, Reason.SEVERAL_ANSWERS, "leaves several answers open")


def _leaves_one_of_open(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer only says that it is one of several names: "One of Vane, Arden and Moe"."""
    others = [word for word in said.words if word.capital and word.form not in SMALL and is_strange(word, asked)]
    joined = "," in said.plain or "and" in said.bag or "or" in said.bag
    if not others or not joined or not mentions(asked, said):
        return None
    return Decision(0.2, Reason.SEVERAL_ANSWERS, "leaves several answers open")


def _holds(spans: list[Span], side: Span) -> bool:
    return any(side[0] <= start < side[1] for start, _ in spans)


def _is_another(side: Span, asked: Asked, said: Said) -> bool:
    """Return whether the words of one side are none of an accepted answer; a sign of two letters may be a name too."""
    own = [word for word in said.between(side[0], side[1]) if word.form not in SMALL]
    known = asked.words | asked.forms
    if own and all(word.form not in known if len(word.form) == 1 else is_strange(word, asked) for word in own):
        return True
    return _is_another_of_its_words(own, asked)


def _is_another_of_its_words(own: Sequence[Word], asked: Asked) -> bool:
    """Return whether one side is a name that has a word of every accepted one and lacks another: "The Last Rope", beside "The Long Rope"."""
    strange = [word for word in own if len(word.form) > 1 and word.capital and is_strange(word, asked)]
    forms = {word.form for word in own}
    return bool(strange) and all(
        len(each.content) > 1 and forms & each.golden and not each.golden <= forms for each in asked.wanted
    )
