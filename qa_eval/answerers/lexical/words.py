"""Words of a text with their places, and when two of them are one."""

from __future__ import annotations

import re

from qa_eval.reading.plurals import singular
from qa_eval.values import value

_FUNCTION_WORDS = """
a about above across after again against ago all also although among an and another any are around as at away back be
because been before being below between both but by can could despite did do does done down due during each either even
every few for from further get given had has have having he her here hers him his how however if in including into is it
its itself just kind last less like made make many may me might more most much must near need neither no nor not now of off
on once one only onto or other our out over own per rather s same she should since so some something sort still such than
that the their them then there these they thing this those though through throughout to together too toward towards type
under until up upon us was we were what when where which while who whom whose why will with within without would yet you
your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_STEM = 5  # letters: "invited" and "invites" share them, and so do few words that mean different things


@value
class Word:
    """A word of a text: its letters, where they stand, and the stem by which it is recognised."""

    text: str
    start: int
    end: int
    stem: str

    @property
    def carries_meaning(self) -> bool:
        """Whether it is more than grammar."""
        return self.text.lower() not in FUNCTION_WORDS


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, in order.

    >>> [word.stem for word in words_of("She invited Keller's 4,200 men.")]
    ['she', 'invit', 'kelle', '4,200', 'man']
    """
    return tuple(Word(match[0], *match.span(), stem(match[0])) for match in _WORD.finditer(text))


def stem(word: str) -> str:
    """Return what a word shares with its inflections."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    return plain if plain[0].isdigit() else re.sub(r"y$", "i", singular(plain)[:_STEM])


def content_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words that carry meaning, each once, in order."""
    return tuple(dict.fromkeys(word.stem for word in words_of(text) if word.carries_meaning))
