"""American states by their postal codes: "VT", where a question asks for a state and Vermont is accepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_ASKED = regex(r"\b(?:state|states)\b", re.IGNORECASE)
_ASKS_CODE = regex(r"\b(?:abbreviat\w+|codes?|letters?|stands? for|short for|name|symbol)\b", re.IGNORECASE)
_CODES = """AL Alabama AK Alaska AZ Arizona AR Arkansas CA California CO Colorado CT Connecticut DE Delaware FL Florida GA Georgia HI Hawaii
    ID Idaho IL Illinois IN Indiana IA Iowa KS Kansas KY Kentucky LA Louisiana ME Maine MD Maryland MA Massachusetts MI Michigan
    MN Minnesota MS Mississippi MO Missouri MT Montana NE Nebraska NV Nevada NH New_Hampshire NJ New_Jersey NM New_Mexico NY New_York
    NC North_Carolina ND North_Dakota OH Ohio OK Oklahoma OR Oregon PA Pennsylvania RI Rhode_Island SC South_Carolina SD South_Dakota
    TN Tennessee TX Texas UT Utah VT Vermont VA Virginia WA Washington WV West_Virginia WI Wisconsin WY Wyoming""".split()  # noqa: SIM905 - a word list reads best as one text
STATES = {code: name.replace("_", " ") for code, name in zip(_CODES[::2], _CODES[1::2], strict=True)}
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
