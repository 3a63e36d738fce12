"""What an answer that is not the first accepted one word for word is judged by: rules, and a few readable features."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.classic import Accepted, prepare, squad_figures
from qa_eval.model import ABSTENTIONS, WORD_FOR_WORD, Reason, Score, Verdict
from qa_eval.reading.codes import spelt_codes
from qa_eval.reading.groups import in_figures, none_in_figures
from qa_eval.reading.languages import in_english, question_in_english
from qa_eval.reading.markup import without_sources
from qa_eval.reading.names.abbreviated import without_stops
from qa_eval.reading.names.joined import joined_or_apart
from qa_eval.reading.names.letters import written_otherwise
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.quantities.periodical import with_periods
from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.labelled import parts_of
from qa_eval.scorers._polarity.left_out import asks_left_out, left_out_as, says_kept
from qa_eval.scorers._polarity.needed import as_need
from qa_eval.scorers._polarity.seen_from import as_seen_from
from qa_eval.scorers._stated.deadlines import of_deadline
from qa_eval.scorers._words.business import Business
from qa_eval.scorers._words.written import as_written
from qa_eval.scorers.lenient import SHOWN
from qa_eval.scorers.lenient.as_asked import as_asked, spelled
from qa_eval.scorers.lenient.as_dates import as_dates
from qa_eval.scorers.lenient.asked import Asked
from qa_eval.scorers.lenient.bare_signs import sign_rule
from qa_eval.scorers.lenient.called import is_called_by_a_part, is_called_by_surname, says_the_name
from qa_eval.scorers.lenient.choosing import questions_of_parts
from qa_eval.scorers.lenient.dated import by_lone_date, is_the_date
from qa_eval.scorers.lenient.decisive import by_figure
from qa_eval.scorers.lenient.distinguishing import is_placed_alike
from qa_eval.scorers.lenient.features import measured
from qa_eval.scorers.lenient.forest import forest, judge, log_odds, told
from qa_eval.scorers.lenient.fused import is_fused
from qa_eval.scorers.lenient.given_names import is_called_by_initials
from qa_eval.scorers.lenient.glued import unglued
from qa_eval.scorers.lenient.lettered import is_called_by_letters
from qa_eval.scorers.lenient.nothing import says_none
from qa_eval.scorers.lenient.overturning import by_words
from qa_eval.scorers.lenient.own_question import without_own_question
from qa_eval.scorers.lenient.periods import is_in_the_period
from qa_eval.scorers.lenient.reasons import SENTENCES, accepted_reason, named, refused_reason
from qa_eval.scorers.lenient.reworded import is_reworded
from qa_eval.scorers.lenient.rules import rule_for
from qa_eval.scorers.lenient.said import Said, concluded, without_year
from qa_eval.scorers.lenient.signs import Signs
from qa_eval.scorers.lenient.spelled_years import spelled_years
from qa_eval.scorers.lenient.stated import Stated
from qa_eval.scorers.lenient.states import spelled_state
from qa_eval.scorers.lenient.values import closest_figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Question
    from qa_eval.scorers.lenient.rules import Decided

MOST_QUESTIONS = 1_024  # prepared questions that are kept: some 10 kB each
MOST_VERDICTS = 2_048  # verdicts that are kept: right answers recur between answerers, repeats and runs
LONGEST_KEPT = 200  # characters of an answer whose verdict is kept
LONGEST_ANSWER = 100_000  # characters; more is no answer that people would read
ACCEPTED_FROM = 0.5  # the probability from which on an answer is correct

_COUNT = regex(r"\b(?:how many|what number|the number of)\b", re.IGNORECASE)
_FORMULA = regex(r"\b[A-Z][a-z]?\d+[A-Z]\w*\b|\b(?:[A-Z][a-z]?){2,}\d+\w*\b")


class Prepared:
    """One question; its accepted answers are read once an answer is not one of them, word for word."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.business = Business(question_in_english(question))
        self.english = self.business.question
        self.spell = as_asked(question)
        if self.spell:
            self.english = spelled(self.english, self.spell)
        self.english = none_in_figures(self.english)
        self.texts = frozenset(question.accepted)
        self.classic: Accepted = prepare(question.accepted)
        self.shown = (question.accepted[0] if question.accepted else "not stated")[:SHOWN]

    @cached_property
    def asked(self) -> Asked:
        """The accepted answers in every form."""
        return Asked(self.english)

    @cached_property
    def rule(self) -> Callable[[str], Decided | None] | None:
        """The rule that decides alone for questions of this kind."""
        return sign_rule(self.english) or rule_for(self.english)

    @cached_property
    def asks_left_out(self) -> bool:
        """Whether a question asks for what is skipped, left out or closed, which an answer may deny to be served."""
        return asks_left_out(self.question.text)

    @cached_property
    def signs(self) -> Signs:
        """The signs that an answer may give in the place of names."""
        return Signs(self.english)

    @cached_property
    def stated(self) -> Stated:
        """What may speak against answers by their words alone."""
        return Stated(self.english)

    @cached_property
    def counts(self) -> bool:
        """Whether a number of things is asked for and accepted."""
        accepted = self.english.accepted
        return bool(accepted) and _COUNT.search(self.question.text) is not None and all(map(_is_number, accepted))

    @cached_property
    def _formulas(self) -> re.Pattern[str] | None:
        named = {each for each in _FORMULA.findall(self.question.text) if not any(each in text for text in self.texts)}
        return re.compile("|".join(map(re.escape, sorted(named, reverse=True)))) if named else None

    def without_formulas(self, text: str) -> str:
        """Return an answer without the formulas of the question: the digits of "Na2S2O3" are none of its own."""
        return text if self._formulas is None else self._formulas.sub(" ", text)

    @cached_property
    def _names(self) -> list[tuple[re.Pattern[str], str]]:
        accepted = self.question.accepted[::-1]  # so that the first is the last that an answer is spelt as
        names = [spelt for text in accepted for spelt in (*joined_or_apart(text), *spelt_codes(text))]
        names += [spelt for text in accepted if not text.isascii() for spelt in written_otherwise(text)]
        return [*names, *spelled_years(self.texts)]

    def with_names(self, text: str) -> str:
        """Return an answer with names and early years as the accepted answers write them: "DeNiro" as "De Niro"."""
        for pattern, name in self._names:
            text = pattern.sub(name, text)
        return text

    @cached_property
    def parts(self) -> tuple[Question, ...]:
        """A question for each lettered part of the accepted answer."""
        return questions_of_parts(self.english)


class Judge:
    """Scores answers; what was read of a question and its accepted answers is kept for the next answer to it."""

    def __init__(self) -> None:
        self._prepared: dict[int, Prepared] = {}
        self._verdicts: dict[tuple[int, str], tuple[Question, Score]] = {}

    def score(self, question: Question, text: str) -> Score:
        """Score one answer."""
        known = self._verdicts.get((id(question), text))
        if known is not None and known[0] is question:
            return known[1]
        score = self._score(question, text)
        if len(text) <= LONGEST_KEPT:
            if len(self._verdicts) >= MOST_VERDICTS:
                self._verdicts.clear()
            self._verdicts[id(question), text] = question, score
        return score

    def _score(self, question: Question, text: str) -> Score:
        prepared = self._prepared.get(id(question))
        if prepared is None or prepared.question is not question:
            prepared = self._prepare(question)
        said = as_seen_from(in_english(without_stops(text), question.language), question.text)
        verdict, value, reason, message, read = _word_for_word(prepared, text) or self._read(
            prepared, prepared.business.read(said)
        )
        if question.language:
            message, read = as_written(message, read, question, text)
        exact_match, f1 = squad_figures("" if reason in ABSTENTIONS else text, prepared.classic)
        return Score(verdict, value, reason, message, read, prepared.shown, exact_match, f1)

    def _prepare(self, question: Question) -> Prepared:
        prepared = Prepared(question)
        while len(self._prepared) >= MOST_QUESTIONS:
            self._prepared.pop(next(iter(self._prepared)), None)
        self._prepared[id(question)] = prepared
        return prepared

    def _read(self, prepared: Prepared, text: str) -> Decided:
        decided = self._of_parts(prepared, text) or _judged(prepared, text)
        if decided[0] is Verdict.CORRECT and not text.isalnum() and (told := prepared.stated.against(text)):
            return Verdict.INCORRECT, 0.1, Reason.CONTRADICTION, f"{told}, accepted {prepared.shown}", text[:SHOWN]
        if decided[0] is Verdict.CORRECT or not prepared.counts:
            return decided
        counted = in_figures(text, prepared.question.text)  # "a quartet" are 4
        again = _judged(prepared, counted) if counted else decided
        return again if again[0] is Verdict.CORRECT else decided

    def _of_parts(self, prepared: Prepared, text: str) -> Decided | None:
        """Judge an answer in lettered parts part by part; None where none are accepted, or the answer has none."""
        if not prepared.parts:
            return None
        said = parts_of(text)
        scores = [(part, self.score(part, said.get(part.id, text))) for part in prepared.parts]
        wrong = [part.id for part, score in scores if score.verdict != Verdict.CORRECT]
        value = min(score.value for _, score in scores)
        if wrong:
            message = f"part {wrong[0]} is not accepted, accepted {prepared.shown}"
            return Verdict.INCORRECT, min(value, 0.49), Reason.MISSING_ITEMS, message, text[:SHOWN]
        return Verdict.CORRECT, value, Reason.SAME_ITEMS, "every part is accepted", text[:SHOWN]


def _is_number(text: str) -> bool:
    figure = read_quantity(text)
    return figure is not None and not figure.unit and figure.high is None


def _word_for_word(prepared: Prepared, text: str) -> Decided | None:
    if text in prepared.texts or text.strip() in prepared.texts:
        first = prepared.question.accepted[0] in (text, text.strip())
        told = WORD_FOR_WORD if first else "one of the accepted answers, word for word"
        return Verdict.CORRECT, 1.0, Reason.EXACT, told, text[:SHOWN]
    return None


def _judged(prepared: Prepared, text: str) -> Decided:
    if len(text) > LONGEST_ANSWER:
        return Verdict.INCORRECT, 0.0, Reason.UNREADABLE, f"{len(text):,} characters are no answer", text[:SHOWN]
    text = prepared.spell(text) if prepared.spell else text
    text = spelled_state(prepared.question.text, prepared.question.accepted, text)
    answer = prepared.signs.spelled(
        concluded(without_sources(unglued(prepared.with_names(text), prepared.question.accepted)))
    )
    if other := prepared.business.of_another(answer):
        return (
            Verdict.INCORRECT,
            0.1,
            Reason.CONTRADICTION,
            f"says it of {other}, accepted {prepared.shown}",
            text[:SHOWN],
        )
    answer = as_need(prepared.business.freely(answer), prepared.question.text)
    if prepared.asks_left_out:
        answer = left_out_as(answer, prepared.question.text)
        if says_kept(answer, prepared.question.text):
            message = f"says what is kept, and not what is left out, accepted {prepared.shown}"
            return Verdict.INCORRECT, 0.1, Reason.CONTRADICTION, message, text[:SHOWN]
    ruled = prepared.rule(answer) if prepared.rule else None
    if ruled is not None:
        return ruled
    answer = without_own_question(answer)
    if prepared.asked.only_dates:
        answer = as_dates(of_deadline(answer, prepared.question.text), prepared.asked)
    answer = with_periods(answer) if prepared.asked.is_periodical else answer
    said = Said(prepared.without_formulas(answer) if prepared.asked.has_digits else without_year(answer))
    read = " ".join(answer[: 4 * SHOWN].split())[:SHOWN]
    figure = closest_figure(prepared.asked, said)
    decision = by_figure(prepared.asked, said, figure) or by_lone_date(prepared.asked, said)
    if decision is not None:
        verdict = Verdict.CORRECT if decision.probability >= ACCEPTED_FROM else Verdict.INCORRECT
        return verdict, decision.probability, decision.reason, f"{decision.sentence}, accepted {prepared.shown}", read
    rows = measured(prepared.asked, said, figure)
    if not rows or not said.words:
        return Verdict.ABSTAINED if not said.words else Verdict.INCORRECT, 0.0, Reason.UNREADABLE, "no words", read
    return _of_rows(prepared, said, rows, read)


def _of_rows(prepared: Prepared, said: Said, rows: list[list[float]], read: str) -> Decided:
    row = rows[0]
    if len(rows) > 1:
        trees = forest()
        row = max(rows, key=lambda each: log_odds(each, trees))
    judged = judge(row)
    features = named(row)
    part = is_called_by_letters(prepared.asked, said) or is_reworded(prepared.asked, said)
    if part is not None:
        return Verdict.CORRECT, part.probability, part.reason, f"{part.sentence}, accepted {prepared.shown}", read
    decision = by_words(features, prepared.asked, said) if judged.probability >= ACCEPTED_FROM else None
    if decision is not None:
        verdict = Verdict.ABSTAINED if decision.reason is Reason.ABSTAINED else Verdict.INCORRECT
        return verdict, decision.probability, decision.reason, f"{decision.sentence}, accepted {prepared.shown}", read
    if judged.probability < ACCEPTED_FROM:
        part = (
            is_called_by_a_part(prepared.asked, said)
            or says_the_name(prepared.asked, said)
            or is_called_by_surname(prepared.asked, said)
            or is_called_by_initials(prepared.asked, said)
            or is_fused(prepared.asked, said)
            or says_none(prepared.asked, said)
            or is_the_date(prepared.asked, said)
            or is_in_the_period(prepared.asked, said)
            or is_placed_alike(prepared.asked, said)
        )
    if part is not None and by_words(features, prepared.asked, said) is None:
        return Verdict.CORRECT, part.probability, part.reason, f"{part.sentence}, accepted {prepared.shown}", read
    if judged.probability >= ACCEPTED_FROM:
        verdict, reason = Verdict.CORRECT, accepted_reason(features)
    else:
        reason = refused_reason(features)
        verdict = Verdict.ABSTAINED if reason is Reason.ABSTAINED else Verdict.INCORRECT
    by = "" if verdict is Verdict.ABSTAINED else told(judged, row)
    return verdict, round(judged.probability, 4), reason, f"{SENTENCES[reason]}, accepted {prepared.shown}{by}", read
