"""Regular expressions that are compiled when they are first used: a run of right answers needs few, and large ones cost."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Waiting:
    """Stands for a pattern; its first use compiles it and takes over the pattern's own methods, so that later ones cost nothing."""

    def __init__(self, text: str, flags: int) -> None:
        self._source = text, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what does as ``re.compile(text, flags)``, from its first use on; a text that is no pattern raises only then.

    >>> regex("[0-9]+").findall("12 of 30")
    ['12', '30']
    """
    return cast("re.Pattern[str]", _Waiting(text, flags))
