"""One question with its accepted answers read once, for whatever answers are given to it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.classic import prepare
from qa_eval.model import (
    DateAnswer,
    EntityAnswer,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Reason,
    Score,
    Unanswerable,
)
from qa_eval.reading.languages import question_in_english
from qa_eval.reading.markup import without_entities
from qa_eval.scorers._words.business import Business
from qa_eval.scorers._words.written import accepted_texts
from qa_eval.scorers.strict.golds import gold_of
from qa_eval.scorers.strict.meaning.every_word import EveryWord
from qa_eval.scorers.strict.parts.framing import Framing
from qa_eval.scorers.strict.parts.stages import StageAsked
from qa_eval.scorers.strict.phrases.on_condition import on_condition
from qa_eval.scorers.strict.reconsidered import is_reconsidered
from qa_eval.scorers.strict.stated import checks_for

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers._stated.check import Against
    from qa_eval.scorers.strict.parts.neighbours import Neighbours
    from qa_eval.scorers.strict.relation import Gold

# of answers that may say what is accepted in another construction
PUT_OTHERWISE = frozenset((Reason.WRONG_WORDS, Reason.PARTIAL, Reason.LESS_PRECISE, Reason.UNREADABLE))


class Rephrased:
    """A question whose accepted clauses are told in the one construction of those that say the same, ``is_told_otherwise`` if that changes any."""

    def __init__(self, question: Question) -> None:
        from qa_eval.scorers.strict.meaning.classes import by_its_name  # noqa: PLC0415 - few answers get so far
        from qa_eval.scorers.strict.meaning.coordinated import reordered  # noqa: PLC0415 - see above
        from qa_eval.scorers.strict.meaning.rephrasings import rephrased  # noqa: PLC0415 - see above

        self.told = rephrased
        named = (*question.accepted, *(by_its_name(text, question.text) for text in question.accepted))
        texts = tuple(dict.fromkeys(each for text in named for each in reordered(rephrased(text))))
        self.is_told_otherwise = texts != question.accepted
        self.prepared = Prepared(replace(question, accepted=texts, answer=PhraseAnswer(texts[0])))


class Prepared:
    """One question with its accepted answers read once.

    ``texts`` gives the reason for an answer that is one of the accepted ones, word for word. ``declines``: an abstention is
    an answer of its own here, not one to be read. ``wants_figure``: a quantity or date is asked for, so that an answer
    without one that declines in one clause says nothing in the others. ``has_one_value``: what is accepted is no list and
    no yes or no. ``scores`` are those of answers to it, scored with ``document``.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.business = Business(question_in_english(question))
        self.english, self.on_condition = on_condition(self.business.question)
        self.texts = accepted_texts(question)
        self.has_entities = any(without_entities(text) != text for text in question.accepted)
        self.shown = question.answer.text
        self.classic = prepare(question.accepted)
        self.wants_figure = isinstance(question.answer, QuantityAnswer | DateAnswer)
        self.has_one_value = isinstance(question.answer, QuantityAnswer | DateAnswer | EntityAnswer | PhraseAnswer)
        self.is_list = isinstance(question.answer, ListAnswer)
        self.every_word = EveryWord(self.english)
        self.declines = not isinstance(question.answer, Unanswerable)
        self.document: Document | None = None
        self.neighbours: Neighbours | None = None
        self.scores: dict[str, Score] = {}

    @cached_property
    def gold(self) -> Gold:
        """The accepted answers as what they are, read for the first answer that is not one of them word for word."""
        return gold_of(self.english)

    @cached_property
    def is_reconsidered(self) -> bool:
        """Whether answers are judged over again without what they remark on other things."""
        return is_reconsidered(self.question, self.gold)

    @cached_property
    def checks(self) -> tuple[Against, ...]:
        """What may speak against an answer by what is asked, but for whether something is so."""
        return checks_for(self.english.text) if self.has_one_value or self.is_list else ()

    @cached_property
    def framing(self) -> Framing:
        """What the question asks of a matter, to see where answers put what is accepted."""
        return Framing(self.english, self.gold)

    @cached_property
    def stage(self) -> StageAsked:
        """Which stage and time of a matter the question asks about, to see of which one answers tell what is accepted."""
        return StageAsked(self.english, self.gold)

    @cached_property
    def rephrased(self) -> Rephrased | None:
        """The question with its accepted clauses in another construction; None where no free words are accepted."""
        answer = self.english.answer
        free = isinstance(answer, PhraseAnswer) and not answer.must_say and not answer.must_not_say
        return Rephrased(self.english) if free and self.english.accepted else None
