"""How many times: "twice", "fivefold", "5x", "doubled", "two times"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.reading.notations.notation import Found

_WORDS: dict[str, int | Fraction] = {
    "once": 1, "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubles": 2, "triple": 3, "tripled": 3, "treble": 3, "trebled": 3,
    "quadruple": 4, "quadrupled": 4, "quintupled": 5, "halved": Fraction(1, 2),
}  # fmt: skip
_WORD = regex(rf"\b(?:{'|'.join(_WORDS)})\b")
_NUMBER = r"(?P<number>\d+(?:[.,]\d+)*|[a-z]+(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|and a half))?)"
_SINGLE = {"a": "1", "one": "1"}
_TIMES = regex(
    rf"(?<![\w.,]){_NUMBER}(?:[- ]?fold\b|[- ]times?\b)|\bon (?P<often>\d+|[a-z]+)(?: separate| different)? occasions?\b|(?<![\w.,])(?P<digits>\d+(?:[.,]\d+)*)\s?[x×](?!\w|\s?\d)"
)


def factors(text: str) -> Iterator[Found]:
    """Yield the factors and counts of times in a lower-case text; a text that is one bare number is one, too."""
    whole = read_quantity(text)
    if whole is not None and not whole.unit and whole.high is None and not whole.ordinal:
        stripped = text.strip()
        start = text.index(stripped)
        yield frozenset(((whole.value,),)), start, start + len(stripped)
        return
    for match in _WORD.finditer(text):
        yield frozenset(((Fraction(_WORDS[match[0]]),),)), *match.span()
    for match in _TIMES.finditer(text):
        read = read_quantity(match["number"] or match["digits"] or _SINGLE.get(match["often"], match["often"]))
        if read is not None and not read.ordinal:
            yield frozenset(((read.value,),)), *match.span()
