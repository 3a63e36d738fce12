"""What an answer says, read on demand and each way once."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from qa_eval.reading.abstentions import abstains
from qa_eval.reading.dates import read_dates
from qa_eval.reading.hedges import HedgeKind, read_hedges
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.others import meaning
from qa_eval.scorers.lenient.words import SMALL, form, phrased, plain, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.reading.dates import DateValue
    from qa_eval.reading.hedges import Hedge
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.words import Word

MOST_VALUES = 100
LONG = 60  # words of a text that may reason before it concludes
LONGEST_NAME = 40  # letters of a name and the word glued to it
SHORTEST = 40  # letters of an answer that is a name and little else
MOST_BOXED = 2000  # characters that a box may hold
_REFUSAL = regex(
    r"(?=[acdintup])\b(?:i(?:'m| am) (?:sorry|not sure|unable)|i (?:do not|don't|could not|couldn't|cannot|can't|am unable to|was unable to)\b|"
    r"not (?:specified|mentioned|provided|available|clear|known|stated|possible|enough)|no (?:information|specific|record|definitive|evidence|single)|"
    r"insufficient|cannot be determined|unclear|unknown|need more (?:context|information)|depends on|provide (?:more|additional)|"
    r"as an ai|does(?:n't| not) (?:exist|specify|mention|say)|there (?:is|was|are) no\b|could you|please (?:provide|clarify))",
    re.IGNORECASE,
)
_SENTENCE = regex(
    r"(?<=[^\W\d_]{2}[.!?])(?<!\bSt\.)(?<!\bMt\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMrs\.)[\"')\]]*\s+(?=[A-Z\"'(\d])|\n+|(?<=[\d\])][.!?])\s+(?=[A-Z\"'])"
)
_MARK = regex(
    r"(?:\bfinal answer|\b(?:the|my) (?:correct |best |right )?(?:answer|option|choice)|\bthe (?:correct|right) (?:formula|symbol|name|term|word|value|figure|number|date|year|spelling)|^\**(?:answer|a|ans))\**\s*(?:is|was|would be|:|=)+\s*:?\**\s*",
    re.IGNORECASE | re.MULTILINE,
)
_COMPARED = regex(
    r"(?=[acdmtuvwy])\b(?:(?:years?|months?|weeks?|days?|decades?|centuries) (?:after|before)(?=[^.;,\n]*\d)|compared (?:with|to)|as against|(?:versus|vs\.?)(?= [$€£]?\d)|up from|down from|unlike|than (?:in|for|during|that of|that in|that for)|than(?= (?:19|20)\d\d\b))\b(?:[^.;,\n]|[.,](?=\d))*",
    re.IGNORECASE,
)
# a text that lost its spaces: "It wasBuddhism", "signed inParison"
_GLUED_BEFORE = regex(
    r"\b(is|was|were|are|in|on|at|by|with|of|for|from|to|the|a|an|and|as|named|called|isthe|inthe)(?=[A-Z][a-z]{2})"
    r"|\b(of|is|was|are|has|have|about|with)(?=(?:two|three|four|five|six|seven|eight|nine|eleven|twelve|twenty|thirty)\b)"
)
_MAY_BE_GLUED = regex(
    "[a-z](?:[A-Z][a-z]|t(?:wo|hree|hirty|welve|wenty)|f(?:our|ive)|s(?:ix|even)|e(?:ight|leven)|nine)"
)
_IN_YEAR = regex(r"(?<=\w)(?:\s*,)?\s*(?:\(?\b(?:in|since)\s)(?:\w+ )?(?:1\d|20)\d\d\)?\.?$")
_GLUED_BEHIND = regex(r"(\w{4,}?)(?:in|on|at|by|and|is|was|for|from|with|as|to|of)")
_WHOLE = regex(r"\w+")
_LOST = regex(r"[^\x00-\x7f]")
_BOXED = regex(r"\\?\\(?:boxed|fbox)\s*\{")
_CONCLUDES = regex(r"\b(?:therefore|thus|hence|in conclusion|in summary|so,|consequently)\b", re.IGNORECASE)


T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - reads as the decorator that it is
    """A property that is worked out once; without the lock of functools.cached_property, which costs as much as some of them."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type | None = None) -> T:
        value = self.work(instance)
        instance.__dict__[self.name] = value
        return value


class Said:
    """One answer: its words in the form that is compared, and, once asked for, its dates, figures, hedges and sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = phrased(plain(_GLUED_BEFORE.sub(r"\g<0> ", text) if _MAY_BE_GLUED.search(text) else text))
        self.words = words_of(self.plain)
        self.forms = tuple([word.form for word in self.words])
        self.bag = frozenset(self.forms)
        self.content = tuple([each for each in self.forms if each not in SMALL]) or self.forms
        self.squashed = "".join(self.forms)
        self.abouts: dict[
            tuple[int, int, int], set[str]
        ] = {}  # what attributed.py finds in a clause, for each question
        self.mentions: dict[int, list[tuple[int, int]]] = {}  # beside.mentions of each question it is judged for
        self.near: dict[tuple[Quantity, Quantity, int], float] = {}  # values.closeness, for each question

    @lazy
    def starts(self) -> list[int]:
        """Return where each word begins."""
        return [word.start for word in self.words]

    def lowered(self, word: Word) -> str:
        """Return a word as it is written, in lower case."""
        return self.plain[word.start : word.end].lower()

    def between(self, low: int, high: int) -> list[Word]:
        """Return the words that begin from one place on and before another."""
        starts = self.starts
        return self.words[bisect_left(starts, low) : bisect_left(starts, high)]

    @lazy
    def joined(self) -> str:
        """Return the forms with a space around each, to find several side by side."""
        return f" {' '.join(self.forms)} "

    @lazy
    def stems(self) -> dict[str, str]:
        """Return each stem and a word that has it."""
        return {stem(each): each for each in self.content}

    @lazy
    def meanings(self) -> dict[int, str]:
        """Return what each word means that others mean as well, and the word."""
        return {known: each for each in self.content if (known := meaning(each)) is not None}

    @lazy
    def by_letter(self) -> dict[str, list[str]]:
        """Return each first letter and the words that begin so."""
        found: dict[str, list[str]] = {}
        for each in dict.fromkeys(self.content):
            found.setdefault(each[0], []).append(each)
        return found

    @lazy
    def acronyms(self) -> frozenset[str]:
        """Return the words that are written in capitals."""
        return frozenset(word.form for word in self.words if self.plain[word.start : word.end].isupper())

    @lazy
    def capitals(self) -> str:
        """Return the letters that words with a capital begin with, in lower case."""
        return "".join([self.plain[word.start] for word in self.words if word.capital]).lower()

    @lazy
    def dates(self) -> tuple[DateValue, ...]:
        """Return the dates that are given."""
        return read_dates(self.plain)[:MOST_VALUES]

    @lazy
    def figures(self) -> tuple[Quantity, ...]:
        """Return the figures that are given."""
        return read_quantities(self.plain)[:MOST_VALUES]

    @lazy
    def hedges(self) -> tuple[Hedge, ...]:
        """Return what is denied, taken back or left open."""
        return read_hedges(self.plain)

    @lazy
    def denied(self) -> list[tuple[int, int]]:
        """Return the stretches that are denied or taken back."""
        return [(hedge.start, hedge.end) for hedge in self.hedges if hedge.kind is not HedgeKind.ALTERNATIVE]

    @lazy
    def aside(self) -> list[tuple[int, int]]:
        """Return the stretches whose figures are not the answer's: those denied, and what it is compared with."""
        return [*self.denied, *self.compared]

    @lazy
    def compared(self) -> list[tuple[int, int]]:
        """Return the stretches that tell what something is compared with."""
        return [match.span() for match in _COMPARED.finditer(self.plain)]

    @lazy
    def sides(self) -> list[tuple[int, int]]:
        """Return the alternatives that are left open."""
        return [(hedge.start, hedge.end) for hedge in self.hedges if hedge.kind is HedgeKind.ALTERNATIVE]

    @lazy
    def damaged(self) -> dict[str, str]:
        """Return what damaged words may have been, and the words: without letters that a file lost, or a small word glued to a name."""
        found: dict[str, str] = {}
        if not self.text.isascii():
            accented = (word for word in _WHOLE.findall(self.text) if not word.isascii())
            found = {_LOST.sub("", word).lower(): form(word.lower()) for word in accented}
        for word in self.words:
            if word.capital and len(word.form) <= LONGEST_NAME and (glued := _GLUED_BEHIND.fullmatch(word.form)):
                found[glued[1]] = word.form
        return found

    @lazy
    def pairs(self) -> dict[str, str]:
        """Return each two neighbouring words written as one, and the first of them."""
        return {one + other: one for one, other in pairwise(self.forms)}

    @lazy
    def options(self) -> int:
        """Return how many alternatives are left open."""
        return len(self.sides)

    @lazy
    def refuses(self) -> float:
        """1 for a refusal, 0.5 for the wording of one beside something else, 0 for none."""
        return 1.0 if abstains(self.plain) else 0.5 if _REFUSAL.search(self.plain) else 0.0

    @lazy
    def sentences(self) -> list[int]:
        """Return where each sentence begins."""
        return [0, *(match.end() for match in _SENTENCE.finditer(self.plain))]


def concluded(text: str) -> str:
    r"""Return what a text that reasons gives as its answer in the end; the text itself where it marks none.

    >>> concluded("First 2 + 2 = 4, then 4 + 3 = 7. The final answer is 7.")
    '7.'
    >>> concluded(r"We get \boxed{170} metres"), concluded("It was Paris.")
    ('170', 'It was Paris.')
    """
    if "boxed" in text or "fbox" in text:
        boxes = list(_BOXED.finditer(text))
        inside = _braced(text, boxes[-1].end()) if boxes else ""
        if inside.strip():
            return inside
    lowered = text.lower()
    if (
        "answer" in lowered
        or "option" in lowered
        or "the correct" in lowered
        or "the right" in lowered
        or "choice" in lowered
        or "\n" in text
    ):
        marks = list(_MARK.finditer(text))
        tail = text[marks[-1].end() :].strip() if marks else ""
        if tail:
            return tail
    if "=" in text and text.count(" ") > LONG:
        ends = list(_CONCLUDES.finditer(text))
        if ends:
            return text[ends[-1].start() :]
    return text


def without_year(text: str) -> str:
    """Return a short answer without the year that is told behind it.

    >>> without_year("Keller, in 1954"), without_year("He did it in 1954.")
    ('Keller', 'He did it')
    """
    return _IN_YEAR.sub("", text) if len(text) <= SHORTEST and "in" in text else text


def _braced(text: str, start: int) -> str:
    depth = 1
    for place in range(start, min(len(text), start + MOST_BOXED)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if not depth:
            return text[start:place]
    return ""
