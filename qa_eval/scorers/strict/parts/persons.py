"""Persons of whom an answer tells what the document tells of another: "the treasurer, Ann Ray", where Ben Hill is the treasurer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SMALL, folded, key
from qa_eval.scorers.strict.parts.doers import names_in
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from qa_eval.model import Document
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 120  # characters; a longer answer tells more
_MOST_READ = 4_000  # characters of a document
_NAME = r"[A-Z][\w'’-]*[a-z](?:\s+[A-Z][\w'’-]*[a-z]){1,2}"
_ASKS_WHO = regex(r"\bwho(?:m|se)?\b", re.IGNORECASE)
_OFFICE = regex(
    rf"\W*(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?P<before>[a-z]+(?:\s+[a-z]+)?),?\s+(?P<first>{_NAME})\W*"
    rf"|\W*(?P<then>{_NAME})(?:,|\s+(?:is|was|as))\s+(?:the|its|their)\s+(?P<behind>[a-z]+(?:\s+[a-z]+)?)\W*"
)
_DEED = regex(
    rf"\W*(?P<who>{_NAME})\s+(?:(?:had|has|also|then)\s+)*(?P<verb>[a-z]+)\s+(?:it|him|her|them|this|that)\W*"
)
_STATEMENT = regex(r"[.;:!?]\s+|\n+|,?\s+(?:while|whereas|but|though|although|and)\s+")
_IN_PLACE = regex(r"(?<=[a-z] )in (?:the )?(?P<where>[A-Z][\w'’-]+)\W*\Z")
_PLACE_ASKED = regex(r"\bin (?:the )?(?P<where>[A-Z][\w'’-]+)")
_PART = regex(r"[.;:!?]\s+|\n+|,?\s+(?:while|whereas|but|and)\s+")
# verbs of so many things that another one may be told by them as well
_GENERAL = stems("said told did made took got had saw wanted called asked gave led kept held put found")


def told_of_another_person(text: str, question: str, gold: Gold, document: Document) -> str:
    """Return the words by which an answer says of the accepted person what the document says of another alone; "" for none."""
    if len(text) > _LONGEST or _ASKS_WHO.search(question) is None:
        return ""
    known = document.text[:_MOST_READ]
    office = _OFFICE.fullmatch(text)
    if office is not None:
        return _office_of_another(office, question, gold, known)
    deed = _DEED.fullmatch(text)
    return _deed_of_another(deed, question, gold, known) if deed is not None else ""


def told_of_another_place(text: str, question: str, gold: Gold, document: Document) -> str:
    """Return the place in which an answer has what is accepted, where the question asks of another one and the document tells nothing accepted of that; "" for none."""
    said, asked = _IN_PLACE.search(text) if len(text) <= _LONGEST else None, _PLACE_ASKED.search(question)
    if said is None or asked is None or said["where"] in question or asked["where"] in text:
        return ""
    told = [
        part
        for part in _PART.split(document.text[:_MOST_READ])
        if re.search(rf"\b[Ii]n (?:the )?{re.escape(said['where'])}\b", part)
    ]
    if not told or said["where"] in gold.shown:
        return ""
    own = stems(gold.shown)
    return "" if any(own <= stems(part) for part in told) else f"in {said['where']}"


def _office_of_another(told: re.Match[str], question: str, gold: Gold, known: str) -> str:
    what, who = told["before"] or told["behind"], told["first"] or told["then"]
    if stems(what) & stems(question) or not _is_it(who, gold):
        return ""
    office = re.escape(what)
    found = re.finditer(
        rf"\b{office},?\s+(?P<one>{_NAME})|(?P<other>{_NAME})(?:,|\s+(?:is|was|became|as))\s+(?:the|its|their|an?)\s+(?:[a-z]+\s+)?{office}\b",
        known,
    )
    holders = [each["one"] or each["other"] for each in found]
    return f"the {what}" if holders and not any(_is_it(each, gold) for each in holders) else ""


def _deed_of_another(told: re.Match[str], question: str, gold: Gold, known: str) -> str:
    verb = folded(told["verb"])
    stem = stem_of(verb)
    if not is_past(verb) or stem in stems(question) | _GENERAL or not _is_it(told["who"], gold):
        return ""
    if any(possible(verb) & possible(word) for word in key(question) if word not in SMALL):
        return ""
    own = names_in(f" {told['who']}")
    statements = [each for each in _STATEMENT.split(known) if stem in stems(each)]
    names = [names_in(f" {each}") for each in statements]
    return told["verb"] if names and all(each and not each & own for each in names) else ""


def _is_it(name: str, gold: Gold) -> bool:
    return gold.relate(name, None).reason in ACCEPTED
