"""Whether an answer that gives another one tells the accepted one as an answer as well: "A wrote the music, B the opera"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.echoes import BE, is_echo

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

ENOUGH = 2  # words of the question by which two clauses are known to answer it
CLAUSE = regex(
    r"(?<!\b[A-Z])[.!?][\"')]*\s|;|\n|,? \b(?:while|whereas|but|because|since|although|though|as|before|after|well|when|in order|unlike|rather than|instead of)\b|, (?:who|whose|whom|where|which|with|and|in front|after|on|near|ahead|an?|the|one|(?:\w+ )?(?:miles|km|kilomet(?:er|re)s|hours?|minutes|days|years)|along|alongside|together|to which|about|some|roughly|only|not far|just|as|[A-Z][^\W\d]+,|[a-z]+ing|(?!located|situated|based)[a-z]{3,}ed)\b"
)
_BESIDE = regex(
    r"\b(?:second|third|vice|rest|others?|another|deput\w+|runners?|assistants?|rivals?|friends?|brothers?|sisters?|colleagues?|opponents?|among|officers?|subordinates?)\b",
    re.IGNORECASE,
)
_ALSO = regex(r"\balso\b")
_AGAIN = regex(r"\b(?:cover|remake|sequel|parody)\b", re.IGNORECASE)
_TOLD = regex(
    r"\b(by|is|was|were|are|be|been|being|called|named|starr?(?:s|ed|ing)|featur(?:es|ed|ing)|includ(?:es|ed|ing)|(?:located|situated) in)(?: (?!after\b|over\b)(?:the|an?|[a-z]+(?:er|or|ist|ian|ess)|singer|band))*[ \"'(]+$"
)
_GROUP = regex(r"\b(?:band|group|artist|musician)s?\b", re.IGNORECASE)
_ACTS = regex(r"\b(?:play|portray|starr?|voice|sang|s[iu]ng|perform|record)(?:s|d|ed|ing)?\b", re.IGNORECASE)


def is_told_as_well(asked: Asked, said: Said, first: int, head_end: int) -> bool:
    """Return whether the accepted one, which is said at ``first``, is an answer too, behind another one that ends at ``head_end``."""
    return _is_answered_better(asked, said, head_end, first) or _tells_again(asked, said, first, head_end)


def _tells_again(asked: Asked, said: Said, first: int, head_end: int) -> bool:
    """Return whether the accepted one is told as an answer as well: "in the film by A; the series starred B"."""
    start = max(begin for begin in said.sentences if begin <= first)
    end = next((begin for begin in said.sentences if begin > first), len(said.plain))
    start = max(start, head_end)
    beside = _BESIDE.search(said.plain, start, end) is not None
    again = _AGAIN.search(said.plain, start, end) is not None and not _AGAIN.search(asked.text)
    for word in said.words:
        if word.start < start or word.form not in asked.words:
            continue
        told = _TOLD.search(said.plain, max(0, word.start - 30), word.start)
        if told and not (beside and told[1].lower() in BE) and not again:
            return True
    acts = (asked.is_person or _GROUP.search(asked.text)) and _ACTS.search(asked.text)
    return bool(acts) and _ACTS.search(said.plain, start) is not None


def _is_answered_better(asked: Asked, said: Said, head_end: int, first: int) -> bool:
    """Return whether the clause of the accepted one repeats more of the question than that of the other: "A wrote the music; B the opera"."""
    marks = [mark.end() for mark in CLAUSE.finditer(said.plain)]
    turn = max((mark for mark in marks if head_end <= mark <= first), default=first)
    end = next((begin for begin in said.sentences if begin > first), len(said.plain))
    here, before = _echoes(asked, said, turn, end), _echoes(asked, said, 0, turn)
    as_well = here == before or _ALSO.search(said.plain, turn, first) is not None
    return here > before or (here >= ENOUGH and as_well)


def _echoes(asked: Asked, said: Said, start: int, end: int) -> int:
    """Count the words of the question, but for those that an accepted answer has too, in a stretch."""
    golden = frozenset().union(*(wanted.golden for wanted in asked.wanted))
    here = (word for word in said.between(start, end) if word.form not in golden)
    return len({word.form for word in here if is_echo(word, asked)})
