"""Accepted counts of several things, "5 wins and 3 draws", told with what was done: "It won five and drew three"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.numbers.told import ToldNumber, numbers_told
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, SMALL, folded, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKED = regex(r"\bhow many\b|\b(?:record|tally|result)\b", re.IGNORECASE)
_PIECE = regex(r"\s*(?:,(?!\d)|\band\b|\bfrom\b|\bout of\b|\bof\b|\bfor\b|\bin\b|;)\s*", re.IGNORECASE)
_COUNTED = regex(
    r"\s*[\w,.-]+(?:\s(?:hundred|thousand|million))?\s(?P<noun>[a-z'-]+(?:\s[a-z'-]+){0,2})\s*", re.IGNORECASE
)
_OUT_OF = regex(r"(?P<noun>(?:\s[a-z]+){1,2}?)?\s(?:of|out of|from)\s(?:(?:the|his|her|its|their)\s)?\Z", re.IGNORECASE)
_DENIES = regex(
    r"\b(?:not?|never|nor|neither|none|without|except|instead|unless|or|only|if|than|less|more|each|about|around|nearly|almost|over|at (?:least|most)|up to|planned|wanted|expected|demanded)\b|n['’]t\b",
    re.IGNORECASE,
)
_BARE = regex(r"\W*[\w-]+(?:\s*(?:,|;|/|-|–|\band\b|,\s+and\b)\s*[\w-]+)+\W*", re.IGNORECASE)
# by what deed a thing is counted: who scored two has two goals
_DEEDS = {
    "goal": "scored score scores netted struck", "try": "scored", "point": "scored", "assist": "set_up assisted", "win": "won win wins victories victory", "draw": "drew drawn draw draws ties tied tie",
    "loss": "lost lose loses defeats defeat", "defeat": "lost lose loses losses loss", "save": "saved stopped kept_out parried saves stops denied", "shot": "faced", "victory": "won win wins",
    "catch": "caught took", "wicket": "took", "conversion": "converted kicked", "adult": "grown-ups grownups", "child": "kids", "hit": "hit landed", "miss": "missed", "birth": "born", "death": "died dead killed",
    "arrest": "arrested", "injury": "injured hurt wounded", "vote": "voted", "graduate": "graduated", "failure": "failed", "pass": "passed",
}  # fmt: skip
_PAIR, _NEAR = 2, 3  # counts; words behind a number among which it is told what it counts
_REACH = 30  # characters before a number in which its deed stands
_LAST = regex(r"(?P<word>[a-z-]+)(?:\s(?P<half>up|out|in|off|down|away|over))?(?:\s(?:just|exactly|a total of|the|his|her|its|their|them))*\s\Z", re.IGNORECASE)  # fmt: skip


class _Count(NamedTuple):
    """So many of a thing: the number and the stems of what names it."""

    number: ToldNumber
    names: frozenset[str]


class CountsGold:
    """Accepted counts of several things; ``plain`` judges an answer that does not tell each of them and no more."""

    def __init__(self, counts: Sequence[_Count], *, of_all: bool, plain: Gold) -> None:
        self.shown, self.counts, self.plain, self.of_all = plain.shown, tuple(counts), plain, of_all

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted counts."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED or len(text) > SHORT:
            return relation
        numbers = numbers_told(text)
        values = sorted(count.number.value for count in self.counts)
        if sorted(each.value for each in numbers) != values or _DENIES.search(text):
            return relation
        if self._are_same(text, numbers):
            return Relation(Reason.EQUAL_VALUE, f"the same counts, {self.shown}", shown(text), certain=True)
        return relation

    def _are_same(self, text: str, numbers: Sequence[ToldNumber]) -> bool:
        """Return whether each number is told of the thing that it is accepted of, or all in their order alone."""
        wanted = [count.number.value for count in self.counts]
        if _BARE.fullmatch(text) and len(_words_of(text)) == len(numbers):
            return [each.value for each in numbers] == wanted
        told = [self._told(text, numbers, place) for place in range(len(numbers))]
        if self.of_all and self._is_part_of_all(text, numbers, told[0]):
            return [each.value for each in numbers] == wanted
        if len(numbers) == _PAIR and self._is_told_part(text, numbers, told):
            return True
        return all(
            at is not None and self.counts[at].number.value == number.value
            for at, number in zip(told, numbers, strict=True)
        ) and len(set(told)) == len(self.counts)

    def _is_part_of_all(self, text: str, numbers: Sequence[ToldNumber], first: int | None) -> bool:
        """Return whether "three of five" is told, the three of what is accepted as a part of the other."""
        between = _OUT_OF.fullmatch(text, numbers[0].end, numbers[1].start)
        return between is not None and (first == 0 or not (between["noun"] or text[: numbers[0].start].strip()))

    def _is_told_part(self, text: str, numbers: Sequence[ToldNumber], told: Sequence[int | None]) -> bool:
        """Return whether "7 of the 9 boats came back" tells the part and the whole, each of what is accepted."""
        (first, last), (part, whole) = numbers, told
        if first.value >= last.value or _OUT_OF.fullmatch(text, first.end, last.start) is None:
            return False
        behind = (self._named([word]) for word in reversed(_words_of(text[last.end :])))
        part = next((at for at in behind if at not in (None, whole)), None) if part is None else part
        if part is None or whole == part:
            return False
        return self.counts[part].number.value == first.value and self.counts[1 - part].number.value == last.value

    def _told(self, text: str, numbers: Sequence[ToldNumber], place: int) -> int | None:
        """Return which count a number is told of: by the noun behind it, else by the deed before it."""
        number = numbers[place]
        end = numbers[place + 1].start if place + 1 < len(numbers) else len(text)
        behind = (self._named([word]) for word in _words_of(_until_mark(text[number.end : end]))[:_NEAR])
        found = next((at for at in behind if at is not None), None)
        if found is not None:
            return found
        start = numbers[place - 1].end if place else 0
        deed = _LAST.search(text, max(start, number.start - _REACH), number.start)
        return self._named([f"{deed['word']}_{deed['half']}" if deed["half"] else deed["word"]]) if deed else None

    def _named(self, words: Sequence[str]) -> int | None:
        told = frozenset[str]().union(*map(_stems_of, words))
        found = [place for place, count in enumerate(self.counts) if count.names & told]
        return found[0] if len(found) == 1 else None


def _words_of(text: str) -> list[str]:
    return [word for word in key(text) if word not in SMALL]


def _until_mark(text: str) -> str:
    return re.split(r"[,;.:()]|\band\b", text, maxsplit=1)[0]


@lru_cache(maxsize=1024)
def _stems_of(word: str) -> frozenset[str]:
    return possible(folded(word)) | {stem_of(word), folded(word)}


def _names_of(noun: str) -> frozenset[str]:
    """Return the stems of the words by which a counted thing is told, its deeds among them."""
    names = frozenset[str]()
    for word in _words_of(noun):
        deeds = next((told for each, told in _DEEDS.items() if stem_of(each) == stem_of(word)), "")
        names = names.union(_stems_of(word), *map(_stems_of, deeds.split()))
    return names


def counts_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares counts of several things one by one, where such are asked for and accepted; else ``plain``."""
    first = question.accepted[0] if len(question.accepted) == 1 else ""
    if not first or len(first) > SHORT or not _ASKED.search(question.text):
        return plain
    pieces = _PIECE.split(first)
    nouns = [_COUNTED.fullmatch(piece) for piece in pieces]
    numbers = numbers_told(first)
    if len(pieces) < _PAIR or not all(nouns) or len(numbers) != len(pieces):
        return plain
    names = [_names_of(noun["noun"]) for noun in nouns if noun]
    common = frozenset.intersection(*names)
    counts = [_Count(number, own - common) for number, own in zip(numbers, names, strict=True)]
    apart = all(
        one.names and one.names.isdisjoint(other.names) for one in counts for other in counts if one is not other
    )
    of_all = len(counts) == _PAIR and _OUT_OF.search(first, 0, numbers[1].start) is not None
    return CountsGold(counts, of_all=of_all, plain=plain) if apart else plain
