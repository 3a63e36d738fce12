"""Angles in degrees, radians and turns: "π/2 rad", "90°", "1.57", "a quarter turn" and "a right angle" are one."""

from __future__ import annotations

import math
import re
from fractions import Fraction

from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers._formal.expressions import value_at, written

ANGLE_ASKED = regex(
    r"\b(?:angles?|radians?|turn(?:s|ed)?|rotat\w+|phase|argument|inclin\w+|bearing|azimuth)\b", re.IGNORECASE
)
LONGEST = 60  # characters of an answer that is an angle
SAME, NEAR = 1e-3, 0.02  # relative difference of angles that are the same, rounded, and that may be
_OF_PI = regex(r"\\pi|π|\bpi\b|(?<=\d)pi\b")
_LEAD = regex(r"\A(?:(?:it|the angle|that|this)\s+(?:is|are)|about|approximately|≈|=|[a-zθαβγφ]\s*=)\s*", re.IGNORECASE)
_UNIT = regex(r"\s*(?P<radian>radians?\b|rads?\b|\\text\s*\{\s*rad(?:ian)?s?\s*\}|\\mathrm\s*\{\s*rad\s*\})\.?\Z")
_MINUTES = regex(r"(?P<minutes>\d+(?:\.\d+)?)\s?['′]")
_WORDS = (
    (regex(r"(?:a |one )?right angle", re.IGNORECASE), Fraction(1, 4)),
    (regex(r"(?:a |one )?(?:quarter(?: of a)?|fourth of a)[ -](?:turn|circle|revolution|rotation)", re.IGNORECASE), Fraction(1, 4)),
    (regex(r"(?:a |one )?half(?:[ -](?:a|of a))?[ -](?:turn|circle|revolution|rotation)|(?:a )?straight angle", re.IGNORECASE), Fraction(1, 2)),
    (regex(r"(?:an? |one )?(?:(?:full|whole|complete|entire) )?(?:turn|circle|revolution|rotation)", re.IGNORECASE), Fraction(1)),
)  # fmt: skip


def same_angle(answer: str, accepted: str) -> bool | None:
    """Return whether an answer is the accepted angle; None where either is none, or they are near each other.

    >>> [same_angle(said, "90°") for said in ("pi/2 radians", "π/2", "a right angle", "1.57 rad", "π/4", "89°", "acute")]
    [True, True, True, True, False, None, None]
    """
    wanted, said = _turns(accepted), _turns(answer)
    if said is None and _OF_PI.search(accepted) and not _UNIT.search(accepted):
        said = _radians(answer)
    if wanted is None or said is None:
        return None
    off = abs(said - wanted)
    if off <= SAME * abs(wanted):
        return True
    return None if off <= NEAR * abs(wanted) else False


def _radians(text: str) -> float | None:
    """Return how many turns a bare number is, of radians."""
    figure = read_quantity(text) if len(text) <= LONGEST else None
    return None if figure is None or figure.unit or figure.high is not None else float(figure.value) / math.tau


def _turns(text: str) -> float | None:
    """Return how many turns an angle is; None for what is none."""
    if len(text) > LONGEST:
        return None
    shown = _LEAD.sub("", text.strip().strip("$").rstrip(".").strip())
    for pattern, turns in _WORDS:
        if pattern.fullmatch(shown):
            return float(turns)
    if _OF_PI.search(shown):
        value = value_at(written(_UNIT.sub("", shown)), 0)
        return None if value is None or value != value_at(written(_UNIT.sub("", shown)), 1) else float(value) / math.tau
    if minutes := _MINUTES.fullmatch(shown):
        return float(minutes["minutes"]) / 60 / 360
    figure = read_quantity(shown)
    if figure is None or not figure.unit or figure.high is not None:
        return None
    degrees = figure.value if figure.unit == "degree" else convert(figure.value, figure.unit, "degree")
    return None if degrees is None else float(degrees) / 360
