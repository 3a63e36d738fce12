"""Whom an answer says it of: "Russia has the most time zones; France has 12" does not name France for it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.wording import Wording

Span = tuple[int, int]
LONGEST = 400  # characters; in a longer answer, much is told of others
# statements of their own; what a comma or bracket sets apart belongs to one
_EDGE = regex(r"[;!?\n]|\.(?!\d)|,?\s(?:but|while|whereas)\s|,\s(?:and|though|although)\s", re.IGNORECASE)
_SUBJECT = regex(
    r"\W*(?:(?:and|but|while|whereas|though|although|if|in|with|for|at|on|of|as)\b[^,]{0,60},\s*)?(?:(?:and|but|while|whereas)\s+)?(?:the\s+|an?\s+)?",
    re.IGNORECASE,
)
_PREDICATE = regex(r"\s+(?:(?:plc|llp|ltd|also|only|then|later)\s+)?[a-z]+\b")
_PREPOSITION = regex(
    r"\b(?P<word>in|at|on|near|from|of|during|for|with|after|before|to|under|over|against|like|as|into|than|since|until|between|through|around)\s+(?:the\s+|an?\s+|his\s+|her\s+|its\s+)?(?:[a-z]+\s+)?\Z",
    re.IGNORECASE,
)
_ASKED_WITH = regex(
    r"\W*(?P<word>in|at|on|near|from|of|to|for|with|under|against|after)\s+(?:which|what|whom)\b", re.IGNORECASE
)
_WHERE = regex(r"\W*where\b|\b(?:from|in|on|to|at|of|for|against|after|with)\s*\?\s*\Z", re.IGNORECASE)
_COMMON = regex(r"\W*(?:the|an?)\s+(?P<what>[a-z]{3,})\s+(?P<verb>[a-z]+)\b", re.IGNORECASE)
_GENERAL = frozenset(
    """animal answer bird thing one name word person man woman country city place author writer artist composer king queen president team
    company river mountain planet element species plant fish winner inventor first last only largest correct other same so-called""".split()  # noqa: SIM905 - a word list reads best as one text
)
_LEAST = 2  # words of the question that the other statement has to repeat
_NO = regex(
    r"\b(?:not|never|no|nor|neither|mistaken\w*|wrongly|often|sometimes|thought|believ\w+|confused|unlike|contrary|some|also|several|various|many)\b|n't\b",
    re.IGNORECASE,
)


def said_of_another(wording: Wording, spans: Sequence[Span], question: str) -> str:
    """Return another one of whom an answer says what is asked, while of those at ``spans`` it says something else; "" for none.

    >>> from qa_eval.scorers._words.wording import Wording
    >>> text = "Russia has the most time zones, with 11. With all its territories, France has 12."
    >>> said_of_another(Wording(text), [(text.index("France"), text.index("France") + 6)], "Which country has the most time zones?")
    'Russia'
    """
    text = wording.text
    if len(text) > LONGEST:
        return ""
    clauses = _clauses(text)
    own = [clause for clause in clauses if any(clause[0] <= span[0] < clause[1] for span in spans)]
    if len(own) == len(clauses) or not own:
        return ""
    if not all(_is_subject(text, clause, spans) for clause in own):
        return ""
    asked = _asked(question)
    here = {stem for clause in own for stem in stems(text[clause[0] : clause[1]])} & asked
    for start, end in clauses:
        said = text[start:end]
        if (start, end) in own or _NO.search(said):
            continue
        there = stems(said) & asked
        if len(there) >= _LEAST and here < there and has_verb(said):
            other = _named(wording, (start, end), question) or _common(said, question, spans, wording)
            if other:
                return other
    return ""


def _is_subject(text: str, clause: Span, spans: Sequence[Span]) -> bool:
    """Return whether a statement is about one at ``spans``: "France has 12", not "not far from France"."""
    span = next(span for span in spans if clause[0] <= span[0] < clause[1])
    if _SUBJECT.fullmatch(text, clause[0], span[0]) is None:
        return False
    return _PREDICATE.match(text, span[1]) is not None and has_verb(text[span[1] : clause[1]])


def _named(wording: Wording, clause: Span, question: str) -> str:
    """Return a name that fills the place of what is asked for in a clause: its subject or object, not a mere circumstance."""
    known = frozenset(key(question))
    asked_with = _ASKED_WITH.match(question)
    for name in wording.names:
        if not clause[0] <= name.start < clause[1] or known.issuperset(key(name.text)):
            continue
        if not name.sure and (name.text.endswith("s") or not _is_verb(wording.text, name.end, question)):
            continue  # "Various actresses have", "Teams select"
        before = _PREPOSITION.search(wording.text, clause[0], name.start)
        if (
            before is None
            or _WHERE.search(question)
            or (asked_with and asked_with["word"].lower() == before["word"].lower())
        ):
            return name.text
    return ""


def _is_verb(text: str, end: int, question: str) -> bool:
    """Return whether a verb follows there: one in the past, or one that the question has."""
    following = _PREDICATE.match(text, end)
    word = key(following[0])[-1] if following and key(following[0]) else ""
    return bool(word) and (is_past(word) or stem_of(word) in _verbs(question))


def _common(said: str, question: str, spans: Sequence[Span], wording: Wording) -> str:
    """Return the thing of which a clause says it by a common word: the emu of "The emu lays the largest eggs"."""
    told = _COMMON.match(said)
    if told is None or any(wording.text[start:end][:1].isupper() and start for start, end in spans):
        return ""
    what = key(told["what"])[-1]
    if what in _GENERAL or stem_of(what) in stems(question) or stem_of(key(told["verb"])[-1]) not in _verbs(question):
        return ""
    return told["what"]


@lru_cache(maxsize=512)
def _verbs(question: str) -> frozenset[str]:
    return stems(question) | {stem_of(word) for word in ("is", "are", "was", "were", "has", "have", "had")}


@lru_cache(maxsize=512)
def _asked(question: str) -> frozenset[str]:
    return stems(question) - {
        "who",
        "what",
        "which",
        "when",
        "where",
        "how",
        "whose",
        "whom",
        "nam",
        "call",
        "did",
        "do",
    }


def _clauses(text: str) -> list[Span]:
    edges = [0, *(edge.start() for edge in _EDGE.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(edges) if text[start:end].strip(" ,.;:!?()\n")]
