"""Where an accepted name stands only beside what an answer tells: "Other nominees were Vane and Arden", "the record held by Vane"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.words import Span
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Asked

LISTED = 3  # names of a list, one of which is accepted
# what a sentence says before a name that is one more of several, or that something else is told of
_MORE = regex(
    r"\b(?:others?|nearby|nominees?|nominated|(?:runners?|losing|shortlisted)\b[^.;]*|such as|for (?:example|instance)|including|among)\b[^.;]*\Z",
    re.IGNORECASE,
)
_KIN = regex(
    r"\b(?:(?:grand|half-)?(?:son|daughter|brother|sister|father|mother)|wife|husband|widow|friend|rival|cousin|uncle|aunt|nephew|niece|mentor|teacher|student|pupil"
    r"|colleague|partner|assistant|successor|predecessor|old \w+,?|former \w+,?|previous \w+,?|earlier \w+,?)(?: of)?(?: the)?\s+\Z",
    re.IGNORECASE,
)
_WITH = regex(
    r"\b(?:with|against|alongside|than|unlike|near|between|defeated|beat|beating|defeating|overtaking|replacing|replaced|succeeding|left|influenced|(?:same \w+|well) as"
    r"|(?:death|resignation|fall|record|rest|border|borders|role|help|side|party|wife|pupil) of|(?:has|have|had) (?:been|had))"
    r"(?: (?:the|his|her|its|their))?(?: (?!by\b)[a-z]+){0,2}\s+\Z",
    re.IGNORECASE,
)
_DONE = r"\b(?P<done>[a-z-]{3,}(?:ed|en|wn|ld|de|ne|un|ost|lt|nt|me|ught))"
_BY = regex(_DONE + r" by(?: the)?(?: [a-z]+){0,2}\s+\Z")
_TO = regex(_DONE + r"(?: (?!to\b)[\w-]+){0,4} to(?: the)?\s+\Z")
_LEADS_TO = regex(
    r"\b(?:belong|refer|giv|went|award|present|attribut|credit|known|chang|renam|ascrib|limit)", re.IGNORECASE
)
_PERFORMS = regex(
    r"\b(?:play|portray|starr?|voice|sang|s[iu]ng|perform|record|popular\w+|releas|cover|act|depict)(?:s|e|er|ed|d|ing)?\b",
    re.IGNORECASE,
)
_PLAYS = regex(r"\b(?:play|portray|starr?|voice)(?:s|e|ed|d|ing)?\b")
_BEHIND = regex(
    r"(?:['’]s?)?(?:, [^,.;]{1,60},)?\s+(?:(?:has|had|have|was|were|is|are|would) )?(?:also|later|had been|sometimes|often|followed|followed? (?:him|her|it|them)|came (?:second|later|next)"
    r"|(?:only|merely)|at the time)\b"
)
_NAME = r"[\"']?[A-Z][\w.'-]*(?: (?:(?:of|the|de|in|von|van) )?[A-Z][\w.'-]*)*[\"']?"
_LISTED_BEFORE = regex(rf"(?:{_NAME}(?:,? (?:and|&) |, ))+\Z")
_LISTED_BEHIND = regex(rf"(?:,? and {_NAME}|, {_NAME}(?=,|,? and))+")
_ONE_NAME = regex(_NAME)


def stand_beside(asked: Asked, said: Said, spans: Sequence[Span]) -> bool:
    """Return whether each of some stretches is told beside what is asked: in a list of others, as kin, or with another verb."""
    return bool(spans) and all(_is_beside(asked, said, span) for span in spans)


def _is_beside(asked: Asked, said: Said, span: Span) -> bool:
    start = max(begin for begin in said.sentences if begin <= span[0])
    stop = next((begin for begin in said.sentences if begin > span[0]), len(said.plain))
    if _PLAYS.search(asked.text) and _PLAYS.search(said.plain, span[1], stop):
        return False  # "directed by Vane, who also starred"
    listed = _LISTED_BEFORE.search(said.plain, start, span[0])
    end = listed.start() if listed and listed.start() > start else span[0]
    for mark in (_MORE, _KIN, _WITH):
        found = mark.search(said.plain, start, end)
        if found and not (mark is not _WITH and mark.search(asked.text)):
            return True
    by = _BY.search(said.plain, start, end)
    if by and verb_stem(by["done"]) not in asked.verb_stems and not _PERFORMS.search(by["done"]):
        return True
    to = _TO.search(said.plain, start, end)
    if to and verb_stem(to["done"]) not in asked.verb_stems and not _LEADS_TO.search(to["done"]):
        return True
    return _is_one_of_several(said, span, end) or _BEHIND.match(said.plain, span[1]) is not None


def _is_one_of_several(said: Said, span: Span, before: int) -> bool:
    """Return whether a stretch is an item of a list of three or more names."""
    behind = _LISTED_BEHIND.match(said.plain, span[1])
    end = behind.end() if behind else span[1]
    return sum(1 for _ in _ONE_NAME.finditer(said.plain, before, end)) >= LISTED and (
        behind is not None or before < span[0]
    )


def mentions(asked: Asked, said: Said) -> list[Span]:
    """Return the stretches in which an accepted text is said in full, first ones first."""
    found: set[Span] = set()
    for wanted in (*asked.wanted, *asked.familiar):
        small = next((at for at, form in enumerate(wanted.forms) if form not in SMALL), 0)
        for forms in {wanted.forms[small:], wanted.content}:
            key = f" {' '.join(forms)} "
            place = said.joined.find(key)
            while place >= 0:
                first = said.joined.count(" ", 0, place + 1) - 1
                found.add((said.words[first].start, said.words[first + len(forms) - 1].end))
                place = said.joined.find(key, place + 1)
    return sorted(found)
