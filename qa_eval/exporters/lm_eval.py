"""lm-evaluation-harness: a dataset as a task of its own, scored by qa_eval."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from qa_eval.errors import UsageError
from qa_eval.exporting.rows import question_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.engine import Run
    from qa_eval.exporters import Files
    from qa_eval.model import Dataset

_TASK = """\
# lm_eval --tasks {task} --include_path THIS_FOLDER
task: {task}
custom_dataset: !function {module}.documents
test_split: test
output_type: generate_until
doc_to_text: "{{{{prompt}}}}"
doc_to_target: "{{{{target}}}}"
process_results: !function {module}.process_results
generation_kwargs:
  until: ["\\n\\n"]
  do_sample: false
  max_gen_toks: 128
metric_list:
{metrics}metadata:
  version: 1.0
"""
_METRIC = "  - metric: {name}\n    aggregation: mean\n    higher_is_better: {better}\n"
_MODULE = '''\
"""Documents and scores of the task {task}; written by qa-eval export."""

from pathlib import Path

from qa_eval.harnesses import lm_eval

FILE = Path(__file__).with_name("{file}")


def documents(**_):
    """Return the questions."""
    return lm_eval.documents(FILE)


def process_results(doc, results):
    """Score an answer."""
    return lm_eval.process_results(doc, results)
'''


class Exporter:
    """A task of lm-evaluation-harness: its YAML, the code that scores with qa_eval, the questions."""

    def questions(self, dataset: Dataset) -> Files:
        """Return the three files; the task is called qa_eval_NAME."""
        task = f"qa_eval_{re.sub(r'[^A-Za-z0-9]+', '_', dataset.name).strip('_').lower()}"
        metrics = "".join(
            _METRIC.format(name=name, better="false" if name == "abstained" else "true")
            for name in ("accuracy", "abstained", "value", "exact_match", "f1")
        )
        file = f"{task}.jsonl"
        return {
            file: _documents(dataset),
            f"{task}.yaml": [_TASK.format(task=task, module=f"{task}_scoring", metrics=metrics).encode()],
            f"{task}_scoring.py": [_MODULE.format(task=task, file=file).encode()],
        }

    def results(self, run: Run) -> Files:
        """Raise UsageError: a run is no task."""
        raise UsageError("a run is no task", hint=f"export the dataset: {run.dataset.path or run.dataset.name}")


def _documents(dataset: Dataset) -> Iterator[bytes]:
    for question, row in zip(dataset.questions, question_rows(dataset), strict=True):
        context = str(row.get("context", ""))
        document = {
            "id": question.id,
            "question": question.text,
            "context": context,
            "prompt": f"{f'Document:{chr(10)}{context}{chr(10)}{chr(10)}' if context else ''}Question: {question.text}\nAnswer:",
            "target": f" {question.expected or 'not stated'}",
            "row": json.dumps(row),
        }
        yield json.dumps(document, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
