"""Accepted times by what lies between: "shortly after midnight" is "just after midnight", "three days ago" is told by "three days"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.calendar import A_DAY
from qa_eval.reading.notations import Kind, notation_of
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Collection

    from qa_eval.model import Document, Question
    from qa_eval.reading.notations.notation import Values
    from qa_eval.scorers.strict.relation import Gold

_NEAR = regex(
    r"\b(?:(?:shortly|just|soon|a little(?: bit)?|a bit|right|immediately|slightly|not long|very soon)\s+(?P<way>before|after|past|prior to|following)"
    r"|(?:at\s+)?(?P<about>about|around|approximately|roughly|circa))\s+(?P<what>[^;!?()]+?)\W*\Z",
    re.IGNORECASE,
)
_WAYS = {"past": "after", "following": "after", "prior to": "before"}
_OPEN = regex(r"\b(?:not|never|no|or|either|before|after|until|till|since|by|from)\b|n't\b|\d", re.IGNORECASE)


_DAY = regex(
    rf",?\s*\b(?:early\s+|late\s+)?(?:on\s+)?(?P<day>{A_DAY})(?:\s+(?P<part>morning|afternoon|evening|night))?\b,?",
    re.IGNORECASE,
)


class Near(NamedTuple):
    """On which side of what a time lies, and that as a clock tells it where it is such a time, else as its words."""

    way: str
    times: frozenset[Values]
    words: tuple[str, ...]
    day: str = ""

    def is_told_by(self, other: Near) -> bool:
        """Return whether another one is near the same time on the same side."""
        if (self.way, self.day) != (other.way, other.day):
            return False
        return self.words == other.words or (bool(other.times) and other.times <= self.times)


class NearGold:
    """Accepted times near another; ``plain`` judges what is none."""

    def __init__(self, question: str, accepted: Collection[Near], plain: Gold) -> None:
        self.shown = plain.shown
        self.told = f"{question} {plain.shown}"
        self.accepted, self.plain = accepted, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted times."""
        relation = self.plain.relate(text, document)
        said = near_in(text) if relation.reason not in ACCEPTED else None
        if said is None or not any(each.is_told_by(said) for each in self.accepted) or opposite_in(self.told, text):
            return relation
        return Relation(Reason.EQUAL_VALUE, f"as near as {self.shown}", shown(text), certain=True)


def near_in(text: str) -> Near | None:
    """Return the time near another one with which a text ends; None where it ends otherwise, or leaves it open.

    >>> near_in("It broke a little past noon.").is_told_by(near_in("shortly after midday"))
    True
    >>> near_in("shortly before noon") == near_in("shortly after noon"), near_in("at noon")
    (False, None)
    """
    day = _DAY.search(text) if len(text) <= SHORT else None
    if day and not _DAY.search(text, day.end()):
        part = f" {'at' if day['part'].lower() == 'night' else 'in the'} {day['part'].lower()}" if day["part"] else ""
        rest = f"{text[: day.start()]} {text[day.end() :]}".rstrip(" .") + part
        near = near_in(rest.strip())
        return near._replace(day=day["day"].lower()) if near else None
    found = _NEAR.search(text) if len(text) <= SHORT else None
    if found is None or _OPEN.search(text, 0, found.start()):
        return None
    what = found["what"]
    times = [each.values for each in notation_of(what) if each.kind is Kind.TIME]
    way = (found["way"] or "about").lower()
    return Near(_WAYS.get(way, way), times[0] if times else frozenset(), key(what))


def near_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares times near another where the accepted answer is one, else ``plain``."""
    first = question.accepted[0] if question.accepted else ""
    if first.count(" ") < 1 or (near := _NEAR.search(first)) is None or near.start():
        return plain
    return NearGold(question.text, [told for text in question.accepted if (told := near_in(text))], plain)


_AGO = regex(r"\bhow long ago\b", re.IGNORECASE)
_SPAN = regex(
    r"\W*(?:it (?:was|is) )?(?:about |some )?(?:\d[\d.,]*|[a-z-]+)(?: and a half)? (?:second|minute|hour|day|week|month|year|decade|centur)[a-z]*(?: earlier| before)?[.!]?",
    re.IGNORECASE,
)
_BEFORE = regex(r"(?: earlier| before)?[.!]?\Z", re.IGNORECASE)


class AgoGold:
    """An accepted time before now, where it is asked how long ago; ``date`` judges it, and a span of time by itself."""

    def __init__(self, date: Gold) -> None:
        self.shown = date.shown
        self.date = date

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted time."""
        alone = len(text) <= SHORT and _SPAN.fullmatch(text)
        return self.date.relate(_BEFORE.sub(" ago", text.strip(), count=1) if alone else text, document)


def ago_gold(question: Question, date: Gold) -> Gold:
    """Return a gold that takes "three days" for "three days ago" where it is asked how long ago, else ``date``."""
    return AgoGold(date) if _AGO.search(question.text) else date
