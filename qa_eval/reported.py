"""The reporters that are asked for and the files that they will write, known before anybody is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval import plugins
from qa_eval.errors import PluginError, UsageError
from qa_eval.files import plain_name
from qa_eval.journal.folder import FILES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.report import Reporter

REVIEWS = "reviews.jsonl"  # in a run's folder, one line a review that was applied


def filename(reporter: Reporter | type[Reporter], name: str, attribute: str = "filename") -> str:
    """Return the name of a reporter's file. Raises PluginError for what is no plain name, or names a file of the run itself."""
    found = getattr(reporter, attribute, None)
    if not found or not isinstance(found, str) or plain_name(found, "") != found:
        raise PluginError(
            f"reporter {name!r} has the {attribute} {found!r}, which is no plain name of a file",
            hint="letters, digits and -_. make one: it is written into the run's folder and nowhere else",
        )
    if found.lower() in {*FILES, REVIEWS}:
        raise PluginError(f"reporter {name!r} has the {attribute} {found!r}, which is the run's own record")
    return found


def made(specs: Sequence[str]) -> dict[str, Reporter]:
    """Make the reporters of specs.

    Raises SpecError for one that is unknown, PluginError for one that breaks its contract, UsageError for two that write one file.
    """
    found: dict[str, Reporter] = {spec: plugins.make("reporters", spec) for spec in specs}
    names: dict[str, str] = {}
    for spec, reporter in found.items():
        kind, file = spec.partition("?")[0], filename(reporter, spec)
        if names.setdefault(file, kind) != kind:
            raise UsageError(f"{names[file]!r} and {kind!r} both write {file}", hint="ask for one of them at a time")
    return found
