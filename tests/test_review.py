"""`qa-eval review`: reviews are held against their run, kept with their provenance, and become examples."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from commandline import ROOT, data, run
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qa_eval import dataset, report
from qa_eval.engine import Run
from qa_eval.reviews.adopting import Adopted, with_example

NAME = "north-korea-russia"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A run of six questions, answered by nobody and by "North Korea", of a copy of the questions."""
    folder = tmp_path_factory.mktemp("review")
    for part in ("questions", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    asked = ("run", f"questions/{NAME}.yaml", "--limit", "6", "--report", "html", "--report", "md")
    return folder, data(*asked, "-a", "abstain", "-a", "fixed:North Korea", cwd=folder)["runs"][0]["folder"]


@pytest.fixture
def case(made, tmp_path):
    """A copy of that folder that a test may change: its path and its run's folder."""
    folder = tmp_path / "copy"
    shutil.copytree(made[0], folder)
    return folder, folder / made[1]


def line(place, which, verdict, **changes):
    """A review, as the report exports it, of the answer `which` of a run: an answerer's and a question's number."""
    shown = report.of(Run.load(place))
    answerer, number = which
    question = shown.dataset.questions[number]
    found = next(r for r in shown.results if (r.question_id, r.answerer) == (question.id, answerer))
    return {
        "schema": 1,
        "run": shown.digest,
        "id": question.id,
        "question_digest": shown.question_digests[question.id],
        "answerer": answerer,
        "repeat": 0,
        "was": str(found.score.verdict),
        "verdict": verdict,
        "note": "the article says so",
        "reviewer": "Ada",
        "time": "2026-11-25T10:00:00.000Z",
    } | changes


def written(folder, *lines):
    path = folder / "exported.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    return path


def test_applied_reviews_stand_beside_the_scores_with_their_provenance(case):
    folder, place = case
    path = written(folder, line(place, ("fixed:North Korea", 1), "correct"), line(place, ("abstain", 0), "incorrect"))
    done = data("review", "apply", place, path, cwd=folder)
    assert [one["verdict"] for one in done["applied"]] == ["correct", "incorrect"]
    assert {Path(one["path"]).name for one in done["files"]} == {"report.html", "report.md"}
    kept = [json.loads(text) for text in (place / "reviews.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["applied"]["sha256"] for one in kept] == [hashlib.sha256(path.read_bytes()).hexdigest()] * 2
    assert {one["applied"]["file"] for one in kept} == {"exported.jsonl"}
    assert [one["note"] for one in kept] == ["the article says so"] * 2
    shown = report.of(Run.load(place))
    scored, reviewed = shown.summaries[1].overall, shown.summaries_as_reviewed[1].overall
    assert reviewed.correct == scored.correct + 1
    assert reviewed.n == scored.n == 6
    assert "as reviewed" in (place / "report.md").read_text(encoding="utf-8")
    assert "as reviewed" in (place / "report.html").read_text(encoding="utf-8")
    assert Run.load(place).summary == shown.summaries


def test_a_review_that_holds_all_digits_of_its_question_fits_as_well(case):
    folder, place = case
    one = line(place, ("abstain", 0), "incorrect")
    whole = dataset.question_digest(Run.load(place).dataset.questions[0])
    assert (len(whole), len(one["question_digest"])) == (64, 16)
    path = written(folder, one | {"question_digest": whole})
    assert len(data("review", "apply", place, path, cwd=folder)["applied"]) == 1


def test_a_review_is_applied_once_and_a_later_one_takes_its_place(case):
    folder, place = case
    first = line(place, ("abstain", 0), "incorrect")
    assert len(data("review", "apply", place, written(folder, first), cwd=folder)["applied"]) == 1
    again = data("review", "apply", place, written(folder, first), cwd=folder)
    assert (again["applied"], again["known"]) == ([], 1)
    later = first | {"verdict": "correct", "note": "on second thoughts"}
    replaced = data("review", "apply", place, written(folder, later), cwd=folder)
    assert (replaced["replaced"], replaced["reviews"]) == (1, 1)
    (review,) = report.of(Run.load(place)).reviews
    assert review.note == "on second thoughts"
    assert len((place / "reviews.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    older = first | {"verdict": "incorrect", "note": "found in a drawer", "time": "2020-01-05T10:00:00Z"}
    done = data("review", "apply", place, written(folder, older), cwd=folder)
    assert (done["replaced"], done["older"]) == (0, 1)
    (review,) = report.of(Run.load(place)).reviews
    assert review.note == "on second thoughts"
    again = older | {"note": "and another one"}
    said = run("review", "apply", place, written(folder, again), cwd=folder).stdout
    assert ", 1 older than the one that counts" in said


def test_show_has_the_review_beside_the_verdict_as_scored(case):
    folder, place = case
    one = line(place, ("abstain", 0), "correct")
    run("review", "apply", place, written(folder, one), cwd=folder)
    said = run("show", place, one["id"], cwd=folder).stdout
    assert "  abstain: abstained\n    reviewed correct by Ada, 2026-11-25: the article says so\n" in said
    assert said.count("reviewed") == 1
    shown = {each["answerer"]: each for each in data("show", place, one["id"], cwd=folder)["results"]}
    assert (shown["abstain"]["verdict"], shown["abstain"]["review"]["verdict"]) == ("abstained", "correct")
    assert shown["fixed:North Korea"]["review"] is None


def test_an_answer_that_is_reviewed_as_failed_is_not_correct_for_agreement(case):
    folder, place = case
    failed = line(place, ("abstain", 0), "failed")
    run("review", "apply", place, written(folder, failed), cwd=folder)
    found = data("agreement", place, cwd=folder)["overall"]
    assert (found["n"], found["neither"]) == (1, 1)
    newer = failed | {"verdict": "correct", "time": "2026-11-27T10:00:00Z"}
    run("review", "apply", place, written(folder, newer), cwd=folder)
    found = data("agreement", place, cwd=folder)["overall"]
    assert (found["n"], found["only_people"]) == (1, 1)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", ": error: the file is empty"),
        (b"\n \n", ": error: the file is empty"),
        (b"\n{run: 1}\n", ":2:2: error: a key in double quotes should stand here\n    {run: 1}"),
        (b'{"run": "x"', ':1:1: error: this { is never closed\n    {"run": "x"'),
        (b'{"note": "\xe9"}\n', ":1:11: error: byte 0xe9 is not UTF-8"),
    ],
)
def test_a_file_that_holds_no_reviews_is_told_with_the_place_of_the_fault(case, content, says):
    folder, place = case
    path = folder / "exported.jsonl"
    path.write_bytes(content)
    refused = run("review", "apply", place, path, cwd=folder, code=2).stderr
    assert f"{path}{says}" in refused
    assert not (place / "reviews.jsonl").exists()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"run": "0123456789abcdef"}, "is of the run 0123456789abcdef"),
        ({"question_digest": "0" * 64}, "is another one than was reviewed"),
        ({"id": "headline-who-bolster"}, 'did you mean "headline-who-bolsters"?'),
        ({"answerer": "abstian"}, 'did you mean "abstain"?'),
        ({"repeat": 1}, "there is no answer of 'abstain'"),
        ({"was": "correct"}, "it was abstained"),
        ({"verdict": "right"}, "verdicts are correct, incorrect, abstained, failed"),
        ({"note": "  "}, "a review that overturns a verdict says why"),
        ({"reviewer": ""}, "a review says who"),
        ({"schema": 2}, "has schema 2"),
        ({"repeat": True}, '"repeat" should be a whole number'),
    ],
)
def test_a_review_that_does_not_fit_is_refused_and_nothing_is_written(case, changes, says):
    folder, place = case
    good = line(place, ("fixed:North Korea", 1), "correct")
    path = written(folder, good, line(place, ("abstain", 0), "incorrect") | changes)
    refused = run("review", "apply", place, path, cwd=folder, code=2).stderr
    assert f"{path}:2: error:" in refused
    assert says in refused
    assert not (place / "reviews.jsonl").exists()


def test_a_review_may_confirm_a_verdict_and_agreement_counts_it(case):
    folder, place = case
    right, wrong = ("fixed:North Korea", 0), ("fixed:North Korea", 1)
    scored = {which: line(place, which, "correct")["was"] for which in (right, wrong)}
    confirmed = [line(place, which, was, note="") for which, was in scored.items()]
    overturned = line(place, ("abstain", 0), "incorrect")
    before = report.of(Run.load(place)).summaries
    said = run("review", "apply", place, written(folder, *confirmed, overturned), cwd=folder).stdout
    assert said.startswith("applied 3 reviews: 2 confirmed, 1 overturned\n")
    shown = report.of(Run.load(place))
    assert shown.summaries == before
    assert shown.summaries_as_reviewed[1].overall.value == before[1].overall.value
    assert "Reviews: 2 confirmed, 1 overturned." in (place / "report.md").read_text(encoding="utf-8")
    found = data("agreement", place, cwd=folder)
    assert found["reviews"] == {"confirmed": 2, "overturned": 1, "failed": 0}
    assert found["overall"]["accuracy"] == 1  # neither abstained nor incorrect is correct
    said = run("agreement", place, cwd=folder).stdout
    assert "reviews of verdicts: 2 confirmed, 1 overturned" in said
    assert "cannot be told" not in said


def test_who_is_ahead_is_told_as_reviewed_beside_as_scored(case):
    folder, place = case
    scored = (place / "report.md").read_text(encoding="utf-8")
    assert "## Answerers head to head\n" in scored
    results = report.of(Run.load(place)).results
    right = [number for number, one in enumerate(results[6:]) if one.score.verdict == "correct"]
    overturned = [line(place, ("fixed:North Korea", number), "incorrect") for number in right]
    said = run("review", "apply", place, written(folder, *overturned), cwd=folder).stdout
    assert "Answerers head to head, as reviewed:\n" in said
    text = (place / "report.md").read_text(encoding="utf-8")
    before, after = (
        text.index("## Answerers head to head, as reviewed\n"),
        text.index("## Answerers head to head, as scored\n"),
    )
    assert before < after
    assert f"| {len(right)} |" in text[after:]
    assert f"| {len(right)} |" not in text[before:after]
    assert "all else, slices and comparisons with other runs too, is as scored" in text


def test_agreement_cannot_be_told_from_overturned_verdicts_alone(case):
    folder, place = case
    path = written(folder, line(place, ("abstain", 0), "correct"), line(place, ("fixed:North Korea", 0), "incorrect"))
    said = run("review", "apply", place, path, cwd=folder).stdout
    assert said.startswith("applied 2 reviews: 0 confirmed, 2 overturned\n")
    said = run("agreement", place, cwd=folder).stdout
    assert "agreement cannot be told from overturned verdicts alone: confirm those that are right, too" in said


def test_confirmed_answers_become_examples_only_where_they_are_named(case):
    folder, place = case
    scored = line(place, ("fixed:North Korea", 1), "correct")
    path = written(folder, scored | {"verdict": scored["was"]})
    run("review", "apply", place, path, cwd=folder)
    refused = run("review", "adopt", place, "--dataset", f"questions/{NAME}.yaml", cwd=folder, code=2).stderr
    assert "overturns a verdict" in refused
    asked = ("review", "adopt", place, "--only", scored["id"], "--dataset", f"questions/{NAME}.yaml")
    assert [one["text"] for one in data(*asked, cwd=folder)["examples"]] == ["North Korea"]


@pytest.mark.parametrize(("name", "told"), [("asked.yaml", True), ("asked.jsonl", False)])
def test_examples_are_offered_where_the_questions_file_takes_them(tmp_path, name, told):
    row = {"id": "q", "question": "Who led it?", "answers": ["Ada"]}
    (tmp_path / name).write_text(json.dumps({"questions": [row]} if told else row), encoding="utf-8")
    place = tmp_path / data("run", name, "-a", "fixed:Ida", cwd=tmp_path)["runs"][0]["folder"]
    path = written(tmp_path, line(place, ("fixed:Ida", 0), "correct"))
    assert ("review adopt" in run("review", "apply", place, path, cwd=tmp_path).stderr) is told


def test_all_problems_of_a_file_are_told_at_once(case):
    folder, place = case
    path = written(folder, line(place, ("abstain", 0), "correct", note=""), {"schema": 1})
    with path.open("a", encoding="utf-8") as file:
        file.write("{broken\n[1]\n")
    refused = run("review", "apply", place, path, cwd=folder, code=2).stderr
    assert [f"{path}:{number}:" in refused for number in (1, 2, 3, 4)] == [True] * 4


def test_agreement_reads_what_was_applied(case):
    folder, place = case
    path = written(folder, line(place, ("abstain", 0), "correct"), line(place, ("fixed:North Korea", 0), "incorrect"))
    run("review", "apply", place, path, cwd=folder)
    found = data("agreement", place, "--scorer", "strict", cwd=folder)
    assert found["overall"]["n"] == 2
    assert (found["overall"]["only_people"], found["overall"]["only_scorer"]) == (1, 1)


def test_a_reviewed_answer_becomes_an_example_that_check_holds_the_scorer_to(case):
    folder, place = case
    path = written(folder, line(place, ("fixed:North Korea", 1), "correct"))
    run("review", "apply", place, path, cwd=folder)
    source = folder / "questions" / f"{NAME}.yaml"
    before = source.read_text(encoding="utf-8")
    adopted = data("review", "adopt", place, "--dataset", source, cwd=folder)["examples"]
    assert adopted == [{"id": "headline-whose-forces", "key": "accept", "text": "North Korea", "new": True}]
    after = source.read_text(encoding="utf-8")
    assert len(after.splitlines()) - len(before.splitlines()) in (0, 1)
    (question,) = [q for q in dataset.load(source).questions if q.id == "headline-whose-forces"]
    assert question.accept[-1] == "North Korea"
    assert 'the scorer calls "North Korea" incorrect' in run("check", source, cwd=folder, code=2).stdout.replace(
        "“", '"'
    ).replace("”", '"')
    again = data("review", "adopt", place, "--dataset", source, cwd=folder)["examples"]
    assert [one["new"] for one in again] == [False]
    assert source.read_text(encoding="utf-8") == after


def test_rescoring_takes_over_the_reviews_and_says_what_they_overturn_now(case):
    folder, place = case
    path = written(folder, line(place, ("fixed:North Korea", 1), "correct"), line(place, ("abstain", 0), "incorrect"))
    run("review", "apply", place, path, cwd=folder)
    said = run("rescore", place, "--report", "md", cwd=folder)
    assert "2 reviews taken over: 0 confirmed, 2 overturned" in said.stdout
    newest = max((folder / "reports").glob("*/"), key=lambda found: found.stat().st_mtime)
    shown = report.of(Run.load(newest))
    assert [review.note for review in shown.reviews] == ["the article says so"] * 2
    assert "as reviewed" in (newest / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("adopt", "RUN"), "has no applied reviews"),
        (("apply", "RUN"), "apply which reviews?"),
        (("apply", "RUN", "nowhere.jsonl"), "nowhere.jsonl: error: cannot be read"),
        (("adopt", "RUN", "some.jsonl"), "adopt takes what was applied"),
        (("apply", "no-such-run", "some.jsonl"), "there is no run 'no-such-run'"),
    ],
)
def test_what_review_cannot_do_is_said(case, arguments, says):
    folder, place = case
    given = [place if argument == "RUN" else argument for argument in arguments]
    assert says in run("review", *given, cwd=folder, code=2).stderr


FILE = """\
# a comment
questions:
  - id: first
    question: "Who?"
    answer: "Ada"   # she
    accept: ["Ada L."]   # more
    reject:
      - "Bob"  # no
      - 'Eve'
  - {id: second, question: "When?", answer: "1911", accept: []}
  - id: third
    question: "Where?"
    answer: "Linthal"
    reject:
      - |
        two
        lines
  - question: "Why?"
    id: fourth
    answer: "Because"
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("key", ["accept", "reject"])
@pytest.mark.parametrize("name", ["first", "second", "third", "fourth"])
@settings(deadline=None, max_examples=50)
@example(text='"quoted" \\ and # : - [x] \u2028 \x00 tab\t')
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_an_example_is_written_where_it_belongs_and_nothing_else_changes(name, key, ending, text):
    import yaml  # noqa: PLC0415 - only here

    before = FILE.replace("\n", ending)
    after = with_example(before, Adopted(name, key, text, new=True))
    expected = yaml.safe_load(before)
    (row,) = [row for row in expected["questions"] if row["id"] == name]
    found = yaml.safe_load(after)
    (new,) = [row for row in found["questions"] if row["id"] == name]
    assert sorted(new[key]) == sorted([*row.get(key, []), text])
    row[key] = new[key]
    assert found == expected
    assert all(comment in after for comment in ("# a comment", "# she", "# more", "# no"))
