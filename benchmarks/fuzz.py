"""Throw mutated bytes at what reads other people's files and texts: no crash, no hang, no time beyond linear.

python benchmarks/fuzz.py loaders|reading|journal [SECONDS] [--by atheris,hypothesis] spends so long with each of the two: atheris,
in an environment of its own under .bench/, looks for bytes that reach new lines; hypothesis grows parts of inputs to tens of
kilobytes, where time beyond linear shows. What is found is printed as bytes, and belongs into the tests.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".bench" / "atheris"
SUFFIXES = ("yaml", "jsonl", "json", "csv")
ENOUGH = 0.5  # seconds for anything
LONGEST_ACCEPTED = 500  # characters
EACH = 5e-5  # seconds a byte besides
LARGEST = 60_000  # bytes that hypothesis grows to

SEEDS = {
    "loaders": [
        b'\x00schema: 1\nname: a\nversion: "1"\nquestions:\n  - id: x\n    question: "What?"\n    type: quantity\n    answer: "5 km"\n',
        b'\x01{"id": "a", "question": "When?", "answers": ["27 March 2023", "2023"], "tolerance": "1%"}\n',
        b'\x02{"questions": [{"id": "a", "question": "Who?", "answers": [["Ada", "Grace"]]}]}',
        b'\x03id,question,answers,type\na,What?,"5 km|5,000 m",quantity\n',
        b'\x04{"id": "a", "answer": "5"}\n',
        b"\x07id,answer\na,5\n",
        b'\x05{"doc_id": 0, "doc": {"id": "a"}, "filter": "none", "filtered_resps": ["5"]}\n',
        b'\x06{"evalId": "e", "results": {"results": [{"provider": {"id": "p"}, "vars": {"id": "a"}, "response": {"output": "5"}}]}}',
        (b'\x06{"version": 2, "status": "success", "eval": {}, "samples": [{"id": "a", "epoch": 1,'
         b' "output": {"choices": [{}], "completion": "5"}}]}'),
    ],
    "reading": [
        "about 1.3 million km² (500 sq mi), not 12,000–13,000; five and a half".encode(),
        b"27 March 2023, 27.3.2023, the 1990s, last fall, 4th century BC",
        b"Yes, no. I don't know; General Kyrylo Budanov and Zelensky, or either",
    ],
    "journal": [
        (b'{"id":"q1","answerer":"me","answer":"5 km","seconds":0.1,"verdict":"correct","value":1.0,"reason":"exact",'
        b'"message":"m","read":"5","gold":"5","exact_match":true,"f1":1.0}\n'),
        b'{"schema": 1, "signature": {}, "started": "2026-01-01T00:00:00+00:00"}',
    ],
}  # fmt: skip


def loaders(data: bytes, folder: Path) -> None:
    """Load a dataset or predictions of any format."""
    from qa_eval import dataset  # noqa: PLC0415 - measured apart
    from qa_eval.errors import QaEvalError  # noqa: PLC0415 - as above
    from qa_eval.predictions import load_predictions  # noqa: PLC0415 - as above

    kind = data[0] % (2 * len(SUFFIXES)) if data else 0
    path = folder / f"file.{SUFFIXES[kind % len(SUFFIXES)]}"
    path.write_bytes(data[1:])
    try:
        if kind < len(SUFFIXES):
            dataset.load(path)
        else:
            load_predictions(path)
    except QaEvalError as error:
        str(error)


def reading(data: bytes, folder: Path) -> None:  # noqa: ARG001 - what every target is given
    """Read a text as everything it could be, and score it as an answer of every type."""
    from qa_eval import model  # noqa: PLC0415 - as above
    from qa_eval.scorers.strict import Scorer  # noqa: PLC0415 - as above

    try:
        text = data.decode("utf-8", "surrogatepass")  # lone surrogates occur in answers
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    document = model.Document("d", "In 2023 it was 170 mm and 1,300 km² in Kyiv.")
    answers: tuple[model.Answer, ...] = (
        model.QuantityAnswer("170 mm"),
        model.DateAnswer("27 March 2023"),
        model.EntityAnswer("Kyrylo Budanov"),
        model.PhraseAnswer("lack of combat experience"),
        model.ListAnswer((("fuel",), ("technology",))),
        model.YesNoAnswer(yes=True),
        model.Unanswerable(),
    )
    for answer in answers:
        accepted = model.accepted_texts(answer)
        score = Scorer().score(model.Question("q", text[:200] or "?", answer, accepted), text, document)
        if not 0 <= score.value <= 1:
            raise ValueError(f"a value of {score.value}")
    if 0 < len(text) < LONGEST_ACCEPTED:  # and as what is accepted
        for kind in (model.QuantityAnswer, model.DateAnswer, model.EntityAnswer, model.PhraseAnswer):
            Scorer().score(model.Question("q", "What?", kind(text), (text,)), "170 mm", document)


def journal(data: bytes, folder: Path) -> None:
    """Read a run's files."""
    from qa_eval import journal as journals  # noqa: PLC0415 - as above
    from qa_eval import snapshot  # noqa: PLC0415 - as above
    from qa_eval.engine import Run  # noqa: PLC0415 - as above
    from qa_eval.errors import QaEvalError  # noqa: PLC0415 - as above

    for name in (journals.RESULTS, journals.HEADER):
        (folder / name).write_bytes(data)
    (folder / journals.DATASET).write_bytes(gzip.compress(data, 1) if len(data) % 2 else data)
    kept = journals.Journal(folder)
    for _, result in kept.recover():
        if journals.decode(journals.encode(result)) != result:
            raise ValueError(f"{result} does not survive its line")
    kept.close()
    for read in (lambda: snapshot.restore(data.decode("utf-8", "replace").splitlines()), lambda: Run.load(folder)):
        try:
            read()
        except QaEvalError as error:
            str(error)


TARGETS = {"loaders": loaders, "reading": reading, "journal": journal}


def timed(name: str, data: bytes, folder: Path) -> None:
    """Try one input; too slow, and that twice (the first may have imported a library), is a finding too."""
    for last in (False, True):
        started = time.process_time()
        TARGETS[name](data, folder)
        took = time.process_time() - started
        if took <= ENOUGH + EACH * len(data):
            return
        if last:
            raise TimeoutError(f"{took:.2f} s for {len(data)} bytes")


def place() -> Path:
    """Return a new folder, in memory where there is one."""
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of our own is made in it
    return Path(tempfile.mkdtemp(dir=memory, prefix="fuzz-"))


def by_atheris(name: str, seconds: int) -> None:
    """Fuzz, within the environment that has atheris; ends the process."""
    import atheris  # noqa: PLC0415 - only there

    with atheris.instrument_imports(include=["qa_eval"]):
        for module in ("dataset.build", "engine", "predictions", "scorers.strict"):
            importlib.import_module(f"qa_eval.{module}")
    folder = place()
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS[name]):
        (corpus / str(number)).write_bytes(seed)
        timed(name, seed, folder)
    limits = (f"-max_total_time={seconds}", "-max_len=4096", "-timeout=20", f"-artifact_prefix={folder}/")
    atheris.Setup([sys.argv[0], str(corpus), *limits], lambda data: timed(name, data, folder))
    atheris.Fuzz()


def in_an_environment(name: str, seconds: int) -> int | None:
    """Fuzz by atheris in an environment that has it; return the exit code, None where it cannot be had."""
    python = HOME / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
    install = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "atheris", "-e", str(ROOT)]
    if subprocess.run([str(python), "-c", "import atheris, qa_eval"], capture_output=True, check=False).returncode:
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"atheris is left out, it cannot be installed: {done.stderr.strip().splitlines()[-1]}")
            return None
    command = [str(python), __file__, name, str(seconds)]
    return subprocess.run(command, env={**os.environ, "FUZZING": "1"}, check=False).returncode


def grown(name: str) -> SearchStrategy[bytes]:
    """Return inputs: a seed with pieces changed, and one part of it repeated up to LARGEST bytes."""
    from hypothesis import strategies as st  # noqa: PLC0415 - not in the environment of atheris

    seeds = SEEDS[name]
    words = sorted(
        {word for seed in seeds for word in seed.split()} | {b"\n", b" ", b",", b"0", b"[", b"{", b'"', b"- "}
    )
    piece = (
        st.sampled_from(words)
        | st.binary(max_size=4)
        | st.text(max_size=4).map(lambda text: text.encode(errors="surrogatepass"))
    )
    cut = st.tuples(st.integers(0, 400), st.integers(0, 30))

    def made(seed: bytes, changes: list[tuple[tuple[int, int], bytes]], part: tuple[int, int], times: int) -> bytes:
        kind, data = (seed[:1], seed[1:]) if name == "loaders" else (b"", seed)
        for (number, length), new in changes:
            at = number % (len(data) + 1)
            data = data[:at] + new + data[at + length :]
        at, length = part[0] % (len(data) + 1), part[1] + 1
        again = data[at : at + length] * times
        return kind + data[:at] + again[:LARGEST] + data[at + length :]

    return st.builds(
        made,
        st.sampled_from(seeds),
        st.lists(st.tuples(cut, piece), max_size=5),
        cut,
        st.sampled_from((1, 1, 1, 30, 1_000, LARGEST)),
    )


def by_hypothesis(name: str, seconds: int) -> int:
    """Fuzz by hypothesis, and return the number of inputs. Raises what an input raised, which is printed as bytes."""
    from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: PLC0415 - as above

    folder, tried, end = place(), 0, time.monotonic() + seconds
    calm = settings(
        max_examples=200,
        deadline=None,
        database=None,
        suppress_health_check=[*HealthCheck],
        phases=[Phase.generate],  # to make a slow input smaller would take long
    )

    def attempt(data: bytes) -> None:
        nonlocal tried
        if time.monotonic() < end:  # a batch of large inputs takes a while
            tried += 1
            timed(name, data, folder)

    while time.monotonic() < end:
        seed(time.time_ns())(calm(given(grown(name))(attempt)))()
    return tried


def main() -> None:
    """Fuzz by the one and the other."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("seconds", type=int, nargs="?", default=600)
    parser.add_argument("--by", default="atheris,hypothesis")
    wanted = parser.parse_args()
    if os.environ.get("FUZZING"):
        by_atheris(wanted.target, wanted.seconds)
    row: dict[str, object] = {"target": wanted.target, "seconds": wanted.seconds}
    if "atheris" in wanted.by:
        row["atheris"] = in_an_environment(wanted.target, wanted.seconds)
    if "hypothesis" in wanted.by and not row.get("atheris"):
        row["inputs by hypothesis"] = by_hypothesis(wanted.target, wanted.seconds)
    print(json.dumps(row))
    sys.exit(1 if row.get("atheris") else 0)


if __name__ == "__main__":
    main()
