"""Points 37 to 41: access, themes, paper, small screens, text of any direction."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from pages import ready, until

pytestmark = pytest.mark.browser

VIEWS = ("overview", "questions", "detail", "compare", "slices", "article", "findings", "run", "help")
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def axe():
    """The program that finds barriers; installed with what builds the viewer."""
    subprocess.run([ROOT / "scripts" / "viewer.sh", "install"], check=True)
    return (ROOT / "viewer" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def show(page, view, question):
    place = {"detail": f"questions?id={question}", "help": "questions"}.get(view, view)
    page.evaluate(f"location.hash = '#/{place}'")
    page.locator("main section").first.wait_for()
    if view == "detail":
        page.locator(".detail .ladder").first.wait_for()
        page.keyboard.press("o")
    if view == "help":
        page.keyboard.press("?")
        page.locator("dialog[open]").wait_for()
    if view == "questions":
        page.get_by_role("button", name="filters").click()
    if view == "article":
        until(page, "document.querySelector('.article .text') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["reviewed", "compared", "several"])
def test_37_axe_finds_nothing_in_any_view_and_theme(opened, axe, name, scheme):
    page = opened(name, color_scheme=scheme, bypass_csp=True)
    page.evaluate(axe)
    for view in VIEWS:
        show(page, view, "q00002")
        found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")["violations"]
        assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found] == [], view


def test_37_the_whole_journey_goes_by_keyboard(opened):
    page = opened("tiny")
    page.keyboard.press("Tab")
    until(page, "document.activeElement.className", "skip")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id", "qa-main")
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type("s:incorrect @size")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.dataset.row !== undefined")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id", "qa-detail")
    page.keyboard.press("o")
    until(page, "document.activeElement.tagName", "SELECT")
    page.keyboard.press("Tab")
    page.keyboard.type("because")
    page.keyboard.press("Tab")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    page.locator(".overturned").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    until(page, "document.activeElement.dataset.row !== undefined")


def test_37_verdicts_are_icon_word_and_colour_also_in_forced_colours(opened, artefacts):
    page = opened("tiny", "#/questions", forced_colors="active")
    page.locator('[data-row="2"]').click()
    page.locator(".detail .ladder").wait_for()
    assert page.locator(".answer .verdict").first.inner_text() == "✗ incorrect"
    assert "incorrect" in page.locator('[data-row="2"] .unseen').inner_text()
    page.screenshot(path=artefacts / "viewer-forced-colours.png")
    plain = opened("tiny", "#/questions")
    colours = {
        plain.locator(f".chip.{word}:not([aria-pressed=true])").evaluate("(e) => getComputedStyle(e).color")
        for word in ("correct", "incorrect")
    }
    assert colours == {"rgb(11, 87, 176)", "rgb(168, 67, 0)"}, "blue and orange"


def test_38_the_theme_is_chosen_remembered_and_given_back(opened):
    page = opened("tiny", color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator(".theme select").select_option("dark")
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    ready(page)
    assert page.evaluate(paper) == dark
    page.locator(".theme select").select_option("auto")
    assert page.evaluate(paper) == light
    page.reload()
    ready(page)
    assert page.locator(".theme select").input_value() == "auto"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(paper) == dark


def test_38_reduced_motion_is_respected(opened):
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert opened("tiny", reduced_motion="reduce").evaluate(behaviour) == "auto"
    assert opened("tiny", reduced_motion="no-preference").evaluate(behaviour) == "smooth"


def test_39_paper_says_what_of_the_whole_it_holds_and_where_it_is_from(opened):
    page = opened("tiny", "#/questions?q=s%3Aincorrect")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    text = page.locator("#qa-paper").evaluate("(e) => e.textContent")
    assert "9 of 30 questions" in text
    assert "9 ✗ incorrect" in text
    assert "20 ✓ correct" in text
    assert "wrong_value: Another figure" in text
    assert "Signature" in text
    assert "walls@1.0" in text


def test_23_upright_names_stand_over_their_marks(opened):
    page = opened("crowded", "#/questions")
    for place in range(6):
        head = page.locator(".head .column bdi").nth(place).bounding_box()
        mark = page.locator(".rows .row").first.locator(".mark").nth(place).bounding_box()
        assert abs(head["x"] + head["width"] / 2 - mark["x"] - mark["width"] / 2) < 8, place
    page.get_by_role("button", name="2 more in the overview").click()
    page.locator("h2", has_text="Overview").wait_for()


def test_39_paper_holds_summary_slices_and_at_most_500_cards(opened, artefacts):
    page = opened("mid", "#/questions?q=s%3Aincorrect")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    paper = page.locator("#qa-paper")
    text = paper.evaluate("(e) => e.textContent")
    assert "3,000 of 10,000 questions: the first 500" in text
    assert "filter: s:incorrect" in text
    assert "tag numeric" in text
    assert paper.locator(".paper-card").count() == 500
    page.emulate_media(media="print")
    assert paper.locator(".paper-card").first.evaluate("(e) => getComputedStyle(e).breakInside") == "avoid"
    assert not page.locator("#qa-app").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#qa-paper").count() == 0
    page = opened("mid", "#/questions?q=s%3Aincorrect")
    pdf = page.pdf(path=artefacts / "viewer.pdf")
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 100_000, "the cards are in it"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 900), (320, 640), (640, 450)], ids=["desk", "phone", "zoomed"])
def test_40_it_fits_every_screen(opened, artefacts, scheme, size):
    width, height = size
    for name in ("compared", "several"):
        page = opened(name, color_scheme=scheme, viewport={"width": width, "height": height})
        for view in VIEWS:
            show(page, view, "q00002")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, view)
            page.screenshot(path=artefacts / f"viewer-{name}-{view}-{width}-{scheme}.png")
            if view == "help":
                page.keyboard.press("Escape")


def test_40_rows_say_their_place_among_all(opened):
    page = opened("mid", "#/questions")
    grid = page.locator("[role=grid]")
    assert grid.get_attribute("aria-rowcount") == "10001"
    page.locator(".rows").evaluate("(box) => { box.scrollTop = 36 * 5000 }")
    until(page, "document.querySelector('[data-row=\"5000\"]') !== null")
    assert page.locator('[data-row="5000"]').get_attribute("aria-rowindex") == "5002"


def test_40_on_a_phone_the_question_is_a_page_and_the_list_keeps_its_place(opened):
    page = opened("mid", "#/questions", viewport={"width": 320, "height": 640})
    page.locator(".rows").evaluate("(box) => { box.scrollTop = 6400 }")
    page.locator('[data-row="101"]').click()
    page.locator(".detail .ladder").wait_for()
    assert not page.locator(".list-side").is_visible()
    page.get_by_role("button", name="next question").click()
    page.locator(".detail h2", has_text="wall 102 ").wait_for()
    page.get_by_role("button", name="close").click()
    until(page, "document.activeElement.dataset.row", "102")
    assert abs(page.locator(".rows").evaluate("(box) => box.scrollTop") - 6400) < 640


def test_41_text_is_isolated_and_what_turns_it_is_a_badge(opened):
    page = opened("hostile", "#/questions")
    page.locator('[data-row="6"]').click()
    page.locator(".answer-text bdi").wait_for()
    assert page.locator(".answer-text bdi").get_attribute("dir") == "auto"
    assert page.locator(".answer-text .hidden").all_inner_texts() == ["U+202E", "U+200B", "U+0007", "U+D800", "U+0000"]
    assert page.locator(".answer-text .hidden").first.get_attribute("title") == "right-to-left override"
    assert "\u202e" not in page.locator("#qa-app").inner_text()


def test_40_every_answerer_is_in_sight_beside_an_open_row(opened):
    page = opened("crowded", "#/questions?id=q00002")
    page.locator(".detail h2").wait_for()
    grid = page.locator(".grid").bounding_box()
    for row in (".head .row", ".rows .row.open"):
        columns = page.locator(f"{row} .column")
        assert columns.count() == 6
        boxes = [columns.nth(place).bounding_box() for place in range(6)]
        assert boxes[-1]["x"] + boxes[-1]["width"] <= grid["x"] + grid["width"]
        assert all(one["x"] + one["width"] <= other["x"] for one, other in pairwise(boxes))
    for name in page.locator(".head .column").all():
        assert name.evaluate("each => each.scrollHeight <= each.clientHeight || each.clientHeight >= 100")
