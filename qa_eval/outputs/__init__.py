"""What other harnesses wrote, one file each, read as predictions; a file defines ``Output``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from qa_eval.model import Failure


class Output(Protocol):
    """Reads what one other harness writes; made without arguments."""

    def fits(self, path: Path, head: bytes) -> bool:
        """Tell by a file's name and its first 64 KiB whether it is such an output."""
        ...

    def answers(self, path: Path) -> Iterator[tuple[str, str | Failure | None, str]]:
        """Yield the id of a question, the answer (why it failed, or None where there is none), and where it stands in the file.

        Raises ValueError, with what is wrong, for a file that is broken.
        """
        ...
