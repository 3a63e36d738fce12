"""The Python door: score one answer, run a dataset."""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Number
from typing import TYPE_CHECKING, TypeAlias

from qa_eval import dataset as datasets
from qa_eval.conditions import expanded
from qa_eval.engine import Settings, judge, made_scorer, run_questions
from qa_eval.errors import UsageError
from qa_eval.formats import Figure, is_missing
from qa_eval.model import Dataset, Prediction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal
    from pathlib import Path

    from qa_eval.engine import Run
    from qa_eval.formats import Content
    from qa_eval.model import Score, Scorer

Said: TypeAlias = "str | int | float | Decimal"


def score(  # noqa: PLR0913 - the published door; all but the first two are by name
    text: Said,
    accepted: Said | Sequence[Said],
    *,
    question: str = "",
    type: str | None = None,  # noqa: A002 - the questions file's own word
    tolerance: str | Mapping[str, object] | None = None,
    unit: str = "optional",
    document: str | None = None,
    language: str = "en",
    scorer: Scorer | str = "strict",
) -> Score:
    """Score one answer against the accepted ones, a text or several; an empty list means that the document does not say.

    A number is taken for its text, and NaN, which data frames have for no value, for no accepted answer.

    ``type`` is one of quantity, date, entity, phrase, list, yes_no; without it, what all accepted answers read as.
    ``tolerance`` is written as in a questions file, ``exact``, ``rel=1%`` or ``{"rel": 0.01}``; ``unit`` is "optional" or "required". With the text of the
    ``document`` a wrong figure is recognised as another one of it; ``language`` is the code of that which is read ("de", "fr"). Raises DatasetError for what no questions file may say.

    >>> str(score("15.5 cm", ["155 mm"], question="What calibre?").reason)
    'converted_unit'
    >>> str(score("17 Zentimeter", ["170 Millimeter"], question="Welches Kaliber?", language="de").reason)
    'converted_unit'
    >>> score("The article does not say.", []).verdict
    <Verdict.CORRECT: 'correct'>
    """
    said = text if isinstance(text, str) else _number(text)
    if said is None:
        raise UsageError(f"the answer to score is no text but {text!r}", hint="write it as a string")
    row: dict[str, Content] = {"id": "question", "question": question or "?", "answers": _accepted(accepted)}
    if type is not None:
        row["type"] = type
    if tolerance is not None:
        from qa_eval.importing.origins import content_of  # noqa: PLC0415 - most scores do without a tolerance

        row["tolerance"] = content_of(tolerance)
    if unit != "optional":
        row["unit"] = unit
    if document is not None:
        row["context"] = document
    if language != "en":
        row["language"] = language
    made = datasets.of_content({"questions": [row]}, "score()")
    return judge(made_scorer(scorer), made.questions[0], Prediction(said), made.document_of(made.questions[0]))


def _number(value: object) -> str | None:
    """Return the text of a number, None for what is none."""
    is_number = isinstance(value, Number) and not isinstance(value, bool)
    return str(value) if is_number else None


def _accepted(given: object) -> list[Content]:
    """Return the accepted answers as a questions file would hold them."""
    if isinstance(given, str):
        return [given]
    if not isinstance(given, Iterable) and _number(given) is None:
        hint = "write a text, a number or a list of them; an empty list means that the document does not say"
        raise UsageError(f"the accepted answers are {given!r}", hint=hint)
    parts = [*given] if isinstance(given, Iterable) else [given]
    if all(type(part) is str for part in parts):
        return parts  # type: ignore[return-value]  # they are all texts
    from qa_eval.importing.origins import content_of  # noqa: PLC0415 - texts do without it

    read = [content_of(part) for part in parts]
    return [part for part in read if not (isinstance(part, Figure) and is_missing(part))]


def run(
    dataset: Dataset | str | Path,
    answerer: object = None,
    *,
    answerers: Sequence[object] = (),
    scorer: Scorer | str | None = None,
    settings: Settings | None = None,
    controls: bool = False,
    robustness: bool = False,
) -> Run:
    """Ask every question of a dataset of one or more answerers and score the answers; nothing is written.

    ``dataset`` is a bundled name, a path or a Dataset; an answerer is a function ``(question, document) -> str`` (sync or
    async), an object with ``answer`` or ``answer_batch``, or a spec such as "lexical". ``controls`` and ``robustness`` have each asked under
    conditions, too (``qa_eval.conditions``). The run has ``summary`` (one an
    answerer), ``results``, ``analysis`` and ``save(folder)``. Raises DatasetError, UsageError or PluginError before anything is asked.

    >>> finished = run("north-korea-russia", answerer=lambda question, document: "Not stated.")
    >>> finished.summary[0].unanswerable.accuracy
    1.0
    """
    if isinstance(answerer, list | tuple):
        raise UsageError("answerer is one answerer, not several", hint="run(dataset, answerers=[first, second])")
    asked = [*([] if answerer is None else [answerer]), *answerers]
    if not asked:
        raise UsageError("no answerer is given", hint="run(dataset, answerer=my_function)")
    loaded = dataset if isinstance(dataset, Dataset) else datasets.load(dataset)
    asked = list(expanded(asked, loaded, controls=controls, robustness=robustness))
    return run_questions(loaded, asked, scorer, settings)
