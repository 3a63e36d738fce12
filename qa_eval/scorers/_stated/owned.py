"""What is accepted as the owner of what an answer gives: "a map of the ship's route" is no ship."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._stated.places import places_of
from qa_eval.scorers._words.wording import SHORT, SMALL

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_ARTICLE = regex(r"\A(?:the|an?)\s+", re.IGNORECASE)
_OWNS = regex(r"['’]s?\s+(?P<what>[a-z]+)\W*\Z")
_ASKS_WHOSE = regex(r"\bwhose\b", re.IGNORECASE)


def of_what_it_owns(text: str, _question: str, accepted: str) -> str:
    """Return what of the accepted thing an answer ends with, where it says that thing nowhere else; "" for nothing.

    >>> of_what_it_owns("a map of the ship's route", "What did she give him?", "a ship"), of_what_it_owns("the ship's gone", "What?", "a ship")
    ('gives its route', '')
    """
    if len(text) > SHORT or not accepted[:1].islower():
        return ""
    bare = _ARTICLE.sub("", accepted.strip(" .")).lower()
    places = list(places_of(bare, text.lower())) if bare and "'" in text.replace("’", "'") else []
    owned = _OWNS.match(text, places[0] + len(bare)) if len(places) == 1 else None
    if owned is None:
        return ""
    what = owned["what"]
    is_told = what in SMALL or is_past(what) or what.endswith("ing") or what in {"gone", "here", "there", "over"}
    return "" if is_told else f"gives its {what}"


OWNED: tuple[Check, ...] = ((lambda question: _ASKS_WHOSE.search(question) is None, of_what_it_owns),)
