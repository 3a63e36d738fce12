"""The reason code of a lenient verdict: which relation between answer and accepted text it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.lenient.features import NAMES
from qa_eval.scorers.lenient.values import BY_VALUE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Row = dict[str, float]
NEAR = 0.15  # from this closeness on a date or figure is off, not another one


def accepted_reason(row: Row) -> Reason:
    """Return why an answer is accepted: the first relation of ``ACCEPTED`` that holds."""
    return next((reason for reason, holds in ACCEPTED if holds(row)), Reason.SAME_MEANING)


def refused_reason(row: Row) -> Reason:
    """Return why an answer is not accepted: the first relation of ``REFUSED`` that holds."""
    return next((reason for reason, holds in REFUSED if holds(row)), Reason.WRONG_WORDS)


def named(row: Sequence[float]) -> Row:
    """Return a row of features by name."""
    return dict(zip(NAMES, row, strict=True))


def is_same_words(row: Row) -> bool:
    """Tell the accepted words, whatever their case, accents, inflection and short names."""
    return row["same_words"] == 1


def is_same_date(row: Row) -> bool:
    """Tell the same date in another format, or a finer one that agrees."""
    return row["date"] >= 1 and row["value"] == row["date"]


def is_coarser_date(row: Row) -> bool:
    """Tell a date that agrees and says less: the year alone."""
    return row["date"] >= 0.6  # noqa: PLR2004 - values.DATE_CLOSENESS of what agrees


def is_same_value(row: Row) -> bool:
    """Tell the same figure in another writing, unit or scale."""
    return row["figure"] == 1 and row["value"] == row["figure"]


def is_rounded_value(row: Row) -> bool:
    """Tell a figure that is the accepted one at the precision that is shown."""
    return row["figure"] >= BY_VALUE and row["value"] == row["figure"]


def says_them_together(row: Row) -> bool:
    """Tell the accepted words side by side within a longer answer."""
    return row["contains"] == 1


def says_all_words(row: Row) -> bool:
    """Tell every accepted word in another order or inflection."""
    return row["soft_recall"] >= 0.9  # noqa: PLR2004 - features.SLIP


def is_initials(row: Row) -> bool:
    """Tell the initials of the accepted name, or the name of the accepted initials."""
    return row["initials"] == 1


def says_enough_words(row: Row) -> bool:
    """Tell a part of the accepted words that names the same: a surname, a name without its qualifier."""
    return row["soft_recall"] > 0


def refuses(row: Row) -> bool:
    """Tell nothing but a refusal."""
    return row["refuses"] == 1 or (row["refuses"] > 0 and row["soft_recall"] == 0 and row["value"] < BY_VALUE)


def takes_it_back(row: Row) -> bool:
    """Tell the accepted words, denied."""
    return row["denied"] == 1


def leaves_it_open(row: Row) -> bool:
    """Tell the accepted words as one of several alternatives."""
    return row["options"] > 0 and row["soft_recall"] >= 0.5  # noqa: PLR2004 - half of them


def is_another_date(row: Row) -> bool:
    """Tell another date than the accepted one."""
    return 0 <= row["date"] < 0.5 and row["figure"] < NEAR and row["number_extra"] > 0  # noqa: PLR2004 - values.DATE_CLOSENESS of a conflict


def is_another_figure(row: Row) -> bool:
    """Tell another figure than the accepted one."""
    return 0 <= row["figure"] < BY_VALUE and row["number_extra"] > 0


def says_a_part(row: Row) -> bool:
    """Tell some of the accepted words, too few."""
    return row["soft_recall"] > 0


ACCEPTED: tuple[tuple[Reason, Callable[[Row], bool]], ...] = (
    (Reason.EXACT, is_same_words),
    (Reason.SAME_DATE, is_same_date),
    (Reason.SAME_DATE, is_coarser_date),
    (Reason.EQUAL_VALUE, is_same_value),
    (Reason.CONTAINS_GOLD, says_them_together),
    (Reason.ROUNDS_TO_GOLD, is_rounded_value),
    (Reason.SAME_WORDS, says_all_words),
    (Reason.ALIAS, is_initials),
    (Reason.ENOUGH_WORDS, says_enough_words),
)
REFUSED: tuple[tuple[Reason, Callable[[Row], bool]], ...] = (
    (Reason.ABSTAINED, refuses),
    (Reason.CONTRADICTION, takes_it_back),
    (Reason.SEVERAL_ANSWERS, leaves_it_open),
    (Reason.WRONG_DATE, is_another_date),
    (Reason.WRONG_VALUE, is_another_figure),
    (Reason.PARTIAL, says_a_part),
)
SENTENCES: Mapping[Reason, str] = {
    Reason.EXACT: "the accepted words",
    Reason.SAME_DATE: "a date that agrees",
    Reason.EQUAL_VALUE: "the same value",
    Reason.CONTAINS_GOLD: "says the accepted words",
    Reason.ROUNDS_TO_GOLD: "the accepted value as far as it is shown",
    Reason.SAME_WORDS: "the accepted words in another order or form",
    Reason.ALIAS: "another form of the accepted name",
    Reason.ENOUGH_WORDS: "enough of the accepted words",
    Reason.SAME_MEANING: "close enough to the accepted answer",
    Reason.ABSTAINED: "declines to answer",
    Reason.CONTRADICTION: "denies the accepted answer",
    Reason.SEVERAL_ANSWERS: "leaves several answers open",
    Reason.WRONG_DATE: "another date",
    Reason.WRONG_VALUE: "another value",
    Reason.PARTIAL: "too little of the accepted words",
    Reason.WRONG_WORDS: "other words",
}
