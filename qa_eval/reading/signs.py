"""Letters with a sign, written or said: "A+" and "A plus", "O negative" and "O-", "B flat major" and "B♭ major"."""

from __future__ import annotations

from typing import NamedTuple

from qa_eval.reading.regex import regex

LONGEST = 40  # characters; a longer text is more than a grade or a key
_SIGNS = {
    "plus": "+",
    "positive": "+",
    "pos": "+",
    "minus": "-",
    "negative": "-",
    "neg": "-",
    "flat": "b",
    "sharp": "#",
}
_SIGNS |= {"+": "+", "-": "-", "−": "-", "–": "-", "♭": "b", "b": "b", "#": "#", "♯": "#", "": ""}
_TIMES = {"single": 1, "double": 2, "triple": 3}
_LEAD = r"(?i:(?:in|an?|the|with)\s+|(?:blood\s+)?(?:type|group)\s+|(?:grade|rating|mark)(?:\s+of)?\s+(?:an?\s+)?){0,3}"
_SIGNED = regex(
    rf"{_LEAD}(?i:(?P<times>single|double|triple)[ -])?(?P<letters>[A-G]{{1,3}}|AB|O)(?:[ -]?(?P<mark>[+−–♭♯#-]|b(?=\W))"
    r"|(?i:(?:[ -]|\s+Rh(?:esus)?[ -](?:factor\s+)?)(?P<word>plus|minus|positive|negative|pos|neg|flat|sharp)\b\.?))?"
    r"(?i:[ -](?P<mode>major|minor))?(?:\s+(?i:grade|rating|mark|blood(?:\s+(?:type|group))?))?",
)


class Signed(NamedTuple):
    """Letters, their sign, "" for none, and the mode of a key, "" for what is none."""

    letters: str
    sign: str
    mode: str


def read_signed(text: str) -> Signed | None:
    """Return the letters with or without a sign that a text is and nothing beside; None for any other text.

    >>> read_signed("an A plus"), read_signed("C♯ minor"), read_signed("O Rh negative"), read_signed("A flat in Ghent")
    (Signed(letters='A', sign='+', mode=''), Signed(letters='C', sign='#', mode='minor'), Signed(letters='O', sign='-', mode=''), None)
    """
    bare = text.strip().rstrip(".")
    found = _SIGNED.fullmatch(bare) if len(bare) <= LONGEST else None
    if found is None:
        return None
    letters = found["letters"] * _TIMES[(found["times"] or "single").lower()]
    sign = _SIGNS[found["mark"] or (found["word"] or "").lower()]
    return Signed(letters, sign, (found["mode"] or "").lower())
