"""Items that a question wants in order: "B, A, C" is "B < A < C" and "B then A then C", and not "A, B, C"."""

from __future__ import annotations

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.words import SMALL, words_of

MOST = 8  # items
FEW = 3  # words of an answer besides its items and small ones
_PARTED = regex(r"\s*(?:,\s*(?:and\s|then\s)?|;|<|>|→|->|\bthen\b)\s*")
_LESS, _MORE = "<", ">"


def same_sequence(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted items in their order; None where it lacks one or tells more.

    >>> same_sequence("B < A < C", "B, A, C"), same_sequence("A, B, C", "B, A, C"), same_sequence("B and A", "B, A, C")
    (True, False, None)
    """
    items = [each for each in _PARTED.split(accepted.strip().rstrip(".")) if each]
    if not 1 < len(items) <= MOST or len(set(items)) < len(items):
        return None
    if _MORE in answer and _MORE not in accepted:
        return None  # told the other way round
    places = [_places(item, answer) for item in items]
    if not all(len(found) == 1 for found in places) or _tells_more(answer, items):
        return None
    order = [found[0] for found in places]
    return order == sorted(order)


def _places(item: str, answer: str) -> list[int]:
    """Return where an item stands in an answer as a whole word or several, one letter only in its case."""
    text, wanted = (answer, item) if len(item) == 1 else (answer.casefold(), item.casefold())
    found, place = [], text.find(wanted)
    while place >= 0:
        before, behind = text[place - 1 : place], text[place + len(wanted) : place + len(wanted) + 1]
        if not before.isalnum() and not behind.isalnum():
            found.append(place)
        place = text.find(wanted, place + 1)
    return found


def _tells_more(answer: str, items: list[str]) -> bool:
    known = {word.form for item in items for word in words_of(item)}
    return sum(word.form not in SMALL and word.form not in known for word in words_of(answer)) > FEW
