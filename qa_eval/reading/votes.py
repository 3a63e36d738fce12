"""Results of votes: "61–38 in favour", "61 for, 38 against", "carried by 61 votes to 38", "rejected 61 to 38"."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.regex import regex

LONGEST = 120  # characters; a longer text tells more than a vote
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|\b(?:{'|'.join(NUMBER_OF)})\b)"
_VOICES = r"(?:\s+(?:votes?|members|people|delegates|councillors|senators|deputies|mps))?"
_OF_IT = r"(?:\s+(?:of\s+)?(?:it|this|that|the (?:motion|bill|proposal|plan|measure|amendment|resolution)))?"
_PAIR = regex(
    rf"(?<![\w.,-])(?:by\s+)?(?:a\s+vote\s+of\s+)?(?P<one>{_NUMBER}){_VOICES}\s*(?:[-–—:]|\bto\b)\s*(?P<other>{_NUMBER}){_VOICES}(?![\w-]|[.,:]\d)"
    rf"(?:,?\s+(?:(?P<pro>for|in favou?r)|(?P<con>against)){_OF_IT}(?=\W*\Z|[,;]))?",
    re.IGNORECASE,
)
_SIDE = regex(
    rf"(?<![\w.,-])(?P<many>{_NUMBER}){_VOICES}(?:\s+(?:were|was|voted|voting|cast))?\s+(?:(?P<pro>for|in favou?r|yes|ayes?)|(?P<con>against|no|noes|nays?|opposed)){_OF_IT}(?=\W|\Z)",
    re.IGNORECASE,
)
_ABSTAINED = regex(rf"[,;]?\s*(?:(?:and|with)\s+)?{_NUMBER}{_VOICES}\s+abst[a-z]+\b", re.IGNORECASE)
_PASSED = regex(
    r"\b(?:pass(?:es|ed)?|carried|approv(?:es|ed)|adopt(?:s|ed)|accept(?:s|ed)|won|(?:went|go(?:es|ne)?) through|backed|endorsed|agreed(?:\s+to)?|supported|upheld|ratified|voted\s+(?:for|in favou?r(?:\s+of)?)|voted\s+(?:it\s+)?through)\b",
    re.IGNORECASE,
)
_LOST = regex(r"\b(?:lost|los(?:es|t)|fail(?:s|ed)?|fell|falls|fallen)\b", re.IGNORECASE)
_FAILED = regex(
    r"\b(?:reject(?:s|ed)|refused|dismissed|defeated|blocked|(?:voted|turned|struck)\s+(?:(?:it|them|this|that|the [a-z]+)\s+)?down|(?:thrown|threw)\s+(?:(?:it|the [a-z]+)\s+)?out|voted\s+against)\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_ON_VOTES = regex(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|poll|motion|council|senate|parliament|committee|jury|members|referendum|bill|amendment|board|assembly|mps|deci(?:de[sd]?|sions?))\b",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d]")
_ANY_NUMBER = regex(r"\d")


class Vote(NamedTuple):
    """How many voted for it and how many against it, and what else a text says.

    ``told``: it says which is which; ``sound``: its outcome is that of its figures.
    """

    yes: int
    no: int
    rest: str
    told: bool = True
    sound: bool = True

    def is_same(self, other: Vote) -> bool:
        """Return whether both are one result."""
        return self.sound and other.sound and (self.yes, self.no) == (other.yes, other.no)


def read_vote(text: str) -> Vote | None:
    """Return the one vote that a text tells with its two sides; None for none and for several.

    >>> [read_vote(text)[:2] for text in ("61–38 in favour", "carried by 61 votes to 38", "38 against, 61 for", "It failed 38 to 61")]
    [(61, 38), (61, 38), (61, 38), (38, 61)]
    >>> read_vote("rejected by 61 to 38")[:2], read_vote("It passed 38 to 61").sound
    ((38, 61), False)
    """
    if len(text) > LONGEST:
        return None
    text = _ABSTAINED.sub("", text)
    sides = list(_SIDE.finditer(text))
    if len(sides) == 2 and bool(sides[0]["pro"]) is not bool(sides[1]["pro"]):  # noqa: PLR2004 - for and against
        pro, con = sorted(sides, key=lambda side: side["pro"] is None)
        rest = f"{text[: sides[0].start()]} {text[sides[0].end() : sides[1].start()]} {text[sides[1].end() :]}"
        return _checked(number_of(pro["many"]), number_of(con["many"]), rest, way="")
    pair = _PAIR.search(text)
    if pair is None:
        return None
    one, other = number_of(pair["one"]), number_of(pair["other"])
    way = "pro" if pair["pro"] else "con" if pair["con"] else ""
    rest = f"{text[: pair.start()]} {text[pair.end() :]}"
    return _checked(*((other, one) if way == "con" else (one, other)), rest, way=way or "pair")


def _checked(yes: int, no: int, rest: str, *, way: str) -> Vote | None:
    """Return a vote by its outcome; ``way`` is how its sides were told, "" by each, "pair" not at all."""
    if _ANY_NUMBER.search(rest):
        return None
    passed, lost, failed = (pattern.search(rest) is not None for pattern in (_PASSED, _LOST, _FAILED))
    if passed and (lost or failed):
        return None
    if _DENIED.search(rest):
        passed, lost, failed = False, passed or lost, False if passed else failed
        if not lost:
            return None
    rest = _DENIED.sub("", _FAILED.sub("", _LOST.sub("", _PASSED.sub("", rest))))
    down = lost or failed
    if way == "pair" and (failed or (lost and yes > no)):
        yes, no = no, yes
    sound = not (passed and yes < no) and not (down and yes > no)
    return Vote(yes, no, rest, told=way != "pair" or passed or down, sound=sound)


def number_of(number: str) -> int:
    """Return a number of votes, in figures or in a word."""
    bare = number.replace(",", "").lower()
    return int(bare) if bare.isdecimal() else NUMBER_OF[bare]


def vote_accepted(text: str, question: str) -> Vote | None:
    """Return the vote that an accepted text is, where a vote is asked for.

    >>> vote_accepted("carried 7–2", "What was the outcome of the ballot?")[:2], vote_accepted("defeated 3–1", "How did the team fare?")
    ((7, 2), None)
    """
    vote = read_vote(text) if text and _ON_VOTES.search(question) else None
    return vote if vote and vote.told and vote.sound and not _WORD.search(vote.rest) else None
