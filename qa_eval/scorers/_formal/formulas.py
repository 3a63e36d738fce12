r"""Answers that hold several expressions: "x = \pm 3", "(1, -4)", "{1, 2, 3}", "(-\infty, 2]", "x > 3", "a = 2, b = -1", matrices."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.expressions import candidates, proportional, same_values, value_at, written
from qa_eval.scorers._formal.vectors import tuples_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 300  # characters of a formula
MOST_PARTS = 12
MOST_PERMUTED = 6  # parts whose order is tried; longer sets are compared in the order given
_GRID = regex(r"\\begin\{([bpvB]?matrix|array)\}(?:\{[clr|]*\})?(.*?)\\end\{\1\}", re.DOTALL)
_THOUSANDS = regex(r"(?<=\d),(?=\d{3}(?!\d))")
_SEPARATOR = regex(r"\s*(?:[,;∪]|\b(?:or|and)\b)\s*")
_NAME = regex(r"(?P<name>[A-Za-z]\w{0,6}(?:_\(?\w+\)?)?(?:\([a-z]\))?)\s*(?:=|≈|∈|\bis\b)\s*(?P<value>.+)")
_NAMES = regex(r"\((?P<names>[A-Za-z](?:\s*,\s*[A-Za-z])+)\)\s*=\s*\((?P<values>[^()]+)\)")
_SIGN = regex(r"\s*(<=|>=|[<>≤≥])\s*")
_TURNED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
_SPOKEN = (
    (re.compile(r"\bis (?:greater|larger|more) than or equal to\b|\bis at least\b"), "≥"),
    (re.compile(r"\bis (?:less|smaller) than or equal to\b|\bis at most\b"), "≤"),
    (re.compile(r"\bis (?:greater|larger|more) than\b"), ">"),
    (re.compile(r"\bis (?:less|smaller) than\b"), "<"),
)
_BESIDE = regex(
    r"\.?\s*,?\s+(?:with|where|since|because|for which)\b|(?<=[\w)])\.\s+(?=[A-Z])"
)  # what is told beside a formula begins here
_BRACKETED = regex(r"(?:\[\[.{1,200}\]\]|\\?[(\[{][^()\[\]{}]{1,80}\\?[)\]}])")
_ONE = r"(?:[^\W\d_][₀-₉\d_]{0,2}\s?=\s?)?[-−]?\d+(?:\.\d+)?(?:/\d+)?"
_LISTED = regex(
    rf"(?<![\w.=+*/^(−×·-])(?<![=+*/^−×·-]\s){_ONE}(?:,\s{_ONE})*(?:,?\s(?:and|or)\s|,\s){_ONE}(?![\w^)(]|\s?[=+*/^×·]|\s[-−]\s|\.\d)"
)
_TAIL = regex(r"(?:\b(?:is|are|at|get|obtain|gives?|equals?)\b|:)\s+(?=\S)")
_MATHEMATICAL = regex(r"\d|∞|\\infty")
INTERVAL_ASKED = regex(r"\b(?:inequalit(?:y|ies)|intervals?|domain|range)\b", re.IGNORECASE)
INFINITE = ("∞", "+∞", "-∞")


class Formula(NamedTuple):
    """Expressions and how they belong together.

    ``kind`` is set, tuple, span, named, grid or equation; ``marks`` holds the names of named values, the brackets of a tuple or
    span, the rows of a grid.
    """

    kind: str
    parts: tuple[str, ...]
    marks: tuple[str, ...] = ()


@lru_cache(maxsize=512)
def read_formula(text: str) -> Formula | None:
    """Return the formula that a text is; None for a single expression, prose, and what cannot be read.

    >>> read_formula("x = ±3"), read_formula("(1, -4)")
    (Formula(kind='set', parts=('3', '-3'), marks=()), Formula(kind='tuple', parts=('1', '-4'), marks=('(', ')')))
    >>> read_formula("x > 3"), read_formula("12,000") is read_formula("a city") is None
    (Formula(kind='span', parts=('3', '∞'), marks=('(', ')')), True)
    """
    if not text or len(text) > LONGEST or not _MATHEMATICAL.search(text):
        return None
    shown = _shown(text)
    return _grid(shown) or _named_together(shown) or _union(shown) or _bracketed(shown) or _span(shown) or _several(shown) or _equation(shown)  # fmt: skip


def same_formula(answer: str, accepted: str, *, interval: bool = False) -> bool | None:
    """Return whether an answer is the accepted formula; None where no formula of that kind can be read from it.

    ``interval``: two numbers in brackets are the ends of an interval, and whether they belong to it counts.

    >>> same_formula("3 and -3", "x = ±3"), same_formula("x = 3", "x = ±3"), same_formula("It depends.", "x = ±3")
    (True, False, None)
    """
    wanted = read_formula(accepted)
    if wanted is None:
        return None
    judged = [
        False
        if interval and {found.kind, wanted.kind} <= {"tuple", "span"} and found.marks != wanted.marks
        else _same(found, wanted)
        for found in _formulas(answer, wanted)
    ]
    if True in judged:
        return True
    works_out = wanted.kind == "tuple" and "=" in answer
    return False if False in judged or works_out else None


def _shown(text: str) -> str:
    grid = _GRID.search(text)
    if grid:
        rows = [",".join(cell.strip() for cell in row.split("&")) for row in grid[2].split(r"\\") if row.strip()]
        text = f"{text[: grid.start()]}[[{'],['.join(rows)}]]{text[grid.end() :]}"
    text = text.replace(r"\{", "⟨").replace(r"\}", "⟩")
    if "\\" not in text and re.search(r"(?<![\w^_]){[^{}]*}", text):
        text = text.replace("{", "⟨").replace("}", "⟩")
    shown = _THOUSANDS.sub("", written(text)).strip(" .").replace(" _", "_")
    for pattern, sign in _SPOKEN:
        shown = pattern.sub(sign, shown)
    return shown.replace("<=", "≤").replace(">=", "≥")


def _formulas(answer: str, wanted: Formula) -> Iterator[Formula]:
    """Yield what an answer may mean as a formula: as a whole, what is set as one, what stands in brackets, what comes last."""
    texts = [*candidates(answer)]
    tail = answer[-LONGEST:]
    if wanted.kind in {"tuple", "span", "grid", "set"}:
        texts += [match[0] for match in _BRACKETED.finditer(tail)][-1:]
    if wanted.kind == "set":
        texts += _last_list(tail, len(wanted.parts))
    elif wanted.kind == "tuple":
        texts += tuples_of(answer, len(wanted.parts))
    ends = [match.end() for match in _TAIL.finditer(tail)]
    texts += [tail[end:] for end in ends[-1:]]
    texts += [_BESIDE.split(text, maxsplit=1)[0] for text in texts if _BESIDE.search(text)]
    for text in dict.fromkeys(texts):
        found = read_formula(text)
        if found is None and wanted.kind in {"set", "named"}:
            shown = _shown(text)
            alone = shown if _is_value(shown) else ""
            match = _NAME.fullmatch(shown)
            alone = match["value"] if match and _is_value(match["value"]) else alone
            found = Formula("set", (alone,)) if alone else None
        if found is not None:
            yield found


def _last_list(text: str, size: int) -> list[str]:
    """Return the last list of as many numbers that a text holds: the "2 and 3" of "namely 2 and 3, so these are the roots"."""
    found = [match[0] for match in _LISTED.finditer(text)]
    return [each for each in found if len(_SEPARATOR.split(each)) == size][-1:]


def _is_value(text: str) -> bool:
    return text in INFINITE or value_at(text, 0) is not None


def _plus_minus(part: str) -> list[str]:
    if "±" not in part:
        return [part]
    return [part.replace("±", "+").removeprefix("+"), part.replace("±", "-")]


def _parts(text: str) -> list[str]:
    """Return the expressions that commas, "or" and "and" part; empty when one of them is none."""
    found = [each for part in _SEPARATOR.split(_THOUSANDS.sub("", text)) if part for each in _plus_minus(part)]
    return found if found and len(found) <= MOST_PARTS and all(map(_is_value, found)) else []


def _grid(shown: str) -> Formula | None:
    start, end = shown.find("[["), shown.rfind("]]")
    if start < 0 or end < start:
        return None
    rows = [_parts(row) for row in re.split(r"\]\s*,\s*\[", shown[start + 2 : end])]
    return Formula("grid", tuple(part for row in rows for part in row), (str(len(rows)),)) if all(rows) else None


def _named_together(shown: str) -> Formula | None:
    match = _NAMES.fullmatch(shown)
    if match is None:
        return None
    names, values = _SEPARATOR.split(match["names"]), _parts(match["values"])
    return Formula("named", tuple(values), tuple(names)) if len(names) == len(values) else None


def _union(shown: str) -> Formula | None:
    """Read several intervals: "(-∞, -1) ∪ (3, ∞)"."""
    pieces = re.split(r"\s*∪\s*", shown)
    if len(pieces) == 1:
        pieces = re.split(r"\s*\bor\b\s*", shown)
    spans = [_bracketed(piece) or _span(piece) for piece in pieces] if len(pieces) > 1 else []
    if not spans or any(span is None or span.kind not in {"span", "tuple"} for span in spans):
        return None
    ordered = sorted(span for span in spans if span is not None)
    return Formula("grid", tuple(part for span in ordered for part in span.parts), tuple(mark for span in ordered for mark in span.marks))  # fmt: skip


def _bracketed(shown: str) -> Formula | None:
    match = re.fullmatch(r"(?:[A-Za-z]\s*[=∈]\s*)?([(\[⟨])(.+)([)\]⟩])", shown)
    if match is None:
        return None
    parts = _parts(match[2])
    if match[1] == "⟨" or match[3] == "⟩":
        return Formula("set", tuple(parts)) if parts else None
    if len(parts) < 2:  # noqa: PLR2004 - one expression in brackets is that expression
        return None
    infinite = any(part in INFINITE for part in parts)
    kind = "span" if len(parts) == 2 and (infinite or (match[1] == "(") != (match[3] == ")")) else "tuple"  # noqa: PLR2004 - two ends
    return Formula(kind, tuple(part.lstrip("+") for part in parts), (match[1], match[3]))


def _span(shown: str) -> Formula | None:
    """Read an inequality as the interval that it means: "1 < x ≤ 3" is (1, 3]."""
    pieces = _SIGN.split(shown)
    if len(pieces) == 3 and re.fullmatch(r"[A-Za-z]\w?", pieces[2]):  # noqa: PLR2004 - two sides and a sign: "3 < x"
        pieces = [pieces[2], _TURNED[pieces[1]], pieces[0]]
    if len(pieces) == 3 and re.fullmatch(r"[A-Za-z]\w?", pieces[0]) and _is_value(pieces[2]):  # noqa: PLR2004 - see above
        closed = pieces[1] in "≤≥"
        if pieces[1] in ">≥":
            return Formula("span", (pieces[2], "∞"), ("[" if closed else "(", ")"))
        return Formula("span", ("-∞", pieces[2]), ("(", "]" if closed else ")"))
    if len(pieces) == 5 and _is_value(pieces[0]) and _is_value(pieces[4]) and {pieces[1], pieces[3]} <= {"<", "≤"}:  # noqa: PLR2004 - three sides, two signs
        return Formula(
            "span", (pieces[0], pieces[4]), ("[" if pieces[1] == "≤" else "(", "]" if pieces[3] == "≤" else ")")
        )
    return None


def _several(shown: str) -> Formula | None:
    """Read several values, or named ones: "2, 5", "x = 2 or x = 5", "a = 2, b = -1"."""
    names, values = [], []
    for piece in _SEPARATOR.split(shown):
        match = _NAME.fullmatch(piece)
        names.append(match["name"].split("_")[0] if match else "")
        values.append(match["value"] if match else piece)
    expanded = [each for value in values for each in _plus_minus(value)]
    if not 1 < len(expanded) <= MOST_PARTS or not all(map(_is_value, expanded)):
        return None
    if len(set(names)) > 1 and "" not in names:
        return Formula("named", tuple(values), tuple(names)) if len(names) == len(set(names)) else None
    return Formula("set", tuple(expanded))


def _equation(shown: str) -> Formula | None:
    left, equals, right = shown.partition("=")
    if not equals or "=" in right or len(left.strip()) <= 3 or not (_is_value(left) and _is_value(right)):  # noqa: PLR2004 - "y = …" is what follows
        return None
    return Formula("equation", (f"({left.strip()})-({right.strip()})",))


def _same(found: Formula, wanted: Formula) -> bool | None:
    """Return whether two formulas are the same; None where they are of kinds that cannot be compared."""
    if wanted.kind == "equation" or found.kind == "equation":
        return proportional(found.parts[0], wanted.parts[0]) if wanted.kind == found.kind else None
    if wanted.kind == "named" and found.kind == "named":
        if sorted(found.marks) != sorted(wanted.marks):
            return None
        by_name = dict(zip(found.marks, found.parts, strict=True))
        return _all_same([by_name[name] for name in wanted.marks], wanted.parts)
    if wanted.kind == "set" and found.kind != "grid":
        return _same_set(found.parts, wanted.parts)
    if (
        {wanted.kind, found.kind} <= {"tuple", "span"}
        and "span" in (wanted.kind, found.kind)
        and found.marks != wanted.marks
    ):
        return False
    if wanted.kind == "grid" and (found.kind != "grid" or found.marks != wanted.marks):
        return False if found.kind in {"grid", "tuple", "span"} else None
    return _all_same(found.parts, wanted.parts)


def _all_same(found: Sequence[str], wanted: Sequence[str]) -> bool:
    return len(found) == len(wanted) and all(_is_same(one, other) for one, other in zip(found, wanted, strict=True))


def _same_set(found: Sequence[str], wanted: Sequence[str]) -> bool:
    if len(found) != len(wanted):
        return False
    if len(found) > MOST_PERMUTED:
        return _all_same(found, wanted)
    return any(_all_same(order, wanted) for order in permutations(found))


def _is_same(one: str, other: str) -> bool:
    return one.replace(" ", "") == other.replace(" ", "") or same_values(one, other) is True
