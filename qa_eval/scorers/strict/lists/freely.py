"""Lists told in a sentence of their own kind: what is told beside the items, of one of them or of others, is taken away."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import Wording, folded

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

LONGEST = 300  # characters; in a longer answer, much is told of others
# what a bracket tells of others, as in "water (lunch is provided)"
_BRACKETS = regex(r"\s*\((?P<aside>[^()]*)\)")
# what came of it, and who else had a part: ", leaving the Front in opposition", ", set up by Vega,"
_REMARKS = (
    regex(
        r",\s+(?:leaving|beating|defeating|replacing|ousting|relegating|ending|making|forcing|putting|giving|causing|ahead of|in place of|instead of|rather than|at the expense of)\s(?P<aside>[^;.!?]*)",
        re.IGNORECASE,
    ),
    regex(
        r",\s+(?:set up|assisted|coached|led|helped|watched|managed|refereed|backed|supported|opposed|fed|supplied|crossed)\s+by\s(?P<aside>[^,;.!?]*),?",
        re.IGNORECASE,
    ),
    regex(
        r",\s+with\s(?P<aside>(?:(?!\band\b\s+with)[^,;.!?])*?\s(?:taken in|taken up|left out|left behind|left over|put aside|as (?:the\s+)?[a-z]+|in (?:opposition|reserve|second|third|charge)|(?:missing|absent|excluded|omitted|dropped)))(?=[.,;!?]|\Z)",
        re.IGNORECASE,
    ),
    regex(
        r",\s+and\s+(?P<aside>(?:the|its|their|an?)\s[^,;.!?]*?\s(?:was|were|is|are|has|had|will|got|gets|only)\b[^;.!?]*)",
        re.IGNORECASE,
    ),
    regex(r",?\s+(?:but\s+)?not\s(?P<aside>[^;.!?]*)", re.IGNORECASE),
    regex(r",\s+on the (?:sell(?:ing)?|other|opposite|losing|opposing) side\s(?P<aside>[^;!?]*)", re.IGNORECASE),
    regex(r",\s+(?:while|whereas|whilst|though|although)\s(?P<aside>[^;.!?]*)", re.IGNORECASE),
)
# what says that what is told belongs to a list as well
AS_WELL = regex(
    r"\b(?:also|too|as well|likewise|same|besides|in addition|plus|even|both|so (?:did|was|were|is|are|has|have|will)|join\w*|add\w*|follow\w*|with (?:them|it))\b",
    re.IGNORECASE,
)
# "You can't get in on Friday or Sunday", where it is asked when it is closed
_CLOSED = regex(r"\b(?:closed|shut|unavailable|off-limits)\b", re.IGNORECASE)
_NOT_OPEN = regex(
    r"\W*(?:it|they|you|one|visitors|guests|the [a-z]+)\s*(?:(?:is|are|does|do|can|will)(?:\s+not|n['’]t)|cannot|can['’]t)\s+(?:be\s+)?(?:open|get in|enter|visit|go in|go there|available)(?:\s+on)?\s+(?=\S)",
    re.IGNORECASE,
)
_OWN_SHARE = regex(r"\s+(?:got|scored|had|took|won|made|netted|claimed)\s+(?:one|two|three|four|a brace|a hat-trick|the (?:first|second|third|opener|equali[sz]er|winner))\b", re.IGNORECASE)  # fmt: skip
_OTHER_SHARE = regex(r",?\s+the (?:others?|second|third|rest|winner)(?=\W*\Z)", re.IGNORECASE)
_NEEDED = regex(
    r"\W*(?:you|they|we|one|he|she|people|everyone|the [a-z]+|[a-z]+s)(?:['’](?:ll|d|ve)|\s+(?:will|should|must|would|can|may|do|have to|ought to))?\s+(?:also\s+|only\s+)?"
    r"(?:need|want|have|bring|take|pack|carry|get|use|require)s?(?:\s+to\s+(?:bring|take|pack|carry|have|get|use))?\s+(?=\S)",
    re.IGNORECASE,
)
_THERE = regex(r"\s+(?:there|here|on site|as well)(?=\W*\Z)", re.IGNORECASE)
_SO_DOES = regex(
    r"(?P<first>[^;,.!?]+?),?\s+(?:and so|as)\s+(?:will|would|can|could|must|may|did|was|were|has|have|had|does|do|is|are)\s+(?P<more>[^;.!?]+?)(?P<rest>[;.!?].*)?",
    re.IGNORECASE | re.DOTALL,
)
_DEED = regex(
    r"\b(?:did|has|have|had)\s+(?:[\w'’.&-]+\s+){1,6}?(?P<verb>(?-i:(?!do\b)[a-z]{3,}))(?=\s*\?|\s+[a-z\d]+)",
    re.IGNORECASE,
)
_AND_DID = regex(
    r",?\s+(?:and|but)\s+(?:(?:it|they|he|she)\s+)?(?:then\s+|later\s+|instead\s+)?(?P<aside>(?P<done>(?-i:[a-z]{3,}))\s+(?!by\b)[^;.!?]*)",
    re.IGNORECASE,
)
_NOT_SO = frozenset(
    "planned considered refused declined rejected dropped cancelled canceled postponed kept sold lost missed".split()  # noqa: SIM905 - a word list reads best as one text
)
_APART = regex(r";\s+(?P<aside>[^;]+)\Z")
_GETS = regex(r"\b(?:gets?|has|have|is|are|was|were|will|can|only|stays?|remains?|goes|comes?|takes?|needs?)\b", re.IGNORECASE)  # fmt: skip


def told_plainly(text: str, names: Collection[tuple[str, ...]], question: str) -> str:
    """Return a list without what is told beside its items; ``names`` are those of the accepted ones, which are never taken away.

    >>> told_plainly("You'll need a torch and water (lunch is provided).", {("torch",), ("water",)}, "What is to be brought?")
    'a torch and water.'
    >>> told_plainly("Ann Ray and Bo Ek, leaving Di Fox out", {("ann", "ray"), ("bo", "ek")}, "Who qualified?")
    'Ann Ray and Bo Ek'
    """
    if len(text) > LONGEST:
        return text

    def is_beside(aside: str) -> bool:
        wording = Wording(aside)
        return not any(map(wording.find, names))

    not_open = _NOT_OPEN.match(text) if _CLOSED.search(question) else None
    if not_open:
        return text[not_open.end() :].replace(" or ", " and ")
    text = _without_asides(text, is_beside, stems(question))
    so = _SO_DOES.fullmatch(text) if " as " in text or " so " in text else None
    if so and not is_beside(so["first"]) and not is_beside(so["more"]):
        first = so["first"]
        name = next((span for each in names for span in Wording(first).find(each)), None)
        text = f"{first[slice(*name)] if name else first}, {so['more']}{so['rest'] or ''}"
    apart = _APART.search(text) if ";" in text else None
    if (
        apart
        and is_beside(apart["aside"])
        and (has_verb(apart["aside"]) or _GETS.search(apart["aside"]))
        and not stems(apart["aside"]) & stems(question)
    ):
        text = text[: apart.start()]
    text = _without_other_deed(text, is_beside, question)
    text = _OTHER_SHARE.sub("", _OWN_SHARE.sub("", text))
    needed = _NEEDED.match(text)
    return _THERE.sub("", text[needed.end() :] if needed else text)


@lru_cache(maxsize=512)
def _verb_asked(question: str) -> str:
    deed = _DEED.search(question)
    return deed["verb"] if deed else ""


def _without_other_deed(text: str, is_beside: Callable[[str], bool], question: str) -> str:
    """Return a text without another deed told behind the one that is asked about: "It closed shops in A and B and opened one in C"."""
    verb = _verb_asked(question)
    other = _AND_DID.search(text) if verb else None
    if not verb or other is None or not is_past(other["done"].lower()) or not is_beside(other["aside"]):
        return text
    if other["done"].lower() not in _NOT_SO and not opposite_in(question, other["aside"]):
        return text  # "launched one in D" may say that it opened there, too
    asked, done = possible(folded(verb)), possible(folded(other["done"]))
    if asked & done or not any(asked & possible(folded(word)) for word in text[: other.start()].split()):
        return text
    return text[: other.start()] + text[other.end() :]


def _without_asides(text: str, is_beside: Callable[[str], bool], asked: frozenset[str]) -> str:
    """Return a text without the remarks that name no accepted item and add none."""

    def removed(found: re.Match[str]) -> str:
        beside = is_beside(found["aside"]) and not AS_WELL.search(found["aside"])
        return "" if beside and not stems(found["aside"]) & asked else found[0]

    def bracketed(found: re.Match[str]) -> str:
        told = found["aside"]
        tells = (has_verb(told) or ":" in told) and not stems(told) & asked
        return "" if tells and is_beside(told) else found[0]

    text = _BRACKETS.sub(bracketed, text) if "(" in text else text
    if "," in text or " not " in text:
        for remark in _REMARKS:
            text = remark.sub(removed, text)
    return text
