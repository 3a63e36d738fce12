"""Yes or no: polarity alone counts, whatever stands beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.polarity import contradicts_itself, read_consistent
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.phrase import SMALL
from qa_eval.scorers.strict.relation import Relation
from qa_eval.scorers.strict.wording import key, plain

if TYPE_CHECKING:
    from qa_eval.model import Document, Question, YesNoAnswer

_OPEN = regex(r"\b(?:may|might|could|perhaps|maybe|possibly|unclear|whether|if|or)\b|\?", re.IGNORECASE)
_STATED = regex(
    r"(?:it|they|he|she|there|this|that|these|those)\s+(?:is|are|was|were|has|have|had|can|could|will|would)\s",
    re.IGNORECASE,
)
_EMPHATIC = regex(r"\b(?:does|did)\s+(?P<what>[a-z]+)\b")  # "The firm did send them"
_SHORT = 80  # characters of an answer whose opposite words speak of what was asked
_OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("allowed permitted legal lawful", "prohibited forbidden banned illegal unlawful outlawed"),
        ("open", "closed shut"),
        ("alive", "dead died killed"),
        ("accepted approved agreed", "rejected refused declined"),
        ("succeed succeeded successful", "fail failed unsuccessful"),
        ("win won", "lose lost"),
        ("safe", "unsafe dangerous"),
        ("elected", "defeated"),
        ("free", "paid chargeable"),
        ("required mandatory compulsory obligatory", "optional voluntary"),
    )
)
_ENDINGS = regex(r"(?:ied|ies|ing|ed|es|s|e|y)$")
_MOST = 4 / 5  # of the question's words, for an answer that says the question over again as a statement


class YesNoGold:
    """The accepted yes or no of one question."""

    def __init__(self, question: Question, answer: YesNoAnswer) -> None:
        self.yes = answer.yes
        self.shown = answer.text
        self.words = frozenset(key(question.text))
        self.asked = _stems(question.text)
        self.last = next((stem for word in reversed(key(question.text)) for stem in _stems(word)), "")

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer's polarity to the accepted one; the document adds nothing."""
        del document
        bare = plain(text)
        if contradicts_itself(bare):
            return Relation(Reason.CONTRADICTION, f"says both yes and no, accepted {self.shown}", "yes and no")
        said = read_consistent(bare)
        if said is None and self._affirms(bare):
            said = True
        if said is None and self._says_opposite(bare):
            said = False
        if said is None:
            return Relation(Reason.UNREADABLE, f"neither yes nor no, accepted {self.shown}", "")
        read = "yes" if said else "no"
        if said == self.yes:
            return Relation(Reason.AGREES, f"says {read}, as accepted", read)
        return Relation(Reason.WRONG_VALUE, f"says {read}, accepted {self.shown}", read)

    def _says_opposite(self, text: str) -> bool:
        """Return whether a short answer says the opposite of what is asked: "It is prohibited" where "allowed" is."""
        if _OPEN.search(text) or len(text) > _SHORT:
            return False
        said = frozenset(key(text))
        return any(
            (one & self.words and other & said and not one & said)
            or (other & self.words and one & said and not other & said)
            for one, other in _OPPOSITES
        )

    def _affirms(self, text: str) -> bool:
        """Return whether the answer repeats the question as a plain statement: "It does allow subletting"."""
        if _OPEN.search(text):
            return False
        said = _stems(text)
        if any(said_of & self.asked for match in _EMPHATIC.finditer(text) if (said_of := _stems(match["what"]))):
            return True
        if re.match(r"(?:it|they|he|she|there)\s+(?:does|did|do)\s", text, re.IGNORECASE):
            return bool(said & self.asked)
        if _STATED.match(text) and said <= self.asked and self.last in said:
            return True  # "It is open": nothing else, and what was asked last
        if len(said) > 1 and said <= self.asked:
            return True  # "Smoking is allowed": nothing that was not asked
        return bool(self.asked) and len(said & self.asked) >= _MOST * len(self.asked)


def _stems(text: str) -> frozenset[str]:
    return frozenset(_ENDINGS.sub("", word) for word in key(text) if word not in SMALL)
