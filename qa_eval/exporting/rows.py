"""Questions and results as rows that read back as the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.dataset.inference import typed_answer
from qa_eval.errors import UsageError
from qa_eval.model import (
    DateAnswer,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Tolerance,
    Unanswerable,
    UnitPolicy,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa_eval.model import Answer, Dataset, Document, Evidence, JsonValue, Question, Result


def question_rows(dataset: Dataset) -> Iterator[dict[str, JsonValue]]:
    """Yield each question as a row of a questions file, with its document as ``context``.

    It is in the plain form (``answers``) where that says all of its answer, in the curated one (``answer``) otherwise.
    """
    for question in dataset.questions:
        document = dataset.document_of(question)
        yield {
            "id": question.id,
            "question": question.text,
            **(_plain(question) or _curated(question)),
            **({"context": document.text} if document.text else {}),
            **_details(question, document),
        }


def is_plain(question: Question) -> bool:
    """Tell whether the plain form says all of a question's answer."""
    return _plain(question) is not None


def accepted(question: Question) -> list[JsonValue]:
    """Return the accepted answers as the plain form writes them: texts, or for a list its items."""
    if isinstance(question.answer, ListAnswer):
        return [[names[0] for names in question.answer.items], *question.accepted[1:]]
    return [*_own(question)]


def _own(question: Question) -> tuple[str, ...]:
    """Return the accepted texts, the first one as it is kept, whatever language it is said in."""
    return (question.answer.text, *question.accepted[1:]) if question.accepted else ()


def result_rows(questions: Mapping[str, Question], results: Iterable[Result]) -> Iterator[dict[str, JsonValue]]:
    """Yield each result as a flat row; ``accepted`` and ``tags`` are lists of texts, everything else a text or a number."""
    for result in results:
        question, score, prediction = questions[result.question_id], result.score, result.prediction
        yield {
            "id": question.id,
            "question": question.text,
            "type": str(question.answer.type),
            "tags": [*question.tags],
            "difficulty": question.difficulty or None,
            "accepted": [*question.accepted],
            "answerer": result.answerer,
            "repeat": result.repeat,
            "answer": prediction.text,
            "verdict": str(score.verdict),
            "value": score.value,
            "reason": str(score.reason),
            "message": score.message,
            "read": score.read,
            "gold": score.gold,
            "exact_match": score.exact_match,
            "f1": score.f1,
            "other_policy": score.other.policy if score.other else None,
            "other_verdict": str(score.other.verdict) if score.other else None,
            "seconds": prediction.seconds,
            "attempts": prediction.attempts,
            "failure": f"{prediction.failure.kind}: {prediction.failure.message}" if prediction.failure else None,
        }


def _plain(question: Question) -> dict[str, JsonValue] | None:
    answer = question.answer
    tolerance, unit = Tolerance(), UnitPolicy.OPTIONAL
    if isinstance(answer, QuantityAnswer):
        tolerance, unit = answer.tolerance, answer.unit_policy
    answers = accepted(question)
    texts = [[str(item) for item in part] if isinstance(part, list) else str(part) for part in answers]
    try:
        made = typed_answer(texts, answer.type, tolerance, unit)
    except UsageError:
        return None
    if made != (answer, _own(question)):
        return None
    return {"answers": answers, "type": str(answer.type), **_limits(tolerance, unit)}


def _curated(question: Question) -> dict[str, JsonValue]:
    answer = question.answer
    row: dict[str, JsonValue] = {"type": str(answer.type)}
    if isinstance(answer, Unanswerable):
        return row
    row["answer"] = _parts(answer)
    if isinstance(answer, QuantityAnswer):
        row |= _limits(answer.tolerance, answer.unit_policy)
    aliases: list[JsonValue] = [*question.accepted[1:]]
    return {**row, **({"accepted": aliases} if aliases else {})}


def _parts(answer: Answer) -> JsonValue:
    """Return an answer as the curated form writes it: its text, or its parts where the text alone does not say all."""
    match answer:
        case QuantityAnswer(text, value, unit, bound) if value is not None or unit or bound is not None:
            given = {"value": None if value is None else str(value), "unit": unit, "bound": bound and str(bound)}
            return {"text": text, **{key: part for key, part in given.items() if part}}
        case DateAnswer(text, granularity) if granularity is not None:
            return {"text": text, "granularity": str(granularity)}
        case PhraseAnswer(text, must_say, must_not_say) if must_say or must_not_say:
            return {"text": text, "must_say": _groups(must_say), "must_not_say": [*must_not_say]}
        case ListAnswer(items, ordered):
            return {"items": _groups(items), "ordered": ordered}
        case _:
            return answer.text


def _groups(groups: Sequence[Sequence[str]]) -> list[JsonValue]:
    return [group[0] if len(group) == 1 else [*group] for group in groups]


def _limits(tolerance: Tolerance, unit: UnitPolicy) -> dict[str, JsonValue]:
    return {
        **({"tolerance": str(tolerance)} if tolerance != Tolerance() else {}),
        **({"unit": str(unit)} if unit is not UnitPolicy.OPTIONAL else {}),
    }


def _details(question: Question, document: Document) -> dict[str, JsonValue]:
    given: dict[str, JsonValue] = {
        "evidence": [_quote(evidence, document) for evidence in question.evidence],
        "tags": [*question.tags],
        "difficulty": question.difficulty,
        "language": question.language,
        "paraphrases": [*question.paraphrases],
        "accept": [*question.accept],
        "reject": [*question.reject],
        "derivation": question.derivation,
        "note": question.note,
    }
    return {key: value for key, value in given.items() if value}


def _quote(evidence: Evidence, document: Document) -> JsonValue:
    """Return a quote, and which of its occurrences is meant unless it is the first."""
    place, occurrence = document.text.find(evidence.quote), 1
    while -1 < place < evidence.start:
        place, occurrence = document.text.find(evidence.quote, place + 1), occurrence + 1
    return evidence.quote if occurrence == 1 else {"quote": evidence.quote, "occurrence": occurrence}
