"""Names of which an answer tells what the document tells of another one: "Orbit's forecast is £55m", where Kestrel's is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.parts.doers import names_in
from qa_eval.scorers.strict.parts.formerly import FIGURE
from qa_eval.scorers.strict.parts.sides import subject_asked
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 120  # characters; a longer answer tells more
_MOST_READ = 4_000  # characters of a document
_NAME = r"[A-Z][\w-]*[a-z](?:\s+(?:[A-Z][\w-]*[a-z])){0,2}"
_VERB = (
    r"(?:(?:is|are|was|were|has|had|will|does|did)\b|[a-z]+(?:s|ed)\b"
    r"|(?:ran|won|sold|took|made|got|gave|came|went|left|lost|paid|cost|held|kept|built|bought|brought|drew|spent|sent|met|set|cut|rose|fell|grew|flew|swam|rode|wrote|sang|began)\b)"
)
_BEARER = regex(rf"\W*(?:[Tt]he\s+)?(?P<who>{_NAME})(?P<own>['’]s?)?\s+(?:(?P<noun>(?:[a-z]+\s+){{0,4}}?)(?={_VERB}))")
_BY_WHOM = regex(rf"\W*(?P<who>{_NAME})\s+(?:is|are|was|were)\s+[a-z]+\s+by\s+[A-Z]")
_OBJECT = regex(rf"\W*(?:[Tt]he\s+)?{_NAME}\s+(?P<verb>[a-z]{{3,}})\s+(?:the\s+)?(?P<who>{_NAME})\W*")
_FOR_WHOM = regex(rf"[^;:.!?]*?\b(?P<how>for|of)\s+(?P<who>{_NAME})\W*")
# what tells of two, or takes something back
_OPEN = regex(
    r"[;?]|,\s|\b(?:than|not|no|never|unlike|like|after|before|or|and|but|while|whereas|against|from|instead|says?|said|according|when|who|which|that)\b|n['’]t\b",
    re.IGNORECASE,
)
_SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-Z])|\n+")
_CLAUSE = regex(r"[;:()]\s*|,\s+|\s+(?=(?:and|but|while|whereas|though|although)\s)")
_VALUE = regex(
    r"[$€£]?\d[\d.,:–-]*(?:\s?(?:%|million\b|billion\b|thousand\b|bn\b|mn?\b|k\b))?(?:\s[a-z]+\b)?|\b[A-Z]?[a-z]+\b"
)


def said_of_another_name(text: str, question: str, gold: Gold, document: Document, *, measured: bool) -> str:
    """Return the name of which an answer tells what the document tells of another; "" for none.

    ``measured``: a figure, date or time is accepted, and no name.
    """
    who = _bearer(text, question, measured=measured)
    known = document.text[:_MOST_READ]
    if not who or gold.relate(who, None).reason in ACCEPTED or not _is_name_of(who, known):
        return ""
    words, asked = _words(who), names_in(f" {question}")
    if words & _words(question) or _names_of_it(text, asked):
        return ""
    sentences = [sentence for sentence in _SENTENCE.split(known) if _holds(sentence, gold, measured=measured)]
    if not sentences:
        return ""
    if any(words & _words(sentence) for sentence in sentences):
        return who if asked and _told_apart(sentences, words, asked, gold, measured=measured) else ""
    if asked:
        return who if any(asked & names_in(f" {sentence}") for sentence in sentences) else ""
    return who if _replaces(who, text, question, known, sentences) else ""


def _bearer(text: str, question: str, *, measured: bool) -> str:
    """Return the name of which an answer that is one statement tells something; "" for none."""
    if len(text) > _LONGEST or _OPEN.search(text.rstrip()):
        return ""
    if not measured:
        told = _BY_WHOM.match(text) or _FOR_WHOM.fullmatch(text)
        if told is not None and ("how" not in told.groupdict() or f" {told['how']} " in question):
            return told["who"]
        told = _OBJECT.fullmatch(text)  # "Ann leads Orbit", where it is asked who leads Kestrel
        if told is not None and stems(told["verb"]) & stems(question):
            return told["who"]
    told = _BEARER.match(text)
    if told is None:
        return ""
    if not told["own"]:
        return told["who"] if measured and not told["noun"] else ""
    noun = stems(told["noun"])
    return told["who"] if noun <= stems(question) and (measured or noun) else ""


def _is_name_of(who: str, known: str) -> bool:
    """Return whether the document has a name within a sentence."""
    return re.search(rf"(?<=[\w,;(] ){re.escape(who)}\b", known) is not None


def _names_of_it(text: str, asked: frozenset[str]) -> bool:
    return bool(names_in(f" {text}") & asked)


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(word.removesuffix("'s").removesuffix("’s")) for word in re.findall(r"[\w'’-]*\w", text))


def _holds(text: str, gold: Gold, *, measured: bool) -> bool:
    """Return whether a text of the document gives what is accepted."""
    if gold.shown.lower() in text.lower():
        return True
    return measured and any(
        gold.relate(value[0], None).reason in ACCEPTED for value in _VALUE.finditer(text) if FIGURE.search(value[0])
    )


def _told_apart(
    sentences: list[str], words: frozenset[str], asked: frozenset[str], gold: Gold, *, measured: bool
) -> bool:
    """Return whether the document gives what is accepted in a clause with a name of the question, and names that other in another clause."""
    own = [clause for sentence in sentences for clause in _clauses(sentence) if _holds(clause, gold, measured=measured)]
    return bool(own) and all(asked & names_in(f" {clause}") and not words & _words(clause) for clause in own)


def _clauses(sentence: str) -> Iterator[str]:
    yield from _CLAUSE.split(sentence)


def _replaces(who: str, text: str, question: str, known: str, sentences: list[str]) -> bool:
    """Return whether a name that the document brings in only later stands for "the firm" that the question asks about."""
    done = frozenset(stem_of(folded(word)) for word in question.rstrip("? ").split() if is_past(folded(word)))
    subject = subject_asked(question) - done
    if not subject or subject & stems(text) or not done & stems(text):
        return False
    first = min(known.find(word) for word in who.split())
    return all(known.find(sentence) + len(sentence) <= first for sentence in sentences)
