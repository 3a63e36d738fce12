"""Typed answers: what kind of thing an answer is, and how near to it another one may be."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from qa_eval.values import value

if TYPE_CHECKING:
    from decimal import Decimal


class AnswerType(StrEnum):
    """What kind of thing an answer is; decides how it is read and compared."""

    QUANTITY = "quantity"
    DATE = "date"
    ENTITY = "entity"
    PHRASE = "phrase"
    LIST = "list"
    YES_NO = "yes_no"
    UNANSWERABLE = "unanswerable"


class Bound(StrEnum):
    """How a figure is limited in words: "up to", "at least", …"""

    NONE = "none"
    UP_TO = "up to"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    LESS_THAN = "less than"


class UnitPolicy(StrEnum):
    """Whether a quantity without its unit is accepted."""

    OPTIONAL = "optional"
    REQUIRED = "required"


class Granularity(StrEnum):
    """How fine a date has to be."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@value
class Tolerance:
    """How far a quantity may be from the accepted value.

    Nothing set means: equal after reading and conversion, or equal at the accepted answer's own precision.
    ``absolute`` and ``relative`` combine as ``|p - g| <= max(absolute, relative * |g|)`` in decimal arithmetic.
    ``absolute_unit`` is a unit as people write it ("" = the accepted answer's own unit); ``low`` and ``high``
    (inclusive, in the accepted answer's unit) replace the accepted value.
    """

    exact: bool = False
    absolute: Decimal | None = None
    absolute_unit: str = ""
    relative: Decimal | None = None
    significant: int | None = None
    decimals: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    def __str__(self) -> str:
        parts = ["exact"] if self.exact else []
        if self.absolute is not None:
            parts.append(f"abs={self.absolute}{' ' if self.absolute_unit else ''}{self.absolute_unit}")
        if self.relative is not None:
            parts.append(f"rel={self.relative}")
        if self.significant is not None:
            parts.append(f"sigfig={self.significant}")
        if self.decimals is not None:
            parts.append(f"decimals={self.decimals}")
        if self.low is not None:
            parts.append(f"range=[{self.low}, {self.high}]")
        return " ".join(parts) or "default"


NO_TOLERANCE = Tolerance()  # one for all: a quantity in ten thousand has another


@value
class QuantityAnswer:
    """A number with or without a unit. ``text`` is what a person would say: "up to 12,000 troops".

    ``value``, ``unit`` and ``bound``, when given, replace what would be read from ``text``.
    """

    type: ClassVar[AnswerType] = AnswerType.QUANTITY
    text: str
    value: Decimal | None = None
    unit: str = ""
    bound: Bound | None = None
    tolerance: Tolerance = NO_TOLERANCE
    unit_policy: UnitPolicy = UnitPolicy.OPTIONAL


@value
class DateAnswer:
    """A date or a period. ``granularity`` None means: as fine as ``text`` itself."""

    type: ClassVar[AnswerType] = AnswerType.DATE
    text: str
    granularity: Granularity | None = None


@value
class EntityAnswer:
    """A person, place, organisation or thing; its other names stand in ``Question.accepted``."""

    type: ClassVar[AnswerType] = AnswerType.ENTITY
    text: str


@value
class PhraseAnswer:
    """Free words. Each group of ``must_say`` holds alternatives of which one has to occur; none of ``must_not_say`` may."""

    type: ClassVar[AnswerType] = AnswerType.PHRASE
    text: str
    must_say: tuple[tuple[str, ...], ...] = ()
    must_not_say: tuple[str, ...] = ()


@value
class ListAnswer:
    """Several items, each a tuple of its accepted names (first the preferred one)."""

    type: ClassVar[AnswerType] = AnswerType.LIST
    items: tuple[tuple[str, ...], ...]
    ordered: bool = False

    @property
    def text(self) -> str:
        """The preferred names, joined as in prose."""
        names = [names[0] for names in self.items]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


@value
class YesNoAnswer:
    """Yes (True) or no (False)."""

    type: ClassVar[AnswerType] = AnswerType.YES_NO
    yes: bool

    @property
    def text(self) -> str:
        """The word for it: "yes" or "no"."""
        return "yes" if self.yes else "no"


@value
class Unanswerable:
    """The document does not say; to abstain is correct."""

    type: ClassVar[AnswerType] = AnswerType.UNANSWERABLE
    text: ClassVar[str] = ""


Answer: TypeAlias = QuantityAnswer | DateAnswer | EntityAnswer | PhraseAnswer | ListAnswer | YesNoAnswer | Unanswerable


def accepted_texts(answer: Answer, aliases: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the answer's own text and its aliases, each once, in order; empty when unanswerable.

    >>> accepted_texts(EntityAnswer("Sudzha"), ("the town of Sudzha", "Sudzha"))
    ('Sudzha', 'the town of Sudzha')
    """
    if isinstance(answer, Unanswerable):
        return ()
    return tuple(dict.fromkeys((answer.text, *aliases)))
