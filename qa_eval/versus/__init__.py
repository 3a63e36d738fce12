"""Several runs against a first one: is the difference more than noise, where does it come from, what could be seen at all."""

from __future__ import annotations

from qa_eval.versus.contrasts import (
    UNLIKE,
    Contrast,
    Outcome,
    Side,
    contrasts,
    differing,
    refuse,
    together,
)
from qa_eval.versus.plain import to_json
from qa_eval.versus.words import markdown, text

__all__ = [
    "UNLIKE",
    "Contrast",
    "Outcome",
    "Side",
    "contrasts",
    "differing",
    "markdown",
    "refuse",
    "text",
    "to_json",
    "together",
]
