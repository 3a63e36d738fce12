"""What tells at once whether an amount of money is right: that there is nothing to pay, or that one side of a balance is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers._words.shown import shown
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.quantities.balances import gives_one_side
from qa_eval.scorers.strict.quantities.free import is_free
from qa_eval.scorers.strict.relation import Relation

if TYPE_CHECKING:
    from qa_eval.scorers.strict.quantities.asked import Asked


def told_at_once(text: str, asked: Asked) -> Relation | None:
    """Relate an answer whose figure, or the lack of one, need not be read; None for any other."""
    if not (asked.zero or asked.balance) or len(text) > SHORT:
        return None
    if asked.zero and is_free(text, asked.question):
        return Relation(Reason.EQUAL_VALUE, f"nothing to pay, the accepted {asked.answer}", "0", certain=True)
    if asked.balance and gives_one_side(text):
        return Relation(Reason.WRONG_VALUE, f"gives one side, accepted the balance {asked.answer}", shown(text))
    return None
