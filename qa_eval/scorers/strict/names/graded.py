"""Blood groups with their sign, and sizes of clothes and shoes with whose they are, in their other forms: "O-", "European size 39"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOOD = regex(
    r"(?:(?:blood )?(?:group|type) )?(?P<group>AB|A|B|O)[,\s]*(?:Rh(?:esus)?[\s-]*)?(?P<sign>positive|negative|pos|neg|\+|[-−–])"
)
# whose sizes of clothes and shoes a size is one of
_SIZE = regex(
    r"(?P<led>size )?(?P<whose>EU|European|UK|British|US|American|Italian|French|Japanese)(?P<size> size)? (?P<number>\d{1,3}(?:\.5|½)?)"
    r"|(?:size )?(?P<first>\d{1,3}(?:\.5|½)?)(?: \(| )(?P<by>EU|European|UK|British|US|American|Italian|French|Japanese)\)?"
)
_SIZES = {"European": "EU", "British": "UK", "American": "US"}


def of_blood(name: str) -> Iterator[str]:
    """Yield "O negative", "O-", "blood group O, Rh negative" and the like for a group and its sign.

    >>> {"B-", "blood group B Rh negative"} <= set(of_blood("B negative")), list(of_blood("B"))
    (True, [])
    """
    blood = _BLOOD.fullmatch(name)
    if blood is None:
        return
    group, sign = blood["group"], "positive" if blood["sign"] in ("positive", "pos", "+") else "negative"
    for led in ("", "group ", "type ", "blood group ", "blood type "):
        yield from (f"{led}{group} {how}" for how in (sign, sign[:3], f"Rh {sign}", f"Rh-{sign}", f"rhesus {sign}"))
        if sign == "positive":
            yield f"{led}{group}+"
    yield f"{group}{'+' if sign == 'positive' else '-'}"  # "group O-" has the words of "group O"


def of_size(name: str) -> Iterator[str]:
    """Yield "European size 39", "39 EU" and the like for "EU size 39".

    >>> {"European size 39", "39 EU"} <= set(of_size("EU size 39")), list(of_size("size 39"))
    (True, [])
    """
    sized = _SIZE.fullmatch(name)
    if sized is None:
        return
    by, number = sized["whose"] or sized["by"], sized["number"] or sized["first"]
    own = _SIZES.get(by, by)
    for whose in (own, *(full for full, short in _SIZES.items() if short == own)):
        yield from (
            f"{whose} size {number}",
            f"{whose} {number}",
            f"size {whose} {number}",
            f"size {number} {whose}",
            f"{number} {whose}",
        )
