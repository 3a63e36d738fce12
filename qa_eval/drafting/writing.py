"""Drafts as a questions file, with comments that say how to finish it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qa_eval.dataset.drafts import UNWORDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qa_eval.drafting.finding import Draft, Passage

LONGEST_COMMENT = 160
HEAD = """\
# {name}: drafts of questions, found in the document sentence by sentence. None of them is asked yet.
#
# To finish one:  1. Write the question, so that it stands alone, has one right answer and does not give it away.
#                 2. Look at the answer: its type, its text, how precise it has to be. Change it or its type freely.
#                 3. Add three answers that are right under `accept`, and three that are nearly right under `reject`.
#                 4. Remove `draft: true`. Delete the drafts that nobody would ask.
# `qa-eval check {file}` says what is left, and which sentences no question is about.
schema: 1
name: {name}
version: 0.1.0
title: {title}
description: What the questions are about, and for whom.
licence: The licence of the questions.
document:
  path: {path}
  sha256: {sha256}
questions:
"""


def written(head: Mapping[str, str], passages: Sequence[Passage], questions: Mapping[str, str]) -> Iterator[str]:
    """Yield the file in parts. ``head`` fills its first lines; ``questions`` holds the wordings that there are, by id."""
    plain = {"file", "name", "sha256"}
    yield HEAD.format(**{key: value if key in plain else _text(value) for key, value in head.items()})
    for passage in passages:
        yield f"\n  # {passage.number} · {_comment(passage.text)}\n"
        for draft in passage.drafts:
            yield _question(draft, questions.get(draft.id, ""))


def _question(draft: Draft, question: str) -> str:
    evidence = _text(draft.quote)
    if draft.occurrence > 1:
        evidence = f"{{quote: {evidence}, occurrence: {draft.occurrence}}}"
    lines = (
        f"  - id: {draft.id}",
        "    draft: true",
        f"    question: {_text(question or f'{UNWORDED} What stands in the gap? {draft.gap}')}",
        f"    type: {draft.answer.type}",
        f"    answer: {_text(draft.answer.text)}",
        *((f"    language: {draft.language}",) if draft.language else ()),
        f"    evidence: [{evidence}]",
        "    accept: []",
        "    reject: []",
    )
    return "\n".join(lines) + "\n"


def _comment(text: str) -> str:
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return shown if len(shown) <= LONGEST_COMMENT else f"{shown[:LONGEST_COMMENT]}…"


def _text(text: str) -> str:
    """Return a text in double quotes, which YAML reads as JSON does; what does not print is escaped."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in quoted)
