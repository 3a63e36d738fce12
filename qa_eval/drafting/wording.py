"""Wordings for drafts, proposed by an answerer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from qa_eval.asking import Patience, make_answerer
from qa_eval.model import Dataset, Request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.asking import Asker
    from qa_eval.drafting.finding import Draft

ASKED = (
    "Write one question, in one sentence, whose only right answer is “{answer}”, from this passage: “{quote}” "
    "The question has to be clear to somebody who does not see the passage, and must not give the answer away. "
    "Reply with the question and nothing else."
)
LONGEST = 300


def worded(drafts: Sequence[Draft], document: str, spec: str) -> dict[str, str]:
    """Return the questions that the answerer of ``spec`` proposes, by the draft's id; those that are of use.

    Of use is one line that ends in a question mark and does not hold the answer. Raises SpecError for a spec that cannot be.
    """
    asker = make_answerer(spec, Dataset("", "", (), {}, ""), Patience())
    return asyncio.run(_asked(asker, drafts, document))


async def _asked(asker: Asker, drafts: Sequence[Draft], document: str) -> dict[str, str]:
    size = asker.batch_size
    batches = [drafts[start : start + size] for start in range(0, len(drafts), size)]
    found: dict[str, str] = {}

    async def ask(batch: Sequence[Draft]) -> None:
        requests = [Request(ASKED.format(answer=one.answer.text, quote=one.quote), document, one.id) for one in batch]
        for draft, prediction in zip(batch, await asker.ask(requests), strict=True):
            question = (prediction.text or "").strip().strip('"“”')
            if _of_use(question, draft.answer.text):
                found[draft.id] = question

    try:
        await asyncio.gather(*(ask(batch) for batch in batches))
    finally:
        await asker.close()
    return found


def _of_use(question: str, answer: str) -> bool:
    plain = len(question) <= LONGEST and question.isprintable() and question.endswith("?")
    return plain and answer.casefold() not in question.casefold()
