"""What a reader of each report relies on, whatever the answers hold."""

import csv
import dataclasses
import io
import json
import re

import junitparser
import made
import pytest

from qa_eval import model, plugins, report
from qa_eval.errors import UsageError
from qa_eval.reporters.md import plain


def render(name, given=None):
    return "".join(plugins.make("reporters", name).render(given or made.report()))


def test_the_page_escapes_everything_from_outside():
    page = render("html")
    assert page.count("<script") == page.count("</script>") == 4  # index, viewer, one block of details, the article
    assert "<img src" not in page
    assert "<i>more" not in page
    assert "onerror=&#34;" in page


def test_the_page_allows_nothing_but_its_own_style():
    page = render("html")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1]
    assert re.fullmatch(
        r"default-src 'none'; script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+'; img-src data:; base-uri 'none'; "
        r"form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        policy,
    )
    assert not re.search(r"""(src|href|url)\s*[=(]\s*["']?(https?:)?//""", page)
    assert " style=" not in page


def test_the_page_shows_what_cannot_be_seen():
    page = render("html")
    assert '<span class="hidden" title="Right-to-left override">U+202E</span>' in page
    assert '<span class="hidden" title="Zero width space">U+200B</span>' in page
    assert "U+D800" in page
    assert "\u202e" not in page


def test_a_page_of_many_questions_shows_the_wrong_ones_first_and_says_so():
    questions = [made.question(number, model.EntityAnswer("x")) for number in range(1, 601)]
    verdicts = [made.V.CORRECT] * 599 + [made.V.INCORRECT]
    results = [made.result("one", number, verdict, "x") for number, verdict in enumerate(verdicts, 1)]
    page = render("html", made.report(questions, results))
    assert "200 of 600 questions are shown" in page
    assert page.index("What about number 600?") < page.index("What about number 1?")


@pytest.mark.parametrize("name", plugins.built_in("reporters"))
def test_a_report_of_nothing_is_a_report(name):
    assert render(name, made.report((), ()))


def test_the_evidence_stands_marked_in_the_article():
    page = render("html")
    assert "<mark" in page
    assert page.count(">155 metres</bdi></mark>") == 2  # once in the question, once in the article, where it overlaps


def test_csv_gives_every_answer_back_and_runs_no_formula():
    rows = list(csv.DictReader(io.StringIO(render("csv"), newline="")))
    assert len(rows) == len(made.RESULTS)
    by_place = {(row["answerer"], row["id"]): row for row in rows}
    assert by_place["one", "question-3"]["answer"] == made.HOSTILE
    assert by_place["<two>", "question-5"]["answer"] == "rail | road\nroad"
    assert by_place["<two>", "question-4"]["answer"] == "'=HYPERLINK(1)"
    assert by_place["<two>", "question-7"]["tags"] == "'=1+1"
    assert by_place["one", "question-5"]["failure_kind"] == "timeout"


def test_json_gives_every_answer_back():
    data = json.loads(render("json"))
    assert data["schema"] == 1
    assert [row["answer"] for row in data["results"]] == [result.prediction.text for result in made.RESULTS]
    assert data["summary"]["answerers"][0]["overall"]["failed"] == 1


def test_junit_tells_incorrect_failed_and_abstained_apart():
    suites = junitparser.JUnitXml.fromstring(render("junit"))
    counts = [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in suites]
    assert counts == [(7, 3, 1, 0), (7, 4, 0, 1)]
    assert [sum(bool(test.result) for test in suite) for suite in suites] == [4, 5]


def test_markdown_lets_no_answer_break_its_table():
    lines = render("md").splitlines()
    rows = [line for line in lines if line.startswith("| question-")]
    assert len(rows) == 9
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 7 for row in rows)
    assert "<script" not in render("md").replace("\\<", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a|b", r"a\|b"), ("*x*", r"\*x\*"), ("line\nline", "line line"), ("x" * 300, "x" * 159 + "…"), ("", "")],
)
def test_plain_text_stays_plain_in_markdown(text, expected):
    assert plain(text) == expected


def test_a_half_written_report_leaves_nothing(tmp_path):
    def breaking():
        yield made.RESULTS[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        report.write(dataclasses.replace(made.report(), results=breaking()), "csv", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"cannot write .*missing/report.md: No such file or directory"):
        report.write(made.report(), "md", tmp_path / "missing")
