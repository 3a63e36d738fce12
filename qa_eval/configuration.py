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


class Option(NamedTuple):
    """An option of a verb: its ``parameter``, whether it is given ``several`` times, and what it means ``alone``, with no value."""

    parameter: str
    several: bool = False
    alone: str = ""


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
    configuration: Configuration, options_of: Callable[[str], Mapping[str, Option]], verbs: Iterable[str] = ()
) -> dict[str, dict[str, str | list[str]]]:
    """Return the file's tables as defaults by verb and parameter, each as it would be typed.

    ``options_of`` gives a verb's options by the names of their flags. Raises UsageError for an unknown verb or option, with the
    nearest one; for an option that stands in no table, with the table of those of ``verbs`` that have it; for a list or table
    where one value is wanted.
    """
    found: dict[str, dict[str, str | list[str]]] = {}
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
        typed = {
            key: _typed(value, known[key], f"{configuration.path}: [{verb}] {key}") for key, value in named.items()
        }
        found[verb] = {known[key].parameter: value for key, value in typed.items() if value is not None}
    return found


def strange(
    names: Iterable[str], prefix: str, options_of: Callable[[str], Mapping[str, Option]], verbs: Iterable[str]
) -> list[str]:
    """Return those of the variables that begin with ``prefix`` and name no verb.

    Raises UsageError for one that names a verb and no option of it, with the nearest.
    """
    known, found = tuple(verbs), []
    for name in names:
        verb, _, option = name.removeprefix(prefix).lower().partition("_")
        if not name.startswith(prefix):
            continue
        if verb not in known:
            found.append(name)
        elif (options := options_of(verb)) and option not in options:  # without options it is a group of verbs
            hint = did_you_mean(name, (f"{prefix}{verb}_{flag}".upper() for flag in options))
            raise UsageError(f"{name} in the environment: {verb} has no option {option!r}", hint=hint)
    return found


def _typed(value: object, option: Option, place: str) -> str | list[str] | None:
    """Return a value of a file as it would be typed; None where it would not be."""
    if isinstance(value, list) and option.several and not any(isinstance(one, list | dict) for one in value):
        return [_text(one) for one in value]
    if isinstance(value, list | dict):
        raise UsageError(f"{place} is a {'list' if isinstance(value, list) else 'table'}", hint="write one value")
    if isinstance(value, bool) and option.alone:
        return option.alone if value else None
    return [_text(value)] if option.several else _text(value)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        hint = "change into one that is there: cd FOLDER"
        raise UsageError(f"the current folder cannot be entered: {error.strerror}", hint=hint) from error


def _table_for(key: str, options: Mapping[str, Mapping[str, Option]]) -> str:
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
