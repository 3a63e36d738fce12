"""lm-evaluation-harness runs our exported task, with its models and with our answerers; we read its samples."""

import json

import commandline


def exported(place):
    commandline.run("export", "bridge.yaml", "--to", "lm_eval", "--output", "task", cwd=place.folder)
    return "qa_eval_bridge"


def results(place):
    return json.loads(next((place.folder / "out").rglob("results_*.json")).read_text())["results"]["qa_eval_bridge"]


def lm_eval(place, *arguments):
    task = exported(place)
    options = ["--tasks", task, "--include_path", "task", "--output_path", "out", "--log_samples"]
    place.run("python", "-m", "qa_eval.harnesses.lm_eval", "run", *arguments, *options)


def test_their_model_is_asked_our_task_and_scored_as_we_do(place):
    lm_eval(place, "--model", "dummy")
    figures = results(place)
    assert figures["accuracy,none"] == 0.0  # the dummy says "lol"
    assert figures["abstained,none"] == 0.0
    samples = next((place.folder / "out").rglob("samples_*.jsonl"))
    ours = commandline.data("score", "bridge.yaml", samples, cwd=place.folder)
    assert [(row["id"], row["answer"], row["verdict"]) for row in ours["results"]] == [
        ("length", "lol", "incorrect"),
        ("engineer", "lol", "incorrect"),
        ("cost", "lol", "incorrect"),
    ]


def test_our_answerer_takes_the_place_of_their_model(place):
    lm_eval(place, "--model", "qa_eval", "--model_args", "answerer=lexical")
    assert results(place)["accuracy,none"] == 1.0


def test_their_models_answer_in_our_runs(place):
    told = place.qa_eval("run", "bridge.yaml", "-a", "lm_eval:dummy", "--output", "out")
    assert (
        told["runs"][0]["summary"]["answerers"][0]["overall"] | {"n": 3, "incorrect": 3}
        == told["runs"][0]["summary"]["answerers"][0]["overall"]
    )
    said = place.run("python", "-m", "qa_eval", "run", "bridge.yaml", "-a", "lm_eval:nobody", code=2).stderr
    assert "error: lm_eval does not load the model 'nobody'" in said
