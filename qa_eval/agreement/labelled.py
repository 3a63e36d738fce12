"""Answers that people judged, read line by line, every problem with its line."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa_eval.analysis.judging import REVIEWS
from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.errors import DatasetError, Problem, RunFolderError, UsageError, did_you_mean
from qa_eval.journal import read_header
from qa_eval.model import Question, Verdict
from qa_eval.reviews.review import newest
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from qa_eval.engine import Run
    from qa_eval.model import Document, JsonValue, Result

MOST_PROBLEMS = 200  # that are told
MOST_ALIKE = 3  # lines of which the same is told one by one; a file of another kind has it in every line
MOST_QUESTIONS = 16_384  # that are kept, so that answers to one question share what is read of it
_WANTED = ("id", "question", "answers", "candidate", "correct")
REVIEWED = {"correct": True, "incorrect": False, "abstained": False, "failed": False, "right": True, "wrong": False}
ALSO = {"right": Verdict.CORRECT, "wrong": Verdict.INCORRECT}


@value
class Labelled:
    """One answer and what people say of it. ``kind`` is the type of the accepted answers unless the file names another."""

    id: str
    question: Question
    candidate: str
    correct: bool
    system: str = ""
    dataset: str = ""
    kind: str = ""
    document: Document | None = None


@dataclass(slots=True)
class Reader:
    """Reads files of labelled answers; ``problems`` holds what was wrong in those that have been read.

    ``runs`` are those whose reviews were read. Of the answers that were reviewed in a run, ``confirmed`` had the verdict that the run gave them, ``overturned`` another one; ``failed``
    of them are no answers, which no scorer can judge.
    """

    problems: list[Problem] = field(default_factory=list)
    confirmed: int = 0
    overturned: int = 0
    failed: int = 0
    runs: list[Run] = field(default_factory=list)
    _questions: dict[tuple[str, tuple[str, ...]], Question] = field(default_factory=dict)
    _alike: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def read(self, paths: Iterable[Path]) -> Iterator[Labelled]:
        """Yield every labelled answer. Raises DatasetError with every problem once all files are read."""
        for path in paths:
            yield from self._reviews(path) if _is_reviews(path) else self._rows(path)
        if self.problems:
            raise DatasetError([*self.problems, *self._more()])

    def _rows(self, path: Path) -> Iterator[Labelled]:
        for line, row in self._objects(path):
            faults = list(_faults(row))
            if faults:
                for message, hint in faults:
                    self._problem(path, line, message, hint)
                continue
            yield self._labelled(row, path)

    def _labelled(self, row: Mapping[str, JsonValue], path: Path) -> Labelled:
        answers = row["answers"]
        texts = tuple(str(text) for text in answers) if isinstance(answers, list) else (str(answers),)
        question = self._question(str(row["question"]), texts)
        return Labelled(
            str(row["id"]),
            question,
            str(row["candidate"]),
            bool(row["correct"]),
            str(row.get("system") or ""),
            str(row.get("dataset") or path.stem),
            str(row.get("kind") or question.answer.type),
        )

    def _question(self, text: str, answers: tuple[str, ...]) -> Question:
        key = text, answers
        if key not in self._questions:
            if len(self._questions) >= MOST_QUESTIONS:
                self._questions.pop(next(iter(self._questions)))
            answer, accepted = typed_answer(answers, infer_type(answers, text))
            self._questions[key] = Question(text, text, answer, accepted)
        return self._questions[key]

    def _reviews(self, path: Path) -> Iterator[Labelled]:
        """Yield the reviewed answers of the run that the reviews stand beside; the newest review of an answer counts."""
        from qa_eval.engine import Run  # noqa: PLC0415 - labelled files do without it

        folder = path if path.is_dir() else path.parent
        try:
            run = Run.load(folder)
        except RunFolderError as error:
            self._problem(path, 0, error.message, "reviews stand in the folder of the run that they are about")
            return
        self.runs.append(run)
        if not (folder / REVIEWS).exists():
            hint = "confirm or overturn verdicts in its report, export them there, and `qa-eval review apply` them"
            self._problem(folder, 0, "no answer of this run was reviewed yet", hint)
            return
        said: list[tuple[tuple[str, str, int], str, tuple[int, str]]] = []
        for line, row in self._objects(folder / REVIEWS):
            verdict = str(row.get("verdict"))
            repeat = row.get("repeat", 0)
            if verdict not in REVIEWED or not isinstance(repeat, int):
                hint = did_you_mean(verdict, REVIEWED)
                self._problem(path, line, f'a review says "{verdict}"', hint)
            else:
                answer = str(row.get("id")), str(row.get("answerer")), repeat
                said.append((answer, str(row.get("time")), (line, verdict)))
        yield from self._reviewed(path, run, newest(said))

    def _reviewed(self, path: Path, run: Run, last: dict[tuple[str, str, int], tuple[int, str]]) -> Iterator[Labelled]:
        questions = {question.id: question for question in run.dataset.questions}
        for result in run.results:
            found = last.pop((result.question_id, result.answerer, result.repeat), None)
            if found is None:
                continue
            same = found[1] == result.score.verdict or ALSO.get(found[1]) == result.score.verdict
            self.confirmed += same
            self.overturned += not same
            if result.prediction.text is None:
                self.failed += 1
                continue
            question, correct = questions[result.question_id], REVIEWED[found[1]]
            yield _of_result(run, result, question, result.prediction.text, correct=correct)
        for name, answerer, _ in last:
            line = last[name, answerer, _][0]
            self._problem(path, line, f'the run has no answer of "{answerer}" to "{name}"', "")

    def _objects(self, path: Path) -> Iterator[tuple[int, dict[str, JsonValue]]]:
        try:
            lines = path.open("rb")
        except OSError as error:
            self._problem(path, 0, f"cannot be read: {(error.strerror or str(error)).lower()}", "")
            return
        with lines:
            begun = False
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                if not begun and not line.lstrip().startswith(b"{"):
                    self._problem(path, number, "is no JSONL", f"each line is one JSON object {{{', '.join(_WANTED)}}}")
                    return
                begun = True
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    self._problem(path, number, f"is no JSON: {error}", "each line is one JSON object")
                    continue
                if isinstance(row, dict):
                    yield number, row
                else:
                    self._problem(path, number, "is no JSON object", f"write {{{', '.join(_WANTED)}}}")
            if not begun:
                self._problem(path, 0, "the file is empty", f"write {{{', '.join(_WANTED)}}}, one a line")

    def _problem(self, path: Path, line: int, message: str, hint: str) -> None:
        alike = str(path), message, hint
        self._alike[alike] += 1
        if self._alike[alike] <= MOST_ALIKE and len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(str(path), line, 0, message, hint))

    def _more(self) -> Iterator[Problem]:
        """Yield in how many lines the same is wrong, where it is in too many to tell each."""
        for (path, message, hint), times in self._alike.items():
            if times > MOST_ALIKE:
                yield Problem(path, 0, 0, f"{message}: the same in {times:,} lines", hint)


def _is_reviews(path: Path) -> bool:
    return path.is_dir() or path.name == REVIEWS


def scorer_of(paths: Iterable[Path], default: str) -> str:
    """Return the spec of the scorer that the reviewed runs among ``paths`` were scored by; ``default`` without any.

    Raises UsageError where they were scored by several.
    """
    found: dict[str, Path] = {}
    for path in filter(_is_reviews, paths):
        with suppress(RunFolderError):  # reading it says what is wrong
            found.setdefault(str(read_header(path if path.is_dir() else path.parent)["scorer"]), path)
    if len(found) > 1:
        shown = ", ".join(f"{path} by {scorer}" for scorer, path in found.items())
        raise UsageError(f"the runs were scored by several scorers: {shown}", hint="say whose verdicts with --scorer")
    return next(iter(found), default)


def _faults(row: Mapping[str, JsonValue]) -> Iterator[tuple[str, str]]:
    missing = [name for name in _WANTED if name not in row]
    if missing:
        yield f"lacks {', '.join(missing)}", f"each line is {{{', '.join(_WANTED)}[, system, dataset, kind]}}"
        return
    answers = row["answers"]
    if not (isinstance(answers, str) and answers) and not (
        isinstance(answers, list) and answers and all(isinstance(text, str) and text for text in answers)
    ):
        yield '"answers" should be a list of texts', "a question that has no answer cannot be judged by its text"
    for name in ("question", "candidate"):
        if not isinstance(row[name], str):
            yield f'"{name}" should be text', ""
    if row["correct"] not in (True, False):
        yield f'"correct" should be true or false, not {json.dumps(row["correct"])[:40]}', ""


def _of_result(run: Run, result: Result, question: Question, text: str, *, correct: bool) -> Labelled:
    document = run.dataset.document_of(question) if question.document_id in run.dataset.documents else None
    return Labelled(
        result.question_id,
        question,
        text,
        correct,
        result.answerer,
        run.dataset.name,
        str(question.answer.type),
        document,
    )
