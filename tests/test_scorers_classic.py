"""The squad and drop scorers judge as the published scripts do, and keep abstentions apart."""

import pytest
from asked import asked

from qa_eval import classic, plugins
from qa_eval.errors import UsageError
from qa_eval.model import Reason, Verdict
from qa_eval.scorers.strict import Scorer as Strict

TOWN = asked("Which town?", "entity", "Sudzha", accepted=["the town of Sudzha"])
NONE = asked("Who?", "unanswerable")
LIST = asked("What?", "list", [["oil products", "fuel"], "technology"])

SQUAD = [
    (TOWN, "sudzha.", Verdict.CORRECT, Reason.EXACT, 1.0),
    (TOWN, "Sudzha in Russia", Verdict.INCORRECT, Reason.PARTIAL, 0.5),
    (TOWN, "Kursk", Verdict.INCORRECT, Reason.WRONG_WORDS, 0.0),
    (TOWN, " . ", Verdict.ABSTAINED, Reason.ABSTAINED, 0.0),
    (NONE, "", Verdict.CORRECT, Reason.RIGHTLY_ABSTAINED, 1.0),
    (NONE, "not stated", Verdict.INCORRECT, Reason.ANSWERED_UNANSWERABLE, 0.0),
]
DROP = [
    (LIST, "technology and fuel", Verdict.CORRECT, Reason.EXACT, 1.0),
    (LIST, "technology", Verdict.INCORRECT, Reason.PARTIAL, 0.5),
    (LIST, "", Verdict.ABSTAINED, Reason.ABSTAINED, 0.0),
    (TOWN, "The Town of Sudzha", Verdict.CORRECT, Reason.EXACT, 1.0),
    (TOWN, "Kursk", Verdict.INCORRECT, Reason.WRONG_WORDS, 0.0),
    (asked("How many?", "quantity", "3,000"), "3000", Verdict.CORRECT, Reason.EXACT, 1.0),
    (asked("How many?", "quantity", "3,000"), "4000", Verdict.INCORRECT, Reason.WRONG_WORDS, 0.0),
    (NONE, "the", Verdict.CORRECT, Reason.RIGHTLY_ABSTAINED, 1.0),
    (NONE, "Budanov", Verdict.INCORRECT, Reason.ANSWERED_UNANSWERABLE, 0.0),
]


@pytest.mark.parametrize(
    ("scorer", "question", "text", "verdict", "reason", "value"),
    [*(("squad_v2", *row) for row in SQUAD), *(("drop", *row) for row in DROP)],
)
def test_verdict_reason_and_value(scorer, question, text, verdict, reason, value):
    score = plugins.make("scorers", scorer).score(question, text)
    assert (score.verdict, score.reason, score.value, score.f1) == (verdict, reason, value, value)
    assert score.exact_match == (verdict is Verdict.CORRECT)


def test_squads_first_version_has_no_f1_for_what_normalises_to_nothing():
    question = asked("Which vitamin?", "entity", "A")
    assert plugins.make("scorers", "squad?version=1").score(question, "the").f1 == 0
    assert plugins.make("scorers", "squad?version=2").score(question, "the").f1 == 1


def test_an_unknown_version_is_an_error():
    with pytest.raises(UsageError, match="SQuAD has no version 3"):
        plugins.make("scorers", "squad?version=3")


@pytest.mark.parametrize("text", ["oil and technology", "170 mm", "The Town, of Sudzha!", ""])
@pytest.mark.parametrize("question", [TOWN, NONE, asked("What calibre?", "quantity", "170 mm", accepted=["17 cm"])])
def test_strict_scores_carry_squads_figures(question, text):
    score = Strict().score(question, text)
    assert score.exact_match == classic.exact_match(text, question.accepted)
    assert score.f1 == classic.f1(text, question.accepted)


@pytest.mark.parametrize(
    ("text", "exact", "f1"),
    [("technology, fuel", True, 1.0), ("fuel", False, 0.5), ("gas and technology", False, 0.5), ("", False, 0.0)],
)
def test_strict_scores_of_lists_carry_drops_figures(text, exact, f1):
    score = Strict().score(LIST, text)
    assert (score.exact_match, score.f1) == (exact, f1)
