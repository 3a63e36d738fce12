"""So many of how many: "147 of 300" is 147 where it is asked how many, and 49 % where a share is asked for."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.quantities.amounts import tries_in
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+|[a-z]{3,9}(?:-[a-z]{3,5})?)"
_OF_SO_MANY = regex(
    rf"(?<![\w.,/-])(?P<part>{_NUMBER})(?P<noun>\s+[a-z]{{3,}})?(?:\s+(?:(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|a\s+total\s+of\s+)?|(?P<tries>in)\s+)|\s?/\s?)(?P<whole>{_NUMBER})(?![\w%/]|[.,]\d)",
    re.IGNORECASE,
)
_ASKS_SHARE = regex(
    r"\b(?:share|fraction|proportion|percentage|percent|per cent|ratio|rate|odds|likely|likelihood|probability|chances?)\b",
    re.IGNORECASE,
)
_COUNTS = regex(r"\bhow many\b", re.IGNORECASE)
# what has happened is counted; of what is so in general, "two out of three" is a share
_HAPPENED = regex(
    r"\b(?:did|had|was|were|has|have)\b|\b(?:won|lost|came|went|took|got|made|sold|left|died|voted|survived|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
# "of the 40 ships", "all 12", and "13 of the 50"
_BASE_ASKED = regex(
    r"\b(?:of (?:the|its|their|these)|all)\s+(\d{1,3}(?:,\d{3})+|\d+)(?![\w.,%]*\d|\s?%)", re.IGNORECASE
)
_BASE_SPELLED = regex(rf"\bhow many of (?:the|its|their|these) ((?!\d){_NUMBER}) [a-z]+", re.IGNORECASE)
_BASE_SAID = regex(
    rf"{_NUMBER}\s+(?:[a-z]+\s+)?(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|these\s+)?(\d{{1,3}}(?:,\d{{3}})+|\d+)(?![\w.,%]*\d|\s?%)",
    re.IGNORECASE,
)
_ALL_SO_MANY = regex(r"all(?:\s+(?:of\s+)?the)?\s+(?:\d+|[a-z-]+)", re.IGNORECASE)
_MOST = regex(r"(?:more than|over)\s+(?:(?:a\s+)?half|50\s?(?:%|percent|per cent))", re.IGNORECASE)
_EVERY = regex(
    r"\W*(?:all(?:\s+of)?(?:\s+(?:them|the(?:m|ir|se)?(?:\s+[a-z]+)?))?|every\s+(?:single\s+)?one(?:\s+of\s+them)?|every one|everyone)\W*",
    re.IGNORECASE,
)
_MAJORITY = regex(r"\W*(?:(?:an?|the)\s+majority|most)(?:\s+of\s+(?:the\s+)?[a-z]+)?\W*", re.IGNORECASE)
_ALL_BUT = regex(
    rf"\b(?:all|every one|everyone|everybody|each)(?: of (?:them|the [a-z]+)| the [a-z]+| \d+| of the \d+)? (?:but|except for|except|bar|save for|save|apart from) (?P<few>{_NUMBER})(?: of them)?(?![\w%/]|[.,]\d)",
    re.IGNORECASE,
)
_PART_OF_ALL = regex(
    rf"(?P<led>\W*(?:(?:it (?:is|was)|they were|exactly|just|only|precisely) )*)(?:(?P<half>half|one half|50\s?%|50 per ?cent)|(?P<parts>one|an?|two|three|four) (?P<of>third|quarter|fifth)s?)"
    rf"(?: of (?:them|these|those|the (?:{_NUMBER} )?(?P<noun>[a-z]+)|all (?:the )?(?P<all>[a-z]+)))?(?P<rest>(?: (?:did|had|were|was|have)(?: [a-z]+)?)?\W*)",
    re.IGNORECASE,
)
MAY_BE_PART = regex(r"\bhalf\b|\b(?:third|quarter|fifth)s?\b|\b50\s?(?:%|per)", re.IGNORECASE)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5}
_SOME = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_SMALL = 10  # of so many, a part is as often a share
_LONGEST = 200  # characters; a longer answer says more than that


class Whole(NamedTuple):
    """An accepted part of a whole: its text, the two numbers, and whether the part is counted."""

    text: str
    part: int
    whole: int
    counted: bool

    def plainly(self, text: str) -> str:
        """Return an answer with a part of the same whole as the accepted one is read, and one of another whole as the fraction of it."""
        if len(text) > _LONGEST:
            return text
        return _OF_SO_MANY.sub(self._plainly, text)

    def _plainly(self, found: re.Match[str]) -> str:
        part, whole = (_count(found[name]) for name in ("part", "whole"))
        if part is None or whole is None or whole <= 1 or (found["tries"] and self.counted and whole != self.whole):
            return found[0]
        if self.counted and (whole == self.whole or part > whole):  # "4 of 2" is no 2
            return f"{part}{found['noun'] or ''}"
        return f"{part}/{whole}"


def whole_of(text: str, question: str) -> Whole | None:
    """Return the part of a whole that an accepted text is; None where the question asks for neither a count nor a share.

    >>> whole_of("147 of 300", "How many seats did it win?")[1:], whole_of("3 of 12", "What share survived?")[1:]
    ((147, 300, True), (3, 12, False))
    """
    tried = tries_in(text)
    told = _OF_SO_MANY.match(text)
    if tried is not None:
        one, tries = tried
        return (
            Whole(text[: tries.start], int(one.value), int(tries.value), counted=True)
            if _COUNTS.search(question)
            else None
        )
    if told is None or told["tries"] or len(text[told.end() :].split()) > 1:
        return None
    part, whole = (_count(told[name]) for name in ("part", "whole"))
    if part is None or whole is None or part > whole:
        return None
    share = _ASKS_SHARE.search(question) is not None
    if not share and not (_COUNTS.search(question) and (whole > _SMALL or _HAPPENED.search(question))):
        return None
    return Whole(text, part, whole, counted=not share)


def of_another_whole(text: str, told: str) -> Closeness | None:
    """Return that an answer gives a part of another whole than the one that is told of: "13 of the 50" of 40 ships.

    >>> of_another_whole("13 of the 50", "How many of the 40 ships sank? 13").note
    'of another whole'
    """
    said, wanted = frozenset(_BASE_SAID.findall(text)), frozenset(_BASE_ASKED.findall(told))
    if not said or not wanted or said & wanted:
        return None
    return Closeness(Reason.WRONG_VALUE, "of another whole")


def all_told(text: str) -> str:
    """Return the words that say an accepted "all 27" or "more than half" in full; "" for another text."""
    if _ALL_SO_MANY.fullmatch(text):
        return text
    return "more than half" if _MOST.fullmatch(text) else ""


def as_all(text: str, told: str) -> str:
    """Return an answer that says all of them, or most, as so many.

    >>> as_all("All of them", "all 27"), as_all("a majority", "more than half"), as_all("most", "all 27")
    ('all 27', 'more than half', 'most')
    """
    pattern = _MAJORITY if told == "more than half" else _EVERY
    return told if pattern.fullmatch(text) else text


@lru_cache(maxsize=512)
def base_asked(question: str) -> int:
    """Return of how many a question asks how many: 12 of "How many of the 12 ships sank?"; 0 where it does not say."""
    if _COUNTS.search(question) is None:
        return 0
    bases = _BASE_ASKED.findall(question)
    if len(bases) == 1:
        return int(bases[0].replace(",", "")[:18])
    spelled = [count for word in _BASE_SPELLED.findall(question) if (count := _count(word)) is not None]
    return spelled[0] if len(spelled) == 1 and not bases else 0


def all_but(text: str, base: int) -> str:
    """Return an answer that says all but how many as how many that leaves of so many.

    >>> all_but("All but three were saved.", 12), all_but("all but three", 0)
    ('9 were saved.', 'all but three')
    """
    told = _ALL_BUT.search(text) if base and len(text) <= _LONGEST else None
    left = _count(told["few"]) if told else None
    return (
        f"{text[: told.start()]}{base - left}{text[told.end() :]}"
        if told and left is not None and left < base
        else text
    )


def part_of(text: str, question: str) -> str:
    """Return an answer that says a half, a third or the like of so many as how many that is.

    >>> asked = "How many of the four pumps failed?"
    >>> part_of("half of them", asked), part_of("a quarter of the pumps", asked), part_of("half of the crew", asked)
    ('2', '1', 'half of the crew')
    """
    told = _PART_OF_ALL.fullmatch(text) if len(text) <= _LONGEST else None
    base = base_asked(question) if told else 0
    if told is None or not base:
        return text
    noun = told["noun"] or told["all"]
    part = Fraction(1, 2) if told["half"] else Fraction(_SOME[told["parts"].lower()], _PARTS[told["of"].lower()])
    if (base * part).denominator > 1 or (noun and noun.lower() not in question.lower().split()):
        return text
    return f"{told['led']}{int(base * part)}{told['rest']}".strip()


def as_whole(figure: Quantity, told: Whole) -> Quantity:
    """Return an accepted figure as what its part of a whole is asked for as: the part, or the share."""
    value, step = (Fraction(told.part), Fraction(1)) if told.counted else (Fraction(told.part, told.whole), None)
    return figure._replace(value=value, step=step, unit="", high=None, alternatives=(), other_units=())


def _count(text: str) -> int | None:
    """Return the whole number that a text is."""
    if text.isdecimal():
        return int(text[:18])
    read = read_quantity(text)
    if read is None or read.unit or read.noun or read.ordinal or read.high is not None or read.value.denominator > 1:
        return None
    return int(read.value)
