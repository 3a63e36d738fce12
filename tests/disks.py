"""Disks that are small, or that nobody may write to."""

import os
import subprocess
from contextlib import contextmanager

import pytest


@contextmanager
def mounted(folder, size, read_only=False):
    """A file system of its own of so many bytes; needs root."""
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}{',ro' if read_only else ''}", "tmpfs", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@contextmanager
def read_only(folder):
    """A folder that nothing can be written into: for root a file system mounted so, as root may write into any other."""
    if os.geteuid() == 0:
        with mounted(folder, "4m", read_only=True):
            yield folder
    else:
        folder.mkdir(mode=0o555)
        yield folder
