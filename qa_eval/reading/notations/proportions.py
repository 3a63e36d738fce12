"""Ratios and rates told with what they are of: "3:1 ethanol to water", "one part cement to two parts sand", "1.08 dollars to the euro"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from qa_eval.reading.counting import CARDINALS, TENS
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical

if TYPE_CHECKING:
    import re

    Things: TypeAlias = frozenset[frozenset[str]]  # the words of each of two sides

_LONGEST = 90  # characters; a longer text tells more than that
_WORDS = "|".join((*CARDINALS[:0:-1], *TENS))
_COUNT = rf"(?:\d[\d,]*(?:\.\d+)?|{_WORDS})"
_THING = r"(?!(?:to|and|per|for|of|or|not)\b)[^\W\d_][\w-]*(?: (?!(?:to|and|per|for|or|not)\b)[^\W\d_][\w-]*){0,2}?"
_LEAD = (
    r"(?:(?:it|they|the [a-z]+(?: [a-z]+)?) (?:was|were|is|are) (?:mixed|combined|used|taken|made|set|traded)?\s?"
    r"(?:(?:in|at|with) )?|in |at |with )?(?:(?:an?|the) )?(?:(?:ratio|rate|proportion)(?: of| was| is)? )?"
)
_OF = r"(?: ratio| mixture| mix| blend| split)?(?: of|,|:)?(?: the)? \(?"
_EACH_COUNTED = rf"(?P<first>{_COUNT})\s?(?:[:–-]|to)\s?(?P<second>{_COUNT})"
_BOTH = rf"(?:the )?(?P<one>{_THING})(?: to |:|/|–| and )(?:the )?(?P<other>{_THING})"
_AMOUNT = (
    r"(?P<{0}>{1}(?!\w)|(?:an?|the|every|each)\b)\s?(?:(?P<{0}_in>parts?|[a-z]+s?(?= of ))(?: of)? )?(?P<{0}_of>{2})"
)
_JOINT = (
    r"\s?(?:=|:|,)\s?(?:and |to )?"
    r"|,? (?:to|and|per|for|for every|for each|is|was|equals|equalled|(?:is|was|are|were) (?:worth|equal to)|buys|bought|costs?|fetched|fetches|gets|got"
    r"|represents?|stands for|corresponds to|makes|holds|contains) (?:every |each )?"
)
_FORMS = (
    regex(rf"{_LEAD}{_EACH_COUNTED}{_OF}{_BOTH}\)?"),
    regex(
        rf"(?:the )?(?:ratio of )?{_BOTH}(?: (?:was|were|is|are)(?: mixed| used| combined)?)?,?(?: in)?(?: an?| the)?(?: ratio| proportion)?(?: of)? {_EACH_COUNTED}(?: ratio| mix| mixture)?"
    ),
    regex(rf"{_LEAD}{_AMOUNT.format('first', _COUNT, _THING)}(?:{_JOINT}){_AMOUNT.format('second', _COUNT, _THING)}"),
    regex(
        rf"{_LEAD}{_AMOUNT.format('first', _COUNT, _THING)}(?: per | (?:for|to) (?:every|each) )(?P<second_of>{_THING})"
    ),
)
_SIGN = regex(r"(?P<sign>[$€£¥])\s?(?P<count>\d[\d,]*(?:\.\d+)?)")
_ASKED = regex(
    rf"\b(?:ratio|proportion) (?:of |between )(?:the )?(?P<one>{_THING}) (?:to|and) (?:the )?(?P<other>{_THING})(?=\W*\Z| (?:was|were|is|are|in|on|at|for|used|mixed|did|does)\b)"
    rf"|\b(?P<before>[a-z]+)[- ]to[- ](?P<behind>[a-z]+) ratio"
)
_ASKED_PER = regex(
    r"\bhow many (?P<one>[a-z]+)\b[^?]*?\b(?:one|an?|1|per|each|every) (?P<other>[a-z]+)\b(?:(?! for | to )[^?])*"
)


class Proportion(NamedTuple):
    """So much of one thing for so much of another; each thing by its words, or its unit."""

    one: frozenset[str]
    other: frozenset[str]
    share: Fraction  # of the one, for one of the other
    unit: str = ""  # of the other, where both are units

    @property
    def things(self) -> Things:
        """The two things."""
        return frozenset((self.one, self.other))

    def is_same(self, told: Proportion) -> bool:
        """Return whether another proportion of the same things is the same one, told from either side."""
        return self.share == (told.share if told.one == self.one else 1 / told.share)


def read_proportion(text: str) -> Proportion | None:
    """Return the proportion that a text tells with what it is of, and nothing else; None for another text.

    >>> one, other = read_proportion("3:1 ethanol to water"), read_proportion("one part water to three parts of ethanol")
    >>> one.things == other.things, one.is_same(other), read_proportion("3:1")
    (True, True, None)
    """
    if len(text) > _LONGEST:
        return None
    told = _SIGN.sub(r"\g<count> \g<sign>", text.strip(" .!").lower())
    return next(filter(None, (_read(found) for form in _FORMS if (found := form.fullmatch(told)))), None)


def asked_proportion(question: str, ratio: Fraction) -> Proportion | None:
    """Return the proportion that a ratio is, where its question says of what to what it asks for one; None where it does not.

    >>> asked_proportion("What was the ratio of pupils to teachers?", Fraction(14)) == read_proportion("14:1 pupils to teachers")
    True
    """
    asked = _ASKED.search(question.lower())
    if asked is None or not ratio:
        return None
    return _between(asked["one"] or asked["before"], asked["other"] or asked["behind"], ratio)


def asked_per(question: str, count: Fraction) -> Proportion | None:
    """Return the proportion that a number is, where it is asked how many of something one of another thing has or gets.

    >>> asked_per("How many dollars did one euro buy?", Fraction(2)) == read_proportion("one euro bought 2 dollars")
    False
    >>> asked_per("How many dollars did one euro buy?", Fraction(2)).is_same(read_proportion("one euro bought 2 dollars"))
    True
    """
    asked = _ASKED_PER.search(question.lower())
    return _between(asked["one"], asked["other"], count) if asked and count else None


def _thing(text: str) -> frozenset[str]:
    """Return the words of a thing in the singular, or its unit: "USD" of "dollars"."""
    unit = canonical(text)
    return (
        frozenset((unit,)) if unit else frozenset(singular(word) for word in text.split() if word not in ("the", "of"))
    )


def _between(one: str, other: str, share: Fraction) -> Proportion | None:
    first, second = _thing(one), _thing(other)
    unit = canonical(other) if canonical(one) else None
    return Proportion(first, second, share, unit or "") if first != second and first and second else None


def _read(found: re.Match[str]) -> Proportion | None:
    told = found.groupdict()
    first, second = _count(told["first"]), _count(told.get("second"))
    if not first or not second or singular(told.get("first_in") or "part") != singular(told.get("second_in") or "part"):
        return None
    return _between(told.get("one") or told["first_of"], told.get("other") or told["second_of"], first / second)


def _count(word: str | None) -> Fraction | None:
    if word in (None, "a", "an", "the", "every", "each", "one"):
        return Fraction(1)
    figure = read_quantity(word)
    return figure.value if figure and not figure.unit else None
