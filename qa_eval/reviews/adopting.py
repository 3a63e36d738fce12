"""A reviewed answer becomes an example of its question, written into the questions file where a person would."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

from qa_eval import dataset, files, journal
from qa_eval.errors import DatasetError, Problem, UsageError
from qa_eval.model import Verdict
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from yaml.nodes import MappingNode, Node, SequenceNode

    from qa_eval.model import Question, Result
    from qa_eval.reviews.review import Review

SUFFIXES = (".yaml", ".yml")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@value
class Adopted:
    """One example: ``key`` is "accept" or "reject"; ``new`` is False where the question has it already."""

    id: str
    key: str
    text: str
    new: bool


def takes_examples(path: str | Path) -> bool:
    """Return whether examples can be written into a questions file.

    >>> takes_examples("bridge.yaml"), takes_examples("bridge.csv")
    (True, False)
    """
    return str(path).endswith(SUFFIXES)


def adopt(path: Path, reviews: Iterable[Review], results: Iterable[Result]) -> list[Adopted]:
    """Write the answers that the reviews are about into the questions file ``path``, as examples, and return them.

    Correct as reviewed becomes an example to accept, incorrect and abstained one to reject; an answer that did not come is
    none. The rest of the file stays as it is, comments included. Raises UsageError for a file that is no YAML, DatasetError
    where a question is gone or was edited since.
    """
    if not takes_examples(path):
        raise UsageError(
            f"{path}: examples are written into YAML files",
            hint="name the YAML file with --dataset; examples would make a plain list a curated one, scored by strict",
        )
    known = {question.id: question for question in dataset.load(path).questions}
    said = {(result.question_id, result.answerer, result.repeat): result.prediction.text for result in results}
    wanted: dict[tuple[str, str, str], None] = {}
    problems: list[Problem] = []
    for review in reviews:
        text = said.get(review.answer)
        if text is None or review.verdict is Verdict.FAILED:
            continue
        message = _unfit(known, review, text)
        if message:
            problems.append(Problem(str(path), 0, 0, message))
        wanted[review.id, "accept" if review.verdict is Verdict.CORRECT else "reject", text] = None
    if problems:
        raise DatasetError(list(dict.fromkeys(problems)))
    adopted = [Adopted(name, key, text, text not in getattr(known[name], key)) for name, key, text in wanted]
    if any(one.new for one in adopted):
        _write(path, [one for one in adopted if one.new])
    return adopted


def _unfit(known: Mapping[str, Question], review: Review, text: str) -> str:
    if review.id not in known:
        return f"there is no question {review.id!r} any more"
    if not review.is_about(dataset.question_digest(known[review.id])):
        return f"the question {review.id!r} was edited since it was reviewed"
    if not text.strip():
        return f"the answer to {review.id!r} is empty: an example needs words"
    if text.encode("utf-8", "surrogatepass") != text.encode("utf-8", "replace"):
        return f"the answer to {review.id!r} holds half a character, which no file can"
    return ""


def _write(path: Path, adopted: Iterable[Adopted]) -> None:
    """Write the examples; the file is replaced only when it reads back as the same questions with these examples."""
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    for one in adopted:
        text = with_example(text, one)
    beside = path.with_name(f".{os.getpid()}{path.name}")
    try:
        files.written(beside, [text])
        dataset.load(beside)
    finally:
        beside.unlink(missing_ok=True)
    journal.write_lines(path, [text])


def with_example(text: str, one: Adopted) -> str:
    """Return the text of a questions file with one more example, at the end of its question's list of them."""
    import yaml  # noqa: PLC0415 - only this needs the places of things in a file

    question = _question(yaml.compose(text, Loader=yaml.SafeLoader), one.id)
    examples = _value(question, one.key)
    value = _quoted(one.text)
    if examples is not None and examples.value:
        last = examples.value[-1]
        if examples.flow_style:
            return _insert(text, last.end_mark.index, f", {value}")
        line = f"{' ' * examples.start_mark.column}- {value}"
        if last.style in {"|", ">"}:  # its end is where the next thing begins
            return _insert(text, examples.start_mark.index, f"- {value}\n{' ' * examples.start_mark.column}")
        return _after_line(text, last.end_mark.index, line)
    if examples is not None:
        return text[: examples.start_mark.index] + f"[{value}]" + text[examples.end_mark.index :]
    if question.flow_style:
        return _insert(text, question.value[-1][1].end_mark.index, f", {one.key}: [{value}]")
    first = next(value for key, value in question.value if key.value == "id")
    return _after_line(text, first.end_mark.index, f"{' ' * question.start_mark.column}{one.key}: [{value}]")


def _question(root: Node | None, wanted: str) -> MappingNode:
    questions = _value(root, "questions")
    for question in questions.value if questions is not None else ():
        if any(key.value == "id" and str(value.value) == wanted for key, value in question.value):
            found: MappingNode = question
            return found
    raise UsageError(f"the question {wanted!r} cannot be found in the file", hint="write its id out, without an alias")


def _value(mapping: Node | None, wanted: str) -> SequenceNode | None:
    rows = mapping.value if mapping is not None else ()
    return next((value for key, value in rows if key.value == wanted), None)


def _insert(text: str, place: int, more: str) -> str:
    return text[:place] + more + text[place:]


def _after_line(text: str, place: int, line: str) -> str:
    """Put a line behind the one that ``place`` is in, ended as that one is."""
    end = text.find("\n", place)
    if end < 0:
        return f"{text}\n{line}\n"
    ending = "\r\n" if text[end - 1 : end] == "\r" else "\n"
    return _insert(text, end + 1, line + ending)


def _quoted(text: str) -> str:
    """Write a text in double quotes, as JSON and YAML both read it; what no YAML file may hold becomes an escape."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
