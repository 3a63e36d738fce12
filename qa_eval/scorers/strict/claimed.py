"""What an answer claims to know beside saying that nothing is said: "The text does not say. Ann Ray is the captain."."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.abstentions import abstains
from qa_eval.reading.names import read_names
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.scorers._words.told_and_untold import tells_what_is_asked
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SHORT, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.scorers.strict.silence import Silence

_EDGE = regex(
    r"[.;:!?]\s+|\s+[–—-]\s+|,\s+(?:(?:but|and|though|although|however|while|yet)\s+)?|\s+(?:but|though|although|however|yet)\s+",
    re.IGNORECASE,
)
_LEAD = regex(
    r"\W*(?:(?:but|and|so|still|however|yet|i (?:think|guess|believe)|my guess is|presumably|probably|perhaps|maybe)[,:]?\s+)*"
    r"(?:(?:the (?:right |correct |likely )?answer|it|that|this|he|she|they)\s+(?:is|was|are|were|(?:may|might|could|must|should|would) (?:well )?(?:be|have been))\s+"
    r"(?:probably |likely |perhaps |presumably |certainly )?|it's |that's |he's |she's )?",
    re.IGNORECASE,
)
_VERB = regex(
    r"\W*(?:(?:is|was|are|were|has been|became|may be|might be|could be)\s+(?:the|its|their|an?)?\s*)?(?P<next>[\w'-]+)"
)
_NEGATED = regex(r"\b(?:not|no|never|nor|neither|another|other|only|just|different|cannot)\b|n['’]t\b", re.IGNORECASE)
_AS_USUAL = regex(
    r"\s+(?:is|was|are|were)\s+(?:often\s+|generally\s+)?(?:the\s+)?(?:usual|common|typical|traditional|likely|(?:best|well\s+)?known\s+for|famous\s+for|recommended|popular|thought|believed|said|credited)\b",
    re.IGNORECASE,
)
_OF_IT = regex(r"\b(?:it|this|that|them)\W*\Z", re.IGNORECASE)
_PARTED = regex(r"[,;.:]\s+\S+\s+\S|\bbut\b|\bthough\b")
_LONGEST = 400  # characters; a longer answer tells more than that
_ASKS_NAME = regex(r"\b(?:who|whom|whose|which|what|where)\b", re.IGNORECASE)
# "It doesn't say so outright, but the sum was 400 euros"
_ALL_THE_SAME = regex(
    r"\b(?:it|so|this|that) (?:outright|directly|explicitly|in so many words|exactly),? (?:but|though|yet) (?:the|its?|they|his|her|their) (?:[a-z]+ ){0,2}?(?:was|were|is|are|came to|comes to) [^.;:!?]*\d",
    re.IGNORECASE,
)


def claims_figure(text: str) -> bool:
    """Return whether an answer gives a figure for what it says not to be told outright.

    >>> claims_figure("It doesn't say so outright, but the sum was 400 euros."), claims_figure("It doesn't say so outright.")
    (True, False)
    """
    return _ALL_THE_SAME.search(text) is not None


def claims_name(text: str, question: str) -> bool:
    """Return whether one of the parts of an answer gives a name as what is asked.

    >>> asked = "Who is the captain of the ferry?"
    >>> claims_name("Not stated, but Ann Ray is the captain.", asked), claims_name("Not stated. It only says that Ann Ray runs it.", asked)
    (True, False)
    """
    if len(text) > _LONGEST or not _ASKS_NAME.search(question):
        return False
    asked = frozenset(words(question))
    return any(_names_it(part, question, asked, last=text.endswith(part)) for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    """Yield the parts behind the first one, but for those that decline or deny."""
    edges = [*(edge.span() for edge in _EDGE.finditer(text)), (len(text), len(text))]
    for (_, start), (end, _) in pairwise(edges):
        part = text[start:end].strip()
        if part and not _NEGATED.search(part) and not abstains(part):
            yield part


def _names_it(part: str, question: str, asked: frozenset[str], *, last: bool) -> bool:
    """Return whether a part gives a name as what is asked; one alone does so at the end, and elsewhere says who was told of."""
    lead = _LEAD.match(part)
    start = lead.end() if lead else 0
    every = [name for name in read_names(part) if not asked.issuperset(words(name.text))]
    if len(every) == 1 and every[0].start == start and _is_told_of_it(part[every[0].end :], question):
        return True
    names = [name for name in every if name.sure]
    if len(names) != 1 or names[0].start > start + len("the "):
        return False
    rest = part[names[0].end :].strip(" .!")
    if not rest:
        return last or start > 0
    told = _VERB.match(rest)
    return told is not None and bool(stems(told["next"]) & stems(question) - SMALL)


def _is_told_of_it(rest: str, question: str) -> bool:
    """Return whether what stands behind a name says it of what is asked: "is usual", "is known for it", "and invented it"."""
    if _AS_USUAL.match(rest):
        return True
    return _OF_IT.search(rest) is not None and bool(stems(rest) & stems(question) - SMALL)


def claims_for_it(text: str, question: str) -> bool:
    """Return whether an answer declines for something else alone, and gives a figure for what is asked.

    >>> claims_for_it("The first one's length is not given, but the second has 9 pages.", "How many pages has the second?")
    True
    """
    if len(text) > SHORT or not any(map(str.isdecimal, text)) or not _PARTED.search(text):
        return False
    return _silence(question).gives_it(text) or tells_what_is_asked(text, question)


@lru_cache(maxsize=256)
def _silence(question: str) -> Silence:
    from qa_eval.scorers.strict.silence import Silence  # noqa: PLC0415 - few answers need it

    return Silence(question)
