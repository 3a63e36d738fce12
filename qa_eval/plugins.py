"""One finder for every room: a file's stem is the plug-in's name, installed packages come in by entry points.

A drop-in is one file (or package) in ``qa_eval/<room>/`` that defines the room's factory, named in ``FACTORIES``.
Outsiders register the same factory under the entry-point group ``qa_eval.<room>``. A name that two of them claim is used
by neither, and one of our own stays ours. A factory's parameters are its declaration: the first positional one takes the spec's argument, each keyword-only
one is an option, ``Annotated[type, "one-line meaning"]``; ``**options`` takes any other one as text.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from qa_eval.errors import PluginError, QaEvalError, SpecError, did_you_mean

if TYPE_CHECKING:
    import inspect
    from collections.abc import Callable, Iterator, Mapping
    from importlib.metadata import EntryPoint

FACTORIES = {
    "answerers": "Answerer",
    "commands": "command",
    "executors": "Executor",
    "exporters": "Exporter",
    "formats": "Format",
    "outputs": "Output",
    "reporters": "Reporter",
    "scorers": "Scorer",
    "shapes": "Shape",
}
# what an installed plug-in that is a class has to have: another one breaks when it is used, which may be late
CONTRACTS = {
    "commands": ("invoke", "params"),
    "formats": ("read",),
    "reporters": ("filename", "render"),
    "scorers": ("score",),
}
BUILT_IN = "built-in"
REQUIRED = object()
_OPTIONS = re.compile(r"[a-z_]+=")
_TRUE = {"true", "yes", "on", "1"}
_FALSE = {"false", "no", "off", "0"}


class Parameter(NamedTuple):
    """An option of a plug-in: ``default`` is REQUIRED where there is none."""

    name: str
    type: type
    default: object
    meaning: str


class Plugin(NamedTuple):
    """A plug-in by name. ``origin`` is "built-in" or the distribution that brings it."""

    room: str
    name: str
    origin: str
    entry_point: EntryPoint | None = None

    def load(self) -> Any:
        """Import the plug-in and return its factory.

        Raises PluginError, which names the file's or the package's own error, when that fails, and for one of a package that
        lacks what its room asks for.
        """
        hint = "`qa-eval doctor` lists every plug-in that is broken"
        with self.blamed("does not load", hint, always=True):
            if self.entry_point is None:
                module = importlib.import_module(f"qa_eval.{self.room}.{self.name}")
                return getattr(module, FACTORIES[self.room])
            factory = self.entry_point.load()
        lacking = [name for name in CONTRACTS.get(self.room, ()) if not hasattr(factory, name)]
        if lacking and (isinstance(factory, type) or self.room == "commands"):
            what = "a click command, as qa_eval.cli.verb makes one" if self.room == "commands" else "a class with it"
            missing = "" if self.room == "commands" else f": it has no {' and no '.join(lacking)}"
            raise PluginError(
                f"{self} is no {FACTORIES[self.room]} but {factory!r:.60}{missing}",
                hint=f"the entry point in the group qa_eval.{self.room} has to name {what}",
            )
        return factory

    def __str__(self) -> str:
        return f"{self.room[:-1]} {self.name!r} ({self.origin})"

    @contextmanager
    def blamed(
        self, what: str, hint: str = "", *, always: bool = False, lets: type[Exception] = QaEvalError
    ) -> Iterator[None]:
        """Tell what a plug-in of a package raises as its own: a PluginError that says ``what`` it cannot do.

        ``always``: one of our own, too. What is ours, and what it ``lets`` through, stays as it is.
        """
        try:
            yield
        except Exception as error:
            if isinstance(error, (QaEvalError, lets)) or (self.origin == BUILT_IN and not always):
                raise
            raise PluginError(f"{self} {what}: {type(error).__name__}: {error}", hint=hint) from error

    @property
    def meaning(self) -> str:
        """The first line of the factory's docstring (a command's help)."""
        factory = self.load()
        text = getattr(factory, "help", None) or factory.__doc__ or ""
        return str(text).strip().split("\n")[0]


@cache
def built_in(room: str) -> tuple[str, ...]:
    """Return the sorted stems of the room's own files, without importing them."""
    modules = pkgutil.iter_modules(importlib.import_module(f"qa_eval.{room}").__path__)
    return tuple(sorted(module.name for module in modules if not module.name.startswith("_")))


@cache
def plugins(room: str) -> Mapping[str, Plugin]:
    """Return every plug-in of a room by name, built-in ones first; scans the installed packages.

    A name that two of them claim is left out, unless one is built in: then it is that one.
    """
    return {
        name: claims[0] for name, claims in _claims(room).items() if len(claims) == 1 or claims[0].origin == BUILT_IN
    }


def left_out(room: str) -> Mapping[str, PluginError]:
    """Return why plug-ins of installed packages are left out of a room, by their names: somebody else has that name."""
    return {
        name: PluginError(
            f"{room[:-1]} {name!r} is claimed by {' and by '.join(claim.origin for claim in claims)}",
            hint=f"uninstall one of them, or rename its entry point in the group qa_eval.{room}",
        )
        for name, claims in _claims(room).items()
        if len(claims) > 1
    }


def _claims(room: str) -> Mapping[str, list[Plugin]]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs 60 ms, and only an unknown name needs it

    found = {name: [Plugin(room, name, BUILT_IN)] for name in built_in(room)}
    for point in sorted(entry_points(group=f"qa_eval.{room}"), key=lambda point: point.name):
        origin = point.dist.name if point.dist else "unknown package"
        found.setdefault(point.name, []).append(Plugin(room, point.name, origin, point))
    return found


def find(room: str, name: str) -> Plugin:
    """Return the plug-in ``name`` of a room; ``openai-sdk`` is ``openai_sdk``, since a file's name has no hyphen.

    Raises SpecError, with the nearest name, when there is none, and PluginError for a name that two packages claim.
    """
    ours = built_in(room)
    for written in (name, name.replace("-", "_")):
        if written in ours:
            return Plugin(room, written, BUILT_IN)
    known = plugins(room)
    if name not in known:
        if name in (claimed := left_out(room)):
            raise claimed[name]
        more = "; a Python file is named by its path, ./mine.py:answer" if room == "answerers" else ""
        if room != "answerers" and name.partition(":")[0].endswith(".py"):
            more = f"; one of your own is installed in a package, by an entry point of the group qa_eval.{room}"
        raise SpecError(f"there is no {room[:-1]} {name!r}", hint=f"{did_you_mean(name, known)}{more}")
    return known[name]


def parameters(factory: Callable[..., object]) -> Mapping[str, Parameter]:
    """Return the options that a factory declares, in order."""
    return {
        name: _parameter(name, parameter)
        for name, parameter in _signature(factory).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY
    }


def make(room: str, spec: str, **given: object) -> Any:
    """Make the plug-in that a spec ``name[:argument][?key=value&…]`` describes; ``given`` adds what the caller knows.

    Raises SpecError for an unknown name, a missing or surplus argument, an unknown option or a value of the wrong type, and
    PluginError for what an installed one raises. The error does not repeat the spec: somebody may have typed a key into it.

    >>> make("answerers", "fixed:170 mm").answer("What calibre?", "")
    '170 mm'
    """
    plugin, argument, options = read_spec(room, spec)
    factory = plugin.load()
    takes = [p for p in _signature(factory).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
    if argument and not takes:
        raise SpecError(f"{plugin.name!r} takes no argument, got {argument!r}")
    if takes and not argument and takes[0].default is takes[0].empty:
        raise SpecError(
            f"{plugin.name!r} needs its {takes[0].name}",
            hint=f"write {plugin.name}:{takes[0].name.upper()}",
        )
    with plugin.blamed("cannot be made"):
        return factory(*([argument] if argument else []), **options, **given)


def read_spec(room: str, spec: str) -> tuple[Plugin, str, dict[str, object]]:
    """Split a spec into its plug-in, its argument ("" for none) and its options, converted to their types.

    What follows the last "?" is options when it names at least one declared option; otherwise it belongs to the argument,
    as the query of a URL does, unless it can only be a misspelt option.
    """
    name, argument = _name_and_argument(room, spec)
    plugin = find(room, name)
    factory = plugin.load()
    declared = parameters(factory)
    head, _, tail = argument.rpartition("?") if "?" in argument else (argument, "", "")
    pairs = _pairs(tail) if _OPTIONS.match(tail) else {}
    if not pairs or ("://" in head and not pairs.keys() & declared.keys()):
        return plugin, argument, {}
    takes_any = any(parameter.kind is parameter.VAR_KEYWORD for parameter in _signature(factory).parameters.values())
    for key in pairs:
        if key not in declared and not takes_any:
            hint = did_you_mean(key, declared) if declared else "it takes none"
            raise SpecError(f"{name!r} has no option {key!r}", hint=hint)
    return (
        plugin,
        head,
        {key: _convert(name, declared[key], text) if key in declared else text for key, text in pairs.items()},
    )


def _pairs(query: str) -> dict[str, str]:
    from urllib.parse import parse_qsl  # noqa: PLC0415 - few specs have options

    return dict(parse_qsl(query, keep_blank_values=True))


def _name_and_argument(room: str, spec: str) -> tuple[str, str]:
    if room == "answerers":
        if spec.startswith(("http://", "https://")):
            return "http", spec
        head = spec.partition("?")[0].partition(":")[0]
        if head not in built_in(room) and (head.endswith(".py") or "/" in head or "." in head):
            return "python", spec
    name, colon, argument = spec.partition(":")
    if not colon and "?" in name:
        name, _, options = name.partition("?")
        argument = f"?{options}"
    return name, argument


@lru_cache(maxsize=32)  # a spec is read in steps that ask for it again
def _signature(factory: Callable[..., object]) -> inspect.Signature:
    import inspect  # noqa: PLC0415 - start-up does without it

    return inspect.signature(factory, eval_str=True)


def _parameter(name: str, parameter: inspect.Parameter) -> Parameter:
    meaning = next((text for text in getattr(parameter.annotation, "__metadata__", ()) if isinstance(text, str)), "")
    kind = getattr(parameter.annotation, "__origin__", parameter.annotation)
    default = REQUIRED if parameter.default is parameter.empty else parameter.default
    return Parameter(name, kind if isinstance(kind, type) else str, default, meaning)


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _convert(name: str, parameter: Parameter, text: str) -> object:
    if parameter.type is bool and text.lower() in _TRUE | _FALSE:
        return text.lower() in _TRUE
    try:
        if parameter.type is not bool:
            return parameter.type(text)
    except ValueError:
        pass
    raise SpecError(
        f"option {parameter.name!r} of {name!r} takes {_article(parameter.type.__name__)}, got {text!r}",
        hint=parameter.meaning,
    )
