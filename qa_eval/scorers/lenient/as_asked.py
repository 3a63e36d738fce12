"""Signs that only what is asked tells apart: the M of a concentration is mol/L, the F of a capacitance the farad."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.reading.compass import are_points, with_points
from qa_eval.reading.quantities.bare import from_sea_level
from qa_eval.reading.regex import regex
from qa_eval.reading.units.asked import asks_for_elevation

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Question

_CONCENTRATION = regex(r"\b(?:concentrations?|molarit(?:y|ies)|molar|how concentrated)\b(?! mass)", re.IGNORECASE)
_CAPACITANCE = regex(r"\bcapacit(?:y|ance|or)s?\b", re.IGNORECASE)
_FIGURE = r"(?<=[\d⁰¹²³⁴-⁹}])\s?"
_MOLAR = regex(
    rf"{_FIGURE}(?:(?P<prefix>[mµμun])?M(?![\w/·^⁻-])|(?P<name>milli|micro|nano)?molar\b|(?P<sign>[mµμn])?mol(?:es?)?\s?(?:/|per\s|·|\s)\s?(?:dm(?:³|\^?\{{?-?3\}}?|⁻³|-3)|[lL](?:itre|iter)?(?:\^?\{{?-1\}}?|⁻¹)?(?!\w)|cubic decimet(?:re|er)))"
)
_PREFIXES = {"milli": "m", "micro": "µ", "nano": "n", "u": "µ", "μ": "µ"}
_FARAD = regex(rf"{_FIGURE}F(?!\w)")


def as_asked(question: Question) -> Callable[[str], str] | None:
    """Return what spells units and points of the compass of an answer to a question as they are meant there; None for most questions."""
    if _CONCENTRATION.search(question.text):
        return in_moles
    if _CAPACITANCE.search(question.text):
        return in_farads
    if asks_for_elevation(question.text):
        return from_sea_level
    return with_points if are_points(question.text, question.accepted) else None


def spelled(question: Question, spell: Callable[[str], str]) -> Question:
    """Return a question with its accepted answers spelled so."""
    return replace(question, accepted=tuple(map(spell, question.accepted)))


def in_moles(text: str) -> str:
    """Return a text with its concentrations in moles per litre.

    >>> in_moles("250 mM"), in_moles("0.25 mol dm⁻³"), in_moles("0.3 molar"), in_moles("5 M&Ms of 3 m")
    ('250 mmol/L', '0.25 mol/L', '0.3 mol/L', '5 mol/L&Ms of 3 m')
    """
    return _MOLAR.sub(_in_moles, text)


def _in_moles(match: re.Match[str]) -> str:
    prefix = match["prefix"] or match["name"] or match["sign"] or ""
    return f" {_PREFIXES.get(prefix, prefix)}mol/L"


def in_farads(text: str) -> str:
    """Return a text with its farads in full.

    >>> in_farads("4.7 × 10^-11 F"), in_farads("47 pF")
    ('4.7 × 10^-11 farad', '47 pF')
    """
    return _FARAD.sub(" farad", text)
