"""Whether a figure goes the other way than the accepted one: "5 % less" for "5 % more", and not "B is 5 m lower" for A's 5 m more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa_eval.reading.directions.telling import Told


def goes_against(said: Told, wanted: Told) -> bool:
    """Return whether what an answer tells of the figure excludes what is accepted or asked for.

    >>> from qa_eval.reading.directions import asked_way, told_at
    >>> asked = asked_way("How much higher is the dome than the tower?")
    >>> goes_against(told_at("20 m lower", 0, 4), asked), goes_against(told_at("The tower is 20 m lower.", 13, 17), asked)
    (True, False)
    """
    return _differ(said, wanted) and not _turned_round(said, wanted)


def goes_along(said: Told, wanted: Told) -> bool:
    """Return whether both tell the same way of something, or the answer tells the opposite of the other thing."""
    return _agree(said, wanted) or (_differ(said, wanted) and _turned_round(said, wanted))


def _agree(said: Told, wanted: Told) -> bool:
    return not said.senses.isdisjoint(wanted.senses)


def _differ(said: Told, wanted: Told) -> bool:
    if _agree(said, wanted):
        return False
    axes = {axis for axis, _ in wanted.senses}
    return any(axis in axes for axis, _ in said.senses)


def _turned_round(said: Told, wanted: Told) -> bool:
    """Return whether an answer tells it of the other thing: what is asked is compared with it, or it with what is asked."""
    other = wanted.about - wanted.subject
    if other & said.subject:
        return True
    return bool(said.about & wanted.subject) and not said.about & wanted.about and bool(wanted.about)
