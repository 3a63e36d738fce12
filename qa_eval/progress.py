"""A run's progress on stderr: a live line on a terminal, plain lines every 10 % elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress as Bars

    from qa_eval.engine import Progress, Tally
    from qa_eval.model import Result

STEPS = 10


class Silent:
    """Says nothing but notices."""

    def on_result(self, result: Result, tally: Tally) -> None:
        """See one more result."""

    def on_notice(self, text: str) -> None:
        """Say what a person should know now."""
        click.echo(text, err=True)


class Lines(Silent):
    """Says how far the run is, a line every tenth of it."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._said = 0

    def on_result(self, result: Result, tally: Tally) -> None:  # noqa: ARG002 - the tally says it all
        """Say a line when the next tenth is reached."""
        step = tally.done * STEPS // max(tally.total, 1)
        if step > self._said:
            self._said = step
            click.echo(self._line(tally), err=True)

    def _line(self, tally: Tally) -> str:
        passed = time.monotonic() - self._started
        left = passed / tally.done * (tally.total - tally.done)
        return f"{tally.done}/{tally.total} · {state(tally)} · {duration(left)} left"


class Live(Silent):
    """Shows a bar that moves."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._bar = bars.add_task("", total=None, state="")

    def on_result(self, result: Result, tally: Tally) -> None:  # noqa: ARG002 - the tally says it all
        """Move the bar."""
        self._bars.update(self._bar, completed=tally.done, total=tally.total, state=state(tally))

    def on_notice(self, text: str) -> None:
        """Say what a person should know now, above the bar."""
        self._bars.console.print(text, markup=False)


def state(tally: Tally) -> str:
    """Say what became of the answers so far."""
    parts = [f"{tally.correct} correct", f"{tally.incorrect} incorrect", f"{tally.abstained} abstained"]
    if tally.failed:
        parts.append(f"{tally.failed} failed")
    if tally.prompt_tokens or tally.completion_tokens:
        parts.append(f"{tally.prompt_tokens + tally.completion_tokens:,} tokens")
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """Say a number of seconds as people read it.

    >>> duration(3.4), duration(125), duration(7300)
    ('3 s', '2 min 5 s', '2 h 1 min')
    """
    whole = round(seconds)
    if whole < 60:  # noqa: PLR2004 - seconds in a minute
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"  # noqa: PLR2004 - in an hour


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress]:
    """Give whoever watches the run: nobody when ``quiet``, a live bar on a terminal, plain lines elsewhere."""
    if quiet:
        yield Silent()
    elif sys.stderr.isatty():
        from rich.console import Console  # noqa: PLC0415 - costs 50 ms, and only a terminal shows it
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - see above

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[state]}"), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
            yield Live(bars)
    else:
        yield Lines()
