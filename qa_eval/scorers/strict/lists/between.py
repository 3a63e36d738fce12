"""Two accepted things of which an answer tells the one by what it did to the other, or of another deed: "Ann, whom Bo dropped"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import nearly_possible, possible
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import Wording, folded, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WHOM = regex(r",?\s+(?:whom|which|that)\s+(?:the\s+)?")
_AND_DID = regex(
    r"(?:[^.;]*?,)?\s*,?\s+(?:and|but)\s+(?:(?:then|later|only|merely|just)\s+)?(?P<verb>[a-z]{3,})\s+(?:(?:the|at|from)\s+)*"
)
_DID_TO = regex(
    r"\s+(?:then\s+|later\s+)?(?P<verb>(?!(?:joined|followed|accompanied|supported|helped)\b)[a-z]{3,})\s+(?P<other>her|him|them)\b"
)
_VERB = regex(r"\s+(?P<verb>[a-z]{3,})\b")
_PAIR = 2
_HELPING = frozenset(("was", "were", "had"))


def told_of_other_deed(text: str, items: Sequence[Iterable[tuple[str, ...]]], question: str) -> bool:
    """Return whether an answer tells one of two things of another deed than the other; ``items`` are the names of each.

    >>> climbed = "Which two peaks did they climb?"
    >>> told_of_other_deed("They climbed Gar and saw Tor from it", [[("gar",)], [("tor",)]], climbed)
    True
    >>> told_of_other_deed("They climbed Gar and Tor", [[("gar",)], [("tor",)]], climbed)
    False
    """
    if len(items) != _PAIR:
        return False
    wording = Wording(text)
    found = [[span for name in names for span in wording.find(name)] for names in items]
    if not all(found) or any(len({end for _, end in spans}) > 1 for spans in found):
        return False  # one of them is not told, or more than once
    one, other = sorted(max(spans, key=lambda span: span[1] - span[0]) for spans in found)
    between = wording.text[one[1] : other[0]]
    if _WHOM.fullmatch(between) and _does(wording.text, other[1]):
        return True
    did = _AND_DID.fullmatch(between)
    if did and is_past(folded(did["verb"])):
        return _is_asked(wording.text[: one[0]], question) and not _is_asked(did["verb"], question)
    if _does_opposite(wording.text, (one[1], other[1]), question):
        return True
    done_to = _DID_TO.match(wording.text, other[1])
    return bool(
        done_to and is_past(folded(done_to["verb"])) and _does(wording.text, one[1]) and done_to["other"] not in between
    )


def _does(text: str, end: int) -> bool:
    """Return whether a verb in the past stands behind a place."""
    verb = _VERB.match(text, end)
    return verb is not None and (verb["verb"] in _HELPING or is_past(folded(verb["verb"])))


def _does_opposite(text: str, ends: tuple[int, int], question: str) -> bool:
    """Return whether one of two does what is asked about and the other one its opposite: "Gar kept its bell and Tor lost its"."""
    verbs = [verb["verb"] for end in ends if (verb := _VERB.match(text, end)) and is_past(folded(verb["verb"]))]
    asked = [verb for verb in verbs if _is_asked(verb, question)]
    return (
        len(verbs) == _PAIR
        and len(asked) == 1
        and any(opposite_in(question, verb) for verb in verbs if verb not in asked)
    )


def _is_asked(text: str, question: str) -> bool:
    """Return whether a text has a verb that is asked about, or may mean the same."""
    if stems(text) & stems(question):
        return True
    asked = frozenset[str]().union(*map(possible, key(question)))
    return any(is_past(word) and nearly_possible(word) & asked for word in key(text))
