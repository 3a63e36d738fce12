"""Points 8 to 15: finding what went wrong."""

import time

import pytest
from pages import until

pytestmark = pytest.mark.browser

QUERY = "document.getElementById('qa-search').value"
COUNT = "document.querySelector('.count').textContent"
FOCUSED = "document.activeElement.dataset.row"


def search(page, text):
    page.locator("#qa-search").fill(text)


def chip(page, word):
    return page.locator(".chips button", has_text=word).first


def test_08_it_lands_on_failures_and_keeps_the_verdicts_apart(opened):
    page = opened("tiny")
    assert page.evaluate(QUERY) == "s:incorrect s:failed" or page.evaluate(QUERY) == "s:incorrect"
    texts = page.locator(".chips button").all_inner_texts()
    assert [text.split()[1] for text in texts] == ["incorrect", "failed", "abstained", "correct"]
    assert opened("all_right").locator("nav.tabs a[aria-current]").inner_text() == "Overview"


def test_08_failed_and_abstained_are_not_counted_as_incorrect(opened):
    page = opened("compared", "#/questions")
    counts = {text.split()[1]: int(text.split()[2]) for text in page.locator(".chips button").all_inner_texts()[:5]}
    assert counts == {"incorrect": 9, "failed": 0, "abstained": 1, "correct": 20, "unscored": 1}


def test_09_chips_toggle_and_never_erase_typed_text(opened, ids):
    page = opened("tiny", "#/questions")
    search(page, "wall")
    chip(page, "incorrect").click()
    assert chip(page, "incorrect").get_attribute("aria-pressed") == "true"
    assert page.evaluate(QUERY) == "wall s:incorrect"
    chip(page, "abstained").click()
    assert len(ids(page)) == 10
    chip(page, "incorrect").click()
    assert page.evaluate(QUERY) == "wall s:abstained"
    assert ids(page) == ["q00024"]


def test_10_a_dash_excludes_every_question_with_such_an_answer(opened):
    page = opened("several", "#/questions?q=-reason%3Awrong_value")
    assert page.evaluate(COUNT) == "0 of 30"
    assert "questions with an answer that is" in page.locator(".chips").inner_text()
    assert "that is" not in opened("tiny", "#/questions").locator(".chips").inner_text()
    page.keyboard.press("?")
    assert "is:same" in page.locator("dialog").inner_text()


def test_11_each_answerer_is_one_filter(opened):
    page = opened("several", "#/questions")
    page.get_by_role("button", name="filters").click()
    named = page.locator(".facet[aria-label=answerer] button")
    assert [text.strip() for text in named.all_inner_texts()] == ["lexical", "gpt 5", "fixed"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("s:incorrect @numeric", 3),
        ("@size -@numeric", 15),
        ('"wall 7 beside"', 1),
        ("lat:>2 s:incorrect", 4),
        ("cost:>0.02", 9),
        ("type:date", 4),
        ("reason:wrong_value difficulty:hard", 3),
        ("conf:0.8..1 s:incorrect", 2),
        ("-s:correct", 10),
        ("-reason:wrong_value", 21),
    ],
)
def test_10_the_search_grammar_filters(opened, query, count):
    page = opened("tiny", "#/questions")
    search(page, query)
    until(page, COUNT, f"{count} of 30")


def test_10_a_bad_token_is_underlined_and_explained(opened):
    page = opened("tiny", "#/questions")
    search(page, "s:incorrct @numeric")
    assert page.locator(".wavy").inner_text() == "s:incorrct"
    assert "did you mean “incorrect”?" in page.locator(".bad").inner_text()
    assert page.locator("#qa-search").get_attribute("aria-invalid") == "true"
    assert page.evaluate(COUNT).endswith("of 30")
    assert page.evaluate(COUNT) != "0 of 30"


def test_11_facet_counts_heed_the_other_filters_and_empty_ones_stay(opened):
    page = opened("tiny", "#/questions")
    page.get_by_role("button", name="filters").click()
    search(page, "@rare")
    tag = page.locator(".facet[aria-label=tag] button", has_text="numeric")
    assert tag.is_disabled()
    assert tag.inner_text().split()[-1] == "0"
    search(page, "type:date")
    types = page.locator(".facet[aria-label=type] button").all_inner_texts()
    assert sum(int(text.split()[-1]) for text in types) == 30
    assert chip(page, "failed").is_disabled()


def test_12_keys_move_open_close_and_help(opened):
    page = opened("tiny", "#/questions")
    page.keyboard.press("j")
    page.keyboard.press("j")
    until(page, FOCUSED, "1")
    page.keyboard.press("k")
    until(page, FOCUSED, "0")
    page.keyboard.press("Enter")
    page.locator(".detail").wait_for()
    page.keyboard.press("n")
    until(page, "location.hash.includes('q00002')")
    page.keyboard.press("n")
    until(page, "location.hash.includes('q00005')")
    page.keyboard.press("p")
    until(page, "location.hash.includes('q00002')")
    page.locator(".difference").first.wait_for()
    page.keyboard.press("x")
    until(page, "document.querySelector('.difference').textContent.includes('in characters')")
    page.keyboard.press("x")
    until(page, "document.querySelector('.difference') === null")
    page.keyboard.press("e")
    until(page, "document.activeElement.id", "qa-evidence")
    page.keyboard.press("o")
    until(page, "document.activeElement.tagName", "SELECT")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    until(page, "document.querySelector('.detail') === null")
    page.keyboard.press("/")
    until(page, "document.activeElement.id", "qa-search")
    page.keyboard.type("jkx?no")
    assert page.evaluate(QUERY) == "jkx?no"
    assert page.locator("dialog").count() == 0
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()


EARLY = """
new MutationObserver((_, observer) => {
  if (!document.querySelector('#qa-app main')) return;
  observer.disconnect();
  const press = () => { for (const key of ['j', 'j']) document.dispatchEvent(new KeyboardEvent('keydown', { key })); };
  new ResizeObserver((_, sizes) => { sizes.disconnect(); press(); }).observe(document.body);
}).observe(document, { childList: true, subtree: true });
"""


def test_12_a_key_before_the_first_paint_is_not_lost(opened):
    page = opened("tiny", "#/questions", early=EARLY)
    until(page, FOCUSED, "1")


SLASH = """
document.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true })), document.activeElement.id
"""


@pytest.mark.parametrize("place", ["#/questions", "#/overview"])
def test_12_a_letter_right_behind_the_slash_is_typed(opened, place):
    page = opened("tiny", place)
    assert page.evaluate(SLASH) == "qa-search"  # in the same breath, before anything else can come
    page.keyboard.type("numeric")
    until(page, QUERY, "numeric")


def test_12_a_key_takes_well_under_a_tenth_of_a_second(opened):
    page = opened("mid", "#/questions?id=q00000")
    page.locator(".detail .ladder").wait_for()
    times = []
    for _ in range(10):
        started = time.perf_counter()
        page.keyboard.press("j")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        times.append(time.perf_counter() - started)
    assert sorted(times)[5] < 5, times  # the budget of 50 ms is measured in benchmarks/report.py


def test_12_escape_in_the_search_empties_box_list_and_address(opened, ids):
    page = opened("tiny", "#/questions")
    page.keyboard.press("/")
    page.keyboard.type("numeric")
    page.keyboard.press("Escape")
    until(page, COUNT, "30 of 30")
    assert page.evaluate(QUERY) == ""
    assert "q=" not in page.evaluate("location.hash")
    page.keyboard.press("j")
    until(page, FOCUSED, "0")


def test_12_n_steps_by_answer_and_o_opens_the_form_where_it_stopped(opened):
    page = opened("several", "#/questions?id=q00001")
    page.locator(".detail .ladder").first.wait_for()
    at = "document.querySelector('.answer.at')?.getAttribute('aria-label') + location.hash.slice(-2)"
    until(page, at, "Answer of fixed · repeat 001")  # the first that is not correct
    places = []
    for _ in range(3):
        page.keyboard.press("n")
        places.append(page.evaluate(at))
    assert places == ["Answer of fixed · repeat 101", "Answer of lexical02", "Answer of gpt 502"]
    page.keyboard.press("p")
    page.keyboard.press("p")
    until(page, at, "Answer of fixed · repeat 101")
    page.keyboard.press("o")
    form = page.locator(".answer", has=page.locator(".review-form"))
    assert form.get_attribute("aria-label") == "Answer of fixed · repeat 1"
    assert form.bounding_box()["y"] < 900


IN_SIGHT = """
(() => {
  const [answer, panel] = ['.answer.at', '.detail'].map((name) => document.querySelector(name).getBoundingClientRect());
  return panel.top <= answer.top && answer.bottom <= panel.bottom && answer.bottom <= innerHeight;
})()
"""


def test_12_n_shows_the_answer_that_it_stops_at_where_its_detail_comes_later(opened):
    page = opened("several", "#/questions")
    for row in ("00", "00", "01", "01", "02"):
        page.keyboard.press("n")
        page.locator(".detail .ladder").first.wait_for()
        assert page.evaluate("location.hash.slice(-2)") == row
        until(page, IN_SIGHT)


def test_12_enter_in_the_search_leaves_a_row_that_is_no_hit_for_the_first_one(opened):
    page = opened("tiny", "#/questions?id=q00002")
    page.locator(".detail .ladder").first.wait_for()
    page.keyboard.press("/")
    page.keyboard.type("s:correct type:date")
    page.keyboard.press("Enter")
    first = page.locator(".rows .c-id").first.inner_text()
    page.locator(".detail h2", has_text=first).wait_for()
    assert page.locator(".steps").inner_text().split()[1].startswith("1/")
    until(page, f"{FOCUSED} === document.querySelector('.row.open').dataset.row")
    page.keyboard.press("o")
    until(page, "document.activeElement.closest('.detail')?.querySelector('h2 .id').textContent", first)


def test_12_enter_in_the_search_stays_at_an_open_row_that_is_a_hit(opened):
    page = opened("tiny", "#/questions?id=q00005")
    page.locator(".detail .ladder").first.wait_for()
    page.keyboard.press("/")
    page.keyboard.type("s:incorrect")
    page.keyboard.press("Enter")
    until(page, FOCUSED, "5")
    assert "id=q00005" in page.evaluate("location.hash")


def test_13_the_address_restores_view_query_sort_and_question(opened):
    page = opened("tiny", "#/questions?q=s%3Aincorrect&sort=-time&id=q00005")
    page.locator(".detail h2", has_text="wall 5").wait_for()
    hash_ = page.evaluate("location.hash")
    page.reload()
    page.locator(".detail h2", has_text="wall 5").wait_for()
    assert page.evaluate("location.hash") == hash_
    assert page.evaluate(QUERY) == "s:incorrect"
    assert page.locator("[aria-sort=descending]").inner_text().startswith("time")
    page.keyboard.press("Escape")
    page.locator("nav.tabs a", has_text="Slices").click()
    page.locator("h2", has_text="Slices").wait_for()
    page.go_back()
    until(page, QUERY, "s:incorrect")
    assert page.locator(".detail").count() == 0
    page.go_back()
    page.locator(".detail h2", has_text="wall 5").wait_for()


def test_14_closing_returns_to_the_same_row_and_place(opened):
    page = opened("mid", "#/questions")
    page.locator(".rows").evaluate("(box) => { box.scrollTop = 36000 }")
    page.locator('[data-row="1005"]').click()
    page.locator(".detail").wait_for()
    before = page.locator(".rows").evaluate("(box) => box.scrollTop")
    page.keyboard.press("Escape")
    until(page, FOCUSED, "1005")
    assert page.locator(".rows").evaluate("(box) => box.scrollTop") == before == 36000


def test_14_headers_say_how_they_sort_and_ties_keep_order(opened, ids):
    page = opened("tiny", "#/questions")
    page.get_by_role("button", name="sort by verdict").click()
    assert page.locator("[role=columnheader].c-verdict").get_attribute("aria-sort") == "ascending"
    assert ids(page)[:3] == ["q00002", "q00005", "q00008"]
    page.get_by_role("button", name="sort by verdict").click()
    assert page.locator("[role=columnheader].c-verdict").get_attribute("aria-sort") == "descending"
    assert ids(page)[:3] == ["q00000", "q00001", "q00003"]
    page.get_by_role("button", name="sort by verdict").click()
    assert page.locator("[role=columnheader].c-verdict").get_attribute("aria-sort") == "none"


def test_14_several_answerers_sort_by_how_many_are_right_and_each_by_its_own(opened):
    page = opened("several", "#/questions")
    tallies = lambda: [text.split("/")[0] for text in page.locator(".rows .tally").all_inner_texts()]  # noqa: E731 - said once
    page.get_by_role("button", name="sort by verdict").click()
    assert tallies() == sorted(tallies())
    assert tallies()[0] < tallies()[-1]
    page.get_by_role("button", name="sort by verdict").click()
    assert tallies() == sorted(tallies(), reverse=True)
    page.get_by_role("button", name="sort by openai:gpt 5").click()
    assert page.locator("[aria-sort=ascending]").inner_text().startswith("gpt 5")
    words = page.locator(".rows .row .column:nth-child(2) .mark .unseen").all_inner_texts()
    assert [word.split(": ")[1] for word in words] == sorted([word.split(": ")[1] for word in words], reverse=True)


def test_15_an_empty_result_names_its_filter_and_drops_it(opened):
    page = opened("tiny", "#/questions")
    search(page, "s:incorrect zebra")
    assert "zebra" in page.locator(".empty").inner_text()
    page.locator(".empty button").click()
    assert page.evaluate(QUERY) == "s:incorrect"
    assert page.locator(".rows .row").count() == 9
    search(page, "zebra giraffe")
    page.locator(".empty button", has_text="drop all").click()
    assert page.evaluate(COUNT) == "30 of 30"
