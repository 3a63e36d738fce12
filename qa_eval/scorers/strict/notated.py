"""Everyday answers, in whatever notation: codes, grades and versions, and times that are no calendar dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers.strict.dates.dayparts import day_part_gold
from qa_eval.scorers.strict.dates.listed_days import listed_days_gold
from qa_eval.scorers.strict.dates.nearby import ago_gold, near_gold
from qa_eval.scorers.strict.dates.timetables import timetable_gold
from qa_eval.scorers.strict.dates.weekly import weekly_gold
from qa_eval.scorers.strict.names.coded import coded_gold
from qa_eval.scorers.strict.names.formal import formal_gold
from qa_eval.scorers.strict.names.lettered import lettered_gold
from qa_eval.scorers.strict.names.provisions import provision_gold
from qa_eval.scorers.strict.names.signed import signed_gold
from qa_eval.scorers.strict.names.species import species_gold
from qa_eval.scorers.strict.names.symbols import symbol_gold
from qa_eval.scorers.strict.names.telephones import telephone_gold
from qa_eval.scorers.strict.names.versions import label_gold
from qa_eval.scorers.strict.notations.hours import hours_gold

if TYPE_CHECKING:
    from qa_eval.model import Question
    from qa_eval.scorers.strict.relation import Gold


def notated_gold(question: Question, words: Gold) -> Gold:
    """Return a gold that reads the accepted names or words of a question in their other notations, where they have any; else ``words``."""
    timed = near_gold(
        question,
        weekly_gold(question, day_part_gold(question, timetable_gold(question, listed_days_gold(question, words)))),
    )
    coded = symbol_gold(question, label_gold(question, coded_gold(question, hours_gold(question, timed))))
    coded = lettered_gold(question, provision_gold(question, telephone_gold(question, coded)))
    return formal_gold(question, species_gold(question, signed_gold(question, coded)))


def notated_date_gold(question: Question, date: Gold) -> Gold:
    """Return a gold that reads accepted dates as times that recur as well, where they are such; else ``date``."""
    return ago_gold(question, weekly_gold(question, timetable_gold(question, date)))
