"""The files of a model, and whether they are still the same."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = 64 * 1024 * 1024  # bytes of a file up to which all of it is looked at
ENDS = 4 * 1024 * 1024  # bytes at either end of a longer one


def fingerprint(folder: Path) -> str:
    """Return a digest of a folder's files; of long ones the size and both ends, which no training leaves as they were."""
    said = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        size = path.stat().st_size
        said.update(f"{path.name} {size}\n".encode())
        with path.open("rb") as file:
            said.update(file.read() if size <= WHOLE else file.read(ENDS))
            if size > WHOLE:
                file.seek(-ENDS, 2)
                said.update(file.read())
    return said.hexdigest()
