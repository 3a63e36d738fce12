"""The words of an answer with their places, and what they can be: verbs, names, words that tell nothing by themselves."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AUXILIARIES, is_past, stem_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int]

_WORD = regex(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.:,-](?=[^\W_])[^\W_]+)*|[%$€£]")
_TWIN = regex(r"([bdgmnprt])\1$")
_OWNER = regex(r"['’]s?$")
PARTICIPLES = frozenset(
    ("run", "put", "set", "cut", "let", "shut", "split", "spread", "hurt")
)  # written like the verb itself
BE = frozenset("is are was were be been being am got gets".split())  # noqa: SIM905 - a word list reads best as one text
HELPING = BE.union(AUXILIARIES)
PRONOUNS = frozenset("it they he she we i you this that these those there one them him her us".split())  # noqa: SIM905 - see above
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
DETERMINERS = frozenset("the a an his her its their our my your this that these those another".split())  # noqa: SIM905 - see above
PREPOSITIONS = frozenset(
    """in on at to from of for by with into onto near under over after before during since until through against about between among
    inside outside behind within without upon across around beside towards toward beneath below above off than like""".split()  # noqa: SIM905 - see above
)
SMALL = (
    HELPING
    | PRONOUNS
    | RELATIVE
    | DETERMINERS
    | PREPOSITIONS
    | frozenset(
        """and or but so not no nor yet as then also only just now here because while though although when where what why how if both
        its' all each some any again too very more most merely first last later instead rather indeed once ever never still already""".split()  # noqa: SIM905 - see above
    )
)

_CONTRACTED = {f"{subject}'s": (subject, "is") for subject in "it that he she there who what where".split()} | {  # noqa: SIM905 - see above
    f"{subject}'re": (subject, "are") for subject in ("they", "we", "you")
}


class Word(NamedTuple):
    """A word of a text, in lower case and as its stem, with its characters; ``name``: it begins with a capital or holds a digit."""

    low: str
    stem: str
    start: int
    end: int
    name: bool

    @property
    def is_past(self) -> bool:
        """Whether it is a verb in the past, or a participle, by its form."""
        return not self.name and is_past(self.low)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the stem of a word in lower case: that of "stopped" is that of "stop".

    >>> stem("stopped") == stem("stops"), stem("led") == stem("leads"), stem("Mia's".lower())
    (True, True, 'mia')
    """
    bare = _OWNER.sub("", word)
    return _TWIN.sub(r"\1", stem_of(bare)).removesuffix("y") or bare


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of a text.

    >>> [word.low for word in words_of("In Porto, since 4:38.")]
    ['in', 'porto', 'since', '4:38']
    """
    found: list[Word] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        low = match[0].lower().replace("’", "'")
        if low in _CONTRACTED:  # "it's" is two words
            subject, helper = _CONTRACTED[low]
            middle = match.start() + len(subject)
            found.append(Word(subject, subject, match.start(), middle, name=False))
            found.append(Word(helper, helper, middle, match.end(), name=False))
        else:
            name = match[0][0].isupper() or any(map(str.isdigit, match[0]))
            found.append(Word(low, stem(low), match.start(), match.end(), name))
    return found


@lru_cache(maxsize=512)
def stems_in(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that carry meaning.

    >>> sorted(stems_in("Who led the expedition?"))
    ['expedition', 'lead']
    """
    return frozenset(word.stem for word in words_of(text) if word.low not in SMALL) - {"who", "what", "which", "whom"}


def agent(word: str) -> str:
    """Return the stem of the verb that a word for a doer is made of: "lead" for "leader"; any other word's own stem.

    >>> agent("leader"), agent("winner") == stem("wins"), agent("cat")
    ('lead', True, 'cat')
    """
    for ending in ("ers", "ors", "er", "or"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return stem(word[: -len(ending)])
    return stem(word)


def holds(span: Span, spans: Sequence[Span]) -> bool:
    """Return whether one of some stretches begins within another."""
    return any(span[0] <= start < span[1] for start, _ in spans)
