"""Answers kept for other runs: found again when everything is the same, marked, shared, and never a key or a failure."""

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import commandline
import pytest
import servers
from plain import Plain, dataset

from qa_eval import cache, journal
from qa_eval.engine import Run, Settings, run_questions
from qa_eval.errors import UsageError
from qa_eval.model import Prediction, Request, Tokens

ANSWERER = "def answer(question, id):\n    open({log!r}, 'a').write(id + '\\n')\n    return {said}\n"


@pytest.fixture
def mine(tmp_path):
    """Write an answerer that notes what it is asked, and return its spec."""

    def made(said="question.removeprefix('What is ').removesuffix('?')"):
        (tmp_path / "mine.py").write_text(ANSWERER.format(log=str(tmp_path / "log"), said=said))
        return f"{tmp_path / 'mine.py'}:answer"

    return made


def asked(folder):
    log = folder / "log"
    return log.read_text().splitlines() if log.exists() else []


def run(folder, answerer, questions=20, documents=2, **settings):
    made = Settings(cache=str(folder / "answers.sqlite"), **settings)
    return run_questions(dataset(questions, documents=documents), [answerer], Plain(), made)


def plainly(run):
    return [
        (result.question_id, result.repeat, result.prediction.text, result.prediction.tokens, result.score)
        for result in run.results
    ]


def test_a_second_run_asks_nobody_and_says_so(tmp_path, mine):
    first, second = run(tmp_path, mine()), run(tmp_path, mine())
    assert len(asked(tmp_path)) == 20
    assert plainly(first) == plainly(second)
    assert (first.summary[0].cached, second.summary[0].cached) == (0, 20)
    assert (first.summary[0].attempts, second.summary[0].attempts) == (20, 0)
    assert all("cached" not in result.prediction.details for result in first.results)
    assert all(result.prediction.details == {"cached": True} for result in second.results)
    assert first.signature == second.signature


@pytest.mark.parametrize(
    "change",
    [
        lambda mine: {"answerer": mine("'something else'")},
        lambda mine: {"documents": 3},
        lambda mine: {"answerer": "fixed:5"},
    ],
)
def test_what_may_change_an_answer_is_asked_anew(tmp_path, mine, change):
    run(tmp_path, mine())
    again = run(tmp_path, **{"answerer": mine(), **change(mine)})
    assert again.summary[0].cached < 20


def test_the_question_of_another_text_id_or_document_is_another(tmp_path):
    request = Request("What?", "A text.", "q1", ("tag",), "d")
    changes = [{"question": "Who?"}, {"document": "B text."}, {"id": "q2"}, {"tags": ()}, {"document_id": "e"}]
    keys = {cache.key_of("a", "i", one, 0) for one in (request, *(replace(request, **change) for change in changes))}
    keys |= {cache.key_of("b", "i", request, 0), cache.key_of("a", "j", request, 0), cache.key_of("a", "i", request, 1)}
    assert len(keys) == 9
    assert cache.key_of("a", "i", request, 0) in keys


def test_no_two_repetitions_share_an_entry(tmp_path, mine):
    run(tmp_path, mine(), questions=5, repeat=2)
    assert sorted(asked(tmp_path)) == sorted(2 * [f"q{i}" for i in range(5)])
    more = run(tmp_path, mine(), questions=5, repeat=3)
    assert len(asked(tmp_path)) == 15
    assert [result.prediction.details.get("cached", False) for result in more.results] == 5 * [True, True, False]


def test_failures_are_not_kept(tmp_path, mine):
    broken = mine("1 / 0 if id == 'q3' else 'x'")
    assert run(tmp_path, broken, retries=0).summary[0].overall.failed == 1
    again = run(tmp_path, broken, retries=0)
    assert (again.summary[0].overall.failed, again.summary[0].cached) == (1, 19)
    assert asked(tmp_path).count("q3") == 2


def test_part_of_a_batch_may_be_kept(tmp_path):
    (tmp_path / "mine.py").write_text(
        f"def answer_batch(questions, ids):\n    open({str(tmp_path / 'log')!r}, 'a').write(' '.join(ids) + '\\n')\n"
        "    return [id + '!' for id in ids]\n"
    )
    spec = f"{tmp_path / 'mine.py'}:answer_batch"
    run(tmp_path, spec, questions=3, documents=1)
    done = run(tmp_path, spec, questions=6, documents=1)
    assert asked(tmp_path) == ["q0 q1 q2", "q3 q4 q5"]
    assert [result.prediction.text for result in done.results] == [f"q{i}!" for i in range(6)]


def test_an_answerer_whose_source_is_unknown_is_always_asked(tmp_path):
    made = {}
    exec("def answer(question):\n    calls.append(question)\n    return 'x'", made | (names := {"calls": []}), made)  # noqa: S102 - a function without a source
    made["answer"].__globals__.update(names)
    run(tmp_path, made["answer"])
    run(tmp_path, made["answer"])
    assert len(names["calls"]) == 40


def test_an_entry_survives_as_it_was(tmp_path):
    kept = cache.Cache(tmp_path / "a.sqlite")
    said = Prediction("5 km \ud800", 0.25, Tokens(7, 2), 3, details={"finish_reason": "length"})
    kept.put("k", "me", "What?", 0, said)
    kept.put("k", "me", "What?", 0, Prediction("another"))
    found = kept.get("k")
    assert found == replace(said, attempts=0, details={"finish_reason": "length", "cached": True})
    assert kept.get("other") is None
    kept.close()
    assert (tmp_path / "a.sqlite").stat().st_mode & 0o077 == 0


def test_processes_share_a_cache(tmp_path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom qa_eval.cache import Cache\nfrom qa_eval.model import Prediction\n"
        "kept = Cache(Path(sys.argv[1]))\n"
        "for i in range(300):\n    kept.put(str(i), 'me', 'What?', 0, Prediction(str(i)))\n    assert kept.get(str(i)).text == str(i)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.sqlite")]
    children = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    assert [child.communicate()[1] for child in children] == 4 * [""]
    assert cache.Cache(tmp_path / "a.sqlite").answerers()[0][:3] == ("me", 300, 1200)


@pytest.mark.parametrize("content", [b"no database at all, but longer than a header of one would be " * 5])
def test_a_file_that_is_no_cache_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "questions.jsonl"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="cannot be used as a cache"):
        cache.Cache(path)
    assert path.read_bytes() == content


def test_a_cache_of_a_later_version_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / "a.sqlite") as base:
        base.execute("pragma user_version = 99")
    with pytest.raises(UsageError, match="schema 99"):
        cache.Cache(tmp_path / "a.sqlite")


def test_no_key_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("MY_KEY", "sk-very-secret-indeed")
    reply = servers.answers(lambda asked: f"the key is {asked.headers['authorization']}")
    with servers.serving({"/": reply}) as server:
        spec = f'http:{server.url("/")}?headers={{"Authorization": "Bearer ${{MY_KEY}}"}}'
        place = journal.Place(tmp_path / "run", exact=True)
        settings = Settings(cache=str(tmp_path / "answers.sqlite"))
        run_questions(dataset(3), [spec], Plain(), settings, place)
    assert Run.load(tmp_path / "run").results[0].prediction.text == "the key is Bearer [redacted]"
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert b"sk-very-secret-indeed" not in path.read_bytes(), path


def test_the_command_keeps_shows_and_forgets(tmp_path):
    rows = [{"id": f"q{i}", "question": f"What is {i}?", "answers": [str(i)]} for i in range(8)]
    (tmp_path / "small.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    home = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    arguments = ["run", "small.jsonl", "-a", "fixed:3", "-a", "abstain", "--cache"]
    commandline.run(*arguments, cwd=tmp_path, **home)
    done = commandline.data(*arguments, cwd=tmp_path, **home)
    assert [one["cached"] for one in done["runs"][0]["summary"]["answerers"]] == [8, 8]
    listed = commandline.run("cache", "list", cwd=tmp_path, **home).stdout
    assert listed.splitlines()[1].split() == ["fixed:3", "8", "answers,", "used", "8", "times"]
    shown = commandline.data("cache", "show", "What is 5", cwd=tmp_path, **home)["entries"]
    assert ("fixed:3", "3", 1) in [(one["answerer"], one["answer"], one["hits"]) for one in shown]
    assert {one["question"] for one in shown} == {"What is 5?"}
    assert "prune what?" in commandline.run("cache", "prune", cwd=tmp_path, code=2, **home).stderr
    assert commandline.data("cache", "prune", "--unused", "30", cwd=tmp_path, **home)["forgotten"] == 0
    assert commandline.data("cache", "prune", "-a", "abstain", cwd=tmp_path, **home)["forgotten"] == 8
    assert commandline.data("cache", "clear", cwd=tmp_path, **home)["forgotten"] == 8
    assert "holds nothing" in commandline.run("cache", "list", cwd=tmp_path, **home).stderr
    assert "there is no cache" in commandline.run("cache", "list", "--path", "no.sqlite", cwd=tmp_path, code=2).stderr


def test_a_questions_file_is_not_taken_for_a_cache(tmp_path):
    (tmp_path / "small.jsonl").write_text('{"id": "a", "question": "What?", "answers": ["x"]}\n' * 1)
    done = commandline.run("run", "-a", "abstain", "--cache", "small.jsonl", cwd=tmp_path, code=2)
    assert (
        "error: small.jsonl cannot be used as a cache: file is not a database\nhint: name another file; the word behind --cache is its PATH"
        in done.stderr
    )
    assert not (tmp_path / "reports").exists()
    assert Path(tmp_path / "small.jsonl").read_text().startswith('{"id"')
    said = commandline.run("cache", "list", "--path", "small.jsonl", cwd=tmp_path, code=2).stderr
    assert "--cache" not in said
