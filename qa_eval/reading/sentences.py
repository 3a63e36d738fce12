"""Where the sentences of a text begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.languages import ordinal_words
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = regex(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-ÖØ-Þ])|\n+")
_LOOKED_BACK = 12  # characters in which an abbreviation is looked for
# titles and the like, which a name follows; initials; "e.g."
_BEFORE_WORDS = regex(
    r"(?:(?<!°)\b(?:[A-Z]|Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Jr|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Sen|Rep|Gov|Rev|Fr|Hon|Messrs|Mt|Ft|vs|cf|e\.g|i\.e|viz|approx|esp|incl"
    r"|Ave|Blvd|Rd|Mme|Mlle|Sra|Srta|bzw|inkl|zzgl|ggf|evtl|vgl|sog|Mio|Mrd|Tsd|Hrn|z)|\b[a-z]\. ?[a-z])\.$"
)
# what a figure follows: "Jan. 5", "No. 7", "pp. 3"
_BEFORE_FIGURES = regex(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[Nn]os?|[Nn]r|[Ff]igs?|[Vv]ols?|[Cc]h|[Aa]rt|[Ss]ec|[Ee]q|[Tt]ab|pp?|ca?|b|d|r|fl|[Tt]el|[Rr]m|[Aa]pt|[Pp]ar|[Cc]l)\.$"
)
_LETTERS = regex(r"(?:\b[A-Z]\.){2,}$")  # "U.S."
_FIGURE = regex(r"\s+\d")
_NUMBERED = regex(r"(?:(?<!I )\b(?P<before>[^\W\d]+),?\s+)?(?<![\w.,:/–-])\d{1,3}\.$")  # "der 17."
_WORD = regex(r"\s+(\w+)")
# what mostly begins a sentence, so that letters before it end one: "made in the U.S. The firm"
_BEGINS = regex(
    r"\s+[\"'“‘(\[]*(?:The|This|That|These|Those|It|Its|He|She|They|We|I|You|His|Her|Their|Our|A|An|In|On|At|By|For|From|After|Before|When|While|But|And|So|If|As|Since|There"
    r"|However|Although|Though|Both|All|Some|Most|Many|One|Two|No|Not)\b"
)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the span of each sentence; a line ends one, an abbreviation or an initial does not.

    >>> text = "Gen. Ada came on Jan. 5, 2020. She won!\nThe U.S. Army left. See Fig. 3. It was made in the U.S. The end"
    >>> [text[start:end] for start, end in sentence_spans(text)][:4]
    ['Gen. Ada came on Jan. 5, 2020.', 'She won!', 'The U.S. Army left.', 'See Fig. 3.']
    >>> len([*sentence_spans("It stops at 40 °C. E02: flow too low.")])
    2
    """
    start = 0
    for found in _END.finditer(text):
        if found[0][0] == "\n" or not _is_abbreviated(text, start, found.end()):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Return whether what ends at ``end`` is an abbreviation within a sentence."""
    before = text[max(start, end - _LOOKED_BACK) : end]
    if _LETTERS.search(before):
        return not _BEGINS.match(text, end)
    if _BEFORE_WORDS.search(before):
        return True
    if before[-2:-1].isdecimal():
        return _is_ordinal(text, start, end)
    return _FIGURE.match(text, end) is not None and _BEFORE_FIGURES.search(before) is not None


def _is_ordinal(text: str, start: int, end: int) -> bool:
    """Return whether a figure with a full stop is an ordinal as other languages write them: "am 12. Oktober"."""
    figure, word = _NUMBERED.search(text, max(start, end - 2 * _LOOKED_BACK), end), _WORD.match(text, end)
    if not figure or not word or _BEGINS.match(text, end):
        return False
    words = ordinal_words()
    if word[1].lower() in words["behind"]:
        return True
    return (figure["before"] or "").lower() in words["before"] and word[1].lower() not in words["begins"]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the span without the spaces around it, unless no word is left."""
    part = text[start:end]
    if any(character.isalnum() for character in part):
        yield start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
