"""Which of the accepted words an answer says: as they are, inflected, misspelt, abbreviated, or as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.names import spelling
from qa_eval.scorers.lenient.abbreviations import stands_for
from qa_eval.scorers.lenient.others import meaning
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.told_apart import are_told_apart
from qa_eval.scorers.lenient.values import BY_VALUE

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted

SLIP = 0.9  # how much a word counts that is said with a slip of the pen
INFLECTED = 0.95
GLUED = 9  # letters of accepted words that are known without the spaces around them
LEAST_NAME = 5  # letters of a name that is known in another transcription
_SAME_BEGINNING = {"v": "w", "w": "v", "c": "k", "k": "c", "y": "j", "j": "y"}  # letters with which one name may begin
JOINED = 3  # letters of a word that may be written together with the next


class Match(NamedTuple):
    """The accepted words that an answer says: how much of them, exactly and in all, how many it does not, and in which words."""

    exact: float
    soft: float
    missing: int
    said: dict[str, str]
    words: set[str]
    by_value: bool
    value: float


def matched(asked: Asked, wanted: Wanted, said: Said, value: tuple[float, int, int]) -> Match:
    """Return how much of an accepted text an answer says; ``value`` is how near its date or figure comes, and where it stands."""
    near, start, end = value
    by_value = near >= BY_VALUE
    if not by_value and (by_initials(wanted, said) or _is_glued(wanted, said)):
        by_value, near = True, INFLECTED
    exact = soft = 0.0
    missing = 0
    matched: dict[str, str] = {}
    for form, weight in wanted.weights:
        if form in said.bag:
            exact += weight
            soft += weight
            matched[form] = form
        elif by_value:
            exact += near * weight
            soft += near * weight
            matched[form] = form
        elif (other := _inflected(wanted, form, said)) or (other := _joined(wanted, form, said)):
            exact += INFLECTED * weight
            soft += INFLECTED * weight
            matched[form] = other
        elif other := _another(form, said.damaged.get(form, "")):
            exact += weight
            soft += weight
            matched[form] = other
        elif other := _otherwise(form, said, asked, alone=len(wanted.weights) == 1):
            soft += SLIP * weight
            matched[form] = other
        elif weight == 1.0:
            missing += 1
    words = set(matched.values())
    if by_value:
        words.update([word.form for word in said.between(start, end)])
    return Match(exact, soft, missing, matched, words, by_value, near)


def _inflected(wanted: Wanted, form: str, said: Said) -> str:
    """Return the word of the answer that is of one stem with ``form``; "" for none."""
    return "" if form[0].isdigit() else _another(form, said.stems.get(wanted.stems[form], ""))


def _another(form: str, other: str) -> str:
    """Return another word for ``form``, or "" where everyone knows the two as different ones."""
    return "" if not other or are_told_apart(form, other) else other


def _joined(wanted: Wanted, form: str, said: Said) -> str:
    """Return the word of the answer that ``form`` is said in, two words as one or one as two: "sea shells", "seashells"; "" for none."""
    if len(form) < JOINED or form[0].isdigit():
        return ""
    return said.pairs.get(form, "") or next((both for both in wanted.pairs.get(form, ()) if both in said.bag), "")


def _is_glued(wanted: Wanted, said: Said) -> bool:
    """Return whether the accepted words stand in an answer that lost the spaces around them: "starredLynda Carteras"."""
    return len(wanted.squashed) >= GLUED and len(wanted.forms) > 1 and wanted.squashed in said.squashed


def _slip(form: str, said: Said, asked: Asked) -> str:
    """Return the word of the answer that is ``form`` misspelt; "" for none. A word of the question is no slip."""
    if form[0].isdigit():
        return ""
    said_alike = (other for other in said.by_letter.get(form[0], ()) if other not in asked.forms and alike(form, other))
    return next(said_alike, "") or _transcribed(form, said)


def _transcribed(form: str, said: Said) -> str:
    """Return the word of the answer that is ``form`` transcribed with another first letter: "Walentina", for Valentina; "" for none."""
    other = _SAME_BEGINNING.get(form[0])
    found = said.by_letter.get(other, ()) if other and len(form) >= LEAST_NAME else ()
    return next((each for each in found if spelling(each) == spelling(form)), "")


def _otherwise(form: str, said: Said, asked: Asked, *, alone: bool) -> str:
    """Return the word of the answer that stands for ``form``: of the same meaning, its initial, or misspelt; "" for none."""
    return _synonym(form, said, asked) or ("" if alone else _initial(form, said)) or _slip(form, said, asked)


def _synonym(form: str, said: Said, asked: Asked) -> str:
    """Return the word of the answer that means the same as ``form``; "" for none. A word of the question is none."""
    known = meaning(form)
    other = "" if known is None else said.meanings.get(known, "")
    return "" if other in asked.forms else _another(form, other)


def _initial(form: str, said: Said) -> str:
    """Return the word of the answer that ``form`` is the initial of, or its initial; "" for none."""
    if form[0].isdigit():
        return ""
    return next((other for other in said.by_letter.get(form[0], ()) if 1 in (len(form), len(other))), "")


def by_initials(wanted: Wanted, said: Said) -> float:
    """Return 1 where one is the other's initials, else 0."""
    if wanted.initials and wanted.initials in said.acronyms:
        return 1.0
    if wanted.acronym and 1 < len(wanted.squashed) < 7:  # noqa: PLR2004 - as long as acronyms are
        return 1.0 if wanted.squashed in said.capitals or stands_for(wanted.squashed, said.text) else 0.0
    if len(said.content) == 1 and len(wanted.content) > 1:
        return 1.0 if stands_for(said.content[0], wanted.text) else 0.0
    return 0.0
