"""Accepted texts that answers may put in other words; what they mean is read when the first answer asks, since the words of one meaning are a table that takes its time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from qa_eval.scorers._words.wording import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.wording import Wording
    from qa_eval.scorers.strict.meaning.restated import Restated


_NONE = frozenset((frozenset[str](),))  # no accepted text has a figure below zero


def _below_zero(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0] == "-" and word[1:2].isdecimal())


class Restatable:
    """The accepted texts of one question."""

    def __init__(self, texts: Sequence[str], question: str) -> None:
        self.texts, self.question = texts, question

    @cached_property
    def _below_zero(self) -> frozenset[frozenset[str]]:
        return frozenset(_below_zero(key(text)) for text in self.texts)

    @cached_property
    def _restated(self) -> Restated:
        from qa_eval.scorers.strict.meaning.restated import Restated  # noqa: PLC0415 - it loads the table

        return Restated(self.texts, self.question)

    @cached_property
    def _nearly(self) -> tuple[Restated, ...]:
        from qa_eval.scorers.strict.meaning.nearly import (  # noqa: PLC0415 - it loads a table
            NearlyExpressed,
            NearlyRestated,
        )

        return NearlyRestated(self.texts, self.question), NearlyExpressed(self.texts, self.question)

    def said_in(self, wording: Wording) -> tuple[int, int] | None:
        """Return where an answer says an accepted text in other words, as a span of characters; None for nowhere."""
        if ("-" in wording.text or self._below_zero != _NONE) and not self._has_its_signs(wording):
            return None  # 4 degrees of frost are not told by "at 4 °C"
        place = self._restated.said_in(wording)
        if place is not None:
            return place
        return next((place for near in self._nearly if (place := near.said_in(wording)) is not None), None)

    def _has_its_signs(self, wording: Wording) -> bool:
        """Return whether the figures below zero of an answer are those of an accepted text, where either has some."""
        said = _below_zero(wording.words)
        return said in self._below_zero if said else not self._below_zero or frozenset() in self._below_zero
