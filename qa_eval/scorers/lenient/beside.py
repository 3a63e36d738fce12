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
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

MOST = 60  # words of an answer that tells what some say and what others
LISTED = 3  # names of a list, one of which is accepted
# what a sentence says before a name that is one more of several, or that something else is told of
_MORE = regex(
    r"\b(?:others?|another|nearby|nominees?|nominated|(?:runners?|losing|shortlisted)\b[^.;]*|among)\b[^.;]*\Z",
    re.IGNORECASE,
)
_THEN = regex(
    r"\b(?:(?:after|before) (?:him|her|it|them|that|this)|(?:years?|months?|weeks?|days?|decades?) (?:after|before|later|earlier))\b[^.;]*\Z",
    re.IGNORECASE,
)
_OTHER_TIME = regex(r"\b(?:after|before|previous\w*|former\w*|until|next|succe\w+|preced\w+)\b", re.IGNORECASE)
SUCH = regex(r"\b(?:such as|for (?:example|instance)|including|includes?|included)\b[^.;]*\Z", re.IGNORECASE)
_KIN = regex(
    r"\b(?:(?:grand|half-)?(?:son|daughter|brother|sister|father|mother)|wife|husband|widow|friend|rival|cousin|uncle|aunt|nephew|niece|mentor|teacher|student|pupil"
    r"|colleague|partner|assistant|successor|predecessor|old \w+,?|former \w+,?|previous \w+,?|earlier \w+,?)(?: of)?(?: the)?\s+\Z|\bwhose (?:\w+ ){1,3}(?:is|was|are|were)\s+\Z",
    re.IGNORECASE,
)
_WITH = regex(
    r"\b(?:with|against|alongside|than|unlike|near|between|defeated|beat|beating|defeating|overtaking|overtook|overtaken|surpassing|surpassed|outselling|outsold|replacing|replaced|succeeding|left|influenced|(?:drive|miles?|km|kilomet(?:er|re)s|met(?:er|re)s|hours?|minutes|north|south|east|west|far|away|tributary|suburb|branch|son|half) (?:of|from)|(?:by|of) (?:train|car|bus|road|boat|plane|air) from|(?:same \w+|well) as"
    r"|(?:death|resignation|fall|record|rest|border|borders|role|help|side|party|wife|pupil) of|(?:has|have|had) (?:been|had)|later had)"
    r"(?: (?:the|his|her|its|their))?(?: (?!by\b)[a-z]+){0,3}\s+\Z",
    re.IGNORECASE,
)
_DONE = r"\b(?P<done>[a-z-]+(?:ed|en|wn|ld|ft|de|ne|un|ost|lt|nt|me|ught))"
_BY = regex(_DONE + r"(?: [\w-]+){0,3} by(?: the)?(?: [a-z]+){0,2}\s+\Z")
_TO = regex(_DONE + r"(?: (?!to\b)[\w-]+){0,4} to(?: the)?\s+\Z")
_LEADS_TO = regex(
    r"\b(?:belong|refer|giv|went|award|present|attribut|credit|known|chang|renam|ascrib|limit)", re.IGNORECASE
)
PERFORMS = regex(
    r"\b(?:play|portray|starr?|voice|sang|s[iu]ng|perform|record|popular\w+|releas|cover|act|depict)(?:s|e|er|ed|d|ing)?\b",
    re.IGNORECASE,
)
_PLAYS = regex(r"\b(?:play|portray|starr?|voice)(?:s|e|ed|d|ing)?\b")
_BEHIND = regex(
    r"(?:['’]s?)?(?:, [^,.;]{1,60},)?,?\s+(?:only|merely)\b|(?:['’]s?)?(?:, [^,.;]{1,60},)?\s+(?:had\b|(?:was|were|is|are) (?:his|her|its|their)\b)|(?:['’]s?)?(?:, [^,.;]{1,60},)?\s+(?:(?:has|have|was|were|is|are|would) )?(?:also|later|had been|sometimes|often|followed|followed? (?:him|her|it|them)|came (?:second|later|next)"
    r"|at the time)\b|\s+(?:is|was|are|were) (?:the other|another)\b"
)
_CANNOT_TELL = regex(
    r"\b(?:(?:could|do|did|does|was|am|were)(?:n[o']t| not)|can(?:'t|not| not)|unable to|not able to)(?: \w+){0,2} (?:find|found|confirm|determine|say|tell|verify|identify|know|establish|locate|recall|remember)\b"
    r"|\A\W*[Ii]t depends\b|\b(?:has|have) (?:all |each |both |variously )?been (?:suggested|proposed|claimed)\b|\bno (?:single|agreed|clear|definite|definitive) (?:answer|consensus)\b"
    r"|\b(?:do|does|did)(?:n[o']t| not) have (?:enough|sufficient|the|any) (?:information|data|details|context)\b|\b(?:not enough|insufficient|no) (?:information|data|details|context) to\b"
    r"|\bnot (?:(?:entirely|quite|completely|really|at all) )?(?:sure|certain)\b",
    re.IGNORECASE,
)
# "Some say Vane, others Arden"; "but it was Arden" is no part of it
_SOME_SAY = regex(
    r"\b[Ss]ome (?:\w+ ){0,2}(?:say|think|claim|believe|argue|hold|name)\b(?:(?! but\b| however\b| in fact\b)[^.;])*?,?(?: and| while| but)? others?\b(?:(?!\bbut\b|\bhowever\b|\bin fact\b)[^.;])*"
)
_CANDIDATES = regex(
    r"\b(?:are|were|would be) (?:both |all |each |equally )?(?:candidates|contenders|possible|plausible|possibilities|likely|options|good guesses)\b"
)
_NAME = r"[\"']?[A-Z][\w.'-]*(?: (?:(?:of|the|de|in|von|van) )?[A-Z][\w.'-]*)*[\"']?"
_LISTED_BEFORE = regex(rf"(?:(?:the )?{_NAME}(?:,? (?:and|&) |, ))+(?:the )?\Z")
_LISTED_BEHIND = regex(rf"(?:,? and (?:the )?{_NAME}|, (?:the )?{_NAME}(?=,|,? and))+")
_ONE_NAME = regex(_NAME)


def stand_beside(asked: Asked, said: Said, spans: Sequence[Span]) -> bool:
    """Return whether each of some stretches is told beside what is asked: in a list of others, as kin, or with another verb."""
    return bool(spans) and all(_is_beside(asked, said, span) for span in spans)


def stand_in_a_list(said: Said, spans: Sequence[Span]) -> bool:
    """Return whether each of some stretches is an item of a list of three names or more."""
    return bool(spans) and all(_is_listed(said, span, _before(said, span)) for span in spans)


def stand_among_others(said: Said, spans: Sequence[Span]) -> bool:
    """Return whether each of some stretches is told as one of others, or in a list."""
    return bool(spans) and all(_is_among(said, span) for span in spans)


def _is_among(said: Said, span: Span) -> bool:
    start, end = max(begin for begin in said.sentences if begin <= span[0]), _before(said, span)
    return any(mark.search(said.plain, start, end) for mark in (_MORE, SUCH)) or _is_listed(said, span, end)


def cannot_tell(text: str) -> bool:
    """Return whether an answer says that it cannot tell.

    >>> cannot_tell("Either Vane or Arden; I can't remember which."), cannot_tell("It was Vane.")
    (True, False)
    """
    return _CANNOT_TELL.search(text) is not None


def is_left_open(asked: Asked, said: Said, spans: Sequence[Span]) -> bool:
    """Return whether an answer says that it cannot tell which, and each of some stretches is told beside or one of several."""
    if not spans:
        return False
    some = _SOME_SAY.search(said.plain) if len(said.words) <= MOST else None
    if some and all(some.start() <= start < some.end() for start, _ in spans) and not asked.asks_several:
        return True
    if not cannot_tell(said.plain):
        return False
    return all(
        _is_listed(said, span, _before(said, span), least=2)
        or _is_beside(asked, said, span)
        or _is_a_candidate(said, span)
        for span in spans
    )


def _is_a_candidate(said: Said, span: Span) -> bool:
    """Return whether a name is told to be one of those that may be meant: "Vane and Arden are both candidates"."""
    stop = next((begin for begin in said.sentences if begin > span[0]), len(said.plain))
    return _CANDIDATES.search(said.plain, span[1], stop) is not None


def _is_beside(asked: Asked, said: Said, span: Span) -> bool:
    start = max(begin for begin in said.sentences if begin <= span[0])
    stop = next((begin for begin in said.sentences if begin > span[0]), len(said.plain))
    if _PLAYS.search(asked.text) and _PLAYS.search(said.plain, span[1], stop):
        return False  # "directed by Vane, who also starred"
    end = _before(said, span)
    if SUCH.search(said.plain, start, end):
        return not asked.is_where  # "in the hills, including those of Vane"
    for mark in (_MORE, _KIN, _WITH):
        found = mark.search(said.plain, start, end)
        if found and not (mark is not _WITH and mark.search(asked.text)):
            return True
    if _THEN.search(said.plain, start, end) and not _OTHER_TIME.search(asked.text):
        return True
    by, to = _BY.search(said.plain, start, end), _TO.search(said.plain, start, end)
    if by and verb_stem(by["done"]) not in asked.verb_stems and not PERFORMS.search(by["done"]):
        return True
    if to and verb_stem(to["done"]) not in asked.verb_stems and not _LEADS_TO.search(to["done"]):
        return True
    return _is_listed(said, span, end) or _BEHIND.match(said.plain, span[1]) is not None


def _before(said: Said, span: Span) -> int:
    """Return where the list begins that a stretch is an item of, or the stretch itself, its quotes included."""
    start = max(begin for begin in said.sentences if begin <= span[0])
    end = start + len(said.plain[start : span[0]].rstrip("\"'("))
    listed = _LISTED_BEFORE.search(said.plain, start, end)
    return listed.start() if listed and listed.start() > start else end


def _is_listed(said: Said, span: Span, before: int, least: int = LISTED) -> bool:
    behind = _LISTED_BEHIND.match(said.plain, span[1])
    end = behind.end() if behind else span[1]
    names = sum(1 for _ in _ONE_NAME.finditer(said.plain, before, end))
    return names >= least and (behind is not None or before < span[0])


MOST_MENTIONS = 200  # an answer with more only repeats itself


def mentions(asked: Asked, said: Said) -> list[Span]:
    """Return the stretches in which an accepted text is said in full, first ones first."""
    known = said.mentions.get(id(asked))
    if known is None:
        known = said.mentions[id(asked)] = _mentions(asked, said)
    return known


def _mentions(asked: Asked, said: Said) -> list[Span]:
    found: set[Span] = set()
    for wanted in (*asked.wanted, *asked.familiar):
        small = next((at for at, form in enumerate(wanted.forms) if form not in SMALL), 0)
        for forms in {wanted.forms[small:], wanted.content, wanted.head or wanted.content}:
            key = f" {' '.join(forms)} "
            place = said.joined.find(key)
            while place >= 0:
                first = said.joined.count(" ", 0, place + 1) - 1
                found.add((said.words[first].start, said.words[first + len(forms) - 1].end))
                place = said.joined.find(key, place + 1)
    whole: list[Span] = []
    for span in sorted(found, key=lambda each: (each[0], -each[1])):
        if not whole or span[1] > whole[-1][1]:  # it lies within no wider one
            whole.append(span)
    return whole[:MOST_MENTIONS]
