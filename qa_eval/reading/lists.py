"""One text, several items: bullets, numbering, lines, semicolons, commas and "and"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes, strip_frame

if TYPE_CHECKING:
    from collections.abc import Iterable

_BULLET = regex(r"^[ \t]*(?:[-*•◦▪‣+·–]|\(?\d{1,3}[.):]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])[ \t]+", re.MULTILINE)
_INLINE_NUMBER = regex(r"(?:^|(?<=[\s,;:]))(?:\(\d{1,2}\)|\d{1,2}[.)])\s+(?=\D)")
_INLINE_BULLET = regex(r"(?:\A|(?<=\s))[•◦▪‣*·]\s+")
_SEPARATOR = regex(
    r"(?=[()\[\]\",\s→⇒=-])(?:[()\[\]\"]"
    r"|,(?!\d{3}(?!\d))[\s,]*(?:(?:and|&|or|plus|as well as|along with|together with|and also|followed by|then|and then|but also)\s+(?:also\s+|again\s+)?)?"
    r"|\s*(?:→|⇒|->|=>)\s*|\s+(?:&|\+|/|and also|and then|and|as well as|along with|together with|plus|in addition to|but also)\s+(?:also\s+|again\s+)?)",
    re.IGNORECASE,
)
_SUFFIX = regex(r"(?:\s*,)?\s*(?:jr|sr|inc|ltd|llc|co|corp|ph\.?d|m\.?d|esq|i{2,3}|iv|u\.?s|d\.?c)\b\.?", re.IGNORECASE)
_NAME_BEFORE = regex(r"(?<![\w.])[^\W\d_a-z][^\s\d,]*\Z")
_NUMERAL = regex(r"(?<![\w.])[IVX]{1,4}$")
_LONGEST_NAME = 40  # characters of the word before "Jr."
_SHORT = 6  # characters of a Roman numeral and what stands before it
_OPENERS = regex(
    r"^(?:and|or|both|either|also|not only|not just|as well as|plus|then|the following|namely|such as|including|first|second|third|finally|lastly)\b[\s,:]*",
    re.IGNORECASE,
)
_LINKING = "is|are|was|were|include|includes|included|comprise|comprises|comprised|consist of|consists of|consisted of|such as|namely|like|following"
_GIVING = (
    "contain|contains|contained|supplied|supplies|supply|sent|sends|send|provided|provides|provide|gave|gives|give|offered|offers|offer|received|receives|"
    "receive|got|gets|get|named|names|mentioned|mentions|mention|listed|lists|list|delivered|shipped|exported|sold|bought|acquired|obtained|used|uses|use|"
    "has|have|had|won|wrote|invented|founded|visited|joined|produced|produces|wants|wanted|needs|needed|said|says|been supplying"
)
# what stands before the first item: any words and "are"; a subject and a verb of giving
_LEAD_IN = regex(
    rf"(?:(?:[\w'-]+\s+){{1,8}}?(?:{_LINKING})"
    rf"|(?:(?:[A-Z][\w'-]*|the|its|their|they|it|he|she|we|some|of|[a-z]+s)\s+){{1,8}}?(?:also\s+|already\s+|has\s+|have\s+){{0,2}}(?:(?:supplied|provided|armed|equipped)\s+[A-Z]\w+\s+with|{_GIVING}))"
    r"(?:\s+(?:both|the following))?\s+(?=\S)"
)
_COLON = regex(r"^[^,;:\n]{1,120}:\s+|^[^,;:\n]{1,120}:\n")
_NAMELY = regex(r"^[^;:\n]{1,120}?,\s+namely,?\s+")  # "in three countries, namely Spain, …"
_SPACES = regex(r"[^\S\n]+")
_CLOSERS = regex(r"[\s,]+(?:and|or)$", re.IGNORECASE)
_LAST_LETTERS = ("nd", "or")
_OR = regex(r"\s+or\s+", re.IGNORECASE)
_SCORE = r"\d{1,3}[-–:]\d{1,3}(?:\(\d{1,2}\))?"
_SCORES = regex(rf"{_SCORE}(?:\s+{_SCORE})+")
_EDGES = " \t\n,;:.•*`_"


def split_items(text: str, keep: Iterable[str] = (), *, led: bool = True) -> tuple[str, ...]:
    r"""Return the items that ``text`` lists, in its order and its own words.

    ``keep`` names items that hold a separator themselves ("Trinidad and Tobago") and must stay whole; ``led``: what stands before the
    first item is no part of it.

    >>> split_items("They were: short-range missiles, 170 mm howitzers, and 1,300 shells.")
    ('short-range missiles', '170 mm howitzers', '1,300 shells')
    >>> split_items("- fuel\n- technology")
    ('fuel', 'technology')
    """
    plain = plain_quotes(text)
    parts = _lines(_SPACES.sub(" ", plain).strip()) if "\n" in plain.strip() else None
    if parts is None:
        plain = strip_frame(" ".join(plain.split()))
        if _SCORES.fullmatch(plain):
            return tuple(plain.split())  # "6-4 3-6 7-5"
        plain = _COLON.sub("", plain, count=1) if ":" in plain else plain
        plain = _NAMELY.sub("", plain, count=1) if led and "namely" in plain else plain
        numbered = _INLINE_NUMBER.split(plain) if "." in plain or ")" in plain else ()
        if len(numbered) > 2:  # noqa: PLR2004 - "(1) a (2) b" gives an empty lead and two items
            parts = numbered
        elif (
            ("*" in plain or not plain.isascii())
            and len(bulleted := _INLINE_BULLET.split(plain)) > 1
            and not any(map(str.isdecimal, plain))
        ):
            parts = bulleted  # "• a • b"
        elif ";" in plain:
            parts = plain.split(";")
        else:
            parts = _pieces(_without_lead_in(plain) if led else plain, tuple(keep))
    return tuple(bare for part in parts if (bare := _bare(part)))


def _lines(text: str) -> list[str] | None:
    """Return the bulleted or numbered lines, or all lines when there are several; None for one line."""
    lines = [line for line in text.split("\n") if line.strip()]
    marked = [_BULLET.sub("", line, count=1) for line in lines if _BULLET.match(line)]
    if marked:
        return marked
    if len(lines) > 1 and lines[0].rstrip().endswith(":"):
        lines = lines[1:]
    return lines if len(lines) > 1 else None


def _without_lead_in(text: str) -> str:
    lead = _LEAD_IN.match(text)
    return text[lead.end() :] if lead else text


def _pieces(text: str, keep: tuple[str, ...]) -> list[str]:
    guarded = _guarded(text, keep) if keep else ()
    pieces: list[str] = []
    start = depth = 0
    quoted = False
    for cut in _SEPARATOR.finditer(text):
        mark = cut[0]
        if mark in ("(", "[", ")", "]"):
            depth = max(0, depth + (1 if mark in "([" else -1))
        elif mark == '"':
            quoted = not quoted
        elif depth or quoted or any(low < cut.end() and cut.start() < high for low, high in guarded):
            continue
        elif not (mark.startswith(",") and _stays(text, cut)):
            pieces.append(text[start : cut.start()])
            start = cut.end()
    last = text[start:]
    return [*pieces, *(_OR.split(last) if pieces else (last,))]


def _stays(text: str, comma: re.Match[str]) -> bool:
    """Return whether this comma belongs to its item: "Smith, Jr.", "1,300"."""
    if _NUMERAL.search(text, max(0, comma.start() - _SHORT), comma.start()):
        return False  # "II, III, or IV"
    suffix = _SUFFIX.match(text, comma.start())
    if suffix is None or "and" in comma[0].lower():
        return False
    begin = max(0, comma.start() - _LONGEST_NAME)
    return _NAME_BEFORE.search(text, begin, comma.start()) is not None and not suffix[0].endswith("CO")  # a gas


def _guarded(text: str, keep: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    lowered = text.lower()
    places = ((name, lowered.find(name.lower())) for name in keep if _SEPARATOR.search(name))
    return tuple((at, at + len(name)) for name, at in places if at >= 0)


def _bare(part: str) -> str:
    shown = part.strip(_EDGES)
    opener = _OPENERS.match(shown)
    shown = shown[opener.end() :] if opener else shown
    if shown[-2:].lower() in _LAST_LETTERS:
        shown = _CLOSERS.sub("", shown)
    shown = shown.strip(_EDGES)
    return shown.strip("\"'").strip() if shown[:1] in "\"'" and shown[-1:] == shown[:1] else shown
