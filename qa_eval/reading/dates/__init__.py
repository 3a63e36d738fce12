"""Dates: what is written, how fine it is, and whether two of them agree."""

from qa_eval.reading.dates.finder import read_dates
from qa_eval.reading.dates.notation import read_date
from qa_eval.reading.dates.relations import DateRelation, agrees
from qa_eval.reading.dates.value import DateValue, written

__all__ = ["DateRelation", "DateValue", "agrees", "read_date", "read_dates", "written"]
