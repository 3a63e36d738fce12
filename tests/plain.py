"""The smallest dataset and scorer that a run needs."""

from qa_eval.model import (
    Dataset,
    Document,
    EntityAnswer,
    PhraseAnswer,
    Question,
    Reason,
    Request,
    Score,
    Unanswerable,
    Verdict,
)

DOCUMENT = "One. Two. Three."


class Plain:
    """A scorer is any object with this method."""

    def score(self, question, text, document=None):
        right = text in (question.accepted or ("",))
        verdict = Verdict.CORRECT if right else Verdict.INCORRECT if text else Verdict.ABSTAINED
        reason = {"correct": Reason.EXACT, "incorrect": Reason.WRONG_WORDS, "abstained": Reason.ABSTAINED}[verdict]
        accepted = question.accepted[0] if question.accepted else ""
        return Score(verdict, float(right), reason, f"said {text!r}", text, accepted, right, float(right))


def dataset(n=10, documents=1, **changes):
    """Questions q0, q1, … whose accepted answers are their numbers; every fifth cannot be answered."""
    questions = tuple(
        Question(
            f"q{i}", f"What is {i}?", Unanswerable(), (), f"d{i % documents}", tags=("open", "odd" if i % 2 else "even")
        )
        if i % 5 == 4
        else Question(
            f"q{i}",
            f"What is {i}?",
            PhraseAnswer(str(i)) if i % 2 else EntityAnswer(str(i)),
            (str(i),),
            f"d{i % documents}",
            tags=("odd" if i % 2 else "even",),
            difficulty="easy" if i < 3 else "hard",
        )
        for i in range(n)
    )
    texts = {f"d{i}": Document(f"d{i}", f"{DOCUMENT} {i}") for i in range(documents)}
    return Dataset(
        **{"name": "small", "version": "1.0", "questions": questions, "documents": texts, "sha256": "0" * 64} | changes
    )


def requests(n=1):
    return [Request(f"What is {i}?", DOCUMENT, f"q{i}", ("tag",), "d0") for i in range(n)]


def number(question):
    """The accepted answer of a question, or what is wrong for one that has none."""
    return question.removeprefix("What is ").removesuffix("?")
