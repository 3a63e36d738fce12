"""Settings from ``qa-eval.toml`` or ``[tool.qa-eval]`` in ``pyproject.toml``, nearest folder upwards.

A table per verb holds its options: ``[run]`` with ``concurrency = 8``. Flags and QA_EVAL_* variables go before it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.errors import QaEvalError, UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


# a line of a pyproject.toml without which it has no table of ours: to parse such a file takes longer than to start
_OURS = re.compile(
    rb"""^[ \t]*(?:\[[ \t]*["']?tool["']?[ \t]*(?:\]|\.[ \t]*["']?qa-eval)|["']?tool["']?[ \t]*[.=])""", re.MULTILINE
)


class Configuration(NamedTuple):
    """What a configuration file says; ``path`` is "" and ``tables`` empty when there is none."""

    path: str
    tables: Mapping[str, object]


def read(folder: Path | None = None) -> Configuration:
    """Read the nearest configuration from ``folder`` (default: the working folder) upwards.

    Raises UsageError when the working folder is gone and, with the file and line, when it is not TOML; a ``pyproject.toml`` without a line of ours is not looked at.
    """
    start = (folder or _here()).resolve()
    for place in (start, *start.parents):
        own, project = place / "qa-eval.toml", place / "pyproject.toml"
        if own.is_file():
            return Configuration(str(own), _parse(own))
        if project.is_file() and _OURS.search(project.read_bytes()):
            tool = _parse(project).get("tool", {})
            if isinstance(tool, dict) and isinstance(tool.get("qa-eval"), dict):
                return Configuration(str(project), tool["qa-eval"])
    return Configuration("", {})


def defaults(
    configuration: Configuration, options_of: Callable[[str], Mapping[str, str]], verbs: Iterable[str] = ()
) -> dict[str, object]:
    """Return the file's tables as defaults by verb and option name.

    ``options_of`` gives a verb's options: the name of its parameter by the name of its flag. Raises UsageError for an unknown
    verb or option, with the nearest one; for an option that stands in no table, with the table of those of ``verbs`` that have it.
    """
    found: dict[str, object] = {}
    for verb, table in configuration.tables.items():
        try:
            known = options_of(verb)
        except QaEvalError as error:
            if not isinstance(table, dict):
                hint = _table_for(verb, {name: options_of(name) for name in verbs})
                raise UsageError(f"{configuration.path}: {verb!r} stands in no table", hint=hint) from error
            raise UsageError(f"{configuration.path}: there is no command {verb!r}", hint=error.hint) from error
        if not isinstance(table, dict):
            raise UsageError(
                f"{configuration.path}: {verb} = {table!r} is no table", hint=f"write [{verb}] and its options below"
            )
        named = {key.replace("-", "_"): value for key, value in table.items()}
        for key in named.keys() - known.keys():
            raise UsageError(f"{configuration.path}: [{verb}] has no option {key!r}", hint=did_you_mean(key, known))
        found[verb] = {known[key]: value for key, value in named.items()}
    return found


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        hint = "change into one that is there: cd FOLDER"
        raise UsageError(f"the current folder cannot be entered: {error.strerror}", hint=hint) from error


def _table_for(key: str, options: Mapping[str, Mapping[str, str]]) -> str:
    """Say below which verb's table an option belongs that stands in none."""
    name = key.replace("-", "_")
    every = dict.fromkeys(option for known in options.values() for option in known)
    if name not in every:
        return f"options stand below their command, such as [run]; {did_you_mean(name, every)}"
    having = [f"[{verb}]" for verb, known in options.items() if name in known]
    return f"write it below its command's table: {' or '.join(having)}"


def _parse(path: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 - most folders hold no configuration

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error
