"""American states by their postal codes: "VT", where a question asks for a state and Vermont is accepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.names.states import STATES
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASKED = regex(r"\b(?:state|states)\b", re.IGNORECASE)
_ASKS_CODE = regex(r"\b(?:abbreviat\w+|codes?|letters?|stands? for|short for|name|symbol)\b", re.IGNORECASE)
_LONGEST = 8  # characters of an answer that is a code


def spelled_state(question: str, accepted: Sequence[str], text: str) -> str:
    """Return an answer that is the code of a state by its name, where a state is asked for and one is accepted.

    >>> spelled_state("Which US state borders Quebec?", ["Vermont"], "VT."), spelled_state("Which lake is it?", ["Erie"], "VT")
    ('Vermont', 'VT')
    """
    if len(text) > _LONGEST or (name := STATES.get(text.strip(" .*\"'()"))) is None:
        return text
    asks = _ASKED.search(question) and not _ASKS_CODE.search(question)
    return name if asks and any(state in each for state in STATES.values() for each in accepted) else text
