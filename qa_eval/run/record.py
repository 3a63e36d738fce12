"""A run that has been, and how it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval import journal, snapshot, summary
from qa_eval.errors import RunFolderError
from qa_eval.run.settings import Settings
from qa_eval.signature import Signature

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa_eval.model import Dataset, JsonValue, Result
    from qa_eval.summary import Summary


@dataclass(frozen=True)
class Run:
    """One run. ``state`` is "running", "complete" or "interrupted"; ``folder`` None when it is kept nowhere.

    ``results`` are in the order of the answerers, the dataset's questions and the repetitions, whatever came first.
    ``answerers`` and ``scorer`` are specs, or the names of what was handed over as an object.
    """

    dataset: Dataset
    answerers: tuple[str, ...]
    scorer: str
    settings: Settings
    signature: Signature
    started: datetime
    finished: datetime | None
    state: str
    questions: int
    results: Sequence[Result] = field(repr=False)
    folder: Path | None = None

    @cached_property
    def summary(self) -> tuple[Summary, ...]:
        """One summary an answerer, in their order."""
        expected = dict.fromkeys(self.answerers, self.questions * self.settings.repeat)
        return summary.of(self.results, self.dataset, expected)

    def save(self, folder: Path | str, *, force: bool = False) -> Run:
        """Write the run into a new folder and return it as it is there.

        Raises RunFolderError when the folder holds something and ``force`` is not set.
        """
        path = Path(folder)
        journal.prepare(journal.Place(path, exact=True, force=force))
        kept = journal.Journal(path)
        try:
            journal.write_lines(path / journal.DATASET, snapshot.dump(self.dataset))
            for result in self.results:
                kept.append(result)
        finally:
            kept.close()
        journal.write_header(path, self.header())
        return replace(self, folder=path)

    @classmethod
    def load(cls, folder: Path | str) -> Run:
        """Read a run from its folder. Raises RunFolderError when there is none."""
        path = Path(folder)
        header = journal.read_header(path)
        with journal.opened(path / journal.DATASET) as lines:
            dataset = snapshot.restore(lines)
        try:
            run = _from_header(header, dataset, path)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise RunFolderError(f"{path / journal.HEADER} cannot be read: {type(error).__name__}: {error}") from error
        return replace(run, results=ordered(journal.stored(path), dataset, run.answerers))

    def header(self) -> dict[str, JsonValue]:
        """Return what ``run.json`` holds."""
        return {
            "state": self.state,
            "started": self.started.isoformat(),
            "finished": self.finished.isoformat() if self.finished else None,
            "dataset": {
                "name": self.dataset.name,
                "version": self.dataset.version,
                "sha256": self.dataset.sha256,
                "path": self.dataset.path,
            },
            "questions": self.questions,
            "answerers": list(self.answerers),
            "scorer": self.scorer,
            "settings": self.settings.to_json(),
            "signature": dict(self.signature.entries),
            "digest": self.signature.digest,
            "summary": summary.to_json(self.summary) if self.state != "running" else None,
        }


def _from_header(header: dict[str, JsonValue], dataset: Dataset, folder: Path) -> Run:
    row: dict[str, object] = dict(header)
    signature, settings, answerers = row["signature"], row["settings"], row["answerers"]
    if not isinstance(signature, dict) or not isinstance(settings, dict) or not isinstance(answerers, list):
        raise TypeError("signature and settings are objects, answerers a list")
    return Run(
        dataset=dataset,
        answerers=tuple(str(name) for name in answerers),
        scorer=str(row["scorer"]),
        settings=Settings.from_json(settings),
        signature=Signature(tuple((str(key), str(text)) for key, text in signature.items())),
        started=datetime.fromisoformat(str(row["started"])).astimezone(UTC),
        finished=datetime.fromisoformat(str(row["finished"])).astimezone(UTC) if row["finished"] else None,
        state=str(row["state"]),
        questions=int(str(row["questions"])),
        results=(),
        folder=folder,
    )


def ordered(results: Sequence[Result], dataset: Dataset, answerers: Sequence[str]) -> tuple[Result, ...]:
    """Return the last result to each question, in the order of the answerers, the questions and the repetitions."""
    place = {question.id: number for number, question in enumerate(dataset.questions)}
    rank = {name: number for number, name in enumerate(answerers)}
    last = {
        (rank[result.answerer], place[result.question_id], result.repeat): result
        for result in results
        if result.answerer in rank and result.question_id in place
    }
    return tuple(last[key] for key in sorted(last))
