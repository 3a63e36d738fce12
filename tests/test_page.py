"""What the report shows where script is forbidden, in a real browser, with answers that try to break out of it."""

from dataclasses import replace

import made
import pytest

from qa_eval import report
from qa_eval.analysis import Analysis, Section
from qa_eval.analysis.section import Curve
from qa_eval.reporters.html.columns import time_before

pytestmark = pytest.mark.browser

SIZES = {"desk": (1280, 900), "phone": (320, 640)}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    return report.write(made.report(), "html", tmp_path_factory.mktemp("page")).as_uri()


@pytest.fixture
def opened(chromium, address):
    """The page, with everything that it requested or complained about."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.noted = []
    page.on("console", lambda message: page.noted.append(message.text))
    page.on("pageerror", lambda error: page.noted.append(str(error)))
    page.on("request", lambda sent: page.noted.append(sent.url))
    page.goto(address)
    yield page
    context.close()


def test_it_is_one_request_without_a_complaint(opened, address):
    assert opened.noted == [address]


def test_no_answer_becomes_markup_or_script(opened):
    assert opened.title() == "bridge <set> 1.0 · qa_eval"
    assert opened.locator("#qa-static :is(script, img, iframe, i)").count() == 0
    assert made.HOSTILE in opened.locator("#q-3 .said").first.inner_text()


def test_text_that_turns_around_is_shown_as_badges(opened):
    badges = opened.locator("#q-1 .said .hidden").all_inner_texts()
    assert badges == ["U+202E", "U+200B", "U+0007", "U+D800"]


def test_a_long_answer_folds_and_opens_whole(opened):
    details = opened.locator("#q-4 details")
    assert not details.locator("pre").is_visible()
    details.locator("summary").click()
    assert details.locator("pre").inner_text().count("word") == 400


def test_evidence_leads_to_the_article_and_back(opened):
    opened.locator("#q-3 blockquote a").click()
    assert "Anna Keller" in opened.locator("mark:target").inner_text()
    opened.locator("mark:target + sup a").click()
    assert opened.locator(".question:target").get_attribute("id") == "q-3"


def test_a_curve_is_drawn_and_told(opened, tmp_path):
    points = ((0.5, 0.0), (1.0, 0.25))
    section = Section(
        "confidence", "Confidence", ("of",), (("me",),), curves=(Curve("Risk: me", "surest", "wrong", points),)
    )
    opened.goto(report.write(replace(made.report(), analysis=Analysis((section,))), "html", tmp_path).as_uri())
    curve = opened.get_by_role("img", name="wrong, 0 to 30 %, by surest, 0 to 100 %")
    assert curve.locator("polyline").last.get_attribute("points").split() == ["125.0,250.0", "250.0,41.7"]
    assert curve.bounding_box()["width"] > 200


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_it_fits_every_screen(chromium, address, artefacts, scheme, size):
    width, height = SIZES[size]
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(address)
    page.screenshot(path=artefacts / f"page-{scheme}-{size}.png", full_page=True)
    assert page.locator("html").bounding_box()["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_it_prints(opened, artefacts):
    pdf = opened.pdf(path=artefacts / "page.pdf")
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") >= 2 or pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page\n") >= 2


@pytest.mark.parametrize(
    ("now", "then", "shown"),
    [
        (0.8, 1.2, 1200.0),
        (None, 1.2, 1200.0),
        (0.8, None, None),
        (0.00004, 0.00002, None),
        (0.00004, 1.2, None),
        (0.8, 0.0004, None),
    ],
)
def test_a_time_is_compared_where_answers_were_worked_out_and_not_looked_up(now, then, shown):
    one = next(iter(made.report().results))
    timed = [
        None if seconds is None else replace(one, prediction=replace(one.prediction, seconds=seconds))
        for seconds in (now, then)
    ]
    assert time_before(*timed) == shown
