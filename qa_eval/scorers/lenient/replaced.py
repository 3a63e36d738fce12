"""Another in the place of what is accepted: another person, country, body or date, or other words in the same frame."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.given_names import is_called_by_initials
from qa_eval.scorers.lenient.listed import is_strange, names_a_country_of, names_the_whole
from qa_eval.scorers.lenient.others import meaning
from qa_eval.scorers.lenient.several import SHORT, TWO, Decision
from qa_eval.scorers.lenient.slips import alike
from qa_eval.scorers.lenient.words import SMALL, TITLES, countries, trigrams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.reasons import Row
    from qa_eval.scorers.lenient.said import Said
    from qa_eval.scorers.lenient.wanted import Wanted

SAME_YEAR = 0.3  # values.DATE_CLOSENESS of dates that share a year and conflict
FEW = 8  # words of an answer that says one thing only
LEAST_FRAME = 3  # words of two texts that may share a frame
LIGHT = frozenset(("the", "a", "an", "it", "is", "was", "were", "are", "they", "he", "she", "be", "been"))
SIMILAR = 0.3  # share of letter runs of words that may be one
_DESCRIBED = regex(r", (?:an?|the|who|whose) ")
_PLACED = regex(r", [A-Z][\w'-]+(?: [A-Z][\w'-]+)?\W*\Z")


def is_another_person(row: Row) -> Decision | None:
    """Decide where the accepted given name stands beside another surname, or one like the accepted surname beside another name.

    Kate Winslet is not Kate Walsh, nor is Olena Zelenska Volodymyr Zelensky.
    """
    if row["other_name"] and not row["where"] and (row["recall"] == 0 or (row["first"] and not row["last"])):
        return Decision(0.25, Reason.WRONG_NAME, "another name that shares a part")
    return None


def is_no_place(row: Row) -> Decision | None:
    """Decide where a date or figure is all that an answer gives to a question that asks where."""
    if row["where"] and row["odd_kind"] and row["precision"] == 1:
        return Decision(0.3, Reason.WRONG_WORDS, "a date or figure where a place is asked for")
    return None


def is_of_another_country(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer names another country or people in the place of an accepted one: Swedish, for Danish krone."""
    if len(said.words) > SHORT:
        return None
    wanted = [countries() & each.golden for each in asked.wanted]
    other = said.bag & countries() - asked.forms
    if names_the_whole(asked, said) or names_a_country_of(asked, said):
        return None
    if other and all(wanted) and not any(each & said.bag for each in wanted):
        return Decision(0.2, Reason.WRONG_NAME, "another country or people")
    return None


def is_another_date(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where only dates are accepted and every one given conflicts: May for March of the same year.

    In a long answer only a day speaks against a day.
    """
    if not asked.only_dates or not 0 <= row["date"] <= SAME_YEAR:
        return None
    if row["length"] <= log2(1 + SHORT) or (
        all(date.day for _, date in asked.dates) and said.dates and all(date.day for date in said.dates)
    ):
        return Decision(0.15, Reason.WRONG_DATE, "a date that conflicts")
    return None


def is_another_body(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where a name of several words has one of them replaced: the Royal Society of Chemistry, for one of Geography."""
    if (
        len(said.words) > FEW
        or (row["first"] and row["last"])  # without a middle name
        or not row["missing"]
        or not row["extra"]
        or not asked.are_names
        or _opens_with_title(asked, said)
        or _is_described(asked, said)
    ):
        return None
    long = all(len(each.content) > TWO for each in asked.wanted)
    end = _before_place(said) if row["first"] else None
    if long and is_strange(asked, said, end) and not is_called_by_initials(asked, said):
        return Decision(0.3, Reason.WRONG_NAME, "another name that shares words")
    return None


def _before_place(said: Said) -> int | None:
    """Return how many words stand before the one place that a name is told with, "…, Alaska"; None without one."""
    tail = _PLACED.search(said.plain)
    before = sum([word.start < tail.start() for word in said.words]) if tail else 0
    return before if before > TWO else None


def _opens_with_title(asked: Asked, said: Said) -> bool:
    """Return whether an answer opens with a title and the accepted surname, and no other name: "Dr Vane, once a nurse"."""
    own = next((at for at, word in enumerate(said.words) if word.form not in TITLES), 0)
    names = [word.form for word in said.words[own:] if word.capital]
    return own > 0 and names == [said.words[own].form] and names[0] in asked.surnames


def _is_described(asked: Asked, said: Said) -> bool:
    """Return whether an answer calls the accepted person by words of the name, the last one too, and describes them: "García Márquez, the author"."""
    told = _DESCRIBED.search(said.plain) if asked.is_person else None
    name = [word.form for word in said.words if told and word.end <= told.start()]
    return bool(name) and any(each.content[-1] in name and each.golden.issuperset(name) for each in asked.wanted)


def says_it_once(asked: Asked, said: Said) -> Decision | None:
    """Decide where another word stands in the second place of one that is accepted twice: "back to front", for back to back."""
    if len(said.words) > FEW or not asked.wanted:
        return None
    for wanted in asked.wanted:
        twice = [one for one, small, other in _threes(wanted.forms) if one == other and small in SMALL]
        if not twice or any(said.forms.count(form) != 1 for form in twice) or set(said.content) <= wanted.golden:
            return None
        if not any(one in twice and small in SMALL for one, small, _ in _threes(said.forms)):
            return None
    return Decision(0.2, Reason.WRONG_WORDS, "another word in the place of an accepted one")


def _threes(forms: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(forms, forms[1:], forms[2:], strict=False)


def fills_the_frame_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer is the accepted text with other words in its places: "to close the road" for "to close the school"."""
    if asked.only_figures or asked.dates:
        return None
    if all(_fills_otherwise(wanted, said) for wanted in asked.wanted):
        return Decision(0.35, Reason.WRONG_WORDS, "other words in the same places")
    return None


def _fills_otherwise(wanted: Wanted, said: Said) -> bool:
    mine, theirs = ([form for form in forms if form not in LIGHT] for forms in (said.forms, wanted.forms))
    if len(mine) != len(theirs) or len(mine) < LEAST_FRAME:
        return False
    pairs = list(zip(mine, theirs, strict=True))
    if not any(one in SMALL for one, _ in pairs) or any((one in SMALL) != (other in SMALL) for one, other in pairs):
        return False
    other = [pair for pair in pairs if pair[0] != pair[1] and pair[0] not in SMALL]
    if all(any(one == form or alike(one, form) for form in wanted.content) for one, _ in other):
        return False  # the same items in another order
    return bool(other) and not any(
        alike(*pair)
        or (meaning(pair[0]) is not None and meaning(pair[0]) == meaning(pair[1]))
        or len(trigrams(pair[0]) & trigrams(pair[1])) > SIMILAR * len(trigrams(pair[1]))
        for pair in other
    )
