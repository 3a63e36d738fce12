"""Score answers as one of the alternatives does, in its own environment: python scoring_peer.py NAME.

Each line of stdin is a JSON list of [answer, [accepted, …]]; for each, a line with the answers scored per second of
processor time. The first line, before any work, is "ready".
"""

from __future__ import annotations

import asyncio
import json
import sys
import warnings
from time import process_time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

warnings.simplefilter("ignore")
Work = "list[tuple[str, list[str]]]"


def inspect_ai(name: str) -> Callable[[Any], None]:
    """Return one of inspect's scorers: "f1", "exact", "match"."""
    from inspect_ai import scorer  # noqa: PLC0415 - only in its environment

    score = scorer.match(numeric=True) if name == "match" else getattr(scorer, name)()

    async def every(work: Any) -> None:
        for answer, accepted in work:
            await score(SimpleNamespace(output=SimpleNamespace(completion=answer)), scorer.Target(accepted))

    return lambda work: asyncio.run(every(work))


def lm_eval(name: str) -> Callable[[Any], None]:
    """Return one of lm_eval's: "exact_match" of a list of one, as its tasks call it, or "drop"."""
    if name == "drop":
        from lm_eval.tasks.drop.utils import process_results  # noqa: PLC0415 - see above

        def by_drop(work: Any) -> None:
            for answer, accepted in work:
                process_results({"answers": [(each,) for each in accepted]}, [answer])

        return by_drop
    from lm_eval.api.metrics import exact_match_hf_evaluate  # noqa: PLC0415 - see above

    def by_match(work: Any) -> None:
        for answer, accepted in work:
            for each in accepted:
                exact_match_hf_evaluate(
                    predictions=[answer], references=[each], ignore_case=True, ignore_punctuation=True
                )

    return by_match


def math_verify(_name: str) -> Callable[[Any], None]:
    """Return math-verify: both sides parsed and verified, without the alarm that it sets by default."""
    import logging  # noqa: PLC0415 - see above

    from math_verify import parse, verify  # noqa: PLC0415 - see above

    logging.disable(logging.CRITICAL)
    golds: dict[str, Any] = {}

    def every(work: Any) -> None:
        for answer, accepted in work:
            said = parse(answer, parsing_timeout=None)
            for each in accepted:
                if each not in golds:
                    golds[each] = parse(each, parsing_timeout=None)
                verify(golds[each], said, timeout_seconds=None)

    return every


def quantulum3(_name: str) -> Callable[[Any], None]:
    """Return quantulum3 reading each answer; it compares nothing."""
    from quantulum3 import parser  # noqa: PLC0415 - see above

    def every(work: Any) -> None:
        for answer, _ in work:
            parser.parse(answer)

    return every


KINDS = {"inspect-ai": inspect_ai, "lm_eval": lm_eval, "math-verify": math_verify, "quantulum3": quantulum3}


def main() -> None:
    """Answer each line of work with a rate."""
    package, _, name = sys.argv[1].partition(":")
    score = KINDS[package](name)
    score([("170 mm", ["170 mm"])])
    print("ready", flush=True)
    for line in sys.stdin:
        work = json.loads(line)
        start = process_time()
        score(work)
        print(len(work) / (process_time() - start), flush=True)


if __name__ == "__main__":
    main()
