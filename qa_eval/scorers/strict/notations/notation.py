"""Times of day, scores, ratios, sizes and elapsed times: compared as what they say, not as words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.notations import Kind, notation_of, notations_in
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.units import convert
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, Wording
from qa_eval.scorers.strict.notations.boards import sides_told, told_with_sides, with_board, without_sets
from qa_eval.scorers.strict.notations.dotted import with_colon
from qa_eval.scorers.strict.notations.evenings import is_of_evening
from qa_eval.scorers.strict.notations.limits import as_end, is_time_left, limit_of, other_time
from qa_eval.scorers.strict.notations.sided import SidedGold
from qa_eval.scorers.strict.notations.timed import as_first
from qa_eval.scorers.strict.notations.winners import contradicts
from qa_eval.scorers.strict.parts.answered import answered_first, first_told
from qa_eval.scorers.strict.parts.clauses import Place, tells_apart
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from qa_eval.model import Document, Question
    from qa_eval.reading.notations import Notation
    from qa_eval.scorers.strict.notations.winners import Sides
    from qa_eval.scorers.strict.quantities.quantity import QuantityGold
    from qa_eval.scorers.strict.relation import Gold

_ASKED = {
    Kind.TIME: regex(r"\b(?:what (?:local |exact |clock )?time|when|what hour|which hour|from what time|until what time)\b", re.IGNORECASE),
    Kind.SCORE: regex(
        r"\b(?:score|scoreline|scores|result|ratio|odds|proportion|tie-?break|set|game|match|beat|won|win|lose|lost|mixed?|mix)\b",
        re.IGNORECASE,
    ),
    Kind.FACTOR: regex(r"\b(?:how (?:many|much|often)|times|factor)\b", re.IGNORECASE),
    Kind.ELAPSED: regex(r"\b(?:how long|duration|lasts?|lasted|running time|record|take|took|in what time|finish\w*|time (?:did|does|has|was)\b.*\b(?:run|swim|clock\w*|record\w*|post\w*|set|manage\w*|achieve\w*|need\w*)|winning time|finishing time)\b", re.IGNORECASE),
}  # fmt: skip
_NOTED = {
    Kind.ELAPSED: regex(r"\d:[0-5]\d"),
    Kind.FACTOR: regex(r"\b(?:once|twice|thrice|doubled?|tripled?|trebled?|quadrupled?|[a-z]+fold)\b", re.IGNORECASE),
}
_AMOUNTS = {Kind.ELAPSED: "duration", Kind.FACTOR: "count"}
_SURE = {Kind.TIME: regex(r"[ap]\.?\s?m\b|o'clock|noon|midnight|past|hours?\b", re.IGNORECASE)}
_CLOCK = regex(r"\d\s*(?:[ap]\.?m\b|o'clock)", re.IGNORECASE)  # "2:40 pm" is no duration
_PARTS = regex(r".*?\bparts? (?:of )?(?P<one>[a-z]+)\b.*?(?P<other>[a-z]+)", re.IGNORECASE)
_OPENS = regex(  # "It opens at 8 am and closes at 6 pm"
    r"\b(?:is )?open(?:s|ed)?\s+(?:at\s+|from\s+)?(?P<time>[^.;]{1,30}?),?\s+(?:and|but)\s+(?:it\s+)?(?:closes|closed|shuts?)\s+(?:at\s+)?",
    re.IGNORECASE,
)
_NOON = 12 * 60  # minutes
_HALF_TOLD = regex(r"\b(?:(?P<early>morning|breakfast|a\.m\.)|(?:evening|afternoon|p\.m\.))(?!\w)", re.IGNORECASE)
_MARGIN = regex(r"\b(?:won|lost|win|beat\s[^;.]{1,30}|ahead|behind|faster|slower)\s+by\s+(?:about\s+)?$", re.IGNORECASE)
_BY_ASKED = regex(r"\bby (?:how|what)\b|\bmargin\b|\bgap\b")
_MOST_READ = 20_000  # characters of a document in which it is looked up who won


_PHASE = re.compile(r"\b(half(?=[ -]?time)|penalties|extra time|aggregate|first half|second half|first leg|second leg)")

_TIME_EACH = regex(r"\s+(?:an?|per|each|every)\s+(?P<time>hour|day|night|week|month|season|year)\b", re.IGNORECASE)


class NotationGold:
    """Accepted answers of one question that are notations; ``words`` judges an answer that holds none."""

    def __init__(self, question: str, texts: Sequence[str], golds: Sequence[Notation], words: Gold) -> None:
        self.shown = words.shown
        self.words = words
        self.golds = tuple(golds)
        self.kinds = frozenset(gold.kind for gold in golds)
        self.question = question
        self.told = f"{as_end(question)} {self.shown}"
        self.sides = (" ".join((question, *texts)),)
        self.scores = frozenset(values for gold in golds if gold.kind is Kind.SCORE for values in gold.values)
        self.asked = self.told.lower()
        self.in_part = any(part.startswith(("half", "first", "second")) for part in _PHASE.findall(self.asked))
        self.early = not is_of_evening(question)
        told = _HALF_TOLD.search(question)
        self.half = ("early" if told["early"] else "late") if told else ""

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate the notations of an answer to the accepted ones."""
        if Kind.TIME in self.kinds and "open" in text:
            text = _OPENS.sub(r"from \g<time> to ", text)
        if Kind.SCORE in self.kinds and len(text) <= SHORT:
            text = with_board(without_sets(text), self.scores, self._sides(document))
        wording = Wording(text)
        found = notations_in(with_colon(wording.text) if Kind.TIME in self.kinds else wording.text, self.kinds)
        if not found:
            return self.words.relate(text, document)
        said = [each for each in found if not wording.denies((each.start, each.end))]
        right = [each for each in said if self._is_right(each)]
        read = ", ".join(dict.fromkeys(each.text for each in said or found))
        if not said:
            return Relation(Reason.CONTRADICTION, f"says what it is not: read {read}, accepted {self.shown}", read)
        if not right:
            return self._wrong(said, read)
        against = self._against(wording.text, said, right[0], document, read)
        if against:
            return against
        spans = [(each.start, each.end) for each in right]
        others = [each for each in said if not self._is_right(each) and not _overlaps(each, spans)]
        here = Place(right[0].start, right[0].end)
        if any(not self._tells_apart(wording.text, here, Place(each.start, each.end)) for each in others):
            asked = any(tells_apart(wording.text, self.question, Place(each.start, each.end), here) for each in others)
            told = f"gives several: read {read}, accepted {self.shown}"
            return Relation(Reason.SEVERAL_ANSWERS, told, read, certain=asked)
        return Relation(
            Reason.EQUAL_VALUE,
            f"the same {right[0].kind}: read {right[0].text}, accepted {self.shown}",
            read,
            certain=True,
        )

    def _tells_apart(self, text: str, here: Place, there: Place) -> bool:
        return answered_first(text, self.question, here, there) or tells_apart(text, self.question, here, there)

    def _against(
        self, text: str, said: Sequence[Notation], right: Notation, document: Document | None, read: str
    ) -> Relation | None:
        """Return what speaks against an answer that gives the accepted notation."""
        if len(said) == 1 and right.kind is Kind.SCORE and _of_another_phase(self.asked, text):
            return Relation(Reason.CONTRADICTION, f"says it of another time of the match: read {read}", read)
        if right.kind is Kind.FACTOR and (time := _TIME_EACH.match(text, right.end)) and _TIME_EACH.search(self.told):
            told = {each["time"].lower() for each in _TIME_EACH.finditer(self.told)}
            if time["time"].lower() not in told:
                return Relation(Reason.WRONG_UNIT, f"so often a {time['time']}, accepted {self.shown}", read)
        if right.kind is Kind.SCORE and self._of_other_winner(text, document):
            return Relation(Reason.CONTRADICTION, f"names the other side as the winner: read {read}", read)
        if right.kind is Kind.SCORE and self._is_turned(right.text):
            return Relation(Reason.WRONG_VALUE, f"the other way round: read {read}, accepted {self.shown}", read)
        if right.kind is Kind.ELAPSED and _MARGIN.search(text[: right.start]) and not _BY_ASKED.search(self.asked):
            return Relation(Reason.CONTRADICTION, f"says by how much: read {read}, accepted {self.shown}", read)
        return self._against_time(text, right, read) if right.kind in (Kind.TIME, Kind.ELAPSED) else None

    def _against_time(self, text: str, right: Notation, read: str) -> Relation | None:
        """Return what speaks against an answer that gives the accepted time, of day or that it took."""
        of_day = right.kind is Kind.TIME
        if of_day and (other := other_time(text, right)):
            return Relation(Reason.SEVERAL_ANSWERS, f"leaves it open: {other} or {right.text}", read)
        if (opposite := opposite_in(self.told, first_told(text))) and not is_time_left(text, right.start, self.asked):
            return Relation(Reason.CONTRADICTION, f'says "{opposite}": read {read}, accepted {self.shown}', read)
        if of_day and (limit := limit_of(text, right.start, self.asked)):
            message = f'"{limit}" a time is not the time: read {right.text}, accepted {self.shown}'
            return Relation(Reason.WRONG_BOUND, message, read)
        return None

    def _is_turned(self, ratio: str) -> bool:
        """Return whether a ratio names its parts in another order than the question: "two parts sugar to three parts butter"."""
        parts = _PARTS.fullmatch(ratio)
        if parts is None:
            return False
        one, other = self.asked.find(parts["one"].lower()), self.asked.find(parts["other"].lower())
        return one > other >= 0

    def _of_other_winner(self, text: str, document: Document | None) -> bool:
        if not any(map(str.isupper, text)):
            return False
        return contradicts(text, self._sides(document))

    def _sides(self, document: Document | None) -> tuple[Sides, ...]:
        """Return who won, as the question, the accepted answers or the document tell it, which tells the end of a match alone."""
        texts = self.sides if document is None or self.in_part else (*self.sides, document.text[:_MOST_READ])
        return sides_told(texts, self.question, next(iter(self.golds[0].values), ()))

    def _is_right(self, said: Notation) -> bool:
        if not said.values:
            return False  # from ten to nine in one morning
        if self.half and said.kind is Kind.TIME and len(said.values) > 1 and len(next(iter(said.values))) == 1:
            told = frozenset(value for value in said.values if (value[0] >= _NOON) is (self.half == "late"))
            return any(gold.kind is said.kind and told <= gold.values for gold in self.golds)
        if self.early and said.kind is Kind.TIME and all(values[0] >= _NOON for values in said.values):
            # "10:00" is in the morning, unless something is asked about that is in the evening
            return any(
                gold.kind is said.kind and said.values <= gold.values and not _is_early(gold) for gold in self.golds
            )
        if self.early and said.kind is Kind.TIME and ":" in said.text and self._is_morning(said):
            return True
        return any(gold.kind is said.kind and said.values <= gold.values for gold in self.golds) or any(
            gold.kind is said.kind is Kind.ELAPSED and not said.values.isdisjoint(gold.values) for gold in self.golds
        )

    def _is_morning(self, said: Notation) -> bool:
        """Return whether "10:00", as a clock of 24 hours shows it, is the accepted time of a morning."""
        return any(values in said.values and values[0] < _NOON for gold in self.golds for values in gold.values)

    def _wrong(self, said: Sequence[Notation], read: str) -> Relation:
        told = f"read {said[0].text}, accepted {self.shown}"
        for gold in self.golds:
            for each in said:
                if gold.kind is not each.kind:
                    continue
                if not each.values.isdisjoint(gold.values):
                    return Relation(Reason.LESS_PRECISE, f"leaves morning or evening open: {told}", shown(read))
                if {values[::-1] for values in each.values} & gold.values:
                    return Relation(Reason.WRONG_VALUE, f"the other way round: {told}", shown(read))
        return Relation(Reason.WRONG_VALUE, f"another {said[0].kind}: {told}", shown(read))


def notation_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that compares notations where the accepted answer is one, else ``words``."""
    first = _meant(question, notation_of(_with_colon_asked(question))) if question.accepted else []
    if not first:
        told = told_with_sides(question.accepted[0]) if question.accepted else None
        if told is None:
            return words
        texts = (*question.accepted, f"{told.winner} {told.score} {told.loser}" if told.loser else "")
        return SidedGold(told, question.text, NotationGold(question.text, texts, notation_of(told.score), words), words)
    kinds = {gold.kind for gold in first}
    others = [
        as_first(gold, first) for text in question.accepted[1:] for gold in notation_of(text) if gold.kind in kinds
    ]
    return NotationGold(question.text, question.accepted, [*first, *others], words)


class NotedQuantityGold:
    """An accepted amount that an answer may give in a notation: "2:30" for two and a half hours, "twice" for 2.

    ``quantity`` judges every other answer.
    """

    def __init__(self, kind: Kind, value: Fraction, quantity: Gold) -> None:
        self.shown = quantity.shown
        self.kind = kind
        self.value = (value,)
        self.quantity = quantity

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted amount."""
        said = self._noted(text)
        if len(said) == 1 and self.value in said[0].values and not Wording(text).hedges:
            message = f"the same {_AMOUNTS[self.kind]}: read {said[0].text}, accepted {self.shown}"
            return Relation(Reason.EQUAL_VALUE, message, said[0].text, certain=True)
        return self.quantity.relate(text, document)

    def _noted(self, text: str) -> list[Notation]:
        if not _NOTED[self.kind].search(text) or (self.kind is Kind.ELAPSED and _CLOCK.search(text)):
            return []
        figures = read_quantities(text)
        if any(figure.unit for figure in figures) or (figures and self.kind is Kind.FACTOR):
            return []
        return [each for each in notations_in(text, (self.kind,)) if _NOTED[self.kind].search(each.text)]


def noted_gold(question: Question, quantity: QuantityGold) -> Gold:
    """Return a gold that also reads clocks where a duration is accepted, and "twice" where a count is; else ``quantity``."""
    figure = quantity.accepted[0].figure
    if figure.high is not None:
        return quantity
    if figure.unit:
        seconds = convert(figure.value, figure.unit, "second")
        return quantity if seconds is None else NotedQuantityGold(Kind.ELAPSED, seconds, quantity)
    counts = figure.noun in ("times", "time", "fold") or _ASKED[Kind.FACTOR].search(question.text)
    return NotedQuantityGold(Kind.FACTOR, figure.value, quantity) if counts else quantity


def _meant(question: Question, golds: Sequence[Notation]) -> list[Notation]:
    """Return what an accepted answer means: the question or the writing decides what "2:30" is; all of it where neither does."""
    golds = [gold for gold in golds if gold.kind not in _NOTED or _NOTED[gold.kind].search(gold.text)]
    sure = [gold for gold in golds if gold.kind in _SURE and _SURE[gold.kind].search(gold.text)]
    asked = [gold for gold in golds if gold.kind in _ASKED and _ASKED[gold.kind].search(question.text)]
    return sure or asked or list(golds)


def _with_colon_asked(question: Question) -> str:
    """Return the first accepted answer, "6.42" as "6:42" where a time is asked for."""
    first = question.accepted[0]
    return with_colon(first) if "what time" in question.text.lower() else first


def _of_another_phase(asked: str, text: str) -> bool:
    """Return whether a score is that at half-time or on penalties where another is asked for."""
    said, wanted = (frozenset(_PHASE.findall(each.lower())) for each in (text, asked))
    return bool(said) and (said.isdisjoint(wanted) if wanted else said == {"half"})


def _is_early(gold: Notation) -> bool:
    """Return whether a time is written as by a clock of 24 hours, before noon: "10:00"."""
    return len(gold.values) > 1 and ":" in gold.text


def _overlaps(each: Notation, spans: Sequence[tuple[int, int]]) -> bool:
    return any(each.start < end and start < each.end for start, end in spans)
