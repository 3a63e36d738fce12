"""Days that are told without their date: "last Tuesday", and by their place in a month, "the second Saturday of March"."""

from __future__ import annotations

from datetime import date as calendar_day
from typing import TYPE_CHECKING

from qa_eval.reading.counting import CARDINALS, ORDINALS, ordinal
from qa_eval.reading.dates.tokens import MEANINGS
from qa_eval.reading.dates.value import is_day

if TYPE_CHECKING:
    from qa_eval.reading.dates.value import DateValue

Ranked = tuple[int, int]
# by both writings, in words and in digits
_RANKS = {writing: number for number in range(1, 6) for writing in (ORDINALS[number], ordinal(number))}
_WORDS = 3  # which, the day of the week, and the month
_ALIKE = {"a": "1", "an": "1"} | {word: str(number) for number, word in enumerate(CARDINALS[1:13], 1)}
_ALIKE |= {writing: ORDINALS[number] for writing, number in _RANKS.items()}
_ALIKE |= {"past": "last", "coming": "next", "upcoming": "next", "final": "last"}
_ALIKE |= {"start": "early", "beginning": "early", "end": "late", "middle": "mid"}
_DEIXIS = frozenset(("last", "next", "this"))


def meanings(words: str) -> frozenset[object]:
    """Return what words mean, so that "Tues" is "Tuesday"."""
    meant = ((word, MEANINGS.get(word)) for word in (_ALIKE.get(each, each) for each in words.split() if each != "in"))
    return frozenset(meaning if meaning and meaning[0] == "weekday" else word for word, meaning in meant)


def is_day_of_that_week(answer: DateValue, gold: DateValue) -> bool:
    """Return whether a date is a day of the week that leaves open which one another tells: "Tuesday" for "last Tuesday".

    >>> from qa_eval.reading.dates import read_date
    >>> gold = read_date("last Tuesday")
    >>> [is_day_of_that_week(read_date(text), gold) for text in ("on Tuesday", "next Tuesday")]
    [True, False]
    """
    said, meant = meanings(answer.relative), meanings(gold.relative)
    return len(said) == 1 and said < meant <= said | _DEIXIS and not any(isinstance(word, str) for word in said)


def ranked(date: DateValue) -> Ranked | None:
    """Return which one in its month a date says that it is, -1 for the last, and of which day of the week; None where it says neither.

    >>> from qa_eval.reading.dates import read_date
    >>> ranked(read_date("the second Saturday of March")), ranked(read_date("12 March"))
    ((2, 6), None)
    """
    words = date.relative.split()
    if date.month is None or date.day is not None or len(words) < _WORDS:
        return None
    rank = -1 if words[0] == "last" else _RANKS.get(words[0], 0)
    kind, weekday = MEANINGS.get(words[1], ("", 0))
    return (rank, weekday) if rank and kind == "weekday" else None


def is_ranked(day: DateValue, which: Ranked) -> bool | None:
    """Return whether a day is the one that its place in the month tells; None where its year is not known."""
    year, month, number = day.year, day.month, day.day
    if year is None or year < 1 or month is None or number is None or not is_day(year, month, number):
        return None
    rank, weekday = which
    if calendar_day(year, month, number).isoweekday() != weekday:
        return False
    return not is_day(year, month, number + 7) if rank < 0 else (number - 1) // 7 + 1 == rank
