"""An accepted name of two words written as one: "Silvermark", for Silver Mark and for Silvern Mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.model import Reason
from qa_eval.scorers.lenient.several import Decision
from qa_eval.scorers.lenient.words import SMALL

if TYPE_CHECKING:
    from qa_eval.scorers.lenient.asked import Asked
    from qa_eval.scorers.lenient.said import Said

LEAST = 8  # letters of a word of two
PART = 3  # letters of one of the two
FEW = 4  # words of an answer that is one name
_ENDINGS = ("", "e", "s", "n", "es", "en", "er")  # what the first word may lose in front of the second


def is_fused(asked: Asked, said: Said) -> Decision | None:
    """Decide where a short answer is an accepted name of two words in one, its joint inflected or not."""
    own = [form for form in said.forms if form not in SMALL]
    if len(said.words) > FEW or len(own) != 1 or len(own[0]) < LEAST:
        return None
    if any(own[0] in _joined(*each.content) for each in asked.wanted if len(each.content) == 2):  # noqa: PLR2004 - two words
        return Decision(0.85, Reason.SAME_WORDS, "the accepted words written as one")
    return None


def _joined(one: str, other: str) -> set[str]:
    """Return two words in one: as they are, and without an ending of the first."""
    if min(len(one), len(other)) < PART:
        return set()
    stems = {one.removesuffix(ending) for ending in _ENDINGS if one.endswith(ending)}
    return {stem + other for stem in stems if len(stem) >= PART}
