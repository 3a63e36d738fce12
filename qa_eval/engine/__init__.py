"""The one loop: ask, time, catch, score, journal."""

from __future__ import annotations

from qa_eval.engine.batches import Batch, Deliver, Executor, Worker
from qa_eval.engine.conduct import run_questions
from qa_eval.engine.desk import Hiring
from qa_eval.engine.plan import Plan, plan
from qa_eval.engine.record import Run
from qa_eval.engine.rescoring import rescore
from qa_eval.engine.scoring import MISSING, default_scorer, judge, made_scorer
from qa_eval.engine.settings import Settings, holding, select
from qa_eval.engine.watching import Progress, Tally
from qa_eval.journal import COMPLETE, INTERRUPTED, RUNNING

__all__ = [
    "COMPLETE",
    "INTERRUPTED",
    "MISSING",
    "RUNNING",
    "Batch",
    "Deliver",
    "Executor",
    "Hiring",
    "Plan",
    "Progress",
    "Run",
    "Settings",
    "Tally",
    "Worker",
    "default_scorer",
    "holding",
    "judge",
    "made_scorer",
    "plan",
    "rescore",
    "run_questions",
    "select",
]
