"""Accepted numbers in a ranking, "No. 1", and of parts, "pages 14 and 15": as people say them, "number one", "first", "pp. 14-15"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, NUMBER_OF, ORDINALS, ordinal
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBERED = regex(r"(?:the )?(?P<world>world )?(?:no\.?|nr\.?|number|#)\s?(?P<number>\d{1,3}|[a-z]+)", re.IGNORECASE)
_OF_SO_MANY = regex(
    rf"(?P<rank>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])})(?P<place> place)? (?:out of|of|in|among) (?P<all>\d{{1,5}}|[a-z-]+)(?P<what> [a-z]+)?",
    re.IGNORECASE,
)
_ASKED = regex(r"\b(?:ranks?|ranked|ranking|placed?|position|seed(?:ed|ing)?|finish(?:ed)?)\b", re.IGNORECASE)

# what parts are called in short, and whether their numbers are ranks
_SHORT = {
    "page": ("pp.", "pp", "p.", "pgs."), "chapter": ("chs.", "ch.", "chaps.", "chap."), "volume": ("vols.", "vol."), "section": ("secs.", "sec.", "ss."),
    "figure": ("figs.", "fig."), "line": ("ll.",), "verse": ("vv.", "v."), "article": ("arts.", "art."), "question": ("qs.",), "episode": ("eps.", "ep."),
} | dict.fromkeys("floor week day lesson unit step round platform gate room lane table row seat item part act scene stage level season lap".split(), ())  # fmt: skip  # noqa: SIM905 - a word list reads best as one text
_NO_RANKS = frozenset(("platform", "gate", "room", "table", "seat", "figure", "item"))
_KINDS = "|".join((*_SHORT, *(re.escape(each) for short in _SHORT.values() for each in short)))
_TWO_PARTS = regex(
    rf"(?:the )?(?P<kind>{_KINDS})s?\s?(?P<one>\d{{1,4}})(?:(?P<until>\s?[-–]\s?|\s+to\s+)|\s+(?:and|&)\s+)(?P<other>\d{{1,4}})",
    re.IGNORECASE,
)


def numbered_alike(names: Sequence[str]) -> Iterator[str]:
    """Yield what else stands for two accepted parts by their numbers, and for all from one to another.

    >>> list(numbered_alike(["chapters 3 and 4"]))[:4], list(numbered_alike(["figures 3 and 7"]))[:2]
    (['3 and 4', '3-4', '3 to 4', 'chapters 3 and 4'], ['3 and 7', 'figures 3 and 7'])
    """
    for told in filter(None, map(_TWO_PARTS.fullmatch, names)):
        one, other = int(told["one"]), int(told["other"])
        kind = next(kind for kind, short in _SHORT.items() if told["kind"].lower() in (kind, *short))
        beside = other == one + 1
        joints = (" and ",) * (beside or not told["until"]) + ("-", " to ") * (beside or bool(told["until"]))
        for label in ("", f"{kind}s ", *(f"{short} " for short in _SHORT[kind])):
            yield from (f"{label}{one}{joint}{other}" for joint in joints)
        if " and " in joints and kind not in _NO_RANKS:
            yield f"the {ordinal(one)} and {ordinal(other)} {kind}s"
            if max(one, other) < len(ORDINALS):
                yield f"the {ORDINALS[one]} and {ORDINALS[other]} {kind}s"


def ranked_alike(names: Sequence[str], question: str) -> Iterator[str]:
    """Yield what else stands for accepted numbers in a ranking.

    >>> list(ranked_alike(["No. 1"], "What is its rank?")), list(ranked_alike(["third of 24"], "What place did she take?"))
    (['number 1', 'number one', '1', '1st', 'first', 'first place'], ['third out of 24', 'third among 24', 'third place out of 24'])
    """
    for name in names:
        if told := _OF_SO_MANY.fullmatch(name.strip()):
            rest = f"{told['all']}{told['what'] or ''}"
            yield from (f"{told['rank']} {of} {rest}" for of in ("out of", "among"))
            yield f"{told['rank']} place out of {rest}"
            continue
        told = _NUMBERED.fullmatch(name.strip())
        number = _number(told["number"]) if told else 0
        if told is None or not number:
            continue
        world = told["world"] or ""
        yield f"{world}number {number}"
        if number < len(CARDINALS):
            yield f"{world}number {CARDINALS[number]}"
        if _ASKED.search(question):
            yield from (str(number), ordinal(number))
        if _ASKED.search(question) and number < len(ORDINALS):
            yield from (ORDINALS[number], f"{ORDINALS[number]} place")


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else NUMBER_OF.get(written.lower(), 0)
