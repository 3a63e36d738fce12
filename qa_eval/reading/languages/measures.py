"""Unit names of a language, each with every prefix it takes: "Mikrogramm", "kilowattheures", "centímetros cúbicos"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qa_eval.reading.languages.tables import any_of, flat

if TYPE_CHECKING:
    from collections.abc import Mapping


class Measures:
    """The units of a language: its prefixes, the names behind them, and what makes them square or cubic."""

    def __init__(self, data: Mapping[str, object]) -> None:
        self._prefixes, self._units, powers = (flat(data.get(key)) for key in ("prefixes", "units", "powers"))
        self._powers = {form.strip("… "): power for form, power in powers.items()}
        before = any_of(form.strip("… ") for form in powers if form.endswith("…"))
        behind = any_of(form.strip("… ") for form in powers if form.startswith("…"))
        self._named = re.compile(
            rf"(?<!\w)(?:(?P<before>{before})[\s-]?)?(?P<prefix>{any_of(self._prefixes)})?-?(?P<unit>{any_of(self._units)})(?:\s+(?P<behind>{behind}))?(?!\w)",
            re.IGNORECASE,
        )

    def in_english(self, text: str) -> str:
        """Return the text with the names of its units in English; one without a prefix may be a name, unless it stands behind a figure.

        James Watt is none, 60 Watt are.
        """
        return self._named.sub(self._read, text)

    def _read(self, match: re.Match[str]) -> str:
        before, prefix, behind = (match[part] for part in ("before", "prefix", "behind"))
        if not (before or prefix or behind or match.string[: match.start()].rstrip(" \u00a0\u202f-")[-1:].isdigit()):
            return match[0]
        power = self._powers.get((before or behind or "").lower(), "")
        unit = self._units[match["unit"].lower()]
        return f"{power} {self._prefixes[prefix.lower()] if prefix else ''}{unit}".strip()
