"""``qa-eval agreement``: measure how far a scorer agrees with people's verdicts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa_eval import files
from qa_eval.cli import INCOMPLETE, OK, Terminal, verb
from qa_eval.commands import _options
from qa_eval.commands._loading import warn
from qa_eval.errors import RunFolderError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from qa_eval.agreement import Agreement, Group, Labelled, Measured, Reader
    from qa_eval.model import JsonValue, Score
    from qa_eval.statistics import Interval

FEWEST = 30  # answers of a group whose figures mean anything
HEADS = {"dataset": "by set", "kind": "by kind", "system": "by answering system"}


@verb("agreement")
@click.argument("labelled", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--scorer",
    metavar="SPEC",
    help="Whose verdicts are compared: by default those of the scorer that scored the run, for files of lenient.",
)
@click.option(
    "--disagreements",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write each answer on which people and scorer differ, with the reason, as JSONL.",
)
@_options.folder
@click.pass_obj
def command(
    terminal: Terminal, labelled: tuple[Path, ...], *, scorer: str | None, disagreements: Path | None, folder: Path
) -> int:
    """Compare a scorer's verdicts with people's on each LABELLED file, or the reviews of a run.

    A run is a run folder, its name, or "latest". Each line of a file is {"id", "question", "answers", "candidate", "correct"} and may have "system", "dataset" and
    "kind". Intervals are at 95 %, and a "–" stands for what such answers cannot tell. "Bias" is how far the scorer's accuracy of a system is off.
    """
    from qa_eval.agreement import Reader, measure, scorer_of  # noqa: PLC0415 - --help does without it
    from qa_eval.commands._lines import counted  # noqa: PLC0415 - see above
    from qa_eval.engine.scoring import made_scorer  # noqa: PLC0415 - see above

    places = [_place(each, folder) for each in labelled]
    scorer = scorer or scorer_of(places, "lenient")
    made = made_scorer(scorer)
    rows = list[str]()
    if disagreements is not None:
        files.made(disagreements.parent)  # now, not when everything is measured
    write = _writer(rows) if disagreements is not None else None
    reader = Reader()
    measured = measure(reader.read(places), made, write)
    for run in reader.runs:
        warn(run)
    if disagreements is not None:
        files.written(disagreements, rows)
    lines = [f"{scorer} against people, {counted(measured.overall.total.n, 'answer')}", *_table(scorer, measured)]
    lines += _reviewed(reader)
    if measured.failed:
        lines.append(f"the scorer failed on {counted(measured.failed, 'answer')}: counted as not correct")
    if disagreements is not None:
        lines.append(f"wrote {disagreements}")
    reviews: JsonValue = {"confirmed": reader.confirmed, "overturned": reader.overturned, "failed": reader.failed}
    terminal.result(
        "\n".join(lines), {"scorer": scorer, "failed": measured.failed, "reviews": reviews, **_data(measured)}
    )
    return INCOMPLETE if measured.failed else OK


def _reviewed(reader: Reader) -> Iterator[str]:
    """Yield what the reviews of runs say of their verdicts; nothing where only files were read."""
    if reader.confirmed or reader.overturned:
        failed = f"; {reader.failed:,} of failed answers, which are not compared" if reader.failed else ""
        yield f"reviews of verdicts: {reader.confirmed:,} confirmed, {reader.overturned:,} overturned{failed}"
    if reader.overturned and not reader.confirmed:
        yield "agreement cannot be told from overturned verdicts alone: confirm those that are right, too"


def _place(labelled: Path, folder: Path) -> Path:
    """Return the file or run folder that is meant; a run may be named as elsewhere."""
    from qa_eval import runs  # noqa: PLC0415 - see above

    if labelled.exists():
        return labelled
    try:
        return runs.find(str(labelled), folder)
    except RunFolderError:
        if str(labelled) == "latest":
            raise  # no file has that name, and the message says that there is no run yet
        return labelled  # reading it says that there is no such file


def _writer(rows: list[str]) -> Callable[[Labelled, Score], None]:
    def write(one: Labelled, score: Score) -> None:
        row: dict[str, JsonValue] = {
            "id": one.id,
            "question": one.question.text,
            "answers": list(one.question.accepted),
            "candidate": one.candidate,
            "correct": one.correct,
            "verdict": str(score.verdict),
            "value": score.value,
            "reason": str(score.reason),
            "message": score.message,
            "system": one.system,
            "dataset": one.dataset,
            "kind": one.kind,
        }
        rows.append(json.dumps(row) + "\n")

    return write


def _table(scorer: str, measured: Measured) -> Iterator[str]:
    from qa_eval.agreement import BY, intervals_of  # noqa: PLC0415 - see above

    overall = measured.overall
    if not overall.questions:
        return
    yield f"  {'':26} {'n':>7}  {'kappa × 100':>19} {'accuracy':>9} {'balanced':>9} {'precision':>10} {'recall':>7}  {'bias':>5}"
    yield _line(scorer, overall.total, intervals_of(overall.questions.values())) + _few(overall)
    yield from (_line(name, each) for name, each in overall.baselines.items())
    for by in BY:
        groups = measured.by(by)
        if groups:
            yield HEADS[by]
            yield from (_of_group(name or "unnamed", group) for name, group in groups.items())


def _of_group(name: str, group: Group) -> str:
    from qa_eval.agreement import intervals_of  # noqa: PLC0415 - see above

    return _line(name, group.total, intervals_of(group.questions.values())) + _few(group)


def _few(group: Group) -> str:
    return "  too few to tell" if group.total.n < FEWEST else ""


def _line(name: str, one: Agreement, intervals: Mapping[str, Interval | None] | None = None) -> str:
    interval = (intervals or {}).get("kappa")
    between = "" if interval is None else f"({100 * interval.low:.1f}–{100 * interval.high:.1f})"
    shares = ((one.accuracy, 9), (one.balanced, 9), (one.precision, 10), (one.recall, 7))
    shown = " ".join(_percent(share, width) for share, width in shares)
    return f"  {name[:26]:26} {one.n:7,}  {_percent(one.kappa, 5)} {between:13} {shown}  {_percent(one.bias, 5, '+')}"


def _percent(figure: float | None, width: int, sign: str = "") -> str:
    return f"{'–':>{width}}" if figure is None else f"{100 * figure:{sign}{width}.1f}"


def _data(measured: Measured) -> dict[str, JsonValue]:
    from qa_eval.agreement import BY  # noqa: PLC0415 - see above

    groups: dict[str, JsonValue] = {by: {name: _group(group) for name, group in measured.by(by).items()} for by in BY}
    return {"overall": _group(measured.overall), "by": groups}


def _group(group: Group) -> JsonValue:
    from qa_eval.agreement import intervals_of  # noqa: PLC0415 - see above

    intervals = intervals_of(group.questions.values()) if group.questions else {}
    return {
        **_figures(group.total),
        "questions": len(group.questions),
        "intervals": {name: interval and list(interval) for name, interval in intervals.items()},
        "baselines": {name: _figures(each) for name, each in group.baselines.items()},
    }


def _figures(one: Agreement) -> dict[str, JsonValue]:
    return {
        "n": one.n,
        "both": one.both,
        "only_people": one.only_people,
        "only_scorer": one.only_scorer,
        "neither": one.neither,
        "kappa": one.kappa,
        "accuracy": one.accuracy,
        "balanced_accuracy": one.balanced,
        "precision": one.precision,
        "recall": one.recall,
        "accuracy_by_people": one.people,
        "bias": one.bias,
    }
