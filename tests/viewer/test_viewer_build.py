"""The committed template is what its sources build, and their own tests pass."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent.parent / "scripts" / "viewer.sh"


@pytest.mark.parametrize("what", ["check", "test"])
def test_the_viewer_builds_to_the_committed_template_and_its_tests_pass(what):
    done = subprocess.run([SCRIPT, what], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
