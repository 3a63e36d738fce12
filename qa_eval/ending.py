"""The end of the process: at once, where nobody is left who would notice.

Python takes every object apart before it ends, which takes as long as asking a hundred questions.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # typing alone takes half as long to import as Python to start
if TYPE_CHECKING:
    from typing import NoReturn

OUTERMOST = 2  # frames: of what calls ``leave``, and of the program that called that


def leave(code: int) -> NoReturn:
    """Exit with ``code``: what is to be done at exit is done and the output is written out, the memory is left as it is.

    Where more than the program itself waits for the end - a debugger, a profiler, a thread that is no daemon, a caller of
    ``main`` - this is ``sys.exit``.
    """
    gc.freeze()  # the end of the process need not look through everything it has made for loops
    if _is_outermost() and not (_is_watched() or _has_threads()):
        _finish()
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError, AttributeError):  # closed or gone: Python has its own way to say so
            sys.exit(code)
        os._exit(code)
    sys.exit(code)


def _is_outermost() -> bool:
    frame = sys._getframe(OUTERMOST + 1)  # noqa: SLF001 - no other way tells who called
    return frame.f_back is None and frame.f_globals.get("__name__") == "__main__"


def _is_watched() -> bool:
    return bool(sys.gettrace() or sys.getprofile() or sys.flags.inspect or os.environ.get("PYTHONINSPECT"))


def _has_threads() -> bool:
    threading = sys.modules.get("threading")
    return threading is not None and any(
        not thread.daemon and thread is not threading.main_thread() for thread in threading.enumerate()
    )


def _finish() -> None:
    """Do what was registered to be done at exit."""
    import atexit  # noqa: PLC0415 - only here

    atexit._run_exitfuncs()  # noqa: SLF001 - as Python itself does next
