"""Yes or no: polarity alone counts, whatever stands beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.abstentions import says_untold
from qa_eval.reading.documents import asks_whether_told
from qa_eval.reading.regex import regex
from qa_eval.scorers._polarity.concerned import without_condition
from qa_eval.scorers._polarity.concluding import concluded
from qa_eval.scorers._polarity.conditions import Conditions
from qa_eval.scorers._polarity.counting import counted_says, without_zero
from qa_eval.scorers._polarity.truth import AskedTruth
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import plain
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question, YesNoAnswer

# "According to the mayor, no", "The mayor says no."
_SAID_BY = regex(
    r"\A\W*(?:(?:according to|per|as per)\s+[^,.;:]{2,60}[,:]\s*(?=(?:yes|no)\b)|[^,.;:]{2,40}\s(?:says?|said|answers?|answered|replied|states?)[,:]?\s+(?=['\"]?(?:yes|no)\W*\Z))",
    re.IGNORECASE,
)


class YesNoGold:
    """The accepted yes or no of one question."""

    def __init__(self, question: Question, answer: YesNoAnswer) -> None:
        self.yes, self.question = answer.yes, question.text
        self.shown = answer.text
        self.polarity = AskedTruth(question.text)
        self.conditions = Conditions(question.accepted)
        self.of_telling = asks_whether_told(question.text)

    def is_decided(self, text: str) -> bool:
        """Return whether an answer was judged by the state that it tells, or by another value that it gives instead."""
        return concluded(text, self.question) != text or self.polarity.is_decided(text)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer's polarity to the accepted one; the document adds nothing."""
        del document
        whole = without_zero(_SAID_BY.sub("", plain(text)))
        bare = concluded(without_condition(whole), self.question)
        if self.of_telling and says_untold(text):  # "It does not say."
            return self._related(said=False, certain=True)
        if self.polarity.contradicts(bare):
            return Relation(Reason.CONTRADICTION, f"says both yes and no, accepted {self.shown}", "yes and no")
        said = self.polarity.said(bare)
        if self.yes and self._tells_condition(said, bare, whole):
            return Relation(Reason.AGREES, "tells what is so if yes, as accepted", shown(text), certain=True)
        if said is None:
            return Relation(Reason.UNREADABLE, f"neither yes nor no, accepted {self.shown}", "")
        if said == self.yes and (against := self.conditions.against(whole)):
            return Relation(Reason.CONTRADICTION, f'says "{against}", accepted {self.conditions.told[0]}', shown(text))
        if said and self.yes and (limit := self.conditions.falls_short(whole, self.question)):
            return Relation(Reason.PARTIAL, f'says yes, but "{limit}", accepted {self.shown}', shown(text))
        if said == self.yes and (lacking := self.conditions.lacking(whole, self.question)):
            told = "not all that is asked for" if lacking is Reason.PARTIAL else "something else"
            return Relation(lacking, f"says {'yes' if said else 'no'} and {told}, accepted {self.shown}", shown(text))
        none = counted_says(self.question, bare) is False  # "None", to "Were any hurt?"
        return self._related(said=said, certain=none or (said == self.yes and self.polarity.tells(bare)))

    def _tells_condition(self, said: bool | None, bare: str, whole: str) -> bool:
        """Return whether an answer tells what is accepted beside a yes, and no yes or no of its own."""
        conditions, asked = self.conditions, self.question
        return conditions.tells_limit(whole, asked) or (
            said is None and any(conditions.tells_rest(each, asked) for each in {bare, whole})
        )

    def _related(self, *, said: bool, certain: bool) -> Relation:
        read = "yes" if said else "no"
        if said == self.yes:
            return Relation(Reason.AGREES, f"says {read}, as accepted", read, certain=certain)
        return Relation(Reason.WRONG_VALUE, f"says {read}, accepted {self.shown}", read, certain=certain)
