"""What a reader of each report relies on, whatever the answers hold."""

import csv
import dataclasses
import datetime as dt
import io
import json
import re
from base64 import b64decode
from gzip import decompress

import junitparser
import made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from qa_eval import model, plugins, report
from qa_eval.errors import UsageError
from qa_eval.reporters.html import details
from qa_eval.reporters.html.number_line import number_line
from qa_eval.reporters.md import plain
from qa_eval.reviews import Review


def render(name, shown=None):
    pieces = list(plugins.make("reporters", name).render(shown or made.report()))
    return (b"" if isinstance(pieces[0], bytes) else "").join(pieces)


def test_the_page_escapes_everything_from_outside():
    page = render("html")
    assert page.count("<script") == page.count("</script>") == 4  # index, viewer, one block of details, the article
    assert "<img src" not in page
    assert "<i>more" not in page
    assert "onerror=&#34;" in page


def test_the_page_holds_all_of_every_answer_though_what_repeats_stands_once():
    shown = made.report()
    found = re.findall(r'id="qa-(index|d0)">([^<]*)<', render("html", shown))
    parts = {name: json.loads(decompress(b64decode(text))) for name, text in found}
    rows, cells, block = parts["index"]["rows"], parts["index"]["cells"], parts["d0"]
    held = {}
    for place, row in enumerate(block["rows"]):
        question = shown.questions[rows["id"][place]]
        whole = {"text": rows["text"][place], "expected": rows["expected"][place], **block["plain"], **row}
        assert (whole["text"], whole["expected"]) == (question.text, question.answer.text)
        assert whole["accepted"] == list(question.accepted[1:])
        assert block["digests"][16 * place : 16 * place + 16] == shown.digest_of(question)
        for column, own in enumerate(row.get("answers", [{}] * len(cells))):
            if own is not None:
                got = cells[column]["got"][place]
                said = {"text": rows["expected"][place] if got is None else got}
                said |= {**block["kinds"][own.get("kind", 0)], **own}
                name, repeat = parts["index"]["columns"][column]
                held[question.id, parts["index"]["answerers"][name], repeat] = said
    assert len(held) == len(shown.results)
    for result in shown.results:
        score, prediction = result.score, result.prediction
        said = held[result.question_id, result.answerer, result.repeat]
        read = said.get("read", said["text"])
        assert (said["text"], read, said.get("gold", read)) == (prediction.text or "", score.read, score.gold)
        assert (said["value"], said["exact"], said["f1"]) == (score.value, score.exact_match, score.f1)
        assert (said["message"], said["attempts"]) == (score.message, prediction.attempts)
        assert said["details"] == (dict(prediction.details) or None)
        assert said["failure"] == (prediction.failure and [prediction.failure.kind, prediction.failure.message])


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


@pytest.mark.parametrize("name", [name for name in plugins.built_in("reporters") if name != "mlflow"])
def test_a_report_of_nothing_is_a_report(name):
    assert render(name, made.report((), ()))


def test_the_page_tells_times_where_answers_took_any():
    assert "time per answer" in render("html")
    stored = [
        dataclasses.replace(one, prediction=dataclasses.replace(one.prediction, seconds=0.00001))
        for one in made.RESULTS
    ]
    assert "time per answer" not in render("html", made.report(results=stored))


@pytest.mark.parametrize(
    ("started", "finished", "said"),
    [
        (None, None, ("", "")),
        ("2026-11-29T08:28:19+00:00", None, ("2026-11-29 08:28 UTC", "")),
        ("2026-11-29T08:28:19+00:00", "2026-11-29T08:28:19.4+00:00", ("2026-11-29 08:28 UTC", "less than 1 s")),
        ("2026-11-29T09:28:19+01:00", "2026-11-29T10:30:00+00:00", ("2026-11-29 08:28 UTC", "2 h 1 min")),
        ("2026-11-29T08:28:19+00:00", "2026-11-29T08:00:00+00:00", ("2026-11-29 08:28 UTC", "")),
    ],
)
def test_a_report_says_when_its_run_started_and_how_long_it_took(started, finished, said):
    times = [None if one is None else dt.datetime.fromisoformat(one) for one in (started, finished)]
    shown = dataclasses.replace(made.report(), started=times[0], finished=times[1])
    assert (shown.began, shown.lasted) == said


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


def test_tables_say_what_else_is_known_of_an_answer_and_who_overturned_its_verdict(tmp_path):
    first, second = made.RESULTS[:2]
    verdicts = model.Verdict.INCORRECT, model.Verdict.CORRECT
    other = model.Opinion("lenient", model.Verdict.CORRECT, 1.0, "exact", "the same words")
    said = dataclasses.replace(first.prediction, tokens=model.Tokens(7, 2), details={"confidence": 0.5})
    results = [dataclasses.replace(first, prediction=said, score=dataclasses.replace(first.score, other=other)), second]
    review = Review(
        "run", second.question_id, "", second.answerer, 0, *verdicts, "-a day off", "Ada", "2026-01-02T03:04:05Z"
    )
    shown = dataclasses.replace(made.report(results=results), reviews=(review,))
    table = parquet.read_table(report.write(shown, "parquet", tmp_path)).to_pylist()
    rows = list(csv.DictReader(io.StringIO(render("csv", shown), newline="")))
    names = ("other_policy", "other_verdict", "other_reason", "prompt_tokens", "completion_tokens", "details")
    assert [rows[0][name] for name in names] == ["lenient", "correct", "exact", "7", "2", '{"confidence": 0.5}']
    assert [table[0][name] for name in names] == ["lenient", "correct", "exact", 7, 2, '{"confidence": 0.5}']
    assert rows[0]["accepted"] == "155 metres | 155 m"
    reviewed = ("reviewed_verdict", "review_note", "reviewer")
    assert [rows[1][name] for name in reviewed] == ["correct", "'-a day off", "Ada"]
    assert [table[1][name] for name in reviewed] == ["correct", "-a day off", "Ada"]
    assert [rows[0][name] for name in reviewed] == ["", "", ""]
    assert [table[0][name] for name in reviewed] == [None, None, None]


def test_json_gives_every_answer_back():
    data = json.loads(render("json"))
    assert data["schema"] == 1
    assert [row["answer"] for row in data["results"]] == [result.prediction.text for result in made.RESULTS]
    assert data["summary"]["answerers"][0]["overall"]["failed"] == 1


def test_junit_tells_incorrect_failed_and_abstained_apart():
    suites = junitparser.JUnitXml.fromstring(render("junit").encode())
    counts = [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in suites]
    assert counts == [(7, 3, 1, 0), (7, 4, 0, 1)]
    assert [sum(bool(test.result) for test in suite) for suite in suites] == [4, 5]


def test_a_test_of_junit_keeps_its_name_when_its_question_is_worded_anew():
    again = tuple(dataclasses.replace(question, text="Worded anew?") for question in made.QUESTIONS)
    before, after = (
        [test for suite in junitparser.JUnitXml.fromstring("".join(text).encode()) for test in suite]
        for text in (plugins.make("reporters", "junit").render(made.report(asked)) for asked in (made.QUESTIONS, again))
    )
    assert [test.name for test in before] == [test.name for test in after]
    assert {test.name.partition(" (repeat")[0] for test in after} == {one.question_id for one in made.RESULTS}
    outcomes = [outcome for test in after for outcome in test.result if "expected: " in (outcome.text or "")]
    assert len(outcomes) == sum(one.score.verdict is not model.Verdict.CORRECT for one in made.RESULTS)
    assert all(outcome.text.startswith("question: Worded anew?\nexpected: ") for outcome in outcomes)


def test_markdown_lets_no_answer_break_its_table():
    lines = render("md").splitlines()
    rows = [line for line in lines if line.startswith("| question-")]
    assert len(rows) == 9
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 7 for row in rows)
    assert "<script" not in render("md").replace("\\<", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", r"a\|b"),
        ("*x*", r"\*x\*"),
        ("line\nline", "line line"),
        ("a\x1b[31mb", r"a\\x1b\[31mb"),
        ("x" * 300, "x" * 159 + "…"),
        ("", ""),
    ],
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


def large(monkeypatch, answers=30):
    """A report of which the page is told that it cannot hold its rows."""
    for module in ("qa_eval.reporters.html.page", "qa_eval.report"):
        monkeypatch.setattr(f"{module}.ON_A_PAGE", answers - 1)
    questions = [made.question(number, model.EntityAnswer("x")) for number in range(1, answers + 1)]
    verdicts = [made.V.CORRECT] * (answers - 1) + [made.V.INCORRECT]
    return made.report(questions, [made.result("one", n, verdict, "x") for n, verdict in enumerate(verdicts, 1)])


def test_a_page_that_cannot_hold_its_rows_has_exact_figures_and_says_where_the_rows_are(monkeypatch):
    given = large(monkeypatch)
    page = render("html", given)
    assert "<script" not in page
    assert "30 questions. Every row is in <code>results.parquet</code>" in page
    assert "29 correct" in page
    assert "1 incorrect" in page
    assert page.endswith("</body>\n</html>\n")
    assert page.count("<div") == page.count("</div>")
    assert report.with_rows(given, ["html?details=all", "md"]) == ["html?details=all", "md", "parquet"]
    assert report.with_rows(given, ["md"]) == ["md"]
    assert report.with_rows(made.report(), ["html"]) == ["html"]


def test_parquet_has_a_row_an_answer_with_types_that_other_tools_read(tmp_path):
    table = parquet.read_table(report.write(made.report(), "parquet", tmp_path))
    assert table.num_rows == len(made.RESULTS)
    assert str(table.schema.field("value").type) == "double"
    assert str(table.schema.field("tags").type) == "list<element: string>"
    rows = {(row["answerer"], row["id"]): row for row in table.to_pylist()}
    assert rows["one", "question-3"]["answer"] == made.HOSTILE
    assert rows["one", "question-5"]["answer"] is None
    assert rows["one", "question-5"]["failure_kind"] == "timeout"
    assert rows["<two>", "question-1"]["answer"] == made.BIDI.replace("\ud800", r"\ud800")


def test_parquet_is_written_in_parts_that_hold_every_row(monkeypatch, tmp_path):
    monkeypatch.setattr("qa_eval.reporters.parquet.PART", 4)
    table = parquet.ParquetFile(report.write(made.report(), "parquet", tmp_path))
    assert table.num_row_groups == 4
    assert table.read().column("id").to_pylist() == [result.question_id for result in made.RESULTS]


def test_junit_of_a_very_large_run_has_what_is_not_correct_and_all_counts(monkeypatch):
    monkeypatch.setattr("qa_eval.reporters.junit.MOST", 10)
    suites = list(junitparser.JUnitXml.fromstring(render("junit").encode()))
    assert [suite.tests for suite in suites] == [7, 7]
    assert [len(list(suite)) for suite in suites] == [4, 5]
    assert not any(case.is_passed for suite in suites for case in suite)


@given(st.text("0123456789abc .,x", max_size=20))
def test_a_text_that_is_normalised_already_has_no_steps(text):
    with pytest.MonkeyPatch.context() as patch:
        quick = details._steps(text)
        patch.setattr(details, "_BARE", re.compile(r"(?!)"))
        assert details._steps(text) == quick


@pytest.mark.parametrize(
    ("gold", "said", "off"),
    [
        ("between 9,000 and 11,000", "62 m", None),  # metres are not so far from visitors
        ("between 9,000 and 11,000", "8,000", "1,000"),
        ("62", "62 m", ""),
        ("14.5 km", "14.5 miles", "8.8355 km"),
        ("1/3 m", "2/3 m", "0.33333 m"),
        ("20 °C", "22 °C", "2 °C"),
        ("9007199254740993", "9007199254740992", "1"),
    ],
)
def test_a_number_line_compares_like_with_like_and_says_its_unit(gold, said, off):
    question = model.Question("q", "How much?", model.QuantityAnswer(gold), (gold,), document_id="d")
    line = number_line(question, said)
    assert (None if line is None else line["off"]) == off


@pytest.mark.parametrize(
    ("gold", "tolerance", "allowed"),
    [
        ("14.3 nmi", model.Tolerance(relative="0.01"), "14.157–14.443 nmi"),
        ("$72,400", model.Tolerance(absolute="100"), "$72,300–72,500"),
        ("20 °C", model.Tolerance(low="18", high="22"), "18–22 °C"),
        ("1/3", model.Tolerance(relative="0.1"), "0.3–0.366666666667"),
        ("6.674e-11", model.Tolerance(relative="0.01"), "6.60726e-11–6.74074e-11"),
        ("about 9,000 visitors", model.Tolerance(absolute="500"), "8,500–9,500 visitors"),
        ("62 m", model.NO_TOLERANCE, ""),
    ],
)
def test_a_number_line_says_the_unit_of_what_a_tolerance_lets_through(gold, tolerance, allowed):
    answer = model.QuantityAnswer(gold, tolerance=tolerance)
    line = number_line(model.Question("q", "How much?", answer, (gold,), document_id="d"), gold)
    assert line is not None
    assert line["allowed"] == allowed
