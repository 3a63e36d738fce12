"""Names of answerers as columns carry them: short, and each another one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIND = re.compile(r"^[a-z_][\w-]*:(?=\S)")  # "openai:", "fixed:"
_SETTINGS = re.compile(r"\?(?=[\w-]+=)")
_FILE = r"\.(?:csv|jsonl?|onnx|parquet|pyc?|sh|tsv|txt|ya?ml)"
_PATH = re.compile(rf"(?:\.{{0,2}}/|~/)\S+|\S*/\S+{_FILE}(?::\w+)?")  # and no text such as "N/A" or "2/3"
_FOLDERS = re.compile(r"^.*/")
_MEMBER = re.compile(rf"^[^:]+{_FILE}:(?=\w+$)")  # "mine.py:Model"
_SUFFIX = re.compile(rf"{_FILE}$")


def short_names(names: Sequence[str]) -> list[str]:
    """Return each name without where it stands and how it is set, as far as that still tells it from all others.

    Of names that differ by their settings alone, these are what is left.

    >>> short_names(["openai:large?seed=1", "./mine.py:Model", "replay:out/said.jsonl", "fixed:1/2"])
    ['large', 'Model', 'said', 'fixed:1/2']
    >>> short_names(["./mine.py:Model?seed=1&top=2", "./mine.py:Model?seed=3&top=2", "fixed:Model"])
    ['seed=1', 'seed=3', 'fixed:Model']
    """
    if len(names) < 2:  # noqa: PLR2004 - nothing to tell it from
        return list(names)
    bare = [_bare(name) for name in names]
    alike: dict[str, list[str]] = {}
    for name, short in zip(names, bare, strict=True):
        alike.setdefault(short, []).append(name)
    found = [
        short if len(alike[short]) == 1 else _own(name, alike[short]) for name, short in zip(names, bare, strict=True)
    ]
    times = Counter(found)
    return [name if times[short] > 1 or not short.strip() else short for name, short in zip(names, found, strict=True)]


def _bare(name: str) -> str:
    """Return a name without its kind, the folders of a path and its settings."""
    rest = _KIND.sub("", _stem(name))
    if not any(character.isalpha() for character in rest):  # "fixed:7"
        return _stem(name)
    if _PATH.fullmatch(rest):
        rest = _FOLDERS.sub("", rest)
    return _SUFFIX.sub("", _MEMBER.sub("", rest)) or name


def _own(name: str, alike: Sequence[str]) -> str:
    """Return the settings that only some of those have that are the same but for settings; the name where there is no other."""
    same = [each for each in alike if _stem(each) == _stem(name)]
    settings = [_settings(each) for each in same]
    own = "&".join(one for one in _settings(name) if not all(one in each for each in settings))
    return own if own and len(same) > 1 else name


def _stem(name: str) -> str:
    return _SETTINGS.split(name, maxsplit=1)[0]


def _settings(name: str) -> list[str]:
    return _SETTINGS.split(name, maxsplit=1)[-1].split("&") if _SETTINGS.search(name) else []
