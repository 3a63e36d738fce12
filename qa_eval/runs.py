"""The runs of a folder: found by path, name, beginning of a name or "latest"."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa_eval import journal
from qa_eval.conditions import split
from qa_eval.errors import RunFolderError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.engine import Run
    from qa_eval.model import JsonValue

FOLDER = "reports"
SHOWN = 3  # runs that a message names


class Like(NamedTuple):
    """What "latest" should be a run of: a data set by its name, and best by the same ``rules`` of one of these answerers.

    ``rules``: entries that its signature should have.
    """

    dataset: str
    answerers: Sequence[str]
    rules: Mapping[str, str]


def folders(parent: Path) -> list[Path]:
    """Return the run folders below ``parent``, oldest first by the time that they started, or that their answers were scored anew."""
    found = [path.parent for path in parent.glob(f"*/{journal.HEADER}")]
    return sorted(found, key=lambda folder: (_moment(journal.read_header(folder)), folder.name))


def find(wanted: str, parent: Path | None = None, before: Path | None = None, like: Like | None = None) -> Path:
    """Return the run folder that ``wanted`` names: a path, a name below ``parent``, the beginning of one, or "latest".

    The last two may be in another folder, too: ``elsewhere/latest``.

    "latest" is the latest of those that began earlier than the run ``before``, and that are ``like``, where these are given. Raises RunFolderError, with the nearest name, when there is none or more than one.
    """
    if (Path(wanted) / journal.HEADER).is_file():
        return Path(wanted)
    said, place = wanted, Path(wanted)
    wanted, parent = (place.name, place.parent) if place.parent != Path() else (wanted, parent or Path(FOLDER))
    if not parent.is_dir() and parent == place.parent:
        raise RunFolderError(f"there is no run {said!r}", hint=f"there is no folder {parent}")
    known = folders(parent)
    if before:
        itself = before.resolve()
        known = known[: next((at for at, folder in enumerate(known) if folder.resolve() == itself), None)]
    if wanted == "latest" and known:
        return known[-1] if like is None else _latest_like(known, like, parent)
    fitting = [folder for folder in known if folder.name == wanted] or [
        folder for folder in known if folder.name.startswith(wanted)
    ]
    if len(fitting) > 1:
        raise RunFolderError(
            f"{len(fitting)} runs in {parent} start with {wanted!r}", hint=", ".join(folder.name for folder in fitting)
        )
    if not fitting and place.is_dir() and (held := folders(place)):
        latest = ", ".join(str(folder) for folder in held[: -SHOWN - 1 : -1])
        more = f" and {len(held) - SHOWN} more" if len(held) > SHOWN else ""
        raise RunFolderError(f"{said} is a folder of runs, not one of them", hint=f"name one: {latest}{more}")
    if not fitting:
        names = [folder.name for folder in known]
        hint = (
            did_you_mean(wanted, ["latest", *names]) if names else f"{parent} holds no run yet; `qa-eval run` makes one"
        )
        raise RunFolderError(f"there is no run {said!r}", hint=hint)
    return fitting[0]


def _latest_like(known: Sequence[Path], like: Like, parent: Path) -> Path:
    """Return the latest run of a data set, of those that fit best: by the same rules, of the same answerer, with answers that came."""
    fits = {folder: fit for folder in reversed(known) if (fit := _fit(journal.read_header(folder), like))}
    if not fits:
        raise RunFolderError(
            f"there is no earlier run of {like.dataset} in {parent}", hint="run once without this gate"
        )
    return max(fits, key=lambda folder: fits[folder])  # the first of the best ones


def _fit(header: dict[str, JsonValue], like: Like) -> tuple[bool, ...]:
    """Return how well a run fits; () where it is of another data set."""
    dataset, rules, asked = header.get("dataset"), header.get("signature"), header.get("answerers")
    if not isinstance(dataset, dict) or dataset.get("name") != like.dataset:
        return ()
    alike = isinstance(rules, dict) and all(rules.get(key) == text for key, text in like.rules.items())
    shared = isinstance(asked, list) and not {str(name) for name in asked}.isdisjoint(like.answerers)
    counts = [_overall(row, figure) for row in _answerers(header.get("summary")) for figure in ("n", "failed")]
    came = header.get("state") == journal.COMPLETE and counts[::2] != counts[1::2]
    return alike, shared, came


def overview(folder: Path) -> dict[str, JsonValue]:
    """Return what a list of runs shows of one: name, state, start, dataset, and of each answerer the accuracy and of how many answers.

    "useless" counts the lines of its journal that are of no use while answers are missing. Only a journal that was cut off, or in
    which a line does not begin or end as it should, is read for it.
    """
    header = journal.read_header(folder)
    dataset, summary, state = header.get("dataset"), header.get("summary"), journal.state_of(folder, header)
    unsummed = summary is None and state == journal.INTERRUPTED
    looked_into = unsummed or (state != journal.RUNNING and journal.seems_damaged(folder))
    run = _loaded(folder) if looked_into else None
    if unsummed and run is not None:
        from qa_eval.summary import to_json  # noqa: PLC0415 - most runs do without it

        summary = to_json(run.summary)
    rows = [row for row in _answerers(summary) if not split(str(row["answerer"]))[1]]
    return {
        "name": folder.name,
        "state": state,
        "useless": run.useless if run else 0,
        "started": header.get("started"),
        "rescored": header.get("rescored"),
        "dataset": f"{dataset.get('name')} {dataset.get('version') or ''}".rstrip()
        if isinstance(dataset, dict)
        else "",
        "accuracy": {str(row["answerer"]): _overall(row, "accuracy") for row in rows},
        "n": {str(row["answerer"]): _overall(row, "n") for row in rows},
        "failed": {str(row["answerer"]): _overall(row, "failed") for row in rows},
    }


def _moment(header: dict[str, JsonValue]) -> str:
    return str(header.get("rescored") or header.get("started"))


def _answerers(summary: JsonValue) -> list[dict[str, JsonValue]]:
    found = summary.get("answerers") if isinstance(summary, dict) else None
    return [row for row in (found if isinstance(found, list) else []) if isinstance(row, dict)]


def _loaded(folder: Path) -> Run | None:
    """Return a run with what its journal holds; None where it cannot be read."""
    from qa_eval.engine import Run  # noqa: PLC0415 - most runs do without it

    try:
        return Run.load(folder)
    except RunFolderError:
        return None


def _overall(row: dict[str, JsonValue], figure: str) -> JsonValue:
    overall = row.get("overall")
    return overall.get(figure) if isinstance(overall, dict) else None
