"""Points 28 to 31: every figure with its n and interval, slices, histograms, calibration."""

import re

import made_up
import pytest
from pages import until

from qa_eval.statistics import wilson

pytestmark = pytest.mark.browser
INTERVAL = re.compile(r"\d+\.\d % \[\d+\.\d–\d+\.\d\] n=\d+")


def test_28_every_share_has_its_n_and_wilson_interval(opened):
    page = opened("tiny", "#/overview")
    assert INTERVAL.search(page.locator(".headline").inner_text())
    for text in page.locator(".figure").all_inner_texts():
        assert INTERVAL.match(text), text
    counts = made_up.tiny().summaries[0].overall
    low, high = wilson(counts.correct, counts.n)
    shown = f"{100 * counts.accuracy:.1f} % [{100 * low:.1f}–{100 * high:.1f}] n=30"
    assert page.locator(".score .figure").inner_text() == shown


def test_28_slices_of_few_answers_are_greyed_and_say_so(opened):
    page = opened("tiny", "#/slices")
    few = page.locator(".slices div.few")
    assert few.count() >= 2
    assert all("few" in text for text in few.all_inner_texts())
    colour = "(e) => getComputedStyle(e.querySelector('.figure')).color"
    assert few.first.evaluate(colour) != page.locator(".slices td > div:not(.few)").first.evaluate(colour)


def test_29_slices_show_bar_interval_and_difference_and_filter(opened):
    page = opened("tiny", "#/slices")
    row = page.locator(".slices tr", has_text="numeric")
    assert re.search(r"n=7 few [+−±]\d+\.\d pp", row.inner_text().replace("\n", " "))
    assert row.locator("svg rect.interval").count() == 1
    row.locator("button").click()
    until(page, "document.getElementById('qa-search').value", "@numeric")
    assert page.locator(".rows .row").count() == 7


def test_29_answerers_are_a_slice_too(opened):
    page = opened("several", "#/slices")
    page.locator("table", has_text="answerer").locator("button", has_text="gpt 5").click()
    until(page, "document.getElementById('qa-search').value", 'by:"gpt 5"')


def test_30_the_headline_tells_times_where_answers_took_any(opened):
    assert re.search(r"p50 \S+ .?s, p95 ", opened("tiny", "#/overview").locator(".headline").inner_text())
    assert "p50" not in opened("stored", "#/overview").locator(".headline").inner_text()


def test_30_histograms_are_brushed_by_mouse_and_by_keys(opened):
    page = opened("tiny", "#/overview")
    chart = page.locator("figure.chart", has_text="Time an answer")
    assert re.search(r"p50 .* p95 ", chart.locator(".scale").inner_text())
    chart.get_by_role("button", name="log").click()
    box = chart.locator("svg").bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20)
    page.mouse.up()
    until(page, "location.hash.startsWith('#/questions')")
    query = page.evaluate("document.getElementById('qa-search').value")
    assert re.search(r"lat:[\d.]+\.\.[\d.]+$", query)
    some = page.locator(".rows .row").count()
    assert 0 < some < 30
    page.go_back()
    chart.locator("svg").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    until(page, "location.hash.startsWith('#/questions')")
    assert page.evaluate("document.getElementById('qa-search').value").count("lat:") == 1


def test_30_costs_have_one_too(opened):
    page = opened("tiny", "#/overview")
    assert page.locator("figure.chart h3").all_inner_texts() == [
        "Time an answer",
        "Cost an answer",
        "Reliability of lexical",
    ]
    assert opened("several", "#/overview").locator("figure.chart h3").all_inner_texts() == ["Time an answer"]


def test_31_reliability_only_with_confidences_and_with_counts(opened):
    page = opened("tiny", "#/overview")
    chart = page.locator("figure.chart", has_text="Reliability")
    assert re.search(r"expected calibration error 0\.\d{3}, n=30", chart.inner_text())
    assert sum(int(text) for text in chart.locator("text").all_text_contents()) == 30
    assert opened("compared", "#/overview").locator("figure", has_text="Reliability").count() == 0


def test_31_each_chart_is_a_table_and_csv_too(opened):
    page = opened("tiny", "#/overview", permissions=["clipboard-read", "clipboard-write"])
    for chart in page.locator("figure.chart").all():
        chart.get_by_role("button", name="as table").click()
        rows = chart.locator("tbody tr").count()
        assert rows > 1
        chart.get_by_role("button", name="copy CSV").click()
        chart.locator("button", has_text="copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").strip().count("\n") == rows
