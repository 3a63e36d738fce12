"""What a Python file imports of the files around it, found by reading them: nothing is run."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST = 200  # files that are read: to read more takes longer than to start


def imported_files(file: Path, root: Path, own: Path) -> list[Path]:
    """Return the files below ``own`` that ``file`` imports, wherever in it, and those that these import, without itself.

    ``root`` is the folder in which absolute imports are looked for; at most MOST files are returned, in order.
    """
    found: dict[Path, None] = {file: None}
    left = [file]
    while left and len(found) <= MOST:
        for path in _imports(left.pop(), root):
            if path not in found and path.is_relative_to(own) and len(found) <= MOST:
                found[path] = None
                left.append(path)
    return sorted(path for path in found if path != file)


def _imports(file: Path, root: Path) -> Iterator[Path]:
    try:
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError):  # what cannot be read cannot be imported
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield from _files(root, name.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            place = [file, *file.parents][node.level] if node.level else root
            for name in node.names:
                yield from _files(place, [*(node.module or "").split("."), name.name])


def _files(folder: Path, parts: list[str]) -> Iterator[Path]:
    """Yield the files of a dotted name below a folder: those of the packages on the way, and the module's."""
    for part in filter(None, parts):
        folder /= part
        module = folder.with_name(f"{part}.py")
        if (folder / "__init__.py").is_file():
            yield folder / "__init__.py"
        elif module.is_file():
            yield module
        if not folder.is_dir():
            return
