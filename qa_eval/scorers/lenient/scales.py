"""Percent, thousands and millions: figures that are the same once they are read in the scale that the question or the texts say."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.nearness import nearness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

_PERCENT = regex(
    r"%|\bper ?cent|\bpct\b|\bpercentage|\brates?\b|\bratio\b|\b(?:pro)?portion|(?<!per )\bshare\b|\bmargin|\bfraction",
    re.IGNORECASE,
)
_RATIO = regex(r"\b(?:ratio|turnover|times|multiple|margin|rate)\b", re.IGNORECASE)
# what is no amount, of whatever
_PLAIN_ASKED = regex(
    r"\bratio\b|\b(?:inventory|stock|assets?|capital|receivables?|payables?|employee|staff) turnover\b", re.IGNORECASE
)
_SCALE = regex(r"(?=[tmbk])(?<![^\W\d_])(?:thousand|million|billion|trillion|mn|bn|mln|k|m|b)s?\b(?!/)", re.IGNORECASE)
_SCALE_NAMED = regex(r"\b(?:thousand|million|billion)s?\b|(?<=\d)\s?(?:mn|bn|mln|m|bn?)\b|'000s?", re.IGNORECASE)
_IN_SCALE = regex(
    r"(?=in )\bin (?:(?:[a-z]+ |(?:US|A|C)?[$€£¥] ?)){0,2}(?P<scale>(?:thousand|million|billion)s?|(?<=[$€£¥])(?:mn?|bn|k))\b",
    re.IGNORECASE,
)
_SCALES = {"t": Fraction(1000), "k": Fraction(1000), "m": Fraction(10**6), "b": Fraction(10**9)}
_TRILLION = Fraction(10**12)
_BARE = frozenset(("", "percentage_point"))  # units of figures that may be a share without saying so
_WRITTEN_SHORT = tuple(Fraction(10**power) for power in (0, 3, 6, 9))  # of what stands behind "in thousands"
_AS_SHARE = (Fraction(1), Fraction(100))
_FOUR_DIGITS = 1000  # "$15" is no $15 million, "611,289" in millions may be
_MOLAR = "mole / litre"
_BEHIND_BRACKET = regex(r"\)\s?(?:thousand|million|billion)\b", re.IGNORECASE)
_MOST = 10**12  # more than accounts in thousands hold
NO = 0.0  # nearness of another figure
_EACH_ASKED = regex(r"\b(?:per|a) (?:share|unit|barrel|ton(?:ne)?|ounce|gallon)\b|\bEPS\b", re.IGNORECASE)
_AS_FRACTION = regex(r"\b(?:fraction|ratio|proportion|decimal)\b", re.IGNORECASE)
_COARSE = Fraction(1, 100)
_FINE = Fraction(1, 1000)  # the last digit of a share that is written as a fraction: 0.0525


def is_percent(figure: Quantity) -> bool:
    """Return whether a figure is a percentage, by the year too."""
    return figure.unit.startswith("percent") and figure.unit != "percentage_point"


def without_short(figures: Sequence[tuple[int, Quantity]]) -> tuple[tuple[int, Quantity], ...]:
    """Return the accepted figures without those that only leave out another one's unit or scale: the 16 beside "€16 million"."""
    whole = [gold for _, gold in figures if gold.unit or own_scale(gold)]
    if not whole or len(whole) == len(figures):
        return tuple(figures)
    return tuple(each for each in figures if not any(_is_short(each[1], gold) for gold in whole))


def _is_short(figure: Quantity, whole: Quantity) -> bool:
    if figure.unit or own_scale(figure) or figure.high is not None or whole.high is not None:
        return False
    return any(figure.value * times == whole.value for times in (_AS_SHARE if is_percent(whole) else _WRITTEN_SHORT))


_YEAR = regex(r"(?:1[5-9]|20)\d\d")


def in_asked_scale(figure: Quantity, gold: Quantity, asked: Asked) -> Quantity:
    """Return an accepted figure in the scale that the question asks for, for an answer that says its own.

    "45.36 thousand" is not the 45,360 that are asked for in thousands.
    """
    if own_scale(figure) is None or own_scale(gold) or gold.high is not None:
        return gold
    match = _IN_SCALE.search(asked.text)
    scale = _SCALES[match["scale"][:1].lower()] if match else 1
    if match is None or abs(gold.value) * scale >= _MOST:
        return gold
    text = f"{gold.text} {match['scale']}"
    return gold._replace(value=gold.value * scale, step=gold.step and gold.step * scale, text=text)


def is_a_share(figure: Quantity, gold: Quantity, asked: Asked) -> bool:
    """Return whether an accepted rate is written as a fraction, which a percentage of the same digits is not: 0.0525 and "0.0525 %"."""
    return (
        is_percent(figure)
        and not gold.unit
        and gold.step is not None
        and gold.step <= (_COARSE if _AS_FRACTION.search(asked.text) else _FINE)
        and abs(gold.value) < 1
        and _PERCENT.search(asked.text) is not None
    )


def scaled(figure: Quantity, gold: Quantity, asked: Asked, said: Said) -> float:
    """Return how near two figures are once percent, thousands or millions are read as the question or the texts say.

    0.143 is 14.3 % where the question is about a rate; 3,200 is 3.2 million where it is asked for in thousands, or where one
    of the two is written without its scale. Two figures that both say their scale are what they are.
    """
    near = [NO]
    percents = is_percent(figure) + is_percent(gold)
    own = [own_scale(figure), own_scale(gold)]
    bare = (
        {figure.unit, gold.unit} <= _BARE
        and not (figure.unit and gold.unit)
        and _PERCENT.search(asked.text) is not None
    )
    year = not figure.unit and _YEAR.fullmatch(figure.text.strip()) is not None  # 2022 is not 20.22 %
    if not year and ((percents == 1 and own == [None, None]) or bare):
        near.append(_times(figure, gold, Fraction(100)))
    stated = {
        _SCALES[match["scale"][:1].lower()] for text in (asked.text, said.plain) for match in _IN_SCALE.finditer(text)
    }
    if stated:
        near += [
            nearness(one.value, other.value, one.step, other.step)
            for one in _meant(figure, own[0], stated)
            for other in _meant(gold, own[1], stated)
        ]
    elif own[0] and own[1] is None and not percents and not asked.counted and _may_gain_scale(figure, gold, asked):
        near.append(_in_scale(figure, gold, own[0]))
    elif own[1] and own[0] is None and not percents and _may_lack_scale(figure, asked, said):
        near.append(_in_scale(gold, figure, own[1]))
    return max(near)


def in_millions(figure: Quantity, gold: Quantity) -> Quantity:
    """Return a figure whose "m" stands for millions where such a figure is accepted: "5.4m", for 5.4 million people."""
    if figure.unit != "metre" or gold.unit or own_scale(gold) != _SCALES["m"] or not figure.text.endswith("m"):
        return figure
    million = _SCALES["m"]
    return figure._replace(value=figure.value * million, step=figure.step and figure.step * million, unit="")


def says_scale(text: str) -> bool:
    """Return whether a text names a scale.

    >>> says_scale("What were sales in 2020 ($1.2 million in 2019)?"), says_scale("What were sales?")
    (True, False)
    """
    return _SCALE_NAMED.search(text) is not None


def _may_gain_scale(figure: Quantity, gold: Quantity, asked: Asked) -> bool:
    """Return whether an answer may say a scale where the accepted figure has none: not where a few whole dollars, or no money at all, are accepted."""
    if _EACH_ASKED.search(asked.text):
        return False
    if gold.unit.isupper():
        return as_in_a_table(gold) or says_scale(asked.text) or gold.value.denominator > 1
    return not _PLAIN_ASKED.search(asked.text) and not (figure.unit.isupper() and _RATIO.search(asked.text))


def _may_lack_scale(figure: Quantity, asked: Asked, said: Said) -> bool:
    """Return whether a figure may go without its scale: as accounts write it, with no currency, where the question says it, where it stands behind a bracket.

    An accepted "0.25 M" may be no quarter of a million but a concentration, which "0.25 mol/L" says.
    """
    return (
        (as_in_a_table(figure) and not figure.unit)
        or says_scale(asked.text)
        or figure.unit == _MOLAR
        or _BEHIND_BRACKET.match(said.plain, figure.end) is not None
    )


def as_in_a_table(figure: Quantity) -> bool:
    """Return whether a figure without its scale has the four digits or more that accounts in thousands or millions have: "9,141"."""
    return abs(figure.value) >= _FOUR_DIGITS


def own_scale(figure: Quantity) -> Fraction | None:
    """Return the thousand or million that a figure is written with; None for none."""
    match = _SCALE.search(figure.text)
    if match is None:
        return None
    word = match[0].lower()
    return _TRILLION if word.startswith("tr") else _SCALES[word[:1]]


def _meant(figure: Quantity, own: Fraction | None, stated: set[Fraction]) -> list[Quantity]:
    """Return a figure as it may be meant: as written, and in a stated scale where it has none of its own."""
    scales = () if own else stated
    return [
        figure,
        *(figure._replace(value=figure.value * scale, step=figure.step and figure.step * scale) for scale in scales),
    ]


def _in_scale(scaled: Quantity, bare: Quantity, scale: Fraction) -> float:
    """Return how near a figure with a scale is to one that goes without it."""
    return nearness(scaled.value, bare.value * scale, scaled.step, bare.step and bare.step * scale)


def _times(figure: Quantity, gold: Quantity, scale: Fraction) -> float:
    """Return how near two figures are when one of them is so many times as large as it is written."""
    return max(
        nearness(figure.value * scale, gold.value, figure.step and figure.step * scale, gold.step),
        nearness(figure.value, gold.value * scale, figure.step, gold.step and gold.step * scale),
    )
