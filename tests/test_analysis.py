"""What a run tells beyond its counts, held on results made by hand: repetitions, clusters, controls, evidence, confidence."""

import json
import random
import re
from dataclasses import replace

import pytest
from commandline import data, run
from hypothesis import given
from hypothesis import strategies as st
from plain import dataset

import qa_eval
from qa_eval import summary
from qa_eval.analysis import Gathering, analyse, findings
from qa_eval.analysis.answers import Answered
from qa_eval.analysis.calibration import brier, ece, risks
from qa_eval.analysis.marks import Marks
from qa_eval.analysis.pairing import pairs
from qa_eval.analysis.quotes import place, shows
from qa_eval.engine import Run, Settings, rescore, run_questions
from qa_eval.gates import Gates
from qa_eval.gates.figures import ANALYSED
from qa_eval.intervals import paired_difference
from qa_eval.journal import Place
from qa_eval.model import (
    JUDGE_FAILED,
    JUDGED,
    Document,
    EntityAnswer,
    Evidence,
    Opinion,
    Prediction,
    Question,
    Reason,
    Result,
    Score,
    Unanswerable,
    Verdict,
    YesNoAnswer,
)
from qa_eval.statistics import mcnemar_exact, wilson
from qa_eval.versus import Side

TEXT = "The bridge opened on 4 May 1911. It is 155 metres long.\nAnna “Änne” Keller led the work; 320 people\nworked on it.\n"
DOCUMENT = Document("d", TEXT)


def result(name, question, right, repeat=0, **details):
    verdict = Verdict.CORRECT if right else Verdict.INCORRECT
    score = Score(verdict, float(right), Reason.EXACT, "", f1=float(right))
    return Result(question, name, Prediction("x", details=details), score, repeat)


def marks(name, text, **details):
    """Results of questions q0, q1, …: "1" right, "0" wrong, several of them for repetitions: "1 0 11"."""
    return [
        result(name, f"q{i}", mark == "1", repeat, **details)
        for i, word in enumerate(text.split())
        for repeat, mark in enumerate(word)
    ]


def found(key, results, of=None):
    """The data of one section, its rows by answerer."""
    sections = analyse(of or dataset(40, documents=1), results).to_json()
    return {row["answerer"]: row for row in sections[key]["rows"]} if key in sections else None


def test_nothing_is_found_where_a_run_was_made_for_nothing():
    assert analyse(dataset(4), marks("me", "1 0 1 1")).sections == ()


def test_repetitions_have_a_mean_a_worst_a_best_and_flaky_questions():
    row = found("repeats", marks("me", "111 110 000 101 111"))["me"]
    assert row["repeats"] == 3
    assert row["mean"] == pytest.approx(10 / 15)
    assert (row["every"], row["any"]) == (2 / 5, 4 / 5)
    assert row["flaky"] == ["q1", "q3"]
    low, high = row["mean_interval"]
    unrelated = wilson(10, 15)
    assert low < unrelated.low
    assert high > unrelated.high


def test_questions_about_few_documents_are_taken_as_they_are_and_about_many_as_clusters():
    ones = marks("me", "1 " * 20 + "0 " * 20)
    assert found("related", ones, dataset(40, documents=4)) is None
    row = found("related", ones, dataset(40, documents=8))["me"]
    assert row["clusters"] == 8
    assert row["f1_interval"][0] < 0.5 < row["f1_interval"][1]


def test_a_share_has_one_interval_wherever_it_stands_and_f1_is_as_wide_as_its_answers_are_related():
    asked, ones = dataset(40, documents=8), marks("me", "1 1 1 1 0 0 0 0 " * 5)
    row, (counted,) = found("related", ones, asked)["me"], summary.of(ones, asked)
    assert counted.overall.effect > 1
    assert row["interval"] == list(counted.overall.accuracy_interval)
    low, high = row["f1_interval"]  # each F1 is 0 or 1 here
    assert low <= row["interval"][0]
    assert row["interval"][1] <= high
    made = run_questions(asked, [lambda question: "3" if "3" in question else "not stated"], "strict")
    assert made.summaries == summary.of(made.results, asked)


def test_a_share_of_repeated_questions_about_shared_documents_has_one_interval():
    asked = dataset(40, documents=8)
    results = marks("me", "11 11 10 11 00 00 01 00 " * 5)
    (counted,) = summary.of(results, asked)
    row = found("repeats", results, asked)["me"]
    assert row["mean_interval"] == list(counted.overall.accuracy_interval)
    assert found("related", results, asked)["me"]["interval"] == row["mean_interval"]
    narrow = wilson(15, 40)
    assert row["every_interval"][0] < narrow.low
    assert row["every_interval"][1] > narrow.high


def test_answerers_are_told_head_to_head_and_the_more_accurate_one_first():
    results = [*marks("me", "1 0 1 1 0 0 0 0"), *marks("you", "1 1 1 1 1 1 1 0")]
    row = found("head_to_head", results)["you"]
    assert (row["against"], row["n"], row["only_right"], row["only_other_right"]) == ("me", 8, 4, 0)
    assert (row["difference"], row["p_adjusted"]) == (0.5, mcnemar_exact(4, 0))
    assert row["interval"] == list(paired_difference(4, 0, 3, 1))


def test_head_to_head_is_taken_by_document_where_enough_of_them_share_the_questions():
    eight = [*marks("me", "1 " * 16 + "0 " * 24), *marks("you", "1 " * 14 + "0 " * 26)]
    few = found("head_to_head", eight, dataset(40, documents=7))["me"]
    assert (few["documents"], few["p_adjusted"]) == (0, mcnemar_exact(2, 0))
    many = found("head_to_head", eight, dataset(40, documents=8))["me"]
    assert (many["documents"], many["difference"], many["only_right"]) == (8, few["difference"], 2)
    (section,) = [one for one in analyse(dataset(40, documents=8), eight).sections if one.key == "head_to_head"]
    assert "over 8 documents, which share the questions" in section.notes[0]


def test_a_side_that_is_better_on_one_document_alone_is_not_called_better():
    asked = dataset(80, documents=8)  # question i is about document i % 8
    mine = "".join("1 " if number % 8 == 3 else "0 " for number in range(80))
    row = found("head_to_head", [*marks("me", mine), *marks("you", "0 " * 80)], asked)["me"]
    assert (row["only_right"], row["p_adjusted"]) == (10, 1.0)
    low, high = row["interval"]
    assert low < 0 < 10 / 80 < high


def test_head_to_head_leaves_out_what_one_was_not_asked_and_counts_repetitions_by_question():
    results = [*marks("me", "11 10 00 11"), *marks("you", "10 10 00")]
    row = found("head_to_head", results)["me"]
    assert (row["n"], row["only_right"], row["only_other_right"]) == (3, 1, 0)
    assert row["difference"] == pytest.approx(3 / 6 - 2 / 6)
    assert row["p_adjusted"] == 1.0


def test_head_to_head_adjusts_for_all_pairs_and_shows_the_best_of_many():
    names = [f"one{number}" for number in range(7)]
    results = [
        r for number, name in enumerate(names) for r in marks(name, "1 " * (4 * number) + "0 " * (28 - 4 * number))
    ]
    (section,) = analyse(dataset(28, documents=1), results).sections
    assert {row[0] for row in section.rows} == {"one6"}
    assert [row[1] for row in section.rows] == names[:6]
    rows = section.data["rows"]
    assert len(rows) == 21
    closest = [row["p_adjusted"] for row in rows if row["only_right"] == 4]
    assert closest == pytest.approx([mcnemar_exact(4, 0) * 6] * 6)
    assert "21 pairs" in section.notes[0]


def test_two_that_were_asked_nothing_in_common_are_not_compared():
    results = [*marks("me", "1 0"), *[result("you", f"q{number}", right=True) for number in (5, 6)]]
    assert found("head_to_head", results) is None


@given(st.lists(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=3), min_size=1, max_size=8))
def test_marks_are_paired_alike_however_they_are_kept(answers):
    kept = [Marks({f"q{at}": at for at in range(len(answers))}) for _ in range(2)]
    plain = [{}, {}]
    for at, repeats in enumerate(answers):
        for repeat, both in enumerate(repeats):
            for side, right in enumerate(both):
                kept[side].add(f"q{at}", repeat, right=right)
                plain[side][f"q{at}"] = (*plain[side].get(f"q{at}", ()), right)
    counted = [
        pairs(*(Answered(name, marks) for name, marks in zip("ab", each, strict=True))) for each in (kept, plain)
    ]
    assert counted[0] == counted[1]
    assert [dict(one) for one in kept] == plain


def test_the_lift_over_a_control_is_paired_and_adjusted():
    rows = found("controls", marks("me", "1 1 1 1 1 1 1 1 0 0") + marks("me @closed-book", "1 0 0 0 0 0 0 0 0 0"))
    found_lift = rows["me"]["controls"]["closed-book"]
    assert found_lift["difference"] == pytest.approx(0.7)
    assert found_lift["p_adjusted"] == pytest.approx(2 / 2**7)
    both = marks("me @closed-book", "1 0 0 0 0 0 0 0 0 0") + marks("me @shuffled-question", "1 1 0 0 0 0 0 0 0 0")
    rows = found("controls", marks("me", "1 1 1 1 1 1 1 1 0 0") + both)
    assert rows["me"]["controls"]["closed-book"]["p_adjusted"] == pytest.approx(2 * 2 / 2**7)
    assert rows["me"]["known_without_document"] == ["q0"]


def test_an_answerer_that_is_as_good_without_the_document_is_called_one_that_does_not_read():
    (section,) = analyse(dataset(10), marks("me", "1 1 0 0") + marks("me @closed-book", "1 0 1 0")).sections
    assert any("(p 1.000): that it reads is not shown" in note for note in section.notes)


def test_a_lift_whose_interval_excludes_0_says_by_which_p_it_is_not_distinguishable():
    asked = marks("me", "1 1 1 1 1 1 0 0 0 0")
    under = [marks(f"me @{name}", "0 0 0 0 0 0 0 0 0 0") for name in ("closed-book", "other-document")]
    (section,) = analyse(dataset(10), [*asked, *under[0], *under[1]]).sections
    low = float(section.rows[0][3].partition("[")[2].partition(",")[0])
    assert low > 0
    assert section.rows[0][4:6] == ("0.062", "NOT distinguishable")
    assert section.notes[-1].endswith("p is exact, adjusted by Holm for 2 comparisons of an answerer, and decides.")


def test_a_yes_or_no_that_is_right_without_the_document_is_told_apart_as_chance():
    questions = (
        Question("q0", "?", YesNoAnswer(yes=True), ("yes",), "d"),
        Question("q1", "?", EntityAnswer("Anna"), ("Anna",), "d"),
    )
    two = qa_eval.Dataset("two", "1", questions, {"d": DOCUMENT}, "")
    (section,) = analyse(two, marks("me", "1 1") + marks("me @closed-book", "1 1")).sections
    assert "right without the document, so known, guessable or leaked (me): q1" in section.notes
    assert "right without the document, as half of all yes/no questions by chance (me): q0" in section.notes


def worded(n, most):
    questions = tuple(
        Question(f"q{i}", "?", EntityAnswer("A"), ("A",), "d", paraphrases=("a", "b", "c")[:most]) for i in range(n)
    )
    return qa_eval.Dataset("worded", "1", questions, {"d": DOCUMENT}, "")


def test_wordings_of_a_question_are_one_cluster():
    results = marks("me", "1 1 0 1") + marks("me @wording-2", "1 0 0 1") + marks("me @wording-3", "1 1 0 1")
    row = found("wordings", results, worded(4, 2))["me"]
    assert (row["questions"], row["original"], row["all_wordings"], row["consistency"]) == (4, 0.75, 0.5, 0.75)
    assert row["mean"] == pytest.approx(8 / 12)
    assert row["inconsistent"] == ["q1"]
    unrelated = wilson(8, 12)
    assert row["mean_interval"][1] - row["mean_interval"][0] > unrelated.high - unrelated.low


def test_what_a_change_of_the_document_costs_is_above_0_where_it_costs_something():
    results = marks("me", "1 1 1 1 1 1 1 0") + marks("me @distractor", "1 0 0 0 0 0 0 0")
    found_ones = analyse(dataset(8), results)
    cost = found_ones.figures()["me"]["drop:distractor"]
    assert cost.value == pytest.approx(6 / 8)
    assert 0 < cost.interval.low < cost.value < cost.interval.high
    assert "LESS" in "\n".join(found_ones.lines())


@pytest.mark.parametrize(
    ("quote", "where"),
    [
        ("opened on 4 May 1911", "exact"),
        ("  320 people\nworked ", "exact"),
        ("320 people worked", "normalised"),
        ('ANNA "änne" KELLER', "normalised"),
        ("opened on 5 May 1911", "invented"),
        ("155 metres … long", "invented"),
        ("—", "invented"),
    ],
)
def test_a_quote_stands_in_the_document_or_is_invented(quote, where):
    assert place(quote, DOCUMENT) == where


@pytest.mark.parametrize(
    ("quote", "hit"),
    [
        ("It is 155 metres long.", True),
        ("155 metres", True),
        ("1911. It is 155 metres", True),
        ("IT IS 155 METRES LONG", True),
        ("long", False),
        ("4 May 1911", False),
    ],
)
def test_a_quote_shows_the_evidence_where_most_of_it_overlaps(quote, hit):
    question = Question("q", "?", EntityAnswer("x"), (), "d", (Evidence("155 metres long", 0, 0),))
    assert shows(quote, question, DOCUMENT) is hit


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_every_part_of_a_document_is_in_it(start, end):
    quote = TEXT[min(start, end) : max(start, end)]
    assert not quote.strip() or place(quote, DOCUMENT) == "exact"


def quoted():
    """Three questions with the same evidence, and one without any."""
    evidence = (Evidence("155 metres long", 40, 55),)
    questions = tuple(Question(f"q{i}", "?", EntityAnswer("x"), ("x",), "d", evidence) for i in range(3))
    return qa_eval.Dataset(
        "quoted", "1", (*questions, Question("q3", "?", EntityAnswer("x"), ("x",), "d")), {"d": DOCUMENT}, ""
    )


def test_an_answer_is_right_for_the_right_reason_or_right_without_it():
    results = [
        result("me", "q0", True, evidence=["It is 155 metres long."]),
        result("me", "q1", True, evidence="opened on 4 May 1911"),
        result("me", "q2", False, evidence=["155 METRES long", "made up"]),
        result("me", "q3", True, evidence=["320 people\nworked", 7, ""]),
        result("other", "q0", True),
    ]
    rows = found("evidence", results, quoted())
    assert set(rows) == {"me"}
    row = rows["me"]
    assert (row["n"], row["evidence_hits"]) == (3, 2)
    assert (row["right_with_evidence"], row["right_without_evidence"], row["wrong_with_evidence"]) == (1, 1, 1)
    assert (row["quotes"], row["exact"], row["normalised"], row["invented"]) == (5, 3, 1, ["q2"])


def test_an_answer_without_a_quote_counts_as_one_without_evidence():
    results = [
        result("me", "q0", True, evidence=["155 metres long"]),
        result("me", "q1", True),
        result("me", "q2", False),
    ]
    row = found("evidence", results, quoted())["me"]
    assert (row["n"], row["right_with_evidence"], row["right_without_evidence"]) == (3, 1, 1)


def test_evidence_that_only_tempts_to_answer_need_not_be_quoted():
    tempting = Question("q4", "?", Unanswerable(), (), "d", (Evidence("155 metres long", 40, 55),))
    asked = quoted()
    asked = qa_eval.Dataset("quoted", "1", (*asked.questions, tempting), asked.documents, "")
    results = [result("me", "q0", True, evidence=["155 metres long"]), result("me", "q4", True, evidence=[])]
    row = found("evidence", results, asked)["me"]
    assert (row["n"], row["right_with_evidence"], row["right_without_evidence"]) == (1, 1, 0)


def sure(*pairs):
    return [result("me", f"q{i}", right, confidence=confidence) for i, (confidence, right) in enumerate(pairs)]


def test_confidence_is_held_against_what_is_right():
    row = found("confidence", sure((0.9, True), (0.9, True), (0.9, False), (0.2, False), (0.2, True)))["me"]
    assert row["brier"] == pytest.approx((0.01 + 0.01 + 0.81 + 0.04 + 0.64) / 5)
    assert row["ece"] == pytest.approx((3 * abs(0.9 - 2 / 3) + 2 * abs(0.2 - 0.5)) / 5)
    assert [(one["low"], one["n"], one["accuracy"]) for one in row["bins"]] == [(0.2, 2, 0.5), (0.9, 3, 2 / 3)]
    assert row["risk_coverage"][-1] == {"coverage": 1.0, "n": 5, "risk": 0.4}
    assert row["brier_interval"][0] < row["brier"] < row["brier_interval"][1]


def test_a_confidence_that_is_none_is_left_out_and_counted():
    results = sure((0.9, True), ("sure", True), (1.5, True), (True, True), (None, True), (float("nan"), True))
    row = found("confidence", results)["me"]
    assert (row["n"], row["unreadable"]) == (1, 4)
    (section,) = (one for one in analyse(dataset(40, documents=1), results).sections if one.key == "confidence")
    assert "me: 4 confidences are no numbers within 0..1, and left out" in section.notes


def test_confidences_that_are_all_none_are_said_to_be_left_out():
    (section,) = (
        one for one in analyse(dataset(40, documents=1), sure((87, True))).sections if one.key == "confidence"
    )
    assert section.notes == ("me: 1 confidence is no number within 0..1, and left out",)
    assert section.rows == ()
    assert list(section.lines()) == ["Confidence:", "  me: 1 confidence is no number within 0..1, and left out"]


def test_the_brier_score_and_its_interval_are_in_one_unit():
    section = analyse(dataset(40, documents=1), sure((0.9, True), (0.8, False), (0.1, False))).sections[-1]
    note = next(note for note in section.notes if "Brier" in note)
    score, low, high = map(float, re.search(r"Brier (\S+) \[([\d.]+)–([\d.]+)\]", note).groups())
    assert 0 <= low < score < high <= 1


def test_risk_by_coverage_is_a_curve():
    (section,) = [
        one
        for one in analyse(dataset(40, documents=1), sure((0.9, True), (0.8, False), (0.1, False))).sections
        if one.key == "confidence"
    ]
    (curve,) = section.curves
    assert curve.title == "Risk by coverage: me"
    assert curve.points[0] == (0.1, 0.0)
    assert curve.points[-1] == (1.0, pytest.approx(2 / 3))
    assert curve.top == 0.7


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_scores_of_confidence_lie_within_0_and_1_and_the_whole_risk_is_the_error_rate(pairs):
    assert 0 <= brier(pairs) <= 1
    assert 0 <= ece(pairs) <= 1 + 1e-9
    curve = risks(pairs)
    assert all(0 <= risk <= 1 for _, _, risk in curve)
    assert curve[-1][2] == pytest.approx(sum(not right for _, right in pairs) / len(pairs))
    assert [risk for *_, risk in risks(pairs[::-1])] == pytest.approx([risk for *_, risk in curve])


def test_one_that_knows_when_it_is_right_has_a_perfect_score():
    pairs = [(1.0, True), (0.0, False)] * 10
    assert brier(pairs) == ece(pairs) == 0
    assert [risk for coverage, _, risk in risks(pairs) if coverage <= 0.5] == [0.0] * 5


def told(name, seed):
    """Results of repeated questions with everything that an answerer or a judge may tell."""
    chance = random.Random(seed)  # noqa: S311 - results that can be repeated
    quotes = (["155 metres"], ["Anna Keller"], ["nowhere"], [], None)
    for one in marks(name, "110 101 011 000 111"):
        evidence = chance.choice(quotes)
        details = {"confidence": round(chance.random(), 3)} | ({} if evidence is None else {"evidence": evidence})
        opinion = Opinion("lenient", chance.choice(list(Verdict)), 1.0, Reason.EXACT, "")
        score = replace(one.score, reason=chance.choice((JUDGED, JUDGE_FAILED)), other=opinion, f1=chance.random())
        yield replace(one, prediction=Prediction("x", details=details), score=score)


@given(st.permutations([*told("me", 1), *told("me @distractor", 2), *told("you", 3)]), st.integers(0, 9))
def test_results_tell_the_same_in_whatever_order_they_came(shuffled, seed):
    asked = dataset(5, documents=5)
    reviews = {("me", f"q{i}", repeat): bool((seed >> i) % 2) for i in range(4) for repeat in range(2)}
    gathering = Gathering(asked)
    for one in shuffled:
        gathering.add(one, asked.questions[int(one.question_id[1:])])
    ordered = [*told("me", 1), *told("me @distractor", 2), *told("you", 3)]
    assert findings(gathering.answers(reviews, ("me", "me @distractor", "you", "nobody"))) == analyse(
        asked, ordered, reviews
    )


def test_what_is_gathered_while_a_run_goes_on_tells_what_its_results_tell(tmp_path):
    def sure(question):
        digit = int(question[-2])
        return {"answer": str(digit % 3), "evidence": ["Some text"], "confidence": digit / 10}

    def unsure(question):
        if question.endswith("3?"):
            raise ValueError(question)
        return {"answer": "1", "confidence": "very"}

    asked, settings = dataset(10, documents=6), Settings(repeat=3, seed=1, retries=0)
    made = run_questions(asked, [sure, unsure], "lenient", settings, Place(tmp_path / "run", exact=True))
    told = {section.key for section in made.analysis.sections}
    assert told == {"head_to_head", "related", "repeats", "evidence", "confidence"}
    assert made.analysis == analyse(asked, made.results) == Run.load(made.folder).analysis
    again = Place(tmp_path / "run", exact=True, resume=True)
    resumed = run_questions(asked, [sure, unsure], "lenient", settings, again)
    assert resumed.analysis == made.analysis
    assert rescore(made, "strict").analysis == analyse(asked, rescore(made, "strict").results)


def test_every_figure_that_a_gate_may_name_is_one_that_a_run_can_have():
    first, told = result("me", "q0", True, 2), {"evidence": ["x"], "confidence": 0.5}
    opinion = Opinion("strict", Verdict.CORRECT, 1.0, Reason.EXACT, "")
    results = [
        *marks("me", "11 10 00"),
        *(
            one
            for condition in ("closed-book", "other-document", "shuffled-question")
            for one in marks(f"me @{condition}", "1 0 0")
        ),
        *(
            one
            for change in ("shuffled-paragraphs", "distractor", "number-formats")
            for one in marks(f"me @{change}", "1 0 0")
        ),
        *marks("fixed:x @baseline", "0 0 1"),
        *marks("lexical @baseline", "0 0 1"),
        *marks("me @wording-2", "1 0 0"),
        replace(
            first, score=replace(first.score, reason=JUDGED, other=opinion), prediction=Prediction("x", details=told)
        ),
    ]
    assert set(analyse(worded(3, 1), results).figures()["me"]) == {*ANALYSED, "accuracy", "f1"}


def test_a_gate_on_what_a_run_was_not_made_for_is_missed_and_says_so():
    finished = qa_eval.run(dataset(5), answerer=lambda question, document: "x")
    gates = Gates(["flaky<=0"], lambda name: None)
    gates.check(finished.dataset, finished.answerers)
    side = Side("run", finished.dataset, finished.results, finished.answerers, finished.signature)
    (outcome,) = gates.judge(side, finished.summary, finished.analysis.figures())
    assert not outcome.passed
    assert outcome.reason == "there is nothing to measure"


ANSWERER = '''
class Quoting:
    """Says the first figure of the sentence that it quotes; makes a quote up for one question."""
    count = 0

    def answer(self, question, document, id):
        self.count += 1
        first = document.split(".")[0].strip()
        made_up = id == "q1"
        return {"answer": "155 metres" if self.count % 2 else "7 km", "evidence": ["no such words"] if made_up else [first], "confidence": 0.9}
'''
QUESTIONS = "\n".join(
    json.dumps(
        {
            "id": f"q{i}",
            "question": f"How long is bridge {i}?",
            "answers": ["155 m"],
            "context": "It is 155 metres long. It is old.",
        }
    )
    for i in range(3)
)


@pytest.fixture(scope="module")
def flaky(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flaky")
    (folder / "mine.py").write_text(ANSWERER)
    (folder / "questions.jsonl").write_text(QUESTIONS + "\n")
    arguments = ["run", "questions.jsonl", "-a", "./mine.py:Quoting", "--repeat", "3", "--concurrency", "1"]
    gates = ["--gate", "flaky<=0", "--gate", "invented_quotes<=3", "--gate", "worst_of_repeats<0.5", "--gate", "ece<=1"]
    return folder, data(*arguments, *gates, cwd=folder, code=1)["runs"][0]


def test_the_command_line_tells_repetitions_evidence_and_confidence(flaky):
    folder, row = flaky
    assert {"related", "repeats", "evidence", "confidence"} < set(row["analysis"])
    (repeats,) = row["analysis"]["repeats"]["rows"]
    assert repeats["flaky"]
    assert row["analysis"]["evidence"]["rows"][0]["invented"] == ["q1"] * 3
    gates = {gate["gate"]: gate["passed"] for gate in row["gates"]}
    assert gates == {"flaky<=0": False, "invented_quotes<=3": True, "worst_of_repeats<0.5": True, "ece<=1": True}
    markdown = (folder / row["folder"] / "report.md").read_text()
    assert "## Each question asked 3 times" in markdown
    assert "quotes that are not in the document" in markdown


def test_show_says_where_each_quote_stands(flaky):
    folder, row = flaky
    assert "“no such words” (NOT in the document)" in run("show", row["folder"], "q1", cwd=folder).stdout
    (first, *_) = data("show", row["folder"], "q0", cwd=folder)["results"]
    assert data("show", row["folder"], "q0", "--answerer", first["answerer"], cwd=folder)["results"]
    assert (
        "the run has no answerer 'nobody'"
        in run("show", row["folder"], "q0", "--answerer", "nobody", cwd=folder, code=2).stderr
    )
    assert first["evidence"] == [{"quote": "It is 155 metres long", "place": "exact"}]
    assert first["confidence"] == 0.9


def test_what_a_run_tells_is_the_same_when_it_is_loaded_again(flaky):
    folder, row = flaky
    assert Run.load(folder / row["folder"]).analysis.to_json() == row["analysis"]
    assert json.loads((folder / row["folder"] / "run.json").read_text())["analysis"] == row["analysis"]


def test_an_answerer_may_return_a_mapping_from_python_in_every_shape():
    def mapping(question, document):
        return {"answer": "x", "evidence": ["One."], "confidence": 0.5, "mood": "good"}

    def answer_batch(questions, document):
        return [mapping(question, document) for question in questions]

    for one in (mapping, answer_batch):
        finished = qa_eval.run(dataset(3), one, settings=Settings(repeat=2))
        assert {json.dumps(dict(r.prediction.details)) for r in finished.results} == {
            '{"evidence": ["One."], "confidence": 0.5}'
        }


def test_evidence_that_is_no_text_is_told_and_left_out(tmp_path):
    (tmp_path / "odd.py").write_text('def answer(question, document):\n    return {"answer": "155 m", "evidence": 3}\n')
    done = run("run", "north-korea-russia", "-a", "./odd.py:answer", "--limit", "2", cwd=tmp_path)
    assert "2 answers have evidence that is neither a text nor a list of texts, which is left out" in done.stdout
    name = data("report", "latest", cwd=tmp_path)["files"][0]["path"].split("/")[1]
    first = Run.load(tmp_path / "reports" / name).results[0].question_id
    shown = run("show", "latest", first, cwd=tmp_path).stdout
    assert "quotes   3 (neither a text nor a list of texts: left out)" in shown
