"""Accepted words that an answer says in other words, or in another construction."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import meant, possible
from qa_eval.scorers._words.marked import Kind, Marked, marked
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.meaning.aims import Aims
from qa_eval.scorers.strict.meaning.flat import can_differ, does_to_them, is_done_to_them, is_flat_same
from qa_eval.scorers.strict.meaning.plainly import counts, plainly, without_each, without_too
from qa_eval.scorers.strict.meaning.reasons import reason_of, unforbidden, without_beside
from qa_eval.scorers.strict.meaning.telling import tells_of_other, told, verbs_of
from qa_eval.scorers.strict.meaning.things import is_same
from qa_eval.scorers.strict.meaning.worded import consequent, pieces, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.wording import Wording

Words = tuple[Marked, ...]
LONGEST = 200  # characters of an answer that is taken apart
_MOST_WORDS = 16  # of an accepted text, and of a part of an answer that says it
_TELLING = frozenset((Kind.WORD, Kind.PLACE, Kind.NOT, Kind.MODAL))
# what turns the rest round, so that it is never left out as a word of the question
_TURNING = frozenset(
    meant(folded(word))
    for word in """no not never none without refuse deny prevent stop avoid lack fail forbid hardly barely nearly almost
    unless except but or if""".split()  # noqa: SIM905 - a word list reads best as one text
)
_TOLD_AS_DONE = frozenset(("was", "were", "been", "being"))
_MUST, _TOO = meant("must"), meant("too")
# a slogan in other words is another one
_WORD_FOR_WORD = regex(
    r"\b(?:slogan|motto|title|titled|headline|quot\w+|called(?! (?:off|for|on|in|out|up|back)\b)|named?|nickname\w*|words?|phrase|lyrics?|inscription|term|password|code|spel\w+|caption)\b",
    re.IGNORECASE,
)
_ASKS_SENSE = regex(r"\AWhy |\bmean\b")
_DEMANDING = frozenset(
    meant(folded(word))
    for word in "must want demand call ask propose suggest recommend urge insist request advise advice".split()  # noqa: SIM905 - see above
)
_FEARING = frozenset(
    map(meant, map(folded, "fear worry risk threaten threat danger warn concern concerned possible".split()))  # noqa: SIM905 - see above
)
_MOST_OTHERWISE = 2  # accepted words that one may still say in another way: "weak" of a demand that is low
_PUT_OTHERWISE = frozenset((_MUST, "may", "can", "giv_back"))
_MAY = frozenset(("may", "can"))
_FORBIDS = frozenset(map(meant, ("forbid", "prevent", "avoid")))
_ALLOWS = frozenset((*_MAY, _MUST, meant("allow")))
_WARNS = meant("warn")
_FEW = 2  # of some words, the share that has to be there before the answer is taken apart: one in two


class Wanted(NamedTuple):
    """An accepted text taken apart: its words, how often each meaning is among them, and its verbs."""

    words: Words
    telling: Counter[str]
    verbs: frozenset[str]

    @classmethod
    def of(cls, words: Words) -> Wanted:
        """Take marked words apart."""
        return cls(words, _telling(words), verbs_of(words))


class Restated:
    """The accepted texts of one question, taken apart when the first answer asks for it."""

    def __init__(self, texts: Sequence[str], question: str) -> None:
        self.texts, self.question = texts, question
        self.aims = Aims(texts, question)

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """The accepted texts that are not too long."""
        if _WORD_FOR_WORD.search(self.question) and not _ASKS_SENSE.search(self.question):
            return ()
        every = (Wanted.of(words) for words in map(self._worded, self.texts) if 0 < len(words) <= _MOST_WORDS)
        return tuple(wanted for wanted in every if wanted.telling)

    @cached_property
    def plain(self) -> tuple[Wanted, ...]:
        """The accepted texts without what says little, in the order of ``wanted``."""
        return tuple(Wanted.of(self._plainly(wanted.words)) for wanted in self.wanted)

    def _plainly(self, words: Words) -> Words:
        """Return words without what says little; "too loud" is loud where it is asked why."""
        return without_too(plainly(words)) if self.aims.asks_why else plainly(words)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The meanings of the question's words, which an answer may say besides."""
        return frozenset(word.meaning for word in self._question_words() if word.kind in _TELLING) - _TURNING

    @cached_property
    def asks_what_must_not_be(self) -> bool:
        """Whether the question asks for what is forbidden, so that an answer may tell that one must not do it."""
        asked = marked(self.question)
        meanings = {word.meaning for word in asked}
        not_allowed = any(word.kind is Kind.NOT for word in asked) and not meanings.isdisjoint(_ALLOWS)
        return not_allowed or not meanings.isdisjoint(_FORBIDS)

    @cached_property
    def warns(self) -> bool:
        """Whether the question asks of what one warns, so that an answer may tell not to do it."""
        return _WARNS in self.asked

    def said_in(self, wording: Wording) -> tuple[int, int] | None:
        """Return where an answer says an accepted text in other words, as a span of characters; None for nowhere."""
        if len(wording.text) > LONGEST:
            return None
        own = self._own(wording)
        near = [
            at
            for at, wanted in enumerate(self.wanted)
            if _FEW * len(own.intersection(wanted.telling)) >= len(wanted.telling) - (_TOO in wanted.telling)
        ]
        if not near:
            return None
        parts = [*pieces(wording.text, self._worded)]
        if len(parts) > 1 and wording.hedges and not any(_denies(self.wanted[at]) for at in near):
            parts = parts[:1]  # what is taken back may be another part
        come_about = consequent(wording.text)
        if come_about and not wording.hedges:
            parts.append(((0, len(wording.text)), self._worded(come_about)))
        if not wording.hedges:
            parts += [((0, len(wording.text)), self._worded(told)) for told in self.aims.told_by(wording.text)]
        return next((span for span, words in parts if any(self._is_said(each, words) for each in near)), None)

    def _own(self, wording: Wording) -> frozenset[str]:
        """Return the words of an answer and what each may mean."""
        return frozenset(wording.words).union(*map(self._possible, filter(str.isalpha, wording.words)))

    def _worded(self, text: str) -> Words:
        return worded(text)

    def _question_words(self) -> Words:
        return marked(self.question)

    def _possible(self, word: str) -> frozenset[str]:
        """Return what a word may mean, so that it may say an accepted one."""
        return possible(word)

    def _fitted(self, words: Words, wanted: Wanted) -> Words:  # noqa: ARG002 - near synonyms are fitted to them
        """Return the words of an answer as they are compared with accepted ones."""
        return words

    def _is_said(self, at: int, words: Words) -> bool:
        wanted = self.wanted[at]
        words = self._fitted(without_beside(reason_of(words, self.asked), frozenset(wanted.telling)), wanted)
        if is_done_to_them(words, frozenset(wanted.telling)) and not does_to_them(wanted.words):
            return False  # "The keeper had fouled him"
        beside = tuple(self._is_beside(word, wanted) for word in words)
        if _does_what_is_asked(words, beside, wanted):
            return False
        words = _without_loose(words, beside)
        if not _denies(wanted) and (
            self.asks_what_must_not_be or (self.warns and wanted.words[0].word.endswith("ing"))
        ):
            words = unforbidden(words)
        if len(words) > _MOST_WORDS or tells_of_other(wanted.words, words):
            return False
        if self._says(wanted, words):
            return True
        own = self.plain[at]
        if len(own.telling.keys() - {word.meaning for word in words} - _PUT_OTHERWISE) > _MOST_OTHERWISE:
            return False
        plain = self._plainly(words)
        if counts(plain) and not counts(own.words):
            plain = without_each(plain)
        if (own.words, plain) == (wanted.words, words):
            return self._is_flat(own, plain)
        return bool(own.telling) and (self._says(own, plain) or self._is_flat(own, plain))

    def _is_flat(self, wanted: Wanted, words: Words) -> bool:
        """Return whether words say what is accepted in a construction of their own, where they could say nothing else."""
        verbs = verbs_of(words) | wanted.verbs
        if wanted.telling != _telling(words) or can_differ(words, verbs) or can_differ(wanted.words, verbs):
            return False
        return is_flat_same(wanted.words, words)

    def _says(self, wanted: Wanted, words: Words) -> bool:
        mine, its = _telling(words), Counter(wanted.telling)
        own = wanted.words
        if mine[_MUST] != its[_MUST]:
            if not (self._may_be_bidden(words) if its[_MUST] else self._may_be_bidden(own)):
                return False
            del mine[_MUST], its[_MUST]
            words, own = (tuple(word for word in each if word.meaning != _MUST) for each in (words, own))
        if not _FEARING.isdisjoint(self.asked) and [mine[may] for may in _MAY] != [its[may] for may in _MAY]:
            if _is_told_as_done(words if any(its[may] for may in _MAY) else own):
                return False
            words, own = (tuple(word for word in each if word.meaning not in _MAY) for each in (words, own))
            mine, its = _telling(words), _telling(own)  # "The dam bursting" worries as what could happen
        if mine != its:
            return False
        if sum(word.word[0].isdigit() for word in own) > 1 and _in_order(own) != _in_order(words):
            return False  # "3 gold and 5 silver"
        verbs = verbs_of(words) | wanted.verbs
        one, other = _halves(own), _halves(words)
        if len(one) != len(other):
            return False
        orders = {other} if any(word.word == "then" for word in (*own, *words)) else {other, other[::-1]}
        return any(all(map(_same, one, each, (verbs,) * len(one))) for each in orders)

    def _is_beside(self, word: Marked, wanted: Wanted) -> bool:
        return word.kind in _TELLING and word.meaning not in wanted.telling and word.meaning in self.asked

    def _may_be_bidden(self, words: Words) -> bool:
        """Return whether words without "must" tell what to do: they begin with the verb, or the question says that one must."""
        if any(word.kind is Kind.BE and word.word in _TOLD_AS_DONE for word in words):
            return False
        demanded = any(word.word == "be" and before.kind is Kind.WORD for before, word in pairwise(words))
        if demanded or not _DEMANDING.isdisjoint(self.asked):
            return True  # "that the debt be halved"
        first = next((word for word in words if word.kind is not Kind.OF), None)
        finite = any(word.kind in (Kind.BE, Kind.HAVE) for word in words)
        return first is not None and first.kind is Kind.WORD and not is_past(first.word) and not finite


def _does_what_is_asked(words: Words, beside: tuple[bool, ...], wanted: Wanted) -> bool:
    """Return whether what is accepted does itself what is asked about: "The bar complained about noise" of noise from the bar."""
    for at, word in enumerate(words):
        if not (beside[at] and is_past(word.word)) or (at and words[at - 1].kind in (Kind.BE, Kind.WHICH, Kind.IT)):
            continue
        before, behind = (
            {each.meaning for each in part if each.kind is Kind.WORD} for part in (words[:at], words[at + 1 :])
        )
        if before & wanted.telling.keys() and behind & wanted.telling.keys():
            return True
    return False


def _without_loose(words: Words, beside: tuple[bool, ...]) -> Words:
    """Return words without those beside what is accepted, nor the preposition that led them in: "under the drug"."""
    kept: list[Marked] = []
    for at, word in enumerate(words):
        if beside[at] or (word.kind is Kind.OWN and at and beside[at - 1]):
            continue
        if word.kind is Kind.PLACE and word.meaning != "and" and not (at and beside[at - 1]):
            led = next(
                (place for place in range(at + 1, len(words)) if words[place].kind is not Kind.ARTICLE), len(words)
            )
            ends = led + 1 >= len(words) or words[led + 1].kind is not Kind.WORD or beside[led + 1]
            if led < len(words) and beside[led] and ends:
                continue
        kept.append(word)
    return tuple(kept)


def without_turning(meanings: frozenset[str]) -> frozenset[str]:
    """Return meanings without those that turn the rest round."""
    return meanings - _TURNING


def _is_told_as_done(words: Words) -> bool:
    return any(word.kind in (Kind.BE, Kind.HAVE) or (word.kind is Kind.WORD and is_past(word.word)) for word in words)


def _denies(wanted: Wanted) -> bool:
    return any(word.kind is Kind.NOT for word in wanted.words)


def _halves(words: Words) -> tuple[Words, ...]:
    """Return what stands before and behind "and", which tell apart of each other; words without it as they are."""
    place = next((at for at, word in enumerate(words) if word.meaning == "and"), None)
    return (words,) if place is None else (words[:place], words[place + 1 :])


def _same(one: Words, other: Words, verbs: frozenset[str]) -> bool:
    mine, its = told(one, verbs), told(other, verbs)
    return mine is not None and its is not None and is_same(mine, its)


def _in_order(words: Words) -> list[str]:
    return [word.meaning for word in words if word.kind in _TELLING]


def _telling(words: Words) -> Counter[str]:
    return Counter(_in_order(words))
