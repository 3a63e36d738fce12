"""Names that are told of the opposite of what is asked: "The fourth quarter had the lowest sales", where it is asked which had the highest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.opposites import may_be_asked, opposite_in
from qa_eval.scorers._words.wording import SHORT, key
from qa_eval.scorers.strict.lists.opposed import told_of_opposite

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_WHICH = regex(
    r"\W*(?:(?:in|on|at|to|for|by|from|with)\s+)?(?:which|what)\s+[a-z]+(?:\s+of\s+[a-z]+)?\s", re.IGNORECASE
)
_CLAUSE = regex(r"[;,]\s|\s(?:and|while|whereas|but)\s", re.IGNORECASE)
_MOST_WORDS = 5  # of an accepted name


def _asks_which(question: str) -> bool:
    return _WHICH.match(question) is not None and may_be_asked(question, question)


def of_the_opposite(text: str, question: str, accepted: str) -> str:
    """Return the words by which an answer tells what is accepted of the opposite, and what is asked of another; "" for none.

    >>> told = "The fourth quarter had the lowest sales; the second had the highest."
    >>> of_the_opposite(told, "Which quarter had the highest sales?", "the fourth quarter")
    'says "lowest" of what is accepted'
    """
    name = key(accepted)
    if len(text) > SHORT or len(name) > _MOST_WORDS or any(map(str.isdecimal, accepted)):
        return ""
    own = [clause for clause in _CLAUSE.split(text) if frozenset(name) <= frozenset(key(clause))]
    if any(may_be_asked(question, clause) and not opposite_in(question, clause) for clause in own):
        return ""  # "The upper drawer holds maps and the lower one spare keys"
    apart = text if "and" in name else text.replace(" and ", "; ")
    opposite = told_of_opposite(apart, (name,), question) if may_be_asked(question, text) else ""
    return f'says "{opposite}" of what is accepted' if opposite else ""


OF_OPPOSITES: tuple[Check, ...] = ((_asks_which, of_the_opposite),)
