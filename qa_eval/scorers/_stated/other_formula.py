"""A proportionality or a general formula of another kind than is accepted: "T³ ∝ a²" for T² ∝ a³, "C_nH_{2n}" for C_nH_{2n+2}."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.chemical import formulas_in, is_chemical, typed
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_GROUP = regex(r"\((?P<group>[^()]*)\)(?P<count>\d{0,2})")
_ASKS_FORMULA = regex(r"\bformula\b", re.IGNORECASE)
_FORMULA = regex(r"(?:[A-Za-z]{1,3}(?![A-Za-z])|[\d\s_{}^∝~=+*/().$\\⁰¹²³⁴-⁹ⁿ₀-₉ₙ⁺⁻₊₋−-]|\\propto)+")
_OF_ANY_LENGTH = regex(r"(?:[A-Z][a-z]?_?(?:\{\d*n[^}]*\}|\d*[nₙ](?:[+-]\d)?\d*)){2,}")
_LED = regex(r"\A(?:(?:so|it|this|that|they|is|are)\s+)+", re.IGNORECASE)
_SIDES = regex(r"∝|~|\\propto")
_LAYOUT = regex(r"[\s_{}$\\^]+")
_RAISED = regex(r"[⁰¹²³⁴-⁹ⁿ]+")


def another_formula(text: str, _question: str, accepted: str) -> str:
    """Return what an answer is that is one formula of the accepted one's kind, and not that one; "" for none.

    >>> another_formula("T^3 ∝ a^2", "", "T^2 ∝ a^3"), another_formula("T² ∝ a³", "", "T^2 ∝ a^3"), another_formula("a³ ∝ T²", "", "T^2 ∝ a^3")
    ('is another formula', '', '')
    >>> another_formula("C_nH_{2n}", "", "C_nH_{2n+2}"), another_formula("CnH2n+2", "", "C_nH_{2n+2}")
    ('is another formula', '')
    """
    said = _LED.sub("", text.strip().rstrip("."))
    if len(text) > SHORT or not _FORMULA.fullmatch(said):
        return ""
    if _SIDES.search(accepted) and _SIDES.search(said):
        return "" if _sides(said) == _sides(accepted) else "is another formula"
    if _OF_ANY_LENGTH.search(accepted) and _OF_ANY_LENGTH.search(said):
        return "" if _plain(said) == _plain(accepted) else "is another formula"
    return ""


def another_compound(text: str, question: str, accepted: str) -> str:
    """Return the formula of another compound that an answer gives, alone or beside the accepted one; "" for none.

    >>> asked = "What is the formula of ammonium sulfite?"
    >>> another_compound("(NH4)2SO4", asked, "(NH4)2SO3"), another_compound("It is (NH4)2SO3.", asked, "(NH4)2SO3")
    ('gives "(NH4)2SO4"', '')
    """
    own = typed(accepted)
    if len(text) > SHORT or not is_chemical(own) or not any(map(str.isdecimal, own)):
        return ""
    given = [each[0] for each in formulas_in(typed(text)) if any(map(str.isdecimal, each[0]))]
    others = [each for each in given if _drawn_out(each) != _drawn_out(own) and each not in typed(question)]
    joined = own in given and " or " in text
    return f'gives "{others[0]}"' if others and (own not in given or joined) else ""


def _drawn_out(formula: str) -> str:
    """Return a formula with its repeated groups one by one: "CH3CH2CH2CH3" for CH3(CH2)2CH3."""
    return _GROUP.sub(lambda found: found["group"] * min(int(found["count"] or 1), 20), formula)


def _sides(text: str) -> frozenset[str]:
    return frozenset(map(_plain, _SIDES.split(text)))


def _plain(text: str) -> str:
    """Return a formula without what only lays it out; "^" goes, as what is raised stands behind its base all the same."""
    raised = _RAISED.sub(lambda found: f"^{found[0]}", text.replace("−", "-"))
    return _LAYOUT.sub("", unicodedata.normalize("NFKC", raised))


OTHER_FORMULA: tuple[Check, ...] = (
    (lambda question: len(question) <= SHORT, another_formula),
    (lambda question: _ASKS_FORMULA.search(question) is not None, another_compound),
)
