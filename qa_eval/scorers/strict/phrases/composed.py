"""Accepted words with figures among them, told in another order or unit: "five years at 4.15 %" for "4.15% for five years"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Bound, EntityAnswer, PhraseAnswer, Reason
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.sameness import same_dimension, same_figure
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._formal.labelled import parts_of
from qa_eval.scorers._formal.per_item import same_per_item
from qa_eval.scorers._words.alike import nearly_possible
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.so_often import deeds_as_times
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT, SMALL, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.model import Document, Question
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 16  # words of an accepted text that is told in another order
_DIGIT, _NUMBER = regex(r"\d"), regex(r"\d[\d.,]*")
_MOST, _LEAST, _MORE, _LESS = "at most", "at least", "more", "less"
# what stands before or behind a figure and limits it
_LIMITS = (
    (
        _MOST,
        regex(
            r"\b(?:within|inside(?: of)?|no(?:t)? (?:later|more|longer) than|at (?:the )?(?:most|latest)|(?:anything )?up to|as (?:much|many) as|(?:a )?maximum(?: of)?|or (?:less|fewer|under|sooner))\b",
            re.IGNORECASE,
        ),
    ),
    (
        _LEAST,
        regex(
            r"\b(?:no(?:t)? (?:less|fewer|sooner|earlier) than|at (?:the )?least|(?:a )?minimum(?: of)?|or (?:more|over|longer|older))\b",
            re.IGNORECASE,
        ),
    ),
    (
        _MORE,
        regex(
            r"\b(?:over(?! (?:the|a|an|its)\b)|above|exceeding|beyond|(?:more|longer|higher|heavier|greater|larger|older) than)\b",
            re.IGNORECASE,
        ),
    ),
    (
        _LESS,
        regex(r"\b(?:under|below|(?:less|fewer|shorter|lower|lighter|smaller|younger) than)\b", re.IGNORECASE),
    ),
)
_BOUNDS = {Bound.UP_TO: _MOST, Bound.AT_LEAST: _LEAST, Bound.MORE_THAN: _MORE, Bound.LESS_THAN: _LESS}
# "How soon must it be reported?" asks for a limit, whether or not the answer says so
_LIMIT_ASKED = regex(
    r"\b(?:how (?:soon|quickly|fast|late)|by when|within (?:what|which|how)|how (?:long|much time) do(?:es)? [\w' ]{1,30} have|deadline|time limit)\b",
    re.IGNORECASE,
)
_WAYS = frozenset("before after from to into until since without against between above below under over behind".split())  # noqa: SIM905 - a word list reads best as one text
_PLUS = regex(r"[\s,]*(?:plus\s+\w|and\s+up\s+to\b)", re.IGNORECASE)
_ADDED = regex(r"\badd-?ons?\b", re.IGNORECASE)
_DENIES = regex(
    r"\b(?:not?|never|nor|neither|none|without|except|instead|unless|or|(?:all|nothing|anything) but|only)\b|n['’]t\b",
    re.IGNORECASE,
)
# what an answer says besides, and what goes without saying
_PASSED = stems(
    "fixed stays stay remains remain first initial exactly full whole total together along take takes taken drink eat have has you they it your their"
    " he she got sent handed received must should may can do be set locked lasts last gets becomes goes given time rate period afterwards later price cost"
)
# "How many gold, silver and bronze medals", of which answers say "6 gold" or "6 gold medals"
_OF_KINDS = regex(r"\bhow many (?:[a-z-]+, )*[a-z-]+,? (?:and|or) [a-z-]+ (?P<noun>[a-z]+s)\b", re.IGNORECASE)
_BEHIND_BARS = regex(r"\bbehind bars\b|\bto (?:jail|prison)\b", re.IGNORECASE)
# ", two months less than the prosecution had wanted"
_COMPARED = regex(
    r"(?<=\w),\s+(?:[\w$€£%.-]+\s+){0,4}?(?:less|more|fewer|shorter|longer|higher|lower|earlier|later)\s+than\s+[^,;:.!?]+(?=\W*\Z)",
    re.IGNORECASE,
)
_FREE = 3  # words that may come in any order
_MOST_OTHERS = 2  # words that are said by others of their meaning
_WORD = 3  # letters of one that has a meaning
# "$5 million over ten years": what is paid or changes in that time
_OVER_TIME = regex(
    r"(?<=[\w%])\s+over\s+(?=[\w-]+\s(?:full\s)?(?:years?|months?|weeks?|days?|decades?|seasons?)\b)", re.IGNORECASE
)
_REACH = 24  # characters at a figure in which its limit stands


class Composed(NamedTuple):
    """A text with figures: each with its limit, the words around them, and the words that say which way, with what they lead to."""

    figures: tuple[tuple[Quantity, str], ...]
    words: tuple[str, ...]
    ways: frozenset[tuple[str, str]]


class ComposedGold:
    """Accepted words with figures; ``plain`` judges, and what it refuses may be the same in another order or unit."""

    def __init__(self, question: Question, accepted: tuple[Composed, ...], plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.accepted = accepted
        self.asked, self.question = stems(question.text), question.text
        self.limit_asked = _LIMIT_ASKED.search(question.text) is not None
        self.in_question = read_quantities(question.text)
        head = _OF_KINDS.search(question.text)
        self.head = None if head is None or head["noun"] in self.shown else _head_of(head["noun"])

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words."""
        text = self.head.sub("", text) if self.head and len(text) <= SHORT else text
        relation = self.plain.relate(text, document)
        said = composed(deeds_as_times(text, self.question), self.in_question) if len(text) <= SHORT else None
        if said is None:
            return relation
        by_item = same_per_item(text, self.shown, self.question)
        if relation.reason in ACCEPTED:
            if not by_item and any(_exchanged(said, gold, by_item) for gold in self.accepted):
                return Relation(Reason.WRONG_VALUE, f"says one figure for another, accepted {self.shown}", shown(text))
            return relation
        if by_item is False or not (by_item or any(self._is_same(said, gold) for gold in self.accepted)):
            return relation
        return Relation(Reason.CONTAINS_GOLD, f"the same figures and words, accepted {self.shown}", shown(text))

    def _is_same(self, said: Composed, gold: Composed) -> bool:
        if len(said.figures) != len(gold.figures) or said.ways - self._asked_ways(gold) != gold.ways:
            return False
        wanted, told = frozenset(gold.words), frozenset(said.words)
        missing, more = wanted - self.asked - told, told - wanted - self.asked - _PASSED
        if not _mean_alike(missing, more) or not _is_in_order(said, gold):
            return False
        pairs = _paired(said, gold)
        return all(one is not None and self._is_limited_so(one, limit) for one, limit in pairs)

    def _asked_ways(self, gold: Composed) -> frozenset[tuple[str, str]]:
        """Return the ways that lead to what the question says, which an answer may repeat."""
        return frozenset((way, word) for way in _WAYS for word in self.asked) - gold.ways

    def _is_limited_so(self, said: str, wanted: str) -> bool:
        return said == wanted or (self.limit_asked and {said, wanted} == {_MOST, ""})


def composed(text: str, known: tuple[Quantity, ...] = ()) -> Composed | None:
    """Return a text that tells figures among other words; None for one that denies something, or has a number that is none of them.

    ``known`` are figures that it may repeat.

    >>> one, other = composed("4.15% for five years"), composed("five years at 4.15 percent")
    >>> set(one.words) == set(other.words), len(one.figures), composed("Apollo 11") is None
    (True, 2, True)
    """
    text = _BEHIND_BARS.sub("in prison", text) if " bars" in text or " to " in text else text
    text = _COMPARED.sub("", text) if " than " in text else text
    text = _OVER_TIME.sub(_for_time, text) if " over " in text else text
    figures = tuple(each for each in read_quantities(text) if not each.ordinal)
    if not figures or any(each.high is not None or each.negated or each.alternatives for each in figures):
        return None
    rest = _without(text, figures)
    bare = rest
    for _, limit in _LIMITS:
        bare = limit.sub(" ", bare)
    if _DIGIT.search(rest) or _DENIES.search(bare):
        return None
    limited = zip(figures, _limits(text, figures), strict=True)
    told = tuple((each, limit) for each, limit in limited if not any(same_figure(each, one) for one in known))
    if not told or not all(each.unit or each.noun.islower() for each, _ in told):
        return None
    bare = _ADDED.sub("bonuses", bare)
    words = tuple(stem_of(word) for word in key(bare) if word not in SMALL and word not in _WAYS and word != "plus")
    return Composed(told, words, frozenset(_ways(key(bare))))


def _for_time(over: re.Match[str]) -> str:
    return " for " if read_quantities(over.string[: over.start()]) else over[0]


def _without(text: str, figures: tuple[Quantity, ...]) -> str:
    """Return a text with a mark for each of its figures."""
    pieces, at = [], 0
    for each in figures:
        pieces += [text[at : each.start], " , "]
        at = each.end
    return "".join([*pieces, text[at:]])


def _limits(text: str, figures: tuple[Quantity, ...]) -> Iterator[str]:
    """Yield what limits each figure, "" for nothing; what stands between two of them limits the one that it is nearer to."""
    ends, starts = [-len(text), *(each.end for each in figures)], [*(each.start for each in figures), 2 * len(text)]
    for at, figure in enumerate(figures):
        low, high = max(ends[at], figure.start - _REACH, 0), min(starts[at + 1], figure.end + _REACH)
        told = (
            name
            for name, limit in _LIMITS
            for found in limit.finditer(text, low, high)
            if 0 <= figure.start - found.end() <= found.start() - ends[at]
            or 0 <= found.start() - figure.end < starts[at + 1] - found.end()
        )
        bound = None if _PLUS.match(text, figure.end) else _BOUNDS.get(figure.bound)  # "€2 million plus bonuses"
        yield bound or next(told, "")


def _ways(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each word that says which way with the stem of the first word of meaning behind it; "" for a figure."""
    for at, word in enumerate(words):
        behind = next(
            (stem for each in words[at + 1 :] if each not in SMALL and (stem := stem_of(each)) not in _PASSED), ""
        )
        if word in _WAYS and (behind or word != "over"):  # "over the first 60 months" is for them
            yield word, behind


def _head_of(noun: str) -> re.Pattern[str]:
    """Return what matches a noun behind the word for a kind, one or many."""
    return re.compile(rf"(?<=[a-z])\s+{re.escape(noun.removesuffix('s'))}s?\b", re.IGNORECASE)


def _paired(said: Composed, gold: Composed) -> Iterator[tuple[str | None, str]]:
    """Yield the limit of the same figure in an answer, None for no such figure, and the limit for each accepted figure."""
    left = list(said.figures)
    for figure, limit in gold.figures:
        same = next((each for each in left if _is_one(each[0], figure)), None)
        if same is not None:
            left.remove(same)
        yield (None if same is None else same[1]), limit


def _is_one(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are the same, both with a unit or both a number of the same things."""
    if one.unit in other.other_units or other.unit in one.other_units:
        return one.value == other.value and one.high == other.high  # "a 30-degree wash", "a wash at 30 °C"
    if bool(one.unit) is not bool(other.unit) or not same_figure(one, other):
        return False
    return bool(one.unit) or stem_of(one.noun.lower()) == stem_of(other.noun.lower())


def _is_in_order(said: Composed, gold: Composed) -> bool:
    """Return whether an answer has many words, or figures of one kind, in the accepted order."""
    wanted = [word for word in gold.words if word in said.words]
    told = [word for word in said.words if word in gold.words]
    if len(wanted) > _FREE and told != wanted:
        return False
    figures = [figure for figure, _ in gold.figures]
    if not any(same_dimension(one, other) for one, other in pairwise(figures)):
        return True
    return all(_is_one(one, other) for (one, _), other in zip(said.figures, figures, strict=True))


def _mean_alike(missing: frozenset[str], more: frozenset[str]) -> bool:
    """Return whether each accepted word that is missing is said by another one of its meaning, and no other word is: jail for prison."""
    if len(missing) != len(more) or len(missing) > _MOST_OTHERS or any(len(word) < _WORD for word in missing | more):
        return False
    return all(
        any(nearly_possible(word) & nearly_possible(other) and not opposite_in(word, other) for other in more)
        for word in missing
    )


def _exchanged(said: Composed, gold: Composed, by_item: bool | None) -> bool:
    """Return whether an answer has the numbers of the accepted figures with each other's units, or for each other's items."""
    one, other = (sorted(figure.value for figure, _ in each.figures) for each in (said, gold))
    if one != other:  # "€15 million over 2 years" for two million over 15
        one, other = (
            sorted(number for figure, _ in each.figures for number in _NUMBER.findall(figure.text))
            for each in (said, gold)
        )
    return len(one) > 1 and one == other and (by_item is False or any(same is None for same, _ in _paired(said, gold)))


def composed_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that compares figures and words where accepted texts hold both, else ``plain``."""
    if not isinstance(question.answer, EntityAnswer | PhraseAnswer):
        return plain
    texts = [
        text
        for text in question.accepted
        if len(text) <= SHORT
        and text.count(" ") < _LONGEST
        and (text[0].isdecimal() or not has_verb(text))  # who did what has its order
        and not parts_of(text)
    ]
    found = tuple(
        told
        for text in texts
        if (told := composed(deeds_as_times(text, question.text))) is not None
        and (told.words or len(told.figures) > 1 or told.figures[0][1])
    )
    return ComposedGold(question, found, plain) if found else plain
