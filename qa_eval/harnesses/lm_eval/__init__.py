"""lm-evaluation-harness: our scorer in its tasks, our answerers in the place of its models.

`qa-eval export DATASET --to lm_eval` writes a task that uses this file. `python -m qa_eval.harnesses.lm_eval` is their command line with
the model `qa_eval` known: `--model qa_eval --model_args answerer=lexical`.
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lm_eval.models  # noqa: F401 - registers their own models, which are not looked for once one is known
from lm_eval.api.model import LM
from lm_eval.api.registry import register_model

from qa_eval.harnesses.asking import Answering, judged
from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def documents(path: Path | str, **_: object) -> Any:
    """Return the documents of an exported task as a ``DatasetDict`` with the split "test"."""
    import datasets  # noqa: PLC0415 - takes two seconds

    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    return datasets.DatasetDict({"test": datasets.Dataset.from_list(rows)})


def process_results(document: Mapping[str, Any], results: Sequence[str], policy: str = "strict") -> dict[str, float]:
    """Return the figures of one document: what its answer's verdict is, each 0 or 1, and the value of partial credit."""
    score = judged(document["row"], results[0], policy)
    return {
        "accuracy": float(score.verdict is Verdict.CORRECT),
        "abstained": float(score.verdict is Verdict.ABSTAINED),
        "value": score.value,
        "exact_match": float(score.exact_match),
        "f1": score.f1,
    }


@register_model("qa_eval")
class AnswererLM(LM):
    """An answerer of ours as their model; it generates and has no likelihoods."""

    def __init__(self, answerer: str, **_: object) -> None:
        super().__init__()
        self._answering = Answering(answerer)

    def generate_until(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[str]:
        """Answer each request: its document's own question where that is ours, its prompt otherwise."""
        del disable_tqdm
        return asyncio.run(self._all(requests))

    async def _all(self, requests: Sequence[Any]) -> list[str]:
        try:
            return list(await asyncio.gather(*(self._one(request) for request in requests)))
        finally:
            await self._answering.close()

    async def _one(self, request: Any) -> str:
        known = request.doc if isinstance(request.doc, dict) else {}
        question, document = str(known.get("question") or request.args[0]), str(known.get("context") or "")
        said = await self._answering.ask(question, document, str(known.get("id", "")))
        return said.text or ""

    def loglikelihood(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[tuple[float, bool]]:
        """Raise: an answerer says what it answers, not how likely other texts are."""
        raise NotImplementedError("an answerer of qa_eval has no likelihoods: use a task of output_type generate_until")

    loglikelihood_rolling = loglikelihood
