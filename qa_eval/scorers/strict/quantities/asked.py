"""What a question asks a figure of: which things are counted, which way something went, an extreme, a rate."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Bound
from qa_eval.reading.frequencies import read_frequency
from qa_eval.reading.kinds import are_apart, counts_alike, is_of_sibling
from qa_eval.reading.plurals import singular
from qa_eval.reading.quantities.nouns import is_plural
from qa_eval.reading.regex import regex, right_before
from qa_eval.reading.text import words
from qa_eval.reading.verbs import stem_of
from qa_eval.scorers._words.direction import way_of
from qa_eval.scorers._words.verbs import HELPING, stems
from qa_eval.scorers._words.wording import folded
from qa_eval.scorers.strict.quantities.balances import as_balance, asks_balance, asks_loss, may_be_negative
from qa_eval.scorers.strict.quantities.bodies import bodies_in, in_bodies
from qa_eval.scorers.strict.quantities.changed import asks_difference, asks_where_to
from qa_eval.scorers.strict.quantities.periodical_sums import PERIODS, as_so_long
from qa_eval.scorers.strict.quantities.scales import on_its_scale
from qa_eval.scorers.strict.quantities.wholes import all_told, as_all, whole_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Question
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.strict.quantities.readings import AcceptedFigure

_COUNTS = regex(r"\bhow (?:many|much)\b", re.IGNORECASE)
_COUNTED = regex(
    r"\bhow many (?P<what>(?:[\w-]+\s+){0,2}?[\w-]+)\s+(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would|in|of|on|at|took|came|went|died|lost|won|sank|fell|rose|grew|sold|bought|made|gave|ran|swam|flew|drove|wrote|ate|stood|met|kept|held|fought|began|broke|caught|spoke|live|work|attend|belong|remain|use|watch|visit|travel|cross|enter|join|carry|own|study|teach|speak|vote|serve|share|support|apply|depend|stay|pass|need|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
# "How many children survive her?", whatever the verb
_COUNTED_IN_PLURAL = regex(
    r"\bhow many (?P<what>(?:[a-z]+\s+){0,2}?(?:[a-z]{3,}(?<!s)s|children|people|men|women))\s+(?=[a-z]+\b)(?!(?:or|and|per|than)\b)",
    re.IGNORECASE,
)
_EXTREMES = (
    (Bound.MORE_THAN, regex(r"\b(?:above|over|more than|beyond)\s+(?:what|which|how)\b", re.IGNORECASE)),
    (Bound.LESS_THAN, regex(r"\b(?:below|under|less than|fewer than)\s+(?:what|which|how)\b", re.IGNORECASE)),
    (
        Bound.AT_LEAST,
        regex(
            r"\b(?:minimum|minimal|least|lowest|smallest)\b|(?<!\bwithin )\bhow (?:much|many|far|long)\b(?: \w+){0,3} (?:must|have to|has to|needs? to)\b(?!.*\bnot exceed\b)|\bfrom (?:what|which) (?:age|height|size|weight|amount)\b"
            r"|\bhow (?:long|many|much)(?: \w+){0,3} (?:must|should|may|can)(?: \w+){1,4}? not (?!exceed)",
            re.IGNORECASE,
        ),
    ),
    (
        Bound.UP_TO,
        regex(
            r"\b(?:maximum|maximal|at most|the most|within (?:what|which|how)|highest|largest|peak|top (?=speed|score|price|salary|rate|prize|temperature|height|weight)|limit|up to (?:what|which|how)|not exceed|capacity|hold|seat|fit|accommodate|how (?:many|much|far|fast|long|old|big|tall|large|high|deep|heavy|hot|cold|wide)(?: \w+){0,2} (?:can|may|could))\b",
            re.IGNORECASE,
        ),
    ),
)
_AT_LEAST = regex(r"\b(?:at (?:the )?(?:very )?least|minimum|after (?:how|what|which))\b", re.IGNORECASE)
_CHANGED = regex(
    r"\bby (?:how|what)\b|\bwhat (?:is|was|were|are) the (?:\w+ ){0,2}?(?:reduction|increase|decrease|rise|fall|drop|decline) in\b|\bhow (?:much|many)(?: \w+){0,2} (?:did|has|have|more|less|higher|lower)\b.*\b(?:ris\w+|rose|increas\w+|decreas\w+|fall\w*|gr[eo]w\w*|declin\w*|drop\w*"
    r"|chang\w+|climb\w*|slip\w*|gain\w*|los[et]\w*|(?:go|went|gone) (?:up|down)|jump\w*|surg\w+|shrink|shrunk)\b",
    re.IGNORECASE,
)
_TOLD_AS = regex(
    r"\b(?:tested|were|was|are|is|be|been|found|ruled|turned)\s+([a-z]+)(?=\s*\?|\s+(?:in|on|at|for|by|during|after|before)\b)",
    re.IGNORECASE,
)
_DEEDS = regex(r"\b(?:does|do|did|can|could|will|would|must)\s+(?:[\w'’-]+\s+){1,6}?([a-z]+)(?=\s*\?|\s+(?:in|on|at|for|from|to|with|during|when|while|per|a|an|the|each|every)\b)", re.IGNORECASE)  # fmt: skip
_OF_ALL = regex(r"\b(?:in total|altogether|in all|all told|together|combined|total)\b", re.IGNORECASE)
_OF_EACH = regex(r"\b(?:each|apiece)\b(?! other\b| year\b| day\b| week\b| month\b| time\b)", re.IGNORECASE)
# when, told by a change that is not asked about: "before the increase"
_WHEN = regex(
    r"\b(?:before|after|since|until|prior to|following|without|despite)\s+(?:the|its|their|this|that)\s+[a-z]+",
    re.IGNORECASE,
)
_AGE = regex(r"\bhow old\b|\bat what age\b", re.IGNORECASE)
_SHARE = regex(
    r"\b(?:out )?of (?:the |its |their |his |her |all |some |about ){0,2}\d[\d.,]*\s+(?P<noun>[a-z]+)\b[^,.;]*,\s*(?:only |just |some |about )?\d"
    r"|\A\W*\d[\d,]* (?:out )?of (?:the |its |their )?\d[\d,]*\s+(?P<of>[a-z]+s)\W*\Z",
    re.IGNORECASE,
)
_TO_DO = regex(r"\bto [a-z]+\b", re.IGNORECASE)
_YEARS = regex(r"\b(?:19|20)\d\d\b")
_IN_A_ROW = regex(
    r"\b(?:in a row|consecutive(?:ly)?|successive(?:ly)?|in succession|running|straight)\b", re.IGNORECASE
)
_OF_A_ROW = regex(rf"(?:\s+[a-z]+){{0,2}}?\s+{_IN_A_ROW.pattern}", re.IGNORECASE)
_ENDED = frozenset(("death", "life", "fatality", "victim"))
_DYING = stems("died dies killed perished drowned")
_ACTS = {
    "defeat": "los",
    "loss": "los",
    "victory": "win",
    "win": "win",
    "save shot": "stopp",
}  # nouns and the stems of their verbs
_NONE_OF = regex(
    r"\W*(?:(?:there|it|they|he|she|we) [a-z]+ )?(?:no|none of (?:the|its|their)|not a single|not one)\s+(?P<what>[a-z]+(?:\s+[a-z]+)?)\b",
    re.IGNORECASE,
)
_NOT_ANY = regex(
    r"\W*(?:none|not (?:a single )?one)(?:\s+of\s+(?:them|these|those))?(?:\s+at\s+all)?(?:\s+(?P<deed>(?!of\b)[a-z]+)(?:\s+[^.;,!?]+)?)?\W*",
    re.IGNORECASE,
)
# "It contains no salt", "They did not find any", where it is asked how much or how many
_HAS_NO = regex(
    r"\W*(?:(?:it|they|he|she|we|there|the)\b[^.;,!?]{0,40}?\s)?(?:no|zero)\s+(?P<what>[a-z]+)(?:\s+(?:at all|whatsoever|in it))?\W*"
    r"|\W*(?:it|they|he|she|we|there|the)\b[^.;,!?]{0,40}?\s?(?:\bnot|\bnever|n['’]t)\s+(?:[a-z]+\s+)?(?:any|a single(?: one)?)(?:\s+(?P<any>[a-z]+(?:\s+(?!at all)[a-z]+){0,3}))?(?:\s+at all)?\W*|\W*not any\W*"
    r"|\W*(?P<absent>[a-z]+)\s+(?:is|are|was|were)\s+(?:absent|missing)\W*|\W*(?:it|they|the [a-z]+)\s+(?:lacks?|(?:is|are|was|were) (?:free of|without))\s+(?P<lacks>[a-z]+)\W*",
    re.IGNORECASE,
)
_HOW_MUCH = regex(r"\b(?:how (?:much|many)|(?:what|which)(?: (?:is|was|are|were) (?:the|its|their|his|her))?)\s+(?P<what>[a-z]+)\b", re.IGNORECASE)  # fmt: skip
_HAS_DONE = regex(r"\b(?:has|have|had)\b", re.IGNORECASE)
_OWN = regex(r"\b(?:was|is|it['’]s|marked|became)\s+(?:already\s+)?(?:her|his|its|their|my|our|[A-Z][\w-]*['’]s)\s+\Z")
_OWN_DEED = regex(r"\s+(?:[a-z]+\s+)?(?P<what>[a-z]{3,})\b(?!\s+(?:place|in a row))", re.IGNORECASE)
_AHEAD = regex(r"\b(?:ahead|before(?:hand)?|in advance|earlier)\b", re.IGNORECASE)
_DAY_BEFORE = regex(r"\b(?:on\s+)?the\s+(?:day before|previous day)\b", re.IGNORECASE)
_ACT_NOUN = regex(r"(?:ures?|tions?|ments?|als?)$", re.IGNORECASE)
_LEAST = 4  # letters


class Asked:
    """What one question with its accepted figures asks of a figure.

    ``counted`` holds the words for the things that are counted, ``beside`` the question's other words; ``way`` is 1 for
    up, -1 for down; ``changed``: it is by how much that is asked; ``down`` says that a figure below zero is one above, of what was lost.
    """

    def __init__(self, question: Question, answer: str, accepted: Sequence[AcceptedFigure]) -> None:
        figure = accepted[0].figure if accepted else None
        self.whole = whole_of(answer, question.text)
        answer = self.whole.text if self.whole else answer
        self.bodies = bodies_in(answer)
        self.all_told = all_told(answer)
        self.question, self.answer = question.text, answer
        self.told = f"{question.text} {answer}"
        self.unit = figure.unit if figure else ""
        self.counts = _COUNTS.search(question.text) is not None
        self._read_counted(question.text, answer, figure)
        self.way = way_of(answer) or way_of(question.text)
        self.years = frozenset(_YEARS.findall(question.text))
        asked = _WHEN.sub("", question.text)
        self.told_of_it = f"{asked} {answer}"
        self.changed = _CHANGED.search(asked) is not None
        self.in_a_row = self.counts and _IN_A_ROW.search(question.text) is not None
        self.has_done = _HAS_DONE.search(question.text) is not None
        self.compares = asks_difference(question.text)
        self.where_to = asks_where_to(question.text)
        self.of_all = _OF_ALL.search(question.text) is not None
        self.of_each = not self.of_all and _OF_EACH.search(question.text) is not None
        self.spans = figure is not None and figure.high is not None
        self.negative = figure is not None and figure.value < 0
        self.signed = not self.way and figure is not None and figure.value > 0 and may_be_negative(question.text)
        self.way = self.way or int(self.signed)
        self.fell = self.negative and not self.unit.startswith("degree")  # what fell to 5 °C is no -5 °C
        self.down = self.way < 0 or asks_loss(self.told)
        self.says_how_often = read_frequency(answer) is not None
        self.bounds = frozenset(bound for bound, extreme in _EXTREMES if extreme.search(question.text))
        if _AT_LEAST.search(question.text):
            self.bounds -= {Bound.UP_TO}  # "For how long may it be kept at the least?"
        self.balance = self.unit.isupper() and asks_balance(self.told)  # of money
        self.is_rate = "/" in self.unit
        self.zero = any(each.figure.value == 0 for each in accepted)

    def _read_counted(self, question: str, answer: str, figure: Quantity | None) -> None:
        """Read what the question counts, and what else it names."""
        counted = _COUNTED.search(question) or _COUNTED_IN_PLURAL.search(question)
        self.counted = frozenset(map(singular, words(counted["what"]))) if counted else frozenset()
        self.beside = frozenset(map(singular, words(question))) - self.counted if self.counted else frozenset()
        # "tested positive": what is asked of them, and no other thing
        self.told_as = frozenset(word.lower() for word in _TOLD_AS.findall(question))
        # "How many times a minute does it beat?" counts beats
        self.deeds = (
            frozenset(stem_of(word.lower()).removesuffix("e") for word in _DEEDS.findall(question))
            if "time" in self.counted
            else frozenset()
        )
        self.noun = next((word for word in reversed(words(counted["what"])) if is_plural(word)), "") if counted else ""
        self.noun = self.noun or ("years" if _AGE.search(question) and figure is not None and not figure.unit else "")
        if (
            not self.noun
            and not self.counts
            and figure is not None
            and not figure.unit
            and is_plural(figure.noun.lower())
        ):
            self.noun = figure.noun  # "two paintings" are what was found, and not how many
        asked = _TO_DO.sub("", question)  # "points to win" counts no wins
        told = [*map(singular, words(answer)), "", *map(singular, words(question))]
        self.run_on = frozenset((*map("".join, pairwise(told)), *map(folded, self.counted)))
        self.known = self.counted | frozenset(map(singular, (*(words(asked) if counted else ()), *words(answer))))
        self.stems = stems(asked) if counted else frozenset()  # "34 arrests" counts who was arrested

    def plainly(self, text: str) -> str:
        """Return an answer with a part of the accepted whole told as the accepted figure counts it, and with "M☉" as solar masses."""
        text = self.whole.plainly(text) if self.whole else text
        if self.balance and " " in text:
            text = as_balance(text)
        if self.all_told:
            text = as_all(text, self.all_told)
        if self.unit == "day" and " day" in text and _AHEAD.search(self.answer):
            text = _DAY_BEFORE.sub("one day before", text)
        text = as_so_long(text) if self.unit in PERIODS else on_its_scale(text, self.told)
        return in_bodies(text) if self.bodies else text

    def does(self, noun: str) -> bool:
        """Return whether a noun is of the verb whose times are counted: "breaths", where it is asked how often it breathes."""
        return bool(self.deeds) and stem_of(singular(noun.lower())).removesuffix("e") in self.deeds

    def of_another_thing(self, figure: Quantity, text: str = "") -> bool:
        """Return whether a figure counts what the question does not: 206 muscles, where bones are counted.

        ``text``: an answer that tells what is counted by its verb, as "won 11 games" does of wins, counts no other thing.
        """
        if not self.noun or not figure.noun or figure.unit or not self._is_other(figure.noun, text):
            return False
        if self.noun == "times" and stem_of(figure.noun.lower()) in stems(self.question):
            return False  # "540 beats", where it is asked how many times it beats
        if _ACT_NOUN.search(figure.noun) and any(
            len(stem) >= _LEAST and figure.noun.lower().startswith(stem) for stem in stems(self.question)
        ):
            return False  # "12 signatures", where it is asked how many signed
        if _ACTS.get(singular(figure.noun.lower()), "-") in self.stems:
            return False  # "four victories", where it is asked how many races were won
        if len(act := stem_of(one_of := singular(self.noun))) > _LEAST and any(
            len(stem) >= _LEAST and act.startswith(stem) and stem not in (one_of, act) for stem in stems(text)
        ):
            return False  # "signed by 12 people", where signatures are counted
        if singular(figure.noun.lower()) in _ENDED and not _DYING.isdisjoint(stems(self.question)):
            return False  # "616 deaths", where it is asked how many died
        if singular(figure.noun.lower()) == "birth" and "born" in self.question:
            return False
        one, act = singular(self.noun), _ACTS.get(f"{singular(self.noun)} {singular(figure.noun.lower())}", "-")
        return one in map(singular, words(text)) or stems(text).isdisjoint((stem_of(one), _ACTS.get(one, one), act))

    def names_other(self, noun: str) -> bool:
        """Return whether a noun is of other things that the question names as such: "7 teams", where it is asked how many play in a team."""
        one = singular(noun.lower())
        if not noun or one not in self.beside - self.told_as or not is_plural(noun.lower()) or self.does(noun):
            return False
        if self.noun and counts_alike(self.noun, noun):
            return False  # "2,600 fatalities", where it is asked how many soldiers were among them
        led = rf"\b(?:an?|the|each|every|this|its|their|his|her)\s+(?:{re.escape(one)}|{re.escape(noun)})\b"
        return re.search(led, self.question, re.IGNORECASE) is not None

    def as_row(self, figure: Quantity, text: str) -> Quantity:
        """Return a rank that is told as the length of a row as that length, where it is asked for: "the fifth win in a row" as five."""
        if not figure.ordinal or not self.counts:
            return figure
        told = self.in_a_row and _OF_A_ROW.match(text, figure.end) is not None
        told = told or (self.has_done and self._counts_own(figure, text))
        return figure._replace(ordinal=False, noun="") if told else figure

    def _counts_own(self, figure: Quantity, text: str) -> bool:
        """Return whether a rank is that of somebody's last deed, where it is asked how often it was done so far: "It was her fourth win"."""
        deed = _OWN_DEED.match(text, figure.end) if right_before(_OWN, text, figure.start) else None
        what = singular(deed["what"].lower()) if deed else ""
        return bool(what) and (
            what in self.counted or not {stem_of(what), _ACTS.get(what, "-")}.isdisjoint(stems(self.question))
        )

    def has_none(self, text: str) -> bool:
        """Return whether an answer says that there is none of what is counted: "No records were set", "None of them sank"."""
        none_of_them = _NOT_ANY.fullmatch(text)
        if none_of_them is not None:
            deed = (none_of_them["deed"] or "").lower()
            return not deed or deed in HELPING or not stems(deed).isdisjoint(stems(self.question))
        none = _NONE_OF.match(text)
        asked = _HOW_MUCH.search(self.question)
        counted = frozenset(map(stem_of, (*self.counted, *((asked["what"].lower(),) if asked else ()))))
        return (none is not None and not counted.isdisjoint(map(stem_of, words(none["what"])))) or self._has_no(text)

    def _has_no(self, text: str) -> bool:
        """Return whether an answer says that nothing of what is asked for is there: "It contains no salt"."""
        told, asked = _HAS_NO.fullmatch(text), _HOW_MUCH.search(self.question)
        if told is None or asked is None:
            return False
        what = list(map(singular, words(next(filter(None, told.groups()), ""))))
        return what == list(map(singular, words(self.question[asked.start("what") :])))[: len(what)]

    def share_of_others(self, text: str) -> str:
        """Return the other things of which an answer gives a share: the tickets of "Of the 250 tickets, 187 were returned"."""
        share = _SHARE.search(text) if self.noun else None
        noun = (share["noun"] or share["of"]) if share else ""
        return noun if noun and self._is_other(noun) else ""

    def _is_other(self, noun: str, text: str = "") -> bool:
        one = singular(noun.lower())
        if text and is_of_sibling(text, noun, self.noun):
            return True
        if not self.run_on.isdisjoint((one, folded(one))) or one == "other":
            return False  # "four others", "three windfarms", "six plows" of ploughs
        if are_apart(one, singular(self.noun)):
            return one not in self.known
        return one not in self.known and stem_of(one) not in self.stems and not counts_alike(self.noun, noun)
