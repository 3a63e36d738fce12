"""Conditions: what each changes of a question or its document, who is asked under them, and what is reported of that."""

import json
import re
from dataclasses import replace

import pytest
from commandline import ROOT, data, run
from plain import Plain, dataset

import qa_eval
from qa_eval import conditions, journal, report
from qa_eval.asking import make_answerer
from qa_eval.engine import Run, Settings, plan, rescore, run_questions
from qa_eval.errors import UsageError
from qa_eval.model import Dataset, Document, Request

TEXT = "First, 1,300 of 12,345,678 came: 20 %.\n\nThen 5 percent left.\nLast."
REQUEST = Request("Who came first of all?", TEXT, "q0", (), "d0")
SEVERAL = replace(
    dataset(6),
    questions=tuple(
        replace(question, paraphrases=("Say 0.", "Tell 0.")[: max(0, 2 - i)])
        for i, question in enumerate(dataset(6).questions)
    ),
)


def changed(condition, request=REQUEST, of=SEVERAL):
    return conditions.altering(condition, of)(request)


def test_closed_book_gives_no_document_and_leaves_the_question():
    assert changed("closed-book") == replace(REQUEST, document="")


def test_another_document_is_that_of_other_questions_or_one_of_its_own():
    two = dataset(6, documents=2)
    assert changed("other-document", replace(REQUEST, document_id="d0"), two).document == two.documents["d1"].text
    alone = changed("other-document").document
    assert alone != TEXT
    assert len(alone) > 300


def test_a_shuffled_question_has_the_same_words_in_another_order():
    asked = changed("shuffled-question").question
    assert asked != REQUEST.question
    assert asked.endswith("?")
    assert sorted(asked.strip("?").split()) == sorted(REQUEST.question.strip("?").split())
    assert asked == changed("shuffled-question").question


def test_shuffled_paragraphs_are_the_same_ones_in_another_order():
    parts = changed("shuffled-paragraphs").document.split("\n\n")
    assert parts != TEXT.replace("\n\n", "\n").split("\n")
    assert sorted(parts) == sorted(TEXT.replace("\n\n", "\n").split("\n"))


def test_a_distractor_stands_within_and_takes_nothing_away():
    text = changed("distractor").document
    assert conditions.DISTRACTOR in text
    assert text.replace(conditions.DISTRACTOR, "").split() == TEXT.split()
    assert not text.startswith(conditions.DISTRACTOR)


def test_numbers_are_written_in_other_formats_and_stay_the_same_numbers():
    text = changed("number-formats").document
    assert text == "First, 1\u202f300 of 12345678 came: 20 percent.\n\nThen 5% left.\nLast."


def test_another_wording_replaces_the_question_where_there_is_one():
    assert changed("wording-2").question == "Say 0."
    assert changed("wording-3").question == "Tell 0."
    assert changed("wording-2", replace(REQUEST, id="q5")).question == REQUEST.question


@pytest.mark.parametrize("condition", ["wording-2", *conditions.CONTROLS, *conditions.DISTURBED])
@pytest.mark.parametrize("text", ["", "One", " \n ", "a\nb"])
def test_a_condition_stands_texts_with_nothing_to_change(condition, text):
    nothing = Dataset("", "", (), {"d0": Document("d0", text)}, "")
    assert isinstance(changed(condition, Request(text, text, "x", (), "d0"), nothing).document, str)


@pytest.mark.parametrize(
    "name", ["lexical @hom", "lexical@closed-book", "@closed-book", "x @wording-1", "x @wording-10"]
)
def test_what_is_no_condition_is_part_of_the_name(name):
    assert conditions.split(name) == (name, "")


@pytest.mark.parametrize(
    "name", ["lexical @nonsense", "oracle @nonsense", "./none.py:answer @nonsense", "nobody @nonsense"]
)
def test_an_unknown_condition_behind_an_answerer_is_told_with_the_known_ones(name):
    with pytest.raises(UsageError, match="no condition 'nonsense'") as error:
        make_answerer(name, SEVERAL)
    assert "closed-book" in error.value.hint
    assert "lexical" not in error.value.hint


@pytest.mark.parametrize("name", ["fixed:me @nonsense", "fixed:write to anna @ home"])
def test_a_text_that_ends_with_what_would_be_a_condition_is_a_text(name):
    assert make_answerer(name, SEVERAL).name == name


def test_an_unknown_condition_is_an_error_that_names_the_known_ones():
    with pytest.raises(UsageError, match="no condition 'home'") as error:
        conditions.altering("home", SEVERAL)
    assert "closed-book" in error.value.hint


def test_controls_and_robustness_are_asked_after_the_answerers_and_each_once():
    found = conditions.expanded(["oracle", "x @distractor"], SEVERAL, controls=True, robustness=True)
    assert found == (
        "oracle",
        "x @distractor",
        *(
            f"oracle @{condition}"
            for condition in (*conditions.CONTROLS, *conditions.DISTURBED, "wording-2", "wording-3")
        ),
        "fixed:0 @baseline",
        "lexical @baseline",
    )
    assert conditions.expanded(["oracle"], SEVERAL, controls=False, robustness=False) == ("oracle",)


def test_the_constant_is_what_is_accepted_most_often_and_never_options_of_a_spec():
    assert conditions.constant(replace(SEVERAL, questions=dataset(20).questions)) == "Not stated."
    odd = tuple(replace(question, accepted=("a?b=c", "yes")) for question in SEVERAL.questions[:3])
    assert conditions.constant(replace(SEVERAL, questions=odd)) == "yes"


def test_other_wordings_are_asked_only_of_questions_that_have_them():
    made = plan(SEVERAL, ["oracle", "oracle @wording-2", "oracle @wording-3"], Plain(), Settings(repeat=2))
    assert made.answers == made.calls == 2 * (6 + 2 + 1)
    finished = run_questions(SEVERAL, made.answerers, Plain(), Settings(repeat=2))
    assert finished.state == "complete"
    assert [summary.overall.n for summary in finished.summary] == [12, 4, 2]


def test_a_function_is_asked_under_conditions_too():
    asked = []

    def mine(question, document):
        asked.append((question, document))
        return ""

    finished = qa_eval.run(SEVERAL, mine, scorer=Plain(), controls=True, robustness=True)
    assert finished.answerers[:3] == ("mine", "mine @closed-book", "mine @other-document")
    assert {"Say 0.", "Tell 0."} < {question for question, _ in asked}
    assert "" in {document for _, document in asked}


def test_a_run_with_conditions_goes_on_where_it_stopped_and_is_scored_again(tmp_path):
    (tmp_path / "mine.py").write_text("def answer(question, document): return question[8:-1] if document else 1 / 0\n")
    names = [f"{tmp_path / 'mine.py'}:answer", f"{tmp_path / 'mine.py'}:answer @closed-book"]
    folder = tmp_path / "run"
    before = run_questions(dataset(5), names, Plain(), None, journal.Place(folder, exact=True))
    assert [summary.overall.failed for summary in before.summary] == [0, 5]
    again = run_questions(dataset(5), names, Plain(), None, journal.Place(folder, exact=True, resume=True))
    assert len(again.results) == 10
    assert Run.load(folder).answerers == tuple(names)
    assert rescore(again, Plain()).analysis.to_json() == again.analysis.to_json()


def test_the_cache_keeps_what_was_asked_and_not_under_which_condition(tmp_path):
    (tmp_path / "mine.py").write_text(
        f"def answer(question, document):\n    open({str(tmp_path / 'log')!r}, 'a').write(question + chr(10))\n    return document\n"
    )
    spec = f"{tmp_path / 'mine.py'}:answer"
    settings = Settings(cache=str(tmp_path / "cache"))
    first = run_questions(SEVERAL, [spec, f"{spec} @closed-book", f"{spec} @wording-2"], Plain(), settings)
    calls = (tmp_path / "log").read_text().splitlines()
    assert len(calls) == 6 + 6 + 2
    reworded = replace(SEVERAL, questions=tuple(replace(q, paraphrases=("Say it.",)) for q in SEVERAL.questions[:1]))
    run_questions(reworded, [spec, f"{spec} @wording-2"], Plain(), settings)
    assert (tmp_path / "log").read_text().splitlines()[14:] == ["Say it."]
    assert {r.prediction.text for r in first.results if r.answerer.endswith("closed-book")} == {""}


def test_a_report_shows_answerers_and_what_their_controls_tell():
    finished = run_questions(SEVERAL, ["oracle", "fixed:0 @baseline", "oracle @closed-book", "abstain"], Plain())
    complete = report.of(finished)
    assert [summary.answerer for summary in complete.summaries] == ["oracle", "abstain"]
    assert {result.answerer for result in complete.results} == {"oracle", "abstain"}
    assert [section.key for section in complete.analysis.sections] == ["head_to_head", "controls"]


@pytest.fixture(scope="module")
def leaky(tmp_path_factory):
    """A run of the leaky answerer and the lexical one under all controls; a gate on the leaky one is missed."""
    folder = tmp_path_factory.mktemp("leaky")
    spec = f"{ROOT / 'examples' / 'leaky.py'}:Leaky"
    arguments = (
        "run",
        "north-korea-russia",
        "-a",
        "lexical",
        "-a",
        spec,
        "--controls",
        "--gate",
        "lift:closed-book.low>0",
        "--report",
        "md",
    )
    found = data(*arguments, "--report", "json", "--report", "html", "--report", "junit", cwd=folder, code=1)
    return folder, spec, found["runs"][0]


def test_a_leaky_answerer_is_found_out_and_its_questions_are_named(leaky):
    folder, spec, found = leaky
    rows = {row["answerer"]: row for row in found["analysis"]["controls"]["rows"]}
    assert rows["lexical"]["known_without_document"] == []
    assert rows["lexical"]["read"] == rows["lexical"]["right"] > 30
    known = rows[spec]["known_without_document"]
    assert len(known) > 50
    assert rows[spec]["right"] - rows[spec]["read"] == len(known)
    assert set(rows[spec]["controls"]) == {"closed-book", "other-document", "shuffled-question", "constant", "lexical"}
    assert rows[spec]["controls"]["closed-book"]["p_adjusted"] > 0.05
    markdown = (folder / found["folder"] / "report.md").read_text()
    assert f"and {len(known)} without it, too (known, guessed or leaked)" in markdown.replace("\\", "")
    assert known[0] in markdown.replace("\\", "")


def test_gates_on_controls_judge_answerers_and_not_their_controls(leaky):
    _, spec, found = leaky
    outcomes = {gate["answerer"]: gate for gate in found["gates"]}
    assert set(outcomes) == {"lexical", spec}
    assert outcomes["lexical"]["passed"]
    assert not outcomes[spec]["passed"]


def test_every_report_of_a_run_with_controls_shows_them_beside_the_answerers(leaky):
    folder, spec, found = leaky
    place = folder / found["folder"]
    page = (place / "report.html").read_text()
    assert "lift over controls" in page
    assert re.search(r"<td><bdi[^>]*>no document</bdi></td><td><bdi[^>]*>18\.5 %", page)
    assert len(re.findall("<testsuite ", (place / "junit.xml").read_text())) == 3  # two answerers and the gates
    whole = json.loads((place / "report.json").read_text())
    assert whole["analysis"] == found["analysis"]
    assert {row["answerer"] for row in whole["results"]} == {"lexical", spec}
    listed = data("list", "runs", cwd=folder)["rows"][0]
    assert set(listed["accuracy"]) == {"lexical", spec}


def test_two_runs_are_compared_by_their_answerers_and_not_by_their_controls(leaky):
    folder, spec, found = leaky
    compared = data("compare", found["folder"], found["folder"], cwd=folder)
    assert [one["answerer"] for one in compared["comparisons"]] == ["lexical", spec]


def test_robustness_says_what_other_wordings_and_changes_cost(tmp_path):
    done = run(
        "run", "north-korea-russia", "-a", "lexical", "-a", "oracle", "--robustness", "--report", "md", cwd=tmp_path
    )
    assert "Questions in several wordings" in done.stdout
    assert "depends on the wording with lexical: " in done.stdout
    assert "depends on the wording with oracle" not in done.stdout
    (row,) = [
        line for line in done.stdout.splitlines() if "numbers written in other formats" in line and "oracle" in line
    ]
    assert "100.0 % [97.6–100.0] n=157" in row
    assert "NOT distinguishable" in row
    # what an oracle that is never wrong shows has width, too
    assert "+0.0 [-2.4, +2.4]" in row


def test_a_run_that_goes_on_takes_its_controls_from_the_run(tmp_path):
    done = run("run", "--resume", "latest", "--controls", cwd=tmp_path, code=2)
    assert "leave DATASET and -a and --controls away" in done.stderr
