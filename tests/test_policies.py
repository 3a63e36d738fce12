"""Both policies' verdicts are kept of every answer, and the policy that decides suits the dataset."""

import json
from pathlib import Path

import pytest
import yaml
from commandline import data, run

import qa_eval
from qa_eval import dataset, plugins
from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.engine import default_scorer, run_questions
from qa_eval.engine.accord import in_accord
from qa_eval.engine.scoring import BothPolicies
from qa_eval.journal.lines import decode, encode
from qa_eval.model import EntityAnswer, Opinion, Prediction, Question, Result, Score, Verdict

PLAIN = '{"id": "who", "question": "Who wrote it?", "answers": ["Sir Arthur Conan Doyle"]}\n'
CURATED = """schema: 1
name: books
version: 1.0.0
document: {text: "Sir Arthur Conan Doyle wrote it."}
questions:
  - {id: who, question: "Who wrote it?", type: entity, answer: Sir Arthur Conan Doyle}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plain.jsonl").write_text(PLAIN)
    (tmp_path / "said.jsonl").write_text('{"id": "who", "answer": "Conan Doyle"}\n')
    return tmp_path


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({}, "lenient"),
        ({"reject": ["Watson"]}, "strict"),
        ({"type": "quantity", "answers": ["170 mm"], "tolerance": "exact"}, "strict"),
    ],
)
def test_a_plain_list_of_accepted_texts_is_scored_leniently(tmp_path, extra, expected):
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps({**json.loads(PLAIN), **extra}) + "\n")
    assert default_scorer(dataset.load(path)) == expected


def test_a_bundled_set_is_scored_strictly():
    assert default_scorer(dataset.load("north-korea-russia")) == "strict"


@pytest.mark.parametrize(
    ("options", "verdict", "policies"),
    [
        ((), "correct", ("incorrect", "correct")),
        (("--scorer", "strict"), "incorrect", ("incorrect", "correct")),
        (("--scorer", "lenient"), "correct", ("incorrect", "correct")),
        (("--scorer", "squad"), "incorrect", (None, None)),
    ],
)
def test_each_line_holds_the_verdict_of_both(folder, options, verdict, policies):
    said = run("score", "plain.jsonl", "said.jsonl", "--jsonl", *options, cwd=folder).stdout
    row = json.loads(said)
    assert row["verdict"] == verdict
    assert (row["strict"], row["lenient"]) == policies


def test_a_kept_run_and_its_json_report_hold_the_other_opinion(folder):
    made = data("score", "plain.jsonl", "said.jsonl", "--report", "json", cwd=folder)
    kept = json.loads((folder / made["folder"] / "results.jsonl").read_text())
    assert kept["other"]["policy"] == "strict"
    assert kept["other"]["verdict"] == "incorrect"
    (report,) = (folder / made["folder"]).glob("*report*.json")
    assert json.loads(report.read_text())["results"][0]["other"]["policy"] == "strict"


def test_a_stored_opinion_comes_back_as_it_was():
    score = Score(
        Verdict.CORRECT, 0.8, "exact", "told", other=Opinion("strict", Verdict.INCORRECT, 0.0, "wrong_name", "é\ud800")
    )
    result = Result("q", "me", Prediction("x"), score)
    assert decode(encode(result)) == result
    without = Result("q", "me", Prediction("x"), Score(Verdict.CORRECT, 0.8, "exact", "told"))
    assert decode(encode(without)) == without


def test_a_policy_that_breaks_does_not_cost_the_other_its_verdict():
    class Broken:
        def score(self, question, text, document=None):
            raise ValueError("no")

    both = BothPolicies("strict")
    both.prepare()
    both._made = (both._made[0], Broken())
    score = both.score(Question("q", "Who?", EntityAnswer("Doyle"), ("Doyle",)), "Doyle")
    assert (score.verdict, score.other.verdict) == (Verdict.CORRECT, Verdict.FAILED)


def test_a_run_takes_the_policy_of_its_dataset(folder):
    finished = run_questions(dataset.load(folder / "plain.jsonl"), ["oracle"])
    assert finished.scorer == "lenient"
    assert finished.results[0].score.other.policy == "strict"


@pytest.mark.parametrize("name", dataset.bundled())
@pytest.mark.parametrize("policy", ["strict", "lenient"])
def test_the_first_accepted_answer_is_scored_at_a_glance_as_it_is_by_reading(name, policy, monkeypatch):
    def scores():
        scorer = BothPolicies(policy)
        asked = dataset.load(name)
        return [scorer.score(question, text) for question in asked.questions for text in question.accepted]

    quick = scores()
    for place in ("strict", "lenient"):
        monkeypatch.setattr(f"qa_eval.scorers.{place}.is_first_accepted", lambda *_: False)
    assert scores() == quick


@pytest.mark.parametrize(
    ("question", "accepted", "text", "strict", "lenient"),
    [
        # what strict reads as the accepted value is that under lenient
        ("What did the treasury book for losses, in dollars?", "$8,200,000", "8.2m", "correct", "correct"),
        ("What did the treasury book for losses, in dollars?", "$8,200,000", "8.3m", "incorrect", "incorrect"),
        # what lenient finds to be told of something else is not accepted by strict
        (
            "What is the deepest lake in Brandia?",
            "Lake Orva",
            "The deepest lake in Brandia is Lake Tensen, which can be reached from Lake Orva.",
            "incorrect",
            "incorrect",
        ),
        (
            "What is the deepest lake in Brandia?",
            "Lake Orva",
            "The deepest lake in Brandia is Lake Orva.",
            "correct",
            "correct",
        ),
        ("When was the ferry sunk?", "27 May 1941", "She was launched on 27 May 1941.", "incorrect", "incorrect"),
        ("When was the ferry sunk?", "27 May 1941", "She was sunk on 27 May 1941.", "correct", "correct"),
        (
            "Did the margin improve compared with the year before?",
            "yes",
            "The margin declined.",
            "incorrect",
            "incorrect",
        ),
        ("Did the margin improve compared with the year before?", "yes", "It improved.", "correct", "correct"),
        ("Which metal lines the tank?", "zinc", "Zinc is too soft, so the metal is lead.", "incorrect", "incorrect"),
        ("Which metal lines the tank?", "zinc", "Zinc is soft, so it is easy to shape.", "correct", "correct"),
        (
            "On which continent is Mali?",
            "Africa",
            "Mali is in Asia; Africa begins further south.",
            "incorrect",
            "incorrect",
        ),
        ("On which continent is Mali?", "Africa", "Mali is in Africa; Asia begins further east.", "correct", "correct"),
        (
            "When was the viaduct opened?",
            "1891",
            "It was opened in 1887, and by 1891 it had been widened.",
            "incorrect",
            "incorrect",
        ),
        (
            "When was the viaduct opened?",
            "1891",
            "It was opened in 1891, and by 1897 it had been widened.",
            "correct",
            "correct",
        ),
        (
            "What was the gross margin of the group in 2020?",
            "$3.4 billion",
            "The report gives revenue of $3.4 billion but does not state gross margin.",
            "incorrect",
            "incorrect",
        ),
        (
            "What was the gross margin of the group in 2020?",
            "$3.4 billion",
            "The report states a gross margin of $3.4 billion for the year 2020.",
            "correct",
            "correct",
        ),
    ],
)
def test_each_policy_takes_what_only_the_other_knows(question, accepted, text, strict, lenient):
    one, other = (qa_eval.score(text, [accepted], question=question, scorer=policy) for policy in ("strict", "lenient"))
    assert (one.verdict, one.other.verdict) == (strict, lenient), one
    assert (other.verdict, other.other.verdict) == (lenient, strict), other


# what strict finds a few words to say of the accepted answer holds under lenient too: question, accepted, accepted still, turned down
TOLD = [
    ("How did the derby end?", "Vesta won 5-1", ["Vesta won it 5-1", "5-1 to Vesta"], ["Calder won 5-1", "Vesta lost 5-1"]),
    ("What happened between Ines and Goran?", "Ines sued Goran", ["She sued Goran", "Ines sued Goran."], ["Goran sued Ines"]),
    ("Who did not attend the hearing?", "Paula Stein", ["Paula Stein did not."], ["Paula Stein attended."]),
    ("What did the council do on 3 May?", "It approved the budget", ["approved the budget"], ["It did not approve the budget"]),
    ("What does a family pass cost?", "€42", ["€42", "It costs €42."], ["It rose by €42.", "It used to be €42"]),
    ("How much did the fund pay out in all?", "$860", ["$860", "It paid $860."], ["$860 each", "They got $860 apiece."]),
    ("How many trees were felled?", "73", ["73 were felled."], ["73 were not felled.", "All but 73."]),
    ("Which metal is the bell made of?", "bronze", ["It is of bronze."], ["bronze or brass", "tin and bronze"]),
    ("On which day is the shop shut?", "Tuesday", ["on Tuesdays"], ["Tuesday and Friday", "Tuesday or Friday"]),
    ("What calibre is the gun?", "105 mm", ["105 mm", "a 105 mm gun"], ["105 mm and 88 mm", "105 or 88 mm"]),
    ("By how much did the level sink?", "9 cm", ["by 9 cm", "It sank by 9 cm."], ["to 9 cm", "It sank to 9 cm."]),
    # a bound of a figure, and a limit of a time of day
    ("How many sailors drowned?", "34", ["34 sailors", "about 34"], ["over 34", "at most 34", "fewer than 34"]),
    ("How many people marched?", "27,000", ["more than 27,000", "over 27,000"], ["fewer than 27,000", "up to 27,000"]),
    ("What is the minimum age for the course?", "16", ["16 and over", "at least 16"], ["under 16", "up to 16"]),
    ("When does the bakery open?", "7 a.m.", ["7:00", "at 7 a.m."], ["after 7 a.m.", "until 7 a.m."]),
    ("When was it sealed?", "3 June 1987 at 14:30", ["3 June 1987, 2:30 pm"], ["3 June 1987 at 16:30"]),
    # rounded, worked out, or one of the names of the thing: people take it, and strict's doubts do not count
    ("What is the ratio of sugar to fruit?", "1.5", ["1.5:1", "three to two"], ["1.5 to 2"]),
    ("How many rowers does the boat have?", "8", ["four to port and four to starboard", "4 + 4 = 8"], ["four"]),
    ("When did the mill close?", "12 April 1963", ["April 1963", "1963"], ["12 May 1963"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "accepted", "text", "verdict"),
    [
        (question, accepted, text, verdict)
        for question, accepted, right, wrong in TOLD
        for verdict, texts in (("correct", right), ("incorrect", wrong))
        for text in texts
    ],
)
def test_what_a_few_words_say_of_the_accepted_answer_counts_for_both(question, accepted, text, verdict):
    score = qa_eval.score(text, [accepted], question=question, scorer="lenient")
    assert score.verdict == verdict, score


LENIENT = Path(__file__).parent / "lenient"


def test_strict_turns_down_hardly_anything_that_people_accept():
    strict, lenient, turned, accepted = plugins.make("scorers", "strict"), plugins.make("scorers", "lenient"), [], 0
    for path in sorted(LENIENT.glob("*.yaml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
            answer, texts = typed_answer(
                tuple(entry["answers"]), infer_type(tuple(entry["answers"]), entry["question"])
            )
            question = Question("row", entry["question"], answer, texts)
            for text in entry["accept"]:
                alone, beside = lenient.score(question, text), strict.score(question, text)
                accepted += 1
                if alone.verdict is Verdict.CORRECT and in_accord(beside, alone, question, text)[1] is not alone:
                    turned.append((entry["question"], text, beside.message))
    assert len(turned) <= accepted // 250, turned
