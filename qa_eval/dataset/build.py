"""From the forms of a checked file to the project's own values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.dataset.answers import answer_of, plain_answer
from qa_eval.dataset.digest import dataset_digest
from qa_eval.dataset.documents import read_document
from qa_eval.dataset.evidence import find_quote
from qa_eval.dataset.schema import AnsweredForm, EvidenceForm, PlainQuestion
from qa_eval.model import Dataset, Document, Evidence, Question, accepted_texts

if TYPE_CHECKING:
    from qa_eval.dataset.report import Report
    from qa_eval.dataset.schema import DatasetForm, QuestionForm
    from qa_eval.formats import Where


def build(form: DatasetForm, report: Report) -> Dataset:
    """Return the dataset that a form describes; what cannot be meant goes to ``report``."""
    name = form.name or Path(report.path).stem
    documents: dict[str, Document] = {}
    main = read_document(form.document, name, report) if form.document else Document("", "")
    questions = []
    for number, question in enumerate(form.questions):
        document = main
        if isinstance(question, PlainQuestion) and question.context is not None:
            document = Document("", question.context)
            document = Document(document.sha256[:16], question.context)
        documents[document.id] = document
        questions.append(_question(question, document, ("questions", number), report))
    _check_ids(questions, report)
    return Dataset(
        name=name,
        version=form.version,
        questions=tuple(questions),
        documents=documents,
        sha256=dataset_digest(questions, documents.values()),
        description=form.description,
        licence=form.licence,
        path=report.path,
    )


def _question(form: QuestionForm, document: Document, where: Where, report: Report) -> Question:
    if isinstance(form, PlainQuestion):
        answer, aliases = plain_answer(form, where, report)
    else:
        answer = answer_of(form)
        aliases = tuple(form.accepted) if isinstance(form, AnsweredForm) else ()
    return Question(
        id=form.id,
        text=form.question,
        answer=answer,
        accepted=accepted_texts(answer, aliases),
        document_id=document.id,
        evidence=_evidence(form, document, where, report),
        tags=tuple(form.tags),
        difficulty=form.difficulty,
        paraphrases=tuple(form.paraphrases),
        accept=tuple(form.accept),
        reject=tuple(form.reject),
        derivation=form.derivation,
        note=form.note,
    )


def _evidence(form: QuestionForm, document: Document, where: Where, report: Report) -> tuple[Evidence, ...]:
    found = []
    for number, quote in enumerate(form.evidence):
        text, occurrence = (quote.quote, quote.occurrence) if isinstance(quote, EvidenceForm) else (quote, 1)
        result = find_quote(document.text, text, occurrence)
        if isinstance(result, Evidence):
            found.append(result)
        else:
            report.add((*where, "evidence", number), *result)
    return tuple(found)


def _check_ids(questions: list[Question], report: Report) -> None:
    first: dict[str, int] = {}
    for number, question in enumerate(questions):
        if question.id in first:
            place = report.locate(("questions", first[question.id], "id"))
            there = f"on line {place.line}" if place.line else f"in row {first[question.id] + 1}"
            hint = f"the first one is {there}; every question has its own id"
            report.add(("questions", number, "id"), f'the id "{question.id}" is used twice', hint)
        first.setdefault(question.id, number)
