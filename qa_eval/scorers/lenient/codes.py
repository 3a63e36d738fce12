"""Codes of letters and digits, of which all is said or nothing: "B12" is neither 12 nor B."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason, Verdict
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import SHORT, Decision

if TYPE_CHECKING:
    from qa_eval.model import Question
    from qa_eval.scorers._words.named_by_code import ByCode
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.polar import Decided
    from qa_eval.scorers.lenient.said import Said

SHOWN = 200
_CODE = regex(r"(?P<before>[A-Za-z]{0,3})[-/ ]?(?P<number>\d{1,4})(?P<behind>[A-Za-z]?)")
# such as section 14(2)(b) and SW1A 1AA
_SECTION = regex(
    r"(?:[A-Za-z§.]{1,12}\s?)??(?P<code>\d{1,4}(?:\s?\([a-z\d]{1,4}\))+|[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2})"
)
_DIGIT = regex(r"\d")


def lacks_the_code(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer gives a part of an accepted code only, or another code with that part: "47" and "47B", for 47A."""
    if asked.figures or asked.dates or not asked.listed:
        return None
    codes = _codes(asked.listed)
    if not codes or any(code.search(said.plain) for code in codes):
        return None
    return Decision(0.1, Reason.WRONG_NAME, "another code")


def is_another_section(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer gives another section or postcode than an accepted one, or a part of it: "14(2)" and "14(2)(a)", for 14(2)(b)."""
    if len(said.words) > SHORT or not asked.listed:
        return None
    codes = _sections(asked.listed)
    if not codes or not _DIGIT.search(said.plain):
        return None
    told = _squeezed(said.plain)
    if any(code in told for code in codes):
        return None
    return Decision(0.1, Reason.WRONG_NAME, "another code")


def same_by_code(question: Question, text: str, accepted: ByCode) -> Decided | None:
    """Decide where currencies, countries or languages are accepted and an answer says nothing but such: "CHF and JPY", for Swiss francs and yen."""
    if accepted.said(text) is None:
        return None
    shown, read = f"accepted {question.accepted[0]}", text[:SHOWN]
    if accepted.is_same(text):
        return Verdict.CORRECT, 0.95, Reason.SAME_ITEMS, f"the same by name or code, {shown}", read
    if not accepted.several:
        return None
    return Verdict.INCORRECT, 0.2, Reason.MISSING_ITEMS, f"not all of them, or others, {shown}", read


@lru_cache(maxsize=512)
def _codes(texts: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return how each of some accepted codes may be spelt; none where one text is no code."""
    codes = [_CODE.fullmatch(text.strip()) for text in texts]
    found = [code for code in codes if code and (code["before"] or code["behind"])]
    return tuple(map(_spelt, found)) if len(found) == len(texts) else ()


@lru_cache(maxsize=512)
def _sections(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the letters and digits of each of some accepted sections or postcodes; none where one text is none."""
    codes = [_SECTION.fullmatch(text.strip()) for text in texts]
    return tuple(_squeezed(code["code"]) for code in codes if code) if all(codes) else ()


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _spelt(code: re.Match[str]) -> re.Pattern[str]:
    parts = [re.escape(part) for part in (code["before"], code["number"], code["behind"]) if part]
    return re.compile(rf"(?<![^\W_]){r'[-/ ]?'.join(parts)}(?![^\W_])", re.IGNORECASE)
