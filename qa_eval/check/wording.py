"""Rules about the words of questions: none is asked twice, gives its answer away, or contradicts another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.check.alike import pairs_alike, wordings
from qa_eval.check.subject import Remark, Subject, quoted, warning
from qa_eval.check.support import says_any
from qa_eval.model import ListAnswer, YesNoAnswer
from qa_eval.reading.text import normalised, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Question


def paraphrases_differ(subject: Subject) -> Iterator[Remark]:
    """Refuse a paraphrase that repeats the question or another paraphrase of it."""
    for where, question in subject.questions:
        seen = {words(question.text)}
        for number, text in enumerate(question.paraphrases):
            if words(text) in seen:
                yield Remark((*where, "paraphrases", number), f"{quoted(text)} is asked already")
            seen.add(words(text))


def questions_differ(subject: Subject) -> Iterator[Remark]:
    """Refuse a question that another one asks in the same words, and warn of one that is nearly another."""
    for pair in pairs_alike(subject.dataset.questions):
        where = ("questions", pair.number, *pair.key)
        other = f'{quoted(pair.first_text)} of "{pair.first.id}"'
        if pair.same_words:
            yield Remark(where, f"this asks the same as {other}")
        else:
            hint = "ask for something else, or make it a paraphrase"
            yield warning(where, f"this is nearly {other}, and has its answer", hint)


def answer_not_in_question(subject: Subject) -> Iterator[Remark]:
    """Refuse a question that says its own answer; one that says an alias, or asks to choose, may be meant."""
    for where, question in subject.questions:
        for key, text in wordings(question):
            leaked = _leaked(question, text)
            if leaked:
                chooses = " or " in text or leaked != question.answer.text
                message = f"{quoted(text)} gives away {quoted(leaked)}"
                yield Remark((*where, *key), message, severity="warning" if chooses else "error")


def _leaked(question: Question, text: str) -> str:
    if isinstance(question.answer, YesNoAnswer):
        return ""
    if isinstance(question.answer, ListAnswer):
        items = () if question.answer.ordered else question.answer.items  # an order may be asked for by its items
        return question.answer.text if len(items) > 1 and all(says_any([text], names) for names in items) else ""
    return next((accepted for accepted in question.accepted if says_any([text], [accepted])), "")


def aliases_agree(subject: Subject) -> Iterator[Remark]:
    """Refuse an example to reject that a near-duplicate of the question, with an answer in common, accepts."""
    told: set[tuple[str, str]] = set()
    for pair in pairs_alike(subject.dataset.questions):
        for number, one, other in ((pair.number, pair.second, pair.first), (pair.other, pair.first, pair.second)):
            accepted = {normalised(text) for text in (*other.accepted, *other.accept)}
            for index, text in enumerate(one.reject):
                if normalised(text) in accepted and (one.id, text) not in told:
                    told.add((one.id, text))
                    place = ("questions", number, "reject", index)
                    yield Remark(place, f'{quoted(text)} is accepted by "{other.id}", which asks nearly the same')
