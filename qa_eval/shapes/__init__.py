"""The shapes in which question sets are published, one file each; a file defines ``Shape``.

A shape turns a record of a published file, or a row of it on a hub, into questions in the plain form, ``{"id", "question",
"answers", …}``. Reading files and asking hubs is the business of ``qa_eval.importing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.formats import Content

Record: TypeAlias = "dict[str, Content]"
PlainQuestion: TypeAlias = "dict[str, Content]"


class Shape(Protocol):
    """Knows one published shape; made without arguments."""

    def fits(self, record: Record) -> bool:
        """Tell whether a record is of this shape."""
        ...

    def questions(self, record: Record, number: int) -> Iterator[PlainQuestion]:
        """Yield the questions of a record, the ``number``-th of its source, counted from 1.

        A question without the key ``answers`` is one whose answers were not published; ``answers: []`` is unanswerable.
        """
        ...
