"""Numbers that count nothing: those of dates and times of day are marked, those of names ("T-72", "IPv4") are not read.

A number is part of a name when letters stand directly before it, or before a hyphen before it ("KN-23", "M1A2",
"COVID-19"), when three or more groups are joined by hyphens (telephone numbers), or when letters that make no unit are
stuck to it ("4K7", "3D").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.reading.calendar import MONTHS, SHORT_MONTHS
from qa_eval.reading.quantities.nouns import is_plural
from qa_eval.reading.regex import regex

if TYPE_CHECKING:
    from qa_eval.reading.quantities.quantity import Draft
    from qa_eval.reading.tokens import Tokens

_MONTHS = frozenset((*MONTHS, *SHORT_MONTHS))
_ALSO_WORDS = {"may", "march", "mar", "dec", "jan", "sep"}
_BEFORE_YEAR = frozenset(
    ["in", "since", "by", "during", "until", "till", "from", "early", "late", "mid", "of", "before", "after", "year", "spring", "summer", "autumn", "fall", "winter", "between", "circa", "fy", "and", "to", "beginning", "end", "through", "throughout", "season", "the", "around", "about"]
)  # fmt: skip
_SURE_BEFORE_YEAR = frozenset(
    ["in", "since", "during", "year", "early", "late", "mid", "spring", "summer", "autumn", "fall", "winter", "fy"]
)
_AFTER_YEAR = frozenset(["bc", "ad", "bce", "ce"])
# What may be hyphened before a number that still counts: "mid-1990s", "sub-10", "plus-20".
_HYPHENED_WORDS = frozenset(
    ["mid", "early", "late", "pre", "post", "sub", "over", "under", "circa", "about", "plus", "minus", "top", "non", "ex", "near", "around", "approx", "roughly", "nearly", "almost", "some", "first", "last", "between", "from", "to", "up", "than", "and", "or", "is", "was", "of", "the", "at", "in", "by"]
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_LAST_DAY, _LAST_HOUR = 31, 24
_YEAR_DIGITS, _TWO_DIGITS = 4, 2
_LETTERS_OF_A_NAME = 3
_NUMERIC_DATE = regex(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}")


def is_identifier(tokens: Tokens, index: int) -> bool:
    """Say whether the figure at ``index``, to which something is glued that is no sign or currency, belongs to a name."""
    words = tokens.words
    before = words[index - 1]
    if tokens.glued(index):
        if before.isalpha() and before not in {"x", "×"}:
            return before not in _HYPHENED_WORDS  # "a total of10" lacks a space
        if before == "_" or (before == "#" and tokens.glued(index - 1)):
            return True
        if before in {"-", "–"} and tokens.glued(index - 1):
            name = words[index - 2]
            if name.isdecimal() and tokens.glued(index - 2):
                name = words[index - 3]
            return name[-1:].isalpha() and name not in _HYPHENED_WORDS and name not in _MONTHS
        if (
            before in {".", ":", "/"}
            and tokens.glued(index - 1)
            and words[index - 2][-1:].isdecimal()
            and words[index][:1] != "."
        ):
            return before == "." and words[index - 2].count(".") > 0
    return False


def has_name_behind(tokens: Tokens, draft: Draft) -> bool:
    """Say whether letters that are no unit are stuck to the end of ``draft``: "4K7", "3D", "737s"."""
    index = draft.end
    word = tokens.words[index]
    if not word.isalpha() or not tokens.glued(index) or not draft.digits or (draft.unit and not draft.unit_before):
        return False
    if word in {"x", "yo", "ish", "odd", "s", "plus"}:
        return word == "s" and not _is_year_number(draft) and draft.value % 10 != 0
    return len(word) <= _LETTERS_OF_A_NAME


def joined_groups_end(tokens: Tokens, index: int) -> int:
    """Return the index behind three or more groups of digits joined by hyphens (a telephone number); ``index`` if none.

    A date such as 2023-03-27 is no such thing.
    """
    words = tokens.words
    end, groups = index + 1, 1
    while words[end] in {"-", "/"} and tokens.glued(end) and tokens.glued(end + 1) and words[end + 1].isdecimal():
        end, groups = end + 2, groups + 1
    if words[end - 2] == "/" and words[end - 4] == "-" and groups == 3:  # noqa: PLR2004 - "2-1/2"
        return index
    if groups <= 2 or _NUMERIC_DATE.fullmatch(tokens.span(index, end)):  # noqa: PLR2004 - two make a range
        return index
    return end


def is_numeric_date(tokens: Tokens, index: int) -> int:
    """Return the index behind a date in digits that starts at ``index``: "27/03/2023", "2023-03-27"; ``index`` if none."""
    words = tokens.words
    mark = words[index + 1]
    if (
        mark not in {"-", "/"}
        or words[index + 3] != mark
        or not words[index + 4].isdecimal()
        or words[index + 5] == mark
    ):
        return index
    return index + 5 if _NUMERIC_DATE.fullmatch(tokens.span(index, index + 5)) else index


def is_dated(tokens: Tokens, draft: Draft, *, after_date: bool) -> bool:
    """Say whether ``draft`` is a day, a year, a decade or a time of day; ``after_date``: a dated number stands before it."""
    if draft.unit or draft.fraction or (not draft.digits and not draft.ordinal):
        return False
    return (
        _is_beside_month(tokens, draft)
        or _is_time_of_day(tokens, draft)
        or (tokens.words[draft.end] == "s" and tokens.glued(draft.end))
        or tokens.words[draft.end] in _AFTER_YEAR
        or (draft.ordinal and tokens.words[draft.end] in {"century", "centuries"})
        or (
            len(tokens.words[draft.start]) == _YEAR_DIGITS
            and _is_year_number(draft)
            and _is_year(tokens, draft, after_date=after_date)
        )
    )


def _is_year_number(draft: Draft) -> bool:
    return draft.digits and draft.scale == 1 and draft.step == 1 and _FIRST_YEAR <= draft.value <= _LAST_YEAR


def _is_beside_month(tokens: Tokens, draft: Draft) -> bool:
    """Read "March 27", "27th of March", "March 2023"."""
    words = tokens.words
    before = draft.start - 1
    if words[before] in {".", "the"}:
        before -= 1
    after = draft.end + (words[draft.end] in {"of", "-"})
    if not (before >= 0 and _is_month(tokens, before)) and not _is_month(tokens, after):
        return False
    return 1 <= draft.value <= _LAST_DAY or _is_year_number(draft)


def _is_month(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word not in _MONTHS:
        return False
    return word not in _ALSO_WORDS or tokens.written(index)[:1].isupper()


def _is_time_of_day(tokens: Tokens, draft: Draft) -> bool:
    """Read "6 pm", "11 a.m.", "5 o'clock" and both numbers of "12:30"."""
    words, index = tokens.words, draft.end
    word = words[index]
    if word in {"am", "pm"}:
        return True
    if word == "o" and words[index + 2] == "clock":
        return True
    if word in {"a", "p"} and words[index + 1] == "." and words[index + 2] == "m":
        return True
    return _is_clock_time(tokens, draft)


def _is_clock_time(tokens: Tokens, draft: Draft) -> bool:
    """Recognise the parts of "12:30" and "1:59:40"; a ratio such as 3:1 has no two digits."""
    words = tokens.words
    before, behind = draft.start - 1, draft.end
    if words[before] == ":" and tokens.glued(before) and tokens.glued(draft.start) and words[before - 1].isdecimal():
        return len(words[draft.start]) == _TWO_DIGITS and words[draft.start] < "60"
    if words[behind] == ":" and tokens.glued(behind) and tokens.glued(behind + 1):
        return len(words[behind + 1]) == _TWO_DIGITS and words[behind + 1] < "60" and draft.value <= _LAST_HOUR
    return False


def _is_year(tokens: Tokens, draft: Draft, *, after_date: bool) -> bool:
    words = tokens.words
    if words[draft.end] == "/" and tokens.glued(draft.end):
        return True
    if draft.high is not None:
        digits = len(words[draft.end - 1])
        return draft.high <= _LAST_YEAR and (digits == _TWO_DIGITS or (digits == _YEAR_DIGITS and not draft.noun))
    before = words[draft.start - 1]
    if after_date and (before == "," or not before[:1].isalpha()):
        return True
    if before in {"-", "–", "—"}:
        before = words[draft.start - 2]
    if before in {"a", "an"}:
        return True  # "a 2018 series": an article counts nothing
    if before == "the" and tokens.written(draft.end)[:1].isupper() and not is_plural(draft.noun.lower()):
        return True  # "the 2004 Athens Olympic Games"-like names of events
    if draft.noun[:1].islower():
        return before in _SURE_BEFORE_YEAR and words[draft.end] != draft.noun.lower()
    return before in _BEFORE_YEAR
