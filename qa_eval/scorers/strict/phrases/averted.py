"""Why something is done: what would happen otherwise, and that it may not happen: "otherwise it tears", "so that it doesn't tear"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.alike import meant
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SMALL, key
from qa_eval.scorers.strict.relation import ACCEPTED, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Document, Question
    from qa_eval.scorers.strict.relation import Gold

_LONGEST = 120  # characters; a longer answer says more than that
_STATEMENT = 2  # words: with more, one may do something to another
_SUBJECT = r"(?:it|they|he|she|you|one|(?:the|its|their|his|her)\s+[\w'’-]+(?:\s+[\w'’-]+)?)"
_MAY = r"(?:would|will|could|can|may|might)"
_NOT = r"(?:(?:do|does|did|will|would|can|could|should|may|might)(?:\s+not|n['’]t)|cannot|won['’]t|can['’]t)"
_FORMS = tuple(
    regex(rf"\W*(?:(?:because|as|since|it is|this is|that is)\s+)?{form}\W*", re.IGNORECASE)
    for form in (
        r"(?:otherwise|or else|else|or|if not),?\s+(?P<what>[^,;.]+)",
        r"(?P<what>[^,;.]+?),?\s+otherwise",
        rf"so(?:\s+that)?\s+(?P<who>[^,;.]+?)\s+{_NOT}\s+(?P<what>[^,;.]+)",
        rf"{_SUBJECT}\s+would\s+otherwise\s+(?P<what>[^,;.]+)",
        rf"without\s+(?:[\w'’-]+\s+){{1,5}}?[\w'’-]+,?\s+(?={_SUBJECT}\s+{_MAY}\s)(?P<what>[^,;.]+)",
        rf"if\s+[^,;.]{{1,40}}?(?:not|n['’]t)\b[^,;.]{{0,40}}?,?\s+(?={_SUBJECT}\s+{_MAY}\s)(?P<what>[^,;.]+)",
        r"(?:(?:so as|in order)\s+)?(?:to\s+(?:stop|prevent|avoid)|(?:it|this|that|which)\s+(?:stops|prevents|avoids))\s+(?P<what>[^,;.]+)",
        r"(?:(?:so as|in order)\s+)?(?:to\s+keep|(?:it|this|that|which)\s+keeps)\s+(?P<who>[^,;.]+?)\s+from\s+(?P<what>[^,;.]+)",
        r"lest\s+(?P<what>[^,;.]+)",
    )
)
# "It was kept cold to prevent mould", of which the question tells the beginning
_LEAD = regex(
    rf"\W*{_SUBJECT}\s+[^,;.]{{2,50}}?,?\s+(?=(?:to\s+(?:stop|prevent|avoid|keep)|so\s+that|lest)\s)", re.IGNORECASE
)
_DENIES = regex(r"\b(?:not|no|never|nothing|nobody)\b|n['’]t\b", re.IGNORECASE)
_BY = regex(r"\b(?:by|of|from)\b", re.IGNORECASE)  # who does it may stand behind
_PASSED = frozenset("would will could can may might should from otherwise you one so it then".split())  # noqa: SIM905 - a word list reads best as one text


class AvertedGold:
    """An accepted reason that is what would happen otherwise; ``words`` judges what is told in the same way."""

    def __init__(self, outcomes: Sequence[tuple[str, ...]], asked: frozenset[str], words: Gold) -> None:
        self.shown = words.shown
        self.outcomes, self.asked, self.words = outcomes, asked, words

    def relate(self, text: str, document: Document | None) -> Relation:
        """Relate an answer to the accepted reason."""
        relation = self.words.relate(text, document)
        lead = _LEAD.match(text)
        if lead and all(meant(word) in self.asked or word in SMALL for word in key(lead[0])):
            text = text[lead.end() :]
        told = averted(text) if relation.reason not in ACCEPTED else ()
        if not told or not any(self._is_same(told, outcome, text) for outcome in self.outcomes):
            return relation
        return Relation(Reason.ALIAS, f"tells what would happen otherwise, as {self.shown}", shown(text), certain=True)

    def _is_same(self, told: tuple[str, ...], outcome: tuple[str, ...], text: str) -> bool:
        """Return whether an answer tells what is accepted: dogs that chase sheep are no sheep that chase dogs."""
        own, accepted = (frozenset(each) - self.asked for each in (told, outcome))
        turned = len(told) > _STATEMENT and (told[0], told[-1]) == (outcome[-1], outcome[0]) and not _BY.search(text)
        return bool(own) and own == accepted and not turned


def averted(text: str) -> tuple[str, ...]:
    """Return the meanings of what a reason says would happen otherwise, in order; none for any other reason.

    >>> averted("so that it doesn't tear") == averted("otherwise it tears") == averted("to stop it tearing")
    True
    >>> averted("so that it tears"), averted("otherwise it doesn't tear")
    ((), ())
    """
    if len(text) > _LONGEST:
        return ()
    told = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if told is None or _DENIES.search(told["what"]):
        return ()
    what = f"{told.groupdict().get('who') or ''} {told['what']}"
    return tuple(meant(word) for word in key(what) if word not in SMALL and word not in _PASSED)


def averted_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that knows what is averted where the accepted reason tells it, else ``words``."""
    asked = frozenset(meant(word) for word in key(question.text))
    outcomes = [told for text in question.accepted if (told := averted(text)) and not asked.issuperset(told)]
    return AvertedGold(outcomes, asked, words) if outcomes else words
