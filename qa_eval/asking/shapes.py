"""How to call an answerer: what its parameters are to be given, one question or several at once, sync or async."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import Request

    Reader = Callable[[Sequence[Request]], object]

ONE = {
    "question": lambda requests: requests[0].question,
    "document": lambda requests: requests[0].document,
    "id": lambda requests: requests[0].id,
    "tags": lambda requests: requests[0].tags,
    "document_id": lambda requests: requests[0].document_id,
}
MANY = {
    "questions": lambda requests: [request.question for request in requests],
    "document": lambda requests: requests[0].document,
    "ids": lambda requests: [request.id for request in requests],
    "tags": lambda requests: [request.tags for request in requests],
    "document_id": lambda requests: requests[0].document_id,
}
DEFAULT_BATCH = 32


class Shape(NamedTuple):
    """How to ask: ``call`` takes requests about one document (one request unless ``batched``)."""

    call: Callable[[Sequence[Request]], object]
    is_async: bool
    batched: bool


def shape_of(answerer: object, name: str) -> Shape:
    """Return how to call an answerer. Raises PluginError, which says what is wrong, for one that cannot be called."""
    method, batched = _method(answerer, name)
    takes = MANY if batched else ONE
    is_async = inspect.iscoroutinefunction(method) or inspect.iscoroutinefunction(getattr(method, "__call__", None))  # noqa: B004 - an async __call__ is looked for
    call = _caller(method, takes, name)
    return Shape(_drawn(call) if batched and not is_async else call, is_async, batched)


def _drawn(call: Reader) -> Reader:
    """Return ``call`` with what it yields one by one drawn out, within the call: a generator works only then."""

    def drawn(requests: Sequence[Request]) -> object:
        answers = call(requests)
        return list(answers) if isinstance(answers, Iterator) else answers

    return drawn


def _method(answerer: object, name: str) -> tuple[Callable[..., object], bool]:
    for attribute in ("answer_batch", "answer"):
        method = getattr(answerer, attribute, None)
        if callable(method):
            return method, attribute == "answer_batch"
    if callable(answerer):
        return answerer, getattr(answerer, "__name__", "") == "answer_batch"
    raise PluginError(
        f"{name} ({answerer!r:.80}) is neither a function nor an object with a method `answer`",
        hint="an answerer is `def answer(question, document)`",
    )


def _caller(method: Callable[..., object], takes: dict[str, Reader], name: str) -> Reader:
    """Return a function that hands the method what its parameters ask for: by their names, the first two by place."""
    first, second = (takes[key] for key in list(takes)[:2])
    try:
        parameters = list(inspect.signature(method).parameters.values())
    except (TypeError, ValueError):  # some built-in callables have none
        return lambda requests: method(first(requests), second(requests))
    places, keywords, unfilled = _filled(parameters, takes)
    if unfilled:
        raise PluginError(
            f"{name} needs {', '.join(unfilled)}, which an answerer is not given",
            hint=f"its parameters may be {', '.join(takes)}; give any other one a default",
        )
    if places == [first, second] and not keywords:
        return lambda requests: method(first(requests), second(requests))
    return lambda requests: method(
        *[read(requests) for read in places], **{key: read(requests) for key, read in keywords.items()}
    )


def _filled(
    parameters: list[inspect.Parameter], takes: dict[str, Reader]
) -> tuple[list[Reader], dict[str, Reader], list[str]]:
    named = {parameter.name for parameter in parameters}
    usual = [takes[key] for key in list(takes)[:2] if key not in named]
    places: list[Reader] = []
    keywords: dict[str, Reader] = {}
    unfilled: list[str] = []
    for parameter in parameters:
        by_place = parameter.kind in {parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD}
        if parameter.kind is parameter.VAR_POSITIONAL:
            places += usual
            usual = []
        elif parameter.kind is parameter.VAR_KEYWORD:
            keywords |= {key: read for key, read in takes.items() if key not in named} if not places else {}
        elif parameter.name in takes:
            if by_place and len(places) == parameters.index(parameter):
                places.append(takes[parameter.name])
            else:
                keywords[parameter.name] = takes[parameter.name]
        elif parameter.default is parameter.empty:
            if by_place and usual:
                places.append(usual.pop(0))
            else:
                unfilled.append(parameter.name)
    return places, keywords, unfilled
