"""Figures whose surroundings say that they are no rivals: "$455 million (operating profit: $51 million)" gives one answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._stated.sources import MADE_FROM, SOURCE_ASKED
from qa_eval.scorers._words.verbs import stems

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

_WORD = regex(r"[^\W\d_]{3,}")
# what only says the figure over again, or another way
_SAYS_AGAIN = frozenset(
    """about approximately approx around roughly nearly almost circa equals equal equivalent that what which thousand million billion trillion percent per
    cent each total exactly precisely just over under more than less least most""".split()  # noqa: SIM905 - a word list reads best as one text
)
# what leaves it open which of the two is right
_DOUBTS = frozenset(
    """some say says said claim claims claimed report reports reported according maybe perhaps possibly other others sources source actually not correct
    correction later revised updated originally estimate estimated estimates""".split()  # noqa: SIM905 - a word list reads best as one text
)
_MINUTES = regex(r"\(\s*\d{1,3}(?:\+\d{1,2})?['’](?:\s*(?:,|and|&)\s*\d{1,3}(?:\+\d{1,2})?['’])*\s*\)")
# behind a figure: "The 31 doesn't go there", "or £640 million in all"
_IS_NOT = regex(
    r"\s+(?:doesn't|does not|isn't|is not)\b(?! (?:yet )?(?:includ|count|cover|contain|reflect))", re.IGNORECASE
)
_WITHHELD = regex(
    r"(?:\s+[a-z-]+){1,3}\s+(?:was|were|is|are|has been|had been|will be)(?:\s+(?:not|never)|n['’]t)\s+(?:paid|given|awarded|handed out|granted|claimed|won|needed|used|spent|added|included|due|built|made|reached|held)\b",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
# "64 percent are not"
_ARE_NOT = regex(
    r"(?:\s+[a-z]+)?\s+(?:do|does|did|are|is|were|was|have|has|had|will|would)(?:\s+not|n['’]t)(?=\s*(?:\Z|[.,;!]))",
    re.IGNORECASE,
)
_DID_NOT = regex(
    r"(?:\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+)?(?:\d[\d,]*|[a-z]+))?(?:\s+[a-z]+)?\s+(?:(?:do|does|did|are|is|were|was|have|has|had|will|would|could)(?:\s+not|n['’]t)|(?:have\s+|had\s+|has\s+|were\s+)?never|(?:have\s+|had\s+)?fail(?:s|ed)?\s+to|refused?\s+to|(?:were|was|are|is)\s+unable\s+to)\s+(?:[a-z]+ly\s+|be\s+|been\s+)?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
# what an account says of a figure: "(6.2 % as reported)"
_AS_REPORTED = regex(
    r"\bas (?:previously |originally )?(?:reported|published|stated)\b|\breported basis\b", re.IGNORECASE
)
_THE = regex(r"\bthe\s+$", re.IGNORECASE)
_IN_ALL = regex(r"\s+(?:in all|in total|altogether|overall|all told)\b", re.IGNORECASE)
_OFF = regex(r"\s+(?:off|away from|(?:to the )?(?:north|south|east|west)[a-z-]*\s+of|inland)\b", re.IGNORECASE)
_FAR_ASKED = regex(r"\b(?:how far|distance|away|off)\b", re.IGNORECASE)
_DISCOUNT = regex(
    r"\b(?P<what>discount|reduction|rebate|saving|surcharge|deposit|refund|increase|rise)\s+of\s+(?:about\s+)?\Z",
    re.IGNORECASE,
)
_EACH = regex(r"\s*\b(?:an?|per|each|apiece)\b\s*(?=[a-z]|\Z|[.,;])")
_OR = regex(
    r"\s*(?:or|and|to|/|[–-])\s*|(?:\s*,)?\s*(?:or\s+)?(?:perhaps|maybe|possibly)\s+",
    re.IGNORECASE,
)
_ASIDE = regex(r"\([^()]*\)")
MOST = 100  # characters of an aside
_INTERVAL = regex(r"\b(?:intervals?|CI)\b")
_OF_YEAR = regex(
    r"\s*(?:in\s+)?(?:(?:19|20)\d\d|last year|(?:the )?(?:previous|prior) year|(?:the )?year before)\s*:", re.IGNORECASE
)
_ADJUSTED = regex(
    r"\b(?:constant (?:currenc(?:y|ies)|(?:exchange )?rates)|adjusted|underlying|organic(?:ally)?|like[- ]for[- ]like|core|comparable|pro forma|excluding|normali[sz]ed)\b",
    re.IGNORECASE,
)
_REPORTED_ASKED = regex(r"\b(?:reported|statutory|headline|unadjusted|nominal|IFRS|GAAP)\b", re.IGNORECASE)
_REPORTED = regex(
    r"\W*(?:(?:it (?:was|is)|(?:as )?reported|statutory|headline|unadjusted|nominal|IFRS|GAAP)[:,]?\s+)?(?:about\s+)?[$€£+−-]?\d[^()]{0,30}?\s*(?:(?:as |on an? |in )?(?:reported|statutory|headline|unadjusted|nominal|IFRS|GAAP)\b(?:\s+(?:basis|terms|figures?|rates?))?\W*)?",
    re.IGNORECASE,
)


def is_labelled(text: str, figure: Quantity, right: Quantity) -> bool:
    """Return whether a figure stands in brackets with words of its own, so that it is told of something else than the right one.

    >>> from qa_eval.reading.quantities import read_quantities
    >>> text = "62 % voted for it (38 % voted against)"
    >>> is_labelled(text, *reversed(read_quantities(text)))
    True
    """
    if not figure.parenthesised or right.parenthesised:
        return False
    start, end = text.rfind("(", 0, figure.start), text.find(")", figure.end)
    if start < 0 or end < 0 or end - start > MOST:
        return False
    inside = text[start + 1 : end]
    if _MINUTES.fullmatch(text, start, end + 1):
        return True
    if _AS_REPORTED.search(inside) or _OF_YEAR.match(inside):
        return True
    own = {word.lower() for each in (figure, right) for word in _WORD.findall(f"{each.text} {each.noun} {each.unit}")}
    words = [word.lower() for word in _WORD.findall(inside)]
    return _DOUBTS.isdisjoint(words) and any(word not in own and word not in _SAYS_AGAIN for word in words)


def without_asides(text: str) -> str:
    """Return an answer without what stands in brackets, unless nothing else is left."""
    bare = _ASIDE.sub(" ", text) if "(" in text else text
    return bare if any(map(str.isalnum, bare)) else text


def is_denied_behind(text: str, figure: Quantity, question: str) -> bool:
    """Return whether what stands behind a figure says no of the one thing with that number: "The 31 doesn't go there", not "12 did not come"."""
    if _IS_NOT.match(text, figure.end) is not None and right_before(_THE, text, figure.start) is not None:
        return True
    return (
        _ARE_NOT.match(text, figure.end) is not None
        or _did_not(text, figure, question)
        or _is_withheld(text, figure, question)
    )


def _did_not(text: str, figure: Quantity, question: str) -> bool:
    """Return whether a figure is of those that did not do what is asked: "13 did not sink", where it is asked how many sank."""
    did_not = _DID_NOT.match(text, figure.end)
    return did_not is not None and _NOT.search(question) is None and bool(stems(did_not["verb"]) & stems(question))


def _is_withheld(text: str, figure: Quantity, question: str) -> bool:
    """Return whether a figure is that of a thing that did not come about: "the $20,000 bonus was not paid"."""
    if _NOT.search(question) is not None or right_before(_THE, text, figure.start) is None:
        return False
    return _WITHHELD.match(text, figure.end) is not None


def stands_beside(text: str, figure: Quantity, right: Quantity, question: str) -> bool:
    """Return whether a figure is told beside the right one, as something else than is asked for."""
    return (
        _is_total(text, figure, question)
        or _is_in_total(text, figure, right)
        or _is_rate_of(text, figure, right, question)
        or _is_distance(text, figure, question)
        or _is_discount(text, figure, right, question)
        or _is_estimate(figure, right, question)
        or _is_source(text, figure, right, question)
        or _is_on_another_basis(text, figure, right, question)
    )


def _is_total(text: str, figure: Quantity, question: str) -> bool:
    """Return whether a figure is what it comes to in all, where that is not asked for: "212p a share, or £640 million in all"."""
    return _IN_ALL.match(text, figure.end) is not None and _IN_ALL.search(question) is None


def _is_in_total(text: str, figure: Quantity, right: Quantity) -> bool:
    """Return whether a figure is a part of what it comes to in all: "240 in all, 60 in the north"."""
    return right.end <= figure.start and figure.value < right.value and _IN_ALL.match(text, right.end) is not None


def _is_distance(text: str, figure: Quantity, question: str) -> bool:
    """Return whether a figure is how far off something lies, where that is not asked for: "47 m down, some 6 km off the cape"."""
    return _OFF.match(text, figure.end) is not None and _FAR_ASKED.search(question) is None


def _is_discount(text: str, figure: Quantity, right: Quantity, question: str) -> bool:
    """Return whether a figure is what something was made cheaper or dearer by: "gets a discount of £18 and so pays £78"."""
    told = right_before(_DISCOUNT, text, figure.start)
    if told is None or right_before(_DISCOUNT, text, right.start) == told:
        return False
    return told["what"].lower() not in question.lower()


def _is_rate_of(text: str, figure: Quantity, right: Quantity, question: str) -> bool:
    """Return whether a figure is for each of many, where the whole is asked for: "3 cents an acre, or $15 million in total"."""
    if _OR.fullmatch(text, right.end, figure.start) is not None:
        return False  # "two or three a day"
    return _is_rate(text, figure) and not _is_rate(text, right) and _EACH.search(question) is None


def _is_rate(text: str, figure: Quantity) -> bool:
    return " / " in figure.unit or _EACH.match(text, figure.end) is not None


def _is_estimate(figure: Quantity, right: Quantity, question: str) -> bool:
    """Return whether a figure is what the interval that is asked for is one of: the 0.72 of "0.72 (0.58 to 0.89)"."""
    if right.high is None or figure.high is not None or figure.end > right.start:
        return False
    return right.value <= figure.value <= right.high and _INTERVAL.search(question) is not None


def _is_source(text: str, figure: Quantity, right: Quantity, question: str) -> bool:
    """Return whether a figure is that of what the right one was made from: "532 nm, obtained by doubling the frequency of a 1064 nm beam"."""
    if right.end > figure.start or MADE_FROM.fullmatch(text, right.end, figure.start) is None:
        return False
    return SOURCE_ASKED.search(question) is None


def _is_on_another_basis(text: str, figure: Quantity, right: Quantity, question: str) -> bool:
    """Return whether a figure in brackets is told as reported where the adjusted one is asked for: "7 % (6 % as reported)"."""
    if not figure.parenthesised or right.parenthesised or _ADJUSTED.search(question) is None:
        return False
    start, end = text.rfind("(", 0, figure.start), text.find(")", figure.end)
    inside = text[start + 1 : end]
    told = _REPORTED.fullmatch(inside) is not None and _REPORTED_ASKED.search(inside) is not None
    return told and _REPORTED_ASKED.search(question) is None
