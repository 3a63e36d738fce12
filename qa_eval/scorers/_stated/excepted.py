"""What is accepted, left out of all others: "everything except Peru", "all vegetables apart from onions"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._words.wording import SHORT

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Check

_LEFT_OUT = regex(
    r"\W*(?:all|every\w*|any\w*)\b(?P<what>(?:\s+(?:of\s+)?[\w'’-]+){0,4}?),?\s+"
    r"(?:except(?:ing)?(?:\s+for)?|apart\s+from|aside\s+from|other\s+than|save(?:\s+for)?|but(?:\s+not)?|bar|excluding|with\s+the\s+exception\s+of)\s+(?:(?:the|an?|for|in|on|at)\s+)*",
    re.IGNORECASE,
)
# "All joined except Peru" says of the others that they did
_SAYS = regex(r"\b(?:is|are|was|were|has|have|had|does|do|did|can|will|may|must|\w{3,}ed)\b", re.IGNORECASE)
_ASKS_REST = regex(
    r"\b(?:not|no|never|all but|without|except\w*|apart|other than|exclud\w*|left out|exempt\w*|miss\w*|skip\w*|spared?|lack\w*|omit\w*|abstain\w*|unaffected|untouched)\b|n['’]t\b",
    re.IGNORECASE,
)
_LEADING = regex(r"\A(?:the|an?)\s+", re.IGNORECASE)


def left_out_of_all(text: str, _question: str, accepted: str) -> str:
    """Return the words by which an answer names all but what is accepted; "" where it does not, or tells what the others do.

    >>> asked = "Which country joined?"
    >>> left_out_of_all("every country except Peru", asked, "Peru"), left_out_of_all("All stayed away except Peru", asked, "Peru")
    ('says "every country except" it', '')
    """
    found = _LEFT_OUT.match(text) if len(text) <= SHORT else None
    if found is None or _SAYS.search(found["what"]):
        return ""
    left, behind = _LEADING.sub("", accepted), text[found.end() :]
    alone = behind.lower().startswith(left.lower()) and not any(map(str.isalnum, behind[len(left) :]))
    return f'says "{found[0].strip()}" it' if alone else ""


EXCEPTED: tuple[Check, ...] = ((lambda question: _ASKS_REST.search(question) is None, left_out_of_all),)
