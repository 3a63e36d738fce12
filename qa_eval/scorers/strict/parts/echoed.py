"""What an answer takes over from its question word for word, "The mayor who never wore the chain was Ann Ray", and so neither denies nor tells of another."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.reading.counting import ORDINALS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AUXILIARIES, stem_of
from qa_eval.scorers._words.wording import SMALL, folded, key, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FEWEST = 2  # words of a title, and of a subject
_MOST = 0.6  # of a title's words, which a question may have in part
_ASKING = frozenset("who whom whose which what when where how why that this".split())  # noqa: SIM905 - a word list reads best as one text
_NEGATIVES = frozenset("not no never neither nor none without only".split())  # noqa: SIM905 - see above
# small words that tell one time, place or party from another
_OF_SIDES = frozenset(
    """before after until since during against under over above below to from off out up down between inside outside near past than more most less
    least all both each every any""".split()  # noqa: SIM905 - see above
)
_UNSAID = (SMALL | frozenset(AUXILIARIES) | _ASKING) - _NEGATIVES - _OF_SIDES
_IS = regex(r"\s(?:is|was|are|were)\s", re.IGNORECASE)
_WHERE_OF = regex(r"\s(?:of|in)\s(?:the\s)?[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?")
_DETERMINER = r"(?:the|an?|its|his|her|their)"
_WORKS = r"(?:song|ballad|instrumental|single|track|film|movie|novel|book|play|poem|musical|opera|album|show|series|hit|tune|hymn|story|episode)"
_KIND_LAST = regex(rf"\b{_WORKS}\s+\Z", re.IGNORECASE)
_WORK = regex(rf"\W*(?:{_DETERMINER}\s)?(?:{_WORKS}\s)?", re.IGNORECASE)
# "Born in 1931, which organist …"
_ASKED_BEHIND = regex(r"\W*(?P<lead>[^,?]{3,60}),\s(?:which|what)\s(?P<what>\w+)(?P<rest>[^?]*)", re.IGNORECASE)
_ASKS_WHY = regex(r"\W*(?:why|how|when|where)\b", re.IGNORECASE)
_IN_CLAUSE = regex(
    r"\W*(?:because|since|as|if|when|while|after|before|although|though|until|in|on|at|by|for|to|from|with|unlike|there)\b",
    re.IGNORECASE,
)
_YEAR = regex(r"1\d{3}|20\d\d")
_DIGIT = regex(r"\d")
_RANKS = (*ORDINALS, "last", "next", "other", "same", "former", "current", *_OF_SIDES, *_NEGATIVES)
_MUST_BE_SAID = frozenset(stem_of(folded(word)) for word in _RANKS)
_SUPERLATIVE = regex(r"[a-z]{2,}est")
_DENYING = r"(?:\w+n't|cannot|not|never|nor|neither|without|no longer|far from|unlike|unable|ceased|(?:fail|refus|declin)(?:s|e|es|ed|ing)?)"
_DENIES = regex(rf"(?<!\w)(?<!\w')(?P<not>{_DENYING})\s+(?P<next>[\w'-]+)", re.IGNORECASE)
_FAILS = regex(r"fail|refus|declin|ceas|unable", re.IGNORECASE)
_TURNS_DOWN = frozenset(("refus", "declin"))
_ASKS_WHO_FAILED = regex(
    r"\b(?:who|what|which(?:\s\w+){1,2})\s(?:has\s|had\s|have\s)?(?:fail|refus|declin|ceas)", re.IGNORECASE
)
_QUOTED = regex(r"\"[^\"\n]{2,100}\"|(?<!\w)'(?=[A-Z])[^\"\n]{2,100}?'(?!\w)")


def with_subject_for_short(text: str, question: str) -> str:
    """Return an answer with "It" for a subject that only says over again what is asked for; "" where it has no such.

    >>> asked = "Who was the mayor when the commission visited Lund?"
    >>> with_subject_for_short("The mayor of Lund when the commission visited in 1928 was Bo Ek.", asked)
    'It was Bo Ek.'
    >>> with_subject_for_short("The commission when the mayor visited Lund was Bo Ek.", asked)
    ''
    """
    text = plain(text)
    found = ""
    for copula in _IS.finditer(text):
        subject = text[: copula.start()]
        if _names_work(subject, question) or _says_what_is_asked(subject, question):
            found = f"It{text[copula.start() :]}"
    return found


def _names_work(subject: str, question: str) -> bool:
    """Return whether a subject is nothing but a title that the question has: 'The song "Never Mind"'."""
    bare = _WORK.sub("", subject, count=1)
    words, asked = key(bare), key(question)
    if len(words) < _FEWEST:
        return False
    if (title := _QUOTED.search(subject)) and title[0].strip("\"'").endswith(bare.strip("\"'")):
        return _is_of(words, asked)
    return _DENIES.search(bare) is not None and _stand_in(words, asked)


def _is_of(words: Sequence[str], asked: Sequence[str]) -> bool:
    """Return whether most words of a title stand in the question."""
    return sum(word in asked for word in words) >= len(words) * _MOST


def _stand_in(words: Sequence[str], within: Sequence[str]) -> bool:
    return any(tuple(within[at : at + len(words)]) == tuple(words) for at in range(len(within) - len(words) + 1))


def _says_what_is_asked(subject: str, question: str) -> bool:
    """Return whether the words of a subject are those of a question from the thing that is asked for on, in their order."""
    if len(subject.split()) < _FEWEST or _IN_CLAUSE.match(subject) or _ASKS_WHY.match(question):
        return False
    for told in (subject, _WHERE_OF.sub("", subject, count=1)):
        left_out = frozenset(_words(subject)) - frozenset(_words(told))
        said = _words(told)
        for asked in _asked_for(question):
            if left_out <= frozenset(asked) and _begins(asked, said, dated=bool(_DIGIT.search(question))):
                return True
    return False


def _begins(asked: Sequence[str], said: Sequence[str], *, dated: bool) -> bool:
    """Return whether words are those with which others begin, but for a word that is passed over or a year that is added."""
    at, passed = 0, 0
    for place, word in enumerate(said):
        if not dated and _YEAR.fullmatch(word):
            continue
        if place and at + 1 < len(asked) and asked[at] != word and not _tells_apart(asked[at]):
            at, passed = at + 1, passed + 1
        if at >= len(asked) or asked[at] != word or passed > 1:
            return False
        at += 1
    return bool(said) and at > 0


def _tells_apart(word: str) -> bool:
    return word in _MUST_BE_SAID or word.isdecimal() or _SUPERLATIVE.fullmatch(word) is not None


@lru_cache(maxsize=512)
def _asked_for(question: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a question from the thing that is asked for on, as it stands and with what it puts before that behind it."""
    behind = _ASKED_BEHIND.match(question)
    turned = (_words(f"{behind['what']} {behind['lead']} {behind['rest']}"),) if behind else ()
    return (_words(question), *turned)


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[str, ...]:
    return tuple(stem_of(word) for word in key(text) if word not in _UNSAID)


def is_echoed(text: str, question: str) -> bool:
    """Return whether all that a stretch of an answer says stands in the question.

    >>> is_echoed("published in 1891", "Who wrote the novel published in 1891?"), is_echoed("sold by Ann", "Who wrote it?")
    (True, False)
    """
    said = frozenset(_words(plain(text)))
    return bool(said) and said <= frozenset(_words(question))


def without_echoed_denial(text: str, question: str, holds: Callable[[str], bool]) -> str:
    """Return an answer without the titles that have negative words, and those words of the question, which are not its own.

    ``holds`` tells whether a stretch holds what is accepted, which is never left out.

    >>> without_echoed_denial('The song "Never Row" is not by Ann.', "Who wrote Never Row?", lambda text: "Ann" in text)
    'The song is not by Ann.'
    """
    text, asked = plain(text), key(question)
    for found in reversed(list(_QUOTED.finditer(text))):
        if not holds(found[0]) and _DENIES.search(found[0]) and _may_be_left_out(key(found[0]), question):
            text = f"{_before_title(text[: found.start()])}{text[found.end() :]}"
    for found in reversed(list(_DENIES.finditer(text))):
        if holds(text[found.end("not") :]) and _is_asked(found, asked, question):
            text = text[: found.start()] + text[found.start("next") :]
    return text


def _may_be_left_out(words: tuple[str, ...], question: str) -> bool:
    """Return whether a title is the one that the question has, if it has one with a negative word."""
    return _DENIES.search(question) is None or _is_of(words, key(question))


def _before_title(text: str) -> str:
    """Return what stands before a title, with "it" for that where nothing there says what it is."""
    if _KIND_LAST.search(text):
        return text.rstrip()
    return f"{text}it" if text.strip() else "It"


def _is_asked(found: re.Match[str], asked: tuple[str, ...], question: str) -> bool:
    """Return whether a negative word and the next one stand side by side in the question, or it asks whom somebody failed or refused."""
    if fails := _FAILS.match(found["not"]):
        if _ASKS_WHO_FAILED.search(question):
            return False
        told = (stem_of(folded(found["not"])), stem_of(folded(found["next"])))
        stems = tuple(map(stem_of, asked))
        turned_down = fails[0].lower() in _TURNS_DOWN and found["next"].lower() != "to"  # "declined the office"
        return told in pairwise(stems) or (turned_down and told[0] in stems)
    return (key(found["not"])[-1], folded(found["next"])) in pairwise(asked)
