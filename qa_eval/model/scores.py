"""Answers as they were given, and what is said of them: predictions, scores and results."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.model.questions import Document, Question

TOLD = ("evidence", "confidence")  # what an answerer may tell beside its answer: quotes, and how sure it is (0..1)

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"


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

    @property
    def confidence(self) -> float | None:
        """How sure the answerer says it is, within 0..1; None where it says nothing, or something else.

        >>> Prediction("x", details={"confidence": 0.87}).confidence, Prediction("x", details={"confidence": 87}).confidence
        (0.87, None)
        """
        said = self.details.get("confidence") if self.details else None
        usable = isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= 1
        return float(said) if usable and isinstance(said, int | float) else None


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
