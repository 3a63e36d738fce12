"""Every name that stands for the accepted ones of a question: as they are given, called otherwise, and told without what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers.strict.names.added_rates import rates_alike
from qa_eval.scorers.strict.names.aliases import called_also
from qa_eval.scorers.strict.names.described import described
from qa_eval.scorers.strict.names.forms import free_of_charge, further_forms, nations_of, of_whom
from qa_eval.scorers.strict.names.kindred import without_apparatus
from qa_eval.scorers.strict.names.led_names import led_names
from qa_eval.scorers.strict.names.limits_told import limits_told
from qa_eval.scorers.strict.names.ranked import numbered_alike, ranked_alike
from qa_eval.scorers.strict.names.shapes import shaped_alike
from qa_eval.scorers.strict.phrases.against import against_alike
from qa_eval.scorers.strict.phrases.means import by_other_means

if TYPE_CHECKING:
    from collections.abc import Sequence

_STANDS_FOR = regex(
    r"\b(?:stands? for|short for|abbreviat\w*|acronym|in full|full name|spelled out|symbol|formula)\b", re.IGNORECASE
)
_NATIONALITY = regex(r"\b(?:nationality|citizenship|nationalities)\b", re.IGNORECASE)


def accepted_names(own: Sequence[str], question: str) -> tuple[str, ...]:
    """Return the accepted names of a question and what else stands for them, the accepted ones first."""
    more = [each for name in own for each in (*called_also(name, question), *further_forms(name))]
    if _STANDS_FOR.search(question):
        more = [form for form in more if form.lower() not in question.lower()]  # else said over again
    nations = (nation for name in own for nation in nations_of(name)) if _NATIONALITY.search(question) else ()
    more += (
        *by_other_means(own, question),
        *shaped_alike(own, question),
        *against_alike(own),
        *ranked_alike(own, question),
        *numbered_alike(own),
        *without_apparatus(own, question),
        *rates_alike(own),
    )
    more += led_names(own, question)
    further = (*free_of_charge(own, question), *of_whom(own, question), *described(own, question), *limits_told(own))
    return tuple(dict.fromkeys((*own, *more, *nations, *further)))
