"""What has only the digits of the accepted figure: "part 9", for 9 chapters, "the 17th Lancers", for 17, "4.8 %", for 4.8x."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.doses import read_regimen, same_regimen
from qa_eval.reading.kinds import counts_alike
from qa_eval.reading.quantities.periodical import SAID
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.apportioned import is_counted_of_another, is_given_to_another
from qa_eval.scorers.lenient.asking import counted
from qa_eval.scorers.lenient.scales import is_percent
from qa_eval.scorers.lenient.words import form

if TYPE_CHECKING:
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted

LEAST = 3  # letters of what is counted
FEW = 3  # words of an answer that is a count alone
REACH = 14  # characters before a figure that may label it
_LABEL = regex(
    r"\b(?P<label>season|series|episode|chapter|volume|part|book|act|scene|section|article|paragraph|page|level|grade|route|channel|phase|stage|room"
    r"|floor|verse|lesson|unit|question|step|type|version|line|gate|platform|appendix|table|amendment|psalm|canto|track)\s+\Z",
    re.IGNORECASE,
)
_NAMED_BEHIND = regex(r"\s+(?P<what>[A-Z][a-z]{3,})\W*\Z")
_NAMED_BEFORE = regex(r"\W*(?:(?:it|that) (?:is|was) )?(?:in |of )?(?:the )?", re.IGNORECASE)
_RATES = frozenset(("percent", "percentage_point", "basis_point"))
_MEASURES = frozenset(
    "year month week day hour minute second metre kilometre centimetre millimetre mile foot inch yard kilogram gram percent".split()  # noqa: SIM905 - a word list reads best as one text
)
_IN_PERCENT = frozenset(("percent", "percents", "pct", "pc", "percentage", "points", "point", "percentages"))
_AMBIGUOUS = frozenset("mMbBkK\"'")  # "7m" may be seven million
_PER = regex(r"\s+(?:per|for (?:each|every)|each|an?)\s+(?P<what>[a-z]{4,})", re.IGNORECASE)
_SIDE = regex(r"\s?(?:of )?(?P<side>(?:[NSEW]|(?i:north|south|east|west))(?![a-z]))")
_PEOPLE = frozenset(map(form, "capita head person people inhabitant resident citizen individual".split()))  # noqa: SIM905 - a word list reads best as one text
_BEFORE = regex(
    r"\b(?:last|previous|prior|preceding) (?:year|quarter|period|month|season)(?:'s)?\b|\b(?:a|the) (?:year|quarter|month) (?:before|earlier|ago)\b",
    re.IGNORECASE,
)
_CLAUSE = regex(
    r"[.!?;]\s|,\s(?=(?:this|last|which|while|but|and|up|down|compared|against|versus|it|the)\b)|\b(?:but|while|whereas|from|to|against|versus)\b"
)
_MULTIPLE_ASKED = regex(
    r"\b(?:(?:current|quick|coverage|leverage) ratio|multiple|turnover ratio|price[- ]to[- ][a-z]+)\b", re.IGNORECASE
)
_TIMES = regex(r"\s?(?:x|×|times)(?![^\W\d_])", re.IGNORECASE)


def has_only_the_digits(figure: Quantity, gold: Quantity, wanted: Wanted, asked: Asked, said: Said) -> bool:
    """Return whether a figure with the accepted digits is the number of something, or a percentage for a multiple, or that of the year before."""
    return (
        is_a_label(figure, asked, said)
        or is_only_a_rank(figure, gold, asked, said)
        or is_no_multiple(figure, gold, wanted, asked, said)
        or is_of_last_year(figure, asked, said)
        or is_a_measure(figure, gold, asked, said)
        or is_in_another_measure(figure, gold, asked)
        or is_per_another(figure, gold, wanted, said)
        or is_taken_otherwise(gold, wanted, said)
        or is_by_another_period(figure, gold, asked)
        or is_on_another_side(figure, gold, wanted, said)
        or is_of_other_things(figure, gold, asked, said)
        or is_given_to_another(figure, asked, said)
        or is_counted_of_another(figure, asked, said)
    )


def is_only_a_rank(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a bare rank is given where it is asked how many: "the sixth", for six; "her sixth title" says how many."""
    if not figure.ordinal or gold.ordinal or figure.noun or len(said.content) > 1:
        return False
    return asked.is_count and bool(counted(asked.text))


def is_a_label(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure numbers one of other things than are counted: "part 9", "the 17th Lancers"."""
    if not asked.is_count or figure.unit or figure.noun:
        return False
    label = _LABEL.search(said.plain, max(0, figure.start - REACH), figure.start)
    things = counted(asked.text)
    if label:
        return bool(things) and form(label["label"].lower()) not in things
    named = _NAMED_BEHIND.match(said.plain, figure.end) if figure.ordinal else None
    if named is None or not _NAMED_BEFORE.fullmatch(said.plain, 0, figure.start):
        return False
    return bool(things) and form(named["what"].lower()) not in asked.forms


def is_a_measure(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure measures a time or a length where things are counted: "15 minutes", for 15 players."""
    if gold.unit or not figure.unit or " / " in figure.unit or figure.text[-1:] in _AMBIGUOUS:
        return False
    things = counted(asked.text)
    if not things or things & _MEASURES:
        return False
    here = (word.form for word in said.words if figure.start <= word.start <= figure.end + REACH)
    return things.isdisjoint(here)  # "nine hour-long lectures"


def is_in_another_measure(figure: Quantity, gold: Quantity, asked: Asked) -> bool:
    """Return whether one figure measures what the other counts or takes a share of: "24,000 tonnes", for 24,000 TEU, "51.3 votes", for 51.3 %."""
    if is_percent(gold):
        noun = figure.noun.lower()
        if noun and figure.step is None and 0 < figure.value < 1 and form(noun) in asked.forms:
            return False  # "a fifth of the pupils" is a share of those that are asked about
        return len(noun) >= LEAST and not figure.unit and noun not in _IN_PERCENT
    measured = bool(figure.unit) and figure.unit not in _RATES and figure.text[-1:] not in _AMBIGUOUS
    acronym = gold.noun.isupper() and len(gold.noun) >= LEAST  # a longer one may be a unit in short: "15 mtrs"
    return acronym and not gold.unit and measured and gold.noun not in figure.text


def is_per_another(figure: Quantity, gold: Quantity, wanted: Wanted, said: Said) -> bool:
    """Return whether a figure is for each of other things than the accepted one: "27 kg per household", for 27 kg per head."""
    one, other = _PER.match(said.plain, figure.end), _PER.match(wanted.text, gold.end)
    if not one or not other:
        return False
    mine, theirs = (form(each["what"].lower()) for each in (one, other))
    return mine != theirs and not {mine, theirs} <= _PEOPLE


def is_taken_otherwise(gold: Quantity, wanted: Wanted, said: Said) -> bool:
    """Return whether an answer tells more or less in all than the accepted amount by the period: "two tablets twice a day", for two a day."""
    if " / " not in gold.unit:
        return False
    dose, other = read_regimen(wanted.text), read_regimen(said.plain)
    return dose is not None and other is not None and other.times is not None and not same_regimen(dose, other)


def is_by_another_period(figure: Quantity, gold: Quantity, asked: Asked) -> bool:
    """Return whether things are counted by another period than the question asks for: "300 a month", for 300 new members a year."""
    base, _, period = figure.unit.partition(" / ")
    return base == "1" and not gold.unit and bool(asked.periods) and period in SAID and period not in asked.periods


def is_on_another_side(figure: Quantity, gold: Quantity, wanted: Wanted, said: Said) -> bool:
    """Return whether a figure is as far on another side of the equator or of Greenwich: "41° S", for 41 degrees north."""
    if gold.unit != "degree":
        return False
    one, other = _SIDE.match(said.plain, figure.end), _SIDE.match(wanted.text, gold.end)
    return one is not None and other is not None and one["side"][0].lower() != other["side"][0].lower()


def is_of_other_things(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a short answer counts other things than are asked for: "18 joints", for 18 teeth."""
    if not figure.noun or figure.unit or gold.unit or gold.noun or len(said.words) > FEW:
        return False
    things = counted(asked.text)
    if not things or any(form(word.lower()) in asked.forms for word in figure.noun.split()):
        return False
    one = figure.noun.split()[-1]
    return not any(counts_alike(one, f"{thing}s") for thing in things)


def is_of_last_year(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure is said to be of the period before, and another one is not: "18.7% is last year's, this year's 22.4%"."""
    if len(said.figures) < 2 or not _BEFORE.search(said.plain) or _BEFORE.search(asked.text) or asked.asks_change:  # noqa: PLR2004 - one other
        return False
    others = [each for each in said.figures if each.unit == figure.unit and each.value != figure.value]
    return _is_before(figure, said) and any(not _is_before(each, said) and not each.dated for each in others)


def _is_before(figure: Quantity, said: Said) -> bool:
    """Return whether the clause of a figure tells of the period before."""
    edges = [0, *(mark.end() for mark in _CLAUSE.finditer(said.plain)), len(said.plain) + 1]
    low = max(edge for edge in edges if edge <= figure.start)
    high = next(edge for edge in edges if edge > low)
    return _BEFORE.search(said.plain, low, high) is not None


def is_no_multiple(figure: Quantity, gold: Quantity, wanted: Wanted, asked: Asked, said: Said) -> bool:
    """Return whether one of two figures of the same digits is a multiple, and the other a percentage."""
    if figure.value != gold.value:
        return False
    if figure.unit in _RATES and not gold.unit:
        return _TIMES.match(wanted.text, gold.end) is not None or _MULTIPLE_ASKED.search(asked.text) is not None
    return is_percent(gold) and not figure.unit and _TIMES.match(said.plain, figure.end) is not None
