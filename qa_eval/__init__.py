"""Question-answering evaluation for short, checkable answers: typed scores that say why."""

from __future__ import annotations

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

    def __getattr__(name: str) -> object:
        home = next((module for module, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module 'qa_eval' has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - only a name that is not there yet needs it

        value: object = getattr(import_module(f"qa_eval.{home}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
