"""What gives another one in the place of the accepted one, which no clause gives as the answer: the rules in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex, right_before
from qa_eval.scorers.lenient.beside import mentions
from qa_eval.scorers.lenient.called_wrong import is_called_wrong
from qa_eval.scorers.lenient.concluding import concludes_otherwise
from qa_eval.scorers.lenient.contrasted import stands_in_its_clause
from qa_eval.scorers.lenient.elsewhere import is_near_it, is_one_of_others
from qa_eval.scorers.lenient.first_value import by_first_clause
from qa_eval.scorers.lenient.guessed import ONCE_ASKED
from qa_eval.scorers.lenient.instead import by_another
from qa_eval.scorers.lenient.namesakes import is_another_bearer
from qa_eval.scorers.lenient.not_chosen import is_not_chosen
from qa_eval.scorers.lenient.objects import is_the_other_object
from qa_eval.scorers.lenient.one_of_many import is_one_of_many
from qa_eval.scorers.lenient.placed import is_placed_elsewhere
from qa_eval.scorers.lenient.restated import is_restated_with_another, is_restated_with_it
from qa_eval.scorers.lenient.rivals import by_rivals
from qa_eval.scorers.lenient.turned_down import is_done_instead
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
_NOT_BUT = regex(
    r"(?:\b(?:not|never)\b(?! (?:only|just|merely|simply)\b)|n't\b)[^.;]*?,?\s+but\s+(?:(?:it|he|she|they|this|that)(?:'s| is| was| are| were)\s+)?(?:(?:rather|actually|in fact|instead|really)\s+)?(?:(?:to|in|by|at|with|for|of)\s+)?(?:the\s+|an?\s+)?[\"']?\Z",
    re.IGNORECASE,
)
_DID = regex(r"[\"']? (?:did|does)\s*(?:[.!]|\Z)")
_ONCE = regex(
    r"\b(?:used to (?:be|hold|have|host)|(?:was|were) (?:once|formerly|originally|at first|initially)|once was)\b",
    re.IGNORECASE,
)
_TODAY = regex(
    r"[.;,]\s+(?:but |and )?(?:[Ss]ince (?:then|\w+ ?\d{4}|\d{4})|[Tt]oday|[Nn]ow(?:adays)?|[Tt]hese days|[Cc]urrently|[Ii]t is now|[Ff]rom \d{4} on)\b"
)
_YEAR = regex(r"(?<![\d,.])(?:1[0-9]|20)\d\d(?![\d,])")
_LATER = regex(
    r"\b(?:later|earlier|afterwards|before that|after that|the (?:next|following|previous) (?:year|time|one))\b"
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
    return (
        is_put_right(asked, said)
        or is_restated_with_it(asked, said)
        or is_named_so(asked, said)
        or is_of_now(asked, said)
        or is_of_the_year(asked, said)
        or is_done_instead(asked, said)
        or stands_in_its_clause(asked, said)
    )


def is_put_right(asked: Asked, said: Said) -> bool:
    """Return whether the accepted one stands behind "but" in the place of what is denied, or alone does what is asked: "It is not Vane, as many think, but Arden"."""
    return any(
        right_before(_NOT_BUT, said.plain, start) or _DID.match(said.plain, end) for start, end in mentions(asked, said)
    )


def is_of_now(asked: Asked, said: Said) -> bool:
    """Return whether an answer tells the accepted one of the time behind that of another one: "It was Vane until 1990. Since then it is Arden"."""
    spans = mentions(asked, said)
    if not spans:
        return False
    until = _UNTIL.search(said.plain, 0, spans[0][0]) if not _UNTIL.search(asked.text) else None
    if until is not None and _SINCE.match(said.plain, until.end()):
        return True
    once = _ONCE.search(said.plain, 0, spans[0][0]) if not ONCE_ASKED.search(asked.text) else None
    return once is not None and _TODAY.search(said.plain, once.end(), spans[-1][0]) is not None


def is_of_the_year(asked: Asked, said: Said) -> bool:
    """Return whether what stands before the accepted one is told of another year than is asked about: "In 2006 Vane won. Four years later it was Arden"."""
    spans = mentions(asked, said) if asked.years else []
    start = max((begin for begin in said.sentences if begin <= spans[0][0]), default=0) if spans else 0
    before = {int(year) for year in _YEAR.findall(said.plain, 0, start)}
    if not before or before & asked.years:
        return False
    stop = next((begin for begin in said.sentences if begin > start), len(said.plain))
    return _LATER.search(said.plain, start, stop) is not None or any(
        str(year) in said.plain[start:stop] for year in asked.years
    )


def is_named_so(asked: Asked, said: Said) -> bool:
    """Return whether an answer says of whoever it gives that the accepted name is another one: "Octavius won. We call him Augustus"."""
    return any(right_before(_NAMED_SO, said.plain, start) for start, _ in mentions(asked, said))
