"""Things told apart by a letter or number behind what they are, "type C" from "type B", or by nothing else: "E02, E05 and E11", "R600"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason, Verdict
from qa_eval.reading.codes import designations
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Question
    from qa_eval.scorers.lenient.rules import Decided

_LONGEST = 200  # characters; a longer answer tells of more than one
_CODE = regex(r"(?<![\w-])(?P<letters>[A-Z]{1,3})[-\s]?(?P<figures>\d{1,4})(?P<behind>[A-Za-z]?)(?![\w-]|[.,]\d)")
_SPELT = r"[A-Z]{1,3}-?(?:0\d{1,3}|\d{3,4})[A-Z]?"
_CODES = regex(rf"\W*{_SPELT}(?:(?:\s*[,;/&]\s*(?:and\s+)?|\s+and\s+){_SPELT})*\W*")
_NOT_CODES = regex(
    r",?\s+(?:but\s+)?not\s+[A-Z]{1,3}-?\d{1,4}(?:(?:,\s*|,?\s+(?:or|and|nor)\s+)[A-Z]{1,3}-?\d{1,4})*(?!\w)"
)
_AMONG = regex(r"\b(?:or|not|instead|rather)\b|n['’]t\b", re.IGNORECASE)


def same_codes(answer: str, accepted: str) -> bool | None:
    """Return whether an answer gives the accepted codes and no others; None where none are accepted, or none said for sure.

    >>> [same_codes(said, "E02 and E05") for said in ("E02/E05", "E2, E5, not E07", "E02", "E02, E05 and E07", "both")]
    [True, True, False, False, None]
    >>> [same_codes(said, "R600") for said in ("R600", "R600 or R134", "R600; R134 before", "R134")]
    [True, False, None, False]
    """
    if not any(map(str.isdecimal, accepted)) or _CODES.fullmatch(accepted) is None or len(answer) > _LONGEST:
        return None
    wanted, said = _codes_in(accepted), _codes_in(_NOT_CODES.sub("", answer))
    if not said:
        return None
    if said == wanted:
        return None if _AMONG.search(answer) and not _NOT_CODES.search(answer) else True
    if "".join(accepted.split()) in "".join(answer.split()) and not wanted <= said:
        return None  # "A 6628 B" is A6628B
    if len(wanted) > 1 or not wanted <= said:
        return False
    return False if re.search(r"\bor\b", answer) else None


def _codes_in(text: str) -> frozenset[tuple[str, int, str]]:
    found = _CODE.finditer(text)
    return frozenset((each["letters"], int(each["figures"]), each["behind"]) for each in found)


def designation_asked(question: Question) -> Callable[[str], Decided | None] | None:
    """Return the rule by which an answer is wrong that gives another designation than is accepted, and not that one; None where none is accepted."""
    wanted = [designations(text) for text in question.accepted]
    if not wanted or not all(len(each) == 1 for each in wanted):
        return None
    known = frozenset(pair for each in wanted for pair in each)

    def judge(text: str) -> Decided | None:
        said = designations(text) if len(text) <= _LONGEST and not _AMONG.search(text) else frozenset()
        others = [which for what, which in said if any(what == own for own, _ in known)]
        if not others or said & known:
            return None
        told = f"another {next(iter(known))[0]} than {question.accepted[0]}"
        return Verdict.INCORRECT, 0.1, Reason.WRONG_VALUE, told, text.strip()[:_LONGEST]

    return judge
