"""Masses and sizes told in those of a body: "30 solar masses" is "30 M☉", and no 30 Earth masses."""

from __future__ import annotations

import re

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.relation import Closeness

_BODIES = {
    "sun": "sun", "solar": "sun", "earth": "earth", "terrestrial": "earth", "jupiter": "jupiter", "jovian": "jupiter", "moon": "moon", "lunar": "moon",
    "mars": "mars", "martian": "mars", "saturn": "saturn", "neptune": "neptune", "uranus": "uranus", "venus": "venus", "mercury": "mercury",
    "milky way": "milky way",
}  # fmt: skip
_BODY = "|".join(_BODIES)
_MEASURE = "mass(?:es)?|radi(?:us|i)|diameters?|luminosit(?:y|ies)|volumes?"
_IN_BODIES = regex(
    rf"\b(?P<before>{_BODY})(?:['’]s)?\s+(?:{_MEASURE})\b|\b(?:{_MEASURE}|that)\s+of\s+(?:the\s+|our\s+)?(?P<of>{_BODY})\b",
    re.IGNORECASE,
)
_SYMBOL = regex(r"(?<=\d)(?P<space>\s?)(?P<measure>[MRL])_?\{?\\?(?P<body>[☉⊙⊕♃]|sun\b|odot\b|Jup\b|J\b|earth\b)\}?")
_OF_SYMBOL = {
    "☉": "solar", "⊙": "solar", "sun": "solar", "odot": "solar", "⊕": "Earth", "earth": "Earth", "♃": "Jupiter", "Jup": "Jupiter", "J": "Jupiter",
}  # fmt: skip
_MEASURES = {"M": "masses", "R": "radii", "L": "luminosities"}


def bodies_in(text: str) -> frozenset[str]:
    """Return the bodies in whose masses or sizes a text tells a figure.

    >>> sorted(bodies_in("30 solar masses")), sorted(bodies_in("30 times the mass of the Sun")), sorted(bodies_in("a trip to the moon"))
    (['sun'], ['sun'], [])
    """
    return frozenset(_BODIES[(found["before"] or found["of"]).lower()] for found in _IN_BODIES.finditer(text))


def in_bodies(text: str) -> str:
    """Return a text with such measures in words: "30 M☉" as "30 solar masses"."""
    return _SYMBOL.sub(lambda found: f" {_OF_SYMBOL[found['body']]} {_MEASURES[found['measure']]}", text)


def of_another_body(text: str, accepted: frozenset[str]) -> Closeness | None:
    """Return that an answer gives a figure in the masses or sizes of another body than the accepted one.

    >>> of_another_body("30 Earth masses", frozenset(("sun",))).note
    'in those of another body, earth'
    """
    others = bodies_in(text) if accepted else frozenset()
    if not others or others & accepted:
        return None
    return Closeness(Reason.WRONG_UNIT, f"in those of another body, {min(others)}")
