"""What an answer knows not to be: "None; nobody was hurt", "None; the accounts were not audited", which no silence of the document tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.documents import DOCUMENT
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.verbs import stems

if TYPE_CHECKING:
    from collections.abc import Callable

_NONE = r"(?:none|zero|nobody|no one|nothing)"
_NONE_SO = regex(
    rf"(\W*{_NONE}\b\s*(?:[,;:.–—-]+\s*|\s))(?:because\b|since\b|due to\b|owing to\b|as\b|(?:it|they|he|she|the|all|everyone|everybody|every|each|fans|people)\s)|\W*{_NONE}\b\W+(?:no|nobody|not a|none|there (?:were|was))\s+(?!(?:mention|information|figure|number|data|answer)s?\b)[a-z]",
    re.IGNORECASE,
)
_NOT_DONE = regex(
    rf"\W*{_NONE}\b\s*[,;:.–—-]+\s*(?P<rest>(?:it|they|he|she|we|the|this|these|his|her|its|their)\s.+)",
    re.IGNORECASE | re.DOTALL,
)
_DENIES = regex(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
_TELLING = regex(
    rf"\b(?:{DOCUMENT}|nam(?:e[ds]?|ing)|mention\w*|giv(?:es?|en|ing)(?!\s+(?:away|up|out|back|to)\b)|stat(?:e[ds]?|ing)|specif\w+|disclos\w+|identif\w+|known|knows?|sa(?:y|ys|id)|tells?|told|record(?:s|ed)?|list(?:s|ed)?|report(?:s|ed)?|describ\w+|provid\w+|reveal\w*|show[ns]?|cit(?:es?|ed)|indicat\w+|clear|published|announced)\b",
    re.IGNORECASE,
)


def without_none(text: str) -> str:
    """Return what an answer says behind a "none" or "nobody" with which it opens; "" where it does not.

    >>> without_none("Nobody; the designer is not named."), without_none("The designer is not named.")
    ('the designer is not named.', '')
    """
    done = _NOT_DONE.fullmatch(text)
    return done["rest"] if done else ""


def knows_none(text: str, question: str, *, counts: bool, is_told: Callable[[str], bool]) -> bool:
    """Return whether an answer knows that there were none, or that what is asked about was not done; ``is_told``: whether a text says that nothing is said.

    >>> asked = "Which firm audited the accounts?"
    >>> [knows_none(f"None; {rest}", asked, counts=False, is_told=lambda _: False) for rest in ("they were not audited.", "they are not named.")]
    [True, False]
    """
    if counts and (none := _NONE_SO.match(text)):
        rest = text[none.end(1) :] if none[1] else ""
        return not (rest and is_told(rest))
    done = None if counts else _NOT_DONE.fullmatch(text)
    if done is None or _TELLING.search(done["rest"]) or _DENIES.search(done["rest"]) is None:
        return False
    return bool(stems(done["rest"]) & stems(question))
