"""The command line through real processes: verbs, exit codes, conventions."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import commandline
import pytest
from commandline import data, run

from qa_eval import runs

MINE = 'def answer(question, document):\n    return "170 mm"\n'
SMALL = """\
schema: 1
name: small
version: 1.0.0
document: {text: "The bridge opened on 4 May 1911. It is 155 metres long.", title: Bridge}
questions:
  - {id: length, question: "How long is it?", type: quantity, answer: "155 m", tags: [size], evidence: ["155 metres"]}
  - {id: opening, question: "When did it open?", type: date, answer: "4 May 1911", tags: [dates], evidence: ["4 May 1911"]}
  - {id: builder, question: "Who built it?", type: unanswerable, tags: [people]}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mine.py").write_text(MINE)
    (tmp_path / "small.yaml").write_text(SMALL)
    return tmp_path


def made(folder):
    """The run folders below reports/, oldest first."""
    return runs.folders(folder / "reports")


# the first minute


def test_the_bundled_questions_run_offline_without_arguments(folder):
    done = run("run", cwd=folder)
    assert re.search(r"oracle +100\.0 % +\[9\d\.\d–100\.0\] +n=1\d\d", done.stdout)
    assert re.search(r"abstain +\d+\.\d %", done.stdout)
    assert re.search(r"lexical +\d+\.\d %", done.stdout)
    assert re.search(r"wrote reports/.*/report\.html \(\d+(\.\d)? [kM]B\)", done.stdout)
    assert "next:\n" in done.stderr
    assert {path.name for path in made(folder)[0].iterdir()} == {
        "run.json",
        "results.jsonl",
        "dataset.jsonl.gz",
        "report.html",
        "report.md",
        "junit.xml",
    }


def test_several_data_sets_are_summed_up_together_where_the_same_rules_score_them(folder):
    (folder / "more.yaml").write_text((folder / "small.yaml").read_text().replace("name: small", "name: more"))
    (folder / "plain.jsonl").write_text('{"id": "who", "question": "Who paid?", "answers": ["Ada"]}')
    names = ("-a", "oracle", "-a", "abstain")
    done = run("run", "small.yaml", "more.yaml", *names, cwd=folder)
    found = data("run", "small.yaml", "more.yaml", *names, cwd=folder)
    each = [one["summary"]["answerers"] for one in found["runs"]]
    for place, both in enumerate(found["together"]["answerers"]):
        for count in ("n", "correct", "abstained"):
            assert both["overall"][count] == sum(one[place]["overall"][count] for one in each)
    n, right = (found["together"]["answerers"][1]["overall"][count] for count in ("n", "correct"))
    assert re.search(rf"2 data sets together · {n} questions.*\n.*\n  abstain .* n={n}  {right} correct", done.stdout)
    assert "together" not in run("run", "small.yaml", *names, cwd=folder).stdout
    assert data("run", "small.yaml", "plain.jsonl", *names, cwd=folder)["together"] is None  # strict, and lenient


def test_what_comes_next_can_be_typed_where_it_is_said(folder):
    program = folder / "own place" / "qa-eval"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom qa_eval.start import main\nmain()\n")
    program.chmod(0o755)
    asked = ["run", "small.yaml", "-a", "abstain"]
    for path, named in ((os.defpath, f"'{program}'"), (f"{program.parent}:{os.defpath}", "qa-eval")):
        environment = commandline.environment(PATH=path)
        done = subprocess.run(
            [program, *asked], cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
        assert f"\n  {named} show reports/small-" in done.stderr


def following(stderr):
    """The commands that are said to come next, as a shell splits them."""
    said = stderr.partition("next:\n")[2].splitlines()
    return [shlex.split(line.split("   (")[0]) for line in said]


def test_what_comes_next_is_quoted_for_the_shell(folder):
    (folder / "my files").mkdir()
    (folder / "my files" / "small.yaml").write_text(SMALL)
    asked = run("run", "my files/small.yaml", "-a", "abstain", "--output", "out dir/5", cwd=folder)
    opened, shown = following(asked.stderr)
    assert opened[0] == "open"
    assert (folder / opened[1]).is_file()
    assert "How long is it?" in run(*shown[1:], cwd=folder).stdout
    (folder / "plain.jsonl").write_text('{"id": "a", "question": "How long is it?", "answers": ["5 m"]}\n')
    asked, scored = following(run("import", "plain.jsonl", "--output", "imp 6", cwd=folder).stderr)
    assert asked == ["qa-eval", "run", "imp 6/plain.jsonl", "-a", "ANSWERER"]
    assert scored == ["qa-eval", "score", "imp 6/plain.jsonl", "ANSWERS"]
    checked, asked = following(run("new", "dataset", "my files/mine", cwd=folder).stderr)
    assert checked == ["qa-eval", "check", "my files/mine.yaml"]
    assert asked == ["qa-eval", "run", "my files/mine.yaml"]
    asked, tested = following(run("new", "answerer", "my files/mine", cwd=folder).stderr)
    assert asked == ["qa-eval", "run", "-a", "./my files/mine.py:answer"]
    assert tested == ["pytest", "my files/test_mine.py"]
    assert "`pytest 'my files/test_mine.py'`" in (folder / "my files" / "test_mine.py").read_text()
    assert "hint: mkdir -p 'no such'" in run("new", "dataset", "no such/x", cwd=folder, code=2).stderr


def test_three_lines_are_an_answerer(folder):
    done = run("run", "-a", "./mine.py:answer", cwd=folder)
    assert re.search(r"\./mine\.py:answer +\d+\.\d %", done.stdout)


def test_a_new_answerer_runs_at_once_and_passes_its_test(folder):
    run("new", "answerer", "bot", cwd=folder)
    run("run", "small.yaml", "-a", "./bot.py:answer", cwd=folder)
    subprocess.run([sys.executable, "-m", "pytest", "-q", "test_bot.py"], cwd=folder, check=True, capture_output=True)
    for name in ("class", "Übung"):
        run("new", "answerer", name, cwd=folder)
        tests = [sys.executable, "-m", "pytest", "-q", f"test_{name}.py"]
        subprocess.run(tests, cwd=folder, check=True, capture_output=True)
    said = run("new", "answerer", "json", cwd=folder, code=2).stderr
    assert "json.py would hide the module 'json' that comes with Python" in said


def test_a_new_dataset_is_fine_at_once(folder):
    run("new", "dataset", "rivers", cwd=folder)
    done = run("check", "rivers.yaml", cwd=folder)
    assert "0 errors, 0 warnings" in done.stdout
    assert "n=4" in run("run", "rivers.yaml", "-a", "oracle", cwd=folder).stdout


@pytest.mark.parametrize("what", ["answerer", "dataset"])
def test_new_overwrites_nothing(folder, what):
    run("new", what, "thing", cwd=folder)
    assert "exists" in run("new", what, "thing", cwd=folder, code=2).stderr
    run("new", what, "thing", "--force", cwd=folder)


# exit codes


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["--help"]),
        (0, ["--version"]),
        (0, ["run", "small.yaml", "-a", "fixed:155 m"]),
        (2, ["run", "nowhere.yaml"]),
        (2, ["run", "--nonsense"]),
        (2, ["run", "small.yaml", "-a", "nobody"]),
        (2, ["nonsense"]),
        (3, ["run", "small.yaml", "-a", "./broken.py:answer"]),
    ],
)
def test_an_exit_code_says_what_happened(folder, code, arguments):
    (folder / "broken.py").write_text("def answer(question, document):\n    raise ValueError('no idea')\n")
    run(*arguments, cwd=folder, code=code)


def test_failed_answers_are_counted_apart_and_can_be_asked_again(folder):
    broken = folder / "broken.py"
    broken.write_text("def answer(question, document):\n    raise ValueError('no idea')\n")
    done = run("run", "small.yaml", "-a", "./broken.py:answer", "--retries", "0", cwd=folder, code=3)
    assert "0 incorrect, 0 abstained, 3 failed" in done.stdout
    assert "./broken.py:answer failed, 3 of 3 times by exception: ValueError: no idea" in done.stdout
    broken.write_text(
        "def answer(question, document):\n"
        "    if 'Who' in question:\n        raise TimeoutError('too late')\n    raise ValueError('no idea\\nwhatever')\n"
    )
    mixed = run("run", "small.yaml", "-a", "./broken.py:answer", "--retries", "0", cwd=folder, code=3)
    assert (
        "failed, 2 of 3 times by exception: ValueError: no idea whatever (broken.py:4) (1 by timeout)" in mixed.stdout
    )
    broken.write_text("def answer(question, document):\n    raise ValueError('no idea')\n")
    again = re.search(r"qa-eval (run --resume \S+)", done.stderr)[1].split()
    broken.write_text("def answer(question, document):\n    return '155 m'\n")
    refused = run(*again, cwd=folder, code=2)
    assert "answerer.1" in refused.stderr  # the file is another one now
    broken.write_text("def answer(question, document):\n    raise ValueError('no idea')\n")
    run(*again, cwd=folder, code=3)


# did you mean


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["rnu"], "run"),
        (["run", "--limt", "3"], "--limit"),
        (["run", "small.yaml", "-a", "orcale"], "oracle"),
        (["run", "small.yaml", "--tag", "sise", "-a", "oracle"], "size"),
        (["run", "small.yaml", "--only", "lenght", "-a", "oracle"], "length"),
        (["run", "north-korea-rusia", "-a", "oracle"], "north-korea-russia"),
        (["run", "small.yaml", "--scorer", "strikt", "-a", "oracle"], "strict"),
        (["run", "small.yaml", "--report", "htlm", "-a", "oracle"], "html"),
        (["list", "answerer"], "answerers"),
    ],
)
def test_a_slip_is_answered_with_the_right_word(folder, arguments, meant):
    stderr = run(*arguments, cwd=folder, code=2).stderr
    assert meant in stderr
    assert "Traceback" not in stderr


@pytest.mark.parametrize(
    ("option", "wanted"),
    [
        ("--rate", "number of calls a minute"),
        ("--timeout", "number of seconds"),
        ("--limit", "whole number"),
        ("--retries", "whole number"),
    ],
)
def test_an_option_that_is_no_number_says_what_is_wanted(folder, option, wanted):
    said = run("run", "small.yaml", option, "abc", cwd=folder, code=2).stderr
    assert f"Invalid value for '{option}': 'abc' is not a valid {wanted}." in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["rnu"],
        ["run", "--nope"],
        ["run", "--limit", "x"],
        ["list"],
        ["list", "nothing"],
        ["run", "nothing.yaml"],
        ["show", "nothing", "q1"],
    ],
)
def test_every_error_is_called_so_in_the_same_way(folder, arguments):
    said = run(*arguments, cwd=folder, code=2).stderr
    assert re.search(r"^([^\n:]+:(\d+:)* )?error: ", said, re.MULTILINE), said
    assert "Error:" not in said


def test_the_command_line_alone_shows_its_help(folder):
    said = run(cwd=folder, code=2).stderr
    assert said.startswith("Usage: qa-eval")
    assert "error:" not in said


def test_a_question_of_a_run_is_found_in_spite_of_a_slip(folder):
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    assert 'did you mean "length"' in run("show", "latest", "lenght", cwd=folder, code=2).stderr


# every verb has --json


def test_what_had_to_be_asked_again_is_said(folder):
    (folder / "late.py").write_text(
        "from qa_eval.errors import AnswererError\n\nasked = set()\n\n\n"
        "def answer(question, document):\n    if question not in asked:\n        asked.add(question)\n"
        "        raise AnswererError('rate_limited', 'busy', retryable=True, retry_after=0.01)\n    return '155 m'\n"
    )
    done = run("run", "small.yaml", "-a", "./late.py:answer", "-a", "oracle", cwd=folder)
    assert "  ./late.py:answer was asked 3 times more for answers that did not come at once" in done.stdout
    assert "oracle was asked" not in done.stdout


def test_a_report_against_a_run_of_others_says_that_nothing_is_compared(folder):
    run("run", "small.yaml", "-a", "oracle", "-a", "abstain", cwd=folder)
    run("run", "small.yaml", "-a", "fixed:155 m", "-a", "lexical", cwd=folder)
    first = runs.folders(folder / "reports")[0]
    said = run("report", "latest", "--against", first.name, cwd=folder).stdout
    assert "nothing is compared: the runs have no answerer in common (fixed:155 m, lexical; oracle, abstain)" in said


def test_a_report_against_the_latest_is_against_the_one_before_it(folder):
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    run("run", "small.yaml", "-a", "abstain", cwd=folder)
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    first, _, last = runs.folders(folder / "reports")
    for named in (last.name, last, "latest"):
        found = data("report", str(named), "--against", "latest", "--format", "md", cwd=folder)
        assert Path(found["against"]).name == first.name


def test_a_share_is_rounded_once_in_the_list_of_runs(folder):
    rows = "\n".join(json.dumps({"id": f"q{i}", "question": f"What is {i}?", "answers": [str(i)]}) for i in range(44))
    (folder / "many.jsonl").write_text(rows)
    (folder / "some.py").write_text(
        "def answer(question, document):\n    n = int(''.join(filter(str.isdigit, question)))\n    return str(n if n < 9 else -n)\n"
    )
    run("run", "many.jsonl", "-a", "./some.py:answer", cwd=folder)
    assert "20.5 % (n=44)" in run("list", "runs", cwd=folder).stdout  # 9 of 44: 20.45 %


def test_a_gate_that_is_missed_narrowly_shows_by_how_much(folder):
    gate = ("--gate", "accuracy>=33.34%", "--gate", "p95<100")
    said = run("run", "small.yaml", "-a", "fixed:155 m", *gate, cwd=folder, code=1).stdout
    assert "GATE MISSED: accuracy>=33.34% (fixed:155 m): it is 33.3 %" in said
    gate = ("--gate", "accuracy>33.3%", "--gate", "p95<100")
    said = run("run", "small.yaml", "-a", "fixed:155 m", *gate, cwd=folder).stdout
    assert "gate held: accuracy>33.3% (fixed:155 m): it is 33.33 %" in said
    assert re.search(r"gate held: p95<100 \(fixed:155 m\): it is [\d.]+ s\n", said)


def test_every_verb_prints_one_json_object(folder):
    (folder / "answers.jsonl").write_text('{"id": "length", "answer": "155 m"}\n{"id": "opening", "answer": "1911"}\n')
    assert data("run", "small.yaml", "-a", "oracle", cwd=folder)["runs"][0]["state"] == "complete"
    assert data("run", "small.yaml", "-a", "oracle", "--dry-run", cwd=folder)["runs"][0]["calls"] == 3
    assert data("score", "small.yaml", "answers.jsonl", cwd=folder, code=3)["results"][0]["verdict"] == "correct"
    assert data("rescore", "latest", cwd=folder)["changed"] == []
    assert data("report", "latest", "--format", "csv", cwd=folder)["files"][0]["path"].endswith("results.csv")
    assert data("check", "small.yaml", cwd=folder)["errors"] == 0
    assert data("list", "answerers", cwd=folder)["rows"]
    assert data("list", "runs", cwd=folder)["rows"][0]["accuracy"] == {"oracle": 1.0}
    assert data("show", "latest", "length", cwd=folder)["results"][0]["verdict"] == "correct"
    assert data("new", "answerer", "bot", cwd=folder)["written"] == ["bot.py", "test_bot.py"]
    assert data("doctor", cwd=folder)["broken"] == []


def test_what_an_answerer_prints_is_no_part_of_the_object(folder):
    text = 'print("loaded")\n\n\ndef answer(question, document):\n    print("noise")\n    return "155 m"\n'
    (folder / "loud.py").write_text(text)
    assert data("run", "small.yaml", "-a", "./loud.py:answer", cwd=folder)["runs"][0]["state"] == "complete"
    assert data("run", "small.yaml", "-a", "./loud.py:answer", "--dry-run", cwd=folder)["dry_run"]
    assert "noise\n" in run("run", "small.yaml", "-a", "./loud.py:answer", "--json", cwd=folder).stderr


def test_results_go_to_stdout_and_the_rest_to_stderr(folder):
    done = run("run", "small.yaml", "-a", "oracle", cwd=folder)
    assert "3/3" in done.stderr
    assert "3/3" not in done.stdout
    assert run("run", "small.yaml", "-a", "oracle", "--quiet", cwd=folder).stderr == ""
    assert "\nhint: did you mean" in run("run", "smal.yaml", "--quiet", cwd=folder, code=2).stderr


# run


def test_a_dry_run_asks_nobody_and_writes_nothing(folder):
    (folder / "mine.py").write_text("def answer(question, document):\n    raise SystemExit('asked')\n")
    done = run("run", "small.yaml", "-a", "./mine.py:answer", "--repeat", "2", "--dry-run", cwd=folder)
    assert "3 questions × 1 answerer × 2 times = 6 answers in 6 calls" in done.stdout
    assert not (folder / "reports").exists()


def test_several_answerers_stand_side_by_side(folder):
    done = run("run", "small.yaml", "-a", "oracle", "-a", "fixed:155 m", "-a", "abstain", cwd=folder)
    lines = [line.split()[:3] for line in done.stdout.splitlines() if "n=3" in line]
    assert lines == [["oracle", "100.0", "%"], ["fixed:155", "m", "33.3"], ["abstain", "33.3", "%"]]


def test_questions_are_chosen_by_id_tag_and_number(folder):
    assert "n=1" in run("run", "small.yaml", "-a", "oracle", "--only", "len*", cwd=folder).stdout
    assert "n=2" in run("run", "small.yaml", "-a", "oracle", "--tag", "size", "--tag", "dates", cwd=folder).stdout
    assert "n=2" in run("run", "small.yaml", "-a", "oracle", "--limit", "2", cwd=folder).stdout
    assert "n=6" in run("run", "small.yaml", "-a", "oracle", "--repeat", "2", cwd=folder).stdout


def without_times(folder):
    """Set every time that a run's folder holds to nothing."""
    journal = folder / "results.jsonl"
    journal.write_text(re.sub(r'"seconds":[0-9.e-]+', '"seconds":0.0', journal.read_text()))
    header = json.loads((folder / "run.json").read_text())
    header |= {"started": "2026-01-01T00:00:00+00:00", "finished": "2026-01-01T00:00:00+00:00", "summary": None}
    (folder / "run.json").write_text(json.dumps(header))


def test_two_runs_are_the_same_bytes_but_for_the_times(folder):
    reports = [option for name in ("html", "json", "csv", "md", "junit") for option in ("--format", name)]
    written = []
    for _ in range(2):
        run("run", "small.yaml", "-a", "oracle", "-a", "lexical", cwd=folder)
        without_times(made(folder)[0])
        made(folder)[0].rename(folder / "run")
        run("report", "run", *reports, "--output", "out", cwd=folder)
        written.append({path.name: path.read_bytes() for path in (folder / "out").iterdir()})
        shutil.rmtree(folder / "run")
    assert len(written[0]) == 5
    assert written[0] == written[1]


SLOW = """\
import time
from pathlib import Path


def answer(question, document, id):
    with Path("asked.txt").open("a") as asked:
        asked.write(id + "\\n")
    time.sleep(0.3)
    return "155 m"
"""


def test_control_c_keeps_what_was_answered_and_the_command_it_prints_goes_on(folder):
    (folder / "slow.py").write_text(SLOW)
    arguments = ["run", "-a", "./slow.py:answer", "--limit", "40", "--concurrency", "2", "--output", "out dir"]
    process = subprocess.Popen(
        [sys.executable, "-m", "qa_eval", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=commandline.environment(),
    )
    asked = folder / "asked.txt"
    until = time.monotonic() + 30
    while time.monotonic() < until and not (asked.exists() and len(asked.read_text().splitlines()) > 5):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "nothing answered is lost" in stderr
    resume = shlex.split(re.search(r"qa-eval (run --resume .+)", stderr)[1])
    kept = len(runs.folders(folder / "out dir")[0].joinpath("results.jsonl").read_text().splitlines())
    assert kept > 3
    went_on = run(*resume, "--concurrency", "16", cwd=folder)
    kept = re.search(r"(\d+) of 40 answers are kept, (\d+) (?:is|are) left to ask", went_on.stderr)
    assert int(kept[1]) + int(kept[2]) == 40
    assert "n=40" in went_on.stdout
    assert sorted(asked.read_text().splitlines()) == sorted(set(asked.read_text().splitlines()))


def test_a_run_that_goes_on_says_how_many_are_left_in_words_that_fit(folder):
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    journal = made(folder)[0] / "results.jsonl"
    journal.write_text("".join(journal.read_text().splitlines(keepends=True)[:-1]))
    went_on = run("run", "--resume", "latest", cwd=folder)
    assert "2 of 3 answers are kept, 1 is left to ask" in went_on.stderr


def test_the_list_of_runs_says_when_as_people_read_it(folder):
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    assert re.search(r"  20\d\d-\d\d-\d\d \d\d:\d\d UTC  ", run("list", "runs", cwd=folder).stdout)
    assert re.fullmatch(r"20\S+T\S+\+00:00", data("list", "runs", cwd=folder)["rows"][0]["started"])


@pytest.mark.parametrize(
    ("query", "notices"),
    [
        ("timout=3", ['notice: "timout" is sent as a part of the address: http has no such option; did you mean "timeout"?']),
        ("q={question}&header=a&methods=b", ['did you mean "headers"?', 'did you mean "method"?']),
        ("timeout=3", []),
        ("q={question}&lang=en&time=now", []),
    ],
)  # fmt: skip
def test_a_parameter_that_is_nearly_an_option_is_noticed_and_sent(folder, query, notices):
    said = run("run", "small.yaml", "-a", f"http://127.0.0.1:9/ask?{query}", "--dry-run", cwd=folder)
    assert said.stderr.count("notice: ") == len(notices)
    assert all(notice in said.stderr for notice in notices)
    assert "3 answers in 3 calls" in said.stdout


def test_a_run_that_goes_on_knows_its_gates_and_reports(folder):
    gate = "accuracy>=0.9"
    asked = ("run", "small.yaml", "-a", "fixed:155 m", "--output", "kept")
    place = Path(data(*asked, "--report", "csv", "--gate", gate, cwd=folder, code=1)["runs"][0]["folder"])
    journal, table = folder / place / "results.jsonl", folder / place / "results.csv"
    begun, whole = journal.read_text().splitlines(keepends=True)[0], table.read_text()

    def cut_off():
        journal.write_text(begun)
        table.write_text("".join(whole.splitlines(keepends=True)[:2]))

    cut_off()
    went_on = data("run", "--resume", place, cwd=folder, code=1)["runs"][0]
    assert [one["gate"] for one in went_on["gates"]] == [gate]
    assert [Path(one["path"]).name for one in went_on["files"]] == ["results.csv"]
    assert len(table.read_text().splitlines()) == 4
    cut_off()
    went_on = data("run", "--resume", place, "--gate", "failed<=0", "--report", "md", cwd=folder)["runs"][0]
    assert [one["gate"] for one in went_on["gates"]] == ["failed<=0"]  # those that are typed go before its own
    assert {Path(one["path"]).name for one in went_on["files"]} == {"results.csv", "report.md"}
    assert len(table.read_text().splitlines()) == 4
    run("report", place, "--format", "json", cwd=folder)
    (folder / "qa-eval.toml").write_text('[run]\ngate = "accuracy>=0.1"\nlimit = 1\n')  # is for runs that begin
    went_on = data("run", "--resume", place, cwd=folder, code=0)["runs"][0]
    assert [one["gate"] for one in went_on["gates"]] == ["failed<=0"]
    assert {Path(one["path"]).name for one in went_on["files"]} == {"results.csv", "report.md", "report.json"}


def test_a_gate_against_the_latest_run_is_not_against_the_run_that_goes_on(folder):
    asked = ("run", "small.yaml", "-a", "./mine.py:answer", "--report", "md")
    (folder / "mine.py").write_text(MINE.replace("170 mm", "155 m"))
    run(*asked, cwd=folder)
    (folder / "mine.py").write_text(MINE)
    gate = ("--gate", "regressions<=0 vs latest")
    second = data(*asked, *gate, cwd=folder, code=1)["runs"][0]
    again = data("run", "--resume", "latest", cwd=folder, code=1)["runs"][0]
    assert again["gates"] == second["gates"]


# score, rescore, report, show


def test_score_streams_one_verdict_a_line(folder):
    (folder / "answers.json").write_text(json.dumps({"length": "0.155 km", "opening": "1911", "builder": "not stated"}))
    (folder / "long.json").write_text(json.dumps({"length": "155 m " * 200_000}))
    (line,) = map(
        json.loads, run("score", "small.yaml", "long.json", "--jsonl", cwd=folder, code=3).stdout.splitlines()
    )
    assert (line["verdict"], line["strict"], line["lenient"]) == ("failed", "failed", "failed")
    assert "1,200,000 characters" in line["message"]
    done = run("score", "small.yaml", "answers.json", "--jsonl", cwd=folder)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [set(row) for row in rows] == [
        {"id", "verdict", "value", "reason", "message", "strict", "lenient"} for _ in range(3)
    ]
    assert [(row["id"], row["verdict"], row["reason"]) for row in rows] == [
        ("length", "correct", "converted_unit"),
        ("opening", "incorrect", "less_precise"),
        ("builder", "correct", "rightly_abstained"),
    ]


def test_score_names_answers_to_no_question(folder):
    (folder / "some.csv").write_text("id,answer\nlength,155 m\nopenin,4 May 1911\n")
    done = run("score", "small.yaml", "some.csv", cwd=folder, code=3)
    assert "1 of 2 predictions answers no question of small: openin" in done.stderr
    assert "1 correct, 0 incorrect, 0 abstained, 2 failed" in done.stdout
    assert (
        "replay:some.csv failed, 2 of 2 times by missing, such as: some.csv holds no answer to 'opening'" in done.stdout
    )
    assert "reasons: missing_answer 2, " in done.stdout
    (folder / "none.csv").write_text("id,answer\nlenght,155 m\n")
    assert 'did you mean "length"' in run("score", "small.yaml", "none.csv", cwd=folder, code=2).stderr


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (["--only", "length"], ["length"]),
        (["--only", "len*", "--only", "opening"], ["length", "opening"]),
        (["--tag", "size"], ["length"]),
        (["--only", "*"], ["length", "opening", "builder"]),
    ],
)
def test_score_takes_the_questions_that_are_chosen_as_run_does(folder, chosen, ids):
    (folder / "some.csv").write_text("id,answer\nlength,155 m\nopening,4 May 1911\nbuilder,not stated\n")
    done = data("score", "small.yaml", "some.csv", *chosen, cwd=folder)
    assert [row["id"] for row in done["results"]] == ids
    lines = run("score", "small.yaml", "some.csv", *chosen, "--jsonl", cwd=folder)
    assert [json.loads(line)["id"] for line in lines.stdout.splitlines()] == ids
    assert lines.stderr == ""
    signature = data("run", "small.yaml", "-a", "oracle", *chosen, "--dry-run", cwd=folder)["runs"][0]["signature"]
    part = [entry for entry in signature.split("|") if entry.startswith(("only=", "tags="))]
    assert [entry for entry in done["signature"].split("|") if entry.startswith(("only=", "tags="))] == part != []


@pytest.mark.parametrize(
    ("chosen", "hint"),
    [
        (["--only", "lenght"], "no question has the id 'lenght'\nhint: did you mean \"length\""),
        (["--tag", "sice"], "no question has the tag 'sice'\nhint: did you mean \"size\""),
        (["--only", "opening", "--tag", "size"], "hint: widen --only or --tag"),
    ],
)
@pytest.mark.parametrize("form", [[], ["--jsonl"]])
def test_score_says_that_no_question_is_chosen(folder, chosen, hint, form):
    (folder / "some.csv").write_text("id,answer\nlength,155 m\n")
    assert hint in run("score", "small.yaml", "some.csv", *chosen, *form, cwd=folder, code=2).stderr


def test_rescore_judges_stored_answers_by_another_rule(folder):
    run("run", "small.yaml", "-a", "fixed:155 metres", cwd=folder)
    done = run("rescore", "latest", "--scorer", "squad", cwd=folder)
    assert "fixed:155 metres length: correct → incorrect" in done.stdout
    assert len(made(folder)) == 2


def test_rescore_scores_stored_answers_by_what_the_questions_accept_now(folder):
    (folder / "answers.json").write_text(
        '{"length": "a hundred paces", "opening": "4 May 1911", "builder": "Anna Keller"}'
    )
    first = data("run", "small.yaml", "-a", "replay:answers.json", cwd=folder)["runs"][0]["folder"]
    mended = SMALL.replace('answer: "155 m"', 'answer: "155 m", accepted: ["a hundred paces"]')
    mended = mended.replace("Who built it?", "Who paid for it?")
    (folder / "small.yaml").write_text(
        mended + '  - {id: new, question: "What is it?", type: phrase, answer: "a bridge"}\n'
    )
    said = run("rescore", "latest", cwd=folder).stdout
    assert "0 of 3 verdicts changed" in said
    assert "small.yaml has changed since; by what it accepts now:" in said
    done = run("rescore", "latest", "--dataset", "small.yaml", cwd=folder)
    assert "length: incorrect → correct" in done.stdout
    assert "left out, as they are not asked so any more: builder\nwithout a stored answer: new\n" in done.stdout
    told = data("rescore", first, "--dataset", "small.yaml", cwd=folder)
    assert (told["left_out"], told["without_answer"]) == (["builder"], ["new"])
    for name in ("length", "opening"):
        assert data("show", "latest", name, cwd=folder)["results"][0]["verdict"] == "correct"
    fewer = "".join(line for line in mended.splitlines(keepends=True) if "id: opening" not in line)
    (folder / "small.yaml").write_text(
        fewer + '  - {id: new, question: "What is it?", type: phrase, answer: "a bridge"}\n'
    )
    said = run("rescore", made(folder)[0].name, "--dataset", "small.yaml", cwd=folder).stdout
    assert "any more: builder, opening\nwithout a stored answer: new\n" in said
    assert "rescored" in run("list", "runs", cwd=folder).stdout
    (folder / "small.yaml").write_text(SMALL.replace("155 metres", "156 metres"))  # another document
    assert (
        "no stored answer is to a question"
        in run("rescore", "latest", "--dataset", "small.yaml", cwd=folder, code=2).stderr
    )


def test_answers_that_failed_are_told_from_wrong_ones_wherever_runs_are_compared(folder):
    (folder / "down.py").write_text("def answer(question, document):\n    raise ConnectionError('down')\n")
    run("run", "small.yaml", "-a", "./down.py:answer", cwd=folder, code=3)
    run("run", "small.yaml", "-a", "oracle", cwd=folder)
    assert "./down.py:answer 0.0 % (n=3, 3 failed)" in run("list", "runs", cwd=folder).stdout
    first, last = made(folder)
    said = run("compare", first.name, last.name, cwd=folder).stdout
    assert "fixed 3, regressed 0, both right 0, neither right 0\n" in said
    assert f"not right because they failed: 3 of {first.name}\n" in said


def test_any_run_is_rendered_again_in_any_format(folder):
    run("run", "small.yaml", "-a", "oracle", "--report", "md", cwd=folder)
    stored = made(folder)[0]
    run("report", stored.name[:8], "--format", "html", "--format", "json", "--output", "out", cwd=folder)
    assert {path.name for path in (folder / "out").iterdir()} == {"report.html", "report.json"}
    assert "there is no run 'else'" in run("report", "else", cwd=folder, code=2).stderr


def test_a_question_that_a_cut_off_run_did_not_reach_is_shown_as_not_answered(folder):
    run("run", "small.yaml", "-a", "oracle", "--output", "cut", cwd=folder)
    (journal,) = folder.glob("cut/small-*/results.jsonl")
    journal.write_text("")
    assert "not answered yet" in run("show", str(journal.parent), "length", cwd=folder).stdout


def test_a_question_that_a_run_was_not_about_is_shown_as_not_asked(folder):
    run("run", "small.yaml", "-a", "oracle", "--limit", "1", "--output", "part", "--report", "md", cwd=folder)
    last = next(
        line for line in run("list", "runs", "--folder", "part", cwd=folder).stdout.splitlines() if "small" in line
    )
    assert "oracle 100.0 % (n=1)" in last
    for name in ("opening", "builder"):
        said = run("show", "part/latest", name, cwd=folder).stdout
        assert "not asked: the run was of other questions" in said
        assert "cut off" not in said


def test_a_run_that_was_cut_off_is_called_so_wherever_it_is_summed_up(folder):
    run("run", "small.yaml", "-a", "fixed:155 m", "--output", "cut", "--report", "md", cwd=folder)
    (place,) = runs.folders(folder / "cut")
    journal, header = place / "results.jsonl", json.loads((place / "run.json").read_text())
    journal.write_text(journal.read_text().splitlines(keepends=True)[0])
    (place / "run.json").write_text(json.dumps(header | {"state": "interrupted"}))
    part = "interrupted, 1 of 3 answers"
    assert f"scored by strict · {part}\n" in run("rescore", "cut/latest", "--report", "junit", cwd=folder).stdout
    (suites,) = (made(folder)[0] / "junit.xml").read_text().split("<testsuites ")[1:]
    assert '<testsuite name="small: run" tests="1" failures="0" errors="1"' in suites
    assert 'message="interrupted: 2 answers are missing"' in suites
    run("run", "small.yaml", "-a", "oracle", "--output", "whole", "--report", "md", cwd=folder)
    asked = ("compare", "cut/small", "whole/latest")
    assert f"{place.name} is {part}\n" in run(*asked, cwd=folder).stdout
    assert f"{place.name} is {part}\n" in run(*asked, "--format", "md", cwd=folder).stdout
    assert data(*asked, cwd=folder)["interrupted"] == [place.name]


def test_a_run_is_named_by_a_path_to_the_beginning_of_its_name(folder):
    run("run", "small.yaml", "-a", "oracle", "--output", "out dir", "--report", "md", cwd=folder)
    shown = [run("show", f"out dir/{name}", "length", cwd=folder).stdout for name in ("sma", "latest", "small")]
    assert len(set(shown)) == 1
    assert "expected   155 m" in shown[0]
    said = run("show", "out dir/big", "length", cwd=folder, code=2).stderr
    assert said.startswith("error: there is no run 'out dir/big'\n")
    assert "hint: there is no folder elsewhere" in run("show", "elsewhere/sma", "length", cwd=folder, code=2).stderr
    run("run", "--resume", "out dir/sma", cwd=folder)


def test_a_question_is_shown_with_its_verdict_and_evidence(folder):
    run("run", "small.yaml", "-a", "fixed:155 cm", cwd=folder)
    shown = run("show", "latest", "length", cwd=folder).stdout
    assert "expected   155 m" in shown
    assert "“155 metres”" in shown
    assert "why      scale_error: " in shown


def test_an_answer_gives_the_terminal_no_orders(folder):
    (folder / "mine.py").write_text('def answer(question):\n    return "62 m\\x00\\x1b[31mred\\x1b[0m\\u202edoc"\n')
    run("run", "small.yaml", "-a", "./mine.py:answer", cwd=folder)
    shown = run("show", "latest", "length", cwd=folder).stdout
    assert r"62 m\x00\x1b[31mred\x1b[0m\u202edoc" in shown
    assert not {"\x00", "\x1b", "\u202e"} & {*shown}
    (written,) = (folder / "reports").glob("*/report.md")
    assert not {"\x00", "\x1b", "\u202e"} & {*written.read_text(encoding="utf-8")}


def test_repetitions_are_numbered_from_0_as_in_files(folder):
    run("run", "small.yaml", "-a", "fixed:155 m", "--repeat", "2", "--report", "csv", cwd=folder)
    shown = run("show", "latest", "length", cwd=folder).stdout
    assert [line.strip() for line in shown.splitlines() if "fixed:155 m" in line] == [
        "fixed:155 m, repeat 0: correct",
        "fixed:155 m, repeat 1: correct",
    ]


def test_a_run_says_why_answers_failed_and_by_which_rules_it_scored(folder):
    (folder / "mine.py").write_text('def answer(question):\n    raise ValueError("no\\n key")\n')
    done = run("run", "small.yaml", "-a", "./mine.py:answer", cwd=folder, code=3)
    assert "./mine.py:answer failed, 3 of 3 times by exception: ValueError: no" in done.stdout
    assert done.stdout.startswith("small 1.0.0 · 3 questions, scored by strict\n")
    (folder / "plain.jsonl").write_text('{"id": "a", "question": "How long?", "answers": ["155 m"]}\n')
    done = run("run", "plain.jsonl", "-a", "oracle", cwd=folder)
    assert done.stdout.startswith("plain · 1 question, scored by lenient\n")


def test_an_abstention_counts_as_no_answer_in_the_figures_of_the_literature(folder):
    for scorer in ("strict", "lenient"):
        found = data("run", "small.yaml", "-a", "oracle", "-a", "abstain", "--scorer", scorer, cwd=folder)
        oracle, abstains = found["runs"][0]["summary"]["answerers"]
        assert oracle["overall"]["exact_match_share"] == oracle["overall"]["mean_f1"] == 1.0
        assert abstains["unanswerable"]["exact_match"] == abstains["overall"]["exact_match"] == 1
        assert abstains["overall"]["mean_f1"] == pytest.approx(1 / 3)


# check


def test_check_reports_all_problems_at_once_with_their_place(folder):
    (folder / "bad.yaml").write_text(
        SMALL.replace("type: date", "typ: date").replace('["155 metres"]', '["156 metres"]')
    )
    stderr = run("check", "bad.yaml", cwd=folder, code=2).stdout
    assert re.search(r"bad\.yaml:6:\d+: error: the document does not say this", stderr)
    assert re.search(r"bad\.yaml:7:\d+: error: .*typ", stderr)
    assert "    ^" in stderr or " ^" in stderr


def test_check_runs_the_examples(folder):
    text = SMALL.replace('answer: "155 m",', 'answer: "155 m", accept: ["155 cm"], reject: ["0.155 km"],')
    (folder / "bad.yaml").write_text(text)
    found = data("check", "bad.yaml", cwd=folder, code=2)
    assert found["errors"] == 2
    assert run("check", "bad.yaml", cwd=folder, code=2).stdout.rpartition("\n2 errors, ")[1]
    (folder / "bad.yaml").write_text(text.replace(', reject: ["0.155 km"]', ""))
    assert run("check", "bad.yaml", cwd=folder, code=2).stdout.rpartition("\n1 error, ")[1]


def test_check_counts_as_people_do(folder):
    (folder / "one.yaml").write_text(SMALL.replace('["155 metres"]', '["156 metres"]'))
    assert "\n1 error, " in run("check", "one.yaml", cwd=folder, code=2).stdout


def test_only_the_datasets_that_hold_the_questions_are_asked(folder):
    (folder / "other.yaml").write_text(SMALL.replace("name: small", "name: other").replace("id: length", "id: width"))
    done = data("run", "small.yaml", "other.yaml", "-a", "oracle", "--only", "wid*", "--dry-run", cwd=folder)
    assert [(row["dataset"], row["questions"]) for row in done["runs"]] == [("other", 1)]
    done = data("run", "small.yaml", "other.yaml", "-a", "oracle", "--tag", "size", "--dry-run", cwd=folder)
    assert [row["dataset"] for row in done["runs"]] == ["small", "other"]
    failed = run("run", "small.yaml", "other.yaml", "-a", "oracle", "--only", "lenght", cwd=folder, code=2)
    assert 'did you mean "length"' in failed.stderr


# settings


def test_a_flag_goes_before_the_environment_before_the_file_before_the_default(folder):
    assert "n=3" in run("run", "small.yaml", "-a", "oracle", cwd=folder).stdout
    (folder / "qa-eval.toml").write_text('[run]\nlimit = 2\nanswerer = ["oracle"]\n')
    assert "n=2" in run("run", "small.yaml", "-a", "oracle", cwd=folder).stdout
    assert "n=1" in run("run", "small.yaml", "-a", "oracle", cwd=folder, QA_EVAL_RUN_LIMIT="1").stdout
    assert "n=3" in run("run", "small.yaml", "-a", "oracle", "--limit", "3", cwd=folder, QA_EVAL_RUN_LIMIT="1").stdout
    told = run("doctor", cwd=folder, QA_EVAL_RUN_LIMIT="1").stdout
    assert "QA_EVAL_RUN_LIMIT = 1   from environment" in told
    assert re.search(r"\[run\] limit = 2   from .*qa-eval\.toml \(overridden by QA_EVAL_RUN_LIMIT\)", told)


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("[tool.qa-eval.run]\nlimit = 2\n", 2),
        ("[tool]\nqa-eval = {run = {limit = 2}}\n", 2),
        ('[ "tool" . "qa-eval".run ]\nlimit = 2\n', 2),
        ("tool.qa-eval.run.limit = 2\n", 2),
        ("tool = {qa-eval = {run = {limit = 2}}}\n", 2),
        ('[project]\nname = "mine"\ndependencies = ["qa-eval"]\n[tool.ruff]\nline-length = 99\n', 3),
        ("[project\n", 3),
    ],
)
def test_settings_may_stand_in_the_file_of_a_project(folder, text, n):
    (folder / "pyproject.toml").write_text(text)
    shown = run("run", "small.yaml", "-a", "oracle", "--dry-run", cwd=folder).stdout
    assert f"small: {n} questions" in shown


def test_the_environment_names_an_option_as_its_flag_does(folder):
    named = {"QA_EVAL_RUN_ANSWERER": "abstain", "QA_EVAL_RUN_TAG": "size", "QA_EVAL_RUN_LIMIT": "9"}
    assert (
        "1 question × 1 answerer × 1 time = 1 answer in 1 call"
        in run("run", "small.yaml", "--dry-run", cwd=folder, **named).stdout
    )
    (folder / "qa-eval.toml").write_text("[run]\nanswerer = ['oracle']\n")
    shown = run("doctor", cwd=folder, **named).stdout
    assert "[run] answerer = ['oracle']" in shown
    assert "(overridden by QA_EVAL_RUN_ANSWERER)" in shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[run]\nlimt = 2\n", 'no option .limt.\nhint: did you mean "limit"'),
        ("[rnu]\nlimit = 2\n", 'no command .rnu.\nhint: did you mean "run"'),
        ("concurrency = 2\n", r".concurrency. stands in no table\nhint: write it below its command's table: \[run\]"),
        ("limt = 2\n", r'.limt. stands in no table\nhint: .*did you mean "limit"'),
        ("[run\n", r"qa-eval\.toml: .*line 1"),
    ],
)
def test_a_wrong_setting_names_the_file_and_the_right_word(folder, text, message):
    (folder / "qa-eval.toml").write_text(text)
    assert re.search(message, run("list", "answerers", cwd=folder, code=2).stderr)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ('limit = "three"', "limit under [run] in {file}: 'three' is not a valid whole number"),
        ("limit = true", "limit under [run] in {file}: 'true' is not a valid whole number"),
        ("limit = [2]", "{file}: [run] limit is a list\nhint: write one value"),
        ("limit.n = 2", "{file}: [run] limit is a table\nhint: write one value"),
        ('details = "some"', "details under [run] in {file}: 'some' is not one of"),
        ('controls = "maybe"', "controls under [run] in {file}: 'maybe' is not a valid boolean"),
    ],
)
def test_a_value_of_the_file_that_cannot_be_is_said_to_stand_there(folder, value, message):
    (folder / "qa-eval.toml").write_text(f"[run]\n{value}\n")
    said = run("run", "small.yaml", "--dry-run", cwd=folder, code=2).stderr
    assert message.format(file=folder / "qa-eval.toml") in said
    assert "--" not in said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('answerer = "oracle"', "3 questions × 1 answerer"),
        ('answerer = ["oracle", "abstain"]', "3 questions × 2 answerers"),
        ("controls = true", "3 questions × 14 answerers"),
        ("controls = false", "3 questions × 3 answerers"),
        ("output = 5", "3 questions × 3 answerers"),
    ],
)
def test_a_value_of_the_file_means_what_it_means_when_it_is_typed(folder, value, said):
    (folder / "qa-eval.toml").write_text(f"[run]\n{value}\n")
    assert said in run("run", "small.yaml", "--dry-run", cwd=folder).stdout


def test_a_flag_with_a_value_of_its_own_is_set_or_left_by_the_file(folder):
    (folder / "qa-eval.toml").write_text("[run]\ncache = true\nanswerer = 'oracle'\n")
    run("run", "small.yaml", cwd=folder, XDG_CACHE_HOME=str(folder / "kept"))
    assert (folder / "kept" / "qa-eval" / "answers.sqlite").is_file()
    (folder / "qa-eval.toml").write_text("[run]\ncache = false\nanswerer = 'oracle'\n")
    run("run", "small.yaml", cwd=folder, XDG_CACHE_HOME=str(folder / "other"))
    assert not (folder / "other").exists()
    assert not (folder / "false").exists()


def test_a_variable_that_sets_what_cannot_be_is_named(folder):
    said = run("run", "small.yaml", "--dry-run", cwd=folder, code=2, QA_EVAL_RUN_LIMIT="x").stderr
    assert "Invalid value for QA_EVAL_RUN_LIMIT in the environment: 'x' is not a valid whole number" in said
    assert "--limit" not in said
    assert "'--limit': 'x'" in run("run", "--limit", "x", cwd=folder, code=2, QA_EVAL_RUN_LIMIT="3").stderr


def test_a_misspelt_variable_is_named_with_the_right_one(folder):
    said = run("list", "answerers", cwd=folder, code=2, QA_EVAL_RUN_LIMT="3").stderr
    assert "QA_EVAL_RUN_LIMT in the environment: run has no option 'limt'" in said
    assert 'hint: did you mean "QA_EVAL_RUN_LIMIT"?' in said
    assert "run has no option 'limt'" in run("doctor", cwd=folder, code=2, QA_EVAL_RUN_LIMT="3").stdout
    said = run("list", "answerers", cwd=folder, QA_EVAL_LIMIT="3").stderr
    assert "warning: QA_EVAL_LIMIT in the environment is no setting; settings are QA_EVAL_<VERB>_<OPTION>" in said
    assert run("list", "answerers", "-q", cwd=folder, QA_EVAL_LIMIT="3").stderr == ""


def test_the_doctor_names_every_value_that_a_verb_would_refuse(folder):
    (folder / "qa-eval.toml").write_text(
        '[run]\nlimit = 2.5\ngate = "acuracy>=1"\nreport = ["htlm", "md"]\nscorer = "lenint"\n[compare]\ngate = "failed"\n'
    )
    broken = data("doctor", cwd=folder, code=2, QA_EVAL_RUN_REPEAT="x", QA_EVAL_SCORE_GATE="accuracy>=nan")["broken"]
    file = folder / "qa-eval.toml"
    assert {one.partition("\n")[0] for one in broken} == {
        f"[run] limit in {file}: '2.5' is not a valid whole number.",
        f"[run] gate in {file}: there is no figure 'acuracy' for the gate 'acuracy>=1'",
        f"[run] report in {file}: there is no reporter 'htlm'",
        f"[run] scorer in {file}: there is no scorer 'lenint'",
        f"[compare] gate in {file}: 'failed' is no gate",
        "QA_EVAL_RUN_REPEAT in the environment: 'x' is not a valid whole number.",
        "QA_EVAL_SCORE_GATE in the environment: 'nan' in the gate 'accuracy>=nan' is no number",
    }
    (folder / "qa-eval.toml").write_text(
        '[run]\nlimit = 2\ncache = true\ncontrols = true\ngate = ["lift:closed-book>0", "flaky<=0", "tag:size.accuracy>=0.5"]\n'
        'report = ["html?details=none"]\nanswerer = ["./mine.py:answer", "fixed:two words"]\n[compare]\ngate = "regressions<=0"\n'
    )
    assert data("doctor", cwd=folder, QA_EVAL_RUN_TAG="size dates")["broken"] == []


def test_the_doctor_speaks_where_the_package_is_not_installed(folder):
    code = (
        "import sys; from importlib import metadata; "
        "real = metadata.requires; "
        "metadata.requires = lambda name: real('no-such-package' if name == 'qa-eval' else name); "
        "from qa_eval.start import main; sys.argv = ['qa-eval', 'doctor']; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "not installed, its files are run where they lie" in done.stdout


def test_the_doctor_never_shows_a_key(folder):
    done = run("doctor", cwd=folder, code=2, OPENAI_API_KEY="sk-very-secret", QA_EVAL_RUN_API_KEY="also-secret")
    assert "secret" not in done.stdout + done.stderr
    assert "OPENAI_API_KEY" in done.stdout


# start-up

HEAVY = [
    "numpy",
    "pandas",
    "scipy",
    "sklearn",
    "datasets",
    "pyarrow",
    "pydantic",
    "rich",
    "jinja2",
    "pint",
    "httpx2",
    "pycurl",
    "asyncio",
    "yaml",
    "edtf",
    "dateutil",
]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["run", "--help"], ["list", "answerers"]])
def test_start_up_leaves_heavy_libraries_alone(arguments, folder):
    code = (
        "import sys\nfrom qa_eval import cli\n"
        f"code = cli.run({arguments!r})\n"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env=commandline.environment(),
    )
    assert done.stderr.strip().splitlines()[-1] == "0 []"


def test_a_closed_pipe_is_no_error(folder):
    command = f"{sys.executable} -m qa_eval list answerers | head -1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env=commandline.environment(),
    )
    assert done.stdout.startswith("abstain")
    assert done.stderr == ""


def test_the_example_in_the_readme_is_the_one_that_is_tested():
    lines = [line.strip() for line in Path(commandline.ROOT / "README.md").read_text().splitlines()]
    assert [line.strip() for line in MINE.splitlines()] == lines[lines.index("# mine.py") + 1 :][:2]


def test_the_beginning_of_many_ids_is_told_to_want_an_asterisk(folder):
    said = run("run", "small.yaml", "-a", "oracle", "--only", "o", cwd=folder, code=2).stderr
    assert "did you mean" in said or "choose one of" in said
    rows = "".join(f'{{"id": "q00{n}", "question": "Q{n}?", "answers": ["x"]}}\n' for n in range(3))
    (folder / "many.jsonl").write_text(rows + '{"id": "q100", "question": "Q?", "answers": ["x"]}\n')
    said = run("run", "many.jsonl", "-a", "oracle", "--only", "q00", cwd=folder, code=2).stderr
    assert "no question has the id 'q00'" in said
    assert "write 'q00*' for the 3 whose ids begin so" in said


def test_a_folder_of_runs_that_is_not_there_or_named_as_a_run_is_told(folder):
    assert "there is no folder nope" in run("list", "runs", "--folder", "nope", cwd=folder, code=2).stderr
    assert run("list", "runs", cwd=folder).stdout.strip() == ""
    run("run", "small.yaml", "-a", "oracle", "--output", "kept", cwd=folder)
    (name,) = (path.name for path in (folder / "kept").iterdir() if path.is_dir())
    for verb in (("run", "--resume"), ("report",)):
        said = run(*verb, "kept", cwd=folder, code=2).stderr
        assert f"kept is a folder of runs, not one of them\nhint: name one: kept/{name}" in said


def test_answers_that_a_file_lacks_are_not_said_to_come_by_going_on(folder):
    (folder / "part.jsonl").write_text('{"id": "length", "answer": "155 m"}')
    done = run("run", "small.yaml", "-a", "replay:part.jsonl", cwd=folder, code=3)
    assert "holds no answer" in done.stdout
    assert "--resume" not in done.stdout + done.stderr
