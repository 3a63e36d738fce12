"""The clauses of an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.given.words import DETERMINERS, HELPING, PREPOSITIONS, PRONOUNS, RELATIVE, words_of
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.given.asked import Asked
    from qa_eval.reading.given.words import Span, Word

# where a clause ends whatever follows; where it does before some words; where it does if a clause follows
_HARD = regex(
    r"(?=[;!?\n():.,\s])(?:[;!?\n()]+|:\s|\s[–—-]+\s|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bGen)(?<!\bProf)(?<!\bJr)(?<!\bSr)(?<!\b[A-Z])\.(?=\s|\Z)"
    r"|,?\s+(?=(?:but|while|whereas|whilst|though|although|even though|because|as soon as|so that|unless|whereupon|until)\s)|,\s+(?=(?:so|with|[a-z]{3,}ing)\s)"
    r"|,?\s+(?=(?:after|before|without|despite|instead of|when|while|since)\s+[a-z]{3,}ing\s))",
)
_SOFT = regex(r",?\s+(?=(?:and|since|as|after|before|when|once|then|yet|if|or)\s)|,\s+")
JOINTS = frozenset(
    """and but while whereas whilst though although even because as soon so that unless whereupon until since after before when once then yet if
    where or also now with""".split()  # noqa: SIM905 - a word list reads best as one text
)
_REASONS = frozenset(("as", "since", "because"))
# what tells of a plan, a belief, another time or what nearly was
_NOT_SO = frozenset(
    """thought believed assumed supposed expected planned originally initially formerly previously almost nearly tried wanted hoped rumoured
    rumored prior not never nobody nor neither no without cannot would""".split()  # noqa: SIM905 - see above
)
_PHRASES = regex(
    r"n['’]t\b|\bused to\b|\b(?:was|were) to\b|\buntil\b|\b(?:could|should|might) have\b|\bat first\b", re.IGNORECASE
)
_LAST = regex(r"\blast (?:year|time|month|week|season)\b|\b(?:earlier|previous|before that)\b", re.IGNORECASE)


class Clause(NamedTuple):
    """A clause of a text by its characters, with its words but for what joins it to the one before: ``joint``."""

    start: int
    end: int
    joint: str
    words: tuple[Word, ...]

    @property
    def has_verb(self) -> bool:
        """Whether one of its words is a verb by its form."""
        return any(word.low in HELPING or word.is_past for word in self.words)


def clauses_of(text: str, verb: str = "") -> list[Clause]:
    """Return the clauses of a text; ``verb`` is the stem of a word that may be a verb without looking like one.

    >>> [clause.joint for clause in clauses_of("The filter was replaced and the valve cleaned, but not the pump.")]
    ['', 'and', 'but']
    >>> len(clauses_of("Iron and sulphur were found."))
    1
    """
    found: list[Clause] = []
    for start, end in _pieces(text, 0, len(text), _HARD):
        parts = _pieces(text, start, end, _SOFT)
        for part in parts:
            clause = _clause(text, *part)
            if clause is None:
                continue
            if found and part[0] != start and not _are_two(found[-1], clause, verb):
                before = found.pop()
                joined = _clause(text, before.start, clause.end)
                clause = (
                    joined._replace(joint=before.joint, words=_after(joined.words, before.words)) if joined else before
                )
            found.append(clause)
    return found


def _after(words: tuple[Word, ...], first: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(word for word in words if not first or word.start >= first[0].start)


def _pieces(text: str, start: int, end: int, edge: re.Pattern[str]) -> list[Span]:
    edges = [start, *(at for match in edge.finditer(text, start, end) for at in match.span()), end]
    return [(one, other) for one, other in zip(edges[::2], edges[1::2], strict=True) if text[one:other].strip(" ,.")]


def _clause(text: str, start: int, end: int) -> Clause | None:
    words = words_of(text, start, end)
    joint = 0
    while joint < len(words) - 1 and words[joint].low in JOINTS and not (joint and words[joint].low == "that"):
        joint += 1
    return Clause(start, end, " ".join(word.low for word in words[:joint]), tuple(words[joint:])) if words else None


def _are_two(before: Clause, clause: Clause, verb: str) -> bool:
    """Return whether a stretch behind a comma or "and" is a clause of its own, no further thing or aside."""
    words = clause.words
    if len(words) > 1 and words[0].low in PRONOUNS - DETERMINERS and clause.joint:
        return True
    if not clause.joint and words[0].low in RELATIVE | PREPOSITIONS:
        return False
    if clause.joint in _REASONS and clause.has_verb and clause.start - before.words[-1].end > 1:
        return True  # ", as the front door is locked"
    return all(
        each.has_verb or each.words[0].low in PRONOUNS - DETERMINERS or any(word.stem == verb for word in each.words)
        for each in (before, clause)
    )


def is_so(text: str, clause: Clause, asked: Asked) -> bool:
    """Return whether a clause says what is the case, no plan or belief, and of no other time than the question does."""
    told = text[clause.start : clause.end]
    if any(word.low in _NOT_SO for word in clause.words) or _PHRASES.search(told):
        return False
    last = _LAST.search(told)
    return last is None or all(word.stem in asked.known for word in words_of(last[0]) if word.low != "that")
