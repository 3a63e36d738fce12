"""promptfoo: a dataset as a configuration, scored by qa_eval."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qa_eval.errors import UsageError
from qa_eval.exporting.rows import question_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qa_eval.engine import Run
    from qa_eval.exporters import Files
    from qa_eval.model import Dataset, JsonValue

_PROMPT = "{{question}}"
_WITH_DOCUMENT = (
    "Document:\n{{context}}\n\nQuestion: {{question}}\n\nSay the answer and nothing else, as short as it can be said."
)
_ASSERTION = '"""Scores an output; written by qa-eval export."""\n\nfrom qa_eval.harnesses.promptfoo import get_assert  # noqa: F401\n'
_PROVIDER = '"""Answers with an answerer of qa_eval; written by qa-eval export."""\n\nfrom qa_eval.harnesses.promptfoo import call_api  # noqa: F401\n'


class Exporter:
    """A folder for promptfoo: its configuration, an assertion and a provider script, the questions as tests."""

    def questions(self, dataset: Dataset) -> Files:
        """Return the four files; set PROMPTFOO_PYTHON to a Python that has qa_eval."""
        return {
            "tests.json": [json.dumps(list(_tests(dataset)), indent=1).encode()],
            "promptfooconfig.yaml": [_configuration(dataset).encode()],
            "assertion.py": [_ASSERTION.encode()],
            "provider.py": [_PROVIDER.encode()],
        }

    def results(self, run: Run) -> Files:
        """Raise UsageError: a run is no configuration."""
        raise UsageError(
            "a run is no configuration", hint=f"export the dataset: {run.dataset.path or run.dataset.name}"
        )


def _tests(dataset: Dataset) -> Iterator[dict[str, JsonValue]]:
    """Yield a test a question; braces of the document are no template of theirs, since variables are not filled again."""
    for question, row in zip(dataset.questions, question_rows(dataset), strict=True):
        given: dict[str, JsonValue] = {
            "id": question.id,
            "question": question.text,
            "context": str(row.get("context", "")),
            "row": json.dumps(row),
        }
        yield {"description": question.id, "vars": given}


def _configuration(dataset: Dataset) -> str:
    import yaml  # noqa: PLC0415 - only a configuration needs it

    has_documents = any(document.text for document in dataset.documents.values())
    content = {
        "description": dataset.name,
        "prompts": [_WITH_DOCUMENT if has_documents else _PROMPT],
        "providers": [{"id": "file://provider.py", "label": "lexical", "config": {"answerer": "lexical"}}],
        "defaultTest": {"assert": [{"type": "python", "value": "file://assertion.py"}]},
        "tests": "file://tests.json",
    }
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
