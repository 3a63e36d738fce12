"""What gives another one in the place of the accepted one, which no clause gives as the answer: the rules in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers.lenient.beside import mentions
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
_NAMED_SO = regex(
    r"(?:\b(?:call|dub|nam|nicknam|styl|titl)(?:s|es|e|ed|led)? (?:him|her|it|them)|\bknow(?:s|n)? (?:him|her|it|them)(?: [a-z]+){0,3} as|\b(?:gave|gives?|given) (?:him|her|it|them) the (?:title|name)(?: of)?"
    r"|\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:real|stage|pen|full|birth|other|better-known|regnal|popular|english|latin|today's|present) name (?:is|was)"
    r"|(?:\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey) (?:is|was|are|were)|,)(?: [a-z]+){0,2} (?:known|remembered|honou?red|revered|celebrated|famous)(?: [a-z]+){0,4} as)(?: the)? [\"']?\Z"
)
_UNTIL = regex(r"\b(?:until|from \d{4} to|between \d{4} and|up to) \d{4}")
_SINCE = regex(
    r"[.;,]\s+(?:[Ss]ince then|[Aa]fter that|[Tt]hen|[Ff]rom then on|[Tt]oday|[Nn]ow|[Nn]owadays|[Tt]he seat of|[Ii]n)\b"
)
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
        if decision is None:
            continue
        if decision.reason not in _ANOTHER or not _is_given_after_all(asked, said):
            return decision
    return None if is_named_so(asked, said) or is_of_now(asked, said) else is_restated_with_another(asked, said)


def _is_given_after_all(asked: Asked, said: Said) -> bool:
    return is_restated_with_it(asked, said) or is_named_so(asked, said) or is_of_now(asked, said)


def is_of_now(asked: Asked, said: Said) -> bool:
    """Return whether an answer tells the accepted one of the time behind that of another one: "It was Vane until 1990. Since then it is Arden"."""
    spans = mentions(asked, said)
    until = _UNTIL.search(said.plain, 0, spans[0][0]) if spans and not _UNTIL.search(asked.text) else None
    return until is not None and _SINCE.match(said.plain, until.end()) is not None


def is_named_so(asked: Asked, said: Said) -> bool:
    """Return whether an answer says of whoever it gives that the accepted name is another one: "Octavius won. We call him Augustus"."""
    return any(right_before(_NAMED_SO, said.plain, start) for start, _ in mentions(asked, said))
