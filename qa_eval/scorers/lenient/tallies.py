"""Several counts, each of something else: "5 gold, 7 silver" is not "7 gold, 5 silver"; and keys of music, which differ by a letter or a word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason, Verdict
from qa_eval.reading.counting import NUMBER_OF
from qa_eval.reading.plurals import singular
from qa_eval.reading.regex import regex
from qa_eval.reading.votes import read_vote
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.words import form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Question
    from qa_eval.reading.votes import Vote
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.polar import Decided
    from qa_eval.scorers.lenient.said import Said

SHOWN = 200
_COUNT = regex(rf"(?<![\w.,])(?P<many>\d{{1,6}}|{'|'.join(NUMBER_OF)})\s+(?P<what>[a-z]{{3,}})(?![\w%])")
_TALLY = regex(r"\W*(?:(?:\d{1,6}|[A-Za-z]+)\s+[a-z]{3,}(?:,?\s+(?:and|plus)\s+|,\s*|\s*\Z|\W*\Z)){2,6}")
_FROM_END = regex(
    r"\b(?P<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
    r"(?: (?:place|spot))?[\s-]+(?:from (?:the )?(?:bottom|last|end|back)|(?:to )?last|to[\s-]last)\b",
    re.IGNORECASE,
)
_ENDS = frozenset(map(form, ("bottom", "last", "end", "back")))
_KEY = regex(
    r"\b(?P<note>[A-H])(?:[\s-]?(?P<sign>flat|sharp|[♭♯b#]))?[\s-](?P<mode>[Mm]ajor|[Mm]inor|[Dd]ur|[Mm]oll|[Dd]orian|[Pp]hrygian|[Ll]ydian|[Mm]ixolydian|[Aa]eolian|[Ll]ocrian|[Ii]onian)\b"
)
_LOWER_KEY = regex(_KEY.pattern, re.IGNORECASE)
_NOTE = regex(r"\b(?P<note>[A-H])(?:[\s-]?(?P<sign>flat\b|sharp\b|[♭♯#]))?(?![\w'’.])")
_SIGNS = {"♭": "flat", "b": "flat", "♯": "sharp", "#": "sharp"}
_MODES = {"dur": "major", "moll": "minor"}


def is_ranked_from_the_end(asked: Asked, said: Said) -> Decision | None:
    """Decide where an accepted rank is told from the other end: "second from bottom", for second."""
    if said.bag.isdisjoint(_ENDS) or len(said.words) > SHORT:
        return None
    told = _FROM_END.search(said.plain)
    if told is None or any(_FROM_END.search(text) for text in (asked.text, *asked.listed)):
        return None
    if not any(told["rank"].lower() in text.lower().split() for text in asked.listed):
        return None
    return Decision(0.1, Reason.WRONG_VALUE, "the rank from the other end")


def counts_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where an accepted answer is several counts and a short answer counts one of the things otherwise, or not at all."""
    if len(said.words) > SHORT or len(asked.listed) != 1 or not _TALLY.fullmatch(asked.listed[0]):
        return None
    wanted, told = _counts(asked.listed[0]), _counts(said.plain)
    if len(wanted) < 2 or wanted.keys().isdisjoint(told):  # noqa: PLR2004 - several
        return None
    if any(what in told and told[what] != many for what, many in wanted.items()):
        return Decision(0.1, Reason.WRONG_VALUE, "another count of one of them")
    if not wanted.keys() <= told.keys():
        return Decision(0.2, Reason.PARTIAL, "not every one of the accepted counts")
    return None


def same_vote(question: Question, text: str, votes: Sequence[Vote]) -> Decided | None:
    """Decide where results of a vote are accepted and an answer tells one: "It passed 61 to 38", for 61–38 in favour."""
    said = read_vote(text)
    if said is None:
        return None
    read, accepted = text[:SHOWN], f"accepted {question.accepted[0]}"
    if said.told and any(map(said.is_same, votes)):
        return Verdict.CORRECT, 0.95, Reason.EQUAL_VALUE, f"the same vote, {accepted}", read
    if said.told or any((said.no, said.yes) == vote[:2] for vote in votes):
        return Verdict.INCORRECT, 0.1, Reason.WRONG_VALUE, f"another vote, {accepted}", read
    return None


def is_another_key(asked: Asked, said: Said) -> Decision | None:
    """Decide where a key of music is accepted and a short answer gives another: "D major", for D minor."""
    if len(said.words) > SHORT:
        return None
    notes = _accidentals(asked.listed)
    if notes and (told := {_note(each) for each in _NOTE.finditer(said.plain)}) and notes.isdisjoint(told):
        return Decision(0.1, Reason.WRONG_NAME, "another note")
    wanted = _keys_of(asked.listed)
    keys = _keys(said.plain) if wanted else set()
    if wanted and not keys and "mode" not in asked.forms and not _says_a_note(wanted, said):
        return Decision(0.2, Reason.PARTIAL, "no note, only the mode")
    if not keys or not wanted.isdisjoint(keys):
        return None
    return Decision(0.1, Reason.WRONG_NAME, "another key")


def _says_a_note(wanted: frozenset[tuple[str, str, str]], said: Said) -> bool:
    """Return whether an answer says the letter of an accepted key, by itself or before a sign or the mode: "F", "a minor"; an article is none."""
    notes = {note for note, _, _ in wanted}
    return any(each["note"] in notes for each in _NOTE.finditer(said.plain)) or any(
        note == each["note"].upper() for note in notes for each in _LOWER_KEY.finditer(said.plain)
    )


@lru_cache(maxsize=512)
def _accidentals(accepted: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Return the notes that some accepted texts begin with, where each has its accidental: "B flat", which is no B."""
    wanted = [_NOTE.match(text) for text in accepted]
    return (
        frozenset(_note(each) for each in wanted if each)
        if all(each and each["sign"] for each in wanted)
        else frozenset()
    )


@lru_cache(maxsize=512)
def _keys_of(accepted: tuple[str, ...]) -> frozenset[tuple[str, str, str]]:
    return frozenset(key for text in accepted for key in _keys(text))


def _note(found: re.Match[str]) -> tuple[str, str]:
    return found["note"], _SIGNS.get(found["sign"] or "", found["sign"] or "")


def _counts(text: str) -> dict[str, int]:
    found = ((each["many"], singular(each["what"])) for each in _COUNT.finditer(text.lower()))
    return {what.removesuffix("s"): int(many) if many.isdecimal() else NUMBER_OF[many] for many, what in found}


def _keys(text: str) -> set[tuple[str, str, str]]:
    return {
        (
            each["note"],
            _SIGNS.get(each["sign"] or "", each["sign"] or ""),
            _MODES.get(each["mode"].lower(), each["mode"].lower()),
        )
        for each in _KEY.finditer(text)
    }
