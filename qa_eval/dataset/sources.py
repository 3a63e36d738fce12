"""What a dataset spec names: a bundled set or a file."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from qa_eval import plugins
from qa_eval.errors import DatasetError, Problem, UsageError, did_you_mean

HUB = "hf:"  # what the spec of a hub's data set begins with
_PACKAGE = Path(__file__).resolve().parent.parent
_SYNONYMS = {"yml": "yaml", "tsv": "csv"}
_TEXTS = {".txt", ".text", ".md", ".rst"}


def is_hub(source: str | Path) -> bool:
    """Tell whether a source is a data set of a hub."""
    return str(source).startswith(HUB)


def _folder() -> Path | None:
    installed = _PACKAGE / "bundled" / "questions"
    if installed.is_dir():
        return installed
    clone = _PACKAGE.parent
    return clone / "questions" if (clone / "pyproject.toml").is_file() and (clone / "questions").is_dir() else None


def _bundled_files() -> dict[str, Path]:
    folder = _folder()
    if folder is None:
        return {}
    known = set(plugins.built_in("formats"))
    return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix[1:] in known}


def bundled() -> list[str]:
    """Return the names of the datasets that come with the package."""
    return list(_bundled_files())


def suffix_of(path: Path) -> str:
    """Return the name of the format that reads a file.

    >>> suffix_of(Path("questions/my.YML"))
    'yaml'
    """
    suffix = path.suffix[1:].lower()
    return _SYNONYMS.get(suffix, suffix)


def unread(path: Path) -> UsageError:
    """Return the error of a file that no format reads: which are read, and what makes questions about a document."""
    known = {*plugins.plugins("formats"), *_SYNONYMS}
    hint = f"known are {', '.join(f'.{name}' for name in sorted(known))}"
    if path.suffix.lower() in _TEXTS:
        name = re.sub(r"[^\w-]+", "-", path.stem).strip("-") or "mine"
        draft = shlex.join(("qa-eval", "new", "dataset", name, "--from", str(path)))
        hint += f"; `{draft}` drafts questions about a document"
    return UsageError(f"{path}: no format reads this kind of file", hint=hint)


def resolve(source: str | Path) -> Path:
    """Return the file that a spec names. Raises UsageError for an unknown name, DatasetError when there is no such file."""
    text = str(source)
    path = Path(text)
    if isinstance(source, Path) or path.suffix or "/" in text or "\\" in text or path.exists():
        return _existing(path)
    files = _bundled_files()
    if text in files:
        return files[text]
    hint = did_you_mean(text, files)
    raise UsageError(
        f'there is no bundled dataset "{text}"', hint=f"{hint}; a file is named by its path, ./{text}.yaml"
    )


def _existing(path: Path) -> Path:
    if path.is_file():
        return path
    if path.is_dir():
        raise DatasetError([Problem(str(path), 0, 0, "this is a folder, not a dataset")])
    raise DatasetError([no_file(path)])


def no_file(path: Path) -> Problem:
    """Return why a path that is neither a file nor a folder cannot be read."""
    if path.exists():
        hint = "it would be read more than once: save it in a file first"
        return Problem(str(path), 0, 0, "this is a pipe or a device, not a file", hint)
    if path.is_symlink():
        return Problem(str(path), 0, 0, f"there is no such file: the link leads to {path.readlink()}")
    return Problem(str(path), 0, 0, "there is no such file", hint=nearest_file(path))


def nearest_file(path: Path) -> str:
    """Return a hint that names the file of the same folder whose name is nearest, "" when none is near."""
    folder = path.parent
    from difflib import get_close_matches  # noqa: PLC0415 - only what is misspelt needs it

    near = get_close_matches(path.name, [other.name for other in folder.iterdir()] if folder.is_dir() else [], n=1)
    return f'did you mean "{near[0]}"?' if near else ""
