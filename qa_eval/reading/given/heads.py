"""What an answer begins with where that is no sentence: the "In Porto" of "In Porto, since Lisbon turned it down."."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.given.words import DETERMINERS, HELPING, PARTICIPLES, PREPOSITIONS, PRONOUNS, words_of
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.given.words import Span, Word

_STOP = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bGen)(?<!\bProf)(?<!\bJr)(?<!\bSr)(?<!\b[A-Z])\.(?:\s+(?=[A-Z\"'(])|\s*\Z)"
# where a fragment ends: before a clause, at a stop, or at brackets that the sentence ends with
_END = regex(
    rf"(?=[;\n.,\s])(?:;|\n|\s[–—-]+\s|{_STOP}|\s\((?=[^()]*\)\W*(?:\Z|\s[A-Z]))"
    r"|,?\s+(?=(?:because|since|although|though|even though|but|while|whereas|as soon as|as (?:it|he|she|they|the)|not)\s)"
    r"|,\s+(?=(?:in|on|at|near|behind|above|below|beside|opposite|outside|under|as|so|who|which|with|after|before|when|until|unlike|despite|formerly|then|having|rather than|instead of|[a-z]{3,}ing|and (?:it|he|she|they|not|then))\s[^,]*\Z))",
)
_CHOOSING = regex(
    r"\W*(?:use|take|try|choose|pick|press|ask|that would be)\s+(?=the\s|an?\s|[A-Z]|[a-z]+\s\d)", re.IGNORECASE
)
_FEW = 7  # words
_FRAME = frozenset(
    """yes no sure ok okay answer indeed absolutely unclear unsure question hello thank thanks course yep yeah hmm summary background context
    explanation version update source sources text article document passage according fact facts actually sorry maybe perhaps probably
    possibly likely unknown nobody none nothing someone somebody neither both either""".split()  # noqa: SIM905 - a word list reads best as one text
)
_ALONE = frozenset(
    [
        "correct",
        "right",
        "well",
        "exactly",
        "true",
        "good",
        "great",
        "certainly",
        "simple",
        "easy",
        "here",
        "note",
        "interesting",
        "short",
        "long",
        "quick",
    ]
)
# what begins a clause, or a phrase that only tells when or how
_OPENING = frozenset(
    """after before while whereas since until during although though when as if once without despite unlike like besides according
    and but or so then not""".split()  # noqa: SIM905 - see above
)


def fragment_of(text: str) -> Span | None:
    """Return the stretch without a verb that an answer begins with and then tells more; None for an answer that begins otherwise.

    >>> [text[slice(*fragment_of(text))] for text in ("In Porto, since Lisbon turned it down.", "The pump because the valve is fine.")]
    ['In Porto', 'The pump']
    >>> fragment_of("Porto was first chosen."), fragment_of("Porto."), fragment_of("Good question. It was Porto.")
    (None, None, None)
    """
    edge = _END.search(text)
    if edge is None or not text[edge.end() :].strip(" .)\"'"):
        return None
    end = edge.start()
    comma = text.find(",", 0, end)
    if comma > 0:  # "Carl Lindqvist, the brewer."
        aside = words_of(text, comma, end)
        if edge[0][:1] not in ".;" or not aside or aside[0].low not in DETERMINERS or not _is_bare(aside):
            return None
        end = comma
    choice = _CHOOSING.match(text, 0, end)
    words = words_of(text, choice.end() if choice else 0, end)
    if not 0 < len(words) <= _FEW or not _is_bare(words):
        return None
    return words[0].start, words[-1].end


def _is_bare(words: list[Word]) -> bool:
    """Return whether some words name something and hold no verb."""
    if words[0].low in _OPENING or all(word.low in _ALONE for word in words):
        return False
    if any(word.low in HELPING or word.low in _FRAME for word in words):
        return False
    if any(other.low in DETERMINERS and one.low not in PREPOSITIONS for one, other in pairwise(words)):
        return False  # "Guests use the back door"
    if any(word.low in PRONOUNS for word in words if word.low not in DETERMINERS):
        return False
    return not any(
        (word.is_past or word.low in PARTICIPLES) and not _is_adjective(words, place)
        for place, word in enumerate(words)
    )


def _is_adjective(words: list[Word], place: int) -> bool:
    """Return whether a participle stands before what it tells about: "the broken valve", not "awarded to Leipzig"."""
    before = words[place - 1].low if place else ""
    if place + 1 == len(words) or words[place + 1].low in PREPOSITIONS:
        return False
    return not before or before in DETERMINERS or before in PREPOSITIONS
