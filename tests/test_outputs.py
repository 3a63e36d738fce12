"""What other harnesses write is told by its content and read as predictions."""

import io
import json
import struct
import zipfile

import commandline
import pyarrow as pa
import pytest

from qa_eval.errors import DatasetError
from qa_eval.model import Failure
from qa_eval.predictions import load_predictions


def sample(name, said, epoch=1, **more):
    choices = [] if said is None else [{"message": {"role": "assistant", "content": said}, "stop_reason": "stop"}]
    completion = {} if not isinstance(said, str) else {"completion": said}
    return {
        "id": name,
        "epoch": epoch,
        "input": "?",
        "target": "x",
        "output": {"model": "m", "choices": choices, **completion},
        **more,
    }


SAMPLES = [
    sample("a", "170 mm"),
    sample("a", "another epoch", epoch=2),
    sample(2, [{"type": "reasoning", "reasoning": "hm"}, {"type": "text", "text": "Ada"}]),
    sample("c", None, error={"message": "boom"}),
]
LOG = {"version": 2, "status": "success", "eval": {"task": "t"}, "samples": SAMPLES}


def archive(compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as made:
        made.writestr("header.json", json.dumps({key: LOG[key] for key in ("version", "status", "eval")}))
        for one in SAMPLES:
            made.writestr(f"samples/{one['id']}_epoch_{one['epoch']}.json", json.dumps(one))
    return stream.getvalue()


def archive_of_zstandard():
    """An archive as newer logs are: a stored one whose members are packed by Zstandard, and say so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
        for one in SAMPLES:
            plain = json.dumps(one).encode()
            made.writestr(
                f"samples/{one['id']}_epoch_{one['epoch']}.json", pa.compress(plain, codec="zstd", asbytes=True)
            )
    data = bytearray(stream.getvalue())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as made:
        sizes = {f"samples/{one['id']}_epoch_{one['epoch']}.json": len(json.dumps(one)) for one in SAMPLES}
        place = made.start_dir
        for member in made.infolist():
            struct.pack_into("<H", data, member.header_offset + 8, 93)
            struct.pack_into("<H", data, place + 10, 93)
            struct.pack_into("<L", data, place + 24, sizes[member.filename])
            name, extra, comment = struct.unpack_from("<3H", data, place + 28)
            place += 46 + name + extra + comment
    return bytes(data)


LM_EVAL = [
    {
        "doc_id": 0,
        "doc": {"id": "a"},
        "target": "x",
        "resps": [["170 mm\n"]],
        "filtered_resps": ["170 mm"],
        "filter": "none",
    },
    {
        "doc_id": 1,
        "doc": {"question": "?"},
        "target": "x",
        "resps": [["Ada"]],
        "filtered_resps": [["Ada"]],
        "filter": "none",
    },
    {
        "doc_id": 0,
        "doc": {"id": "a"},
        "target": "x",
        "resps": [["170 mm"]],
        "filtered_resps": ["170"],
        "filter": "digits",
    },
]
PROMPTFOO = {
    "evalId": "eval-x",
    "results": {
        "version": 3,
        "results": [
            {"provider": {"id": "p"}, "promptIdx": 0, "vars": {"id": "a"}, "response": {"output": "170 mm"}},
            {
                "provider": {"id": "p"},
                "promptIdx": 0,
                "vars": {},
                "testCase": {"metadata": {"id": "b"}},
                "error": "boom",
            },
            {"provider": {"id": "p"}, "promptIdx": 0, "vars": {"id": "c"}, "response": {"output": {"x": 1}}},
        ],
    },
}
BOOM = Failure("exception", "boom")
INSPECTED = {"a": "170 mm", "2": "Ada", "c": BOOM}
# a file's name, what it holds, the answers that are read
READ = [
    ("log.json", json.dumps(LOG, indent=2).encode(), INSPECTED),
    ("log.eval", archive(), INSPECTED),
    ("packed.eval", archive_of_zstandard(), INSPECTED),
    ("samples_t.jsonl", "\n".join(map(json.dumps, LM_EVAL)).encode(), {"a": "170 mm", "1": "Ada"}),
    ("out.json", json.dumps(PROMPTFOO).encode(), {"a": "170 mm", "b": BOOM, "c": '{"x": 1}'}),
    (
        "newer.json",
        json.dumps({"version": 4, "description": "d" * 300, **PROMPTFOO}).encode(),
        {"a": "170 mm", "b": BOOM, "c": '{"x": 1}'},
    ),
    ("inner.json", json.dumps(PROMPTFOO["results"]).encode(), {"a": "170 mm", "b": BOOM, "c": '{"x": 1}'}),
    ("plain.json", b'{"a": "170 mm", "eval": "x", "version": "y"}', {"a": "170 mm", "eval": "x", "version": "y"}),
    ("plain.jsonl", b'{"id": "a", "answer": "170 mm"}', {"a": "170 mm"}),
]


@pytest.mark.parametrize(("name", "data", "answers"), READ, ids=[name for name, _, _ in READ])
def test_an_output_is_read_as_predictions(tmp_path, name, data, answers):
    (tmp_path / name).write_bytes(data)
    assert load_predictions(tmp_path / name) == answers


def two_providers():
    rows = PROMPTFOO["results"]["results"]
    return {**PROMPTFOO, "results": {"results": [rows[0], {**rows[0], "provider": {"id": "q"}}]}}


# a file's name, what it holds, what is said of it
WRONG = [
    ("out.json", json.dumps(two_providers()), "the answers of p with prompt 1, q with prompt 1"),
    (
        "out.json",
        json.dumps({**PROMPTFOO, "results": {"results": [{"provider": "p", "vars": {}}]}}),
        "result 1 has no id",
    ),
    ("out.json", json.dumps({"evalId": "x", "results": {"results": []}}), "the file holds no answer"),
    (
        "out.json",
        json.dumps({"evalId": "x", "results": {"table": {}}}),
        "this looks like promptfoo's, but has no list of results",
    ),
    (
        "out.json",
        json.dumps({"results": {"table": {}}, "stats": {}}),
        "an output of another harness, inspect_ai, lm_eval, promptfoo, is told",
    ),
    ("s.jsonl", '{"doc_id": 0, "filtered_resps": [[-1.5, false]], "filter": "none"}', "the task generates no text"),
    ("s.jsonl", '{"doc_id": 0, "filter', "Unterminated string"),
    ("log.eval", "no zip", "the file is no log of inspect_ai"),
    ("log.json", json.dumps({**LOG, "samples": [SAMPLES[0], SAMPLES[0]]}), 'sample 2: the id "a" has two answers'),
]


@pytest.mark.parametrize(("name", "text", "said"), WRONG)
def test_an_output_that_cannot_be_used_is_told(tmp_path, name, text, said):
    (tmp_path / name).write_text(text)
    with pytest.raises(DatasetError, match=said):
        load_predictions(tmp_path / name)


def test_an_output_is_scored_replayed_and_told_of_its_failures(tmp_path):
    commandline.run("new", "dataset", "bridge", cwd=tmp_path)
    said = {
        "bridge-length": "155 m",
        "opening-date": "4 May 1911",
        "engineer": None,
        "designer-nationality": "not stated",
    }
    log = {**LOG, "samples": [sample(name, text) for name, text in said.items()]}
    (tmp_path / "log.json").write_text(json.dumps(log))
    told = commandline.data("score", "bridge.yaml", "log.json", cwd=tmp_path, code=3)
    assert [row["verdict"] for row in told["results"]] == ["correct", "correct", "failed", "correct"]
    assert "3 correct" in commandline.run("run", "bridge.yaml", "-a", "replay:log.json", cwd=tmp_path, code=3).stdout


@pytest.mark.parametrize("name", ["log.json", "out.json"])
def test_the_error_of_another_harness_is_why_an_answer_failed(tmp_path, name):
    (tmp_path / "set.jsonl").write_text(
        "".join(json.dumps({"id": each, "question": "?", "answers": ["x"]}) + "\n" for each in "abc")
    )
    (tmp_path / name).write_text(json.dumps(LOG if name == "log.json" else PROMPTFOO))
    streamed = commandline.run("score", "set.jsonl", name, "--jsonl", cwd=tmp_path, code=3).stdout.splitlines()
    failed = [row for row in map(json.loads, streamed) if row["verdict"] == "failed"]
    assert [(row["reason"], "boom" in row["message"]) for row in failed] == [("answerer_failed", True)]
    folder = commandline.data("score", "set.jsonl", name, "--report", "md", cwd=tmp_path, code=3)["folder"]
    said = commandline.run("show", folder, failed[0]["id"], cwd=tmp_path).stdout
    assert "failed   exception after 1 attempt: boom" in said
