"""What says the opposite of an accepted word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.lenient.antonyms import OPPOSITES
from qa_eval.scorers.lenient.several import Decision

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said


def is_the_opposite(asked: Asked, said: Said) -> Decision | None:
    """Decide where an accepted word is replaced by its opposite: North Korea is not South Korea."""
    for wanted in asked.wanted:
        for form in wanted.content:
            against = OPPOSITES.get(form)
            if against and form not in said.bag and said.bag & against - asked.forms - wanted.golden:
                return Decision(0.15, Reason.CONTRADICTION, "the opposite of an accepted word")
    return None
