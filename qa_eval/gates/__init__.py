"""Gates: conditions on any figure of a run, on interval ends, and on what changed against another run.

``FIGURE OPERATOR NUMBER [vs RUN] [for ANSWERER]``, such as ``accuracy>=0.9``, ``tag:dates.accuracy.low>=80%``, ``failed<=0``,
``p95<2`` or ``regressions<=0 vs latest``. Without ``for``, every answerer has to hold it.
"""

from __future__ import annotations

from qa_eval.gates.expression import Gate, parse
from qa_eval.gates.figures import Figure, of_contrast, of_summary
from qa_eval.gates.judging import Gated, Gates, check_name, judge_contrast

__all__ = ["Figure", "Gate", "Gated", "Gates", "check_name", "judge_contrast", "of_contrast", "of_summary", "parse"]
