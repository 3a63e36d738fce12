"""Times of day that are told beside a date: "12 May at 7:30" is neither 12 May at 19:30 nor at 8:30."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.counting import CARDINALS, TENS
from qa_eval.reading.notations import Kind, notations_in
from qa_eval.reading.notations.zones import zone_of
from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.notations.evenings import is_of_evening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.reading.notations import Notation
    from qa_eval.reading.notations.notation import Values

_DAY, _NOON = 24 * 60, 12 * 60  # minutes
_TIME = regex(
    rf"\d\s?[ap]\.?\s?m\b|\d:[0-5]\d|(?:\d|{'|'.join(CARDINALS[1:13])})\s+in the (?:morning|afternoon|evening)\b|o'clock|\b(?:noon|midday|midnight)\b"
    rf"|\b(?:half|quarter|\d{{1,2}}|{'|'.join((*CARDINALS[:0:-1], *TENS[:4]))})(?:[- ](?!past\b|to\b)[a-z]+){{0,2}}\s+(?:past|to)\s+[a-z\d]",
    re.IGNORECASE,
)


class TimesOfDay:
    """The times of day of an accepted date, which is asked for by a question; it has none where there are none."""

    def __init__(self, accepted: str, question: str) -> None:
        self.golds, self.zone = times_in(accepted), zone_of(accepted)
        self.evening = is_of_evening(question)

    def against(self, text: str) -> Reason | None:
        """Return what is wrong with the times of an answer that gives the accepted date; None for nothing.

        >>> times = TimesOfDay("12 May at 7:30", "When does the ferry leave?")
        >>> [told and told.value for told in map(times.against, ("7:30 a.m. on 12 May", "12 May", "12 May, 7:30 pm"))]
        [None, 'less_precise', 'wrong_date']
        """
        if not self.golds:
            return None
        said = times_in(text)
        if not said:
            return Reason.LESS_PRECISE
        zone = zone_of(text)
        later = 0 if zone is None or self.zone in {None, zone} else self.zone - zone
        found = {self._against(_minutes(each, later), each.text, gold) for each in said for gold in self.golds}
        return None if None in found else min(found - {None}, key=(Reason.LESS_PRECISE, Reason.WRONG_DATE).index)

    def _against(self, said: frozenset[Values], text: str, gold: Notation) -> Reason | None:
        """Return what is wrong with one time; as by a clock of 24 hours, "7:30" is no time of the evening, unless that is asked about."""
        wanted = _minutes(gold)
        if said.isdisjoint(wanted):
            return Reason.WRONG_DATE
        if self.evening:
            return None
        if len(wanted) > 1 and ":" in gold.text and min(said)[0] >= _NOON:
            return Reason.WRONG_DATE
        return Reason.LESS_PRECISE if min(wanted)[0] >= _NOON and not said <= wanted and ":" in text else None


def times_in(text: str) -> Sequence[Notation]:
    """Return the times of day that a text gives beside its date; none for most texts.

    >>> [[int(minutes) for (minutes,) in each.values] for each in times_in("1 September at 11 pm")]
    [[1380]]
    """
    if not _TIME.search(text):
        return ()
    return [each for each in notations_in(text, (Kind.TIME,)) if _TIME.search(each.text)]


def _minutes(time: Notation, later: int = 0) -> frozenset[Values]:
    """Return the minutes since midnight that a time can mean, in a zone of which the clocks are ``later``."""
    return (
        frozenset(tuple((each + later) % _DAY for each in values) for values in time.values) if later else time.values
    )
