"""What stands behind a "but" in an answer of yes or no: it can say more than the word in front, or take it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST = 200  # characters; in a longer answer, another thing may be told of
_BUT_YES = regex(r"\bbut,? (?P<said>yes|no)\b(?=\W*\Z|\s*[,.;:!-]|\s(?:it|they|he|she|we)\b)", re.IGNORECASE)
_NONE_OF = regex(
    r"\W*no (?P<what>[a-z]+(?: (?!is|are|was|were|has|have|had)[a-z]+)?)\b[^.;!?]*?[,;] (?:but|and|though|although|while|whereas) (?P<rest>[^.;!?]+)\W*",
    re.IGNORECASE,
)
_TAKEN_BACK = regex(r"\W*no,? but (?P<rest>(?:it|they|he|she|there)\b[^.;!?]+)\W*", re.IGNORECASE)
_NEGATIVE = regex(r"\b(?:no|not|never|none|nobody|nothing|without|hardly|barely)\b|n't\b", re.IGNORECASE)
_NEARLY = regex(
    r"\b(?:nearly|almost|close to|about to|may|might|could|would|should|will|soon|only|until|later|plan\w*|expected|going to|used to)\b",
    re.IGNORECASE,
)
# "It is open, but not on Mondays", where it is asked whether it is open on Mondays
_BUT_NOT = regex(r"(?P<told>[^.;!?]+?),?\s+but\s+not\s+(?P<what>[^.;,!?]{1,60})\W*", re.IGNORECASE)
_PLAINLY = regex(r"\W*(?:yes|yeah|yep|no|nope|true|false)\b", re.IGNORECASE)
_AMOUNTS = stems("over under more less fewer than above below")
_TWO = 2  # words of the question


def told_behind(text: str, asked: Collection[str]) -> bool | None:
    """Return whether an answer says yes or no behind its "but"; None where it does not. ``asked`` are the question's stems.

    >>> asked = stems("Did the birds return?")
    >>> told_behind("No lizards came back, but the birds returned.", asked), told_behind("No, the birds did not.", asked)
    (True, None)
    >>> told_behind("It drew a crowd, but not more than half a house.", stems("Did it fill half the house?"))
    False
    """
    if len(text) > LONGEST or not any(joint in text for joint in ("but", "wh", "though", ", and")):
        return None
    plainly = _BUT_YES.search(text)
    if plainly:
        return plainly["said"].lower() == "yes"
    but_not = _BUT_NOT.fullmatch(text) if " not " in text else None
    if but_not and not _PLAINLY.match(text) and not _NEGATIVE.search(but_not["told"]):
        left_out = stems(but_not["what"]) - _AMOUNTS
        if left_out and left_out <= frozenset(asked) and not left_out & stems(but_not["told"]):
            return False
    none = _NONE_OF.fullmatch(text)
    if none is None or stems(none["what"]) & frozenset(asked) or _NEGATIVE.search(none["rest"]):
        return None
    return True if len(stems(none["rest"]) & frozenset(asked)) >= _TWO else None


def takes_back(text: str, asked: Collection[str], last: str) -> bool:
    """Return whether an answer says no, and then that it is so; ``last`` is the stem of what the question asks last.

    >>> asked = stems("Has the club been relegated?")
    >>> takes_back("No, but it was relegated in 1998.", asked, "relegat"), takes_back("No, but it was nearly relegated.", asked, "relegat")
    (True, False)
    """
    back = _TAKEN_BACK.fullmatch(text) if len(text) <= LONGEST and "but" in text else None
    if back is None or _NEGATIVE.search(back["rest"]) or _NEARLY.search(back["rest"]):
        return False
    said = stems(back["rest"])
    return last in said and bool(said & frozenset(asked))
