"""Changes that are accepted as a statement, "it fell by 1,200", "they doubled": told in any words that go the same way by as much."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Bound, Reason
from qa_eval.reading.counting import CARDINALS
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers._words.dimensions import is_measured, nouns_of
from qa_eval.scorers._words.direction import way_of
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import stems
from qa_eval.scorers._words.wording import SMALL, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 100  # characters; a longer answer says more than that
_COUNTS = "|".join(CARDINALS[2:13])
_CHOICE = regex(r"\b([a-z]{3,}er) or ([a-z]{3,}er)\b")
_STEM = 4  # letters of "faster" that "as fast" has too
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100}  # fmt: skip
_PART = rf"(?:{'|'.join(_PARTS)})(?!\s+(?:of\s+)?an?\s)"  # "half a point" is no half of it
_MULTIPLIED = regex(
    rf"\b(?:(?P<word>doubl(?:ed|es?|ing)|tripl(?:ed|es?|ing)|trebl(?:ed|es?|ing)|quadrupl(?:ed|es?|ing)|halve[ds]?|halving)"
    rf"|(?P<half>half)\s+as\s+(?:much|many|large|big|great|high|strong|long)|(?:to|becomes?|became|be)\s+(?:an?\s+|one[\s-])?(?P<left>{_PART})(?!\s+as\b)"
    rf"|(?P<fold>two|three|four|five|six|ten)-?fold|(?:by\s+)?a\s+factor\s+of\s+(?P<factor>\d+(?:\.\d+)?|{_COUNTS})"
    rf"|(?P<times>twice|(?:{_COUNTS}|\d+)\s+times)\s+(?:as\s+(?P<what>[a-z]+)|the\s+(?:size|number|amount)|(?:more\s+|less\s+)?(?P<how>[a-z]{{3,}}er))"
    rf"|(?:by|in|of|down|up)\s+(?:(?P<parts>an?|one|two|three)\s+)?(?P<part>{_PART}s?))\b",
    re.IGNORECASE,
)
_FACTORS = {
    "doubl": Fraction(2),
    "tripl": Fraction(3),
    "trebl": Fraction(3),
    "quadru": Fraction(4),
    "halv": Fraction(1, 2),
}
_WAY = regex(
    r"\b(?P<up>up|higher|larger|bigger|greater|stronger|more|plus|went up|going up|twofold)\b|\b(?P<down>down|lower|smaller|weaker|less|fewer|minus|went down|going down|s[aiu]nks?|sinking|reced(?:e[sd]?|ing)|retreat(?:s|ed|ing)?|shed|back)\b",
    re.IGNORECASE,
)
_SIGN = regex(r"(?:\A|\s)(?P<sign>[-+−–])\s?[$€£]?\d")
_OPEN = regex(
    rf"\b(?:not|no|never|or|over|under|from|to(?!\s+(?:an?\s+|one[\s-])?(?:{_PART}|twice)\b)|than(?!\s+(?:before|it was|they were)\b)|and(?!\s+(?:a half|a quarter|three[- ]quarters)\b)|but|then|while)\b|n't\b|[;?]",
    re.IGNORECASE,
)
_LED_TO = regex(
    rf"\bto\s+(?:about\s+)?(?:(?:[A-Z]{{3}}\s)?[$€£−-]?\d|(?:(?:an?|one|two|three)\s+)?(?:{_PART})s?\b)",
    re.IGNORECASE,
)
_BY_AS_MUCH = regex(r"\bby\s+(?:about\s+)?(?:[A-Z]{3}\s)?[$€£−-]?\d", re.IGNORECASE)
_NEAR = regex(r"\b(?:about|almost|nearly|around|roughly|approximately|some)\b", re.IGNORECASE)
_PASSED = frozenset(
    """it they he she that this these those their its his her has have had been was were is are by a an the of in percent per cent rise fall
    increase decrease change growth drop decline reduction cut gain loss up down went gone going go higher lower more less fewer
    fold factor size number amount point percentage than back now since then today time becomes become became gets get got what value original previous before""".split()  # noqa: SIM905 - a word list reads best as one text
)
_AT = regex(r"\W*(?:(?:it|they|the [a-z]+) (?:[a-z]+ed|stood|was|were) )?at\s+\S?\d", re.IGNORECASE)
_ASKED_HOW = regex(r"\W*how (?:did|has|have|do|does)\b", re.IGNORECASE)
_POINTS = "points"  # of an index, or short for percentage points
_BASIS = 100  # basis points of a percentage point
_POINTED = frozenset((_POINTS, "point", "percentage_point"))
_MOVED = regex(
    r"(?:ri[sz]|rose|fall|fell|increas|decreas|gr[oe]w|declin|drop|shr[aiu]nk|s[aiu]nk|climb|jump|surg|slip|plung|slump|reduc|cut|gain|los|lower|rais|doubl|tripl|trebl|quadrupl|halv|went|go|chang|end|clos|finish|mov|shed|add|retreat|reced|br(?:ing|ought))[a-z]*"
)
_ASKED = regex(
    r"\bhow\b.*\bchang|\bwhat (?:happens|happened|will happen|becomes? of)\b|\bwhat did\b.*\bdo\b|\bhow did\b.*\b(?:move|do|fare|perform|close|end|finish|react|respond)\b|\bhow (?:did|has|have|much)\b|\bby (?:how much|what)\b|\bwhat (?:was|is) the (?:change|effect)\b",
    re.IGNORECASE,
)


class Change(NamedTuple):
    """What was multiplied by a factor, or moved by so much of a unit; ``near``: the words that say how nearly."""

    factor: Fraction | None
    amount: Fraction
    unit: str
    near: bool

    def equals(self, other: Change | None) -> bool:
        """Return whether another change is the same, by whatever unit: basis points, percentage points, or points of them."""
        if other is None or (self.factor, self.near) != (other.factor, other.near):
            return False
        pointed = _POINTS in (self.unit, other.unit) and {self.unit, other.unit} <= _POINTED
        return self.amount == (other.amount if pointed else convert(other.amount, other.unit, self.unit))


class ChangeGold:
    """An accepted change; ``words`` judges what is no such statement."""

    def __init__(self, change: Change, question: str, known: frozenset[str], words: Gold) -> None:
        self.shown = words.shown
        self.change, self.question, self.known, self.words = change, question, known, words
        options = {word.lower()[:_STEM] for each in _CHOICE.findall(question) for word in each}
        self.chosen = next((each for each in options if each in self.shown.lower()), "")

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted change."""
        relation = self.words.relate(text, document)
        if relation.reason in ACCEPTED:
            if (
                _LED_TO.search(text)
                and not _LED_TO.search(self.shown)
                and not self.change.equals(read_change(text, self.question, self.known))
            ):
                return Relation(Reason.WRONG_VALUE, f"says where it went, accepted {self.shown}", shown(text))
            return relation
        if not self.change.equals(read_change(text, self.question, self.known)) or opposite_in(self.shown, text):
            return relation
        if self.chosen and self.chosen not in text.lower():
            return relation  # "a factor of two", where it is asked which way as well
        return Relation(Reason.CONTAINS_GOLD, f"the same change, accepted {self.shown}", shown(text))


def read_change(text: str, question: str, known: frozenset[str] = frozenset()) -> Change | None:
    """Return the change that a text states and nothing else, in words of a question or its own; None for another text.

    ``known`` are the stems of further words that it may have.

    >>> read_change("up 100 %", "") == read_change("They doubled.", "") == read_change("It grew twofold", "")
    True
    >>> read_change("It fell by half", "") == read_change("down 50%", ""), read_change("It rose 4 % to 30", "") is None
    (True, True)
    """
    if len(text) > _LONGEST or _OPEN.search(text):
        return None
    multiplied = _MULTIPLIED.search(text)
    figures = [] if multiplied else [each for each in read_quantities(text) if each.bound is Bound.NONE]
    if multiplied and _measures_otherwise(multiplied["what"], question, known):
        return None
    if multiplied is None and (len(figures) != 1 or figures[0].high is not None or figures[0].ordinal):
        return None
    start, end = multiplied.span() if multiplied else (figures[0].start, figures[0].end)
    told = f"{text[:start]} {text[end:]}"
    if any(not _is_passed(word, stems(question) | known) for word in key(told)):
        return None
    way = _way(text, question)
    near = _NEAR.search(text) is not None
    if multiplied:
        return _multiplied(multiplied, way, near=near)
    return None if way == 0 else _moved(figures[0], way, near=near)


def _moved(figure: Quantity, way: int, *, near: bool) -> Change:
    amount = abs(figure.value) * way
    if figure.unit == "percent":
        return Change(1 + amount / 100, Fraction(0), "", near)
    if figure.unit == "basis_point":
        return Change(None, amount / _BASIS, "percentage_point", near)
    return Change(None, amount, figure.unit or (_POINTS if figure.noun in _POINTED else ""), near)


def _measures_otherwise(what: str | None, question: str, known: frozenset[str]) -> bool:
    """Return whether "twice as long" is told where neither the question nor ``known`` speaks of a length."""
    if not what or what.lower() in _SIZED or not is_measured(what.lower()) or stems(what) <= known:
        return False
    return nouns_of(frozenset((what.lower(),))).isdisjoint(nouns_of(frozenset(key(question))))


_SIZED = frozenset(("large", "big", "great", "high", "strong", "much", "many"))  # as much as anything can be


def _is_passed(word: str, known: frozenset[str]) -> bool:
    return (
        word in _PASSED
        or word in SMALL
        or not any(map(str.isalpha, word))
        or _MOVED.fullmatch(word) is not None
        or _NEAR.fullmatch(word) is not None
        or stems(word) <= known
    )


def _way(text: str, question: str) -> int:
    """Return 1 for up, -1 for down, as a text says, else as its question does; 0 where neither does."""
    sign = _SIGN.search(text)
    if sign:
        return 1 if sign["sign"] == "+" else -1
    told = way_of(text)
    if told == 0 and (found := _WAY.search(text)):
        told = 1 if found["up"] else -1
    return told or way_of(question)


def _multiplied(found: re.Match[str], way: int, *, near: bool) -> Change | None:
    if found["word"]:
        factor = next(each for stem, each in _FACTORS.items() if found["word"].lower().startswith(stem))
        return Change(factor, Fraction(0), "", near)
    if found["half"] or found["left"]:
        return Change(Fraction(1, _PARTS[(found["half"] or found["left"]).lower()]), Fraction(0), "", near)
    if found["part"]:
        many = {"two": 2, "three": 3}.get((found["parts"] or "").lower(), 1)
        share = Fraction(many, _PARTS[found["part"].lower().removesuffix("s")])
        return Change(1 + way * share, Fraction(0), "", near) if way else None
    said = (found["fold"] or found["factor"] or found["times"]).lower().removesuffix("times").strip()
    said = "two" if said == "twice" else said
    times = Fraction(CARDINALS.index(said)) if said in CARDINALS else Fraction(said)
    return Change(1 / times if way < 0 else times, Fraction(0), "", near)


class LevelGold:
    """An accepted statement of what something went to; ``words`` judges, and takes no "by" as much."""

    def __init__(self, words: Gold) -> None:
        self.shown = words.shown
        self.words = words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted statement."""
        relation = self.words.relate(text, document)
        if relation.reason in ACCEPTED and _BY_AS_MUCH.search(text) and not _LED_TO.search(text):
            return Relation(Reason.WRONG_VALUE, f"says by how much, accepted {self.shown}", shown(text))
        return relation


class StatedGold:
    """An accepted amount that says which way something moved by it, "84 points higher"; ``plain`` judges it as an amount."""

    def __init__(self, change: Change, question: str, plain: Gold) -> None:
        self.shown = plain.shown
        self.change, self.question, self.plain = change, question, plain
        self.known = stems(plain.shown)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted change."""
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED:
            level = _AT.match(text) and not _way(text, "")
            return Relation(Reason.WRONG_VALUE, "says where it stood", shown(text)) if level else relation
        if not _way(text, "") or not self.change.equals(read_change(text, self.question, self.known)):
            return relation
        return Relation(Reason.CONTAINS_GOLD, f"the same change, accepted {self.shown}", shown(text), certain=True)


def stated_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares changes where it is asked how something moved and the accepted amount says which way, else ``plain``."""
    accepted = question.accepted[0] if question.accepted else ""
    if not _way(accepted, "") or _ASKED_HOW.match(question.text) is None:
        return plain
    change = read_change(accepted, question.text)
    return StatedGold(change, question.text, plain) if change else plain


def change_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that compares changes where it is asked how something changed and a change is accepted, else ``words``."""
    if not question.accepted or _ASKED.search(question.text) is None:
        return words
    accepted = question.accepted[0]
    if _LED_TO.search(accepted) and not _BY_AS_MUCH.search(accepted):
        return LevelGold(words)
    multiplied = _MULTIPLIED.search(accepted)
    told = [*(figure.noun for figure in read_quantities(accepted)), (multiplied and multiplied["what"]) or ""]
    known = stems(" ".join(told))
    change = read_change(accepted, question.text, known)
    return words if change is None else ChangeGold(change, question.text, known, words)
