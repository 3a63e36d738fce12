"""A document as sentences."""

from __future__ import annotations

import re
from textwrap import wrap

LONGEST = 1000  # characters
_LINE = re.compile(r"\n+")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9À-ÖØ-Þ])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Rev|Hon|Inc|Ltd|Co|Corp|No|Nos|vs|etc|cf|"
    r"approx|ca|c|e\.g|i\.e|al|Fig|Vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\.[A-Z])\.$"
)


def sentences_of(document: str) -> tuple[str, ...]:
    r"""Return the sentences of a document, in order; the end of a line ends one.

    >>> sentences_of("Dr. J. Lund came at 5 p.m. on 3 May. She left.\nThe end")
    ('Dr. J. Lund came at 5 p.m. on 3 May.', 'She left.', 'The end')
    """
    found = []
    for line in _LINE.split(document):
        start = 0
        for match in _END.finditer(line):
            if not _ABBREVIATION.search(line[max(start, match.start() - 8) : match.start() + 1]):
                found.append(line[start : match.end()].strip())
                start = match.end()
        found.append(line[start:].strip())
    return tuple(part for sentence in found for part in _parts(sentence))


def _parts(sentence: str) -> list[str]:
    """Cut what is far longer than any sentence, such as a table or a text without punctuation, between words."""
    return wrap(sentence, LONGEST, break_on_hyphens=False) if len(sentence) > LONGEST else [sentence] * bool(sentence)
