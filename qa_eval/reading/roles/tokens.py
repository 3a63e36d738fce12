"""The words of a statement with what they can be in a clause: parts of verbs, prepositions, pronouns, edges."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex
from qa_eval.reading.roles.words import ADVERBS, NO_ADVERBS, NO_PAST, UNCHANGED
from qa_eval.reading.text import plain_quotes
from qa_eval.reading.verbs import is_past

_JOINED = {
    ("ahead", "of"): "ahead", ("in", "front", "of"): "ahead", ("out", "of"): "out-of", ("because", "of"): "because-of", ("due", "to"): "due",
    ("owing", "to"): "due", ("thanks", "to"): "thanks", ("prior", "to"): "before", ("as", "a", "result", "of"): "due",
    ("as", "a", "consequence", "of"): "due", ("rather", "than"): "instead", ("instead", "of"): "instead", ("next", "to"): "near", ("on", "top", "of"): "atop",
}  # fmt: skip
_STARTS = frozenset(words[0] for words in _JOINED)
_TOKEN = regex(r"[^\W\d_](?:[\w'&-]|\.(?=[^\W\d_]))*|[$€£¥]?\d[\w.,:/-]*\w%?|[$€£¥]?\d%?|[^\w\s]")
_CONTRACTED = regex(r"(?P<who>it|he|she|that|who|there|what|here)'s", re.IGNORECASE)
_SHORT_NOT = {"wo": "will", "ca": "can", "sha": "shall"}
_EDGES = frozenset('.;:!?()[]—–"')


class Token(NamedTuple):
    """A word, folded, with its place in the text; ``name``: it has a capital letter within a sentence or a figure."""

    word: str
    start: int
    end: int
    name: bool
    capital: bool

    @property
    def is_edge(self) -> bool:
        """Whether a clause ends there."""
        return self.word in _EDGES

    @property
    def is_word(self) -> bool:
        """Whether it is a word and no sign or figure."""
        return self.word[0].isalpha()

    @property
    def is_figure(self) -> bool:
        """Whether a number begins there."""
        return self.word[0].isdigit() or self.word[0] in "$€£¥" or self.word in STARTERS

    @property
    def past(self) -> bool:
        """Whether it can be a verb in the past or its participle."""
        return not self.name and self.word not in NO_PAST and (is_past(self.word) or self.word in UNCHANGED)

    @property
    def is_adverb(self) -> bool:
        """Whether it can stand between a verb and what helps it."""
        return self.word in ADVERBS or (self.word.endswith("ly") and not self.name and self.word not in NO_ADVERBS)


@lru_cache(maxsize=512)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; "didn't" is two of them, "because of" one.

    >>> [token.word for token in tokens_of("It didn't come ahead of Ada's.")]
    ['it', 'did', 'not', 'come', 'ahead', "ada's", '.']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(plain_quotes(text)):
        found += _split(match[0], match.start(), match.end(), _begins(found))
    return tuple(_joined(found))


def _begins(found: list[Token]) -> bool:
    """Return whether a sentence begins after some tokens."""
    return not found or found[-1].word in '.!?;:"'


def _split(said: str, start: int, end: int, begins: bool) -> list[Token]:
    word = said.lower()
    capital = said[0].isupper()
    if word.endswith("n't") and len(word) > len("n't"):
        stem = word[: -len("n't")]
        return [
            Token(_SHORT_NOT.get(stem, stem), start, end, name=False, capital=False),
            Token("not", end, end, name=False, capital=False),
        ]
    if _CONTRACTED.fullmatch(word):
        who = word[: -len("'s")]
        return [
            Token(who, start, start + len(who), name=False, capital=False),
            Token("is", start + len(who), end, name=False, capital=False),
        ]
    if word == "cannot":
        return [Token("can", start, end, name=False, capital=False), Token("not", end, end, name=False, capital=False)]
    return [Token(word, start, end, name=capital and not begins, capital=capital)]


def _joined(found: list[Token]) -> list[Token]:
    joined: list[Token] = []
    place = 0
    while place < len(found):
        token = found[place]
        if token.word in _STARTS:
            for words, one in _JOINED.items():
                if tuple(each.word for each in found[place : place + len(words)]) == words:
                    token = token._replace(word=one, end=found[place + len(words) - 1].end)
                    place += len(words) - 1
                    break
        joined.append(token)
        place += 1
    return joined
