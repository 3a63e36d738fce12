"""Numbers that belong together in an order: scores and ratios, and the sides of a size."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, TENS
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.reading.notations.notation import Found, Values

_WORDS = ("nil", *CARDINALS[1:])
_COUNTS = {word: count for count, word in enumerate(_WORDS)} | {"zero": 0, "nothing": 0, "love": 0}
_COUNTS |= {word: 10 * count for count, word in enumerate(TENS, 2)}
_COUNTS |= {f"{tens}-{_WORDS[unit]}": _COUNTS[tens] + unit for tens in TENS for unit in range(1, 10)}
_COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|(?:(?<=\b1:)|(?<=\b1: )|(?<=\b1 : )|(?<=\b1 to ))\d{{1,3}}(?: \d{{3}})+|\d{{0,3}} ?½|\d{{1,3}} 1/2|\d{{1,4}}(?:\.\d{{1,2}})?|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(_WORDS[1:10])}))?"
    rf"|(?:{'|'.join(reversed(_WORDS[:-1]))}) and a half|zero|nothing|love|{'|'.join(reversed(_WORDS[:-1]))})"
)
_FOR_WHAT = "(?:hours?|minutes?|seconds?|days?|nights?|weeks?|months?|years?|people|persons?|adults?|child(?:ren)?)"
_SCORE = regex(
    rf"(?<![\w.,:/-])(?P<first>{_COUNT})(?:\s?[-:]\s?| (?:(?:goals?|points?|runs?|sets?|parts?|votes?|games?|frames?|touch(?:es)?|hits?|tries|baskets?|legs?|rounds?|stones?|shots?|ends?|rubbers?|matches|bouts?|wins|seats?|pins?|holes?|judges|justices|members|lawmakers|councillors) )?to |(?: wickets?)?[- ]for[- ](?=(?:{_COUNT})(?! (?:(?:votes? )?against|{_FOR_WHAT})\b))| (?:votes? )?against (?=(?:{_COUNT})(?!\s+(?:[a-z]+\s+)?(?:in favou?r|for|yes)\b))| )(?P<second>{_COUNT})(?![\w:/-]|[.,]\d| (?:hundred|thousand|million)\b)"
)
# "one to twenty-five thousand", of a map
_SCALE = regex(
    rf"(?<![\w.,:/-])(?:one|1) to (?P<second>(?:an? )?(?:(?:{'|'.join((*TENS, *_WORDS[1:], 'hundred'))})[ -](?:and )?){{0,4}}(?:hundred|thousand|million)(?: (?:and )?(?:{'|'.join((*TENS, *_WORDS[1:]))})(?:[ -](?:{'|'.join(_WORDS[1:10])}))?)?)(?![\w-])"
)
# "two parts butter to three parts sugar"
_PARTS = regex(
    rf"(?<![\w.,:/-])(?P<first>{_COUNT}) parts? (?:of )?[a-z]+(?: [a-z]+)?(?:,? (?:to|and|for(?: every)?)|,|:) (?P<second>{_COUNT})(?: parts?)?(?: of)? [a-z]+"
)
_IN_FAVOUR = r"(?:in favou?r|for(?: upholding| approving| passing| adopting| keeping| accepting)?|(?:voted )?to (?:uphold|approve|pass|adopt|keep|accept)|(?:upheld|approved|passed|adopted|backed|supported)(?= it\b| the )|yes|yeas?|ayes?)"
_AGAINST = r"(?:against|opposed|dissent(?:ed|ing)|object(?:ed|ing)|no|noes|nays?)"
_VOICES = r"(?:votes? |voices |members |[a-z]{2,12} )?(?:(?:were |was |had |have )?(?:vot(?:ed|ing) |came out |cast )?)"
# "212 in favour and 187 against", "four against, nine for"
_VOTES = regex(
    rf"(?<![\w.,:/-])(?P<first>{_COUNT}) {_VOICES}(?:(?P<pro>{_IN_FAVOUR})|(?P<con>{_AGAINST}))\b(?: it| the [a-z]+| (?:of|to) (?:it|the [a-z]+))?"
    rf"(?:,|;|:)?(?: (?:and|to|but|with|while))?(?: the (?:other|remaining))? (?P<second>{_COUNT}) {_VOICES}(?:(?P<other_con>{_AGAINST})|(?P<other_pro>{_IN_FAVOUR}))\b"
)
_ALL = regex(rf"(?<![\w.,:/-])(?P<each>{_COUNT})[ -]?(?:all|each)\b(?! (?:of|the|over)\b)")
_GOALLESS = regex(r"\b(?:goal-?less|scoreless)(?: draw| tie)?\b")
_PER = regex(
    rf"(?<![\w.,:/-])(?P<first>{_COUNT}) [a-z]+(?: (?:of )?[a-z]+)? (?:per|(?:to|for) (?:every|each)) (?:(?P<second>{_COUNT}) )?[a-z]+"
)  # "18 students per teacher"
_SHORT = f"(?:{'|'.join(('zero', 'love', *reversed(_WORDS)))})"
_SET = rf"(?:\d{{1,3}}\s?[-:]\s?\d{{1,3}}|{_SHORT}-{_SHORT})"
_SCORES = regex(rf"(?<![\w.,:/-]){_SET}(?:[,;]?\s+(?:and\s+)?{_SET})+(?![\w:/-]|[.,]\d)")  # of several sets
_SIDE = rf"(?:\d+(?:[.,]\d+)*(?:\s?[½¼¾⅓⅔])?|(?<![a-z])(?:{'|'.join(reversed(_WORDS[1:]))}))(?: ?(?:[a-z]{{1,12}}|[\"'])(?<!x)(?<!by))?"
_SIZE = regex(rf"(?<![\w.,])({_SIDE})(?:\s*(?:×|x|\*|by)\s*({_SIDE}))(?:\s*(?:×|x|\*|by)\s*({_SIDE}))?(?![\w×])")
_NUMBER = regex(r"\d+|\b(?!and\b)[a-z]+")
_WORD = regex(r"[a-z]")
_BY = regex(r"\s*(?:×|(?<![a-z])x|x(?![a-z])|\*|\bby\b)\s*")


def scores(text: str) -> Iterator[Found]:
    """Yield the scores and ratios in a lower-case text: "3-2", "3 to 1", "two nil"."""
    several = [match.span() for match in _SCORES.finditer(text)]
    for start, end in several:
        yield frozenset((tuple(map(_count, _NUMBER.findall(text[start:end]))),)), start, end
    for match in _SCORE.finditer(text):
        if any(start <= match.start() < end for start, end in several):
            continue
        first, second = match["first"], match["second"]
        between = text[match.end("first") : match.start("second")]
        if between == " " and (second not in _COUNTS or first.isdecimal() is second.isdecimal() is True):
            continue  # "2 nil" is a score, "24 7" is none
        yield frozenset(((_count(first), _count(second)),)), *match.span()
    for match in _ALL.finditer(text):
        yield frozenset(((_count(match["each"]), _count(match["each"])),)), *match.span()
    for match in _GOALLESS.finditer(text):
        yield frozenset(((Fraction(0), Fraction(0)),)), *match.span()
    yield from _ratios(text)
    yield from _votes(text)


def _votes(text: str) -> Iterator[Found]:
    """Yield what voted for it and against it, as a score."""
    for match in _VOTES.finditer(text):
        first, second = _count(match["first"]), _count(match["second"])
        if match["pro"] and match["other_con"]:
            yield frozenset(((first, second),)), *match.span()
        elif match["con"] and match["other_pro"]:
            yield frozenset(((second, first),)), *match.span()


def _ratios(text: str) -> Iterator[Found]:
    for match in _SCALE.finditer(text):
        second = read_quantity(match["second"])
        if second is not None and not second.unit and second.high is None:
            yield frozenset(((Fraction(1), second.value),)), *match.span()
    for match in _PARTS.finditer(text):
        yield frozenset(((_count(match["first"]), _count(match["second"])),)), *match.span()
    for match in _PER.finditer(text):
        yield frozenset(((_count(match["first"]), _count(match["second"] or "1")),)), *match.span()


def _count(word: str) -> Fraction:
    if word.endswith(" and a half"):
        return _count(word.removesuffix(" and a half")) + Fraction(1, 2)
    known = _COUNTS.get(word)
    if word.endswith(("½", "1/2")):
        return Fraction(word.removesuffix("½").removesuffix("1/2") or 0) + Fraction(1, 2)
    return Fraction(word.replace(",", "").replace(" ", "")) if known is None else Fraction(known)


def sizes(text: str) -> Iterator[Found]:
    """Yield the sizes in a lower-case text: "10 × 20 cm", "4 by 6½ inches", "7.62×39mm"."""
    for match in _SIZE.finditer(text):
        sides = _sides(match[0])
        if sides:
            yield frozenset((sides,)), *match.span()


def _sides(text: str) -> Values:
    read = [read_quantity(part) for part in _BY.split(text)]
    figures = [figure for figure in read if figure is not None]
    if len(figures) < len(read):
        return ()
    last = figures[-1].unit or (figures[0].unit if _WORD.match(text) else "")  # "three metres by four"
    if last == "pixel":
        figures, last = [figure._replace(unit="") for figure in figures], ""
    if not last:
        return () if any(figure.unit for figure in figures) else (Fraction(0), *(figure.value for figure in figures))
    sides = [convert(figure.value, figure.unit or last, "millimetre") for figure in figures]
    return tuple(side for side in sides if side is not None) if None not in sides else ()
