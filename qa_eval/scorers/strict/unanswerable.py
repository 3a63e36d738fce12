"""Unanswerable: the document does not say, and a right answer says so."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.abstentions import abstains, abstains_beside
from qa_eval.reading.documents import DOCUMENT, asks_whether_told
from qa_eval.reading.names import read_names
from qa_eval.reading.polarity import read_yes_no
from qa_eval.reading.quantities import read_quantities
from qa_eval.reading.regex import regex
from qa_eval.reading.text import words
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.undisclosed import sends_on, tells_of_another_first
from qa_eval.scorers._words.verbs import has_verb, stems
from qa_eval.scorers._words.wording import SHORT, SMALL
from qa_eval.scorers.strict.claimed import claims_figure, claims_for_it, claims_name
from qa_eval.scorers.strict.elsewhere import only_of_another, without_told_of_another
from qa_eval.scorers.strict.known_none import knows_none, without_none
from qa_eval.scorers.strict.only_named import names_only_another
from qa_eval.scorers.strict.parts.remarks import is_of_another
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.silence import Silence

_LONGEST = 1_000  # characters of an answer that is searched for a clause that declines
_GUESS = regex(
    r"\b(?:but|however|though|although|maybe|probably|perhaps|likely|seems?|appears?|guess|think|suggests?|implies|imply|possibly|presumably|yes|no|must|may|might|could|except)\b",
    re.IGNORECASE,
)
_GIVEN = frozenset(("only", "just", "given", "stated", "mentioned", "reported", "listed", "told"))
_SUBJECTS = frozenset(("the", "it", "its", "they", "their", "he", "she", "his", "her", "this", "these"))
_STATEMENT, _REPEATED = 4, 3  # words of a statement; words of the question in an answer that says why it declines
_HOW_MANY = regex(r"\bhow (?:many|much)\b|\bnumber of\b", re.IGNORECASE)
_NONE = frozenset(
    (
        "none",
        "no one",
        "nobody",
        "nothing",
        "nil",
        "zero",
        "not one",
        "not a single one",
        "no",
        "0",
        "none at all",
        "nothing at all",
    )
)
# "The company did not disclose it": who would know did not say
_TOLD_NOBODY = regex(
    r"\W*(?:the\s+)?(?:[\w'-]+\s+){1,4}?(?:did|does|do|has|have|had)(?:\s+not|n't)\s+(?:yet\s+|publicly\s+|officially\s+)?"
    r"(?:disclosed?|reveal(?:ed)?|said|say|specif(?:y|ied)|state[d]?|release[d]?|publish(?:ed)?|give[n]?(?!\s(?:up|in|way|chase)\b)|provided?|named?|identif(?:y|ied)|announced?|confirm(?:ed)?)\b"
    r"(?:\s+(?!that\b)(?:(?!\bbut\b|\bhowever\b|\bthough\b|,)[^.;!?\n])*)?[.!]?\s*\Z",
    re.IGNORECASE,
)
# "No depth is given, just a length of 25 m"
_NONE_GIVEN = regex(
    r"\W*no\s+[^.;:,!?]{2,60}?\s+(?:is|are|was|were)\s+(?:given|mentioned|stated|provided|reported|listed|specified|indicated|disclosed)(?:[.;:,]\s+(?P<rest>(?:just|only)\s+(?:an?|the|its|their|his|her)\s[^!?]*))?[.!]?\s*",
    re.IGNORECASE,
)
_FIRST = regex(r"[.;:]\s+(?=\S)|,\s+(?:al)?though\s+|,?\s+but\s+|,\s+and\s+|,\s+(?=just\s|only\s)", re.IGNORECASE)
_MENTIONS = regex(
    r"\b(?:mention(?:s|ed)|gives|lists|(?:is|are) (?:given|listed|stated)|talks of|speaks of|talks about)\b|\A(?:it|the (?:text|article|document|report|passage|notice))\s+(?:only\s+|just\s+|does\s+)?(?:reports?|describes?|covers?|tells?|deals? with|gives?|lists?)\b(?!\s+that\b)",
    re.IGNORECASE,
)
_ONLY_SAYS = regex(
    r"\b(?:only|just|merely)\s+(?:says?|mentions?|gives?|states?|tells?|reports?|the|that|its)\b", re.IGNORECASE
)
_GUESSED = regex(
    r"\b(?:maybe|probably|perhaps|likely|seems?|appears?|guess|think|suggests?|implies|imply|possibly|presumably|must|might|so)\b|\b(?:about|around|roughly|approximately|some)\s+[$€£]?\d",
    re.IGNORECASE,
)
_IT_WAS = regex(r"(?:it|that|this|they)\s+(?:was|is|were|are|will be)\s+", re.IGNORECASE)
# what an answer has that says in free words that nothing is said
_MAY_DECLINE = regex(
    r"\b(?:not?|nothing|nobody|none|never|only|merely|just|alone|solely|open|leaves?|refuse[sd]?|decline[sd]?|un[a-z]+|vacant|pending|nowhere|missing|omitted|left out|lacking|absent|yet|still|all|cannot|mystery|remains?|neither|secret|anonymous(?:ly)?|confidential|private|ke(?:eps?|pt)|under wraps)\b|n['’]t\b",
    re.IGNORECASE,
)
_MAY_PART = frozenset(",;:")  # what stands between the parts of most answers that have some
_JOINTS = (". ", " but ", "though ")
_PARTED = regex(r"[,;.:]\s+\S+\s+\S|\bbut\b|\bthough\b")
_THE_SAME = regex(r"(?:the|its|his|her|their)\s+(?P<what>[a-z-]+)\s+(?:is|are|was|were)\s+(?!not\b)", re.IGNORECASE)
_GENERAL = stems("name answer figure number value date amount")
_FIGURE_FIRST = regex(r"\W*?[$€£]?(?P<figure>\d[\d.,]*\d|\d)(?:\s*(?:%|[a-z]+))?[,;]\s", re.IGNORECASE)
_FIGURES = regex(r"\d[\d.,]*\d|\d")
_NONE_OF_IT = regex(r"\W*(?:but|and)\s+(?:none|not|nothing)\s+(?:for|about|of|in|on|at)\b[^.;:!?\d]*\W*", re.IGNORECASE)
# "What does the notice say about fees?": "Nothing. Fees aren't mentioned."
_ASKS_SAID = regex(
    rf"\W*what\s+(?:does|do|did)\s+(?:the|this|that)\s+(?:\w+\s+){{0,2}}?{DOCUMENT}\s+(?:say|tell|mention|state|report|reveal|disclose)\b",
    re.IGNORECASE,
)
_NOTHING_SAID = regex(
    r"\W*(?:it\s+says\s+)?nothing(?:\s+(?:at\s+all|whatsoever|whatever))?(?:\s+(?:about|on|regarding|of)\s[^.,;:!?]*)?(?:[.,;:–—-]+\s*(?P<rest>.*\w.*))?\W*",
    re.IGNORECASE | re.DOTALL,
)
_NO_ANSWER_EITHER = regex(r"[\s.?!…,;:]*[.?!…,;:][\s.?!…,;:]*")


def declines(text: str) -> bool:
    """Return whether an answer declines to answer; a mere "?" is neither an answer nor a refusal.

    >>> declines("The article does not say."), declines("?")
    (True, False)
    """
    return _declines_briefly(text) if len(text) <= SHORT else _declines(text)


def _declines(text: str) -> bool:
    return abstains(text) and not _NO_ANSWER_EITHER.fullmatch(text)


_declines_briefly = lru_cache(maxsize=8192)(_declines)


_THERE = regex(r"\A(?:there|it) (?:is|are|was|were|have been|has been) ")


def is_none(text: str) -> bool:
    """Return whether an answer is a bare "none", which is a number where one is asked for.

    >>> is_none("None."), is_none("none of the above")
    (True, False)
    """
    return len(text) < 40 and _THERE.sub("", " ".join(words(text))) in _NONE  # noqa: PLR2004 - longer than any of them


def _declines_figure(text: str) -> bool:
    """Return whether an answer declines in one clause and gives no number in the others."""
    return len(text) <= _LONGEST and abstains_beside(text) and not read_quantities(text)


class UnanswerableGold:
    """A question that the document does not answer."""

    shown = "not stated"

    def __init__(self, question: Question) -> None:
        self.question = question.text
        self.asked = frozenset(words(question.text))
        self.counts = _HOW_MANY.search(question.text) is not None
        self.of_telling = asks_whether_told(question.text)
        self.of_what_is_said = _ASKS_SAID.match(question.text) is not None

    @cached_property
    def _silence(self) -> Silence:
        from qa_eval.scorers.strict.silence import Silence  # noqa: PLC0415 - few answers need it

        return Silence(self.question)

    def _gives_figure(self, text: str) -> bool:
        """Return whether an answer opens with a figure of its own: "9 %, the margin of 2021 is not given"."""
        figure = _FIGURE_FIRST.match(text)
        return (figure is not None and figure["figure"] not in self.asked) or claims_figure(text)

    def _declines_first(self, text: str) -> bool:
        """Return whether an answer declines in its first statement and then tells only of other things, or why it does."""
        edge = _FIRST.search(text)
        if edge is None or not (declines(text[: edge.start()]) or _TOLD_NOBODY.match(text[: edge.start()])):
            return False
        rest = text[edge.end() :]
        same = _THE_SAME.match(rest)
        if same and stems(same["what"]) <= stems(text[: edge.start()]) | _GENERAL:
            return False  # "The owner is not named; the owner was Lund."
        if _TOLD_NOBODY.match(rest) or declines(rest) or is_of_another(rest, self.question):
            return not _GUESSED.search(rest)
        if (
            _ONLY_SAYS.search(rest)
            and " than " not in rest
            and not {*words(rest)} & self.asked - SMALL
            and not _GUESSED.search(rest)
        ):
            return True
        return _MENTIONS.search(rest) is not None and not any(map(str.isdecimal, rest)) and not _GUESSED.search(rest)

    def _declines_beside(self, text: str, document: Document | None) -> bool:
        """Return whether an answer declines under the asked name, "Fee: not given", or beside what the document tells of something else."""
        label, colon, rest = text.partition(":")
        if colon and declines(rest) and self.asked.issuperset(set(words(label)) - SMALL):
            return True
        edge = _FIRST.search(text)
        if edge is None or document is None or _GUESSED.search(text) or not declines(text[: edge.start()]):
            return False
        answered = _IT_WAS.match(text, edge.end())
        if answered and not has_verb(text[answered.end() :]):
            return False  # "The day is not stated, but it was March 27."
        told = words(text[edge.end() :])
        states = len(told) >= _STATEMENT and (told[0] in _SUBJECTS or has_verb(text[edge.end() :]))
        return states and set(words(document.text)).issuperset(set(told) - SMALL - _GIVEN)

    def _knows_none(self, text: str) -> bool:
        def is_told(rest: str) -> bool:
            return declines(rest) or self._silence.is_told(rest, None)

        return knows_none(text, self.question, counts=self.counts, is_told=is_told)

    def _says_nothing(self, text: str, document: Document | None) -> bool:
        """Return whether an answer says that what the document says is nothing, and no more than that it tells of something else."""
        nothing = _NOTHING_SAID.fullmatch(text)
        if nothing is None:
            return False
        rest = nothing["rest"]
        return (
            not rest
            or declines(rest)
            or _MENTIONS.search(rest) is not None
            or self._without_another(rest, document) == ""
        )

    def _without_another(self, text: str, document: Document | None) -> str | None:
        """Return an answer without what it says to be told of something else; None where it does not, or the document knows no such figure."""
        told = None if _GUESSED.search(text) else without_told_of_another(text, self.question)
        if told is None:
            return None
        rest, thing = told
        known = document.text if document else ""
        return rest if not known or all(figure in known for figure in _FIGURES.findall(thing)) else None

    def _tells_nothing(self, text: str) -> bool:
        """Return whether an answer declines in one clause and in the others says nothing that could answer: no figure, name or guess."""
        if "(" in text or not abstains_beside(text) or _GUESS.search(text):
            return False
        if any(map(str.isdecimal, text)) or not self.asked.issuperset(
            word for name in read_names(text) if name.sure for word in words(name.text)
        ):
            return False
        return len(frozenset(words(text)) & self.asked) >= _REPEATED

    def relate(self, text: str, document: Document | None) -> Relation:
        """Say whether an answer declines to answer, and tells no more than what the document holds."""
        another = names_only_another(text, self.question)
        if not another and claims_for_it(text, self.question):
            return Relation(Reason.ANSWERED_UNANSWERABLE, f"gives a figure all the same: {shown(text)}", shown(text))
        related = self._related(text, document)
        if related.reason is Reason.RIGHTLY_ABSTAINED or not _MAY_DECLINE.search(text):
            return related
        if another or tells_of_another_first(text, self.question):
            return Relation(Reason.RIGHTLY_ABSTAINED, "says so of what is asked, beside another", "not stated")
        rest = self._without_another(text, document)
        if rest is None:
            return related
        if not rest or _NONE_OF_IT.fullmatch(rest):
            return Relation(Reason.RIGHTLY_ABSTAINED, "says that it is told of another alone", "not stated")
        again = self._related(rest, document)
        return again if again.reason is Reason.RIGHTLY_ABSTAINED else related

    def _related(self, text: str, document: Document | None) -> Relation:
        told = self._abstention(text, document)
        if not told and sends_on(text, self.question):
            return Relation(Reason.RIGHTLY_ABSTAINED, "says no more than who may know", "not stated")
        if not told or self._knows_none(text):
            message = "the document does not say, yet the answer claims to know"
            return Relation(Reason.ANSWERED_UNANSWERABLE, message, shown(text))
        if _MAY_PART.isdisjoint(text) and not any(joint in text for joint in _JOINTS):
            return Relation(Reason.RIGHTLY_ABSTAINED, told, "not stated")
        if self._gives_figure(text):
            return Relation(Reason.ANSWERED_UNANSWERABLE, f"gives a figure all the same: {shown(text)}", shown(text))
        if claims_name(text, self.question):
            return Relation(Reason.ANSWERED_UNANSWERABLE, f"gives a name all the same: {shown(text)}", shown(text))
        if len(text) <= SHORT and _PARTED.search(text) and self._silence.is_of_another(text, document):
            message = "declines for something else than what is asked"
            return Relation(Reason.ANSWERED_UNANSWERABLE, message, shown(text))
        return Relation(Reason.RIGHTLY_ABSTAINED, told, "not stated")

    def _abstention(self, text: str, document: Document | None) -> str:
        """Return how an answer declines to answer; "" where it does not."""
        none = is_none(text) and (self.counts or "nil" in text.lower())
        if (
            (self.of_telling and read_yes_no(text) is False)
            or ((rest := without_none(text)) and declines(rest))
            or (not none and declines(text))
            or (not none and self.counts and _declines_figure(text))
        ):
            return "the document does not say, and the answer says so"
        if len(text) > SHORT:
            return ""
        given = _NONE_GIVEN.fullmatch(text)
        if (
            given
            and not {*words(given["rest"] or "")} & self.asked - SMALL
            and not _GUESSED.search(given["rest"] or "")
        ):
            return "the document does not say, and the answer says so"
        told_nobody = _TOLD_NOBODY.match(text) is not None and not read_quantities(text)
        if told_nobody or (self.of_what_is_said and self._says_nothing(text, document)):
            return "nobody has said, and the answer says so"
        if only_of_another(text, self.question):
            return "the answer says so of what is asked, and that the like is told of another"
        if self._tells_nothing(text) or self._declines_first(text) or self._declines_beside(text, document):
            return "the answer says so beside what the question says"
        if not none and _MAY_DECLINE.search(text) and self._silence.is_told(text, document):
            return "the document does not say, and the answer says so"
        return ""
