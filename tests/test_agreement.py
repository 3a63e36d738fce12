"""Agreement with people: the figures, the intervals, the groups, what is written, and what is wrong with a file."""

import json
from math import isclose

import pytest
from commandline import data, run
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, balanced_accuracy_score, cohen_kappa_score, precision_score, recall_score

from qa_eval.agreement import FIGURES, Agreement, Reader, agreement, intervals_of, measure
from qa_eval.errors import DatasetError
from qa_eval.plugins import make

ROWS = [
    {"id": "1/a", "question": "Who wrote it?", "answers": ["Jane Marlow"], "candidate": "Jane Marlow", "correct": True, "system": "a", "dataset": "books"},
    {"id": "1/b", "question": "Who wrote it?", "answers": ["Jane Marlow"], "candidate": "It was Jane Marlow.", "correct": True, "system": "b", "dataset": "books"},
    {"id": "2/a", "question": "How many?", "answers": ["12"], "candidate": "twelve", "correct": True, "system": "a", "dataset": "counts"},
    {"id": "2/b", "question": "How many?", "answers": ["12"], "candidate": "13", "correct": False, "system": "b", "dataset": "counts"},
    {"id": "3/a", "question": "How many?", "answers": ["7"], "candidate": "seven", "correct": False, "system": "a", "dataset": "counts"},
    {"id": "3/b", "question": "How many?", "answers": ["7"], "candidate": "Ask somebody else.", "correct": True, "system": "b", "dataset": "counts"},
]  # fmt: skip


def file_of(folder, rows, name="labelled.jsonl"):
    path = folder / name
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=60))
def test_figures_equal_those_of_scikit_learn(pairs):
    people, scorer = zip(*pairs, strict=True)
    found = agreement(pairs)
    wanted = {"accuracy": accuracy_score(people, scorer), "bias": (sum(scorer) - sum(people)) / len(pairs)}
    if len({*people, *scorer}) > 1:
        wanted["kappa"] = cohen_kappa_score(people, scorer)
    if any(scorer):
        wanted["precision"] = precision_score(people, scorer)
    if any(people):
        wanted["recall"] = recall_score(people, scorer)
    if len(set(people)) > 1:
        wanted["balanced"] = balanced_accuracy_score(people, scorer)
    for name in FIGURES:
        if name in wanted:
            assert isclose(getattr(found, name), wanted[name], abs_tol=1e-9)
        else:
            assert getattr(found, name) is None


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 4), max_size=5))
def test_parts_add_up_to_the_whole(counts):
    whole = sum((Agreement(*each) for each in counts), Agreement())
    assert whole.n == sum(map(sum, counts))


def test_kappa_of_a_known_table():
    assert agreement(
        [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    ).kappa == pytest.approx(0.4)
    assert Agreement(both=5, neither=5).kappa == 1
    assert Agreement(both=5, only_people=5).kappa == 0


UNDEFINED = {
    Agreement(): set(FIGURES),
    Agreement(both=30): {"kappa", "balanced"},
    Agreement(neither=30): {"kappa", "balanced", "precision", "recall"},
    Agreement(both=20, only_people=10): {"balanced"},
    Agreement(only_people=30): {"balanced", "precision"},
    Agreement(only_scorer=10, neither=20): {"balanced", "recall"},
    Agreement(only_people=10, neither=20): {"precision"},
    Agreement(both=20, neither=10): set(),
}


@pytest.mark.parametrize(("total", "undefined"), UNDEFINED.items(), ids=map(repr, UNDEFINED))
def test_a_figure_of_a_class_that_is_absent_is_none_and_so_is_its_interval(total, undefined):
    parts = [
        part
        for part, n in zip(
            (Agreement(both=1), Agreement(only_people=1), Agreement(only_scorer=1), Agreement(neither=1)),
            (total.both, total.only_people, total.only_scorer, total.neither),
            strict=True,
        )
        for _ in range(n)
    ]
    assert {name for name in FIGURES if getattr(total, name) is None} == undefined
    assert {name for name, interval in intervals_of(parts).items() if interval is None} == undefined


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 4).filter(any), min_size=1, max_size=12))
def test_every_interval_holds_its_figure_and_has_a_width(counts):
    questions = [Agreement(*each) for each in counts]
    total = sum(questions, Agreement())
    for name, interval in intervals_of(questions).items():
        figure = getattr(total, name)
        if interval is not None:
            assert interval.low <= figure <= interval.high
            assert interval.low < interval.high
        else:
            assert figure is None or name in {"kappa", "balanced", "bias"}


def test_intervals_hold_the_figure_repeat_and_narrow_with_more_questions():
    few = [Agreement(both=1)] * 30 + [Agreement(neither=1)] * 20 + [Agreement(only_people=1)] * 5
    total = sum(few, Agreement())
    found, more = intervals_of(few), intervals_of(few * 9)
    assert found == intervals_of(few)
    for name in ("kappa", "accuracy", "precision", "recall", "bias"):
        assert found[name].low <= getattr(total, name) <= found[name].high
    assert more["kappa"].high - more["kappa"].low < found["kappa"].high - found["kappa"].low


def test_answers_to_one_question_stand_or_fall_together():
    apart = [Agreement(both=1)] * 40 + [Agreement(only_scorer=1)] * 10
    together = [Agreement(both=10)] * 4 + [Agreement(only_scorer=10)]
    width = [found["accuracy"].high - found["accuracy"].low for found in map(intervals_of, (apart, together))]
    assert width[1] > width[0]


def test_answers_are_grouped_by_set_kind_and_system(tmp_path):
    measured = measure(Reader().read([file_of(tmp_path, ROWS)]), make("scorers", "lenient"))
    assert measured.overall.total == Agreement(both=3, only_people=1, only_scorer=1, neither=1)
    assert {name: group.total.n for name, group in measured.by("dataset").items()} == {"books": 2, "counts": 4}
    assert {name: group.total.n for name, group in measured.by("system").items()} == {"a": 3, "b": 3}
    assert {name: group.total.n for name, group in measured.by("kind").items()} == {"entity": 2, "quantity": 4}
    assert measured.by("system")["a"].total.bias == pytest.approx(1 / 3)
    assert measured.overall.baselines["exact match"] == Agreement(both=1, only_people=3, neither=2)
    assert measured.overall.baselines["containment"].both == 2


def test_the_command_prints_figures_baselines_and_groups(tmp_path):
    file_of(tmp_path, ROWS)
    said = run("agreement", "labelled.jsonl", "--disagreements", "differ.jsonl", cwd=tmp_path).stdout
    for part in (
        "kappa",
        "exact match",
        "F1 ≥ 0.5",
        "containment",
        "by set",
        "by kind",
        "by answering system",
        "books",
    ):
        assert part in said
    differ = [json.loads(line) for line in (tmp_path / "differ.jsonl").read_text().splitlines()]
    assert [(row["id"], row["correct"], row["verdict"]) for row in differ] == [
        ("3/a", False, "correct"),
        ("3/b", True, "incorrect"),
    ]
    assert all(row["reason"] and row["message"] for row in differ)


def test_json_holds_the_same_with_intervals(tmp_path):
    file_of(tmp_path, ROWS)
    found = data("agreement", "labelled.jsonl", "--scorer", "squad", cwd=tmp_path)
    assert found["scorer"] == "squad"
    assert found["overall"]["n"] == 6
    assert found["overall"]["recall"] == 0.25
    assert found["overall"]["baselines"]["exact match"]["recall"] == 0.25
    assert set(found["by"]) == {"dataset", "kind", "system"}
    low, high = found["overall"]["intervals"]["accuracy"]
    assert low <= found["overall"]["accuracy"] <= high


@pytest.mark.parametrize(
    ("candidate", "correct", "line", "undefined"),
    [
        ("Jane Marlow", True, ["100.0", "–", "100.0", "100.0"], {"kappa", "balanced_accuracy"}),
        ("Ezra Thorne", False, ["100.0", "–", "–", "–"], {"kappa", "balanced_accuracy", "precision", "recall"}),
    ],
)
def test_what_cannot_be_told_of_answers_of_one_class_is_shown_so(tmp_path, candidate, correct, line, undefined):
    file_of(tmp_path, [{**ROWS[0], "id": f"{n}", "question": f"Who wrote volume {n}?", "candidate": candidate, "correct": correct} for n in range(30)])  # fmt: skip
    said = run("agreement", "labelled.jsonl", cwd=tmp_path).stdout.splitlines()
    assert said[2].split() == ["lenient", "30", "–", *line, "+0.0"]
    overall = data("agreement", "labelled.jsonl", cwd=tmp_path)["overall"]
    assert {name for name, figure in overall.items() if figure is None} == undefined
    assert {name for name, figure in overall["baselines"]["exact match"].items() if figure is None} == undefined
    assert overall["intervals"]["balanced"] is None
    low, high = overall["intervals"]["accuracy"]
    assert (round(low, 3), high) == (0.886, 1.0)


def test_every_problem_is_told_with_its_line(tmp_path):
    bad = [
        ROWS[0],
        "{",
        {key: value for key, value in ROWS[1].items() if key != "correct"},
        {**ROWS[1], "correct": "maybe"},
        {**ROWS[1], "answers": []},
        {**ROWS[1], "candidate": None},
        "[]",
    ]
    path = file_of(tmp_path, bad)
    with pytest.raises(DatasetError) as raised:
        list(Reader().read([path, tmp_path / "absent.jsonl"]))
    places = [(problem.path, problem.line) for problem in raised.value.problems]
    assert places == [(str(tmp_path / "absent.jsonl"), 0), *[(str(path), line) for line in range(2, 8)]]
    said = run("agreement", "labelled.jsonl", cwd=tmp_path, code=2).stderr
    assert 'labelled.jsonl:4: error: "correct" should be true or false, not "maybe"' in said
    assert "Traceback" not in said


def test_a_file_of_another_kind_is_told_once(tmp_path):
    (tmp_path / "questions.yaml").write_text("schema: 1\nname: q\nquestions: []\n")
    with pytest.raises(DatasetError) as raised:
        list(Reader().read([tmp_path / "questions.yaml"]))
    (problem,) = raised.value.problems
    assert (problem.line, problem.message) == (1, "is no JSONL")
    assert problem.hint == "each line is one JSON object {id, question, answers, candidate, correct}"


def test_what_is_wrong_in_every_line_is_told_of_three_and_counted(tmp_path):
    file = tmp_path / "judged.jsonl"
    wrong, other = {"id": "1", "question": "Who?", "gold": "Ada", "candidate": "Ada", "correct": True}, {"id": "2"}
    file.write_text("".join(json.dumps(row) + "\n" for row in [*[wrong] * 500, other]))
    with pytest.raises(DatasetError) as caught:
        list(Reader().read([file]))
    told = [(problem.line, problem.message) for problem in caught.value.problems]
    assert sorted(told) == [
        (0, "lacks answers: the same in 500 lines"),
        *[(line, "lacks answers") for line in (1, 2, 3)],
        (501, "lacks question, answers, candidate, correct"),
    ]


def test_reviews_of_a_run_are_labels(tmp_path):
    (tmp_path / "set.jsonl").write_text(
        '{"id": "area", "question": "How large?", "answers": ["1,300 km²"]}\n'
        '{"id": "who", "question": "Who wrote it?", "answers": ["Jane Marlow"]}\n'
    )
    (tmp_path / "said.jsonl").write_text('{"id": "area", "answer": "1300 km²"}\n{"id": "who", "answer": "Tom Reed"}\n')
    folder = data("score", "set.jsonl", "said.jsonl", "--report", "md", "--scorer", "strict", cwd=tmp_path)["folder"]
    review = {"schema": 1, "run": "x", "question_digest": "", "answerer": "replay:said.jsonl", "repeat": 0, "was": "correct", "note": "", "reviewer": "me", "time": ""}  # fmt: skip
    reviews = [
        {**review, "id": "area", "verdict": "incorrect"},
        {**review, "id": "area", "verdict": "correct"},  # the later one counts
        {**review, "id": "who", "verdict": "correct"},
    ]
    said = run("agreement", folder, cwd=tmp_path, code=2).stderr
    assert f"{folder}: error: no answer of this run was reviewed yet" in said
    assert "qa-eval review apply" in said
    file_of(tmp_path / folder, reviews, "reviews.jsonl")
    found = data("agreement", folder, cwd=tmp_path)
    assert data("agreement", "latest", cwd=tmp_path) == found
    assert found["scorer"] == "strict"  # as the run was scored
    told = run("agreement", folder, "--scorer", "strict", cwd=tmp_path).stdout
    assert told.splitlines()[2].split()[0] == "strict"
    assert told.splitlines()[2].endswith("  too few to tell")
    leniently = data("rescore", folder, "--scorer", "lenient", cwd=tmp_path)["folder"]
    file_of(tmp_path / leniently, reviews, "reviews.jsonl")
    assert data("agreement", leniently, cwd=tmp_path)["scorer"] == "lenient"
    said = run("agreement", folder, leniently, cwd=tmp_path, code=2).stderr
    assert "scored by several scorers" in said
    assert "--scorer" in said
    assert data("agreement", folder, leniently, "--scorer", "squad", cwd=tmp_path)["scorer"] == "squad"
    assert (found["overall"]["both"], found["overall"]["only_people"], found["overall"]["n"]) == (1, 1, 2)
    file_of(tmp_path / folder, [{**reviews[0], "id": "gone"}, {**reviews[0], "verdict": "perhaps"}], "reviews.jsonl")
    said = run("agreement", f"{folder}/reviews.jsonl", cwd=tmp_path, code=2).stderr
    assert 'reviews.jsonl:1: error: the run has no answer of "replay:said.jsonl" to "gone"' in said
    assert 'reviews.jsonl:2: error: a review says "perhaps"' in said


def test_an_empty_file_is_refused(tmp_path):
    empty = tmp_path / "none.jsonl"
    empty.write_text("\n")
    assert "the file is empty" in run("agreement", "none.jsonl", cwd=tmp_path, code=2).stderr


def test_reviews_of_failed_answers_are_counted_and_not_compared(tmp_path):
    (tmp_path / "set.jsonl").write_text('{"id": "area", "question": "How large?", "answers": ["1,300 km²"]}\n')
    (tmp_path / "mine.py").write_text("def answer(question):\n    raise ValueError\n")
    run("run", "set.jsonl", "-a", "./mine.py:answer", "--report", "md", cwd=tmp_path, code=3)
    (folder,) = (tmp_path / "reports").glob("set-*")
    review = {"schema": 1, "run": "x", "id": "area", "question_digest": "", "answerer": "./mine.py:answer", "repeat": 0, "was": "failed", "verdict": "correct", "note": "", "reviewer": "me", "time": ""}  # fmt: skip
    file_of(folder, [review], "reviews.jsonl")
    said = run("agreement", "latest", cwd=tmp_path).stdout
    assert "reviews of verdicts: 0 confirmed, 1 overturned; 1 of failed answers, which are not compared" in said
