"""Somebody's relative or thing, whose owner the document names: "the baker's father" for "his father"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_OWNED = regex(r"(?P<whose>his|her|their) (?P<what>[a-z][a-z -]{2,30}(?: [A-Z][\w-]+)?)")
_REACH = 500  # characters before it in which its owner is named
_OWNER = regex(r"(?:(?P<role>\b[A-Za-z][a-z]+) )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)")
_APOSTROPHE = r"['’]s?"


class WhoseGold:
    """Accepted words for what is somebody's; ``plain`` judges an answer with the owner that the document names as "his"."""

    def __init__(self, whose: str, what: str, plain: Gold) -> None:
        self.shown = plain.shown
        self.whose, self.what, self.plain = whose, what, plain

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted words."""
        relation = self.plain.relate(text, document)
        if relation.reason not in (Reason.WRONG_NAME, Reason.LESS_PRECISE) or document is None or len(text) > SHORT:
            return relation
        owned = regex(
            rf"\b(?:the )?(?P<owner>[\w'’ -]{{2,40}}?){_APOSTROPHE} {self.what}\b|\bthe {self.what} of (?:the )?(?P<other>[\w' -]{{2,40}}?)(?=\W*\Z|,)",
            re.IGNORECASE,
        ).search(text)
        owner = owned and (owned["owner"] or owned["other"])
        if owned is None or not owner or owner.lower() not in self._owners(document.text):
            return relation
        bare = f"{text[: owned.start()]}{self.whose} {self.what}{text[owned.end() :]}"
        again = self.plain.relate(bare, document)
        return again if again.reason in ACCEPTED else relation

    def _owners(self, known: str) -> frozenset[str]:
        """Return the words for whom the document names last before what is theirs, in lower case."""
        at = known.lower().find(f"{self.whose} {self.what}".lower())
        found = [*_OWNER.finditer(known, max(0, at - _REACH), at)] if at >= 0 else []
        if not found:
            return frozenset()
        name, role = found[-1]["name"], found[-1]["role"] or ""
        return frozenset(word.lower() for word in (name, name.split()[-1], name.split()[0], role) if word)


def whose_gold(question: Question, plain: Gold) -> Gold:
    """Return a gold that knows whose it is where the accepted answer says "his" or "her" of one thing, else ``plain``."""
    owned = _OWNED.fullmatch(question.accepted[0]) if len(question.accepted) == 1 else None
    return WhoseGold(owned["whose"], owned["what"], plain) if owned else plain
