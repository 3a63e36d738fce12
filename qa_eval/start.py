"""Where the command line starts: what it can say without importing anything, --help, --version and a verb's completion, it
says at once; for everything else it hands over to ``cli``.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import stat
import sys

from qa_eval import __version__

TYPE_CHECKING = False  # typing alone takes half as long to import as Python to start
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from _typeshed import ReadableBuffer

PROGRAM = "qa-eval"
COMPLETE = "_QA_EVAL_COMPLETE"
USAGE, INTERRUPTED = 2, 130
SOMEWHERE = "send it to a file that can be written, or to /dev/null"
WIDEST = 110  # columns
# when Python looks for loops among objects, first when a start is over: imports and runs make many that live and few loops
SELDOM = (200_000, 20, 50)
# seconds that a thread which computes keeps others waiting: with Python's own ten times as long, what is done beside the asking
# holds up every round of answers
SOON = 0.0005
# loaded where code of somebody else's is, which may leave files open
STRANGE = ("qa_eval.answerers.python", "importlib.metadata")
OUTSIDE = b"[qa_eval.commands]"  # an installed package's entry points that bring verbs begin with this line

_USAGE = """\
Usage: qa-eval [OPTIONS] COMMAND [ARGS]...

  Evaluate question answering on short, checkable answers: typed scores that say why.

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit. Each command has its own: qa-eval run --help

Commands:
"""
_EPILOG = """
  Exit codes: 0 fine · 1 gate missed · 2 usage, configuration or dataset error ·
  3 run incomplete (answers failed) · 4 internal error · 130 interrupted.
  Settings: flag > environment QA_EVAL_<VERB>_<OPTION> > qa-eval.toml or [tool.qa-eval] in pyproject.toml > default;
  `qa-eval doctor` shows where each value comes from.
"""


def main() -> None:
    """Run the command line and exit with its code."""
    _stand_in_for_closed_streams()
    if sys.stdout is None:
        sys.stderr.write(f"{unwritten('it is closed')}\n")
        sys.exit(USAGE)
    said = at_once(sys.argv[1:], os.environ)
    if said is None:
        gc.set_threshold(*SELDOM)
        sys.setswitchinterval(SOON)
        try:
            from qa_eval import cli  # noqa: PLC0415 - takes as long to import as Python to start, three times over
        except KeyboardInterrupt:  # later on ``cli`` sees to it
            sys.stderr.write("interrupted\n")
            sys.exit(INTERRUPTED)
        with _Leaving():
            cli.main()
    else:
        try:
            sys.stdout.write(said.encode(sys.stdout.encoding or "utf-8", "replace").decode(sys.stdout.encoding))
            sys.stdout.flush()
        except BrokenPipeError:
            give_up_stdout()
        except OSError as error:
            give_up_stdout()
            sys.stderr.write(f"{unwritten(error)}\n")
            sys.exit(USAGE)


def unwritten(error: object) -> str:
    """Say why what was to be printed is not."""
    return f"error: cannot write to stdout: {getattr(error, 'strerror', error)}\nhint: {SOMEWHERE}"


def give_up_stdout() -> None:
    """Have what is still to be written to stdout go nowhere, so that the end of the process cannot fail at it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stand_in_for_closed_streams() -> None:
    """Hold the places of stdin and stderr where they are closed, which else the next file takes; let stderr fail at nothing."""
    for stream, number in ((sys.stdin, 0), (sys.stderr, 2)):
        if stream is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
    if sys.stderr is None or (os.name == "posix" and sys.stderr is sys.__stderr__):
        encoding, through = (sys.stderr.encoding, sys.stderr.write_through) if sys.stderr else ("utf-8", False)
        file = io.BufferedWriter(_Aside(2, "w", closefd=False))
        sys.stderr = io.TextIOWrapper(file, encoding, "backslashreplace", line_buffering=True, write_through=through)


class _Aside(io.FileIO):
    """A stream that loses what it cannot write: how far a run is, is no reason to end it."""

    def write(self, data: ReadableBuffer) -> int:
        try:
            return super().write(data)
        except OSError:  # it is full, or nobody reads it any more
            return memoryview(data).nbytes


class _Leaving:
    """Ends the process with the code that it exits with, once threads and whatever else is to run at its end are over.

    Python would take apart every object first, which takes as long as it takes to start.
    """

    def __init__(self) -> None:
        self._code: object = None

    def __enter__(self) -> None:
        if not getattr(atexit, "_ncallbacks", bool)():  # what was registered first runs last: nobody's end is left out
            atexit.register(self._leave)

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, SystemExit):
            self._code = error.code

    def _leave(self) -> None:
        if not isinstance(self._code, int):  # an error that Python has told, or is to tell
            return
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):  # which Python tells
            return
        if any(name in sys.modules for name in STRANGE) and _files_are_open():
            _write_what_is_open()
        os._exit(self._code)


def _files_are_open() -> bool:
    """Tell whether a file is open beside the streams: to look for it among all objects takes as long as to import a library."""
    try:
        numbers = [int(name) for name in os.listdir("/dev/fd")]  # noqa: PTH208 - pathlib takes long to import
    except (OSError, ValueError):
        return True
    for number in numbers:
        try:
            if number > 2 and stat.S_ISREG(os.fstat(number).st_mode):  # noqa: PLR2004 - the last of the streams
                return True
        except OSError:  # that of the list itself
            continue
    return False


def _write_what_is_open() -> None:
    """Write what was given to files that nobody closed, as Python does at its end."""
    files = (io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom)
    for file in [each for each in gc.get_objects() if type(each) in files]:
        try:  # noqa: SIM105 - contextlib takes long to import
            file.flush()
        except (OSError, ValueError):  # it cannot be written, or is closed
            pass


def at_once(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Return what is to be printed; None when that takes the whole command line to know."""
    if COMPLETE in environment:
        return None if verbs_outside() else _completion(environment)
    if arguments[:1] == ["--version"]:
        return f"{PROGRAM}, version {__version__}\n"
    if arguments[:1] in (["--help"], ["-h"]) and not verbs_outside():
        known = dict(verbs())
        return help_text(known.items()) if all(known.values()) else None
    return None


def help_text(meanings: Iterable[tuple[str, str]], width: int | None = None) -> str:
    """Return the help of the whole command line; ``meanings`` says in a line what each verb does."""
    known = list(meanings)
    indent = 4 + max(len(name) for name, _ in known)
    lines = []
    for name, meaning in known:
        first, *more = _wrapped(meaning, (width or _columns()) - indent)
        lines += [f"  {name.ljust(indent - 2)}{first}", *(" " * indent + line for line in more)]
    return _USAGE + "\n".join(lines) + "\n" + _EPILOG


def verbs() -> Iterator[tuple[str, str]]:
    """Yield every verb of our own with its meaning: what its file's first line says after its name, "" if it says nothing."""
    folder = os.path.join(os.path.dirname(__file__), "commands")  # noqa: PTH118, PTH120 - pathlib takes long to import
    for file in sorted(os.listdir(folder)):  # noqa: PTH208 - see above
        if file.endswith(".py") and not file.startswith("_"):
            with open(os.path.join(folder, file), encoding="utf-8") as source:  # noqa: PTH118, PTH123 - see above
                meaning = source.readline().partition("``: ")[2].strip().rstrip('"')
                yield file[:-3], meaning[:1].upper() + meaning[1:]


def verbs_outside() -> bool:
    """Tell whether some installed package may bring verbs of its own."""
    for place in dict.fromkeys(sys.path):
        try:
            names = os.listdir(place or ".")  # noqa: PTH208 - see above
        except OSError:  # a place that is not there, or Python's own zip file
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")) and _brings_verbs(os.path.join(place, name)):  # noqa: PTH118 - see above
                return True
    return False


def _brings_verbs(distribution: str) -> bool:
    try:
        with open(f"{distribution}/entry_points.txt", "rb") as points:  # noqa: PTH123 - see above
            return OUTSIDE in points.read()
    except OSError:
        return False


def _completion(environment: Mapping[str, str]) -> str | None:
    """Return the verbs that begin as the first word does, in the form that click's script for the shell reads."""
    words, number = environment.get("COMP_WORDS", ""), environment.get("COMP_CWORD", "")
    begun = words.partition(" ")[2]
    if number != "1" or not (begun == "" or (begun.isascii() and begun.isalpha())):
        return None
    found = [(name, meaning) for name, meaning in verbs() if name.startswith(begun)]
    if environment[COMPLETE] == "bash_complete":
        return "".join(f"plain,{name}\n" for name, _ in found)
    if environment[COMPLETE] == "zsh_complete":
        return "".join(f"plain\n{name}\n{meaning}\n" for name, meaning in found)
    return None


def _columns() -> int:
    try:
        wanted = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
    except (ValueError, OSError):
        wanted = 80
    return min(WIDEST, max(40, wanted))


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
