"""Whether an answer names the accepted currencies, countries or languages, by whatever names and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.names.coded import LONGEST, kind_asked, named_in, same_codes
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

if TYPE_CHECKING:
    from qa_eval.model import Question
    from qa_eval.reading.names.coded import Named

_NEGATIVE = regex(r"\b(?:not|no|never|except|without|neither|nor|instead)\b|n['’]t\b|\?")
_GENERAL = stems(
    "or and they them it you one we can may is are was were be in currency currencies country countries language languages accepted available both all issued only"
)


class ByCode:
    """The currencies, countries or languages that a question accepts."""

    def __init__(self, kind: str, accepted: Named, question: str) -> None:
        self.kind, self.accepted = kind, accepted
        self.known = stems(question) | _GENERAL
        self.several = len(accepted.codes) > 1

    def said(self, text: str) -> Named | None:
        """Return what an answer names and says beside, where it says nothing else of weight."""
        if len(text) > LONGEST or _NEGATIVE.search(text):
            return None
        said = named_in(text, self.kind)
        return said if said.codes and stems(said.rest) <= self.known else None

    def is_same(self, text: str) -> bool:
        """Return whether an answer names all of them and no other."""
        said = self.said(text)
        return said is not None and same_codes(self.accepted.codes, said.codes)


def named_by_code(question: Question) -> ByCode | None:
    """Return the currencies, countries or languages that are accepted where such are asked for; None for another question."""
    kind = kind_asked(question.text) if question.accepted else ""
    if not kind or len(question.accepted[0]) > LONGEST:
        return None
    accepted = named_in(question.accepted[0], kind)
    return ByCode(kind, accepted, question.text) if accepted.codes and not stems(accepted.rest) else None
