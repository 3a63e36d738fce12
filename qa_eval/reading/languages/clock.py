"""Times of day as a language tells them: "halb drei nachmittags", "14 heures 30", "las dos y media" are 14:30."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from qa_eval.reading.languages.tables import any_of, items, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOUR_LONG, _EARLY, _HALF_DAY, _DAY = 60, 6 * 60, 12 * 60, 24 * 60  # minutes
_HOUR = r"(?P<h>[01]?\d|2[0-4])"
_MINUTE, _MINUTES = r"(?P<m>[0-5]?\d)", r"(?P<m>[0-5]\d)"


class Clock:
    """How a language tells the time: minutes from the full hour, as its file lists them, and parts of the day.

    Keys of ``[clock]`` are minutes added to the hour ("15", "-15"), "+m" and "-m" where the minutes are told; behind "lasting" stand forms that
    may be a length of time as well. They are looked for in the order of the file.
    """

    def __init__(self, data: Mapping[str, object]) -> None:
        told = items(data.get("clock"))
        parts = items(data.get("parts_of_the_day"))
        self._named = {form.lower(): hour for hour, forms in items(data.get("hours")) for form in forms}
        self._parts = {form.lower(): part for part, forms in parts for form in forms}
        hour = rf"(?:{_HOUR}|(?P<named>{any_of(self._named)}))"
        part = rf"(?:\s*,?\s+(?P<part>{any_of(self._parts)}))"
        at = rf"(?:(?P<at>{any_of(texts(data.get('at', [])))})\s+)"
        self._told = [
            (
                re.compile(
                    _form(form, {"h": hour, "m": _MINUTE, "mm": _MINUTES, "part": part, "at": at}), re.IGNORECASE
                ),
                shift,
            )
            for shift, forms in told
            for form in forms
        ]

    def in_english(self, text: str) -> str:
        """Return the text with its times of day in figures."""
        for told, shift in self._told:
            text = told.sub(partial(self._read, shift=shift), text)
        return text

    def _read(self, match: re.Match[str], shift: str) -> str:
        hour = self._named[match["named"].lower()] if match["named"] else match["h"]
        part = self._parts[match["part"].lower()] if match["part"] else ""
        minutes = 60 * int(hour) + _minutes(match, shift)
        if part == "night" and minutes < _HALF_DAY + _HOUR_LONG:  # 12 at night is midnight, 11 is late and 2 early
            minutes %= _HALF_DAY
            part = "am" if minutes < _EARLY else "pm"
        if part == "pm" and minutes < _HALF_DAY:
            minutes += _HALF_DAY
        at = "at " if match["at"] else ""
        told = f"{at}{minutes // 60 % 24}{'h' if shift.startswith('lasting') and not part else ':'}{minutes % 60:02d}"
        return f"{told} a.m." if part == "am" and _HOUR_LONG <= minutes % _DAY < _HALF_DAY else told


def _minutes(match: re.Match[str], shift: str) -> int:
    """Return the minutes after the hour that is named."""
    shift = shift.removeprefix("lasting ")
    told = match.groupdict().get("m")
    return int(f"{shift[0]}{told}") if told else int(shift)


def _form(form: str, parts: Mapping[str, str]) -> str:
    """Return the expression of a form: {h} the hour, {m} the minutes, {mm} in 2 digits; {at} and {part} (of the day) may stand around it, or must where it names them."""
    form = form if "{at}" in form else f"(?:{{at}})?{form}"
    form = form if "{part}" in form else f"{form}{{part}}?"
    expression = form.replace(" ?", r"\s*").replace(" ", r"\s+")
    for name, part in parts.items():
        expression = expression.replace(f"{{{name}}}", part)
    return rf"(?<![\w.:,])(?:{expression})(?![\w:]|[.,]\d)"
