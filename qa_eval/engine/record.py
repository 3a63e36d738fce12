"""A run that has been, and how it is stored."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qa_eval import journal, snapshot, summary
from qa_eval.engine.settings import Settings
from qa_eval.engine.shelf import Positions, Shelf
from qa_eval.errors import RunFolderError
from qa_eval.signature import Signature

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qa_eval.analysis import Analysis, Gathering
    from qa_eval.model import Dataset, JsonValue, Result
    from qa_eval.summary import Summary


@dataclass(frozen=True)
class Run:
    """One run. ``state`` is "running", "complete" or "interrupted"; ``folder`` None when it is kept nowhere.

    ``results`` are in the order of the answerers, the dataset's questions and the repetitions, whatever came first.
    ``answerers`` and ``scorer`` are specs, or the names of what was handed over as an object. ``broken`` says by answerer,
    as long as the process lives, why one was asked no more; the run is "interrupted" then. ``other`` is the policy whose
    opinion goes without saying in what is stored, "" for none (see ``journal.encode``). ``gathering`` is what was gathered of the
    results for the analysis as they came, None where that is still to be done. ``useless`` counts the stored lines that hold no
    result of this run, 0 where none is missing. ``rescored`` is when stored answers were scored anew, None where they are as they came.
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
    summaries: tuple[Summary, ...] | None = field(default=None, compare=False, repr=False)
    broken: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    other: str = field(default="", compare=False, repr=False)
    gathering: Gathering | None = field(default=None, compare=False, repr=False)
    useless: int = field(default=0, compare=False, repr=False)
    rescored: datetime | None = None

    @cached_property
    def analysis(self) -> Analysis:
        """What the results tell beyond their counts: repetitions, controls, robustness, evidence, confidence."""
        from qa_eval.analysis import analyse, findings  # noqa: PLC0415 - verbs that load no run do without it
        from qa_eval.analysis.judging import reviewed  # noqa: PLC0415 - see above

        if self.gathering is not None:
            return findings(self.gathering.answers(reviewed(self.folder), self.answerers))
        return analyse(self.dataset, self.results, reviewed(self.folder))

    @cached_property
    def summary(self) -> tuple[Summary, ...]:
        """One summary an answerer, in their order."""
        if self.summaries is not None:
            return self.summaries
        expected = dict.fromkeys(self.answerers, self.questions * self.settings.repeat)
        return summary.of(self.results, self.dataset, expected)

    def save(self, folder: Path | str, *, force: bool = False) -> Run:
        """Write the run into a new or empty folder and return it as it is there.

        Raises RunFolderError when the folder holds something and ``force`` is not set, or it cannot be written.
        """
        return self._save(journal.Place(Path(folder), exact=True, force=force))

    def save_below(self, parent: Path) -> Run:
        """Write the run into a new folder below ``parent`` and return it as it is there. Raises RunFolderError."""
        return self._save(journal.Place(parent))

    def _save(self, place: journal.Place) -> Run:
        path = journal.prepare(place, self.dataset.name, datetime.now(UTC), self.signature.digest)
        results = self.results if self.folder != path else tuple(self.results)
        kept = journal.Journal(path)
        kept.other = self.other
        try:
            (path / journal.HEADER).unlink(missing_ok=True)
            kept.clear()
            journal.write_dataset(path, snapshot.dump(self.dataset))
            for result in results:
                kept.append(result)
            run = replace(self, folder=path, results=results, useless=0)
            journal.write_header(path, run.header())
        finally:
            kept.close()
        return run

    @classmethod
    def load(cls, folder: Path | str) -> Run:
        """Read a run from its folder. Raises RunFolderError when there is none, or it cannot be read."""
        path = Path(folder)
        begun = cls.beginning(path)
        positions = Positions(dict.fromkeys(begun.answerers, begun.dataset.questions), begun.settings.repeat)
        shelf = Shelf(positions, path)
        useless = 0
        for place, result in journal.every(path, begun.other):
            try:
                position = positions.of(result.answerer, result.question_id, result.repeat) if result else None
            except KeyError:  # a line that has become another one
                position = None
            if result is None or position is None:
                useless += 1
            else:
                shelf.put(position, result, place)
        results = shelf.results(begun.other)
        wanted = len(begun.answerers) * begun.questions * begun.settings.repeat
        return replace(begun, results=results, useless=useless if len(results) < wanted else 0)

    @classmethod
    def beginning(cls, folder: Path) -> Run:
        """Read a run from its folder, but for its results."""
        header = journal.read_header(folder)
        with journal.opened_dataset(folder) as lines:
            dataset = snapshot.restore(lines)
        try:
            return _from_header(header, dataset, folder)
        except (KeyError, ValueError, TypeError) as error:
            raise _unreadable(folder, error) from error

    @staticmethod
    def identity(folder: Path) -> tuple[Signature, datetime, str]:
        """Read what a run in a folder is, when it started, and its ``other``. Raises RunFolderError."""
        header = journal.read_header(folder)
        try:
            return _signature(header), _moment(header["started"]), str(header.get("other", ""))
        except (KeyError, ValueError, TypeError) as error:
            raise _unreadable(folder, error) from error

    def header(self) -> dict[str, JsonValue]:
        """Return what ``run.json`` holds."""
        return {
            "state": self.state,
            "started": self.started.isoformat(),
            "finished": self.finished.isoformat() if self.finished else None,
            "rescored": self.rescored.isoformat() if self.rescored else None,
            "dataset": {
                "name": self.dataset.name,
                "version": self.dataset.version,
                "sha256": self.dataset.sha256,
                "path": self.dataset.path,
                "documents": len(self.dataset.documents),
                "questions": len(self.dataset.questions),
            },
            "questions": self.questions,
            "answerers": list(self.answerers),
            "scorer": self.scorer,
            "other": self.other,
            "settings": self.settings.to_json(),
            "signature": dict(self.signature.entries),
            "digest": self.signature.digest,
            "summary": None if self.state == journal.RUNNING else summary.to_json(self.summary),
            "analysis": None if self.state == journal.RUNNING else self.analysis.to_json(),
        }


def _from_header(header: dict[str, JsonValue], dataset: Dataset, folder: Path) -> Run:
    row: dict[str, object] = dict(header)
    settings, answerers = row["settings"], row["answerers"]
    if not isinstance(settings, dict) or not isinstance(answerers, list):
        raise TypeError("settings are an object, answerers a list")
    return Run(
        dataset=dataset,
        answerers=tuple(str(name) for name in answerers),
        scorer=str(row["scorer"]),
        settings=Settings.from_json(settings),
        signature=_signature(header),
        started=_moment(row["started"]),
        finished=_moment(row["finished"]) if row["finished"] else None,
        rescored=_moment(row["rescored"]) if row.get("rescored") else None,
        state=journal.state_of(folder, header),
        questions=int(str(row["questions"])),
        results=(),
        folder=folder,
        other=str(row.get("other", "")),
    )


def _signature(header: dict[str, JsonValue]) -> Signature:
    entries = header["signature"]
    if not isinstance(entries, dict):
        raise TypeError("the signature is an object")
    return Signature(tuple((str(key), str(text)) for key, text in entries.items()))


def _moment(text: object) -> datetime:
    return datetime.fromisoformat(str(text)).astimezone(UTC)


def _unreadable(folder: Path, error: Exception) -> RunFolderError:
    return RunFolderError(f"{folder / journal.HEADER} cannot be read: {type(error).__name__}: {error}")
