"""Data sets of a hub, and of folders laid out like one, load through the real library; revisions are pinned."""

import io
import json

import commandline
import hub
import pandas as pd
import published
import pytest

from qa_eval import dataset
from qa_eval.errors import SpecError, UsageError
from qa_eval.importing.hub import Asked, read_spec


def parquet(rows):
    stream = io.BytesIO()
    pd.DataFrame(rows).to_parquet(stream, index=False)
    return stream.getvalue()


SHAPES = {
    "squad": published.SQUAD_ROWS,
    "drop": published.DROP_ROWS,
    "triviaqa": published.TRIVIAQA_ROWS,
    "nq_open": published.NQ_OPEN,
    "finqa": published.FINQA_ROWS,
}


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """Keep the library's cache out of the home folder."""
    monkeypatch.setattr("datasets.config.HF_DATASETS_CACHE", tmp_path / "cache")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("options", ["", "?streaming=false"])
def test_a_folder_laid_out_like_the_hub_loads_by_its_spec(tmp_path, shape, options):
    folder = tmp_path / "sets" / shape
    folder.mkdir(parents=True)
    (folder / "validation-00000-of-00001.parquet").write_bytes(parquet(SHAPES[shape]))
    made = dataset.load(f"hf:{folder}@validation{options}")
    assert len(made.questions) == len(SHAPES[shape])
    assert made.name == f"{shape}-validation"
    assert f"?revision=sha256-{made.version}" in made.path
    again = dataset.load(made.path)
    assert (again.sha256, again.version) == (made.sha256, made.version)


def test_a_folder_that_has_changed_is_not_taken_for_its_former_revision(tmp_path):
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "test.jsonl").write_text(published.lines(published.NQ_OPEN))
    pinned = dataset.load(f"hf:{tmp_path / 'set'}@test").path
    (tmp_path / "set" / "test.jsonl").write_text(published.lines(published.NQ_OPEN[:1]))
    with pytest.raises(UsageError, match="have changed: their revision is sha256-"):
        dataset.load(pinned)


def test_configurations_mappings_and_limits_are_taken_from_the_spec(tmp_path):
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "README.md").write_text(
        "---\nconfigs:\n- config_name: one\n  data_files: one.csv\n- config_name: two\n  data_files: two.csv\n---\n"
    )
    (folder / "one.csv").write_text("q,a\nHow long?,155 m\nHow high?,12 m\n")
    (folder / "two.csv").write_text("q,a\nWho?,Ada\n")
    (tmp_path / "m.yaml").write_text("columns: {question: q, answers: a}\n")
    made = dataset.load(f"hf:{folder}:one?mapping={tmp_path / 'm.yaml'}&limit=1")
    assert [one.text for one in made.questions] == ["How long?"]
    assert made.name == "set-one-train"
    with pytest.raises(UsageError, match="two"):
        dataset.load(f"hf:{folder}?mapping={tmp_path / 'm.yaml'}")


def test_several_splits_are_named_when_none_is_chosen(tmp_path):
    for split in ("train", "test"):
        (tmp_path / f"{split}.jsonl").write_text(published.lines(published.NQ_OPEN))
    with pytest.raises(UsageError) as error:
        dataset.load(f"hf:{tmp_path}")
    assert error.value.hint == "add one of them: @train, @test"


def test_code_of_a_data_set_is_never_run(tmp_path):
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil" / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    with pytest.raises(UsageError):
        dataset.load(f"hf:{tmp_path / 'evil'}@test")
    assert not (tmp_path / "ran").exists()


FILES = {
    "README.md": b"---\nlicense: cc0-1.0\n---\n",
    "validation-00000-of-00001.parquet": parquet(published.SQUAD_ROWS),
}
SPEC = "hf:made-up/squad@validation"


def ask(tmp_path, spec, url, code=0, **more):
    """Run the oracle over a spec in a process of its own, since the libraries read their environment once."""
    environment = {"HF_ENDPOINT": url, "HF_HOME": str(tmp_path / "home"), "HF_HUB_OFFLINE": "0", **more}
    return commandline.run(
        "run", spec, "-a", "oracle", "--json", "--output", "out", cwd=tmp_path, code=code, **environment
    )


def test_a_set_of_the_hub_is_pinned_to_its_commit_and_read_again_from_the_cache_without_the_hub(tmp_path):
    with hub.serving("made-up/squad", FILES) as (url, asked):
        told = json.loads(ask(tmp_path, SPEC, url).stdout)
        assert f"dataset=squad-validation@{hub.COMMIT[:12]}" in told["runs"][0]["signature"]
        header = json.loads(next((tmp_path / "out").glob("*/run.json")).read_text())
        assert header["dataset"]["path"] == f"{SPEC}?revision={hub.COMMIT}"
        assert any(path.endswith(f"/resolve/{hub.COMMIT}/validation-00000-of-00001.parquet") for path in asked)
    offline = ask(tmp_path, SPEC, url)
    assert json.loads(offline.stdout)["runs"][0]["signature"] == told["runs"][0]["signature"]
    assert "Retrying" not in offline.stderr


def test_a_set_of_the_hub_streams_and_what_it_lacks_is_told(tmp_path):
    with hub.serving("made-up/squad", FILES) as (url, _):
        assert json.loads(ask(tmp_path, f"{SPEC}?streaming=true", url).stdout)["runs"][0]["signature"]
        assert not list((tmp_path / "home").rglob("*.arrow"))
        said = ask(tmp_path, "hf:nobody/nothing@test", url, code=2).stderr
    assert "error: the hub has no data set nobody/nothing" in said


def test_a_hub_out_of_reach_is_told_at_once(tmp_path):
    said = ask(tmp_path, SPEC, "http://127.0.0.1:9", code=2).stderr
    assert "error: the hub cannot be reached for made-up/squad" in said
    assert "hf:./folder@split" in said


# (spec, what it asks for)
SPECS = [
    ("hf:a/b", Asked("a/b")),
    ("hf:a/b@test", Asked("a/b", split="test")),
    ("hf:a/b:c@test[:10]?revision=x", Asked("a/b", "c", "test[:10]", revision="x")),
    ("hf:./f@t?streaming=no&limit=5&shape=squad", Asked("./f", split="t", shape="squad", streaming=False, limit=5)),
]


@pytest.mark.parametrize(("spec", "asked"), SPECS)
def test_a_spec_is_read(spec, asked):
    assert read_spec(spec) == asked


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("hf:@test", "names no data set"),
        ("hf:a/b?revison=x", "has no option 'revison'"),
        ("hf:a/b?limit=x", "takes a whole number"),
    ],
)
def test_a_spec_that_cannot_be_meant_is_refused(spec, said):
    with pytest.raises(SpecError, match=said):
        read_spec(spec)
