"""How an answer relates to an accepted clause, and what the question tells of that."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Told(Enum):
    """How an answer relates to an accepted clause."""

    SAME = "tells it"
    TURNED = "says it the other way round"
    DENIED = "says that it is not done"
    UNTIMELY = "tells it of another time"
    BY_ANOTHER = "says that another one does it"
    OF_ANOTHER = "says it of another thing"


class Asked(NamedTuple):
    """What the question tells of who does what is accepted: its words; whether it is asked for what is still to
    come, or denied; by what verb, whether that says that it is not done, and whether the doer is named; ``reacts``:
    it is done by another than the one who reacts to it, "Why did Ann thank Ben?".
    """

    doer: frozenset[str]
    others: frozenset[str]
    to_come: bool | None
    denied: bool
    verb: str = ""
    refused: bool = False
    named: bool = False
    of_thing: bool = False
    reacts: bool = False


ANYBODY = Asked(frozenset(), frozenset(), None, denied=False)
