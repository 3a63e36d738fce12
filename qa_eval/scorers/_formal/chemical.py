r"""Chemical formulas as they are typed, however an answer sets them: "$\mathrm{KMnO_4}$", "(NH₄)₂SO₄"."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_PART = r"(?:[A-Z][a-z]?\d*|\((?:[A-Z][a-z]?\d*)+\)\d*|\[(?:[A-Z][a-z]?\d*|\((?:[A-Z][a-z]?\d*)+\)\d*)+\]\d*)"
_FORMULA = regex(rf"{_PART}+(?:[·•*.]\d*{_PART}+)?")
_WITHIN = regex(rf"(?<![\w(\[]){_PART}{{2,}}(?:[·•*]\d*{_PART}+)?(?![\w)\]]|[-−+])")
_BEGINS, _CHARGE = regex(rf"(?<![\w(\[]){_PART}{{2,}}"), regex(r"\s?\^\s?\d?\s?[-−+]")
_SET = regex(r"\\(?:mathrm|text|ce|rm|mathbf|textbf|mbox)\b\s*|\\[()\[\],;!]|(?<=[A-Za-z)\]}])_(?=[\d{])|[{}$]")
_TELLING = re.compile(r"\d|[a-z][A-Z]|[A-Z]{2}")


def typed(text: str) -> str:
    r"""Return a text with its formulas as they are typed, without what only sets them.

    >>> typed(r"$\mathrm{KMnO_4}$"), typed("K₂Cr₂O₇")
    ('KMnO4', 'K2Cr2O7')
    """
    return unicodedata.normalize("NFKC", _SET.sub("", text)).strip(" .")


def is_chemical(text: str) -> bool:
    """Return whether a typed text is one chemical formula, as "KMnO4" and "NaCl" are, and "Iron" is not."""
    return _FORMULA.fullmatch(text) is not None and _TELLING.search(text) is not None


def formulas_in(text: str) -> Sequence[re.Match[str]]:
    """Return the chemical formulas within a typed text.

    >>> [each[0] for each in formulas_in("The formula is (NH4)2SO4.")]
    ['(NH4)2SO4']
    """
    return [each for each in _WITHIN.finditer(text) if is_chemical(each[0])]


def has_charge(text: str) -> bool:
    """Return whether a typed text gives a formula with a charge behind it, "NO2^-"."""
    return any(_CHARGE.match(text, each.end()) for each in _BEGINS.finditer(text))
