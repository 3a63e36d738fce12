"""Questions for scoring, in the short form that rows and tables are written in."""

from qa_eval.dataset.answers import answer_of
from qa_eval.dataset.inference import infer_type
from qa_eval.dataset.schema import QUESTION_FORMS
from qa_eval.model import Question, accepted_texts
from qa_eval.reading.lists import split_items


def as_text(value):
    """A value as the YAML reader of questions files gives it: every scalar is text."""
    if isinstance(value, dict):
        return {key: inner in (True, "true") if key == "ordered" else as_text(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(inner) for inner in value]
    return value if isinstance(value, str) else str(value)


def asked(question, type=None, answer=None, *, accepted=(), **more):  # noqa: A002 - the questions file calls it type
    """The question as a dataset would hold it, of an inferred type where none is given; ``more`` may give tolerance, unit and ordered."""
    type = type or str(infer_type([answer, *accepted], question))  # noqa: A001 - see above
    if type == "list" and isinstance(answer, str):
        answer = list(split_items(answer))
    parts = {"id": "row", "question": question, "type": type, **more}
    if answer is not None and type != "unanswerable":
        parts |= {"answer": answer, "accepted": accepted}
    form = QUESTION_FORMS[type].model_validate(as_text(parts))
    typed = answer_of(form)
    return Question("row", question, typed, accepted_texts(typed, tuple(accepted)))
