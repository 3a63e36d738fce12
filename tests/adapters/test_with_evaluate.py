"""Hugging Face `evaluate` loads our metric and computes it; our own function gives the same without it."""

import commandline

import qa_eval

CODE = """
import json, evaluate
metric = evaluate.load({path!r})
predictions = [{{"id": "a", "prediction_text": "15.5 cm"}}, {{"id": "b", "prediction_text": "Ada"}}]
references = [{{"id": "b", "answers": {{"text": ["Grace"]}}}}, {{"id": "a", "answers": {{"text": ["155 mm"]}}}}]
print(json.dumps(metric.compute(predictions=predictions, references=references)))
"""


def test_the_metric_is_loaded_and_computed_by_the_library(place):
    path = commandline.ROOT / "qa_eval" / "harnesses" / "evaluate.py"
    found = place.python(CODE.format(path=str(path)))
    assert found["accuracy"] == 0.5
    assert found == qa_eval.compute(predictions=["Ada", "15.5 cm"], references=["Grace", "155 mm"])
