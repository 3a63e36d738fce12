"""A short text as a clause: its verb, who does it, what it is done to, and what prepositions join to that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.verbs import is_past
from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind, Marked
from qa_eval.scorers.strict.clauses.chunks import Chunk, chunks

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.scorers.strict.clauses.chunks import Joins

    Words = tuple[Marked, ...]

HELPING = frozenset((Kind.BE, Kind.HAVE, Kind.MODAL, Kind.NOT, Kind.EMPTY))
_TO_COME = frozenset("will would shall must should to".split())  # noqa: SIM905 - a word list reads best as one text
_DONE = frozenset("had has have was were been did".split())  # noqa: SIM905 - see above
_PARTICLES = frozenset("up down off out away back".split())  # noqa: SIM905 - see above
FINITE = frozenset((Kind.BE, Kind.HAVE, Kind.MODAL))
_MUST = meant("must")
_HOW = frozenset("already also always often again then first soon just ever even still later rather".split())  # noqa: SIM905 - see above
_TIMES = frozenset("last next every each this today yesterday tomorrow too".split())  # noqa: SIM905 - see above
_GET = frozenset(("get", "gets", "getting"))
_BEGINNING = frozenset(meant(word) for word in ("begin", "continue"))
FEWEST = 2  # words of a clause


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
    passive = (
        any(word.kind is Kind.BE or word.word in _GET for word in helpers)
        and not verb.word.endswith("ing")
        and _may_be_done(verb)
    )
    if subject and start == at and at and words[at - 1].kind is not Kind.WHICH and _may_be_done(verb):
        caused = _caused(subject)
        subject, passive = caused or subject, caused is not None
    if not passive and reading.by_whom and is_past(verb.word):  # "seats thrown by fans"
        passive = any(chunk.joint == "by" and chunk.meanings == reading.by_whom for chunk in behind)
    if passive:
        by = _taken(behind, lambda chunk: chunk.joint == "by" and (chunk.joint, chunk.meanings) not in reading.joins)
        return Clause(verb, particle, helpers, by, subject, (*before, *behind), half=False, passive=True)
    if behind and behind[0].joint == "to" and verb.meaning in _BEGINNING and behind[0].words:
        behind[0] = behind[0]._replace(joint="")
    half = bool(behind) and bool(behind[0].joint)
    whom = behind.pop(0) if behind and not half else None
    if whom and behind and not particle and behind[0].joint in _PARTICLES and not behind[0].words:
        particle = behind.pop(0).joint  # "led Ann out"
    if whom and behind and not particle and _is_received(whom, behind[0]):
        behind[0], whom = whom._replace(joint="to"), behind[0]  # "sold the school 40 chairs"
    if subject and subject.opens and whom is None and before and not before[-1].joint:
        whom = before.pop()  # "the lane that the lorry blocked"
    return Clause(verb, particle, helpers, subject, whom, (*before, *behind), half=half, passive=False)


def _is_received(whom: Chunk, behind: Chunk) -> bool:
    """Return whether something stands behind the one who receives it."""
    if behind.joint or behind.opens or not behind.meanings or not whom.words:
        return False
    if behind.words[0].start - whom.words[-1].end > 1:
        return False  # "the Meg, its oldest ship"
    return behind.words[0].word not in _TIMES and (len(behind.words) < FEWEST or behind.words[1].word not in _TIMES)


def _particle_of(behind: list[Chunk]) -> str:
    """Return the verb's other half, "out" of "pump out the cellar", which is taken away; "" for none."""
    first = behind[0] if behind else None
    if first and not first.joint and first.words[0].word in _PARTICLES:
        behind[:1] = [first._replace(words=first.words[1:])] if len(first.words) > 1 else []
        return first.words[0].word
    if first and not first.joint and len(first.words) > 1 and first.words[-1].word in _PARTICLES:
        behind[0] = first._replace(words=first.words[:-1])  # "led a boy down the lane"
        return first.words[-1].word
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


def is_how(word: Marked) -> bool:
    """Return whether a word stands among those that help a verb, and tells how or when."""
    return word.word in _HOW or (word.word.endswith("ly") and word.word != "only")


def _may_be_done(verb: Marked) -> bool:
    return is_past(verb.word) or verb.follows_have or verb.word.endswith("ed")


def _helped_from(words: Words, at: int, saying: frozenset[str]) -> int:
    """Return where the words begin that help the verb at ``at``, with those that lead it in: "wants to", "will begin"."""
    start = at - (at > 0 and words[at - 1].word in _GET and _may_be_done(words[at]))
    while start and (_helps(words[start - 1]) or _leads_in(words, start, saying, at)):
        start -= 1
    return start + (words[start].word == "there")


def _helps(word: Marked) -> bool:
    return word.kind in HELPING or word.word == "to" or is_how(word)


def _leads_in(words: Words, start: int, saying: frozenset[str], at: int) -> bool:
    """Return whether the word before ``start`` leads the verb in: "wants to", "denied doing"."""
    before, behind = words[start - 1], words[start]
    if before.kind is not Kind.WORD or before.meaning not in saying:
        return False
    if behind.word != "to" and not (start == at and behind.word.endswith("ing")):
        return False
    return start == 1 or words[start - 2].kind not in (Kind.ARTICLE, Kind.HIS)
