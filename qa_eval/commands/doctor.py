"""``qa-eval doctor``: say what is installed, what is configured and from where, and what is broken."""

from __future__ import annotations

import os
import platform
import sys
from typing import TYPE_CHECKING

import click

from qa_eval import __version__, configuration, gates, plugins
from qa_eval.cli import ENVIRONMENT, OK, USAGE, Terminal, app_options, verb
from qa_eval.errors import QaEvalError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qa_eval.model import JsonValue

GATES = ("gate", "gates")  # parameters that hold gates
ROOMS = {"reports": "reporters", "scorer": "scorers", "executor": "executors", "answerers": "answerers"}  # and specs
SECRET = ("KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIAL")


@verb("doctor")
@click.pass_obj
def command(terminal: Terminal) -> int:
    """Say what is installed, what is configured and from where, and which plug-ins are broken."""
    settings, broken_settings = _settings()
    broken = [*broken_settings, *_broken_plugins()]
    data: dict[str, JsonValue] = {
        "qa_eval": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "packages": dict(_packages()),
        "settings": [dict(row) for row in settings],
        "keys": {name: "set" for name in sorted(os.environ) if name.endswith("_API_KEY")},
        "broken": list(broken),
    }
    terminal.result(_text(data, settings, broken), data)
    return USAGE if broken else OK


def _packages() -> dict[str, str]:
    """Return the packages that qa_eval asks for, with the version that is installed or "not installed (extra …)"."""
    import re  # noqa: PLC0415 - only here
    from importlib import metadata  # noqa: PLC0415 - scanning costs time that other verbs do not pay

    found: dict[str, str] = {}
    try:
        asked = metadata.requires("qa-eval") or []
    except metadata.PackageNotFoundError:
        return {"qa-eval": "not installed, its files are run where they lie: what it asks for is not known"}
    for requirement in asked:
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        extra = re.search(r"extra == ['\"]([\w-]+)", requirement)
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = f"not installed (extra {extra[1]})" if extra else "MISSING"
    return found


def _settings() -> tuple[list[dict[str, str]], list[str]]:
    """Return every option that the environment or a file sets, with its origin, and what is wrong with them."""
    rows = [
        {"setting": name, "value": _shown(name, value), "origin": "environment"}
        for name, value in sorted(os.environ.items())
        if name.startswith("QA_EVAL_")
    ]
    overridden = {row["setting"] for row in rows}
    try:
        found = configuration.read()
        tables = configuration.defaults(found, app_options, plugins.plugins("commands"))
        configuration.strange(overridden, f"{ENVIRONMENT}_", app_options, plugins.plugins("commands"))
    except QaEvalError as error:
        return rows, [str(error)]
    for name, table in tables.items():
        flags = {option.parameter: flag for flag, option in app_options(name).items()}
        for parameter, value in table.items():
            key = flags[parameter]
            variable = f"QA_EVAL_{name}_{key}".upper()
            origin = f"{found.path} (overridden by {variable})" if variable in overridden else found.path
            rows.append({"setting": f"[{name}] {key}", "value": _shown(key, str(value)), "origin": origin})
    return rows, [*_wrong_values(found.path, tables)]


def _wrong_values(path: str, tables: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Yield what each verb would refuse of the values that a file and the environment give it."""
    for name in plugins.built_in("commands"):
        verb_ = plugins.find("commands", name).load()
        context = click.Context(verb_, info_name=name)
        for option in verb_.params:
            if not isinstance(option, click.Option):
                continue
            given = {
                f"[{name}] {max(option.opts, key=len).lstrip('-')} in {path}": tables.get(name, {}).get(
                    option.name or ""
                )
            }
            given[f"{option.envvar} in the environment"] = option.value_from_envvar(context)
            for place, value in given.items():
                if value is not None and (wrong := _refused(option, context, value)):
                    yield f"{place}: {wrong}"


def _refused(option: click.Option, context: click.Context, value: object) -> str:
    """Return why a verb refuses a value of an option, "" where it takes it."""
    try:
        converted = option.type_cast_value(context, value)
        for text in converted if isinstance(converted, tuple | list) else [converted]:
            if option.name in GATES:
                gates.check_name(gates.parse(text))
            elif option.name in ROOMS:
                plugins.read_spec(ROOMS[option.name], text)
    except click.BadParameter as error:
        return error.message
    except QaEvalError as error:
        return str(error)
    return ""


def _shown(name: str, value: str) -> str:
    return "(hidden)" if any(word in name.upper() for word in SECRET) else value


def _broken_plugins() -> list[str]:
    broken: list[str] = []
    for room in plugins.FACTORIES:
        broken += map(str, plugins.left_out(room).values())
        for plugin in plugins.plugins(room).values():
            try:
                plugin.load()
            except QaEvalError as error:
                broken.append(error.message)
    return broken


def _text(data: dict[str, JsonValue], settings: list[dict[str, str]], broken: list[str]) -> str:
    packages = data["packages"] if isinstance(data["packages"], dict) else {}
    keys = data["keys"] if isinstance(data["keys"], dict) else {}
    lines = [
        f"qa_eval {data['qa_eval']} · Python {data['python']} · {data['platform']}",
        f"interpreter {sys.executable}",
        "",
        "packages",
        *(f"  {name} {version}" for name, version in packages.items()),
        "",
        "settings" if settings else "settings: none but the defaults",
        *(f"  {row['setting']} = {row['value']}   from {row['origin']}" for row in settings),
        f"keys in the environment: {', '.join(keys) or 'none'}",
        "",
        *(["broken", *(f"  {line}" for line in broken)] if broken else ["every plug-in loads"]),
    ]
    return "\n".join(lines)
