"""The page in a real browser, opened from disk with answers that try to break out of it."""

import browser as browsers
import made
import pytest

from qa_eval import report

pytestmark = pytest.mark.browser

SIZES = {"desk": (1280, 900), "phone": (320, 640)}


@pytest.fixture(scope="module")
def chromium():
    with browsers.chromium() as running:
        yield running


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    return report.write(made.report(), "html", tmp_path_factory.mktemp("page")).as_uri()


@pytest.fixture
def opened(chromium, address, request):
    """The page, with everything that it requested or complained about."""
    context = chromium.new_context(**getattr(request, "param", {}))
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
    assert opened.locator("script, img, iframe, body i").count() == 0
    assert made.HOSTILE in opened.locator("#q-3 .said").first.inner_text()


def test_text_that_turns_around_is_shown_as_badges(opened):
    badges = opened.locator("#q-1 .said .hidden").all_inner_texts()
    assert badges == ["U+202E", "U+200B", "U+0007", "U+D800"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("all", 7), ("open", 7), ("differ", 6), ("abstained", 1), ("failed", 1)],
)
def test_a_filter_shows_its_questions_without_script(opened, name, shown):
    opened.locator(f"#show-{name}").check()
    assert opened.locator(".question:visible").count() == shown


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_it_fits_every_screen(chromium, address, artefacts, scheme, size):
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.screenshot(path=artefacts / f"page-{scheme}-{size}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_text_stands_out_from_its_background(chromium, address):
    """Every visible text reaches the contrast of 4.5 to 1, in both themes."""
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        assert page.evaluate(CONTRAST) == []
        context.close()


def test_it_prints(opened, artefacts):
    pdf = opened.pdf(path=artefacts / "page.pdf")
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") >= 2 or pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page\n") >= 2


CONTRAST = """() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !e.offsetParent) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.push(`${e.tagName}.${e.className}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(poor)];
}"""
