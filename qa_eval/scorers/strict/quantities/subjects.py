"""Figures that an answer gives of another subject than the question asks about: "Cakes rose by 8 %", where it is asked of bread."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.sameness import same_dimension
from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.verbs import HELPING, stems
from qa_eval.scorers._words.wording import SHORT, SMALL, folded, key
from qa_eval.scorers.strict.parts.doers import names_in
from qa_eval.scorers.strict.quantities.figures import among, figures_of

if TYPE_CHECKING:
    from qa_eval.model import Document
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.asked import Asked

_MOST_READ = 20_000  # characters of a document
_MOST_WORDS = 7  # of a subject
_WORD = regex(r"[^\W_][\w'’-]*")
_NO_SUBJECT = frozenset(
    """it they he she we you i this that these those there its their his her who which what all both each some one many most several other others another
    only just about around roughly nearly almost approximately exactly over under by to from for in on at of as and or not no never if when while since because
    after before during until despite compared according""".split()  # noqa: SIM905 - a word list reads best as one text
)
# what is measured, and no thing of which it is measured
_GENERAL = stems(
    """price cost fee charge total sum number amount figure rate length height width depth weight distance speed temperature age area size population time
    duration answer result value level share percentage percent capacity salary wage income rent increase decrease rise fall drop change growth difference margin
    figures count score year day week month people new old first second last whole average minimum maximum overall current text document article part"""
)
_OF = regex(r"(?P<head>[a-z]+) of (?:the )?(?P<what>[\w' -]+)\Z", re.IGNORECASE)
# "It covers 41 km²": a verb by what stands behind it
_MEASURED = regex(
    r"\s+(?:(?:about|around|some|by|to|for|at|just|only|almost|nearly|up)\s+)*(?:[$€£]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|twelve|twenty)\b)"
)
# what tells of two, or relates one to the other
_OPEN = regex(
    r"[;?]|\b(?:than|not|no|never|unlike|like|compared|against|while|whereas|but|or|whose|which|who|that|said|says)\b|n['’]t\b"
)
_STATEMENT = regex(
    r"[.;:!?]\s+|\n+|,?\s+(?:while|whereas|but|though|although)\s+"
    r"|,?\s+and\s+(?=(?:the|its|their|his|her|it|they|he|she|that of|those of)\s)"
    r"|,\s+(?=(?:it|its|they|their|he|she|that of|those of)\s|(?:the\s|[A-Z])[^,;.]*(?:[.;]|\Z|,?\s(?:and|while)\s))"
)


class _Told(NamedTuple):
    """The subject with which an answer begins, and its verb."""

    subject: tuple[str, ...]
    verb: str


class _Statement(NamedTuple):
    """A statement of a document: the stems of its words, the names within it, and its figures."""

    stems: frozenset[str]
    names: frozenset[str]
    figures: tuple[Quantity, ...]


def of_another_subject(text: str, asked: Asked, document: Document) -> str:
    """Return the subject of which an answer tells by the verb of the question what the document tells of what is asked about; "" for none.

    The document has to tell as much of that subject, too, with another figure: what is called by another word may be the same.
    """
    told = _told(text) if len(text) <= SHORT and not _OPEN.search(text) else None
    strange = _strange(told, asked) if told else {}
    figures = read_quantities(text) if strange else ()
    if told is None or len(figures) != 1:
        return ""
    figure = figures[0] if figures[0].unit else figures[0]._replace(unit=asked.unit)
    known = _statements(document.text[:_MOST_READ])
    own = [each for each in known if among(figure, each.figures)]
    stems_of_it = stems(asked.question)
    if not own or not all(each.stems & stems_of_it and each.stems.isdisjoint(strange.values()) for each in own):
        return ""
    if any(word[0].isupper() for word in strange) and not all(each.names for each in own):
        return ""  # "Norvik" may be the firm
    verb = stem_of(folded(told.verb))
    others = [each for each in known if not among(figure, each.figures)]
    if verb not in stems_of_it and not figure.unit:
        return ""  # who counted them is none of them
    if verb not in stems_of_it:  # "The lake rose", where the document says that of it
        others = [each for each in others if verb in each.stems and not any(verb in one.stems for one in own)]
    for word, stem in strange.items():
        if any(stem in each.stems and _tells_as_much(each, figure) for each in others):
            return word
    return ""


def _told(text: str) -> _Told | None:
    """Return the words with which an answer begins, up to its verb; None for a pronoun, a figure or no verb."""
    found: list[str] = []
    for place, word in enumerate(_WORD.finditer(text)):
        lower = word[0].lower()
        if lower[0].isdecimal() or lower in STARTERS or place > _MOST_WORDS or (not place and lower in _NO_SUBJECT):
            return None
        if place and _is_verb(lower, text, word.end()):
            return _Told(tuple(found), lower)
        found.append(word[0])
    return None


def _is_verb(word: str, text: str, end: int) -> bool:
    if word in HELPING or is_past(folded(word)):
        return True
    return word.endswith("s") and _MEASURED.match(text, end) is not None


def _strange(told: _Told, asked: Asked) -> dict[str, str]:
    """Return the words of a subject that the question does not say in their place, each with its stem.

    That is all of the subject, "the winner" for the runner-up, or what it is of, "sales of cakes" for sales of bread.
    """
    subject, known = told.subject, stems(asked.told)
    if told.verb in HELPING:
        return {}
    of = _OF.search(" ".join(subject))
    if of is not None and f" {of['head'].lower()} of " in f" {asked.question.lower()}":
        subject = tuple(of["what"].split())
    named = any(word[0].isupper() for word in subject[1:]) or subject[0][0].isupper() > (subject[0].lower() == "the")
    if not named and names_in(f" {asked.question}"):
        return {}  # "the firm" may be Norvik
    alike = frozenset[str]().union(*(possible(word) for word in key(asked.question) if word not in SMALL))
    found: dict[str, str] = {}
    for word in subject:
        own = folded(word)
        stem = stem_of(own)
        if own in SMALL:
            continue
        if stem in known or stem in _GENERAL or possible(own) & alike or canonical(own) is not None:
            return {}
        found[word] = stem
    return found


@lru_cache(maxsize=32)
def _statements(known: str) -> tuple[_Statement, ...]:
    """Return the statements of a document."""
    parts = (part for part in _STATEMENT.split(known) if part)
    return tuple(_Statement(stems(part), names_in(f" {part}"), figures_of(part)) for part in parts)


def _tells_as_much(statement: _Statement, figure: Quantity) -> bool:
    """Return whether a statement gives another figure of the same kind, or the rest."""
    return "rest" in statement.stems or any(_is_alike(figure, each) for each in statement.figures)


def _is_alike(figure: Quantity, other: Quantity) -> bool:
    """Return whether two figures measure in one way: in units of one kind, or both in none."""
    if other.dated or other.ordinal:
        return False
    return same_dimension(figure, other) or (not figure.unit and not other.unit)
