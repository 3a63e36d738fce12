"""The one loop: every question asked once, every failure kept as data, every run repeatable."""

from qa_eval.journal import Place
from qa_eval.model import Dataset, Document, PhraseAnswer, Question, Reason, Score, Verdict
from qa_eval.run import Run, Settings, run_questions


class Plain:
    """A scorer is any object with this method."""

    def score(self, question, text, document=None):  # noqa: ARG002 - a scorer's parameters
        right = text in question.accepted
        reason = Reason.EXACT if right else Reason.WRONG_WORDS
        return Score(
            Verdict.CORRECT if right else Verdict.INCORRECT, float(right), reason, "", text, question.accepted[0]
        )


def small(n=10):
    questions = tuple(Question(f"q{i}", f"What is {i}?", PhraseAnswer(str(i)), (str(i),), "d") for i in range(n))
    return Dataset("small", "1.0", questions, {"d": Document("d", "A text.")}, "0" * 64)


def test_a_stored_run_is_read_back_as_it_was(tmp_path):
    def answer(question):
        return question.split()[-1][:-1]

    run = run_questions(small(), [answer], Plain(), Settings(), Place(tmp_path))
    assert run.state == "complete"
    assert run.summary[0].overall.accuracy == 1.0
    stored = Run.load(run.folder)
    assert stored == run
    assert stored.summary == run.summary
