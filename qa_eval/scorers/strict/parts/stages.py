"""What an answer gives for another stage or time than is asked about: "Agreed for 36 hours, it lasted only 20", "He was cleared of theft and convicted of fraud"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import DateAnswer, QuantityAnswer, Reason
from qa_eval.reading.calendar import A_DAY, MONTH_NAMES
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import AN_AUXILIARY, is_past
from qa_eval.scorers._words.alike import possible
from qa_eval.scorers._words.stages import Stages, stages_asked
from qa_eval.scorers._words.verbs import HELPING, has_verb, stems
from qa_eval.scorers._words.wording import folded, key
from qa_eval.scorers.strict.parts.doers import names_in
from qa_eval.scorers.strict.parts.opposed import OTHERS
from qa_eval.scorers.strict.parts.own_part import deed_asked
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 300  # characters; a longer answer tells more
_PAIR, _MOST = 2, 5  # clauses
_FEWEST = 4  # words of a clause that leaves out its verb: "and the horse a cough"
_EDGE = regex(
    r"\s*;\s+(?:(?:and|but|while|whereas)\s+)?|\.\s+(?=[A-Z])|\s[–—-]\s|\s*[()]\s*|,?\s+(?=(?:but|while|whereas|whilst|though|although|yet|however)\s)|,\s+(?=(?:who|which|having)\s)"
    r"|(?P<soft>,\s+(?!\d)|\s+(?=and\s))",
    re.IGNORECASE,
)
_PRESENT = regex(r"\b(?:it|he|she|they|this|that|there|the [a-z]+)\s+[a-z]{2,}s\b", re.IGNORECASE)
_OPEN = regex(r"\b(?:or|either|maybe|perhaps|possibly|sorry|actually|rather|correction|wait)\b|\?", re.IGNORECASE)
_NEGATED = regex(r"\b(?:not|never|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)
_NIL = regex(r"\b(?:no|free|none|nothing|nobody|nil|zero|no one)\b", re.IGNORECASE)
_LATER = regex(
    r"\b(?:later|afterwards|earlier|the (?:next|following) (?:day|week|month|year|morning))\b", re.IGNORECASE
)
_FIGURE = regex(
    rf"\d|\ban?\s+(?:year|month|week|day|hour|minute|dozen|hundred|thousand|million)\b|\b(?:{'|'.join(sorted(STARTERS - {'second', 'a', 'an'}))})\b",
    re.IGNORECASE,
)
_BARE = regex(r"\W*[$€£]?\d")
_LAST = regex(
    r"\b(?:last|previous|preceding)\s+(?:year|season|month|week|time|quarter)\b|\bthe (?:year|season|month|week|day) before\b",
    re.IGNORECASE,
)
_LAST_ASKED = regex(r"\b(?:last|previous|preceding|before|earlier)\b", re.IGNORECASE)
# what relates one time to another
_COMPARES = regex(
    r"\b(?:than|from|to|since|compared|against|up|down|more|fewer|less|until|till|again|same|like|between|announced|reported|said)\b",
    re.IGNORECASE,
)
_PERIODS = (
    regex(rf"\b(?:{A_DAY})\b", re.IGNORECASE),
    regex(rf"\b(?:{'|'.join(MONTH_NAMES)})\b"),
    regex(r"\b(?:1[5-9]|20)\d\d\b(?!,)"),
    regex(r"\b(?:he|she)\b", re.IGNORECASE),
    regex(r"\b(?:this|last|next)\s+(?:year|season|month|week|quarter)\b", re.IGNORECASE),
)
_VALUES = (_FIGURE, _LATER, _NIL)
_DATES = (*_PERIODS[:2], _FIGURE, _LATER)
# what a question ends with: "on the album"
_WHERE = regex(
    r"\b(?P<how>in|on|at|for|from|during|with|to|by)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?:(?P<which>[a-z]+)\s+)?(?P<what>[A-Za-z][\w-]+)\s*\?\s*\Z"
)
# a clause that goes on with what its subject does
_GOES_ON = regex(
    r"\W*(?:(?:and|but|then|while|although|though)\s+)*(?:(?:it|he|she|they)\b|(?!the\b|an?\b|in\b|on\b|at\b)[a-z]+\b)"
)
_WHO = regex(rf"\W*(?:[Ww]ho|[Ww]hich\s+[a-z]+)\s+(?!(?:{AN_AUXILIARY})\b)(?P<verb>[a-z]+)\b")
# "Bo was elected treasurer", "and Al the hero"
_PART_ASKED = regex(r"\W*(?:[Ww]ho|[Ww]hich\s+[a-z]+)\s[^?]*?\b(?P<what>[a-z][a-z-]+)\s*\?")
_PART = regex(
    r"\W*(?:(?:and|but|while)\s+)?(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,2}\s+(?:(?:(?:is|was|became|plays?|played|got|has been)\s+)?(?:[a-z]+ed\s+)?)?(?:the\s+)?(?P<what>[a-z][a-z-]+)\W*"
)
_RELATIVE = regex(r"\W*(?:who|which|having)\b", re.IGNORECASE)
_BEGINS = regex(r"\W*(?:(?:and|but|while)\s+)?(?:the|its|his|her|their)\s+(?P<what>[a-z][\w-]*)", re.IGNORECASE)
_OTHERS_ASKED = regex(r"\b(?:others?|else|rest|non-?[a-z]{4,})\b", re.IGNORECASE)
_NOW = regex(r"\b(?:now|today|nowadays|these days|currently|at present)\b", re.IGNORECASE)
_WAS = regex(r"\b(?:was|were|did|had)\b", re.IGNORECASE)
_AGAIN = frozenset((Reason.SEVERAL_ANSWERS, Reason.WRONG_NAME, Reason.OTHER_FIGURE))
_NO_VALUE = frozenset((Reason.WRONG_UNIT, Reason.UNREADABLE))


class StageAsked:
    """The stage of a matter that a question asks about, and its period, to see of which one answers tell what is accepted."""

    def __init__(self, question: Question, gold: Gold) -> None:
        self.gold = gold
        self.text = question.text
        self.dated = isinstance(question.answer, DateAnswer)
        self.measured = (
            self.dated or isinstance(question.answer, QuantityAnswer) or _FIGURE.search(gold.shown) is not None
        )
        self.stages = stages_asked(question.text)
        if self.measured and _WAS.search(question.text) and not _NOW.search(question.text):
            self.stages = (*self.stages, Stages(None, _NOW))
        self.where = _WHERE.search(question.text)
        self.place = stems(self.where["which"] or self.where["what"]) if self.where else frozenset[str]()
        self.known = stems(question.text)
        deed = deed_asked(question.text)
        who = None if deed else _WHO.match(question.text)
        part = _PART_ASKED.match(question.text)
        self.part = stems(part["what"]) if part else frozenset[str]()
        self.asks_who = who is not None
        asked = deed or who
        self.deed = possible(folded(asked["verb"])) if asked and stems(asked["verb"]) else frozenset[str]()
        self.periods = () if self.dated else tuple(_periods(question.text, gold.shown))

    def judged(self, relation: Relation, text: str, document: Document | None) -> Relation:
        """Return an answer's relation, another one where it gives a value for each of several stages."""
        asked = relation.reason in ACCEPTED or relation.reason in _AGAIN
        if not asked or len(text) > _LONGEST or not self._may_part(text) or _OPEN.search(text):
            return relation
        clauses = self._clauses(text)
        if not _PAIR <= len(clauses) <= _MOST:
            return relation
        others = [clause for clause in clauses if self._is_set_apart(clause, clauses)]
        if not others:
            return relation
        told = {clause: self.gold.relate(clause, document).reason for clause in clauses}
        holding = [clause for clause in clauses if told[clause] in ACCEPTED]
        apart = [clause for clause in holding if clause not in others]
        rivals = [each for each in clauses if each not in {*others, *holding} and self._offers(each, told[each])]
        if relation.reason in ACCEPTED:
            of_another = holding or [clause for clause in others if told[clause] is Reason.CONTRADICTION]
            if not of_another or apart or not rivals:
                return relation
            return Relation(
                Reason.CONTRADICTION, f'says it of something else: "{of_another[0].strip()}"', relation.read
            )
        if len(apart) != 1 or rivals or len(holding) > 1 or _is_given_first(text, apart[0]):
            return relation
        return self.gold.relate(apart[0], document)

    def _clauses(self, text: str) -> Sequence[str]:
        """Return the clauses of an answer; what "and" or a comma joins is one where it doesn't tell of two."""
        edges = list(_EDGE.finditer(text))
        starts, ends = [0, *(edge.end() for edge in edges)], [*(edge.start() for edge in edges), len(text)]
        soft = [False, *(edge["soft"] is not None for edge in edges)]
        found: list[tuple[int, int]] = []
        for start, end, joined in zip(starts, ends, soft, strict=True):
            if joined and found and not self._are_two(text[slice(*found[-1])], text[start:end]):
                found[-1] = (found[-1][0], end)
            elif any(map(str.isalnum, text[start:end])):
                found.append((start, end))
        return [text[start:end] for start, end in found]

    def _are_two(self, before: str, clause: str) -> bool:
        """Return whether two stretches tell of two stages, each with a value of its own where one is asked for."""
        if self.measured:
            return self._gives(before) and self._gives(clause) and self._tells(clause)
        return self._tells(before) and self._tells(clause)

    def _tells(self, clause: str) -> bool:
        if has_verb(clause) or _PRESENT.search(clause) or any(_in(kind, clause) for kind, _ in self.periods):
            return True
        if self.place & stems(clause) or self._is_gapped(clause) or (self.part and _PART.fullmatch(clause)):
            return True
        return self._is_other(clause, any_of=True) or self._is_own(clause) or self._is_placed(clause)

    def _gives(self, clause: str) -> bool:
        """Return whether a clause has a figure or date, or says that there is none."""
        if self.dated:
            return any(kind.search(clause) for kind in _DATES)
        return any(kind.search(clause) for kind in _VALUES) or any(
            _in(kind, clause) & asked for kind, asked in self.periods
        )

    def _is_own(self, clause: str) -> bool:
        return any(stage.own is not None and stage.own.search(clause) for stage in self.stages)

    def _is_other(self, clause: str, *, any_of: bool = False) -> bool:
        """Return whether a clause tells of another stage or period; ``any_of``: whatever else it tells of."""
        if any(self._is_planned(clause, stage) for stage in self.stages if stage.own is None):
            return True
        told = [stage.own for stage in self.stages if stage.own is not None and stage.others.search(clause)]
        if any(any_of or not own.search(clause) for own in told) and not _NEGATED.search(clause):
            return True
        if any_of:
            return _LAST.search(clause) is not None or any(_in(kind, clause) - asked for kind, asked in self.periods)
        return self._is_of_another_period(clause)

    def _is_planned(self, clause: str, stage: Stages) -> bool:
        """Return whether a clause has a word for what was only to be, which is none for what is asked: "the fee agreed" is what was paid."""
        own = [other.own for other in self.stages if other.own is not None]
        return any(not any(each.fullmatch(told[0]) for each in own) for told in stage.others.finditer(clause))

    def _may_part(self, text: str) -> bool:
        """Return whether an answer may tell of several stages, deeds, places or times."""
        if ", so " in text and self.text[:3].lower() == "why" and not re.search(r"\d.*, so ", text):
            return False  # what follows is what the reason led to
        return bool(self.known & stems(text)) or self._is_other(text, any_of=True) or self._has_deed(text)

    def _is_set_apart(self, clause: str, clauses: Sequence[str]) -> bool:
        """Return whether a clause tells of something else than is asked about, by itself or beside the others."""
        if OTHERS.match(clause) and not _OTHERS_ASKED.search(self.text):
            return True
        beside = (self._is_elsewhere, self._is_other_deed, self._is_other_part)
        return self._is_other(clause) or any(told(clause, clauses) for told in beside)

    def _is_other_part(self, clause: str, clauses: Sequence[str]) -> bool:
        """Return whether a clause gives somebody another part than is asked about, and another clause that one: "Bo was the villain and Al the hero"."""
        told = _PART.fullmatch(clause) if self.part else None
        if told is None or stems(told["what"]) & self.part:
            return False
        return any(stems(found["what"]) & self.part for each in clauses if (found := _PART.fullmatch(each)))

    def _is_other_deed(self, clause: str, clauses: Sequence[str]) -> bool:
        """Return whether a clause tells another deed, while another clause tells the one that is asked about of the same one, or by whom it is done."""
        if not self.deed or self._has_deed(clause):
            return False
        if not any(is_past(word) and word not in HELPING for word in key(clause)):
            return False
        own = (each for each in clauses if self._has_deed(each) and not _RELATIVE.match(each))
        if self.asks_who:
            return any(" by " in each or not _GOES_ON.match(each) for each in own)
        return any(map(_GOES_ON.match, own))

    def _has_deed(self, clause: str) -> bool:
        return any(possible(word) & self.deed for word in key(clause))

    def _is_elsewhere(self, clause: str, clauses: Sequence[str]) -> bool:
        """Return whether a clause tells of another place or thing than the question does, which another clause names: "on tour", beside "on the album"."""
        if self._is_own(clause):
            return False
        begins = _BEGINS.match(clause)
        if begins and not stems(begins["what"]) & self.known and any(map(self._is_gapped, clauses)):
            return True
        if not self.place or self.place & stems(clause):
            return False
        others = [each for each in clauses if self.place & stems(each)]
        if self._is_placed(clause) and any(map(self._is_placed, others)):
            return True
        parts = [found for each in others if (found := _BEGINS.match(each)) and self.place & stems(found["what"])]
        return bool(parts) and begins is not None

    def _is_gapped(self, clause: str) -> bool:
        """Return whether a clause tells of a thing of the question without a verb: "and the horse a cough"."""
        begins = _BEGINS.match(clause)
        if begins is None or not stems(begins["what"]) & self.known:
            return False
        return not has_verb(clause) and _PRESENT.search(clause) is None and len(clause.split()) >= _FEWEST

    def _is_placed(self, clause: str) -> bool:
        """Return whether a clause has the preposition of what the question ends with."""
        if self.where is None:
            return False
        placed = rf"\b{self.where['how']}\s+(?:the\s+|an?\s+|its\s+|his\s+|her\s+|their\s+)?[A-Za-z]"
        return regex(placed, re.IGNORECASE).search(clause) is not None

    def _is_of_another_period(self, clause: str) -> bool:
        if _COMPARES.search(clause):
            return False
        if _LAST.search(clause) and not _LAST_ASKED.search(self.text):
            return True
        return any((told := _in(kind, clause)) and not told & asked for kind, asked in self.periods)

    def _offers(self, clause: str, reason: Reason) -> bool:
        """Return whether a clause gives something else for what is asked: a figure or date, or a name."""
        if not self.measured:
            return self._names(clause)
        if any(_in(kind, clause) & asked for kind, asked in self.periods):
            return True
        if _NIL.search(clause) and not self.dated:
            return True
        if not (_FIGURE.search(clause) or _LATER.search(clause)) or (" than " in clause and not has_verb(clause)):
            return False
        return reason not in _NO_VALUE

    def _names(self, clause: str) -> bool:
        """Return whether a clause names another thing than what is accepted: by a name, where that has one."""
        own = names_in(f" {self.gold.shown}")
        if own:
            return bool(names_in(f" {clause}") - own - names_in(f" {self.text}"))
        known = stems(self.text) | stems(self.gold.shown)
        own_stages = (stage.own for stage in self.stages if stage.own is not None)
        told = " ".join(found[0] for each in own_stages if (found := each.search(clause)))
        return bool(stems(clause) - known - stems(told))


def _is_given_first(text: str, clause: str) -> bool:
    """Return whether an answer begins with a figure, and a clause stands behind that: "£24, as the first costs £31 and the second £7 less"."""
    return _BARE.match(text) is not None and not text.startswith(clause)


def _periods(question: str, accepted: str) -> Iterator[tuple[re.Pattern[str], frozenset[str]]]:
    """Yield each kind of period that a question names, and no accepted answer, with those that it names."""
    for kind in _PERIODS:
        if (asked := _in(kind, question)) and not kind.search(accepted):
            yield kind, asked


def _in(kind: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(map(str.lower, kind.findall(text)))
