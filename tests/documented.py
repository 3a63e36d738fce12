"""The code blocks of a Markdown page, and how they are run.

A `console` block shows commands after `$ ` (continued after `> `) and, where it shows anything else, what they print: "..."
stands for anything. An `sh` block holds commands only. A `python` block is run as it stands. A block of any kind is a file
instead when its first line is `# NAME.SUFFIX`, or `<!-- file: NAME -->` stands before it. The blocks of a page share one
folder, in order; `<!-- not run: REASON -->` before a block excuses it.
"""

import doctest
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import commandline
from markdown_it import MarkdownIt

SHELLS = {"sh", "bash", "shell"}
NAMED = re.compile(r"# ([\w./-]+\.\w+)\n")
MARK = re.compile(r"<!-- (not run|file): (.+?) -->")
PROGRAMS = Path(sys.executable).parent
LIKE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True)
class Block:
    """A fenced block: where it is, below which heading, what it is, and what stands before it."""

    page: Path
    line: int
    language: str
    text: str
    file: str = ""
    excuse: str = ""
    section: str = ""

    @property
    def place(self):
        return f"{self.page.relative_to(commandline.ROOT)}:{self.line}"

    @property
    def runs(self):
        return not self.file and self.language in {"console", "python", *SHELLS}


def blocks(page):
    """The fenced blocks of a page, in order."""
    marks, found, section, before = {}, [], "", None
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type == "html_block":
            marks.update(MARK.findall(token.content))
        elif token.type == "fence":
            named = NAMED.match(token.content)
            file = marks.get("file") or (named[1] if named else "")
            language = token.info.split()[0] if token.info.strip() else ""
            excuse = marks.get("not run", "")
            found.append(Block(page, token.map[0] + 1, language, token.content, file, excuse, section))
            marks = {}
        elif token.type.endswith("_open"):
            marks = {}
        elif before == "heading_open":
            section = token.content
        before = token.type
    return found


def unfenced(page):
    """The lines of a page's code that is indented instead of fenced: nobody would run it."""
    tokens = MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8"))
    return [token.map[0] + 1 for token in tokens if token.type == "code_block"]


def steps(text):
    """The commands of a console block, each with what it prints, "" for not shown."""
    found = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append([line[2:], []])
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1][0] += f"\n{line[2:]}"
        else:
            assert found, f"output before any command: {line!r}"
            found[-1][1].append(line)
    return [(command, "\n".join(printed).strip()) for command, printed in found]


def do(block, folder, programs=PROGRAMS, **environment):
    """Write or run a block in a folder; what it shows must be what it prints. Returns what it printed last.

    Commands are looked for in ``programs`` first: beside the Python that runs this.
    """
    printed = ""
    if block.file:
        path = folder / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
    elif block.language == "console":
        for command, shown in steps(block.text):
            printed = _run(["bash", "-c", command], folder, block, programs, environment)
            same = not shown or doctest.OutputChecker().check_output(f"{shown}\n", printed, LIKE)
            assert same, f"{block.place}: $ {command}\nshows\n{shown}\nand prints\n{printed}"
    elif block.runs:
        command = ["bash", "-ec"] if block.language in SHELLS else [str(programs / "python"), "-c"]
        printed = _run([*command, block.text], folder, block, programs, environment)
    return printed


def _run(command, folder, block, programs, more):
    """What a command prints to both streams; it must end well."""
    home = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / ".cache")}
    environment = commandline.environment(COLUMNS="100", **home, **more)
    environment["PATH"] = f"{programs}:{environment['PATH']}"
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,  # a busy machine takes its time
        check=False,
    )
    assert done.returncode == 0, f"{block.place}: exit code {done.returncode}\n{command[-1]}\n{done.stdout}"
    return done.stdout
