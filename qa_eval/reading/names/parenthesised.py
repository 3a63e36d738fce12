"""Names that are told with another name of the same in parentheses: "the scarlet tiger (Callimorpha dominula)", not "Springfield (Illinois)"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.names.initials import initials, stands_for
from qa_eval.reading.names.known import familiar_forms
from qa_eval.reading.regex import regex
from qa_eval.reading.symbols import ELEMENTS, named, symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITH = regex(
    r"(?P<name>[^(),;]{2,60}?) \((?P<lead>(?:also|or|aka|a\.k\.a\.|also (?:known as|called)|known as|called) )?(?P<other>[^(),;]{1,60})\)"
)
_ARTICLE = regex(r"\A(?:the|an?) ", re.IGNORECASE)
# what asks for one of the names
_ONE_ASKED = regex(
    r"\b(?:(?:scientific|latin|common|brand|generic|trade|chemical|systematic|full|short|official|everyday|popular|local|other|first|second|old|new|former|original|current) name|abbreviat\w*|acronym|initials|stands? for|short for|formula|symbol|called in|genus|brand)\b",
    re.IGNORECASE,
)
# two words of a species in Latin, and no "Welsh opera"
_LATIN = regex(
    r"[A-Z][a-z]*(?:[b-gj-mo-rtu-z]|[^aeiou]i|[ae]|us|is|as|os|ys|on|in|en)(?<!ish)(?<!ese)(?<!ch)(?<!ic)(?<!ek) [a-z-]*(?:us|a|um|is|i|ae|ens|ans|ides|ix|ex|ax|or|es|ys|os|e)(?: [a-z-]+(?:us|a|um|is|i|ae|ens|ans))?"
)
_NO_LATIN = regex(
    r"[A-Z][a-z]+ (?:opera|drama|area|side|capital|cinema|pasta|pizza|name|state|province|edition|line|house|game|cheese|wine|horse|language|saga|era|doctor|actor|senator|sculptor|director|author|composer|series|species|goddess)\b"
)
_FORMULA = regex(r"(?:(?P<element>[A-Z][a-z]?)[\d₀-₉]*|[()])+")
_ELEMENT = regex(r"[A-Z][a-z]?")
_LETTERS = regex(r"[A-Z][A-Za-z&.-]{1,9}")
_SMALL = frozenset("of the and for de la du des in on to".split())  # noqa: SIM905 - a word list reads best as one text
_WORDS = regex(r"[^\W\d_]+")
_SUBSTANCE_ASKED = regex(
    r"\b(?:drugs?|medicines?|medications?|painkillers?|antibiotics?|tablets?|pills?|substances?|chemicals?|compounds?|acids?|salts?|hormones?|vitamins?|ingredients?|additives?|pesticides?|herbicides?|solvents?|preservatives?|sedatives?|an(?:a)?esthetics?|antidepressants?|steroids?|prescribed)\b",
    re.IGNORECASE,
)
_SUBSTANCE = regex(
    r"[a-z][a-z -]*(?:ine|ol|ates?|ides?|ites?|enes?|anes?|ones?|ose|acid|soda|in|yl|ium|phen|am|il|lime|salts?|alcohol|spirit|vinegar|vitriol)"
)
_BRAND = regex(r"[A-Z][a-z]{2,}(?:[- ][A-Z][a-z]+)?")
_PLACE = regex(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
_KINDS_OF_PLACE = frozenset(
    "Lake Mount River Cape Fort Bay Gulf Island Islands Strait Street Road Bridge Hill Peak Park Square".split()  # noqa: SIM905 - a word list reads best as one text
)
_KINDS_OF_SPECIES = "moth butterfly beetle bird fish tree plant spider frog toad snake lizard whale shark bee wasp ant fern mushroom fungus flower shrub grass".split()  # noqa: SIM905 - a word list reads best as one text
_PART = 4  # letters of a name that is a part of another


@lru_cache(maxsize=2048)
def two_names(text: str, question: str) -> tuple[str, str] | None:
    """Return the two names by which an accepted text names the same; None where the parenthesis narrows, or one of the names is asked for.

    >>> asked = "Which species is it?"
    >>> two_names("the scarlet tiger (Callimorpha dominula)", asked), two_names("Springfield (Illinois)", "Where is it?")
    (('the scarlet tiger', 'Callimorpha dominula'), None)
    """
    told = _WITH.fullmatch(text) if text.endswith(")") else None
    if told is None or _ONE_ASKED.search(question):
        return None
    name, other = told["name"].strip(), told["other"].strip()
    bare, own = _ARTICLE.sub("", name), _ARTICLE.sub("", other)
    if told["lead"] or any(_is_other(*pair, question) for pair in ((bare, own), (own, bare))):
        return name, other
    return None


def _is_other(name: str, other: str, question: str) -> bool:
    """Return whether of two texts the second is another name of the first."""
    if other.lower() in map(str.lower, familiar_forms(name)):
        return True
    if _is_latin(other) and not _is_latin(name):
        return True
    return (
        _is_short(name, other)
        or _is_formula(name, other)
        or _is_place(name, other)
        or _is_substance(name, other, question)
    )


def _is_latin(text: str) -> bool:
    return _LATIN.fullmatch(text) is not None and _NO_LATIN.match(text) is None


def _is_short(name: str, other: str) -> bool:
    if _LETTERS.fullmatch(other) is None or sum(map(str.isupper, other)) < 2:  # noqa: PLR2004 - of two words
        return False
    words, letters = _WORDS.findall(name), "".join(filter(str.isalpha, other)).upper()
    return len(words) > 1 and (
        letters in (initials(words).upper(), initials(words, _SMALL).upper()) or stands_for(other, name)
    )


def _is_formula(name: str, other: str) -> bool:
    if not name.islower() or _FORMULA.fullmatch(other) is None:
        return False
    known, told = symbols(ELEMENTS), _ELEMENT.findall(other)
    if not all(element in known for element in told):
        return False
    return len(told) > 1 or any(map(str.isnumeric, other)) or name in named(ELEMENTS)


def _is_place(name: str, other: str) -> bool:
    if not (_PLACE.fullmatch(name) and _PLACE.fullmatch(other)):
        return False
    mine, its = name.split(), other.split()
    if len(mine) == len(its) == 1:
        return len(other) > _PART and other.lower() in name.lower() and other != name
    return any(one == another and one in _KINDS_OF_PLACE for one, another in ((mine[0], its[0]), (mine[-1], its[-1])))


def _is_substance(name: str, other: str, question: str) -> bool:
    if _SUBSTANCE_ASKED.search(question) is None or not name.islower():
        return False
    if _BRAND.fullmatch(other):
        return len(name) > _PART  # "Tartaric (acid)" names no brand of an acid
    return _SUBSTANCE.fullmatch(name) is not None and _SUBSTANCE.fullmatch(other) is not None


def other_names_of(text: str, question: str) -> Iterator[str]:
    """Yield what an accepted text that tells two names may be said as: by either, by both, a species with its kind.

    >>> list(other_names_of("sodium chloride (NaCl)", "Which compound is it?"))
    ['sodium chloride', 'NaCl', 'NaCl (sodium chloride)']
    """
    names = two_names(text, question)
    if names is None:
        return
    name, other = names
    yield from (name, other, f"{other} ({name})")
    for common, latin in (names, names[::-1]):
        if _is_latin(latin) and common.rpartition(" ")[2] not in _KINDS_OF_SPECIES:
            yield from (f"{common} {kind}" for kind in _KINDS_OF_SPECIES)
