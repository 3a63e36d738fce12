"""The lenient policy: learned, but monotone, explained, deterministic, without heavy imports and linear in the answer's length."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from growth import assert_linear
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.model import EntityAnswer, QuantityAnswer, Question, Unanswerable, Verdict
from qa_eval.scorers.lenient import Scorer
from qa_eval.scorers.lenient.asked import Asked
from qa_eval.scorers.lenient.features import FEATURES, NAMES, measured
from qa_eval.scorers.lenient.forest import forest, judge, log_odds
from qa_eval.scorers.lenient.said import Said

SCORER = Scorer()
WORDS = ["amber", "bridge", "castle", "delta", "engine", "forest", "granite", "harbour"]


def question(*accepted, text="Which one is it?"):
    return Question("q", text, EntityAnswer(accepted[0]), accepted)


def rows(draw, count):
    """Rows of features as answers have them, each feature within its range."""
    whole = {"missing": 6, "options": 4, "number_missing": 4, "number_extra": 4, "found": 4, "sentence": 4}
    for _ in range(count):
        yield [float(draw.randrange(whole[name])) if name in whole else draw.random() for name in NAMES]


@pytest.mark.parametrize(("place", "sign"), [(place, sign) for place, (_, sign, _) in enumerate(FEATURES) if sign])
def test_more_of_a_signed_feature_never_turns_the_judgement_the_other_way(place, sign):
    draw = random.Random(place)  # noqa: S311 - nothing is secret here
    made = forest()
    for row in rows(draw, 300):
        more = [*row]
        more[place] = row[place] + draw.random() * 3
        change = log_odds(more, made) - log_odds(row, made)
        assert change >= -1e-9 if sign == "+" else change <= 1e-9, FEATURES[place]


@given(st.permutations(WORDS), st.integers(2, 5), st.data())
def test_more_of_the_accepted_words_never_make_an_answer_less_likely(order, length, data):
    accepted = order[:length]
    said = data.draw(st.integers(0, length - 1))
    asked = question(" ".join(accepted))
    fewer = SCORER.score(asked, " ".join(accepted[:said]) or order[-1])
    more = SCORER.score(asked, " ".join(accepted))
    assert more.value >= fewer.value
    assert more.verdict is Verdict.CORRECT


def test_a_verdict_that_is_kept_is_that_of_its_own_question():
    scorer = Scorer()
    for year in range(
        1900, 1950
    ):  # each question is gone before the next one is made, which may take its place in memory
        asked = question(f"Tower {year}")
        told = [scorer.score(asked, text) for text in ("Tower 1925", "the Tower of 1925", "Tower 1925")]
        assert told == [Scorer().score(asked, text) for text in ("Tower 1925", "the Tower of 1925", "Tower 1925")]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), st.text(max_size=80))
def test_an_accepted_answer_is_correct_and_any_answer_gets_a_sound_score(accepted, text):
    asked = question(accepted)
    assert SCORER.score(asked, accepted).verdict is Verdict.CORRECT
    score = SCORER.score(asked, text)
    assert 0 <= score.value <= 1
    assert (score.verdict is Verdict.CORRECT) == (score.value >= 0.5)
    assert score == Scorer().score(asked, text)


@given(st.sampled_from(WORDS), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_one_more_accepted_answer_never_makes_a_right_answer_wrong(accepted, others):
    answer = f"It was the {accepted}."
    assert SCORER.score(question(accepted), answer).verdict is Verdict.CORRECT
    assert SCORER.score(question(accepted, *others), answer).verdict is Verdict.CORRECT


def test_the_first_accepted_spelling_is_the_one_that_is_read():
    spelt = ("Ines Van Dorn", "Ines VanDorn")
    for accepted in (spelt, spelt[::-1]):
        assert SCORER.score(question(*accepted), "It was Ines VANDORN.").read == f"It was {accepted[0]}."


def test_each_learned_verdict_names_the_features_that_decided_it():
    asked = question("the insulated copper wiring")
    for text in ("copper wiring", "steel pipes", "It was copper wiring, they say.", "iron wiring"):
        message = SCORER.score(asked, text).message
        assert any(meaning in message for _, _, meaning in FEATURES), message
    row = measured(Asked(asked), Said("copper wiring"))[0]
    judged = judge(row)
    assert judged.because
    assert all(0 <= place < len(NAMES) for place, _ in judged.because)


def test_the_trees_are_json_and_few():
    stored = json.loads((Path(sys.modules["qa_eval.scorers.lenient"].__file__).parent / "forest.json").read_text())
    assert stored["features"] == list(NAMES)
    assert len(stored["trees"]) <= 100


def test_scoring_imports_no_library_for_learning():
    script = (
        "import sys; from qa_eval.api import score; print(score('Doyle', ['Conan Doyle'], scorer='lenient').verdict);"
        "print([name for name in ('sklearn', 'scipy', 'numpy', 'joblib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"


HOSTILE = {
    "digits": "9",
    "commas": ",",
    "brackets": "(",
    "closed brackets": "()",
    "braces": r"\boxed{",
    "marks": "e\u0301\u0302",
    "words": "amber ",
    "numbers": "1,300 km ",
    "answers": "the answer is ",
    "powers": "2^",
    "dollars": "$x$",
    "options": "(A) ",
    "ors": "amber or ",
    "names": "Ann Lee, ",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "accepted", ["amber castle", "1,300 km", "3 April 2023", "x^2 + 1", "(a) 3 m (b) 5 s", "B", "Ann Lee"]
)
def test_time_grows_linearly_with_the_answer(name, accepted):
    asked = question(accepted)
    assert_linear(lambda text: SCORER.score(asked, text), HOSTILE[name], 40_000)


@pytest.mark.parametrize(
    ("text", "accepted", "piece"),
    [
        ("How many moons has it?", "12", "12 + 3 = 15, "),
        ("How many moons has it?", "12", "3 × 4 = 12 and "),
        ("Who wrote it?", "Anna Keller", "Anna\n"),
        ("Who wrote it?", "Anna Keller", "It was Anna but not Bella. "),
        ("Who wrote it?", "Anna Keller", "She was called Anna. "),
        ("Which vitamin is it?", "A", "A, "),
        ("How many people were hurt?", "none", "none, "),
        ("How should it be taken?", "with water, one hour before lunch", "with water, one hour before lunch, "),
        (
            "What should guests do on the evening of the concert?",
            "not smoke or light candles",
            "not smoke or light candles. ",
        ),
    ],
)
def test_time_grows_linearly_with_the_sentences_and_sums_of_an_answer(text, accepted, piece):
    answer, texts = typed_answer((accepted,), infer_type((accepted,), text))
    asked = Question("asked", text, answer, texts)
    assert_linear(lambda said: SCORER.score(asked, said), piece, 40_000)


def test_ten_megabytes_are_no_answer():
    asked = question("amber")
    assert SCORER.score(asked, "amber " * 1_700_000).verdict is Verdict.INCORRECT
    assert_linear(lambda text: SCORER.score(asked, text), "amber ", 10_000_000)


def test_nothing_accepted_wants_a_refusal():
    asked = Question("q", "Who?", Unanswerable())
    assert SCORER.score(asked, "The article does not say.").verdict is Verdict.CORRECT
    assert SCORER.score(asked, "Kyrylo Budanov").verdict is Verdict.INCORRECT


def test_a_refusal_is_abstaining():
    asked = Question("q", "What calibre?", QuantityAnswer("170 mm"), ("170 mm",))
    assert SCORER.score(asked, "I do not know.").verdict is Verdict.ABSTAINED
    assert SCORER.score(asked, "").verdict is Verdict.ABSTAINED
