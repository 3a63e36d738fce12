"""Ions and isotopes by what they are, however they are written: "Ca²⁺" is "Ca2+", and "C-14" carbon-14."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.ions import is_uncharged, named_ions, only_ions, read_ions, same_ion
from qa_eval.reading.isotopes import is_element, only_isotope, read_isotopes
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Question

LONGEST = 200  # characters of an answer in which they are looked for
# letters with a sign that are a grade or a blood group elsewhere
_CHEMICAL = regex(r"\b(?:(?:cat|an)?ions?|charges?|species|chemi\w*|formulas?|formulae|acid\w*|bases?|electrolyt\w*)\b")
_WANTS_CHARGE = regex(r"\b(?:charges?|formulas?|formulae|symbols?|notation|written)\b")
_OR = regex(r"\b(?:or|not|nor|never)\b|/", re.IGNORECASE)
_SMALL = 2  # characters of what may be a grade


def species_asked(question: Question) -> Callable[[str, str], bool | None] | None:
    """Return how answers are compared where nothing but ions, or isotopes, is accepted; None elsewhere."""
    texts, asked = question.accepted, question.text.lower()
    if not texts:
        return None
    if all(
        only_ions(text) and (len(text) > _SMALL or text[1:2].islower() or _CHEMICAL.search(asked)) for text in texts
    ):
        by_name = _WANTS_CHARGE.search(asked) is None
        return lambda answer, accepted: same_ions(answer, accepted, by_name=by_name)
    isotopes = {text: only_isotope(text, question.text) for text in texts}
    if all(isotopes.values()):
        return lambda answer, accepted: _same_isotope(answer, accepted, asked)
    return None


def same_ions(answer: str, accepted: str, *, by_name: bool = True) -> bool | None:
    """Return whether an answer gives the accepted ions; None where it gives none, or more than these.

    ``by_name``: their names will do as well.

    >>> [same_ions(said, "Ca^{2+}") for said in ("It forms Ca²⁺.", "calcium ions", "Ca⁺", "Ca", "a cation")]
    [True, True, False, False, None]
    """
    wanted = only_ions(accepted)
    if len(answer) > LONGEST or not wanted:
        return None
    written, named = read_ions(answer), named_ions(answer)
    if not written and ((named and not by_name) or (is_uncharged(answer) and not answer.islower())):
        return False
    said = (*written, *named)
    if not said:
        return None
    met = [any(same_ion(each, one) for each in said) for one in wanted]
    other = any(not any(same_ion(each, one) for one in wanted) for each in said)
    if all(met):
        return (False if _OR.search(answer) else None) if other else True
    return False if other or len(wanted) > 1 else None


def _same_isotope(answer: str, accepted: str, asked: str) -> bool | None:
    wanted = only_isotope(accepted, asked)
    said = set(read_isotopes(answer)) if len(answer) <= LONGEST else set()
    if not said:
        return False if is_element(answer) and "isotope" in asked else None
    if wanted not in said:
        return False
    return True if len(said) == 1 else False if _OR.search(answer) else None
