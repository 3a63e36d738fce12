"""What another package's plug-in does wrong is told by its name, as its own, and costs nothing else."""

import sys
import textwrap

import pytest
from commandline import ROOT, run

from qa_eval import plugins, report
from qa_eval.engine import made_scorer
from qa_eval.errors import PluginError

QUESTIONS = '{"id": "pier", "question": "How long is the pier?", "answers": ["62 m"]}\n'


@pytest.fixture
def outside(tmp_path, monkeypatch):
    """Install a distribution as pip leaves it behind, and return a function that runs the command line beside it."""

    def install(points, text, name="outside"):
        place = tmp_path / "site"
        info = place / f"{name}-1.0.dist-info"
        info.mkdir(parents=True)
        (place / f"{name}.py").write_text(textwrap.dedent(text))
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(
            "".join(f"[qa_eval.{room}]\n{point}\n" for room, point in points.items())
        )
        (tmp_path / "own.jsonl").write_text(QUESTIONS)
        monkeypatch.syspath_prepend(place)
        monkeypatch.delitem(sys.modules, name, raising=False)
        plugins.plugins.cache_clear()
        return lambda *words, code=0: run(*words, cwd=tmp_path, code=code, PYTHONPATH=f"{place}:{ROOT}")

    yield install
    plugins.plugins.cache_clear()


READS = {
    "yields": ("yield {'id': 'pier'}", "it returned generator where a qa_eval.formats.Parsed is wanted"),
    "nothing": ("pass", "it returned NoneType where a qa_eval.formats.Parsed is wanted"),
    "raises": ("raise ValueError('no header')", "cannot read own.lines: ValueError: no header"),
    "number": (
        "return Parsed({'questions': [{'id': 'pier', 'question': 'How long?', 'answers': [62]}]})",
        "a number in its content that is no qa_eval.formats.Figure: 62",
    ),
    "object": ("return Parsed({'questions': {object()}})", "a set in its content"),
    "problems": ("return Parsed(None, problems=['no header'])", "problems that are no tuple of qa_eval.errors.Problem"),
    "locate": ("return Parsed({'questions': []}, 7)", "a `locate` that cannot be called: 7"),
    "place": (
        "return Parsed({'questions': [{'id': 3 * 'x'}]}, lambda where, key=False: 1 / 0)",
        "cannot say where a part of own.lines stands: ZeroDivisionError",
    ),
}


@pytest.mark.parametrize(("body", "told"), READS.values(), ids=READS)
def test_a_format_that_breaks_its_contract_is_named_with_what_it_did(outside, tmp_path, body, told):
    text = f"from qa_eval.formats import Parsed\nclass Format:\n    def read(self, path):\n        {body}\n"
    call = outside({"formats": "lines = outside:Format"}, text)
    (tmp_path / "own.lines").write_text("pier\n")
    said = call("check", "own.lines", code=2).stderr
    assert "format 'lines' (outside)" in said
    assert told in said
    assert "internal error" not in said


def test_a_format_without_places_is_enough(outside, tmp_path):
    text = """
        from qa_eval.formats import Parsed

        class Format:
            def read(self, path):
                rows = [line.split("=") for line in path.read_text().splitlines()]
                return Parsed({"questions": [{"id": name, "question": name, "answers": [gold]} for name, gold in rows]})
    """
    call = outside({"formats": "lines = outside:Format"}, text)
    (tmp_path / "own.lines").write_text("How long?=62 m\n")
    assert "100.0 %" in call("run", "own.lines", "-a", "oracle").stdout
    (tmp_path / "own.lines").write_text("How long?= \n")
    assert "own.lines: error: " in call("check", "own.lines", code=2).stdout


def test_a_reporter_that_raises_costs_neither_the_sums_nor_the_other_reports(outside, tmp_path):
    text = """
        class Reporter:
            filename = "wall.txt"

            def render(self, report):
                yield "begun"
                raise RuntimeError("no ink")
    """
    call = outside({"reporters": "wall = outside:Reporter"}, text)
    done = call("run", "own.jsonl", "-a", "oracle", "--report", "wall", "--report", "csv", code=2)
    assert "100.0 %" in done.stdout
    assert "results.csv" in done.stdout
    assert "error: reporter 'wall' (outside) failed: RuntimeError: no ink\nhint: " in done.stderr
    assert "--format wall` writes it" in done.stderr
    assert "defect" not in done.stderr
    assert not [*tmp_path.glob("reports/*/wall.txt")]
    done = call("report", "latest", "--format", "wall", "--format", "md", code=2)
    assert "report.md" in done.stdout
    assert "reporter 'wall' (outside) failed: RuntimeError: no ink" in done.stderr
    assert "no ink" in call("rescore", "latest", "--report", "wall", code=2).stderr
    (tmp_path / "answers.jsonl").write_text('{"id": "pier", "answer": "62 m"}\n')
    done = call("score", "own.jsonl", "answers.jsonl", "--report", "wall", code=2)
    assert "100.0 %" in done.stdout
    assert "no ink" in done.stderr


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/evil.txt", "a/b.txt", "..", "", ".hidden", "run.json", "Results.jsonl", None, 3]
)
def test_a_reporter_writes_into_the_runs_folder_and_over_nothing_of_the_run(outside, tmp_path, name):
    text = f"class Reporter:\n    filename = {name!r}\n    def render(self, report):\n        yield 'mine'\n"
    call = outside({"reporters": "wall = outside:Reporter"}, text)
    said = call("run", "own.jsonl", "-a", "oracle", "--report", "wall", code=2).stderr
    assert f"reporter 'wall' has the filename {name!r}" in said
    assert not (tmp_path / "reports").exists(), "nobody is asked before"
    with pytest.raises(PluginError, match="filename"):
        report.write(None, plugins.make("reporters", "wall"), tmp_path)


def test_two_reporters_of_one_file_are_not_asked_for_at_once(outside):
    text = "class Reporter:\n    filename = 'report.md'\n    def render(self, report):\n        yield 'mine'\n"
    call = outside({"reporters": "wall = outside:Reporter"}, text)
    said = call("run", "own.jsonl", "-a", "oracle", "--report", "wall", "--report", "md", code=2).stderr
    assert "'wall' and 'md' both write report.md" in said


VERB = """
    import click
    from qa_eval.cli import verb

    @verb("greet")
    @click.pass_obj
    def command(terminal):
        '''Say hello from outside.'''
        terminal.result("hello", {})
"""


def test_a_verb_whose_name_is_taken_is_left_out_and_the_others_stay(outside):
    call = outside(
        {"commands": "run = outside:command\ngreet = outside:command\nodd = builtins:int\ngone = nowhere:x"}, VERB
    )
    told = call("--help").stdout
    assert "Say hello from outside." in told
    assert "integer" not in told
    assert "left out: command 'run' is claimed by built-in and by outside" in told
    assert "left out: command 'odd' (outside) is no command but <class 'int'>" in told
    assert "left out: command 'gone' (outside) does not load: ModuleNotFoundError" in told
    assert call("greet").stdout == "hello\n"
    assert "100.0 %" in call("run", "own.jsonl", "-a", "oracle").stdout
    assert "command 'odd' (outside) is no command" in call("odd", code=2).stderr
    told = call("doctor", code=2).stdout
    assert told.count("command 'run' is claimed by built-in and by outside") == 1
    assert told.count("command 'odd' (outside) is no command") == 1
    listed = call("list", "commands")
    assert "Say hello from outside." in listed.stdout
    assert "BROKEN: command 'odd' (outside) is no command" in listed.stdout
    assert "left out: command 'run' is claimed by" in listed.stderr


def test_a_name_that_two_packages_claim_is_neithers(outside):
    outside({"commands": "greet = outside:command", "scorers": "near = outside:command"}, VERB)
    call = outside({"commands": "greet = beside:command", "scorers": "near = beside:command"}, VERB, "beside")
    for words in (["greet"], ["run", "own.jsonl", "-a", "oracle", "--scorer", "near"]):
        assert "is claimed by beside and by outside" in call(*words, code=2).stderr


SCORERS = {
    "too few": ("def score(self, question, text): return 1", "cannot be called with a question, a text and a document"),
    "too many": ("def score(self, question, text, document, extra): return 1", "missing a required argument: 'extra'"),
    "async": ("async def score(self, question, text, document=None): return 1", "has an async `score`"),
    "an attribute": ("score = 3", "has no method `score`"),
}


@pytest.mark.parametrize(("body", "told"), SCORERS.values(), ids=SCORERS)
def test_a_scorer_that_cannot_be_called_is_found_before_anybody_is_asked(outside, tmp_path, body, told):
    call = outside({"scorers": "near = outside:Scorer"}, f"class Scorer:\n    {body}\n")
    said = call("run", "own.jsonl", "-a", "oracle", "--scorer", "near", code=2).stderr
    assert "scorer 'near'" in said
    assert told in said
    assert not (tmp_path / "reports").exists()
    with pytest.raises(PluginError, match="a scorer has `def score"):
        made_scorer(plugins.make("scorers", "near"))


def test_a_class_that_lacks_what_its_room_asks_for_is_named_by_the_doctor(outside):
    points = {
        "scorers": "near = outside:Nothing",
        "reporters": "wall = outside:Nothing",
        "formats": "lines = outside:Nothing",
    }
    call = outside(points, "class Nothing:\n    '''Nothing.'''\n")
    told = call("doctor", code=2).stdout
    for said in ("scorer 'near'", "reporter 'wall'", "format 'lines'"):
        assert f"{said} (outside) is no " in told
    assert "it has no filename and no render" in told
    assert "scorer 'near' (outside) is no Scorer" in call("run", "own.jsonl", "--scorer", "near", code=2).stderr
