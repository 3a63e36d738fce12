"""No question, no accepted texts and no answer, however odd, make a policy raise."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.errors import UsageError
from qa_eval.model import Question, Verdict
from qa_eval.scorers.lenient import Scorer as Lenient
from qa_eval.scorers.strict import Scorer as Strict

POLICIES = {"strict": Strict(), "lenient": Lenient()}
QUESTIONS = (
    "Which animal is it?", "Which floor is it on?", "Who led it?", "How many were there?", "How much did it cost per month?",
    "When did it end?", "On which date?", "Did it end?", "What is the speed in km/h?", "Which of these: A) 3 B) 4?",
    "What share of the votes, in percent?", "Why did it fail?", "Name two of them.", "What is x + 1?", "",
)  # fmt: skip
PIECES = (
    "🐄", "-", "—", "...", "?", "%", "€", "$", "$$", '""', "()", "1/", "/2", "½", "π", "①", "№", "a", "I", "x", "10⁶", "H₂O", "٣", "一",
    "NaN", "inf", "1e999", "^2", "--5", "+", "±", "5±", "<", "≥", "&", "and", "or", "not", "the", "of", "no", "yes", "’s", "00", "1/0",
    "31 February", "99:99", ".5", "1,2,3,", "(a)", "A", "Dr.", "von", "MCMXC", "$x$", "\\frac{1}{2}", "\\frac", "{", "}", "C#", "1st",
    "0th", "km/h/", "m²", "°", "K", "half", "dozen", "noon", "BC", "0 BC", "Q5 2020", "1900s", "before", "until", "Charles", "Anna Keller",
    "3rd floor", "12 km", "4 May 2021", "five of them", "Apollo 11", "Smith", "gate B", "not stated",
)  # fmt: skip
texts = st.tuples(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.sampled_from((" ", ", ", " and ", "; ", "", " ("))
).map(lambda told: told[1].join(told[0]))


@pytest.mark.parametrize("name", POLICIES)
@settings(max_examples=600)
@given(st.sampled_from(QUESTIONS), st.lists(texts, min_size=1, max_size=3, unique=True), texts)
@example("Which animal is it?", ["🐄", "wild bull"], "It is the cow.")
@example("Which power is it?", ["Charles", "10⁶"], "Charles 10⁶")
def test_nothing_however_odd_raises(name, question, accepted, said):
    try:
        answer, others = typed_answer(tuple(accepted), infer_type(tuple(accepted), question))
    except UsageError:
        return  # refused with a reason before anything is asked
    score = POLICIES[name].score(Question("question", question, answer, others), said)
    assert score.verdict in set(Verdict) - {Verdict.FAILED}
    assert 0 <= score.value <= 1
    assert score.message


@pytest.mark.parametrize("name", POLICIES)
@settings(max_examples=60)
@given(
    st.sampled_from(QUESTIONS),
    st.sampled_from(PIECES),
    st.sampled_from(PIECES),
    st.sampled_from((" ", ", ", ". ", "\n")),
)
@example("Did it end?", "yes", "yes", ", ")
def test_nothing_however_often_it_is_said_raises(name, question, accepted, piece, joint):
    answer, others = typed_answer((accepted,), infer_type((accepted,), question))
    said = joint.join([piece] * 2_000)
    assert POLICIES[name].score(Question("question", question, answer, others), said).verdict is not Verdict.FAILED
