"""inspect_ai: our scorer, datasets and answerers in its tasks.

    from qa_eval.harnesses.inspect_ai import answerer, qa_eval, task

    inspect_ai.eval(task("my.yaml"), model="…")                 # our questions and scorer, their model
    inspect_ai.eval(task("my.yaml", solver=answerer("lexical")))   # our answerer in the place of a model
    Task(dataset=theirs, scorer=qa_eval())                      # our scorer on their own samples

Where qa_eval is installed, `inspect score LOG --scorer qa_eval/qa_eval` scores a log again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_ai import Task
from inspect_ai import task as as_task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ModelOutput
from inspect_ai.scorer import CORRECT, INCORRECT, NOANSWER, Score, Scorer, Target, accuracy, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, generate, solver

from qa_eval import dataset as datasets
from qa_eval.api import score as scored
from qa_eval.harnesses.asking import Answering, carried, judged, prompt
from qa_eval.model import Verdict

if TYPE_CHECKING:
    from qa_eval.model import Score as OurScore

ROW = "qa_eval"  # the metadata key under which a question travels
_VALUES = {Verdict.CORRECT: CORRECT, Verdict.INCORRECT: INCORRECT, Verdict.ABSTAINED: NOANSWER}


def samples(source: str) -> MemoryDataset:
    """Return a dataset of ours (a bundled name, a path, hf:…) as theirs; the target is the accepted answers."""
    loaded = datasets.load(source)
    rows = [
        Sample(
            id=question.id,
            input=prompt(question.text, document.text),
            target=list(question.accepted) or "not stated",
            metadata={ROW: row, "question": question.text, "document": document.text},
        )
        for question, document, row in carried(loaded)
    ]
    return MemoryDataset(rows, name=loaded.name)


@as_task
def task(source: str, policy: str = "strict", solver: Solver | None = None) -> Task:
    """Return a task that asks a dataset of ours and scores it as we do."""
    return Task(dataset=samples(source), solver=solver or generate(), scorer=qa_eval(policy))


@scorer(metrics=[accuracy(), stderr()])
def qa_eval(policy: str = "strict") -> Scorer:
    """Score by reading answers as what they are; samples of other datasets by their targets, all of which are accepted."""

    async def score(state: TaskState, target: Target) -> Score:
        row = (state.metadata or {}).get(ROW)
        text = state.output.completion
        if isinstance(row, str):
            ours = judged(row, text, policy)
        else:
            ours = scored(text, [part for part in target if part], question=state.input_text, scorer=policy)
        return _theirs(ours, text)

    return score


@solver
def answerer(spec: str) -> Solver:
    """Answer with one of our answerers (a spec such as "lexical") in the place of a model."""
    ours = Answering(spec)

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        del generate
        known = state.metadata or {}
        prediction = await ours.ask(
            str(known.get("question", state.input_text)), str(known.get("document", "")), str(state.sample_id)
        )
        state.output = ModelOutput.from_content(model=spec, content=prediction.text or "")
        state.completed = True
        return state

    return solve


def _theirs(ours: OurScore, text: str) -> Score:
    return Score(
        value=_VALUES.get(ours.verdict, INCORRECT),
        answer=text,
        explanation=f"{ours.reason}: {ours.message}",
        metadata={"verdict": str(ours.verdict), "reason": str(ours.reason), "read": ours.read, "gold": ours.gold},
    )
