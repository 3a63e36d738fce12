"""How often: "twice a year" for every six months, and an answer that does not say it or otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.doses import Regimen, read_regimen, same_regimen
from qa_eval.reading.frequencies import Dose, rates_of, read_dose, read_frequencies, read_frequency, read_portion
from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers.strict.relation import ACCEPTED, Closeness, Relation

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

# what bounds a frequency, denies it or leaves it open
_OPEN = regex(
    r"\b(?:or|not|never|no|at least|at most|up to|more|less|over|under|maybe|perhaps|instead|rather than)\b|n't\b|\?",
    re.IGNORECASE,
)

_HOW_OFTEN = regex(r"\bhow (?:often|frequently|regularly)\b|\bwhat intervals?\b", re.IGNORECASE)
# "5 years" and "after 5 years" for every 5 years, where it is asked how often
_SPAN = regex(r"\W*(?:after (?:every )?)?(?P<span>[\w.½-]+(?: [a-z]+)? [a-z]+|\d+ ?[a-z]+)\W*", re.IGNORECASE)
_AFTER = regex(r"\bafter (?P<span>[\w.½-]+ [a-z]+)\b", re.IGNORECASE)
_A_TIME = regex(
    r"/\s?(?:s|sec|min|h|hr|d|[a-z]*(?:second|minute|hour|day|week|month|quarter|year))\b", re.IGNORECASE
)  # "20 mg/day"
_TIMES = regex(r"\b(?:once|twice|thrice|times|\d+ ?x|every|daily)\b", re.IGNORECASE)


_MASS = regex(r"gram\b|litre\b|mole\b")


class RecurringGold:
    """An accepted figure that says how often; ``quantity`` judges every answer that does not say it in other words.

    ``is_asked``: the question asks how often, so that an answer that is a period says that, too.
    """

    def __init__(self, rates: frozenset[Fraction], quantity: Gold, *, is_asked: bool) -> None:
        self.is_asked = is_asked
        self.shown = quantity.shown
        self.rates = rates
        self.quantity = quantity

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to how often it is."""
        relation = self.quantity.relate(text, document)
        if relation.reason in ACCEPTED or _OPEN.search(text):
            return relation
        portion = read_portion(text)
        said = [portion] if portion else read_frequencies(text)
        span = (_SPAN.fullmatch(text) or _AFTER.search(text)) if self.is_asked and not said else None
        if span:
            said = read_frequencies(f"every {span['span']}")
        if not said:
            return relation
        if any(each.rate not in self.rates for each in said):
            other = Relation(Reason.WRONG_VALUE, f"another frequency than {self.shown}", shown(text))
            return other if relation.reason is Reason.LESS_PRECISE else relation
        read = span["span"] if span else text[said[0].start : said[0].end].strip()
        return Relation(Reason.EQUAL_VALUE, f"as often: read {read}, accepted {self.shown}", read, certain=True)


class RegimenGold:
    """An accepted amount of something, so often; ``plain`` judges what tells no such, and which other amount is told."""

    def __init__(self, regimen: Regimen, plain: Gold) -> None:
        self.shown = plain.shown
        self.regimen = regimen
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to how much is taken how often."""
        said = None if _OPEN.search(text) else read_regimen(text)
        if said is None or (said.times is None and self.regimen.times is None):
            return self.plain.relate(text, document)
        relation = self.plain.relate(text, document)
        if same_regimen(self.regimen, said):
            as_much = Relation(Reason.EQUAL_VALUE, f"as much, as often as {self.shown}", shown(text), certain=True)
            return relation if relation.reason in ACCEPTED else as_much
        if relation.reason not in ACCEPTED or said.times == self.regimen.times:
            return relation
        return Relation(Reason.WRONG_VALUE, f"is another frequency than that of {self.shown}", shown(text))


class DoseGold:
    """An accepted number of something, so often; ``plain`` judges what tells no such."""

    def __init__(self, dose: Dose, plain: Gold) -> None:
        self.shown = plain.shown
        self.dose = dose
        self.plain = plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to how many are taken how often."""
        said = None if _OPEN.search(text) else read_dose(text)
        if said is None:
            return self.plain.relate(text, document)
        if said == self.dose:
            return Relation(Reason.EQUAL_VALUE, f"as many, as often as {self.shown}", shown(text))
        return Relation(Reason.WRONG_VALUE, f"another dose, accepted {self.shown}", shown(text))


def dose_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares doses where the accepted text says how many or how much of something is taken how often, else ``plain``."""
    accepted = question.accepted[0] if len(question.accepted) == 1 else ""
    dose = read_dose(accepted)
    if dose is not None and not canonical(dose.what) and not read_portion(accepted):
        return DoseGold(dose, plain)
    regimen = read_regimen(accepted)  # "5 mg" are measured
    return RegimenGold(regimen, plain) if regimen and _MASS.search(regimen.amount.unit) else plain


def recurring_gold(question: Question, quantity: Gold) -> Gold:
    """Return a gold that also reads other words for how often, where the accepted texts say that and nothing else; else ``quantity``."""
    rates = rates_of(question.accepted)
    is_asked = bool(rates) and _HOW_OFTEN.search(question.text) is not None
    return RecurringGold(rates, quantity, is_asked=is_asked) if rates else quantity


def frequency_against(text: str, gold: str, question: str) -> Closeness | None:
    """Return that an answer does not say how often, or otherwise, where the accepted one does: "5 mg twice daily".

    >>> frequency_against("5 mg once a day", "5 mg twice daily", "What dose?").note
    'is another frequency than that accepted'
    """
    wanted = read_frequency(gold)
    if wanted is None or _A_TIME.search(gold):
        return portion_against(text, gold)
    said = read_frequency(text)
    if said is None:
        asked = read_frequency(question)
        missing = asked is None or asked.rate != wanted.rate
        return Closeness(Reason.LESS_PRECISE, "does not say how often") if missing and _TIMES.search(gold) else None
    return (
        None if said.rate == wanted.rate else Closeness(Reason.WRONG_VALUE, "is another frequency than that accepted")
    )


def portion_against(text: str, gold: str) -> Closeness | None:
    """Return that so many are taken so often comes to another number than is accepted: "4 tablets twice a day" for 4 a day."""
    dose = read_dose(text) if _TIMES.search(text) else None
    wanted = read_portion(gold) if dose else None
    if dose is None or wanted is None or dose.number * dose.rate == wanted.rate:
        return None
    return Closeness(Reason.WRONG_VALUE, "comes to another number")
