"""Equations of reactions: "O2 + 2 H2 → 2 H2O" is "2H2(g) + O2(g) -> 2H2O(l)", and what comes of it is not what it is made from."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

LONGEST = 1_000  # characters in which a reaction is looked for
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉⁰⁴⁵⁶⁷⁸⁹⁺⁻", "01234567890456789+-")
ARROW = regex(r"(?:<?[-=]{1,4}>|→|⟶|⇌|\\(?:long)?rightarrow|\\to(?![a-z])|\\rightleftharpoons)\s*")
_STATE = regex(r"\s?\((?:g|l|s|aq)\)")
_ONE = regex(r"^1(?=[A-Z])")
_NUMBER = regex(r"(?<![\w.])(\d{1,3}) (?=[A-Z(])")
_PLUS = regex(r"\+(?=[\dA-Z(])")
_TERM = regex(r"(?:\d{1,3})?[A-Z(][A-Za-z\d()]{0,40}[+-]?\d?|\d?e-")


def same_reaction(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted reaction; None where none is accepted or none is said.

    >>> [same_reaction(said, "2 H2 + O2 -> 2 H2O") for said in ("O2 + 2H2 → 2H2O", "2 H2O -> 2 H2 + O2", "they burn")]
    [True, False, None]
    """
    reaction = _reaction(accepted)
    given = _reaction(answer if ARROW.search(answer) else answer.replace("=", "→")) if reaction else ()
    return given == reaction if given else None


def _reaction(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the substances on each side of the last arrow of a text, with how many of each; states left out."""
    shown = _NUMBER.sub(r"\1", _STATE.sub("", flat(ARROW.sub(" → ", text[-LONGEST:]))))
    before, _, after = shown.rpartition("→")
    left, right = _side(before.rpartition("→")[2].split()[::-1]), _side(after.split())
    return (left, right) if left and right else ()


def _side(words: list[str]) -> tuple[str, ...]:
    """Return the substances that some words begin with, from the arrow on."""
    found: list[str] = []
    for word in words:
        parts = [part for part in _PLUS.split(word.strip(".,;:")) if part and part != "+"]
        if not all(_TERM.fullmatch(part) for part in parts):
            break
        found += [_ONE.sub("", part) for part in parts]
    return tuple(sorted(found))


def flat(text: str) -> str:
    """Return a formula without what only sets its figures lower or higher."""
    bare = re.sub(r"\\(?:mathrm|text|ce|rm)\b|[_^${}\\]", "", text)
    return bare.translate(_SUBSCRIPTS)
