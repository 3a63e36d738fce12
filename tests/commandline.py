"""The command line as a user runs it: real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def environment(**more):
    """The environment without anything that would change what the command line says."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QA_EVAL_", "OPENAI_"))}
    return {**kept, "NO_COLOR": "1", "COLUMNS": "120", **more}


def run(*arguments, cwd, code=0, **more):
    """Run ``qa-eval`` with arguments in a folder and return the finished process; its exit code must be ``code``."""
    command = [sys.executable, "-m", "qa_eval", *map(str, arguments)]
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False, env=environment(**more)
    )
    assert done.returncode == code, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def data(*arguments, cwd, code=0, **more):
    """Run a verb with --json and return its object."""
    found = json.loads(run(*arguments, "--json", cwd=cwd, code=code, **more).stdout)
    assert found["schema"] == 1
    return found
