"""Typed answers from their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset import question_forms as forms
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
from qa_eval.reading.languages import in_english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.dataset.findings import Findings
    from qa_eval.formats import Where


def answer_of(form: forms.QuestionForm) -> Answer:  # noqa: PLR0911 - one return a form
    """Return the typed answer of a question in the curated form."""
    match form:
        case forms.QuantityQuestion():
            return _quantity(form)
        case forms.DateQuestion(answer=forms.DateForm() as parts):
            return DateAnswer(parts.text, Granularity(parts.granularity))
        case forms.DateQuestion(answer=text):
            return DateAnswer(str(text))
        case forms.EntityQuestion(answer=text):
            return EntityAnswer(text)
        case forms.PhraseQuestion(answer=forms.PhraseForm() as parts):
            return PhraseAnswer(parts.text, _groups(parts.must_say), tuple(parts.must_not_say))
        case forms.PhraseQuestion(answer=text):
            return PhraseAnswer(str(text))
        case forms.ListQuestion(answer=forms.ListForm() as parts):
            return ListAnswer(_groups(parts.items), parts.ordered)
        case forms.ListQuestion(answer=list() as items):
            return ListAnswer(_groups(items))
        case forms.YesNoQuestion(answer=text):
            return YesNoAnswer(text == "yes")
        case _:
            return Unanswerable()


def _quantity(form: forms.QuantityQuestion) -> QuantityAnswer:
    unit = UnitPolicy(form.unit)
    if isinstance(form.answer, str):
        return QuantityAnswer(form.answer, tolerance=form.tolerance, unit_policy=unit)
    parts = form.answer
    bound = Bound(parts.bound) if parts.bound else None
    return QuantityAnswer(parts.text, parts.value, parts.unit or "", bound, form.tolerance, unit)


def _groups(groups: Sequence[str | list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple((group,) if isinstance(group, str) else tuple(group) for group in groups)


def plain_answer(
    form: forms.PlainQuestion, where: Where, findings: Findings, language: str = ""
) -> tuple[Answer, tuple[str, ...]]:
    """Return the typed answer of a question in the plain form, and all that is accepted."""
    kind = AnswerType(form.type) if form.type else _inferred(form, language)
    for key in ("tolerance", "unit"):
        if key in form.model_fields_set and kind is not AnswerType.QUANTITY:
            message = f'question "{form.id}" is of type {kind}, and "{key}" for questions of type quantity'
            findings.add((*where, key), message, "leave it empty there, or say its type")
    answers = form.answers
    if kind is AnswerType.YES_NO:  # which is said in English once and for all
        answers = [in_english(each, language) if isinstance(each, str) else each for each in answers]
    try:
        return typed_answer(answers, kind, form.tolerance, UnitPolicy(form.unit))
    except UsageError as error:
        findings.add((*where, "answers"), error.message, error.hint)
        return Unanswerable(), ()


def _inferred(form: forms.PlainQuestion, language: str) -> AnswerType:
    answers = [in_english(each, language) if isinstance(each, str) else each for each in form.answers]
    return infer_type(answers, in_english(form.question, language))
