"""What the document counts, and how a figure was read: the right number of other things is no answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Bound
from qa_eval.reading.kinds import counts_alike, same_things
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import read_quantities, written
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.text import words
from qa_eval.reading.units import canonical
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.direction import way_told
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.quantities.closeness import closeness
from qa_eval.scorers.strict.quantities.figures import among, converted, figures_of
from qa_eval.scorers.strict.quantities.included import includes_otherwise
from qa_eval.scorers.strict.quantities.limits import denies_beyond
from qa_eval.scorers.strict.quantities.subjects import of_another_subject
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from qa_eval.model import Document
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.asked import Asked
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure

_REACH = 30  # characters before a figure in which it stands that so much was reached
_REACHED = regex(
    r"\b(?:reach(?:es|ed|ing)?|peak(?:s|ed|ing)?\s+at|hit|hits|touch(?:es|ed)?|gusting\s+to|rose\s+to|highs?\s+of|maximum\s+of|as\s+(?:much|many|high|far|long)\s+as)\s+(?:about\s+)?[$€£]?\Z",
    re.IGNORECASE,
)
_BOUND_LED = regex(
    r"\b(?:up to|at most|a maximum of|no more than|as (?:much|many|high|far|long) as)\s+\Z", re.IGNORECASE
)
_IN_PLACE = regex(r"\b[Ii]n\s+(?:the\s+)?([A-Z][\w'-]+)")
_NAME = regex(r"[A-Z][\w'-]+")
_SENTENCE = regex(r"[.;!?]\s+|\n+|,\s+(?=\d)|\s(?:and|but|while)\s")
_MOST_READ = 20_000  # characters of a document
_BEARER = regex(
    r"\W*(?P<what>(?:the|an?)\s+(?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*)\s+(?:is|was|are|were|has|had|measures?|measured|weigh(?:s|ed)|stands|stood|lasted|lasts|costs?)\s[^.;!?]*\d[^;!?]*",
    re.IGNORECASE,
)
_OF_YEAR = regex(r"[^;]*?\bin (?P<year>(?:1[5-9]|20)\d\d)\W*(?<!than in \d{4})(?<!than in \d{4}\.)", re.IGNORECASE)
_FOR_EACH = regex(
    r"\d\S*(?:\s+[a-z]+)?\s+(?:per|an?|each|for (?:each|every|an?))\s+(?P<what>(?!cent\b)[a-z]{3,})\b(?!\s+(?:earlier|ago|before|later|on)\b)",
    re.IGNORECASE,
)
_A_PERIOD = regex(
    r"(?:\d|\b[a-z]{3,})(?:\s+[a-z]+)?\s+(?:an?|per|each|every)\s+(?P<period>year|month|week|day|night|hour|minute)\W*\Z",
    re.IGNORECASE,
)
_PERIOD = regex(
    r"\b(?:years?|yearly|annual\w*|months?|monthly|weeks?|weekly|days?|daily|nights?|hours?|hourly|minutes?|per|each|every|often|quarter\w*)\b",
    re.IGNORECASE,
)
_PHRASE = regex(r"[.;,:!?]\s+|\n+|\s(?:and|but|while|whereas)\s")
_NO_WAY = regex(r"\b(?:ma[dk]es?|taken?|took|add(?:s|ed)?|used|ends?|ended)\s+up\b", re.IGNORECASE)
_FOR_WHAT = regex(r"\d\S*(?:\s+[a-z]+){0,2}?\s+for\s+(?:the\s+|an?\s+)?(?P<what>[a-z]{3,})\W*\Z", re.IGNORECASE)
_OF_SUBJECT = regex(
    r"\W*(?:(?:the|its|their|his|her)\s+)?(?P<what>(?!(?:they|she|each|all|both|some|who|this|that|these|those|and|but|only|just)\b)[a-z]{3,}s?)\s+(?:(?:have|has|had|were|was)\s+)?(?P<verb>(?!(?:was|were|has|had|have|are|did|does|can|will|may|must|came|made)\b)[a-z]{3,})\s+(?:by\s+)?[$€£]?\d[^.;,]*(?:[.,]\d+[^.;,]*)?[.!]?",
    re.IGNORECASE,
)
_PEOPLE = frozenset(("people", "persons"))
_PARTS_OF_PEOPLE = frozenset(("girl", "boy", "man", "woman", "adult"))
_DWELLERS = frozenset(("resident", "inhabitant", "local", "villager", "islander", "citizen", "individual"))
# what befalls those who live in a place
_OF_DWELLERS = regex(
    r"\b(?:evacuat\w*|displac\w*|rehous\w*|homeless|liv(?:e|ed|ing)|moved? out|resettl\w*|relocat\w*|(?:lose|lost|without) (?:power|electricity|water)|cut off|flee|fled|populat\w*)\b",
    re.IGNORECASE,
)


def against_document(text: str, asked: Asked, document: Document) -> str:
    """Return what the document says against an answer whose figure is right: it counts others, or is of another place; "" for nothing."""
    others = counts_others(text, asked, document)
    if others:
        return f"counts {others}, of whom the document gives another number"
    period = so_much_a_period(text, asked, document)
    if period:
        return f"gives it as so much a {period}, as the document does not"
    if goes_otherwise(text, asked, document):
        return "says that it went the other way than in the document"
    other = of_another_part(text, asked, document)
    if other:
        return f"says it of {other}, of which the document gives another figure"
    year = of_compared_year(text, asked, document)
    if year:
        return f"says it of {year}, with which the document compares it"
    unit = for_another_unit(text, asked, document)
    if unit:
        return f"gives so much for each {unit}, as the document does not"
    told = includes_otherwise(text, document)
    if told:
        return f'says "{told}", as the document does not'
    whose = (
        in_another_place(text, asked, document)
        or of_another_bearer(text, asked, document)
        or of_another_subject(text, asked, document)
    )
    return f"says it of {whose}" if whose else ""


def counts_others(text: str, asked: Asked, document: Document) -> str:
    """Return the other things that an answer counts, "officers" where 34 people were arrested and 12 officers hurt; "" for none.

    Only what the document counts otherwise is another thing.
    """
    if not asked.noun or len(text) > SHORT:
        return ""
    said = [figure for figure in read_quantities(text) if figure.noun and _is_count(figure)]
    if len(said) != 1 or singular(said[0].noun.lower()) in asked.known:
        return ""
    noun, value = singular(said[0].noun.lower()), said[0].value
    if stem_of(noun) in asked.stems or (same_things(asked.noun, noun) and noun not in _PARTS_OF_PEOPLE):
        return ""  # "nine openings", where it is asked how many were opened
    if noun in ("person", "people") and counts_alike(asked.noun, "people"):
        return ""  # "nine people", where residents are counted
    if asked.noun in _PEOPLE and noun in _DWELLERS and _OF_DWELLERS.search(asked.question):
        return ""  # people of a place are its residents
    known = [figure for figure in figures_of(document.text) if figure.noun and _is_count(figure) and figure.value >= 1]
    same = [figure for figure in known if singular(figure.noun.lower()) == noun]
    if not same:
        return said[0].noun if _tells_of_both(noun, value, asked, known, document) else ""
    if any(figure.value == value for figure in same):
        return ""
    return said[0].noun if any(figure.value == value for figure in known) else ""


def _is_count(figure: Quantity) -> bool:
    """Return whether a figure is a number of things, perhaps of so many a day."""
    return not figure.unit or figure.unit.startswith("1 / ")


def _tells_of_both(noun: str, value: Fraction, asked: Asked, known: Sequence[Quantity], document: Document) -> bool:
    """Return whether a document counts what is asked for as an answer counts other things that it tells of as well: "3,500 cyclists", where so many walk."""
    own = any(figure.value == value and singular(figure.noun.lower()) == asked.noun for figure in known)
    if not own or asked.noun in _PEOPLE or possible(noun) & possible(asked.noun):
        return False
    return re.search(rf"\b{re.escape(noun)}(?:e?s)?\b", document.text[:_MOST_READ], re.IGNORECASE) is not None


def so_much_a_period(text: str, asked: Asked, document: Document) -> str:
    """Return the period in which an answer has it that so much comes about, where neither question nor document tells of one; "" for none."""
    told = _A_PERIOD.search(text) if len(text) <= SHORT else None
    if told is None or " / " in asked.unit or _PERIOD.search(asked.told):
        return ""
    figures = read_quantities(text)
    if len(figures) != 1:
        return ""
    own = [
        clause
        for clause in _PHRASE.split(document.text[:_MOST_READ])
        if among(figures[0]._replace(unit=asked.unit), figures_of(clause))
    ]
    return told["period"] if own and not any(map(_PERIOD.search, own)) else ""


def of_compared_year(text: str, asked: Asked, document: Document) -> str:
    """Return the year of which an answer gives a figure that the document compares with that of the year: "6,300 in 2022", where it is 400 fewer than in 2022; "" for none."""
    said = _OF_YEAR.fullmatch(text) if len(text) <= SHORT else None
    figures = read_quantities(text) if said else ()
    if said is None or said["year"] in asked.told or not figures:
        return ""
    known = re.split(r"[.;!?]\s+|\n+", document.text[:_MOST_READ])
    own = [
        part for part in known if among(figures[0]._replace(unit=asked.unit), figures_of(part)) and said["year"] in part
    ]
    compared = re.compile(rf"\b(?:than|from|against|compared\s+(?:with|to)|after)\b[^.;!?]*\b{said['year']}\b")
    return said["year"] if own and all(map(compared.search, own)) else ""


def for_another_unit(text: str, asked: Asked, document: Document) -> str:
    """Return for what an answer gives so much, "a person", where the document gives it for each of something else; "" for none."""
    told = _FOR_EACH.search(text) if len(text) <= SHORT else None
    figures = read_quantities(text) if told else ()
    if told is None or len(figures) != 1:
        return ""
    what = stem_of(singular(told["what"].lower()))
    if what in stems(asked.question):
        return ""
    known = _PHRASE.split(document.text[:_MOST_READ])
    own = [each for each in known if among(figures[0]._replace(unit=asked.unit), figures_of(each))]
    units = [{stem_of(singular(found["what"].lower())) for found in _FOR_EACH.finditer(each)} for each in own]
    return told["what"] if units and all(unit and what not in unit for unit in units) else ""


def of_another_bearer(text: str, asked: Asked, document: Document) -> str:
    """Return the other thing of which an answer gives its figure, "the old tunnel", where the document gives another figure for that; "" for none."""
    bearer = _BEARER.fullmatch(text) if len(text) <= SHORT else None
    figures = read_quantities(text) if bearer else ()
    if bearer is None or len(figures) != 1:
        return ""
    what = bearer["what"].lower()
    if stem_of(singular(what.split()[-1])) in {stem_of(singular(word)) for word in words(asked.question)}:
        return ""
    own = [clause for clause in _PHRASE.split(document.text[:_MOST_READ]) if what in clause.lower()]
    told = [figure for clause in own for figure in read_quantities(clause) if figure.unit == figures[0].unit]
    return what if told and all(figure.value != figures[0].value for figure in told) else ""


def in_another_place(text: str, asked: Asked, document: Document) -> str:
    """Return the place of which an answer gives its figure, where it is asked of another one and the document gives it for that; "" for none."""
    wanted = frozenset(_IN_PLACE.findall(asked.question))
    said = [place for place in _IN_PLACE.findall(text) if place not in wanted] if wanted and len(text) <= SHORT else []
    figures = read_quantities(text) if said else ()
    if len(figures) != 1 or not wanted.isdisjoint(_NAME.findall(text)):
        return ""
    told = [each for each in _SENTENCE.split(document.text[:_MOST_READ]) if among(figures[0], figures_of(each))]
    known = [place for place in said if place in document.text]
    own = any(any(place in each for place in wanted) for each in told)
    return known[0] if known and own and not any(known[0] in each for each in told) else ""


def goes_otherwise(text: str, asked: Asked, document: Document) -> bool:
    """Return whether an answer says that its figure came of a rise where the document tells of a fall, or the other way round."""
    way = way_told(_NO_WAY.sub("", text)) if len(text) <= SHORT and not asked.way else 0
    figures = read_quantities(text) if way else ()
    if len(figures) != 1:
        return False
    own = [clause for clause in _PHRASE.split(document.text[:_MOST_READ]) if among(figures[0], figures_of(clause))]
    return bool(own) and all(way_told(clause) == -way for clause in own)


def of_another_part(text: str, asked: Asked, document: Document) -> str:
    """Return what an answer gives its figure for, "glass" or "shares", where the document gives another one for that and this for what is asked; "" for none."""
    told = (_FOR_WHAT.search(text) or _OF_SUBJECT.fullmatch(text)) if len(text) <= SHORT else None
    if told is None or stem_of(singular(told["what"].lower())) in asked.stems | stems(asked.told):
        return ""
    what = singular(told["what"].lower())
    if "verb" in told.groupdict() and not _meanings(told["verb"]) & _meanings(asked.question):
        return ""
    figures = read_quantities(text)
    if len(figures) != 1 or canonical(what) is not None:
        return ""
    with_figures = [(clause, figures_of(clause)) for clause in _PHRASE.split(document.text[:_MOST_READ])]
    own = [clause for clause, known in with_figures if among(figures[0], known)]
    others = [clause for clause, known in with_figures if known and not among(figures[0], known)]
    named = re.compile(rf"\b{re.escape(what)}(?:e?s)?\b", re.IGNORECASE)
    return told["what"] if own and not any(map(named.search, own)) and any(map(named.search, others)) else ""


def _meanings(text: str) -> frozenset[str]:
    """Return the stems of the words of a text, and what else they may mean."""
    return stems(text).union(*(possible(word) for word in key(text)))


def without_told_bound(text: str, document: Document) -> str:
    """Return the figure of an answer without its bound where the document gives it with the same: "up to 90 km/h", where gusts reached that; else ""."""
    said = read_quantities(text) if len(text) <= SHORT else ()
    if len(said) != 1 or said[0].bound is Bound.NONE or said[0].negated:
        return ""
    figure, known = said[0], document.text
    same = [
        each
        for each in figures_of(known)
        if (each.value, each.high) == (figure.value, figure.high)
        and (each.unit == figure.unit or (not each.unit and figure.unit.startswith("1 / ")))  # "28,000 people each day"
    ]
    up = figure.bound is Bound.UP_TO
    told = all(
        (each.bound is figure.bound and not denies_beyond(known, each.start, each.end))
        or (up and _REACHED.search(known[max(0, each.start - _REACH) : each.start]))
        for each in same
    )  # "less than a mile apart" says nothing of the tube of one mile
    if not same or not told:
        return ""
    led = right_before(_BOUND_LED, text, figure.start)
    return f"{text[: led.start()]}{text[led.end() :]}" if led else written(figure._replace(bound=Bound.NONE))


def as_read(figure: Quantity, accepted: AcceptedFigure) -> Quantity:
    """Return an ambiguous figure as it was read: "1.300" as 1,300 where that is what is accepted."""
    for value in figure.alternatives:
        if value == accepted.figure.value or value == converted(
            accepted.figure.value, accepted.figure.unit, figure.unit
        ):
            return figure._replace(value=value, alternatives=())
    return figure


def is_other_figure(figure: Quantity, accepted: AcceptedFigure, document: Document) -> bool:
    """Return whether the document gives a figure that is not accepted."""
    measured = bool(figure.unit)  # "four months" are not the four of "two of four samples"
    told = (other for other in figures_of(document.text) if other.unit or not (measured and other.noun))
    return among(figure, (other for other in told if closeness(other, accepted).reason not in ACCEPTED))
