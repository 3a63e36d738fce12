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
        self._rules = tuple((signs.split("|"), regex(pattern, re.IGNORECASE), told) for signs, pattern, told in rules)

    def __call__(self, text: str) -> str:
        r"""Return the text as it is told.

        >>> Retelling([("no one", r"\bno one\b", "nobody"), ("nobody", r"\Aif nobody\b", "unless somebody")])("If no one came")
        'unless somebody came'
        """
        lowered = text.lower()
        for signs, pattern, told in self._rules:
            if any(sign in lowered for sign in signs):
                text = pattern.sub(told, text)
                lowered = text.lower()
        return text
