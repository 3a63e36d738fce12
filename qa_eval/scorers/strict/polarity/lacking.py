"""Questions that ask for what is not there, or was not done: "What do the cells lack?", "What did she forget to do?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past, stem_of
from qa_eval.scorers.strict.relation import ACCEPTED, Relation
from qa_eval.scorers.strict.words.contractions import uncontracted
from qa_eval.scorers.strict.words.verbs import stems
from qa_eval.scorers.strict.words.wording import SHORT, folded, shown

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_ASKS = regex(
    r"\bwh(?:at|ich)\b.*\b(?:lack(?:s|ed)?|(?:forgets?|forgot|fail(?:s|ed)?|neglect(?:s|ed)?|omit(?:s|ted)?) to)\b",
    re.IGNORECASE,
)
_WHO = r"\W*(?:(?:it|they|he|she|[A-Z][\w'-]+(?: [A-Z][\w'-]+)*|the [a-z]+(?: [a-z]+)?) )"
_DENIED = regex(
    rf"{_WHO}?(?:do|does|did|have|has|had|is|are|was|were) not (?:(?:have|contain|include|possess|any) ){{0,2}}(?P<what>.+)",
    re.IGNORECASE,
)
_TOLD = regex(
    rf"{_WHO}(?:(?P<has>have|has|had|contains?|contained|possess(?:es|ed)?) (?!to\b|no\b|not\b|neither\b)|(?P<verb>[a-z]+) )",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|no|never|without|neither|nor|unable|un[a-z]+ed)\b", re.IGNORECASE)


class LackingGold:
    """Accepted words for what is not there; ``plain`` judges an answer without its "does not have"."""

    def __init__(self, question: Question, plain: Gold) -> None:
        self.shown = plain.shown
        self.plain = plain
        self.asked = stems(question.text)

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words: "They have none" says them, "They have one" denies them."""
        bare = uncontracted(text) if len(text) <= SHORT else text
        denied = _DENIED.fullmatch(bare) if len(bare) <= SHORT else None
        if denied:
            relation = self.plain.relate(denied["what"], document)
            return relation._replace(read=shown(text))
        relation = self.plain.relate(text, document)
        if relation.reason in ACCEPTED and self._affirms(bare):
            return Relation(
                Reason.CONTRADICTION, f"says that it has or did {self.shown}, which it is asked to lack", relation.read
            )
        return relation

    def _affirms(self, text: str) -> bool:
        told = _TOLD.match(text)
        if told is None or _NOT.search(text):
            return False
        verb = told["verb"]
        return verb is None or (is_past(folded(verb)) and stem_of(folded(verb)) not in self.asked)


def lacking_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold for what is asked to be lacking, else ``plain``."""
    return LackingGold(question, plain) if _ASKS.search(question.text) else plain
