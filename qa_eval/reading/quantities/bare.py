"""Amounts told as something: "p < 0.05", "magnitude 6.8", "14 months (IQR 9-20)"."""

from __future__ import annotations

import re

from qa_eval.reading.quantities import read_quantities, read_quantity
from qa_eval.reading.regex import regex

_STATISTIC = regex(  # "p < 0.01", "n = 48", "R² = .93"
    r"\W{0,2}(?:[A-Za-zα-ωχ]{1,2}[²2]?|AUC|[A-Za-z]-value)\s?(?P<sign>[=<>≤≥≈]|[<>]=)\s?(?=[-−–]?\.?\d)"
)
_LABELLED = regex(  # "magnitude 6.8", "6.8 on the Richter scale", "a one in ten chance"
    r"\A\W*(?:an?\s+|the\s+)?(?:magnitude|intensity|chance|probability|force|Beaufort(?: force)?)(?:\s+of)?\s+(?=[\d.]|an?\b|one\b|two\b)"
    r"|\A\W*(?:magnitude[-:=]\s?|(?-i:M[wLsb]?)\s?)(?=\d\.\d)"  # "M6.8"
    r"|(?<=\d)[\s-]+(?:magnitude|on the (?:Richter|moment magnitude|Mercalli|Beaufort) scale)\W*\Z"
    r"|\A\W*an?\s+(?=(?:\w+[\s-]in[\s-]\w+|\d[\d.]*\s?(?:%|percent|per cent))\s+(?:chance|probability|likelihood|risk)\W*\Z)"
    r"|(?<=[\w%])\s+(?:chance|probability|likelihood|risk)\W*\Z",
    re.IGNORECASE,
)
_TO_ONE = regex(  # "1.27 dollars to the pound"
    r"(?<=[a-z€$£])\s+to\s+(?:the|an?|one|each)\s+(?=(?:dollar|euro|pound|franc|yen|yuan|krone|krona|rouble|ruble|rupee|peso|real|gallon|litre|liter)\W*\Z)",
    re.IGNORECASE,
)
_REMARKED = regex(r"\s*(?P<first>[^()\[\]]{1,60}?)\s*[(\[](?P<remark>[^()\[\]]{1,80})[)\]]\s*\.?\s*")
_OF_STATISTIC = regex(
    r"\s*(?:\d+\s?(?:%|percent|per cent)\s+)?(?:CI|confidence interval|credible interval|IQR|interquartile range|SD|s\.d\.|standard deviation|SE|SEM|range|n\s?=|p\s?[=<>]|±|gas mark)",
    re.IGNORECASE,
)
_POWER = regex(  # "5 mg kg-1"
    r"(?<=[A-Za-zμµ%] )(?P<unit>kg|g|mg|s|min|h|d|[mck]?m|[mμµd]?[lL]|mol|ha)[-−](?P<power>[123])(?![\d.])"
)
_UNDER_SEA = r",?\s+(?:below|beneath|under)(?:\s+(?:the\s+)?(?:mean\s+|average\s+)?sea[\s-]level\b|(?=\W*\Z))"
_BELOW_SEA = regex(rf"\.?(?:\s*\([^()]{{1,30}}\)|\))?{_UNDER_SEA}", re.IGNORECASE)
_UNDER_SEA_LEVEL = regex(_UNDER_SEA, re.IGNORECASE)
_DEGREES = regex(r"\d{2,4}\s?[CF]")


def bare_amount(text: str) -> str:
    """Return an amount without the letter or the word that it is given as, with so much "to the" other unit as so much per that.

    >>> bare_amount("p < 0.05"), bare_amount("r = 0.62"), bare_amount("magnitude 6.8"), bare_amount("1.27 dollars to the pound")
    ('< 0.05', '0.62', '6.8', '1.27 dollars per pound')
    """
    told = _STATISTIC.match(text)
    if told is not None:
        return text[told.end() :] if told["sign"] == "=" else f"{told['sign']} {text[told.end() :]}"
    text = _without_remark(text) if text.endswith((")", "]")) else text
    return with_powers(_TO_ONE.sub(" per ", _LABELLED.sub("", text)))


def from_sea_level(text: str) -> str:
    """Return a text that tells an elevation with heights below sea level as heights below zero.

    >>> from_sea_level("It lies 86 m (282 ft) below sea level."), from_sea_level("86 m above sea level")
    ('It lies -86 m (-282 ft).', '86 m above sea level')
    """
    if not _UNDER_SEA_LEVEL.search(text):
        return text
    told = [each for each in read_quantities(text) if each.high is None and _BELOW_SEA.match(text, each.end)]
    signed = _UNDER_SEA_LEVEL.sub("", text) if told else text
    for figure in reversed(told):
        if figure.value > 0:
            sign = "-" if text[figure.start].isdigit() else "minus "
            signed = f"{signed[: figure.start]}{sign}{signed[figure.start :]}"
    return signed


def with_powers(text: str) -> str:
    """Return a text with the powers below that are written on the line as such: "5 mg kg-1" as "5 mg kg^-1"."""
    return _POWER.sub(r"\g<unit>^-\g<power>", text)


def _without_remark(text: str) -> str:
    """Return an amount without the interval or the deviation in brackets behind it, or what others have: "1.8 (95% CI 1.2-2.7)", "£9 (£6 for children)"."""
    found = _REMARKED.fullmatch(text)
    first = read_quantity(found["first"].removeprefix("by ")) if found else None
    if found is None or (first is None and not _DEGREES.fullmatch(found["first"])):
        return text
    if _OF_STATISTIC.match(found["remark"]):
        return found["first"].removeprefix("by ")
    if first is None:
        return text
    others = read_quantities(found["remark"])
    same = (
        len(others) == 1 and first.unit and others[0].unit == first.unit and others[0].text != found["remark"].strip()
    )
    return found["first"] if same else text
