"""Throughput of ``hf:`` beside the bare loop over the same model, batches and precision, in one run, on this machine.

The models have random weights, made in place, and are smaller than real ones: what a run adds weighs the more, and two cores
are done in a minute or so. Nothing is downloaded. Run it in the environment of ``make test-hf``:
``.venv-hf/bin/python benchmarks/local_models.py``. Exit code 1 when a ratio is below 0.9.
"""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

os.environ["OMP_WAIT_POLICY"] = "passive"  # threads that wait spinning are disturbed by whatever else runs
import torch
import transformers

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
import tiny

import qa_eval
from qa_eval import dataset
from qa_eval.answerers import _prompts

if TYPE_CHECKING:
    from collections.abc import Callable

    from qa_eval.model import Dataset

ROUNDS, BATCH, QUESTIONS, NEW = 5, 16, 32, 16
LEAST = 0.9
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
TALL = {"hidden_size": 128, "intermediate_size": 512, "num_hidden_layers": 2, "num_attention_heads": 4}


def questions() -> Dataset:
    """Return the first questions about the second document, and of it as much as a small model reads."""
    whole = dataset.load("speed-of-light")
    documents = {name: replace(one, text=one.text[:600]) for name, one in whole.documents.items()}
    return replace(whole, questions=whole.questions[:QUESTIONS], documents=documents)


def bare_extractive(folder: str, asked: Dataset) -> Callable[[], None]:
    """Return the loop that transformers' users write: windows, forward, the likeliest start and end."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModelForQuestionAnswering.from_pretrained(folder, dtype=torch.float32).to(DEVICE).eval()
    text = next(iter(asked.documents.values())).text
    names = [question.text for question in asked.questions]

    def loop() -> None:
        for start in range(0, len(names), BATCH):
            some = names[start : start + BATCH]
            cut = tokenizer(
                some, [text] * len(some), truncation="only_second", max_length=384, stride=128,
                return_overflowing_tokens=True, return_offsets_mapping=True, padding=True, return_tensors="pt",
            )  # fmt: skip
            given = ("input_ids", "attention_mask", "token_type_ids")
            for row in range(0, len(cut["input_ids"]), BATCH):
                with torch.inference_mode():
                    scores = model(**{name: cut[name][row : row + BATCH].to(DEVICE) for name in given})
                ends = scores.end_logits.argmax(1).tolist()
                for place, end in zip(scores.start_logits.argmax(1).tolist(), ends, strict=True):
                    text[int(cut["offset_mapping"][row][place][0]) : int(cut["offset_mapping"][row][end][1])]

    return loop


def bare_generative(folder: str, asked: Dataset) -> Callable[[], None]:
    """Return the loop that transformers' users write: chat template, left padding, generate, decode."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder, padding_side="left")
    model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).to(DEVICE).eval()
    text = next(iter(asked.documents.values())).text
    prompts = []
    for question in asked.questions:
        system, user = _prompts.filled(_prompts.read(""), question.text, text)
        messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        prompts.append(tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True))

    def loop() -> None:
        for start in range(0, len(prompts), BATCH):
            given = tokenizer(
                prompts[start : start + BATCH], padding=True, return_tensors="pt", add_special_tokens=False
            )
            given = {name: given[name].to(DEVICE) for name in ("input_ids", "attention_mask")}
            with torch.inference_mode():
                made = model.generate(**given, max_new_tokens=NEW, do_sample=False, pad_token_id=0)
            tokenizer.batch_decode(made[:, given["input_ids"].shape[1] :], skip_special_tokens=True)

    return loop


def in_a_thread(work: Callable[[], None]) -> None:
    """Do the work in a thread of its own, as a run asks its answerer: OpenMP keeps other workers for each thread."""
    with ThreadPoolExecutor(1) as one:
        one.submit(work).result()


def ratio(name: str, folder: str, options: str, bare: Callable[[], None], asked: Dataset) -> float:
    """Time both in turns, print a line, and return the throughput of ours as a share of the bare loop's."""
    answerer = qa_eval.plugins.make("answerers", f"hf:{folder}?batch={BATCH}&device={DEVICE}{options}")

    def ours() -> None:
        run = qa_eval.run(asked, answerer=answerer)
        if run.summary[0].overall.failed:
            raise SystemExit(f"{name}: {run.summary[0].overall.failed} answers failed")

    answerer.close = lambda: None  # a run closes its answerer; the weights are to stay for the next round
    both = (("bare", lambda: in_a_thread(bare)), ("ours", ours))
    for _, work in both:
        work()
    spent: dict[str, list[float]] = {"bare": [], "ours": []}
    for _ in range(ROUNDS):
        for label, work in both:
            began = perf_counter()
            work()
            spent[label].append(perf_counter() - began)
    theirs, mine = median(spent["bare"]), median(spent["ours"])
    print(f"{name:12} {QUESTIONS / theirs:8.1f} {QUESTIONS / mine:8.1f} {theirs / mine:7.2f}")
    return theirs / mine


def main() -> int:
    """Print a table: questions a second of the bare loop and of a whole run, scoring included, and their ratio."""
    asked = questions()
    print(f"{DEVICE}, {torch.get_num_threads()} threads, torch {torch.__version__}, {ROUNDS} rounds in turns, medians")
    print(f"{'model':12} {'bare/s':>8} {'ours/s':>8} {'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        reads = tiny.extractive(Path(folder) / "reads", **TALL)
        writes = tiny.generative(Path(folder) / "writes", tiny.CHAT, places=4096, **TALL)
        ratios = [
            ratio("extractive", reads, "", bare_extractive(reads, asked), asked),
            ratio("generative", writes, f"&max_tokens={NEW}", bare_generative(writes, asked), asked),
        ]
    return int(min(ratios) < LEAST)


if __name__ == "__main__":
    raise SystemExit(main())
