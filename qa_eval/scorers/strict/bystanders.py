"""Names that an answer says for something else: who assisted, what lies near, where somebody came from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.names.variants import COUNTRIES, variants_of_kind
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.scorers.strict.wording import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers.strict.wording import Wording

Span = tuple[int, int]
_REACH = 60  # characters before a name in which its part is told

# what makes the name after it another's part in the matter; the last word is the one a question would ask with
_PARTS = regex(
    r"(?:\b(?:assisted|set up|supported|helped|succeeded|preceded|replaced|followed|rejected|turned down|dismissed|nominated|commissioned|edited|reviewed|criticized|criticised|praised|funded|requested|approved|inspired|influenced|advised"
    r"|accompanied|watched|introduced|coached|managed) by"
    r"|\b(?:pass|cross|corner|assist|free kick|through ball|letter|call|order|loan|transfer|request|instruction)s? (?:from|by)"
    r"|\bon behalf of|\bin (?:the )?(?:absence|place|honou?r|memory) of|\bnamed after|\btranslated (?:in)?to|\btranslated from"
    r"|\b(?:near|nearby|outside|beside|opposite|close to|next to|not far from|(?:north|south|east|west|miles|kilomet(?:re|er)s|km|hours?|minutes?|drive|walk|ride|flight|stops?) (?:of|from|outside))"
    r"|\b(?:day|days|week|weeks|month|months|year|years) (?:after|before|following)"
    r"|\b(?:son|daughter|brother|sister|wife|husband|father|mother|widow|deputy|predecessor|successor|rival|friend|colleague|student|pupil|assistant|aide) (?:of|to)"
    r"|,\s+(?:after|before|despite|following)(?:\s+[\w'-]+){1,4}|,\s+(?!including|being|becoming|making|naming|meaning|calling)[a-z]+ing|\b(?:ahead|in front) of"
    r"|\b(?:unlike|succeeding|replacing|following|after|before|against|despite|above|below|beneath|behind|replaced|succeeded|followed|preceded|ousted|acquired|overtook|took over from|outbid|sued|interviewed|fouled|tackled|outpaced))\s+(?:the\s+|an?\s+|his\s+|her\s+)?\Z",
    re.IGNORECASE,
)
# what is said after it of something that was considered and is not the answer
_RULED_OUT = regex(
    r"\s+(?:was|were|is|are|has been|have been|had been)\s+(?:later |soon |quickly |initially |also )?(?:ruled out|excluded|discounted|dismissed|disproved|disproven)\b",
    re.IGNORECASE,
)
_LEFT = regex(r"\b(?:left|leaving|leaves|leave|quit|departed)\s+(?:the\s+)?\Z|\bfrom\s+(?:the\s+)?\Z", re.IGNORECASE)
_GOING = regex(r"\s+(?:for|to|to join)\s+(?:the\s+)?[A-Z]")
_ASKS_ORIGIN = regex(r"\b(?:left|leave|leaving|from|quit|depart\w*|former|previous\w*)\b", re.IGNORECASE)
_SUBJECT = regex(r",?\s+(?:(?:who|was|were|has|had|been|then|later|finally)\s+){0,3}(?P<verb>[a-z]+)")
_STEM = 5  # letters by which two forms of a verb are one
_LEAST = 3  # letters of a verb
_SMALL = frozenset("the a an his her by of to from".split())  # noqa: SIM905 - a word list reads best as one text
_NO_VERBS = frozenset(
    [
        "was",
        "were",
        "the",
        "and",
        "has",
        "had",
        "who",
        "for",
        "are",
        "did",
        "does",
        "not",
        "his",
        "her",
        "its",
        "which",
        "what",
        "when",
        "where",
        "with",
        "that",
        "from",
    ]
)
_QUALIFIED = regex(r"(?P<place>[^\W\d_](?:[\w .'-]*?[\w.'-])?)\s*(?:,\s*|\s\()(?P<within>[A-Z](?:[\w .'-]*?\w)?)\W*")
_OF_PLACE = regex(r"\b(?:of|in|from)\s+(?:the\s+)?(?P<place>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*)")
_BRITISH = frozenset("uk unitedkingdom greatbritain britain".split())  # noqa: SIM905 - a word list reads best as one text
_NATIONS = frozenset(("england", "scotland", "wales"))
# where cities of other countries have namesakes
_STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    newhampshire newjersey newmexico newyork northcarolina northdakota ohio oklahoma oregon pennsylvania rhodeisland
    southcarolina southdakota tennessee texas utah vermont virginia washington westvirginia wisconsin wyoming ontario quebec
    novascotia newbrunswick manitoba britishcolumbia saskatchewan alberta newfoundland newsouthwales queensland tasmania""".split()  # noqa: SIM905 - a word list reads best as one text
)


def is_bystander(text: str, span: Span, question: str) -> bool:
    """Return whether the name at ``span`` is told to have had another part than the one asked for.

    >>> is_bystander("Di María, assisted by Messi", (22, 27), "Who scored?")
    True
    >>> is_bystander("It was assisted by Messi", (19, 24), "Who assisted?")
    False
    """
    before = text[max(0, span[0] - _REACH) : span[0]]
    if is_ruled_out(text, span, question):
        return True
    told = _PARTS.search(before)
    if told and not _stems(_telling(told[0])) & _stems(question):
        return True
    return bool(_LEFT.search(before) and _GOING.match(text, span[1]) and not _ASKS_ORIGIN.search(question))


def is_ruled_out(text: str, span: Span, question: str) -> bool:
    """Return whether an answer says of what stands at ``span`` that it is not the case, and the question does not ask for that.

    >>> is_ruled_out("An electrical fault was ruled out.", (3, 19), "What caused the fire?")
    True
    """
    said = _RULED_OUT.match(text, span[1])
    return said is not None and not _stems(said[0]) & _stems(question)


def another_did(wording: Wording, spans: Sequence[Span], question: str) -> str:
    """Return another name that does what is asked while the accepted one does something else: "Messi missed; Di María scored"."""
    asked = _stems(question)
    if any(_verb(wording.text, span[1]) in asked for span in spans):
        return ""
    if not any(_verb(wording.text, span[1]) for span in spans):
        return ""
    for name in wording.names:
        if any(name.start < end and start < name.end for start, end in spans):
            continue
        if _verb(wording.text, name.end) in asked:
            return name.text
    return ""


def placed_elsewhere(text: str, names: Sequence[str], question: str) -> str:
    """Return where an answer puts the accepted place that the accepted names or the question rule out; "" for nowhere.

    >>> placed_elsewhere("Paris, Texas", ("Paris",), "What is the capital of France?")
    'Texas'
    >>> placed_elsewhere("Geneva, New York", ("Geneva, Switzerland", "Geneva"), "Where was it?")
    'New York'
    """
    found = _QUALIFIED.fullmatch(text.strip())
    if found is None or not _is_country_or_state(found["within"]):
        return ""
    within = key(found["within"])
    if set(within) <= set(key(question)) or any(set(within) <= set(key(name)) for name in names):
        return ""
    qualified = [match["within"] for name in names if (match := _QUALIFIED.fullmatch(name))]
    of_question = [match["place"] for match in _OF_PLACE.finditer(question)]
    others = [place for place in (*qualified, *of_question) if _is_country_or_state(place)]
    if any(_same_country(place, found["within"]) for place in others):
        return ""
    return found["within"] if others else ""


def _is_country_or_state(place: str) -> bool:
    joined = _joined(place)
    return joined in _STATES or joined in variants_of_kind(COUNTRIES)


def _same_country(one: str, other: str) -> bool:
    pair = {_joined(one), _joined(other)}
    if pair <= _BRITISH | _NATIONS and not pair <= _NATIONS:
        return True  # England is in the UK
    return _joined(other) in variants_of_kind(COUNTRIES).get(_joined(one), frozenset((_joined(one),)))


def _joined(place: str) -> str:
    return "".join(words(place)).replace(".", "")


def _telling(part: str) -> str:
    """Return the word by which a question would ask for such a part: "assisted" of "assisted by the"."""
    return next((word for word in reversed(words(part)) if word not in _SMALL), "")


def _verb(text: str, end: int) -> str:
    found = _SUBJECT.match(text, end)
    verb = found["verb"] if found else ""
    return verb[:_STEM] if len(verb) >= _LEAST and verb not in _NO_VERBS else ""


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words(text) if len(word) >= _LEAST and word not in _NO_VERBS)
