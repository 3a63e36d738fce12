"""A short text as a clause: its verb, who does it, what it is done to, and what prepositions join to that."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import is_done, is_told, meant
from qa_eval.scorers._words.marked import Kind, Marked, marked
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.clauses.chunks import CLAUSAL, Chunk, chunks

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.scorers.strict.clauses.chunks import Joins

    Words = tuple[Marked, ...]

_HELPING = frozenset((Kind.BE, Kind.HAVE, Kind.MODAL, Kind.NOT, Kind.EMPTY))
_TO_COME = frozenset("will would shall must should to".split())  # noqa: SIM905 - a word list reads best as one text
_DONE = frozenset("had has have was were been did".split())  # noqa: SIM905 - see above
# questions for what somebody does, which is told without its subject
_ASKS_ACT = regex(
    r"\W*(?:what|how)\b.*\b(?:do|done|promis\w+|order\w*|tell|told|want\w*|plan\w*|offer\w*|agree\w*|decid\w+|threaten\w*|urge\w*|advise\w*|accus\w+|intend\w*|criti\w+|blam\w+)\b",
    re.IGNORECASE,
)
_LACK = meant(folded("lack"))
_PARTICLES = frozenset("up down off out away back".split())  # noqa: SIM905 - see above
_FINITE = frozenset((Kind.BE, Kind.HAVE, Kind.MODAL))
_FUTURE = frozenset(("will", "would", "did"))
_MUST = meant("must")
_HOW = frozenset("already also always often again then first soon just ever even still later rather".split())  # noqa: SIM905 - see above
_BEGINNING = frozenset(meant(word) for word in ("begin", "continue"))
_FEWEST = 2  # words of a clause


class Clause(NamedTuple):
    """Who does what to whom; ``joined`` is what prepositions join, ``particle`` the verb's other half, ``half`` whether the first of ``joined`` may be that: "gnaw through"."""

    verb: Marked
    particle: str
    helpers: Words
    doer: Chunk | None
    whom: Chunk | None
    joined: tuple[Chunk, ...]
    half: bool
    passive: bool

    @property
    def is_denied(self) -> bool:
        """Whether it is said not to be done."""
        return any(word.kind is Kind.NOT for word in self.helpers)

    @property
    def allowing(self) -> frozenset[str]:
        """What its helping words say beside the time: "can", "may", "must"."""
        return frozenset(word.meaning for word in self.helpers if word.kind is Kind.MODAL)

    @property
    def is_to_come(self) -> bool | None:
        """Whether it is told as still to come; None where its form does not say."""
        if any(word.word in _TO_COME or word.meaning == _MUST for word in self.helpers):
            return True
        done = any(word.word in _DONE for word in self.helpers)
        return False if done or (is_past(self.verb.word) and not self.passive) else None


def clauses_of(text: str, question: str) -> tuple[Clause, ...]:
    """Return the clause that an accepted text is, or the two that "and" joins; () for another text.

    >>> [(c.doer.meanings, c.verb.meaning, c.whom.meanings) for c in clauses_of("a lorry blocked the road", "Why was it shut?")]
    [(('truck',), 'block', ('road',))]
    """
    words = _without_lead(words_of(text))
    acts = _ASKS_ACT.match(question) is not None
    for at, word in enumerate(words):
        if word.meaning != "and" or not _FEWEST <= at < len(words) - 1:
            continue
        one = clause_in(words[:at], acts=acts)
        other = clause_in(words[at + 1 :], acts=True) if one and _like(one.verb, words[at + 1]) else None
        if one and other and not other.doer:
            return one, other
    whole = clause_in(words, acts=acts)
    return (whole,) if whole else ()


def words_of(text: str) -> Words:
    """Return the words of a text, "had not" as two of them, not as a lack."""
    found: list[Marked] = []
    every = marked(text.strip(" ."))
    for word, behind in zip_longest(every, every[1:]):
        lacks = word.meaning == _LACK and word.word in ("had", "has", "have")
        if lacks and behind and (behind.kind is Kind.BE or behind.follows_have):
            found += [
                word._replace(meaning="have", kind=Kind.HAVE),
                word._replace(meaning="not", kind=Kind.NOT, word="not"),
            ]
        else:
            found.append(word)
    return tuple(found)


def _like(verb: Marked, other: Marked) -> bool:
    return (
        other.kind is Kind.WORD
        and is_past(verb.word) is is_past(other.word)
        and (is_past(other.word) or is_done(other.meaning))
    )


def _without_lead(words: Words) -> Words:
    start = next(
        (
            at
            for at, word in enumerate(words)
            if word.kind not in (Kind.WHICH, Kind.BECAUSE) and word.word not in ("to", "by", "for")
        ),
        len(words),
    )
    return words[start:]


def clause_in(words: Words, *, acts: bool = False) -> Clause | None:
    """Return the clause that words are; None for no such. ``acts``: it may begin with its verb."""
    at = _verb_at(words, acts=acts)
    return None if at is None else clause_at(words, at)


def _verb_at(words: Words, *, acts: bool) -> int | None:
    """Return where the verb of an accepted clause stands."""
    if len(words) < _FEWEST:
        return None
    first = words[0]
    leads = first.kind is Kind.WORD and not first.is_how
    leads = leads and (acts or first.is_done)
    leads = leads and (is_past(first.word) or words[1].kind is not Kind.WORD or is_done(first.meaning))
    if leads and not _is_helped(words):
        return 0
    for at, word in enumerate(words):
        if at and word.meaning in CLAUSAL:
            return None
        if word.kind in _FINITE or word.word in _FUTURE:
            end = at
            while end < len(words) and (words[end].kind in _HELPING or words[end].word == "to" or _is_how(words[end])):
                end += 1
            helpers = words[at:end]
            return end if end < len(words) and _may_follow(helpers, words[end]) else None
        if at and words[at - 1].kind in (Kind.WORD, Kind.IT) and _is_past_among(words, at):
            return at
    return None


def _is_helped(words: Words) -> bool:
    """Return whether a word that helps a verb stands before any clause within."""
    for word in words:
        if word.meaning in CLAUSAL or word.kind in (Kind.WHICH, Kind.BECAUSE):
            return False
        if word.kind in _FINITE or word.word in _FUTURE:
            return True
    return False


def _is_past_among(words: Words, at: int) -> bool:
    """Return whether a word among others is a verb in the past; "put" and "set" are, before what it was done to."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if words[at].kind is not Kind.WORD:
        return False
    return is_past(words[at].word) or (
        words[at].follows_have and behind is not None and behind.kind in (Kind.ARTICLE, Kind.HIS, Kind.IT)
    )


def _may_follow(helpers: Words, word: Marked) -> bool:
    """Return whether a word is a verb that others may help."""
    if word.kind is not Kind.WORD:
        return False
    last = next((each for each in reversed(helpers) if each.kind in (Kind.BE, Kind.HAVE, Kind.MODAL, Kind.EMPTY)), None)
    if last is not None and last.kind in (Kind.BE, Kind.HAVE):
        return word.is_done or word.follows_have
    return not is_told(word.meaning) or is_done(word.meaning)


class Reading(NamedTuple):
    """By what an answer is read: what joins which meanings in the accepted clause, what verbs may lead one in, and who does it there."""

    joins: Joins = ()
    saying: frozenset[str] = frozenset()
    by_whom: tuple[str, ...] = ()


def clause_at(words: Words, at: int, reading: Reading = Reading()) -> Clause:  # noqa: B008 - it is immutable
    """Return the clause of the verb that stands at ``at``."""
    start = _helped_from(words, at, reading.saying)
    helpers, verb = words[start:at], words[at]
    before, behind = chunks(words[:start], reading.joins), chunks(words[at + 1 :], reading.joins)
    particle = _particle_of(behind)
    subject = _taken(before, lambda chunk: not chunk.joint, last=True)
    passive = any(word.kind is Kind.BE for word in helpers) and not verb.word.endswith("ing") and _may_be_done(verb)
    if subject and start == at and _may_be_done(verb) and (caused := _caused(subject)):
        subject, passive = caused, True
    if not passive and reading.by_whom and is_past(verb.word):  # "seats thrown by fans"
        passive = any(chunk.joint == "by" and chunk.meanings == reading.by_whom for chunk in behind)
    if passive:
        by = _taken(behind, lambda chunk: chunk.joint == "by" and (chunk.joint, chunk.meanings) not in reading.joins)
        return Clause(verb, particle, helpers, by, subject, (*before, *behind), half=False, passive=True)
    if behind and behind[0].joint == "to" and verb.meaning in _BEGINNING and behind[0].words:
        behind[0] = behind[0]._replace(joint="")
    half = bool(behind) and bool(behind[0].joint)
    whom = behind.pop(0) if behind and not half else None
    if subject and subject.opens and whom is None and before and not before[-1].joint:
        whom = before.pop()  # "the lane that the lorry blocked"
    return Clause(verb, particle, helpers, subject, whom, (*before, *behind), half=half, passive=False)


def _particle_of(behind: list[Chunk]) -> str:
    """Return the verb's other half, "out" of "pump out the cellar", which is taken away; "" for none."""
    first = behind[0] if behind else None
    if first and not first.joint and first.words[0].word in _PARTICLES:
        behind[:1] = [first._replace(words=first.words[1:])] if len(first.words) > 1 else []
        return first.words[0].word
    if first and first.joint in _PARTICLES:
        behind[:1] = [first._replace(joint="")] if first.words else []
        return first.joint
    return ""


def _taken(found: list[Chunk], fits: Callable[[Chunk], bool], *, last: bool = False) -> Chunk | None:
    """Return the first or last chunk that fits, which is taken away."""
    places = [at for at, chunk in enumerate(found) if fits(chunk)]
    return found.pop(places[-1 if last else 0]) if places else None


def _caused(subject: Chunk) -> Chunk | None:
    """Return what is had done: "the cellar" of "have the cellar pumped out"."""
    at = next(
        (at for at, word in enumerate(subject.words) if word.kind is Kind.HAVE or word.word in ("get", "got")), None
    )
    rest = subject.words[at + 1 :] if at is not None else ()
    return subject._replace(words=rest) if rest else None


def _is_how(word: Marked) -> bool:
    return word.word in _HOW or (word.word.endswith("ly") and word.word != "only")


def _may_be_done(verb: Marked) -> bool:
    return is_past(verb.word) or verb.follows_have or verb.word.endswith("ed")


def _helped_from(words: Words, at: int, saying: frozenset[str]) -> int:
    """Return where the words begin that help the verb at ``at``, with those that lead it in: "wants to", "will begin"."""
    start = at
    while start and (_helps(words[start - 1]) or _leads_in(words, start, saying, at)):
        start -= 1
    return start + (words[start].word == "there")


def _helps(word: Marked) -> bool:
    return word.kind in _HELPING or word.word == "to" or _is_how(word)


def _leads_in(words: Words, start: int, saying: frozenset[str], at: int) -> bool:
    """Return whether the word before ``start`` leads the verb in: "wants to", "denied doing"."""
    before, behind = words[start - 1], words[start]
    if before.kind is not Kind.WORD or before.meaning not in saying:
        return False
    if behind.word != "to" and not (start == at and behind.word.endswith("ing")):
        return False
    return start == 1 or words[start - 2].kind not in (Kind.ARTICLE, Kind.HIS)
