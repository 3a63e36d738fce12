"""The shorter texts that an accepted text stands for: without what is in brackets, each side of "or"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.calendar import A_DAY
from qa_eval.reading.dates import read_date
from qa_eval.reading.dates.feasts import with_feasts
from qa_eval.reading.quantities import read_quantities, read_quantity
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.as_dates import with_period
from qa_eval.scorers.lenient.dated_texts import either_day
from qa_eval.scorers.lenient.values import NEGATIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.reading.dates import DateValue

_ASIDE = regex(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_ASIDES = regex(r"[(\[]([^()\[\]]+)[)\]]")
_OTHER_NAME = regex(r"(?:[A-Z]\.?){2,}|(?:or|also|aka|a\.k\.a\.|formerly|now|i\.e\.) .+")
# what is told of a name behind it: "Alexander Graham Bell, who helped direct her education"
_CLAUSE = regex(r"(?<=\w{3}), (?:who|whose|which|where|because|as it|since|so that) (?=\w)")
_SIGNED = regex(r"(?P<name>[^()]{2,}) \((?P<sign>[B-HJ-Z])\)")  # a name and its sign of one letter
_SPACED = regex(r"(?<=\w) (?=n['’]t\b)|(?<=\w) (,|\)|['’]s\b)(?=\s|\Z|[.,])|(?<=\() ")
_PART_OF_DAY = regex(
    rf"\A(?:on )?(?:the )?(?:(?:{A_DAY}|early|late) ){{0,2}}(?:morning|afternoon|evening|night)(?:,| of|) (?:the )?(?=\w)",
    re.IGNORECASE,
)
_EITHER = regex(r"\s*(?:\s/\s|;|\bor\b)\s*", re.IGNORECASE)


def written(text: str) -> Iterator[str]:
    """Yield an accepted text and the shorter ones that it stands for: without what is in brackets, each side of "or".

    What is in brackets stands alone only where it is another name, not where it tells one Mercury from another.

    >>> list(written("Mercury (planet)")), list(written("Associated Press (AP)"))
    (['Mercury (planet)', 'Mercury'], ['Associated Press (AP)', 'Associated Press', 'AP'])
    >>> list(written("Hydrogen (H)"))
    ['Hydrogen', 'H']
    >>> list(written("lutes or citterns"))
    ['lutes or citterns', 'lutes', 'citterns']
    """
    if _SPACED.search(text):  # "Seattle , Washington", as corpora that were split into words have it
        text = _SPACED.sub(r"\1", text)
    text = text.removesuffix(" (disambiguation)")  # a page that lists what else is called so
    if either := either_day(text):
        yield from either
        return
    signed = _SIGNED.fullmatch(text)
    if signed:  # of a sign among other words, any word may be what it is short for
        yield from signed.groups()
        return
    yield text
    whole = text
    if ("(" in text or "[" in text) and not NEGATIVE.fullmatch(text.strip()):
        whole = _ASIDE.sub(" ", text).strip() or text
        yield whole
        for aside in _ASIDES.findall(text):
            if _OTHER_NAME.fullmatch(aside) or _is_measured(aside):
                yield aside
    named = _CLAUSE.split(whole, maxsplit=1)
    if len(named) > 1:
        yield named[0]
    sides = _EITHER.split(whole)
    if len(sides) > 1 and ("/" not in whole or read_quantity(whole) is None) and all(side.strip() for side in sides):
        yield from sides


def without_part_of_day(text: str) -> str:
    """Return a date without the part of the day that is told before it.

    >>> without_part_of_day("Tuesday evening, March 4, 1902"), without_part_of_day("the early morning of 4 March 1902")
    ('March 4, 1902', '4 March 1902')
    """
    return _PART_OF_DAY.sub("", text, count=1) if text[-1:].isdigit() else text


def date_of(text: str, *, feasts: bool) -> DateValue | None:
    """Return the date that an accepted text is and nothing beside, or with ``feasts`` the one that its feast has; None for none."""
    date = read_date(without_part_of_day(with_period(text)))
    return read_date(with_feasts(text)) if feasts and date is None else date


def spells_again(texts: Sequence[str]) -> bool:
    """Return whether some of several texts differ in their spelling alone, or in what is told of a name in brackets.

    >>> spells_again(["Ant eater", "Anteater (animal)"]), spells_again(["Ant", "Anteater"])
    (True, False)
    """
    bare = (text.partition(" (")[0] for text in texts)
    return len({"".join(filter(str.isalnum, text)).casefold() for text in bare}) < len(texts)


def _is_measured(text: str) -> bool:
    """Return whether a text is a figure with its unit: the "500 sq mi" of "1,300 km² (500 sq mi)"."""
    return any(figure.unit for figure in read_quantities(text))
