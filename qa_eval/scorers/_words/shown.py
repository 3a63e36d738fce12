"""An answer as a report shows it."""

from __future__ import annotations

SHOWN = 200  # characters of an answer that a report shows as read


def shown(text: str) -> str:
    """Return an answer as a report shows it: one line, not too long."""
    line = " ".join(text[: 4 * SHOWN].split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
