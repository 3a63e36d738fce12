"""Runs compared: what is joined, what is more than noise, what is refused, and how it is said."""

import json
import random

import pytest
from commandline import data, run
from plain import Plain, dataset, number
from scipy.stats import binomtest

from qa_eval import runs
from qa_eval.compare import Change
from qa_eval.engine import Settings, run_questions
from qa_eval.errors import UsageError
from qa_eval.significance import detectable, holm, mean_difference, questions_needed, sign_flip
from qa_eval.versus import Outcome, Side, contrasts, markdown, text, to_json

QUESTIONS = dataset(40)


def knowing(*wrong, name="bot"):
    """An answerer that knows all but the questions with these numbers."""

    def answer(question, document):
        return "wrong" if number(question) in {str(i) for i in wrong} else _right(question)

    answer.__name__ = name
    return answer


def _right(question):
    return "" if int(number(question)) % 5 == 4 else number(question)


def side(name, *answerers, questions=QUESTIONS, **settings):
    made = run_questions(questions, answerers, Plain(), Settings(**settings))
    return Side(name, made.dataset, made.results, made.answerers, made.signature)


def only(*sides, **options):
    (found,) = contrasts(sides, **options)
    return found


def test_each_answer_is_fixed_regressed_or_neither():
    found = only(side("old", knowing(1, 2, 3)), side("new", knowing(3, 5)))
    assert found.of(Change.FIXED) == ("q1", "q2")
    assert found.of(Change.REGRESSED) == ("q5",)
    assert found.of(Change.NEITHER_CORRECT) == ("q3",)
    assert len(found.of(Change.BOTH_CORRECT)) == 36
    assert found.overall.difference == pytest.approx(1 / 40)


def test_where_documents_share_the_questions_a_difference_is_taken_by_document():
    asked = dataset(40, documents=8)  # five questions each
    first = side("old", knowing(*(i for i in range(40) if i % 8 == 3)), questions=asked)
    found = only(first, side("new", knowing(), questions=asked))
    assert found.overall.documents == 8
    assert len(found.of(Change.FIXED)) == 5
    assert found.overall.p == 1.0  # better on one document of eight
    assert found.overall.effect > 1
    assert "over 8 documents, which share the questions" in "\n".join(text([found]))
    assert "over 8 documents, which share the questions" in "\n".join(markdown([found]))
    assert found.overall.needed(0.1) > only(
        *(side(n, knowing(*w)) for n, w in (("a", (3, 11)), ("b", ())))
    ).overall.needed(0.1)
    (row,) = to_json([found])["comparisons"]
    assert row["documents"] == 8


def test_questions_of_one_run_only_and_changed_ones_are_set_aside():
    longer = dataset(42)
    changed = tuple(
        question if question.id != "q7" else type(question)(**_fields(question, accepted=("seven",)))
        for question in longer.questions
    )
    other = dataset(42, questions=changed, sha256="1" * 64)
    found = only(side("old", knowing()), side("new", knowing(), questions=other), anyway=True)
    assert found.of(Change.ONLY_HERE) == ("q40", "q41")
    assert found.of(Change.QUESTION_CHANGED) == ("q7",)
    assert found.overall.questions == 39
    assert [difference.key for difference in found.unlike] == ["dataset"]


def _fields(question, **changes):
    return {name: getattr(question, name) for name in question.__dataclass_fields__} | changes


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        (range(10), range(0), Outcome.BETTER),
        (range(0), range(10), Outcome.WORSE),
        (range(4), range(1), Outcome.NOT_DISTINGUISHABLE),
        (range(5), range(5), Outcome.NOT_DISTINGUISHABLE),
    ],
)
def test_a_difference_is_called_only_when_it_is_more_than_noise(old, new, outcome):
    found = only(side("old", knowing(*old)), side("new", knowing(*new)))
    assert found.overall.outcome is outcome
    low, high = found.overall.interval
    assert low < found.overall.difference < high or (outcome is not Outcome.NOT_DISTINGUISHABLE)


def test_one_of_many_comparisons_is_not_called_by_luck():
    """Six wrong answers more are noticed alone (p 0.03), not as one of ten looks."""
    base = side("base", knowing(name="bot"))
    alone = contrasts([base, side("x", knowing(*range(6)))])
    assert alone[0].overall.outcome is Outcome.WORSE
    many = contrasts([base, *(side(f"x{i}", knowing(*range(6))) for i in range(2))])
    assert many[0].overall.p == alone[0].overall.p
    assert many[0].overall.adjusted == 2 * alone[0].overall.p
    assert many[0].overall.outcome is Outcome.NOT_DISTINGUISHABLE


def test_answerers_of_two_runs_go_by_name_or_are_named():
    first = side("first", knowing(name="a"), knowing(1, name="b"))
    second = side("second", knowing(2, name="b"), knowing(name="c"))
    assert [(one.answerer, one.other) for one in contrasts([first, second])] == [("b", "b")]
    assert [(one.answerer, one.other) for one in contrasts([first, second], ["a", "c"])] == [("c", "a")]
    assert [(one.answerer, one.other) for one in contrasts([first])] == [("b", "a")]
    assert [(one.answerer, one.other) for one in contrasts([first], ["b"])] == [("b", "a")]
    assert [(one.answerer, one.other) for one in contrasts([first], ["b", "a"])] == [("a", "b")]
    with pytest.raises(UsageError, match=r"a would be compared with itself.*\nhint: name one of the others: b"):
        contrasts([first], ["a"])
    with pytest.raises(UsageError, match="no run has the answerer 'd'"):
        contrasts([first, second], ["d"])
    with pytest.raises(UsageError, match=r"^alone has one answerer, a: .*\nhint: name another run"):
        contrasts([side("alone", knowing(name="a"))])
    with pytest.raises(UsageError, match="no answerer in common"):
        contrasts([first, side("third", knowing(name="x"), knowing(name="y"))])


def test_unlike_signatures_are_refused_by_name():
    other = side("new", knowing(), questions=dataset(40, version="2.0"))
    with pytest.raises(UsageError, match=r"dataset: small@1\.0#0+ against small@2\.0"):
        contrasts([side("old", knowing()), other])
    assert only(side("old", knowing()), other, anyway=True).overall.questions == 40


def test_repeated_questions_count_once_each():
    """Ten repetitions of one changed question are one question's worth of evidence, not ten."""
    found = only(side("old", knowing(), repeat=10), side("new", knowing(1, 2, 3), repeat=10))
    assert found.overall.counts.regressed == 30
    assert found.overall.p == sign_flip([10, 10, 10]) == 0.25
    assert found.overall.outcome is Outcome.NOT_DISTINGUISHABLE
    low, high = found.overall.interval
    assert low < found.overall.difference < high


def test_text_tells_answers_from_questions():
    found = contrasts([side("old", knowing(), repeat=2), side("new", knowing(1), repeat=2)])
    lines = list(text(found))
    assert lines[1].endswith(", 40 questions in common")
    assert lines[4] == "  80 answers: fixed 0, regressed 2, both right 78, neither right 0"
    once = list(text(contrasts([side("old", knowing()), side("new", knowing(1))])))
    assert once[4] == "  fixed 0, regressed 1, both right 39, neither right 0"


def test_an_answerer_that_was_not_asked_yet_is_told_from_questions_that_differ():
    old, new = side("old", knowing()), side("new", knowing())
    part = new._replace(results=())
    assert "  nothing in common: new has no answer of bot yet" in list(text(contrasts([old, part])))
    assert "  nothing in common: new has no answer of bot yet" in list(text(contrasts([part, old])))


def test_slices_show_where_a_difference_comes_from():
    found = only(side("old", knowing()), side("new", knowing(1, 3, 5, 7)))
    assert found.slices["tag"]["odd"].counts.regressed == 4
    assert found.slices["tag"]["even"].counts.regressed == 0
    assert set(found.slices["difficulty"]) == {"easy", "hard"}


# the statistics behind it


@pytest.mark.parametrize(("up", "down"), [(0, 0), (1, 7), (9, 16), (30, 12), (600, 500)])
def test_the_paired_test_is_the_sign_test(up, down):
    expected = binomtest(up, up + down).pvalue if up + down else 1.0
    assert sign_flip([1] * up + [-1] * down + [0] * 5) == pytest.approx(expected, rel=1e-9)


def test_the_paired_test_of_repeated_questions_equals_counting_all_signs():
    differences = [3, -1, 2, 2, 0, -3, 1]
    sums = [sum(s * d for s, d in zip(signs, differences, strict=True)) for signs in _signs(len(differences))]
    expected = sum(abs(total) >= abs(sum(differences)) for total in sums) / len(sums)
    assert sign_flip(differences) == pytest.approx(expected)


def _signs(n):
    return [[1 if number >> place & 1 else -1 for place in range(n)] for number in range(1 << n)]


def test_holm_never_lowers_a_p_and_keeps_their_order():
    from statsmodels.stats.multitest import multipletests  # noqa: PLC0415 - a slow import for one test

    chance = random.Random(1)  # noqa: S311 - a seeded table, no secret
    for _ in range(50):
        values = [chance.random() ** 3 for _ in range(chance.randrange(1, 9))]
        assert holm(values) == pytest.approx(tuple(multipletests(values, method="holm")[1]))


@pytest.mark.parametrize(("difference", "discordant"), [(0.1, 0.2), (0.05, 0.1), (0.2, 0.3)])
def test_so_many_questions_show_the_difference_as_often_as_said(difference, discordant):
    import numpy as np  # noqa: PLC0415 - only this test draws

    n = questions_needed(difference, discordant)
    drawn = np.random.default_rng(0).multinomial(
        n, [(discordant + difference) / 2, (discordant - difference) / 2, 1 - discordant], size=2000
    )
    shown = sum(sign_flip([1] * int(up) + [-1] * int(down)) <= 0.05 for up, down, _ in drawn) / len(drawn)
    assert 0.72 < shown < 0.86


def test_the_detectable_difference_is_the_one_that_needs_so_many_questions():
    for n in (20, 157, 1000):
        least = detectable(n, 0.15)
        assert questions_needed(least, 0.15) <= n < questions_needed(least * 0.99, 0.15)
    assert detectable(3, 0.15) == 1.0


def test_no_interval_of_a_mean_difference_has_no_width():
    for differences in ([0.0] * 20, [1.0] * 20, [0.5]):
        low, high = mean_difference(differences)
        assert high - low > 0.05


# how it is said


def test_text_json_and_markdown_say_the_same():
    found = contrasts([side("old", knowing()), side("new", knowing(*range(6)))])
    said = "\n".join(text(found, 0.02))
    assert "100.0 % → 85.0 %" in said
    assert "-15.0 [-29.1, -1.2] points, exact p 0.031: worse" in said or "exact p 0.031: worse" in said
    assert "regressed: q0, q1, q2, q3, q4, q5" in said
    assert "2 points take" in said
    (row,) = to_json(found, 0.02)["comparisons"]
    assert row["outcome"] == "worse"
    assert row["changes"]["regressed"] == ["q0", "q1", "q2", "q3", "q4", "q5"]
    assert json.loads(json.dumps(row)) == row
    page = "\n".join(markdown(found))
    assert "| bot | 100.0 % → 85.0 % |" in page
    assert "**worse**" in page


def test_markdown_neither_mentions_nor_breaks_out():
    one = knowing(1, name="<b>@team|x")
    page = "\n".join(markdown(contrasts([side("old", one), side("new", knowing(name="<b>@team|x"))])))
    assert "<b>" not in page
    assert "\\@team\\|x" in page


# the verb


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    tmp_path = tmp_path_factory.mktemp("compared")
    (tmp_path / "half.py").write_text(
        "from qa_eval.answerers.lexical import Answerer\n\n\ndef answer(question, document, id):\n"
        '    return "170 mm" if len(id) % 2 else Answerer().answer(question, document)\n'
    )
    for spec in ("lexical", "./half.py:answer"):
        run("run", "north-korea-russia", "-a", spec, "--limit", "30", "--report", "json", cwd=tmp_path)
    return tmp_path


def test_two_runs_are_compared_in_every_format(folder):
    first, second = (path.name for path in runs.folders(folder / "reports"))
    said = run("compare", first, second, "--detect", "0.02", cwd=folder).stdout
    assert "against lexical" in said
    assert "30 questions in common" in said
    row = data("compare", first, second, cwd=folder)["comparisons"][0]
    again = json.loads(run("compare", first, second, "--format", "json", cwd=folder).stdout)["comparisons"][0]
    assert row == again
    assert row["n"] == 30 == sum(row[name] for name in ("fixed", "regressed", "both_correct", "neither_correct"))
    run("compare", first, second, "--format", "md", "--output", "out/comment.md", cwd=folder)
    assert "| ./half.py:answer against lexical |" in (folder / "out" / "comment.md").read_text()
    run("compare", first, second, "--format", "html", "--output", "page", cwd=folder)
    assert (folder / "page" / "report.html").stat().st_size > 10_000


def test_more_than_two_runs_are_compared_with_the_first_and_adjusted_together(folder):
    first, second = (path.name for path in runs.folders(folder / "reports"))
    found = data("compare", first, second, second, cwd=folder)["comparisons"]
    assert [one["run"] for one in found] == [second, second]
    assert found[0]["p_adjusted"] == min(1.0, 2 * found[0]["p"])
    said = run("compare", first, second, second, cwd=folder).stdout
    assert "adjusted for 2 comparisons" in said
    assert "| --- |" in run("compare", first, second, second, "--format", "md", cwd=folder).stdout
    run("compare", first, second, first, "--format", "html", "--output", "pages", cwd=folder)
    assert {path.parent.name for path in (folder / "pages").glob("*/report.html")} == {first, second}
    assert "takes two runs or more" in run("compare", first, "--format", "html", cwd=folder, code=2).stderr


def test_folders_of_runs_are_compared_dataset_by_dataset(folder):
    (folder / "own.jsonl").write_text('{"id": "a", "question": "Is it?", "answers": ["yes"]}\n')
    for place, answer in (("before", "yes"), ("after", "no")):
        for source in ("own.jsonl", "speed-of-light"):
            run(
                "run",
                source,
                "-a",
                f"fixed:{answer}",
                "--limit",
                "3",
                "--report",
                "json",
                "--output",
                place,
                cwd=folder,
            )
    found = data("compare", "before", "after", cwd=folder)["comparisons"]
    assert [one["dataset"] for one in found] == ["own", "speed-of-light"]
    assert found[0]["changes"]["regressed"] == ["a"]
    comment = run("compare", "before", "after", "--format", "md", cwd=folder).stdout
    assert "| own: fixed:no against fixed:yes |" in comment
    (folder / "none").mkdir()
    for other, what in (("none", "holds none"), ("nowhere", "is not there")):
        said = run("compare", "before", other, cwd=folder, code=2).stderr
        assert (
            f"before is a folder of runs, and {other} {what}\nhint: name two folders of runs, or runs in it: before/latest"
            in said
        )
    assert "error: before is a folder of runs\n" in run("compare", "before", cwd=folder, code=2).stderr
    assert data("compare", "before/own", "after/own", cwd=folder)["comparisons"][0]["changes"]["regressed"] == ["a"]
    assert "there is no folder beyond" in run("compare", "beyond/latest", "after", cwd=folder, code=2).stderr
    run("run", "own.jsonl", "-a", "oracle", "--report", "json", "--output", "elsewhere", cwd=folder)
    said = run("compare", "reports", "elsewhere", cwd=folder, code=2).stderr
    assert "no dataset is in common: reports (north-korea-russia) and elsewhere (own)" in said


def test_a_gate_on_a_comparison_is_missed_with_exit_code_1(folder):
    first, second = (path.name for path in runs.folders(folder / "reports"))
    missed = run("compare", first, second, "--gate", "regressions<=0", cwd=folder, code=1).stdout
    assert "GATE MISSED: regressions<=0 (./half.py:answer against lexical): it is" in missed
    run("compare", first, first, "--gate", "regressions<=0", cwd=folder)
    wrong = run("compare", first, second, "--gate", "regresions<=0", cwd=folder, code=2).stderr
    assert 'did you mean "regressions"?' in wrong


def test_runs_scored_by_different_rules_are_refused(folder):
    first = min(path.name for path in (folder / "reports").glob("*/"))
    run("rescore", first, "--scorer", "squad", "--report", "json", "--output", "other", cwd=folder)
    (other,) = (folder / "other").iterdir()
    refused = run("compare", first, other, cwd=folder, code=2).stderr
    assert "scorer: strict against squad" in refused
    assert "--anyway" in refused
    run("compare", first, other, "--anyway", cwd=folder)
