"""promptfoo: our scorer as an assertion, our answerers as a provider; `qa-eval export DATASET --to promptfoo` uses both.

In a configuration of one's own: `type: python`, `value: file://assertion.py`, and in that file
`from qa_eval.harnesses.promptfoo import get_assert`.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from qa_eval.api import score as scored
from qa_eval.errors import AnswererError, QaEvalError
from qa_eval.harnesses.asking import Answering, judged
from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping


def get_assert(output: str, context: Mapping[str, Any]) -> dict[str, Any]:
    """Return whether an output is right, with the value and the reason.

    The test's variables are ``row`` (an exported question), or ``accepted`` (a list; [] = unanswerable) and ``question``. The
    assertion's ``config`` may give ``scorer``.
    """
    given, config = context.get("vars") or {}, context.get("config") or {}
    scorer = str(config.get("scorer", "strict"))
    if isinstance(given.get("row"), str):
        score = judged(given["row"], str(output), scorer)
    else:
        accepted = given.get("accepted", [])
        texts = json.loads(accepted) if isinstance(accepted, str) and accepted.startswith("[") else accepted
        score = scored(
            str(output),
            [texts] if isinstance(texts, str) else [str(text) for text in texts],
            question=str(given.get("question", "")),
            scorer=scorer,
        )
    passed = score.verdict is Verdict.CORRECT
    return {
        "pass": passed,
        "score": score.value,
        "reason": f"{score.reason}: {score.message}",
        "namedScores": {"exact_match": float(score.exact_match), "f1": score.f1},
    }


def call_api(prompt: str, options: Mapping[str, Any], context: Mapping[str, Any]) -> dict[str, Any]:
    """Answer with one of our answerers: the provider's ``config`` names it as ``answerer``."""
    spec = str((options.get("config") or {}).get("answerer", ""))
    if not spec:
        return {"error": "the provider's config names no answerer: config: {answerer: lexical}"}
    given = context.get("vars") or {}
    try:
        said = asyncio.run(_asked(spec, str(given.get("question") or prompt), str(given.get("context") or ""), given))
    except AnswererError as error:
        return {"error": f"{error.kind}: {error.message}"}
    except QaEvalError as error:
        return {"error": str(error)}
    return {"output": said}


async def _asked(spec: str, question: str, document: str, given: Mapping[str, Any]) -> str:
    answering = Answering(spec)
    try:
        return (await answering.ask(question, document, str(given.get("id", "")))).text or ""
    finally:
        await answering.close()
