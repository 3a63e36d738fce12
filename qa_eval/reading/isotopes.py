"""Isotopes, however written: "carbon-14", "C-14", "¹⁴C", "^{14}C" and "14C" are one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.symbols import ELEMENTS, named, symbols

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 400  # characters in which isotopes are looked for
_NAMES = {"protium": ("H", 1), "deuterium": ("H", 2), "tritium": ("H", 3), "radiocarbon": ("C", 14)}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SET = regex(r"\\(?:mathrm|text|ce|rm)\b|[${}\\]")
_ISOTOPE = regex(
    r"(?<![\w.-])(?:(?P<name>(?i:[a-z]{3,12}))[- ]?(?P<of_name>\d{1,3})|(?P<sign>[A-Z][a-z]?)-?(?P<mass>\d{1,3})|\^?(?P<before>\d{1,3})\s?-?(?P<behind>[A-Z][a-z]?))(?![\w-]|\.\d)"
    r"|(?<!\w)(?P<known>(?i:protium|deuterium|tritium|radiocarbon))\b"
)
_ASKED = regex(r"\b(?:isotop\w*|nuclides?|radio\w+|nucle(?:us|i|ar)|decay\w*|half-li\w+|fission\w*|dating)\b")
_BESIDE = regex(r"\b(?:the|an?|isotopes?|of|hydrogen|and|both)\b|[\s,;().&+]", re.IGNORECASE)
_HEAVIEST = 3  # times as many particles in a nucleus as protons


class Isotope(NamedTuple):
    """The sign of an element, and how many particles its nucleus has."""

    sign: str
    mass: int


def read_isotopes(text: str) -> tuple[Isotope, ...]:
    """Return the isotopes that a text names.

    >>> read_isotopes("Carbon-14 (¹⁴C), no C-12"), read_isotopes("the B-52 of 1955")
    ((Isotope(sign='C', mass=14), Isotope(sign='C', mass=14), Isotope(sign='C', mass=12)), ())
    """
    shown = _SET.sub("", text[:LONGEST].translate(_RAISED))
    return tuple(isotope for found in _ISOTOPE.finditer(shown) if (isotope := _isotope(found)))


def only_isotope(text: str, question: str) -> Isotope | None:
    """Return the isotope that a text is and nothing beside; None for any other text, and for the road I-95.

    >>> only_isotope("the isotope U-235", "Which isotope is split?"), only_isotope("I-95", "Which road is it?")
    (Isotope(sign='U', mass=235), None)
    """
    found = only_isotopes(text, question)
    return next(iter(found)) if len(found) == 1 else None


def only_isotopes(text: str, question: str) -> frozenset[Isotope]:
    """Return the isotopes that a text names and nothing beside; none of any other text.

    >>> only_isotopes("¹³C and nitrogen-15", "Which were used?") == only_isotopes("N-15, C-13", "Which isotopes?")
    True
    """
    found = frozenset(read_isotopes(text))
    if not found:
        return found
    rest = _ISOTOPE.sub("", _SET.sub("", text.translate(_RAISED)))
    plain = text.isascii() and not text[:3].islower() and not any(name in text.lower() for name in named(ELEMENTS))
    return frozenset() if _BESIDE.sub("", rest) or (plain and not _ASKED.search(question.lower())) else found


def is_element(text: str) -> bool:
    """Return whether a text names an element and tells no isotope.

    >>> is_element("carbon"), is_element("C"), is_element("carbon-14")
    (True, True, False)
    """
    bare = text.strip(" .")
    return bare in symbols(ELEMENTS) or bare.lower() in named(ELEMENTS)


def _isotope(found: re.Match[str]) -> Isotope | None:
    if found["known"]:
        return Isotope(*_NAMES[found["known"].lower()])
    sign = named(ELEMENTS).get(found["name"].lower()) if found["name"] else found["sign"] or found["behind"]
    mass = int(found["of_name"] or found["mass"] or found["before"])
    protons = _protons().get(sign or "", 0)
    return Isotope(sign, mass) if sign and protons <= mass <= _HEAVIEST * protons else None


@cache
def _protons() -> Mapping[str, int]:
    return {sign: number for number, sign in enumerate(symbols(ELEMENTS), 1)}
