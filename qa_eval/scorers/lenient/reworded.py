"""Accepted clauses said in other words of the same meaning: "there were too few beds", for a lack of beds, "ending a quarrel", for to end a quarrel."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import expressed, is_done, lemma, meant, near_to
from qa_eval.scorers._words.sides import SIDES
from qa_eval.scorers._words.wording import SMALL, key
from qa_eval.scorers.lenient.several import SHORT, Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LONGEST = 120  # characters of a clause
TWO = 2
_LACK = meant("lack")
_NO = frozenset(
    map(lemma, ("not", "no", "never", "without", "nothing", "none", "nobody", "neither", "nor", "cannot", "hardly"))
)
_AUXILIARY = frozenset(
    map(
        meant,
        """be have do must can could may might will would shall should contain there it they he she one you we that this so as which
        mean means by the a an of for to in on at with because due reason cause order get their its his her against""".split(),  # noqa: SIM905 - a word list reads best as one text
    )
)
_PARTICLES = frozenset("up down in out off on away over back through round around".split())  # noqa: SIM905 - see above
# "It must no longer dump it", for stop dumping it
_NO_LONGER = regex(
    r"\b(?:(?:must|may|can|should|shall|will|has to|have to|is to|are to|was to|were to|do|does|did|is|are) )?(?:no longer|not (?=[^.;,]* (?:any ?more|any longer)\b))(?: (?:be )?(?:allowed|permitted) to)?\s",
    re.IGNORECASE,
)
_ANY_MORE = regex(r"\s(?:any ?more|any longer)\b")
_STOP = regex(r"\W*(?:to |that (?:it|they) )?(?:stops?|ceases?|end|quit)\s", re.IGNORECASE)
# what a clause or purpose begins with, and a name does not
_LEADS = regex(
    r"\W*(?:to|because|it|they|he|she|we|that|there|so|by [a-z]+ing|stop|cease|for|due to|owing to|out of|in protest|in order)\s",
    re.IGNORECASE,
)
_WHY = regex(r"\W*(?:why|for what reason|what (?:was|is) the reason|what happen\w*)\b", re.IGNORECASE)
_DID = regex(r"\b(?:what (?:happen\w*|did|does|do|will|has)|how (?:did|do|does|has|have|will))\b", re.IGNORECASE)
_WAYS = tuple(
    regex(rf"\b(?:{side}|(?:went|go|goes|going|gone) {way})\b", re.IGNORECASE)
    for side, way in zip(SIDES[0], ("up", "down"), strict=True)
)
_FROM = regex(r"\b(?:from|out of|off)\s+(?:the |an? |its |their |his |her )?(?P<what>[\w-]+)")
_TO = regex(r"\b(?:into|onto|to|in)\s+(?:the |an? |its |their |his |her )?(?P<what>[\w-]+)")


class _Clause(NamedTuple):
    """What the words of a clause mean, each with what may stand for it; how often it denies; its particles; whence and where to."""

    meanings: tuple[str, ...]
    near: tuple[frozenset[str], ...]
    denials: int
    particles: frozenset[str]
    sources: frozenset[str]
    goals: frozenset[str]


def is_reworded(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer says an accepted clause in words of the same meaning, in their order, and nothing else."""
    if len(said.words) > SHORT or len(said.plain) > LONGEST or asked.dates or asked.figures or said.options:
        return None
    given = frozenset(meant(word) for word in key(asked.text))
    why = _WHY.match(asked.text) is not None
    for text in asked.listed:
        if _DID.search(asked.text) and _moves_alike(text, said.plain, given):
            return Decision(0.8, Reason.SAME_WORDS, "moves the accepted way")
        clause = (" " in text and why) or _LEADS.match(text)
        if len(text) <= LONGEST and clause and _says(text, said.plain, given):
            return Decision(0.8, Reason.SAME_WORDS, "the accepted clause in other words")
    return None


def _moves_alike(text: str, answer: str, given: frozenset[str]) -> bool:
    """Return whether two texts say that what is asked about rose, or that it fell, and nothing else: "it went up", for increased."""
    for way in _WAYS:
        rests = [way.sub(" ", each, count=1) for each in (text, answer)]
        if all(rest != each for rest, each in zip(rests, (text, answer), strict=True)):
            words = [word for rest in rests for word in key(rest.lower())]
            return all((word in SMALL and lemma(word) not in _NO) or meant(word) in given for word in words)
    return False


def _says(text: str, answer: str, given: frozenset[str]) -> bool:
    if _STOP.match(text):
        answer = _ANY_MORE.sub("", _NO_LONGER.sub("stop ", answer))
    wanted, told = _read(text), _read(answer)
    if not wanted.meanings or wanted.denials != told.denials or _goes_elsewhere(wanted, told):
        return False
    if len(wanted.meanings) == 1 and wanted.particles != told.particles:
        return False
    places = [_place(at, wanted, told) for at in range(len(wanted.meanings))]
    found = [place for place in places if place >= 0]
    if len(found) < len(places):
        return False
    if sorted(found) != found and " by " not in text + answer and (len(found) > TWO or _acts(wanted)):
        return False
    return all(at in found or meaning in given for at, meaning in enumerate(told.meanings))


def _acts(clause: _Clause) -> bool:
    """Return whether a clause tells what is done, so that another order of its words may say who does it to whom."""
    return any(is_done(meaning) and meaning != _LACK for meaning in clause.meanings)


def _place(at: int, wanted: _Clause, told: _Clause) -> int:
    """Return where an answer says a word of an accepted clause; -1 for nowhere."""
    own = {wanted.meanings[at], *wanted.near[at]}
    exact = [place for place, each in enumerate(told.meanings) if each == wanted.meanings[at]]
    if exact or len(wanted.meanings) == 1:
        return next(iter(exact), -1)
    near = [place for place, each in enumerate(told.meanings) if each in own or wanted.meanings[at] in told.near[place]]
    return next(iter(near), -1)


def _goes_elsewhere(wanted: _Clause, told: _Clause) -> bool:
    """Return whether something comes from where it should go to, or the other way round."""
    if wanted.sources & told.goals or wanted.goals & told.sources:
        return True
    return (
        bool(wanted.goals and told.goals)
        and wanted.goals.isdisjoint(told.goals)
        and bool(wanted.goals & frozenset(told.meanings))
    )


@lru_cache(maxsize=4096)
def _read(text: str) -> _Clause:
    words = key(text.lower())
    told: list[tuple[str, str]] = []
    denials = 0
    for start, end, meaning in expressed(words):
        form = lemma(words[start])
        if end - start == 1 and (form in _NO or meaning in _NO):
            denials += 1
        elif meaning not in _AUXILIARY and not (end - start == 1 and words[start] in SMALL):
            told.append((form if end - start == 1 else "_".join(map(lemma, words[start:end])), meaning))
    lowered = text.lower()
    return _Clause(
        tuple(meaning for _, meaning in told),
        tuple(near_to(form, meaning) for form, meaning in told),
        denials,
        _PARTICLES.intersection(words),
        _ends(_FROM, lowered),
        _ends(_TO, lowered),
    )


def _ends(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(meant(word) for found in pattern.finditer(text) for word in key(found["what"]))
