"""TriviaQA's own scoring, for comparison with the literature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers._literature import Literature, triviaqa_normalised

if TYPE_CHECKING:
    from qa_eval.model import Document, Question, Score


class Scorer:
    """TriviaQA: correct on an exact match with any alias after its normalising; the value is the token F1."""

    def __init__(self) -> None:
        self._literature = Literature(triviaqa_normalised, with_f1=True)

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score one answer; the document adds nothing.

        >>> from qa_eval.model import EntityAnswer, Question
        >>> question = Question("who", "Who?", EntityAnswer("Marx Brothers"), ("Marx Brothers",))
        >>> Scorer().score(question, "the Marx-Brothers").verdict.value
        'correct'
        """
        del document
        return self._literature.judged(question, text)
