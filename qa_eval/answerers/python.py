"""A Python file or attribute of the user's own: ``./mine.py:answer`` or ``package.module:attribute``.

The attribute is a function ``answer(question, document)``, sync or async; a function ``answer_batch(questions, document)``;
an object with one of the two as a method; or a class of such objects, which is then made with the spec's options
(``./mine.py:Mine?size=3``), each converted to the type of its annotation. A file without an attribute gives its ``answer``,
``Answerer`` or ``answer_batch``.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import inspect
import sys
import traceback
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

from qa_eval.answerers._imported import imported_files
from qa_eval.errors import PluginError, Problem, QaEvalError, SpecError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

USUAL = ("answer", "Answerer", "answer_batch")
_DATA = (".jsonl", ".json", ".csv", ".tsv")
_LOADED = "answerer_"  # begins the name of what is loaded from a file
_WORDS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


class Answerer:
    """Asks a Python file or attribute of yours: ./mine.py:answer or package.module:attribute

    Everything that is asked of it (``answer``, ``answer_batch``, ``close``, …) is the user's own. ``identity`` is the
    SHA-256 of the module's file, with those that it imports from its folder or its package. Raises SpecError when there is no such file, module, attribute or option, and PluginError,
    which names the line, when the file does not load.
    """

    identity: str

    def __init__(self, target: str, **options: str) -> None:
        place, attribute = _place_and_attribute(target)
        module = _from_file(Path(place)) if place.endswith(".py") or "/" in place else _from_name(place)
        name = attribute or _usual(module)
        self._object = _answering(_attribute(module, name), name, options, target)
        self.identity = _digest(module)

    def __getattr__(self, name: str) -> object:
        if name == "_object":  # asked before it is set, by copy or pickle: there is nobody to ask
            raise AttributeError(name)
        return getattr(self._object, name)


def _place_and_attribute(target: str) -> tuple[str, str]:
    place, colon, attribute = target.rpartition(":")
    if not colon or attribute.endswith(".py") or "/" in attribute or "\\" in attribute:
        return target, ""
    return place, attribute


def _from_file(path: Path) -> ModuleType:
    if not path.is_file():
        beside = [str(other) for other in path.parent.glob("*.py")] if path.parent.is_dir() else []
        known = did_you_mean(str(path), beside) if beside else ""
        raise SpecError(f"there is no file {str(path)!r}", hint=known or "the path counts from the current folder")
    resolved = path.resolve()
    name = f"{_LOADED}{resolved.stem}_{hashlib.sha256(str(resolved).encode()).hexdigest()[:8]}"
    _importable(resolved.parent)
    spec = importlib.util.spec_from_file_location(name, resolved)
    if spec is None or spec.loader is None:
        raise SpecError(f"{str(path)!r} is no Python file", hint=_stored(path) or "its name ends in .py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses and pickle look their module up by name
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        del sys.modules[name]
        raise _broken(str(path), resolved, error) from error
    return module


def _from_name(name: str) -> ModuleType:
    _importable(Path.cwd())
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and (name == error.name or name.startswith(f"{error.name}.")):
            raise SpecError(
                f"there is no module {name!r}",
                hint=_stored(Path(name))
                or f"write ./{name}.py for a file, or install the package that brings {error.name!r}",
            ) from error
        raise _broken(name, None, error) from error
    except (Exception, SystemExit) as error:
        raise _broken(name, None, error) from error


def _stored(path: Path) -> str:
    """Return how to have the answers of a file scored, "" for what is no such file."""
    return (
        f"write replay:{path} for answers that are stored in a file"
        if path.suffix.lower() in _DATA and path.is_file()
        else ""
    )


def _importable(folder: Path) -> None:
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))


def _broken(shown: str, file: Path | None, error: BaseException) -> PluginError:
    """Say where in the user's own file an import went wrong, as any other error in a file is said."""
    if isinstance(error, SyntaxError):
        place = (_shown(error.filename, shown, file), error.lineno or 0, error.offset or 0)
        return PluginError("", problems=(Problem(*place, f"{error.msg}", source=error.text or ""),))
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if file is not None and frame.filename == str(file)]
    line = own[-1].lineno or 0 if own else 0
    hint = ""
    if isinstance(error, ModuleNotFoundError) and error.name:
        hint = f"install the package that brings {error.name!r} into the environment of qa-eval"
    if isinstance(error, SystemExit):
        hint = 'keep what runs a program under `if __name__ == "__main__":`'
    source = own[-1].line or "" if own else ""
    said = f"{type(error).__name__}: {error}"
    return PluginError("", problems=(Problem(shown, line, 1 if source else 0, said, hint, source),))


def _shown(filename: str | None, shown: str, file: Path | None) -> str:
    return shown if filename is None or (file is not None and filename == str(file)) else filename


def _usual(module: ModuleType) -> str:
    for name in USUAL:
        if hasattr(module, name):
            return name
    raise SpecError(
        f"{_where(module)} defines none of {', '.join(USUAL)}",
        hint="write which attribute answers after a colon, as in ./mine.py:answer",
    )


def _attribute(module: ModuleType, name: str) -> object:
    found: object = module
    for part in name.split("."):
        if not hasattr(found, part):
            known = [key for key, value in vars(found).items() if callable(value) and not key.startswith("_")]
            hint = did_you_mean(part, known) if known else "it defines nothing that can be called"
            raise SpecError(f"{_where(module)} has no {name!r}", hint=hint)
        found = getattr(found, part)
    return found


def _answering(found: object, name: str, options: dict[str, str], target: str) -> object:
    """Return an object with ``answer`` or ``answer_batch`` for whatever the user's attribute is."""
    if inspect.isclass(found):
        found = _made(found, options, target)
    elif options:
        raise SpecError(f"{target!r} is no class, so it takes no options", hint=f"drop {', '.join(sorted(options))}")
    if getattr(found, "receives_gold", False):
        raise PluginError(f"{target!r} claims the accepted answers, which only a built-in answerer may")
    if hasattr(found, "answer") or hasattr(found, "answer_batch"):
        return found
    if not callable(found):
        raise SpecError(
            f"{target!r} is a {type(found).__name__}: neither a function nor an object with a method `answer`",
            hint="an answerer is `def answer(question, document)`",
        )
    function = found if inspect.isroutine(found) else found.__call__  # so that an async __call__ is seen as async
    return SimpleNamespace(**{"answer_batch" if name.rpartition(".")[2] == "answer_batch" else "answer": function})


def _made(kind: type, options: dict[str, str], target: str) -> object:
    declared = _declared(kind)
    for key in options:
        if key not in declared:
            hint = did_you_mean(key, declared) if declared else "it takes no options"
            raise SpecError(f"{kind.__name__} has no option {key!r} in {target!r}", hint=hint)
    missing = [name for name, p in declared.items() if _needed(p) and name not in options]
    if missing:
        hint = f"write {target}?{'&'.join(f'{name}=…' for name in missing)}"
        raise SpecError(f"{kind.__name__} needs {', '.join(missing)}", hint=hint)
    given = {key: _converted(declared[key], text, target) for key, text in options.items()}
    try:
        made: object = kind(**given)
    except QaEvalError:
        raise
    except Exception as error:
        raise _broken(target.rpartition(":")[0] or target, _file(sys.modules[kind.__module__]), error) from error
    return made


def _declared(kind: type) -> Mapping[str, inspect.Parameter]:
    try:
        return inspect.signature(kind, eval_str=True).parameters
    except NameError:  # annotations that only a type checker can evaluate
        return inspect.signature(kind).parameters
    except ValueError:  # a class written in C
        return {}


def _needed(parameter: inspect.Parameter) -> bool:
    open_ended = parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}
    return parameter.default is parameter.empty and not open_ended


def _converted(parameter: inspect.Parameter, text: str, target: str) -> object:
    kind = getattr(parameter.annotation, "__origin__", parameter.annotation)  # the type of an Annotated
    if kind is parameter.empty and parameter.default is not parameter.empty:
        kind = type(parameter.default)
    if kind not in {bool, int, float, Path}:
        return text
    try:
        return _WORDS[text.lower()] if kind is bool else kind(text)
    except (KeyError, ValueError):
        raise SpecError(f"option {parameter.name!r} of {target!r} takes a {kind.__name__}, got {text!r}") from None


def _digest(module: ModuleType) -> str:
    file = _file(module)
    if file is None:
        return ""
    root, own = _surroundings(module.__name__, file)
    files = imported_files(file, root, own)
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (file, *files)]
    if not files:
        return digests[0]
    names = [path.relative_to(root).as_posix() for path in files]
    return hashlib.sha256("\n".join([*names, *digests]).encode()).hexdigest()


def _surroundings(name: str, file: Path) -> tuple[Path, Path]:
    """Return the folder where a module's absolute imports are looked for, and the one whose files are the user's own."""
    if name.startswith(_LOADED):
        return file.parent, file.parent
    parts = name.split(".")
    root = file.parents[len(parts) - (file.stem != "__init__")]
    return root, root if root == Path.cwd() else root / parts[0]


def _where(module: ModuleType) -> str:
    return str(_file(module) or f"the module {module.__name__!r}")


def _file(module: ModuleType) -> Path | None:
    return Path(module.__file__) if module.__file__ else None
