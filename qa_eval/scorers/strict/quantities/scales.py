"""Figures told on a scale of their own: "force 9" is not 9 on the Richter scale, "4 under" is four under par, "twice the speed of sound" Mach 2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.relation import Closeness

if TYPE_CHECKING:
    from collections.abc import Iterator

# how figures are told on each scale, and what is measured on it
_SCALES = {
    "Beaufort": (r"beaufort|force \d", r"winds?|gales?|breeze"),
    "Richter": (r"richter|magnitudes? (?:of )?\d|\d magnitude|moment magnitude", r"(?:earth)?quakes?|tremors?"),
    "Mercalli": (r"mercalli|intensity (?:of )?\d", r"(?:earth)?quakes?|tremors?"),
    "Saffir–Simpson": (r"saffir|category \d", r"hurricanes?|cyclones?|typhoons?"),
    "Fujita": (r"fujita|\be?f-?\d", r"tornado(?:e?s)?|twisters?"),
    "Mach": (r"\bmach\b|\bspeed of sound\b", r"(?!)"),
}
_TOLD = {scale: regex(told, re.IGNORECASE) for scale, (told, _) in _SCALES.items()}
_ASKED = {scale: regex(rf"\b(?:{asked})\b", re.IGNORECASE) for scale, (_, asked) in _SCALES.items()}
_MAY_TELL = regex(
    r"\bscale\b|\b(?:beaufort|force|magnitude|intensity|category|mach)\b|\bspeed of\b|\be?f-?\d", re.IGNORECASE
)
_OTHER = regex(
    r"\bon the (?P<scale>[A-Z][\w'–-]+(?: [A-Z]\w+)?) scale\b|\b(?:times|twice|half|double) the (?P<speed>speed of (?:an? |the )?[a-z]+)"
)
_NUMBER = "|".join(CARDINALS[1:])
_SPELLED = regex(
    rf"\b(?P<before>force|magnitude|intensity|category)(?: of)? (?:{_NUMBER})\b",
    re.IGNORECASE,
)
_PAR = regex(r"\bpar\b", re.IGNORECASE)
_BESIDE_PAR = regex(
    rf"(?P<strokes>\d+|{_NUMBER})(?:\s+|-)(?P<side>under|over)\b(?![\s-]+(?:par\b|\d))",
    re.IGNORECASE,
)
_OF_SOUND = regex(
    r"\b(?P<times>twice|double|(?P<number>[\w.]+) times)(?: as fast as)? (?:the )?(?:speed of )?sound\b", re.IGNORECASE
)


def on_its_scale(text: str, told: str) -> str:
    """Return an answer with its figure told as the accepted one is, ``told`` being that with its question.

    >>> on_its_scale("He finished 4 under.", "What was his score? five under par"), on_its_scale("twice the speed of sound", "How fast? Mach 2")
    ('He finished 4 under par.', '2')
    """
    if _PAR.search(told):
        return _BESIDE_PAR.sub(r"\g<strokes> \g<side> par", text)
    if "sound" in text and _TOLD["Mach"].search(told):
        return _OF_SOUND.sub(lambda found: found["number"] or "2", text)
    return text


def of_another_scale(text: str, told: str) -> Closeness | None:
    """Return that an answer tells its figure on another scale than is accepted or asked for, ``told`` being the accepted one with its question.

    >>> of_another_scale("9 on the Richter scale", "How strong was the wind? force 9").note
    'on the Richter scale'
    """
    if _MAY_TELL.search(text) is None:
        return None
    said = frozenset(_scales_in(text))
    wanted = frozenset(_scales_in(told)) or {scale for scale, asked in _ASKED.items() if asked.search(told)}
    if not said or not wanted or said & wanted:
        return None
    return Closeness(Reason.WRONG_UNIT, f"on the {min(said)} scale")


def _scales_in(text: str) -> Iterator[str]:
    """Yield the scales on which a text tells a figure."""
    text = _SPELLED.sub(r"\g<before> 1", text)
    known = [scale for scale, told in _TOLD.items() if told.search(text)]
    yield from known
    other = None if known else _OTHER.search(text)
    if other:
        yield other["scale"] or other["speed"]
