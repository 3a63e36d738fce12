"""Regular expressions that are compiled when they are first used: a run of right answers needs few, and large ones cost."""

from __future__ import annotations

import re
from typing import cast

REACH = 200  # characters before a place in which what leads to it can stand
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


def right_before(led: re.Pattern[str], text: str, place: int) -> re.Match[str] | None:
    r"""Return what a pattern that ends with ``\Z`` finds right before a place; one that is searched for from the start costs as much as the text is long.

    >>> right_before(regex(r"not \Z"), "not so, not here", 12).start()
    8
    """
    return led.search(text, max(0, place - REACH), place)
