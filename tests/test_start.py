"""What the command line says before it is imported, held against what it says itself."""

import subprocess
import sys

import commandline
import pytest

from qa_eval import plugins, start

SHELLS = ["bash", "zsh"]
LIGHT = "import sys\nfrom qa_eval import start\nstart.main()\nprint('click' in sys.modules, file=sys.stderr)"


def python(code, *arguments, **more):
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=commandline.environment(**more),
    )


def by_the_whole_command_line(*arguments, **more):
    code = "import sys\nfrom qa_eval import cli\nsys.exit(cli.run(sys.argv[1:]))"
    return python(code, *arguments, **more).stdout


@pytest.mark.parametrize("flag", ["--help", "-h", "--version"])
@pytest.mark.parametrize("columns", ["50", "80", "200"])
def test_help_and_version_are_the_command_lines_own(flag, columns):
    done = python(LIGHT, flag, COLUMNS=columns)
    assert done.stdout == by_the_whole_command_line(flag, COLUMNS=columns)
    assert done.stderr == "False\n"
    assert "qa-eval" in done.stdout


def test_every_verb_is_in_the_help_with_what_it_does():
    meanings = dict(start.verbs())
    assert tuple(meanings) == plugins.built_in("commands")
    for name, meaning in meanings.items():
        assert len(meaning) > 10, name
    text = start.help_text(meanings.items(), width=80)
    assert all(f"\n  {name} " in text for name in meanings)
    listed = text.partition("Commands:\n")[2].partition("\n\n")[0]
    assert max(len(line) for line in listed.splitlines()) <= 80


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("begun", ["", "r", "re", "run", "zebra"])
def test_the_first_word_is_completed_at_once_to_the_verbs_that_the_command_line_knows(shell, begun):
    asked = {"_QA_EVAL_COMPLETE": f"{shell}_complete", "COMP_WORDS": f"qa-eval {begun}", "COMP_CWORD": "1"}
    done = python(LIGHT, **asked)
    step = 1 if shell == "bash" else 3
    place = 0 if shell == "bash" else 1
    found = done.stdout.splitlines()[place::step]
    said = by_the_whole_command_line(**asked).strip()
    assert found == said.splitlines()[place::step]
    assert done.stderr == "False\n"


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [("qa-eval --", "1", "plain,--version"), ("qa-eval run --res", "2", "plain,--resume")],
)
def test_anything_else_is_completed_by_the_command_line(words, number, expected):
    done = python(LIGHT, _QA_EVAL_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=number)
    assert expected in done.stdout.splitlines()


def test_the_verb_of_another_package_is_in_the_help(tmp_path):
    brought = tmp_path / "visitor-1.0.dist-info"
    brought.mkdir()
    (brought / "METADATA").write_text("Metadata-Version: 2.1\nName: visitor\nVersion: 1.0\n")
    (brought / "entry_points.txt").write_text("[qa_eval.commands]\nvisit = visitor:command\n")
    (tmp_path / "visitor.py").write_text(
        "from qa_eval.cli import verb\n\n@verb('visit')\ndef command():\n    '''Come and see.'''\n"
    )
    done = python(LIGHT, "--help", PYTHONPATH=str(tmp_path))
    assert any(line.split() == ["visit", "Come", "and", "see."] for line in done.stdout.splitlines())
    words = {"_QA_EVAL_COMPLETE": "bash_complete", "COMP_WORDS": "qa-eval vi", "COMP_CWORD": "1"}
    assert python(LIGHT, PYTHONPATH=str(tmp_path), **words).stdout == "plain,visit\n"


def test_an_output_that_cannot_say_a_sign_gets_another_for_it():
    done = python(LIGHT, "--help", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "Exit codes: 0 fine ? 1 gate missed" in done.stdout


def test_ctrl_c_while_the_command_line_is_imported_is_an_interruption_and_no_traceback():
    code = """if True:
        import sys
        from qa_eval import start
        class Interrupting:
            def find_spec(self, name, *_):
                if name == "qa_eval.cli":
                    raise KeyboardInterrupt
        sys.meta_path.insert(0, Interrupting())
        start.main()"""
    done = subprocess.run([sys.executable, "-c", code, "list", "runs"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "interrupted\n")


ENDING = """if True:
    import atexit, sys, threading
    {before}
    from qa_eval import start
    class Lasting:
        def __del__(self):
            print("taken apart")
    def late():
        threading.main_thread().join()
        print("thread over")
    class Beside:
        def find_spec(self, name, *_):
            if name == "qa_eval.cli":
                sys.lasting = Lasting()
                atexit.register(print, "handler ran")
                threading.Thread(target=late).start()
    sys.meta_path.insert(0, Beside())
    sys.argv = ["qa-eval", {argument!r}]
    start.main()"""


@pytest.mark.parametrize(("argument", "code"), [("nonsense", 2), ("doctor", 0)])
def test_a_process_ends_with_its_code_once_threads_and_handlers_are_over_and_takes_nothing_apart(argument, code):
    ending = ENDING.format(before="", argument=argument)
    done = subprocess.run([sys.executable, "-c", ending], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert done.stdout.splitlines()[-2:] == ["thread over", "handler ran"]


UNCLOSED = """
LOG = open("log.txt", "a")

def answer(question):
    LOG.write("asked\\n")
    return "155 mm"
"""


def test_what_an_answerers_module_leaves_open_is_written(tmp_path):
    (tmp_path / "own.py").write_text(UNCLOSED)
    command = [sys.executable, "-m", "qa_eval", "run", "--answerer", "own.py", "--limit", "3", "--output", "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert set((tmp_path / "log.txt").read_text().splitlines()) == {"asked"}


def test_what_was_to_run_at_the_end_before_the_command_line_started_still_does():
    ending = ENDING.format(before="atexit.register(print, 'registered before')", argument="doctor")
    done = subprocess.run([sys.executable, "-c", ending], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "registered before" in done.stdout
