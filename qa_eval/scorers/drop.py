"""DROP's own scoring of spans, numbers and lists of them, for comparison with the literature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.classic import drop_figures, drop_normalise
from qa_eval.model import ListAnswer, Reason, Score, Verdict
from qa_eval.reading.lists import split_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question

_SHOWN = 200
_LONGEST_LIST = 100_000  # characters; of a longer answer, its beginning is looked at


class Scorer:
    """DROP: correct when all spans match after normalising, as published; the value is the F1 of the aligned spans."""

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score one answer; an answer to a list question is parted into its items. The document adds nothing.

        >>> from qa_eval.model import ListAnswer, Question
        >>> question = Question("what", "What does it give?", ListAnswer((("oil",), ("technology",))), ("oil and technology",))
        >>> score = Scorer().score(question, "technology and gas")
        >>> score.verdict.value, score.f1
        ('incorrect', 0.5)
        """
        del document
        answer = question.answer
        if isinstance(answer, ListAnswer):
            spans = split_items(text[:_LONGEST_LIST]) or (text[:_LONGEST_LIST],)
            exact, f1 = drop_figures(spans, answer.items)
            gold = answer.text
        else:
            spans = (text,)
            exact, f1 = _best(spans, question.accepted or ("",))
            gold = question.accepted[0] if question.accepted else "not stated"
        said = "; ".join(spans)[:_SHOWN]
        empty = not any(drop_normalise(span) for span in spans)
        verdict = Verdict.CORRECT if exact else Verdict.ABSTAINED if empty else Verdict.INCORRECT
        reason, message = _told(verdict, f1, answerable=bool(question.accepted))
        return Score(verdict, f1, reason, f"{message}, accepted {gold}", said, gold, exact, f1)


def _best(spans: Sequence[str], accepted: Sequence[str]) -> tuple[bool, float]:
    return max(drop_figures(spans, ((gold,),)) for gold in accepted)


def _told(verdict: Verdict, f1: float, *, answerable: bool) -> tuple[Reason, str]:
    if verdict is Verdict.CORRECT:
        return (Reason.EXACT, "the same spans") if answerable else (Reason.RIGHTLY_ABSTAINED, "an empty answer")
    if verdict is Verdict.ABSTAINED:
        return Reason.ABSTAINED, "an empty answer"
    if not answerable:
        return Reason.ANSWERED_UNANSWERABLE, "not an empty answer"
    return (Reason.PARTIAL, f"some of the spans, F1 {f1:.2f}") if f1 else (Reason.WRONG_WORDS, "none of the spans")
