"""Somebody or something of the accepted one's, and what only bears its name: "Orwell's publisher", "Apple Records"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.echoes import is_strange
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.words import SMALL, TITLES, form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST = 3  # words of a longer name
_NUMBER_ASKED = regex(r"\b(?:plural|singular)\b", re.IGNORECASE)
_RELATIVES = (
    r"(?:(?:great-)?grand|step|half-)?(?:son|daughter|brother|sister|father|mother|child|parent)(?:-in-law)?|wife|husband|widow(?:er)?|cousin|uncle|aunt|nephew|niece"
    r"|fianc[eé]e?|lover|mistress|girlfriend|boyfriend|heir|ancestor|descendant|friend|rival|enem(?:y|ie)|opponent|competitor|contemporary|namesake|neighbou?r"
    r"|pupil|student|apprentice|disciple|follower|imitator|teacher|tutor|mentor|coach|trainer|assistant|secretary|agent|manager|lawyer|doctor|bodyguard|chauffeur"
    r"|biographer|translator|publisher|editor|ghostwriter|partner|colleague|deputy|successor|predecessor|boss|employer|employee|landlord|patron"
    r"|guide|porter|companion|aide|nurse|cook|squire|page|valet|driver|pilot|navigator|lieutenant|commander|gardener|illustrator|librettist|accompanist|engineer|mechanic|foreman|helper|coauthor|co-author|teammate"
    r"|compan(?:y|ie)|firm|workshop|studio|supplier|subsidiar(?:y|ie)|customer|client|owner|suburb|outskirt|tribute (?:band|act)"
)
_LEAD = r"\W*(?:(?:it|that|he|she|they|this)(?:'s| is| was| were| are) )?(?:by )?(?:the |an? |one of (?:the )?|his |her |their )?"
_BETWEEN = r"(?:(?!of\b|and\b|or\b|who\b|is\b|was\b)[a-z-]+ ){0,3}?"
_PLACE = r"(?: (?:at|in|from|during) [\w' -]{1,40})?"
_NAME = r"(?-i:[A-Z])[\w'.-]*(?: (?-i:[A-Z])[\w'.-]*){0,2}"
_HIS = regex(
    rf"{_LEAD}(?P<who>[^,.;:!?()]{{1,60}}?)'s? {_BETWEEN}(?P<what>{_RELATIVES})s?{_PLACE}(?:,? {_NAME})?\W*",
    re.IGNORECASE,
)
_OF = regex(
    rf"{_LEAD}{_BETWEEN}(?P<what>{_RELATIVES})s? (?:of|to) (?P<who>[^,.;:!?()]{{1,60}}?)(?:, {_NAME})?\W*",
    re.IGNORECASE,
)
_ITS_OWN = regex(rf"(?:(?<='s)|(?<=s')|'s?) {_BETWEEN}(?P<what>{_RELATIVES}),? (?P<name>{_NAME})", re.IGNORECASE)
_MAKES = regex(r"\b(?:make|manufactur|produc|buil[dt]|sell|publish|own)", re.IGNORECASE)
_FIRM = regex(r"compan(?:y|ie)|firm", re.IGNORECASE)
_KINDS_ASKED = regex(
    r"\b(?:which|what) (?:[a-z]+ ){0,2}?(?:company|firm|manufacturer|maker|brand|planet|country|nation|state|city|town|river|language|metal|god|goddess|king|queen|person)\b"
)
# what a name is that ends so, and by which words of a question just that is asked for
_BEARERS = {
    form(kind): regex(rf"\b(?:{asked})", re.IGNORECASE)
    for kind, asked in {
        "records": r"label|record|album|song|single|music|releas|sign|sing|sang|band|publish|track|disc",
        "university": r"universit|school|college|stud|graduat|degree|educat|campus|taught|teach|attend|academ|facult|research",
        "college": r"universit|school|college|stud|graduat|degree|educat|campus|taught|teach|attend|academ|facult|research",
        "tech": r"universit|school|college|stud|graduat|degree|educat|campus|taught|teach|attend|academ|facult|research|compan|firm",
        "school": r"school|college|stud|educat|taught|teach|attend",
        "foundation": r"foundation|charit|fund|grant|donat|trust|organi[sz]ation|sponsor",
        "valley": r"valley|region|area",
        "museum": r"museum|exhibit|display|collection|galler|hous",
        "stadium": r"stadium|arena|play|match|game|venue|ground",
        "airport": r"airport|land|fl(?:y|ew|ight)|air",
        "street": r"street|road|avenue|address",
        "avenue": r"street|road|avenue|address",
        "hospital": r"hospital|clinic|treat|medic",
        "prize": r"prize|award|won|win",
        "award": r"prize|award|won|win",
        "bridge": r"bridge|cross|span",
    }.items()
}


def by_relation(asked: Asked, said: Said) -> Decision | None:
    """Return what decides that an answer is only related to the accepted one, or another thing of its name; None where nothing does."""
    return (
        is_only_related(asked, said)
        or is_one_of_its_own(asked, said)
        or only_bears_the_name(asked, said)
        or is_within_another_name(asked, said)
        or is_of_another_number(asked, said)
    )


def is_only_related(asked: Asked, said: Said) -> Decision | None:
    """Decide where all that a short answer gives is somebody or something of the accepted one's: "the father of Anna Keller"."""
    if not ("'" in said.plain or "of" in said.bag or "to" in said.bag) or len(said.words) > SHORT or asked.is_negated:
        return None
    if asked.words.isdisjoint(said.bag):
        return None
    told = _HIS.fullmatch(said.plain) or _OF.fullmatch(said.plain)
    if told is None or (_MAKES.search(asked.text) and _FIRM.fullmatch(told["what"])):
        return None  # "Ford's company", who makes the cars
    if form(told["what"].lower()) in asked.forms or _says(told["what"], asked):
        return None
    who = said.plain[slice(*told.span("who"))]
    start, end = told.span("who")
    inside = {word.form for word in said.between(start, end)}
    outside = {word.form for word in said.words if not start <= word.start < end}
    if not inside & asked.words or outside & asked.words:
        return None
    return Decision(0.15, Reason.WRONG_NAME, f'only what is related to "{who.strip()}"')


def is_one_of_its_own(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer names the accepted one only to tell whose rival or pupil somebody is: "Vane's rival, Paul Cole, built it"."""
    if "'" not in said.plain or asked.is_negated or not asked.is_person:
        return None
    surnames = [(word.start, word.end) for word in said.words if word.capital and word.form in asked.surnames]
    spans = mentions(asked, said) or surnames
    told = [_ITS_OWN.match(said.plain, end) for _, end in spans]
    if not spans or not all(told):
        return None
    for each in filter(None, told):
        name = [word for word in said.words if each.start("name") <= word.start < each.end("name")]
        if form(each["what"].lower()) in asked.forms or not any(is_strange(word, asked) for word in name):
            return None
    return Decision(0.15, Reason.WRONG_NAME, "only somebody of the accepted one's")


def _says(word: str, asked: Asked) -> bool:
    return any(form(word.lower()) in each.golden for each in asked.wanted)


def only_bears_the_name(asked: Asked, said: Said) -> Decision | None:
    """Decide where another kind of thing than is asked for bears the accepted name: "Apple Records", for a maker of phones."""
    if not said.content or said.content[-1] not in _BEARERS or len(said.words) > SHORT:
        return None
    kind = said.content[-1]
    asks = asked.is_who or _KINDS_ASKED.search(asked.text.lower()) is not None
    if not asks or not said.words[-1].capital or _BEARERS[kind].search(asked.text):
        return None
    if any(kind in each.golden for each in asked.wanted):
        return None
    own = _named(said.content[:-1])
    if own and any(own == _named(each.content) for each in asked.wanted):
        return Decision(0.15, Reason.WRONG_NAME, "another thing of the accepted name")
    return None


def is_of_another_number(asked: Asked, said: Said) -> Decision | None:
    """Decide where a question asks for a plural or singular, and the answer gives the accepted word in the other one only."""
    if not _NUMBER_ASKED.search(asked.text):
        return None
    written = {said.lowered(word) for word in said.words}
    if any(written.issuperset(each.text.lower().split()) for each in asked.wanted):
        return None
    if any(each.golden <= said.bag for each in asked.wanted):
        return Decision(0.1, Reason.WRONG_WORDS, "the accepted word in another number")
    return None


def is_within_another_name(asked: Asked, said: Said) -> Decision | None:
    """Decide where nothing but a longer name is given, which has the accepted word in the plural: the Kings of Leon, for King."""
    if not LEAST <= len(said.words) <= SHORT or any(len(each.content) > 1 for each in asked.wanted):
        return None
    if not all(word.capital or word.form in SMALL for word in said.words) or not said.plain.replace(" ", "").isalpha():
        return None
    own = [word for word in said.words if word.form in asked.words]
    written = {said.lowered(word) for word in own}
    accepted = {word.lower() for each in asked.wanted for word in each.text.split()}
    if len(own) != 1 or written & accepted or not all(word.endswith("s") for word in written):
        return None
    others = [word for word in said.words if word.capital and word not in own and word.form not in SMALL]
    if others and not any(word.form in asked.forms for word in others):
        return Decision(0.2, Reason.WRONG_NAME, "another name that has the accepted word in the plural")
    return None


def _named(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(each for each in forms if each not in SMALL and each not in TITLES)
