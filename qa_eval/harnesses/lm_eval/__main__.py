"""lm-evaluation-harness's command line, with the model ``qa_eval`` known to it."""

from __future__ import annotations

from lm_eval.__main__ import cli_evaluate

import qa_eval.harnesses.lm_eval  # noqa: F401 - registers the model

if __name__ == "__main__":
    cli_evaluate()
