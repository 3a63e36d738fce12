"""Accepted texts that answers may put in other words; what they mean is read when the first answer asks, since the words of one meaning are a table that takes its time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.scorers._words.wording import Wording
    from qa_eval.scorers.strict.meaning.restated import Restated


class Restatable:
    """The accepted texts of one question."""

    def __init__(self, texts: Sequence[str], question: str) -> None:
        self.texts, self.question = texts, question

    @cached_property
    def _restated(self) -> Restated:
        from qa_eval.scorers.strict.meaning.restated import Restated  # noqa: PLC0415 - it loads the table

        return Restated(self.texts, self.question)

    def said_in(self, wording: Wording) -> tuple[int, int] | None:
        """Return where an answer says an accepted text in other words, as a span of characters; None for nowhere."""
        return self._restated.said_in(wording)
