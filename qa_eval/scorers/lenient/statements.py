"""What an answer says of a statement that is true or false: "T", "the statement appears to be correct", "the claim does not hold"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex

_ASKED = regex(r"\b(?:true or (?:false|not)|(?:statement|claim|assertion)s?)\b", re.IGNORECASE)
_LETTERS = {"t": True, "f": False}
_HOW = r"(?:(?:definitely|certainly|indeed|therefore|thus|probably|generally|clearly|quite|completely|entirely|factually|actually|in fact) )*"
_SAYS = regex(
    rf"\b(?P<what>statement|claim|assertion|proposition|this|that|it)\b (?:above |given |as (?:given|written|it stands) )?{_HOW}"
    rf"(?P<verb>is|was|must be|would be|appears?|seems?|looks?|sounds?|turns out|can be (?:considered|called|regarded as))(?: to be)?(?: {_HOW}"
    r"(?P<no>not )?|(?P<nt>n't ))(?:entirely |quite |really )?(?P<which>true|correct|right|accurate|valid|false|wrong|incorrect|untrue|inaccurate|invalid|mistaken|a myth)\b"
    r"|\b(?:statement|claim|assertion|proposition) (?P<not>(?:does not|doesn't|fails to|cannot|can't) )?hold(?:s)?(?: true| up)?\b",
    re.IGNORECASE,
)
_TRUE = frozenset(("true", "correct", "right", "accurate", "valid"))
_THINGS = frozenset(("statement", "claim", "assertion", "proposition"))
_WORD = 3  # letters of an answer that is a letter for one


def says_of_statement(question: str, text: str) -> bool | None:
    """Return whether an answer says that a statement is true, in the end; None where it says neither, or no statement is asked about.

    >>> asked = "True or false: lead is denser than iron."
    >>> [says_of_statement(asked, text) for text in ("T", "The claim seems to be wrong.", "Lead is denser.")]
    [True, False, None]
    """
    if not _ASKED.search(question):
        return None
    bare = text.strip(" .()*_\"'").lower()
    if len(bare) < _WORD and bare in _LETTERS:
        return _LETTERS[bare]
    found = [match for match in _SAYS.finditer(text) if match["what"] is None or match["what"].lower() in _THINGS]
    found = found or list(_SAYS.finditer(text))
    if not found or any(_says(one) != _says(found[-1]) for one in found):
        return None
    return _says(found[-1])


def _says(match: re.Match[str]) -> bool:
    if match["which"] is None:
        return match["not"] is None
    return (match["which"].lower() in _TRUE) == ((match["no"] or match["nt"]) is None)
