"""Units as answers: "kg·m/s²" is the newton, "metres per second per second" is m/s²."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers._formal.expressions import written

LONGEST = 60  # characters of a unit
SEVEN = 7
_LEAD = regex(r"\A(?:.*\b(?:is|in|as|called)\s+)?(?:(?:the|an?|measured in|units? of)\s+)*", re.IGNORECASE)
_ASIDE = regex(r"\s*\([^()]*\)\s*\Z")
_BOTH = regex(r"(?P<name>[^()]{1,40}?)\s*\((?P<sign>[^()\s]{1,10})\)")  # "farad (F)"
_TWICE = regex(r"\bper second per second\b", re.IGNORECASE)


def same_unit(answer: str, accepted: str) -> bool | None:
    """Return whether an answer is the accepted unit, told by others too; None where either is no unit.

    >>> same_unit("kg·m/s²", "newton"), same_unit("It is measured in J/s.", "watt"), same_unit("J", "watt"), same_unit("heavy", "watt")
    (True, True, False, None)
    """
    told, both = answer.strip(" .$*"), _BOTH.fullmatch(accepted.strip())
    if both and told in (both["sign"], both["name"]):
        return True
    wanted, said = _unit_of(accepted), _unit_of(answer)
    if not wanted or not said or wanted.isupper() or said.isupper():
        return None
    converted = convert(Fraction(1), said, wanted)
    return said == wanted or converted == 1


def same_currency(answer: str, accepted: str) -> bool | None:
    """Return whether an answer is the accepted currency by another of its names; None where either is no currency, or another one.

    >>> same_currency("CHF", "Swiss franc"), same_currency("the euro", "Swiss franc")
    (True, None)
    """
    wanted, said = _unit_of(accepted), _unit_of(answer)
    return True if wanted == said and wanted.isupper() else None


@lru_cache(maxsize=512)
def _unit_of(text: str) -> str:
    # the small omega is an angular speed, no ohm
    bare = _TWICE.sub("per second squared", _LEAD.sub("", _ASIDE.sub("", text.strip(" .$*"))))
    if not bare or "ω" in bare or "omega" in bare or len(bare) > LONGEST or any(sign.isdigit() for sign in bare[:1]):
        return ""
    shown = f"{SEVEN} {written(bare) if chr(92) in bare else bare}"
    found = read_quantities(shown)
    whole = len(found) == 1 and found[0].value == SEVEN and found[0].end == len(shown)
    return found[0].unit if whole else ""
