"""Every reporter writes the made-up report exactly as accepted; `pytest tests/test_golden.py --accept` takes a new form."""

import json
import re
from pathlib import Path

import made
import pytest
from pyarrow import parquet

from qa_eval import plugins, report

GOLDEN = Path(__file__).parent / "golden"
# what a program built or packed is held by other tests: its bytes say nothing to a reader
READABLE = re.compile(r"(<(?:script|style)[^>]*>).*?(</(?:script|style)>)|sha256-[\w+/=]+", re.DOTALL)


# one that logs elsewhere writes down where, which is new each time; tests/adapters holds it
HERE = [
    name
    for name in plugins.built_in("reporters")
    if not getattr(plugins.find("reporters", name).load(), "elsewhere", False)
]


@pytest.mark.parametrize("name", HERE)
def test_a_report_is_written_as_accepted(name, tmp_path, request):
    written = report.write(made.report(), name, tmp_path)
    golden = GOLDEN / written.name
    if written.suffix == ".parquet":  # what it says, a row a line
        rows = parquet.read_table(written).to_pylist()
        text = "".join(json.dumps(row) + "\n" for row in rows)
        golden = golden.with_suffix(".parquet.jsonl")
    else:
        text = written.read_bytes().decode()
    if written.suffix == ".html":
        text = READABLE.sub(r"\1\2", text)
    if request.config.getoption("--accept"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="")
    assert golden.exists(), f"no golden file; look at {written} and run with --accept"
    assert text == golden.read_bytes().decode()


@pytest.mark.parametrize("name", HERE)
def test_the_same_report_is_the_same_bytes(name, tmp_path):
    first = report.write(made.report(), name, tmp_path).read_bytes()
    assert report.write(made.report(), name, tmp_path).read_bytes() == first
