"""What the document tells of the other figures and dates: an answer that says that of the accepted one is wrong."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import DateAnswer
from qa_eval.reading.calendar import A_MONTH
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.regex import regex
from qa_eval.reading.units import canonical
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SMALL, key
from qa_eval.scorers.strict.relation import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

LONGEST = 160  # characters; a longer answer tells more
MOST_READ = 4_000  # characters of a document
_TWO = 2  # values of one part
_EDGE = regex(
    r"[;:()\n]\s*|\.\s+|\s[–—-]\s|,\s+|\s+(?=(?:and|but|while|whereas|whilst|though|although|when|where|which|who|after|before|until|since|then)\s)",
    re.IGNORECASE,
)
_SENTENCE = regex(r"[;\n]\s*|(?<!\d)\.\s+|\.\s+(?=[A-Z])")
_VALUE = regex(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?:{A_MONTH})\b(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s+\d{{4}})?"
    r"|[$€£]?\d[\d.,]*(?<![.,])(?:\s?(?:%|million|billion|thousand|(?:bn|mn?|k)\b))?"
    rf"|\b(?:{'|'.join(CARDINALS[2:])})\b",
    re.IGNORECASE,
)
_DAY = regex(
    rf"\b(?:{A_MONTH})\b|\A(?:1[5-9]|20)\d\d\Z",
    re.IGNORECASE,
)
_FIRST = regex(r"\W*(?:on|in|by|from|at|about|some|only)?\s*", re.IGNORECASE)
_OF_THAT = regex(r"\W*(?:where|which|who|whose|when|that)\s", re.IGNORECASE)
_NEAR = 4  # words before it that such a clause is told of
_RELATED = regex(
    r"\b(?:after|before|since|following|later|earlier|until|when|while|than|compared|unlike|instead|not|without|despite|or|ago|as)\b|n't\b",
    re.IGNORECASE,
)
_WORDS = {word: str(number) for number, word in enumerate(CARDINALS) if number > 1}
_NUMBER = regex(
    rf"\d+(?:\.\d+)?|\b(?:{A_MONTH}|million|billion|thousand"
    rf"|{'|'.join(_WORDS)})\b"
)
# what leaves open which value is meant, or takes one back
_DOUBTS = regex(
    r"\b(?:or|either|maybe|perhaps|possibly|some|others?|disputed|actually|sorry|not|never|wrong|instead|rather|correct\w*|claim\w*|says?)\b|n't\b|\?",
    re.IGNORECASE,
)
_BY = regex(r"\bby\s+(?:about\s+)?[$€£]?\d", re.IGNORECASE)
# verbs of so many things that they tell nothing, and what is no word for a thing
_GENERAL = frozenset(
    """reached stood totalled totaled averaged measured recorded numbered amounted left made taken given found seen held set put got brought shrunk came went said kept let
    happened occurred go goes going come comes coming take takes place happen happens""".split()  # noqa: SIM905 - a word list reads best as one text
)
_NO_WORDS = frozenset(
    """is are was were be been being has have had do does did will would can could may might must shall should am pm
    during within among between towards toward throughout across around under via upon onto about along""".split()  # noqa: SIM905 - see above
)
_DONE = regex(
    r"\b(?:was|were|been|is|are|had|has|have)\s+(?:[a-z]+ly\s+)?(?:been\s+)?(?:[a-z]+ed|[a-z]+en|lost|sold|cut|built|paid|sent|hurt|lent|left|held|kept|met|won|fed|bought|brought|caught|taught|found|made|spent|put|set|hit|shot|read|told)\b",
    re.IGNORECASE,
)


# "six years to plan"
_TO_DO = regex(
    r"\d\S*\s+(?:[a-z]+\s+)?to\s+[a-z]{3,}\b|\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\s+to\s+[a-z]{3,}\b",
    re.IGNORECASE,
)


_NOBODY = regex(r"\W*(?:nobody|no one|none(?: of them)?)\s", re.IGNORECASE)
_ACTIVE = regex(r"\W*(?:she|he|they|it)\s+(?:had\s+)?[a-z]+\s+at\s", re.IGNORECASE)


class _Told(NamedTuple):
    """The stems of what a document tells of the accepted value, of the others, and in one clause with the accepted one."""

    of_it: frozenset[str]
    of_others: frozenset[str]
    shared: frozenset[str]


class Neighbours:
    """What the document of a question tells of its accepted figure or date, and of others."""

    def __init__(self, question: Question, gold: Gold, document: Document) -> None:
        self.question = question.text
        self.asked = stems(question.text)
        self.accepted = frozenset(key(gold.shown))
        self.dated = isinstance(question.answer, DateAnswer)
        self.gold = gold
        self.text = document.text[:MOST_READ]

    def said_of_another(self, text: str) -> str:
        """Return the words by which an answer says of the accepted value what the document tells of another; "" for none."""
        if len(text) > LONGEST or _RELATED.search(text):
            return ""
        clause = next((part for part in _parts(text) if self._holds(part)), "")
        own = [word for word in key(_VALUE.sub(" ", clause)) if _tells(word) and word not in self.accepted]
        verbs = [word for word in own if is_past(word) and word not in _GENERAL] or [
            word
            for word in (told[0].split()[-1].lower() for told in _TO_DO.finditer(clause))
            if word in own and word not in _GENERAL
        ]
        if (
            all(stem_of(word) in self.asked for word in own)
            or not (self.dated or (verbs and (_DONE.search(clause) or _TO_DO.search(clause) or _ACTIVE.match(clause))))
            or not self._told.of_it
        ):
            return ""
        foreign = self._foreign - self._told.shared
        if any(stem_of(word) not in self.asked and possible(word) & self._asked_alike for word in own):
            return ""  # "It begins on 3 May", where it is asked when it starts
        strange = [word for word in own if stem_of(word) in foreign and word not in _GENERAL]
        if verbs and all(word in strange for word in verbs):
            return " ".join(strange)
        if not self.dated or not self._specific.isdisjoint(map(stem_of, own)):
            return ""
        named = any(word.title() in clause for word in strange)
        return " ".join(strange) if strange and (named or _TWO * len(strange) >= len(own)) else ""

    def told_alone(self, text: str) -> str:
        """Return the part of an answer with the accepted value, where the document tells of each other one what the answer does; "" otherwise."""
        if len(text) > LONGEST or _DOUBTS.search(text):
            return ""
        own, beside, alone = "", False, ""
        for lead, said in _led(text):
            part = f"{lead} {said}" if lead else said
            if _VALUE.search(part) is None:
                continue
            if not own and self._holds(part):
                own, alone = part, said
            elif self._is_told(part):
                beside = True
            else:
                return ""
        if not beside or _BY.search(own):
            return ""
        return own if own and not self.said_of_another(own) and not self._is_foreign(alone) else ""

    def _is_told(self, part: str) -> bool:
        """Return whether the document tells of the value of a part what the part does, and of the accepted one it does not."""
        said = _words(part) & self._foreign
        value = _normal(part)
        return bool(said) and any(value <= known and said & words for known, words in self._others)

    def _is_foreign(self, part: str) -> bool:
        """Return whether a part has words of what the document tells of another value, and none of what it tells of the accepted one alone."""
        said = _words(part)
        return not said.isdisjoint(self._foreign) and said.isdisjoint(self._specific)

    @cached_property
    def _asked_alike(self) -> frozenset[str]:
        """What the words of the question may mean: "start" may be "begin"."""
        return frozenset[str]().union(*(possible(word) for word in key(self.question) if _tells(word)))

    @cached_property
    def _others(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """The other values of the document with what it tells of each."""
        parts = [part for sentence in _SENTENCE.split(self.text) for part in _valued(sentence) if _VALUE.search(part)]
        return tuple((_normal(part), _words(part)) for part in parts)

    @cached_property
    def _foreign(self) -> frozenset[str]:
        return self._told.of_others - self._told.of_it - self.asked if self._told.of_it else frozenset()

    @cached_property
    def _specific(self) -> frozenset[str]:
        return (self.asked | self._told.of_it) - self._told.of_others

    @cached_property
    def _told(self) -> _Told:
        of_it: set[str] = set()
        of_others: set[str] = set()
        shared: set[str] = set()
        for sentence in _SENTENCE.split(self.text):
            if _NOBODY.match(sentence):
                of_others |= _words(sentence)  # "Nobody was hurt"
            clauses = [self._rated(clause) for clause in _parts(sentence)]
            here = any(any(right) for clause in clauses for _, right in clause)
            others = not here and any(right for clause in clauses for _, right in clause)
            before = ""
            for clause in clauses:
                own = any(any(right) for _, right in clause)
                for part, right in clause:
                    if any(right) or (here and not right):
                        of_it |= _words(part)
                    if own:
                        shared |= _words(part)
                    if (right and not any(right)) or (others and not right):
                        of_others |= _words(part)
                text = " ".join(part for part, _ in clause)
                if own and _OF_THAT.match(text):  # "the museum, where it opens on 12 May"
                    shared |= _words(" ".join(before.split()[-_NEAR:]))
                before = text
        return _Told(frozenset(of_it), frozenset(of_others), frozenset(shared))

    def _rated(self, clause: str) -> list[tuple[str, list[bool]]]:
        """Return the parts of a clause, with whether each of its values is accepted."""
        return [(part, [self._holds(value[0]) for value in _VALUE.finditer(part)]) for part in _valued(clause)]

    def _holds(self, text: str) -> bool:
        return self.gold.relate(text, None).reason in ACCEPTED


def _tells(word: str) -> bool:
    """Return whether a word can tell what a value is of: no unit, no day of the week and none of the small ones."""
    return (
        word.isalpha()
        and word not in SMALL
        and word not in _NO_WORDS
        and not word.endswith("day")
        and canonical(word) is None
    )


def _words(part: str) -> frozenset[str]:
    """Return the stems of the words of a part that can tell what its value is of."""
    return frozenset(stem_of(word) for word in key(_VALUE.sub(" ", part)) if _tells(word))


def _normal(part: str) -> frozenset[str]:
    """Return the numbers and months of a part, each written in one way."""
    found = _NUMBER.findall(part.lower().replace(",", ""))
    return frozenset(_WORDS.get(each, each[:3] if each.isalpha() else each) for each in found)


def _valued(sentence: str) -> Iterator[str]:
    """Yield the parts of a sentence, with one value each at most; what stands before the first of several belongs to each."""
    for lead, said in _led(sentence):
        yield f"{lead} {said}" if lead else said


def _led(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a sentence with what stands before the first of several values, "" for a part that has it itself."""
    for part in _parts(sentence):
        values = list(_VALUE.finditer(part))
        if len(values) < _TWO:
            yield "", part
            continue
        first = _FIRST.fullmatch(part, 0, values[0].start()) is not None
        if (
            first and len(values) > _TWO and _DAY.search(values[0][0])
        ):  # "In May they signed a contract of $250m with five banks"
            yield "", part[: values[0].end()]
            yield from _led(part[values[0].end() :])
            continue
        lead = "" if first else part[: values[0].start()]
        cuts = [value.start() if first else value.end() for value in (values[1:] if first else values[:-1])]
        for place, (start, end) in enumerate(pairwise([0, *cuts, len(part)])):
            yield lead if place else "", part[start:end]


def _parts(text: str) -> Iterator[str]:
    edges = [0, *(edge.end() for edge in _EDGE.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        if any(map(str.isalnum, text[start:end])):
            yield text[start:end]
