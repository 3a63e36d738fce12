"""Evidence: are answers right for the right reason, and are there quotes that no document holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa_eval.analysis.section import Section, ends, named, share
from qa_eval.gates import Figure
from qa_eval.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.analysis.answers import Answered, Answers
    from qa_eval.model import JsonValue

COLUMNS = ("answerer", "evidence quoted", "right for the right reason", "right without the evidence", "wrong with the evidence", "quotes")  # fmt: skip


def grounding(answers: Answers) -> Iterator[Section]:
    """Yield what the quotes of answerers that gave any are worth."""
    quoting = [one for one in answers.plain if one.evidence.given]
    if quoting:
        yield Section(
            key="evidence",
            title="Evidence that answerers quote",
            columns=COLUMNS,
            rows=tuple(_row(one) for one in quoting),
            notes=tuple(note for one in quoting for note in _notes(one)),
            data={"rows": [_data(one) for one in quoting]},
            figures={one.name: _figures(one) for one in quoting},
        )


def _row(one: Answered) -> tuple[str, ...]:
    found = one.evidence
    shares = (found.hits, found.right_reason, found.right_without, found.wrong_with)
    quotes = (
        f"{found.quotes}: {found.exact} exact, {found.nearly} but for case or marks, {len(found.invented)} invented"
    )
    return one.name, *(share(count, found.n, wilson(count, found.n)) for count in shares), quotes


def _notes(one: Answered) -> Iterator[str]:
    if one.evidence.invented:
        yield f"quotes that are not in the document ({one.name}): {named(list(dict.fromkeys(one.evidence.invented)))}"
    if left := one.evidence.unreadable:
        answers = "1 answer has" if left == 1 else f"{left:,} answers have"
        yield f"{one.name}: {answers} evidence that is neither a text nor a list of texts, which is left out"


def _figures(one: Answered) -> dict[str, Figure]:
    found = one.evidence
    invented = len(found.invented)
    return {
        "evidence_hit": _share(found.hits, found.n),
        "right_with_evidence": _share(found.right_reason, found.n),
        "right_without_evidence": _share(found.right_without, found.n),
        "invented_quotes": Figure(invented, wilson(invented, found.quotes), of=found.quotes),
    }


def _share(count: int, n: int) -> Figure:
    return Figure(count / n if n else None, wilson(count, n), share=True)


def _data(one: Answered) -> JsonValue:
    found = one.evidence
    return {
        "answerer": one.name,
        "n": found.n,
        "answers_with_quotes": found.given,
        "evidence_hits": found.hits,
        "evidence_hit_interval": ends(wilson(found.hits, found.n)),
        "right_with_evidence": found.right_reason,
        "right_with_evidence_interval": ends(wilson(found.right_reason, found.n)),
        "right_without_evidence": found.right_without,
        "right_without_evidence_interval": ends(wilson(found.right_without, found.n)),
        "wrong_with_evidence": found.wrong_with,
        "quotes": found.quotes,
        "exact": found.exact,
        "normalised": found.nearly,
        "invented": list(found.invented),
    }
