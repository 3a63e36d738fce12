"""Conditions under which an answerer is asked: without its document, about another one, in other words.

``SPEC @CONDITION`` is an answerer of its own in a run, beside ``SPEC``: the same answerer, given something else. The answer
is scored as if nothing had been changed.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from qa_eval.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qa_eval.model import Dataset, Question, Request

    Alter = Callable[[Request], Request]

SEPARATOR = " @"
WORDING = "wording-"
BASELINE = "baseline"  # an answerer that is asked to be compared with, given what all are given
CONTROLS = ("closed-book", "other-document", "shuffled-question")
DISTURBED = ("shuffled-paragraphs", "distractor", "number-formats")
MOST_WORDINGS = 9
NOT_STATED = "Not stated."

OTHER_TEXT = """\
The Linth bridge was opened on 4 May 1911 after three years of work. It is 155 metres long and carries two tracks.

Anna Keller, who led the works, had asked the canton for 2.4 million francs; the assembly granted 1.9 million in March 1908.
About 320 people worked on the site, a third of them masons from the neighbouring valley. Seven were hurt, nobody was killed.

The first train crossed with 48 passengers at a speed of 25 km/h. "It does not move at all," said the mayor, Josef Hauser.
"""
DISTRACTOR = """\
In other news, the harbour office counted 41,700 containers last month, 12 percent more than in the same month of 2019, its
director Maria Lindqvist said on Tuesday. She expects a new 280-metre quay for about $94 million by the spring of 2031."""
_GROUPED = re.compile(r"\b\d{1,3}(?:,\d{3})+\b")
_PERCENT = re.compile(r"(?<=\d) ?%|(?<=\d) percent\b")


class Under(NamedTuple):
    """An answerer, which may be a function or an object, under a condition."""

    answerer: object
    condition: str


def split(name: str) -> tuple[str, str]:
    """Return an answerer's spec or name and its condition, "" for none.

    >>> split("lexical @closed-book"), split("fixed:me @home")
    (('lexical', 'closed-book'), ('fixed:me @home', ''))
    """
    head, separator, condition = name.rpartition(SEPARATOR)
    known = condition in (*CONTROLS, *DISTURBED, BASELINE) or re.fullmatch(rf"{WORDING}[2-9]", condition)
    return (head, condition) if separator and known else (name, "")


def refuse_unknown(name: str) -> None:
    """Raise UsageError for a name that ends with what would be a condition, were there one of that name.

    >>> refuse_unknown("lexical @distractr")
    Traceback (most recent call last):
      ...
    qa_eval.errors.UsageError: there is no condition 'distractr'
    hint: did you mean "distractor"?
    """
    _, separator, condition = name.rpartition(SEPARATOR)
    if separator and re.fullmatch(r"[\w-]+", condition) and not split(name)[1]:
        hint = did_you_mean(condition, (*_ALTERINGS, "other-document", f"{WORDING}2"))
        raise UsageError(f"there is no condition {condition!r}", hint=hint)


def named(name: str, condition: str) -> str:
    """Return the name of an answerer under a condition."""
    return f"{name}{SEPARATOR}{condition}"


def wordings(dataset: Dataset) -> tuple[str, ...]:
    """Return the conditions that ask a dataset's questions in their other wordings; a question with fewer keeps its own."""
    most = max((len(question.paraphrases) for question in dataset.questions), default=0)
    return tuple(f"{WORDING}{number}" for number in range(2, min(most + 1, MOST_WORDINGS) + 1))


def concerned(condition: str, questions: Sequence[Question]) -> tuple[Question, ...]:
    """Return the questions that a condition changes: those with another wording, or all."""
    if not condition.startswith(WORDING):
        return tuple(questions)
    number = int(condition.removeprefix(WORDING))
    return tuple(question for question in questions if len(question.paraphrases) > number - 2)


def expanded(answerers: Sequence[object], dataset: Dataset, *, controls: bool, robustness: bool) -> tuple[object, ...]:
    """Return the answerers, and after them those under conditions: ``controls`` with two baselines, ``robustness``."""
    conditions = (*(CONTROLS if controls else ()), *((*DISTURBED, *wordings(dataset)) if robustness else ()))
    plain = [one for one in answerers if not (isinstance(one, str) and split(one)[1])]
    more: list[object] = [
        named(one, condition) if isinstance(one, str) else Under(one, condition)
        for one in plain
        for condition in conditions
    ]
    if controls:
        more += [named(f"fixed:{constant(dataset)}", BASELINE), named("lexical", BASELINE)]
    return tuple(answerers) + tuple(one for one in more if one not in answerers)


def constant(dataset: Dataset) -> str:
    """Return the one text that is accepted for most questions; "Not stated." where that is to abstain."""
    counted: Counter[str] = Counter()
    for question in dataset.questions:
        texts = {text for text in question.accepted if "?" not in text}  # what follows one would be read as options
        counted.update(texts if question.accepted else {NOT_STATED})
    best = max(counted.values(), default=0)
    return next((text for text in counted if counted[text] == best), NOT_STATED)


def altering(condition: str, dataset: Dataset) -> Alter:
    """Return what changes a request. Raises UsageError for a condition that there is not."""
    if condition.startswith(WORDING):
        return _reworded(int(condition.removeprefix(WORDING)), dataset)
    if condition == "other-document":
        return _about_another(dataset)
    try:
        return _ALTERINGS[condition]
    except KeyError:
        raise UsageError(f"there is no condition {condition!r}", hint=f"known are {', '.join(_ALTERINGS)}") from None


def _reworded(number: int, dataset: Dataset) -> Alter:
    texts: Mapping[str, str] = {
        question.id: question.paraphrases[number - 2]
        for question in dataset.questions
        if len(question.paraphrases) > number - 2
    }
    return lambda request: replace(request, question=texts.get(request.id, request.question))


def _about_another(dataset: Dataset) -> Alter:
    names: Sequence[str] = list(dataset.documents)
    others = dict(zip(names, [*names[1:], *names[:1]], strict=True))

    def alter(request: Request) -> Request:
        other = others.get(request.document_id, request.document_id)
        text = dataset.documents[other].text if other != request.document_id else OTHER_TEXT
        return replace(request, document=text)

    return alter


def _shuffled_question(request: Request) -> Request:
    end = "?" if request.question.rstrip().endswith("?") else ""
    words = request.question.rstrip(" ?").split()
    return replace(request, question=" ".join(_shuffled(words, request.question)) + end)


def _shuffled_paragraphs(request: Request) -> Request:
    parts = [part for part in re.split(r"\n\s*\n|\n", request.document) if part.strip()]
    return replace(request, document="\n\n".join(_shuffled(parts, request.document)))


def _with_distractor(request: Request) -> Request:
    parts = [part for part in re.split(r"\n\s*\n|\n", request.document) if part.strip()]
    middle = len(parts) // 2
    return replace(request, document="\n\n".join([*parts[:middle], DISTRACTOR, *parts[middle:]]))


def _numbers_rewritten(request: Request) -> Request:
    """Write 1,300 as 1300 and as 1 300 in turn, and percent as the sign does not."""
    turn = iter(range(len(request.document)))
    text = _GROUPED.sub(lambda found: found[0].replace(",", "" if next(turn) % 2 else "\u202f"), request.document)
    text = _PERCENT.sub(lambda found: " percent" if "%" in found[0] else "%", text)
    return replace(request, document=text)


def _shuffled(parts: list[str], seed: str) -> list[str]:
    """Return the parts in another order, the same one for the same seed."""
    moved = list(parts)
    digest = sha256(seed.encode("utf-8", "surrogatepass")).digest()
    random.Random(digest).shuffle(moved)  # noqa: S311 - an order that can be repeated, no secret
    return [*parts[1:], *parts[:1]] if moved == parts else moved


_ALTERINGS: dict[str, Alter] = {
    BASELINE: lambda request: request,
    "closed-book": lambda request: replace(request, document=""),
    "shuffled-question": _shuffled_question,
    "shuffled-paragraphs": _shuffled_paragraphs,
    "distractor": _with_distractor,
    "number-formats": _numbers_rewritten,
}
