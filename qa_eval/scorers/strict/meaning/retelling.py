"""Tables of constructions and what each is told as, gone through in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# what a text has that is concerned, at a glance, with bars between; the pattern; and what it is told as
Rule: TypeAlias = "tuple[str, str, str | Callable[[re.Match[str]], str]]"


class Retelling:
    """Tells a text anew by ``rules``, each in the text that those before it left."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = []
        # for the first two letters of a sign: the signs, and the places of the rules that each concerns
        self._concerned: dict[str, dict[str, list[int]]] = {}
        for place, (signs, pattern, told) in enumerate(rules):
            self._rules.append((regex(pattern, re.IGNORECASE), told))
            for sign in signs.split("|"):
                self._concerned.setdefault(sign[:2], {}).setdefault(sign, []).append(place)

    def __call__(self, text: str) -> str:
        r"""Return the text as it is told.

        >>> Retelling([("no one", r"\bno one\b", "nobody"), ("nobody", r"\Aif nobody\b", "unless somebody")])("If no one came")
        'unless somebody came'
        """
        done = -1
        while (changed := self._first_change(text, done)) is not None:
            done, text = changed
        return text

    def _first_change(self, text: str, done: int) -> tuple[int, str] | None:
        """Return the place of the first rule behind ``done`` that tells the text anew, with what it tells; None for no such rule."""
        lowered = text.lower()
        starts = {lowered[at : at + 2] for at in range(len(lowered))}.union(lowered)
        signs = (each for start in self._concerned.keys() & starts for each in self._concerned[start].items())
        concerned = {place for sign, places in signs if sign in lowered for place in places}
        for place in sorted(concerned):
            if place > done:
                pattern, told = self._rules[place]
                retold = pattern.sub(told, text)
                if retold != text:
                    return place, retold
        return None
