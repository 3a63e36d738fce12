"""Where the quotes of a question stand in its document, and what stands there instead."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher

from qa_eval.model import Evidence

_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′`´ʼ", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\n\r", " ")
)
_WORD = re.compile(r"\w+")
_NEAR = 0.5
_LONGEST_SHOWN = 200


def find_quote(text: str, quote: str, occurrence: int) -> Evidence | tuple[str, str]:
    """Return where the quote stands, or a message and a hint when it does not.

    >>> find_quote("to be or not to be", "to be", 2)
    Evidence(quote='to be', start=13, end=18)
    """
    quote = _as_broken(text, quote)
    start = -1
    for number in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0 and number:
            times = "once" if number == 1 else f"{number} times"
            return f"the document has this quote {times}: there is no occurrence {occurrence}", ""
        if start < 0:
            return "the document does not say this", _what_it_says(text, quote)
    return Evidence(quote, start, start + len(quote))


def _as_broken(text: str, quote: str) -> str:
    """Return a quote with its line breaks as the document ends its lines: nobody sees which they are."""
    if "\n" not in quote or quote in text:
        return quote
    plain = quote.replace("\r\n", "\n")
    return next((each for each in (plain, plain.replace("\n", "\r\n")) if each in text), quote)


def _what_it_says(text: str, quote: str) -> str:
    words = [re.escape(word) for word in quote.translate(_ALIKE).split()]
    found = re.search(r"\s+".join(words), text.translate(_ALIKE), re.IGNORECASE)
    if found:
        passage = text[found.start() : found.end()]
        return f"the document has {_differences(passage, quote)}; copy it from there"
    start, end = _nearest(text, quote)
    passage = text[start:end]
    if SequenceMatcher(None, passage.lower(), quote.lower(), autojunk=False).ratio() < _NEAR:
        return ""
    return f'the nearest passage is "{_cut(passage)}"'


def _differences(passage: str, quote: str) -> str:
    """Say which look-alikes differ: each pair once, in order."""
    pairs = {}
    if len(passage) == len(quote):
        pairs = {(a, b): None for a, b in zip(passage, quote, strict=True) if a != b}
    if not pairs or any(a.isalpha() for a, _ in pairs):
        return f'"{_escaped(passage)}"'
    return ", ".join(f"{_named(a)} where the quote has {_named(b)}" for a, b in pairs)


def _named(character: str) -> str:
    if character in " \n\r\t":
        return {" ": "a space", "\n": "a line break", "\r": "a carriage return", "\t": "a tab"}[character]
    if character.isascii():
        return character
    shown = character if unicodedata.category(character) not in ("Zs", "Cf", "Cc") else "a"
    return f"{shown} (U+{ord(character):04X} {unicodedata.name(character, 'unnamed').lower()})"


def _nearest(text: str, quote: str) -> tuple[int, int]:
    """Return the span of as many words as the quote has that shares most of its words; the first of equals."""
    wanted = Counter(word.lower() for word in _WORD.findall(quote))
    spans = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    size = min(sum(wanted.values()), len(spans))
    if not size:
        return 0, 0
    have: Counter[str] = Counter()
    shared = most = best = 0
    for number, (word, _, _) in enumerate(spans):
        have[word] += 1
        shared += have[word] <= wanted[word]
        if number >= size:
            gone = spans[number - size][0]
            shared -= have[gone] <= wanted[gone]
            have[gone] -= 1
        if number + 1 >= size and shared > most:
            most, best = shared, number + 1 - size
    return spans[best][1], spans[best + size - 1][2]


def _escaped(passage: str) -> str:
    """Return a passage as it can be copied between double quotes, where it is not too long."""
    lines = "\\n".join(passage.replace("\r\n", "\n").replace("\t", "\\t").split("\n"))
    return lines if len(lines) <= _LONGEST_SHOWN else _cut(passage)


def _cut(passage: str) -> str:
    passage = " ".join(passage.split())
    return passage if len(passage) <= _LONGEST_SHOWN else f"{passage[:_LONGEST_SHOWN]}…"
