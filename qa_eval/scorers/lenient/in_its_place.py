"""What gives another one in the place of the accepted one, which no clause gives as the answer: the rules in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.lenient.called_wrong import is_called_wrong
from qa_eval.scorers.lenient.concluding import concludes_otherwise
from qa_eval.scorers.lenient.elsewhere import is_near_it, is_one_of_others
from qa_eval.scorers.lenient.first_value import by_first_clause
from qa_eval.scorers.lenient.instead import by_another
from qa_eval.scorers.lenient.namesakes import is_another_bearer
from qa_eval.scorers.lenient.not_chosen import is_not_chosen
from qa_eval.scorers.lenient.objects import is_the_other_object
from qa_eval.scorers.lenient.one_of_many import is_one_of_many
from qa_eval.scorers.lenient.placed import is_placed_elsewhere
from qa_eval.scorers.lenient.restated import is_restated_with_another, is_restated_with_it
from qa_eval.scorers.lenient.rivals import by_rivals
from qa_eval.scorers.lenient.turned_round import is_turned_round

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.several import Decision

    Rule: TypeAlias = Callable[[Asked, Said], Decision | None]

_ANOTHER = frozenset((Reason.WRONG_NAME, Reason.WRONG_WORDS))
_GIVEN_INSTEAD: tuple[Rule, ...] = (
    is_called_wrong,
    is_another_bearer,
    is_placed_elsewhere,
    is_turned_round,
    is_not_chosen,
    is_one_of_many,
    by_rivals,
    by_another,
    by_first_clause,
    is_one_of_others,
    is_near_it,
    is_the_other_object,
    concludes_otherwise,
)


def gives_instead(asked: Asked, said: Said) -> Decision | None:
    """Return what decides that another one is given, where no clause restates the question with the accepted one."""
    for rule in _GIVEN_INSTEAD:
        decision = rule(asked, said)
        if decision is not None and not (decision.reason in _ANOTHER and is_restated_with_it(asked, said)):
            return decision
    return is_restated_with_another(asked, said)
