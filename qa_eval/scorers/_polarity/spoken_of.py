"""What a clause speaks of: whether its subject, and what is done to whom, are what a question is about."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTHS_AND_DAYS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._polarity.forms import SKIPPED, Word, Words
from qa_eval.scorers._words.alike import meant, nearly_possible

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_AUXILIARY = frozenset(
    """is are was were has have had do does did will can could would shall should am be been being must need remain remains stay stays keep keeps look
    looks seem seems become becomes get gets go goes come comes stand stands lie lies refuse refuses want wants decide plan plans intend
    intends""".split()  # noqa: SIM905 - a word list reads best as one text
)
_PEOPLE = frozenset("visitors guests people members customers passengers users residents".split())  # noqa: SIM905 - see above
_NAME = regex(r"(?<!\bby\s)(?<=\s)[A-Z][a-z]+")
_CALENDAR = MONTHS_AND_DAYS | {"christmas", "easter", "i"}
_NEGATIVE = frozenset("not never no longer neither nor hardly barely scarcely".split())  # noqa: SIM905 - see above
_PRONOUNS = frozenset(
    "it they he she we this that these those there one you i everyone everybody all nobody none nothing both someone somebody".split()  # noqa: SIM905 - see above
)
_IT = frozenset("it them him her that this one so there me us you itself himself herself themselves".split())  # noqa: SIM905 - see above
# how one calls what was named, by its kind
_KINDS = frozenset(
    """company firm group bank airline club team side council government school player striker defender goalkeeper captain man woman boy girl
    artist singer driver rider runner athlete ship vessel boat building structure bridge deal plan proposal project bill law motion idea move
    scheme matter bid offer match game event fixture race meeting contest measure request application patient minister president boss
    chairman director manager talks negotiations""".split()  # noqa: SIM905 - see above
)
_PREPOSITIONS = frozenset(
    "of to for by on in at with from during under over near into against despite without through as".split()  # noqa: SIM905 - see above
)
_SAID_BESIDE = _PREPOSITIONS | _AUXILIARY
_ADVERBS = frozenset(
    """yesterday today tomorrow again then there here yet too either altogether last next so instead indoors outdoors anyway regardless early late
    long soon elsewhere alone together""".split()  # noqa: SIM905 - see above
)
_ENDS = frozenset("because since after before until when where who which that due owing thanks".split())  # noqa: SIM905 - see above
_OF = frozenset(("to", "for", "of", "by"))
_OF_A_VOTE = frozenset("vote votes majority margin end time far".split())  # noqa: SIM905 - see above


def subject_of(before: Words) -> Words:
    """Return the words of a clause before its verb that name what it is of; () where it names nothing."""
    told = [word for word in before if word.raw not in _NEGATIVE]
    end = next((at for at, word in enumerate(told) if word.raw in _AUXILIARY), len(told))
    told = told[:end]
    past = next((at for at, word in enumerate(told) if at and is_past(word.raw) and _names_any(told[:at])), len(told))
    return tuple(told[:past])


def _names_any(words: list[Word]) -> bool:
    return any(word.raw not in SKIPPED or word.raw in _PRONOUNS for word in words)


class About:
    """What a question is about, by its words."""

    def __init__(self, words: Words, end: int) -> None:
        behind = words[end].raw if end < len(words) else ""
        self.alone = not behind or (behind in _PREPOSITIONS and behind != "by")  # nothing is done to anything else
        told = [word for word in words if word.raw not in SKIPPED and word.raw not in _AUXILIARY]
        self.words = frozenset(stem_of(word.raw) for word in told) | {word.lemma for word in told}
        self.meant = frozenset(meant(word.raw) for word in told)
        self.pronouns = _PRONOUNS if any(word.raw in _PEOPLE for word in words) else _PRONOUNS | _PEOPLE
        # each word with what stands before it, so that the herring catch is not the cod catch
        self.before = {
            stem_of(word.raw): stem_of(first.raw)
            for first, word in pairwise(words)
            if first.raw not in SKIPPED and first.raw not in _AUXILIARY and first.raw not in _PREPOSITIONS
        }

    def names_subject(self, subject: Words) -> bool:
        """Return whether a subject is a pronoun, or names what the question does; one that is left out is taken for that."""
        told = [word for word in subject if word.raw not in SKIPPED or word.raw in _PRONOUNS]
        end = next((at for at, word in enumerate(told) if word.raw in _PREPOSITIONS and at), len(told))
        if not told:
            return True
        named = told[end - 1]
        hanging = pairwise(told[end:])
        if any(joint.raw in _OF and not self._names(word, _IT) for joint, word in hanging):
            return False  # "the road to Milford"
        if not self._names(named, self.pronouns) and not self._stands_for(named):
            return False
        first = told[end - 2].raw if end > 1 else ""
        first = "" if first in _PREPOSITIONS or first in _PRONOUNS else stem_of(first)
        asked = self.before.get(stem_of(named.raw), "")
        return not (first and asked) or first == asked or first in self.words

    def names_another(self, clause: str) -> bool:
        """Return whether a clause has a name that the question does not have, other than first of all."""
        return any(
            stem_of(name.lower()) not in self.words and name.lower() not in _CALENDAR
            for name in _NAME.findall(clause.strip())
        )

    def is_done_to_it(self, behind: Words) -> bool:
        """Return whether the words behind a subject name what the question is about, and not as what did it."""
        joints = (None, *behind)
        return any(
            word.raw in _IT or stem_of(word.raw) in self.words
            for before, word in zip(joints, behind, strict=False)
            if before is None or before.raw not in _PREPOSITIONS
        )

    def is_of_it(self, behind: Words, gap: Words) -> bool:
        """Return whether what stands behind a form and in its gap is what is asked about, or tells how, when or where."""
        if any(word.raw not in SKIPPED and word.raw not in _SAID_BESIDE and not self._names(word, _IT) for word in gap):
            return False
        told = behind[: next((at for at, word in enumerate(behind) if word.raw in _ENDS), len(behind))]
        starts = [at for at, word in enumerate(told) if word.raw in _PREPOSITIONS or word.raw in _ADVERBS]
        if not self._may_name(told[: starts[0] if starts else len(told)]):
            return False
        for at, to in pairwise([*starts, len(told)]):
            joint, named = told[at].raw, told[at + 1 : to]
            voted = any(word.raw in _OF_A_VOTE or word.raw.isdecimal() for word in named)
            if joint in _OF and not voted and not (joint == "by" and self.alone) and not self._may_name(named):
                return False
        return True

    def _may_name(self, words: Words) -> bool:
        own = [
            word
            for word in words
            if word.raw not in SKIPPED and not word.raw.isdecimal() and not word.raw.endswith("ly")
        ]
        return not own or is_past(own[-1].raw) or self._names(own[-1], _IT)  # "out injured"

    def _stands_for(self, word: Word) -> bool:
        """Return whether a word may stand for one of the question: the jab for the vaccine."""
        return len(word.raw) > 2 and not self.meant.isdisjoint(nearly_possible(word.raw))  # noqa: PLR2004 - a word

    def _names(self, word: Word, pronouns: AbstractSet[str]) -> bool:
        return word.raw in pronouns or word.raw in _KINDS or stem_of(word.raw) in self.words or word.lemma in self.words
