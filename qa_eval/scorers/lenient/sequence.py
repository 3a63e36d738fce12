"""Items that a question wants in order: "B, A, C" is "B < A < C" and "B then A then C", and not "A, B, C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._formal.in_order import tells_turned
from qa_eval.scorers.lenient.words import plain, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST = 3  # choices that have an order
_LETTER = regex(r"(?<![\w'’])[A-Ja-j1-9](?![\w'’])")
_RUN = regex(r"[A-Ja-j1-9]{3,8}")
_ONLY_LETTERS = regex(r"(?:[\s(),;.<>-]|\b(?:[A-Ja-j1-9]|and|then)\b)+")


def same_arrangement(question: str, answer: str, accepted: str, options: Mapping[str, str]) -> bool | None:
    """Return whether an answer puts all choices of a question in the accepted order, by letters or texts; None where it does not put them all.

    >>> options = {"A": "lake", "B": "pond", "C": "sea"}
    >>> asked = "Arrange from smallest to largest: (a) lake (b) pond (c) sea"
    >>> [same_arrangement(asked, said, "b, a, c", options) for said in ("pond, lake, sea", "B-A-C", "a, b, c", "the pond")]
    [True, True, False, None]
    """
    wanted, given = arranged(accepted, options), arranged(answer, options)
    if not wanted or not given:
        return False if wanted and _ONLY_LETTERS.fullmatch(answer) else None
    return (given[::-1] if tells_turned(question, answer) else given) == wanted


def arranged(text: str, options: Mapping[str, str]) -> Sequence[str]:
    """Return the letters of all choices in the order in which a text puts them; none where it lacks one or says one twice."""
    if len(options) < LEAST:
        return ()
    shown = text.strip(" .()")
    labels = shown if _RUN.fullmatch(shown) else _LETTER.findall(text)
    letters = [label.upper() for label in labels if label.upper() in options]
    if len(letters) == len(options) == len(set(letters)):
        return letters
    said = f" {' '.join(word.form for word in words_of(plain(text)))} "
    places = {letter: _worded(option, said) for letter, option in options.items()}
    if any(place < 0 for place in places.values()) or len(set(places.values())) < len(places):
        return ()
    return sorted(places, key=lambda letter: places[letter])


def _worded(option: str, said: str) -> int:
    """Return where the words of an option stand, once; -1 for nowhere or several places."""
    words = f" {' '.join(word.form for word in words_of(plain(option)))} "
    return said.find(words) if said.count(words) == 1 else -1
