"""What makes ``run`` ask more than the questions: answerers under conditions, and a judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qa_eval.model import Dataset

FLAGS = ("controls", "robustness")
_KEY = "qa_eval.conditions"
_Wrapped = TypeVar("_Wrapped", bound="Callable[..., object]")


def _keep(ctx: click.Context, option: click.Parameter, given: bool) -> None:
    ctx.meta.setdefault(_KEY, {})[option.name] = given


def options(command: _Wrapped) -> _Wrapped:
    """Add the flags, and ``--judge``, to a verb; it is given the judge alone."""
    controls = click.option(
        "--controls",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Ask also without the document, about another one and in shuffled words, beside a constant and the lexical"
        " baseline: what was known, guessed or read.",
    )
    robustness = click.option(
        "--robustness",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Ask also in the questions' other wordings, with paragraphs shuffled, one added, and numbers written otherwise.",
    )
    judge = click.option(
        "--judge",
        default="",
        metavar="SPEC",
        help="An answerer that judges what is said to phrase questions, beside the rules; never the default.",
    )
    return controls(robustness(judge(command)))


def given() -> tuple[str, ...]:
    """Return the flags that were given."""
    flags: dict[str, bool] = click.get_current_context().meta.get(_KEY, {})
    return tuple(f"--{name}" for name in FLAGS if flags.get(name))


def expanded(answerers: Sequence[str], dataset: Dataset) -> tuple[str, ...]:
    """Return the answerers, and after them what the flags add."""
    from qa_eval import conditions  # noqa: PLC0415 - --help does without it

    flags = given()
    found = conditions.expanded(answerers, dataset, controls="--controls" in flags, robustness="--robustness" in flags)
    return tuple(str(one) for one in found)
