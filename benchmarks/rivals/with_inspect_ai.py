"""inspect-ai with a solver that knows every answer: run by ``inspect eval with_inspect_ai.py -T …`` (see ``table.py``)."""

# ruff: noqa: ANN001, ANN201, ANN202, D103 - runs in inspect-ai's own environment, with its types
import asyncio

from inspect_ai import Task, task
from inspect_ai.dataset import Sample, json_dataset
from inspect_ai.model import ModelOutput
from inspect_ai.scorer import exact, f1
from inspect_ai.solver import solver


def sample(row):
    return Sample(id=row["id"], input=row["question"], target=row["answers"][0])


@solver
def oracle(seconds):
    async def solve(state, generate):  # noqa: ARG001 - what a solver is given
        if seconds:
            await asyncio.sleep(seconds)
        state.output = ModelOutput.from_content("oracle", state.target.text)
        return state

    return solve


@task
def bench(questions, seconds):
    return Task(dataset=json_dataset(questions, sample), solver=oracle(float(seconds)), scorer=[exact(), f1()])
