"""deepeval with answers that are all right: python with_deepeval.py QUESTIONS.jsonl SECONDS OUT."""

import json
import sys
import time
from pathlib import Path

from deepeval import evaluate
from deepeval.evaluate import AsyncConfig, DisplayConfig
from deepeval.metrics import ExactMatchMetric
from deepeval.test_case import LLMTestCase

rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
time.sleep(float(sys.argv[2]) * len(rows) / 64)  # deepeval asks nobody: answers come with the cases
cases = [
    LLMTestCase(input=row["question"], actual_output=row["answers"][0], expected_output=row["answers"][0])
    for row in rows
]
found = evaluate(
    cases,
    [ExactMatchMetric()],
    async_config=AsyncConfig(max_concurrent=64),
    display_config=DisplayConfig(show_indicator=False, print_results=False),
)
Path(sys.argv[3]).mkdir(parents=True, exist_ok=True)
print(len(found.test_results))
