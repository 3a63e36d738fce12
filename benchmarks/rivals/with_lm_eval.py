"""lm_eval with a model that knows every answer: python with_lm_eval.py QUESTIONS.jsonl SECONDS OUT."""

# ruff: noqa: D101, D102, ANN001, ANN201, ANN202, ANN204, ANN003 - runs in lm_eval's own environment, with its classes
import asyncio
import sys
from pathlib import Path

from lm_eval.__main__ import cli_evaluate
from lm_eval.api.model import LM
from lm_eval.api.registry import register_model

QUESTIONS, SECONDS, OUT = sys.argv[1], float(sys.argv[2]), Path(sys.argv[3])
TASK = f"""
task: bench
dataset_path: json
dataset_kwargs:
  data_files: {{test: {Path(QUESTIONS).resolve()}}}
output_type: generate_until
test_split: test
doc_to_text: "{{{{question}}}}@@{{{{answers[0]}}}}"
doc_to_target: "{{{{answers[0]}}}}"
generation_kwargs: {{until: []}}
metric_list: [{{metric: exact_match, aggregation: mean, higher_is_better: true}}]
"""


@register_model("oracle")
class Oracle(LM):
    def __init__(self, **_):
        super().__init__()

    def loglikelihood(self, requests, **_):
        raise NotImplementedError

    loglikelihood_rolling = loglikelihood

    def generate_until(self, requests, **_):
        async def all_of_them():
            places = asyncio.Semaphore(64)

            async def one(request):
                async with places:
                    await asyncio.sleep(SECONDS)
                return request.args[0].partition("@@")[2]

            return await asyncio.gather(*map(one, requests))

        if SECONDS:
            return asyncio.run(all_of_them())
        return [request.args[0].partition("@@")[2] for request in requests]


OUT.mkdir(parents=True, exist_ok=True)
(OUT / "bench.yaml").write_text(TASK)
sys.argv[1:] = [
    "run",
    "--model",
    "oracle",
    "--tasks",
    "bench",
    "--include_path",
    str(OUT),
    "--output_path",
    str(OUT),
    "--log_samples",
]
cli_evaluate()
