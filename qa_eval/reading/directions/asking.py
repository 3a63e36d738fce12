"""Which way a question says that the figure goes that it asks for: "How much did it fall?", "How many years older is A than B?"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.directions.lexicon import Sense, is_place, lexicon
from qa_eval.reading.directions.telling import NOTHING, Told, content_of, told_at
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AUXILIARIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity

_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_HOW = frozenset(("how", "what", "which"))
_MUCH = frozenset("much many far long big large percentage percent share number amount".split())  # noqa: SIM905 - a word list reads best as one text
_STATES = frozenset(("late", "early"))
_MOMENTS = frozenset(("after", "before"))
# what is told beside of when or why begins so
_ASIDE = _MOMENTS | frozenset("when while since until because although though despite following".split())  # noqa: SIM905 - see above
_UP_DOWN = frozenset(("up", "down"))
_GOES = frozenset("go goes went gone going move moved moves".split())  # noqa: SIM905 - see above
_OF_SEASONS = frozenset("in of during since until last this next early late".split())  # noqa: SIM905 - see above
_AMOUNTS = frozenset(("more", "less", "fewer"))
_BELOW_ZERO = frozenset((axis, "-") for axis in ("amount", "result", "flow", "lead", "height", "time", "better"))
_NOT_ASKED = frozenset(("left", "right", "up", "down", "lost", "gained", "added", "shed", "plus", "minus"))
# what is better where there is more of it, and what may stand before such a word and turns that round
_GOOD = frozenset(
    [
        "margin",
        "margins",
        "profit",
        "profits",
        "profitability",
        "revenue",
        "revenues",
        "sales",
        "income",
        "earnings",
        "ebit",
        "ebitda",
        "productivity",
        "output",
        "yield",
        "yields",
    ]
)
_BAD = frozenset("loss losses cost costs debt deficit expense expenses error errors".split())  # noqa: SIM905 - see above
_THAN = regex(r"\bthan\b", re.IGNORECASE)
_HELPING = frozenset(AUXILIARIES)
_AUXILIARY = regex(rf"\b(?:{'|'.join(sorted(_HELPING))})\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def asked_way(question: str) -> Told:
    """Return which way a question says that the figure goes; no senses where it says none, or both.

    >>> asked_way("How much did EBIT fall?").senses, asked_way("How much did it rise before the fall?").senses
    (frozenset({('amount', '-')}), frozenset({('amount', '+')}))
    """
    places = [match.span() for match in _WORD.finditer(question)]
    words = [question[start:end].lower() for start, end in places]
    if not any(_may_tell(word) for word in words):
        return Told()
    end = _aside(words)
    senses: set[Sense] = set()
    told = about = ""
    for place, word in enumerate(words[:end]):
        found = _senses(words, place)
        if not found:
            continue
        senses |= found
        told = told or word
        about = about or _about(question[: places[end - 1][1]], places[place][1], word)
    if ("better", "+") in senses and not _GOOD.isdisjoint(words) and _BAD.isdisjoint(words):
        senses.add(("amount", "+"))
    axes = [axis for axis, _ in senses]
    plain = frozenset((axis, way) for axis, way in senses if axes.count(axis) == 1)
    if not plain:
        return Told()
    return Told(plain, told, content_of(about), content_of(question.replace(about, " ") if about else question))


def _may_tell(word: str) -> bool:
    known = lexicon()
    return word in known.verbs or word in known.beside or word in known.nouns or word.removesuffix("s") in known.nouns


def _aside(words: Sequence[str]) -> int:
    """Return where begins what is told beside of when or why; "how long after" asks."""
    for place, word in enumerate(words):
        if place and word in _ASIDE and not (word in _MOMENTS and _asks_by_how(words, place)):
            return place
    return len(words)


def _asks_by_how(words: Sequence[str], place: int) -> bool:
    """Return whether a word is what "how much" asks for, with three words at most between: "how many years older"."""
    return any(
        words[each] in _HOW and words[each + 1] in _MUCH and _HELPING.isdisjoint(words[each:place])
        for each in range(max(0, place - 5), place - 1)
    ) or (words[place - 1] in _HOW and words[place] in _STATES)


def _senses(words: Sequence[str], place: int) -> frozenset[Sense]:
    known, word, before = lexicon(), words[place], words[place - 1] if place else ""
    if word in _UP_DOWN:
        return known.beside[word] if before in _GOES else NOTHING
    if word == "fall" and (
        before in _OF_SEASONS or (before == "the" and place > 1 and words[place - 2] in _OF_SEASONS)
    ):
        return NOTHING
    if word in known.beside and word not in _NOT_ASKED:
        by = word in known.degrees or word in _AMOUNTS
        asks = _asks_by_how(words, place) or (
            by and any(one == "by" and two in _HOW for one, two in pairwise(words[:place]))
        )
        if asks:
            return known.beside[word]
    single = word.removesuffix("s")
    return (
        known.verbs.get(word)
        or known.nouns.get(word)
        or known.nouns.get(single)
        or known.nouns.get(single.removesuffix("e"), NOTHING)
    )


@lru_cache(maxsize=512)
def wanted_way(question: str, answer: str, figure: Quantity) -> Told:
    """Return which way an accepted figure goes: as the accepted text tells, else as the question does; a negative one goes down."""
    own = told_at(answer, figure.start, figure.end) if figure.end else Told()
    if figure.value < 0:
        own = own._replace(senses=_BELOW_ZERO, word="-")
    if not own.senses:
        return asked_way(question)
    return own._replace(subject=content_of(question) - own.about)


def _about(head: str, end: int, word: str) -> str:
    """Return what something is compared with: what stands behind "than", or behind "north of", up to the verb."""
    rest = head[end:]
    than = _THAN.search(rest)
    if than is not None:
        return rest[than.end() :]
    if not is_place(word):
        return ""
    verb = _AUXILIARY.search(rest)
    return rest[: verb.start()] if verb is not None else rest
