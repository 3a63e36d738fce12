"""Dates: what is written, how fine it is, and whether two of them agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.late import late

if TYPE_CHECKING:
    from qa_eval.reading.dates.finder import read_dates
    from qa_eval.reading.dates.notation import read_date
    from qa_eval.reading.dates.relations import DateRelation, agrees
    from qa_eval.reading.dates.value import DateValue, written
else:  # most answers are told at a glance, without all this
    _HOMES = {
        "finder": ("read_dates",),
        "notation": ("read_date",),
        "relations": ("DateRelation", "agrees"),
        "value": ("DateValue", "written"),
    }
    __getattr__ = late(__name__, _HOMES)

__all__ = ["DateRelation", "DateValue", "agrees", "read_date", "read_dates", "written"]
