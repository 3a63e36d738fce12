"""What is said to be true or false: "It is not true that it isn't heated", and "No, it is true" where it is asked whether something is false."""

from __future__ import annotations

import re

from qa_eval.reading.polarity import contradicts_itself, read_consistent
from qa_eval.reading.regex import regex
from qa_eval.scorers._polarity.asked import AskedPolarity
from qa_eval.scorers._polarity.turned_round import behind_none, leaves_open, positive_of, says_absent, without_but

_LONGEST = 1000  # characters; a longer answer says more than one clause, or the same one over and over
_FALSE = r"(?:false|untrue|incorrect|wrong|a (?:myth|lie|fallacy)|not (?:true|right|correct|the case))"
_ASKS_FALSE = regex(rf"\A\W*(?:is|was) (?:it|this) (?P<false>{_FALSE})(?= that\b)", re.IGNORECASE)
# what is said of a clause, and the clause
_OF_CLAUSE = regex(
    rf"\W*(?:(?:it|that)(?: is|'s| was)(?:n't| not)? (?:[a-z]+ly )?(?:(?P<denied>{_FALSE})|true|right|correct|the case) that"
    r"|(?:nobody|no one|none of [a-z]+) (?:den(?:y|ies|ied)|disputes?d?|doubts?(?:ed)?) that"
    r"|there(?:'s| is| was) no (?:denying|disputing)(?: the fact)? that"
    r"|(?:i|we|they|he|she) (?:do not|don't|does not|doesn't|did not|didn't|cannot|can't) (?:deny|dispute|doubt) that)\s+(?P<clause>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOT = regex(r"\A\W*(?:it|that)(?: is| was|'s)?(?:n't| not)\b", re.IGNORECASE)
_LED = regex(r"\W*(?P<word>yes|yeah|yep|no|nope)\b[\s,.;:!–—-]*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_WORD_FIRST = regex(r"\W*(?:yes|yeah|yep|no|nope)\b(?=\s*(?:\Z|[,.;:!–—-]))", re.IGNORECASE)
_YES = frozenset(("yes", "yeah", "yep"))
# whoever answers cannot tell: "Sorry, but I don't have access to the rules"
_CANNOT_TELL = regex(
    r"\W*(?:(?:sorry|apologies|unfortunately|regrettably|i(?:'m| am) (?:very |so )?(?:sorry|afraid))[,.;:!]*\s+(?:but\s+|that\s+)?)*(?:i|we)(?:'m| am| are|'re)?"
    r"(?: really| just| simply)? (?:not\b|unable|un(?:sure|aware|certain)|no longer|(?:do|does|did|could|have|has|was|were)(?: not|n['’]?t)\b|can(?:['’]?t|not| not)\b|dont|have no)",
    re.IGNORECASE,
)
_OF_WHO_ANSWERS = regex(r"\b(?:you|your|we|our|us|i|my|me)\b", re.IGNORECASE)
_BRIEFLY = regex(
    r"\W*(?:it|that|this)(?: is| was|'s)(?:n't| not)?(?: indeed)?\W*", re.IGNORECASE
)  # "It isn't": false, or true


def _of_clause(text: str) -> re.Match[str] | None:
    return _OF_CLAUSE.match(text) if len(text) <= _LONGEST else None


class AskedTruth(AskedPolarity):
    """What one question asks to be affirmed or denied, which may be that something is false."""

    def __init__(self, question: str) -> None:
        false = _ASKS_FALSE.match(question)
        super().__init__(question)
        self.clause = AskedTruth(f"{question[: false.start('false')]}true{question[false.end() :]}") if false else None
        positive = "" if false else positive_of(question)
        self.positive = AskedTruth(positive) if positive else None

    def contradicts(self, text: str) -> bool:
        """Return whether an answer says both yes and no.

        >>> asked = AskedTruth("Is it false that the pool is heated?")
        >>> asked.contradicts("No, it is true."), asked.contradicts("Yes, it is true.")
        (False, True)
        """
        if self.clause is None:
            return _of_clause(text) is None and super().contradicts(text)
        led = _LED.match(text)
        if led is None or not led["rest"]:
            return self.clause.contradicts(text)
        yes = led["word"].lower() in _YES
        said = self.of_clause(led["rest"])
        return contradicts_itself(led["rest"]) or (said is not None and said is not yes)

    def is_decided(self, text: str) -> bool:
        """Return whether an answer was judged by what it says of a clause, the state that it tells, or another value."""
        return self.clause is not None or _of_clause(text) is not None or super().is_decided(text)

    def said(self, text: str) -> bool | None:
        """Return whether an answer says yes or no; None for neither.

        >>> asked = AskedTruth("Is the pool heated?")
        >>> asked.said("It is not true that it isn't heated."), asked.said("It is true that it isn't heated.")
        (True, False)
        """
        if self.clause is not None:
            led = _LED.match(text)
            return led["word"].lower() in _YES if led else self.of_clause(text)
        text = without_but(text)
        if leaves_open(text, self.question) and self.told_by_state(text) == (None, False):
            return None
        if self.positive is not None and _WORD_FIRST.match(text) is None:
            said = self.positive.said(text)
            return None if said is None else not said
        if says_absent(text, self.question):
            return False
        if (rest := behind_none(text, self.question)) and (said := super().said(rest)) is not None:
            return said
        told = _of_clause(text)
        clause = self.said(told["clause"]) if told else None
        if told is None or clause is None:
            return super().said(text)
        denied = told["denied"] or ""
        isnt = _NOT.match(text) is not None and not denied.startswith("not")
        return clause is (bool(denied) is isnt)

    def tells(self, text: str) -> bool:
        """Return whether an answer cannot be a refusal."""
        if _CANNOT_TELL.match(text) and not _OF_WHO_ANSWERS.search(self.question):
            return False
        return says_absent(text, self.question) or super().tells(text)

    def of_clause(self, text: str) -> bool | None:
        """Return whether an answer that opens with neither yes nor no says that what is asked to be false is."""
        if self.clause is None or _BRIEFLY.fullmatch(text):
            return read_consistent(text)
        said = self.clause.said(text)
        return None if said is None else not said
