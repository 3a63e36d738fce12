"""The card of a dataset: a README with the front matter that the Hugging Face hub reads."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from qa_eval.files import plain_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa_eval.model import Dataset, JsonValue

SPLIT = "test"
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))


def card(dataset: Dataset, files: tuple[str, ...] = (), source: str = "", use: str = "") -> str:
    """Return the README of a dataset whose data are in ``files``, paths beside it, where they are read as they are.

    ``source`` says where it was taken from, ``use`` what to do with a form that is none of ours.
    """
    counts = Counter(str(question.answer.type) for question in dataset.questions)
    head = front_matter(dataset.name, dataset.licence, len(dataset.questions), files)
    return f"{head}\n# {dataset.name}\n\n{_about(dataset, source)}\n{_table(counts)}{_USE if files else use and f'{chr(10)}{use}{chr(10)}'}"


def stem(dataset: Dataset) -> str:
    """Return a dataset's name as its files and folders bear it."""
    return plain_name(dataset.name, "dataset")


def front_matter(name: str, licence: str, n: int, files: tuple[str, ...] = ()) -> str:
    """Return the front matter of a card: name, licence, task, size, and the files of its one split."""
    import yaml  # noqa: PLC0415 - only a card needs it

    front: dict[str, JsonValue] = {
        "pretty_name": name,
        "license": licence.lower() if _IDENTIFIER.fullmatch(licence) else "other" if licence else "unknown",
        "task_categories": ["question-answering"],
        "tags": ["qa-eval"],
        "size_categories": [size_category(n)],
    }
    if files:
        data: list[JsonValue] = [{"split": SPLIT, "path": file} for file in files]
        front["configs"] = [{"config_name": "default", "data_files": data}]
    return f"---\n{yaml.safe_dump(front, sort_keys=False, allow_unicode=True, width=1_000)}---\n"


def size_category(n: int) -> str:
    """Return the hub's word for a number of rows.

    >>> size_category(42), size_category(130_319)
    ('n<1K', '100K<n<1M')
    """
    return next((word for limit, word in _SIZES if n < limit), "n>1M")


_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_USE = """
`answers` lists what is accepted, and is empty where the document does not say. `qa-eval run FILE -a ANSWERER` asks the
questions and scores the answers; `qa-eval score FILE ANSWERS` scores answers that are there already.
"""


def _about(dataset: Dataset, source: str) -> str:
    lines = [dataset.description] if dataset.description else []
    lines += [f"Version {dataset.version}, " if dataset.version else ""]
    lines[-1] += (
        f"{_counted(len(dataset.questions), 'question')} about {_counted(len(dataset.documents), 'document')}, "
    )
    lines[-1] += f"SHA-256 `{dataset.sha256}`."
    if dataset.licence:
        lines.append(f"Licence: {dataset.licence}")
    if source:
        lines.append(f"Taken from `{source}`.")
    return "\n\n".join(lines) + "\n"


def _counted(n: int, word: str) -> str:
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def _table(counts: Mapping[str, int]) -> str:
    rows = "".join(f"| {kind} | {count} |\n" for kind, count in sorted(counts.items()))
    return f"| type | questions |\n| --- | ---: |\n{rows}"
