"""The part of an answer that speaks of what is asked: "It has 220 branches and must sell 14" says of selling only the second."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical
from qa_eval.reading.verbs import AN_AUXILIARY, is_past, stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.dimensions import NOUNS_OF
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import folded, key
from qa_eval.scorers.strict.parts.led_in import before_explanation, behind_leads, behind_namely

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300  # characters; in a longer answer, much is told of others
_JOINT = regex(r";\s+|\.\s+(?=[A-Z])|,?\s+(?:and|but|while|whereas|whilst)\s+(?:then\s+)?|,?\s+then\s+", re.IGNORECASE)
_CHOICE = regex(
    r"\b(?:or|either|maybe|perhaps|possibly|not|never|actually|wrong|instead|some|others?"
    r"|(?:new|revised|updated|final|real|right|correct(?:ed)?) (?:date|day|time|year|figure|number|total|value|count|amount)|last (?:in|on))\b|n't\b|\?",
    re.IGNORECASE,
)
_DEED = regex(
    rf"\b(?:{AN_AUXILIARY})\s+(?P<who>(?:the|an?|its|his|her|their|our|your)\s+(?:[\w'’-]+\s+){{1,4}}?|(?:(?:this|that|these|those|it|they|he|she|you|we|i)\b|(?-i:[A-Z])[\w'’-]*)\s+(?:[\w'’-]+\s+){{0,3}}?)"
    r"(?:(?:have|has|had|need)\s+(?:to\s+)?)?(?P<verb>(?-i:[a-z]+))(?=\s*\?|\s+(?:in|on|at|for|from|to|with|during|after|before|by|into|as|when|last|per|a|an|the|each|every|this|behind|against|out|up|down|off|away|about|over)\b)",
    re.IGNORECASE,
)
_WHAT_IS = regex(r"\W*what\s+(?:is|are|was|were)\s", re.IGNORECASE)
_OF_THE_SAME = regex(r"\W*(?:it|he|she|they)\s", re.IGNORECASE)
# what leads in, of another time or thing: "Launched in 2017, it …", "After 24 goals last season she …"
_LEADING = regex(
    r"\W*(?:(?P<moment>after|following|despite|having|from)\s[^,.;]*?(?:last|previous|earlier|before|first)\s[a-z]+|[a-z]{3,}ed\s+(?:in|on|by)\s[^,.;]*(?=,)),?\s+(?=(?:it|she|he|they|the\s+[a-z]+)\s)",
    re.IGNORECASE,
)
# "The Falcons, who came in four points behind, had 61"
_RELATIVE = regex(r",\s+(?:who|which|whose)\s(?:[^,.;!?]|[.,](?=\d))*,(?=\s)", re.IGNORECASE)
_IN_ALL = regex(
    r",\s+(?:so|thus|hence|therefore|making|which makes|giving)\s+(?P<total>[^.;!?]*(?:\.\d[^.;!?]*)?\b(?:in all|in total|altogether))\b",
    re.IGNORECASE,
)
# "then turn it down to 100 °C to dry them"
_PURPOSE = regex(
    r"(?P<before>.*\d.*?)(?:[;,.]|\s(?=and\s|then\s))\s*(?:and\s+)?(?:then\s+)?(?P<own>(?:[^;,.]|[.,](?=\d))*?\d(?:[^;,.]|[.,](?=\d))*?)\s+(?:to|for)\s+(?P<verb>[a-z]+)\b[^;,.\d]*[.!]?",
    re.IGNORECASE,
)
_TO_DO = regex(r"\bto (?P<verb>[a-z]+)\s+(?:at|on|in|by)\s", re.IGNORECASE)
# "three eggs and 200 g of sugar", "three, plus one yolk"
_AND_OTHER = regex(
    r",?\s+(?:and|plus)\s+(?:about\s+)?(?:\d[\d,.]*\s?(?:[a-z]{1,10}\s+of\s+)?|(?:one|two|three|four|five|six|an?)\s+(?:[a-z]+\s+of\s+)?)(?P<what>(?!(?:half|quarter|third)\b)[a-z]{3,})(?=\W*\Z|\s+(?:for|in|on|at|to)\b)",
    re.IGNORECASE,
)
_MODAL = regex(
    r"\b(?:must|may|should|shall|needs|wants)\b|\b(?:it|he|she)\s+[a-z]{2,}s\b|\A\W*[a-z]{2,}s\s+(?:at|on|in|to|from|for)\b",
    re.IGNORECASE,
)
_SPAN = regex(
    r"\bfrom\s+(?P<first>[^.;!?]{1,40}?)\s+(?:to|until|till|through)\s+(?P<last>[^.;,!?]{1,40}?(?:\s[ap]\.m\.)?)(?=[.;,!?]?(?:\s|\Z))(?=[.;,!?\s]|\Z)(?:[.;,!?]|\Z|\s+(?:on|in|every|each|daily)\b)",
    re.IGNORECASE,
)
_BARE_SPAN = regex(
    r"\W*(?P<first>\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)\s*(?:to|until|till|[–—-])\s*(?P<last>\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)\W*",
    re.IGNORECASE,
)
_ENDS = regex(
    r"\b(?:ends?|ended|clos(?:e|es|ed|ing)|finish(?:es|ed)?|until when|last day|stops?|stopped|over)\b", re.IGNORECASE
)
_BEGINS = regex(r"\b(?:begins?|began|start(?:s|ed)?|open(?:s|ed)?|first day)\b", re.IGNORECASE)
# "The hole is 12 cm wide and reaches a depth of 2.3 km"
_SIDE = regex(
    r"(?:\b(?:and|,)\s+)?\b\d[\d.,]*\s?(?:mm|cm|m|km|ft|feet|foot|inch(?:es)?|in|yards?|miles?|met(?:re|er)s?|centimet(?:re|er)s?|kilomet(?:re|er)s?|millimet(?:re|er)s?)\s+(?P<way>wide|long|high|tall|deep|thick|across|in diameter|apart)\b",
    re.IGNORECASE,
)
# "Holders registered on 9 June receive it on 30 June"
_THOSE = regex(
    r"\W*(?P<who>(?:those|anyone|anybody|everyone|all|people|customers|members|(?:share|bond|card)?holders|the [a-z]+s|[a-z]+ers)\s[^,.;!?]*?\b(?:on|by|before|since|from)\s+[^,.;!?]*?\d[^,.;!?]*?)\s+(?=(?:will|can|must|(?-i:may)|shall|are|were|is|gets?|receives?|received|got|pays?|paid|has|have|had)\b)",
    re.IGNORECASE,
)
_HAVING = regex(
    r",\s+having\s[^.;!?\n]+[.!]?\s*\Z", re.IGNORECASE
)  # what was before: "1996, having first won it in 1969"
_HOW_FAR = regex(
    r"\bhow (?:wide|long|high|tall|deep|thick)\b|\b(?:width|length|height|depth|thickness|diameter)\b", re.IGNORECASE
)
_DIFFERENCE = regex(r"\b(?:ahead|behind|fewer|more|less|clear|better|worse)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def deed_asked(question: str) -> re.Match[str] | None:
    """Return who does what by a question; None for none, as in "What was the rider's average speed in the trial?".

    >>> asked = deed_asked("When did the shop open on Monday?")
    >>> asked and asked["verb"], deed_asked("What is the top speed of the car?")
    ('open', None)
    """
    found = _DEED.search(question)
    if found is None or _WHAT_IS.match(question, 0, found.start("who")) is None:
        return found
    verb = folded(found["verb"])
    return found if is_past(verb) or verb.endswith("ing") else None


def own_parts(text: str, question: str) -> Iterator[str]:
    """Yield parts of an answer that by themselves speak of what is asked, where the rest speaks of something else.

    >>> list(own_parts("It has 220 branches and must sell 14.", "How many branches must the bank sell?"))
    ['must sell 14.']
    >>> list(own_parts("Launched in 2017, it arrived in 2021.", "When did the probe arrive?"))
    ['it arrived in 2021.']
    """
    if len(text) > LONGEST:
        return
    yield from before_explanation(text)
    yield from behind_namely(text)
    if _CHOICE.search(text):
        return
    asked = stems(question)
    if purpose := _of_purpose(text, question):
        yield purpose
        return
    yield from behind_leads(text, question)
    yield from _of_span(text, question)
    if _HOW_FAR.search(question):
        own = _SIDE.sub(lambda found: found[0] if _is_asked(found["way"], question) else "", text)
        if own != text:
            yield own
    lead = _LEADING.match(text)
    if lead and (lead["moment"] or not stems(lead[0]) & asked):
        yield text[lead.end() :]
    aside = _RELATIVE.search(text)
    if aside and (
        _DIFFERENCE.search(aside[0])
        or not (stems(aside[0]) & asked) - stems(text[: aside.start()] + text[aside.end() :])
    ):
        yield f"{text[: aside.start()]} {text[aside.end() :]}"
    those = _THOSE.match(text)
    if those and not stems(those["who"]) & asked:
        yield f"{those['who'].split()[0]} {text[those.end() :]}"
    if had := _HAVING.search(text):
        yield text[: had.start()]
    yield from clauses_of_deed(text, question)
    yield from _ends_and_beginnings(text, asked)


def _of_purpose(text: str, question: str) -> str:
    """Return the last clause of an answer where it alone says that it does something for what is asked about; "" for none.

    >>> _of_purpose("Preheat to 150 °C, then cool it to 100 °C to dry them.", "At what temperature are they dried?")
    'cool it to 100 °C'
    """
    told = _PURPOSE.fullmatch(text) if " to " in text or " for " in text else None
    deed = deed_asked(question) if told else None
    if told is None or deed is None or stems(deed["verb"]) & stems(told["before"]):
        return ""
    same = stems(deed["verb"]) & stems(told["verb"]) or possible(folded(deed["verb"])) & possible(folded(told["verb"]))
    return told["own"] if same else ""


def _is_asked(way: str, question: str) -> bool:
    """Return whether a question asks how far something goes one way: "long" where its length is asked for."""
    way = way.lower().removeprefix("in ")
    return regex(rf"\b(?:{'|'.join((way, *NOUNS_OF.get(way, ())))})\b").search(question.lower()) is not None


def _ends_and_beginnings(text: str, asked: frozenset[str]) -> Iterator[str]:
    """Yield what an answer comes to in the end, and what it gives before it counts another thing, or in the one clause of its own."""
    if total := _IN_ALL.search(text):
        yield total["total"]
    led = _TO_DO.search(text)
    if led and stem_of(led["verb"]) in asked:
        yield text[led.start("verb") :]
    another = _AND_OTHER.search(text)
    if another and canonical(another["what"].lower()) is None and stem_of(folded(another["what"])) not in asked:
        yield text[: another.start()]
    clauses = _clauses(text)
    said = [stems(clause) & asked for clause in clauses]
    most = max(said, key=len)
    if (
        len(clauses) > 1
        and all(said)
        and sum(each == most for each in said) == 1
        and all(each <= most for each in said)
    ):
        yield clauses[said.index(most)]


def _of_span(text: str, question: str) -> Iterator[str]:
    """Yield the end of a span where it is asked when something ends, its beginning where it begins."""
    span = _SPAN.search(text) or _BARE_SPAN.fullmatch(text)
    ends, begins = (
        (_ENDS.search(question) is not None, _BEGINS.search(question) is not None) if span else (False, False)
    )
    if span and ends != begins:
        yield span["last"] if ends else span["first"]


def clauses_of_deed(text: str, question: str) -> Iterator[str]:
    """Yield the one clause that has the verb of the question, or the one that has its subject, where another has neither.

    >>> list(clauses_of_deed("He came on 3 May and left on 5 May.", "When did he leave?"))
    ['left on 5 May.']
    """
    deed = deed_asked(question)
    clauses = _clauses(text) if deed else []
    if deed is None or len(clauses) < 2:  # noqa: PLR2004 - nothing to choose from
        return
    said = [stems(clause) for clause in clauses]
    verb, who = stems(deed["verb"]), stems(deed["who"])
    for wanted, other in ((verb, who), (who, frozenset[str]())):
        own = [place for place, each in enumerate(said) if wanted and wanted <= each]
        if not own and wanted is verb:  # "It started in 1706 and ended in 1713", where it is asked when it began
            meant = possible(deed["verb"])
            own = [place for place, clause in enumerate(clauses) if any(meant & possible(word) for word in key(clause))]
        if len(own) != 1 or not any(map(str.isalnum, clauses[own[0]])):
            continue
        if wanted is verb and not all(map(_is_statement, clauses)):
            continue  # "3,000 were sent in January and 4,000 in March"
        rest = frozenset[str]().union(*(each for place, each in enumerate(said) if place != own[0]))
        if not (rest & other) - said[own[0]] or _OF_THE_SAME.match(clauses[own[0]]):
            yield clauses[own[0]]
            return  # the clause with the subject alone tells something else


def _clauses(text: str) -> list[str]:
    edges = [(0, 0), *(joint.span() for joint in _JOINT.finditer(text)), (len(text), len(text))]
    return [text[before[1] : after[0]] for before, after in pairwise(edges)]


def _is_statement(clause: str) -> bool:
    return has_verb(clause) or _MODAL.search(clause) is not None
