"""Codes, with the word for what they number: "gate B12", "the number 14 bus", "Chapter IV", "the fourth chapter"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.counting import CARDINALS, ORDINALS, TENS
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 60  # characters; a longer text is more than a code
_SHORT = {
    "ch": "chapter", "chap": "chapter", "vol": "volume", "art": "article", "sec": "section", "sect": "section", "s": "section", "rm": "room",
    "fig": "figure", "cat": "category", "vit": "vitamin", "hep": "hepatitis", "rte": "route", "ep": "episode", "ex": "exercise",
    "para": "paragraph", "apt": "apartment", "stn": "station", "highway": "route", "road": "route", "motorway": "route",
    "level": "floor", "storey": "floor", "story": "floor", "wk": "week", "track": "platform", "carriage": "coach", "processor": "chip",
}  # fmt: skip
# what is counted through, so that its fourth is that of the number 4, or IV
_COUNTED = frozenset(
    """chapter volume act scene book part article section paragraph clause verse canto psalm amendment rule question symphony lane
    stage round leg lap floor row page episode season step phase lecture lesson exercise week day hole frame fence hurdle heat game set over
    inning end attempt try jump throw shot cohort cycle batch wave tranche instalment issue edition tablet sonnet movement principle
    commandment generation""".split()  # noqa: SIM905 - a word list reads best as one text
)
_NUMBERED = _COUNTED | {"type", "class", "category", "grade", "title", "annex", "appendix", "table", "figure"}
_KINDS = _NUMBERED | frozenset(
    """room classroom gate bus tram train coach line route flight platform track terminal pier seat berth exit junction vitamin hepatitis
    group engine chip processor visa house paper station court hall building block apartment flat hut locker desk counter booth ward
    model form ph size zone district pitch stand stall slot bay dock hangar runway cell pool sector team unit lot""".split()  # noqa: SIM905 - see above
)
_INITIALS = {"q": "question", "t": "terminal", "s": "season", "e": "episode"}
_VALUES = {word: value for value, word in enumerate(CARDINALS)} | {
    word: 10 * value for value, word in enumerate(TENS, 2)
}
_VALUES |= {f"{tens}-{CARDINALS[unit]}": _VALUES[tens] + unit for tens in TENS for unit in range(1, 10)}
_RANKS = {word: value for value, word in enumerate(ORDINALS)}
_ROMAN = regex(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_TENS, _FIVES = 10, 5
_NUMBER = r"(?:(?:number|no\.?|nr\.?|#)\s?)"
_KIND = rf"(?P<kind>{'|'.join(sorted(_KINDS | _SHORT.keys(), key=len, reverse=True))})"
# figures with letters, or one after the other; "4.2" and "14(2)(b)"; a letter or two; a Roman or a spelt number
_CODE = (
    r"(?P<code>[A-Z]{1,3}[\s-]?\d{1,5}[A-Z]?|\d{1,4}[\s-]?[A-Z]|\d{1,4}\s[1-9]/[1-9]|\d{1,4}(?:\.\d{1,3}){0,3}(?:\s?\([a-z\d]{1,4}\)){0,3}|(?-i:[IVX]{1,6}|[A-Z]{1,2})"
    rf"|(?:{'|'.join(TENS)})-(?:{'|'.join(CARDINALS[1:10])})|{'|'.join((*CARDINALS[::-1], *TENS))})"
)
_RANK = rf"(?P<rank>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS[:0:-1])})"
_LEAD = r"(?:(?:(?:take|use|catch|try|you take)(?=\s+(?:the|number|no)\b)|in|on|at|from|by|to|with|it is|it was|it's|it has|it had)\s+)?"
_FORMS = tuple(
    regex(rf"{_LEAD}(?:the\s+|an?\s+)?{form}", re.IGNORECASE)
    for form in (
        rf"(?P<before>[a-z]{{4,12}}\s+)?{_KIND}(?:\.\s?|\s+){_NUMBER}?{_CODE}(?P<behind>\s+[a-z]{{4,12}})?",
        rf"(?P<numbered>{_NUMBER}?){_CODE}\s+{_KIND}",
        rf"{_RANK}(?:(?P<behind>\s+[a-z]{{4,12}})?\s+{_KIND})?",
        rf"{_NUMBER}?{_CODE}",
    )
)
_PADDED = regex(r"(?<![\w-])(?P<letters>[A-Z]{1,3})(?P<mark>-?)0+(?P<figures>[1-9]\d{0,3})(?![\w-])")
_A_CODE = r"[A-Z]{1,3}-?\d{1,4}"
_CODES = regex(rf"\W*{_A_CODE}(?:(?:\s*[,;/&]\s*(?:and\s+)?|\s+and\s+){_A_CODE})+\W*")
_DESIGNATED = regex(
    r"\b(?P<what>(?i:type|class|category|grade|group|zone|schedule|annex|appendix|phase|tier|stage))\s+(?P<which>[A-Z]\d?|\d{1,2}[a-z]?|[IVX]{1,5})(?![\w-]|[.,]\d)"
)
_STROKE = regex(rf"(?<=\d)\s?/\s?(?={_A_CODE}(?!\w))")
_BUT_NOT = regex(rf",?\s+(?:but\s+)?not\s+{_A_CODE}(?:(?:,\s*|,?\s+(?:or|and|nor)\s+){_A_CODE})*(?!\w)")
_LETTERED = regex(r"\d{1,4}[A-Za-z]")
_ASKED = regex(
    rf"\b(?:which|what|whose)(?: [a-z]+){{0,2}} (?:number|arm|locus|{_KIND})s?\b|\b(?:code|PIN|password|combination|serial|registration|licen[cs]e plate|reference)\b",
    re.IGNORECASE,
)
_GLUED = regex(r"(?P<kind>[QTSE])(?P<code>\d{1,3})")


# "9¾", "nine and three-quarters"
_PARTS = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "a half": "1/2", "a quarter": "1/4", "three quarters": "3/4", "a third": "1/3", "two thirds": "2/3"}  # fmt: skip
_FRACTION = regex(
    rf"\b(?P<whole>\d{{1,4}}|{'|'.join(CARDINALS[:0:-1])})(?:\s?(?P<sign>[½¼¾⅓⅔])|\s+and\s+(?P<words>(?:an?|three|two)[\s-](?:half|quarters?|thirds?))\b|(?=\s[1-9]/[1-9]\Z))",
    re.IGNORECASE,
)


def _in_figures(found: re.Match[str]) -> str:
    part = found["sign"] or (found["words"] or "").lower().replace("-", " ")
    whole = found["whole"].lower()
    return f"{_VALUES.get(whole, whole)} {_PARTS.get(part, part)}".strip()


class Code(NamedTuple):
    """A code or number, what it numbers, and of what that is one; "" where that is not told.

    ``thing``: "hurricane" for "a Category 5 hurricane".
    """

    kind: str
    code: str
    thing: str = ""


def read_code(text: str, kinds: frozenset[str] = frozenset()) -> Code | None:
    """Return the code that a text is and nothing beside; None for any other text.

    ``kinds`` are what it may number where the text does not tell, which decides what "IV" is.

    >>> read_code("gate B-12"), read_code("Chapter IV") == read_code("the fourth chapter")
    (Code(kind='gate', code='B12', thing=''), True)
    >>> read_code("the number 14 bus").code, read_code("14 buses"), read_code("14 May")
    ('14', None, None)
    """
    bare = _FRACTION.sub(_in_figures, text.strip().rstrip(".").replace("§", "section "))
    if len(bare) > LONGEST:
        return None
    if glued := _GLUED.fullmatch(bare):
        kind = _INITIALS[glued["kind"].lower()]
        if kind in kinds:
            return Code(kind, glued["code"])
    for form in _FORMS:
        if (found := form.fullmatch(bare)) and (code := _code_of(found.groupdict(), bare, kinds)):
            return code
    return None


def kinds_in(text: str) -> frozenset[str]:
    """Return the kinds of what is numbered that a text names: "room" in "Which room is it?"."""
    return frozenset(kind for word in _WORD.findall(text.lower()) if (kind := _plain(word)) in _KINDS)


def are_codes(question: str, texts: Sequence[str]) -> bool:
    """Return whether figures with a letter behind them name what is asked for, and are no amounts.

    >>> are_codes("Which route is withdrawn?", ["47A"]), are_codes("What current flows?", ["47A"])
    (True, False)
    """
    return all(_LETTERED.fullmatch(text.strip()) for text in texts) and _ASKED.search(question) is not None


_WORD = regex(r"[a-z]+")
_LINES = frozenset(("tram", "bus", "train"))


def _plain(word: str) -> str:
    word = _SHORT.get(word, word)
    return word if word in _KINDS else word.removesuffix("s")


def _code_of(found: dict[str, str | None], text: str, kinds: frozenset[str]) -> Code | None:
    kind = (found.get("kind") or "").lower()
    kind = _SHORT.get(kind, kind)
    meant = frozenset((kind,)) if kind else kinds
    rank = (found.get("rank") or "").lower()
    if rank:
        number = _RANKS.get(rank) or int(rank.rstrip("stndrh"))
        return Code(kind, str(number), (found.get("behind") or "").strip().lower()) if meant & _COUNTED else None
    written = found["code"] or ""
    if written == "a":
        return None  # "a line" is no line A
    code = _number_of(written, meant) or "".join(written.upper().replace("-", " ").split())
    before, behind = ((found.get(name) or "").strip().lower() for name in ("before", "behind"))
    if "numbered" in found and code.isdecimal() and not found["numbered"] and not text.lower().startswith("the "):
        return None  # "14 buses" are so many
    if (before and behind) or (before and before not in _LINES and _plain(before) in _KINDS):
        return None
    if before in _LINES and kind == "line":
        return Code(before, code)
    return Code(kind, code, before or behind)


def _number_of(written: str, kinds: frozenset[str]) -> str:
    """Return a number in figures, however it is written; "" for what is none."""
    if (word := _VALUES.get(written.lower())) is not None:
        return str(word)
    if not kinds & _NUMBERED or not _ROMAN.fullmatch(written):
        return ""
    letters = {"I": 1, "V": _FIVES, "X": _TENS}
    values = [letters[letter] for letter in written]
    return str(sum(-value if value < max(values[place:]) else value for place, value in enumerate(values)))


def designations(text: str) -> frozenset[tuple[str, str]]:
    """Return the letters and numbers that tell things apart, each behind what it tells apart.

    >>> sorted(designations("a 16 A type C breaker of class 2"))
    [('class', '2'), ('type', 'C')]
    """
    return frozenset((each["what"].lower(), each["which"].upper()) for each in _DESIGNATED.finditer(text))


def spelt_codes(text: str) -> list[tuple[re.Pattern[str], str]]:
    """Return how people write codes, and as what it is read: without the zeros before the figures; several with strokes, or with those that they are not.

    >>> [pattern.sub(own, "E7, not E70") for pattern, own in spelt_codes("E07")]
    ['E07, not E70']
    """
    several = [(_STROKE, ", "), (_BUT_NOT, "")] if _CODES.fullmatch(text) else []
    return several + [
        (regex(rf"(?<![\w-]){code['letters']}[-\s]?0*{code['figures']}(?![\w-]|[.,]\d)"), code[0])
        for code in _PADDED.finditer(text)
    ]
