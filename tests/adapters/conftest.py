"""Each other harness lives in an environment of its own, in .adapters/: `make test-adapters` installs and runs them all."""

import contextlib
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path

import commandline
import documented
import pytest

HOME = commandline.ROOT / ".adapters"
QUESTIONS = """\
schema: 1
name: bridge
version: "1.0"
document: {text: "The bridge is 155 metres long. Anna Keller led the work."}
questions:
  - {id: length, question: "How long is the bridge?", type: quantity, answer: "155 metres", evidence: ["155 metres"]}
  - {id: engineer, question: "Who led the work?", type: entity, answer: "Anna Keller", accepted: [Keller]}
  - {id: cost, question: "What did it cost?", type: unanswerable}
"""


class Place:
    """A harness's environment, and a folder to work in."""

    def __init__(self, name, folder):
        self.bin = HOME / name / "bin"
        self.folder = folder
        (folder / "bridge.yaml").write_text(QUESTIONS, encoding="utf-8")

    def run(self, program, *arguments, code=0, **more):
        """Run a program of the environment; its exit code must be ``code``."""
        return run([str(self.bin / program), *map(str, arguments)], self.folder, code, **more)

    def python(self, code, **more):
        """Run Python code there and return what it printed last, as JSON."""
        (self.folder / "code.py").write_text(code, encoding="utf-8")
        return json.loads(self.run("python", "code.py", **more).stdout.splitlines()[-1])

    def follow(self, page, section, **environment):
        """Do what a page shows below a heading, but for installing; return what each block printed last."""
        blocks = [block for block in documented.blocks(commandline.ROOT / "docs" / page) if block.section == section]
        assert blocks, f"{page} has no code below {section!r}"
        printed = []
        for block in blocks:
            kept = [line for line in block.text.splitlines() if not line.startswith("pip install")]
            todo = replace(block, text="\n".join([*kept, ""]))
            printed.append(documented.do(todo, self.folder, self.bin, **environment))
        return printed

    @contextlib.contextmanager
    def server(self, program, *arguments, ready):
        """Run a server of the environment until its address answers; yields its port."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [str(self.bin / program), *arguments, "--port", str(port)]
        log = self.folder / "server.log"
        with (
            log.open("w") as written,
            subprocess.Popen(
                command,
                cwd=self.folder,
                env=commandline.environment(HF_HUB_OFFLINE="1"),
                stdout=written,
                stderr=written,
            ) as running,
        ):
            try:
                for _ in range(240):
                    with contextlib.suppress(urllib.error.URLError, ConnectionError):
                        urllib.request.urlopen(f"http://localhost:{port}{ready}", timeout=5).close()
                        break
                    assert running.poll() is None, log.read_text()
                    time.sleep(0.5)
                yield port
            finally:
                running.terminate()

    def qa_eval(self, *arguments, **more):
        """Run our command line there with --json and return its object."""
        return json.loads(self.run("python", "-m", "qa_eval", *arguments, "--json", **more).stdout)


def run(command, folder, code=0, **more):
    """Run a command in a folder and return the finished process."""
    environment = commandline.environment(HF_HUB_OFFLINE="1", HF_HOME=str(folder / "home"), **more)
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=280, check=False, env=environment
    )
    assert done.returncode == code, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture
def place(request, tmp_path):
    """The environment that the test module is named after: test_with_NAME.py."""
    name = Path(request.module.__file__).stem.removeprefix("test_with_")
    if not (HOME / name / "bin" / "python").exists():
        pytest.skip(f"{name} is not installed: make test-adapters")
    return Place(name, tmp_path)


@pytest.fixture
def promptfoo(tmp_path):
    """promptfoo's command line, run by the Node.js that the tests install."""
    program = HOME / "promptfoo" / "node_modules" / ".bin" / "promptfoo"
    if not program.exists():
        pytest.skip("promptfoo is not installed: make test-adapters")
    (tmp_path / "bridge.yaml").write_text(QUESTIONS, encoding="utf-8")
    node = commandline.ROOT / ".venv" / "bin"

    def call(*arguments, code=0):
        return run(
            [str(program), *map(str, arguments)],
            tmp_path,
            code,
            PATH=f"{node}{os.pathsep}{os.environ['PATH']}",
            PROMPTFOO_PYTHON=str(node / "python"),
            PROMPTFOO_CONFIG_DIR=str(tmp_path / "promptfoo"),
            PROMPTFOO_DISABLE_TELEMETRY="1",
            PROMPTFOO_DISABLE_UPDATE="1",
            PROMPTFOO_DISABLE_REMOTE_GENERATION="1",
        )

    return call
