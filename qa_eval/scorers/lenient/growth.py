r"""How fast something grows, as computer science writes it: "O(n log n)", "$\Theta(n^2)$", "quadratic"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.expressions import proportional, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Comparison: TypeAlias = Callable[[str, str], bool | None]

_BIG_O = regex(
    r"(?:\\?(?:mathcal|text|mathrm|operatorname)\s*\{?\s*)?(?:O|Θ|θ|\\Theta|\\theta)\s*\}?\s*(?:\\left)?\(\s*(?P<inside>(?:[^()]|\([^()]*\)){1,60}?)\s*(?:\\right)?\)"
)
_BASE = regex(r"\\?\b(?:log|lg|ln)(?:\s*_?\s*\{?(?:2|10|e)\}?(?![\w.])|₂)?\s*")
_NAMED = {
    "constant": "1", "logarithmic": "log n", "linear": "n", "linearithmic": "n log n", "quasilinear": "n log n",
    "loglinear": "n log n", "log-linear": "n log n", "quadratic": "n^2", "cubic": "n^3", "exponential": "2^n", "factorial": "n!",
}  # fmt: skip
_NAME = regex(rf"(?<![\w-])(?:{'|'.join(_NAMED)})\b", re.IGNORECASE)


_CASES = {
    "worst": "worst", "average": "average", "expected": "average", "typical": "average", "typically": "average", "best": "best",
    "amortised": "amortised", "amortized": "amortised",
}  # fmt: skip
_CASE = regex(rf"\b(?:{'|'.join(_CASES)})\b", re.IGNORECASE)
_CLAUSE = regex(r"[.;!?]\s|,\s|\b(?:but|and|while|whereas|although|though)\b")


def same_growth(answer: str, accepted: str) -> bool | None:
    r"""Return whether an answer gives the accepted growth; None where none is accepted or none is said. A constant factor is none.

    >>> same_growth("$\\Theta(\\log_2 n)$", "O(log n)"), same_growth("O(n)", "O(log n)"), same_growth("quadratic", "O(n²)")
    (True, False, True)
    >>> same_growth("It doubles.", "O(2^n)") is same_growth("O(n)", "linear") is None
    True
    """
    wanted = _BIG_O.fullmatch(accepted.strip(" .$"))
    if wanted is None:
        return None
    said = next(_told(answer), None)
    if said is None:
        return None
    mine, theirs = _plain(said), _plain(wanted["inside"])
    return mine.replace(" ", "") == theirs.replace(" ", "") or proportional(mine, theirs) is True


def of_the_case(question: str) -> Comparison:
    """Return ``same_growth`` as a question asks: of an answer that tells the average and the worst case, the one that counts.

    >>> compare = of_the_case("What is the worst-case running time?")
    >>> compare("On average it is O(n), at worst O(n^2).", "O(n^2)"), compare("O(n^2) at worst, else O(n)", "O(n)")
    (True, False)
    """
    asked = _case_of(question)

    def compare(answer: str, accepted: str) -> bool | None:
        parts = [part for part in _CLAUSE.split(answer) if next(_told(part), None)]
        of_it = [part for part in parts if _case_of(part) == asked]
        others = [part for part in parts if _case_of(part) in ("", asked)]
        return same_growth((of_it or others or [answer])[0], accepted)

    return compare if asked else same_growth


def _told(answer: str) -> Iterator[str]:
    """Yield the growths that an answer gives."""
    yield from (found["inside"] for found in _BIG_O.finditer(answer))
    yield from (_NAMED[found[0].lower()] for found in _NAME.finditer(answer))


def _case_of(text: str) -> str:
    found = _CASE.search(text)
    return "" if found is None else _CASES[found[0].lower()]


def _plain(inside: str) -> str:
    return written(_BASE.sub(" log ", inside))
