"""Are two expressions the same, as values, as equations, or but for the letter of a constant?"""

from __future__ import annotations

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.expressions import (
    FUNCTIONS,
    LONGEST,
    candidates,
    proportional,
    right_side,
    same_values,
    value_at,
    written,
)
from qa_eval.scorers._formal.indexed import with_indices

LONGEST_WORKED = 1_000  # characters of an answer that works something out
_RESULT = regex(
    r"(?:=|\b(?:is|are|be|equals|gives|becomes|yields)\b)\s*([^=≈,;:?!]{1,120}?)(?=\$|[.,;:?!]?\s*\Z|[.,;:?!]\s|\s(?:[a-z]{4,}|[a-z]{2,3}\s[a-z]{3,})\b|\n)"
)
# what is told beside a result: what its letters are, a check of it
_WHERE = regex(
    r",? (?:where|with|for (?:any|all|some|every))\b[^.;]*|(?<=[.;])\s+(?:[Aa]s a check|[Cc]heck|[Nn]ote|[Ff]or (?:example|instance)|[Ii]ndeed|[Tt]o (?:check|verify)|[Vv]erify)\b[\s\S]*"
)
_SIDE = regex(r"[.;,](?:\s|\Z)|\$|\s(?=[a-z]{4,})|\s[(\[](?=[a-z]{3,}|\d\])")
_BRACKETS = regex(r"[()\s]")
_OR = regex(r"\bor\b(?: about)?")
_SHORTEST = 3  # signs of an expression that may be a part of another
_FUNCTION = "|".join(FUNCTIONS)
_ONLY_MATHS = regex(rf"(?:[^a-zA-Z=<>≤≥≈,;:?!]|(?<![a-zA-Z])[a-zA-Z]{{1,2}}(?![a-zA-Z])|{_FUNCTION})*")
_WRAPS = regex(rf"(?:{_FUNCTION}|[-+*/^±\w)])\(\Z")
_CONSTANT = regex(r"(?<![A-Za-z])(?:[ABCKk]|c)(?:_?\(?[01]\)?)?(?![A-Za-z(])|(?<![A-Za-z])[ABCK](?=e(?:\^|xp))")


def same_expression(answer: str, accepted: str) -> bool | None:
    """Return whether two expressions are the same; None where the answer cannot be read as one.

    >>> same_expression("(x-1)(x+1)", "x^2 - 1"), same_expression("y = 2x + 1", "2x+1"), same_expression("x + 1", "x - 1")
    (True, True, False)
    """
    wanted = right_side(written(accepted))
    read = False
    for candidate in candidates(with_indices(answer, accepted)):
        shown = right_side(written(candidate))
        if shown.replace(" ", "") == wanted.replace(" ", ""):
            return True
        same = _is_renamed(shown, wanted) or _same_each(shown, wanted)
        if same or _same_equation(written(candidate), written(accepted)):
            return True
        read = read or same is not None
    return False if read else None


def same_result(answer: str, accepted: str) -> bool | None:
    """Return whether what an answer works out in the end is the accepted expression with letters; None where neither is one.

    >>> same_result("the product is 2x · (1/x) = 2x, it seems", "2x ln x + x"), same_result("= 2x ln x + x, as asked", "2x ln x + x")
    (False, True)
    """
    wanted = right_side(written(accepted))
    if value_at(wanted, 0) in (None, value_at(wanted, 1)):
        return None
    found = [match[1].strip(" $") for match in _RESULT.finditer(_WHERE.sub("", answer[-LONGEST_WORKED:]))]
    if not found or (found[-1].isalpha() and len(found[-1]) > 1):
        return None
    return same_expression(found[-1], accepted)


def is_set_equal(answer: str, accepted: str) -> bool:
    """Return whether an answer sets something equal to the accepted expression as it is written; a number, only in the end.

    >>> is_set_equal("so f(x) = 2x + 1. As a check, f(3) = 7.", "y = 2x + 1"), is_set_equal("cos t = 3/4, so tan t = 4/3", "3/4")
    (True, False)
    """
    if "=" not in answer:
        return False
    wanted = right_side(written(accepted))
    sides = _WHERE.sub("", answer[-LONGEST_WORKED:]).split("=")[1:]
    lettered = value_at(wanted, 0) not in (None, value_at(wanted, 1))
    said = [_SIDE.split(side.strip(" $"), maxsplit=1)[0] for side in (sides if lettered else sides[-1:])]
    return any(_is_written_so(written(side), wanted) for side in said if len(side) <= LONGEST)


def is_within_more(answer: str, accepted: str) -> bool:
    """Return whether an answer is an expression that has the accepted one with letters as a part: the root of a discriminant.

    >>> is_within_more("(q + sqrt(q^2 - 4pr))/2p", "q^2 - 4pr"), is_within_more("(q^2 - 4pr)", "q^2 - 4pr"), is_within_more("2x", "x")
    (True, False, False)
    """
    part = written(accepted).replace(" ", "")
    whole = right_side(written(answer)).replace(" ", "").rstrip(".")
    if len(answer) > LONGEST or len(part) < _SHORTEST or part not in whole or not any(map(str.isalpha, part)):
        return False
    before, _, behind = whole.partition(part)
    if not _ONLY_MATHS.fullmatch(before) or not _ONLY_MATHS.fullmatch(behind):
        return False
    return _WRAPS.search(before) is not None and behind.startswith(")")


def _is_written_so(side: str, wanted: str) -> bool:
    """Return whether two expressions are the same but for brackets that change nothing: "((h)/(p))" and "h/p"."""
    if side.replace(" ", "") == wanted.replace(" ", ""):
        return True
    return _BRACKETS.sub("", side) == _BRACKETS.sub("", wanted) and same_values(side, wanted) is True


def _same_each(shown: str, wanted: str) -> bool | None:
    """Return whether each of what "or" parts has the values that are wanted: "1/4, or 0.25"."""
    judged = [same_values(each.strip(" ,"), wanted) for each in _OR.split(shown)]
    return None if None in judged else all(judged)


def _is_renamed(shown: str, wanted: str) -> bool:
    """Return whether two expressions are the same but for the letter of a constant that may be any: the C and the A of "Ce^(2x)", "A e^(2x)"."""
    mine, theirs = set(_CONSTANT.findall(shown)), set(_CONSTANT.findall(wanted))
    if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
        return False
    return same_values(_CONSTANT.sub(" z ", shown), _CONSTANT.sub(" z ", wanted)) is True


def _same_equation(one: str, other: str) -> bool:
    """Return whether two equations hold for the same points: "3x - y = 2" and "y = 3x - 2"."""
    if one.count("=") != 1 or other.count("=") != 1:
        return False
    sides = [f"({left})-({right})" for left, _, right in (each.partition("=") for each in (one, other))]
    return proportional(*sides) is True
