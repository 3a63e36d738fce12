"""Rules about a question's own examples: the scorer says of them what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.check.subject import Remark, Subject, quoted, warning
from qa_eval.model import (
    DateAnswer,
    ListAnswer,
    Prediction,
    QuantityAnswer,
    Unanswerable,
    UnitPolicy,
    Verdict,
    YesNoAnswer,
)
from qa_eval.reading.text import normalised, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.formats import Content
    from qa_eval.model import Question

ENOUGH = 3
"""Examples to accept, and to reject, that a question should have."""


def accepted_scored(subject: Subject) -> Iterator[Remark]:
    """Hold the answer and its aliases against the scorer: each has to be correct."""
    for where, question in subject.questions:
        for number, text in enumerate(question.accepted):
            remark = _scored(subject, question, text, Verdict.CORRECT)
            if remark:
                place = subject.accepted_place(where, number)
                yield Remark(place, f"the scorer calls the accepted {quoted(text)} {remark}")


def aliases_consistent(subject: Subject) -> Iterator[Remark]:
    """Warn of an alias that would not be right were it not listed: another value, date, polarity or set of items."""
    for where, question in subject.questions:
        if not isinstance(question.answer, QuantityAnswer | DateAnswer | ListAnswer | YesNoAnswer):
            continue
        alone = replace(question, accepted=question.accepted[:1])
        for number, text in enumerate(question.accepted[1:], 1):
            if isinstance(question.answer, ListAnswer) and not {*words(text)} & {*words(question.expected)}:
                continue  # a name of them all, "both moons"
            remark = _scored(subject, alone, text, Verdict.CORRECT)
            if remark:
                message = f"beside {quoted(question.expected)}, the accepted {quoted(text)} would be {remark}"
                yield warning(subject.accepted_place(where, number), message)


def examples_scored(subject: Subject) -> Iterator[Remark]:
    """Hold the examples against the scorer: one to accept has to be correct, one to reject must not be."""
    for where, question in subject.questions:
        for number, text in enumerate(question.accept):
            remark = _scored(subject, question, text, Verdict.CORRECT)
            if remark:
                hint = _accept_hint(subject.part(where), question)
                yield Remark((*where, "accept", number), f"the scorer calls {quoted(text)} {remark}", hint)
        for number, text in enumerate(question.reject):
            remark = _scored(subject, question, text, None)
            if remark:
                hint = _reject_hint(subject, question, subject.part(where), text)
                yield Remark((*where, "reject", number), f"the scorer calls {quoted(text)} {remark}", hint)


def _accept_hint(content: Content, question: Question) -> str:
    if isinstance(question.answer, Unanswerable):
        return "right is what says that the document does not say: word it so, or move it to `reject`"
    return f"if it is right, the scorer is at fault: till that is mended, say it in `{_key(content)}`, too; if not, move it to `reject`"


def _reject_hint(subject: Subject, question: Question, content: Content, text: str) -> str:
    answer = question.answer
    if isinstance(answer, Unanswerable):
        return "it says that the document does not say, which is right: move it to `accept`"
    if isinstance(answer, QuantityAnswer) and answer.unit_policy is UnitPolicy.OPTIONAL:
        with_unit = replace(question, answer=replace(answer, unit_policy=UnitPolicy.REQUIRED))
        if not _scored(subject, with_unit, text, None):
            return "with `unit: required` a figure without its unit is not right; or move it to `accept`"
    key = _key(content)
    return (
        f"narrow {f'`{key}`' if key == 'answers' else f'`answer` or `{key}`'} until it does not, or move it to `accept`"
    )


def _key(content: Content) -> str:
    """Return the key under which a question lists what else is right."""
    return "answers" if isinstance(content, dict) and "answers" in content else "accepted"


def _scored(subject: Subject, question: Question, text: str, wanted: Verdict | None) -> str:
    """Return what the scorer says of a text when that is not ``wanted`` (None: anything but correct, or a failure)."""
    from qa_eval.engine import judge  # noqa: PLC0415 - the run's own way to ask a scorer, which costs its imports

    score = judge(subject.scorer, question, Prediction(text), subject.dataset.document_of(question))
    fine = score.verdict is wanted if wanted else score.verdict not in (Verdict.CORRECT, Verdict.FAILED)
    return "" if fine else f"{score.verdict} ({score.reason}): {score.message}"


def examples_enough(subject: Subject) -> Iterator[Remark]:
    """Warn of a question with too few examples to hold the scorer to anything."""
    if not subject.is_curated:
        return
    for where, question in subject.questions:
        for key, examples in (("accept", question.accept), ("reject", question.reject)):
            if len(examples) < ENOUGH:
                hint = "give what a real system would say, the hard ones first"
                message = f"{len(examples)} of at least {ENOUGH} examples to {key}"
                yield warning((*where, key), message, hint)


def examples_distinct(subject: Subject) -> Iterator[Remark]:
    """Refuse an example both to accept and to reject, and warn of one that is given twice."""
    for where, question in subject.questions:
        accept = {normalised(text): text for text in question.accept}
        for number, text in enumerate(question.reject):
            if normalised(text) in accept:
                yield Remark((*where, "reject", number), f"{quoted(text)} is an example to accept, too")
        for key, examples in (("accept", question.accept), ("reject", question.reject)):
            for number in _repeated(examples):
                yield warning((*where, key, number), f"{quoted(examples[number])} is an example twice", "remove one")


def _repeated(texts: Sequence[str]) -> list[int]:
    return [number for number, text in enumerate(texts) if text in texts[:number]]
