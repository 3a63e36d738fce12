"""Typed answers from their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset import schema
from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.errors import UsageError
from qa_eval.model import (
    Answer,
    AnswerType,
    Bound,
    DateAnswer,
    EntityAnswer,
    Granularity,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Unanswerable,
    UnitPolicy,
    YesNoAnswer,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.dataset.findings import Findings
    from qa_eval.formats import Where


def answer_of(form: schema.QuestionForm) -> Answer:  # noqa: PLR0911 - one return a form
    """Return the typed answer of a question in the curated form."""
    match form:
        case schema.QuantityQuestion():
            return _quantity(form)
        case schema.DateQuestion(answer=schema.DateForm() as parts):
            return DateAnswer(parts.text, Granularity(parts.granularity))
        case schema.DateQuestion(answer=text):
            return DateAnswer(str(text))
        case schema.EntityQuestion(answer=text):
            return EntityAnswer(text)
        case schema.PhraseQuestion(answer=schema.PhraseForm() as parts):
            return PhraseAnswer(parts.text, _groups(parts.must_say), tuple(parts.must_not_say))
        case schema.PhraseQuestion(answer=text):
            return PhraseAnswer(str(text))
        case schema.ListQuestion(answer=schema.ListForm() as parts):
            return ListAnswer(_groups(parts.items), parts.ordered)
        case schema.ListQuestion(answer=list() as items):
            return ListAnswer(_groups(items))
        case schema.YesNoQuestion(answer=text):
            return YesNoAnswer(text == "yes")
        case _:
            return Unanswerable()


def _quantity(form: schema.QuantityQuestion) -> QuantityAnswer:
    unit = UnitPolicy(form.unit)
    if isinstance(form.answer, str):
        return QuantityAnswer(form.answer, tolerance=form.tolerance, unit_policy=unit)
    parts = form.answer
    bound = Bound(parts.bound) if parts.bound else None
    return QuantityAnswer(parts.text, parts.value, parts.unit or "", bound, form.tolerance, unit)


def _groups(groups: Sequence[str | list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple((group,) if isinstance(group, str) else tuple(group) for group in groups)


def plain_answer(form: schema.PlainQuestion, where: Where, findings: Findings) -> tuple[Answer, tuple[str, ...]]:
    """Return the typed answer of a question in the plain form, and all that is accepted."""
    kind = AnswerType(form.type) if form.type else infer_type(form.answers, form.question)
    for key in ("tolerance", "unit"):
        if key in form.model_fields_set and kind is not AnswerType.QUANTITY:
            findings.add((*where, key), f'"{key}" is for questions of type quantity; this one is {kind}', key=True)
    try:
        return typed_answer(form.answers, kind, form.tolerance, UnitPolicy(form.unit))
    except UsageError as error:
        findings.add((*where, "answers"), error.message, error.hint)
        return Unanswerable(), ()
