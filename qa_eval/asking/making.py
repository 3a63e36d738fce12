"""Make the asker of whatever a person names as an answerer: a spec, a function, an object or a class."""

from __future__ import annotations

import hashlib
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval import plugins
from qa_eval.asking.asker import Asker
from qa_eval.asking.patience import Patience
from qa_eval.conditions import Under, altering, refuse_unknown, split
from qa_eval.errors import PluginError, QaEvalError, UsageError

if TYPE_CHECKING:
    from qa_eval.model import Dataset


def make_answerer(answerer: object, dataset: Dataset, patience: Patience | None = None) -> Asker:
    """Return the asker of a spec, a function, an object, or a class that is made without arguments, under a condition or none.

    Raises SpecError or PluginError when there is no such answerer or it has no accepted shape.
    """
    patience = patience or Patience()
    if isinstance(answerer, str):
        spec, condition = split(answerer)
        answerer = Under(spec, condition) if condition else answerer
    if isinstance(answerer, Under):
        asker = make_answerer(answerer.answerer, dataset, patience)
        if asker.stored:
            raise UsageError(
                f"{asker.name} cannot be asked under the condition {answerer.condition!r}: its answers are stored",
                hint="leave --controls and --robustness away, or name the answerer that gave them",
            )
        asker.ask_under(answerer.condition, altering(answerer.condition, dataset))
        return asker
    if isinstance(answerer, str):
        try:
            return Asker(answerer, _by_spec(answerer, dataset), patience, spec=True)
        except QaEvalError:
            refuse_unknown(answerer)  # which reads as a part of the answerer's name
            raise
    name = str(getattr(answerer, "__name__", type(answerer).__name__))
    if getattr(answerer, "receives_gold", False):
        raise PluginError(f"{name} claims the accepted answers, which only a built-in answerer is given")
    made = _made(answerer) if isinstance(answerer, type) else answerer
    return Asker(name, made, patience, _source_digest(answerer))


def _made(kind: type) -> object:
    try:
        made: object = kind()
    except Exception as error:
        raise PluginError(
            f"{kind.__name__}() raises {type(error).__name__}: {error}",
            hint="hand over an object that is made already, or a class that needs no arguments",
        ) from error
    return made


def _by_spec(spec: str, dataset: Dataset) -> object:
    plugin, _, _ = plugins.read_spec("answerers", spec)
    given: dict[str, object] = {}
    if getattr(plugin.load(), "receives_gold", False):
        if plugin.origin != "built-in":
            raise PluginError(
                f"{plugin.name!r} of {plugin.origin} claims the accepted answers, which only a built-in answerer is given"
            )
        given["questions"] = dataset.questions
    made: object = plugins.make("answerers", spec, **given)
    return made


_TEXT_ALONE = "<string>"


def _source_digest(answerer: object) -> str:
    """Return the SHA-256 of the file that defines a function or class, of its source in a notebook, or "".

    What was made from text alone has none: Python 3.13 would take the program that was given on its command line for it.
    """
    kind = answerer if inspect.isroutine(answerer) or inspect.isclass(answerer) else type(answerer)
    try:
        named = inspect.getsourcefile(kind) or ""
        if named == _TEXT_ALONE:
            return ""
        file = Path(named)
        content = file.read_bytes() if file.is_file() else inspect.getsource(kind).encode("utf-8", "surrogatepass")
    except (OSError, TypeError):
        return ""
    return hashlib.sha256(content).hexdigest()
