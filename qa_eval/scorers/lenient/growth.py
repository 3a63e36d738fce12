r"""How fast something grows, as computer science writes it: "O(n log n)", "$\Theta(n^2)$", "quadratic"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.expressions import proportional, written

_BIG_O = regex(
    r"(?:\\?(?:mathcal|text|mathrm|operatorname)\s*\{?\s*)?(?:O|Θ|θ|\\Theta|\\theta)\s*\}?\s*(?:\\left)?\(\s*(?P<inside>(?:[^()]|\([^()]*\)){1,60}?)\s*(?:\\right)?\)"
)
_BASE = regex(r"\\?\b(?:log|lg|ln)(?:\s*_?\s*\{?(?:2|10|e)\}?(?![\w.])|₂)?\s*")
_NAMED = {
    "constant": "1", "logarithmic": "log n", "linear": "n", "linearithmic": "n log n", "quasilinear": "n log n",
    "loglinear": "n log n", "log-linear": "n log n", "quadratic": "n^2", "cubic": "n^3", "exponential": "2^n", "factorial": "n!",
}  # fmt: skip
_NAME = regex(rf"(?<![\w-])(?:{'|'.join(_NAMED)})\b", re.IGNORECASE)


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
    found = _BIG_O.search(answer)
    name = None if found else _NAME.search(answer)
    if found is None and name is None:
        return None
    said = found["inside"] if found else _NAMED[name[0].lower()] if name else ""
    mine, theirs = _plain(said), _plain(wanted["inside"])
    return mine.replace(" ", "") == theirs.replace(" ", "") or proportional(mine, theirs) is True


def _plain(inside: str) -> str:
    return written(_BASE.sub(" log ", inside))
