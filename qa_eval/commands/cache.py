"""``qa-eval cache``: look into the answers kept by `run --cache`, and forget some."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qa_eval.cli import Terminal, verb
from qa_eval.errors import UsageError

if TYPE_CHECKING:
    from qa_eval.cache import Cache
    from qa_eval.model import JsonValue

SHOWN = 50  # entries
LONGEST = 60  # characters of a text in a row


@verb("cache")
@click.argument("what", type=click.Choice(["list", "show", "prune", "clear"]), metavar="{list|show|prune|clear}")
@click.argument("words", default="")
@click.option("--path", type=click.Path(path_type=Path), help="The cache; by default the one that `run --cache` uses.")
@click.option("--unused", type=click.FloatRange(min=0), metavar="DAYS", help="prune: what was not used for so long.")
@click.option("-a", "--answerer", default="", metavar="SPEC", help="prune: only what this answerer said.")
@click.pass_obj
def command(terminal: Terminal, what: str, words: str, path: Path | None, unused: float | None, answerer: str) -> None:
    """Look into the answers kept by `run --cache`, and forget some.

    list: how many, by answerer. show [WORDS]: the newest ones, with WORDS in them. prune: forget those not used for --unused
    DAYS, or all of -a SPEC. clear: forget all.
    """
    from qa_eval import cache  # noqa: PLC0415 - --help does without it
    from qa_eval.commands._lines import counted  # noqa: PLC0415 - see above

    place = path or cache.default_path()
    with cache.opened(place) as kept:
        if what in {"prune", "clear"}:
            if what == "prune" and unused is None and not answerer:
                raise UsageError("prune what?", hint="name --unused DAYS or -a SPEC; `cache clear` forgets everything")
            gone = kept.prune() if what == "clear" else kept.prune(unused_days=unused or 0.0, answerer=answerer)
            terminal.result(f"forgot {counted(gone, 'answer')} of {place}", {"path": str(place), "forgotten": gone})
        elif what == "show":
            _show(terminal, kept, words)
        else:
            _list(terminal, kept)


def _list(terminal: Terminal, kept: Cache) -> None:
    rows = kept.answerers()
    wide = max((len(row[0]) for row in rows), default=0)
    lines = [f"{name.ljust(wide)}  {answers:8,} answers, used {hits:,} times" for name, answers, hits, _ in rows]
    data: list[JsonValue] = [
        {"answerer": name, "answers": answers, "hits": hits, "used": used} for name, answers, hits, used in rows
    ]
    terminal.result("\n".join(lines), {"path": str(kept.path), "answerers": data})
    if not rows:
        terminal.say(f"{kept.path} holds nothing")


def _show(terminal: Terminal, kept: Cache, words: str) -> None:
    from qa_eval import cache  # noqa: PLC0415 - see above

    found = list(kept.entries(words, SHOWN))
    lines = [f"{one.key[:12]}  {one.answerer}  {_short(one.question)}  →  {_short(one.answer)}" for one in found]
    terminal.result("\n".join(lines), {"path": str(kept.path), "entries": [cache.to_json(one) for one in found]})
    if not found:
        terminal.say(f"nothing kept in {kept.path} has {words!r} in it" if words else f"{kept.path} holds nothing")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
