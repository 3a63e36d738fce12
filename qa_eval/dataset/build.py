"""From the forms of a checked file to the project's own values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval.dataset.answers import answer_of, plain_answer
from qa_eval.dataset.digest import SIZE, digest_of, question_digest
from qa_eval.dataset.documents import read_document
from qa_eval.dataset.evidence import find_quote
from qa_eval.dataset.inference import unreadable
from qa_eval.dataset.packed import Packer
from qa_eval.dataset.plain import ID_LENGTH
from qa_eval.dataset.question_forms import AnsweredForm, EvidenceForm, PlainQuestion
from qa_eval.model import Answer, Dataset, Document, Evidence, Question, accepted_texts
from qa_eval.reading.languages import DEFAULT, answer_in_english, worded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.dataset.findings import Findings
    from qa_eval.dataset.question_forms import QuestionForm
    from qa_eval.dataset.schema import DatasetForm
    from qa_eval.formats import Where


def build(form: DatasetForm, forms: Iterable[tuple[QuestionForm, int]], findings: Findings) -> Dataset:
    """Return the dataset that a form describes; what cannot be meant goes to ``findings``.

    ``forms`` gives each question, and its place among those of the file.
    """
    builder = _Builder(form, findings)
    packer, digests = Packer(), bytearray()
    drafts: list[Question] = []
    for question_form, number in forms:
        question = builder.question(question_form, ("questions", number))
        if question_form.draft:
            drafts.append(question)
            continue
        digests += bytes.fromhex(question_digest(question))
        packer.add(question)
    each = (digests[start : start + SIZE].hex() for start in range(0, len(digests), SIZE))
    return Dataset(
        name=builder.name,
        version=form.version,
        questions=packer.questions(),
        documents=builder.documents,
        sha256=digest_of(each, builder.documents.values()),
        description=form.description,
        licence=form.licence,
        path=findings.path,
        drafts=tuple(drafts),
    )


class _Builder:
    """Builds questions, and the documents that they are about."""

    def __init__(self, form: DatasetForm, findings: Findings) -> None:
        self.name = form.name or Path(findings.path).stem
        self.documents: dict[str, Document] = {}
        self._findings = findings
        self._language = form.language
        self._main = read_document(form.document, self.name, findings) if form.document else Document("", "")
        self._told_of_no_document = False

    def question(self, form: QuestionForm, where: Where) -> Question:
        """Return a question; ``where`` is its place in the file."""
        document = self._document_of(form)
        self.documents[document.id] = document
        language = form.language or self._language
        if isinstance(form, PlainQuestion):
            answer, accepted = plain_answer(form, where, self._findings, language)
        else:
            answer = answer_of(form)
            accepted = self._accepted(form, answer, where)
        accepted = tuple(dict.fromkeys((worded(answer, language), *accepted[1:]))) if accepted else ()
        place = (*where, "answers" if isinstance(form, PlainQuestion) else "answer")
        self._check_readable(answer, answer_in_english(answer, language), place)
        return Question(
            id=form.id,
            text=form.question,
            answer=answer,
            accepted=accepted,
            document_id=document.id,
            evidence=tuple(self._evidence(form, document, where)),
            tags=tuple(form.tags),
            difficulty=form.difficulty,
            paraphrases=tuple(form.paraphrases),
            accept=tuple(form.accept),
            reject=tuple(form.reject),
            derivation=form.derivation,
            note=form.note,
            language="" if language == DEFAULT else language,
        )

    def _document_of(self, form: QuestionForm) -> Document:
        if form.context is None:
            return self._main or Document("", "")
        document = Document("", form.context)
        return Document(document.sha256[:ID_LENGTH], form.context)

    def _accepted(self, form: QuestionForm, answer: Answer, where: Where) -> tuple[str, ...]:
        aliases = form.accepted if isinstance(form, AnsweredForm) else []
        seen = {answer.text}
        for number, alias in enumerate(aliases):
            if alias in seen:
                self._findings.add((*where, "accepted", number), f'"{alias}" is accepted already', "remove it")
            seen.add(alias)
        return accepted_texts(answer, tuple(aliases))

    def _check_readable(self, answer: Answer, in_english: Answer, where: Where) -> None:
        if wrong := unreadable(in_english).replace(f'"{in_english.text}"', f'"{answer.text}"'):
            hint = f"change the answer, or the type, which is {answer.type}"
            self._findings.add(where, wrong, hint)

    def _evidence(self, form: QuestionForm, document: Document, where: Where) -> list[Evidence]:
        if form.evidence and not document.id:
            self._tell_of_no_document(where)
            return []
        found = []
        for number, quote in enumerate(form.evidence):
            text, occurrence = (quote.quote, quote.occurrence) if isinstance(quote, EvidenceForm) else (quote, 1)
            result = find_quote(document.text, text, occurrence)
            if isinstance(result, Evidence):
                found.append(result)
            else:
                self._findings.add((*where, "evidence", number), *result)
        return found

    def _tell_of_no_document(self, where: Where) -> None:
        if self._main is not None and not self._told_of_no_document:
            hint = "name it at the top: document: {path: …}, or give the question its context"
            self._findings.add((*where, "evidence"), "there is no document to find this in", hint)
            self._told_of_no_document = True
