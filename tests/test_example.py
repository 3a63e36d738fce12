"""The committed example is what its one command writes, and holds no trace of where it was written."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMMITTED = ROOT / "reports" / "example"


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """The example, written again in another process."""
    folder = tmp_path_factory.mktemp("example")
    subprocess.run([sys.executable, ROOT / "scripts" / "example.py", folder], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", ["report.html", "report.md"])
def test_the_example_is_rebuilt_byte_for_byte(rebuilt, name):
    same = (rebuilt / name).read_bytes() == (COMMITTED / name).read_bytes()
    assert same, "reports/example is not what is written now: look at the difference, then `make example`"


def test_the_example_names_no_place_of_this_machine(rebuilt):
    text = (rebuilt / "report.html").read_text(encoding="utf-8") + (rebuilt / "report.md").read_text(encoding="utf-8")
    assert str(ROOT) not in text
    assert str(Path.home()) + "/" not in text


def test_the_example_shows_three_answerers_and_what_changed(rebuilt):
    text = (rebuilt / "report.md").read_text(encoding="utf-8")
    assert all(f"{name}.jsonl" in text for name in ("lexical", "careful", "hasty"))
