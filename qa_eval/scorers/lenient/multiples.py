"""How many times as much something becomes: "It doubles" is "twice as large", "a twofold increase" and "V₂ = 2V₁"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from qa_eval.model import Reason, Verdict
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Question

Decided: TypeAlias = "tuple[Verdict, float, Reason, str, str]"
SHOWN = 200
LONGEST = 600  # characters of an answer that is read
MOST_WORDS = 9  # of an accepted text that says how many times as much something becomes
_ASKED = regex(
    r"\b(?:what (?:would |will )?happens? to|what (?:is|will be|would be) the effect|(?:how|what) (?:does|do|will|would|is|are|did)\b[^?]*\b(?:chang\w+|affect\w*|var(?:y|ies)|become)|by (?:what|which) factor|how many times|how much (?:larg|bigg|great|heavi|fast|strong|high|long|small|bright|dens|weak|wid|hott|old|tall|deep)er|by how much|how much (?:did|has|have|do|does) [^?]* (?:grow|grown|rise|risen|increase|increased|fall|fallen|change|changed|expand|expanded|shrink|shrunk))\b",
    re.IGNORECASE,
)
_COUNTS = "half one two three four five six seven eight nine ten twelve sixteen".split()  # noqa: SIM905 - a word list reads best as one text
_VALUE = {name: Fraction(value) for name, value in zip(_COUNTS[1:], (*range(1, 11), 12, 16), strict=True)}
_PARTS = {
    "half": 2,
    "third": 3,
    "fourth": 4,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "sixteenth": 16,
}
_NUMBER = rf"(?P<number>\d+(?:\.\d+)?(?:/\d+)?|[½¼⅓]|{'|'.join(_COUNTS[1:])})"
_PART = "|".join(_PARTS)
_DOWN = (
    r"decreas\w+|reduc\w+|drop\w*|f[ae]ll\w*|shr[aiu]nk\w*|diminish\w*|lower\w*|smaller|less|divid\w+|weak\w+|declin\w+"
)
_UP = r"increas\w+|gr[eo]w\w*|r[io]s[ei]n?\w*|larger|greater|bigger|higher|multipl\w+|stronger|faster|more"
_SAYS = regex(
    rf"(?<![\w.])(?P<percent>\d{{1,4}}(?:\.\d+)?)\s?(?:%|per ?cent\b)|\b(?P<verb>doubl|trebl|tripl|quadrupl|halv|quarter)(?:e[sd]?|ing|ed|es)?\b|\b(?P<adverb>twice|thrice)\b"
    rf"|\b{_NUMBER}[- ]?(?:fold|times)\b|(?<![\w.])(?P<times>\d+(?:\.\d+)?)\s?[x×](?![\w])|[x×](?P<by>\d+)(?![\w.])"
    rf"|\b(?:factor of|multiplied by|divided by)\s+(?P<factor>\d+(?:\.\d+)?(?:/\d+)?|[½¼⅓]|{'|'.join(_COUNTS[1:])})"
    rf"|\b(?:(?:one|a)[- ])?(?P<part>half|quarter)\b|\b(?:one|a|an)[- ](?P<ordinal>{_PART})\b(?=\s*(?:of|as|the|its|that|[.,;)]|\Z))|(?<![\w/])1/(?P<over>\d+)\b|(?P<sign>[½¼⅓⅛⅑])"
    rf"|\b(?P<same>unchanged|(?:stay|remain|keep)\w*(?: exactly| about)? (?:the same|constant)|(?:does|do|will|would)(?: not|n't) (?:change|vary)|no (?:change|effect)|not affected|unaffected|constant)\b"
    rf"|[₂2'′]\s*=\s*(?:(?P<left>\d+(?:\.\d+)?|[½¼⅓])\s?\*?\s?[A-Za-z]|[A-Za-z][₁1₀0]?\s?/\s?(?P<under>\d+))"
    r"|(?<![\w./])(?-i:[A-Z][A-Za-z]?)[₁1₀0]?\s?/\s?(?P<below>\d+)(?![\w.]\w|\w)"  # "falls to F/4"
    r"|(?<![\w./])(?P<symbol>(?-i:[A-Z][A-Za-z]?)) (?:becomes|changes to|goes to|(?:rises|grows|increases) to|→|->) (?P<many>\d+)\s?(?P=symbol)\b",
    re.IGNORECASE,
)
_FIXED = {"doubl": 2, "trebl": 3, "tripl": 3, "quadrupl": 4, "twice": 2, "thrice": 3}
_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "⅓": Fraction(1, 3), "⅛": Fraction(1, 8), "⅑": Fraction(1, 9)}
_ASIDE = regex(
    r"(?:\A|(?<=[,;.]\s)|(?<=\s))\b(?:if|when|whenever|because|since|given that|given|as(?= (?:the|its|long|[A-Z]))|with|while|once|after|provided|even though|although|doubling|tripling|halving)\b[^,.;:]*",
    re.IGNORECASE,
)
_GOES_DOWN = regex(rf"\b(?:{_DOWN})\b", re.IGNORECASE)
_GOES_UP = regex(rf"\b(?:{_UP})\b", re.IGNORECASE)
_CLAUSE = regex(r"[.;]\s|,\s")
_REACH = 40  # characters before a factor that tell whether something becomes more or less
_SUBJECT = regex(
    r"\b(?:happens? to|effect on|how (?:does|do|will|would)|by (?:what|which) factor (?:does|do|will|would|is)) (?:the |its |a |an )?(?P<what>[a-z]+)",
    re.IGNORECASE,
)


def multiple_asked(question: Question) -> Callable[[str], Decided | None] | None:
    """Return the rule for a question of how something changes, where how many times as much it becomes is accepted; else None."""
    if not question.accepted or not _ASKED.search(question.text):
        return None
    wanted = {_only(text) for text in question.accepted if len(text.split()) <= MOST_WORDS}
    if len(wanted) != 1 or None in wanted:
        return None
    value = wanted.pop()
    subject = _SUBJECT.search(question.text)
    what = subject["what"].lower() if subject else ""
    return lambda text: _judged(text, value, what, question.accepted[0]) if value is not None else None


def _judged(text: str, wanted: Fraction, what: str, accepted: str) -> Decided | None:
    said = multiple_of(text, what)
    if said is None:
        return None
    if said == wanted:
        return Verdict.CORRECT, 0.95, Reason.EQUAL_VALUE, f"becomes {said} times as much, as accepted", text[:SHOWN]
    return (
        Verdict.INCORRECT,
        0.05,
        Reason.WRONG_VALUE,
        f"becomes {said} times as much, accepted {accepted}",
        text[:SHOWN],
    )


def multiple_of(text: str, what: str = "") -> Fraction | None:
    """Return how many times as much a text says in the end that something becomes; None where it does not say.

    ``what``: the word for what the question asks about; a clause that has it counts for more.

    >>> [str(multiple_of(text)) for text in ("It doubles.", "V₂ = 2V₁", "reduced by a factor of four", "when doubled, it stays the same")]
    ['2', '2', '1/4', '1']
    """
    if len(text) > LONGEST:
        return None
    shown = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    found = [(match, value) for match in _SAYS.finditer(shown) if (value := _value(match, shown)) is not None]
    if not found:
        return None
    if what:
        told = [each for each in found if what in _clause(shown, each[0]).lower()]
        found = told or found
    return found[-1][1]


def _only(text: str) -> Fraction | None:
    values = {
        value for match in _SAYS.finditer(text) if not match["percent"] and (value := _value(match, text)) is not None
    }
    return values.pop() if len(values) == 1 else None


def _clause(text: str, match: re.Match[str]) -> str:
    marks = [0, *(mark.end() for mark in _CLAUSE.finditer(text)), len(text)]
    low = max(mark for mark in marks if mark <= match.start())
    return text[low : next(mark for mark in marks if mark > low or mark == len(text))]


def _value(match: re.Match[str], text: str) -> Fraction | None:
    """Return how many times as much one expression says; None for one that cannot be read."""
    if match["same"]:
        return Fraction(1)
    if match["percent"]:
        return _by_percent(match, text)
    if match["verb"] or match["adverb"]:
        word = (match["verb"] or match["adverb"]).lower()
        value = Fraction(_FIXED[word]) if word in _FIXED else Fraction(1, 2 if word == "halv" else 4)
        return 1 / value if match["adverb"] and _goes_down(match, text) else value
    if match["part"] or match["ordinal"]:
        return _part(match, text)
    number = match["number"] or match["times"] or match["by"] or match["factor"] or match["left"] or match["many"]
    if number:
        value = _read(number)
        return 1 / value if value > 1 and _goes_down(match, text) else value or None
    under = match["over"] or match["under"] or match["below"] or 1
    return _SIGNS.get(match["sign"] or "") or Fraction(1, max(1, int(under)))


def _by_percent(match: re.Match[str], text: str) -> Fraction | None:
    clause, share = text[max(0, match.start() - _REACH) : match.end() + _REACH // 2], Fraction(match["percent"]) / 100
    up, down = _GOES_UP.search(clause) is not None, _GOES_DOWN.search(clause) is not None
    if up is down:
        return None
    return 1 + share if up else max(1 - share, Fraction(0)) or None


def _part(match: re.Match[str], text: str) -> Fraction:
    value = Fraction(1, _PARTS[(match["part"] or match["ordinal"]).lower()])
    if not text[: match.start()].endswith("by "):
        return value
    return 1 - value if _goes_down(match, text) else 1 + value


def _read(number: str) -> Fraction:
    return _SIGNS.get(number) or _VALUE.get(number.lower()) or Fraction(number if not number.endswith("/0") else "1")


def _goes_down(match: re.Match[str], text: str) -> bool:
    """Return whether the words around a factor say that something becomes less."""
    clause = text[max(0, match.start() - _REACH) : match.end() + _REACH // 2]
    if "divided by" in match[0].lower():
        return True
    return _GOES_DOWN.search(clause) is not None and _GOES_UP.search(clause) is None
