"""Accepted names in capitals: "WHO" has to stand so, while "CONCORDE" may be written as a word, "Concorde"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.verbs import AN_AUXILIARY
from qa_eval.scorers._words.wording import SMALL, key, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[int, int]
_LEAST = 4  # letters of a word; fewer are those of an abbreviation
_WORDS = regex(r"[^\W\d_]+")
# what is named by its initials as often as not
_BODY = regex(
    r"\b(?:organi[sz]ation|agency|agencies|body|charity|charities|system|program(?:me)?|software|standard|company|firm|acronym|abbreviation|initials"
    r"|stands? for|network|union|alliance|code|symbol|command|keyword|method|technique|framework|protocol|algorithm|tool|model|band|group|operator|function)s?\b"
)
_LED = regex(r"\b(?:an?|the)\s+\Z", re.IGNORECASE)
_NUMBERED_BY = regex(r"\d-?\Z")
_GRADED = regex(
    r"\b(?:graded|rated|marked|labelled|classed|grade|rating|class|line|type|group|option|block|hall|category)\s+\Z",
    re.IGNORECASE,
)
_KIND_OF = regex(
    rf"\s(?!(?:{AN_AUXILIARY}|{'|'.join(sorted(SMALL))})\b)(?P<kind>[a-z]+)(?<!s)(?<!ed)\b"
)  # "a mole rat" is no mole
_NAME_ENDS = regex(r"\s*(?:$|[.,;:!?()\[\]\"'/*]|(?:or|and|not|but)\b)")


def words_of(names: Iterable[str]) -> frozenset[str]:
    """Return, in capitals, the words that accepted names write otherwise.

    >>> sorted(words_of(["TOAD", "Toad (fish)"]))
    ['FISH', 'TOAD']
    """
    return frozenset(word.upper() for name in names for word in _WORDS.findall(name) if not word.isupper())


def is_cased(text: str, span: Span, name: str, *, written: frozenset[str], question: str) -> bool:
    """Return whether a name in capitals stands in capitals, or as the word that it is; a single letter has to end its phrase as well.

    >>> text = "A mole wants to marry her."
    >>> is_cased(text, (2, 6), "MOLE", written=frozenset(), question="Which animal?")
    True
    >>> is_cased("those who do", (6, 9), "WHO", written=frozenset(), question="Which body?")
    False
    """
    name = plain(name)
    if text[span[0] : span[1]].replace(".", "") != name.replace(".", ""):
        return not _BODY.search(question.lower()) and _is_word(text, span, name, written, question)
    if len(name) == 1 and right_before(_NUMBERED_BY, text, span[0]):
        return False  # "4A"
    return (
        len(name) > 1 or _NAME_ENDS.match(text, span[1]) is not None or right_before(_GRADED, text, span[0]) is not None
    )


def _is_word(text: str, span: Span, name: str, written: frozenset[str], question: str) -> bool:
    """Return whether what stands there is a word and none of an abbreviation's letters: "the toad", "Concorde"."""
    words = _WORDS.findall(name)
    if not words or any(len(word) < _LEAST for word in words):
        return False
    if written.issuperset(words) or text[span[0]].isupper():
        return True
    kind = _KIND_OF.match(text, span[1])
    return right_before(_LED, text, span[0]) is not None and (kind is None or kind["kind"] in key(question))
