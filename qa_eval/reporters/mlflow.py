"""The report as runs of MLflow: parameters, figures with their intervals, and the page as an artifact."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from qa_eval import report as reports
from qa_eval.errors import MissingExtraError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qa_eval.report import Report
    from qa_eval.summary import Counts, Summary

EXPERIMENT = "MLFLOW_EXPERIMENT_NAME"
LONGEST = 500  # characters of a parameter that every tracking server takes
_NOT_A_NAME = re.compile(r"[^\w\-. /]+")


class Reporter:
    """Logs to MLflow, a run an answerer: signature, figures with intervals, the page; its file says where.

    The server is the one that MLFLOW_TRACKING_URI names, the experiment MLFLOW_EXPERIMENT_NAME or the dataset's name.
    """

    filename: ClassVar[str] = "mlflow.json"
    elsewhere: ClassVar[bool] = True
    """What it writes is not all that it does, and names runs that are new each time."""

    def render(self, report: Report) -> Iterable[str]:
        """Log the report and yield where it went. Raises MissingExtraError without mlflow, UsageError when it refuses."""
        os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
        try:
            import mlflow  # noqa: PLC0415 - an extra, and takes two seconds
        except ImportError:
            raise MissingExtraError("mlflow-skinny", "mlflow") from None
        try:
            logged = _log(mlflow, report)
        except (mlflow.exceptions.MlflowException, OSError) as error:
            said = " ".join(str(error).split())
            raise UsageError(
                f"MLflow takes no run: {said}", hint=f"MLFLOW_TRACKING_URI is {mlflow.get_tracking_uri()}"
            ) from error
        yield json.dumps({"schema": 1, "tracking_uri": mlflow.get_tracking_uri(), "runs": logged}, indent=2) + "\n"


def _log(mlflow: Any, report: Report) -> list[dict[str, str]]:
    name = os.environ.get(EXPERIMENT) or report.dataset.name
    experiment = mlflow.set_experiment(_name(name))
    logged = []
    with tempfile.TemporaryDirectory() as folder:
        pages = [reports.write(report, kind, Path(folder)) for kind in ("html", "json")]
        for summary in report.summaries:
            with mlflow.start_run(run_name=summary.answerer, experiment_id=experiment.experiment_id) as run:
                mlflow.log_params(dict(_parameters(report, summary)))
                mlflow.log_metrics(dict(_figures(summary)))
                mlflow.set_tags({"qa_eval.signature": report.signature.text, "qa_eval.state": report.state})
                for page in pages:
                    mlflow.log_artifact(str(page))
            logged.append({"answerer": summary.answerer, "run_id": run.info.run_id, "experiment": experiment.name})
    return logged


def _parameters(report: Report, summary: Summary) -> Iterator[tuple[str, str]]:
    yield "answerer", summary.answerer[:LONGEST]
    for key, text in report.signature.entries:
        if text and not key.startswith("answerer."):
            yield _name(key), text[:LONGEST]


def _figures(summary: Summary) -> Iterator[tuple[str, float]]:
    """Yield the figures of an answerer; shares are within 0..1, ``_low`` and ``_high`` the ends of the 95 % interval."""
    counts = summary.overall
    for part in ("n", "correct", "incorrect", "abstained", "failed"):
        yield part, float(getattr(counts, part))
    yield from _share("accuracy", counts, "accuracy", "accuracy_interval")
    yield from _share("accuracy_attempted", counts, "accuracy_attempted", "accuracy_attempted_interval")
    yield from _share("exact_match", counts, "exact_match_share", "exact_match_interval")
    yield from _share("f1", counts, "mean_f1", "f1_interval")
    for group, slices in (("type", summary.by_type), ("tag", summary.by_tag), ("difficulty", summary.by_difficulty)):
        for name, sliced in slices.items():
            yield from _share(_name(f"accuracy_{group}/{name}"), sliced, "accuracy", "accuracy_interval")
    for kind, seconds in (("p50", summary.latency.p50), ("p95", summary.latency.p95)):
        if seconds is not None:
            yield f"seconds_{kind}", seconds
    yield "tokens_prompt", float(summary.prompt_tokens)
    yield "tokens_completion", float(summary.completion_tokens)


def _share(name: str, counts: Counts, figure: str, interval: str) -> Iterator[tuple[str, float]]:
    value, ends = getattr(counts, figure), getattr(counts, interval)
    if value is not None:
        yield name, value
    if ends is not None:
        yield f"{name}_low", ends.low
        yield f"{name}_high", ends.high


def _name(text: str) -> str:
    return _NOT_A_NAME.sub("-", text).strip("/") or "qa-eval"
