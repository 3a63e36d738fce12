"""Evidence: are an answerer's quotes in the document, and do they show what makes its answer right."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from qa_eval.analysis.section import Section, ends, named, share
from qa_eval.gates import Figure
from qa_eval.model import Verdict
from qa_eval.reading.text import normalised
from qa_eval.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.analysis.answers import Answered, Answers
    from qa_eval.model import Document, JsonValue, Question, Result

SHORTEST = 3  # characters of a quote that say anything about where it stands
LEAST_SHARED = 0.5  # share of the shorter one of two overlapping quotes that has to overlap


@dataclass(slots=True)
class Counts:
    """What became of one answerer's answers to questions that have evidence; ``quotes`` as (all, exact, normalised)."""

    n: int = 0
    hits: int = 0
    right_reason: int = 0
    right_without: int = 0
    wrong_with: int = 0
    quotes: list[int] = field(default_factory=lambda: [0, 0, 0])
    invented: list[str] = field(default_factory=list)


def grounding(answers: Answers) -> Iterator[Section]:
    """Yield what the quotes of answerers that gave any are worth."""
    rows, notes, data, figures = [], [], list["JsonValue"](), {}
    for one in answers.plain:
        if not one.quoted:
            continue
        found = _counted(answers, one)
        said, exact, nearly = found.quotes
        invented = said - exact - nearly
        rows.append(
            (
                one.name,
                share(found.right_reason, found.n, wilson(found.right_reason, found.n)),
                share(found.right_without, found.n, wilson(found.right_without, found.n)),
                share(found.wrong_with, found.n, wilson(found.wrong_with, found.n)),
                f"{said}: {exact} exact, {nearly} but for case or marks, {invented} invented",
            )
        )
        figures[one.name] = {
            "right_with_evidence": _figure(found.right_reason, found.n),
            "evidence_hit": _figure(found.hits, found.n),
            "invented_quotes": Figure(invented, wilson(invented, said), of=said),
        }
        if found.invented:
            notes.append(
                f"quotes that are not in the document ({one.name}): {named(list(dict.fromkeys(found.invented)))}"
            )
        data.append(
            {
                "answerer": one.name,
                "n": found.n,
                "evidence_hits": found.hits,
                "right_with_evidence": found.right_reason,
                "right_with_evidence_interval": ends(wilson(found.right_reason, found.n)),
                "right_without_evidence": found.right_without,
                "wrong_with_evidence": found.wrong_with,
                "quotes": said,
                "exact": exact,
                "normalised": nearly,
                "invented": list(found.invented),
            }
        )
    if rows:
        columns = (
            "answerer",
            "right for the right reason",
            "right without the evidence",
            "wrong with the evidence",
            "quotes",
        )
        yield Section(
            "evidence", "Evidence that answerers quote", columns, tuple(rows), tuple(notes), {"rows": data}, figures
        )


def _counted(answers: Answers, one: Answered) -> Counts:
    found = Counts()
    for result in one.quoted:
        question = answers.questions[result.question_id]
        document = answers.dataset.document_of(question)
        hit = False
        for quote in quotes(result):
            found.quotes[0] += 1
            where = place(quote, document)
            if where == "invented":
                found.invented.append(question.id)
            else:
                found.quotes[1 if where == "exact" else 2] += 1
                hit = hit or shows(quote, question, document)
        if not question.evidence:
            continue
        right = result.score.verdict is Verdict.CORRECT
        found.n += 1
        found.hits += hit
        found.right_reason += right and hit
        found.right_without += right and not hit
        found.wrong_with += hit and not right
    return found


def quotes(result: Result) -> list[str]:
    """Return the quotes of an answer; what is no text is none."""
    given = result.prediction.details.get("quotes")
    listed = given if isinstance(given, list) else [given]
    return [quote for quote in listed if isinstance(quote, str) and quote.strip()]


def place(quote: str, document: Document) -> str:
    r"""Tell whether a quote stands in a document: "exact", "normalised" (but for case, quotes, dashes and space), "invented".

    >>> from qa_eval.model import Document
    >>> text = Document("d", "It “fell” on\n27 March.")
    >>> place("on\n27 March", text), place('it "fell" on 27 March', text), place("on 28 March", text)
    ('exact', 'normalised', 'invented')
    """
    if quote.strip() in document.text:
        return "exact"
    plain = _plain(quote)
    return "normalised" if len(plain) >= SHORTEST and plain in _plain(document.text) else "invented"


def shows(quote: str, question: Question, document: Document) -> bool:
    """Tell whether a quote that is in the document overlaps what the question has as evidence."""
    text, plain = _plain(document.text), _plain(quote)
    for evidence in question.evidence:
        wanted = _plain(evidence.quote)
        if wanted in plain:
            return True
        if len(plain) >= SHORTEST and plain in wanted and len(plain) >= LEAST_SHARED * len(wanted):
            return True
        here, there = text.find(plain), text.find(wanted)
        shared = min(here + len(plain), there + len(wanted)) - max(here, there)
        if min(here, there) >= 0 and shared >= LEAST_SHARED * min(len(plain), len(wanted)):
            return True
    return False


@cache
def _plain(text: str) -> str:
    return " ".join(normalised(text).split())


def _figure(count: int, n: int) -> Figure:
    return Figure(count / n if n else None, wilson(count, n), share=True)
