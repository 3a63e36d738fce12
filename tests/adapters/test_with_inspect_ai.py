"""inspect_ai runs our tasks, scorer and answerers; we read its logs and ask through its models."""

import commandline

MODEL = """
import inspect_ai
from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import match
from qa_eval.harnesses.inspect_ai import answerer, qa_eval, samples, task

def says(*texts):
    return get_model("mockllm/model", memoize=False, custom_outputs=[
        ModelOutput(model="mockllm/model", choices=ModelOutput.from_content("mockllm/model", text).choices,
                    usage=ModelUsage(input_tokens=7, output_tokens=3, total_tokens=10)) for text in texts])

def told(log):
    import json
    assert log.status == "success", log.error
    scores = {str(s.id): [list(s.scores.values())[0].value, list(s.scores.values())[0].metadata["reason"]] for s in log.samples}
    print(json.dumps({"scores": scores, "accuracy": log.results.scores[0].metrics["accuracy"].value, "log": log.location}))
"""


def test_our_task_asks_their_model_and_scores_as_we_do(place):
    told = place.python(
        MODEL + 'told(inspect_ai.eval(task("bridge.yaml"), model=says("15500 cm", "Jost Blum", "not stated"),'
        ' log_dir="logs", display="none", max_connections=1, max_samples=1)[0])'
    )
    assert told["scores"] == {
        "length": ["C", "converted_unit"],
        "engineer": ["I", "wrong_name"],
        "cost": ["C", "rightly_abstained"],
    }
    assert told["accuracy"] == 2 / 3


def test_our_scorer_judges_their_own_samples_by_their_targets(place):
    told = place.python(
        MODEL
        + 'data = MemoryDataset([Sample(id=1, input="How long?", target=["155 metres", "509 ft"]), Sample(id=2, input="Who?", target="Ada")])\n'
        'told(inspect_ai.eval(Task(dataset=data, scorer=qa_eval("lenient")), model=says("It is 155 m long.", "I do not know."),'
        ' log_dir="logs", display="none", max_samples=1)[0])'
    )
    assert {name: value for name, (value, _) in told["scores"].items()} == {"1": "C", "2": "N"}


def test_our_answerer_takes_the_place_of_a_model(place):
    told = place.python(
        MODEL
        + 'told(inspect_ai.eval(task("bridge.yaml", solver=answerer("lexical")), model="mockllm/model", log_dir="logs", display="none")[0])'
    )
    assert told["accuracy"] == 1.0


def test_their_logs_are_scored_as_predictions_in_both_forms(place):
    for form in ("eval", "json"):
        told = place.python(
            MODEL
            + f'told(inspect_ai.eval(Task(dataset=samples("bridge.yaml"), scorer=qa_eval()), model=says("155 m", "Keller", "12"),'
            f' log_dir="{form}", log_format="{form}", display="none", max_samples=1)[0])'
        )
        assert told["log"].endswith(form)
        ours = commandline.data("score", "bridge.yaml", told["log"], cwd=place.folder)  # without inspect_ai at hand
        assert [(row["id"], row["verdict"], row["answer"]) for row in ours["results"]] == [
            ("length", "correct", "155 m"),
            ("engineer", "correct", "Keller"),
            ("cost", "incorrect", "12"),
        ]


def test_a_log_is_scored_again_by_their_command_line(place):
    told = place.python(
        MODEL
        + 'told(inspect_ai.eval(Task(dataset=samples("bridge.yaml"), scorer=qa_eval()), model=says("155 m", "Keller", "12"),'
        ' log_dir="logs", display="none", max_samples=1)[0])'
    )
    place.run("inspect", "score", told["log"], "--scorer", "qa_eval/qa_eval", "--action", "overwrite", "--overwrite")
    assert (
        place.python(
            f"from inspect_ai.log import read_eval_log\nlog = read_eval_log({told['log']!r})\n"
            "print(log.results.scores[0].metrics['accuracy'].value)"
        )
        == 2 / 3
    )


def test_their_models_answer_in_our_runs(place):
    told = place.python(
        """
import json
import qa_eval
from inspect_ai.model import GenerateConfig, ModelAPI, ModelOutput, ModelUsage, modelapi


@modelapi("made_up")
class MadeUp(ModelAPI):
    async def generate(self, input, tools, tool_choice, config):
        assert "The bridge is 155 metres long." in input[-1].text and input[0].role == "system"
        if "cost" in input[-1].text:
            raise ValueError("no idea")
        output = ModelOutput.from_content("x", "155 m")
        output.usage = ModelUsage(input_tokens=7, output_tokens=3, total_tokens=10)
        return output


run = qa_eval.run("bridge.yaml", "inspect_ai:made_up/x", settings=qa_eval.Settings(retries=0))
failed = next(one for one in run.results if one.question_id == "cost")
print(json.dumps([run.summary[0].overall.correct, run.summary[0].prompt_tokens, failed.prediction.failure.message]))
"""
    )
    assert told == [1, 14, "ValueError: no idea"]
