"""A report goes to a real store of MLflow: parameters, figures with intervals, the page."""

import json

READ = """
import json, mlflow
client = mlflow.MlflowClient()
runs = client.search_runs([client.get_experiment_by_name("bridge").experiment_id])
print(json.dumps({r.info.run_name: {"params": r.data.params, "metrics": r.data.metrics, "tags": r.data.tags,
    "files": [a.path for a in client.list_artifacts(r.info.run_id)]} for r in runs}))
"""


def test_each_answerer_is_a_run_with_its_signature_figures_and_page(place):
    told = place.qa_eval(
        "run", "bridge.yaml", "-a", "oracle", "-a", "fixed:155 m", "--report", "mlflow", "--output", "out"
    )
    written = json.loads(next((place.folder / "out").glob("*/mlflow.json")).read_text())
    assert [run["answerer"] for run in written["runs"]] == ["oracle", "fixed:155 m"]
    assert (place.folder / "mlflow.db").exists()
    stored = place.python(READ)
    fixed = stored["fixed:155 m"]
    summary = told["runs"][0]["summary"]["answerers"][1]["overall"]
    assert fixed["metrics"]["accuracy"] == summary["accuracy"] == 1 / 3
    low, high = fixed["metrics"]["accuracy_low"], fixed["metrics"]["accuracy_high"]
    assert 0 < low < 1 / 3 < high < 1
    assert fixed["metrics"]["accuracy_type/quantity"] == 1.0
    assert fixed["metrics"]["n"] == 3
    assert fixed["params"]["dataset"].startswith("bridge@1.0#")
    assert fixed["params"]["answerer"] == "fixed:155 m"
    assert fixed["tags"]["qa_eval.signature"] == told["runs"][0]["signature"]
    assert sorted(fixed["files"]) == ["report.html", "report.json"]


def test_a_stored_run_is_logged_later_into_a_named_experiment(place):
    place.qa_eval("run", "bridge.yaml", "-a", "oracle", "--output", "out")
    place.run(
        "python",
        "-m",
        "qa_eval",
        "report",
        "latest",
        "--folder",
        "out",
        "--format",
        "mlflow",
        MLFLOW_EXPERIMENT_NAME="bridge",
    )
    assert place.python(READ)["oracle"]["metrics"]["accuracy"] == 1.0


def test_a_server_out_of_reach_is_told(place):
    place.qa_eval("run", "bridge.yaml", "-a", "oracle", "--output", "out")
    said = place.run(
        "python", "-m", "qa_eval", "report", "latest", "--folder", "out", "--format", "mlflow", code=2,
        MLFLOW_TRACKING_URI="nowhere://x",
    ).stderr  # fmt: skip
    assert "error: MLflow takes no run: " in said
    assert "hint: MLFLOW_TRACKING_URI is nowhere://x" in said


def test_the_lines_of_the_page_log_a_run_at_once_and_again(place):
    place.follow("trackers.md", "MLflow")
    found = place.python(
        "import mlflow\nclient = mlflow.MlflowClient()\n"
        'of = client.get_experiment_by_name("north-korea-russia").experiment_id\n'
        "print(len(client.search_runs([of])))"
    )
    assert found == 2
