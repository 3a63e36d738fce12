"""Statements side by side, each of a thing of its own: "The old pool is 20 m long, the new one 25" says 25 of the new one alone."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.calendar import A_DAY, MONTHS
from qa_eval.reading.counting import ORDINALS
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY, is_past, stem_of
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SMALL, folded
from qa_eval.scorers.strict.parts.doers import names_in, of_another_doer
from qa_eval.scorers.strict.parts.set_aside import without_what_is_set_aside
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 300  # characters; a longer answer tells more
_PAIR, _MOST = 2, 4  # statements
_MOST_WORDS = 4  # of a subject
_JOINT = regex(
    r"\s*;\s+(?:(?:and|but|while|whereas)\s+)?|\.\s+(?=[A-Z])|,?\s+(?:while|whereas|whilst|but)\s+|,\s+(?:and\s+)?(?!(?:who|which|where|when|whose|that)\b)|\s+and\s+",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W_](?:[\w'’-]*\w)?")
_DETERMINER = frozenset("the a an its his her their our your each every all both those these".split())  # noqa: SIM905 - a word list reads best as one text
# what stands in no subject: where one begins with it, the statement is no side
_NO_SUBJECT = frozenset(
    """it they he she we you i this that there one other others some many most several in on at by for from to with of as if when since because after before
    during until then now today so yes no not only just about around nearly almost up down well whereas while than or who what which according more less
    fewer least another neither nor both""".split()  # noqa: SIM905 - see above
).union(MONTHS)
_STANDING_FOR = frozenset(map(stem_of, ("one", "ones", "that", "those")))  # "the new one" for the pool of the question
_DAY = regex(rf"(?:{A_DAY})s?", re.IGNORECASE)
_STOP = frozenset(
    """the a an its his her their is are was were be has have had do does did will would can could must may might should shall that in on at by for from to with of as than who which
    about around only just nearly almost over under up not""".split()  # noqa: SIM905 - see above
)
_ASKED = regex(rf"\b(?:{AN_AUXILIARY})\s+(?P<who>[^?,;]+)", re.IGNORECASE)
_NEGATED = regex(r"\b(?:not|never|no|nor|neither)\b|n['’]t\b", re.IGNORECASE)
_OPEN = regex(r"\b(?:or|either|perhaps|maybe|possibly|others?|some|actually|sorry|instead|rather)\b|\?", re.IGNORECASE)
_BACK = regex(r"\b(?:it|its|they|their|them|she|he|her|his|him)\b", re.IGNORECASE)
# no verb behind the subject: "the new one 25", "improvers on Fridays"
_WHEREAS = regex(r"\A\W*(?:whereas|while|whilst)\s+", re.IGNORECASE)
_GAPPED = regex(
    r"\W*(?P<who>(?:[^\W\d][\w'’-]*\s+){1,4}?)(?:(?:only|just|about|some)\s+)?(?:[$€£]?\d|(?:in|on|at|by|for|from|with|that)\s).*"
)
# "the gate green", and "the gate is green"
_QUALITY_ALONE = regex(r"\W*(?:the|its|his|her|their)\s+[a-z-]+\s+[a-z-]+\W*", re.IGNORECASE)
_OF_A_QUALITY = regex(
    r"\W*(?:the|its|his|her|their)\s+[a-z-]+(?:\s+[a-z-]+)?\s+(?:is|are|was|were)\s+[a-z-]+\W*", re.IGNORECASE
)
# "In the 67th minute the coach was sent off"
_WHEN_FIRST = regex(
    r"\A\W*(?:in|on|at|after|by)\s+(?:the\s+)?(?:\d+(?:st|nd|rd|th)?|[a-z]+(?:st|nd|rd|th))\s+[a-z]+,?\s+(?:(?:is|are|was|were)\s+)?(?=(?:the|an?|its|his|her|their)\s)",
    re.IGNORECASE,
)
_AT_RANK = regex(r"\b(?:in|on|at)\s+the\s+(?:\d+(?:st|nd|rd|th)|[a-z]+(?:th|rd))\b", re.IGNORECASE)
_ONE = regex(r"(?<=[a-z])\s+ones?\b(?=\s)")
_DETERMINED = regex(r"\W*(?:the|an?|its|his|her|their)\s+\S+", re.IGNORECASE)
_FIGURE = regex(r"\d")
_AGAIN = frozenset(
    (
        Reason.SEVERAL_ANSWERS,
        Reason.CONTRADICTION,
        Reason.OTHER_FIGURE,
        Reason.WRONG_NAME,
        Reason.WRONG_WORDS,
        Reason.WRONG_VALUE,
    )
)


class Side(NamedTuple):
    """A statement, and the words with which its subject begins."""

    text: str
    subject: tuple[str, ...]


def by_sides(relation: Relation, gold: Gold, question: str, text: str, document: Document | None) -> Relation:
    """Return how the statement on what is asked relates to what is accepted, where an answer makes one on another thing beside it."""
    if (
        len(text) > _LONGEST
        or (relation.reason not in ACCEPTED and relation.reason not in _AGAIN)
        or _OPEN.search(text)
    ):
        return relation
    found = own_and_others(text, question)
    if found is None:
        return _by_doer(relation, gold, question, text, document)
    own, others = found
    if relation.reason not in ACCEPTED:
        again = gold.relate(own, document)
        return again if again.reason in ACCEPTED else relation
    if _NEGATED.search(own) or gold.relate(own, document).reason in ACCEPTED:
        return relation
    holding = next((other for other in others if gold.relate(other, document).reason in ACCEPTED), "")
    if not holding or subject_asked(question) <= stems(holding):
        return relation
    by_names = _by_subjects(text, question) is None
    if by_names and (_BACK.search(holding) or not names_in(f" {holding}") - names_in(f" {gold.shown}")):
        return relation
    if not by_names and not _are_alike(own, holding, question):
        return relation
    return Relation(Reason.CONTRADICTION, f'says it of another: "{holding.strip()}"', relation.read)


def _by_doer(relation: Relation, gold: Gold, question: str, text: str, document: Document | None) -> Relation:
    known = document.text if document else ""
    who = of_another_doer(text, question, known) if relation.reason in ACCEPTED else ""
    if not who or gold.relate(who, document).reason in ACCEPTED:  # it may be who is asked for
        return relation
    return Relation(Reason.CONTRADICTION, f"says it of {who}", relation.read)


def tells_of_another(gold: Gold, question: str, text: str, document: Document) -> bool:
    """Return whether an answer tells something else of what is asked about, and sets what is accepted aside or tells it of another."""
    own = without_what_is_set_aside(text, question)
    if own == text:
        found = own_and_others(text, question)
        own = found[0] if found else ""
    return bool(own) and gold.relate(own, document).reason not in ACCEPTED


def own_and_others(text: str, question: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the one of some statements whose subject is what the question asks of, and the others; None for no such.

    >>> own_and_others("The old pool is 20 m long, the new one 25.", "How long is the new pool?")
    ('the new 25.', ('The old pool is 20 m long',))
    >>> own_and_others("It is 20 m long and 8 m wide.", "How long is the new pool?") is None
    True
    """
    if _JOINT.search(text) is None:
        return None  # one statement
    return _by_subjects(text, question) or _by_names(text, question)


def _by_names(text: str, question: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the one of some statements that names what the question does, where each of the others names another: "Two went to Ann, three to Bo"."""
    asked = names_in(f" {question}")
    if not asked:
        return None
    edges = [(0, 0), *(joint.span() for joint in _JOINT.finditer(text)), (len(text), len(text))]
    parts: list[str] = []
    for before, after in pairwise(edges):
        clause = text[before[1] : after[0]]
        if parts and not names_in(f" {clause}"):
            parts[-1] = f"{parts[-1]}, {clause}"
        else:
            parts.append(clause)
    named = [names_in(f" {part}") for part in parts]
    own = [place for place, names in enumerate(named) if names & asked]
    if not _PAIR <= len(parts) <= _MOST or len(own) != 1 or not all(named) or named[own[0]] - asked:
        return None
    return parts[own[0]], tuple(part for place, part in enumerate(parts) if place != own[0])


def _by_subjects(text: str, question: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the one of some statements whose subject is what the question asks of, and the others."""
    who = subject_asked(question)
    sides = sides_of(text) if who else ()
    if len(sides) < _PAIR:
        return None
    shared = frozenset(sides[0].subject).intersection(*(side.subject for side in sides[1:]))
    heads = [next((word for word in side.subject if word not in shared), "") for side in sides]
    known = who | stems(question) | _STANDING_FOR
    own = [
        place for place, head in enumerate(heads) if _is_of(head, who) and known.issuperset(sides[place].subject[:-1])
    ]
    if len(own) != 1 or any(not head or (head in known and place != own[0]) for place, head in enumerate(heads)):
        return None
    return _ONE.sub("", sides[own[0]].text), tuple(side.text for place, side in enumerate(sides) if place != own[0])


def _is_of(head: str, who: frozenset[str]) -> bool:
    """Return whether a word is one of those asked about, or the end of one: "the keeper" for the goalkeeper."""
    return head in who or (len(head) > _MOST_WORDS and any(word.endswith(head) for word in who))


@lru_cache(maxsize=256)
def sides_of(text: str) -> tuple[Side, ...]:
    """Return the statements of a text that begin with a subject of their own; none where it does not begin with one."""
    text = _WHEREAS.sub("", text)
    edges = [(0, 0), *(joint.span() for joint in _JOINT.finditer(text)), (len(text), len(text))]
    starts: list[int] = []
    ends: list[int] = []
    sides: list[tuple[str, ...]] = []
    for before, after in pairwise(edges):
        clause = text[before[1] : after[0]]
        subject = _subject(clause, behind=bool(sides))
        if subject:
            starts.append(before[1])
            ends.append(after[0])
            sides.append(subject)
        elif sides:
            ends[-1] = after[0]
        else:
            return ()
    if len(sides) > _MOST:
        return ()
    return tuple(Side(text[start:end], side) for start, end, side in zip(starts, ends, sides, strict=True))


def _subject(clause: str, *, behind: bool) -> tuple[str, ...]:
    """Return the stems of the words with which a statement begins, up to its verb or figure; () for none.

    ``behind``: another statement stands before it, whose verb it may leave out: "the gate green".
    """
    words = _WORD.findall(_WHEN_FIRST.sub("", clause))
    determined = bool(words) and words[0].lower() in _DETERMINER
    while words and words[0].lower() in _DETERMINER:
        words = words[1:]
    first = words[0].lower() if words else ""
    starts = first in STARTERS and not (determined and first in ORDINALS)  # "the second rider" is one
    if not first or first[0].isdecimal() or first in _NO_SUBJECT or starts or _DAY.fullmatch(first):
        return ()
    gerund = first.endswith("ing") and words[1:2] != [] and words[1].lower() in _DETERMINER  # "repairing the old one"
    if not determined and not gerund and (is_past(first) or first.endswith(("ly", "ing"))):
        return ()
    told: list[str] = []
    for place, word in enumerate(words[:_MOST_WORDS]):
        lower = word.lower()
        counts = lower in STARTERS and lower != "one" and (place or lower not in ORDINALS)
        if word[0].isdecimal() or lower in _STOP or counts or (told and is_past(lower)):
            break
        told.append(stem_of(folded(word.removesuffix("'s").removesuffix("’s"))))
    rest = " ".join(words[len(told) :])
    if bool(_FIGURE.search(clause)) or has_verb(rest) or len(words) > len(told):
        return tuple(told)
    return tuple(told[:-1]) if behind and determined and len(told) == _PAIR else ()


@lru_cache(maxsize=512)
def subject_asked(question: str) -> frozenset[str]:
    """Return the stems of what a question asks something of: "the new pool" of "How long is the new pool?"."""
    asked = _ASKED.search(question)
    if asked is None:
        return frozenset()
    words: list[str] = []
    for place, word in enumerate(_WORD.findall(asked["who"])):
        lower = word.lower()
        if (words and lower in _STOP) or (not place and lower in _NO_SUBJECT):
            break
        if lower not in _DETERMINER and lower not in SMALL:
            words.append(stem_of(folded(word.removesuffix("'s").removesuffix("’s"))))
    return frozenset(words[:_MOST_WORDS])


def _are_alike(own: str, other: str, question: str) -> bool:
    """Return whether two statements are made of two things alike: one leaves out the verb of the other, or each has a figure of its own.

    "The race had 132 starters, and only the best 98 finished" says of the best what is asked of the race.
    """
    if _BACK.search(other):
        return False  # "Spain claims the ship, but the bell is all that it wants back"
    if _is_gapped(own) or all(map(_AT_RANK.search, (own, other))):
        return True
    if (stems(other) & stems(question)) - stems(own):
        return False
    if all(map(_OF_A_QUALITY.fullmatch, (own, other))):
        return True
    return _is_gapped(other) or _FIGURE.search(own) is not None


def _is_gapped(side: str) -> bool:
    """Return whether a statement leaves out its verb."""
    if _QUALITY_ALONE.fullmatch(side):
        return not has_verb(side)
    gapped = _GAPPED.fullmatch(side)
    return gapped is not None and not has_verb(_DETERMINED.sub("", gapped["who"]))
