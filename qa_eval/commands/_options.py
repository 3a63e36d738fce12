"""Options that several verbs take, each said once."""

from __future__ import annotations

from pathlib import Path

import click

REPORTS = ("html", "md", "junit")

folder = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default="reports",
    show_default=True,
    help="Where runs are looked for by name.",
)
reports = click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="NAME",
    default=REPORTS,
    show_default=True,
    help="Reports to write; repeatable.",
)
output = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="reports",
    show_default=True,
    help="Where new run folders are made.",
)
