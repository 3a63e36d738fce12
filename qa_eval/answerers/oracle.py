"""Knows the accepted answers, and is the only answerer that does: must score 100 %, or the dataset is wrong."""

from __future__ import annotations

from qa_eval.errors import AnswererError
from qa_eval.model import Question  # noqa: TC001 - the plug-in finder evaluates the constructor's annotations


class Answerer:
    """Says the accepted answer of every question: a check of the dataset, at 100 % or something is wrong.

    ``receives_gold`` asks the run for ``questions``, the dataset's own; no other answerer may set it.

    >>> from qa_eval.model import EntityAnswer, Question, Unanswerable
    >>> asked = Question("town", "Which town?", EntityAnswer("Leiden"), accepted=("Leiden",))
    >>> open_one = Question("mayor", "Who is its mayor?", Unanswerable())
    >>> oracle = Answerer(questions=(asked, open_one))
    >>> oracle.answer("Which town?", "", id="town"), oracle.answer("Who is its mayor?", "", id="mayor")
    ('Leiden', 'Not stated.')
    """

    receives_gold = True
    instant = True

    def __init__(self, *, questions: tuple[Question, ...]) -> None:
        self._answers = {
            question.id: question.accepted[0] if question.accepted else "Not stated." for question in questions
        }

    def answer(self, question: str, document: str, id: str) -> str:  # noqa: A002, ARG002 - the names that the run gives by
        """Return the first accepted text, or "Not stated." where there is none; raises AnswererError for a strange id."""
        try:
            return self._answers[id]
        except KeyError:
            raise AnswererError("missing", f"the dataset has no question {id!r}") from None
