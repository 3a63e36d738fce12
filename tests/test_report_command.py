"""`qa-eval report` and what --details does, by real processes."""

import hashlib
import json
import re
import shutil
from base64 import b64decode
from gzip import decompress

import pytest
from commandline import data, run

from qa_eval import plugins, report
from qa_eval.engine import Run, shelf
from qa_eval.runs import overview

ASKED = ("north-korea-russia", "--limit", "12", "--report", "md")
BLOCK = re.compile(r'<script type="application/octet-stream" id="qa-(\w+)">([^<]*)</script>')


def blocks(path):
    found = BLOCK.findall(path.read_text(encoding="utf-8"))
    return {name: json.loads(decompress(b64decode(text))) for name, text in found}


def page_of(folder):
    return "".join(plugins.make("reporters", "html").render(report.of(Run.load(folder))))


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """A folder with two runs of twelve questions: nobody knows, then oracle knows."""
    folder = tmp_path_factory.mktemp("report")
    made = {name: data("run", *ASKED, "-a", name, cwd=folder)["runs"][0]["folder"] for name in ("abstain", "oracle")}
    return folder, made["abstain"], made["oracle"]


@pytest.fixture
def damaged(runs, tmp_path):
    """A copy of a complete run, one line of whose journal was cut."""
    folder, _, after = runs
    shutil.copytree(folder / after, tmp_path / "run")
    path = tmp_path / "run" / "results.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[4] = lines[4][:40] + b"\n"
    path.write_bytes(b"".join(lines))
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "run"),
        ("rescore", "run"),
        ("export", "run", "--to", "jsonl"),
        ("compare", "run", "run"),
        ("show", "run", "headline-who-bolsters"),
    ],
    ids=" ".join,
)
def test_a_line_of_the_journal_that_is_of_no_use_is_told_by_every_verb_that_loads_the_run(damaged, arguments):
    says = (
        "warning: 1 line of run/results.jsonl is of no use: its answer is left out; "
        "`qa-eval run --resume run` asks for what is missing again"
    )
    assert says in run(*arguments, cwd=damaged).stderr
    assert (
        "warning"
        not in run(*arguments, "--quiet", *(("--force",) if "export" in arguments else ()), cwd=damaged).stderr
    )


def test_the_list_of_runs_tells_of_lines_of_no_use_until_they_are_asked_again(damaged):
    assert data("list", "runs", "--folder", ".", cwd=damaged)["rows"][0]["useless"] == 1
    assert "run  complete, 1 line of no use  20" in run("list", "runs", "--folder", ".", cwd=damaged).stdout
    run("run", "--resume", "run", cwd=damaged)
    assert "of no use" not in run("list", "runs", "--folder", ".", cwd=damaged).stdout


def test_the_list_of_runs_reads_no_journal_whose_lines_are_whole(runs, monkeypatch):
    folder, _, after = runs

    def load(place):
        raise AssertionError(f"{place} is read")

    monkeypatch.setattr(Run, "load", load)
    assert overview(folder / after)["useless"] == 0


def test_what_was_lost_is_asked_again_and_then_nothing_is_told(damaged):
    assert (
        "1 line of run/results.jsonl is of no use; its question is asked again"
        in run("run", "--resume", "run", cwd=damaged).stderr
    )
    said = run("report", "run", cwd=damaged)
    assert "warning" not in said.stderr
    assert len(Run.load(damaged / "run").results) == 12


def test_runs_that_are_not_alike_are_refused_against_each_other_as_compare_refuses_them(runs, tmp_path):
    folder, before, after = runs
    leniently = data("rescore", before, "--scorer", "lenient", "--report", "md", cwd=folder)["folder"]
    asked = ("report", after, "--against", leniently, "--output", tmp_path)
    refused = run(*asked, cwd=folder, code=2).stderr
    assert refused == run("compare", leniently, after, cwd=folder, code=2).stderr
    assert "scorer: lenient against strict" in refused
    assert "hint: `qa-eval rescore` both by the same rules, or add --anyway" in refused
    (row,) = data(*asked, "--anyway", cwd=folder)["changes"]
    assert row["fixed"] > 0
    (folder / "other.jsonl").write_text('{"id": "q", "question": "Who?", "answers": ["Ada"]}\n')
    other = data("run", "other.jsonl", "-a", "oracle", "--scorer", "strict", "--report", "md", cwd=folder)["runs"][0][
        "folder"
    ]
    for verb in (("report", after, "--against", other), ("compare", other, after)):
        assert "hint: compare runs of the same questions, or add --anyway" in run(*verb, cwd=folder, code=2).stderr


@pytest.mark.parametrize(("swapped", "change"), [(False, "fixed"), (True, "regressed")])
def test_a_report_against_another_run_says_what_changed(runs, tmp_path, swapped, change):
    folder, before, after = runs
    if swapped:
        before, after = after, before
    said = data("report", after, "--against", before, "--output", tmp_path, cwd=folder)
    (row,) = said["changes"]
    assert said["against"] == before
    assert row[change] > 0
    assert sum(count for name, count in row.items() if name not in ("answerer", "other")) == 12
    index = blocks(tmp_path / "report.html")["index"]
    assert index["baseline"]["folder"] == before
    assert index["comparisons"][0][change] == row[change]
    text = run("report", after, "--against", before, "--output", tmp_path, cwd=folder).stdout
    assert f"{row[change]} {change}" in text


def test_answers_that_stay_on_disk_make_the_same_page(runs, monkeypatch):
    folder, before, after = runs
    for name in (before, after):
        in_memory = page_of(folder / name)
        with monkeypatch.context() as patched:
            patched.setattr(shelf, "IN_MEMORY", 0)
            assert page_of(folder / name) == in_memory


@pytest.mark.parametrize(("details", "opens"), [("all", 12), ("failures", 0), ("none", None)])
def test_details_say_which_rows_open_in_full(runs, tmp_path, details, opens):
    folder, _, after = runs
    run("report", after, "--details", details, "--output", tmp_path, cwd=folder)
    found = blocks(tmp_path / "report.html")
    assert found["index"]["details"] == details
    assert len(found["index"]["rows"]["id"]) == 12
    assert (sum(row is not None for row in found["d0"]["rows"]) if "d0" in found else None) == opens
    again = (tmp_path / "report.html").read_bytes()
    run("report", after, "--format", f"html?details={details}", "--output", tmp_path, cwd=folder)
    assert (tmp_path / "report.html").read_bytes() == again


def test_a_run_takes_details_too(tmp_path):
    made = data(
        "run", *ASKED[:3], "-a", "oracle", "--report", "html", "--report", "md", "--details", "none", cwd=tmp_path
    )
    folder = tmp_path / made["runs"][0]["folder"]
    assert "d0" not in blocks(folder / "report.html")
    assert (folder / "report.md").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--format", "md", "--details", "none"), "add the html report"),
        (("--details", "some"), "'some' is not one of"),
        (("--format", "html?detail=none"), 'did you mean "details"?'),
        (("--format", "html?details=some"), "details must be one of all, failures, none"),
        (("--against", "no-such-run"), "there is no run 'no-such-run'"),
    ],
)
def test_what_a_report_cannot_take_is_said(runs, arguments, says):
    folder, _, after = runs
    assert says in run("report", after, *arguments, cwd=folder, code=2).stderr


def test_a_large_report_is_announced_with_the_remedy(runs, tmp_path):
    folder, _, after = runs
    stored = folder / after
    copy = tmp_path / "large"
    copy.mkdir()
    for name in ("run.json", "dataset.jsonl.gz"):
        (copy / name).write_bytes((stored / name).read_bytes())
    noise = hashlib.shake_256(b"noise").hexdigest(2_100_000)
    with (copy / "results.jsonl").open("w", encoding="utf-8") as lines:
        for row in (stored / "results.jsonl").read_text(encoding="utf-8").splitlines():
            held = json.loads(row)
            lines.write(json.dumps(held | {"answer": noise} if "answer" in held else held) + "\n")
    said = run("report", copy, cwd=folder).stdout
    assert (copy / "report.html").stat().st_size > 25_000_000
    assert "--details failures or --details none makes it smaller" in said
