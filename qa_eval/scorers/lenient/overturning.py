"""What overturns words that would be accepted: a denial, another in their place, a comparison, an alternative left open."""

from __future__ import annotations

import re
from math import log2
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.alternatives import leaves_names_open, leaves_words_open
from qa_eval.scorers.lenient.attributed import gives_another
from qa_eval.scorers.lenient.called import lacks_the_core, lacks_the_name, shares_only_letters
from qa_eval.scorers.lenient.clausal import told_by_clauses
from qa_eval.scorers.lenient.codes import is_another_section, lacks_the_code
from qa_eval.scorers.lenient.comparing import compares_alike
from qa_eval.scorers.lenient.compounds import is_another_compound, is_treated_alike
from qa_eval.scorers.lenient.contrasted import is_done_by_another, stands_in_the_other_clause
from qa_eval.scorers.lenient.dated import is_dated_otherwise, is_no_such_date
from qa_eval.scorers.lenient.decisive import OFF
from qa_eval.scorers.lenient.denials import is_denial, leaves_it_out, turns_it_round
from qa_eval.scorers.lenient.distinguishing import (
    has_another_middle,
    is_at_another_name,
    lacks_what_tells_it,
    says_something_else_of_it,
)
from qa_eval.scorers.lenient.elsewhere import is_elsewhere
from qa_eval.scorers.lenient.epithets import is_namesake
from qa_eval.scorers.lenient.exclusive import is_of_another_class
from qa_eval.scorers.lenient.figured import is_figured_otherwise
from qa_eval.scorers.lenient.firstly import opens_with_another
from qa_eval.scorers.lenient.given_names import by_given_name
from qa_eval.scorers.lenient.in_its_place import gives_instead
from qa_eval.scorers.lenient.kindred import is_of_another_kind
from qa_eval.scorers.lenient.leaving import is_left_behind, is_told_of_another, told_of_what_is_asked
from qa_eval.scorers.lenient.listed import (
    has_another_item,
    has_one_more,
    is_strange,
    lacks_an_item,
    lacks_one_of_two,
    lists_one_more,
    lists_others,
)
from qa_eval.scorers.lenient.marked_letters import is_another_label, is_another_letter, is_another_path
from qa_eval.scorers.lenient.nothing import declines
from qa_eval.scorers.lenient.of_clauses import OF_CLAUSES, turns_into_another
from qa_eval.scorers.lenient.only_a_piece import ONLY_A_PIECE
from qa_eval.scorers.lenient.opposites import is_the_opposite
from qa_eval.scorers.lenient.order import swaps_the_sides
from qa_eval.scorers.lenient.ordinals import is_beside_another
from qa_eval.scorers.lenient.other_role import is_in_another_role
from qa_eval.scorers.lenient.parties import is_another_case
from qa_eval.scorers.lenient.partly import gives_partly_another
from qa_eval.scorers.lenient.periods import is_only_a_part, lacks_the_day
from qa_eval.scorers.lenient.ranked_dates import is_ranked_otherwise
from qa_eval.scorers.lenient.related import by_relation
from qa_eval.scorers.lenient.replaced import (
    FEW,
    SAME_YEAR,
    fills_the_frame_otherwise,
    is_another_body,
    is_another_date,
    is_another_person,
    is_no_place,
    is_of_another_country,
    says_it_once,
)
from qa_eval.scorers.lenient.scraps import is_a_scrap
from qa_eval.scorers.lenient.sequels import is_another_part
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision
from qa_eval.scorers.lenient.stages import is_of_another_stage
from qa_eval.scorers.lenient.tallies import counts_otherwise, is_another_key, is_ranked_from_the_end
from qa_eval.scorers.lenient.timed import is_only_bounded, is_turned_limit
from qa_eval.scorers.lenient.turned_down import is_only_granted, is_only_planned, turns_the_reason_down

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.reasons import Row
    from qa_eval.scorers.lenient.said import Said

    Rule: TypeAlias = Callable[[Asked, Said], Decision | None]

CLOSE = 16  # characters between a denial and the words that it denies
SET_AGAINST = 20  # words of an answer that sets the accepted one against another
AGAINST = frozenset("unlike than rival instead competitor compete competes competing surpassing overtaking".split())  # noqa: SIM905 - a word list reads best as one text
BEATEN = frozenset(("beat", "beating", "defeated", "defeating", "over"))
TURNS = AGAINST | BEATEN
BEHIND = 5  # words behind "unlike" or "beat" that may be the other answer


def by_words(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Return what overturns words that would be accepted; None where nothing does."""
    if (alike := compares_alike(asked, said)) is not None:
        return None if alike else Decision(0.1, Reason.CONTRADICTION, "compares the two the other way round")
    told = told_by_clauses(asked, said)
    if told is not None:
        return None if told else Decision(0.1, Reason.CONTRADICTION, "denies it of the accepted answer")
    if told_of_what_is_asked(asked, said):
        return None
    return (
        is_told_of_another(asked, said)
        or declines(row)
        or _first_of(_DENIED, asked, said)
        or denies_it(row, asked, said)
        or _first_of(_LEFT_OPEN, asked, said)
        or is_compared_with(row, asked, said)
        or is_another_person(row)
        or _first_of(_OF_SOMEBODY_ELSE, asked, said)
        or leaves_dates_open(row, asked, said)
        or _first_of(_DATED, asked, said)
        or is_no_such_date(row, asked, said)
        or _first_of(_LACKING_OR_ANOTHER, asked, said)
        or is_no_place(row)
        or gives_instead(asked, said)
        or (_in_other_words(row, asked, said) if not row["found"] and not row["contains"] else None)
    )


def _first_of(rules: Sequence[Rule], asked: Asked, said: Said) -> Decision | None:
    """Return what the first of these rules decides; None where none does."""
    for rule in rules:
        decision = rule(asked, said)
        if decision is not None:
            return decision
    return None


def _in_other_words(row: Row, asked: Asked, said: Said) -> Decision | None:
    return (
        lacks_the_name(row, asked, said)
        or lacks_what_tells_it(row, asked, said)
        or is_at_another_name(asked, said)
        or says_something_else_of_it(asked, said)
        or has_another_middle(asked, said)
        or shares_only_letters(row, asked, said)
        or lacks_the_core(asked, said)
        or is_another_compound(asked, said)
        or is_treated_alike(asked, said)
        or is_the_opposite(asked, said)
        or is_of_another_country(asked, said)
        or is_another_date(row, asked, said)
        or is_elsewhere(asked, said)
        or is_another_body(row, asked, said)
        or has_another_item(asked, said)
        or gives_partly_another(asked, said)
        or fills_the_frame_otherwise(asked, said)
        or _first_of(OF_CLAUSES, asked, said)
    )


def denies_it(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted words are said only to be denied: anywhere in a short answer, right behind the denial in a long one.

    A long answer may quote a title with a denial in it, and a question may itself ask what is not so.
    """
    if asked.is_negated or asked.asks_lack or is_denial(asked) or asked.tells_not:
        return None
    short = row["length"] <= log2(1 + SHORT)
    places = [word.start for word in said.words if word.form in asked.words]
    close = bool(places) and any(low <= places[0] <= low + CLOSE and places[0] < high for low, high in said.denied)
    if (row["denied"] and (short or close)) or _follows_no(asked, said):
        return Decision(0.1, Reason.CONTRADICTION, "denies the accepted answer")
    return None


def _follows_no(asked: Asked, said: Said) -> bool:
    """Return whether the first accepted word stands right behind "no" or "lack": "no crack in the hull", "they lack iron"."""
    place = next((place for place, form in enumerate(said.forms) if form in asked.words), 0)
    if not place or said.plain[said.words[place].start].isdigit():  # "No. 12"
        return False
    if _NUMBERED.match(said.plain, said.words[place - 1].start):
        return False
    before = said.words[place - 1].form
    if before in _LACKS and len(said.words) <= SHORT and not asked.asks_lack:
        return not any(before in each.forms for each in asked.wanted)
    return before == "no" and not any("no" in each.forms for each in asked.wanted)


_LACKS = frozenset(("lack", "lacking"))
_NUMBERED = regex(r"nos?\.\s?(?=[A-Z]{1,4}[-. /]?\d|[A-Z\d-]*-[A-Z\d-]*\d)", re.IGNORECASE)  # "no. K-12"
_SYMBOL = 3  # letters at most


def is_numbered_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where a figure or sign is glued to the accepted word of a few letters that has none: "sp2", for sp, "C++", for C.

    Behind a longer one it is mostly the mark of a source.
    """
    last = asked.wanted[0].content[-1]
    if (
        asked.has_digits
        or len(asked.wanted) > 1
        or asked.wanted[0].text[-1:] in "+#♯♭"
        or len(last) > _SYMBOL
        or len(asked.wanted[0].content) > 1
    ):
        return None
    places = [word for word in said.words if word.form == last]
    glued = places and all(_is_marked(said.plain[word.end : word.end + 1]) for word in places)
    return Decision(0.15, Reason.CONTRADICTION, "numbered, as the accepted answer is not") if glued else None


def _is_marked(sign: str) -> bool:
    """Return whether what stands right behind a letter makes it another sign: "sp2", "C++", "C#"."""
    return sign.isdigit() or (sign != "" and sign in "+#♯♭")


def is_compared_with(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where the accepted figure is only what the answer compares its own with: "23.1 %, compared with 21.4 %"."""
    if len(said.aside) == len(said.denied) and not gives_another(asked, said):
        return None
    if (asked.only_figures and row["figure"] <= OFF) or (asked.only_dates and row["date"] <= SAME_YEAR):
        return Decision(0.25, Reason.WRONG_VALUE, "the accepted value is what another one is compared with")
    return None


def is_set_against(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer names another and sets the accepted one against it: "Raphael, a rival of Michelangelo"."""
    if len(said.words) > SET_AGAINST or said.bag.isdisjoint(TURNS) or said.plain.startswith("Not "):
        return None
    turns = (AGAINST | BEATEN if asked.is_won else AGAINST) - asked.forms
    turn = next((place for place, form in enumerate(said.forms) if form in turns), 0)
    places = [place for place, form in enumerate(said.forms) if form in asked.words]
    if turn and places and all(turn < place <= turn + BEHIND for place in places) and is_strange(asked, said, turn):
        return Decision(0.2, Reason.WRONG_NAME, "the accepted answer is what another one is set against")
    return None


def leaves_dates_open(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where an accepted date is only one side of an alternative: "2003 or 2004"."""
    if asked.only_dates and row["date_rivals"] and said.options >= TWO and len(said.words) <= FEW:
        return Decision(0.3, Reason.SEVERAL_ANSWERS, "leaves several dates open")
    return None


# the rules in the order in which they are asked: the first that decides says why
_DENIED: tuple[Rule, ...] = (
    turns_it_round,
    leaves_it_out,
    turns_the_reason_down,
    is_only_granted,
    is_another_letter,
    is_another_label,
    is_another_path,
)
_LEFT_OPEN: tuple[Rule, ...] = (is_left_behind, leaves_words_open, leaves_names_open)
_OF_SOMEBODY_ELSE: tuple[Rule, ...] = (
    is_in_another_role,
    stands_in_the_other_clause,
    is_done_by_another,
    is_only_planned,
    by_given_name,
    is_namesake,
    by_relation,
    is_only_bounded,
    is_set_against,
    is_numbered_otherwise,
    is_another_case,
    is_beside_another,
)
_DATED: tuple[Rule, ...] = (is_dated_otherwise, is_ranked_otherwise)
_LACKING_OR_ANOTHER: tuple[Rule, ...] = (
    is_of_another_stage,
    is_turned_limit,
    is_only_a_part,
    lacks_the_day,
    opens_with_another,
    is_figured_otherwise,
    is_a_scrap,
    lacks_an_item,
    lists_others,
    lacks_one_of_two,
    has_one_more,
    lists_one_more,
    says_it_once,
    swaps_the_sides,
    lacks_the_code,
    is_another_section,
    counts_otherwise,
    is_ranked_from_the_end,
    is_another_key,
    is_of_another_kind,
    is_another_part,
    is_of_another_class,
    turns_into_another,
    *ONLY_A_PIECE,
)
