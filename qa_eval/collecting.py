"""Question files as pytest tests: one test a question and answerer."""

from __future__ import annotations

import asyncio
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from qa_eval import dataset as datasets
from qa_eval.asking import Asker, Patience, make_answerer
from qa_eval.engine import default_scorer, judge, made_scorer
from qa_eval.errors import QaEvalError
from qa_eval.model import Dataset, Question, Request, Verdict
from qa_eval.statistics import wilson

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from qa_eval.model import Document, Prediction, Score, Scorer

PROPERTY = "qa_eval"
LOOKED_AT = 64_000  # bytes of a file that are looked at for whether it holds questions
# marks that mean something to pytest itself: a tag of that name gets another one
TAKEN = {"skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings", "tryfirst", "trylast"}
_QUESTIONS = {
    ".yaml": re.compile(rb"^questions:", re.MULTILINE),
    ".yml": re.compile(rb"^questions:", re.MULTILINE),
    ".jsonl": re.compile(rb'\A\s*\{(?=[^\n]*"question")(?=[^\n]*"answers?")'),
    ".csv": re.compile(rb"\A(?=[^\n]*\bquestion\b)(?=[^\n]*\banswers?\b)"),
    ".json": re.compile(rb'\A\s*\{(?=.*"questions"\s*:\s*\[)', re.DOTALL),
}


T = TypeVar("T")


class WrongAnswerError(Exception):
    """An answer that is not right; its text is the whole message."""


class Collecting:
    """Collects question files, and sums up what became of their questions in ``--qa-threshold`` mode."""

    def __init__(self, config: pytest.Config) -> None:
        self.specs: list[str] = config.getoption("qa_answerer")
        named: str | None = config.getoption("qa_scorer")
        self._scorer: Scorer | None = _usable(lambda: made_scorer(named)) if named else None
        self.threshold = _share(config.getoption("qa_threshold"))
        self.patience = Patience(timeout=config.getoption("qa_timeout"), concurrency=1)
        self.runner = asyncio.Runner()
        self.askers: list[Asker] = []
        self._config = config
        self._named = {Path(argument.split("::")[0]).resolve() for argument in config.args}
        self._marks: set[str] = set()
        self._counts: dict[tuple[str, str], list[int]] = {}

    def pytest_report_header(self) -> str:
        """Say who is asked."""
        return f"qa-eval: {', '.join(self.specs)}"

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Collect a file of questions: any file that is named, others when they look like one."""
        looks = _QUESTIONS.get(file_path.suffix)
        named = file_path.resolve() in self._named and (looks is not None or file_path.suffix == ".parquet")
        if named or (looks is not None and _holds(file_path, looks)):
            made: pytest.Collector = QuestionsFile.from_parent(parent, path=file_path)
            made.stash[_COLLECTING] = self
            return made
        return None

    def scorer(self, dataset: Dataset) -> Scorer:
        """Return the scorer that was named, or else the policy that suits the dataset, as a run takes it."""
        return self._scorer or made_scorer(default_scorer(dataset))

    def mark(self, item: pytest.Item, names: Iterable[str]) -> None:
        """Mark a test by names, which become known to ``--strict-markers``."""
        for name in names:
            known = f"qa_{name}" if name in TAKEN else name
            if known not in self._marks:
                self._marks.add(known)
                self._config.addinivalue_line("markers", f"{known}: questions of this kind")
            item.add_marker(known)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a question's outcome, wherever it was asked."""
        for name, found in report.user_properties:
            if name == PROPERTY and report.when == "call":
                source, answerer, verdict = str(found).split("\n")
                counts = self._counts.setdefault((source, answerer), [0, 0])
                counts[0] += verdict == Verdict.CORRECT
                counts[1] += 1

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Let the answerers go, and fail the session below the threshold."""
        for asker in self.askers:
            self.runner.run(asker.close())
        self.runner.close()
        if self._missed() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say the share of right answers with its interval."""
        if not self._counts or hasattr(self._config, "workerinput"):
            return
        terminalreporter.section("questions")
        missed = self._missed()
        for (source, answerer), (right, n) in self._counts.items():
            interval = wilson(right, n)
            shown = f"[{100 * interval.low:.1f}–{100 * interval.high:.1f}]" if interval else ""
            said = f"{answerer} on {source}: {100 * right / n:.1f} % {shown} n={n}"
            if self.threshold is not None:
                under = (source, answerer) in missed
                said += f", {'BELOW' if under else 'not below'} the threshold of {100 * self.threshold:g} %"
            terminalreporter.write_line(said, red=(source, answerer) in missed)

    def _missed(self) -> set[tuple[str, str]]:
        if self.threshold is None or hasattr(self._config, "workerinput"):
            return set()
        return {key for key, (right, n) in self._counts.items() if right < self.threshold * n}


_COLLECTING = pytest.StashKey[Collecting]()


class QuestionsFile(pytest.File):
    """A file of questions."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test a question and answerer; a file with problems says all of them."""
        collecting = self.stash[_COLLECTING]
        try:
            located = datasets.load_with_marks(self.path)
            askers = [make_answerer(spec, located.dataset, collecting.patience) for spec in collecting.specs]
        except QaEvalError as error:
            raise self.CollectError(str(error)) from None
        collecting.askers += askers
        scorer = collecting.scorer(located.dataset)
        for number, question in enumerate(located.dataset.questions):
            line = located.locate(("questions", number)).line
            for asker in askers:
                name = question.id if len(askers) == 1 else f"{question.id}[{asker.name}]"
                item = QuestionTest.from_parent(self, name=name)
                item.prepare(question, located.dataset, asker, scorer, line)
                kinds = (str(question.answer.type), *question.tags, question.difficulty)
                collecting.mark(item, [kind for kind in kinds if kind])
                yield item


class QuestionTest(pytest.Item):
    """One question, asked once."""

    question: Question
    dataset: Dataset
    asker: Asker
    scorer: Scorer
    line: int

    def prepare(self, question: Question, dataset: Dataset, asker: Asker, scorer: Scorer, line: int) -> None:
        """Set what is asked of whom, and what says whether the answer is right."""
        self.question, self.dataset, self.asker, self.scorer, self.line = question, dataset, asker, scorer, line

    @property
    def collecting(self) -> Collecting:
        """What all questions share."""
        collector = self.parent
        assert collector is not None  # noqa: S101 - pytest gives every item a parent
        return collector.stash[_COLLECTING]

    def runtest(self) -> None:
        """Ask and score. Raises WrongAnswerError for what is not right; under a threshold the test is expected to fail."""
        shared, document = self.collecting, self.dataset.document_of(self.question)
        request = Request(self.question.text, document.text, self.question.id, self.question.tags, document.id)
        (prediction,) = shared.runner.run(self.asker.ask([request]))
        score = judge(self.scorer, self.question, prediction, document)
        self.user_properties.append((PROPERTY, f"{self.dataset.name}\n{self.asker.name}\n{score.verdict}"))
        if score.verdict is Verdict.CORRECT:
            return
        if shared.threshold is not None:
            pytest.xfail(f"{score.reason}: {score.message}")
        raise WrongAnswerError(message(self.question, document, prediction, score))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Say a wrong answer in plain words; anything else as pytest does."""
        if isinstance(excinfo.value, WrongAnswerError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo, None)) if style is None else str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Return where the question stands."""
        return self.path, self.line - 1 if self.line else None, self.name


def message(question: Question, document: Document, prediction: Prediction, score: Score) -> str:
    """Say why an answer is not right, in the first line, which is all that a summary shows; and what was asked, expected and said."""
    got = f"({prediction.failure.kind}) {prediction.failure.message}" if prediction.failure else f"{prediction.text!r}"
    lines = [
        f"{score.verdict!s:9} {score.reason}: {score.message}",
        f"question  {question.text}",
        f"expected  {question.expected or 'not stated: to abstain is right'}",
        f"got       {got}",
        *(f"evidence  “{evidence.quote}” ({document.title or document.id})" for evidence in question.evidence),
    ]
    return "\n".join(lines)


@contextmanager
def asking(spec: str, timeout: float) -> Iterator[Callable[[str, str], str]]:
    """Yield a function that asks an answerer about any document, and close the answerer at the end."""
    nobody = Dataset("", "", (), {}, "")
    asker = _usable(lambda: make_answerer(spec, nobody, Patience(timeout=timeout, concurrency=1)))
    with asyncio.Runner() as runner:

        def ask(question: str, document: str = "") -> str:
            (prediction,) = runner.run(asker.ask([Request(question, document)]))
            if prediction.text is None:
                failure = prediction.failure
                raise RuntimeError(f"{spec}: {failure.kind}: {failure.message}" if failure else spec)
            return prediction.text

        yield ask
        runner.run(asker.close())


def _holds(path: Path, looks: re.Pattern[bytes]) -> bool:
    try:
        with path.open("rb") as file:
            return looks.search(file.read(LOOKED_AT)) is not None
    except OSError:
        return False


def _share(text: str | None) -> float | None:
    if text is None:
        return None
    try:
        share = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise pytest.UsageError(f"--qa-threshold {text!r} is no share: write 0.9 or 90%")
    return share


def _usable(make: Callable[[], T]) -> T:
    """Return what ``make`` makes; what is wrong with an option becomes pytest's own usage error."""
    try:
        return make()
    except QaEvalError as error:
        raise pytest.UsageError(str(error)) from error
