"""What speaks against an answer that holds what is accepted, by what the question asks: it is so that is said not to be, on another day, for another price."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.regex import regex
from qa_eval.scorers._polarity.left_out import asks_left_out, says_kept
from qa_eval.scorers._stated.contrasted import CONTRASTED
from qa_eval.scorers._stated.excepted import EXCEPTED
from qa_eval.scorers._stated.gaps import GAPS
from qa_eval.scorers._stated.of_other_terms import OF_OTHER_TERMS
from qa_eval.scorers._stated.opposite_deed import OPPOSITE_DEED, OPPOSITE_OF_NAME
from qa_eval.scorers._stated.other_deed import OTHER_DEED
from qa_eval.scorers._stated.other_end import OTHER_END
from qa_eval.scorers._stated.other_event import OTHER_EVENT
from qa_eval.scorers._stated.other_formula import OTHER_FORMULA
from qa_eval.scorers._stated.other_year import OTHER_YEAR
from qa_eval.scorers._stated.outdone import OUTDONE
from qa_eval.scorers._stated.owned import OWNED
from qa_eval.scorers._stated.passed_over import PASSED_OVER
from qa_eval.scorers._stated.ruled_out import RULED_OUT
from qa_eval.scorers._stated.set_against import SET_AGAINST
from qa_eval.scorers._stated.shared import SHARED
from qa_eval.scorers._stated.sources import SOURCES
from qa_eval.scorers._stated.taken_back import TAKEN_BACK
from qa_eval.scorers._words.reported import names_period, reported
from qa_eval.scorers._words.wording import SHORT
from qa_eval.scorers.strict.lists.denied import denied_of
from qa_eval.scorers.strict.parts.asked_not import denied_in, states_what_is_not
from qa_eval.scorers.strict.parts.forbidden import asks_forbidden, says_allowed
from qa_eval.scorers.strict.parts.shared_deeds import asks_who_or_why, told_in_another_clause
from qa_eval.scorers.strict.stated.apart import APART
from qa_eval.scorers.strict.stated.denied import DENIED
from qa_eval.scorers.strict.stated.exchanged import EXCHANGED
from qa_eval.scorers.strict.stated.instead import INSTEAD
from qa_eval.scorers.strict.stated.left_open import LEFT_OPEN
from qa_eval.scorers.strict.stated.of_opposites import OF_OPPOSITES
from qa_eval.scorers.strict.stated.others import OTHERS
from qa_eval.scorers.strict.stated.own_clauses import OWN_CLAUSES
from qa_eval.scorers.strict.stated.parties import PARTIES
from qa_eval.scorers.strict.stated.spared import SPARED
from qa_eval.scorers.strict.stated.times import SEVERAL, TIMES

if TYPE_CHECKING:
    from qa_eval.scorers._stated.check import Against, Check


_LONGEST = 1_000  # characters of a question; a longer one tells more than it asks
_SEVERAL_THINGS = regex(r"[,;]|\band\b")
_CONTRASTS = regex(r"\b(?:not|but|never|neither|nor|without|rather)\b|n['’]t\b")
_PURPOSE = regex(r"\W*(?:so that|in order that|in order to|to let|to allow|to enable)\b", re.IGNORECASE)
_WILL_NOT = regex(
    r"[^.;!?]*?\b(?P<not>(?:will|would|did|does|do|is|was|are|were|has|have|had|can|could)(?:\s+not|n['’]t)|(?:wo|ca)n['’]t|cannot)\W*",
    re.IGNORECASE,
)


def _asks_what_is(question: str) -> bool:
    return not denied_in(question).words and not asks_forbidden(question)


def denied_at_the_end(text: str, _question: str, _accepted: str) -> str:
    """Return the words by which an answer that is one statement denies what it names: "Ann Ray will not"; "" for none."""
    found = (
        _WILL_NOT.fullmatch(text) if len(text) <= SHORT and SEVERAL.search(text[: text.rfind(" ")]) is None else None
    )
    return f'says "{found["not"]}"' if found else ""


def denied_of_one(text: str, _question: str, accepted: str) -> str:
    """Return of which of several things that it names an answer says that it is not so: "The sheep were, the goats were not"; "" for none."""
    if len(text) > SHORT or _SEVERAL_THINGS.search(accepted) is None or _CONTRASTS.search(accepted):
        return ""
    who = denied_of(text, accepted)
    return f"says of {who} that it is not so" if who else ""


def _asks_not(question: str) -> bool:
    return bool(denied_in(question).words)


def _states(text: str, question: str, accepted: str) -> str:
    said = states_what_is_not(text, question, accepted)
    return "says that it is so, and not what is not" if said else ""


def _allows(text: str, question: str, _accepted: str) -> str:
    if _PURPOSE.match(text):
        return ""  # "so that deer may cross it" is why it is closed to others
    return "says what is allowed, and not what is not" if says_allowed(text, question) else ""


def _keeps(text: str, question: str, _accepted: str) -> str:
    return "says what is kept, and not what is left out" if says_kept(text, question) else ""


def _in_another_clause(text: str, question: str, accepted: str) -> str:
    told = told_in_another_clause(text, question, accepted)
    return f'gives "{told}"' if told else ""


def _of_another_period(text: str, question: str, accepted: str) -> str:
    other = reported(question, (accepted,)).of_another(text)
    return f"says it of {other}" if other else ""


def _telling(check: Check) -> Check:
    """Return a check with what it finds told as what an answer says of what is accepted."""
    applies, against = check

    def told(text: str, question: str, accepted: str) -> str:
        found = against(text, question, accepted)
        return f'says "{found}"' if found else ""

    return applies, told


_CHECKS: tuple[Check, ...] = (
    (_asks_not, _states),
    (asks_forbidden, _allows),
    (asks_left_out, _keeps),
    (_asks_what_is, denied_at_the_end),
    (_asks_what_is, denied_of_one),
    (names_period, _of_another_period),
    *LEFT_OPEN,
    *DENIED,
    *TIMES,
    *APART,
    *OF_OPPOSITES,
    *PARTIES,
    *INSTEAD,
    *PASSED_OVER,
    *SPARED,
    *RULED_OUT,
    *EXCEPTED,
    *OTHER_FORMULA,
    *CONTRASTED,
    *OF_OTHER_TERMS,
    *SET_AGAINST,
    *GAPS,
    *OPPOSITE_DEED,
    *OPPOSITE_OF_NAME,
    *OTHER_DEED,
    *SOURCES,
    *TAKEN_BACK,
    *SHARED,
    *OUTDONE,
    *OTHER_END,
    *OTHER_YEAR,
    *OWNED,
    *OTHER_EVENT,
    *EXCHANGED,
    *(_telling(check) for check in (*OTHERS, *OWN_CLAUSES)),
    (asks_who_or_why, _in_another_clause),
)


def checks_for(question: str) -> tuple[Against, ...]:
    """Return what may speak against answers to a question, each of which takes an answer, the question and what is accepted.

    >>> len(checks_for("Who won?")) < len(checks_for("Who won on Sunday?"))
    True
    """
    if len(question) > _LONGEST:
        return ()
    return tuple(against for applies, against in _CHECKS if applies(question))
