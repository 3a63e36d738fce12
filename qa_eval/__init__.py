"""Question-answering evaluation for short, checkable answers: typed scores that say why."""

from __future__ import annotations

from qa_eval.late import late

TYPE_CHECKING = False  # typing alone takes half as long to import as Python to start

__version__ = "0.1.0"

if TYPE_CHECKING:
    from qa_eval.api import run, score
    from qa_eval.computing import compute
    from qa_eval.dataset import load
    from qa_eval.engine import Run, Settings
    from qa_eval.errors import AnswererError, DatasetError, QaEvalError
    from qa_eval.exporting import to_datasets
    from qa_eval.model import Dataset, Document, Prediction, Question, Reason, Result, Score, Tokens, Verdict
    from qa_eval.summary import Summary

__all__ = [
    "AnswererError",
    "Dataset",
    "DatasetError",
    "Document",
    "Prediction",
    "QaEvalError",
    "Question",
    "Reason",
    "Result",
    "Run",
    "Score",
    "Settings",
    "Summary",
    "Tokens",
    "Verdict",
    "compute",
    "load",
    "run",
    "score",
    "to_datasets",
]

# each name comes from its module when it is first asked for, so that the command line starts at once
_HOMES = {
    "api": ("run", "score"),
    "computing": ("compute",),
    "dataset": ("load",),
    "engine": ("Run", "Settings"),
    "errors": ("AnswererError", "DatasetError", "QaEvalError"),
    "exporting": ("to_datasets",),
    "model": ("Dataset", "Document", "Prediction", "Question", "Reason", "Result", "Score", "Tokens", "Verdict"),
    "summary": ("Summary",),
}


if not TYPE_CHECKING:  # so that a name that is not public stays an error of types
    __getattr__ = late(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
