"""The conformance script counts rows that are read right, by suite."""

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "conformance.py"
ROWS = [
    ("number", "twelve of them", [("twelve", {"value": "12"})]),
    ("number", "twelve of them", [("twelve", {"value": "13"})]),
    ("number-range", "more than 5", [("more than 5", {"value": "(5,)"})]),
    ("currency", "it costs $5", [("$5", {"value": "5", "unit": "Dollar"})]),
    ("dimension", "a 5 km walk", [("5 km", {"value": "5", "unit": "Kilometer"})]),
    ("dimension", "no walk at all", []),
    ("temperature", "at -5 °C", [("-5 °C", {"value": "-5", "unit": "C"})]),
    ("date", "back on 22 April 2016", [("22 April 2016", {"Timex": "2016-04-22"})]),
    ("date", "back on 22 April 2016", [("22 April 2016", {"Timex": "2016-04-23"})]),
    ("date", "back tomorrow", [("tomorrow", {"Timex": "2016-11-08"})]),
    ("duration", "for 3 months", [("3 months", {"FutureResolution": {"duration": "7776000"}})]),
    ("duration", "for 3 months", [("3 months", {"FutureResolution": {"duration": "7776001"}})]),
    ("no such suite", "5", []),
]


def test_the_share_of_rows_read_right_is_counted_by_suite(tmp_path):
    path = tmp_path / "rows.jsonl"
    lines = [
        {
            "suite": suite,
            "input": text,
            "results": [
                {"text": found, "start": text.index(found), "type": suite, "resolution": resolution}
                for found, resolution in results
            ],
        }
        for suite, text, results in ROWS
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(path), "--wrong"], capture_output=True, text=True, check=True
    )
    shares = {line.split()[0]: line.split()[1:4] for line in done.stdout.splitlines() if " of " in line and "=" in line}
    assert shares["number"] == ["1", "of", "2"]
    assert shares["dimension"] == ["2", "of", "2"]
    assert shares["date"] == ["2", "of", "3"]
    assert shares["duration"] == ["1", "of", "2"]
    assert shares["currency"] == shares["temperature"] == shares["number-range"] == ["1", "of", "1"]
    assert "rows.jsonl:2: number" in done.stdout
    assert "no such suite" not in done.stdout
