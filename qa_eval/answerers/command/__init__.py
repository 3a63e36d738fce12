"""A program of the user's own, kept running: one line of JSON in, one line out.

In:  ``{"id": …, "question": …, "document": …, "tags": […]}``.
Out: ``{"answer": …}``, with ``"evidence": [quotes]``, ``"confidence": 0..1`` and ``"tokens": {"prompt": n, "completion": n}``
if it likes, or ``{"error": …}``. A line that is anything else is no answer: a failure of kind "garbage". What the program has
to tell besides goes to its stderr, which is shown when it fails.
"""

from __future__ import annotations

import hashlib
import json
import shlex
import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

from qa_eval.answerers._texts import digest
from qa_eval.errors import AnswererError, SpecError
from qa_eval.redaction import Keys

if TYPE_CHECKING:
    from qa_eval.answerers.command.pool import Pool
    from qa_eval.model import Prediction

LARGEST_DIGESTED = 50_000_000

HEAD = 200  # bytes of a first line


class Answerer:
    """Asks a program that you keep, a JSON line each way: command:./program --flag

    Up to ``processes`` copies of it run at once; one that crashes, hangs or prints garbage is stopped with everything it
    started, and the next question starts another. Raises SpecError when there is no such program.
    """

    def __init__(
        self,
        command: str,
        *,
        processes: Annotated[int, "how many copies of the program run at once"] = 4,
        timeout: Annotated[float, "seconds to wait for one answer"] = 60.0,
        send_document: Annotated[bool, "whether each line carries the document"] = True,
        max_bytes: Annotated[int, "longest line that is read"] = 10_000_000,
    ) -> None:
        self._arguments = _arguments(command)
        if processes < 1:
            raise SpecError(f"option 'processes' is at least 1, got {processes}")
        self.concurrency = processes
        self._timeout = timeout
        self._send_document = send_document
        self._max_bytes = max_bytes
        self._keys = Keys()
        self._keys.hide_all()  # the program has our environment, and may print it when it crashes
        self._pool: Pool | None = None
        self.identity = digest({"command": [*self._arguments], "files": {**_digests(self._arguments)}})

    async def answer(
        self,
        question: str,
        document: str,
        id: str = "",  # noqa: A002 - the run gives it by this name
        tags: tuple[str, ...] = (),
    ) -> str | Prediction:
        """Ask a copy of the program. Raises AnswererError of the kind that fits what went wrong."""
        from qa_eval.answerers.command.pool import Pool  # noqa: PLC0415 - asyncio takes 50 ms to import
        from qa_eval.answerers.command.reply import read_line  # noqa: PLC0415 - only an answer needs it

        request = {"id": id, "question": question, "document": document, "tags": list(tags)}
        if not self._send_document:
            del request["document"]
        if self._pool is None or not self._pool.is_of_this_loop():
            self._pool = Pool(self._arguments, self.concurrency, self._max_bytes)
        try:
            sent = json.dumps(request).encode() + b"\n"
            return await self._pool.ask(sent, self._timeout, lambda line: read_line(line, id))
        except AnswererError as error:
            raise AnswererError(error.kind, self._keys.redact(error.message), retryable=error.retryable) from None

    async def close(self) -> None:
        """End every copy: its input ends, and what is still there two seconds later is killed."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await pool.close()


def _runner(program: Path) -> str:
    """Return what runs a script, as its first line says; python where it says nothing."""
    with suppress(OSError), program.open("rb") as file:
        first = file.readline(HEAD).decode("utf-8", "replace")
        words = [PurePosixPath(word).name for word in first[2:].split()] if first.startswith("#!") else []
        return next((word for word in words if word != "env" and not word.startswith("-")), "python")
    return "python"


def _arguments(command: str) -> list[str]:
    try:
        arguments = shlex.split(command)
    except ValueError as error:
        raise SpecError(f"the command {command!r} cannot be split into words: {error}") from None
    if not arguments:
        raise SpecError("the command is empty", hint="as in command:./program --flag")
    program = arguments[0]
    if shutil.which(program) is None:
        if Path(program).is_file():
            raise SpecError(
                f"{program!r} may not be run",
                hint=f"chmod +x {shlex.quote(program)}, or write command:{_runner(Path(program))} {shlex.quote(program)}",
            )
        raise SpecError(
            f"there is no program {program!r}", hint="a path such as ./program counts from the current folder"
        )
    return arguments


def _digests(arguments: list[str]) -> dict[str, str]:
    """Return the SHA-256 of each file that the command names by its path; of a very large one its size."""
    found = {}
    for argument in arguments:
        path = Path(argument)
        if (path.suffix or "/" in argument) and path.is_file():
            size = path.stat().st_size
            large = size > LARGEST_DIGESTED
            found[argument] = f"{size} bytes" if large else hashlib.sha256(path.read_bytes()).hexdigest()
    return found
