"""The YAML parser's complaints, said as what is wrong, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml


def explain(error: yaml.YAMLError) -> tuple[int, str, str]:
    """Return the offset, the message and the hint for a syntax error."""
    mark = getattr(error, "problem_mark", None)
    return (mark.index if mark else 0), str(getattr(error, "problem", error)), ""
