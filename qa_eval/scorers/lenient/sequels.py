"""A number behind the accepted title of a work, which makes it another one: "Night Harbour 2", for Night Harbour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.several import Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Asked

_WORK_ASKED = regex(
    r"\b(?:film|movie|game|novel|book|album|song|series|show|play|musical|comic|cartoon)s?\b", re.IGNORECASE
)
_NUMBERED_ASKED = regex(
    r"\b(?:sequel|prequel|second|third|fourth|fifth|part|volume|instal?lment|[2-9])\b", re.IGNORECASE
)
_NUMBER = regex(
    r"[\"']?:? (?:(?:part|volume|chapter|episode) )?(?:[2-9]|1\d|two|three|four|II|III|IV|V|VI)(?![\w%,]|[.:]\d| [a-z]{4,})",
    re.IGNORECASE,
)


def is_a_sequel(asked: Asked, said: Said) -> Decision | None:
    """Decide where a work is asked for, and its accepted title stands with a number behind it only."""
    if asked.has_digits or not _WORK_ASKED.search(asked.text) or _NUMBERED_ASKED.search(asked.text):
        return None
    spans = mentions(asked, said) if _NUMBER.search(said.plain) else []
    if spans and all(_NUMBER.match(said.plain, end) for _, end in spans):
        return Decision(0.15, Reason.WRONG_NAME, "the accepted title with a number behind it")
    return None
