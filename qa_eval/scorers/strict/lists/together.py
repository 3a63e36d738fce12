"""Things that one accepted answer joins, "Ann Lee and Bo Ek", told within a sentence: in another order, each with a remark, beside a third one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.numbers import STARTERS
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.quantities.sameness import same_dimension, same_figure
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers._words.opposites import opposite_in
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SMALL, Wording, key
from qa_eval.scorers.strict.lists.acts import asks_not
from qa_eval.scorers.strict.names.joint_names import names_of
from qa_eval.scorers.strict.relation import ACCEPTED, Relation, related_as_told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qa_eval.model import Document, Question
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.relation import Gold

Span = tuple[int, int]
Words = tuple[str, ...]
_LONGEST = 600  # characters; in a longer answer, much is told of others
_MOST_OWNERS, _PLACING = 3, ("of", "in", "on", "at", "along")  # words before a thing that may stand behind it
_MOST_PARTS, _MOST_WORDS = 8, 6  # of an accepted answer that joins things, and of one of them
_PAIR = 2
# where or when one of two did it: "in the 12th minute", "at half-time"; "and, ten minutes later, the other"
_WHEN = r"\s+(?:in|at|on|after|before|by|during|near|with)\s+(?:the\s+|an?\s+|his\s+|her\s+)?[a-z\d][\w'’-]*(?:\s+[a-z\d][\w'’-]*){0,3}?"
_THEN = r"(?:,?\s+(?P<then>(?:(?:after|before|in|on|at|during|following)\s+[^,;.()]{1,40}|(?:[\w-]+\s+){1,5}?(?:later|earlier|afterwards|after|before)(?:\s+that)?|afterwards|later|before that|(?:late|early) on|finally|lastly|eventually|in the end)),)?"
_LEADS = r"(?:(?:also|one|another|both|then|the|an?|on|every|each|in|at|to|by|from|with|for|of|his|her|its|their|those|these)\s+)*"
# what stands between two things that are told together: "(Rovers) and", "of Rovers, and the", ", who was booked twice, and"
_BETWEEN = regex(
    r"(?P<aside>\s*\([^()]{0,80}\)|\s+(?:of|from|for|in|at|near)\s+(?:the\s+)?[\w'-]+(?:\s+[A-Z][\w'-]+){0,2}"
    rf"|,\s+(?:who|which|whose)\s[^,;.]{{1,80}}(?=,\s+(?:and|as)\b)|{_WHEN})?(?P<asked>(?:\s+[a-z]+){{0,3}}?)"
    rf"(?:\s*[,;]?\s+(?:and|as well as|along with|together with|plus){_THEN}\s+|\s*[,;]\s+|\s*&\s*){_LEADS}"
)
_OWNS = regex(r"['’]s\s+[a-z]")
_OR_ELSE = regex(rf"(?P<aside>)(?P<then>)(?P<asked>)\s*,?\s+or\s+{_LEADS}")
_OR = regex(r"\bor\b|\?", re.IGNORECASE)
_AND = regex(r",?\s+and\s+")
_UNALIKE = frozenset((Reason.WRONG_NAME, Reason.WRONG_WORDS, Reason.PARTIAL, Reason.LESS_PRECISE))
_COMMA_AND = regex(r",\s+(?:and|but|while)\s")
_PRESENT = regex(r"\b(?:gets?|has|takes?|receives?|keeps?|wants?|needs?|will)\b", re.IGNORECASE)
_OWN_VERB = regex(
    r"\s+(?:is|are|was|were|has|have|had|will|would|does|do|did|stays?|remains?|goes|go|stayed|remained|went)\b"
)
_BEHIND = regex(r"\s*\((?P<aside>[^()]{0,80})\)")
# another thing that is told before them, in the same list: "By Cy Dorn, Ann Lee and Bo Ek"
_ANOTHER = regex(
    r"(?:\A\W*|[.;:]\s+|\b(?:by|are|were|is|was|include|included|including|both)\s+)"
    r"(?P<more>(?:(?:the|an?|its|their|his|her)\s+)?[\w'-]+(?:\s+[\w'-]+){0,2}),\s+(?:and\s+)?(?:(?:the|an?|its|their|his|her|on)\s+)?\Z",
    re.IGNORECASE,
)
# "a cup, two bells" "and an iron key", "a fork, a spoon" "and three knives"
_ANOTHER_THING = regex(
    r",?\s+and\s+(?P<more>(?:an?|some|\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|his|her)\s+(?!(?:others?|more|lot|few|bit)\b)[a-z'-]{3,}(?:\s+[a-z'-]{3,}){0,2})[\s.!]*\Z"
)
# "green, white" "and red"
_ONE_MORE = regex(
    r",?\s+and\s+(?:(?:the|an?)\s+)?(?P<more>(?!(?:others?|more|also|so|then|nothing|no|not|both|all|back|[a-z]{3,}(?:ed|ly|ing))\b)[a-z'-]{3,})[\s.!]*\Z"
)
# "the Front, the Council" "and the Coastal League"
_ONE_NAME_MORE = regex(
    r",?\s+and\s+(?:(?:the|an?)\s+)?(?P<more>[A-Z][\w'’-]+(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?[A-Z][\w'’-]+){1,4})[\s.!]*\Z"
)
_NO_THING = regex(
    r"(?:in|on|at|by|after|before|since|during|for|from|with|as|to|of|last|next|this|that|today|yesterday|yes|no|well|sure|ok|only|both|all|so|then|according|[a-z]+ly)\b",
    re.IGNORECASE,
)
_DETERMINED = regex(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+[a-z]")
_WHERE = regex(r"\bwhere\b", re.IGNORECASE)
_IN_A_REGION = regex(r"[A-Z][^,]*, [A-Z][^,]*")  # "Leeds, England", of which a district may be told too
_NAME = regex(r"[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)+")


class JointGold:
    """Accepted answers of which the first joins several things; ``plain`` judges an answer that tells them in the same order."""

    def __init__(self, question: Question, parts: Iterable[Words], plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.own = question.accepted[0]
        self.parts = tuple(tuple(_ways_of(part)) for part in parts)
        self.figures = _figures_of(self.own)
        self.is_one_place = _WHERE.search(question.text) is not None and _IN_A_REGION.fullmatch(self.own) is not None
        self.joins_by_or = asks_not(question.text)
        self.asked = frozenset(key(question.text)) | SMALL
        self.stems = frozenset(stem for stem in stems(question.text) if not stem.isdecimal())

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted ones."""
        relation = self.plain.relate(text, document)
        if len(text) > _LONGEST:
            return relation
        wording = Wording(text)
        span = self._place(wording)
        if span is None:
            return self._by_figures(text) or relation if relation.reason in _UNALIKE else relation
        another = self._another(wording.text, span)
        if relation.reason in ACCEPTED and self._parts_ways(wording.text, span):
            return Relation(Reason.CONTRADICTION, f"tells something else of a part of {self.shown}", shown(text))
        if another and relation.reason in ACCEPTED and not wording.denies(span):
            return Relation(Reason.SEVERAL_ANSWERS, f"also names {another}, accepted {self.shown}", shown(text))
        told = wording.text[span[0] : span[1]]
        if relation.reason in ACCEPTED or another or key(told) == key(self.own):
            return relation
        own = f"{wording.text[: span[0]]}{self.own}{wording.text[span[1] :]}"
        return related_as_told(self.plain, relation, own, text, document)

    @staticmethod
    def _parts_ways(text: str, span: Span) -> bool:
        """Return whether the last of several begins a statement of its own: "It gets the bell, and the clock stays where it is"."""
        if not has_verb(text[: span[0]]) and not _PRESENT.search(text[: span[0]]):
            return False
        return _COMMA_AND.search(text, *span) is not None and _OWN_VERB.match(text, span[1]) is not None

    def _by_figures(self, text: str) -> Relation | None:
        """Relate an answer that gives each of several accepted figures, of different kinds, and no other of their kind; None for no such."""
        if not self.figures or _OR.search(text) or opposite_in(self.own, text):
            return None
        said = [figure for figure in read_quantities(text) if figure.unit]
        told = [[each for each in said if same_figure(each, figure)] for figure in self.figures]
        others = [
            each
            for each in said
            if any(same_dimension(each, figure) for figure in self.figures) and not any(each in own for own in told)
        ]
        if others or not all(told) or any(each.negated for own in told for each in own):
            return None
        return Relation(Reason.ALIAS, f"gives each of {self.shown}", shown(text))

    def _place(self, wording: Wording) -> Span | None:
        """Return where all parts are told one beside the other, each once; None for nowhere."""
        spans: list[Span] = []
        for ways in self.parts:
            found = [span for words in ways for span in wording.find(words)]
            if len(found) != 1:
                return None
            spans += found
        spans.sort()
        if any(_OWNS.match(wording.text, max(0, end - 2)) or _OWNS.match(wording.text, end) for _, end in spans):
            return None  # "Ann Lee and Bo Ek's clerk"
        if not all(self._are_joined(wording.text, one[1], other[0]) for one, other in pairwise(spans)):
            return None
        behind = _BEHIND.match(wording.text, spans[-1][1])
        return spans[0][0], behind.end() if behind and not self._tells(behind["aside"]) else spans[-1][1]

    def _are_joined(self, text: str, end: int, start: int) -> bool:
        between = _BETWEEN.fullmatch(text, end, start) or (
            _OR_ELSE.fullmatch(text, end, start) if self.joins_by_or else None
        )
        if between is None:
            return False
        aside, asked = between["aside"] or "", between["asked"]
        if aside and not self.asked.issuperset(key(asked)):
            aside, asked = f"{aside}{asked}", ""  # "in a storm", where one word alone is no more than the beginning
        beside = f"{aside} {between['then'] or ''}"
        told = self._tells(beside) or (aside.lstrip()[:1] not in {",", "("} and has_verb(beside))
        return self.asked.issuperset(key(asked)) and not told

    def _tells(self, aside: str) -> bool:
        """Return whether a remark on one of several things tells of what is asked, and so perhaps of another one."""
        return bool(stems(aside) & self.stems) or "not" in key(aside)

    def _another(self, text: str, span: Span) -> str:
        """Return the thing that an answer names before the accepted ones, in the same list; "" for none.

        "Two sites, Ashby and Croft" and "The founders, Ann and Bo, left" name none.
        """
        behind = _ONE_MORE.match(text, span[1]) or _ANOTHER_THING.match(text, span[1])
        if behind is not None and text[span[0] : span[1]].islower() and not self._is_known(behind["more"]):
            return behind["more"]
        named = None if self.is_one_place else _ONE_NAME_MORE.match(text, span[1])
        if named is not None and not self._is_known(named["more"]):
            return named["more"]
        found = None if self.is_one_place else right_before(_ANOTHER, text, span[0])
        if found is None or text[span[1] : span[1] + 1] == ",":
            return ""
        more = found["more"]
        if not (_NAME.fullmatch(more) or (_DETERMINED.match(more) and text[span[0]].islower())):
            return ""
        words = key(more)
        about = _NO_THING.match(more) or has_verb(more) or stems(more) & self.stems or not STARTERS.isdisjoint(words)
        return "" if about else more

    def _is_known(self, more: str) -> bool:
        """Return whether what "and" joins is no further thing: what the question names, or a statement."""
        return self.asked.issuperset(key(more)) or has_verb(more)


def _figures_of(accepted: str) -> tuple[Quantity, ...]:
    """Return the figures that an accepted answer joins where it is nothing else, and no two are of one kind; () for another."""
    figures = read_quantities(accepted)
    alone = _AND.split(accepted)
    kinds = all(not same_dimension(one, other) for one, other in pairwise(figures))
    whole = len(alone) == len(figures) and all(each.strip() in accepted for each in alone)
    return figures if len(figures) == _PAIR and whole and kinds and all(each.unit for each in figures) else ()


def _ways_of(part: Words) -> list[Words]:
    """Return the ways to say one of the things: "the driver's seat" is the seat of the driver, the Lenn bridge fire one on the Lenn bridge."""
    *owner, thing = part
    if not 1 <= len(owner) <= _MOST_OWNERS or (len(owner) > 1 and thing[:1].isdecimal()):
        return [part]
    leads = ("of",) if len(owner) == 1 else _PLACING
    return [part, *((thing, lead, *the, *owner) for lead in leads for the in ((), ("the",)))]


def joint_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for an answer that joins several things, in an order that is not asked for, else ``plain``."""
    parts = names_of(question.accepted[0], question.text) if question.accepted else frozenset()
    fit = _PAIR <= len(parts) <= _MOST_PARTS and all(1 <= len(part) <= _MOST_WORDS for part in parts)
    return JointGold(question, parts, plain) if fit else plain
