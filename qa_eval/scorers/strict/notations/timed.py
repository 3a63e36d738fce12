"""Times of day among other words, "before 9 a.m. and after 6 p.m.": whatever way an answer writes them, "Before 09:00 and after 18:00"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.notations import Kind, notation_of, notations_in
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, Wording
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qa_eval.model import Document, Question
    from qa_eval.reading.notations import Notation
    from qa_eval.scorers.strict.relation import Gold

_LIMIT = regex(
    r"\b(?:(?P<until>before|until|till|prior to|no later than|ends? at)|(?P<since>after|from|since))\s+\Z",
    re.IGNORECASE,
)
_BETWEEN = regex(r"\b(?:between|from)\s+\Z", re.IGNORECASE)
_WORD = regex(r"\b[a-z]+\b")
_AMONG = frozenset(
    ["before", "until", "till", "after", "from", "since", "and", "or", "again", "prior", "to", "no", "later", "than"]
)
_REACH = 20  # characters before a time in which its limit stands


class TimedGold:
    """Accepted words that hold times of day; ``plain`` judges them as they are written, ``alike`` with every time written alike.

    ``limits`` are the times and which side of each is meant; ``alone`` says that nothing else is told.
    """

    def __init__(self, plain: Gold, alike: Gold, limits: Mapping[str, str], *, alone: bool) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.alike = alike
        self.limits = limits
        self.alone = alone

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ones."""
        relation = self.plain.relate(text, document)
        if len(text) > SHORT:
            return relation
        if relation.reason not in ACCEPTED and self.alone and self._same_limits(text):
            told = f"the same times, {self.shown}"
            return Relation(Reason.EQUAL_VALUE, told, shown(text), certain=True)
        if relation.reason not in ACCEPTED and (written := _alike(text)) != text:
            again = self.alike.relate(written, document)
            if again.reason in ACCEPTED:
                told = f"the accepted words with the same times, {self.shown}"
                relation = Relation(Reason.CONTAINS_GOLD, told, shown(text))
        if relation.reason in ACCEPTED:
            for time, limit in _limits(text).items():
                if limit and self.limits.get(time, limit) not in {limit, ""}:
                    other = f"turns before and after round: read {shown(text)}, accepted {self.shown}"
                    return Relation(Reason.CONTRADICTION, other, shown(text))
        return relation

    def _same_limits(self, text: str) -> bool:
        """Return whether an answer tells the same sides of the same times, and denies none of them."""
        if _limits(text) != self.limits:
            return False
        wording = Wording(text)
        return not any(wording.denies((start, end)) for _, start, end in _times(wording.text))


def timed_gold(question: Question, plain: Gold, made: Callable[[Question], Gold]) -> Gold:
    """Return a gold that reads the times of day among accepted words, where there are any; ``made`` reads accepted words."""
    texts, answer = question.accepted, question.answer
    if (
        not texts
        or len(texts[0]) > SHORT
        or notation_of(texts[0])
        or not isinstance(answer, EntityAnswer | PhraseAnswer)
    ):
        return plain
    written = tuple(map(_alike, texts))
    if written[0] == texts[0]:
        return plain
    alike = replace(question, answer=replace(answer, text=written[0]), accepted=written)
    limits = _limits(texts[0])
    alone = all(limits.values()) and not set(_WORD.findall(written[0].lower())) - _AMONG
    return TimedGold(plain, made(alike), limits, alone=alone)


def _alike(text: str) -> str:
    """Write every time of day that can only be one as one word, "before 09h00 and after 18h00", and so from one to another."""
    pieces, at = [], 0
    for time, start, end in _times(text):
        pieces += [text[at:start], time]
        at = end
    return "".join([*pieces, text[at:]])


def _limits(text: str) -> dict[str, str]:
    """Return which side of each time of day is told: "until", "since" or "" for neither."""
    found = {}
    for time, start, _ in _times(text):
        limit = _LIMIT.search(text, max(0, start - _REACH), start)
        found[time] = (limit.lastgroup or "") if limit else ""
    return found


def _times(text: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    for found in notations_in(text, (Kind.TIME,)) if len(text) <= SHORT else ():
        value = next(iter(found.values), ())
        if len(found.values) != 1 or found.start < at:
            continue
        led = _BETWEEN.search(text, at, found.start) if len(value) > 1 else None
        yield (
            "–".join(f"{int(each) // 60:02}h{int(each) % 60:02}" for each in value),
            led.start() if led else found.start,
            found.end,
        )
        at = found.end


def as_first(time: Notation, first: Sequence[Notation]) -> Notation:
    """Return what a further accepted time of day means beside the first: "half past seven" is in the evening where that is "7:30 p.m."."""
    known = frozenset(value for each in first if each.kind is time.kind is Kind.TIME for value in each.values)
    return time._replace(values=time.values & known) if time.values & known else time
