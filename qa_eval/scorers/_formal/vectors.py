r"""Vectors by their unit vectors, or part by part: "2i − j + 4k" is (2, -1, 4)."""

from __future__ import annotations

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.expressions import written

PAIR = 2
LONGEST = 300  # characters of a text that may give a vector
_MARKS = regex(
    r"\\(?:hat|vec|mathbf|bf|boldsymbol|overrightarrow|widehat)\s*(?:\{([^{}]*)\}|\s*([ijk])\b)|\\([ij])math|\u0302"
)
_HATS = str.maketrans({"î": "i", "ĵ": "j"})
_NUMBER = r"\d+(?:\.\d+)?(?:/\d+)?"
_TERM = rf"[-+]?\s*(?:\(?{_NUMBER}\)?\s*\*?\s*)?[ijk](?![a-zA-Z])"
_SUM = regex(rf"(?<![\w*/^)]){_TERM}(?:\s*[-+]\s*(?:\(?{_NUMBER}\)?\s*\*?\s*)?[ijk](?![a-zA-Z])){{0,2}}(?!\s*[*/^×])")
_PART = regex(rf"(?P<sign>[-+]?)\s*\(?(?P<size>{_NUMBER})?\)?\s*\*?\s*(?P<axis>[ijk])")
_AXES = "ijk"
_COMPONENT = regex(
    r"(?<![\w.^*/+])(?<![*/^+]\s)(?P<value>[-−]?\d+(?:\.\d+)?(?:/\d+)?)(?![\w^(]|\s*[*/^×·+=(]|\s[-−]\s|\.\d)"
)


def tuples_of(text: str, size: int) -> list[str]:
    """Return what a text may give as a tuple of as many parts, by unit vectors or one by one; two numbers are hardly one."""
    found = [vector_of(text, size), components_of(text, size) if size > PAIR else ""]
    return [each for each in found if each]


def vector_of(text: str, size: int) -> str:
    """Return the last vector of as many parts that a text gives by unit vectors, as a tuple; "" for none.

    >>> vector_of("It is 2i − j + 4k.", 3), vector_of("3i", 2), vector_of("(1, 2)", 2)
    ('(2, -1, 4)', '(3, 0)', '')
    """
    if len(text) > LONGEST or not any(axis in text for axis in "ijkîĵ"):
        return ""
    shown = written(_MARKS.sub(lambda match: match[1] or match[2] or match[3] or "", text).translate(_HATS))
    sums = [match[0] for match in _SUM.finditer(shown)]
    if not sums:
        return ""
    parts = {part["axis"]: f"{part['sign'].replace('+', '')}{part['size'] or '1'}" for part in _PART.finditer(sums[-1])}
    if not parts.keys() <= set(_AXES[:size]):
        return ""
    return f"({', '.join(parts.get(axis, '0') for axis in _AXES[:size])})"


def components_of(text: str, size: int) -> str:
    """Return the numbers of a text that are no part of a sum or product, as a tuple, where there are as many; else "".

    >>> components_of("The first is 2, the second -1 and the third 4.", 3), components_of("1·2 + 4·1 = 6", 1)
    ('(2, -1, 4)', '(6)')
    """
    found = [match["value"].replace("−", "-") for match in _COMPONENT.finditer(text[:LONGEST])]
    return f"({', '.join(found)})" if len(found) == size else ""
