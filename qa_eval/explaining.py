"""How an answer was read: every reading of it, which were dropped and why, and the rule that decided."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import AnswerType, Verdict
from qa_eval.reading.abstentions import abstention_span
from qa_eval.reading.dates import agrees, read_dates
from qa_eval.reading.dates import written as written_date
from qa_eval.reading.hedges import read_hedges
from qa_eval.reading.languages import in_english, question_in_english
from qa_eval.reading.lists import split_items
from qa_eval.reading.names import read_names
from qa_eval.reading.polarity import read_yes_no
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities import written as written_quantity
from qa_eval.reading.text import strip_frame, words
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Question, Score
    from qa_eval.reading.dates import DateValue
    from qa_eval.reading.hedges import Hedge
    from qa_eval.reading.quantities import Quantity

LONGEST = 10_000  # characters of an answer that are explained
MOST = 20  # readings of one kind
SHOWN = 200
_POLARITY = "polarity"
_SAID = {"yes", "no", "yes and no"}  # what a scorer reads of an answer to a question of yes or no


class Reading(NamedTuple):
    """One thing that an answer was read as; ``dropped`` says why it does not count, "" where it does."""

    kind: str
    written: str
    dropped: str = ""
    note: str = ""

    def __str__(self) -> str:
        state = f"dropped: {self.dropped}" if self.dropped else "kept"
        return f"{self.kind:8} {self.written}, {state}{f'; {self.note}' if self.note else ''}"


def readings(question: Question, text: str) -> tuple[Reading, ...]:
    """Return every reading of an answer, as far as answers of the question's type are read.

    >>> from qa_eval.model import QuantityAnswer, Question
    >>> question = Question("calibre", "What calibre?", QuantityAnswer("152 mm"), ("152 mm",))
    >>> for reading in readings(question, "not 170 mm but 152 mm"):
    ...     print(reading)
    figure   not 170 mm, dropped: the answer denies it
    figure   152 mm, kept
    """
    shown = in_english(text[:LONGEST], question.language)
    question = question_in_english(question)
    hedges = read_hedges(shown)
    found = [*_frame(shown), *_kinds(question, shown, hedges)]
    span = abstention_span(shown)
    if span is not None:
        found.append(Reading("refusal", f'"{shown[slice(*span)][:SHOWN]}"'))
    found += [
        Reading("or", f'"{hedge.text[:SHOWN]}"', note="one side of an alternative")
        for hedge in hedges
        if hedge.kind == "alternative"
    ][:MOST]
    return tuple(found)


def explained(question: Question, text: str, score: Score) -> tuple[str, ...]:
    """Return the lines that explain one score: what was said, wanted and read, and the rule that decided."""
    lines = [
        f"{question.id}: {score.verdict}",
        f"  said     {' '.join(text[:LONGEST].split())[:SHOWN] or '(nothing)'}",
        f"  accepted {' · '.join(question.accepted)[:SHOWN] or 'nothing: to abstain is right'} ({question.answer.type})",
        *(f"  {_seen(reading, question, score)}" for reading in readings(question, text)),
        f"  decided  by {score.reason}: {score.message}",
    ]
    if score.other is not None:
        other = score.other
        lines.append(f"  {other.policy:8} {other.verdict} at {other.value:.2f}, by {other.reason}: {other.message}")
    return tuple(lines)


def _seen(reading: Reading, question: Question, score: Score) -> Reading:
    """Say of a name beside the accepted one in a correct answer that it counts for no answer of its own, and which polarity decided."""
    if reading.kind == _POLARITY and score.read in _SAID and score.read != reading.written:
        return reading._replace(written=score.read, note="as an answer to this question")
    if reading.kind != "name" or reading.dropped or score.verdict is not Verdict.CORRECT:
        return reading
    own = set(words(reading.written))
    accepted = any(own <= said or said <= own for said in map(frozenset, map(words, question.accepted)))
    return reading if accepted else reading._replace(note="taken for no other answer")


def _frame(text: str) -> Iterator[Reading]:
    bare = strip_frame(text)
    if bare and bare != text.strip(" \n\t.!"):
        yield Reading("text", f'"{bare[:SHOWN]}"', note="without what frames it")


def _kinds(question: Question, text: str, hedges: Sequence[Hedge]) -> Iterator[Reading]:
    kind = question.answer.type
    if kind is AnswerType.QUANTITY:
        yield from _figures(question, text, hedges)
    elif kind is AnswerType.DATE:
        yield from _dates(question, text, hedges)
    elif kind is AnswerType.LIST:
        yield from (Reading("item", f'"{item[:SHOWN]}"') for item in split_items(text)[:MOST])
    elif kind is AnswerType.YES_NO:
        said = read_yes_no(text)
        yield Reading(_POLARITY, "neither or both" if said is None else "yes" if said else "no")
    else:
        for name in read_names(text)[:MOST]:
            yield Reading("name", name.text, _denied(hedges, name.start))


def _figures(question: Question, text: str, hedges: Sequence[Hedge]) -> Iterator[Reading]:
    given = {(figure.value, figure.unit) for figure in read_quantities(question.text)}
    for figure in read_quantities(text)[:MOST]:
        dropped = "the answer denies it" if figure.negated else _denied(hedges, figure.start)
        if not dropped and (figure.value, figure.unit) in given:
            dropped = "the question gives it"
        yield Reading("figure", written_quantity(figure), dropped, _ambiguous(figure, question))


def _ambiguous(figure: Quantity, question: Question) -> str:
    if not figure.alternatives:
        return ""
    golds = [gold for text in question.accepted for gold in read_quantities(text)]
    values = (figure.value, *figure.alternatives)
    taken = min(values, key=lambda value: min((_apart(value, figure.unit, gold) for gold in golds), default=0))
    shown = written_quantity(figure._replace(value=taken, step=None, alternatives=()))
    others = " or ".join(
        written_quantity(figure._replace(value=value, step=None, alternatives=())) for value in figure.alternatives
    )
    return f'"{figure.text}" is ambiguous, it can be {others} too; read as {shown}, the reading nearest to what is accepted'


def _apart(value: Fraction, unit: str, gold: Quantity) -> Fraction:
    """Return how far a value is from an accepted one, relative to the larger of them."""
    converted = convert(value, unit, gold.unit) if unit and gold.unit else value
    if converted is None or not (converted or gold.value):
        return Fraction(1)
    return abs(converted - gold.value) / max(abs(converted), abs(gold.value))


def _dates(question: Question, text: str, hedges: Sequence[Hedge]) -> Iterator[Reading]:
    given = read_dates(question.text)
    for date in read_dates(text)[:MOST]:
        dropped = "the answer denies it" if date.negated else _denied(hedges, date.start)
        if not dropped and any(agrees(date, one) == "same" for one in given):
            dropped = "the question gives it"
        yield Reading("date", written_date(date), dropped, _either(date))


def _either(date: DateValue) -> str:
    if not date.ambiguous:
        return ""
    sides = " or ".join(written_date(each) for each in date.ambiguous)
    return f'"{date.text}" is ambiguous, {sides}; strict counts it only where both readings agree with the accepted date, lenient half'


def _denied(hedges: Sequence[Hedge], place: int) -> str:
    for hedge in hedges:
        if hedge.kind != "alternative" and hedge.start <= place < hedge.end:
            return "the answer takes it back" if hedge.kind == "corrected" else "the answer denies it"
    return ""
