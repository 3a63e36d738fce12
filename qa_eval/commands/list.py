"""``qa-eval list``: list datasets, runs, or plug-ins with their options."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa_eval import plugins
from qa_eval.cli import Terminal, verb
from qa_eval.errors import PluginError, UsageError, did_you_mean

if TYPE_CHECKING:
    from qa_eval.model import JsonValue

WHAT = (
    "datasets",
    "runs",
    "answerers",
    "scorers",
    "formats",
    "shapes",
    "reporters",
    "exporters",
    "outputs",
    "executors",
    "commands",
)
_BESIDE = ("options", "n", "failed", "rescored", "useless")  # which have no column: other cells say them


@verb("list")
@click.argument("what", metavar="WHAT")
@click.option("--folder", default="reports", show_default=True, type=click.Path(), help="Where the runs are.")
@click.pass_obj
def command(terminal: Terminal, what: str, folder: str) -> None:
    """List WHAT: datasets, runs, answerers, scorers, formats, shapes, reporters, exporters, outputs, executors or commands.

    A plug-in's options follow its name, as they are written after a question mark: ?option=type = default: meaning.
    """
    if what not in WHAT:
        raise UsageError(f"there is no list of {what!r}", hint=did_you_mean(what, WHAT))
    if what == "datasets":
        rows = _datasets()
    elif what == "runs":
        rows = _runs(Path(folder))
    else:
        rows = [_plugin(plugin) for plugin in plugins.plugins(what).values()]
    told: list[str] = []
    data: dict[str, JsonValue] = {"what": what, "rows": [dict(row) for row in rows]}
    if what == "runs":
        from qa_eval import trends  # noqa: PLC0415 - the other lists do without it

        found = trends.of(Path(folder))
        told, data["trends"] = list(trends.lines(found)), trends.to_json(found)
    terminal.result("\n".join([_table(rows), *told]), data)
    for error in plugins.left_out(what).values() if what in plugins.FACTORIES else ():
        terminal.say(f"left out: {error.message}")
    if not rows:
        terminal.say(f"no {what} {'in ' + folder if what == 'runs' else 'here'}")


def _plugin(plugin: plugins.Plugin) -> dict[str, JsonValue]:
    """Return the plug-in's row, with its options; those of a command stand in its own help."""
    row: dict[str, JsonValue] = {"name": plugin.name, "origin": plugin.origin}
    try:
        row["meaning"] = plugin.meaning
        options = {} if plugin.room == "commands" else plugins.parameters(plugin.load())
    except PluginError as error:
        return {**row, "meaning": f"BROKEN: {error.message}"}
    shown: list[JsonValue] = [
        {
            "name": option.name,
            "type": option.type.__name__,
            "default": None if option.default is plugins.REQUIRED else str(option.default),
            "meaning": option.meaning,
        }
        for option in options.values()
        if option.meaning
    ]
    return {**row, "options": shown}


def _datasets() -> list[dict[str, JsonValue]]:
    from qa_eval import dataset  # noqa: PLC0415 - the other lists do without it

    rows: list[dict[str, JsonValue]] = []
    for name in dataset.bundled():
        loaded = dataset.load(name)
        rows.append(
            {
                "name": loaded.name,
                "version": loaded.version,
                "questions": len(loaded.questions),
                "meaning": loaded.description,
                "path": loaded.path,
            }
        )
    return rows


def _runs(folder: Path) -> list[dict[str, JsonValue]]:
    """Return a row for every run of a folder, newest first. Raises UsageError where it was named and is not there."""
    from qa_eval import runs  # noqa: PLC0415 - the other lists do without it

    if folder != Path(runs.FOLDER) and not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", hint="--folder names the one that holds the folders of runs")

    return [runs.overview(path) for path in reversed(runs.folders(folder))]


def _table(rows: list[dict[str, JsonValue]]) -> str:
    """Lay rows out in columns; a plug-in's options follow it, indented."""
    columns = [name for name in (rows[0] if rows else {}) if name not in _BESIDE]
    widths = {name: max(len(_cell(row, name)) for row in rows) for name in columns}
    lines = []
    for row in rows:
        lines.append("  ".join(_cell(row, name).ljust(widths[name]) for name in columns).rstrip())
        options = row.get("options")
        for option in options if isinstance(options, list) else []:
            if isinstance(option, dict):
                default = "" if option["default"] is None else f" = {option['default']}"
                lines.append(f"    ?{option['name']}={option['type']}{default}: {option['meaning']}")
    return "\n".join(lines)


def _cell(row: dict[str, JsonValue], column: str) -> str:
    value, n = row.get(column, ""), row.get("n")
    if (anew := row.get("rescored")) and column in {"state", "started"}:
        value = "rescored" if column == "state" else anew
    if column == "state" and (useless := row.get("useless")):
        from qa_eval.commands._lines import counted  # noqa: PLC0415 - few lists have such a run

        return f"{value}, {counted(int(str(useless)), 'line')} of no use"
    if column == "started" and value:
        return _readable_time(str(value))
    failed = row.get("failed")
    if isinstance(value, dict) and isinstance(n, dict) and isinstance(failed, dict):
        return ", ".join(
            f"{name} {'–' if share is None else f'{100 * float(str(share)):.1f} %'} (n={n[name]}{f', {failed[name]} failed' if failed[name] else ''})"
            for name, share in value.items()
        )
    return "" if value is None else str(value)


def _readable_time(written: str) -> str:
    """Write a moment in ISO 8601 as people read it, to the minute.

    >>> _readable_time("2026-11-29T08:28:19.304860+00:00"), _readable_time("yesterday")
    ('2026-11-29 08:28 UTC', 'yesterday')
    """
    try:
        return f"{datetime.fromisoformat(written).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    except ValueError:  # a header that somebody edited
        return written
