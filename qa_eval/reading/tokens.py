"""Text to tokens: one linear scan that keeps a written figure such as "1,300.5" whole.

Characters are folded one for one first (digits of every script to 0-9, dashes, quotes and spaces to one kind each, letters
to lower case), so that a token's place in the folded text is its place in the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from qa_eval.reading.markup import plain
from qa_eval.reading.regex import regex

VULGAR = {
    char: unicodedata.numeric(char) for char in map(chr, (0xBC, 0xBD, 0xBE, *range(0x2150, 0x215F), 0x2189))
}  # "½", "⅔", …
_FOLDED = {
    "‐": "-", "‑": "-", "﹣": "-", "－": "-", "‒": "–", "―": "—", "﹘": "—", "⁓": "~", "∼": "~", "〜": "~", "˜": "~",
    "’": "'", "‘": "'", "ʼ": "'", "′": "'", "´": "'", "＇": "'", "“": '"', "”": '"', "„": '"', "″": '"', "«": '"', "»": '"',
    "µ": "μ", "٫": ".", "٬": ",", "⋅": "·", "∙": "·", "•": "·", "✕": "×", "╳": "×", "⁄": "/", "∕": "/", "÷": "/",
    "⩽": "≤", "⩾": "≥", "º": "°", "˚": "°", "﹪": "%", "٪": "%",
}  # fmt: skip
_FIGURE = r"""
      [1-9][0-9]{0,2}(?:[ ][0-9]{3}(?![0-9]))+(?:[.,][0-9]+(?![.,]?[0-9]))?       # 1 300,5
    | [1-9][0-9]{0,2}(?:['_][0-9]{3}(?![0-9]))+(?:[.,][0-9]+)?                    # 1'300.5 and 1_300
    | [1-9][0-9]{0,2}(?:,[0-9]{3}(?![0-9]))+(?:\.[0-9]+)?                         # 1,300.5
    | [1-9][0-9]?(?:,[0-9]{2}(?![0-9])){1,7},[0-9]{3}(?![0-9])(?:\.[0-9]+)?       # 12,34,567.5
    | [1-9][0-9]{0,2}\.[0-9]{3},[0-9]+(?![.,]?[0-9])                              # 1.300,5
    | [0-9]+(?:\.[0-9]+){2,}(?:,[0-9]+)?                                          # 1.234.567,8 and 192.168.1.2
    | [0-9]+\.[0-9]+                                                              # 15.5
    | (?<![0-9],)(?:[0-9]+,[0-9]{1,2}|[0-9]{1,3},[0-9]{4,}|0,[0-9]+)(?![0-9])(?!,[0-9])  # 15,5
    | [0-9]+
    | (?<![\w.])\.[0-9]+(?!\.?[0-9])                                              # .5
"""
_LETTERS = rf"[^\W\d_{''.join(VULGAR)}]+"
_TOKEN = regex(rf"(?:[⁰¹²³⁴-⁹]+|{_LETTERS}|(?=[.0-9])(?:{_FIGURE})|.)\s*", re.VERBOSE | re.DOTALL)
_MARGIN = (
    8  # empty words behind the text's own, so that a look ahead, or back from the first one, needs no bounds check
)
_EMPTY = [""] * _MARGIN


class _Folding(dict[int, str]):
    """Code point to folded character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = folded = _fold(char)
        return folded


@dataclass(slots=True)
class Tokens:
    """The words of a text with their places; ``words`` is padded with empty words behind (and so, by index -1, before)."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    count: int

    def glued(self, index: int) -> bool:
        """Say whether nothing stands between the token at ``index`` and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def written(self, index: int) -> str:
        """Return the token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def span(self, first: int, end: int) -> str:
        """Return the text of the tokens from ``first`` up to, not including, ``end``."""
        return self.text[self.starts[first] : self.ends[end - 1]]


def tokens_of(text: str) -> Tokens:
    """Cut ``text`` into figures, runs of letters, raised figures and single other characters; white space is dropped.

    >>> tokens_of("Up to 1,300km²").words[:4]
    ['up', 'to', '1,300', 'km²']
    """
    shown, places = plain(text)
    plainest = folded(shown)
    plainest = plainest.replace("-and-a-half", " and a half") if "-and-a-" in plainest else plainest
    length = len(plainest)
    lead = length - len(plainest.lstrip())
    spaced = _TOKEN.findall(plainest, lead)
    words = [word.rstrip() for word in spaced]
    starts = list(accumulate(map(len, spaced), initial=lead))
    ends = list(map(add, starts, map(len, words)))
    if places is not None:
        starts = [places[start] if start < length else len(text) for start in starts]
        ends = [places[end - 1] + 1 for end in ends]
    count = len(words)
    words += _EMPTY
    starts += [len(text)] * _MARGIN
    ends += [len(text)] * _MARGIN
    return Tokens(text, words, starts, ends, count)


def folded(text: str) -> str:
    """Return ``text`` with each character replaced by its plainest form; the length stays.

    >>> folded("１２ “KM”")
    '12 "km"'
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def _fold(char: str) -> str:
    if char in _FOLDED:
        return _FOLDED[char]
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(char) in {"Zs", "Cf"}:
        return " "
    if "！" <= char <= "～":
        char = chr(ord(char) - 0xFEE0)
    lower = char.lower()
    return lower if len(lower) == 1 else char


_FOLDING = _Folding()
