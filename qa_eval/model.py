"""The words of the project as frozen value types and protocols. Imports nothing of ours but how values are made."""

from __future__ import annotations

import hashlib
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeAlias

from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

TOLD = ("evidence", "confidence")  # what an answerer may tell beside its answer: quotes, and how sure it is (0..1)

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"


class AnswerType(StrEnum):
    """What kind of thing an answer is; decides how it is read and compared."""

    QUANTITY = "quantity"
    DATE = "date"
    ENTITY = "entity"
    PHRASE = "phrase"
    LIST = "list"
    YES_NO = "yes_no"
    UNANSWERABLE = "unanswerable"


class Verdict(StrEnum):
    """The outcome of one answer. ABSTAINED and FAILED are never folded into INCORRECT."""

    CORRECT = "correct"
    INCORRECT = "incorrect"
    ABSTAINED = "abstained"
    FAILED = "failed"


class Reason(StrEnum):
    """Why a verdict fell: the code beside the sentence in ``Score.message``."""

    EXACT = "exact"  # the same text
    ALIAS = "alias"  # the same text as another accepted answer
    EQUAL_VALUE = "equal_value"  # another way to write the same value
    CONVERTED_UNIT = "converted_unit"  # the same value in another unit
    WITHIN_TOLERANCE = "within_tolerance"
    ROUNDS_TO_GOLD = "rounds_to_gold"  # agrees at the precision that is shown
    SAME_DATE = "same_date"  # the same date in another format
    SAME_ITEMS = "same_items"  # every item of the list, and no other
    CONTAINS_GOLD = "contains_gold"  # the accepted answer inside a longer one that adds nothing else
    REQUIRED_WORDS = "required_words"  # says everything that the question requires
    SAME_WORDS = "same_words"  # the accepted words in another order or inflection
    ENOUGH_WORDS = "enough_words"  # a part of the accepted words that people take for the whole: a surname
    SAME_MEANING = "same_meaning"  # close enough for people, by nothing that has a code of its own
    AGREES = "agrees"  # the same yes or no
    RIGHTLY_ABSTAINED = "rightly_abstained"  # the document does not say, and the answer says so
    WRONG_VALUE = "wrong_value"
    WRONG_UNIT = "wrong_unit"
    MISSING_UNIT = "missing_unit"
    SCALE_ERROR = "scale_error"  # off by a power of ten that a scale word or a unit prefix explains
    WRONG_BOUND = "wrong_bound"  # "more than" where the document says "up to"
    OTHER_FIGURE = "other_figure_of_the_document"
    WRONG_DATE = "wrong_date"
    LESS_PRECISE = "less_precise"
    WRONG_NAME = "wrong_name"
    WRONG_WORDS = "wrong_words"
    MISSING_ITEMS = "missing_items"
    EXTRA_ITEMS = "extra_items"
    WRONG_ORDER = "wrong_order"
    PARTIAL = "partial"
    CONTRADICTION = "contradiction"  # says it and takes it back, or yes and no
    SEVERAL_ANSWERS = "several_answers"  # hedges between answers
    ANSWERED_UNANSWERABLE = "answered_unanswerable"
    UNREADABLE = "unreadable"  # nothing of the wanted type in the answer
    ABSTAINED = "abstained"
    ANSWERER_FAILED = "answerer_failed"
    MISSING_ANSWER = "missing_answer"  # stored answers that hold none to this question
    SCORER_FAILED = "scorer_failed"


WORD_FOR_WORD = "the accepted answer, word for word"  # what the built-in policies say of EXACT
# reasons beside those of the built-in scorers: a judge's own verdict, and none of it
JUDGED, JUDGE_FAILED = "judged", "judge_failed"
ABSTENTIONS = frozenset((Reason.ABSTAINED, Reason.RIGHTLY_ABSTAINED))


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


@value
class Evidence:
    """An exact quote of the document and where it stands: characters ``start`` to ``end`` (exclusive)."""

    quote: str
    start: int
    end: int


@value
class Document:
    """The text that the questions are about. ``id`` is unique within a dataset."""

    id: str
    text: str
    title: str = ""

    @property
    def sha256(self) -> str:
        """Hex digest of the UTF-8 text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@value
class Question:
    """One question with its typed answer.

    ``accepted`` holds every accepted text, the answer's own text first; empty for an unanswerable question.
    ``accept`` and ``reject`` are the question's own examples: answers that must and must not score correct.
    ``language`` is the ISO 639-1 code of the question and its answers, "" for English.
    """

    id: str
    text: str
    answer: Answer
    accepted: tuple[str, ...] = ()
    document_id: str = ""
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[str, ...] = ()
    difficulty: str = ""
    paraphrases: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    derivation: str = ""
    note: str = ""
    language: str = ""


@value
class Dataset:
    """Questions and the documents that they are about, in the order of the file; a great many are made as they are read.

    ``sha256`` is the digest of everything in the dataset that can change a number. ``drafts`` are questions that nobody has
    finished: they are never asked.
    """

    name: str
    version: str
    questions: Sequence[Question]
    documents: Mapping[str, Document]
    sha256: str
    description: str = ""
    licence: str = ""
    path: str = ""
    drafts: tuple[Question, ...] = ()

    def document_of(self, question: Question) -> Document:
        """Return the document that ``question`` is about."""
        return self.documents[question.document_id]


@value
class Request:
    """All that an answerer may know of a question: never its answer."""

    question: str
    document: str
    id: str = ""
    tags: tuple[str, ...] = ()
    document_id: str = ""


@value
class Tokens:
    """Tokens that a model read (``prompt``) and wrote (``completion``)."""

    prompt: int = 0
    completion: int = 0


@value
class Failure:
    """Why there is no answer. ``kind`` is one of ``qa_eval.errors.FAILURE_KINDS``."""

    kind: str
    message: str


@value
class Prediction:
    """What an answerer said. ``text`` is None exactly when ``failure`` is set; ``seconds`` is the last attempt's time.

    An answerer may return a plain string, a mapping ``{"answer": …, "evidence": [quotes], "confidence": 0..1}``, or a
    Prediction when it knows more (tokens, details for the reader).
    """

    text: str | None
    seconds: float = 0.0
    tokens: Tokens | None = None
    attempts: int = 1
    failure: Failure | None = None
    details: Mapping[str, JsonValue] = field(default_factory=dict)


@value
class Opinion:
    """What another policy says of an answer that was scored by one: ``policy`` is that other scorer's name."""

    policy: str
    verdict: Verdict
    value: float
    reason: str
    message: str


@value
class Score:
    """What a scorer says of one answer.

    ``value`` is within 0..1; ``reason`` a code (``Reason`` for the built-in scorers) and ``message`` a sentence that a
    curator can act on; ``read`` and ``gold`` say what was understood of the answer and of the accepted one.
    ``exact_match`` and ``f1`` are SQuAD's figures, on list questions DROP's, kept beside every verdict; an abstention counts
    in them as what the literature writes for it, no answer. ``other`` is what
    the lenient policy says where the strict one decides, and the other way round.
    """

    verdict: Verdict
    value: float
    reason: str
    message: str
    read: str = ""
    gold: str = ""
    exact_match: bool = False
    f1: float = 0.0
    other: Opinion | None = None


@value
class Result:
    """One answer of one answerer to one question, scored. ``repeat`` counts from 0."""

    question_id: str
    answerer: str
    prediction: Prediction
    score: Score
    repeat: int = 0


class Scorer(Protocol):
    """Says whether an answer is right. Pure: the same input gives the same score, nothing is asked or written."""

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score ``text`` as an answer to ``question``; ``document`` lets a wrong figure be recognised as another one's."""
        ...


def accepted_texts(answer: Answer, aliases: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the answer's own text and its aliases, each once, in order; empty when unanswerable.

    >>> accepted_texts(EntityAnswer("Sudzha"), ("the town of Sudzha", "Sudzha"))
    ('Sudzha', 'the town of Sudzha')
    """
    if isinstance(answer, Unanswerable):
        return ()
    return tuple(dict.fromkeys((answer.text, *aliases)))
