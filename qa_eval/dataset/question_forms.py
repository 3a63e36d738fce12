"""The forms of questions, one a type, and the plain form. Imports pydantic: see ``forms``."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from qa_eval.dataset.forms import Form, Name, Text, one_of, shape, wrong
from qa_eval.dataset.tolerance import ToleranceValue  # noqa: TC001 - pydantic reads the annotations
from qa_eval.model import NO_TOLERANCE, AnswerType, Bound, Granularity, UnitPolicy
from qa_eval.reading.languages import known

TYPES = tuple(kind.value for kind in AnswerType)
LEVELS = ("easy", "medium", "hard")
LANGUAGES = known()
_MOST = 99_999


def _decimal(value: object) -> Decimal:
    try:
        return Decimal(str(value)) if isinstance(value, str) else _refuse_value(value)
    except ArithmeticError:
        return _refuse_value(value)


def _refuse_value(value: object) -> Decimal:
    raise wrong(f"{{subject}} should be a number, not {value}", "write plain digits, as in value: 12000")


def _count(value: object) -> int:
    if not isinstance(value, str) or not value.isdecimal() or not 1 <= int(value[:6]) <= _MOST:
        raise wrong(f"{{subject}} should be a whole number from 1, not {value}")
    return int(value)


class EvidenceForm(Form):
    """A quote that occurs more than once, and which of its occurrences is meant."""

    quote: Text
    occurrence: Annotated[int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})] = 1


Quote = Annotated[
    Annotated[Text, Tag("<text>")] | Annotated[EvidenceForm, Tag("<mapping>")],
    Discriminator(shape),
]


Language = Annotated[
    str,
    one_of(LANGUAGES),
    WithJsonSchema(
        {"enum": list(LANGUAGES), "description": "ISO 639-1 code of the language that is asked and answered in."}
    ),
]


class QuestionForm(Form):
    """What every question may have."""

    id: Annotated[Name, Field(description="Unique within the file; kebab-case reads best.")]
    question: Annotated[Text, Field(description="The question, so that it stands alone.")]
    context: Annotated[str, Field(description="The text that it is about, where that is not the document.")] | None = (
        None
    )
    draft: Annotated[bool, Field(description="Not asked until a person has finished it and removed this mark.")] = False
    evidence: list[Quote] = Field(
        default_factory=list, description="Exact quotes of the document that give the answer."
    )
    tags: list[Name] = Field(default_factory=list)
    difficulty: Annotated[str, one_of(LEVELS), WithJsonSchema({"enum": list(LEVELS)})] = ""
    language: Language = ""
    paraphrases: list[Text] = Field(default_factory=list, description="Other ways to ask the same.")
    derivation: Annotated[str, Field(description="How a derived answer follows from the document.")] = ""
    note: Annotated[str, Field(description="For readers; nothing depends on it.")] = ""
    accept: list[Text] = Field(default_factory=list, description="Examples of answers that must score correct.")
    reject: list[Text] = Field(default_factory=list, description="Examples of answers that must not score correct.")


class AnsweredForm(QuestionForm):
    """A question that the document answers."""

    accepted: list[Text] = Field(
        default_factory=list, description="Further texts that are right: other names, other wordings."
    )


class QuantityForm(Form):
    """A quantity in parts, where its text alone would not be read as meant."""

    text: Annotated[Text, Field(description='As a person would say it: "up to 12,000 troops".')]
    value: Annotated[Decimal, PlainValidator(_decimal), WithJsonSchema({"type": "number"})] | None = None
    unit: Text | None = None
    bound: Annotated[str, one_of(tuple(Bound)), WithJsonSchema({"enum": [*Bound]})] | None = None


Unit = Annotated[
    str,
    one_of(tuple(UnitPolicy)),
    WithJsonSchema({"enum": [*UnitPolicy], "description": "Whether a number without its unit is accepted."}),
]


class QuantityQuestion(AnsweredForm):
    """A number, with or without a unit."""

    type: Literal["quantity"]
    answer: Annotated[
        Annotated[Text, Tag("<text>")] | Annotated[QuantityForm, Tag("<mapping>")],
        Discriminator(shape),
    ]
    tolerance: ToleranceValue = Field(default_factory=lambda: NO_TOLERANCE)
    unit: Unit = "optional"


class DateForm(Form):
    """A date, and how fine an answer has to be."""

    text: Text
    granularity: Annotated[str, one_of(tuple(Granularity)), WithJsonSchema({"enum": [*Granularity]})]


class DateQuestion(AnsweredForm):
    """A date or a period."""

    type: Literal["date"]
    answer: Annotated[Annotated[Text, Tag("<text>")] | Annotated[DateForm, Tag("<mapping>")], Discriminator(shape)]


class EntityQuestion(AnsweredForm):
    """A person, place, organisation or thing."""

    type: Literal["entity"]
    answer: Text


Alternatives = Annotated[
    Annotated[Text, Tag("<text>")] | Annotated[list[Text], Field(min_length=1), Tag("<list>")],
    Discriminator(shape),
]


class PhraseForm(Form):
    """Free words, and what an answer has to say."""

    text: Text
    must_say: list[Alternatives] = Field(default_factory=list, description="Of each group, an answer says one.")
    must_not_say: list[Text] = Field(default_factory=list)


class PhraseQuestion(AnsweredForm):
    """Free words: why, how, in exchange for what."""

    type: Literal["phrase"]
    answer: Annotated[Annotated[Text, Tag("<text>")] | Annotated[PhraseForm, Tag("<mapping>")], Discriminator(shape)]


Items = Annotated[list[Alternatives], Field(min_length=1)]


class ListForm(Form):
    """Several things, each with its accepted names; ``ordered`` when their order counts."""

    items: Items
    ordered: bool = False


class ListQuestion(AnsweredForm):
    """Several things."""

    type: Literal["list"]
    answer: Annotated[Annotated[Items, Tag("<list>")] | Annotated[ListForm, Tag("<mapping>")], Discriminator(shape)]


def _quoted(value: object) -> object:
    if isinstance(value, bool):
        raise wrong("{subject} should be text", 'write "yes" or "no", in quotes')
    if not isinstance(value, str) or not value.strip():
        return value
    plain = value.strip().lower()
    if plain not in {"yes", "no"}:
        raise wrong(f'{{subject}} cannot be "{value[:40]}"', 'write "yes" or "no", whatever language is asked in')
    return plain


class YesNoQuestion(AnsweredForm):
    """Yes or no; written in quotes."""

    type: Literal["yes_no"]
    answer: Annotated[str, one_of(("yes", "no")), BeforeValidator(_quoted), WithJsonSchema({"enum": ["yes", "no"]})]


class UnanswerableQuestion(QuestionForm):
    """The document does not say."""

    type: Literal["unanswerable"]


class UntypedQuestion(QuestionForm):
    """A question whose type is missing or unknown: as much of it is checked as can be."""

    type: Annotated[str, one_of(TYPES)]
    answer: object = None
    accepted: object = None
    tolerance: object = None
    unit: object = None


class PlainQuestion(QuestionForm):
    """The plain form: ``answers`` are the accepted ones, none of them means that the question cannot be answered."""

    answers: Annotated[
        list[Alternatives], Field(description="Accepted answers; empty = unanswerable. Of a list: its items.")
    ]
    type: Annotated[str, one_of(TYPES), WithJsonSchema({"enum": list(TYPES)})] | None = None
    tolerance: ToleranceValue = Field(default_factory=lambda: NO_TOLERANCE)
    unit: Unit = "optional"

    @classmethod
    def with_values(cls, data: dict[str, object]) -> dict[str, object]:
        """Leave out what is null: a table has its columns in every row."""
        return {key: value for key, value in data.items() if value is not None}


QUESTION_FORMS: dict[str, type[QuestionForm]] = {
    "quantity": QuantityQuestion,
    "date": DateQuestion,
    "entity": EntityQuestion,
    "phrase": PhraseQuestion,
    "list": ListQuestion,
    "yes_no": YesNoQuestion,
    "unanswerable": UnanswerableQuestion,
}


def question_kind(value: object) -> str:
    """Return the tag of a question's form."""
    if not isinstance(value, dict):
        return "<untyped>"
    if "answers" in value and "answer" not in value:
        return "<plain>"
    kind = value.get("type")
    if isinstance(kind, str) and kind in QUESTION_FORMS:
        return f"<{kind}>"
    nearest = [get_close_matches(str(key), ("answer", "answers"), n=1, cutoff=0.8) for key in value]
    return "<plain>" if ["answers"] in nearest and ["answer"] not in nearest else "<untyped>"


AnyQuestion = Annotated[
    Annotated[QuantityQuestion, Tag("<quantity>")]
    | Annotated[DateQuestion, Tag("<date>")]
    | Annotated[EntityQuestion, Tag("<entity>")]
    | Annotated[PhraseQuestion, Tag("<phrase>")]
    | Annotated[ListQuestion, Tag("<list>")]
    | Annotated[YesNoQuestion, Tag("<yes_no>")]
    | Annotated[UnanswerableQuestion, Tag("<unanswerable>")]
    | Annotated[PlainQuestion, Tag("<plain>")]
    | Annotated[UntypedQuestion, Tag("<untyped>")],
    Discriminator(question_kind),
]
