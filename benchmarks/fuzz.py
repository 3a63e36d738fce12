"""Throw mutated bytes at what reads other people's files and texts: no crash, no hang, no time beyond linear.

python benchmarks/fuzz.py loaders|reading|journal [SECONDS] makes an environment with atheris under .bench/ and runs there.
What is found is printed as bytes, and belongs into the tests.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOME = ROOT / ".bench" / "atheris"
SUFFIXES = ("yaml", "jsonl", "json", "csv")
ENOUGH = 0.5  # seconds for anything
LONGEST_ACCEPTED = 500  # characters
EACH = 5e-5  # seconds a byte besides

SEEDS = {
    "loaders": [
        b'\x00schema: 1\nname: a\nversion: "1"\nquestions:\n  - id: x\n    question: "What?"\n    type: quantity\n    answer: "5 km"\n',
        b'\x01{"id": "a", "question": "When?", "answers": ["27 March 2023", "2023"], "tolerance": "1%"}\n',
        b'\x02{"questions": [{"id": "a", "question": "Who?", "answers": [["Ada", "Grace"]]}]}',
        b'\x03id,question,answers,type\na,What?,"5 km|5,000 m",quantity\n',
        b'\x04{"id": "a", "answer": "5"}\n',
        b"\x07id,answer\na,5\n",
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

    for name in (journals.RESULTS, journals.HEADER, journals.DATASET):
        (folder / name).write_bytes(data)
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
    """Try one input; too slow is a finding too."""
    started = time.process_time()
    TARGETS[name](data, folder)
    took = time.process_time() - started
    if took > ENOUGH + EACH * len(data):
        raise TimeoutError(f"{took:.2f} s for {len(data)} bytes")


def inside(name: str, seconds: int) -> None:
    """Fuzz, within the environment that has atheris."""
    import atheris  # noqa: PLC0415 - only there

    with atheris.instrument_imports(include=["qa_eval"]):
        for module in ("dataset.build", "engine", "predictions", "scorers.strict"):
            importlib.import_module(f"qa_eval.{module}")
    place = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of our own is made in it
    folder = Path(tempfile.mkdtemp(dir=place, prefix="fuzz-"))
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS[name]):
        (corpus / str(number)).write_bytes(seed)
        timed(name, seed, folder)
    atheris.Setup(
        [
            sys.argv[0],
            str(corpus),
            f"-max_total_time={seconds}",
            "-max_len=4096",
            "-timeout=20",
            f"-artifact_prefix={folder}/",
        ],
        lambda data: timed(name, data, folder),
    )
    atheris.Fuzz()


def main() -> None:
    """Make the environment, and fuzz in it."""
    name, seconds = sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else 600
    if os.environ.get("FUZZING"):
        inside(name, seconds)
        return
    python = HOME / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "atheris", "-e", str(ROOT)], check=True)
    done = subprocess.run([str(python), __file__, name, str(seconds)], env={**os.environ, "FUZZING": "1"}, check=False)
    print(json.dumps({"target": name, "seconds": seconds, "code": done.returncode}))
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
