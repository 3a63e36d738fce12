"""Which part of an answer is the answer, and what stands there instead of an accepted name that is only mentioned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTHS_AND_DAYS
from qa_eval.reading.given.asked import Slot, asked_of
from qa_eval.reading.given.clauses import clauses_of, is_so
from qa_eval.reading.given.heads import fragment_of
from qa_eval.reading.given.places import How, given_in, main_things
from qa_eval.reading.given.words import DETERMINERS, PREPOSITIONS, SMALL, holds, stems_in, words_of
from qa_eval.reading.names.titles import TITLES
from qa_eval.reading.regex import regex, right_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.given.asked import Asked
    from qa_eval.reading.given.clauses import Clause
    from qa_eval.reading.given.words import Span, Word

LONGEST = 240  # characters; a longer answer tells much of what is not asked
BRIEF = 120  # characters; in a longer answer, "it is" may tell of anything
LEAST = 8  # characters that another answer takes at least, with the rest of its clause
_NO_NAMES = TITLES | MONTHS_AND_DAYS | {"prime", "st"}
_SAYS_AGAIN = frozenset("namely specifically precisely ie exactly answer".split())  # noqa: SIM905 - see above
_TAKES_BACK = frozenset(("sorry", "actually", "wait", "correction", "mean", "rather"))
_LED = regex(
    r"(?:\A|[.,;:!?(\n]\s*|\s[–—-]+\s)(?:(?:namely|specifically|i\.e\.|that is|or|the|an?|in|at|on|to|from|of)\s+)*\Z",
    re.IGNORECASE,
)
_BY = regex(
    r"\b(?:by|called|named|titled|known as|name|such as|including|for example,|for instance,)\s+(?:[a-z-]+\s+){0,3}[\"']?\Z"
)
_LIKEWISE = regex(
    r"(?:,|;|\s+and|\s+but)\s+(?P<who>(?:the|its|their|his|her)\s+(?:[a-z-]+\s+){1,2})(?P<how>from|in|by|at|with|to|on|for)\s+(?:the\s+|an?\s+)?\Z"
)
_PRONOUN = regex(r"\W*(?:it|they|he|she)\b", re.IGNORECASE)
_ENDED = regex(r"[\"')\s]*(?:\Z|[.,;:!?)\n]|\s[–—-]+\s)")
_SUBORDINATE = frozenset(("because", "since", "though", "although", "even though", "as"))


def given_instead(text: str, question: str, accepted: Sequence[Span], known: str = "") -> str:
    """Return what an answer gives where it only mentions what stands at ``accepted``; "" where it gives that, or who can tell?

    ``known`` is the document that the question is about, "" for none: what is told in common words is taken for
    another thing only if the document speaks of it.

    >>> text = "In Porto, since Lisbon turned it down."
    >>> given_instead(text, "Where will the summit be held?", [(16, 22)]), given_instead(text, "Where will it be held?", [(3, 8)])
    ('In Porto', '')
    >>> text = "Its leader was Leon Brack, with Ann Lee as second in command."
    >>> given_instead(text, "Who led the expedition?", [(32, 39)])
    'Leon Brack'
    """
    asked = asked_of(question)
    fragment = fragment_of(text)
    if fragment and holds(fragment, accepted):
        return ""
    clauses = clauses_of(text, asked.verb)
    other = _Other(text, asked, accepted, known)
    likewise = _told_likewise(text, accepted, other)
    if likewise:
        return likewise
    if any(_is_told(text, clause, accepted, asked) for clause in clauses):
        return ""
    told_by = any(right_before(_BY, text, start) for start, _ in accepted)
    hows = {How.VERB} if told_by or not (other.proper or known) else {How.VERB, How.NOUN}
    if known and not told_by and len(text) <= BRIEF:
        hows.add(How.IT)
    if fragment and other.is_one(fragment, first=True):
        return text[slice(*fragment)]
    for clause in clauses:
        if is_so(text, clause, asked):
            for start, end, how in given_in(clause, asked):
                if how in hows and not holds((start, end), accepted) and other.is_one((start, end)):
                    return text[start:end]
    return _main_thing(text, clauses, accepted, other)


def _told_likewise(text: str, accepted: Sequence[Span], other: _Other) -> str:
    """Return what stands before where the accepted one does of something else: "It comes from quartz, the veins from iron"."""
    if len(accepted) != 1:
        return ""
    first = next((word for word in words_of(text, *accepted[0]) if word.low not in PREPOSITIONS), None)
    of_another = right_before(_LIKEWISE, text, first.start) if first else None
    if of_another is None or stems_in(of_another["who"]) & other.asked.known or not stems_in(of_another["who"]):
        return ""
    before = regex(rf"\b{of_another['how']}\s+(?P<what>(?:the\s+|an?\s+)?[\w-]+(?:\s+[\w-]+)?)\Z")
    told = before.search(text, 0, of_another.start())
    if told is None or not (stems_in(text[: told.start()]) & other.asked.known or _PRONOUN.match(text)):
        return ""
    return told["what"] if other.is_one(told.span("what")) else ""


def _main_thing(text: str, clauses: Sequence[Clause], accepted: Sequence[Span], other: _Other) -> str:
    """Return what the first clause tells of what is asked, where the accepted one stands in a reason or concession alone."""
    main = clauses[0]
    if main.joint or not is_so(text, main, other.asked):
        return ""
    for clause in clauses:
        if clause.joint not in _SUBORDINATE and any(clause.start <= start < clause.end for start, _ in accepted):
            return ""
    found = next((span for span in main_things(main, other.asked) if other.is_one(span)), None)
    return text[slice(*found)] if found else ""


def first_given(text: str) -> str:
    """Return the fragment that an answer begins with and that it tells more behind; "" for an answer that is none such.

    >>> first_given("Blue. The brown one belongs on the right."), first_given("It is blue.")
    ('Blue', '')
    """
    fragment = fragment_of(text)
    return text[slice(*fragment)] if fragment else ""


def given_beside(text: str, question: str, accepted: Sequence[Span], known: str = "") -> str:
    """Return what ``given_instead`` does for a short answer that tells more than what is accepted; "" for a long one."""
    told = sum(end - start for start, end in accepted)
    return given_instead(text, question, accepted, known) if len(text) - told > LEAST and len(text) <= LONGEST else ""


def _is_told(text: str, clause: Clause, accepted: Sequence[Span], asked: Asked) -> bool:
    """Return whether a clause gives what is accepted, in the place that is asked for or alone."""
    here = [span for span in accepted if clause.start <= span[0] < clause.end]
    if not here:
        return False
    if any(_is_alone(text, span) for span in here):
        return True
    rest = [word for word in clause.words if not any(start <= word.start < end for start, end in here)]
    if any(word.low in _TAKES_BACK for word in rest):
        return True
    asks_otherwise = asked.slot is Slot.OTHER or not clause.has_verb
    if clause.joint == "with":
        return False
    exists = any(word.low == "there" for word in rest)
    if not exists and all(
        word.low in SMALL | _SAYS_AGAIN or (asks_otherwise and word.stem in asked.known) for word in rest
    ):
        return clause.joint not in _SUBORDINATE and is_so(text, clause, asked)
    return is_so(text, clause, asked) and any(
        one.how is not How.OF_ANOTHER and holds(one[:2], here) for one in given_in(clause, asked)
    )


def _is_alone(text: str, span: Span) -> bool:
    """Return whether a name stands between two commas or the like, with nothing but an article or "in" before it."""
    return right_before(_LED, text, span[0]) is not None and _ENDED.match(text, span[1]) is not None


class _Other:
    """Tells whether a stretch names another thing of the kind of the accepted one."""

    def __init__(self, text: str, asked: Asked, accepted: Sequence[Span], known: str) -> None:
        self.text, self.asked = text, asked
        self.own = frozenset(
            word.stem
            for span in accepted
            for word in words_of(text, *span)
            if word.low not in PREPOSITIONS | DETERMINERS
        )
        self.figure = any(map(str.isdigit, text[slice(*accepted[0])]))
        self.told = stems_in(known) if known else frozenset()
        lower = frozenset(word.low for word in words_of(known) if not word.name) if known else frozenset()
        mine = [word for span in accepted[:1] for word in words_of(text, *span) if word.low not in SMALL]
        self.proper = any(word.name and word.low[0].isalpha() and word.low not in lower for word in mine) and not (
            accepted[0][0] == 0 and len(mine) > 1 and not any(word.name for word in mine[1:])
        )

    def is_one(self, span: Span, *, first: bool = False) -> bool:
        """Return whether the stretch at ``span`` names another thing; ``first``: it stands alone before the rest."""
        words = words_of(self.text, *span)
        said = self.text[slice(*span)]
        if '"' in said or (self.figure and not any(map(str.isdigit, said))):
            return False
        if first and words[0].low in PREPOSITIONS and not self._takes(words[0].low):
            return False
        if self.proper:
            return self._names(words)
        return self._says(words)

    def _takes(self, preposition: str) -> bool:
        """Return whether an answer may begin with a preposition."""
        return self.asked.slot is Slot.PLACE or preposition in ("because", self.asked.preposition)

    def _names(self, words: Sequence[Word]) -> bool:
        """Return whether some words hold a name that is neither accepted nor in the question."""
        for place, word in enumerate(words):
            if place and word.low in PREPOSITIONS:
                return False  # "the brother of Leon"
            owner = word.low.endswith(("'s", "s'")) and place + 1 < len(words) and words[place + 1].low != "turn"
            alone = place > 0 or len(words) == 1 or words[1].name or word.stem in self.told  # not "Various actresses"
            if word.name and word.low[0].isalpha() and not owner and alone and self._is_new(word, place):
                return True
        return False

    def _is_new(self, word: Word, place: int) -> bool:
        if word.low in SMALL or word.low in _NO_NAMES or word.stem in self.own or word.stem in self.asked.known:
            return False
        return (len(word.low) > 1 or word.stem in self.told) and (place > 0 or not self.told or word.stem in self.told)

    def _says(self, words: Sequence[Word]) -> bool:
        """Return whether some common words name a thing that the document speaks of."""
        new = [word for word in words if word.low not in SMALL | DETERMINERS and word.stem not in self.asked.known]
        stems = {word.stem for word in words}
        same = not self.told or self.own <= stems or stems <= self.own  # else "the upper shelf" for "the lower shelf"
        if (
            not new
            or (same and any(word.stem in self.own for word in new))
            or not (self.figure or any(word.low[0].isalpha() for word in new))
        ):
            return False
        return not self.told or all(word.stem in self.told for word in new)
