"""promptfoo runs our exported configuration with our provider and assertion; we read its outputs."""

import json

import commandline
import pytest
import yaml


@pytest.fixture
def exported(tmp_path, promptfoo):
    commandline.run("export", "bridge.yaml", "--to", "promptfoo", "--output", "foo", cwd=tmp_path)
    return tmp_path / "foo"


def evaluated(promptfoo, folder, code=0):
    promptfoo(
        "eval",
        "-c",
        folder / "promptfooconfig.yaml",
        "--output",
        folder / "out.json",
        "--no-cache",
        "--no-table",
        code=code,
    )
    return folder / "out.json"


def test_our_provider_answers_and_our_assertion_scores(exported, promptfoo):
    found = json.loads(evaluated(promptfoo, exported).read_text())["results"]
    assert found["stats"]["successes"] == 3
    reasons = {row["vars"]["id"]: row["gradingResult"]["componentResults"][0]["reason"] for row in found["results"]}
    assert reasons["cost"].startswith("rightly_abstained: ")


def test_their_outputs_are_scored_as_predictions(exported, promptfoo, tmp_path):
    config = yaml.safe_load((exported / "promptfooconfig.yaml").read_text())
    config["providers"][0]["config"]["answerer"] = "fixed:155 m"
    (exported / "promptfooconfig.yaml").write_text(yaml.safe_dump(config))
    out = evaluated(promptfoo, exported, code=100)  # its exit code when tests fail
    ours = commandline.data("score", "bridge.yaml", out, cwd=tmp_path)
    assert [(row["id"], row["verdict"]) for row in ours["results"]] == [
        ("length", "correct"),
        ("engineer", "incorrect"),
        ("cost", "incorrect"),
    ]


def test_a_provider_without_an_answerer_says_so(exported, promptfoo):
    config = yaml.safe_load((exported / "promptfooconfig.yaml").read_text())
    del config["providers"][0]["config"]
    (exported / "promptfooconfig.yaml").write_text(yaml.safe_dump(config))
    rows = json.loads(evaluated(promptfoo, exported, code=100).read_text())["results"]["results"]
    assert all("config names no answerer" in row["error"] for row in rows)
