"""The report in Firefox: it opens from disk under its policy, and is searched, opened and reviewed as in Chromium."""

import asyncio

import firefox
import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(firefox.executable() is None, reason="no Firefox is installed (Debian: firefox-esr)"),
]
ROWS = "[...document.querySelectorAll('.rows .c-id')].map((one) => one.textContent)"
SEARCH = """(() => {
  const field = document.getElementById("qa-search");
  field.value = "s:incorrect @size";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
})()"""


@pytest.mark.parametrize("name", ["tiny", "hostile", "mid"])
def test_01_it_opens_from_disk_in_firefox_without_a_complaint(written, tmp_path, artefacts, name):
    async def look():
        async with firefox.page(tmp_path) as page:
            await page.goto(written(name).path.as_uri())
            await page.until("document.querySelectorAll('.rows .row').length > 3")
            assert page.noted == []
            assert await page.evaluate("window.broken ?? null") is None
            assert await page.evaluate("document.querySelectorAll('*').length") < 2500
            assert await page.evaluate("performance.getEntriesByType('resource').length") == 0
            await page.screenshot(artefacts / f"firefox-{name}.png")

    asyncio.run(look())


def test_10_rows_are_searched_and_opened_in_firefox(written, tmp_path, artefacts):
    async def look():
        async with firefox.page(tmp_path) as page:
            await page.goto(written("tiny").path.as_uri() + "#/questions")
            await page.until(f"{ROWS}.length > 10")
            await page.evaluate(SEARCH)
            await page.until(f"{ROWS}.join() === 'q00002,q00005,q00015,q00018,q00022,q00025'")
            await page.evaluate("document.querySelector('.rows .row').click() ?? true")
            await page.until("document.querySelectorAll('.detail .ladder').length === 1")
            assert "number line" in (await page.evaluate("document.querySelector('.number-line').outerHTML")).lower()
            assert await page.evaluate("location.hash.includes('id=q00002')")
            await page.screenshot(artefacts / "firefox-detail.png")
            assert page.noted == []

    asyncio.run(look())
