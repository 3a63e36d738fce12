"""Every drop-in keeps its room's contract, and a file dropped in is found, listed and run with no other edit."""

import os
import shutil
import subprocess
import sys

import click
import commandline
import pytest

from qa_eval import model, plugins

DROP_INS = [(room, name) for room in plugins.FACTORIES for name in plugins.built_in(room)]
DOCUMENT = model.Document("d", "The bridge opened on 4 May 1911. It is 155 metres long.")
QUESTIONS = [
    model.Question("q", "How long?", model.QuantityAnswer("155 metres"), ("155 metres",)),
    model.Question("d", "When?", model.DateAnswer("4 May 1911"), ("4 May 1911",)),
    model.Question("e", "Who?", model.EntityAnswer("Anna Keller"), ("Anna Keller",)),
    model.Question("p", "Why?", model.PhraseAnswer("to cross the river"), ("to cross the river",)),
    model.Question("l", "Which?", model.ListAnswer((("rail",), ("road",))), ("rail and road",)),
    model.Question("y", "Is it?", model.YesNoAnswer(yes=True), ("yes",)),
    model.Question("u", "Who paid?", model.Unanswerable()),
]
TEXTS = ["", "155 m", "4 May 1911", "yes", "not stated", "\ud800\x00", "rail, road", "x" * 5000, "٣ ½ −5 %"]


@pytest.mark.parametrize(("room", "name"), DROP_INS)
def test_a_drop_in_loads_and_says_what_it_is(room, name):
    plugin = plugins.find(room, name)
    assert plugin.origin == "built-in"
    assert 10 < len(plugin.meaning) < 130


@pytest.mark.parametrize(("room", "name"), [pair for pair in DROP_INS if pair[0] != "commands"])
def test_every_option_of_a_drop_in_has_a_type_and_a_meaning(room, name):
    for option in plugins.parameters(plugins.find(room, name).load()).values():
        assert option.name == "questions" or option.meaning, option


@pytest.mark.parametrize("name", plugins.built_in("answerers"))
def test_an_answerer_answers_one_question_or_a_batch(name):
    factory = plugins.find("answerers", name).load()
    assert name == "python" or hasattr(factory, "answer") or hasattr(factory, "answer_batch")


@pytest.mark.parametrize("name", plugins.built_in("scorers"))
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.answer.type)
@pytest.mark.parametrize("text", TEXTS)
def test_a_scorer_gives_a_whole_score_and_the_same_one_twice(name, question, text):
    scorer = plugins.make("scorers", name)
    score = scorer.score(question, text, DOCUMENT)
    assert isinstance(score, model.Score)
    assert 0 <= score.value <= 1
    assert 0 <= score.f1 <= 1
    assert score.reason
    assert score.message
    assert scorer.score(question, text, DOCUMENT) == score


@pytest.mark.parametrize("name", plugins.built_in("scorers"))
@pytest.mark.parametrize("question", QUESTIONS[:-1], ids=lambda question: question.answer.type)
def test_a_scorer_accepts_the_accepted_answer(name, question):
    assert plugins.make("scorers", name).score(question, question.accepted[0], DOCUMENT).verdict == "correct"


def test_reporters_write_different_files():
    names = [plugins.find("reporters", name).load().filename for name in plugins.built_in("reporters")]
    assert len(names) == len(set(names))


def verbs(command, path=()):
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from verbs(inner, (*path, name))
    else:
        yield path, command


ALL_VERBS = [
    pair for name in plugins.built_in("commands") for pair in verbs(plugins.find("commands", name).load(), (name,))
]


@pytest.mark.parametrize(
    ("path", "command"), ALL_VERBS, ids=lambda value: "-".join(value) if isinstance(value, tuple) else ""
)
def test_every_option_of_a_verb_has_help(path, command):
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert command.help, path
    assert {"--json", "--quiet", "--debug"} <= {name for option in options for name in option.opts}
    assert [option.name for option in options if not option.help] == []


DROPPED = {
    "answerers/dummy.py": '''
from typing import Annotated


class Answerer:
    """Says a word as often as it is told."""

    def __init__(self, word: str, *, times: Annotated[int, "how often"] = 1):
        self.text = " ".join([word] * times)

    def answer(self, question, document):
        return self.text
''',
    "scorers/dummy.py": '''
from qa_eval.model import Score, Verdict


class Scorer:
    """Accepts every answer that is given."""

    def score(self, question, text, document=None):
        return Score(Verdict.CORRECT, 1.0, "given", "an answer was given")
''',
    "reporters/dummy.py": '''
class Reporter:
    """Writes how many answers there are."""

    filename = "dummy.txt"

    def render(self, report):
        yield f"{len(report.results)} answers\\n"
''',
    "commands/dummy.py": '''
import click

from qa_eval.cli import verb


@verb("dummy")
@click.pass_obj
def command(terminal):
    """Say hello to whoever dropped this in."""
    terminal.result("hello", {"said": "hello"})
''',
    "commands/crash.py": '''
import click

from qa_eval.cli import verb


@verb("crash")
@click.pass_obj
def command(terminal):
    """Break on purpose."""
    return 1 // 0
''',
}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the package with a file dropped into each of four rooms."""
    folder = tmp_path_factory.mktemp("house")
    for name in ("qa_eval", "questions", "seeds"):
        shutil.copytree(commandline.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(commandline.ROOT / "pyproject.toml", folder)
    for name, text in DROPPED.items():
        (folder / "qa_eval" / name).write_text(text)
    return folder


def in_house(house, *arguments, code=0):
    command = [sys.executable, "-m", "qa_eval", *arguments]
    environment = commandline.environment(PYTHONPATH=str(house) + os.pathsep + os.environ.get("PYTHONPATH", ""))
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, timeout=120, check=False, env=environment)
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


@pytest.mark.parametrize("room", ["answerers", "scorers", "reporters"])
def test_a_file_dropped_in_is_listed_with_its_meaning(house, room):
    listed = [line for line in in_house(house, "list", room).splitlines() if line.startswith("dummy ")]
    assert len(listed) == 1
    assert "built-in" in listed[0]


def test_a_verb_dropped_in_is_in_the_help_and_runs(house):
    assert "Say hello to whoever dropped this in." in in_house(house, "--help")
    assert in_house(house, "dummy") == "hello\n"


def test_files_dropped_in_run(house):
    arguments = ["-a", "dummy:170?times=2", "--scorer", "dummy", "--report", "dummy", "--limit", "3", "--output", "out"]
    text = in_house(house, "run", *arguments)
    assert "3 correct" in text
    assert next((house / "out").glob("*/dummy.txt")).read_text() == "3 answers\n"
    assert '"answer":"170 170"' in next((house / "out").glob("*/results.jsonl")).read_text()


def test_a_defect_is_told_from_a_mistake_and_shows_its_traceback_on_request(house):
    told = in_house(house, "crash", code=4)
    assert told.startswith("internal error: ZeroDivisionError: ")
    assert "--debug" in told
    assert "Traceback" not in told
    assert "Traceback" in in_house(house, "crash", "--debug", code=4)
