"""Which of the dates of an answer is the one asked for: "It opened in 1949. In 1961 it was rebuilt."."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.reading.dates import DateRelation, agrees
from qa_eval.reading.dates.spans import ends_before_it_began
from qa_eval.reading.given.words import stem as verb_stem
from qa_eval.reading.regex import regex
from qa_eval.reading.verbs import is_past
from qa_eval.scorers.lenient.echoes import is_echo
from qa_eval.scorers.lenient.others import meaning
from qa_eval.scorers.lenient.several import SHORT, Decision
from qa_eval.scorers.lenient.values import DATE_CLOSENESS
from qa_eval.scorers.lenient.words import SMALL, plain, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa_eval.reading.dates import DateValue
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.reasons import Row
    from qa_eval.scorers.lenient.said import Said

OTHER = 0.3  # up to which two dates conflict
AGREES = 0.5  # values.DATE_CLOSENESS from which on two dates may be the same
MOST_OF_A_DATE = 3  # words of a day, a month and a year
LEAST = 4  # words of the question that tell what is dated, without its last one
HALF = 0.5  # the same, where nothing of the question stands by an accepted date
ENOUGH = 0.6  # share of the question that the clause of the other date repeats at least
_WITHIN = frozenset((DateRelation.SAME, DateRelation.FINER, DateRelation.AMBIGUOUS))
_CONFLICTS = frozenset(
    (DateRelation.CONFLICT, DateRelation.DIFFERENT_YEAR, DateRelation.NEAR_YEAR, DateRelation.SAME_YEAR)
)
_TIMES = frozenset(("year", "date", "day", "month", "time"))
_TURNS = frozenset(("end", "start", "begin", "finish", "stop", "close", "open", "die", "leave", "return", "over"))
CLAUSE = regex(
    r"[.!?][\"')]*\s|;|\n|,? \b(?:while|whereas|but|because|although|though|after|before|when)\b|, (?:who|which|where|and)\b"
)


_DEEDS = {
    "birth": "born",
    "birthday": "born",
    "death": "die",
    "founding": "founded",
    "foundation": "founded",
    "completion": "complete",
}
_COMPLETES = frozenset(map(verb_stem, ("complete", "close", "conclude", "finalise", "finalize", "finish")))
BY_VERB = regex(r"\n|[.!?][\"')]*\s|[;,]\s|\b(?:and|but|then)\b")


def by_lone_date(asked: Asked, said: Said) -> Decision | None:
    """Decide where an answer is one date and nothing else: the accepted one in another format, or one that conflicts with each."""
    if not asked.only_dates or asked.is_negated or len(said.words) > MOST_OF_A_DATE or len(said.dates) != 1:
        backwards = bool(asked.dates) and ends_before_it_began(said.plain)
        return Decision(0.05, Reason.WRONG_DATE, "ends before it begins") if backwards else None
    (date,) = said.dates
    bare = date.text == said.plain.strip(" .") and not (
        date.negated or date.approximate or date.ambiguous or said.sides
    )
    if not bare or date.relative or not asked.dates:
        return None
    relations = {agrees(date, gold) for _, gold in asked.dates}
    if DateRelation.SAME in relations:
        return Decision(0.98, Reason.SAME_DATE, "the same date")
    if relations <= _CONFLICTS:
        return Decision(0.03, Reason.WRONG_DATE, "another date")
    return None


def is_the_date(asked: Asked, said: Said) -> Decision | None:
    """Decide where every date of a short answer is the accepted one or within it: "12 March 1987" for March 1987, "January 1911" for early 1911."""
    if not asked.only_dates or not said.dates or len(said.words) > SHORT or asked.is_negated:
        return None
    aside = [*said.aside, *said.sides]
    for date in said.dates:
        if date.negated or any(low <= date.start < high for low, high in aside):
            return None
        if not any(agrees(date, gold) in _WITHIN for _, gold in asked.dates):
            return None
    return Decision(0.9, Reason.SAME_DATE, "the accepted date, or a day or month of it")


def is_dated_by_its_verb(asked: Asked, said: Said) -> Decision | None:
    """Decide where another date stands by the verb of the question, and the accepted one by another verb: "planned in 1934 and opened in 1941"."""
    if not asked.only_dates or len(said.dates) < 2 or asked.is_negated or len(said.words) > 2 * SHORT:  # noqa: PLR2004 - one and another
        return None
    marks = [0, *(mark.end() for mark in BY_VERB.finditer(said.plain)), len(said.plain) + 1]
    other = False
    for low, high in pairwise(marks):
        dates = [date for date in said.dates if low <= date.start < high]
        if not dates:
            continue
        verbs = [word for word in said.between(low, high) if _is_told(said.lowered(word))]
        stems = {verb_stem(said.lowered(verb)) for verb in verbs}
        told = any(_is_the_verb(each, asked) for each in stems)
        near = max(DATE_CLOSENESS.get(agrees(date, gold), 0.0) for date in dates for _, gold in asked.dates)
        if not verbs or (told and near > OTHER) or (not told and near <= OTHER):
            return None
        other = other or told
    return Decision(0.2, Reason.WRONG_DATE, "another date is given for what is asked") if other else None


def dates_of_the_verb(asked: Asked, said: Said) -> Sequence[DateValue]:
    """Return the dates that stand by the verb of the question, where all others stand by another verb: "founded in 1299 and ended in 1922"."""
    marks = [0, *(mark.end() for mark in BY_VERB.finditer(said.plain)), len(said.plain) + 1]
    found: list[DateValue] = []
    for low, high in pairwise(marks):
        dates = [date for date in said.dates if low <= date.start < high]
        if not dates:
            continue
        verbs = {verb_stem(told) for word in said.between(low, high) if _is_told(told := said.lowered(word))}
        if not verbs:
            return ()
        if any(_is_the_verb(each, asked) for each in verbs):
            found += dates
    return found


def is_no_such_date(row: Row, asked: Asked, said: Said) -> Decision | None:
    """Decide where the words of the accepted date are said, and make up others: "born 9 June 1812, died 7 February 1870", for 7 February 1812.

    In one date that conflicts they are side by side only where it is of another era, "the 12th century BC", or a decade, "the late 1970s".
    """
    if not asked.only_dates or not 0 <= row["date"] <= OTHER or not row["found"] or len(said.words) > 2 * SHORT:
        return None
    if any(date.relative for date in (*said.dates, *(gold for _, gold in asked.dates))):
        return None
    if asked.is_negated or (row["contains"] and not (said.dates and all(_is_another_period(asked, said)))):
        return None
    return Decision(0.15, Reason.WRONG_DATE, "a date that conflicts") if said.dates else None


def _is_another_period(asked: Asked, said: Said) -> Iterator[bool]:
    untold = any(gold.year is not None and str(abs(gold.year)) not in gold.text for _, gold in asked.dates)
    for date in said.dates:
        for _, gold in asked.dates:
            one, other = (each.century or each.year or 0 for each in (date, gold))
            yield (
                one * other < 0
                or (untold and date.year != gold.year)
                or (gold.year is not None and (date.decade or date.century) is not None)
            )


def _is_told(low: str) -> bool:
    return is_past(low) or low == "born"


def _is_the_verb(stem: str, asked: Asked) -> bool:
    """Return whether a verb is one of the question, or stands for it, as "closed" does for "completed"."""
    verbs = verbs_asked(asked.forms)
    if stem in verbs or (stem in _COMPLETES and not verbs.isdisjoint(_COMPLETES)):
        return True
    known = meaning(stem)
    return known is not None and any(meaning(each) == known for each in verbs)


@lru_cache(maxsize=4096)
def verbs_asked(forms: frozenset[str]) -> frozenset[str]:
    """Return the stems of the verbs of a question, and of those that its nouns are made of: "date of birth" asks when somebody was born."""
    return frozenset(map(verb_stem, forms | {_DEEDS[form] for form in forms & _DEEDS.keys()}))


def _opens_with_it(asked: Asked, said: Said) -> bool:
    """Return whether an answer opens with the accepted date by itself: "In 1914; the second war began in 1939"."""
    date = said.dates[0]
    right = any(DATE_CLOSENESS.get(agrees(date, gold), 0.0) >= AGREES for _, gold in asked.dates)
    bare = all(word.form in SMALL for word in said.words if word.start < date.start)
    return right and bare and said.plain[date.end_offset : date.end_offset + 1] in (";", ".")


def is_dated_otherwise(asked: Asked, said: Said) -> Decision | None:
    """Decide where the clause that repeats the question gives another date, and an accepted one stands elsewhere."""
    if not asked.only_dates or len(said.dates) < 2 or asked.is_negated:  # noqa: PLR2004 - one and another
        return None
    by_verb = is_dated_by_its_verb(asked, said)
    if by_verb is not None or _opens_with_it(asked, said):
        return by_verb
    told_of = [word.form for word in words_of(plain(asked.text)) if word.form in asked.forms - _TIMES]
    if not told_of:
        return None
    marks = [0, *(mark.end() for mark in CLAUSE.finditer(said.plain)), len(said.plain) + 1]
    told: list[tuple[int, bool]] = []
    bare = True  # no word of the question stands by an accepted date
    for low, high in pairwise(marks):
        dates = [date for date in said.dates if low <= date.start < high]
        if dates:
            here = [
                word
                for word in said.words
                if low <= word.start < high and word.form not in _TIMES and is_echo(word, asked)
            ]
            last = any(verb_stem(word.form) == verb_stem(told_of[-1]) for word in here)
            echoes = len({word.form for word in here})
            echoes = echoes if last or (echoes >= LEAST and told_of[-1] not in _TURNS) else 0
            right = any(
                DATE_CLOSENESS.get(agrees(date, gold), 0.0) >= AGREES for date in dates for _, gold in asked.dates
            )
            told.append((echoes, right))
            bare = bare and not (right and (here or not low))
    best = max((echoes for echoes, _ in told), default=0)
    if best < max(2, (HALF if bare else ENOUGH) * len({*told_of})) or any(
        right and 2 * echoes > best for echoes, right in told
    ):
        return None
    return Decision(0.25, Reason.WRONG_DATE, "another date is given for what is asked")
