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
only = click.option("--only", multiple=True, metavar="GLOB", help="Only questions whose id fits; repeatable.")
tags = click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only questions with this tag; repeatable.")
output = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default="reports",
    show_default=True,
    help="Where new run folders are made.",
)
