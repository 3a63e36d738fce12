"""Reviews are held against their run and kept beside it; the verdicts as scored are never touched."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from qa_eval import journal
from qa_eval.dataset.jsontext import JsonTextError, json_value
from qa_eval.dataset.textfiles import decoded, shown
from qa_eval.errors import DatasetError, Problem, did_you_mean
from qa_eval.reported import REVIEWS
from qa_eval.reviews.review import Review, faults, newest, of_json
from qa_eval.values import value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from qa_eval.model import JsonValue, Result
    from qa_eval.report import Report

MOST_PROBLEMS = 200  # that are told


@value
class Applied:
    """What applying a file did: ``reviews`` are new, ``known`` were applied before.

    ``replaced`` of the new ones count instead of an earlier one, ``older`` of them do not count, since there is a newer one.
    """

    reviews: tuple[Review, ...]
    known: int
    replaced: int
    older: int


def stored(folder: Path, run: str) -> tuple[Review, ...]:
    """Return the reviews that were applied to the run of this digest, the newest one of each answer; none without a file."""
    return _counting(review for review in _lines(folder / REVIEWS) if review.run == run and review.applied)


def _counting(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Return the reviews that count, the newest one of each answer: whenever it was applied."""
    return tuple(newest((review.answer, review.time, review) for review in reviews).values())


def apply(report: Report, folder: Path, path: Path, now: datetime) -> Applied:
    """Add the reviews of the file ``path`` to those of the run in ``folder``, each with where it came from and when.

    Nothing is written unless every line fits. Raises DatasetError with all that does not: a line that is no review, of
    another run, of a question that was edited since, of no answer of this run, or of a verdict that is not the scored one.
    """
    read = _checked(report, path)
    before = [review for review in _lines(folder / REVIEWS) if review.applied]
    said = [replace(review, applied={}) for review in before]
    fresh = [review for review in read if replace(review, applied={}) not in said]
    origin: dict[str, JsonValue] = {
        "time": now.isoformat(timespec="seconds"),
        "file": path.name,
        "sha256": sha256(path.read_bytes()).hexdigest(),
        "qa_eval": dict(report.signature.entries).get("qa_eval", ""),
    }
    new = tuple(replace(review, applied=origin) for review in fresh)
    mine = [review for review in before if review.run == report.digest]
    answers, counting = {review.answer for review in mine}, set(map(id, _counting([*mine, *new])))
    if new:
        rows = (json.dumps(review.to_json()) + "\n" for review in (*before, *new))
        journal.write_lines(folder / REVIEWS, rows)
    replaced = sum(review.answer in answers and id(review) in counting for review in new)
    return Applied(new, len(read) - len(new), replaced, sum(id(review) not in counting for review in new))


def carry(reviews: Sequence[Review], report: Report, folder: Path) -> tuple[Review, ...]:
    """Keep reviews of a run for the same answers scored anew, whether they overturn today's verdicts or confirm them.

    ``report`` is of the new run, which is in ``folder``. Returns those that were kept.
    """
    verdicts = {(one.question_id, one.answerer, one.repeat): one.score.verdict for one in report.results}
    kept = tuple(
        replace(review, run=report.digest, was=verdicts[review.answer])
        for review in reviews
        if review.answer in verdicts
    )
    if kept:
        journal.write_lines(folder / REVIEWS, (json.dumps(review.to_json()) + "\n" for review in kept))
    return kept


def _checked(report: Report, path: Path) -> list[Review]:
    """Read a file of reviews. Raises DatasetError with every problem."""
    problems: list[Problem] = []
    found: dict[tuple[str, str, int], tuple[int, Review]] = {}
    results = {(result.question_id, result.answerer, result.repeat): result for result in report.results}
    for number, row in _rows(path, problems):
        wrong = list(faults(row))
        if isinstance(row, dict) and not wrong:
            review = of_json(row)
            wrong = list(_unfit(report, results, review))
            if review.answer in found and found[review.answer][1] != review:
                wrong.append((f"is the second review of one answer, as line {found[review.answer][0]}", "keep one"))
            found.setdefault(review.answer, (number, review))
        problems += [Problem(str(path), number, 0, message, hint) for message, hint in wrong]
    if not found and not problems:
        problems.append(Problem(str(path), 0, 0, "the file is empty", "export the reviews from the report again"))
    if problems:
        raise DatasetError(problems[:MOST_PROBLEMS])
    return [review for _, review in found.values()]


def _unfit(report: Report, results: Mapping[tuple[str, str, int], Result], review: Review) -> Iterator[tuple[str, str]]:
    """Yield what keeps a review from being about this run."""
    digests = report.question_digests
    if review.run != report.digest:
        yield f"is of the run {review.run}, this one is {report.digest}", "apply it to the run that it was made from"
    elif review.id not in digests:
        yield f"there is no question {review.id!r} in this run", did_you_mean(review.id, digests)
    elif not review.is_about(digests[review.id]):
        yield f"the question {review.id!r} is another one than was reviewed", "review it again"
    elif review.answer not in results:
        names = {answerer for _, answerer, _ in results}
        yield f"there is no answer of {review.answerer!r} to {review.id!r}", did_you_mean(review.answerer, names)
    elif (scored := results[review.answer].score.verdict) is not review.was:
        yield f"says that {review.id!r} was scored {review.was}, it was {scored}", ""
    if review.overturns and not review.note.strip():
        yield '"note" is empty: a review that overturns a verdict says why', ""


def _rows(path: Path, problems: list[Problem]) -> Iterator[tuple[int, object]]:
    """Yield each line's number and value; what cannot be read becomes a problem."""
    try:
        lines: Sequence[bytes] = path.read_bytes().splitlines()
    except OSError as error:
        problems.append(Problem(str(path), 0, 0, f"cannot be read: {(error.strerror or str(error)).lower()}"))
        return
    for number, raw in enumerate(lines, 1):
        line = decoded(path, raw, problems.append, number)
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                problems.append(_broken(path, number, line))


def _broken(path: Path, number: int, line: str) -> Problem:
    """Return what is wrong with a line that is no JSON."""
    message, column = "the line is no JSON", 0
    try:
        json_value(line)
    except JsonTextError as error:
        message, column = error.message, error.offset + 1
    return Problem(str(path), number, column, message, "one JSON object a line", shown(line))


def _lines(path: Path) -> Iterator[Review]:
    """Yield the reviews that stand in a file; lines that are none are another program's, and left alone."""
    if path.exists():
        for _, row in _rows(path, []):
            if isinstance(row, dict) and not any(faults(row)):
                yield of_json(row)
