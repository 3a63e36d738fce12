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
    from collections.abc import Sequence

_FEWEST = 2  # words of a title, and of a subject
_ASKING = frozenset("who whom whose which what when where how why that this".split())  # noqa: SIM905 - a word list reads best as one text
_NEGATIVES = frozenset("not no never neither nor none without only".split())  # noqa: SIM905 - see above
_UNSAID = (SMALL | frozenset(AUXILIARIES) | _ASKING) - _NEGATIVES
_IS = regex(r"\s(?:is|was|are|were)\s", re.IGNORECASE)
_WHERE_OF = regex(r"\s(?:of|in)\s(?:the\s)?[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?")
_DETERMINER = r"(?:the|an?|its|his|her|their)"
_WORKS = r"(?:song|ballad|instrumental|single|track|film|movie|novel|book|play|poem|musical|opera|album|show|series|hit|tune|hymn|story|episode)"
_WORK = regex(rf"\W*(?:{_DETERMINER}\s)?(?:{_WORKS}\s)?", re.IGNORECASE)
# "Born in 1931, which organist …"
_ASKED_BEHIND = regex(r"\W*(?P<lead>[^,?]{3,60}),\s(?:which|what)\s(?P<what>\w+)(?P<rest>[^?]*)", re.IGNORECASE)
_YEAR = regex(r"1\d{3}|20\d\d")
_DIGIT = regex(r"\d")
_MUST_BE_SAID = frozenset((*ORDINALS, "first", "last", "second", "only", "other", "oldest", "youngest")) | _NEGATIVES
_DENYING = r"(?:\w+n't|cannot|not|never|nor|neither|without|no longer|far from|unlike|unable|ceased|(?:fail|refus|declin)(?:s|e|es|ed|ing)?)"
_DENIES = regex(rf"(?<![\w'])(?P<not>{_DENYING})\s+(?P<next>[\w'-]+)", re.IGNORECASE)
_FAILS = regex(r"fail|refus|declin|ceas|unable", re.IGNORECASE)
_TURNS_DOWN = frozenset(("refus", "declin"))
_ASKS_WHO_FAILED = regex(
    r"\b(?:who|what|which(?:\s\w+){1,2})\s(?:has\s|had\s|have\s)?(?:fail|refus|declin|ceas)", re.IGNORECASE
)
_QUOTED = regex(r"\"[^\"\n]{2,100}\"|(?<!\w)'(?=[A-Z])[^\"\n]{2,100}?'(?!\w)")
_ALWAYS_DENIES = regex(rf"\s*(?P<not>{_DENYING})(?!\w)", re.IGNORECASE)


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
    """Return whether a subject is nothing but some words of a question as they stand there: 'The song "Never Mind"'."""
    words = key(_WORK.sub("", subject, count=1))
    return len(words) >= _FEWEST and _stand_in(words, key(question))


def _stand_in(words: Sequence[str], within: Sequence[str]) -> bool:
    return any(tuple(within[at : at + len(words)]) == tuple(words) for at in range(len(within) - len(words) + 1))


def _says_what_is_asked(subject: str, question: str) -> bool:
    """Return whether the words of a subject are those of a question from the thing that is asked for on, in their order."""
    if len(subject.split()) < _FEWEST:
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
        if place and at + 1 < len(asked) and asked[at] != word and asked[at] not in _MUST_BE_SAID:
            at, passed = at + 1, passed + 1
        if at >= len(asked) or asked[at] != word or passed > 1:
            return False
        at += 1
    return bool(said) and at > 0


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


def without_echoed_denial(text: str, question: str, accepted: str) -> str:
    """Return an answer without the negative words of titles in quotation marks and of the question, which are not its own.

    >>> without_echoed_denial("\\"Can't Row\\" is not by Ann.", "Who wrote Can't Row?", "Ann")
    '"Row" is not by Ann.'
    """
    text = plain(text)
    own = {*key(accepted)}
    titles = [found.span() for found in _QUOTED.finditer(text) if own.isdisjoint(key(found[0]))]
    for start, end in reversed(titles):
        text = text[:start] + _ALWAYS_DENIES.sub("", text[start:end]) + text[end:]
    asked = key(question)
    for found in reversed(list(_DENIES.finditer(text))):
        if not _holds(own, found["not"]) and _is_asked(found, asked, question):
            text = text[: found.start()] + text[found.start("next") :]
    return text


def _holds(words: set[str], text: str) -> bool:
    return not words.isdisjoint(key(text))


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
