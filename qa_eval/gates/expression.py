"""From the text of a gate to what it asks."""

from __future__ import annotations

import operator
import re
from math import isfinite, nan
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

OPERATORS: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}
ENDS = ("low", "high")
TIMES = ("p50", "p95", "seconds")
_GATE = re.compile(
    r"\s*([^<>=!]+?)\s*(>=|<=|==|!=|>|<|=)\s*([^\s%]+)\s*(%?)\s*(?:vs\s+(.+?)\s*?)?(?:\s+for\s+(.+?))?\s*"
)
_HINT = "write FIGURE OPERATOR NUMBER, such as 'accuracy>=0.9', 'failed<=0' or 'regressions<=0 vs RUN'"


class Gate(NamedTuple):
    """One condition. ``end`` is "low" or "high" of the figure's 95 % interval, or ""; ``number`` a share where ``percent``."""

    text: str
    figure: str
    end: str
    operator: str
    number: float
    percent: bool = False
    run: str = ""
    answerer: str = ""

    def holds(self, value: float) -> bool:
        """Tell whether ``value`` is within the gate."""
        return OPERATORS[self.operator](value, self.number)


def parse(text: str) -> Gate:
    """Read a gate. Raises UsageError, which says how one is written, for what is none.

    >>> parse("tag:dates.accuracy.low >= 80%")
    Gate(text='tag:dates.accuracy.low >= 80%', figure='tag:dates.accuracy', end='low', operator='>=', number=0.8, percent=True, run='', answerer='')
    >>> gate = parse("regressions<=0 vs latest for lexical")
    >>> gate.figure, gate.run, gate.answerer
    ('regressions', 'latest', 'lexical')
    """
    found = _GATE.fullmatch(text)
    if found is None:
        raise UsageError(f"{text!r} is no gate", hint=_HINT)
    name, sign, written, percent, run, answerer = found.groups(default="")
    if sign == "=":
        raise UsageError(f"{text!r} has one '='", hint="compare with >=, <=, >, <, == or !=")
    try:
        number = float(written)
    except ValueError:
        number = nan
    if not isfinite(number):
        hint = "times are in seconds, without a unit, as in 'p95<2'" if name in TIMES else _HINT
        raise UsageError(f"{written!r} in the gate {text!r} is no number", hint=hint)
    figure, dot, end = name.rpartition(".")
    if not dot or end not in ENDS:
        figure, end = name, ""
    return Gate(text.strip(), figure, end, sign, number / 100 if percent else number, bool(percent), run, answerer)
