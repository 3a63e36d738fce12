"""Words of a sentence that stand together: "in spring", "the members", "want"."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.calendar import SURE_MONTHS
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.marked import Kind, Marked, marked
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.meaning.acts import as_plain_act
from qa_eval.scorers.strict.meaning.usage import in_writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    Words = tuple[Marked, ...]
    Joins = Sequence[tuple[str, tuple[str, ...]]]

# what begins a clause of its own
CLAUSAL = frozenset(meant(folded(word)) for word in ("unless", "if", "when", "while", "until", "before", "after"))
_ALWAYS = frozenset(meant(folded(word)) for word in ("unless", "if", "when", "while"))
_NUMBERED = frozenset(
    (*SURE_MONTHS, "may", "march", "line", "route", "bus", "number", "platform", "room", "year", "gate")
)
_NAMING = frozenset((Kind.ARTICLE, Kind.HIS, Kind.IT))
_FINITE = frozenset((Kind.BE, Kind.HAVE, Kind.MODAL))
_LACK = meant(folded("lack"))
_GOING_TO = regex(r"\b(?:is|are|am|was|were) going to (?=(?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z])")
_FAILED_TO = regex(r"(?<!had )(?<!has )(?<!have )\bfailed to (?=[a-z])")
_HAD_FAILED_TO = regex(r"\b(?P<had>had|has|have) (?:failed|neglected|omitted|forgotten) to (?=[a-z])")
_ENDING_UP = regex(r"\bend(?:s|ed)? up (?=[a-z]+ing\b)")


class Chunk(NamedTuple):
    """Words that stand together, and what joins them to the rest; ``opens`` a clause within the sentence: "that", "which"."""

    joint: str
    words: Words
    opens: bool = False

    @property
    def meanings(self) -> tuple[str, ...]:
        """What its words mean."""
        return tuple(word.meaning for word in self.words if word.kind in (Kind.WORD, Kind.NOT))

    @property
    def is_pronoun(self) -> bool:
        """Whether it names nothing itself."""
        return bool(self.words) and not self.meanings


class _Gathering:
    """The chunk that is being read, and those before it."""

    def __init__(self, joins: Joins) -> None:
        self.joins = joins
        self.found: list[Chunk] = []
        self.own: list[Marked] = []
        self.joint, self.opens, self.swallows = "", False, False

    def close(self) -> None:
        """End the chunk."""
        if self.own or self.joint:
            self.found.append(Chunk(self.joint, tuple(self.own), self.opens))
        self.joint, self.opens, self.swallows, self.own = "", False, False, []

    def begin(self, joint: str, *, swallows: bool = False) -> None:
        """Begin a chunk behind what joins it; one that ``swallows`` goes on to the next mark."""
        self.close()
        self.joint, self.swallows = joint, swallows

    def add(self, word: Marked, behind: Words) -> None:
        """Add a word to the chunk, or begin one with it."""
        told = any(each.kind is Kind.WORD for each in self.own)
        before = self.own[-1] if self.own else None
        continues = before is not None and (before.word == "of" or before.meaning == "and")
        begins = word.kind in _NAMING or _counts(word, before, behind)
        if (before is not None and before.kind is Kind.IT) or (begins and told and not continues):
            self.close()
        self.own.append(word)
        own = (self.joint, tuple(each.meaning for each in self.own if each.kind is Kind.WORD))
        if own in self.joins and behind and behind[0].kind is Kind.WORD:
            self.close()  # "In May Vass will …"


def _counts(word: Marked, before: Marked | None, behind: Words) -> bool:
    """Return whether a number begins a chunk: "sold the school 40 chairs", but not "in May 2021", "line 4"."""
    counted = bool(behind) and behind[0].kind is Kind.WORD and not behind[0].is_done
    return word.word[0].isdigit() and counted and before is not None and before.word not in _NUMBERED


def chunks(words: Words, joins: Joins = ()) -> list[Chunk]:
    """Return words as those that stand together; ``joins``: what joins which meanings in an accepted clause."""
    read = _Gathering(joins)
    for at, word in enumerate(words):
        behind = words[at + 1 :]
        if word.kind is Kind.STOP:
            read.close()
        elif read.swallows:
            read.own.append(word)
        elif word.kind in (Kind.WHICH, Kind.BECAUSE):
            read.close()
            read.opens = True
        elif word.meaning in CLAUSAL and (word.meaning in _ALWAYS or _begins_clause(behind)):
            read.begin(word.meaning, swallows=True)
        elif word.kind in (Kind.PLACE, Kind.OF) and not (read.own and (word.meaning == "and" or word.word == "of")):
            read.begin(word.meaning)
        elif word.kind is not Kind.EMPTY:
            read.add(word, behind)
    read.close()
    return read.found


def _begins_clause(words: Words) -> bool:
    """Return whether what follows has a verb of its own, up to the next mark."""
    for word in words:
        if word.kind is Kind.STOP:
            return False
        if word.kind in _FINITE or word.is_done:
            return True
    return False


def words_of(text: str, *, near: bool = False) -> Words:
    """Return the words of a text, "had not" as two of them, not as a lack; ``near``: with the expressions that mean nearly the same as another."""
    found: list[Marked] = []
    text = as_plain_act(_FAILED_TO.sub("did not ", _ENDING_UP.sub("", _had_not(text.strip(" .")))))
    every = marked(_going_to(in_writing(text)), near=near)
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


def _had_not(text: str) -> str:
    return _HAD_FAILED_TO.sub(r"\g<had> not ", text) if " to " in text else text


def _going_to(text: str) -> str:
    return (
        _GOING_TO.sub(lambda to: "would " if to[0].startswith("w") else "will ", text) if "going to" in text else text
    )
