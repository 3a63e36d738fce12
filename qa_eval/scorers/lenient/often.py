"""How often something is, in any words: "annually" is every year, and no two years; and how much so often."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.doses import Regimen, read_regimen, same_regimen
from qa_eval.reading.frequencies import rates_of, read_frequencies, read_frequency, read_portion
from qa_eval.reading.quantities import read_quantity
from qa_eval.reading.regex import regex
from qa_eval.scorers._words.so_often import deeds_as_times

if TYPE_CHECKING:
    from fractions import Fraction

    from qa_eval.model import Question

LONGEST = 600  # characters of an answer in which it is looked for
FEW = 4  # words of an answer that is an amount alone
NEAR = 0.1  # share by which "every 30 days" may miss a month, of which the words decide
_ASKED = regex(r"\bhow (?:often|frequently|regularly|many times)\b|\bwhen\b|\bfrequen|\bintervals?\b", re.IGNORECASE)
_ADJECTIVE = regex(
    r"\b((?:semi-?|bi-?)?annual|(?:bi|tri|quadr|quinqu|dec|cent)ennial)\b", re.IGNORECASE
)  # "an annual fair"
_DURATION = regex(r"(?:about |roughly |around )?[\w.]+ [a-z]+\W*", re.IGNORECASE)  # "4 years" for every 4 years
_EITHER = regex(r"\bbi-?(?P<period>week|month)ly\b", re.IGNORECASE)  # twice in one, or once in two
_OPEN = regex(
    r"\b(?:or|not|never|no|at least|at most|up to|more|less|instead|rather than|except)\b|n['’]t\b|\?", re.IGNORECASE
)
# how long something takes, or when it was, is not how often it is
_HOW_LONG = regex(
    r"\b(?:for|within|over|takes?|took|lasts?|lasted) (?:about )?[\w.]+ [a-z]+\b|\b[\w.]+ [a-z]+ ago\b", re.IGNORECASE
)
_OF = regex(r"\bof\s+(?P<what>[a-z]{3,})", re.IGNORECASE)
_OR = regex(r"\bor\b", re.IGNORECASE)


def tells_how_often(question: Question) -> bool:
    """Return whether all accepted texts say how often something is and nothing else; a name, "The Weekly", says none."""
    texts = question.accepted
    asked = texts and _ASKED.search(question.text)
    return bool(texts) and all(
        (asked or text.islower()) and read_frequency(text) and rates_of((text,)) for text in texts
    )


def same_frequency(answer: str, accepted: str, *, asked: str = "") -> bool | None:
    """Return whether an answer says that something is as often as accepted; None where none is accepted, said, or said for sure.

    >>> [same_frequency(said, "every year") for said in ("It is held annually.", "every other year", "in spring")]
    [True, False, None]
    """
    answer, accepted = deeds_as_times(answer, asked), deeds_as_times(accepted, asked)
    wanted = rates_of((accepted,))
    said = _rates(answer) if wanted and len(answer) <= LONGEST else []
    if not said:
        return False if wanted and _HOW_LONG.search(answer) else None
    same = [not wanted.isdisjoint(rates) for rates in said]
    if all(same):
        return None if _OPEN.search(answer) else True
    if any(same):
        return False if _OR.search(answer) else None
    (rate,) = wanted
    close = any(abs(each - rate) <= NEAR * rate for rates in said for each in rates)
    return None if close else False


def same_dose(answer: str, accepted: str) -> bool | None:
    """Return whether an answer tells as much so often; None where it is not accepted how often, or none is said.

    >>> [same_dose(said, "500 mg four times a day") for said in ("2 g a day in four doses", "500 mg a day", "a lot")]
    [True, False, None]
    """
    wanted = read_regimen(accepted)
    if wanted is None or (wanted.times is None and read_quantity(accepted) is not None):
        return None  # "80 litres a day" is one figure, "300 g of bread a day" none
    said = None if _OPEN.search(answer) else read_regimen(answer)
    if said is None:
        alone = wanted.times and len(answer.split()) <= FEW and read_quantity(answer.strip(" ."))
        return False if alone and same_regimen(wanted, Regimen(alone, wanted.times, alone.value)) else None
    of_what = [match["what"].lower() for text in (accepted, answer) if (match := _OF.search(text))]
    return same_regimen(wanted, said) and len(set(of_what)) < 2  # noqa: PLR2004 - bread, or butter


def _rates(text: str) -> list[frozenset[Fraction]]:
    """Return what rates each frequency in a text may mean."""
    shown = _ADJECTIVE.sub(r"\1ly", text)
    portion = read_portion(shown)
    told = [portion] if portion else read_frequencies(shown)
    if not told and _DURATION.fullmatch(shown):
        told = read_frequencies(f"every {shown}")
    either = (
        rates_of((f"twice a {match['period']}", f"every two {match['period']}s")) for match in _EITHER.finditer(shown)
    )
    return [*(frozenset((each.rate,)) for each in told), *either]
