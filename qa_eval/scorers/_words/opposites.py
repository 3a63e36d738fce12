"""Words that exclude each other: an answer that says "lost" does not tell by how much something was won."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import permutations

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.said import Table, Words
from qa_eval.scorers._words.sides import SIDES
from qa_eval.scorers._words.verbs import without_maker

_EDGE_OF = regex(r"\bthe (?:end|close|start|beginning) of\b", re.IGNORECASE)  # "until the end of May" closes nothing
_ADDED_UP = regex(r"\badd(?:s|ed|ing)? up\b", re.IGNORECASE)  # "the losses added up to 19" adds nothing
_OPEN_UNTIL = regex(r"\bopen\s+(?:until|till|up to)\b", re.IGNORECASE)  # that is when it closes
_PREPOSITIONS = (("before", "after"), ("above", "below"), ("over", "under"), ("inside", "outside"), ("with", "without"))
_PREPOSITION = regex(rf"\b(?:{'|'.join(map('|'.join, _PREPOSITIONS))})\b", re.IGNORECASE)
LONGEST = 200  # characters; in a longer answer, the other word may speak of another thing


@cache
def _table() -> Table:
    return Table(SIDES)


_RISING, _LASTING = 0, 3  # the pairs of rising and falling, and of beginning and ending
# what is not the one is the other
_COMPLEMENTS = frozenset(
    place
    for place, sides in enumerate(SIDES)
    if sides[0].startswith(
        (
            "(?:re-?)?open",
            "alive",
            "allowed",
            "possible",
            "available",
            "guilty",
            "true",
            "pass(?:es",
            "free|",
            "finish(?:es|ed)?|complet",
        )
    )
)
_ALTERNATIVES = frozenset(place for place, sides in enumerate(SIDES) if len(sides) > 2)  # noqa: PLR2004 - no complements
_ONLY = regex(r"\bonly\b", re.IGNORECASE)  # "for adults only" says no of children, whatever else it says
# "Was the vote close?" asks nothing of those who voted
_SUBJECT = regex(
    r"\A\W*(?:is|are|was|were|did|does|has|have|had|will)\s+(?:(?:the|its|his|her|their|this|that)\s+(?:[\w-]+['’]s?\s+)?|(?:[\w.-]+\s+){0,2}[\w-]+['’]s?\s+)(?P<what>[a-z]+)(?=\s+[a-z]{2,})",
    re.IGNORECASE,
)
_TALLY = regex(
    r",?\s*(?:\b(?:with|by)\s+)?\d+(?:\s+votes?)?\s+(?:in favou?r|for|against)(?:\s+and|\s+to|,)\s+\d+(?:\s+votes?)?\s+(?:in favou?r|for|against)\b",
    re.IGNORECASE,
)
_UNCHANGED = regex(
    r"\b(?:flat|unchanged|stable|steady|constant|the same|did not change|stagnat(?:ed|ing))\b", re.IGNORECASE
)
_NEGATED = regex(
    r"(?:\bnot|n't|\bnever|\bno|\bnone|\bnobody|\bneither|\bnor|\bwithout|\b(?:refus|fail|declin)\w* to|\bunable to|\bden(?:y|ied|ies))\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_RANK = regex(
    r"\b(?:(?:the|its|his|her|their|a)|[\w-]+['’]s)\s+(?P<rank>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)\s+(?!of\b|in\b|was\b|is\b|time\b)[a-z]+",
    re.IGNORECASE,
)
_HOW_FAR = regex(r"\bhow (?:far|near|close)\b", re.IGNORECASE)
_REACH = 20  # characters before a word in which it is denied


@lru_cache(maxsize=512)  # short answers recur
def opposite_in(asked: str, text: str, *, alternatives: bool = True) -> str:
    """Return the words of an answer that say the opposite of what is asked, while nothing there says what is; "" for none.

    ``alternatives``: one of several other deeds, such as to publish a book for to write it, is an opposite, too.

    >>> opposite_in("By how many points did they win?", "They lost by 12 points."), opposite_in("Who won?", "Lost, then won")
    ('lost', '')
    """
    if len(text) > LONGEST:
        return ""
    text = _EDGE_OF.sub("", text) if " of " in text else text
    text = _ADDED_UP.sub("", text) if " up" in text else text
    text = _OPEN_UNTIL.sub("closes at", text) if "open" in text and "open" not in asked else text
    for own, other, place in _asked_about(asked):
        found = other.said_in(text) if alternatives or place not in _ALTERNATIVES else ()
        if found and not _plainly(own, text):
            return found[0]  # "It made no loss; it earned"
    rank = rank_asked(asked)
    if not rank:
        return ""
    others = [_rank(found) for found in _RANK.finditer(text)]
    return others[0] if others and rank not in others else ""


def _rank(found: re.Match[str]) -> str:
    rank = found["rank"].lower()
    return "last" if rank == "final" else rank


def may_oppose(asked: str, text: str) -> bool:
    """Return whether a text has any word that says the opposite of what is asked, whatever else it says.

    >>> may_oppose("On which days is it closed?", "Closed on Friday, open on Sunday"), may_oppose("Who won?", "Ann")
    (True, False)
    """
    return any(other.said_in(text) for _, other, _ in _asked_about(asked)) or _RANK.search(text) is not None


def may_be_asked(asked: str, text: str) -> bool:
    """Return whether a text has a word for what is asked that has an opposite.

    >>> may_be_asked("When did it begin?", "having begun in March"), may_be_asked("When did it begin?", "It ended in May")
    (True, False)
    """
    return any(own.said_in(text) for own, _, _ in _asked_about(asked))


@lru_cache(maxsize=512)
def rank_asked(asked: str) -> str:
    """Return the rank that a question asks about: "first" of "When was the first letter sent?"; "" for none or several."""
    found = {_rank(match) for match in _RANK.finditer(asked)}
    return found.pop() if len(found) == 1 else ""


def swaps_preposition(asked: str, text: str) -> bool:
    """Return whether a text has the opposite of a preposition, and not that itself.

    >>> swaps_preposition("before the deadline", "after the deadline"), swaps_preposition("before noon", "before or after noon")
    (True, False)
    """
    here, there = (frozenset(map(str.lower, _PREPOSITION.findall(each))) for each in (asked, text))
    return any(
        len(here & pair) == len(there & pair) == 1 and here.isdisjoint(there & pair)
        for pair in map(frozenset, _PREPOSITIONS)
    )


def says_no(asked: str, text: str, *, alternatives: bool = True) -> bool | None:
    """Return whether a statement answers a question by yes or no with the word asked for or its opposite; None for neither.

    ``alternatives``: whether one of several deeds speaks against another, as it does where one is asked about.

    >>> says_no("Did sales rise?", "They fell."), says_no("Did sales rise?", "They did not fall; they rose.")
    (True, False)
    """
    if len(text) > LONGEST:
        return None
    text, asked = _TALLY.sub("", text), without_subject(asked)
    only, affirmed = _ONLY.search(text) is not None, False
    for own, other, place in sorted(_asked_about(asked), key=lambda pair: only and not _plainly(pair[1], text)):
        if place == _LASTING or (not alternatives and place in _ALTERNATIVES):  # "It closes at 5" says that it is open
            continue
        said, against = _plainly(own, text), _plainly(other, text)
        if against and not said:
            return True
        affirmed = affirmed or said is not against
        if not said and own.said_in(text):
            return True  # "It's not higher"
        if place == _RISING and _UNCHANGED.search(text) and not said:
            return True
    return False if affirmed else None


def without_subject(asked: str) -> str:
    """Return a question without the noun of which it asks something, which is no deed that an answer may tell.

    >>> without_subject("Was the vote close?"), without_subject("Did they vote?")
    (' close?', 'Did they vote?')
    """
    return _SUBJECT.sub("", asked, count=1)


def turns(asked: str, text: str) -> bool:
    """Return whether a text denies the opposite of what is asked and says it itself: "They did not fall; they rose".

    >>> turns("Did sales rise?", "They did not fall; they rose."), turns("Was anyone hurt?", "Nobody was hurt.")
    (True, False)
    """
    return any(
        (_plainly(own, text) or (place in _COMPLEMENTS and own.said_in(text) is None))
        and other.said_in(text) is not None
        and not _plainly(other, text)
        for own, other, place in _asked_about(asked)
    )


@lru_cache(maxsize=512)
def _asked_about(asked: str) -> tuple[tuple[Words, Words, int], ...]:
    """Return each side that a question asks about with each of its opposites that it does not, and their place in the table."""
    asked = _HOW_FAR.sub("", asked)  # what is near is none of what is asked
    table = _table()
    return tuple(
        (table.rows[place][own], table.rows[place][other], place)
        for place, said in table.said_in(without_maker(asked)).items()
        for own, other in permutations(range(len(table.rows[place])), 2)
        if own in said and other not in said
    )


def _plainly(side: Words, text: str) -> bool:
    """Return whether a text says one of the words without denying it."""
    if side.said_in(text) is None:
        return False
    return any(
        not _NEGATED.search(text[max(0, found.start() - _REACH) : found.start()])
        for found in side.pattern.finditer(text)
    )
