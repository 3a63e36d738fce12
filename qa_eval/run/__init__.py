"""The one loop: ask, time, catch, score, journal."""

from __future__ import annotations

from qa_eval.run.batches import Batch, Deliver, Executor, Worker
from qa_eval.run.loop import Plan, Progress, Tally, plan, run_questions
from qa_eval.run.record import Run
from qa_eval.run.scoring import judge, rescored
from qa_eval.run.settings import Settings, select

__all__ = [
    "Batch",
    "Deliver",
    "Executor",
    "Plan",
    "Progress",
    "Run",
    "Settings",
    "Tally",
    "Worker",
    "judge",
    "plan",
    "rescored",
    "run_questions",
    "select",
]
