"""The end of the process leaves memory as it is, and nothing else out: what waits for an end gets Python's own."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

PROGRAM = """
import atexit, sys, threading, time
from qa_eval.ending import leave

atexit.register(print, "at exit")

def main():
    print("said")
    {before}
    leave(3)

{call}
"""
BUFFERED = {name: text for name, text in os.environ.items() if name != "PYTHONUNBUFFERED"}
MAIN = 'if __name__ == "__main__":\n    main()'
FULL = Path("/dev/full")
TAKES_APART = "# cleanup[2]"  # what `python -v` tells of taking modules apart


def ended(tmp_path, before="pass", call=MAIN, options=("-v",), output=subprocess.PIPE):
    """Run the program and return its exit code, what it says, and its errors."""
    path = tmp_path / "program.py"
    path.write_text(dedent(PROGRAM).format(before=before, call=call))
    command = [sys.executable, *options, str(path)]
    done = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, text=True, check=False, env=BUFFERED)
    return done.returncode, done.stdout, done.stderr


def test_what_is_registered_is_done_and_what_is_said_is_written_and_nothing_is_taken_apart(tmp_path):
    code, said, errors = ended(tmp_path)
    assert (code, said) == (3, "said\nat exit\n")
    assert TAKES_APART not in errors


def test_a_caller_hears_of_the_end(tmp_path):
    outer = "def outer():\n    try:\n        main()\n    finally:\n        print('caller')\n\nouter()"
    code, said, errors = ended(tmp_path, call=outer)
    assert (code, said) == (3, "said\ncaller\nat exit\n")
    assert TAKES_APART in errors


def test_a_thread_that_is_no_daemon_is_waited_for(tmp_path):
    thread = "threading.Thread(target=lambda: (time.sleep(0.2), print('thread'))).start()"
    code, said, errors = ended(tmp_path, thread)
    assert (code, said) == (3, "said\nthread\nat exit\n")
    assert TAKES_APART in errors


def test_a_thread_that_is_a_daemon_is_not(tmp_path):
    code, said, errors = ended(tmp_path, "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()")
    assert (code, said) == (3, "said\nat exit\n")
    assert TAKES_APART not in errors


def test_a_profiler_gets_its_figures(tmp_path):
    assert "function calls" in ended(tmp_path, options=["-m", "cProfile"])[1]


def test_what_fails_at_exit_is_told(tmp_path):
    code, said, errors = ended(tmp_path, "atexit.register(lambda: 1 / 0)")
    assert (code, said) == (3, "said\nat exit\n")
    assert "ZeroDivisionError" in errors


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full here")
def test_an_output_that_is_full_is_told_as_python_tells_it(tmp_path):
    with FULL.open("w") as full:
        code, _, errors = ended(tmp_path, output=full)
    assert code == 120
    assert "No space left" in errors
