"""Quantities: read the figures of the answer, find the accepted one, and see whether another competes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Bound, QuantityAnswer, Reason
from qa_eval.reading.frequencies import without_frequency
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities import Quantity, read_quantities, written
from qa_eval.reading.quantities.margins import with_margins
from qa_eval.reading.quantities.nouns import is_plural
from qa_eval.reading.quantities.sameness import same_dimension
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.parts.answered import answered_first, is_turned
from qa_eval.scorers.strict.parts.clauses import Place, is_of_another_time, leads_on, tells_apart
from qa_eval.scorers.strict.parts.opposed import opposed
from qa_eval.scorers.strict.quantities.accepted import accepted_figures
from qa_eval.scorers.strict.quantities.accounts import tidied, told_otherwise
from qa_eval.scorers.strict.quantities.again import says_again
from qa_eval.scorers.strict.quantities.against import against_briefly, said_against
from qa_eval.scorers.strict.quantities.as_accepted import as_counted, as_difference
from qa_eval.scorers.strict.quantities.asides import is_denied_behind, stands_beside, without_asides
from qa_eval.scorers.strict.quantities.asked import Asked
from qa_eval.scorers.strict.quantities.at_once import told_at_once
from qa_eval.scorers.strict.quantities.bare import says_no_more
from qa_eval.scorers.strict.quantities.changed import is_step, where_they_led
from qa_eval.scorers.strict.quantities.closeness import closeness, sentence
from qa_eval.scorers.strict.quantities.dated import told_as_another
from qa_eval.scorers.strict.quantities.documented import against_document, as_read, is_other_figure
from qa_eval.scorers.strict.quantities.figures import (
    among,
    another_value,
    asserted,
    competes,
    figures_of,
    is_base,
    is_so_much_more,
    offered_as_choice,
    stands_alone,
)
from qa_eval.scorers.strict.quantities.limits import with_limits
from qa_eval.scorers.strict.quantities.per_asked import (
    apart,
    as_per,
    bases_in,
    beside_of_each_time,
    per_another,
    without_base,
)
from qa_eval.scorers.strict.quantities.rated import Rated, adds_up, as_falls, competing, goes_otherwise, lies_between
from qa_eval.scorers.strict.quantities.rewritten import rewritten
from qa_eval.scorers.strict.relation import ACCEPTED, Closeness, Relation
from qa_eval.scorers.strict.unanswerable import is_none

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import Document, Question

MOST_FIGURES = 200  # an answer with more of them is no short answer
_ROUNDING_ASKED = regex(r"\b[Rr]ound(?:ed)?\b.*\b(?:to|nearest)\b")
_MOMENT_SAID = regex(r"\b(?:1[5-9]|20)\d\d\b")
_AFTER = regex(
    r"(?i)\b(?:after|(?<!no )(?<!not )later than|in more than|over|not? (?:sooner|earlier) than)\s+\Z"
)  # "after 28 days"


class QuantityGold:
    """The accepted figures of a question, their tolerance, and the figures that the question itself gives."""

    def __init__(self, question: Question, answer: QuantityAnswer) -> None:
        self.shown = answer.text
        self.question = question.text
        self.in_question = figures_of(question.text)
        self.bases, self.told_per = bases_in(question.text), bases_in(answer.text)
        self.rounds = _ROUNDING_ASKED.search(question.text) is not None
        self.chooses = " or " in question.text
        self.accepted = accepted_figures(question, answer)
        self.within = any(each.figure.unit for each in self.accepted) and "ithin " in f"{question.text} {self.shown}"
        self.asked = Asked(question, answer.text, self.accepted)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted figures."""
        text = as_per(without_base(rewritten(text, self.asked), self.bases), self.told_per)
        text = with_limits(told_otherwise(self.asked.plainly(text), self.question, self.asked.unit), self.question)
        text = tidied(
            text,
            negative=self.asked.negative or self.asked.down or self.asked.signed,
            rate=self.asked.is_rate,
            spans=self.asked.spans,
        )
        if (at_once := told_at_once(text, self.asked)) is not None:
            return at_once
        relation = self._related(text, document)
        opposite = opposite_in(self.shown, text) if self.chooses else ""
        if relation.reason not in ACCEPTED or (not opposite and says_no_more(text, self.asked)):
            return relation
        told = against_document(text, self.asked, document) if document else ""
        if told:
            return Relation(Reason.CONTRADICTION, f"{told}: read {relation.read}", relation.read)
        text = without_asides(text)
        if not opposite and not self.asked.negative:
            opposite = opposed(self.asked.told, text, self._holder(document))
        if opposite:
            told = f'says "{opposite}": read {relation.read}, accepted {self.shown}'
            return Relation(Reason.CONTRADICTION, told, relation.read)
        against = against_briefly(text, self.asked) if len(text) <= SHORT else said_against(text, self.asked)
        if against is not None:
            told = f"{against.note}: read {relation.read}, accepted {self.shown}"
            return Relation(against.reason, told, relation.read)
        if not self.asked.negative and is_turned(self.asked.way, text, self._holder(document)):
            message = f"says that it went the other way: read {relation.read}, accepted {self.shown}"
            return Relation(Reason.CONTRADICTION, message, relation.read)
        return relation

    def _related(self, text: str, document: Document | None) -> Relation:
        text = without_frequency(text) if self.asked.says_how_often and not self.asked.is_rate else text
        figures: Sequence[Quantity] = read_quantities(text)
        if not figures:
            return self._without_figure(text)
        figures = with_margins(text, figures) if self.asked.spans else figures
        figures = as_falls(figures, text) if self.asked.fell else figures
        if not self.accepted:
            return Relation(Reason.UNREADABLE, f'the accepted answer "{self.shown}" is no quantity', text[:80])
        if len(figures) > MOST_FIGURES:
            many = f"{len(figures):,} figures"
            return Relation(Reason.SEVERAL_ANSWERS, f"gives {many}, one is wanted", many)
        if not self.accepted[0].is_share and (self.in_question or self.asked.counts):
            figures = [apart(each, self.in_question, counts=self.asked.counts) for each in figures]
        if len(figures) == 1 and stands_alone(text, figures[0]):
            return self._alone(self._rate(figures[0], text), document)
        told = [figure for figure in figures if not is_denied_behind(text, figure, self.question)]
        live = asserted(text, where_they_led(told, text, self.asked))
        rated = [self._rate(figure, text) for figure in live]
        no_base = [each for each in rated if not is_base(text, each.figure, live)]
        right = self._of_what_is_counted([each for each in rated if each.is_right], no_base)
        if right:
            return self._right(text, live, rated, right)
        if rated:  # a figure that is right but counts another thing is no answer
            return self._wrong([each for each in rated if not each.is_right] or rated, document)
        return self._denied(text, figures)

    def _holder(self, document: Document | None) -> Callable[[str], bool]:
        """Return what tells whether a part of an answer gives an accepted figure."""
        return lambda part: self._related(part, document).reason in ACCEPTED

    def _of_what_is_counted(self, right: Sequence[Rated], rated: Sequence[Rated]) -> Sequence[Rated]:
        """Leave out the 3 of "2 goals in 3 games" where goals are asked for, and "28 packs" where tablets in a pack are."""
        if self.asked.counted:
            right = [each for each in right if not self._is_beside(each.figure.noun)]
        if not self.asked.counted or not any(
            singular(each.figure.noun.lower()) in self.asked.counted for each in rated
        ):
            return right
        return [
            each for each in right if not each.figure.noun or singular(each.figure.noun.lower()) in self.asked.counted
        ]

    def _is_beside(self, noun: str) -> bool:
        one = singular(noun.lower())
        return is_plural(noun.lower()) and one in self.asked.beside - self.asked.told_as and not self.asked.does(noun)

    def _alone(self, told: Rated, document: Document | None) -> Relation:
        """Relate an answer that is one figure and nothing else: no denial, no rival, no refusal."""
        if not told.is_right:
            return self._told(told, document, certain=True)
        read, noun = written(told.figure), told.figure.noun
        close = Closeness(Reason.CONTRADICTION, f"counts {noun}") if self.asked.names_other(noun) else told.close
        return Relation(close.reason, sentence(read, close, told.accepted), read, certain=True)

    def _rate(self, figure: Quantity, text: str = "") -> Rated:
        if self.asked.down and figure.value < 0 < self.accepted[0].figure.value:
            figure = figure._replace(value=-figure.value, alternatives=())  # it fell by 12 %: a change of -12 %
        figure = self.asked.as_row(figure, text)
        figure = as_counted(figure, self.accepted[0], self.asked, text)
        if self.asked.changed:
            figure = as_difference(figure, self.accepted[0].figure.unit)
        moved = figure.ordinal and figure.bound is Bound.UP_TO  # "They moved up to 6th"
        if moved or (figure.bound in self.asked.bounds and self.accepted[0].figure.bound is Bound.NONE):
            figure = figure._replace(bound=Bound.NONE)  # "at least £500" where the minimum is asked for
        first = None
        for accepted in self.accepted:
            rated = Rated(figure, closeness(figure, accepted), accepted)
            if rated.close.reason is Reason.ROUNDS_TO_GOLD and self.rounds:
                rated = rated._replace(close=Closeness(Reason.WRONG_VALUE, "is not rounded as asked"))
            if rated.is_right and (other := self._told_otherwise(rated, text)):
                rated = rated._replace(close=other)
            if rated.is_right:
                return rated if not figure.alternatives else rated._replace(figure=as_read(figure, accepted))
            first = first or rated
        return first or Rated(figure, closeness(figure, self.accepted[0]), self.accepted[0])

    def _told_otherwise(self, rated: Rated, text: str) -> Closeness | None:
        """Return what the words at a right figure make of it: a rank, a moment, a change, a count of another thing."""
        figure, accepted = rated.figure, rated.accepted
        counts = figure.ordinal and (self.asked.counts or "how old" in self.question.lower())
        if counts and not accepted.figure.ordinal:
            return Closeness(Reason.WRONG_VALUE, "a rank is no count")
        if marked := told_as_another(figure, text, accepted, self.question):
            return marked
        if text and (other := goes_otherwise(self.question, figure, accepted, text)):
            return Closeness(Reason.CONTRADICTION, f'says "{other}", the other way')
        if self.within and right_before(_AFTER, text, figure.start):
            return Closeness(Reason.WRONG_BOUND, "says after how long, not within which time")
        if " by " in text and is_step(text, figure, self.asked):
            return Closeness(Reason.WRONG_VALUE, "says by how much it changed")
        if self.bases and (per := per_another(text, self.bases)):
            return per
        if self.asked.of_another_thing(figure, text):
            return Closeness(Reason.CONTRADICTION, f"counts {figure.noun}")
        return None

    def _without_figure(self, text: str) -> Relation:
        if self.asked.zero and (is_none(text) or self.asked.has_none(text)):
            return Relation(Reason.EQUAL_VALUE, f"none is the accepted {self.shown}", "0", certain=True)
        return Relation(Reason.UNREADABLE, f"no number in the answer, accepted {self.shown}", "")

    def _denied(self, text: str, figures: Sequence[Quantity]) -> Relation:
        if self.asked.zero and self.asked.has_none(text):  # "not a single one"
            return self._without_figure(text)
        said = " and ".join(f"not {written(figure)}" for figure in figures[:3])
        if any(self._rate(figure._replace(negated=False)).is_right for figure in figures):
            return Relation(Reason.CONTRADICTION, f"denies the accepted {self.shown}", said)
        return Relation(Reason.WRONG_VALUE, f"only says what it is not, accepted {self.shown}", said)

    def _right(self, text: str, live: Sequence[Quantity], rated: Sequence[Rated], right: Sequence[Rated]) -> Relation:
        """Relate an answer that holds an accepted figure: right, unless another figure competes with each such one."""
        first = None
        for best in right:
            others = [each for each in rated if each is not best and not adds_up(best, rated)]
            others = [each for each in others if not beside_of_each_time(text, each.figure, best.figure, self.question)]
            others = [] if self.asked.compares and lies_between(best, others) else others
            rival = next((each for each in others if self._is_rival(text, each, best, live)), None)
            rival = rival or next((each for each in others if self._is_asked_for(text, each, best)), None)
            if rival is None:
                read = written(best.figure)
                return Relation(best.close.reason, sentence(read, best.close, best.accepted), read)
            first = first or competing(best, rival)
        return first or competing(right[0], right[0])

    def _is_rival(self, text: str, other: Rated, best: Rated, live: Sequence[Quantity]) -> bool:
        figure, right = other.figure, best.figure
        if other.is_right:
            return other.accepted is best.accepted and another_value(text, right, figure)
        here, there = Place(right.start, right.end), Place(figure.start, figure.end)
        if (
            stands_beside(text, figure, right, self.question)
            or answered_first(text, self.question, here, there)
            or tells_apart(text, self.question, here, there)
            or is_of_another_time(text, self.question, here, there)
            or leads_on(text, here, there, changed=self.asked.changed)
        ):
            return False
        noun = right.noun or best.accepted.figure.noun or self.asked.noun
        noun = figure.noun if self.asked.does(figure.noun) else noun
        if not competes(text, figure, right, live, noun) or says_again(figure, right):
            return False
        return not among(figure, self.in_question) or offered_as_choice(text, figure, right)

    def _is_asked_for(self, text: str, other: Rated, best: Rated) -> bool:
        """Return whether the answer gives what is asked for at another figure: "4,500 were hurt and 300 evacuated"."""
        ranks = other.figure.ordinal != best.figure.ordinal  # "They are second, two points behind"
        if other.is_right or other.figure.dated or ranks or among(other.figure, self.in_question):
            return False
        if is_base(text, other.figure, [best.figure]) or stands_beside(text, other.figure, best.figure, self.question):
            return False  # "Of the 38 it carried, 17"
        if other.figure.unit and self.asked.unit and not same_dimension(other.figure, best.accepted.figure):
            return False  # what is asked for in euros is not given in years
        here, there = (Place(each.figure.start, each.figure.end) for each in (other, best))
        if _MOMENT_SAID.search(text) or (is_so_much_more(text, other.figure) and not self.asked.compares):
            return False  # "1.4 %, which is 1.2 points less than was forecast"
        led = leads_on(text, there, here, changed=self.asked.changed)
        return not led and tells_apart(text, self.question, here, there)

    def _wrong(self, rated: Sequence[Rated], document: Document | None) -> Relation:
        """Relate the figure that looks most like an answer: not the question's own, in the unit that is asked for."""
        told, alone = (rated[0], True) if len(rated) == 1 else self._nearest(rated)
        if told.close.reason is Reason.PARTIAL and not alone:
            both = " and ".join(written(each.figure) for each in rated[:3])
            return Relation(Reason.SEVERAL_ANSWERS, f"gives single figures, accepted {self.shown}: read {both}", both)
        return self._told(told, document)

    def _told(self, told: Rated, document: Document | None, *, certain: bool = False) -> Relation:
        read = written(told.figure)
        bound = told.close.reason is Reason.WRONG_BOUND
        if document is not None and not bound and is_other_figure(told.figure, self.accepted[0], document):
            message = f"the document gives this figure for something else: read {read}, accepted {self.shown}"
            return Relation(Reason.OTHER_FIGURE, message, read, certain=certain)
        return Relation(told.close.reason, sentence(read, told.close, told.accepted), read, certain=certain)

    def _nearest(self, rated: Sequence[Rated]) -> tuple[Rated, bool]:
        """Return the figure that looks most like an answer, and whether it is the only one that may be one."""
        own = [each for each in rated if not among(each.figure, self.in_question)]
        undated = [each for each in own or rated if not each.figure.dated] or own or rated
        told = next((each for each in undated if each.close.reason is not Reason.WRONG_UNIT), undated[0])
        return told, len(own) <= 1
