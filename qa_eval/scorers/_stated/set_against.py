"""What is accepted named only as what the answer is set against: "nitrification, the opposite of denitrification", "glucagon, the counterpart of insulin"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._stated.places import places_of
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.scorers._stated.check import Check

_OPPOSED = r"opposite|contrary|reverse|inverse|converse|antithesis|antonym|mirror\s+image|negation"
# what is told of another thing than the accepted one, where that other thing is named
_RELATED = r"counterpart|precursor|forerunner|predecessor|antecedent|by-?product|derivative|imitation|antagonist"
_KIND = r"(?:\s+(?:process|reaction|operation|procedure|effect|direction|case|thing|end|side))?"
_BEFORE = regex(
    rf"\b(?:the|an?|its|their|(?P<is>is|are|was|were))\s+(?:(?!of\b)[a-z]+\s+){{0,2}}?(?:exact\s+|direct\s+)?(?:(?P<opposed>{_OPPOSED})|(?P<related>{_RELATED})){_KIND}\s+(?:of|to|for)\s+(?:the\s+|an?\s+)?\Z"
    r"|(?:^|[^\W\d_])\s*,?\s+(?P<against>(?:as\s+)?opposed\s+to|in\s+contrast\s+to|contrary\s+to|the\s+opposite\s+being)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_BEHIND = regex(rf"['’]s?\s+(?:[a-z]+\s+)?(?:(?P<opposed>{_OPPOSED})|(?P<related>{_RELATED}))\b", re.IGNORECASE)
_ASKS = regex(
    rf"\b(?:{_OPPOSED}|{_RELATED}|oppos\w+|revers\w+|contrast\w*|against|called|mean\w*|name[sd]?)\b", re.IGNORECASE
)
_NOT = regex(r"\b(?:not|never|no|nor)\b|n['’]t\b", re.IGNORECASE)
_LED = regex(r"\A\W*(?:(?:it|this|that|they|these|the\s+answer)(?:\s+(?:is|was|are|were))?(?:\s+|\Z))?", re.IGNORECASE)


def only_set_against(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer names what is accepted only as the opposite, counterpart or precursor of what it gives; "" for none.

    >>> asked = "Which process frees nitrogen?"
    >>> only_set_against("nitrification, the opposite of denitrification", asked, "denitrification")
    'says "the opposite of" it'
    >>> only_set_against("denitrification, the opposite of nitrification", asked, "denitrification")
    ''
    """
    if len(text) > SHORT or _ASKS.search(accepted) or any(map(str.isdecimal, accepted)):
        return ""
    found = [*_set_against(text, accepted)]
    first = found[0] if found and all(found) else None
    if first is None:
        return ""
    groups = first.groupdict()
    head = _LED.sub("", text[: first.start()])
    if _NOT.search(text[: first.end()]) or (groups.get("against") and not head.strip()):
        return ""
    other = any(map(str.isalnum, head)) and not frozenset(key(head)) <= frozenset(key(question))
    alone = groups.get("opposed") and not any(map(str.isalnum, head))
    return f'says "{first[0].strip()}" it' if other or alone else ""


def _set_against(text: str, accepted: str) -> Iterator[re.Match[str] | None]:
    bare = re.sub(r"\A(?:the|an?)\s+", "", accepted, flags=re.IGNORECASE).lower()
    for start in places_of(bare, text.lower()):
        yield _BEFORE.search(text, 0, start) or _BEHIND.match(text, start + len(bare))


def _asks_for_one(question: str) -> bool:
    return _ASKS.search(question) is None and bool(stems(question))


SET_AGAINST: tuple[Check, ...] = ((_asks_for_one, only_set_against),)
