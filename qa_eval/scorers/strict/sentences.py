"""Accepted answers that are whole sentences: "The mill was built in 1953." accepts "1953", where it is asked when it was built."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qa_eval.model import DateAnswer, EntityAnswer, PhraseAnswer, QuantityAnswer
from qa_eval.reading.dates import read_date
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SMALL, folded
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Answer, Document, Question
    from qa_eval.scorers.strict.relation import Gold, Relation

LONGEST = 160  # characters; a longer text says more than one thing
_LABEL = regex(r"[A-Z][a-z]+(?: [a-z]+){0,2}:\s+(?=\S)")
_WORD = regex(r"[^\W_][\w'’.-]*")
_SUBJECT = frozenset("it they he she this that there the its his her their".split())  # noqa: SIM905 - a word list reads best as one text
_VERBS = frozenset("is are was were has have had be been".split())  # noqa: SIM905 - see above
_OPEN = regex(r"\b(?:not|no|never|nor|neither|or|but)\b|n['’]t\b|[;?]", re.IGNORECASE)
_ASKS_WHEN = regex(r"\b(?:when|(?:which|what) (?:year|date|day|month|decade|century)|since|until)\b", re.IGNORECASE)
_ASKS_HOW = regex(
    r"\bhow [a-z]+\b|\b(?:percentage|share|number|amount|price|cost|age|height|length|weight)\b", re.IGNORECASE
)
_LED = regex(r"(?:by|in|at|on|from|called|named)\s+(?=[A-Z])")
_NAME = 5  # words of the longest name


class SentenceGold:
    """An accepted sentence; ``plain`` judges it as it stands, ``core`` what it says beside the question."""

    def __init__(self, plain: Gold, core: Gold) -> None:
        self.shown = plain.shown
        self.plain, self.core = plain, core

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted sentence."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED:
            return relation
        again = self.core.relate(text, document)
        return again._replace(message=f"{again.message}, of {self.shown}") if again.reason in ACCEPTED else relation


def core_of(text: str, question: str) -> str:
    """Return what an accepted sentence says beside what its question tells; "" where it is no such sentence.

    >>> core_of("The mill was built in 1953.", "When was the mill built?"), core_of("Score: 3–1", "What is the score?")
    ('in 1953', '3–1')
    >>> core_of("Ann Lee won.", "Who won?"), core_of("the old mill", "Which mill is it?"), core_of("It halved", "How did it change?")
    ('Ann Lee', '', '')
    """
    bare = text.strip().rstrip(".")
    if len(bare) > LONGEST or _OPEN.search(bare):
        return ""
    if label := _LABEL.match(bare):
        return bare[label.end() :]
    if not bare[:1].isupper() or not text.rstrip().endswith("."):
        return ""  # "it must be greased" is accepted for why, and "greased" is not
    words, known = list(_WORD.finditer(bare)), stems(question)
    led = [_is_known(word[0], known) for word in words]
    first = led.index(False) if False in led else len(led)
    if 0 < first < len(words) and _tells(words[:first], known):
        return bare[words[first - 1].end() :].strip(" ,")
    last = len(led) - led[::-1].index(False) if False in led else 0
    if 0 < last < len(words) and words[0][0].istitle() and _tells(words[last:], known, alone=True):
        return bare[: words[last - 1].end()]
    return ""


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Return whether a word is told by the question, or stands for what is."""
    plain = word.lower()
    return plain in _SUBJECT or plain in _VERBS or bool(stems(word) & known and folded(word) not in SMALL)


def _tells(words: list[re.Match[str]], known: frozenset[str], *, alone: bool = False) -> bool:
    """Return whether words are a subject and its verb, or, ``alone``, the verb of the question."""
    told = [word[0].lower() for word in words]
    verbs = [word for word in told if word in _VERBS or (word not in _SUBJECT and stems(word) & known)]
    return (
        bool(verbs)
        if alone
        else bool(verbs) and (told[0] in _SUBJECT or bool(stems(told[0]) & known)) and len(told) > 1
    )


def sentence_gold(question: Question, plain: Gold, made: Callable[[Question], Gold]) -> Gold:
    """Return a gold that also takes what an accepted sentence says beside its question, else ``plain``."""
    core = core_of(question.accepted[0], question.text) if len(question.accepted) == 1 else ""
    if not core:
        return plain
    answer = _typed(core, question.text)
    return SentenceGold(plain, made(replace(question, answer=answer, accepted=(answer.text,))))


def _typed(core: str, question: str) -> Answer:
    """Return what a sentence says as the answer that a question asks for."""
    if _ASKS_WHEN.search(question) and read_date(core) is not None:
        return DateAnswer(core)
    if _ASKS_HOW.search(question) and read_quantity(core) is not None:
        return QuantityAnswer(core)
    name = _LED.sub("", core, count=1)
    return EntityAnswer(name) if len(name.split()) <= _NAME else PhraseAnswer(core)
