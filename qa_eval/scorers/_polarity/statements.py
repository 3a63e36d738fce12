"""Statements that say yes or no in their own words: "B is larger than A", "a fish, not a mammal", "It is harmless"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.opposites import says_no
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 200  # characters; a longer answer says more than that
# what leaves open whether something is so
LEFT_OPEN = regex(
    r"\b(?:may|might|could|perhaps|maybe|possibly|whether|if|or|would|should|unclear|think|believe)\b|\?", re.IGNORECASE
)
_COMPARED = regex(
    r"(?:is|are|was|were|does|do|did|has|have|had)\s+(?P<one>.+?)\s+(?P<word>\w{2,}er|more|less|fewer|better|worse)\s+(?:[\w-]+\s+){0,3}?than\s+(?P<other>.+?)\W*",
    re.IGNORECASE,
)
_EXCEEDS = regex(
    r"(?:does|do|did|has|have|had)\s+(?P<one>.+?)\s+(?P<word>exceed(?:ed)?|surpass(?:ed)?|outnumber(?:ed)?|outweigh(?:ed)?|overtaken?|outperform(?:ed)?)\s+(?P<other>.+?)\W*",
    re.IGNORECASE,
)
_MORE = regex(
    r"\b(?:exceed\w*|surpass\w*|outnumber\w*|outweigh\w*|overt\w+|outperform\w*|higher|greater|more|larger|bigger|above)\b",
    re.IGNORECASE,
)
_LESS = regex(r"\b(?:lower|smaller|less|fewer|below)\b", re.IGNORECASE)
_DENIED = regex(r"\bnot\b|n't\b|\bnever\b", re.IGNORECASE)
_NOT_A = regex(r"\b(?:not|rather than|instead of)\s+(?:an?\s+|the\s+)?(?P<what>[a-z]+)\W*\Z", re.IGNORECASE)
_CAN_BE = regex(r"\bcan be (?P<what>[a-z]{4,}ed)\b", re.IGNORECASE)
_UN = regex(
    r"(?:un|non|ir|il)-?(?P<un>[a-z]{4,})|i[nm](?P<in>[a-z]+(?:ible|able|ive|ent|ate|al|ete|ite|ect|ure|uble|(?:c|r|t|d)ant|ous|ntary))"
)
_UNCHANGED = regex(
    r"\b(?:stay|remain|was|were|is|are|kept|keep)\w*\s+(?:[a-z]+ly\s+|about\s+|just\s+)?(?:the same|constant|stable|steady|flat|unaltered|level)\b|\b(?:made|makes|had|has)\s+no\s+(?:difference|effect)\b",
    re.IGNORECASE,
)
_CHANGING = regex(
    r"\b(?:chang|alter|affect|differ|vary|varied|rise|rose|risen|fall|fell|grow|grew|shr[iau]nk|increas|decreas|drop|declin|improv|worsen|go up|go down)",
    re.IGNORECASE,
)
_LEAST = 4  # letters that "harmful" and "harmless" share
_WITHOUT = "less"


def statement_says(asked: str, text: str) -> bool | None:
    """Return whether a statement answers a question by yes or no: None for neither.

    >>> statement_says("Is the Pacific larger than the Atlantic?", "The Atlantic is larger.")
    False
    >>> statement_says("Is the shark a mammal?", "The shark is a fish, not a mammal."), statement_says("Is it harmful?", "It is harmless.")
    (False, False)
    """
    if len(text) > LONGEST:
        return None
    compared = _compared(asked, text)
    if compared is not None:
        return compared
    told = _NOT_A.search(text)
    if told and stem_of(key(told["what"])[-1] if key(told["what"]) else "") in _last_stems(asked):
        return False
    can = _CAN_BE.search(text)
    if (
        can
        and _DENIED.search(text) is None
        and any(
            word.startswith(stem_of(can["what"].lower())) and word.endswith(("able", "ible")) for word in key(asked)
        )
    ):
        return True  # "They can be refunded" says that they are refundable
    return False if _says_it_is_not(asked, text) else None


def _compared(asked: str, text: str) -> bool | None:
    """Return what a comparison says to one that is asked for, the other way round or with the opposite word."""
    question = _COMPARED.fullmatch(asked.strip()) or _EXCEEDS.fullmatch(asked.strip())
    if question is None or _DENIED.search(text):
        return None
    if _EXCEEDS.fullmatch(asked.strip()):
        return _exceeds(question, text)
    words = [stem_of(word) for word in key(text)]
    word = stem_of(key(question["word"])[-1])
    opposite = says_no(asked, text) is True
    if word not in words and not opposite:
        return None
    place = words.index(word) if word in words else len(words)
    one, other = stems(question["one"]), stems(question["other"])
    first = _named(words[:place], one - other, other - one)
    if first is None:
        return None
    return first != opposite


def _exceeds(question: re.Match[str], text: str) -> bool | None:
    """Return whether a text says that the first exceeds the other, by that verb or a comparison."""
    more, less = _MORE.search(text), _LESS.search(text)
    said = more or less
    if said is None or (more and less):
        return None
    one, other = stems(question["one"]), stems(question["other"])
    first = _named([stem_of(word) for word in key(text[: said.start()])], one - other, other - one)
    return None if first is None else first == bool(more)


def _named(words: Sequence[str], one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Return True where only the first is named, False where only the second is, None otherwise."""
    here, there = not one.isdisjoint(words), not other.isdisjoint(words)
    return None if here == there else here


@lru_cache(maxsize=512)
def _last_stems(asked: str) -> frozenset[str]:
    """Return the stem of what a question asks last: "mammal" of "Is the shark a mammal?"."""
    words = key(asked)
    return frozenset((stem_of(words[-1]),)) if words else frozenset()


@lru_cache(maxsize=512)
def _denied_roots(asked: str) -> frozenset[str]:
    """Return what a question asks to be un- or in-: "soluble" of "Is it insoluble?"."""
    words = key(asked)
    return frozenset(root for word in words if (root := root_denied(word)) and root not in words)


def root_denied(word: str) -> str:
    """Return what a folded word says not to be so, "paid" of "unpaid"; "" for another word.

    >>> root_denied("unpaid"), root_denied("insoluble"), root_denied("paid")
    ('paid', 'soluble', '')
    """
    found = _UN.fullmatch(word)
    return (found["un"] or found["in"]) if found else ""


def _says_it_is_not(asked: str, text: str) -> bool:
    """Return whether a text says of something that it is un-, non- or -less what is asked, or what is asked to be un-."""
    if _DENIED.search(text):
        return False
    if _UNCHANGED.search(text) and _CHANGING.search(asked):
        return True
    known = frozenset(key(asked))
    roots = frozenset(map(stem_of, known))
    words = key(text)
    if not _denied_roots(asked).isdisjoint(words):
        return True
    for word in words:
        root = root_denied(word)
        if root and (root in known or (len(root) > _LEAST and stem_of(root) in roots)):
            return True
        if word.endswith(_WITHOUT) and len(word) - len(_WITHOUT) >= _LEAST:
            root = word[: -len(_WITHOUT)]
            if word not in known and any(other.startswith(root) for other in known):
                return True
    return False
