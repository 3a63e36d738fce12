"""Answers that put the accepted one into another part of the matter than is asked for: the seller for the buyer."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.model import DateAnswer, ListAnswer, QuantityAnswer, Reason, Unanswerable, YesNoAnswer
from qa_eval.reading.names.matching import without_titles
from qa_eval.reading.regex import regex
from qa_eval.reading.roles import (
    Placing,
    asked_by,
    compared_same,
    confirmed,
    frames_of,
    has_sides,
    is_of_any,
    placed,
    says,
    shared_verbs,
    verb_stems,
)
from qa_eval.reading.roles.fillers import read_filler, stems_in
from qa_eval.reading.roles.frames import LONGEST
from qa_eval.reading.roles.intents import as_done
from qa_eval.reading.roles.tokens import tokens_of
from qa_eval.scorers._polarity.statements import LEFT_OPEN
from qa_eval.scorers.strict.lists.acts import asks_not
from qa_eval.scorers.strict.parts.years import YEAR
from qa_eval.scorers.strict.polarity.yes_no import YesNoGold
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qa_eval.model import Document, Question
    from qa_eval.reading.roles import Asked, Filler, Frame
    from qa_eval.scorers.strict.relation import Gold

# a figure or date may stand in any part, and "no" is one
_OF_NAMES = frozenset((Placing.TURNED, Placing.DENIED))
# "anyone but Ann", "12 was never the number", "2017 is not when she won"
_ANY_BUT = regex(
    r"\b(?:(?:any|every)(?:one|body|thing|(?:\s+[a-z]+){1,2}?)?|all(?:\s+of\s+them|(?:\s+the)?\s+[a-z]+)?)\s+(?:but|except(?:\s+for)?|apart\s+from|other\s+than|save)\s+(?!that\b|for\s+that\b)(?P<what>[^;,.!?]+)",
    re.IGNORECASE,
)
_NEVER = regex(
    r"\W*(?P<gold>[^;!?]{1,60}?)\s+(?:(?:is|was|are|were)\s+(?:never|not when|not the (?:day|date|year))|(?:is|was|are|were)n't (?:when|the (?:day|date|year)))\s+(?P<what>[^;!?]+)",
    re.IGNORECASE,
)
_REVERSED = regex(r"\b(?:the other way(?: a?round)?|the reverse|vice versa)\b(?<!not the reverse)", re.IGNORECASE)
# "3 May was the day on which …", "What happened on 3 May is that …"
_EVENT = regex(
    r"(?P<when>[^;!?]{2,60}?)\s+(?:is|was|will be|marks|marked|has been)(?P<not>\s+not|n't|\s+never)?\s+(?:the\s+)?(?:(?:day|date|year|month|time|moment|occasion)\s+(?:on which|in which|when|that)?|when)\s*(?P<event>[^;!?]+)",
    re.IGNORECASE,
)
_HAPPENS = regex(
    r"what\s+(?:happens|happened|took place|took effect)\s+(?:on|in|at)\s+(?P<when>[^;!?]{2,60}?)\s+(?:is|was)(?P<not>\s+not|n't|\s+never)?\s+(?:that\s+)?(?P<event>[^;!?]+)",
    re.IGNORECASE,
)
# what frames can turn: what is accepted, and what is not for another name or figure beside it or a word that seems to speak against it
_JUDGED = ACCEPTED | {
    Reason.CONTRADICTION,
    Reason.SEVERAL_ANSWERS,
    Reason.WRONG_NAME,
    Reason.WRONG_WORDS,
    Reason.OTHER_FIGURE,
    Reason.LESS_PRECISE,
}
_NEITHER = regex(r"\b(?:neither|nor)\b|\W*only (?:if|when|with)\b", re.IGNORECASE)  # of which frames read nothing
_PLAIN = regex(r"\W*(?:yes|no|yep|nope|correct|true|false|right|wrong)\b", re.IGNORECASE)


class Framing:
    """What a question asks of a matter, to see where answers put what is accepted."""

    def __init__(self, question: Question, gold: Gold) -> None:
        self.text = as_done(question.text)
        self.answerable = not isinstance(question.answer, Unanswerable)
        self.whether = isinstance(question.answer, YesNoAnswer)
        self.yes = question.answer.yes if isinstance(question.answer, YesNoAnswer) else None
        self.measured = isinstance(question.answer, QuantityAnswer | DateAnswer)
        self.listed = isinstance(question.answer, ListAnswer)
        self.gold = gold
        texts = _texts(question)
        self.texts = (*texts, *(bare for text in texts if (bare := without_titles(text)) != text))

    @cached_property
    def asks(self) -> bool:
        """Whether the question asks about something that a verb can tell."""
        return self.answerable and bool(verb_stems(self.text) or asked_by(self.text))

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        """The stems of the words of each accepted text that does not say over again what the question says."""
        asked = stems_in(tokens_of(self.text))
        names = (frozenset(stems_in(tokens_of(text))) for text in self.texts)
        choice = " or " in self.text  # "Which is hotter, Orun or Kell?" names both
        return tuple(name for name in names if name and (choice or not name <= asked))

    def judged(self, relation: Relation, text: str, document: Document | None) -> Relation:
        """Return an answer's relation, another one where the answer surely puts the accepted one into another part."""
        text = as_done(text)
        if not self.asks or len(text) > LONGEST or (relation.reason not in _JUDGED and not self.whether):
            return relation
        if self.whether and (
            _PLAIN.match(text) or _NEITHER.search(text) or LEFT_OPEN.search(text) or self._is_decided(text)
        ):
            return relation
        denied = relation.reason in ACCEPTED and self._denies(text, document)
        if denied:
            return Relation(Reason.CONTRADICTION, f"denies the accepted {self.gold.shown}: {denied}", relation.read)
        if self.whether and relation.reason is Reason.UNREADABLE and self._reverses(text):
            return self._answered(said=False, why="the other way round")
        verbs = shared_verbs(self.text, text)
        asked = () if verbs is None else asked_by(self.text, verbs)
        frames = frames_of(text, verbs) if asked and verbs is not None else ()
        return self._by_frames(relation, text, (asked, frames), document) if frames else relation

    def _is_decided(self, text: str) -> bool:
        """Return whether an answer to a question that asks whether something is so was judged by what it tells as a whole."""
        return isinstance(self.gold, YesNoGold) and self.gold.is_decided(text)

    def _by_frames(
        self,
        relation: Relation,
        text: str,
        told: tuple[Sequence[Asked], Sequence[Frame]],
        document: Document | None,
    ) -> Relation:
        """Return an answer's relation by what its frames say to what is asked."""
        asked, frames = told
        if self.whether:
            return self._said(relation, says(asked, frames))
        if self.measured and relation.reason is Reason.CONTRADICTION and (same := compared_same(asked, frames)):
            return self._compared(relation, text, same, document)
        if relation.reason not in ACCEPTED:
            return self._confirmed(relation, text, confirmed(asked, frames), document)
        found = placed(asked, frames, self._holder(document))
        if found is None and self.measured:
            found = self._of_another_event(text, asked, frames, document)
        if found is None or found[0] is Placing.RIGHT or (self.measured and found[0] in _OF_NAMES):
            return relation
        message = f"has it {found[0].value}: {frame_shown(found[1])}, accepted {self.gold.shown}"
        return Relation(Reason.CONTRADICTION, message, relation.read)

    def _reverses(self, text: str) -> bool:
        """Return whether an answer turns two round whom the question names."""
        return _REVERSED.search(text) is not None and has_sides(asked_by(self.text))

    def _denies(self, text: str, document: Document | None) -> str:
        """Return the words by which an answer says that it is not the accepted one; "" for none."""
        if self.whether:
            return ""
        but = None if self.measured or asks_not(self.text) else _ANY_BUT.search(text)
        if but is not None and self._holder(document)(read_filler(but["what"])):
            return but[0]
        told = _NEVER.match(text)
        words = frozenset(stems_in(tokens_of(self.text)))
        if told is None or not words & frozenset(stems_in(tokens_of(told["what"].split(" but ")[0]))):
            return ""
        return told[0] if self._holder(document)(read_filler(told["gold"])) else ""

    def _said(self, relation: Relation, found: tuple[bool, Frame] | None) -> Relation:
        """Return what the frames of an answer say to a question that asks whether something is so."""
        if found is None:
            return relation
        return self._answered(said=found[0], why=frame_shown(found[1]))

    def _answered(self, *, said: bool, why: str) -> Relation:
        """Return the relation of an answer that says yes or no."""
        read = "yes" if said else "no"
        if said == self.yes:
            return Relation(Reason.AGREES, f"says {read}, as accepted: {why}", read, certain=True)
        return Relation(Reason.WRONG_VALUE, f"says {read}, accepted {self.gold.shown}: {why}", read)

    def _compared(self, relation: Relation, text: str, frame: Frame, document: Document | None) -> Relation:
        """Return how the figure of a comparison from the other side relates to the accepted one: "B is 2 kg lighter"."""
        word = tokens_of(text)[frame.place]
        again = self.gold.relate(text[: word.start] + text[word.end :], document)
        return again if again.reason in ACCEPTED else relation

    def _of_another_event(
        self, text: str, asked: Sequence[Asked], frames: Sequence[Frame], document: Document | None
    ) -> tuple[Placing, Frame] | None:
        """Return what an answer gives the accepted date for, if not for what is asked: "3 May was the day on which it shut"."""
        told = _EVENT.fullmatch(text) or _HAPPENS.fullmatch(text)
        if told is None or not any(each.relation.parts for each in asked):
            return None
        if self.gold.relate(told["when"], document).reason not in ACCEPTED:
            return None
        own = [frame for frame in frames if is_of_any(frame, asked)]
        if told["not"]:
            return (Placing.DENIED_OF, own[0]) if own else None
        others = [frame for frame in frames if not frame.relation.is_deed]
        return None if own or not others or any(each.relation.is_deed for each in asked) else (Placing.OTHER, others[0])

    def _confirmed(self, relation: Relation, text: str, told: Iterable[Filler], document: Document | None) -> Relation:
        """Return how what an answer puts into the asked part relates to the accepted one, where it does; else its relation."""
        if LEFT_OPEN.search(text) or self.listed or self._is_of_another_year(text):
            return relation
        for filler in told:
            for each in filler.texts:
                if "," in each and not self.measured:
                    continue  # "Ann feeds the cat, and Ben", who waters the garden
                again = self.gold.relate(each, document)
                if again.reason in ACCEPTED:
                    return again
        return relation

    def _is_of_another_year(self, text: str) -> bool:
        said, asked = (frozenset(YEAR.findall(each)) for each in (text, self.text))
        return self.measured and bool(said and asked) and not said & asked

    def _holder(self, document: Document | None) -> Callable[[Filler], bool]:
        """Return what tells whether the accepted one stands in a part."""

        def holds(filler: Filler) -> bool:
            if self.measured:
                return any(self.gold.relate(text, document).reason in ACCEPTED for text in filler.texts)
            return any(name <= filler.stems for name in self.names)

        return holds


def frame_shown(frame: Frame) -> str:
    """Return a frame for a person: "giver Ann Ray, receiver Ben"."""
    return ", ".join(
        f"{part} {' / '.join(text.strip() for text in filler.texts)}" for part, filler in frame.parts.items()
    )


def _texts(question: Question) -> tuple[str, ...]:
    """Return the accepted texts, of a list the names of its items."""
    if isinstance(question.answer, ListAnswer):
        return tuple(name for names in question.answer.items for name in names)
    return question.accepted
