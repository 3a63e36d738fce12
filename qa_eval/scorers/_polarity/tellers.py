"""Every rule by which an answer says yes or no without either word, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.scorers._polarity.absent import absent_says, included_says
from qa_eval.scorers._polarity.advised import advised_says
from qa_eval.scorers._polarity.ahead import ahead_says
from qa_eval.scorers._polarity.allowing import fine_says
from qa_eval.scorers._polarity.amounts import amount_says
from qa_eval.scorers._polarity.before import before_says
from qa_eval.scorers._polarity.counting import counted_says
from qa_eval.scorers._polarity.days import days_say
from qa_eval.scorers._polarity.expected import expected_says
from qa_eval.scorers._polarity.failing import failing_says
from qa_eval.scorers._polarity.gone import gone_says
from qa_eval.scorers._polarity.manner import manner_says
from qa_eval.scorers._polarity.mattering import mattering_says
from qa_eval.scorers._polarity.needed import needed_says
from qa_eval.scorers._polarity.permitted import rule_says
from qa_eval.scorers._polarity.superlative import superlative_says, unequalled_says
from qa_eval.scorers._polarity.unaltered import unaltered_says
from qa_eval.scorers._polarity.votes import votes_say

if TYPE_CHECKING:
    from collections.abc import Callable

TELLERS: tuple[Callable[[str, str], bool | None], ...] = (
    rule_says,
    counted_says,
    amount_says,
    manner_says,
    before_says,
    gone_says,
    days_say,
    absent_says,
    included_says,
    superlative_says,
    unequalled_says,
    expected_says,
    needed_says,
    mattering_says,
    advised_says,
    unaltered_says,
    ahead_says,
    votes_say,
    failing_says,
    fine_says,
)
"""Each is given the question and the answer, and returns None where it has nothing to say."""
