"""What an answer says to a question whether there is something by telling that it is no longer there: "It has been withdrawn"."""

from __future__ import annotations

import re

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

_LONGEST = 120  # characters; a longer answer says more than that
_THERE = regex(r"\W*(?:is|are) there (?:still |now |currently )?(?:an?y?|the|some)\s", re.IGNORECASE)
_GONE = regex(
    r"\W*(?:no,?\s+)?(?P<what>it|they|that|this|the(?:\s+[a-z-]+){1,3}?)\s+(?:(?:has|have|was|were|had)\s+(?:since\s+|now\s+|recently\s+)?(?:been\s+)?"
    r"(?:withdrawn|removed|abolished|scrapped|discontinued|dropped|axed|demolished|dismantled|cancelled|taken (?:off|out|away|down|down again))"
    r"|no longer exists?|(?:is|are) (?:gone|no more))\b(?![^.;!?]*\b(?:but|replaced|restored|reinstated|again)\b)",
    re.IGNORECASE,
)


def gone_says(question: str, text: str) -> bool | None:
    """Return whether an answer says that what there may be has gone; None where it says nothing of that.

    >>> gone_says("Is there a buffet car?", "It has been withdrawn."), gone_says("Is there a buffet car?", "The fee has been dropped.")
    (False, None)
    """
    if len(text) > _LONGEST or not _THERE.match(question):
        return None
    gone = _GONE.match(text)
    if gone is None:
        return None
    return False if " " not in gone["what"] or stems(gone["what"]) <= stems(question) else None
