"""The commands that ``table.py`` compares, each as somebody would run it, and how they are installed."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PLACE = HERE.parent.parent / ".bench"
OURS = Path(sys.executable).with_name("qa-eval")


@dataclass(frozen=True, slots=True)
class Tool:
    """A command line to compare with. ``few`` and ``many`` questions give its slope: as many as can be waited for.

    ``command`` may say {questions}, {seconds}, {out}; ``help`` shows its help; ``package`` is what is installed.
    """

    name: str
    command: tuple[str, ...]
    help: tuple[str, ...] = ()
    package: str = ""
    few: int = 1_000
    many: int = 10_000
    waits: bool = True  # whether it can ask somebody who takes his time
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def program(self) -> Path:
        """What has to be there."""
        return Path(self.command[0])


def _in(environment: str, program: str) -> str:
    return str(PLACE / environment / "bin" / program)


_OURS = (str(OURS), "run", "-q", "{questions}", "--output", "{out}", "-a")
_ANSWERING = f"{HERE / 'answering.py'}:"
_PROMPTFOO = str(PLACE / "promptfoo" / "node_modules" / ".bin" / "promptfoo")

FLOOR = Tool(
    "floor",
    (sys.executable, str(HERE / "floor.py"), "{questions}", "{seconds}", "{out}"),
    (sys.executable, "-c", "pass"),
)
FLOOR_WEB = Tool("aiohttp alone", (sys.executable, str(HERE / "floor_web.py"), "{questions}", "{port}", "{out}"))
QA_EVAL = Tool("qa-eval", (*_OURS, "oracle"), (str(OURS), "--help"))
WAITING = {
    "qa-eval, async": Tool("qa-eval, async", (*_OURS, f"{_ANSWERING}on_the_loop")),
    "qa-eval, threads": Tool("qa-eval, threads", (*_OURS, f"{_ANSWERING}in_a_thread")),
    "qa-eval, HTTP": Tool("qa-eval, HTTP", (*_OURS, "http://127.0.0.1:{port}/")),
}
RIVALS = (
    Tool(
        "lm_eval",
        (_in("lm-eval", "python"), str(HERE / "with_lm_eval.py"), "{questions}", "{seconds}", "{out}"),
        (_in("lm-eval", "lm_eval"), "--help"),
        "lm_eval",
        environment={"HF_HUB_OFFLINE": "1", "HF_DATASETS_CACHE": "{out}/cache"},
    ),
    Tool(
        "promptfoo",
        (
            *(_PROMPTFOO, "eval", "-c", str(HERE / "promptfoo.config.cjs"), "-j", "64"),
            *("--no-cache", "--no-progress-bar", "--no-table", "-o", "{out}/report.json", "-o", "{out}/report.html"),
        ),
        (_PROMPTFOO, "--help"),
        "promptfoo",
        few=300,
        many=1_500,
        environment={
            "PROMPTFOO_DISABLE_TELEMETRY": "1",
            "PROMPTFOO_DISABLE_UPDATE": "1",
            "PROMPTFOO_DISABLE_DEBUG_LOG": "1",
            "PROMPTFOO_DISABLE_ERROR_LOG": "1",
            "PROMPTFOO_CONFIG_DIR": "{out}/home",
        },
    ),
    Tool(
        "inspect-ai",
        (
            *(_in("inspect-ai", "inspect"), "eval", "with_inspect_ai.py", "-T", "questions={questions}"),
            *("-T", "seconds={seconds}", "--log-dir", "{out}", "--model", "mockllm/model", "--max-samples", "64"),
        ),
        (_in("inspect-ai", "inspect"), "--help"),
        "inspect-ai",
        few=200,
        many=1_000,
        environment={"INSPECT_DISPLAY": "none"},
    ),
    Tool(
        "deepeval",
        (_in("deepeval", "python"), str(HERE / "with_deepeval.py"), "{questions}", "{seconds}", "{out}"),
        (_in("deepeval", "deepeval"), "--help"),
        "deepeval",
        few=30,
        many=120,
        waits=False,
        environment={"DEEPEVAL_TELEMETRY_OPT_OUT": "YES"},
    ),
)


def install(tool: Tool) -> str:
    """Install a tool into an environment of its own, unless it is there; return why that cannot be done, or ""."""
    if not tool.package or tool.program.exists():
        return ""
    PLACE.mkdir(exist_ok=True)
    print(f"installing {tool.package} into {PLACE.name}/ …", file=sys.stderr)
    if tool.package == "promptfoo":
        (PLACE / "promptfoo").mkdir(exist_ok=True)
        steps = [("npm", "install", "--no-fund", "--no-audit", "--silent", "promptfoo")]
        return _all(steps, PLACE / "promptfoo")
    home = tool.program.parent.parent
    pip = (str(home / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", tool.package)
    return _all([(sys.executable, "-m", "venv", str(home)), pip], PLACE)


def _all(steps: list[tuple[str, ...]], place: Path) -> str:
    for step in steps:
        try:
            done = subprocess.run(step, cwd=place, capture_output=True, text=True, check=False, env=os.environ)
        except OSError as error:
            return f"{step[0]}: {error.strerror}"
        if done.returncode:
            return (done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}").splitlines()[-1]
    return ""
