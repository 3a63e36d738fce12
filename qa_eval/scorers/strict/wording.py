"""An answer as words with their places, so that an accepted text can be found in it, and be seen to be denied there."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.reading.hedges import HedgeKind, read_hedges
from qa_eval.reading.text import plain_quotes, singular, without_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.reading.hedges import Hedge

ARTICLES = frozenset(("a", "an", "the"))
SHOWN = 200  # characters of an answer that a report shows as read
_TOKEN = re.compile(
    r"(?<![\w.])[-+]?\d+(?:[.,]\d+)*"
    r"|\d+(?:[.,]\d+)*"
    r"|(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)"
    r"|[^\W_][\w-]*(?:\.[^\W\d_]{2,})+(?!\w)"  # a site's address
    r"|[^\W_]+(?:'[^\W_]+)*"
    r"|[%$€£¥°+#&](?=\W|$)"
)
_ADDRESS = re.compile(r"[^\W_][\w-]*(?:\.[^\W\d_]{2,})+")
# what an answer says did not come about
_FAILED = re.compile(
    r"\b(?:fail(?:s|ed)?|unable|refus(?:es|ed)|declin(?:es|ed)|ceas(?:es|ed)|(?:was|were|is|are) (?:stopped|prevented) from)"
    r"(?: to)?\s+(?P<what>[^.,;:!?\n]+)",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufff9-\ufffb]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_BRITISH = (
    (re.compile(r"is(?=ations?$|ed$|es?$|ing$|ers?$|ational$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}[bdlmnprtv])our(?=s?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[bdt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2}f)ence$"), "ense"),
    (re.compile(r"ogue(?=s?$)"), "og"),
)


class Token(NamedTuple):
    """A word in the one form that is compared, and its characters in the text."""

    word: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return ``text`` with plain quotes and dashes, compatibility forms unified, the invisible and accents dropped."""
    if text.isascii():
        return _CONTROLS.sub("", text) if not text.isprintable() else text
    text = _CONTROLS.sub("", _INVISIBLE.sub("", plain_quotes(text)))
    return without_accents(plain_quotes(unicodedata.normalize("NFKC", text)))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Return the form in which words are compared: lower case, singular, no possessive, one spelling.

    >>> [folded(word) for word in ("Howitzers", "Organisation", "Ukraine's", "U.S.", "1,300")]
    ['howitzer', 'organization', 'ukraine', 'us', '1,300']
    """
    word = word.casefold()
    if not word[-1:].isdigit() and not _ADDRESS.fullmatch(word):
        word = word.replace(".", "").removesuffix("'s").replace("'", "")
    for pattern, spelling in _BRITISH:
        word = pattern.sub(spelling, word)
    return singular(word) if word.isalpha() else word


def key(text: str) -> tuple[str, ...]:
    """Return the folded words of a text without a leading article, unless only articles are left.

    >>> key("The Associated Press"), key("A"), key("The The")
    (('associated', 'press'), ('a',), ('the', 'the'))
    """
    found = tuple(folded(match[0]) for match in _TOKEN.finditer(plain(text)))
    rest = found[1:] if found and found[0] in ARTICLES else found
    return rest if not ARTICLES.issuperset(rest) else found


class Wording:
    """One text: its plain form, its tokens, and the stretches that it denies or leaves open."""

    __slots__ = ("_denied", "_hedges", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = plain(text)
        self.tokens = [Token(folded(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(self.text)]
        self._hedges: tuple[Hedge, ...] | None = None
        self._denied: list[tuple[int, int]] | None = None

    @property
    def hedges(self) -> tuple[Hedge, ...]:
        """What the text denies, takes back or leaves open."""
        if self._hedges is None:
            self._hedges = read_hedges(self.text)
        return self._hedges

    def without(self, small: frozenset[str]) -> list[Token]:
        """Return the tokens but for some small words."""
        return [token for token in self.tokens if token.word not in small]

    def find(self, phrase: tuple[str, ...], tokens: list[Token] | None = None) -> list[tuple[int, int]]:
        """Return where the folded words of ``phrase`` stand side by side, as spans of characters."""
        within = self.tokens if tokens is None else tokens
        if not phrase:
            return []
        first, length = phrase[0], len(phrase)
        return [
            (token.start, within[place + length - 1].end)
            for place, token in enumerate(within[: len(within) - length + 1])
            if token.word == first and all(within[place + step].word == phrase[step] for step in range(1, length))
        ]

    def denies(self, span: tuple[int, int]) -> bool:
        """Return whether the text denies or takes back what stands there."""
        if self._denied is None:
            self._denied = [(h.start, h.end) for h in self.hedges if h.kind is not HedgeKind.ALTERNATIVE]
            self._denied += [match.span("what") for match in _FAILED.finditer(self.text)]
        return any(start <= span[0] < end for start, end in self._denied)

    def leaves_open(self, spans: Iterable[tuple[int, int]], every: Iterable[tuple[int, int]] = ()) -> str:
        """Return the alternative beside one that holds one of ``spans``: the "B" of "A or B"; "" for none.

        An alternative that holds one of ``every`` is as good as the other.
        """
        choices = [hedge for hedge in self.hedges if hedge.kind is HedgeKind.ALTERNATIVE]
        if not choices:
            return ""
        own = sorted(span[0] for span in spans)
        good = sorted([*own, *(span[0] for span in every)])
        if not any(_holds(own, choice.start, choice.end) for choice in choices):
            return ""
        return next((choice.text for choice in choices if not _holds(good, choice.start, choice.end)), "")


def _holds(starts: list[int], start: int, end: int) -> bool:
    place = bisect_left(starts, start)
    return place < len(starts) and starts[place] < end


def shown(text: str) -> str:
    """Return an answer as a report shows it: one line, not too long."""
    line = " ".join(text[: 4 * SHOWN].split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
