"""The names in a text, found by their capital letters."""

from __future__ import annotations

from typing import NamedTuple

from qa_eval.reading.calendar import MONTHS_AND_DAYS, SHORT_MONTHS
from qa_eval.reading.regex import regex
from qa_eval.reading.text import plain_quotes


class Name(NamedTuple):
    """A name as it stands in a text: characters ``start`` to ``end`` (exclusive).

    ``sure`` is False where the capital letter may only be the sentence's.
    """

    text: str
    start: int
    end: int
    sure: bool = True


_CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f\u0391-\u03a9\u0400-\u042f]"
_SPAN = regex(
    rf"(?<![\w'])(?:{_CAPITAL}[\w'&-]*\.?|\d{{1,3}}(?:st|nd|rd|th)(?= {_CAPITAL}))"
    rf"(?:(?<!'s) (?:(?:of|de|la|le|du|di|da|von|van|der|den|bin|ibn|al|el|de la) )?(?:{_CAPITAL}[\w'&-]*\.?|\d{{1,4}}(?![\w.,-]\w)(?=\W|$)))*"
)
# small words that a sentence may begin with
_STARTS = frozenset(
    """the a an it its it's they their he she his her we our i you your this that that's these those there here in on at by for from to of
    with and or but if when while after before since although though because as so yes no not both either neither all some many most
    several each every according based answer what which who whom whose where why how about up approximately around roughly nearly
    almost over under more less one two three four five six seven eight nine ten last next early late mid sure okay additionally
    moreover however therefore thus also only even just then now additional military troops forces soldiers his their our your
    yesterday today tomorrow under during through until against between among within without per via once final correct false true
    maybe perhaps probably actually well being having given despite unlike instead rather such other another any none nothing
    nobody i'm i'd i've they're he's she's there's don't didn't isn't wasn't""".split()  # noqa: SIM905 - a word list reads best as one text
)
_CALENDAR = MONTHS_AND_DAYS | SHORT_MONTHS.keys()


def read_names(text: str) -> tuple[Name, ...]:
    """Return the capitalised names of ``text``, in order; dates and the small words that open a sentence are left out.

    >>> [name.text for name in read_names("The town of Sudzha, said Kyrylo Budanov of the Joint Chiefs of Staff on March 27.")]
    ['Sudzha', 'Kyrylo Budanov', 'Joint Chiefs of Staff']
    """
    plain = plain_quotes(text)
    found = []
    for match in _SPAN.finditer(plain):
        start, end = match.span()
        opens = _opens_sentence(plain, start)
        begin = _past_small_words(plain, start, end) if opens or plain[start:end].startswith("I ") else start
        shown = _trimmed(plain[begin:end])
        if not shown or _CALENDAR.issuperset(word for word in shown.lower().split(" ") if not word[0].isdigit()):
            continue
        sure = not opens or begin > start or " " in shown or (shown.isupper() and len(shown) > 1)
        found.append(Name(text[begin : begin + len(shown)], begin, begin + len(shown), sure=sure))
    return tuple(found)


def _past_small_words(text: str, start: int, end: int) -> int:
    while start < end:
        space = text.find(" ", start, end)
        stop = end if space < 0 else space
        if text[start:stop].lower().rstrip(".") not in _STARTS:
            return start
        start = min(stop + 1, end)
    return end


def _trimmed(name: str) -> str:
    """Drop a possessive and the sentence's full stop; keep the stop of an initial or an abbreviation."""
    last = name.rsplit(" ", 1)[-1]
    abbreviated = last.endswith(".") and (len(last) <= 3 or "." in last[:-1])  # noqa: PLR2004 - "Jr.", "V."
    return (name if abbreviated else name.rstrip(".")).removesuffix("'s").rstrip("'-")


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" \"'(*")
    return not before or before[-1] in ".!?:\n" or not before.strip()
