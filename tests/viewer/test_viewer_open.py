"""Points 1 to 7: the file opens anywhere, runs nothing but itself, stays small and is the same every time."""

import gzip
import json
import re
import time
from base64 import b64decode

import made_up
import pytest
from pages import until

from qa_eval import report
from qa_eval.commands import _lines

pytestmark = pytest.mark.browser

POLICY = {
    "default-src": "'none'",
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
ELEMENTS = "document.getElementsByTagName('*').length"


def test_01_it_is_one_request_without_a_complaint(opened, written):
    page = opened("tiny")
    for view in ("overview", "questions", "compare", "slices", "article", "run"):
        page.locator("nav.tabs a", has_text=view.capitalize()).click()
        page.locator("main section").first.wait_for()
    assert page.noted == [written("tiny").path.as_uri()]
    text = written("tiny").path.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href|url|action)\s*[=(]\s*["'`]?\s*(?:https?:)?//""", text)


def test_the_view_of_the_run_says_when_it_started_and_how_long_it_took(opened):
    facts = opened("tiny", "#/run").locator("main dl.facts").first
    told = dict(zip(facts.locator("dt").all_inner_texts(), facts.locator("dd").all_inner_texts(), strict=True))
    assert (told["dataset"], told["state"]) == ("walls 1.0", "complete")
    assert (told["started"], told["duration"]) == ("2026-11-29 08:28 UTC", "3 min 12 s")


def test_02_the_policy_allows_one_script_and_one_style(opened):
    page = opened("tiny")
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert re.fullmatch(r"'sha256-[\w+/=]{44}'", rules.pop("script-src"))
    assert re.fullmatch(r"'sha256-[\w+/=]{44}'", rules.pop("style-src"))
    assert rules == POLICY


def test_03_nothing_from_outside_becomes_markup_or_runs(opened):
    page = opened("hostile", "#/questions")
    shown = page.locator(".rows").inner_text()
    for text in ("<script>window.broken=1</script>", "<img src=x onerror", "[click](javascript:", "<!-- <script>"):
        assert text in shown
    for row in range(len(made_up.HOSTILE)):
        page.locator(f'[data-row="{row}"]').click()
        page.locator(".detail .ladder").first.wait_for()
    for view in ("overview", "compare", "slices", "article", "run"):
        page.evaluate(f"location.hash = '#/{view}'")
        page.locator("main h2").first.wait_for()
    assert page.evaluate("window.broken") is None
    assert page.locator("#qa-app :is(img, script, iframe, a[href^='javascript'])").count() == 0
    refused = page.evaluate(
        "(() => { try { document.body.innerHTML = '<b>x</b>' } catch (error) { return error.name } })()"
    )
    assert refused == "TypeError"


@pytest.mark.parametrize(
    ("name", "size", "first", "filtering"),
    [("mid", 5_000_000, 1.0, 0.25), pytest.param("huge", 40_000_000, 3.0, 0.25, marks=pytest.mark.slow)],
)
@pytest.mark.timeout(600)
def test_04_large_runs_stay_within_the_budgets(opened, written, name, size, first, filtering):
    """Times are noted, not held here (see benchmarks/report.py): other work on the machine would fail them."""
    assert written(name).path.stat().st_size <= size
    started = time.perf_counter()
    page = opened(name)
    page.locator(".rows .row").first.wait_for()
    took = time.perf_counter() - started
    assert page.evaluate(ELEMENTS) <= 2500
    for query in ("s:correct", "wall", '"water" @numeric', "lat:>2"):
        page.locator("#qa-search").fill(query)
        until(page, "document.querySelectorAll('.rows .row').length > 0")
        assert page.evaluate(ELEMENTS) <= 2500
    page.locator(".rows .row").nth(3).click()
    page.locator(".detail .ladder").wait_for()
    assert page.evaluate(ELEMENTS) <= 2500
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    assert session.send("Runtime.getHeapUsage")["usedSize"] <= 80e6
    assert took < 20 * first, f"{took} s, far over the budget of {first} s (filters {filtering} s)"


def test_04_the_template_is_at_most_100_kb():
    from qa_eval.reporters import html  # noqa: PLC0415 - the one test that looks inside

    assert (html.FOLDER / "template.html").stat().st_size <= 102_400


def test_05_without_script_figures_slices_and_failures_are_plain_text(chromium, written):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written("mid").path.as_uri())
    text = page.locator("#qa-static").inner_text()
    assert "walls 1.0" in text
    assert re.search(r"\d\d\.\d %\s*\[\d\d\.\d–\d\d\.\d\] n=10000", text)
    assert "numeric" in text
    assert page.locator(".question").count() == 200
    assert page.locator(".question .verdict.correct").count() == 0
    assert "200 of 10000 questions are shown" in text
    context.close()


def test_05_a_host_that_forbids_the_script_shows_the_same(chromium, written, tmp_path):
    text = written("tiny").path.read_text(encoding="utf-8")
    forbidden = tmp_path / "forbidden.html"
    forbidden.write_text(re.sub(r"script-src '[^']*'", "script-src 'none'", text), encoding="utf-8")
    page = chromium.new_page()
    page.goto(forbidden.as_uri())
    assert page.locator("#qa-static .question").count() == 30
    assert page.locator("#qa-app").inner_text() == ""
    page.close()


def test_06_the_size_is_said_and_the_remedy_named():
    assert _lines.size_advice(9_900_000) == ""
    assert _lines.size_advice(11_000_000) == "the report has 11.0 MB"
    assert "--details failures or --details none" in _lines.size_advice(26_000_000)


@pytest.mark.parametrize(
    ("details", "first", "second"), [("all", True, True), ("failures", False, True), ("none", False, False)]
)
def test_06_details_can_be_left_out(chromium, tmp_path, details, first, second):
    path = report.write(made_up.tiny(), f"html?details={details}", tmp_path)
    page = chromium.new_page()
    for question, whole in (("q00000", first), ("q00002", second)):
        page.goto(f"{path.as_uri()}#/questions?id={question}")
        page.reload()
        until(page, "document.querySelector('.detail .ladder, .detail .notice') !== null")
        assert page.locator(".detail .ladder").count() == whole
        assert page.locator(".detail .notice", has_text=f"--details {details}").count() == (not whole)
    page.close()


def test_07_the_same_run_is_the_same_bytes(tmp_path):
    first = report.write(made_up.compared(), "html", tmp_path).read_bytes()
    assert report.write(made_up.compared(), "html", tmp_path).read_bytes() == first
    block = re.search(rb'id="qa-index">([^<]*)<', first)[1]
    assert b64decode(block)[4:8] == b"\0\0\0\0", "gzip carries no time"
    assert json.loads(gzip.decompress(b64decode(block)))["schema"] == 2


@pytest.mark.parametrize("name", ["empty", "all_right", "all_failed", "hostile"])
def test_08_odd_runs_open_in_every_view(opened, name):
    page = opened(name)
    for view in ("overview", "questions", "compare", "slices", "article", "run"):
        page.evaluate(f"location.hash = '#/{view}'")
        page.locator("main section").first.wait_for()
    assert [note for note in page.noted if not note.startswith("file:")] == []
