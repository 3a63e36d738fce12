"""Questions for another form of a word that they give: "bacterium" is not its own plural, nor does "WIPO" stand for "WIPO"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.text import strip_frame, words
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT, SMALL
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_FORM_ASKED = regex(
    r"\b(?:plural|singular|past tense|past participle|comparative|superlative|feminine|masculine|diminutive)(?: form)? (?:of|for) (?:the (?:word|noun|verb|adjective) )?\W?(?P<word>[\w-]+)",
    re.IGNORECASE,
)
_STANDS_FOR = regex(
    r"\b(?:does|do|did) (?:the (?:[a-z]+ )??(?:acronym|abbreviation|initials|letters|code) )?\W?(?P<short>[A-Za-z][\w.&-]{0,11}?)\W? (?:stand|stood) for\b"
)


class WordFormGold:
    """Accepted forms of the word, or the long form of the abbreviation, that the question gives; ``plain`` judges first."""

    def __init__(self, question: Question, given: str, plain: Gold) -> None:
        self.shown = plain.shown
        self.given, self.plain = given.casefold(), plain
        self.asked = SMALL.union(words(question.text.casefold()))
        self.accepted = frozenset(tuple(words(text.casefold())) for text in question.accepted)
        self.lettered = frozenset(len(each) for each in self.accepted if _initials(each) == self.given.replace(".", ""))

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted forms."""
        relation = self.plain.relate(text, document)
        if relation.reason not in ACCEPTED or len(text) > SHORT:
            return relation
        said = tuple(words(strip_frame(text).casefold()))
        if any(set(each) <= set(said) for each in self.accepted):
            return relation
        if self.asked.issuperset(said):
            return Relation(Reason.WRONG_WORDS, f"only what the question gives, accepted {self.shown}", shown(text))
        if len(said) in self.lettered and _initials(said) != self.given.replace(".", ""):
            return Relation(Reason.WRONG_WORDS, f"other letters than {self.given.upper()}", shown(text))
        return relation


def _initials(said: tuple[str, ...]) -> str:
    return "".join(word[0] for word in said if word not in SMALL)


def word_form_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that turns down the word or abbreviation whose other form is asked for, else ``plain``."""
    found = _FORM_ASKED.search(question.text) or _STANDS_FOR.search(question.text)
    return WordFormGold(question, found[1], plain) if found else plain
