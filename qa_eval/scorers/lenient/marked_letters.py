"""Letters with signs, and places in a file system, of which each sign counts: "C" is not "C#", "A+" not "A", "/usr/lib" not "/usr/bin"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.several import SHORT, Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_LETTER = regex(r"[A-Z](?:\+{1,2}|#|[-−])?")
_LETTERS = regex(r"(?<![\w'’])[A-Z](?:\+{1,2}|#|[-−](?!\w))?(?![\w+#'’])")
_LABELLED = regex(r"(?P<kind>[^\W\d]{3,}) (?P<label>[A-Z]\d{0,2})")
_LABELS = regex(r"(?<![\w'’])[A-Z]\d{0,2}(?![\w'’])")
_IN_WORDS = {"sharp": "#", "plus plus": "++", "plus": "+", "minus": "-"}
_WORDED = regex(rf"(?<=\b[A-Z])[\s-]({'|'.join(_IN_WORDS)})\b", re.IGNORECASE)
_PATH = regex(r"(?:~|[A-Za-z]:)?[\\/][\w.-]+(?:[\\/][\w.-]+)*[\\/]?")


def is_another_letter(asked: Asked, said: Said) -> Decision | None:
    """Decide where a letter is accepted, with a sign or without one, and a short answer gives only others."""
    if len(said.words) > SHORT or not all(_LETTER.fullmatch(text.strip()) for text in asked.listed):
        return None
    text = _WORDED.sub(lambda word: _IN_WORDS[word[1].lower()], said.text).replace("−", "-")
    told = _LETTERS.findall(text)
    if not told or any(each.strip().replace("−", "-") in told for each in asked.listed):
        return None
    return Decision(0.1, Reason.WRONG_NAME, "another letter, or with another sign")


def is_another_label(asked: Asked, said: Said) -> Decision | None:
    """Decide where one of a lettered kind is accepted, and an answer names only others of that kind: "vitamin K", for vitamin B."""
    labels = [found for text in asked.listed if (found := _LABELLED.fullmatch(text.strip()))]
    if not labels or len({label["kind"].lower() for label in labels}) > 1 or mentions(asked, said):
        return None
    told = re.findall(rf"\b(?i:{labels[0]['kind']})s? ([A-Z]\d{{0,2}})(?![\w'’-])", said.plain)
    known = {label["label"] for label in labels}
    if not told or known & set(_LABELS.findall(said.plain)):
        return None
    return Decision(0.1, Reason.WRONG_NAME, "another one of that kind")


def is_another_path(asked: Asked, said: Said) -> Decision | None:
    """Decide where a place in a file system is accepted and a short answer gives only others."""
    if len(said.words) > SHORT or not asked.listed or not all(_PATH.fullmatch(text.strip()) for text in asked.listed):
        return None
    told = {path.rstrip("/\\.") for path in _PATH.findall(said.text)}
    if not told or any(text.strip().rstrip("/\\") in told for text in asked.listed):
        return None
    return Decision(0.1, Reason.WRONG_NAME, "another place")
