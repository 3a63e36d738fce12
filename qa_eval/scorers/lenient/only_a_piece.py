"""What has a piece of the accepted name, and not what tells it: its number, whom it is of, a given name, the year of a day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.model import Reason
from qa_eval.reading.dates import DateRelation, agrees
from qa_eval.reading.names.states import STATES
from qa_eval.reading.regex import regex
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.words import SMALL, countries, form, phrased, plain, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.reading.dates import DateValue
    from qa_eval.reading.quantities import Quantity
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

FEW = 4  # words of an answer that is a name or a number, and little else
LARGE = 100  # numbers from which on one tells what it is of: "911", for Porsche 911
FULL_NAME = 2  # words of a name with a given name
# what is told by its number alone
_NUMBERED = frozenset(
    map(
        form,
        """season series episode chapter book part volume act scene grade year level stage number class type phase step round week day
        no highway route interstate road line flight channel gate platform room group category track page section article size model
        """.split(),  # noqa: SIM905 - a word list reads best as one text
    )
)
_OF = regex(r"(?P<who>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*)+) of (?P<what>(?:the )?[A-Z]\S*(?: [A-Z]\S*)*)")
_BODY = regex(
    r"\s(?:(?:[A-Z][a-z]+|and|of) )*(?:University|College|Hospital|Museum|Bank|Airport|Orchestra|Symphony|Philharmonic|Times|Herald|Tribune|Gazette|Airlines|Airways|Railway|Railroad)\W*\Z"
)
_ABOUT_A_BODY = regex(
    r"\b(?:stud(?:y|ied|ying)|attend\w*|graduat\w*|degrees?|educated|enrol\w*|teach\w*|taught|play(?:ed|s|ing)?|work(?:ed|s|ing)?|teams?)\b"
    r"|\b(?:what|which) (?:[a-z]+ )?(?:schools?|colleges?|universit\w+|hospitals?|museums?|banks?|airports?|orchestras?|newspapers?|airlines?)\b",
    re.IGNORECASE,
)


class _Title(NamedTuple):
    """The words of a name in capitals that has numbers, and these."""

    named: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=1024)
def _title(text: str) -> _Title | None:
    words = [word for word in words_of(phrased(plain(text))) if word.form not in SMALL]
    named = frozenset(word.form for word in words if not word.form[0].isdigit() and word.capital)
    numbers = frozenset(word.form for word in words if word.form.isdigit())
    if text.upper() == text:
        return None  # "18,000 TEU"
    return _Title(named, numbers) if named and numbers and len(named) + len(numbers) == len(words) else None


def is_only_its_number(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer has the number of an accepted name and no other word of it: "5", for Maroon 5, "Rocky 3", for Three Kings."""
    if asked.is_count or asked.is_when or asked.dates or len(said.words) > FEW or any(map(_measures, asked.figures)):
        return None
    titles = [_title(text) for text in asked.listed]
    if not titles or not all(each and each.numbers & said.bag for each in titles):
        return None
    named = frozenset[str]().union(*(each.named for each in titles if each))
    if named & (said.bag | asked.forms | _NUMBERED):
        return None
    others = [word for word in said.words if not word.form.isdigit() and word.form not in SMALL | asked.forms]
    behind = len(others) > 1 and said.words[-1].form.isdigit()  # "the 3" is no name, "ultimate storm 3" is
    if behind or any(word.capital and word.form not in _NUMBERED for word in others):
        return Decision(0.1, Reason.WRONG_NAME, "another name with the accepted number")
    if others or any(word.form.isdigit() and int(word.form) >= LARGE for word in said.words):
        return None
    return Decision(0.2, Reason.LESS_PRECISE, "only the number of the accepted name")


def _measures(figure: tuple[int, Quantity]) -> bool:
    return bool(figure[1].unit)


def is_only_whom_it_is_of(asked: Asked, said: Said) -> Decision | None:
    """Decide where a person of some body is accepted, and an answer names the body alone: "UNESCO", for Ann Berg of UNESCO."""
    if not asked.is_who or asked.is_won or not said.words or len(said.words) > FEW:
        return None
    told = frozenset(said.content)
    named = [_OF.fullmatch(text) for text in asked.listed]
    others = [text for text, match in zip(asked.listed, named, strict=True) if match is None]
    whole = [match for match in named if match and told <= _forms(match["what"]) and not told & _forms(match["who"])]
    if not whole or any(told & _forms(text) for text in others):
        return None
    return Decision(0.2, Reason.LESS_PRECISE, "only what the accepted one belongs to")


@lru_cache(maxsize=1024)
def _forms(text: str) -> frozenset[str]:
    return frozenset(word.form for word in words_of(phrased(plain(text)))) - SMALL


def is_somebody_of_the_question(asked: Asked, said: Said) -> Decision | None:
    """Decide where an accepted given name stands with a surname of the question, which is not the accepted one: "Paul Churchill", for Paul Reed, who painted Churchill."""
    if not asked.is_person or len(said.words) > FEW or not said.words or not said.words[-1].capital:
        return None
    *given, last = said.content
    if len(given) + 1 < FULL_NAME or last not in asked.forms or not all(each.is_name for each in asked.wanted):
        return None
    if any(last in each.golden or each.content[-1] in given for each in asked.wanted):
        return None
    if not any(each.content[0] == given[0] for each in asked.wanted):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "a name of the question instead of the accepted surname")


def is_a_body_of_the_place(asked: Asked, said: Said) -> Decision | None:
    """Decide where a state or country is accepted, and an answer is something that bears its name: "Indiana State University", for Indiana."""
    body = _BODY.search(said.plain) if len(said.words) <= SHORT else None
    if body is None or _ABOUT_A_BODY.search(asked.text):
        return None
    places = countries() | _states()
    if not all(each.squashed in places for each in asked.wanted):
        return None
    before = words_of(said.plain[: body.start()])
    if not before or any(said.plain[: body.start()].rstrip().endswith(mark) for mark in ",;:."):
        return None
    return Decision(0.15, Reason.WRONG_NAME, "something that bears the name of the accepted place")


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset("".join(name.split()).lower() for name in STATES.values())


def is_against_the_day(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer agrees with an accepted year alone, and another accepted text says which month or day of it: "May 8, 1970", for 24 February 1970 or 1970."""
    if not asked.only_dates or len(said.words) > FEW or len(said.dates) != 1:
        return None
    (date,) = said.dates
    golds = [gold for _, gold in asked.dates]
    if not _is_a_day(date) or date.ambiguous or not all(_is_plain(gold) for gold in golds):
        return None
    finer = [gold for gold in golds if gold.month is not None and gold.year == date.year]
    if not finer or any(agrees(date, gold) in _AGREE for gold in finer):
        return None
    return Decision(0.2, Reason.WRONG_DATE, "another day than the accepted one of that year")


_AGREE = frozenset((DateRelation.SAME, DateRelation.FINER, DateRelation.COARSER, DateRelation.AMBIGUOUS))


def _is_a_day(date: DateValue) -> bool:
    return date.year is not None and date.month is not None and date.end is None and not date.negated


def _is_plain(date: DateValue) -> bool:
    return date.year is not None and date.end is None and not (date.negated or date.relative or date.approximate)


ONLY_A_PIECE: tuple[Callable[[Asked, Said], Decision | None], ...] = (
    is_only_its_number,
    is_only_whom_it_is_of,
    is_somebody_of_the_question,
    is_a_body_of_the_place,
    is_against_the_day,
)
