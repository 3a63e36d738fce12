"""Questions for scoring, in the short form that rows and tables are written in."""

from qa_eval.dataset.answers import answer_of
from qa_eval.dataset.schema import QUESTION_FORMS
from qa_eval.model import Question, accepted_texts


def as_text(value):
    """A value as the YAML reader of questions files gives it: every scalar is text."""
    if isinstance(value, dict):
        return {key: inner in (True, "true") if key == "ordered" else as_text(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(inner) for inner in value]
    return value if isinstance(value, str) else str(value)


def asked(question, type, answer=None, *, accepted=(), **more):  # noqa: A002 - the questions file calls it type
    """The question as a dataset would hold it; ``more`` may give tolerance, unit and ordered."""
    parts = {"id": "row", "question": question, "type": type, **more}
    if answer is not None:
        parts |= {"answer": answer, "accepted": accepted}
    form = QUESTION_FORMS[type].model_validate(as_text(parts))
    typed = answer_of(form)
    return Question("row", question, typed, accepted_texts(typed, tuple(accepted)))
