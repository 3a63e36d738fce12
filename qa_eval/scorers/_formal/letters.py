"""Answers that do not choose between two letters: "B or C"."""

from __future__ import annotations

from qa_eval.reading.regex import regex

_LETTER = r"(?i:option |choice |answer )?[(\[]?(?P<{0}>[A-J]|(?<=[(\[])[a-j]|\b[b-j]\b)[)\].]?"
_EITHER = regex(
    rf"\W*(?i:(?:it is|it's|it could be|maybe|perhaps|probably|the answer is|i think) )?(?i:either )?{_LETTER.format('one')},? or (?:maybe |perhaps )?{_LETTER.format('other')}\W*",
)


def leaves_letters_open(text: str) -> bool:
    """Return whether an answer is two letters with "or" between them.

    >>> leaves_letters_open("(b) or (c)"), leaves_letters_open("Option A or D."), leaves_letters_open("B and C"), leaves_letters_open("a or b")
    (True, True, False, False)
    """
    found = _EITHER.fullmatch(text)
    return found is not None and found["one"].upper() != found["other"].upper()
