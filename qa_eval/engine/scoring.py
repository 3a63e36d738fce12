"""A prediction becomes a score; a scorer that breaks is data too, never a wrong answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from qa_eval import plugins
from qa_eval.dataset.packed import Packed
from qa_eval.engine.accord import in_accord
from qa_eval.errors import PluginError
from qa_eval.model import (
    NO_TOLERANCE,
    Opinion,
    PhraseAnswer,
    QuantityAnswer,
    Reason,
    Score,
    UnitPolicy,
    Verdict,
)

if TYPE_CHECKING:
    from qa_eval.model import Dataset, Document, Prediction, Question, Scorer

CURATED, OPEN = "strict", "lenient"
_OTHER = {CURATED: OPEN, OPEN: CURATED}
MISSING = "missing"  # the kind of failure of stored answers that hold none to a question


def other_policy(scorer: str) -> str:
    """Return the policy that scores beside ``scorer``; "" where that is none of the two."""
    return _OTHER.get(scorer, "")


class Policy(Protocol):
    """A scorer whose rules take a while to import, and which scores some answers without them."""

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score one answer."""

    def at_once(self, question: Question, text: str) -> bool:
        """Return whether an answer is scored without the rules."""

    def prepare(self) -> None:
        """Import the rules."""


class BothPolicies:
    """Scores by one policy, in accord with the other one, and keeps what that one says beside it.

    Their rules are imported by ``prepare``, or at the first answer that needs them: they take as long as everything that asks.
    """

    def __init__(self, policy: str) -> None:
        self.policy, self.other = policy, _OTHER[policy]
        self.prepared = False
        self._made: tuple[Policy, Policy] | None = None

    def made(self) -> tuple[Policy, Policy]:
        """Return the two policies, made where they are not yet, without their rules. Raises PluginError when one does not load."""
        if self._made is None:
            self._made = (plugins.make("scorers", self.policy), plugins.make("scorers", self.other))
        return self._made

    def prepare(self) -> None:
        """Make the two policies and import their rules, in whichever thread. Raises PluginError when one does not load."""
        for policy in self.made():
            policy.prepare()
        self.prepared = True

    def at_once(self, question: Question, text: str) -> bool:
        """Return whether an answer can be scored by now without waiting for anything to be made."""
        made = self._made
        return self.prepared or (made is not None and all(policy.at_once(question, text) for policy in made))

    def score(self, question: Question, text: str, document: Document | None = None) -> Score:
        """Score one answer; ``Score.other`` is the other policy's opinion."""
        policy, beside = self._made or self.made()
        one = policy.score(question, text, document)
        try:
            second = beside.score(question, text, document)
        except Exception as error:  # noqa: BLE001 - the policy that does not decide must not cost the one that does
            told = f"the scorer raised {type(error).__name__}: {error}"
            opinion = Opinion(self.other, Verdict.FAILED, 0.0, Reason.SCORER_FAILED, told)
        else:
            if one.verdict is not second.verdict:
                strict, lenient = (one, second) if self.policy == CURATED else (second, one)
                strict, lenient = in_accord(strict, lenient, question, text)
                one, second = (strict, lenient) if self.policy == CURATED else (lenient, strict)
            opinion = Opinion(self.other, second.verdict, second.value, second.reason, second.message)
        # made anew by hand: ``replace`` takes three times as long
        return Score(
            one.verdict, one.value, one.reason, one.message, one.read, one.gold, one.exact_match, one.f1, opinion
        )


def default_scorer(dataset: Dataset) -> str:
    """Return the policy that suits a dataset: strict for curated questions, lenient for a plain list of accepted texts.

    Questions are curated when they come as YAML, or one of them says more than its accepted texts: a tolerance, what has to
    be said, evidence, examples.
    """
    if not dataset.path or dataset.path.endswith((".yaml", ".yml")):
        return CURATED
    questions = dataset.questions
    plain = isinstance(questions, Packed) and questions.plain  # then they need not be made to be looked at
    return CURATED if not plain and any(map(_is_curated, questions)) else OPEN


def _is_curated(question: Question) -> bool:
    answer = question.answer
    if isinstance(answer, QuantityAnswer) and (
        (answer.tolerance is not NO_TOLERANCE and answer.tolerance != NO_TOLERANCE)
        or answer.unit_policy is not UnitPolicy.OPTIONAL
        or answer.bound is not None
    ):
        return True
    if isinstance(answer, PhraseAnswer) and (answer.must_say or answer.must_not_say):
        return True
    return bool(question.evidence or question.accept or question.reject)


def made_scorer(scorer: Scorer | str) -> Scorer:
    """Return the scorer of a spec, or the one given; a policy comes with the other one beside it.

    Raises SpecError, and PluginError for one that cannot be called as a scorer is.
    """
    if isinstance(scorer, str) and scorer in _OTHER:
        return BothPolicies(scorer)
    made: Scorer = plugins.make("scorers", scorer) if isinstance(scorer, str) else scorer
    wrong = _breach(made)
    if wrong:
        name = f"scorer {scorer!r}" if isinstance(scorer, str) else f"{scorer!r:.80}"
        raise PluginError(f"{name} {wrong}", hint="a scorer has `def score(self, question, text, document=None)`")
    return made


def _breach(scorer: object) -> str:
    """Return why a scorer cannot be called with a question, a text and a document, "" where it can."""
    import inspect  # noqa: PLC0415 - the policies do without it

    method = getattr(scorer, "score", None)
    if not callable(method):
        return "has no method `score`"
    if inspect.iscoroutinefunction(method):
        return "has an async `score`, which nobody awaits"
    try:
        inspect.signature(method).bind("question", "text", "document")
    except TypeError as error:
        return f"cannot be called with a question, a text and a document: {error}"
    except ValueError:  # some built-in callables have no signature
        pass
    return ""


def judge(scorer: Scorer, question: Question, prediction: Prediction, document: Document | None) -> Score:
    """Score a prediction; "failed" when there is none, or when the scorer raises or returns no score."""
    if prediction.text is None:
        failure = prediction.failure
        if failure and failure.kind == MISSING:
            return Score(Verdict.FAILED, 0.0, Reason.MISSING_ANSWER, failure.message)
        said = f"{failure.kind}: {failure.message}" if failure else "no answer"
        return Score(Verdict.FAILED, 0.0, Reason.ANSWERER_FAILED, said)
    try:
        score = scorer.score(question, prediction.text, document)
        return score if _sound(score) else _converted(score)
    except Exception as error:  # noqa: BLE001 - a scorer's own defect must not count against the answer
        return Score(Verdict.FAILED, 0.0, Reason.SCORER_FAILED, f"the scorer raised {type(error).__name__}: {error}")


def _sound(score: Score) -> bool:
    return (
        type(score) is Score
        and type(score.value) is float
        and type(score.f1) is float
        and type(score.verdict) is Verdict
        and 0.0 <= score.value <= 1.0
        and 0.0 <= score.f1 <= 1.0
    )


def _converted(score: object) -> Score:
    """Return an outsider's score with the types that a Score declares. Raises ValueError or TypeError when it has none."""
    if not isinstance(score, Score):
        raise TypeError(f"it returned {type(score).__name__} where a Score is wanted")
    value, f1 = float(score.value), float(score.f1)
    if not (0.0 <= value <= 1.0 and 0.0 <= f1 <= 1.0):
        raise ValueError(f"its value {value} and F1 {f1} must be within 0..1")
    texts = (str(score.reason), str(score.message), str(score.read), str(score.gold))
    return Score(Verdict(score.verdict), value, *texts, bool(score.exact_match), f1, score.other)
